/** Where a translation says what a claim says, and the claim written there. Proposes places; somebody chooses among them. */

import type { View } from '../../checks/engine/check.ts';
import { edtfOf } from '../../checks/quoted/edtf.ts';
import { datesIn, quantitiesIn, wordsAt } from '../../checks/quoted/passage.ts';
import { type Said, sayingOf } from '../../checks/quoted/value.ts';
import { translationsOf } from '../../checks/statements/comparisons.ts';
import { unitsOf } from '../../checks/valueKind.ts';
import { anchorOf } from '../../core/analysis.ts';
import type { Claim } from '../../core/claim.ts';
import type { Document } from '../../core/document.ts';
import { clauseEnd, clauseStart, sentencesOf } from '../../core/sentences.ts';
import type { Span } from '../../core/text.ts';
import { quantitySupports, timeSupports } from '../../values/compare.ts';
import { sameNumber } from '../../values/interval.ts';
import type { Quantity, QuantityExpression } from '../../values/quantity.ts';
import type { TimeValue } from '../../values/time.ts';
import type { Units } from '../../values/units.ts';
import { namesOf } from './names.ts';
import { passageOf } from './passage.ts';
import { namesIn } from './subjects.ts';

/** A place of a translation that may say the same. */
export interface Candidate {
  readonly path: string;
  /** What a claim would quote. */
  readonly span: Span;
  readonly words: string;
  /** The figure that has the claim's value, as the translation writes it. */
  readonly figure?: string;
  /** How much speaks for the place: what both mention, and where both stand. */
  readonly shared: { readonly figures: number; readonly times: number; readonly entities: number };
}

const MOST = 8;
/** More sentences than this are not held against one claim. */
const MOST_SENTENCES = 5_000;

/** In every document that translates this one, or that it translates; the likeliest first. Places that share nothing are left out. */
export function candidates(view: View, document: Document, claim: Claim): readonly Candidate[] {
  const anchor = claim.quote && anchorOf(document, claim.quote);
  if (anchor?.kind !== 'anchored') return [];
  const passage = { start: anchor.spans[0]!.start, end: anchor.spans.at(-1)!.end };
  const own = contentsOf(view, document, passage, claim);
  return [...translationsOf(view, document.path)].flatMap((path) => {
    const other = view.document(path);
    return other ? placesIn(view, other, own, placeOf(document, passage)) : [];
  });
}

interface Contents {
  readonly value?: Said;
  readonly quantities: readonly QuantityExpression[];
  readonly times: readonly TimeValue[];
  readonly entities: ReadonlySet<string>;
}

function contentsOf(view: View, document: Document, passage: Span, claim: Claim): Contents {
  const value = sayingOf(claim, view.corpus)?.said;
  const mentions = namesIn(passage, namesOf(document, view.corpus.records));
  return {
    ...(value && { value }),
    quantities: quantitiesIn([passage], document, view.corpus.settings),
    times: datesIn([passage], document).flatMap(({ time }) => time ?? []),
    entities: new Set([...mentions.map(({ id }) => id), claim.subject?.value ?? '', claim.by?.text.value ?? '']),
  };
}

/** How far into the body, and in which of its paragraphs. */
interface Position {
  readonly fraction: number;
  readonly paragraph: number;
  readonly paragraphs: number;
}

function placeOf({ body, text }: Document, { start }: Span): Position {
  const starts = paragraphsOf(text, body);
  const paragraph = starts.findLastIndex((one) => one <= start);
  return { fraction: (start - body.start) / Math.max(1, body.end - body.start), paragraph, paragraphs: starts.length };
}

const paragraphStarts = new WeakMap<object, readonly number[]>();

function paragraphsOf(text: string, body: Span): readonly number[] {
  const known = paragraphStarts.get(body);
  if (known) return known;
  const starts: number[] = [];
  let blank = true;
  for (let at = body.start; at < body.end; ) {
    const end = text.indexOf('\n', at) < 0 ? body.end : text.indexOf('\n', at);
    const empty = text.slice(at, end).trim() === '';
    if (!empty && blank) starts.push(at);
    blank = empty;
    at = end + 1;
  }
  paragraphStarts.set(body, starts);
  return starts;
}

