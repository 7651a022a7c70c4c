/** The part of N3.js that is used here: it comes without types. */

interface N3Term {
  readonly termType: 'NamedNode' | 'BlankNode' | 'Literal' | 'Variable' | 'DefaultGraph' | 'Quad';
  readonly value: string;
  readonly language?: string;
  readonly datatype?: { readonly value: string };
}

interface N3Quad {
  readonly subject: N3Term;
  readonly predicate: N3Term;
  readonly object: N3Term;
  readonly graph: N3Term;
}

declare module 'n3/lib/N3DataFactory.js' {
  const factory: {
    namedNode(iri: string): N3Term;
    blankNode(name?: string): N3Term;
    literal(value: string, languageOrDatatype?: string | N3Term): N3Term;
    defaultGraph(): N3Term;
    quad(subject: N3Term, predicate: N3Term, object: N3Term, graph?: N3Term): N3Quad;
  };
  export default factory;
}

declare module 'n3/lib/N3Writer.js' {
  export default class Writer {
    constructor(
      output: { write(chunk: string, encoding?: string, done?: () => void): void; end(done?: () => void): void },
      options?: {
        readonly format?: string;
        readonly prefixes?: Readonly<Record<string, string>>;
        readonly end?: boolean;
      },
    );
    addQuad(subject: N3Term, predicate: N3Term, object: N3Term, graph?: N3Term): void;
    blank(children: readonly { readonly predicate: N3Term; readonly object: N3Term }[]): N3Term;
    list(elements: readonly N3Term[]): N3Term;
    end(done?: (error?: unknown) => void): void;
  }
}

declare module 'n3/lib/N3Parser.js' {
  export default class Parser {
    constructor(options?: { readonly format?: string; readonly baseIRI?: string; readonly blankNodePrefix?: string });
    /** Throws an error with the line in `context`. */
    parse(text: string): readonly N3Quad[];
  }
}
