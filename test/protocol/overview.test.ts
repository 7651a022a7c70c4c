import assert from 'node:assert/strict';
import type { Location } from 'vscode-languageserver';
import {
  CLAIMS_IN_ORDER,
  type ClaimListItem,
  CORPORA,
  type CorpusItem,
  DOCUMENT_STATE,
  DOCUMENTS_BY_DATE,
  type DocumentListItem,
  type DocumentState,
  ENTITIES_OF_TYPE,
  ENTITY_PLACE,
  type EntityListItem,
} from '../../server/src/lsp/protocol.ts';
import { builtServer, closeAll, Editor, endServers } from './editor.ts';

const A = 'documents/a.md';
const CORPUS = {
  'concord.yaml': 'version: 1\n',
  'entities/e.yaml': 'olm: {type: place, name: {en: Olm, zh: 奥尔姆}}\n',
  [A]: `---
title: Ships
date: 2022-05-04
entities: [olm]
claims:
  - {id: ships, subject: olm, property: count, of: ships, value: 12, quote: has 12 ships}
---
Olm has 12 ships and 5 rafts.
`,
};

describe('the lists of a corpus, over the protocol', function () {
  this.timeout(60_000);
  before(() => builtServer());
  afterEach(closeAll);
  after(endServers);

  it('answers with corpora, entities, claims and documents', async () => {
    const editor = await (await Editor.on(CORPUS)).settled();
    const [corpus] = await editor.ask<CorpusItem[]>(CORPORA, {});
    assert.deepEqual([corpus!.documents, corpus!.types.map(({ type, count }) => [type, count])], [1, [['place', 1]]]);
    const entities = await editor.ask<EntityListItem[]>(ENTITIES_OF_TYPE, {
      corpus: corpus!.uri,
      type: 'place',
      order: 'use',
    });
    assert.deepEqual(entities, [
      {
        id: 'olm',
        name: 'Olm',
        otherNames: ['奥尔姆'],
        uri: editor.uri('entities/e.yaml'),
        documents: 1,
        mentions: 1,
        claims: 1,
      },
    ]);
    const place = await editor.ask<Location>(ENTITY_PLACE, { corpus: corpus!.uri, id: 'olm' });
    assert.deepEqual(place.range, { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } });
    const [claim] = await editor.ask<ClaimListItem[]>(CLAIMS_IN_ORDER, { uri: editor.uri(A) });
    assert.deepEqual(claim!.range, { start: { line: 7, character: 4 }, end: { line: 7, character: 16 } });
    assert.deepEqual([claim!.severity, claim!.head.start.line], [null, 5]);
    const [document] = await editor.ask<DocumentListItem[]>(DOCUMENTS_BY_DATE, { corpus: corpus!.uri });
    assert.deepEqual([document!.uri, document!.title, document!.year], [editor.uri(A), 'Ships', 2022]);
    const state = await editor.ask<DocumentState>(DOCUMENT_STATE, { uri: editor.uri(A) });
    assert.deepEqual(state, { unclaimedFigures: 1, errors: 0, warnings: 0 });
  });

  it('answers with nothing for what it does not know', async () => {
    const editor = await (await Editor.on(CORPUS)).settled();
    const unknown = { corpus: 'file:///none', uri: 'file:///none.md', type: 3, id: [], order: 'x' };
    for (const method of [ENTITIES_OF_TYPE, CLAIMS_IN_ORDER, DOCUMENTS_BY_DATE]) {
      assert.deepEqual(await editor.ask(method, unknown), []);
    }
    for (const method of [ENTITY_PLACE, DOCUMENT_STATE]) assert.equal(await editor.ask(method, unknown), null);
  });
});
