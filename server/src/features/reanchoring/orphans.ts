/** What a document quotes of its body and the body does not bear, with the passages that may be meant. Changes nothing. */

import { bodyAfter, formsIn, type MissedQuote, missesOf, oneLine } from '../../checks/engine/quotes.ts';
import { analyse } from '../../core/analysis.ts';
import { occurrences } from '../../core/anchor.ts';
import { codePointBefore, isFormEdge, isHanOrKana } from '../../core/characters.ts';
import type { Declaration, Document } from '../../core/document.ts';
import { type Candidate, nearestPassages } from '../../core/nearest.ts';
import { type NormalisedText, normaliseText } from '../../core/normalise.ts';
import type { Text } from '../../core/problem.ts';
import type { Quote } from '../../core/quote.ts';
import type { Records } from '../../core/records.ts';
import { overlaps, type Span } from '../../core/text.ts';
import { sameProtectedTokens } from '../../values/protectedTokens.ts';
import { type Part, partsOf } from './words.ts';

interface Lost {
  /** The words that the body lacks, where they are written. */
  readonly piece: Text;
  readonly claim?: string;
  readonly entity?: string;
}

/** A quote, or a form of a declared entity, without a place in the body. */
export type Orphan = Lost &
  (
    | { readonly kind: 'quote' | 'item' | 'here'; readonly quote: Quote; readonly missed: MissedQuote }
    | { readonly kind: 'as' | 'sic'; readonly declaration: Declaration }
  );

/** A passage that may be meant. */
export interface Passage {
  readonly span: Span;
  /** As it would be quoted: on one line. */
  readonly text: string;
  /** What is quoted now, `ours`, against what the body has. */
  readonly parts: readonly Part[];
  /** A figure, name, negation or the like is another: it says something else. */
  readonly altered: boolean;
  /** The difference is one of spelling, marks or a few letters only. */
  readonly slight: boolean;
}

/** In the order of the front matter. Nothing is sought in a body that the check of quotes has not sought before. */
export function orphansOf(document: Document, records: Records): readonly Orphan[] {
  if (!document.annotated) return [];
  const { annotations, bodyText } = document;
  const quotes = missesOf(document, records).map((missed): Orphan => {
    const { quote, claim, entity, item } = missed.placed;
    const kind = item ? 'item' : claim === undefined && isUnder(annotations.entities, quote) ? 'here' : 'quote';
    return { kind, quote, missed, piece: missed.piece, claim, entity };
  });
  const forms = annotations.entities.flatMap((declaration): readonly Orphan[] => {
    if (declaration.damaged) return [];
    const { id, as, sic } = declaration;
    const lost = (kind: 'as' | 'sic', texts: readonly Text[]) =>
      texts
        .filter(({ value }) => !bears(bodyText, normaliseText(value)))
        .map((piece): Orphan => ({ kind, declaration, piece, entity: id.value }));
    return [...lost('as', as), ...lost('sic', sic)];
  });
  return [...quotes, ...forms].sort((a, b) => a.piece.span.start - b.piece.span.start);
}

const isUnder = (declarations: readonly Declaration[], quote: Quote): boolean =>
  declarations.some(({ here }) => here.includes(quote));

/** Whether a form stands in a text as a mention of it would: between words, perhaps with a capital. A blank one is another's finding. */
function bears({ text }: NormalisedText, form: string): boolean {
  if (form === '') return true;
  const capital = form[0]!.toUpperCase() + form.slice(1);
  return (capital === form ? [form] : [form, capital]).some((one) =>
    occurrences(text, one).some((start) => {
      const end = start + one.length;
      return (
        (start === 0 || isFormEdge(codePointBefore(text, start), one.codePointAt(0)!)) &&
        (end === text.length || isFormEdge(text.codePointAt(end)!, codePointBefore(one, one.length)))
      );
    }),
  );
}

/** How many passages are worth a person's choice. */
const MOST = 9;

