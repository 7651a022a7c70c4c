/** The part of the query that holds quantities against one another: section 9 of the format on H, S and nominal numbers. */

import { code } from './covered.ts';

const NUMBERS = ['low', 'high', 'expected_low', 'expected_high', 'nominal', 'nominal_to'];
const OPEN = ['low_open', 'high_open', 'expected_low_open', 'expected_high_open'];

/** A number of one side in the measure that both sides have in common. */
const inMeasure = (side: string, name: string): string =>
  `CASE m.measure WHEN 'own' THEN ${side}.${name} WHEN 'months' THEN ${side}.months_${name} ELSE ${side}.base_${name} END`;

/** Equal but for what decimal arithmetic and the conversion of units leave behind. */
const same = (a: string, b: string): string =>
  `(${a} = ${b} OR ABS(${a} - ${b}) <= 1E-12 * GREATEST(ABS(${a}), ABS(${b})))`;

/** Whether the interval of `a` ends before that of `b` begins; null where one of the bounds is missing, and so does not. */
const endsBefore = (a: string, b: string, of: string): string =>
  `CASE WHEN ${same(`${a}_${of}high`, `${b}_${of}low`)} THEN ${a}_${of}high_open OR ${b}_${of}low_open ELSE ${a}_${of}high < ${b}_${of}low END`;

const apart = (of: string): string =>
  `COALESCE(${endsBefore('o', 'x', of)}, FALSE) OR COALESCE(${endsBefore('x', 'o', of)}, FALSE)`;

/** By how many times the one is the other, where they have one sign. */
const ratio = (name: string): string =>
  `CASE WHEN o_${name} * x_${name} > 0E0
        THEN GREATEST(ABS(o_${name}), ABS(x_${name})) / NULLIF(LEAST(ABS(o_${name}), ABS(x_${name})), 0E0) END`;

/** Powers of ten that come of counting by 万 and 亿, with a hundredth of each. */
const SLIPS = ['1E1', '1E2', '1E3', '1E4', '1E8'] as const;
const slip = (factor: string): string => {
  const near = (name: string): string => `ABS(${name} - ${factor}) <= ${factor} / 1E2`;
  return `(${near('times')} AND (is_single_number OR ${near('times_to')}))`;
};

export const quantityParts =
  (): string => `-- In which measure two quantities are compared: as they stand, in months, or in the base unit of their dimension.
measures AS (
  SELECT p.own, p.other,
      CASE
        WHEN o.unit IS NULL OR x.unit IS NULL OR o.unit = x.unit THEN 'own'
        WHEN o.unit = 'money' OR x.unit = 'money' THEN CASE WHEN o.is_money AND x.is_money THEN 'own' END
        WHEN o.dimension = x.dimension THEN CASE WHEN o.is_calendar AND x.is_calendar THEN 'months' ELSE 'base' END
      END AS measure
  FROM pairs p JOIN statements o ON o.statement = p.own JOIN statements x ON x.statement = p.other
  WHERE p.kind = 'quantity' AND o.is_ordinal = x.is_ordinal
),
measured AS (
  SELECT m.own, m.other,
      ${['o', 'x'].flatMap((side) => [...NUMBERS.map((name) => `${inMeasure(side, name)} AS ${side}_${name}`), ...OPEN.map((name) => `${side}.${name} AS ${side}_${name}`)]).join(',\n      ')}
  FROM measures m JOIN statements o ON o.statement = m.own JOIN statements x ON x.statement = m.other
  WHERE m.measure IS NOT NULL
),
intervals AS (
  SELECT own, other,
      ${apart('')} AS are_apart,
      ${apart('expected_')} AS are_expected_apart,
      -- Their closures share a bound that only one of the two leaves out.
      CASE
        WHEN ${same('o_high', 'x_low')} THEN o_high_open <> x_low_open
        WHEN ${same('x_high', 'o_low')} THEN x_high_open <> o_low_open
        ELSE FALSE
      END AS meet_at_strict_bound,
      ${ratio('nominal')} AS times,
      ${ratio('nominal_to')} AS times_to,
      o_nominal_to IS NULL AND x_nominal_to IS NULL AS is_single_number
  FROM measured
),
quantities AS (
  SELECT own, other,
      CASE
        WHEN are_apart AND meet_at_strict_bound THEN ${code('hedge-dropped')}
        WHEN are_apart THEN CASE WHEN ${SLIPS.map(slip).join('\n          OR ')} THEN ${code('wan-yi-slip')} ELSE ${code('conflicting-quantity')} END
        ELSE ${code('tension')}
      END AS code
  FROM intervals
  WHERE are_apart OR are_expected_apart
)`;
