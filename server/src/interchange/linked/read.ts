/** A graph in Concord's vocabulary as plain objects, by the table of terms. Whatever is not so said is a problem, never a guess. */

import Parser from 'n3/lib/N3Parser.js';
import { iri, VOCABULARY } from './names.ts';
import { CLASS, type ClassName, IDENTIFIER, LANGUAGE, PLACE, TERMS, TEXT, type Term, VALUE } from './terms.ts';

/** Why a graph, or a thing in it, cannot be read. */
export class Unreadable extends Error {
  constructor(
    message: string,
    readonly line?: number,
  ) {
    super(message);
  }
}

/** Throws `Unreadable` where the text is not in that notation. */
export function parseGraph(text: string, notation: string): Graph {
  try {
    return new Graph(new Parser({ format: notation, baseIRI: 'urn:concord-annotations:relative:' }).parse(text));
  } catch (reason) {
    const { message, context } = reason as Error & { readonly context?: { readonly line?: number } };
    const said = message
      .replace(/\s+/g, ' ')
      .replace(/ on line \d+\.?$/, '')
      .slice(0, 200);
    throw new Unreadable(`it is no ${notation}: ${said}`, context?.line);
  }
}

const MANY = 16;

/** What is said of each thing; which graph says so counts for nothing. */
export class Graph {
  private readonly said = new Map<string, Map<string, N3Term[]>>();
  /** Nodes may be shared, and would be read once for each time they are: so often, and no more. */
  private budget: number;

  constructor(quads: readonly N3Quad[]) {
    this.budget = 1_000 + 4 * quads.length;
    for (const { subject, predicate, object } of quads) {
      if (subject.termType !== 'NamedNode' && subject.termType !== 'BlankNode') continue;
      const key = keyOf(subject);
      const about = this.said.get(key) ?? new Map<string, N3Term[]>();
      this.said.set(key, about);
      const values = about.get(predicate.value);
      if (!values) about.set(predicate.value, [object]);
      // Nothing that is read has many values: so many are not held against one another.
      else if (values.length > MANY || !values.some((one) => isSame(one, object))) values.push(object);
    }
  }

  /** The addresses of all things of a class, in the order in which they are spoken of. */
  all(of: ClassName): readonly string[] {
    const type = CLASS(of);
    return [...this.said]
      .filter(([, about]) => about.get(iri('rdf:type'))?.some(({ value }) => value === type))
      .map(([key]) => key);
  }

  /** The plain object of a thing. Throws `Unreadable`. */
  object(of: 'Entity' | 'Document', at: string): Record<string, unknown> {
    return this.read(of, at, of === 'Document' ? at : undefined);
  }

  private read(of: ClassName, at: string, whole: string | undefined): Record<string, unknown> {
    this.spend();
    const about = this.said.get(at);
    const read: Record<string, unknown> = {};
    for (const term of TERMS[of]) {
      const [value, ...more] = about?.get(term.iri) ?? [];
      if (!value) continue;
      if (more.length > 0) throw new Unreadable(`${shown(at)} has several values for ${shown(term.iri)}`);
      const given = this.value(term, value, whole);
      if (given !== undefined) read[term.key] = given;
    }
    return read;
  }

  private value(term: Term, value: N3Term, whole: string | undefined): unknown {
    switch (term.kind) {
      case 'text':
      case 'edtf':
        return literal(value, term.iri);
      case 'word':
        if (value.termType === 'NamedNode' && value.value.startsWith(VOCABULARY))
          return value.value.slice(VOCABULARY.length);
        throw new Unreadable(`${shown(value.value)} is no word of ${shown(term.iri)}`);
      case 'flag':
        return ['true', '1'].includes(literal(value, term.iri));
      case 'number':
        return numberOf(value, term.iri);
      case 'entity':
      case 'type':
      case 'property':
        return this.idOf(value);
      case 'subject':
        return keyOf(value) === whole ? 'this' : this.idOf(value);
      case 'speaker':
        return value.termType === 'NamedNode' ? this.idOf(value) : { text: this.one(value, TEXT) };
      case 'texts':
        return this.list(value).map((item) => literal(item, term.iri));
      case 'entities':
        return this.list(value).map((item) => this.idOf(item));
      case 'node':
        return this.read(term.of!, keyOf(value), whole);
      case 'nodes':
        return this.list(value).map((item) => this.read(term.of!, keyOf(item), whole));
      case 'worded':
        return this.list(value).map((item) => this.worded(item, term.iri));
      case 'value':
        return this.plainValue(value, 0);
      case 'values': {
        const entries = this.list(value).map((item): [string, unknown] => {
          const [given] = this.values(item, VALUE.value);
          if (!given) throw new Unreadable(`a qualifier has no ${shown(VALUE.value)}`);
          return [this.one(item, VALUE.name), this.plainValue(given, 0)];
        });
        return Object.fromEntries(entries);
      }
      case 'places':
        return this.list(value).map((item) =>
          [PLACE.start, PLACE.end].map((end) => {
            const [given] = this.values(item, end);
            return given ? numberOf(given, end) : undefined;
          }),
        );
      case 'denotes':
        return undefined;
    }
  }

