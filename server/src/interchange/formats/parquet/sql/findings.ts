/**
 * The checks between claims as one query in the SQL that DuckDB, Spark and Trino have in common: joins, CASE, window
 * functions and aggregates, and of functions those in `FUNCTIONS`. Knows columns; how tables are opened is for `dialects.ts`.
 */

import { ANACHRONISMS } from './anachronisms.ts';
import { code } from './covered.ts';
import { quantityParts } from './quantities.ts';

/** The functions that the query calls. */
export const FUNCTIONS = [
  'ABS',
  'COALESCE',
  'COUNT',
  'GREATEST',
  'LEAST',
  'MAX',
  'MIN',
  'NULLIF',
  'ROW_NUMBER',
] as const;

/** Whether the finding on two statements stands on `o`: on the later document's, never on a fact's if it can be helped. */
const STANDS_ON_O = `CASE
        WHEN o.is_fact <> x.is_fact THEN x.is_fact
        WHEN o.path = x.path THEN o.place > x.place
        WHEN o.published_first <> x.published_first THEN o.published_first > x.published_first
        WHEN o.published_last <> x.published_last THEN o.published_last > x.published_last
        ELSE o.path_order > x.path_order
      END`;

/** Whether the times of two statements have some instant in common that may belong to both, as far as a state holds. */
const MAY_MEET = `(o.is_timeless
        OR (o.held_start_earliest <= x.held_end_latest AND x.held_start_earliest <= o.held_end_latest))`;

const RESTS_ON_DEFAULT = (side: string): string => `${side}.basis IN ('about', 'date')`;

/** How surely two statements hold at one time. */
const OVERLAP = `CASE
        WHEN o.is_timeless THEN 'certain'
        WHEN o.basis = 'unknown' OR x.basis = 'unknown' THEN 'none'
        WHEN o.path = x.path AND ${RESTS_ON_DEFAULT('o')} AND ${RESTS_ON_DEFAULT('x')} THEN 'certain'
        WHEN (o.start_latest <= x.held_end_earliest AND x.held_start_latest <= o.end_earliest)
          OR (o.held_start_latest <= x.end_earliest AND x.start_latest <= o.held_end_earliest)
        THEN CASE WHEN ${RESTS_ON_DEFAULT('o')} OR ${RESTS_ON_DEFAULT('x')} THEN 'possible' ELSE 'certain' END
        WHEN (o.start_earliest <= x.held_end_latest AND x.held_start_earliest <= o.end_latest)
          OR (o.held_start_earliest <= x.end_latest AND x.start_earliest <= o.held_end_latest)
        THEN 'possible'
        ELSE 'none'
      END`;

/** What makes a finding on two statements less sure, beside their times and scopes. */
const DOUBTS = `(CASE WHEN o.speaker <> x.speaker THEN 1 ELSE 0 END
        + CASE WHEN o.is_possible OR x.is_possible THEN 1 ELSE 0 END
        + CASE WHEN o.is_uncertain OR x.is_uncertain THEN 1 ELSE 0 END)`;

/** The same claim in two languages is for other checks. */
const NO_TRANSLATION = `LEFT JOIN translations t ON t.path = o.path AND t.other = x.path AND o.claim_id = x.claim_id`;

const PARTS_OF_ONE = `(o.path = x.path AND (
        COALESCE(o.part_of = x.claim, FALSE) OR COALESCE(x.part_of = o.claim, FALSE)
        OR COALESCE(o.part_of = x.part_of, FALSE)
        OR (o.claim = x.claim AND COALESCE(o.claim_end, '') <> COALESCE(x.claim_end, ''))))`;

/** Pairs of statements of one subject and property that are compared. */
const PAIRS = `-- Pairs that are compared: o is the side that a finding stands on, x the other.
pairs AS (
  SELECT o.statement AS own, x.statement AS other, o.kind, o.scopes AS own_scopes, x.scopes AS other_scopes,
      ${OVERLAP} AS overlap,
      ${DOUBTS} AS doubts
  FROM statements o
  JOIN statements x ON x.subject = o.subject AND x.property = o.property AND x.kind = o.kind
  ${NO_TRANSLATION}
  WHERE t.path IS NULL
    AND o.is_single
    AND o.stance = 'asserts' AND x.stance = 'asserts' AND NOT o.has_ended AND NOT x.has_ended
    AND ${STANDS_ON_O}
    AND ${MAY_MEET}
    AND NOT ${PARTS_OF_ONE}
)`;

