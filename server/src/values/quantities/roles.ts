/** Which quantities are the ends of a change, and which its size: "from 172 to 181", 增加10. Reads only what stands before them. */

import { skipSpaceBefore } from '../folding.ts';
import type { QuantityExpression } from '../quantity.ts';
import { isChange, isStep } from './expression.ts';

const FARTHEST_END = 60;
const TO = /(?:^|[^a-z])to$|[到至]$/;

export function assignRoles(folded: string, found: readonly QuantityExpression[]): readonly QuantityExpression[] {
  return found.map((expression, i) => {
    if (expression.ordinal) return expression;
    const next = found[i + 1];
    if (next && isChange(folded, expression.span.start) && isTo(folded, expression, next))
      return { ...expression, role: 'from' as const };
    const last = found[i - 1];
    if (last && isChange(folded, last.span.start) && isTo(folded, last, expression))
      return { ...expression, role: 'to' as const };
    return isStep(folded, expression.span.start) ? { ...expression, role: 'by' as const } : expression;
  });
}

function isTo(folded: string, from: QuantityExpression, to: QuantityExpression): boolean {
  if (to.ordinal || to.span.start - from.span.end > FARTHEST_END) return false;
  return TO.test(wordsBefore(folded, to)) && !/[.。;；\n]/.test(folded.slice(from.span.end, to.span.start));
}

function wordsBefore(folded: string, { span }: QuantityExpression): string {
  const end = skipSpaceBefore(folded, span.start);
  return folded.slice(Math.max(0, end - 6), end);
}
