/** Concord's own JSON Lines: a first line that says so, one for each entity, one for each document with all that is in it. */

import { Fields } from '../../exchange/fields.ts';
import type { ExchangeFormat, ImportProblem, InFile, OutFile } from '../../exchange/format.ts';
import { jsonLines } from '../../exchange/lines.ts';
import type { Losses } from '../../exchange/losses.ts';
import type { ExchangeCorpus, ExchangeDocument, ExchangeEntity } from '../../exchange/model.ts';
import { documentFrom, entityFrom } from './read.ts';
import { documentLine, entityLine } from './write.ts';

const VERSION = 1;

export const jsonl: ExchangeFormat = {
  exporter: {
    single: true,
    files: (corpus): readonly OutFile[] => [{ path: 'corpus.jsonl', content: linesOf(corpus) }],
  },
  importer: {
    endings: ['.jsonl', '.ndjson'],
    read(files, _, losses) {
      const found = new Reading(losses);
      for (const file of files) found.take(file);
      return found;
    },
  },
};

function* linesOf(corpus: ExchangeCorpus): Iterable<string> {
  const { languages } = corpus;
  yield line({ kind: 'concord', version: VERSION, offsets: 'code-point', languages });
  for (const entity of corpus.entities()) yield line(entityLine(entity));
  for (const document of corpus.documents()) yield line(documentLine(document));
}

const line = (value: object): string => `${JSON.stringify(value)}\n`;

class Reading {
  readonly documents: ExchangeDocument[] = [];
  readonly entities: ExchangeEntity[] = [];
  readonly problems: ImportProblem[] = [];
  readonly whole = true;

  constructor(private readonly losses: Losses) {}

  take(file: InFile): void {
    let version: number | undefined;
    for (const { line: number, value } of jsonLines(file, this.problems)) {
      const before = this.problems.length;
      const fields = Fields.ofLine(value, file.path, number, this.problems);
      const kind = fields.needed('kind');
      if (kind === 'concord') {
        version = fields.number('version');
        if (version !== VERSION) {
          fields.problem(`version ${version} of this format is not known here; ${VERSION} is`);
          return;
        }
        if (fields.text('offsets') !== 'code-point') fields.wrong('offsets', 'code-point');
      } else if (version === undefined) {
        fields.problem('the first line has to be {"kind": "concord", "version": 1, …}: this is another format');
        return;
      } else if (kind === 'entity') {
        const entity = entityFrom(fields);
        if (entity && this.problems.length === before) this.entities.push(entity);
      } else if (kind === 'document') {
        const document = documentFrom(fields);
        if (document && this.problems.length === before) this.documents.push(document);
      } else if (kind !== undefined) fields.wrong('kind', 'concord, entity or document');
      if (kind !== 'concord') for (const key of fields.unknown()) this.losses.add('keys that mean nothing here', key);
    }
  }
}
