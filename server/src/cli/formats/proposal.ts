/** What an import proposes, in lines for a person. Knows no files. */

import type { Corpus } from '../../core/corpus.ts';
import { stretchPlace, stretchText } from '../../interchange/import/boilerplate.ts';
import type { Choices } from '../../interchange/import/compose.ts';
import { type Proposal, publisherOf, type Raw } from '../../interchange/import/proposal.ts';
import { FIELDS, type Format, type Stretch } from '../../interchange/import/raw.ts';
import { importWordsIn } from '../../interchange/import/words.ts';

export interface Shown {
  readonly given: string;
  readonly raw: Raw;
  readonly encoding: string | undefined;
  readonly body: string;
  readonly proposal: Proposal;
  readonly choices: Choices;
  readonly corpus: Corpus;
}

const FORMATS: Readonly<Record<Format, string>> = { html: 'HTML', markdown: 'Markdown', text: 'text' };
const WIDTH = 11;

export function proposalLines({ given, raw, encoding, body, proposal, choices, corpus }: Shown): readonly string[] {
  const recoded = encoding === undefined || encoding === 'UTF-8' ? '' : ', written as UTF-8';
  const lines = [`${given}: ${FORMATS[raw.format]}${encoding === undefined ? '' : `, ${encoding}`}${recoded}`];
  const missing: string[] = [];
  for (const field of [...FIELDS, 'retrieved'] as const) {
    const value = choices[field];
    if (value === undefined) {
      if (field !== 'retrieved') missing.push(field);
      continue;
    }
    const found = field === 'retrieved' ? [] : (proposal.candidates[field] ?? []);
    const shown = field === 'publisher' ? publisherOf(value, corpus) : value;
    const from = found.find((one) => one.value === value)?.from ?? 'as you said';
    lines.push(`  ${field.padEnd(WIDTH)}${shown}  (${from})`);
    for (const other of found.filter((one) => one.value !== value).slice(0, 3)) {
      lines.push(`  ${''.padEnd(WIDTH)}or ${other.value}  (${other.from})`);
    }
  }
  if (missing.length > 0) lines.push(`  not found, and left out: ${missing.join(', ')}`);
  const { incompleteDate } = proposal;
  if (incompleteDate && choices.date === undefined) {
    lines.push(`  "${incompleteDate.value}" (${incompleteDate.from}) lacks its year; --date sets the date`);
  }
  const pictures = raw.html?.pictures ?? 0;
  if (pictures > 0) lines.push(`  left out: ${pictures} ${pictures === 1 ? 'picture' : 'pictures'}`);
  return [...lines, ...stretchLines(body, proposal.stretches, choices.strip !== undefined)];
}

function stretchLines(body: string, stretches: readonly Stretch[], stripped: boolean): readonly string[] {
  if (stretches.length === 0) return [];
  const head = stripped
    ? '  left out, since it seems to be no part of the text:'
    : '  kept, though it seems to be no part of the text (--strip-boilerplate leaves it out):';
  return [
    head,
    ...stretches.map(
      (stretch) =>
        `    ${stretchPlace(body, stretch)}, ${importWordsIn().stretches[stretch.kind]}: ${stretchText(body, stretch)}`,
    ),
  ];
}
