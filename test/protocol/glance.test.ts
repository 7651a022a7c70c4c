import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import {
  CORPORA,
  type CorpusItem,
  GLANCE_FIND,
  GLANCE_MATRIX,
  GLANCE_NEIGHBOURS,
  GLANCE_NETWORK,
  GLANCE_TIMELINE,
  type MatrixModel,
  type Neighbourhood,
  type NetworkModel,
  type TimelineModel,
} from '../../server/src/lsp/protocol.ts';
import { corpusFiles } from '../bench/generate.ts';
import { builtServer, closeAll, Editor, endServers } from './editor.ts';

const CORPUS = {
  'concord.yaml': 'version: 1\nlanguages: [en, zh]\n',
  'entities/e.yaml': `olm: {type: place, name: {en: Olm, zh: 奥尔姆}}
ada: {type: person, name: Ada Reed}
fair: {type: event, name: Fair, facts: [{property: held-on, value: 2022-05}]}
`,
  'documents/a.md': `---
title: Ships
date: 2022-05-04
entities: [olm, ada]
claims:
  - {id: ships, subject: olm, property: count, of: ships, at: 2022, value: 12, quote: 12 ships}
---
Ada Reed counts 12 ships in Olm.
`,
  'documents/b.md': `---
title: More ships
date: 2023
entities: [olm]
claims:
  - {id: ships, subject: olm, property: count, of: ships, at: 2022, value: 14, quote: 14 ships}
---
Olm has 14 ships.
`,
};

describe('a corpus at a glance, over the protocol', function () {
  this.timeout(120_000);
  before(() => builtServer());
  afterEach(closeAll);
  after(endServers);

  const start = async (files: Readonly<Record<string, string>>) => {
    const editor = await (await Editor.on(files)).settled();
    const [corpus] = await editor.ask<CorpusItem[]>(CORPORA, {});
    return { editor, corpus: corpus!.uri };
  };

  it('answers with its time, its network, its sources against its claims, and who has a name', async () => {
    const { editor, corpus } = await start(CORPUS);
    const time = await editor.ask<TimelineModel>(GLANCE_TIMELINE, { corpus, scope: { from: '2022' } });
    assert.deepEqual(time.counts, { documents: 2, undated: 0, events: 1, contradictory: 0 });
    const net = await editor.ask<NetworkModel>(GLANCE_NETWORK, { corpus });
    assert.deepEqual(
      net.nodes.map(({ id }) => id),
      ['olm', 'ada', 'fair'],
    );
    assert.deepEqual(net.edges, [0, 1, 1, 0]);
    const hood = await editor.ask<Neighbourhood>(GLANCE_NEIGHBOURS, { corpus, id: 'ada' });
    assert.deepEqual(
      hood.neighbours.map(({ id, inDocuments }) => [id, inDocuments[0]?.path]),
      [['olm', 'documents/a.md']],
    );
    const table = await editor.ask<MatrixModel>(GLANCE_MATRIX, { corpus, scope: { show: 'disagreements' } });
    assert.deepEqual(
      table.rows.map(({ subject, sides }) => [subject, sides]),
      [['Olm', 2]],
    );
    assert.deepEqual(await editor.ask(GLANCE_FIND, { corpus, query: 'aoermu' }), ['olm']);
  });

  it('answers with nothing where there is no such corpus or entity, or where nobody would ask so', async () => {
    const { editor, corpus } = await start(CORPUS);
    for (const method of [GLANCE_TIMELINE, GLANCE_NETWORK, GLANCE_MATRIX, GLANCE_NEIGHBOURS]) {
      assert.equal(await editor.ask(method, { corpus: 'file:///nowhere', id: 'olm' }), null);
    }
    assert.equal(await editor.ask(GLANCE_NEIGHBOURS, { corpus, id: 'nobody' }), null);
    assert.deepEqual(await editor.ask(GLANCE_FIND, { corpus, query: { not: 'text' } }), []);
    assert.ok(await editor.ask(GLANCE_NETWORK, { corpus, scope: { types: 7, by: [], from: {} } }));
  });

  it('gives up what is cancelled, and lets others have their turn', async () => {
    const { editor, corpus } = await start(
      Object.fromEntries(corpusFiles({ documents: 1_500, records: 1_000, bodyBytes: 300, claims: 6 })),
    );
    const source = new CancellationTokenSource();
    const asked = editor.ask(GLANCE_NETWORK, { corpus }, source.token);
    await new Promise((done) => setTimeout(done, 15));
    source.cancel();
    await assert.rejects(asked, /[Cc]ancel/);
    const order: string[] = [];
    const long = editor.ask(GLANCE_MATRIX, { corpus }).then(() => order.push('matrix'));
    await editor.ask(GLANCE_FIND, { corpus, query: 'ren' }).then(() => order.push('find'));
    await long;
    assert.deepEqual(order, ['find', 'matrix']);
  });
});