function placesIn(view: View, other: Document, own: Contents, position: Position): readonly Candidate[] {
  const { settings, records } = view.corpus;
  const units = unitsOf(settings);
  const analysis = namesOf(other, records);
  const found: (Candidate & { readonly score: number })[] = [];
  let count = 0;
  for (const sentence of sentencesOf(other.text, other.body)) {
    if (++count > MOST_SENTENCES) break;
    const figures = quantitiesIn([sentence], other, settings).filter((one) =>
      own.quantities.some((mine) => sameFigure(mine, one, units)),
    );
    const dates = datesIn([sentence], other).filter(
      ({ time }) => time && own.times.some((mine) => timeSupports(mine, time)),
    );
    const mentions = namesIn(sentence, analysis).filter(({ id }) => own.entities.has(id));
    const entities = new Set(mentions.map(({ id }) => id)).size;
    if (figures.length + dates.length + entities === 0) continue;
    const valued = valueIn(own.value, sentence, other, view);
    const score =
      8 * (valued ? 1 : 0) +
      4 * figures.length +
      3 * dates.length +
      2 * entities +
      6 * nearness(position, placeOf(other, sentence));
    const parts = [...figures, ...dates, ...mentions].map(({ span }) => span);
    const passage = passageOf(other, clausesAround(other.text, sentence, valued ? [...parts, valued.span] : parts));
    if (typeof passage === 'string') continue;
    const { span } = passage;
    const shared = { figures: figures.length, times: dates.length, entities };
    found.push({
      path: other.path,
      span,
      words: wordsAt(other, span),
      ...(valued && { figure: valued.text }),
      shared,
      score,
    });
  }
  return found
    .sort((a, b) => b.score - a.score || a.span.start - b.span.start)
    .slice(0, MOST)
    .map(({ score: _, ...candidate }) => candidate);
}

/** 1 in the same paragraph of as many, less the further apart. */
function nearness(a: Position, b: Position): number {
  if (a.paragraphs === b.paragraphs && a.paragraphs > 1)
    return Math.max(0, 1 - Math.abs(a.paragraph - b.paragraph) / 2);
  return Math.max(0, 1 - 4 * Math.abs(a.fraction - b.fraction));
}

/** The same number, however hedged and rounded. */
function sameFigure(a: Quantity, b: Quantity, units: Units): boolean {
  if (a.ordinal !== b.ordinal || a.nominal.length !== b.nominal.length) return false;
  if (a.unit !== undefined && b.unit !== undefined && !units.convertible(a.unit, b.unit)) return false;
  if (a.nominal.length === 0) return quantitySupports(a, b, units);
  return a.nominal.every((n, i) => sameNumber(n, b.nominal[i]!)) || quantitySupports(a, b, units);
}

/** The clauses that hold all that is shared, without what stands around them. */
function clausesAround(text: string, sentence: Span, parts: readonly Span[]): Span {
  const first = Math.min(...parts.map(({ start }) => start));
  const last = Math.max(...parts.map(({ end }) => end));
  const span = { start: clauseStart(text, first, sentence.start), end: clauseEnd(text, last, sentence.end) };
  return span.end > span.start ? span : sentence;
}

/** What of the passage says the claim's value: a figure in the translation's words, or a time. */
export function valueIn(
  value: Said | undefined,
  passage: Span,
  document: Document,
  view: View,
): { readonly text: string; readonly span: Span } | undefined {
  const units = unitsOf(view.settings);
  const all = () => quantitiesIn([passage], document, view.corpus.settings);
  switch (value?.kind) {
    case 'quantity': {
      const found = all().find((one) => sameFigure(value.quantity, one, units));
      return found && { text: wordsAt(document, found.span), span: found.span };
    }
    case 'change': {
      const [from, to] = [value.from, value.to].map((end) => all().find((one) => sameFigure(end, one, units)));
      if (!from || !to || from === to) return undefined;
      const span = { start: Math.min(from.span.start, to.span.start), end: Math.max(from.span.end, to.span.end) };
      return { text: `${wordsAt(document, from.span)} -> ${wordsAt(document, to.span)}`, span };
    }
    case 'time': {
      const found = datesIn([passage], document).find(({ time }) => time && timeSupports(value.time, time));
      const text = found?.time && edtfOf(found.time);
      return found && text !== undefined ? { text, span: found.span } : undefined;
    }
    default:
      return undefined;
  }
}
