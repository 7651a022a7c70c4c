import assert from 'node:assert/strict';
import { READING, type ReadingAnswer } from '../../server/src/lsp/protocol.ts';
import { builtServer, closeAll, Editor, endServers } from './editor.ts';

const ZH = 'documents/a.zh.md';
const EN = 'documents/a.en.md';
const CORPUS = {
  'concord.yaml': 'version: 1\n',
  'entities/e.yaml': 'olm: {type: place, name: {en: Olm, zh: 奥尔姆}}\n',
  [ZH]: `---
title: 船
entities: [olm]
claims:
  - {id: ships, subject: olm, property: count, of: {en: ships, zh: 船}, value: 12, quote: 12艘船}
---
奥尔姆有12艘船。
`,
  [EN]: `---
title: Ships
translation-of: ${ZH}
entities: [olm]
claims:
  - {id: ships, subject: olm, property: count, of: {en: ships, zh: 船}, value: 13, quote: 13 ships}
---
Olm has 13 ships.
`,
};

describe('a document for reading, over the protocol', function () {
  this.timeout(60_000);
  before(() => builtServer());
  afterEach(closeAll);
  after(endServers);

  const start = async () => (await Editor.on(CORPUS)).settled();
  const read = (editor: Editor, path: string, beside: unknown = null) =>
    editor.ask<ReadingAnswer | null>(READING, { uri: editor.uri(path), beside });

  it('is told with the translation that is asked for, and no other file', async () => {
    const editor = await start();
    const alone = await read(editor, EN);
    assert.deepEqual([alone!.reading.title, alone!.reading.path, alone!.beside], ['Ships', EN, null]);
    assert.deepEqual(
      alone!.reading.translations.map(({ path, original }) => [path, original]),
      [[ZH, true]],
    );
    // Without dates it stands on the later by path, and the other side is told of it.
    const { reading } = (await read(editor, ZH))!;
    assert.equal(reading.claims[0]!.findings[0]!.code, 'translation-mismatch');
    assert.deepEqual([alone!.reading.claims[0]!.state, alone!.reading.claims[0]!.others[0]!.source], ['error', '船']);
    assert.equal((await read(editor, EN, ZH))!.beside!.title, '船');
    for (const other of ['entities/e.yaml', '../outside.md', EN, 7, {}]) {
      assert.equal((await read(editor, EN, other))!.beside, null);
    }
  });

  it('follows what is typed', async () => {
    const editor = await start();
    await editor.open(EN, CORPUS[EN]!.replaceAll('13', '12'));
    const { reading } = (await read(editor, EN))!;
    assert.deepEqual(reading.claims[0]!.findings, []);
    assert.equal(reading.paragraphs[0]!.pieces.length, 4);
  });

  it('is nothing where there is no document', async () => {
    const editor = await start();
    assert.equal(await read(editor, 'entities/e.yaml'), null);
    assert.equal(await read(editor, 'documents/none.md'), null);
    assert.equal(await editor.ask(READING, { uri: 5 }), null);
  });
});
