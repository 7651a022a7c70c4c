/** The claims and facts of a corpus as they are held against one another. Reads facts, no texts; knows no foreign format. */

import { outlives } from '../../checks/anachronism.ts';
import type { View } from '../../checks/engine/check.ts';
import { edtf, holdsOf, type Lexicon, type Statement, statementsOf } from '../../checks/statements/statement.ts';
import { unitsOf } from '../../checks/valueKind.ts';
import { type AcceptanceFacts, type ClaimFacts, claimFactsOf } from '../../core/facts.ts';
import { subjectIn } from '../../core/groups.ts';
import { textKey } from '../../core/textKey.ts';
import { Vocabulary } from '../../core/vocabulary.ts';
import { type Interval, point, sameNumber } from '../../values/interval.ts';
import type { Quantity } from '../../values/quantity.ts';
import { type TimeValue, widen } from '../../values/time.ts';
import type { Units } from '../../values/units.ts';
import type {
  ComparableQuantity,
  ComparableStatement,
  ComparableValue,
  Extent,
  Numbers,
  Stretch,
} from './comparable.ts';
import { scopesOf } from './scopeForms.ts';

/** What one file says. */
export interface Said {
  readonly path: string;
  readonly isFact: boolean;
  readonly claims: readonly ClaimFacts[];
  /** What a document accepts as a whole. */
  readonly accept: readonly AcceptanceFacts[];
}

/** Whether the facts of a record are asked for. */
export type Wanted = (record: string) => boolean;

/** What the document, or the file of records, at `path` says; nothing where there is none. */
export function saidAt({ corpus }: View, path: string, isWanted: Wanted): Said | undefined {
  const document = corpus.documents.get(path);
  if (document) return { path, isFact: false, claims: document.claims, accept: document.accept ?? [] };
  const file = corpus.records.files.get(path);
  if (!file) return undefined;
  const records = file.records.filter(({ id, damaged }) => !damaged && isWanted(id.value));
  return { path, isFact: true, claims: records.flatMap(({ facts }) => facts.map(claimFactsOf)), accept: [] };
}

/** The statements of a file in the order that numbers them: those of a group in the order of the file. */
export function statementsIn(view: View, { path, claims }: Said): readonly Statement[] {
  const { vocabulary } = view.corpus;
  const seen = new Set<string>();
  return claims.flatMap(({ subject, property, damaged }) => {
    const definition = property === undefined || damaged ? undefined : vocabulary.properties.get(property);
    if (!definition || !subject) return [];
    const named = subjectIn(subject, path);
    const group = `${named}\u0000${definition.id}`;
    if (seen.has(group)) return [];
    seen.add(group);
    const member = view.group(named, definition.id)?.get(path);
    return member ? statementsOf(member, named, definition, lexiconOf(view)) : [];
  });
}

export const lexiconOf = ({ corpus }: View): Lexicon => ({ settings: corpus.settings, records: corpus.records });

/** The statements of a file as plain data. */
export function* comparableStatements(view: View, said: Said): Iterable<ComparableStatement> {
  const places = new Map<string, number>();
  for (const [i, { key }] of said.claims.entries()) if (!places.has(key)) places.set(key, i);
  for (const [number, statement] of statementsIn(view, said).entries()) {
    const place = 2 * (places.get(statement.claim.key) ?? -1) + (statement.end === 'to' ? 1 : 0);
    yield comparable(view, said, statement, number, place);
  }
}

