/** The quotes of a document that its body does not bear, each with what is nearest to it. Shared by the quote checks. */

import { anchorOf, declaredOf } from '../../core/analysis.ts';
import type { Document } from '../../core/document.ts';
import { replaceScalar } from '../../core/edit.ts';
import type { Candidate } from '../../core/nearest.ts';
import { nearest } from '../../core/nearest.ts';
import { type NormalisedText, normaliseSpan, normaliseText } from '../../core/normalise.ts';
import type { Text } from '../../core/problem.ts';
import type { Quote } from '../../core/quote.ts';
import type { Records } from '../../core/records.ts';
import { sameProtectedTokens } from '../../values/protectedTokens.ts';
import type { DocumentContext, Fix, Report } from './check.ts';

/** A quote where it is written, with whose it is. */
export interface PlacedQuote {
  readonly quote: Quote;
  readonly claim?: string;
  readonly entity?: string;
  /** An enumerated item: it lies in the claim's quote and needs no choice of its own. */
  readonly item: boolean;
}

/** Every quote of the front matter once, however many claims inherit it. */
export function quotesOf({ annotations }: Document): readonly PlacedQuote[] {
  const known = placed.get(annotations);
  if (known) return known;
  const found: PlacedQuote[] = [];
  for (const { id, here, damaged } of annotations.entities) {
    if (!damaged) for (const quote of here) found.push({ quote, entity: id.value, item: false });
  }
  const seen = new Set<Quote>();
  for (const { id, subject, quote, items, damaged, nth = 1 } of annotations.claims) {
    if (damaged || nth > 1) continue;
    const claim = id?.value;
    const entity = subject?.value;
    if (quote && !seen.has(quote)) {
      seen.add(quote);
      found.push({ quote, claim, entity, item: false });
    }
    for (const item of items) found.push({ quote: item, claim, entity, item: true });
  }
  placed.set(annotations, found);
  return found;
}

const placed = new WeakMap<Document['annotations'], readonly PlacedQuote[]>();

export type Miss = 'quote-not-found' | 'quote-altered' | 'quote-drifted';

export interface MissedQuote {
  readonly placed: PlacedQuote;
  /** The piece that is not in the body. */
  readonly piece: Text;
  readonly kind: Miss;
  readonly candidate?: Candidate;
  /** The words do stand in the body, but before the piece that they should follow. */
  readonly elsewhere: boolean;
}

interface Remembered {
  /** Whether a difference is one of names depends on the names. */
  readonly gazetteer: Records['gazetteer'];
  readonly found: readonly MissedQuote[];
}

const misses = new WeakMap<Document, Remembered>();

/** The reports of one of the three checks. */
export function* missReports(kind: Miss, { document, corpus }: DocumentContext): Iterable<Report> {
  for (const missed of missesOf(document, corpus.records)) {
    if (missed.kind === kind) yield reportOf(missed, document);
  }
}

/** The quotes that the body does not bear. Sought once per version of a document and its names, and nearest passages on a miss only. */
export function missesOf(document: Document, records: Records): readonly MissedQuote[] {
  const { gazetteer } = records;
  let known = misses.get(document);
  if (known?.gazetteer !== gazetteer) {
    known = { gazetteer, found: [...missedQuotes(document, records)] };
    misses.set(document, known);
  }
  return known.found;
}

/**
 * How many units of bodies are looked through for passages near the quotes of one document: what takes about half a
 * second. Hundreds of quotes that a book does not bear would take as many passes over it; those past this are told to be
 * missing, without a passage.
 */
const SOUGHT_UNITS = 40_000_000;

function* missedQuotes(document: Document, records: Records): Iterable<MissedQuote> {
  let forms: readonly string[] | undefined;
  let left = SOUGHT_UNITS;
  for (const placed of quotesOf(document)) {
    const anchor = anchorOf(document, placed.quote);
    if (anchor.kind !== 'missing') continue;
    const piece = placed.quote.pieces[anchor.piece] ?? placed.quote.pieces[0]!;
    const text = normaliseText(piece.value);
    left -= document.bodyText.text.length;
    const candidate = left < 0 ? undefined : nearestIn(document, placed.quote, anchor.piece, text);
    forms ??= formsIn(document, records);
    const elsewhere = !candidate && anchor.piece > 0 && document.bodyText.text.includes(text);
    yield { placed, piece, candidate, elsewhere, kind: candidate ? kindOf(text, candidate, forms) : 'quote-not-found' };
  }
}

