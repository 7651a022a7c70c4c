/** Whether the quote of a claim says its value: section 9, "Quote and value". Words no finding. */

import type { Analysis } from '../../core/analysis.ts';
import type { Claim } from '../../core/claim.ts';
import type { Corpus } from '../../core/corpus.ts';
import type { Document } from '../../core/document.ts';
import type { Mention } from '../../core/mentions.ts';
import type { Quote } from '../../core/quote.ts';
import type { Property } from '../../core/vocabulary.ts';
import { quantitySupports, timeSupports } from '../../values/compare.ts';
import { sameNumber, within } from '../../values/interval.ts';
import type { Quantity, QuantityExpression } from '../../values/quantity.ts';
import type { TimeValue } from '../../values/time.ts';
import type { Units } from '../../values/units.ts';
import type { DocumentContext } from '../engine/check.ts';
import { unitsOf } from '../valueKind.ts';
import { datesIn, mentionsIn, passageOf, type QuotedDate, quantitiesIn } from './passage.ts';
import { type Said, sayingOf } from './value.ts';

/** A number of the value and an expression of the quote that says it. */
export interface Pair {
  readonly value: Quantity;
  readonly quoted: QuantityExpression;
}

/**
 * - `silent`: the quote holds nothing of the value's kind, or nothing that can be decided
 * - `supported`: something denotes the value; for quantities, with every way to say so: one of them is enough
 * - the rest: nothing does, and these are what the quote holds instead
 */
export type Support =
  | { readonly kind: 'silent' }
  | { readonly kind: 'supported'; readonly ways: readonly (readonly Pair[])[] }
  | { readonly kind: 'quantities'; readonly found: readonly QuantityExpression[] }
  | { readonly kind: 'dates'; readonly found: readonly QuotedDate[] }
  | { readonly kind: 'mentions'; readonly found: readonly Mention[] };

/** A claim with a value that its quote can be held against. */
export interface Supported {
  readonly claim: Claim;
  readonly property: Property;
  readonly said: Said;
  readonly support: Support;
}

interface Remembered {
  readonly analysis: Analysis;
  readonly corpus: Corpus;
  readonly found: readonly Supported[];
}

const known = new WeakMap<Document, Remembered>();

/** Every claim of the document that has a quote and a value of a kind that is compared; found once for all checks. */
export function supportIn({ document, analysis, corpus }: DocumentContext): readonly Supported[] {
  const memory = known.get(document);
  if (
    memory?.analysis === analysis &&
    memory.corpus.records === corpus.records &&
    memory.corpus.settings === corpus.settings
  ) {
    return memory.found;
  }
  const found = document.annotations.claims.flatMap((claim): readonly Supported[] => {
    const saying = claim.quote && sayingOf(claim, corpus);
    if (!saying) return [];
    return [{ claim, ...saying, support: supportOf(claim, saying.said, saying.property, document, analysis, corpus) }];
  });
  known.set(document, { analysis, corpus, found });
  return found;
}

/** A quote that holds more than this is no quote of one claim: to read it again for every nested one would cost their product. */
const MOST = 500;

const SILENT: Support = { kind: 'silent' };
const SUPPORTED: Support = { kind: 'supported', ways: [] };

function supportOf(
  claim: Claim,
  said: Said,
  property: Property,
  document: Document,
  analysis: Analysis,
  corpus: Corpus,
): Support {
  const passage = passageOf(claim, document);
  if (passage.length === 0) return SILENT;
  switch (said.kind) {
    case 'quantity':
    case 'change': {
      const units = unitsOf(corpus.settings);
      const all = quantitiesIn(passage, document, corpus.settings);
      return said.kind === 'quantity' ? quantity(said.quantity, all, units) : change(said.from, said.to, all, units);
    }
    case 'time':
      return time(said.time, datesIn(passage, document));
    case 'entity':
      return entity(claim, said.id, property, mentionsIn(passage, analysis), document, corpus);
  }
}

/** What can be meant: of a convertible unit or of none; of any, where the value has none either. */
export function candidatesFor(
  value: Quantity,
  all: readonly QuantityExpression[],
  units: Units,
): readonly QuantityExpression[] {
  return all.filter((quoted) => {
    if (quoted.ordinal !== value.ordinal) return false;
    return value.unit === undefined || quoted.unit === undefined || units.convertible(quoted.unit, value.unit);
  });
}

function quantity(value: Quantity, all: readonly QuantityExpression[], units: Units): Support {
  const found = all.length > MOST ? [] : candidatesFor(value, all, units);
  const against = found.filter(({ adverbial }) => !adverbial);
  if (found.length === 0) return SILENT;
  const ways: (readonly Pair[])[] = found
    .filter((quoted) => quantitySupports(value, quoted, units) || isShare(value, quoted))
    .map((quoted) => [{ value, quoted }]);
  if (ways.length > 0) return { kind: 'supported', ways };
  return isRange(value) && endsOf(found).some(([from, to]) => rangeIs(value, from, to))
    ? SUPPORTED
    : against.length > 0
      ? { kind: 'quantities', found: against }
      : SILENT;
}