/** The passages that an orphan may mean, the nearest first. */
export function passagesFor(document: Document, records: Records, orphan: Orphan): readonly Passage[] {
  const sought = normaliseText(orphan.piece.value);
  return 'quote' in orphan
    ? passagesOfQuote(document, records, sought, orphan)
    : passagesOfForm(document, records, sought);
}

function passagesOfQuote(
  document: Document,
  records: Records,
  sought: string,
  { quote, missed, piece }: Extract<Orphan, { quote: Quote }>,
): readonly Passage[] {
  // The check has found that nothing is near.
  if (!missed.candidate) return [];
  const body = bodyAfter(document, quote, quote.pieces.indexOf(piece));
  const forms = formsIn(document, records);
  return nearestIn(body, sought).map((candidate) =>
    passageOf(document, piece.value, sought, candidate, !sameProtectedTokens(sought, candidate.text, forms)),
  );
}

/** A passage that is a name already needs no form, and one of words that a form of the entity is needs no other. */
function passagesOfForm(document: Document, records: Records, sought: string): readonly Passage[] {
  const { mentions, untagged, ambiguous } = analyse(document, records);
  const named = [...mentions, ...untagged, ...ambiguous];
  const seen = new Set<string>();
  return nearestIn(document.bodyText, sought).flatMap((candidate) => {
    if (seen.has(candidate.text) || named.some(({ span }) => overlaps(span, candidate.span))) return [];
    seen.add(candidate.text);
    // A form is a name: what differs in more than its spelling may be another's.
    return [passageOf(document, sought, sought, candidate, bare(sought) !== bare(candidate.text))];
  });
}

const searched = new WeakMap<object, Map<string, { readonly from: number; readonly found: readonly Candidate[] }>>();

/** Sought once in each body: somebody who repairs one quote after the other edits the front matter only. */
function nearestIn(body: NormalisedText, sought: string): readonly Candidate[] {
  let known = searched.get(body.identity);
  if (!known) {
    known = new Map();
    searched.set(body.identity, known);
  }
  const before = known.get(sought);
  if (before) {
    const by = body.from - before.from;
    const moved = ({ start, end }: Span) => ({ start: start + by, end: end + by });
    return by === 0 ? before.found : before.found.map((one) => ({ ...one, span: moved(one.span) }));
  }
  const found = nearestPassages(body, sought, MOST);
  known.set(sought, { from: body.from, found });
  return found;
}

const bare = (form: string): string => form.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

function passageOf(
  { text }: Document,
  written: string,
  sought: string,
  candidate: Candidate,
  altered: boolean,
): Passage {
  const passage = oneLine(text.slice(candidate.span.start, candidate.span.end));
  return {
    span: candidate.span,
    text: passage,
    parts: partsOf(oneLine(written), passage),
    altered,
    slight: !altered && isSlight(partsOf(sought, candidate.text)),
  };
}

/** Letters of one word that may differ where nobody has to look closely. */
const FEW_LETTERS = 2;

/**
 * Whether every difference is one that a slip of the pen or another edition makes: marks, capitals, two letters of a word.
 * Another word, or any other Han character, may be another meaning, whatever part of a long quote it is.
 */
const isSlight = (parts: readonly Part[]): boolean =>
  parts.every((part) => {
    if ('shared' in part) return true;
    const [ours, theirs] = [bare(part.ours), bare(part.theirs)];
    if (ours === theirs) return true;
    if ([...(ours + theirs)].some((letter) => isHanOrKana(letter.charCodeAt(0)))) return false;
    return (
      ours !== '' && theirs !== '' && distance(ours, theirs) <= FEW_LETTERS && distance(ours, theirs) * 3 <= ours.length
    );
  });

/** Levenshtein's, for texts so short that nothing more is needed; beyond `FEW_LETTERS` only that it is more. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > FEW_LETTERS || a.length > 200) return FEW_LETTERS + 1;
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row.push(Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    above = row;
  }
  return above[b.length]!;
}
