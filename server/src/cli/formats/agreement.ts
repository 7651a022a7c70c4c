/** The agreement of two annotators as tables for people, as JSON for programs and as CSV for a spreadsheet. */

import type { FoundFigures } from '../../features/agreement/claims.ts';
import { type Coefficient, isDefined } from '../../features/agreement/coefficients.ts';
import { ASPECTS, type Difference, type Disagreement, type Says } from '../../features/agreement/disagreement.ts';
import type { LabelFigures, StretchFigures } from '../../features/agreement/figures.ts';
import type { Exclusion } from '../../features/agreement/versions.ts';
import type { Compared } from '../agree.ts';
import type { AgreementFormat } from '../commands/agree.ts';
import { counted } from '../output.ts';
import { type Paint, printable } from '../terminal.ts';
import { cellOf, widthOf } from './table.ts';

export const AGREEMENT_WRITERS: Readonly<Record<AgreementFormat, (compared: Compared, paint: Paint) => string>> = {
  table: tables,
  json,
  csv,
};

/** A coefficient that is undefined is null, and why stands beside it under its name with `Undefined`. */
function json({ agreement, names }: Compared): string {
  const plain = (_: string, value: unknown) => (value instanceof Map ? Object.fromEntries(value) : value);
  const explained = (value: unknown): unknown => {
    if (value instanceof Map) return Object.fromEntries([...value].map(([key, one]) => [key, explained(one)]));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, one]) =>
        one === 'nothing' || one === 'no-choice'
          ? [
              [key, null],
              [`${key}Undefined`, one],
            ]
          : [[key, explained(one)]],
      ),
    );
  };
  const { documents, excluded, mentions, claims, disagreements } = agreement;
  const [a, b] = names;
  const figures = { mentions: explained(mentions), claims: explained(claims) };
  return `${JSON.stringify({ version: 1, a, b, documents, excluded, ...figures, disagreements }, plain)}\n`;
}

