/** Claims as nanopublications in TriG: what is claimed, where it is from, and who published that, in a graph each. */

import type { ExchangeFormat, ExportOptions, OutFile } from '../../exchange/format.ts';
import type { Losses } from '../../exchange/losses.ts';
import type { ExchangeClaim, ExchangeCorpus } from '../../exchange/model.ts';
import { valueTerm } from '../../linked/alsoSaid.ts';
import { CorpusGraph } from '../../linked/corpusGraph.ts';
import { type Description, named, plain, type Statements, worded } from '../../linked/description.ts';
import { addressesFrom, iri, isWebAddress, VOCABULARY } from '../../linked/names.ts';
import { GraphWriter } from '../../linked/write.ts';

export const nanopublications: ExchangeFormat = {
  exporter: {
    single: true,
    files: (corpus, losses, options = {}): readonly OutFile[] => [
      { path: 'nanopublications.trig', content: written(corpus, losses, options) },
    ],
  },
};

/** What is said of a claim that says where it is from, and not what it says. */
const isProvenance = (property: string): boolean =>
  property.startsWith(iri('prov:')) || ['quote', 'source', 'by', 'see'].some((key) => property === VOCABULARY + key);

function* written(corpus: ExchangeCorpus, losses: Losses, { base }: ExportOptions): Iterable<string> {
  const graph = new CorpusGraph(corpus, addressesFrom(base));
  const writer = new GraphWriter('TriG', {}, (text) =>
    losses.add('halves of characters, written as U+FFFD', JSON.stringify(text.slice(0, 60))),
  );
  const publish = new Publishing(corpus, graph, writer, losses);
  for (const entity of corpus.entities()) {
    const [, ...facts] = graph.entity(entity);
    losses.add('what records say beside their facts', entity.id);
    for (const [i, fact] of entity.facts.entries()) {
      if (fact.sources.length === 0) losses.add('facts without a source', `${entity.id}: ${fact.property ?? fact.key}`);
      else publish.claim(fact, facts[i]!, entity.id, []);
    }
    yield writer.take();
  }
  for (const document of corpus.documents()) {
    const [whole, ...claims] = graph.document(document);
    const address = document.url;
    const origin: Statements = [
      ...whole!.says.filter(([property]) => property.startsWith(iri('prov:')) || property === iri('dcterms:title')),
      ...(address !== undefined && isWebAddress(address) ? [[iri('dcterms:source'), named(address)] as const] : []),
    ];
    losses.add('mentions', document.path, document.mentions.length);
    losses.add('texts of documents', document.path);
    losses.add('acceptances', document.path, document.accept.length);
    for (const [i, claim] of document.claims.entries()) {
      losses.add('acceptances', `${document.path}: ${claim.key}`, claim.accept.length);
      if (claim.group) continue;
      publish.claim(claim, claims[i]!, document.path, [{ iri: whole!.iri, says: origin }]);
    }
    yield writer.take();
  }
  yield writer.end();
}

class Publishing {
  constructor(
    private readonly corpus: ExchangeCorpus,
    private readonly graph: CorpusGraph,
    private readonly writer: GraphWriter,
    private readonly losses: Losses,
  ) {}

  /** `origins`: where what the claim stands in is from. */
  claim(claim: ExchangeClaim, { iri: at, says }: Description, where: string, origins: readonly Description[]): void {
    const { subject, property } = claim;
    if (subject === undefined || property === undefined || !claim.value) {
      this.losses.add('claims without subject, property or value', `${where}: ${claim.key}`);
      return;
    }
    const np = this.graph.addresses.nanopublication(at);
    const part = (name: string) => `${np}#${name}`;
    const head: Statements = [
      [iri('rdf:type'), named(iri('np:Nanopublication'))],
      [iri('np:hasAssertion'), named(part('assertion'))],
      [iri('np:hasProvenance'), named(part('provenance'))],
      [iri('np:hasPublicationInfo'), named(part('pubinfo'))],
    ];
    this.writer.write({ iri: np, says: head }, part('head'));
    const content = says.filter(([name]) => !isProvenance(name) && name !== `${VOCABULARY}accept`);
    this.writer.write({ iri: at, says: content }, part('assertion'));
    const bare = this.bareStatement(claim, at);
    if (bare) this.writer.write(bare, part('assertion'));
    const provenance: Statements = [
      ...says.filter(([name]) => isProvenance(name)),
      ...origins.map((origin) => [iri('prov:wasDerivedFrom'), named(origin.iri)] as const),
    ];
    this.writer.write({ iri: part('assertion'), says: provenance }, part('provenance'));
    for (const origin of origins) this.writer.write(origin, part('provenance'));
    this.writer.write(
      {
        iri: np,
        says: [
          [iri('prov:wasDerivedFrom'), named(at)],
          [iri('dcterms:isPartOf'), named(this.graph.addresses.base)],
          [iri('dcterms:identifier'), plain(claim.key)],
        ],
      },
      part('pubinfo'),
    );
    for (const one of this.labels(claim)) this.writer.write(one, part('pubinfo'));
  }

  /**
   * Subject, property and value as one statement, where that leaves nothing out: asserted for certain, of something
   * that is true at any time or happened once, and without qualifiers.
   */
  private bareStatement(claim: ExchangeClaim, at: string): Description | undefined {
    const { addresses } = this.graph;
    const [meaning, ...more] = claim.meanings ?? [];
    const time = this.corpus.vocabulary.properties.get(claim.property!)?.time;
    const isSo =
      claim.stance === 'asserts' &&
      claim.certainty === 'certain' &&
      !claim.ended &&
      (time === 'permanent' || time === 'event') &&
      Object.keys(claim.qualifiers).length === 0;
    const isExact = meaning?.kind !== 'quantity' || isPoint(meaning.hard);
    if (!isSo || !isExact || !meaning || more.length > 0) return undefined;
    const value = valueTerm(meaning, claim.value?.kind === 'text' ? { value: claim.value.text } : {}, addresses);
    if (!value) return undefined;
    const subject = claim.subject === 'this' ? at.slice(0, at.indexOf('#')) : addresses.entity(claim.subject!);
    return { iri: subject, says: [[addresses.property(claim.property!), value]] };
  }

  /** The names of what a claim speaks of. */
  private labels(claim: ExchangeClaim): readonly Description[] {
    const { addresses } = this.graph;
    const ids = new Set([
      claim.subject!,
      ...(claim.meanings ?? []).flatMap((meaning) => (meaning.kind === 'entity' ? [meaning.id] : [])),
      ...(claim.by && 'id' in claim.by ? [claim.by.id] : []),
    ]);
    const property = this.corpus.vocabulary.properties.get(claim.property!);
    return [
      ...[...ids].flatMap((id): Description[] => {
        const names = this.corpus.entity(id)?.names ?? [];
        const says = names.map(({ text, lang }) => [iri('rdfs:label'), worded(text, lang)] as const);
        return says.length > 0 ? [{ iri: addresses.entity(id), says }] : [];
      }),
      ...(property
        ? [
            {
              iri: addresses.property(claim.property!),
              says: Object.entries(property.label).map(
                ([lang, text]) => [iri('rdfs:label'), worded(text, lang)] as const,
              ),
            },
          ]
        : []),
    ];
  }
}

const isPoint = ({
  low,
  high,
  lowOpen,
  highOpen,
}: {
  low?: number;
  high?: number;
  lowOpen: boolean;
  highOpen: boolean;
}) => low !== undefined && low === high && !lowOpen && !highOpen;