/** What was found for a text in a body, and where the body then began. */
const passages = new WeakMap<object, Map<string, { readonly from: number; readonly candidate?: Candidate }>>();

/** Remembered with the body, so that an edit of the front matter seeks only new quotes. */
function nearestIn(document: Document, quote: Quote, piece: number, text: string): Candidate | undefined {
  if (piece > 0) return nearest(bodyAfter(document, quote, piece), text);
  const { identity, from } = document.bodyText;
  let known = passages.get(identity);
  if (!known) {
    known = new Map();
    passages.set(identity, known);
  }
  let found = known.get(text);
  if (!found) {
    found = { from, candidate: nearest(document.bodyText, text) };
    known.set(text, found);
  }
  const { candidate } = found;
  const by = from - found.from;
  if (!candidate || by === 0) return candidate;
  return { ...candidate, span: { start: candidate.span.start + by, end: candidate.span.end + by } };
}

/** Every name of the entities that the document declares: what a quote must not lose or change. */
export const formsIn = (document: Document, records: Records): readonly string[] =>
  declaredOf(document, records).flatMap((declared) => [...declared.forms, ...declared.as, ...declared.sic]);

/** Where a piece may stand: after the piece before it. */
export function bodyAfter(document: Document, quote: Quote, piece: number): NormalisedText {
  if (piece === 0) return document.bodyText;
  const before = anchorOf(document, { ...quote, pieces: quote.pieces.slice(0, piece) });
  const start = before.kind === 'missing' ? document.body.start : before.spans.at(-1)!.end;
  return normaliseSpan(document.text, { start, end: document.body.end });
}

function kindOf(text: string, candidate: Candidate, forms: readonly string[]): Miss {
  return sameProtectedTokens(text, candidate.text, forms) ? 'quote-drifted' : 'quote-altered';
}

function reportOf({ placed, piece, candidate, elsewhere }: MissedQuote, document: Document): Report {
  const passage = candidate && document.text.slice(candidate.span.start, candidate.span.end);
  return {
    span: piece.span,
    ...(elsewhere && { variant: 'order' }),
    params: {
      quote: piece.value,
      passage: passage === undefined ? '' : oneLine(passage),
      ...(candidate && differenceOf(normaliseText(piece.value), candidate.text)),
    },
    claim: placed.claim,
    entity: placed.entity,
    related: candidate ? [{ path: document.path, span: candidate.span, message: 'nearest-passage', params: {} }] : [],
    fixes: () => (passage === undefined ? [] : reanchor(document, piece, oneLine(passage))),
  };
}

/** Never safe: which of the two is right, the quote or the body, only a person can say. */
function reanchor(document: Document, piece: Text, passage: string): readonly Fix[] {
  const edits = replaceScalar(document, piece.span, passage);
  return edits?.length ? [{ title: 'adopt-passage', params: { text: passage }, safe: false, edits }] : [];
}

/** Where a quote and a passage part and meet again, in whole words: what a person has to look at. */
function differenceOf(quote: string, passage: string): { readonly ours: string; readonly theirs: string } {
  const [left, right] = [piecesOf(quote), piecesOf(passage)];
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start++;
  let end = 0;
  const most = Math.min(left.length, right.length) - start;
  while (end < most && left.at(-1 - end) === right.at(-1 - end)) end++;
  // Words that only one side has are shown with the one before them.
  if (start > 0 && (start + end >= left.length || start + end >= right.length)) start--;
  const shown = (pieces: readonly string[]) =>
    pieces
      .slice(start, pieces.length - end)
      .join('')
      .trim();
  return { ours: shown(left), theirs: shown(right) };
}

/** Words with the space behind them; Han characters one by one; figures whole. */
const piecesOf = (text: string): readonly string[] =>
  text.match(/[\p{N}][\p{N}.,]*\s*|\p{Script=Han}|[^\s\p{Script=Han}]+\s*|\s+/gu) ?? [];

/** A passage as a quote is written: on one line. */
export const oneLine = (passage: string): string => passage.replace(/\s+/g, ' ').trim();
