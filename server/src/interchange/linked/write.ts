/** Statements as Turtle, TriG or N-Quads, by N3.js. Knows nothing of what is said. */

import factory from 'n3/lib/N3DataFactory.js';
import Writer from 'n3/lib/N3Writer.js';
import type { Description, Statements, Value } from './description.ts';
import { iri, PREFIXES, wellFormed } from './names.ts';

export type Notation = 'Turtle' | 'TriG' | 'N-Quads';

/** Descriptions go in, text comes out: `take` gives what has been written since it was last asked. */
export class GraphWriter {
  private readonly chunks: string[] = [];
  private readonly writer: Writer;
  private blanks = 0;

  constructor(
    private readonly notation: Notation,
    prefixes: Readonly<Record<string, string>> = {},
    /** Told of every text that had to be changed to be written at all. */
    private readonly onReplaced: (text: string) => void = () => {},
  ) {
    const output = {
      write: (chunk: string, _encoding?: string, done?: () => void) => {
        this.chunks.push(chunk);
        done?.();
      },
      end: (done?: () => void) => done?.(),
    };
    const isShort = notation !== 'N-Quads';
    this.writer = new Writer(output, {
      format: notation,
      ...(isShort && { prefixes: { ...PREFIXES, ...prefixes } }),
    });
  }

  /** In the graph of that address, or in the default graph. */
  write({ iri: at, says }: Description, graph?: string): void {
    const where = graph === undefined ? factory.defaultGraph() : factory.namedNode(graph);
    if (this.notation === 'N-Quads') this.flat(factory.namedNode(at), says, where);
    else {
      for (const [property, value] of says)
        this.writer.addQuad(factory.namedNode(at), factory.namedNode(property), this.nested(value), where);
    }
  }

  take(): string {
    return this.chunks.splice(0).join('');
  }

  /** What is left. */
  end(): string {
    this.writer.end();
    return this.take();
  }

  private nested(value: Value): N3Term {
    switch (value.kind) {
      case 'node':
        return this.writer.blank(
          value.says.map(([property, inner]) => ({
            predicate: factory.namedNode(property),
            object: this.nested(inner),
          })),
        );
      case 'list':
        return this.writer.list(value.items.map((item) => this.nested(item)));
      default:
        return this.term(value);
    }
  }

  /** Every node and every member of a list under a name, each statement on a line of its own. */
  private flat(subject: N3Term, says: Statements, graph: N3Term): void {
    for (const [property, value] of says) {
      const inner: (() => void)[] = [];
      const object = this.flatTerm(value, graph, inner);
      this.writer.addQuad(subject, factory.namedNode(property), object, graph);
      for (const one of inner) one();
    }
  }

  private flatTerm(value: Value, graph: N3Term, inner: (() => void)[]): N3Term {
    if (value.kind === 'node') {
      const name = this.blank();
      inner.push(() => this.flat(name, value.says, graph));
      return name;
    }
    if (value.kind !== 'list') return this.term(value);
    const cells = value.items.map(() => this.blank());
    const nil = factory.namedNode(iri('rdf:nil'));
    inner.push(() => {
      for (const [i, item] of value.items.entries()) {
        const within: (() => void)[] = [];
        const first = this.flatTerm(item, graph, within);
        this.writer.addQuad(cells[i]!, factory.namedNode(iri('rdf:first')), first, graph);
        this.writer.addQuad(cells[i]!, factory.namedNode(iri('rdf:rest')), cells[i + 1] ?? nil, graph);
        for (const one of within) one();
      }
    });
    return cells[0] ?? nil;
  }

  private blank(): N3Term {
    return factory.blankNode(`b${this.blanks++}`);
  }

  private term(value: Value & { readonly kind: 'iri' | 'literal' }): N3Term {
    if (value.kind === 'iri') return factory.namedNode(value.iri);
    const text = wellFormed(value.text);
    if (text !== value.text) this.onReplaced(value.text);
    if (value.language !== undefined) return factory.literal(text, value.language);
    return value.datatype === undefined
      ? factory.literal(text)
      : factory.literal(text, factory.namedNode(value.datatype));
  }
}
