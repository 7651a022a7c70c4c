/** A corpus as descriptions, one after the other, with whatever makes their addresses understood. Knows no notation. */

import type { ExchangeCorpus, ExchangeDocument, ExchangeEntity } from '../exchange/model.ts';
import { documentLine, entityLine } from '../formats/jsonl/write.ts';
import { alsoSaid, type Known } from './alsoSaid.ts';
import { describe, type Telling } from './describe.ts';
import { type Description, named, plain, type Statements, worded } from './description.ts';
import { type Addresses, iri } from './names.ts';
import { IDENTIFIER } from './terms.ts';

type Plain = Readonly<Record<string, unknown>>;

export class CorpusGraph {
  private readonly known: Known;
  /** Everything whose id has been said, by address. */
  private readonly introduced = new Set<string>();
  private waiting: Description[] = [];
  private readonly telling: Telling;

  constructor(
    private readonly corpus: ExchangeCorpus,
    readonly addresses: Addresses,
  ) {
    this.known = knownIn(corpus, addresses);
    this.telling = {
      addresses,
      speaksOf: (kind, id) => this.introduce(kind, id),
      alsoSaid: (of, object, at) => alsoSaid(of, object, at, this.known),
    };
  }

  entity(entity: ExchangeEntity): readonly Description[] {
    const at = this.addresses.entity(entity.id);
    this.introduced.add(at);
    return describe('Entity', entityLine(entity) as Plain, at, this.telling);
  }

  document(document: ExchangeDocument): readonly Description[] {
    return describe('Document', documentObject(document), this.addresses.document(document.path), this.telling);
  }

  /** The ids and labels of what has been spoken of since this was last asked. */
  introductions(): readonly Description[] {
    const all = this.waiting;
    this.waiting = [];
    return all;
  }

  private introduce(kind: 'entity' | 'type' | 'property', id: string): void {
    const at = this.addresses[kind](id);
    if (this.introduced.has(at)) return;
    this.introduced.add(at);
    // An entity with a record says its own id.
    if (kind === 'entity' && this.corpus.entity(id)) {
      if (!this.isExported(id)) this.waiting.push({ iri: at, says: [[IDENTIFIER, plain(id)]] });
      return;
    }
    this.waiting.push({ iri: at, says: [...this.nature(kind, id), [IDENTIFIER, plain(id)]] });
  }

  private readonly exported = new Set<string>();
  private isListed = false;

  private isExported(id: string): boolean {
    if (!this.isListed) for (const entity of this.corpus.entities()) this.exported.add(entity.id);
    this.isListed = true;
    return this.exported.has(id);
  }

  private nature(kind: 'entity' | 'type' | 'property', id: string): Statements {
    if (kind === 'entity') return [];
    const { types, properties } = this.corpus.vocabulary;
    const { label } = (kind === 'type' ? types.get(id) : properties.get(id)) ?? { label: {} };
    return [
      [iri('rdf:type'), named(kind === 'type' ? iri('rdfs:Class') : iri('rdf:Property'))],
      ...Object.entries(label).map(([lang, text]) => [iri('rdfs:label'), worded(text, lang)] as const),
    ];
  }
}

export function knownIn(corpus: ExchangeCorpus, addresses: Addresses): Known {
  const { types } = corpus.vocabulary;
  return {
    addresses,
    isEntity: (id) => corpus.entity(id) !== undefined,
    coreType(type) {
      let at = type;
      // A ring of parents is an error of the corpus, and no reason to go round in it.
      for (let steps = 0; steps < 20; steps++) {
        const parent = types.get(at)?.parent;
        if (parent === undefined) return at;
        at = parent;
      }
      return type;
    },
  };
}

/** As Concord's JSON Lines have it, an annotated document that declares nobody among them. */
export function documentObject(document: ExchangeDocument): Plain {
  const object = documentLine(document) as Plain;
  return document.declarations && !object.entities ? { ...object, entities: [] } : object;
}
