/** The report for people: every finding with its source line and the place underlined, the other side, and a summary. */

import type { Severity } from '../../core/codes.ts';
import { type Place, type Report, type ReportedFinding, tally } from '../report.ts';
import { type Colour, type Paint, printable } from '../terminal.ts';
import { type ReportWords, reportWordsIn } from '../words.ts';
import { locationOf } from './concise.ts';
import { type Excerpt, excerpt } from './excerpt.ts';

export interface PrettyOptions {
  /** The width of the terminal in cells. */
  readonly columns: number;
  readonly paint: Paint;
  /** Of the frame; the findings are worded already. */
  readonly language: string;
}

const COLOURS: Readonly<Record<Severity, Colour>> = { error: 'red', warning: 'yellow', information: 'cyan' };

/** More ways to mend it than this tell nothing. */
const MOST_FIXES = 3;

export function pretty(report: Report, options: PrettyOptions): string {
  const blocks = report.findings.map((finding) => `${blockOf(finding, options).join('\n')}\n\n`);
  return blocks.join('') + summaryOf(report, options);
}

function blockOf(finding: ReportedFinding, { columns, paint, language }: PrettyOptions): readonly string[] {
  const words = reportWordsIn(language);
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
    return [location, margin('|'), line, `${margin('|')} ${underline(source, mark, of, label, { paint, words })}`];
  };
  return [
    `${paint(colour, `${accepted ? `${words.accepted} ` : ''}${severity}[${code}]`)}${paint('bold', `: ${printable(message)}`)}`,
    ...shown(finding, '-->', '^', colour, ''),
    ...related.flatMap((other) => shown(other, ':::', '-', 'blue', printable(other.message))),
    ...(accepted ? [`${margin('=')} ${words.acceptedBecause(printable(accepted.reason))}`] : []),
    ...finding
      .fixes()
      .slice(0, MOST_FIXES)
      .map(({ title }) => `${margin('=')} ${words.labelled(paint('bold', words.fix), printable(title))}`),
  ];
}

function underline(
  { before, under, goesOnTo }: Excerpt,
  mark: string,
  colour: Colour,
  label: string,
  { paint, words }: { readonly paint: Paint; readonly words: ReportWords },
): string {
  const said = [goesOnTo === undefined ? '' : words.toLine(goesOnTo + 1), label].filter(Boolean).join(' ');
  const marks = paint(colour, mark.repeat(under) + (said === '' ? '' : ` ${said}`));
  return ' '.repeat(before) + marks;
}

function summaryOf({ corpora, findings }: Report, { paint, language }: PrettyOptions): string {
  if (corpora.length === 0) return '';
  const words = reportWordsIn(language);
  const { error, warning, information, accepted } = tally(findings);
  const found = [
    error > 0 && paint('red', words.errors(error)),
    warning > 0 && paint('yellow', words.warnings(warning)),
    information > 0 && paint('cyan', words.informations(information)),
    accepted > 0 && paint('dim', words.acceptances(accepted)),
  ].filter((part) => part !== false);
  const mendable = findings.filter(({ accepted, fixes }) => !accepted && fixes().some(({ safe }) => safe)).length;
  const hint = mendable > 0 ? `${words.canBeFixed(mendable)}\n` : '';
  const sum = (of: 'documents' | 'entities' | 'claims' | 'mentions') => corpora.reduce((all, one) => all + one[of], 0);
  const read = words.read(corpora.length, {
    documents: sum('documents'),
    entities: sum('entities'),
    claims: sum('claims'),
    mentions: sum('mentions'),
  });
  const verdict = found.length > 0 ? words.list(found) : paint('green', words.none);
  return `${verdict}${paint('dim', words.inBrackets(read))}\n${hint}`;
}
