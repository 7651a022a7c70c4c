/** The size of a change where a quote gives it beside the two ends: "by 9", 增加9个, 增长5%. Knows no arithmetic. */

import type { Claim } from '../../core/claim.ts';
import type { Document } from '../../core/document.ts';
import type { Settings } from '../../core/settings.ts';
import type { Span } from '../../core/text.ts';
import type { QuantityExpression } from '../../values/quantity.ts';
import { unitsOf } from '../valueKind.ts';
import { passageOf, quantitiesIn } from './passage.ts';
import type { Pair } from './support.ts';
import type { Said } from './value.ts';

/** What may stand between the ends of a change and its size; another word has another subject, or another span of time. */
const WORDS = new Set(
  `or and by from to up down more fewer less higher lower than a an the of that is was in all total net overall increase rise growth gain jump decrease fall drop
  decline reduction increased rose risen grew grown climbed jumped fell fallen decreased dropped declined increasing
  rising growing climbing falling dropping representing ie`.split(/\s+/),
);
const HAN_WORDS =
  /增加|增长|减少|下降|提高|提升|上升|上涨|下跌|降低|扩大|增幅|降幅|涨幅|跌幅|也就是|净|共|即|累计|了|从|由|比|多|少|至|到|增|升|减|降|涨|跌|达|为/g;
const LONGEST_GAP = 40;

/** In the order of the text; one after another, each beside what was found before it. */
export function stepsBeside(
  ends: readonly Pair[],
  claim: Claim,
  { from }: Extract<Said, { kind: 'change' }>,
  document: Document,
  settings: Settings,
): readonly QuantityExpression[] {
  const units = unitsOf(settings);
  const spans = ends.map(({ quoted }) => quoted.span);
  let reach: Span = {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
  // "Counted by 172 people, later by 181": the ends themselves are no steps.
  const taken = new Set(spans.map(({ start }) => start));
  const steps = quantitiesIn(passageOf(claim, document), document, settings).filter(({ role, unit, span }) => {
    if (role !== 'by' || taken.has(span.start)) return false;
    return unit === undefined || unit === '%' || from.unit === undefined || units.convertible(unit, from.unit);
  });
  const found: QuantityExpression[] = [];
  for (const step of steps) {
    const { start, end } = step.span;
    const gap: Span = start >= reach.end ? { start: reach.end, end: start } : { start: end, end: reach.start };
    if (!connects(document.text, gap)) continue;
    found.push(step);
    reach = { start: Math.min(reach.start, start), end: Math.max(reach.end, end) };
  }
  return found;
}

function connects(text: string, { start, end }: Span): boolean {
  if (end - start > LONGEST_GAP) return false;
  const gap = text.slice(start, Math.max(start, end)).toLowerCase().replace(HAN_WORDS, ' ');
  const words = gap.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.every((word) => WORDS.has(word)) && !/[.;。；!?！？]\s/.test(gap);
}
