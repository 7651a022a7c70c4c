/** JSON Lines as doccano exports and imports sequence labelling: labels, or entities with relations. Offsets are code points. */

import { bareDocument, propertyNamed, relationClaim, spanIn } from '../../exchange/bare.ts';
import { Fields } from '../../exchange/fields.ts';
import type { ExchangeFormat, ImportContext, Imported, ImportProblem, InFile, OutFile } from '../../exchange/format.ts';
import { jsonLines } from '../../exchange/lines.ts';
import type { Losses } from '../../exchange/losses.ts';
import {
  type ExchangeClaim,
  type ExchangeCorpus,
  type ExchangeDocument,
  type ExchangeMention,
  refOf,
} from '../../exchange/model.ts';
import { Offsets, withoutMark } from '../../exchange/offsets.ts';
import { mentionedOnly, metaFrom, metaOf, pathFor } from './shared.ts';

export const doccano: ExchangeFormat = {
  exporter: {
    single: true,
    files: (corpus, losses): readonly OutFile[] => [{ path: 'doccano.jsonl', content: linesOf(corpus, losses) }],
  },
  importer: { endings: ['.jsonl', '.ndjson'], read: readDoccano },
};

function* linesOf(corpus: ExchangeCorpus, losses: Losses): Iterable<string> {
  for (const document of corpus.documents()) {
    const offsets = new Offsets(document.body, 'code-point');
    const mentions = mentionedOnly(document, losses).map(({ spans: [span], type, entity, kind }) => {
      const place = [offsets.fromUtf16(span!.start)!, offsets.fromUtf16(span!.end)!] as const;
      return { place, type: type ?? 'entity', entity, kind };
    });
    // doccano knows no entities, and hands on keys that it does not know: who is meant travels beside the labels.
    const who = mentions.map(({ place, entity, kind }) => [
      ...place,
      entity ?? null,
      ...(kind === 'name' ? [] : [kind]),
    ]);
    yield `${JSON.stringify({
      text: document.body,
      label: mentions.map(({ place, type }) => [...place, type]),
      ...metaOf(document),
      concord: who,
    })}\n`;
  }
  for (const { id } of corpus.entities()) losses.add('records of entities: names, descriptions and facts', id);
}

function readDoccano(files: readonly InFile[], context: ImportContext, losses: Losses): Imported {
  const problems: ImportProblem[] = [];
  const documents: ExchangeDocument[] = [];
  for (const file of files) {
    for (const { line, value } of jsonLines(file, problems)) {
      const fields = Fields.ofLine(value, file.path, line, problems);
      const given = fields.text('text') ?? fields.needed('data');
      if (given === undefined) continue;
      const { body, by } = withoutMark(given);
      const offsets = new Offsets(given, 'code-point');
      const who = whoIn(fields);
      const mentions: ExchangeMention[] = [];
      const byId = new Map<string, ExchangeMention>();
      const take = (from: unknown, to: unknown, label: unknown, id: string | undefined): void => {
        const found = spanIn(offsets, from, to);
        if (typeof found === 'string' || found.start < by || typeof label !== 'string') {
          fields.problem(typeof found === 'string' ? found : 'a label is [start, end, "label"]');
          return;
        }
        const span = { start: found.start - by, end: found.end - by };
        const known = who.get(`${String(from)} ${String(to)}`)?.shift();
        const mention: ExchangeMention = {
          spans: [span],
          text: body.slice(span.start, span.end),
          ...(id !== undefined && { ref: refOf(id) }),
          ...(known?.entity !== undefined && { entity: known.entity }),
          type: label,
          kind: known?.kind ?? 'name',
        };
        mentions.push(mention);
        if (id !== undefined) byId.set(id, mention);
      };
      for (const label of [...fields.list('label'), ...fields.list('labels')])
        take(
          ...(Array.isArray(label) ? ([label[0], label[1], label[2]] as const) : ([0, 0, undefined] as const)),
          undefined,
        );
      for (const one of fields.objects('entities'))
        take(one.number('start_offset'), one.number('end_offset'), one.text('label'), String(one.get('id') ?? ''));
      const claims = relationsIn(fields, byId, body, context, losses, `${file.path}:${line}`);
      const comments = [...fields.list('Comments'), ...fields.list('comments')];
      if (comments.length > 0) losses.add('comments', `${file.path}:${line}`, comments.length);
      const path = pathFor(fields.text('path'), file.path, line);
      documents.push(bareDocument(path, body, mentions, { ...metaFrom(fields), claims }));
    }
  }
  return { documents, entities: [], problems };
}

/** Who is meant at a place, where Concord has said so; the label itself may have been changed since. */
function whoIn(fields: Fields): Map<string, { entity?: string; kind: ExchangeMention['kind'] }[]> {
  const who = new Map<string, { entity?: string; kind: ExchangeMention['kind'] }[]>();
  for (const one of fields.list('concord')) {
    if (!Array.isArray(one)) continue;
    const [from, to, entity, kind] = one as unknown[];
    const place = `${String(from)} ${String(to)}`;
    const own = kind === 'as' || kind === 'sic' || kind === 'here' ? kind : 'name';
    who.set(place, [...(who.get(place) ?? []), { ...(typeof entity === 'string' && { entity }), kind: own }]);
  }
  return who;
}

function relationsIn(
  fields: Fields,
  byId: ReadonlyMap<string, ExchangeMention>,
  body: string,
  { properties }: ImportContext,
  losses: Losses,
  place: string,
): readonly ExchangeClaim[] {
  return fields.objects('relations').flatMap((one, i) => {
    const label = one.text('type') ?? '';
    const property = propertyNamed(label, properties);
    const [from, to] = [byId.get(String(one.get('from_id'))), byId.get(String(one.get('to_id')))];
    if (!from || !to) {
      one.problem('it leads from or to an entity that is not there');
      return [];
    }
    if (property === undefined) {
      losses.add(`relations ${label}, which is no property here`, place);
      return [];
    }
    const end = (mention: ExchangeMention) => ({ name: mention.entity ?? mention.ref!, spans: mention.spans });
    return [relationClaim(`relation-${i + 1}`, property, body, end(from), end(to))];
  });
}
