/** When a passage says that it holds, who says it there, and with what stance; only what its words say. Writes nothing. */

import { edtfOf } from '../../checks/quoted/edtf.ts';
import { datesIn, mentionsIn, wordsAt } from '../../checks/quoted/passage.ts';
import { speakersIn } from '../../checks/speech/speakers.ts';
import type { Analysis } from '../../core/analysis.ts';
import type { Stance } from '../../core/claim.ts';
import type { Document } from '../../core/document.ts';
import { sentenceAround, sentenceAt } from '../../core/sentences.ts';
import type { Span } from '../../core/text.ts';
import { parseTime } from '../../values/dates.ts';
import { isProblem } from '../../values/problem.ts';
import { equalTimes } from '../../values/time.ts';
import type { Figure } from './figures.ts';
import { STANCE_WORDS } from './stanceWords.ts';

export interface Circumstances {
  /** The times that the passage names and the document does not already give; in the order of the text. */
  readonly times: readonly string[];
  /** Where the passage tells of a change and names no time: the stretches that its paragraph names before, the nearest first. */
  readonly timesAround: readonly { readonly edtf: string; readonly words: string }[];
  /** The one entity that speaks in the sentence, unless it publishes the document. */
  readonly by?: string;
  readonly stance?: Exclude<Stance, 'asserts'>;
}

export function circumstancesOf(
  document: Document,
  passage: Span,
  figures: readonly Figure[],
  analysis: Analysis,
): Circumstances {
  const { annotations, text } = document;
  const times = new Set<string>();
  const written = annotations.about ?? annotations.date;
  const own = written && parseTime(written.value);
  for (const figure of figures) {
    if (figure.kind !== 'time' || (own && !isProblem(own) && equalTimes(own, figure.time))) continue;
    times.add(figure.edtf);
  }
  const speakers = speakersAround(document, passage, analysis);
  const [speaker] = speakers;
  const by = speakers.size === 1 && speaker !== annotations.source.publisher?.value ? speaker : undefined;
  const stance = stanceOf(text.slice(passage.start, passage.end));
  const counted = figures.filter(({ likely }) => likely);
  const isTimeless = times.size === 0 && counted.length > 0 && counted.every(({ kind }) => kind === 'change');
  const timesAround = isTimeless ? stretchesAround(document, passage) : [];
  return { times: [...times], timesAround, ...(by !== undefined && { by }), ...(stance && { stance }) };
}

/** Those who speak in the sentence of a passage, or else those to whom what is quoted around it is ascribed. */
export function speakersAround({ text, body }: Document, passage: Span, analysis: Analysis): ReadonlySet<string> {
  const sentence = sentenceAround(text, body, passage) ?? sentenceAt(text, body, passage.start);
  const speakers = speakersIn(text, sentence, mentionsIn([sentence], analysis));
  const speech = speakers.size === 0 ? speechAround(text, body, passage) : undefined;
  if (!speech) return speakers;
  // Behind what is said, in the same sentence or in one that begins there; else before it.
  const after = sentenceAt(text, body, speech.end);
  const tail = { start: speech.end, end: Math.max(speech.end, after.end) };
  const behind = speakersIn(text, tail, mentionsIn([tail], analysis));
  if (behind.size > 0 || speech.start === body.start) return behind;
  const before = sentenceAt(text, body, speech.start - 1);
  const head = { start: before.start, end: Math.max(before.start, speech.start) };
  return speakersIn(text, head, mentionsIn([head], analysis));
}

/** The pair of double quotation marks around a passage, in its paragraph; single ones are apostrophes as well. */
function speechAround(text: string, body: Span, { start, end }: Span): Span | undefined {
  const from = Math.max(body.start, start - LONGEST_SPEECH);
  let open = -1;
  for (let at = start - 1; at >= from && !isParagraphBreak(text, at); at--) {
    if (CLOSING.includes(text[at]!)) return undefined;
    if (!OPENING.includes(text[at]!)) continue;
    open = at;
    break;
  }
  if (open < 0) return undefined;
  const close = CLOSING[OPENING.indexOf(text[open]!)]!;
  const to = Math.min(body.end, end + LONGEST_SPEECH);
  for (let at = end; at < to && !isParagraphBreak(text, at); at++) {
    if (text[at] === close) return { start: open, end: at + 1 };
  }
  return undefined;
}

const OPENING = '“「『«';
const CLOSING = '”」』»';
const LONGEST_SPEECH = 3_000;

const isParagraphBreak = (text: string, at: number): boolean =>
  text[at] === '\n' && /^[ \t\r]*\n/.test(text.slice(at + 1, at + 20));

/** “Over the past ten years”, at the head of a paragraph, is when all of it happened; or so somebody may say. */
function stretchesAround(document: Document, passage: Span): Circumstances['timesAround'] {
  const { text, body } = document;
  let start = passage.start;
  const from = Math.max(body.start, start - LONGEST_SPEECH);
  while (start > from && !isParagraphBreak(text, start - 1)) start--;
  const { end } = sentenceAt(text, body, passage.start);
  const around = { start, end: Math.max(end, passage.end) };
  const found = new Map<string, string>();
  for (const { span, time } of datesIn([around], document).toReversed()) {
    const edtf = time?.interval ? edtfOf(time) : undefined;
    if (edtf !== undefined && !found.has(edtf)) found.set(edtf, wordsAt(document, span));
  }
  return [...found].map(([edtf, words]) => ({ edtf, words })).slice(0, MOST_STRETCHES);
}

const MOST_STRETCHES = 5;

/** The stance that words of the passage itself declare; of two different ones none. */
function stanceOf(text: string): Circumstances['stance'] {
  const found = STANCE_WORDS.filter(({ words }) => words.test(text)).map(({ stance }) => stance);
  return new Set(found).size === 1 ? found[0] : undefined;
}