  private plainValue(value: N3Term, depth: number): unknown {
    this.spend();
    if (value.termType === 'Literal') return value.value;
    // A value that names an entity instead of giving its id means the same.
    if (value.termType === 'NamedNode') return this.idOf(value);
    const [items] = this.values(value, VALUE.items);
    if (items && depth > 0) throw new Unreadable('a value is a list in a list');
    if (items) return this.list(items).map((item) => this.plainValue(item, depth + 1));
    const [languages] = this.values(value, VALUE.languages);
    if (languages) {
      const texts = this.list(languages).map((item) => this.worded(item, VALUE.languages));
      return { languages: Object.fromEntries(texts.map(({ text, lang }) => [lang ?? 'und', text])) };
    }
    const [change] = this.values(value, VALUE.change);
    return {
      from: this.one(value, VALUE.from),
      to: this.one(value, VALUE.to),
      ...(change && { change: literal(change, VALUE.change) }),
    };
  }

  private worded(value: N3Term, of: string): { readonly text: string; readonly lang?: string } {
    if (value.termType === 'Literal') return { text: value.value, ...(value.language && { lang: value.language }) };
    if (value.termType !== 'BlankNode') throw new Unreadable(`${shown(of)} holds what is no text`);
    return { text: this.one(value, TEXT), lang: this.one(value, LANGUAGE) };
  }

  private idOf(value: N3Term): string {
    if (value.termType === 'Literal') return value.value;
    const [id] = this.values(value, IDENTIFIER);
    if (!id) throw new Unreadable(`${shown(value.value)} is spoken of, and nothing says its id (dcterms:identifier)`);
    return literal(id, IDENTIFIER);
  }

  private one(value: N3Term, property: string): string {
    const [given] = this.values(value, property);
    if (!given) throw new Unreadable(`something has no ${shown(property)}`);
    return literal(given, property);
  }

  private values(value: N3Term, property: string): readonly N3Term[] {
    return this.said.get(keyOf(value))?.get(property) ?? [];
  }

  private list(head: N3Term): readonly N3Term[] {
    const items: N3Term[] = [];
    const seen = new Set<string>();
    let cell = head;
    while (cell.value !== iri('rdf:nil')) {
      this.spend();
      const [first] = this.values(cell, iri('rdf:first'));
      const [rest] = this.values(cell, iri('rdf:rest'));
      if (!first || !rest) throw new Unreadable('a list has no end, or is none');
      if (seen.has(keyOf(cell))) throw new Unreadable('a list goes round in a ring');
      seen.add(keyOf(cell));
      items.push(first);
      cell = rest;
    }
    return items;
  }

  private spend(): void {
    if (--this.budget < 0) throw new Unreadable('it says the same things over and over in one another');
  }
}

const keyOf = ({ termType, value }: N3Term): string => (termType === 'BlankNode' ? `_:${value}` : value);

const isSame = (a: N3Term, b: N3Term): boolean =>
  a.termType === b.termType &&
  a.value === b.value &&
  a.language === b.language &&
  a.datatype?.value === b.datatype?.value;

function literal(value: N3Term, of: string): string {
  if (value.termType === 'Literal') return value.value;
  throw new Unreadable(`${shown(of)} has to be a text, not ${shown(value.value)}`);
}

function numberOf(value: N3Term, of: string): number {
  const text = literal(value, of);
  const number = Number(text);
  if (text.trim() !== '' && Number.isFinite(number)) return number;
  throw new Unreadable(`${shown(of)} has to be a number, not ${shown(text)}`);
}

/** The last part of an address is what people know it by. */
const shown = (text: string): string => {
  const short = text.startsWith(VOCABULARY) ? text.slice(VOCABULARY.length) : text;
  return JSON.stringify(short.length > 80 ? `${short.slice(0, 79)}…` : short);
};
