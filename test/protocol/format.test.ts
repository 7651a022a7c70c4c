import assert from 'node:assert/strict';
import type { CodeAction, ServerCapabilities, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { FORMAT, FORMAT_COMMAND, type FormatAnswer, ORGANIZE_ANNOTATIONS } from '../../server/src/lsp/protocol.ts';
import { builtServer, closeAll, Editor, endServers, type Options } from './editor.ts';

const A = 'documents/a.md';
const RECORDS = 'entities/e.yaml';
const BODY = 'The *Delta Forum* :   40 delegates.\n';
const LOOSE = `---\r\nentities: [ forum ]\r\ndate:  2020-05-04\r\nclaims:\r\n- subject: forum\r\n  quote: 40 delegates\r\n---\r\n${BODY}`;
const ORDERED = `---\r\ndate: 2020-05-04\r\nentities: [forum]\r\nclaims:\r\n  - quote: 40 delegates\r\n    subject: forum\r\n---\r\n${BODY}`;
const FILES = {
  'concord.yaml': 'checks:   {}\nversion: 1\n',
  [RECORDS]: 'forum:\n    name: Delta Forum\n    type: event\n',
  [A]: LOOSE,
  'documents/broken.md': '---\nentities: [\n---\nText.\n',
  'notes/other.yaml': 'b:   1\n',
};
const HAS_COMMAND: Options = { params: { initializationOptions: { commands: [FORMAT_COMMAND] } }, own: true };
const OPTIONS = { tabSize: 2, insertSpaces: true };

async function start(options: Options = {}): Promise<Editor> {
  const editor = await (await Editor.on(FILES, options)).settled();
  for (const path of Object.keys(FILES)) editor.open(path);
  return editor;
}

const formatting = (editor: Editor, path: string): Promise<TextEdit[] | null> =>
  editor.ask('textDocument/formatting', { textDocument: { uri: editor.uri(path) }, options: OPTIONS });

const applied = (editor: Editor, path: string, edits: TextEdit[] | null): string => {
  const { version } = editor.documents.get(path)!;
  const textDocument = { uri: editor.uri(path), version };
  editor.apply({ documentChanges: [{ textDocument, edits: edits ?? [] }] });
  return editor.textOf(path);
};

const actions = (editor: Editor, path: string, only?: string[]): Promise<CodeAction[]> =>
  editor.ask('textDocument/codeAction', {
    textDocument: { uri: editor.uri(path) },
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    context: { diagnostics: [], ...(only && { only }) },
  });

describe('formatting', function () {
  this.timeout(60_000);
  before(() => builtServer());
  afterEach(closeAll);
  after(endServers);

  it('formats the front matter of a document, records and settings, and no file of others', async () => {
    const editor = await start();
    assert.equal(applied(editor, A, await formatting(editor, A)), ORDERED);
    assert.deepEqual(await formatting(editor, A), []);
    assert.equal(
      applied(editor, RECORDS, await formatting(editor, RECORDS)),
      'forum:\n  type: event\n  name: Delta Forum\n',
    );
    assert.equal(applied(editor, 'concord.yaml', await formatting(editor, 'concord.yaml')), 'version: 1\nchecks: {}\n');
    assert.equal(await formatting(editor, 'notes/other.yaml'), null);
  });

  it('formats what a range touches', async () => {
    const editor = await start();
    const edits = await editor.ask<TextEdit[]>('textDocument/rangeFormatting', {
      textDocument: { uri: editor.uri(A) },
      range: { start: { line: 2, character: 0 }, end: { line: 2, character: 4 } },
      options: OPTIONS,
    });
    assert.equal(applied(editor, A, edits), LOOSE.replace('date:  ', 'date: '));
  });

  it('says why it leaves a file as it is', async () => {
    const editor = await start();
    await assert.rejects(formatting(editor, 'documents/broken.md'), /cannot be read as YAML, so nothing was changed/);
    const answer = await editor.ask<FormatAnswer>(FORMAT, { uri: editor.uri('documents/broken.md') });
    assert.match(answer.problem!, /invalid-yaml/);
    const foreign = await editor.ask<FormatAnswer>(FORMAT, { uri: editor.uri('notes/other.yaml') });
    assert.match(foreign.problem!, /no annotations to format/);
  });

  it('answers a command of the client with an edit of the version it was made for', async () => {
    const editor = await start(HAS_COMMAND);
    const answer = await editor.ask<FormatAnswer>(FORMAT, { uri: editor.uri(A), range: null });
    const edit = answer.edit as WorkspaceEdit;
    assert.deepEqual(
      edit.documentChanges?.map((change) => 'textDocument' in change && change.textDocument.version),
      [editor.documents.get(A)?.version],
    );
    editor.apply(edit);
    assert.equal(editor.textOf(A), ORDERED);
    assert.deepEqual(await editor.ask<FormatAnswer>(FORMAT, { uri: editor.uri(A) }), { edit: null });
  });

  it('is a source action, for those who ask for it', async () => {
    const editor = await start(HAS_COMMAND);
    const kinds = async (only?: string[]) => (await actions(editor, A, only)).map(({ kind }) => kind);
    assert.deepEqual(await kinds(['source']), [ORGANIZE_ANNOTATIONS]);
    assert.deepEqual(await kinds(['source.organizeImports']), []);
    assert.ok(!(await kinds()).includes(ORGANIZE_ANNOTATIONS));
    const [action] = await actions(editor, A, [ORGANIZE_ANNOTATIONS]);
    editor.apply(action!.edit!);
    assert.equal(editor.textOf(A), ORDERED);
    assert.deepEqual(await kinds(['source']), []);
    assert.deepEqual(await actions(editor, 'documents/broken.md', [ORGANIZE_ANNOTATIONS]), []);
  });

  it('is no formatter of whole files where the client has a command for it', async () => {
    const capabilities = async (options: Options): Promise<ServerCapabilities> =>
      (await start({ ...options, own: true })).initialized.capabilities;
    const [plain, withCommand] = [await capabilities({}), await capabilities(HAS_COMMAND)];
    assert.deepEqual([plain.documentFormattingProvider, plain.documentRangeFormattingProvider], [true, true]);
    assert.equal(withCommand.documentFormattingProvider, undefined);
    assert.equal(withCommand.documentRangeFormattingProvider, undefined);
  });
});
