/** What has changed between two states of corpora: in words for people, or as one JSON object. Compares nothing. */

import type { ClaimChange, EntityChange, KeyChange, Kind } from '../../features/corpusChanges.ts';
import type { CorpusDifference } from '../diff.ts';
import type { ReportedFinding } from '../report.ts';
import { type Colour, type Paint, printable } from '../terminal.ts';

/** Version 1 is fixed; keys are only ever added. */
export function differencesAsJson(differences: readonly CorpusDifference[]): string {
  const corpora = differences.map(({ findings, before, after, ...rest }) => ({
    ...rest,
    before: before ?? null,
    after: after ?? null,
    findings: { new: findings.new.map(plainFinding), gone: findings.gone.map(plainFinding) },
  }));
  return `${JSON.stringify({ version: 1, corpora })}\n`;
}

const plainFinding = ({ file, range, code, severity, message, claim, entity }: ReportedFinding) => ({
  file,
  range,
  code,
  severity,
  message,
  claim,
  entity,
});

export function differencesInWords(differences: readonly CorpusDifference[], paint: Paint): string {
  return differences.map((one) => corpusInWords(one, differences.length > 1, paint)).join('\n');
}

const SIGNS: Readonly<Record<Kind, readonly [sign: string, colour: Colour]>> = {
  added: ['+', 'green'],
  removed: ['-', 'red'],
  changed: ['~', 'yellow'],
};

function corpusInWords(difference: CorpusDifference, isNamed: boolean, paint: Paint): string {
  const { root, entities, documents, findings, before, after } = difference;
  const lines: string[] = [];
  const sign = (change: Kind) => paint(SIGNS[change][1], SIGNS[change][0]);
  const heading = (text: string) => lines.push(...(lines.length > 0 ? [''] : []), paint('bold', text));
  if (isNamed) heading(`Corpus ${printable(root)}`);
  if (!before) lines.push('The corpus is new.');
  if (!after) lines.push('The corpus is gone.');
  if (entities.length > 0) heading('Entities');
  for (const entity of entities) {
    lines.push(`${sign(entity.change)} ${entityInWords(entity)}`);
    for (const key of entity.keys) lines.push(`    ${keyInWords(key)}`);
    for (const fact of entity.facts) lines.push(...claimInWords(fact, 'fact', sign));
  }
  for (const document of documents) {
    const { path, change, title, body, keys, mentions, claims } = document;
    heading(printable(path));
    if (change !== 'changed')
      lines.push(`${sign(change)} document ${change}${title === null ? '' : `: ${printable(title)}`}`);
    if (body) lines.push(`${sign('changed')} the text has changed`);
    for (const key of keys) lines.push(`${sign('changed')} ${keyInWords(key)}`);
    for (const claim of claims) lines.push(...claimInWords(claim, 'claim', sign).map((line) => line.slice(4)));
    for (const { entity, before: was, after: is } of mentions) {
      const kind = was === 0 ? 'added' : is === 0 ? 'removed' : 'changed';
      lines.push(
        `${sign(kind)} mentions of ${printable(entity)}: ${was === 0 ? is : is === 0 ? `none any more, ${was} before` : `${is}, ${was} before`}`,
      );
    }
  }
  if (findings.new.length > 0) heading('New findings');
  for (const finding of findings.new) lines.push(findingInWords(finding));
  if (findings.gone.length > 0) heading('Findings that are gone');
  for (const finding of findings.gone) lines.push(findingInWords(finding));
  lines.push(...(lines.length > 0 ? [''] : []), summaryOf(difference));
  return `${lines.join('\n')}\n`;
}

function entityInWords({ id, name, type, path, change }: EntityChange): string {
  const what = type === null ? id : `${id} (${type})`;
  return printable(change === 'changed' ? what : `${what}: ${name}, in ${path}`);
}

function keyInWords({ key, before, after }: KeyChange): string {
  const shown = (text: string) => quoted(text);
  if (before === null) return printable(`${key}: + ${shown(after ?? '')}`);
  if (after === null) return printable(`${key}: - ${shown(before)}`);
  return printable(`${key}: ${shown(before)} → ${shown(after)}`);
}

function claimInWords(claim: ClaimChange, what: string, sign: (change: Kind) => string): readonly string[] {
  const { change, id, subject, property, value, quote, keys } = claim;
  const statement = [subject, property, value].map((part) => part ?? '?').join(' · ');
  const passage = what === 'claim' && quote !== null && change !== 'changed' ? ` (“${quoted(quote)}”)` : '';
  const name = id === null ? what : `${what} ${id}`;
  return [
    `    ${sign(change)} ${printable(`${name}: ${statement}${passage}`)}`,
    ...keys.map((key) => `        ${keyInWords(key)}`),
  ];
}

const MOST_SHOWN = 80;

/** On one line, and not longer than somebody reads. */
function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN - 1)}…` : line;
}

function findingInWords({ file, range, severity, code, message }: ReportedFinding): string {
  const place = `${file}:${range.start.line + 1}:${range.start.character + 1}`;
  return printable(`  ${place}: ${severity}[${code}] ${message}`);
}

function summaryOf({ entities, documents, findings }: CorpusDifference): string {
  const claims = documents.flatMap((document) => document.claims);
  const parts = [
    ...counted('entity', 'entities', entities),
    ...counted('document', 'documents', documents),
    ...counted('claim', 'claims', claims),
    ...(findings.new.length > 0
      ? [`${findings.new.length} new ${findings.new.length === 1 ? 'finding' : 'findings'}`]
      : []),
    ...(findings.gone.length > 0
      ? [`${findings.gone.length} ${findings.gone.length === 1 ? 'finding' : 'findings'} gone`]
      : []),
  ];
  return parts.length > 0 ? parts.join(', ') : 'Nothing has changed in what the corpus says.';
}

function counted(one: string, many: string, changes: readonly { readonly change: Kind }[]): readonly string[] {
  return (['added', 'changed', 'removed'] as const).flatMap((kind) => {
    const count = changes.filter(({ change }) => change === kind).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many} ${kind}`];
  });
}
