/** One line for each finding, for people in a hurry and for programs that read compilers' messages. */

import type { Place, Report } from '../report.ts';
import { printable } from '../terminal.ts';

/** Lines and columns count from 1, columns in UTF-16 units. */
export function concise({ findings }: Report): string {
  return findings
    .map((finding) => {
      const { severity, code, message, accepted } = finding;
      const reason = accepted ? ` (accepted: ${accepted.reason})` : '';
      return `${printable(`${locationOf(finding)}: ${severity}[${code}] ${message}${reason}`)}\n`;
    })
    .join('');
}

/** `file:line:column`, which terminals and editors take for a link. */
export const locationOf = ({ file, range: { start } }: Place): string =>
  `${file}:${start.line + 1}:${start.character + 1}`;
