/** Which text somebody means to tag: a selection tidied to a whole name, or what stands at the cursor. Writes nothing. */

import type { View } from '../../checks/engine/check.ts';
import { analyse } from '../../core/analysis.ts';
import { occurrences } from '../../core/anchor.ts';
import { codePointBefore, isFormEdge, isHanOrKana, joins } from '../../core/characters.ts';
import type { Document } from '../../core/document.ts';
import { leastContexts, type Stretch, verbatim } from '../../core/leastChoice.ts';
import { findMentions, type Mention, type Mentions } from '../../core/mentions.ts';
import { type NormalisedText, normaliseText } from '../../core/normalise.ts';
import type { Records } from '../../core/records.ts';
import type { Span } from '../../core/text.ts';

/** A stretch of a body that can be a mention. */
export interface Passage extends Stretch {
  readonly document: Document;
  /** In offsets of the file. */
  readonly span: Span;
  /** As it is written into annotations. */
  readonly text: string;
  /** As it is compared. */
  readonly form: string;
  /** What is a mention on exactly these characters: of one entity, or open between several. */
  readonly tagged: readonly Mention[];
  readonly ambiguous: readonly string[];
  /** The records that have this name, where the document declares none of them. */
  readonly untagged: readonly string[];
  /** How often it stands in the body as a word or words of its own. */
  readonly places: number;
}

export type PassageProblem =
  /** The file is no document of the corpus. */
  | 'no-document'
  /** The front matter cannot be read, so nothing can be written into it. */
  | 'broken'
  /** The selection reaches into the front matter. */
  | 'front-matter'
  /** Nothing is selected, and no name stands at the cursor. */
  | 'nothing-here'
  | 'too-long';

/** Longer than any name: somebody selected a paragraph. */
const LONGEST = 200;

export function passageAt(view: View, path: string, at: Span): Passage | { readonly problem: PassageProblem } {
  const document = view.document(path);
  if (!document) return { problem: 'no-document' };
  if (document.annotations.damaged) return { problem: 'broken' };
  const selection = { start: Math.min(at.start, at.end), end: Math.max(at.start, at.end) };
  if (selection.start < document.body.start) return { problem: 'front-matter' };
  const names = namesIn(document, view.corpus.records);
  const stretch = stretchOf(document, names, selection);
  if (!stretch || stretch.end <= stretch.start) return { problem: 'nothing-here' };
  if (stretch.end - stretch.start > LONGEST) return { problem: 'too-long' };
  return passageOf(document, names, stretch);
}

export function passageOf(document: Document, names: Mentions, { start, end }: Stretch): Passage {
  const { bodyText, text } = document;
  const span = bodyText.spanOf(start, end);
  const form = bodyText.text.slice(start, end);
  const written = verbatim(bodyText, text, { start, end });
  const here = (one: { readonly span: Span }) => one.span.start === span.start && one.span.end === span.end;
  return {
    document,
    start,
    end,
    span,
    form,
    text: normaliseText(written) === form ? written : form,
    tagged: names.mentions.filter(here),
    ambiguous: names.ambiguous.find(here)?.ids ?? [],
    untagged: names.untagged.find(here)?.ids ?? [],
    places: placesOf(bodyText, form).length,
  };
}

/** What a body mentions; of a document without annotations, the names that it could be tagged with. */
export function namesIn(document: Document, records: Records): Mentions {
  if (document.annotated) return analyse(document, records);
  const known = plain.get(document);
  if (known?.gazetteer === records.gazetteer) return known.names;
  const names = findMentions(document.bodyText, records.gazetteer, []);
  plain.set(document, { gazetteer: records.gazetteer, names });
  return names;
}

const plain = new WeakMap<Document, { readonly gazetteer: Records['gazetteer']; readonly names: Mentions }>();

/** Where a form stands in a body between word boundaries. */
export function placesOf({ text }: NormalisedText, form: string): readonly number[] {
  return occurrences(text, form).filter((at) => isWhole(text, { start: at, end: at + form.length }));
}

/** The stretches around a passage that stand in the body once, as they are written into annotations. */
export const contextsOf = ({ document, start, end }: Passage): readonly string[] =>
  leastContexts(document.bodyText, { start, end }).map((one) => verbatim(document.bodyText, document.text, one));

function isWhole(text: string, { start, end }: Stretch): boolean {
  const open = start === 0 || isFormEdge(codePointBefore(text, start), text.codePointAt(start)!);
  return open && (end === text.length || isFormEdge(text.codePointAt(end)!, codePointBefore(text, end)));
}

