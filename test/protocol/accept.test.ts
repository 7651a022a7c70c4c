import assert from 'node:assert/strict';
import type { WorkspaceEdit } from 'vscode-languageserver';
import { ACCEPT, ACCEPT_COMMAND, type AcceptArguments } from '../../server/src/lsp/protocol.ts';
import { builtServer, closeAll, Editor, endServers, type Options } from './editor.ts';

const A = 'documents/a.md';
const B = 'documents/b.md';
const FILES = {
  'concord.yaml': 'version: 1\n',
  'entities/e.yaml': 'forum: {type: event, name: {en: Delta Forum, zh: 河洲论坛}}\n',
  [A]: '---\ndate: 2020-05-04\nentities: [forum]\nclaims:\n  - {id: crowd, quote: 40 delegates, subject: forum, property: attendance, value: 40}\n---\nThe Delta Forum had 40 delegates.\n',
  [B]: '---\ndate: 2020-05-06\nlang: zh\nentities: [forum]\nclaims:\n  - {id: crowd, quote: 42名代表, subject: forum, property: attendance, value: 42名}\n---\n河洲论坛有42名代表。\n',
};
const HAS_COMMAND: Options = { params: { initializationOptions: { commands: [ACCEPT_COMMAND] } } };
const HERE = `, accept: {conflicting-quantity: {with: ${A}#crowd, saw: "40", reason: counted twice}}}`;

async function start(options: Options = {}): Promise<Editor> {
  const editor = await (await Editor.on(FILES, options)).settled();
  editor.open(A);
  editor.open(B);
  assert.deepEqual(await editor.codes(B), ['conflicting-quantity']);
  return editor;
}

describe('accepting', function () {
  this.timeout(60_000);
  before(() => builtServer());
  afterEach(closeAll);
  after(endServers);

  it('carries the command of a client that has it, on either side, and answers with the edit', async () => {
    const editor = await start(HAS_COMMAND);
    const actions = await editor.actions(B, '42名}', ['quickfix']);
    assert.deepEqual(
      actions.map(({ title, kind, command, edit }) => [title, kind, command?.command, edit]),
      [
        [`Accept this beside what is said in ${A} of 4 May 2020, because …`, 'quickfix', ACCEPT_COMMAND, undefined],
        [`Accept this from the other side, in ${A} of 4 May 2020, because …`, 'quickfix', ACCEPT_COMMAND, undefined],
      ],
    );
    const [here, there] = actions.map(({ command }) => command?.arguments?.[0] as AcceptArguments);
    assert.deepEqual(here, {
      uri: editor.uri(B),
      code: 'conflicting-quantity',
      claim: 'crowd',
      with: `${A}#crowd`,
      saw: '40',
      side: 'here',
    });
    const edit = await editor.ask<WorkspaceEdit>(ACCEPT, { ...here, reason: 'counted twice' });
    editor.apply(edit);
    assert.ok(editor.textOf(B).includes(HERE), editor.textOf(B));
    assert.deepEqual(await editor.codes(B), []);
    assert.equal(await editor.ask(ACCEPT, { ...here, reason: 'counted twice' }), null);
    assert.equal(await editor.ask(ACCEPT, { ...there, reason: 'counted twice' }), null);
  });

  it('writes into the other document where it is accepted there', async () => {
    const editor = await start(HAS_COMMAND);
    const [, there] = await editor.actions(B, '42名}', ['quickfix']);
    const edit = await editor.ask<WorkspaceEdit>(ACCEPT, { ...there?.command?.arguments?.[0], reason: '两次点数' });
    editor.apply(edit);
    assert.match(
      editor.textOf(A),
      /accept: \{conflicting-quantity: \{with: documents\/b\.md#crowd, saw: "42名", reason: 两次点数\}\}/,
    );
    assert.deepEqual(await editor.codes(B), []);
    assert.deepEqual(await editor.codes(A), []);
  });

  it('gives nothing for a finding that has changed meanwhile, or for arguments that say nothing', async () => {
    const editor = await start(HAS_COMMAND);
    const [here] = await editor.actions(B, '42名}', ['quickfix']);
    editor.replace(A, 'value: 40', 'value: 41');
    assert.equal(await editor.ask(ACCEPT, { ...here?.command?.arguments?.[0], reason: 'counted twice' }), null);
    for (const params of [{}, { uri: 5 }, { uri: editor.uri('none.md') }, { uri: editor.uri(B), reason: 5 }]) {
      assert.equal(await editor.ask(ACCEPT, params), null, JSON.stringify(params));
    }
  });

  it('writes an empty reason for a client that cannot ask, and the finding on that leads on', async () => {
    for (const options of [{}, { params: { initializationOptions: 7 } }]) {
      const editor = await start(options);
      const actions = await editor.actions(B, '42名}', ['quickfix']);
      assert.deepEqual(
        actions.map(({ command, edit }) => [command, edit !== undefined]),
        [
          [undefined, true],
          [undefined, true],
        ],
      );
      editor.apply(actions[0]!.edit!);
      assert.ok(editor.textOf(B).includes(HERE.replace('counted twice', '""')), editor.textOf(B));
      assert.deepEqual([...(await editor.codes(B))].sort(), ['acceptance-without-reason', 'conflicting-quantity']);
      // What is there already is not offered again.
      assert.equal((await editor.actions(B, 'value: 42名', ['quickfix'])).length, 1);
      await closeAll();
    }
  });
});