const DATES_AND_VALUES = `-- Times that have no instant in common.
dates AS (
  SELECT p.own, p.other, ${code('conflicting-date')} AS code
  FROM pairs p JOIN statements o ON o.statement = p.own JOIN statements x ON x.statement = p.other
  WHERE p.kind = 'time' AND NOT (o.value_first <= x.value_last AND x.value_first <= o.value_last)
),
truths AS (
  SELECT p.own, p.other, ${code('conflicting-value')} AS code
  FROM pairs p JOIN statements o ON o.statement = p.own JOIN statements x ON x.statement = p.other
  WHERE p.kind = 'boolean' AND o.value_truth <> x.value_truth
),
-- Texts that share a language and no text.
texts AS (
  SELECT p.own, p.other, ${code('conflicting-value')} AS code
  FROM pairs p
  JOIN statement_texts o ON o.statement = p.own
  JOIN statement_texts x ON x.statement = p.other
  WHERE p.kind = 'text'
  GROUP BY p.own, p.other
  HAVING MAX(CASE WHEN o.form = x.form THEN 1 ELSE 0 END) = 0 AND MAX(CASE WHEN o.lang = x.lang THEN 1 ELSE 0 END) = 1
),
-- What lies in what, by up to twelve steps.
steps_1 AS (
  SELECT DISTINCT subject AS part, value_entity AS whole
  FROM statements
  WHERE property IN ('located-in', 'part-of') AND kind = 'entity' AND stance = 'asserts' AND subject <> value_entity
),
steps_2 AS (
  SELECT part, whole FROM steps_1
  UNION SELECT a.part, b.whole FROM steps_1 a JOIN steps_1 b ON b.part = a.whole
),
steps_4 AS (
  SELECT part, whole FROM steps_2
  UNION SELECT a.part, b.whole FROM steps_2 a JOIN steps_2 b ON b.part = a.whole
),
steps_8 AS (
  SELECT part, whole FROM steps_4
  UNION SELECT a.part, b.whole FROM steps_4 a JOIN steps_4 b ON b.part = a.whole
),
lies_in AS (
  SELECT part, whole FROM steps_8
  UNION SELECT a.part, b.whole FROM steps_8 a JOIN steps_4 b ON b.part = a.whole
),
entities_apart AS (
  SELECT p.own, p.other, o.value_entity AS own_entity, x.value_entity AS other_entity
  FROM pairs p JOIN statements o ON o.statement = p.own JOIN statements x ON x.statement = p.other
  WHERE p.kind = 'entity' AND o.value_entity <> x.value_entity
),
entity_values AS (
  SELECT e.own, e.other, ${code('conflicting-value')} AS code
  FROM entities_apart e
  LEFT JOIN lies_in a ON a.part = e.own_entity AND a.whole = e.other_entity
  LEFT JOIN lies_in b ON b.part = e.other_entity AND b.whole = e.own_entity
  WHERE a.part IS NULL AND b.part IS NULL
)`;

/** Pairs whose scopes are the same, or are silent on one side, with all that lowers a finding on them. */
const SCOPES = `verdicts AS (
  SELECT own, other, code FROM quantities
  UNION ALL SELECT own, other, code FROM dates
  UNION ALL SELECT own, other, code FROM truths
  UNION ALL SELECT own, other, code FROM texts
  UNION ALL SELECT own, other, code FROM entity_values
),
-- How many separating qualifiers both sides have, and on how many of these they agree. The joins are outer ones to keep
-- their order: forms must be looked up by their statements, never by the names of qualifiers.
scopes AS (
  SELECT v.own, v.other, COUNT(DISTINCT b.qualifier) AS in_both,
      COUNT(DISTINCT CASE WHEN a.form = b.form AND (a.kind <> 'name' OR b.kind <> 'name') THEN a.qualifier END) AS agreeing
  FROM verdicts v
  LEFT JOIN statement_scopes a ON a.statement = v.own
  LEFT JOIN statement_scopes b ON b.statement = v.other AND b.qualifier = a.qualifier
  GROUP BY v.own, v.other
),
conflicts AS (
  SELECT v.code, v.own, v.other,
      p.doubts
        + CASE WHEN p.overlap = 'possible' THEN 1 ELSE 0 END
        + CASE WHEN p.own_scopes > COALESCE(s.in_both, 0) OR p.other_scopes > COALESCE(s.in_both, 0) THEN 1 ELSE 0 END AS doubts
  FROM verdicts v
  JOIN pairs p ON p.own = v.own AND p.other = v.other
  LEFT JOIN scopes s ON s.own = v.own AND s.other = v.other
  WHERE p.overlap <> 'none' AND COALESCE(s.in_both, 0) = COALESCE(s.agreeing, 0)
)`;