function stretchOf(document: Document, names: Mentions, { start, end }: Span): Stretch | undefined {
  const { bodyText, body } = document;
  if (bodyText.text === '') return undefined;
  if (start === end) return atCursor(document, names, start);
  const from = bodyText.offsetOf(Math.max(start, body.start));
  const to = Math.min(bodyText.text.length, bodyText.offsetOf(end - 1) + 1);
  // The last unit may be one that only begins where the selection ends.
  const last = to > from && bodyText.spanOf(to - 1, to).start >= end ? to - 1 : to;
  if (last - from > 4 * LONGEST) return { start: from, end: last };
  const bare = trimmed(bodyText.text, { start: from, end: last });
  return bare.end > bare.start ? trimmed(bodyText.text, wholeWords(bodyText.text, bare)) : undefined;
}

/** The innermost name at the cursor, else the word; in a script without spaces nobody can tell where a word ends. */
function atCursor({ bodyText }: Document, names: Mentions, offset: number): Stretch | undefined {
  const { text } = bodyText;
  const spans = [...names.mentions, ...names.ambiguous, ...names.untagged].map(({ span }) => span);
  const touching = spans.filter(({ start, end }) => start <= offset && offset <= end);
  const inside = touching.filter(({ end }) => offset < end);
  const [name] = (inside.length > 0 ? inside : touching).sort((a, b) => a.end - a.start - (b.end - b.start));
  if (name) return { start: bodyText.offsetOf(name.start), end: bodyText.offsetOf(name.end - 1) + 1 };
  const at = Math.min(bodyText.offsetOf(offset), text.length);
  const isWord = (unit: number) => joins(unit, unit);
  const touched = [at, at - 1].find((one) => {
    if (one < 0 || one >= text.length || !isWord(text.charCodeAt(one))) return false;
    const span = bodyText.spanOf(one, one + 1);
    return span.start <= offset && offset <= span.end;
  });
  return touched === undefined ? undefined : wholeWords(text, { start: touched, end: touched + 1 });
}

/** A form ends where a word does. */
function wholeWords(text: string, { start, end }: Stretch): Stretch {
  let from = start;
  let to = end;
  while (from > 0 && joins(text.charCodeAt(from - 1), text.charCodeAt(from))) from--;
  while (to < text.length && joins(text.charCodeAt(to - 1), text.charCodeAt(to))) to++;
  return { start: from, end: to };
}

const LEADING = " ,;:.!?')]}、。…》〉】-/";
const TRAILING = " ,;:!?'([{、。…《〈【-/";
const QUOTE = "'";
const PAIRS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '《': '》', '〈': '〉', '【': '】' };
const OPENING: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(PAIRS).map(([open, close]) => [close, open]),
);

/** Without the marks that got into a selection with the name: they are of the sentence. */
function trimmed(text: string, stretch: Stretch): Stretch {
  for (let at: Stretch | undefined = stretch, last = stretch; ; last = at) {
    at = last.start < last.end ? lessOne(text, last) : undefined;
    if (!at) return last;
  }
}

/** Without one mark, or pair of marks, more; undefined where none is too many. */
function lessOne(text: string, { start, end }: Stretch): Stretch | undefined {
  const [first, last] = [text[start]!, text[end - 1]!];
  // Of quotation marks, folded as they are, only the number tells whether one has its other half in the name.
  const isPaired = first !== last && (first === QUOTE || last === QUOTE) && marksIn(text, start, end) % 2 === 0;
  if (LEADING.includes(first) && !(isPaired && first === QUOTE)) return { start: start + 1, end };
  if (TRAILING.includes(last) && !(isPaired && last === QUOTE)) return { start, end: end - 1 };
  const close = PAIRS[first];
  const closes = close ? text.indexOf(close, start) : -1;
  if (close && (closes < 0 || closes >= end)) return { start: start + 1, end };
  if (close && closes === end - 1) return { start: start + 1, end: end - 1 };
  const open = OPENING[last];
  if (open && text.lastIndexOf(open, end - 1) < start) return { start, end: end - 1 };
  const inner = text.slice(Math.max(start, end - 6), end);
  if (inner.endsWith("'s") && inner.length > 3 && !isHanOrKana(text.charCodeAt(end - 3)))
    return { start, end: end - 2 };
  // “Inc.” keeps its full stop, the end of a sentence does not.
  return /[\p{Ll}\p{N}]{5}\.$/u.test(inner) ? { start, end: end - 1 } : undefined;
}

/** How many quotation marks stand in the stretch; an apostrophe inside a word is none. */
function marksIn(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    if (text[at] !== QUOTE) continue;
    const isInside = at > start && at < end - 1 && joins(text.charCodeAt(at - 1), text.charCodeAt(at + 1));
    if (!isInside) count++;
  }
  return count;
}
