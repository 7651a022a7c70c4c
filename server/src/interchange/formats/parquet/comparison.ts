/** The tables that claims are compared by: what every hedge, unit, date and name has been read as. Columns and their rows. */

import type {
  Comparable,
  ComparableQuantity,
  ComparableStatement,
  ComparableValue,
  Extent,
  Numbers,
  Stretch,
} from '../../exchange/comparable.ts';
import type { Columns, Row } from './table.ts';

const bounds = (prefix: string) =>
  ({
    [`${prefix}low`]: 'number',
    [`${prefix}high`]: 'number',
    [`${prefix}expected_low`]: 'number',
    [`${prefix}expected_high`]: 'number',
    [`${prefix}nominal`]: 'number',
    [`${prefix}nominal_to`]: 'number',
  }) as const;

const stretch = (prefix: string) =>
  ({
    [`${prefix}start_earliest`]: 'number',
    [`${prefix}start_latest`]: 'number',
    [`${prefix}end_earliest`]: 'number',
    [`${prefix}end_latest`]: 'number',
  }) as const;

const STATEMENTS: Columns = {
  statement: 'text',
  path: 'text',
  path_order: 'text',
  is_fact: 'truth',
  number: 'integer',
  place: 'integer',
  claim: 'text',
  claim_id: 'text',
  claim_end: 'text',
  part_of: 'text',
  subject: 'text',
  subject_is_event: 'truth',
  property: 'text',
  is_single: 'truth',
  is_timeless: 'truth',
  is_permanent: 'truth',
  takes_time: 'truth',
  stance: 'text',
  is_possible: 'truth',
  has_ended: 'truth',
  outlives: 'truth',
  speaker: 'text',
  basis: 'text',
  ...stretch(''),
  ...stretch('held_'),
  is_uncertain: 'truth',
  at_first: 'number',
  at_last: 'number',
  at_is_uncertain: 'truth',
  published_first: 'number',
  published_last: 'number',
  published_is_uncertain: 'truth',
  kind: 'text',
  unit: 'text',
  dimension: 'text',
  is_money: 'truth',
  is_calendar: 'truth',
  is_ordinal: 'truth',
  low_open: 'truth',
  high_open: 'truth',
  expected_low_open: 'truth',
  expected_high_open: 'truth',
  ...bounds(''),
  ...bounds('base_'),
  ...bounds('months_'),
  value_first: 'number',
  value_last: 'number',
  value_is_uncertain: 'truth',
  value_entity: 'text',
  value_truth: 'truth',
  holders: 'integer',
  scopes: 'integer',
};

/** The tables by name, in the order in which they are written. */
export const COMPARISON_TABLES = {
  statements: STATEMENTS,
  statement_texts: { statement: 'text', lang: 'text', form: 'text' },
  statement_scopes: { statement: 'text', qualifier: 'text', kind: 'text', form: 'text' },
  acceptances: {
    path: 'text',
    claim: 'text',
    code: 'text',
    reason: 'text',
    is_for_any: 'truth',
    other_statement: 'text',
    other_path: 'text',
    other_claim: 'text',
    other_record: 'text',
  },
  translations: { path: 'text', other: 'text' },
  severities: { code: 'text', level: 'integer', is_set: 'truth' },
} as const satisfies Readonly<Record<string, Columns>>;

export type ComparisonTable = keyof typeof COMPARISON_TABLES;

const ROWS: Readonly<Record<ComparisonTable, (from: Comparable) => Iterable<Row<Columns>>>> = {
  *statements(from) {
    for (const one of from.statements()) yield statementRow(one);
  },
  *statement_texts(from) {
    for (const one of from.statements()) {
      const { value } = one;
      if (value.kind !== 'text') continue;
      for (const { lang, key } of value.keys) yield { statement: nameOf(one), lang, form: key };
    }
  },
  *statement_scopes(from) {
    for (const one of from.statements()) for (const scope of one.scopes) yield { statement: nameOf(one), ...scope };
  },
  *acceptances(from) {
    for (const { path, claim, code, reason, other } of from.acceptances()) {
      const target = !other
        ? {}
        : 'record' in other
          ? { other_record: other.record }
          : 'number' in other
            ? { other_statement: nameOf(other) }
            : { other_path: other.path, other_claim: other.claim };
      yield { path, claim, code, reason, is_for_any: !other, ...target };
    }
  },
  translations: (from) => from.translations(),
  *severities(from) {
    for (const { code, severity, isSet } of from.severities())
      yield { code, level: LEVELS.indexOf(severity) + 1, is_set: isSet };
  },
};

