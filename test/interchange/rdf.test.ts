/** RDF: what goes out comes in again, the notations say the same, and what is broken is told. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import Parser from 'n3/lib/N3Parser.js';
import { CERTAINTIES, STANCES } from '../../server/src/core/claim.ts';
import { nanopublications } from '../../server/src/interchange/formats/rdf/nanopub.ts';
import { nQuads, turtle } from '../../server/src/interchange/formats/rdf/rdf.ts';
import { PREFIXES } from '../../server/src/interchange/linked/names.ts';
import { parseGraph, Unreadable } from '../../server/src/interchange/linked/read.ts';
import { PLACE, TERMS, VALUE } from '../../server/src/interchange/linked/terms.ts';
import { comparable, corpusOf, exported, FORUM, imported, randomCorpus, withoutDerived } from './exchanged.ts';

const whole = (corpus: ReturnType<typeof corpusOf>) =>
  comparable(withoutDerived({ entities: [...corpus.entities()], documents: [...corpus.documents()] }));
const textOf = (files: ReadonlyMap<string, Uint8Array>) => Buffer.from([...files.values()][0]!).toString('utf8');

describe('RDF', () => {
  for (const [name, format] of Object.entries({ turtle, nQuads })) {
    it(`gives back a corpus as it was: ${name}`, async () => {
      const corpus = corpusOf(FORUM);
      const { files, losses } = await exported(format, corpus);
      const back = await imported(format, files);
      assert.deepEqual(back.problems, []);
      assert.deepEqual(losses, []);
      assert.deepEqual(comparable(withoutDerived(back)), whole(corpus));
    });

    it(`gives back whatever a corpus may hold: ${name}`, async () => {
      await fc.assert(
        fc.asyncProperty(
          randomCorpus({ controls: true }),
          fc.constantFrom(undefined, 'https://example.org/c/'),
          async (corpus, base) => {
            const { files, losses } = await exported(format, corpus, { base });
            const back = await imported(format, files);
            if (corpus.all.entities.length + corpus.all.documents.length === 0) return;
            assert.deepEqual(back.problems, []);
            assert.deepEqual(losses, []);
            assert.deepEqual(comparable(withoutDerived(back)), comparable(withoutDerived(corpus.all)));
          },
        ),
        { numRuns: 150 },
      );
    });
  }

  it('tells of halves of characters, and writes what can be read', async () => {
    await fc.assert(
      fc.asyncProperty(randomCorpus({ controls: true, halves: true }), async (corpus) => {
        for (const format of [turtle, nQuads]) {
          const { files, losses } = await exported(format, corpus);
          const isCut = /\\ud[89a-f]/.test(JSON.stringify(corpus.all));
          if (!isCut) assert.deepEqual(losses, []);
          parseGraph(textOf(files), format === turtle ? 'Turtle' : 'N-Quads');
        }
      }),
      { numRuns: 60 },
    );
  });

  it('reads as people would write it', async () => {
    const { files } = await exported(turtle, corpusOf(FORUM), { base: 'https://example.org/forum/' });
    const text = textOf(files);
    assert.match(text, /<https:\/\/example\.org\/forum\/entity\/ada> a concord:Entity/);
    assert.match(text, /skos:prefLabel "Ada Lin"@en, "林艾达"@zh/);
    assert.match(text, /prov:wasQuotedFrom <https:\/\/example\.org\/forum\/document\/documents\/forum\.md>/);
    assert.match(text, /rdf:object 2020|rdf:object "2022-10-20"\^\^xsd:date/);
    assert.match(text, /prov:wasDerivedFrom \[/);
  });

  it('never says a claim as if it were so', async () => {
    const { files } = await exported(nQuads, corpusOf(FORUM));
    assert.doesNotMatch(textOf(files), /^\S+ <[^>]*:property\/[^>]*> /m);
    assert.doesNotMatch(textOf(files), /^<[^>]*entity\/forum> <[^>]*property/m);
  });

  const PREFIX = '@prefix c: <urn:concord-annotations:ns:>. @prefix d: <http://purl.org/dc/terms/>.\n';
  for (const [what, text, message, line] of [
    ['a syntax error', `${PREFIX}<a:b> c:x "unclosed .\n`, /it is no Turtle/, 2],
    ['another vocabulary', '<a:b> <a:c> <a:d> .', /nothing in it is an entity or a document/, undefined],
    [
      'an id that nobody says',
      `${PREFIX}<a:b> a c:Entity; d:identifier "x"; c:type <a:t>.`,
      /nothing says its id/,
      undefined,
    ],
    ['two values for one', `${PREFIX}<a:b> a c:Entity; d:identifier "x", "y".`, /several values/, undefined],
    ['no id', `${PREFIX}<a:b> a c:Entity; c:holders 1.`, /id is missing/, undefined],
    [
      'a list in a ring',
      `${PREFIX}@prefix r: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>. <a:b> a c:Entity; d:identifier "x"; c:sameAs _:l. _:l r:first "a"; r:rest _:l.`,
      /ring/,
      undefined,
    ],
    [
      'a list without end',
      `${PREFIX}<a:b> a c:Entity; d:identifier "x"; c:sameAs <a:l>.`,
      /list has no end/,
      undefined,
    ],
    [
      'a place outside the body',
      `${PREFIX}<a:b> a c:Document; d:identifier "x.md"; c:body "short"; c:mentions ([c:kind c:name; c:spans ([c:start 2; c:end 9])]).`,
      /body of 5 code points/,
      undefined,
    ],
    ['no number', `${PREFIX}<a:b> a c:Entity; d:identifier "x"; c:holders "many".`, /has to be a number/, undefined],
  ] as const) {
    it(`tells of ${what}, and takes nothing`, async () => {
      const back = await imported(turtle, [['x.ttl', text]]);
      assert.deepEqual([back.entities, back.documents], [[], []]);
      assert.match(back.problems[0]!.message, message);
      assert.equal(back.problems[0]!.line, line);
    });
  }

  it('does not read shared nodes over and over', () => {
    const layer = (from: string, to: string) => `<a:${from}> c:claims (${Array(60).fill(`<a:${to}>`).join(' ')}).`;
    const text = `${PREFIX}${Array.from({ length: 60 }, (_, i) => `<a:d${i}> a c:Document; d:identifier "d${i}"; c:body "x"; c:claims _:l.`).join('\n')}
      _:l <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> <a:k>; <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> ().
      <a:k> c:key "k"; c:items (${Array(400).fill('<a:q>').join(' ')}). <a:q> c:pieces (${Array(400).fill('"p"').join(' ')}).
      ${layer('z', 'k')}`;
    const graph = parseGraph(text, 'Turtle');
    assert.throws(() => graph.all('Document').map((at) => graph.object('Document', at)), Unreadable);
  });
});

describe('the page about the vocabulary', () => {
  it('names every property that is written, and no other', () => {
    const page = readFileSync(join(__dirname, '../../server/src/interchange/linked/vocabulary.md'), 'utf8');
    const named = new Set([...page.matchAll(/`((?:concord|rdf|dcterms):[A-Za-z]+)`/g)].map(([, name]) => name!));
    const short = (address: string) =>
      Object.entries(PREFIXES).reduce((at, [prefix, long]) => at.replace(long, `${prefix}:`), address);
    const written = Object.values(TERMS).flatMap((terms) => terms.map((term) => short(term.iri)));
    for (const name of [...written, ...Object.values(VALUE).map(short), ...Object.values(PLACE).map(short)])
      assert.ok(named.has(name), `${name} is not on the page`);
    const source = readFileSync(join(__dirname, '../../server/src/interchange/linked/describe.ts'), 'utf8');
    const known = new Set([...written, ...Object.values(VALUE).map(short), ...Object.values(PLACE).map(short)]);
    const words = [...STANCES, ...CERTAINTIES].map((word) => `concord:${word}`);
    for (const name of named)
      if (name.startsWith('concord:') && !known.has(name) && !words.includes(name as never))
        assert.ok(
          source.includes(`'${name.slice(8)}'`) ||
            [
              'concord:text',
              'concord:language',
              'concord:document',
              'concord:mention',
              'concord:claim',
              'concord:entity',
            ].includes(name),
          `${name} is never written`,
        );
  });
});

describe('nanopublications', () => {
  const NP = 'http://www.nanopub.org/nschema#';

  async function published(corpus: ReturnType<typeof corpusOf>) {
    const { files, losses } = await exported(nanopublications, corpus, { base: 'https://example.org/c/' });
    const quads = new Parser({ format: 'TriG' }).parse(textOf(files));
    const heads = quads.filter(({ object }) => object.value === `${NP}Nanopublication`);
    return { quads, heads, losses };
  }

  /** What every nanopublication has to be, by its guidelines. */
  function assertWellMade({ quads, heads }: Awaited<ReturnType<typeof published>>): void {
    const parts = new Set<string>();
    for (const { subject, graph } of heads) {
      const inHead = quads.filter((quad) => quad.graph.value === graph.value);
      const part = (name: string) =>
        inHead.filter(({ predicate }) => predicate.value === NP + name).map(({ object }) => object.value);
      const [assertion, provenance, info] = ['hasAssertion', 'hasProvenance', 'hasPublicationInfo'].map(part);
      assert.equal(inHead.length, 4);
      for (const one of [assertion, provenance, info]) assert.equal(one!.length, 1);
      const of = (name: string) => quads.filter((quad) => quad.graph.value === name);
      assert.ok(of(assertion![0]!).length > 0);
      assert.ok(of(provenance![0]!).some((quad) => quad.subject.value === assertion![0]));
      assert.ok(of(info![0]!).some((quad) => quad.subject.value === subject.value));
      for (const name of [graph.value, assertion![0]!, provenance![0]!, info![0]!]) {
        assert.ok(!parts.has(name), `${name} is a graph of two`);
        parts.add(name);
      }
    }
    assert.deepEqual(
      quads.filter(({ graph }) => !parts.has(graph.value)),
      [],
    );
  }

  it('are made of claims, and of facts that have a source', async () => {
    const all = await published(corpusOf(FORUM));
    assertWellMade(all);
    assert.equal(all.heads.length, 6);
    assert.ok(all.losses.some(({ what, count }) => what === 'facts without a source' && count === 1));
  });

  it('say bare only what is so at any time, asserted, certain and exact', async () => {
    const { quads } = await published(corpusOf(FORUM));
    const bare = quads
      .filter(({ predicate }) => predicate.value.includes('/property/'))
      .map(({ predicate, object }) => `${predicate.value.split('/').at(-1)} ${object.value}`);
    assert.deepEqual(bare, ['held-at https://example.org/c/entity/beijing', 'held-on 2022-10-20']);
  });

  it('are well made whatever a corpus holds', async () => {
    await fc.assert(
      fc.asyncProperty(randomCorpus({ controls: true, halves: true }), async (corpus) =>
        assertWellMade(await published(corpus)),
      ),
      { numRuns: 60 },
    );
  });
});
