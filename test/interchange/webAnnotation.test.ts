/** Web Annotations: there and back, as a JSON-LD processor understands them, and what other tools write. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import jsonld from 'jsonld';
import { webAnnotation } from '../../server/src/interchange/formats/webAnnotation/webAnnotation.ts';
import { ANNOTATION_WORDS } from './contexts/annotation.ts';
import { comparable, corpusOf, exported, FORUM, imported, randomCorpus, withoutDerived } from './exchanged.ts';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
const OA = 'http://www.w3.org/ns/oa#';
const AS = 'http://www.w3.org/ns/activitystreams#';

/** What stands at the end of a path. */
const dig = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce((at, key) => (at as Record<string | number, unknown> | undefined)?.[key], value);

const whole = (corpus: ReturnType<typeof corpusOf>) =>
  comparable(withoutDerived({ entities: [...corpus.entities()], documents: [...corpus.documents()] }));

/** Never goes anywhere. */
const documentLoader = async (url: string) => {
  if (url !== CONTEXT) throw new Error(`${url} was asked for`);
  return { contextUrl: undefined, documentUrl: url, document: ANNOTATION_WORDS };
};

describe('Web Annotation', () => {
  it('gives back a corpus as it was', async () => {
    const corpus = corpusOf(FORUM);
    const { files, losses } = await exported(webAnnotation, corpus);
    assert.deepEqual([...files.keys()], ['entities.jsonld', 'documents/forum.md.jsonld', 'documents/plain.txt.jsonld']);
    const back = await imported(webAnnotation, files);
    assert.deepEqual([back.problems, losses, back.losses], [[], [], []]);
    assert.deepEqual(comparable(withoutDerived(back)), whole(corpus));
  });

  it('gives back whatever a corpus may hold', async () => {
    await fc.assert(
      fc.asyncProperty(randomCorpus({ controls: true, halves: true }), async (corpus) => {
        const { files } = await exported(webAnnotation, corpus);
        const back = await imported(webAnnotation, files);
        assert.deepEqual(back.problems, []);
        assert.deepEqual(comparable(withoutDerived(back)), comparable(withoutDerived(corpus.all)));
      }),
      { numRuns: 200 },
    );
  });

  it('is understood by a JSON-LD processor that fetches nothing', async () => {
    const { files } = await exported(webAnnotation, corpusOf(FORUM), { base: 'https://example.org/' });
    const page = JSON.parse(Buffer.from(files.get('documents/forum.md.jsonld')!).toString('utf8'));
    const [expanded] = await jsonld.expand(page, { documentLoader });
    assert.equal(dig(expanded, '@type', 0), `${AS}OrderedCollectionPage`);
    const items = dig(expanded, `${AS}items`, 0, '@list') as unknown[];
    const of = (name: string) => items.filter((one) => dig(one, `${OA}motivatedBy`, 0, '@id') === OA + name);
    assert.equal(of('identifying').length + of('describing').length, items.length);
    const [ada] = of('identifying');
    const source = [`${OA}hasSource`, 0, '@id'] as const;
    assert.equal(dig(ada, `${OA}hasBody`, 0, ...source), 'https://example.org/entity/ada');
    const target = dig(ada, `${OA}hasTarget`, 0);
    assert.equal(dig(target, ...source), 'https://example.org/document/documents/forum.md');
    assert.equal(dig(target, `${OA}hasSelector`, 0, `${OA}exact`, 0, '@value'), 'Ada Lin');
    assert.equal(dig(target, `${OA}hasSelector`, 1, `${OA}start`, 0, '@value'), 0);
    assert.equal(dig(expanded, 'urn:concord-annotations:ns:document', 0, '@type'), '@json');
    const quads = (await jsonld.toRDF(page, { documentLoader, format: 'application/n-quads' })) as unknown as string;
    assert.equal((quads.match(/#hasTarget>/g) ?? []).length, items.length + 1); // one passage is in two pieces
  });

  it('counts code points', async () => {
    const { files } = await exported(webAnnotation, corpusOf(FORUM));
    const { items } = JSON.parse(Buffer.from(files.get('documents/forum.md.jsonld')!).toString('utf8'));
    const body = [...corpusOf(FORUM).documents()][0]!.body;
    for (const { target } of items) {
      for (const { selector } of Array.isArray(target) ? target : [target]) {
        const [quote, position] = selector;
        assert.equal([...body].slice(position.start, position.end).join(''), quote.exact);
        assert.ok(body.includes(quote.prefix + quote.exact + quote.suffix));
      }
    }
  });

  it('takes the words where somebody has moved a claim', async () => {
    const { files } = await exported(webAnnotation, corpusOf(FORUM));
    const page = JSON.parse(Buffer.from(files.get('documents/forum.md.jsonld')!).toString('utf8'));
    const moved = page.items.find((one: unknown) => dig(one, 'concord:claim', 'id') === 'ties');
    moved.target.selector = [{ type: 'TextQuoteSelector', exact: 'grown from 172' }];
    const back = await imported(webAnnotation, [['p.jsonld', JSON.stringify(page)]]);
    assert.deepEqual(back.problems, []);
    assert.deepEqual(back.documents[0]!.claims[0]!.quote!.pieces, ['grown from 172']);
  });

  describe('of other tools', () => {
    const TEXT = 'A 😀 note: Paris and Paris again.\n';
    const note = (more: object) => ({
      '@context': CONTEXT,
      id: 'http://example.org/anno1',
      type: 'Annotation',
      body: [
        { type: 'SpecificResource', purpose: 'identifying', source: 'https://www.wikidata.org/wiki/Q90' },
        { type: 'TextualBody', purpose: 'tagging', value: 'LOC' },
      ],
      target: { source: 'http://example.org/texts/note.txt', selector: [] },
      ...more,
    });
    const at = (selector: unknown, source?: string) => note({ target: { ...(source && { source }), selector } });
    const read = (annotation: unknown, texts: Readonly<Record<string, string>> = { 'note.txt': TEXT }) =>
      imported(webAnnotation, [
        ['note.json', typeof annotation === 'string' ? annotation : JSON.stringify(annotation)],
        ...Object.entries(texts),
      ]);

    it('are mentions in the text beside them', async () => {
      const { documents, entities, problems } = await read(
        at({ type: 'TextPositionSelector', start: 10, end: 15 }, 'http://example.org/note.txt'),
      );
      assert.deepEqual(problems, []);
      assert.equal(documents[0]!.path, 'note.txt');
      assert.equal(documents[0]!.body, TEXT);
      assert.deepEqual(documents[0]!.mentions, [
        {
          spans: [{ start: 11, end: 16 }],
          text: 'Paris',
          entity: 'https://www.wikidata.org/wiki/Q90',
          type: 'LOC',
          kind: 'name',
        },
      ]);
      assert.deepEqual(entities[0]!.sameAs, ['https://www.wikidata.org/wiki/Q90']);
    });

    for (const [what, selector, start] of [
      [
        'both, in code points',
        [
          { type: 'TextQuoteSelector', exact: 'Paris' },
          { type: 'TextPositionSelector', start: 20, end: 25 },
        ],
        21,
      ],
      [
        'both, in UTF-16 units',
        [
          { type: 'TextPositionSelector', start: 21, end: 26 },
          { type: 'TextQuoteSelector', exact: 'Paris' },
        ],
        21,
      ],
      ['words with what is before', { type: 'TextQuoteSelector', exact: 'Paris', prefix: 'and ' }, 21],
      ['words with what is behind', { type: 'TextQuoteSelector', exact: 'Paris', suffix: ' and' }, 11],
      ['words that stand once', { type: 'TextQuoteSelector', exact: 'again', prefix: 'not this ' }, 27],
      [
        'a choice',
        {
          type: 'Choice',
          items: [
            { type: 'FragmentSelector', value: 'x' },
            { type: 'TextQuoteSelector', exact: 'again' },
          ],
        },
        27,
      ],
    ] as const) {
      it(`are found by ${what}`, async () => {
        const { documents, problems } = await read(at(selector));
        assert.deepEqual(problems, []);
        assert.equal(documents[0]!.mentions[0]!.spans[0]!.start, start);
      });
    }

    for (const [what, annotation, message] of [
      ['words at several places', at({ type: 'TextQuoteSelector', exact: 'Paris' }), /several places/],
      ['words that are not there', at({ type: 'TextQuoteSelector', exact: 'London' }), /does not stand in the text/],
      [
        'a place outside',
        at({ type: 'TextPositionSelector', start: 10, end: 99 }),
        /does not lie in a text of 33 characters/,
      ],
      ['a place that is none', at({ type: 'TextPositionSelector', start: 9, end: 9 }), /does not lie/],
      ['another selector', at({ type: 'XPathSelector', value: '/p[1]' }), /no TextQuoteSelector/],
      ['a selector of a selector', at({ type: 'TextQuoteSelector', exact: 'again', refinedBy: {} }), /refined/],
      ['no target', note({ target: undefined }), /no target/],
      [
        'a remote context',
        note({ '@context': [CONTEXT, 'https://evil.example/context.jsonld'] }),
        /nothing is fetched/,
      ],
      ['a context of its own', note({ '@context': { exact: 'http://x/' } }), /not http:\/\/www\.w3\.org/],
      [
        'words with other meanings',
        note({ '@context': [CONTEXT, { exact: 'http://x/' }] }),
        /"exact" a meaning of its own/,
      ],
      ['a context that is imported', note({ '@context': [CONTEXT, { '@import': 'http://x/' }] }), /@import/],
      ['no context', note({ '@context': undefined }), /no Web Annotation/],
      [
        'a collection elsewhere',
        { '@context': CONTEXT, type: 'AnnotationCollection', first: 'http://example.org/page1' },
        /nothing is fetched/,
      ],
      ['what is no JSON', '{"@context": ', /no JSON/],
    ] as const) {
      it(`tell of ${what}`, async () => {
        const { documents, problems } = await read(annotation);
        assert.match(problems[0]!.message, message);
        assert.deepEqual(
          documents.flatMap(({ mentions }) => mentions),
          [],
        );
      });
    }

    it('tell of a text that is not here', async () => {
      const { problems } = await read(at({ type: 'TextQuoteSelector', exact: 'x' }, 'http://example.org/far.html'), {});
      assert.match(problems[0]!.message, /far\.html is not here/);
    });

    it('may be a collection, with comments that are told of', async () => {
      const comment = note({
        id: 'c',
        creator: 'http://example.org/me',
        body: { type: 'TextualBody', value: 'Is that so?', purpose: 'commenting' },
        target: { source: 'note.txt', selector: { type: 'TextQuoteSelector', exact: 'again' } },
      });
      const { documents, problems, losses } = await read({
        '@context': CONTEXT,
        type: 'AnnotationCollection',
        first: { type: 'AnnotationPage', items: [comment, at({ type: 'TextQuoteSelector', exact: 'note' })] },
      });
      assert.deepEqual(problems, []);
      assert.equal(documents[0]!.mentions.length, 1);
      assert.deepEqual(losses.map(({ what }) => what).sort(), [
        'annotations that name no entity and no type',
        'bodies of annotations that say neither whom nor what kind of thing they mean',
        'who made an annotation, and when',
      ]);
    });

    it('are read in time, however deep and many they are', async () => {
      const deep = (open: string, close: string, size: number) => `${open.repeat(size)}1${close.repeat(size)}`;
      const start = `{"@context":"${CONTEXT}",`;
      const nested = '{"type":"AnnotationCollection","first":';
      const many = Array(20_000).fill(at({ type: 'TextQuoteSelector', exact: 'zz' }, 'note.txt'));
      for (const [json, text] of [
        [`${start}"type":"AnnotationCollection","first":${deep(nested, '}', 20_000)}}`, 'a'],
        [`${start}"type":"Annotation","target":{"source":"note.txt","selector":${deep('[', ']', 20_000)}}}`, 'a'],
        [JSON.stringify({ '@context': CONTEXT, type: 'AnnotationPage', items: many }), 'a'.repeat(500_000)],
      ] as const) {
        const { problems } = await read(json, { 'note.txt': text });
        assert.ok(problems.length > 0);
      }
    }).timeout(20_000);

    it('never throw, whatever JSON they are', async () => {
      await fc.assert(
        fc.asyncProperty(fc.jsonValue({ maxDepth: 5 }), fc.jsonValue({ maxDepth: 4 }), async (anything, target) => {
          await read({
            '@context': CONTEXT,
            type: 'AnnotationPage',
            items: [anything, { type: 'Annotation', target, body: anything }],
            'concord:document': anything,
          });
          await read(JSON.stringify(anything));
        }),
        { numRuns: 200 },
      );
    });
  });
});
