/** The part of a claim's hover that says what else the corpus says of the same thing: in a few lines, the worst first. */

import { isQuiet, type Quiet } from '../../checks/statements/comparison.ts';
import { timeInWords } from '../../values/timeWords.ts';
import { type ComparedSide, type Count, type Explanation, explain } from '../explain.ts';
import { code, dotted, italic, lines, link, literal, shortened } from '../markdown.ts';
import type { Reader } from './reader.ts';

const LINES = 3;
/** Of a crowd, those before and after that are looked at: resting the pointer must cost nothing. */
const REACH = 200;

/** Nothing where nothing else speaks of the same thing, or nothing could be compared for a reason in the claim itself. */
export function comparisonsOf(reader: Reader, path: string, claim: string): string | undefined {
  const explanation = explain(reader.view, path, claim, { locale: reader.locale, most: LINES, reach: REACH });
  if (!explanation) return undefined;
  const { compared, counts, notCompared, partial } = explanation;
  if (compared.length === 0) {
    const reasons = notCompared.map(({ words, count }) => ({ reason: words, count }));
    return reasons.length > 0 ? italic(reader.words.comparisons.nothing(reasons)) : undefined;
  }
  const { shown, told } = linesOf(reader, explanation);
  const all = Object.values(counts).reduce((sum, { claims }) => sum + claims, 0);
  return lines(
    ...shown,
    all > told || partial
      ? literal((partial ? reader.words.comparisons.atLeastMore : reader.words.more)(all - told))
      : undefined,
  );
}

/** Conflicts and tensions a line each; those that agree, and those that only differ in how exact they are, one line together. */
function linesOf(reader: Reader, { compared, counts }: Explanation): { shown: readonly string[]; told: number } {
  const shown: string[] = [];
  let told = 0;
  for (const side of compared) {
    if (shown.length === LINES) break;
    const { relation } = side;
    const count: Count = counts[relation] ?? { claims: 1, documents: 1, recorded: false };
    if (isQuiet(relation) && count.claims > 1) {
      if (compared.find((one) => one.relation === relation) !== side) continue;
      shown.push(together(reader, compared, relation, count));
      told += count.claims;
    } else {
      shown.push(one(reader, side));
      told++;
    }
  }
  return { shown, told };
}

/** “Contradicts `183` in [Bulletin](…) · 3 May 2022 · two speakers say it”. */
function one(reader: Reader, side: ComparedSide): string {
  const { comparisons } = reader.words;
  const value = code(shortened(side.other.value, 60));
  const said = comparisons.lines[side.relation](value, placeOf(reader, side));
  // How sure it is matters where something is wrong.
  const remarks = isQuiet(side.relation) ? [] : side.remarks;
  return dotted(said, dateOf(reader, side), ...remarks.map((remark) => literal(shortened(remark, 120))));
}

function together(reader: Reader, compared: readonly ComparedSide[], relation: Quiet, count: Count): string {
  const named = compared.filter((side) => side.relation === relation).slice(0, 2);
  const places = named.map((side) => placeOf(reader, side));
  const rest = count.claims > named.length ? ['…'] : [];
  return dotted(literal(reader.words.comparisons.several[relation](count)), reader.words.list([...places, ...rest]));
}

function placeOf(reader: Reader, { other: { path, title, fact, claim } }: ComparedSide): string {
  return link(fact ? `${path}#${claim}` : shortened(title ?? path, 60), reader.link(path));
}

const dateOf = ({ locale }: Reader, { other: { date } }: ComparedSide): string | undefined =>
  date === undefined ? undefined : literal(timeInWords(date, locale));