const OFFICES = `-- Two persons at once in an office that has room for one.
holders_at_once AS (
  SELECT o.statement AS own, x.statement AS other, ${OVERLAP} AS overlap, ${DOUBTS} AS doubts
  FROM statements o
  JOIN statements x ON x.value_entity = o.value_entity
  ${NO_TRANSLATION}
  WHERE t.path IS NULL
    AND o.property = 'position' AND x.property = 'position' AND o.holders = 1 AND x.holders = 1
    AND o.subject <> x.subject
    AND o.stance = 'asserts' AND x.stance = 'asserts' AND NOT o.has_ended AND NOT x.has_ended
    AND ${STANDS_ON_O}
    AND ${MAY_MEET}
),
office_holders AS (
  SELECT ${code('conflicting-office-holder')} AS code, own, other,
      doubts + CASE WHEN overlap = 'possible' THEN 1 ELSE 0 END AS doubts
  FROM holders_at_once
  WHERE overlap <> 'none'
)`;

const FINDINGS = `found AS (
  SELECT code, own, other, doubts FROM conflicts
  UNION ALL SELECT code, own, other, doubts FROM office_holders
  UNION ALL SELECT code, own, other, doubts FROM too_early
  UNION ALL SELECT code, own, other, doubts FROM out_of_life
),
-- Accepted with a reason: by the claim that the finding stands on, its document, or the claim on the other side.
reasons AS (
  SELECT f.code, f.own, f.other, a.reason
  FROM found f
  JOIN statements o ON o.statement = f.own
  JOIN acceptances a ON a.code = f.code AND a.path = o.path
  LEFT JOIN statements x ON x.statement = f.other
  WHERE (a.claim IS NULL OR a.claim = o.claim)
    AND (a.is_for_any OR a.other_statement = x.statement OR (a.other_record = x.subject AND x.is_fact)
      OR (a.other_path = x.path AND (a.other_claim IS NULL OR a.other_claim = x.claim OR a.other_claim = x.claim_id)))
  UNION ALL
  SELECT f.code, f.own, f.other, a.reason
  FROM found f
  JOIN statements o ON o.statement = f.own
  JOIN statements x ON x.statement = f.other
  JOIN acceptances a ON a.code = f.code AND a.path = x.path AND a.claim = x.claim
  WHERE a.is_for_any OR a.other_statement = o.statement OR (a.other_record = o.subject AND o.is_fact)
    OR (a.other_path = o.path AND (a.other_claim IS NULL OR a.other_claim = o.claim OR a.other_claim = o.claim_id))
),
accepted AS (
  SELECT code, own, COALESCE(other, '') AS other, MIN(reason) AS reason
  FROM reasons
  GROUP BY code, own, COALESCE(other, '')
)
SELECT f.code,
    CASE CASE WHEN c.is_set THEN c.level ELSE LEAST(3, c.level + f.doubts) END
      WHEN 1 THEN 'error' WHEN 2 THEN 'warning' ELSE 'information'
    END AS severity,
    o.path, o.claim, o.claim_end, o.subject, o.property,
    x.path AS other_path, x.claim AS other_claim, x.claim_end AS other_end, x.subject AS other_subject,
    a.reason AS accepted
FROM found f
JOIN severities c ON c.code = f.code
JOIN statements o ON o.statement = f.own
LEFT JOIN statements x ON x.statement = f.other
LEFT JOIN accepted a ON a.code = f.code AND a.own = f.own AND a.other = COALESCE(f.other, '')
ORDER BY o.path_order, o.number, f.code, x.path_order, x.number`;

/** The query, without what ends a statement. */
export const findingsQuery = (): string =>
  `WITH
${[PAIRS, quantityParts(), DATES_AND_VALUES, SCOPES, OFFICES, ANACHRONISMS, FINDINGS].join(',\n')}`;
