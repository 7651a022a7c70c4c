/** A document as a page of W3C Web Annotations: one for each mention and claim. Reads nothing. */

import type { Span } from '../../../core/text.ts';
import { claimWords, nameOf } from '../../exchange/claimWords.ts';
import type { ExchangeClaim, ExchangeCorpus, ExchangeDocument, ExchangeEntity } from '../../exchange/model.ts';
import { Offsets } from '../../exchange/offsets.ts';
import { documentObject } from '../../linked/corpusGraph.ts';
import { type Addresses, isWebAddress } from '../../linked/names.ts';
import { claimObject, entityLine } from '../jsonl/write.ts';
import { CONTEXT } from './context.ts';

/** So much of the text before and after a passage is written beside it. */
const CONTEXT_LENGTH = 32;

/** Where a page and what it is about are found. */
export const pageAddress = (document: ExchangeDocument, addresses: Addresses): string =>
  addresses.document(document.path).replace(/^(.*?)document\//, '$1annotations/');

/** In pieces, each annotation on a line of its own. */
export function* pageOf(document: ExchangeDocument, corpus: ExchangeCorpus, addresses: Addresses): Iterable<string> {
  const { mentions: _, claims: __, kind: ___, ...rest } = documentObject(document) as Record<string, unknown>;
  const page = pageAddress(document, addresses);
  const head = { '@context': CONTEXT, id: page, type: 'AnnotationPage', 'concord:document': rest };
  yield `${JSON.stringify(head).slice(0, -1)},"items":[`;
  let between = '\n';
  const targets = new Targets(document, addresses.document(document.path));
  for (const one of annotations(document, page, targets, corpus, addresses)) {
    yield between + JSON.stringify(one);
    between = ',\n';
  }
  yield '\n]}\n';
}

function* annotations(
  document: ExchangeDocument,
  page: string,
  targets: Targets,
  corpus: ExchangeCorpus,
  addresses: Addresses,
): Iterable<object> {
  for (const [i, { spans, text: _, ...mention }] of document.mentions.entries()) {
    const { entity, type } = mention;
    const body = [
      ...(entity === undefined
        ? []
        : [
            {
              type: 'SpecificResource',
              purpose: 'identifying',
              source: { id: addresses.entity(entity), label: nameOf(entity, corpus) },
            },
          ]),
      ...(type === undefined ? [] : [{ type: 'TextualBody', purpose: 'tagging', value: type }]),
    ];
    yield {
      id: `${page}#mention-${i + 1}`,
      type: 'Annotation',
      motivation: entity === undefined ? 'tagging' : 'identifying',
      ...(body.length > 0 && { body }),
      target: targets.at(spans),
      'concord:mention': mention,
    };
  }
  for (const [i, claim] of document.claims.entries()) {
    yield {
      id: `${page}#claim-${i + 1}`,
      type: 'Annotation',
      motivation: 'describing',
      body: [
        {
          type: 'TextualBody',
          purpose: 'describing',
          format: 'text/plain',
          value: claimWords(claim, corpus, document),
        },
      ],
      target: targetOf(claim, targets),
      'concord:claim': claimObject(claim, targets.places),
    };
  }
}

function targetOf({ quote }: ExchangeClaim, targets: Targets): unknown {
  if (!quote) return targets.source;
  return quote.spans.length > 0 ? targets.at(quote.spans) : targets.unplaced(quote.pieces);
}

class Targets {
  private readonly offsets: Offsets;

  constructor(
    private readonly document: ExchangeDocument,
    readonly source: string,
  ) {
    this.offsets = new Offsets(document.body, 'code-point');
  }

  /** Code points, as the recommendation counts; undefined inside a character. */
  readonly places = ({ start, end }: Span): readonly [number, number] | undefined => {
    const [from, to] = [this.offsets.fromUtf16(start), this.offsets.fromUtf16(end)];
    return from === undefined || to === undefined ? undefined : [from, to];
  };

  /** One target for each piece of a discontinuous passage. */
  at(spans: readonly Span[]): unknown {
    const all = spans.map((span) => ({ source: this.source, selector: this.selectors(span) }));
    return all.length === 1 ? all[0] : all;
  }

  /** Words that stand nowhere in the text. */
  unplaced(pieces: readonly string[]): unknown {
    const all = pieces.map((exact) => ({ source: this.source, selector: { type: 'TextQuoteSelector', exact } }));
    return all.length === 1 ? all[0] : all;
  }

  private selectors(span: Span): readonly object[] {
    const { body } = this.document;
    const prefix = body.slice(outside(body, span.start - CONTEXT_LENGTH), span.start);
    const suffix = body.slice(span.end, outside(body, span.end + CONTEXT_LENGTH));
    const quote = { type: 'TextQuoteSelector', exact: body.slice(span.start, span.end), prefix, suffix };
    const places = this.places(span);
    return places ? [quote, { type: 'TextPositionSelector', start: places[0], end: places[1] }] : [quote];
  }
}

/** A place that is not inside a character, here or one unit before. */
function outside(body: string, at: number): number {
  const place = Math.min(Math.max(at, 0), body.length);
  const cuts = /[\udc00-\udfff]/.test(body[place] ?? '') && /[\ud800-\udbff]/.test(body[place - 1] ?? '');
  return cuts ? place - 1 : place;
}

/** The records, for those who want to know who is meant. */
export function* entitiesOf(corpus: ExchangeCorpus, addresses: Addresses): Iterable<string> {
  yield `{"@context":${JSON.stringify(CONTEXT)},"@graph":[`;
  let between = '\n';
  for (const entity of corpus.entities()) {
    yield between + JSON.stringify(entityObject(entity, addresses));
    between = ',\n';
  }
  yield '\n]}\n';
}

function entityObject(entity: ExchangeEntity, addresses: Addresses): object {
  const labels = (all: ExchangeEntity['names']) =>
    all.map(({ text, lang }) => ({ '@value': text, ...(lang !== undefined && isTag(lang) && { '@language': lang }) }));
  const { kind: _, ...whole } = entityLine(entity) as Record<string, unknown>;
  return {
    id: addresses.entity(entity.id),
    type: 'concord:Entity',
    ...(entity.names.length > 0 && { 'skos:prefLabel': labels(entity.names) }),
    ...(entity.aliases.length > 0 && { 'skos:altLabel': labels(entity.aliases) }),
    ...(entity.sameAs.some(isWebAddress) && {
      'skos:exactMatch': entity.sameAs.filter(isWebAddress).map((id) => ({ id })),
    }),
    'concord:entity': whole,
  };
}

const isTag = (lang: string): boolean => /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/.test(lang);
