/**
 * ClaimReview of schema.org in JSON-LD: what a document says against something that is claimed. Concord judges nothing
 * itself: a review is a claim that denies or questions, and who reviews is whoever says so.
 */

import { parseReference } from '../../../core/reference.ts';
import { claimWords, nameOf } from '../../exchange/claimWords.ts';
import type { ExchangeFormat, ExportOptions, OutFile } from '../../exchange/format.ts';
import type { Losses } from '../../exchange/losses.ts';
import type { ExchangeClaim, ExchangeCorpus, ExchangeDocument } from '../../exchange/model.ts';
import { knownIn } from '../../linked/corpusGraph.ts';
import { type Addresses, addressesFrom, isWebAddress } from '../../linked/names.ts';

export const claimReview: ExchangeFormat = {
  exporter: {
    single: true,
    files: (corpus, losses, options = {}): readonly OutFile[] => [
      { path: 'claim-reviews.jsonld', content: reviews(corpus, losses, options) },
    ],
  },
};

/** What a review says of the claim; schema.org asks for words where there is no number. */
const RATINGS: Readonly<Partial<Record<ExchangeClaim['stance'], string>>> = {
  denies: 'Denied',
  questions: 'Questioned',
};

interface Reviewed {
  readonly claim: ExchangeClaim;
  readonly document: Pick<ExchangeDocument, 'path' | 'title' | 'url' | 'date' | 'publisher' | 'lang'>;
}

function* reviews(corpus: ExchangeCorpus, losses: Losses, { base }: ExportOptions): Iterable<string> {
  const writing = new Writing(corpus, losses, addressesFrom(base));
  yield '{"@context":"https://schema.org","@graph":[';
  let between = '\n';
  for (const document of corpus.documents()) {
    losses.add('mentions', document.path, document.mentions.length);
    for (const claim of document.claims) {
      if (claim.group) continue;
      const review = writing.review(claim, document);
      if (!review) continue;
      // It may be put into a page as it is.
      yield between + JSON.stringify(review).replaceAll('<', '\\u003c');
      between = ',\n';
    }
  }
  for (const { id, facts } of corpus.entities()) losses.add('facts of records', id, facts.length);
  yield '\n]}\n';
}

class Writing {
  private readonly coreType: (type: string) => string;
  /** The claims that others refer to, by document and key. */
  private readonly referred: ReadonlyMap<string, Reviewed>;

  constructor(
    private readonly corpus: ExchangeCorpus,
    private readonly losses: Losses,
    private readonly addresses: Addresses,
  ) {
    this.coreType = knownIn(corpus, addresses).coreType;
    this.referred = referredIn(corpus);
  }

  review(claim: ExchangeClaim, document: ExchangeDocument): object | undefined {
    const where = `${document.path}: ${claim.key}`;
    const rating = RATINGS[claim.stance];
    if (rating === undefined) {
      this.losses.add('claims that neither deny nor question anything', where);
      return undefined;
    }
    const { url, date, lang, publisher } = document;
    if (url === undefined || !isWebAddress(url)) {
      this.losses.add('claims in documents without an address on the web', where);
      return undefined;
    }
    const author = claim.by ? this.speaker(claim.by) : publisher === undefined ? undefined : this.agent(publisher);
    if (!author) {
      this.losses.add('claims of which nobody says who makes them', where);
      return undefined;
    }
    if (claim.subject === undefined || claim.property === undefined || !claim.value) {
      this.losses.add('claims without subject, property or value', where);
      return undefined;
    }
    const against = this.reviewed(claim, document);
    const words = against?.claim.quote?.pieces.join(' … ');
    return {
      '@type': 'ClaimReview',
      '@id': this.addresses.claim(document.path, claim.key),
      url,
      ...(isDay(date) && { datePublished: date }),
      ...(lang !== undefined && { inLanguage: lang }),
      author,
      ...(publisher !== undefined && { publisher: this.agent(publisher) }),
      claimReviewed:
        words ??
        claimWords({ ...claim, stance: 'asserts', by: undefined, certainty: 'certain' }, this.corpus, document),
      itemReviewed: against ? this.item(against) : { '@type': 'Claim' },
      reviewRating: { '@type': 'Rating', alternateName: rating },
      ...(claim.quote && { reviewBody: claim.quote.pieces.join(' … ') }),
    };
  }

  /** The claim that says what this one is against: one that it refers to, of the same thing. */
  private reviewed(claim: ExchangeClaim, document: ExchangeDocument): Reviewed | undefined {
    return claim.see
      .flatMap((reference) => this.referred.get(keyOf(reference, document.path) ?? '') ?? [])
      .find(
        (one) =>
          one.claim.subject === claim.subject &&
          one.claim.property === claim.property &&
          one.claim.stance === 'asserts',
      );
  }

  private item({ claim, document }: Reviewed): object {
    const { url, title, date, publisher } = document;
    return {
      '@type': 'Claim',
      '@id': this.addresses.claim(document.path, claim.key),
      ...(claim.by ? { author: this.speaker(claim.by) } : publisher !== undefined && { author: this.agent(publisher) }),
      ...(isDay(date) && { datePublished: date }),
      ...(url !== undefined &&
        isWebAddress(url) && {
          appearance: { '@type': 'CreativeWork', url, ...(title !== undefined && { headline: title }) },
        }),
    };
  }

  private speaker(by: NonNullable<ExchangeClaim['by']>): object {
    return 'id' in by ? this.agent(by.id) : { '@type': 'Thing', name: by.text };
  }

  /** A person or an organization where the record says which. */
  private agent(id: string): object {
    const entity = this.corpus.entity(id);
    const type = entity?.type === undefined ? undefined : this.coreType(entity.type);
    const addresses = entity?.sameAs.filter(isWebAddress) ?? [];
    return {
      '@type': type === 'person' ? 'Person' : type === 'organization' ? 'Organization' : 'Thing',
      name: nameOf(id, this.corpus),
      ...(addresses.length > 0 && { sameAs: addresses }),
    };
  }
}

const isDay = (date: string | undefined): boolean => date !== undefined && /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(date);

function keyOf(reference: string, from: string): string | undefined {
  const read = parseReference(reference, from);
  return read.kind === 'claim' ? `${read.path}#${read.claim}` : undefined;
}

function referredIn(corpus: ExchangeCorpus): ReadonlyMap<string, Reviewed> {
  const wanted = new Set<string>();
  for (const { path, claims } of corpus.documents())
    for (const { stance, see } of claims)
      if (RATINGS[stance] !== undefined) for (const reference of see) wanted.add(keyOf(reference, path) ?? '');
  const all = new Map<string, Reviewed>();
  if (wanted.size === 0) return all;
  for (const { path, title, url, date, publisher, lang, claims } of corpus.documents())
    for (const claim of claims) {
      const key = `${path}#${claim.id ?? claim.key}`;
      if (wanted.has(key)) all.set(key, { claim, document: { path, title, url, date, publisher, lang } });
    }
  return all;
}
