/** What a proposal of annotations would write, in words and as a diff. Proposes nothing itself. */

import type { Finding } from '../../checks/engine/check.ts';
import type { Effects } from '../../features/proposing/effects.ts';
import type { ProposedFile } from '../../features/proposing/propose.ts';
import type { ProposalRequest, ProposedClaim, ProposedValue } from '../../features/proposing/request.ts';
import type { Paint } from '../terminal.ts';
import { printable } from '../terminal.ts';
import { diffOf } from './diff.ts';

/** One line for each item, in the order in which they were proposed. */
export function itemLines({ entities, mentions, claims }: ProposalRequest): readonly string[] {
  return [
    ...entities.map(({ id, type, name }) => `new record ${id} (${type}): ${namesOf(name)}`),
    ...mentions.map(({ entity, quote, how }) =>
      quote === undefined ? `mention of ${entity}, by its names` : `mention of ${entity}: ${said(quote)}${wayOf(how)}`,
    ),
    ...claims.map((claim) => `claim ${claimInWords(claim)}`),
  ].map(printable);
}

/** The unified diff of all files; paths count from the root of the corpus. */
export const diffText = (files: readonly ProposedFile[], paint: Paint): string =>
  files.map(({ path, before = '', after }) => diffOf({ file: path, before, after }, paint)).join('');

/** “1 finding raised, 2 solved”, and each of them. */
export function effectLines(
  { raised, solved, partial }: Effects,
  words: (finding: Finding) => string,
): readonly string[] {
  const listed = (findings: readonly Finding[]) =>
    findings.map((one) => `  ${one.severity}[${one.code}] ${one.path}: ${words(one)}`);
  return [
    raised.length === 0 ? 'It raises no finding.' : `It raises ${counted(raised.length)}:`,
    ...listed(raised),
    ...(solved.length > 0 ? [`It solves ${counted(solved.length)}:`, ...listed(solved)] : []),
    ...(partial ? ['More documents speak of the same than were looked at: concord check looks at all.'] : []),
  ].map(printable);
}

const counted = (count: number): string => `${count} ${count === 1 ? 'finding' : 'findings'}`;

function claimInWords({ id, subject, property, value, unit, at, by, stance, qualifiers, quote }: ProposedClaim) {
  const more = [
    ...(qualifiers ?? []).map((one) => `${one.name} ${[one.value].flat().join(', ')}`),
    ...(at === undefined ? [] : [`at ${at}`]),
    ...(by === undefined ? [] : [`by ${typeof by === 'string' ? by : by.text}`]),
    ...(stance === undefined ? [] : [stance]),
  ];
  const words = `${subject} · ${property}: ${valueInWords(value)}${unit === undefined ? '' : ` ${unit}`}`;
  const named = id === undefined ? '' : `${id}: `;
  return `${named}${[words, ...more].join(', ')} – ${said([quote].flat().join(' … '))}`;
}

function valueInWords(value: ProposedValue): string {
  if (typeof value !== 'object') return String(value);
  if ('texts' in value) return Object.values(value.texts).join(' / ');
  if ('from' in value) return `${value.from} → ${value.to}`;
  return value.join(', ');
}

const namesOf = (name: string | Readonly<Record<string, string>>): string =>
  typeof name === 'string' ? name : Object.values(name).join(' / ');

const wayOf = (how: string | undefined): string =>
  how === 'here' ? ', at this place' : how === 'sic' ? ', an error of the source' : '';

function said(quote: string): string {
  const line = quote.replace(/\s+/g, ' ');
  return `“${line.length > 160 ? `${line.slice(0, 110)} … ${line.slice(-40)}` : line}”`;
}
