/** What a corpus holds, in numbers for people. Knows how they are laid out, not how they come about. */

import { counted } from '../output.ts';
import type { Counts, Stats } from '../stats.ts';
import { clustersOf, type Paint, printable } from '../terminal.ts';

/** The rest is summed: what is rare is for `concord list`. */
const MOST = 10;

export function statsInWords(all: readonly Stats[], paint: Paint): string {
  return all.map((stats) => corpus(stats, paint).join('\n')).join('\n\n') + (all.length > 0 ? '\n' : '');
}

function corpus(stats: Stats, paint: Paint): readonly string[] {
  const { documents, unannotated, entities, unused, claims, facts, mentions } = stats;
  return [
    paint('bold', stats.root === '.' ? 'This corpus' : printable(stats.root)),
    `  ${counted(documents, 'document')}${unannotated > 0 ? `, and ${unannotated} without annotations` : ''}`,
    `  ${counted(entities, 'entity', 'entities')}${unused > 0 ? `, ${unused} of which no document speaks of` : ''}`,
    `  ${counted(mentions, 'mention')}`,
    `  ${counted(claims, 'claim')}${facts > 0 ? `, and ${counted(facts, 'fact')} in records` : ''}`,
    ...section('Documents by language', stats.documentsByLanguage, paint),
    ...section('Documents by year', stats.documentsByYear, paint, Number.POSITIVE_INFINITY),
    ...section('Documents by publisher', stats.documentsByPublisher, paint),
    ...section('Entities by type', stats.entitiesByType, paint),
    ...section('Most mentioned', stats.mentionsByEntity, paint),
    ...section('Claims by property', stats.claimsByProperty, paint),
    ...section('Claims by speaker', stats.claimsBySpeaker, paint),
    ...section('Claims by stance', stats.claimsByStance, paint),
  ];
}

function section(title: string, counts: Counts, paint: Paint, most = MOST): readonly string[] {
  const entries = Object.entries(counts);
  if (entries.length === 0) return [];
  const shown = entries.slice(0, entries.length === most + 1 ? most + 1 : most);
  const rest = entries.slice(shown.length);
  const rows = shown.map(([name, count]): readonly [string, number] => [
    name === '' ? '(none)' : printable(name),
    count,
  ]);
  if (rest.length > 0) rows.push([`(${rest.length} more)`, rest.reduce((sum, [, count]) => sum + count, 0)]);
  const width = Math.max(...rows.map(([name]) => cells(name)));
  const digits = Math.max(...rows.map(([, count]) => String(count).length));
  return [
    '',
    `  ${paint('bold', title)}`,
    ...rows.map(([name, count]) => `    ${name}${' '.repeat(width - cells(name))}  ${String(count).padStart(digits)}`),
  ];
}

const cells = (text: string): number => [...clustersOf(text)].reduce((sum, cluster) => sum + cluster.cells, 0);
