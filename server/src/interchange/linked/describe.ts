/** Entities and documents as statements, by the table of terms, so that nothing of them is lost. Knows no notation. */

import type { ExchangeMeaning } from '../exchange/model.ts';
import {
  type Description,
  edtf,
  flag,
  list,
  named,
  node,
  number,
  plain,
  type Statements,
  typed,
  type Value,
  worded,
} from './description.ts';
import { type Addresses, iri, VOCABULARY } from './names.ts';
import { CLASS, type ClassName, LANGUAGE, PLACE, TERMS, TEXT, type Term, VALUE } from './terms.ts';

type Plain = Readonly<Record<string, unknown>>;

/** What is told on the way. */
export interface Telling {
  readonly addresses: Addresses;
  /** Something with an id is spoken of: its address means nothing unless somebody says the id. */
  speaksOf(kind: 'entity' | 'type' | 'property', id: string): void;
  /** Statements that other vocabularies make of the same, for readers that do not know Concord's. */
  alsoSaid(of: ClassName, object: Plain, at: string): Statements;
}

/** The thing itself, and the claims in it, which have addresses of their own. */
export function describe(
  of: 'Entity' | 'Document',
  object: Plain,
  at: string,
  telling: Telling,
): readonly Description[] {
  const writing = new Describing(of, at, telling);
  const says = writing.statements(of, object, at);
  return [{ iri: at, says: [...typesOf(of), ...says] }, ...writing.claims];
}

const typesOf = (of: ClassName): Statements => [[iri('rdf:type'), named(CLASS(of))]];

class Describing {
  readonly claims: Description[] = [];
  private readonly taken = new Set<string>();

  constructor(
    private readonly of: ClassName,
    private readonly whole: string,
    private readonly telling: Telling,
  ) {}

  statements(of: ClassName, object: Plain, at: string): Statements {
    const own = TERMS[of].flatMap((term): Statements => {
      const given = object[term.key];
      if (given === undefined) return [];
      const value = this.value(term, given);
      return value ? [[term.iri, value]] : [];
    });
    return [...own, ...this.telling.alsoSaid(of, object, at)];
  }

  private value(term: Term, given: unknown): Value | undefined {
    const { addresses } = this.telling;
    switch (term.kind) {
      case 'text':
        return plain(String(given));
      case 'edtf':
        return edtf(String(given));
      case 'word':
        return named(VOCABULARY + String(given));
      case 'flag':
        return flag(given === true);
      case 'number':
        return number(given as number);
      case 'entity':
      case 'type':
      case 'property':
        return this.spokenOf(term.kind, String(given));
      case 'subject':
        return given === 'this' && this.of === 'Document' ? named(this.whole) : this.spokenOf('entity', String(given));
      case 'speaker':
        return typeof given === 'string'
          ? this.spokenOf('entity', given)
          : node([[TEXT, plain(String((given as Plain).text))]]);
      case 'texts':
        return list((given as readonly string[]).map(plain));
      case 'entities':
        return list((given as readonly string[]).map((id) => this.spokenOf('entity', id)));
      case 'node':
        return node(this.statements(term.of!, given as Plain, ''));
      case 'nodes':
        return list((given as readonly Plain[]).map((one) => this.inList(term.of!, one)));
      case 'worded':
        return list((given as readonly { text: string; lang?: string }[]).map(wordedValue));
      case 'value':
        return plainValue(given);
      case 'values':
        return list(
          Object.entries(given as Plain).map(([name, value]) =>
            node([
              [VALUE.name, plain(name)],
              [VALUE.value, plainValue(value)],
            ]),
          ),
        );
      case 'places':
        return list(
          (given as readonly (readonly [number, number])[]).map(([start, end]) =>
            node([
              [PLACE.start, number(start)],
              [PLACE.end, number(end)],
            ]),
          ),
        );
      case 'denotes': {
        const meanings = (given as readonly ExchangeMeaning[]).map((one) => meaningOf(one, addresses));
        return meanings.length > 0 ? list(meanings) : undefined;
      }
    }
  }

  private spokenOf(kind: 'entity' | 'type' | 'property', id: string): Value {
    this.telling.speaksOf(kind, id);
    return named(this.telling.addresses[kind](id));
  }

  private inList(of: ClassName, object: Plain): Value {
    if (of !== 'Claim') return node(this.statements(of, object, ''));
    const at = this.free(
      `${this.whole}#${encodeURIComponent(String(object.key).replace(/[\ud800-\udfff]/g, '\ufffd'))}`,
    );
    this.claims.push({ iri: at, says: [...typesOf('Claim'), ...this.statements('Claim', object, at)] });
    return named(at);
  }

  /** Two claims of one id are two. */
  private free(wanted: string): string {
    let at = wanted;
    for (let i = 2; this.taken.has(at); i++) at = `${wanted}~${i}`;
    this.taken.add(at);
    return at;
  }
}

/** A graph writes the letters of a language small: what has others stands beside the text. */
function wordedValue({ text, lang }: { readonly text: string; readonly lang?: string }): Value {
  if (lang === undefined) return plain(text);
  if (/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/.test(lang)) return worded(text, lang);
  return node([
    [TEXT, plain(text)],
    [LANGUAGE, plain(lang)],
  ]);
}

function plainValue(given: unknown): Value {
  if (Array.isArray(given)) return node([[VALUE.items, list(given.map(plainValue))]]);
  if (typeof given !== 'object' || given === null) return plain(String(given));
  const { from, to, change, languages } = given as Plain;
  if (languages) {
    const texts = Object.entries(languages as Readonly<Record<string, string>>);
    return node([[VALUE.languages, list(texts.map(([lang, text]) => wordedValue({ text, lang })))]]);
  }
  return node([
    [VALUE.from, plain(String(from))],
    [VALUE.to, plain(String(to))],
    ...(change === undefined ? [] : [[VALUE.change, plain(String(change))] as const]),
  ]);
}

/** For readers: what a value means, worked out. */
function meaningOf(meaning: ExchangeMeaning, addresses: Addresses): Value {
  const own = (name: string) => VOCABULARY + name;
  const a = (name: string): Statements => [[iri('rdf:type'), named(own(name))]];
  switch (meaning.kind) {
    case 'quantity': {
      const { hard, expected, number: single, unit, end } = meaning;
      const of = (name: string, value: number | undefined): Statements =>
        value === undefined ? [] : [[own(name), number(value)]];
      return node([
        ...a('Quantity'),
        ...of('number', single),
        ...of(hard.lowOpen ? 'moreThan' : 'least', hard.low),
        ...of(hard.highOpen ? 'fewerThan' : 'most', hard.high),
        ...of('expectedLeast', expected.low),
        ...of('expectedMost', expected.high),
        ...(unit === undefined ? [] : [[own('unit'), plain(unit)] as const]),
        ...(end === undefined ? [] : [[own('endOfChange'), named(own(end))] as const]),
      ]);
    }
    case 'time': {
      const day = (name: string, value: string | undefined): Statements =>
        value === undefined ? [] : [[own(name), typed(value, iri('xsd:date'))]];
      return node([...a('Time'), ...day('firstDay', meaning.first), ...day('lastDay', meaning.last)]);
    }
    case 'entity':
      return named(addresses.entity(meaning.id));
    case 'text':
      return node([
        ...a('Text'),
        ...Object.entries(meaning.texts).map(([lang, text]) => [TEXT, worded(text, lang)] as const),
      ]);
    case 'boolean':
      return flag(meaning.value);
  }
}
