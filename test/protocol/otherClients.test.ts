/** Clients that can take less than the newest, and say so: what they are given instead. */

import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  CodeAction,
  CompletionList,
  Hover,
  Location,
  SymbolInformation,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { withoutStops } from '../../server/src/lsp/clientAbilities.ts';
import { plainText } from '../../server/src/lsp/plainText.ts';
import { closeAll, Editor, endServers, eventually, type Options } from './editor.ts';

const CORPUS = {
  'concord.yaml': 'version: 1\n',
  'entities/p.yaml': 'ada: {type: person, name: {en: Ada Quill, zh: 艾达}}\nbo: {type: person, name: Bo}\n',
  'a.md': '---\nentities:\n  ada:\n  cy:\n---\nAda Quill came.\n',
  'b.md':
    '---\ntitle: On b\ndate: 2024-05-06\nentities: [ada]\nclaims:\n  - {quote: 4 came, subject: fair, property: attendance, value: 4}\n---\nAda: 4 came.\n',
};

/** A client that says nothing of what it can, but for this. */
const only = (capabilities: object, more: object = {}): Options => ({
  pulls: false,
  params: { clientInfo: { name: 'a test' }, ...more, capabilities },
});

describe('clients that can take less', () => {
  afterEach(closeAll);
  after(endServers);

  const opened = async (options: Options, files: Readonly<Record<string, string>> = CORPUS) => {
    const editor = await (await Editor.on(files, options)).settled();
    editor.open('a.md');
    return editor;
  };
  const rename = (editor: Editor) => editor.askAt<WorkspaceEdit>('rename', 'a.md', '  a|da:', { newName: 'ada-q' });
  const create = async (editor: Editor) => {
    const range = editor.rangeOf('a.md', 'cy');
    const actions = await editor.ask<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: editor.uri('a.md') },
      range,
      context: { diagnostics: [] },
    });
    return actions.find(({ title }) => title.startsWith('Create a record'))!.edit!;
  };
  const NO_PERSON = { ...CORPUS, 'entities/p.yaml': 'fair: {type: event, name: Fair}\n' };

  it('are given edits by file where they read no versions', async () => {
    const edit = await rename(await opened(only({})));
    assert.deepEqual(Object.keys(edit), ['changes']);
    assert.equal(Object.keys(edit.changes!).length, 3);
  });

  it('are given versions where they read them, and no file to create where they cannot', async () => {
    const editor = await opened(only({ workspace: { workspaceEdit: { documentChanges: true } } }), NO_PERSON);
    const { documentChanges } = await create(editor);
    assert.deepEqual(
      documentChanges!.map((change) => ('textDocument' in change ? change.textDocument.uri : change.kind)),
      [editor.uri('entities/persons.yaml')],
    );
  });

  it('are given a file to create where they can, whether or not they say that they read versions', async () => {
    const editor = await opened(only({ workspace: { workspaceEdit: { resourceOperations: ['create'] } } }), NO_PERSON);
    const { documentChanges } = await create(editor);
    assert.deepEqual(
      documentChanges!.map((change) => ('textDocument' in change ? 'edit' : change.kind)),
      ['create', 'edit'],
    );
  });

  it('are given places instead of links, and one list of symbols instead of a tree', async () => {
    const editor = await opened(only({}));
    const [place] = await editor.askAt<Location[]>('definition', 'a.md', '  a|da:');
    assert.deepEqual(place, {
      uri: editor.uri('entities/p.yaml'),
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } },
    });
    const symbols = await editor.ask<SymbolInformation[]>('textDocument/documentSymbol', {
      textDocument: { uri: editor.uri('a.md') },
    });
    assert.ok(symbols.every(({ location }) => location.uri === editor.uri('a.md')));
    assert.ok(symbols.some(({ name, containerName }) => name.includes('Ada') && containerName !== undefined));
  });

  it('are given plain text where they show no Markdown, and Markdown where they do not say', async () => {
    const hovered = async (capabilities: object) => {
      const { contents } = await (await opened(only(capabilities))).askAt<Hover>('hover', 'a.md', 'A|da Quill');
      return contents as { readonly kind: string; readonly value: string };
    };
    const plain = await hovered({ textDocument: { hover: { contentFormat: ['plaintext'] } } });
    assert.equal(plain.kind, 'plaintext');
    assert.match(plain.value, /^Ada Quill · 艾达\nPerson\n\n1 mention/);
    assert.doesNotMatch(plain.value, /[*<>\\]|\]\(/);
    assert.equal((await hovered({})).kind, 'markdown');
  });

  it('are given no snippets where they know none', async () => {
    const editor = await opened(only({}), { ...CORPUS, 'a.md': '---\nclaims:\n  - \n---\nx\n' });
    const { items } = await editor.askAt<CompletionList>('completion', 'a.md', '  - |');
    assert.ok(items.length > 3);
    for (const { insertTextFormat, textEdit } of items) {
      assert.equal(insertTextFormat, 1);
      assert.doesNotMatch(textEdit!.newText, /\$|\n/);
    }
  });

  it('are given only what continues the typed where they may take everything for that', async () => {
    const files = { ...CORPUS, 'a.md': '---\nentities: [quill, b]\n---\nx\n' };
    const labels = async (more: object) => {
      const editor = await opened(only({}, more), files);
      const found = (text: string) => editor.askAt<CompletionList>('completion', 'a.md', text);
      return [await found('quill|'), await found(', b|]')].map(({ items }) => items.map(({ label }) => label));
    };
    assert.deepEqual(await labels({}), [['ada'], ['bo']]);
    assert.deepEqual(await labels({ clientInfo: undefined }), [[], ['bo']]);
  });

  it('are told the other side of a finding in its message where they show none', async () => {
    const files = {
      'concord.yaml': 'version: 1\n',
      'entities/p.yaml': 'fair: {type: event, name: Fair}\n',
      'a.md':
        '---\ndate: 2024-05-07\nclaims:\n  - {quote: 5 came, subject: fair, property: attendance, value: 5}\n---\n5 came.\n',
      'b.md': CORPUS['b.md'].replace('entities: [ada]\n', ''),
    };
    const told = async (relatedInformation: boolean) => {
      const editor = await opened(only({ textDocument: { publishDiagnostics: { relatedInformation } } }), files);
      const { diagnostics } = await eventually(
        () => editor.pushes.at(-1)!,
        (push) => assert.equal(push?.diagnostics.length, 1),
      );
      return diagnostics[0]!;
    };
    const [plain, full] = [await told(false), await told(true)];
    assert.equal(plain.relatedInformation, undefined);
    assert.ok(`${plain.message}`.startsWith(`${full.message}\nb.md:5: `), `${plain.message}`);
    assert.equal(full.relatedInformation!.length, 1);
  });

  it('need not watch files: the server does', async () => {
    const editor = await opened(only({}));
    const at = (path: string) => join(editor.root, path);
    const lacks = (count: number) =>
      eventually(
        () => editor.pushes.at(-1)!,
        ({ diagnostics }) => assert.equal(diagnostics.filter(({ code }) => code === 'unresolved-entity').length, count),
      );
    await lacks(1);
    assert.deepEqual(editor.registrations, []);
    writeFileSync(at('entities/more.yaml'), 'cy: {type: person, name: Cy}\n');
    await lacks(0);
    rmSync(at('entities/more.yaml'));
    await lacks(1);
    // A folder that is new is watched too.
    mkdirSync(at('entities/new/deep'), { recursive: true });
    writeFileSync(at('entities/new/deep/c.yaml'), 'cy: {type: person, name: Cy}\n');
    await lacks(0);
    writeFileSync(at('entities/new/deep/c.yaml'), 'dy: {type: person, name: Dy}\n');
    await lacks(1);
    writeFileSync(at('entities/new/deep/c.yaml'), 'cy: {type: person, name: Cy}\n');
    await lacks(0);
    renameSync(at('entities/new'), at('aside'));
    await lacks(1);
    renameSync(at('aside'), at('entities/new'));
    await lacks(0);
    rmSync(at('entities/new'), { recursive: true });
    await lacks(1);
  });
});

describe('what is left of Markdown and snippets', () => {
  it('is what they say', () => {
    for (const [markdown, plain] of [
      ['**Ada** · *x*  \nnext', 'Ada · x\nnext'],
      ['a \\*star\\* and \\[bracket\\]', 'a *star* and [bracket]'],
      ['[Record](<file:///x/(y)#L1>) and [web](https://x.example/a)', 'Record and web'],
      ['`a *b*` ``x ` y`` `open', 'a *b* x ` y `open'],
      ['> quoted\n\n- item', '  quoted\n\n- item'.trim()],
      ['[unclosed](', 'unclosed('],
    ] as const)
      assert.equal(plainText(markdown), plain);
    assert.equal(withoutStops('quote: $1\n  subject: $2'), 'quote: ');
    assert.equal(withoutStops('{property: $1, value: $2}'), '{property: , value: }');
    assert.equal(withoutStops('a\\$b\\\\c\\}: [$1]'), 'a$b\\c}: []');
  });
});
