/** RDF in Concord's own vocabulary, with SKOS, Dublin Core and PROV beside it: as Turtle, and as N-Quads with a graph for each document. */

import { Fields } from '../../exchange/fields.ts';
import type { ExchangeFormat, ExportOptions, Imported, ImportProblem, InFile, OutFile } from '../../exchange/format.ts';
import { textOf } from '../../exchange/lines.ts';
import type { Losses } from '../../exchange/losses.ts';
import type { ExchangeCorpus, ExchangeDocument, ExchangeEntity } from '../../exchange/model.ts';
import { CorpusGraph } from '../../linked/corpusGraph.ts';
import { addressesFrom } from '../../linked/names.ts';
import { type Graph, parseGraph, Unreadable } from '../../linked/read.ts';
import { GraphWriter, type Notation } from '../../linked/write.ts';
import { documentFrom, entityFrom } from '../jsonl/read.ts';

export const turtle: ExchangeFormat = formatIn('Turtle', 'corpus.ttl', { '.ttl': 'Turtle', '.trig': 'TriG' });
export const nQuads: ExchangeFormat = formatIn('N-Quads', 'corpus.nq', { '.nq': 'N-Quads', '.nt': 'N-Triples' });

/** A graph is read whole: what is longer belongs into a triple store. */
const LARGEST = 256 * 1024 * 1024;
/** What is wrong with one file is told so often. */
const MOST_PROBLEMS = 100;

function formatIn(notation: Notation, path: string, endings: Readonly<Record<string, string>>): ExchangeFormat {
  return {
    exporter: {
      single: true,
      files: (corpus, losses, options = {}): readonly OutFile[] => [
        { path, content: written(notation, corpus, losses, options) },
      ],
    },
    importer: {
      endings: Object.keys(endings),
      read(files) {
        const found = new Reading();
        for (const file of files) found.take(file, endings[endingOf(file.path)] ?? notation);
        return found;
      },
    },
  };
}

function* written(
  notation: Notation,
  corpus: ExchangeCorpus,
  losses: Losses,
  { base }: ExportOptions,
): Iterable<string> {
  const graph = new CorpusGraph(corpus, addressesFrom(base));
  const prefixes: Readonly<Record<string, string>> = base === undefined ? {} : { corpus: base };
  const writer = new GraphWriter(notation, prefixes, (text) =>
    losses.add('halves of characters, written as U+FFFD', JSON.stringify(text.slice(0, 60))),
  );
  for (const entity of corpus.entities()) {
    for (const one of graph.entity(entity)) writer.write(one);
    for (const one of graph.introductions()) writer.write(one);
    yield writer.take();
  }
  for (const document of corpus.documents()) {
    const where = notation === 'N-Quads' ? graph.addresses.document(document.path) : undefined;
    for (const one of graph.document(document)) writer.write(one, where);
    for (const one of graph.introductions()) writer.write(one);
    yield writer.take();
  }
  yield writer.end();
}

const endingOf = (path: string): string => /\.[a-z]+$/.exec(path.toLowerCase())?.[0] ?? '';

class Reading implements Imported {
  readonly documents: ExchangeDocument[] = [];
  readonly entities: ExchangeEntity[] = [];
  readonly problems: ImportProblem[] = [];
  readonly whole = true;

  take(file: InFile, notation: string): void {
    const problem = (message: string, line?: number): void => {
      this.problems.push({ file: file.path, ...(line !== undefined && { line }), message });
    };
    const graph = graphOf(file, notation, problem);
    if (!graph) return;
    const entities = graph.all('Entity');
    const documents = graph.all('Document');
    if (entities.length + documents.length === 0)
      problem('nothing in it is an entity or a document in Concord’s vocabulary');
    for (const at of entities) this.thing(graph, 'Entity', at, problem);
    for (const at of documents) this.thing(graph, 'Document', at, problem);
  }

  private thing(graph: Graph, of: 'Entity' | 'Document', at: string, problem: (message: string) => void): void {
    const before = this.problems.length;
    if (before > MOST_PROBLEMS) return;
    try {
      const fields = new Fields(graph.object(of, at), '', (message) => problem(`${at}: ${message}`));
      const entity = of === 'Entity' ? entityFrom(fields) : undefined;
      const document = of === 'Document' ? documentFrom(fields) : undefined;
      if (this.problems.length > before) return;
      if (entity) this.entities.push(entity);
      if (document) this.documents.push(document);
    } catch (reason) {
      if (!(reason instanceof Unreadable)) throw reason;
      problem(`${at}: ${reason.message}`);
    }
  }
}

function graphOf(file: InFile, notation: string, problem: (message: string, line?: number) => void): Graph | undefined {
  if (file.bytes.length > LARGEST) {
    problem(`it is larger than ${LARGEST / 1024 / 1024} MB`);
    return undefined;
  }
  const text = textOf(file);
  if (typeof text !== 'string') {
    problem(text.message);
    return undefined;
  }
  try {
    return parseGraph(text.replace(/^\ufeff/, ''), notation);
  } catch (reason) {
    if (!(reason instanceof Unreadable)) throw reason;
    problem(reason.message, reason.line);
    return undefined;
  }
}
