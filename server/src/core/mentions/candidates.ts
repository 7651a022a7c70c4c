/** Where a body has the forms of entities, before they compete for their places. Knows forms and ids. */

import { codePointBefore, isFormEdge, joins } from '../characters.ts';
import type { Gazetteer } from '../gazetteer.ts';
import type { NormalisedText } from '../normalise.ts';

/** A form that won its place, in offsets of the normalised body; `ids` are all that claim it, declared or not. */
export interface Chosen {
  readonly start: number;
  readonly end: number;
  readonly ids: readonly string[];
}

export interface Candidate extends Chosen {
  readonly form: string;
}

/** More names that begin alike at one place are an attack: of a thousand, each a letter longer, every place has a thousand. */
const FORMS_AT_ONE_PLACE = 16;

/** What a walk found at one place; `small` where it read the first letter as a small one. */
interface Hit {
  readonly end: number;
  readonly ids: readonly string[];
  readonly small: boolean;
}

/** Every occurrence of a form that stands between word boundaries. */
export function candidatesIn(body: NormalisedText, gazetteer: Gazetteer): Candidate[] {
  const { text } = body;
  const found: Candidate[] = [];
  const hits: Hit[] = [];
  let small = false;
  const note = (end: number, ids: readonly string[]) => void hits.push({ end, ids, small });
  let previous = 0;
  for (let start = 0; start < text.length; start++) {
    const unit = text.charCodeAt(start);
    const inWord = joins(previous, unit);
    previous = unit;
    if (inWord) continue;
    const next = start + 1 < text.length ? text.charCodeAt(start + 1) : 0;
    const asWritten = gazetteer.mayStart(unit, next);
    const letter = isCapital(unit) ? smallOf(unit) : unit;
    const asSmall = letter !== unit && gazetteer.mayStart(letter, next);
    if (!asWritten && !asSmall) continue;
    if (start > 0 && !isFormEdge(codePointBefore(text, start), text.codePointAt(start)!)) continue;
    small = false;
    if (asWritten) gazetteer.walk(text, start, unit, note);
    if (asSmall && startsSentence(body, start)) {
      small = true;
      gazetteer.walk(text, start, letter, note);
    }
    if (hits.length === 0) continue;
    addCandidates(text, start, hits, found);
    hits.length = 0;
  }
  return found;
}

/** Of the forms at `start` those that end at a word boundary, the longest ones; one that two layers or two spellings have is one candidate of all its ids. */
function addCandidates(text: string, start: number, hits: Hit[], found: Candidate[]): void {
  const from = found.length;
  if (hits.length > 1) hits.sort((a, b) => b.end - a.end);
  for (const { end, ids, small } of hits) {
    const last = found.at(-1);
    if (found.length > from && last!.end === end) {
      found[found.length - 1] = { ...last!, ids: [...new Set([...last!.ids, ...ids])] };
      continue;
    }
    if (found.length - from === FORMS_AT_ONE_PLACE) return;
    if (end < text.length && !isFormEdge(text.codePointAt(end)!, codePointBefore(text, end))) continue;
    const form = text.slice(start, end);
    found.push({ start, end, ids, form: small ? form[0]!.toLowerCase() + form.slice(1) : form });
  }
}

const isCapital = (unit: number): boolean =>
  (unit >= 0x41 && unit <= 0x5a) || (unit >= 0xc0 && unit < 0x2000 && /\p{Lu}/u.test(String.fromCharCode(unit)));

/** The small letter of a capital; the capital where that is not one unit. */
function smallOf(unit: number): number {
  const letter = String.fromCharCode(unit).toLowerCase();
  return letter.length === 1 ? letter.charCodeAt(0) : unit;
}

/** Marks that may stand between the end of a sentence and the first letter of the next: closing ones, then opening ones. */
const BETWEEN = " '()[]{}#>*-";
const SENTENCE_END = '.!?:\u2026。';

function startsSentence(body: NormalisedText, start: number): boolean {
  for (let at = start; at > 0; at--) {
    if (body.startsLine(at)) return true;
    const before = body.text[at - 1]!;
    if (SENTENCE_END.includes(before)) return true;
    if (!BETWEEN.includes(before)) return false;
  }
  return true;
}
