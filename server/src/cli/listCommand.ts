/** `concord list` and `concord stats` as a whole: what is read, chosen and printed. */

import { closest } from '../core/spelling.ts';
import { findCorpora } from './corpora.ts';
import { openCorpus } from './corpus.ts';
import type { Environment } from './environment.ts';
import { statsInWords } from './formats/stats.ts';
import { csv, table } from './formats/table.ts';
import { COLUMNS, type Listed, listed, type Row } from './list.ts';
import { counted, note, notesOn, paintFor } from './output.ts';
import type { ListRequest, StatsRequest } from './requests/list.ts';
import { statsOf } from './stats.ts';
import { Told } from './usage.ts';

/** A name that no corpus has, or a corpus that cannot be read. */
export class UnknownName extends Told {}

/** Throws `UnknownName` for a name that no corpus knows, and `MissingPath`. */
export function listCommand(request: ListRequest, environment: Environment): void {
  const corpora = opened(request.paths, environment);
  refuseUnknown(request, corpora);
  const { kind, format } = request;
  const rows = listed(request, corpora);
  const { stdout, isTTY, columns } = environment;
  if (format === 'json')
    stdout.write(`${JSON.stringify({ version: 1, [kind]: rows.map((row) => complete(row, kind)) })}\n`);
  else if (format === 'csv') stdout.write(csv(rows, COLUMNS[kind]));
  else {
    const paint = paintFor(request, environment);
    stdout.write(table(rows, COLUMNS[kind], { paint, columns: isTTY ? columns : undefined }));
    note(environment, counted(rows.length, ONE[kind], kind));
  }
}

const ONE: Readonly<Record<ListRequest['kind'], string>> = {
  entities: 'entity',
  claims: 'claim',
  documents: 'document',
};

export function statsCommand(request: StatsRequest, environment: Environment): void {
  const stats = opened(request.paths, environment).map(statsOf);
  const { stdout } = environment;
  if (request.format === 'json') stdout.write(`${JSON.stringify({ version: 1, corpora: stats })}\n`);
  else stdout.write(statsInWords(stats, paintFor(request, environment)));
}

/** The same keys for each: null where nothing is said. */
const complete = (row: Row, kind: ListRequest['kind']) =>
  Object.fromEntries(COLUMNS[kind].map((name) => [name, row[name] ?? null]));

function opened(paths: readonly string[], environment: Environment): readonly Listed[] {
  const selection = findCorpora(paths, environment);
  const corpora = selection.corpora.map((files) => {
    const corpus = openCorpus(files);
    if (corpus.problem !== undefined)
      throw new UnknownName(`${files.nameOf('concord.yaml')} cannot be read: ${corpus.problem}`);
    return { files, corpus };
  });
  const checked = new Map(
    corpora.map(({ files, corpus }) => [files.root, new Set(['concord.yaml', ...corpus.paths])] as const),
  );
  for (const line of notesOn(selection, { checked }, 'read')) note(environment, line);
  return corpora;
}

/** An empty list would say that there is nothing of the kind, where only the name is wrong. */
function refuseUnknown({ filters }: ListRequest, corpora: readonly Listed[]): void {
  if (corpora.length === 0) return;
  const refuse = (what: string, names: readonly string[], known: ReadonlySet<string>) => {
    for (const name of names) {
      if (known.has(name)) continue;
      const nearest = closest(name, known);
      throw new UnknownName(
        `there is no ${what} "${name}"${nearest.length > 0 ? `; did you mean ${nearest.join(' or ')}?` : ''}`,
      );
    }
  };
  const of = (names: (one: Listed) => Iterable<string>) => new Set(corpora.flatMap((one) => [...names(one)]));
  refuse(
    'type',
    filters.type,
    of(({ corpus }) => corpus.library.corpus.vocabulary.types.keys()),
  );
  const properties = of(({ corpus }) => [
    ...corpus.library.corpus.vocabulary.properties.keys(),
    ...claimed(corpus.library, ({ property }) => property),
  ]);
  refuse('property', filters.property, properties);
  const ids = (one: Listed) => one.corpus.library.corpus.records.ids();
  const subjects = of((one) => ['this', ...ids(one), ...claimed(one.corpus.library, ({ subject }) => subject)]);
  refuse('entity', filters.subject, subjects);
  const speakers = of((one) => [
    ...ids(one),
    ...claimed(one.corpus.library, ({ by }, { publisher }) => by ?? publisher),
  ]);
  refuse('speaker', filters.by, speakers);
}

type Documents = Listed['corpus']['library'];
type Facts = NonNullable<ReturnType<Documents['facts']>>;

function claimed(
  library: Documents,
  name: (claim: Facts['claims'][number], facts: Facts) => string | undefined,
): readonly string[] {
  const found = new Set<string>();
  for (const facts of library.corpus.documents.values()) {
    for (const claim of facts.claims) {
      const one = name(claim, facts);
      if (one !== undefined) found.add(one);
    }
  }
  return [...found];
}
