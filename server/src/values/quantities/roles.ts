/** Which quantities are the ends of a change, and which its size: "from 172 to 181", 增加10. Reads only what stands around them. */

import type { QuantityExpression } from '../quantity.ts';
import { isChange, isComparison, isEnd, isStep, leadsHere } from './steps.ts';

const FARTHEST_END = 60;

/** `compared`: the places in `found` of those that a hedge was taken for a comparison with. */
export function assignRoles(
  folded: string,
  found: readonly QuantityExpression[],
  compared: ReadonlySet<number>,
): readonly QuantityExpression[] {
  return found.map((expression, i) => {
    if (expression.ordinal) return expression;
    const role = roleOf(folded, found, i) ?? (compared.has(i) ? 'by' : undefined);
    return role ? { ...expression, role } : expression;
  });
}

function roleOf(folded: string, found: readonly QuantityExpression[], i: number): QuantityExpression['role'] {
  const { span } = found[i]!;
  const [last, next] = [found[i - 1], found[i + 1]];
  if (next && isChange(folded, span.start) && isTo(folded, found[i]!, next)) return 'from';
  if (last && isChange(folded, last.span.start) && isTo(folded, last, found[i]!)) return 'to';
  if (leadsHere(folded, span.start)) return 'to';
  return isStep(folded, span.start) || isComparison(folded, span.end) ? 'by' : undefined;
}

function isTo(folded: string, from: QuantityExpression, to: QuantityExpression): boolean {
  if (to.ordinal || to.span.start - from.span.end > FARTHEST_END) return false;
  return isEnd(folded, to.span.start) && !/[.。;；\n]/.test(folded.slice(from.span.end, to.span.start));
}
