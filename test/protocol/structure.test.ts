import assert from 'node:assert/strict';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  CallHierarchyItem,
  CodeLens,
  DocumentHighlight,
  DocumentLink,
  FoldingRange,
  InlayHint,
  LinkedEditingRanges,
  Location,
  Range,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
  TextDocumentEdit,
  TypeHierarchyItem,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { LENS_PLACES, SHOW_PLACES_COMMAND } from '../../server/src/lsp/protocol.ts';
import { builtServer, closeAll, Editor, endServers, eventually, type Options } from './editor.ts';

const X = 'documents/x.md';
const Y = 'documents/y.md';
const PLACES = 'entities/places.yaml';
const CORPUS = {
  'concord.yaml': 'version: 1\ndocuments: documents/**/*.md\nproperties:\n  ties: {subject: place, value: quantity}\n',
  [PLACES]:
    'china: {type: place, name: {en: China, zh: 中国}}\nprc-mofa: {type: organization, name: Foreign Ministry}\n',
  [X]: `---
date: 2022-10-20
lang: en
source: {publisher: prc-mofa, url: "https://example.org/x"}
entities: [china]
claims:
  - id: ties
    quote: ties with 181 countries
    subject: china
    property: ties
    value: 181
    see: "#other"
  - {id: other, quote: since October 18, subject: china, property: held-on, value: 2022-10-18}
---
# Talks

China has ties with 181 countries since October 18.
`,
  [Y]: `---
date: 2022-10-20
translation-of: ${X}
entities: [china]
claims:
  - {quote: 中国, subject: china, property: ties, value: 183, see: ${X}#ties}
---
中国
`,
};
const ABLE: Options['capabilities'] = {
  workspace: {
    workspaceFolders: true,
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    foldingRange: { refreshSupport: true },
    fileOperations: { dynamicRegistration: true, willRename: true, didRename: true },
  },
};

async function start(options: Options = {}): Promise<Editor> {
  const editor = await (await Editor.on(CORPUS, options)).settled();
  for (const path of [X, Y]) editor.open(path);
  editor.open(PLACES, undefined, 'yaml');
  return editor;
}

