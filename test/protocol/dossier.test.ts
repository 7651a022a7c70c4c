import assert from 'node:assert/strict';
import {
  CORPORA,
  type CorpusItem,
  DOSSIER,
  type Dossier,
  ENTITIES_AT,
  type EntitiesAt,
  PLACE_OF,
  type PlaceOf,
} from '../../server/src/lsp/protocol.ts';
import { builtServer, closeAll, Editor, endServers, eventually } from './editor.ts';

const A = 'documents/a.md';
const CORPUS = {
  'concord.yaml': 'version: 1\n',
  'entities/e.yaml': `olm:
  type: place
  name: {en: Olm, zh: 奥尔姆}
  facts:
    - {property: located-in, value: sund, source: ${A}#in}
sund: {type: place, name: Sund}
other: {type: place, name: Olm Bay}
bay: {type: place, name: Olm Bay}
`,
  [A]: `---
title: Ships
date: 2022-05-04
entities: [olm, sund]
claims:
  - {id: ships, subject: olm, property: count, of: ships, value: 12, quote: has 12 ships}
  - {id: lost, subject: olm, property: count, of: rafts, value: 7, quote: not in the text}
---
Olm has 12 ships and 5 rafts. Olm Bay is in Sund.
`,
};

describe('the dossier, over the protocol', function () {
  this.timeout(60_000);
  before(() => builtServer());
  afterEach(closeAll);
  after(endServers);

  const start = async () => {
    const editor = await (await Editor.on(CORPUS)).settled();
    const [corpus] = await editor.ask<CorpusItem[]>(CORPORA, {});
    return { editor, corpus: corpus!.uri };
  };

  it('tells it, as much of it as is asked for', async () => {
    const { editor, corpus } = await start();
    const found = await editor.ask<Dossier>(DOSSIER, { corpus, id: 'olm' });
    assert.deepEqual([found.name, found.figures.length, found.facts.length], ['Olm', 2, 1]);
    const few = await editor.ask<Dossier>(DOSSIER, {
      corpus,
      id: 'olm',
      limits: { timeline: 1, company: -3, figures: 'x' },
    });
    assert.deepEqual([few.timeline.assertions.length, few.timeline.more], [1, 1]);
    assert.deepEqual(
      few.company.companions.map(({ id }) => id),
      ['sund'],
    );
  });

  it('tells it anew when a document says something else', async () => {
    const { editor, corpus } = await start();
    editor.open(A);
    editor.replace(A, 'value: 12', 'value: 14');
    await eventually(
      () => editor.ask<Dossier>(DOSSIER, { corpus, id: 'olm' }),
      ({ figures }) => assert.ok(figures.some(({ assertions }) => assertions[0]!.value === '14')),
    );
  });

  it('knows which entity a place means, or which it may mean', async () => {
    const { editor, corpus } = await start();
    const at = (line: number, character: number) =>
      editor.ask<EntitiesAt | null>(ENTITIES_AT, { uri: editor.uri(A), position: { line, character } });
    assert.deepEqual(await at(8, 1), { corpus, entities: [{ id: 'olm', name: 'Olm', description: '' }] });
    assert.deepEqual(
      (await at(3, 12))!.entities.map(({ id }) => id),
      ['olm'],
    );
    assert.deepEqual((await at(8, 33))!.entities.map(({ id }) => id).sort(), ['bay', 'other']);
    assert.equal(await at(8, 6), null);
  });

  it('leads to the words of a claim, to its place where it has none, to a fact, and out of the corpus never', async () => {
    const { editor, corpus } = await start();
    const place = (params: object) => editor.ask<PlaceOf | null>(PLACE_OF, { corpus, ...params });
    const range = (line: number, from: number, to: number) => ({
      start: { line, character: from },
      end: { line, character: to },
    });
    assert.deepEqual(await place({ path: A, claim: 'ships' }), { uri: editor.uri(A), range: range(8, 4, 16) });
    assert.equal((await place({ path: A, claim: 'lost' }))!.range!.start.line, 6);
    assert.equal((await place({ path: 'entities/e.yaml', claim: 'olm.1' }))!.range!.start.line, 4);
    assert.deepEqual(await place({ path: A, start: 0, end: 3 }), { uri: editor.uri(A), range: range(0, 0, 3) });
    assert.deepEqual(await place({ path: A }), { uri: editor.uri(A) });
    assert.deepEqual(await place({ path: A, claim: 'gone' }), { uri: editor.uri(A) });
    for (const path of ['../secret.md', '/etc/passwd', 'documents/none.md', '__proto__', 7, null])
      assert.equal(await place({ path }), null);
  });

  it('answers with nothing for what it does not know', async () => {
    const { editor, corpus } = await start();
    for (const params of [{ corpus, id: 'nobody' }, { corpus: 'file:///none', id: 'olm' }, { corpus, id: 7 }, {}]) {
      assert.equal(await editor.ask(DOSSIER, params), null);
    }
    for (const params of [
      {},
      { uri: 7, position: {} },
      { uri: 'file:///none.md', position: { line: 0, character: 0 } },
    ]) {
      assert.equal(await editor.ask(ENTITIES_AT, params), null);
    }
  });
});