/** The rows of a table. */
export const comparisonRows = (name: ComparisonTable, from: Comparable): Iterable<Row<Columns>> => ROWS[name](from);

/** Severities by their level, from 1. */
export const LEVELS = ['error', 'warning', 'information'] as const;

const nameOf = ({ path, number }: { readonly path: string; readonly number: number }): string => `${path}#${number}`;

function statementRow(one: ComparableStatement): Row<Columns> {
  const { path, number, place, subject, property, stance, outlives, basis, holders } = one;
  return {
    ...{ path, number, place, subject, property, stance, outlives, basis, holders },
    statement: nameOf(one),
    path_order: orderOf(path),
    is_fact: one.isFact,
    claim: one.key,
    claim_id: one.id,
    claim_end: one.end,
    part_of: one.partOf,
    subject_is_event: one.isEvent,
    is_single: one.isSingle,
    is_timeless: one.isTimeless,
    is_permanent: one.isPermanent,
    takes_time: one.takesTime,
    is_possible: one.certainty === 'possible',
    has_ended: one.hasEnded,
    speaker: one.by,
    ...stretchRow('', one.time),
    ...stretchRow('held_', one.held),
    is_uncertain: one.isUncertain,
    ...(one.at && extentRow('at', one.at)),
    ...(one.published && extentRow('published', one.published)),
    ...valueRow(one.value),
    scopes: one.scopeCount,
  };
}

const stretchRow = (prefix: string, { start, end }: Stretch) => ({
  [`${prefix}start_earliest`]: start.earliest,
  [`${prefix}start_latest`]: start.latest,
  [`${prefix}end_earliest`]: end.earliest,
  [`${prefix}end_latest`]: end.latest,
});

const extentRow = (prefix: string, { first, last, isUncertain }: Extent) => ({
  [`${prefix}_first`]: first,
  [`${prefix}_last`]: last,
  [`${prefix}_is_uncertain`]: isUncertain,
});

function valueRow(value: ComparableValue): Row<Columns> {
  switch (value.kind) {
    case 'quantity':
      return { kind: value.kind, ...quantityRow(value) };
    case 'time':
      return { kind: value.kind, ...extentRow('value', value) };
    case 'entity':
      return { kind: value.kind, value_entity: value.id };
    case 'boolean':
      return { kind: value.kind, value_truth: value.value };
    case 'text':
      return { kind: value.kind };
  }
}

function quantityRow(quantity: ComparableQuantity): Row<Columns> {
  const { unit, dimension, own, base, months } = quantity;
  return {
    ...{ unit, dimension },
    is_money: quantity.isMoney,
    is_calendar: months !== undefined,
    is_ordinal: quantity.isOrdinal,
    low_open: quantity.lowOpen,
    high_open: quantity.highOpen,
    expected_low_open: quantity.expectedLowOpen,
    expected_high_open: quantity.expectedHighOpen,
    ...numbersRow('', own),
    ...numbersRow('base_', base),
    ...(months && numbersRow('months_', months)),
  };
}

const numbersRow = (prefix: string, { low, high, expectedLow, expectedHigh, nominal }: Numbers) => ({
  [`${prefix}low`]: low,
  [`${prefix}high`]: high,
  [`${prefix}expected_low`]: expectedLow,
  [`${prefix}expected_high`]: expectedHigh,
  [`${prefix}nominal`]: nominal[0],
  [`${prefix}nominal_to`]: nominal[1],
});

/**
 * A text that sorts by code points as the path sorts by UTF-16 units, by which findings are placed: databases sort the one
 * way, and the engine the other.
 */
const orderOf = (path: string): string => path.replace(/[\ue000-\uffff]/g, '\u{10ffff}$&');