function comparable(
  view: View,
  { path, isFact }: Said,
  statement: Statement,
  number: number,
  place: number,
): ComparableStatement {
  const { claim, subject, property, meaning, end, basis, ended, member, time } = statement;
  const { records, vocabulary } = view.corpus;
  const type = records.get(subject)?.type?.value;
  const at = edtf(claim.at);
  const published = isFact ? undefined : edtf(member.head.date);
  const office = property.id === 'position' && meaning.kind === 'entity' ? records.get(meaning.id) : undefined;
  const scopes = scopesOf(statement, lexiconOf(view));
  return {
    ...{ path, isFact, number, place, subject, basis },
    key: claim.key,
    ...(claim.id !== undefined && { id: claim.id }),
    ...(end && { end }),
    ...(claim.partOf !== undefined && { partOf: claim.partOf }),
    isEvent: type !== undefined && vocabulary.isA(type, 'event'),
    property: property.id,
    isSingle: property.single,
    isTimeless: property.time === 'permanent' || property.time === 'event',
    isPermanent: property.time === 'permanent',
    takesTime: Vocabulary.kinds(property.value).includes('time'),
    stance: claim.stance,
    certainty: claim.certainty,
    hasEnded: ended,
    outlives: outlives(statement),
    ...(claim.by !== undefined && { by: claim.by }),
    time: time ?? ALWAYS,
    held: time ? widen(time, holdsOf(property)) : ALWAYS,
    isUncertain: time?.uncertain === true || (meaning.kind === 'time' && meaning.time.uncertain),
    ...(at && { at: extentOf(at) }),
    ...(published && { published: extentOf(published) }),
    value: comparableValue(statement, unitsOf(view.corpus.settings)),
    ...(office?.holders !== undefined && { holders: office.holders }),
    scopes,
    scopeCount: new Set(scopes.map(({ qualifier }) => qualifier)).size,
  };
}

/** A fact without a time holds always. What nobody knows the time of is compared with nothing, as its basis says. */
const ALWAYS: Stretch = {
  start: { earliest: Number.NEGATIVE_INFINITY, latest: Number.NEGATIVE_INFINITY },
  end: { earliest: Number.POSITIVE_INFINITY, latest: Number.POSITIVE_INFINITY },
};

const extentOf = ({ start, end, uncertain }: TimeValue): Extent => ({
  first: start.earliest,
  last: end.latest,
  isUncertain: uncertain,
});

function comparableValue({ meaning }: Statement, units: Units): ComparableValue {
  switch (meaning.kind) {
    case 'quantity':
      return { kind: 'quantity', ...quantityOf(meaning.quantity, units) };
    case 'time':
      return { kind: 'time', ...extentOf(meaning.time) };
    case 'text':
      return {
        kind: 'text',
        keys: Object.entries(meaning.texts).map(([lang, text]) => ({ lang, key: textKey(text) })),
      };
    case 'entity':
    case 'boolean':
      return meaning;
  }
}

type Measured = (value: Interval) => Interval | undefined;

function quantityOf(quantity: Quantity, units: Units): ComparableQuantity {
  const { hard, soft, unit, ordinal } = quantity;
  const measure = unit === undefined ? undefined : units.measure(hard, unit);
  const own: Measured = (value) => value;
  const base: Measured = (value) => (unit === undefined ? value : (units.measure(value, unit)?.base ?? value));
  const months: Measured = (value) => (unit === undefined ? undefined : units.measure(value, unit)?.months);
  return {
    ...(unit !== undefined && { unit }),
    ...(measure && { dimension: measure.dimension }),
    isMoney: unit !== undefined && units.isMoney(unit),
    isOrdinal: ordinal,
    lowOpen: hard.lowOpen,
    highOpen: hard.highOpen,
    expectedLowOpen: soft.lowOpen,
    expectedHighOpen: soft.highOpen,
    own: numbersOf(quantity, own),
    base: numbersOf(quantity, base),
    ...(measure?.months && { months: numbersOf(quantity, months) }),
  };
}

function numbersOf({ hard, soft, nominal }: Quantity, measured: Measured): Numbers {
  const [bounds, expected] = [measured(hard) ?? hard, measured(soft) ?? soft];
  const finite = (name: string, value: number) => (Number.isFinite(value) ? { [name]: value } : {});
  const numbers = nominal.flatMap((n) => {
    const one = measured(point(n));
    // In days a number of months is a stretch of them.
    return one && sameNumber(one.low, one.high) ? [one.low] : [];
  });
  return {
    ...finite('low', bounds.low),
    ...finite('high', bounds.high),
    ...finite('expectedLow', expected.low),
    ...finite('expectedHigh', expected.high),
    nominal: numbers.length === nominal.length ? numbers : [],
  };
}
