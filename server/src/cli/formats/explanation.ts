/** Explanations as text for people and as JSON for programs. Knows how they are laid out, not how they come about. */

import type { Relation } from '../../checks/statements/comparison.ts';
import type { ComparedSide, Explanation, PassedOver, Said } from '../../features/explain.ts';
import { type Wording, wordingIn } from '../../features/wording.ts';
import type { Explained } from '../explain.ts';
import { type Colour, type Paint, printable, widthOf } from '../terminal.ts';
import { type ReportWords, reportWordsIn } from '../words.ts';

/** One object: `explanations` of claims and `pages` of checks, in the order in which they were asked for. */
export function explanationsAsJson(all: readonly Explained[]): string {
  const explanations = all.flatMap((one) => (one.kind === 'claim' ? [fileNamed(one.explanation, one.nameOf)] : []));
  const pages = all.flatMap((one) => (one.kind === 'page' ? [{ code: one.code, page: one.page }] : []));
  return `${JSON.stringify({ version: 1, explanations, pages })}\n`;
}

/** Files are named from the working directory, as in reports. */
function fileNamed({ path, says, compared, notCompared, ...rest }: Explanation, nameOf: (path: string) => string) {
  const place = ({ path: file, ...said }: Said) => ({ file: nameOf(file), ...said });
  return {
    file: nameOf(path),
    ...rest,
    says: says.map(place),
    compared: compared.map((side) => ({ ...side, other: place(side.other) })),
    notCompared: notCompared.map((passed) => ({ ...passed, others: passed.others.map(place) })),
  };
}

export interface WordsOptions {
  readonly language: string;
  readonly paint: Paint;
}

interface Writer {
  readonly words: Wording;
  readonly report: ReportWords;
  readonly paint: Paint;
  nameOf(path: string): string;
}

export function explanationsInWords(all: readonly Explained[], { language, paint }: WordsOptions): string {
  const words = wordingIn(language);
  const report = reportWordsIn(language);
  return all
    .map((one) => {
      if (one.kind === 'page') return `${one.page.trimEnd().split('\n').map(printable).join('\n')}\n`;
      return `${claim(one.explanation, { words, report, paint, nameOf: one.nameOf }).join('\n')}\n`;
    })
    .join('\n');
}

const COLOURS: Readonly<Record<Relation, Colour>> = {
  'conflicting-quantity': 'red',
  'conflicting-date': 'red',
  'conflicting-value': 'red',
  'wan-yi-slip': 'red',
  tension: 'yellow',
  'hedge-dropped': 'cyan',
  refinement: 'green',
  agreement: 'green',
};

/** Of those that were passed over, the reason and their number tell most. */
const MOST_PASSED = 5;

function claim({ path, claim: key, says, silence, compared, counts, notCompared }: Explanation, writer: Writer) {
  const { paint, words } = writer;
  const { headings } = words.comparisons;
  const lines = [paint('bold', printable(`${writer.nameOf(path)}#${key}`))];
  const [first] = says;
  if (first) {
    lines.push(
      `  ${printable(`${first.subject} · ${words.labelled(first.property, [...new Set(says.map(({ value }) => value))].join(' → '))}`)}`,
    );
    lines.push(...quoteOf(first, '  '));
  }
  for (const said of says) lines.push(...details(said, writer, '  '));
  if (silence) lines.push('', printable(silence.words));
  const all = Object.values(counts).reduce((sum, { claims }) => sum + claims, 0);
  if (all > 0) lines.push('', paint('bold', headings.compared(all)));
  for (const side of compared) lines.push(...sideOf(side, writer));
  // Both ends of a change may be compared with one claim: then there is more to show than there are claims.
  if (all > compared.length) lines.push(`  ${words.more(all - compared.length)}`);
  const passed = notCompared.reduce((sum, { count }) => sum + count, 0);
  if (passed > 0) lines.push('', paint('bold', headings.notCompared(passed)));
  for (const one of notCompared) lines.push(...passedOver(one, writer));
  return lines;
}

function sideOf({ relation, remarks, end, other, why }: ComparedSide, writer: Writer): readonly string[] {
  const { relations, headings } = writer.words.comparisons;
  const label = end ? `${relations[relation]}${writer.report.inBrackets(headings[end])}` : relations[relation];
  return [
    `  ${writer.report.labelled(writer.paint(COLOURS[relation], label), `${printable(other.value)} · ${placeOf(other, writer)}`)}`,
    ...quoteOf(other, '    '),
    ...details(other, writer, '    '),
    `    ${printable([why, ...remarks.map(writer.report.sentence)].join(writer.report.between))}`,
  ];
}

function passedOver({ words, count, others }: PassedOver, writer: Writer): readonly string[] {
  const shown = others.slice(0, MOST_PASSED);
  const rest = count - shown.length;
  return [
    `  ${count} ${printable(words)}`,
    ...shown.map((other) => {
      const { time, scope } = other;
      const narrowed = writer.words.apart([scope, time.words].flatMap((part) => part || []));
      return `    ${printable(other.value)}${narrowed && printable(writer.report.inBrackets(narrowed))} · ${placeOf(other, writer)}`;
    }),
    ...(rest > 0 ? [`    ${writer.words.more(rest)}`] : []),
  ];
}

/** “documents/x.md#ties · Forum opens, 20 October 2022”. */
function placeOf({ path, claim: key, title, date }: Said, { nameOf, report }: Writer): string {
  const named = report.titled(title, date);
  return printable([`${nameOf(path)}#${key}`, named].filter(Boolean).join(' · '));
}

function quoteOf({ quote }: Said, indent: string): readonly string[] {
  return quote === undefined ? [] : [`${indent}“${printable(quote.replace(/\s+/g, ' '))}”`];
}

function details(said: Said, { words, report, paint }: Writer, indent: string): readonly string[] {
  const { headings, bases, notation } = words.comparisons;
  const { hard, soft, unit, meaning, time, scope, speaker, end } = said;
  const rows: (readonly [string, string | undefined])[] = [
    [end ? headings[end] : headings.means, hard === undefined ? undefined : `${meaning}   ${notation(hard, soft)}`],
    [headings.unit, unit],
    [
      headings.time,
      time.words === undefined ? bases[time.basis] : `${time.words}${report.inBrackets(bases[time.basis])}`,
    ],
    [headings.scope, scope],
    [headings.speaker, speaker],
  ];
  const width = Math.max(...Object.values(headings).map((term) => (typeof term === 'string' ? widthOf(term) : 0)));
  return rows.flatMap(([term, text]) =>
    text === undefined
      ? []
      : [`${indent}${paint('dim', term + ' '.repeat(Math.max(0, width - widthOf(term))))}  ${printable(text)}`],
  );
}