/** 67 % for 三分之二: what rounds to a share in words says it. */
function isShare(value: Quantity, quoted: Quantity): boolean {
  if (quoted.unit !== '%' || value.unit !== '%' || quoted.hedge || quoted.nominal.length !== 1) return false;
  return value.nominal.length === 1 && quoted.hard.low < quoted.hard.high && within(value.hard, quoted.hard);
}

/** Both ends, the first before the second where the quote says which is which. */
function change(from: Quantity, to: Quantity, all: readonly QuantityExpression[], units: Units): Support {
  const found = all.length > MOST ? [] : candidatesFor(from, all, units);
  if (found.length === 0) return SILENT;
  if (found.some((quoted) => isRange(quoted) && rangeIs(quoted, from, to))) return SUPPORTED;
  const stated = endsOf(found);
  const said = stated.filter(
    ([first, last]) => quantitySupports(from, first, units) && quantitySupports(to, last, units),
  );
  if (said.length > 0) return { kind: 'supported', ways: said.map(([a, b]) => pairs(from, a, to, b)) };
  const reversed = stated.some(
    ([first, last]) => quantitySupports(from, last, units) && quantitySupports(to, first, units),
  );
  const denoting = (end: Quantity) =>
    reversed ? [] : found.filter((quoted) => quantitySupports(end, quoted, units)).slice(0, 9);
  const [starts, ends] = [denoting(from), denoting(to)];
  const ways = starts.flatMap((a) =>
    ends.filter((b) => b !== a && a.role !== 'to' && b.role !== 'from').map((b) => pairs(from, a, to, b)),
  );
  return ways.length > 0 ? { kind: 'supported', ways } : { kind: 'quantities', found };
}

const pairs = (from: Quantity, a: QuantityExpression, to: Quantity, b: QuantityExpression): readonly Pair[] => [
  { value: from, quoted: a },
  { value: to, quoted: b },
];

/** The pairs that "from … to …" makes of neighbours. */
export function endsOf(
  found: readonly QuantityExpression[],
): readonly (readonly [QuantityExpression, QuantityExpression])[] {
  return found.flatMap((first, i) => {
    const last = found[i + 1];
    return first.role === 'from' && last?.role === 'to' ? [[first, last] as const] : [];
  });
}

const isRange = ({ nominal }: Quantity): boolean => nominal.length === 2;

/** Whether `range`, "40 to 50", goes from the one number to the other. */
function rangeIs({ nominal }: Quantity, from: Quantity, to: Quantity): boolean {
  const [a, b] = [from.nominal[0], to.nominal[0]];
  return a !== undefined && b !== undefined && sameNumber(nominal[0]!, a) && sameNumber(nominal[1]!, b);
}

function time(value: TimeValue, found: readonly QuotedDate[]): Support {
  if (found.length === 0 || found.length > MOST) return SILENT;
  if (found.some((quoted) => quoted.time && timeSupports(value, quoted.time))) return SUPPORTED;
  // What nothing decides may be the value.
  return found.some((quoted) => !quoted.time) ? SILENT : { kind: 'dates', found };
}

function entity(
  claim: Claim,
  id: string,
  property: Property,
  mentions: readonly Mention[],
  document: Document,
  { records, vocabulary }: Corpus,
): Support {
  if (!records.get(id) || mentions.length === 0 || mentions.length > MOST) return SILENT;
  if (mentions.some((mention) => mention.id === id)) return SUPPORTED;
  const others = bystanders(claim, document);
  let accepted = property.value;
  if (accepted.includes('any')) {
    // Where anything may stand, only the value's like can be meant instead, and not what the passage is about.
    const own = records.get(id)?.type?.value;
    accepted = own === undefined ? [] : [own];
    for (const about of subjectsOf(document).get(claim.quote!) ?? []) others.add(about);
  }
  const found = mentions.filter((mention) => {
    const type = records.get(mention.id)?.type?.value;
    return type !== undefined && !others.has(mention.id) && vocabulary.accepts(accepted, type);
  });
  return found.length > 0 ? { kind: 'mentions', found } : SILENT;
}

/** Who or what the claim names in other places than its value. */
function bystanders(claim: Claim, { annotations }: Document): Set<string> {
  const ids = new Set<string>();
  if (claim.subject) ids.add(claim.subject.value);
  const speaker = claim.by ? (claim.by.free ? undefined : claim.by.text) : annotations.source.publisher;
  if (speaker) ids.add(speaker.value);
  for (const { value } of claim.qualifiers.values()) {
    for (const item of value.kind === 'list' ? value.items : [value]) if (item.kind === 'text') ids.add(item.text);
  }
  return ids;
}

const subjects = new WeakMap<readonly Claim[], ReadonlyMap<Quote, ReadonlySet<string>>>();

/** What the claims of each passage are about: those that are nested share its quote. */
function subjectsOf({ annotations }: Document): ReadonlyMap<Quote, ReadonlySet<string>> {
  let known = subjects.get(annotations.claims);
  if (!known) {
    const found = new Map<Quote, Set<string>>();
    for (const { quote, subject } of annotations.claims) {
      if (quote && subject) found.set(quote, (found.get(quote) ?? new Set()).add(subject.value));
    }
    known = found;
    subjects.set(annotations.claims, known);
  }
  return known;
}
