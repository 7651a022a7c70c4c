/** The report for people: every finding with its source line and the place underlined, the other side, and a summary. */

import type { Severity } from '../../core/codes.ts';
import { counted } from '../output.ts';
import { type Place, type Report, type ReportedFinding, tally } from '../report.ts';
import { type Colour, type Paint, printable } from '../terminal.ts';
import { locationOf } from './concise.ts';
import { type Excerpt, excerpt } from './excerpt.ts';

export interface PrettyOptions {
  /** The width of the terminal in cells. */
  readonly columns: number;
  readonly paint: Paint;
}

const COLOURS: Readonly<Record<Severity, Colour>> = { error: 'red', warning: 'yellow', information: 'cyan' };

/** More ways to mend it than this tell nothing. */
const MOST_FIXES = 3;

export function pretty(report: Report, options: PrettyOptions): string {
  const blocks = report.findings.map((finding) => `${blockOf(finding, options).join('\n')}\n\n`);
  return blocks.join('') + summaryOf(report, options.paint);
}

function blockOf(finding: ReportedFinding, { columns, paint }: PrettyOptions): readonly string[] {
  const { severity, code, message, related, accepted } = finding;
  const colour = accepted ? 'dim' : COLOURS[severity];
  const gutter = String(Math.max(...[finding, ...related].map(({ range }) => range.start.line + 1))).length;
  const margin = (sign: string) => paint('blue', `${' '.repeat(gutter + 1)}${sign}`);
  const shown = (place: Place, arrow: string, mark: string, of: Colour, label: string): readonly string[] => {
    const location = `${paint('blue', `${' '.repeat(gutter)}${arrow}`)} ${printable(locationOf(place))}`;
    const source = place.line === undefined ? undefined : excerpt(place.line, place.range, columns - gutter - 3);
    if (!source) return [label === '' ? location : `${location}: ${label}`];
    const number = paint('blue', `${String(place.range.start.line + 1).padStart(gutter)} |`);
    const line = source.text === '' ? number : `${number} ${source.text}`;
    return [location, margin('|'), line, `${margin('|')} ${underline(source, mark, of, label, paint)}`];
  };
  return [
    `${paint(colour, `${accepted ? 'accepted ' : ''}${severity}[${code}]`)}${paint('bold', `: ${printable(message)}`)}`,
    ...shown(finding, '-->', '^', colour, ''),
    ...related.flatMap((other) => shown(other, ':::', '-', 'blue', printable(other.message))),
    ...(accepted ? [`${margin('=')} accepted: ${printable(accepted.reason)}`] : []),
    ...finding
      .fixes()
      .slice(0, MOST_FIXES)
      .map(({ title }) => `${margin('=')} ${paint('bold', 'fix:')} ${printable(title)}`),
  ];
}

function underline(
  { before, under, goesOnTo }: Excerpt,
  mark: string,
  colour: Colour,
  label: string,
  paint: Paint,
): string {
  const words = [goesOnTo === undefined ? '' : `(to line ${goesOnTo + 1})`, label].filter(Boolean).join(' ');
  const marks = paint(colour, mark.repeat(under) + (words === '' ? '' : ` ${words}`));
  return ' '.repeat(before) + marks;
}

function summaryOf({ corpora, findings }: Report, paint: Paint): string {
  if (corpora.length === 0) return '';
  const { error, warning, information, accepted } = tally(findings);
  const found = [
    error > 0 && paint('red', counted(error, 'error')),
    warning > 0 && paint('yellow', counted(warning, 'warning')),
    information > 0 && paint('cyan', `${information} information`),
    accepted > 0 && paint('dim', `${accepted} accepted`),
  ].filter((part) => part !== false);
  const mendable = findings.filter(({ accepted, fixes }) => !accepted && fixes().some(({ safe }) => safe)).length;
  const hint = mendable > 0 ? `${counted(mendable, 'finding')} can be fixed safely: concord check --fix\n` : '';
  const sum = (of: 'documents' | 'entities' | 'claims' | 'mentions') => corpora.reduce((all, one) => all + one[of], 0);
  const read = [
    ...(corpora.length > 1 ? [`${corpora.length} corpora`] : []),
    counted(sum('documents'), 'document'),
    counted(sum('entities'), 'entity', 'entities'),
    counted(sum('claims'), 'claim'),
    counted(sum('mentions'), 'mention'),
  ];
  return `${found.length > 0 ? found.join(', ') : paint('green', 'No findings')} ${paint('dim', `(${read.join(', ')})`)}\n${hint}`;
}
