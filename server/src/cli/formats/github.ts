/** Findings as workflow commands, which GitHub Actions shows beside the lines of a pull request. Knows their escapes only. */

import type { Severity } from '../../core/codes.ts';
import { bySeverity, type Report } from '../report.ts';
import { printable } from '../terminal.ts';

export interface GitHubOptions {
  /** A file of the report as the repository names it. */
  fromBase(file: string): string;
}

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice' };

/** The worst first, because GitHub shows ten of each kind for a step. */
export function github({ findings }: Report, { fromBase }: GitHubOptions): string {
  return [...findings]
    .sort(bySeverity)
    .map(({ file, range: { start, end }, severity, code, message, related, accepted }) => {
      const properties: readonly (readonly [string, string | number])[] = [
        ['file', fromBase(file)],
        ['line', start.line + 1],
        ['endLine', end.line + 1],
        // Columns are for places within a line.
        ...(end.line === start.line
          ? ([
              ['col', start.character + 1],
              ['endColumn', Math.max(start.character, end.character - 1) + 1],
            ] as const)
          : []),
        ['title', `Concord: ${code}`],
      ];
      const lines = [
        accepted ? `Accepted (${accepted.reason}): ${message}` : message,
        ...related.map((other) => `${fromBase(other.file)}:${other.range.start.line + 1}: ${other.message}`),
      ];
      const command = accepted ? 'notice' : COMMANDS[severity];
      const written = properties.map(([name, value]) => `${name}=${propertyOf(String(value))}`).join(',');
      return `::${command} ${written}::${lines.map(printable).map(dataOf).join('%0A')}\n`;
    })
    .join('');
}

const dataOf = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const propertyOf = (text: string): string => dataOf(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
