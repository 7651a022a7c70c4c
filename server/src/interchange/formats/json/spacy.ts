/** JSON Lines as Prodigy and spaCy read them: a text and its spans on each line. Offsets are code points. */

import { bareDocument, spanIn } from '../../exchange/bare.ts';
import { Fields } from '../../exchange/fields.ts';
import type { ExchangeFormat, Imported, ImportProblem, OutFile } from '../../exchange/format.ts';
import { jsonLines } from '../../exchange/lines.ts';
import type { Losses } from '../../exchange/losses.ts';
import type { ExchangeCorpus, ExchangeDocument, ExchangeMention } from '../../exchange/model.ts';
import { Offsets, withoutMark } from '../../exchange/offsets.ts';
import { mentionedOnly, metaFrom, metaOf, pathFor } from './shared.ts';

export const spacy: ExchangeFormat = {
  exporter: {
    single: true,
    files: (corpus, losses): readonly OutFile[] => [{ path: 'spans.jsonl', content: linesOf(corpus, losses) }],
  },
  importer: { endings: ['.jsonl', '.ndjson'], read: readSpacy },
};

function* linesOf(corpus: ExchangeCorpus, losses: Losses): Iterable<string> {
  for (const document of corpus.documents()) {
    const offsets = new Offsets(document.body, 'code-point');
    const spans = mentionedOnly(document, losses).map(({ spans: [span], type, entity, kind }) => ({
      start: offsets.fromUtf16(span!.start),
      end: offsets.fromUtf16(span!.end),
      label: type ?? 'entity',
      ...(entity !== undefined && { kb_id: entity }),
      ...(kind !== 'name' && { kind }),
    }));
    yield `${JSON.stringify({ text: document.body, spans, meta: metaOf(document) })}\n`;
  }
  for (const { id } of corpus.entities()) losses.add('records of entities: names, descriptions and facts', id);
}

function readSpacy(
  files: Parameters<NonNullable<ExchangeFormat['importer']>['read']>[0],
  _: unknown,
  losses: Losses,
): Imported {
  const problems: ImportProblem[] = [];
  const documents: ExchangeDocument[] = [];
  for (const file of files) {
    for (const { line, value } of jsonLines(file, problems)) {
      const fields = Fields.ofLine(value, file.path, line, problems);
      const given = fields.needed('text');
      const answer = fields.text('answer');
      const place = `${file.path}:${line}`;
      if (given === undefined) continue;
      if (answer !== undefined && answer !== 'accept') {
        losses.add('tasks that were rejected or ignored', place);
        continue;
      }
      const { body, by } = withoutMark(given);
      const offsets = new Offsets(given, 'code-point');
      const spans = [...fields.objects('spans'), ...fields.objects('ents')];
      const mentions = spans.flatMap((span): readonly ExchangeMention[] => {
        const found = spanIn(offsets, span.number('start'), span.number('end'));
        const type = span.needed('label');
        if (typeof found === 'string' || found.start < by) {
          span.problem(typeof found === 'string' ? found : 'a span begins with the byte order mark');
          return [];
        }
        const kind = span.word('kind', ['name', 'as', 'sic', 'here'] as const) ?? 'name';
        const id = span.text('kb_id');
        const own = { start: found.start - by, end: found.end - by };
        const text = body.slice(own.start, own.end);
        return [{ spans: [own], text, ...(id && { entity: id }), ...(type !== undefined && { type }), kind }];
      });
      if (fields.list('relations').length > 0) losses.add('relations', place, fields.list('relations').length);
      const meta = fields.object('meta');
      documents.push(
        bareDocument(pathFor(meta?.text('path'), file.path, line), body, mentions, meta && metaFrom(meta)),
      );
    }
  }
  return { documents, entities: [], problems };
}
