/** brat standoff: a text and an .ann file for each document, the labels in annotation.conf. Offsets are code points. */

import type { ExchangeFormat, OutFile } from '../../exchange/format.ts';
import type { Losses } from '../../exchange/losses.ts';
import type { ExchangeCorpus } from '../../exchange/model.ts';
import { readBrat } from './read.ts';
import { annotationLines, labelFor } from './write.ts';

export const brat: ExchangeFormat = {
  exporter: { single: false, files },
  importer: { endings: ['.ann', '.txt'], read: readBrat },
};

function* files(corpus: ExchangeCorpus, losses: Losses): Iterable<OutFile> {
  const labels = { entities: new Set<string>(), claims: new Set<string>() };
  for (const document of corpus.documents()) {
    const stem = stemFor(document.path);
    for (const { type } of document.mentions) labels.entities.add(labelFor(type));
    for (const { property } of document.claims) if (property !== undefined) labels.claims.add(labelFor(property));
    if (document.title ?? document.date ?? document.url ?? document.publisher)
      losses.add('titles, dates and sources of documents', document.path);
    yield { path: `${stem}.txt`, content: [document.body] };
    yield { path: `${stem}.ann`, content: annotationLines(document, losses) };
  }
  for (const { id } of corpus.entities()) losses.add('records of entities: names, descriptions and facts', id);
  yield { path: 'annotation.conf', content: [configuration(labels.entities, labels.claims)] };
}

/** `x.txt` for itself; another ending stays, so that it can come back. */
const stemFor = (path: string): string => path.replace(/\.txt$/, '');

function configuration(entities: ReadonlySet<string>, claims: ReadonlySet<string>): string {
  const events = [...claims].sort().map((label) => `${label}\tSubject?:<ENTITY>, Value?:<ENTITY>, By?:<ENTITY>`);
  return [
    '[entities]',
    ...[...entities].sort(),
    '',
    '[relations]',
    '<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>',
    '',
    '[events]',
    ...events,
    '',
    '[attributes]',
    'Kind\tArg:<ENTITY>, Value:as|sic|here',
    '',
  ].join('\n');
}