describe('the structure of a file, over the protocol', function () {
  this.timeout(60_000);
  before(() => builtServer());
  afterEach(closeAll);
  after(endServers);

  const inFile = (editor: Editor, path: string) => ({ textDocument: { uri: editor.uri(path) } });
  const textAt = (editor: Editor, path: string, range: Range) => editor.documents.get(path)!.getText(range);

  it('answers with highlights, folds, selections and ranges that are edited together', async () => {
    const editor = await start();
    const highlights = await editor.askAt<DocumentHighlight[]>('documentHighlight', X, 'Chi|na has');
    assert.deepEqual(
      highlights.map(({ range, kind }) => [textAt(editor, X, range), kind]),
      [
        ['china', 3],
        ['china', 2],
        ['china', 2],
        ['China', 2],
      ],
    );
    assert.equal(await editor.askAt('documentHighlight', X, 'h|as ties'), null);
    const folds = await editor.ask<FoldingRange[]>('textDocument/foldingRange', inFile(editor, X));
    assert.deepEqual(folds[0], { startLine: 0, endLine: 13, kind: 'region' });
    const [selection] = await editor.ask<SelectionRange[]>('textDocument/selectionRange', {
      ...inFile(editor, X),
      positions: [editor.at(X, 'ties with 1|81 countries since')],
    });
    assert.equal(textAt(editor, X, selection!.range), '181');
    assert.equal(textAt(editor, X, selection!.parent!.range), 'ties with 181 countries');
    const linked = await editor.askAt<LinkedEditingRanges>('linkedEditingRange', X, 'id: oth|er');
    assert.deepEqual(
      linked.ranges.map((range) => textAt(editor, X, range)),
      ['other', 'other'],
    );
    assert.match('关系-1', new RegExp(`^(?:${linked.wordPattern})$`));
    assert.equal(await editor.askAt('linkedEditingRange', X, 'subject: chi|na'), null);
    for (const method of ['foldingRange', 'documentLink', 'codeLens']) {
      assert.equal(await editor.ask(`textDocument/${method}`, { textDocument: { uri: 'file:///none.md' } }), null);
    }
  });

  it('links to what is there, to the line of a claim when it is followed', async () => {
    const editor = await start();
    const links = await editor.ask<DocumentLink[]>('textDocument/documentLink', inFile(editor, X));
    assert.deepEqual(
      links.map(({ target }) => target),
      ['https://example.org/x', `${editor.uri(X)}#L13,10`],
    );
    const [original, claim] = await editor.ask<DocumentLink[]>('textDocument/documentLink', inFile(editor, Y));
    assert.equal(original?.target, editor.uri(X));
    assert.equal(claim?.target, undefined);
    const resolved = await editor.ask<DocumentLink>('documentLink/resolve', claim);
    assert.equal(resolved.target, `${editor.uri(X)}#L7,9`);
    const range = claim!.range;
    assert.deepEqual(await editor.ask('documentLink/resolve', { range, data: { uri: 5 } }), {
      range,
      data: { uri: 5 },
    });
  });

  it('counts for lenses when they come into view, and opens what was counted for a client that can', async () => {
    const editor = await start({ params: { initializationOptions: { commands: [SHOW_PLACES_COMMAND] } } });
    const lenses = await editor.ask<CodeLens[]>('textDocument/codeLens', inFile(editor, PLACES));
    assert.ok(lenses.every(({ command }) => command === undefined));
    const resolved = await Promise.all(lenses.map((lens) => editor.ask<CodeLens>('codeLens/resolve', lens)));
    assert.deepEqual(
      resolved.map(({ command }) => [command?.title, command?.command]),
      [
        ['2 mentions', SHOW_PLACES_COMMAND],
        ['3 claims', SHOW_PLACES_COMMAND],
        ['1 conflict', SHOW_PLACES_COMMAND],
        ['no mentions', ''],
        ['no claims', ''],
      ],
    );
    const [given] = resolved[2]!.command!.arguments!;
    const places = await editor.ask<Location[]>(LENS_PLACES, given);
    assert.deepEqual(
      places.map(({ uri, range }) => [uri, range.start.line]),
      [
        [editor.uri(Y), 5],
        [editor.uri(X), 10],
      ],
    );
    assert.deepEqual(await editor.ask(LENS_PLACES, { uri: editor.uri(X), about: { kind: 'x' } }), []);
    assert.equal(await editor.ask('textDocument/codeLens', inFile(editor, X)).then((found) => (found as []).length), 0);
    const other = await start({ params: { initializationOptions: { settings: { codeLens: { records: false } } } } });
    assert.equal(await other.ask('textDocument/codeLens', inFile(other, PLACES)), null);
  });

  it('follows the settings of a client that can be asked, and asks it to ask again', async () => {
    let settings: object = {};
    let [lenses, hints] = [0, 0];
    const editor = await start({
      capabilities: ABLE,
      answers: {
        'workspace/configuration': () => [settings],
        'workspace/codeLens/refresh': () => ++lenses && null,
        'workspace/inlayHint/refresh': () => ++hints && null,
        'workspace/foldingRange/refresh': () => null,
      },
    });
    const askHints = () =>
      editor.ask<InlayHint[] | null>('textDocument/inlayHint', {
        ...inFile(editor, X),
        range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
      });
    assert.equal(await askHints(), null);
    await editor.ask('textDocument/codeLens', inFile(editor, PLACES));
    const before = hints;
    settings = { inlayHints: { names: true, dates: true }, codeLens: { conflicts: true } };
    editor.tell('workspace/didChangeConfiguration', { settings: null });
    await eventually(
      () => hints,
      () => assert.ok(hints > before && lenses > 0),
    );
    // What was asked to be refreshed may have been so for the reading that had just ended.
    await eventually(askHints, (found) =>
      assert.deepEqual(
        found?.map(({ label }) => label),
        ['Foreign Ministry', '= 18 October 2022'],
      ),
    );
    const above = await editor.ask<CodeLens[]>('textDocument/codeLens', inFile(editor, X));
    assert.equal(above.length, 1);
    // Figures above records follow edits of documents.
    const count = lenses;
    editor.replace(X, 'value: 181', 'value: 182');
    await eventually(
      () => lenses,
      () => assert.ok(lenses > count),
    );
  });

  it('gives tokens whole, of a range and as what has changed; of the body where it is asked', async () => {
    const editor = await start({ params: { initializationOptions: { bodyTokens: true } } });
    const full = await editor.ask<SemanticTokens>('textDocument/semanticTokens/full', inFile(editor, X));
    assert.equal(full.data.length % 5, 0);
    const delta = (previousResultId: string) =>
      editor.ask<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', {
        ...inFile(editor, X),
        previousResultId,
      });
    assert.deepEqual((await delta(full.resultId!)).edits, []);
    editor.replace(X, 'id: ties', 'id: relations');
    const again = await editor.ask<SemanticTokens>('textDocument/semanticTokens/full', inFile(editor, X));
    editor.replace(X, 'lang: en\n', '');
    const { edits } = await delta(again.resultId!);
    const [edit] = edits!;
    const patched = again.data.toSpliced(edit!.start, edit!.deleteCount, ...(edit!.data ?? []));
    const whole = await editor.ask<SemanticTokens>('textDocument/semanticTokens/full', inFile(editor, X));
    assert.deepEqual(patched, whole.data);
    assert.ok(edit!.deleteCount < 20);
    const range = { start: { line: 13, character: 0 }, end: { line: 99, character: 0 } };
    const part = await editor.ask<SemanticTokens>('textDocument/semanticTokens/range', { ...inFile(editor, X), range });
    assert.deepEqual(part.data.slice(0, 3), [15, 0, 5]);
    const plain = await start();
    const none = await plain.ask<SemanticTokens>('textDocument/semanticTokens/range', {
      ...inFile(plain, X),
      range: { ...range, start: { line: 14, character: 0 } },
    });
    assert.deepEqual(none.data, []);
  });

  it('shows claims about an entity as calls, and types as a hierarchy', async () => {
    const editor = await start();
    const [china] = await editor.askAt<CallHierarchyItem[]>('prepareCallHierarchy', X, 'Chi|na has');
    assert.equal(china?.detail, 'place · china');
    const calls = await editor.ask<{ from: CallHierarchyItem; fromRanges: Range[] }[]>('callHierarchy/incomingCalls', {
      item: china,
    });
    assert.deepEqual(
      calls.map(({ from }) => from.name),
      ['China – ties: 181', 'China – held on: 18 October 2022', 'China – ties: 183'],
    );
    assert.equal(textAt(editor, X, calls[0]!.fromRanges[0]!), 'china');
    const named = await editor.ask<{ to: CallHierarchyItem }[]>('callHierarchy/outgoingCalls', {
      item: calls[0]!.from,
    });
    assert.deepEqual(
      named.map(({ to }) => to.name),
      ['China'],
    );
    assert.deepEqual(await editor.ask('callHierarchy/outgoingCalls', { item: { ...china, data: 5 } }), []);
    const [place] = await editor.askAt<TypeHierarchyItem[]>('prepareTypeHierarchy', PLACES, 'type: pl|ace');
    assert.equal(place?.name, 'place');
    assert.deepEqual(await editor.ask('typeHierarchy/supertypes', { item: place }), []);
    assert.equal(await editor.ask('typeHierarchy/subtypes', { item: { ...place, data: null } }), null);
  });

  it('renames properties, and says why a core name stays', async () => {
    const editor = await start();
    const edit = await editor.askAt<WorkspaceEdit>('rename', X, 'property: ti|es', { newName: '外交关系' });
    editor.open('concord.yaml', undefined, 'yaml');
    editor.apply(edit);
    assert.match(editor.textOf('concord.yaml'), /^ {2}外交关系: \{/m);
    assert.match(editor.textOf(Y), /property: 外交关系,/);
    await assert.rejects(editor.askAt('prepareRename', X, 'property: hel|d-on'), /core vocabulary/);
    await assert.rejects(editor.askAt('rename', X, 'property: hel|d-on', { newName: 'x' }), /core vocabulary/);
    await assert.rejects(editor.askAt('rename', X, 'property: 外交|关系', { newName: 'held-on' }), /taken already/);
  });

  it('lets references follow a file or folder that is renamed', async () => {
    const editor = await start();
    const rename = (from: string, to: string) =>
      editor.ask<WorkspaceEdit | null>('workspace/willRenameFiles', {
        files: [{ oldUri: editor.uri(from), newUri: editor.uri(to) }],
      });
    assert.equal(await rename(Y, 'documents/z.md'), null);
    assert.equal(await rename('documents', '../elsewhere'), null);
    const folder = await rename('documents', 'texts');
    assert.equal((folder!.documentChanges![0] as TextDocumentEdit).edits.length, 2);
    const edit = await rename(X, 'documents/2022/开幕 1.md');
    editor.apply(edit!);
    assert.match(
      editor.textOf(Y),
      /^translation-of: documents\/2022\/开幕 1\.md\n.*see: documents\/2022\/开幕 1\.md#ties\}/ms,
    );
    writeFileSync(join(editor.root, Y), editor.textOf(Y));
    editor.close(X);
    mkdirSync(join(editor.root, 'documents/2022'));
    renameSync(join(editor.root, X), join(editor.root, 'documents/2022/开幕 1.md'));
    editor.tell('workspace/didRenameFiles', {
      files: [{ oldUri: editor.uri(X), newUri: editor.uri('documents/2022/开幕 1.md') }],
    });
    await eventually(
      () => editor.codes(Y),
      (codes) => assert.ok(!codes.includes('unresolved-reference'), String(codes)),
    );
  });

  it('says which files that concerns: by the corpus’ globs where it can, at the start where it must', async () => {
    const dynamic = await start({ capabilities: ABLE, answers: { 'workspace/configuration': () => [null] } });
    const found = await eventually(
      () => dynamic.registrations.filter(({ method }) => method.startsWith('workspace/')),
      (all) => assert.ok(all.some(({ method }) => method === 'workspace/didRenameFiles')),
    );
    const will = found.find(({ method }) => method === 'workspace/willRenameFiles');
    assert.deepEqual(
      (will!.registerOptions as { filters: { pattern: { glob: string } }[] }).filters
        .map(({ pattern }) => pattern.glob)
        .toSorted(),
      ['**/*', '**/documents/**/*.md', '**/entities/**/*.{yaml,yml}'],
    );
    const fixed = await start({ capabilities: { workspace: { fileOperations: { willRename: true } } } });
    const { workspace } = fixed.initialized.capabilities as { workspace: { fileOperations: object } };
    assert.deepEqual(Object.keys(workspace.fileOperations), ['willRename']);
  });
});
