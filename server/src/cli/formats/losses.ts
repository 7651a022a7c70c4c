/** What an export or import could not carry over, as lines for people and as JSON for programs. Knows no command. */

import type { Loss } from '../../interchange/exchange/losses.ts';
import type { Output } from '../environment.ts';
import { printable } from '../terminal.ts';

/** A heading that ends in `because`, and a line for each loss; nothing where there is none. */
export function lossLines(losses: readonly Loss[], because: string): readonly string[] {
  if (losses.length === 0) return [];
  return [
    `concord: what ${because}:`,
    ...losses.map(({ what, count, examples }) => {
      const shown = examples.length > 0 ? ` (${examples.join('; ')}${count > examples.length ? '; …' : ''})` : '';
      return `  ${String(count).padStart(6)}  ${printable(what + shown)}`;
    }),
  ];
}

/** One line of JSON. */
export function printReport(report: object, output: Output): void {
  output.write(`${JSON.stringify({ version: 1, ...report })}\n`);
}
