/** Nodes and edges for Gephi and other tools for networks: entities, what claims say that one is to another, and co-mentions. */

import type { ExchangeFormat, OutFile } from '../../exchange/format.ts';
import type { Losses } from '../../exchange/losses.ts';
import type { ExchangeClaim, ExchangeCorpus } from '../../exchange/model.ts';
import { rowOf } from './cells.ts';

export const gephi: ExchangeFormat = {
  exporter: {
    single: false,
    *files(corpus, losses): Iterable<OutFile> {
      yield { path: 'nodes.csv', content: nodes(corpus) };
      yield { path: 'edges.csv', content: edges(corpus, losses) };
    },
  },
};

/** `Id` and `Label` are the names that Gephi looks for. */
function* nodes(corpus: ExchangeCorpus): Iterable<string> {
  const mentions = new Map<string, { count: number; documents: number }>();
  for (const document of corpus.documents()) {
    const here = new Set<string>();
    for (const { entity } of document.mentions) {
      if (entity === undefined) continue;
      const known = mentions.get(entity) ?? { count: 0, documents: 0 };
      mentions.set(entity, known);
      known.count++;
      if (!here.has(entity)) known.documents++;
      here.add(entity);
    }
  }
  yield rowOf(['Id', 'Label', 'Type', 'Mentions', 'Documents']);
  for (const { id, names, type } of corpus.entities()) {
    const { count, documents } = mentions.get(id) ?? { count: 0, documents: 0 };
    yield rowOf([id, names[0]?.text ?? id, type, count, documents]);
  }
}

/** One edge for each claim or fact between two entities, and one for each two that a document mentions. */
function* edges(corpus: ExchangeCorpus, losses: Losses): Iterable<string> {
  yield rowOf(['Source', 'Target', 'Type', 'Label', 'Weight', 'Document', 'At', 'Stance']);
  const together = new Map<string, Map<string, number>>();
  for (const { path, mentions, claims } of corpus.documents()) {
    for (const claim of claims) yield* edgeOf(claim, path, losses);
    const ids = [...new Set(mentions.flatMap(({ entity }) => entity ?? []))].sort();
    if (ids.length > MOST_TOGETHER) {
      losses.add('co-mentions of documents that mention very many', path);
      continue;
    }
    for (const [i, one] of ids.entries()) {
      const row = together.get(one) ?? new Map<string, number>();
      together.set(one, row);
      for (const other of ids.slice(i + 1)) row.set(other, (row.get(other) ?? 0) + 1);
    }
  }
  for (const { facts } of corpus.entities()) for (const fact of facts) yield* edgeOf(fact, undefined, losses);
  for (const [one, row] of together)
    for (const [other, count] of row) yield rowOf([one, other, 'Undirected', 'mentioned-together', count]);
}

/** The pairs of more would be a network of their own. */
const MOST_TOGETHER = 500;

function* edgeOf(claim: ExchangeClaim, path: string | undefined, losses: Losses): Iterable<string> {
  const { subject, property, meanings = [], holdsAt, stance, group, key } = claim;
  if (group) return;
  const entity = meanings.find((one) => one.kind === 'entity');
  if (!entity || subject === undefined || subject === 'this') {
    losses.add('claims whose value is no entity', `${path ?? ''}#${key}`);
    return;
  }
  yield rowOf([subject, entity.id, 'Directed', property, 1, path, holdsAt, stance]);
}