function csv({ agreement, names: [a, b] }: Compared): string {
  const rows = agreement.disagreements.map((one) => [
    one.document,
    one.about,
    one.difference,
    one.passage,
    `${one.times}`,
    one.a ? said(one.a) : '',
    one.b ? said(one.b) : '',
    ...[one.a, one.b].map((says) => (says ? `${says.line}` : '')),
    ...[one.a, one.b].map((says) => says?.claim ?? ''),
  ]);
  const sides = (what: string) => [`${what} in ${a}`, `${what} in ${b}`];
  const head = ['document', 'about', 'difference', 'passage', 'times', a, b, ...sides('line'), ...sides('claim')];
  return [head, ...rows].map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

function tables({ agreement, names }: Compared, paint: Paint): string {
  const { documents, excluded, mentions, claims, disagreements } = agreement;
  const [a, b] = names.map(printable) as [string, string];
  const lines = [paint('bold', `${a} and ${b}: ${counted(documents.length, 'document')} compared`)];
  for (const one of excluded) lines.push(printable(`  not compared: ${one.document}: ${whyNot(one, [a, b])}`));
  if (documents.length > 0) {
    const stretch = (name: string, one: StretchFigures) => [
      name,
      ...[one.a, one.b, one.exact].map(String),
      ...[one.f1, one.overlapF1, one.kappa, one.alpha].map(figure),
    ];
    const marked = (what: string, last: string) => [what, a, b, 'both', 'F1', 'near F1', 'kappa', last];
    lines.push(
      '',
      ...table(paint, marked('Mentions', 'alpha-U'), [
        stretch('all', mentions.found),
        ...[...mentions.types].map(([type, one]) => stretch(`  ${type || '(no type)'}`, one)),
      ]),
      '',
      ...table(
        paint,
        ['Marked by both', 'compared', 'agreed', 'share', 'kappa', 'alpha'],
        [labels('type', mentions.sameType), labels('entity', mentions.sameEntity)],
      ),
      '',
      ...table(
        paint,
        ['Claims', a, b, 'both', 'F1', 'same', 'same F1', 'value', 'kappa', 'alpha'],
        [
          claimsRow('all', claims.found),
          ...[...claims.properties].map(([property, one]) => claimsRow(`  ${property || '(no property)'}`, one)),
        ],
      ),
      '',
      ...table(
        paint,
        ['Found by both', 'compared', 'agreed', 'share', 'kappa', 'alpha'],
        [...ASPECTS.map((aspect) => labels(aspect, claims.aspects[aspect]))],
      ),
      '',
      ...table(paint, marked('Quoted', 'alpha-U'), [stretch('passages', claims.passages)]),
    );
    const silent = notes(agreement, names);
    if (silent.length > 0) lines.push('', ...silent.map((note) => printable(note)));
    lines.push('', paint('bold', `${counted(disagreements.length, 'disagreement')} to decide`));
    lines.push(...list(disagreements, [a, b], paint));
  }
  return `${lines.join('\n')}\n`;
}

const labels = (name: string, { compared, agreed, share, kappa, alpha }: LabelFigures): readonly string[] => [
  name,
  `${compared}`,
  `${agreed}`,
  percent(share),
  figure(kappa),
  figure(alpha),
];

const claimsRow = (name: string, one: FoundFigures): readonly string[] => [
  name,
  ...[one.a, one.b, one.both].map(String),
  figure(one.f1),
  `${one.same}`,
  figure(one.sameF1),
  percent(one.value.share),
  figure(one.value.kappa),
  figure(one.value.alpha),
];

const UNDEFINED = '–';
/** What is not all is never rounded to all. */
const figure = (value: Coefficient): string => {
  if (!isDefined(value)) return UNDEFINED;
  return value < 1 && value >= 0.995 ? '>0.99' : value.toFixed(2).replace(/^-0\.00$/, '0.00');
};
const percent = (value: Coefficient): string => {
  if (!isDefined(value)) return UNDEFINED;
  return value < 1 && value >= 0.995 ? '>99 %' : `${Math.round(100 * value)} %`;
};

function table(paint: Paint, head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const all = [head, ...rows].map((row) => row.map(printable));
  const widths = head.map((_, i) => Math.max(...all.map((row) => widthOf(row[i]!))));
  return all.map((row, i) => {
    const line = row
      .map((text, j) => {
        const space = ' '.repeat(widths[j]! - widthOf(text));
        return j === 0 ? text + space : space + text;
      })
      .join('  ')
      .trimEnd();
    return i === 0 ? paint('bold', line) : line;
  });
}

const REASONS: Readonly<Record<Exclusion['reason'], (name: string) => string>> = {
  missing: (name) => `${name} does not have it`,
  unannotated: (name) => `${name} has not annotated it`,
  unreadable: (name) => `what ${name} wrote above it cannot be read as a whole`,
  bodies: () => 'the two texts differ',
};

const whyNot = (one: Exclusion, [a, b]: readonly [string, string]): string =>
  REASONS[one.reason]('in' in one ? (one.in === 'a' ? a : b) : '');

/** What a figure of 0 or none does not tell. */
function notes({ mentions: { found }, claims }: Compared['agreement'], names: readonly string[]): readonly string[] {
  const said: string[] = [];
  for (const [what, { a, b }] of [
    ['mention', found],
    ['claim', claims.found],
  ] as const) {
    if (a + b === 0) said.push(`Neither has any ${what}s: there is nothing to agree on.`);
    else if (a === 0 || b === 0) {
      const name = names[a === 0 ? 0 : 1];
      said.push(`${name} has no ${what}s: kappa is then 0 whatever the other has, and tells nothing.`);
    }
  }
  const values = [
    found.kappa,
    found.alpha,
    claims.found.value.kappa,
    ...ASPECTS.map((one) => claims.aspects[one].kappa),
  ];
  if (values.includes('no-choice'))
    said.push(
      `${UNDEFINED} in kappa and alpha: all that was compared has one label, so that chance would agree as well.`,
    );
  return said;
}

const DIFFERENCES: Readonly<Record<Difference, string>> = {
  found: 'found by one',
  extent: 'other words',
  entity: 'another entity',
  type: 'another type',
  subject: 'another subject',
  property: 'another property',
  value: 'another value',
  time: 'another time',
  speaker: 'another speaker',
  stance: 'another stance',
  certainty: 'another certainty',
  qualifiers: 'other qualifiers',
};

/** Longer passages are cut. */
const PASSAGE = 70;

function list(all: readonly Disagreement[], [a, b]: readonly [string, string], paint: Paint): readonly string[] {
  const width = Math.max(widthOf(a), widthOf(b));
  const side = (name: string, says: Says | undefined, about: Disagreement['about']) => {
    const pad = ' '.repeat(width - widthOf(name));
    return `    ${name}:${pad} ${says ? printable(said(says)) : paint('dim', about === 'claim' ? 'no such claim' : 'not marked')}`;
  };
  return all.flatMap((one, i): readonly string[] => {
    const head = all[i - 1]?.document === one.document ? [] : ['', paint('bold', printable(one.document))];
    const lines = [one.a, one.b].map((says) => (says ? `${says.line}` : UNDEFINED)).join('/');
    const times = one.times > 1 ? `, ${one.times} times` : '';
    const passage = shortened(one.passage.replace(/\s+/g, ' '));
    return [
      ...head,
      `  ${lines}  “${printable(passage)}” ${paint('cyan', `${one.about}, ${DIFFERENCES[one.difference]}${times}`)}`,
      side(a, one.a, one.about),
      side(b, one.b, one.about),
    ];
  });
}

function shortened(text: string): string {
  const points = [...text];
  return points.length <= PASSAGE ? text : `${points.slice(0, PASSAGE - 1).join('')}…`;
}

const said = ({ says, byDefault }: Says): string =>
  says === '' ? '(nothing)' : byDefault ? `${says} (by default)` : says;
