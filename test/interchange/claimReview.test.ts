/** ClaimReview: what is reviewed, by whom, as a JSON-LD processor understands it; and nothing that nobody has said. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import jsonld from 'jsonld';
import { claimReview } from '../../server/src/interchange/formats/claimReview/claimReview.ts';
import { corpusOf, exported, FORUM, randomCorpus } from './exchanged.ts';

const CHECKED = `
-- entities/all.yaml --
union: {type: organization, name: Peace Union, same-as: [https://example.org/union]}
desk: {type: organization, name: The Desk}
lee: {type: person, name: Ann Lee}
-- documents/a.md --
---
title: It closes
date: 2022-10-20
source: {publisher: The Daily, url: https://example.org/a}
entities: [union, lee]
claims:
  - {id: end, quote: will not meet again, subject: union, property: dissolved-on, value: 2021, by: lee}
---
The Peace Union will not meet again, says Ann Lee.
-- documents/b.md --
---
date: 2022-11
lang: en
source: {publisher: desk, url: https://example.org/b}
entities: [union]
claims:
  - {id: no, quote: did not close, subject: union, property: dissolved-on, value: 2021, stance: denies, see: documents/a.md#end}
  - {id: who, quote: "how many came? </script>", subject: union, property: attendance, value: 200, stance: questions, by: {text: some readers}}
---
The union did not close. And how many came? </script>
-- documents/c.md --
---
entities: [union]
claims:
  - {id: x, quote: never closed, subject: union, property: dissolved-on, value: 2021, stance: denies}
---
The Peace Union never closed.
`;

async function reviews(corpus: ReturnType<typeof corpusOf>) {
  const { files, losses } = await exported(claimReview, corpus, { base: 'https://example.org/corpus/' });
  const text = Buffer.from([...files.values()][0]!).toString('utf8');
  return { text, root: JSON.parse(text), losses };
}

describe('ClaimReview', () => {
  it('says who denies what, where, and who claimed it', async () => {
    const { root, text, losses } = await reviews(corpusOf(CHECKED));
    assert.deepEqual(root['@graph'], [
      {
        '@type': 'ClaimReview',
        '@id': 'https://example.org/corpus/document/documents/b.md#no',
        url: 'https://example.org/b',
        datePublished: '2022-11',
        inLanguage: 'en',
        author: { '@type': 'Organization', name: 'The Desk' },
        publisher: { '@type': 'Organization', name: 'The Desk' },
        claimReviewed: 'will not meet again',
        itemReviewed: {
          '@type': 'Claim',
          '@id': 'https://example.org/corpus/document/documents/a.md#end',
          author: { '@type': 'Person', name: 'Ann Lee' },
          datePublished: '2022-10-20',
          appearance: { '@type': 'CreativeWork', url: 'https://example.org/a', headline: 'It closes' },
        },
        reviewRating: { '@type': 'Rating', alternateName: 'Denied' },
        reviewBody: 'did not close',
      },
      {
        '@type': 'ClaimReview',
        '@id': 'https://example.org/corpus/document/documents/b.md#who',
        url: 'https://example.org/b',
        datePublished: '2022-11',
        inLanguage: 'en',
        author: { '@type': 'Thing', name: 'some readers' },
        publisher: { '@type': 'Organization', name: 'The Desk' },
        claimReviewed: 'Peace Union — attendance: 200',
        itemReviewed: { '@type': 'Claim' },
        reviewRating: { '@type': 'Rating', alternateName: 'Questioned' },
        reviewBody: 'how many came? </script>',
      },
    ]);
    assert.doesNotMatch(text, /<\/script/);
    assert.deepEqual(losses.map(({ what, count }) => [what, count]).sort(), [
      ['claims in documents without an address on the web', 1],
      ['claims that neither deny nor question anything', 1],
      ['mentions', 3],
    ]);
  });

  it('is understood by a JSON-LD processor', async () => {
    const { root } = await reviews(corpusOf(CHECKED));
    const context = {
      '@context': { '@vocab': 'https://schema.org/', url: { '@id': 'https://schema.org/url', '@type': '@id' } },
    };
    const documentLoader = async (url: string) => {
      assert.equal(url, 'https://schema.org');
      return { documentUrl: url, document: context };
    };
    const quads = String(await jsonld.toRDF(root, { documentLoader, format: 'application/n-quads' }));
    assert.match(quads, /b\.md#no> <https:\/\/schema\.org\/claimReviewed> "will not meet again"/);
    assert.match(
      quads,
      /b\.md#no> <https:\/\/schema\.org\/itemReviewed> <https:\/\/example\.org\/corpus\/document\/documents\/a\.md#end>/,
    );
    assert.match(quads, /b\.md#no> <https:\/\/schema\.org\/url> <https:\/\/example\.org\/b>/);
  });

  it('has for every review what a review needs, and reviews nothing that is asserted', async () => {
    await fc.assert(
      fc.asyncProperty(randomCorpus({ controls: true, halves: true }), async (corpus) => {
        const { root } = await reviews(corpus);
        for (const one of root['@graph']) {
          assert.ok(one.url && one.claimReviewed && one.author.name && one.reviewRating.alternateName === 'Denied');
        }
        const denying = corpus.all.documents.flatMap(({ claims }) =>
          claims.filter(({ stance, group }) => stance === 'denies' && !group),
        );
        assert.ok(root['@graph'].length <= denying.length);
      }),
      { numRuns: 100 },
    );
  });

  it('is an empty list where nobody denies anything', async () => {
    const { root } = await reviews(corpusOf(FORUM.replace('stance: denies', 'stance: asserts')));
    assert.deepEqual(root['@graph'], []);
  });
});
