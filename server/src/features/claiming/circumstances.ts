/** When a passage says that it holds, who says it there, and with what stance; only what its words say. Writes nothing. */

import { mentionsIn } from '../../checks/quoted/passage.ts';

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
  return { times: [...times], ...(by !== undefined && { by }), ...(stance && { stance }) };
}

/** Those who speak in the sentence of a passage. */
export function speakersAround({ text, body }: Document, passage: Span, analysis: Analysis): ReadonlySet<string> {
  const sentence = sentenceAround(text, body, passage) ?? sentenceAt(text, body, passage.start);
  return speakersIn(text, sentence, mentionsIn([sentence], analysis));
}

/** The stance that words of the passage itself declare; of two different ones none. */
function stanceOf(text: string): Circumstances['stance'] {
  const found = STANCE_WORDS.filter(({ words }) => words.test(text)).map(({ stance }) => stance);
  return new Set(found).size === 1 ? found[0] : undefined;
}
