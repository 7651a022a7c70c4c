import assert from 'node:assert/strict';
import type { ImportedDocument, ImportProposal } from '../../server/src/lsp/protocol.ts';
import { closeAll, Editor, endServers } from './editor.ts';

const FILES = {
  'concord.yaml': 'version: 1\n',
  'entities/e.yaml': 'tide-wire: {type: organization, name: Tide Wire}\n',
  'documents/known.md': '---\ntitle: Known\n---\nThe same text.\n',
};
const PAGE =
  '<title>Quay</title><meta property="og:site_name" content="Tide Wire"><nav>Home</nav><p>The quay\r\nis open.</p><img src=x>';

const base64 = (text: string) => ({ base64: Buffer.from(text).toString('base64') });

describe('importing over the protocol', () => {
  afterEach(closeAll);
  after(endServers);

  const propose = (editor: Editor, params: object) => editor.ask<ImportProposal>('concord/proposeImport', params);
  const compose = (editor: Editor, params: object) => editor.ask<ImportedDocument>('concord/composeImport', params);

  it('proposes for a page, and composes what was chosen', async () => {
    const editor = await (await Editor.on(FILES)).settled();
    const content = base64(PAGE);
    assert.deepEqual(await propose(editor, { name: 'a.html', content }), {
      kind: 'proposal',
      corpus: editor.uri('').replace(/\/$/, ''),
      fields: {
        title: [{ value: 'Quay', from: '<title>' }],
        publisher: [{ value: 'tide-wire', from: 'og:site_name' }],
      },
      boilerplate: [{ label: 'navigation, line 1', text: 'Home' }],
      encoding: 'UTF-8',
      pictures: 1,
    });
    const params = {
      name: 'a.html',
      content,
      fields: { title: 'Quay', publisher: 'Tide Wire', date: '2021' },
      strip: [0],
    };
    const made = await compose(editor, params);
    assert.ok(made.kind === 'document');
    assert.deepEqual([made.uri, made.path], [editor.uri('documents/2021-quay.md'), 'documents/2021-quay.md']);
    assert.match(
      made.text,
      /^---\ntitle: Quay\ndate: 2021\nsource: \{publisher: tide-wire, digest: "sha256:\w{64}"\}\n---\nThe quay is open\.\n$/,
    );
    const next = await compose(editor, { ...params, taken: ['documents/2021-quay.md'] });
    assert.ok(next.kind === 'document' && next.path === 'documents/2021-quay-2.md');
  });

  it('keeps pasted text as it is, and knows one that is there', async () => {
    const editor = await (await Editor.on(FILES)).settled();
    const text = 'Quay opens\r\n\r\nThe quay.\r\n';
    const made = await compose(editor, { content: { text }, fields: {}, strip: [] });
    assert.ok(made.kind === 'document' && made.text.endsWith(`---\r\n${text}`));
    const known = await propose(editor, { content: { text: 'The same text.\n' } });
    assert.ok(known.kind === 'proposal' && known.known === editor.uri('documents/known.md'));
    const again = await compose(editor, { content: { text: 'The same text.\n' }, fields: { title: 'x' }, strip: [] });
    assert.deepEqual(again, { kind: 'known', uri: editor.uri('documents/known.md') });
    editor.open('documents/known.md', '---\ntitle: Known\n---\nAnother text.\n');
    const changed = await propose(editor, { content: { text: 'The same text.\n' } });
    assert.ok(changed.kind === 'proposal' && changed.known === undefined);
  });

  it('refuses with a sentence', async () => {
    const editor = await (await Editor.on(FILES)).settled();
    const empty = await propose(editor, { content: { text: ' ' } });
    assert.deepEqual(empty, { kind: 'refused', message: 'There is no text in it.' });
    for (const [change, message] of [
      [{ fields: { date: 'soon' } }, '“soon” is no date; write 2022-10-20, 2022-10 or 2022.'],
      [{ path: '../x.md' }, '“../x.md” leads out of the corpus.'],
      [{ path: 'documents/known.md' }, '“documents/known.md” exists already, and nothing is overwritten.'],
      [{ path: 'x.pdf' }, '“x.pdf” would be no document: concord.yaml counts other files as documents.'],
    ] as const) {
      const answer = await compose(editor, { content: { text: 'x' }, fields: {}, strip: [], ...change });
      assert.deepEqual(answer, { kind: 'refused', message });
    }
  });

  it('asks which corpus is meant where there are several', async () => {
    const editor = await (await Editor.on({ 'a/concord.yaml': '', 'b/concord.yaml': '' })).settled();
    const asked = await propose(editor, { content: { text: 'x' } });
    assert.ok(asked.kind === 'corpora');
    assert.deepEqual(asked.corpora.map(({ name }) => name).sort(), ['a', 'b']);
    const made = await compose(editor, { content: { text: 'x' }, near: editor.uri('b'), fields: {}, strip: [] });
    assert.ok(made.kind === 'document' && made.uri === editor.uri('b/documents/document.txt'));
  });
});
