import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, at, eventually, folderWith, inCorpus, stored } from './extension.ts';

const FORUM = `---
title: The forum opens
date: 2020-05-04
entities: [forum]
claims:
  - {id: crowd, quote: 40 delegates, subject: forum, property: attendance, value: 40}
---
The Delta Forum had 40 delegates.
`;
const FILES = {
  'concord.yaml': 'version: 1\n',
  'entities/e.yaml': 'forum: {type: event, name: Delta Forum}\n',
  'documents/a.md': FORUM,
  'documents/c.md': FORUM,
  'documents/d.txt': FORUM,
  'documents/b.md':
    '---\ntranslation-of: documents/a.md\nentities: [forum]\nclaims:\n  - {quote: Delta Forum, subject: forum, property: count, of: seats, value: 4, see: documents/a.md#crowd}\n---\nThe Delta Forum.\n',
};

describe('the structure of a document', () => {
  let root: vscode.Uri;
  const uri = (path: string) => at(root, path);

  before(async () => {
    await activated();
    root = await folderWith(FILES);
  });

  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  /** The lines on the screen, with a gap where something is folded. */
  const visible = ({ visibleRanges }: vscode.TextEditor) =>
    visibleRanges.map(({ start, end }) => `${start.line}-${end.line}`).join(' ');

  const isFolded = ({ document, visibleRanges }: vscode.TextEditor) => {
    const inside = new vscode.Position(2, 0);
    return document.lineCount > 2 && !visibleRanges.some((range) => range.contains(inside));
  };

  it('has its front matter folded when it is opened, and only then', async () => {
    const editor = await vscode.window.showTextDocument(uri('documents/a.md'));
    await eventually('The fold', () => isFolded(editor));
    await vscode.commands.executeCommand('editor.unfoldAll');
    await eventually('The end of the fold', () => !isFolded(editor));
    await vscode.window.showTextDocument(inCorpus('concord.yaml'));
    const again = await vscode.window.showTextDocument(uri('documents/a.md'));
    await new Promise((done) => setTimeout(done, 600));
    assert.equal(isFolded(again), false, visible(again));
  });

  it('has it open where one is led into it', async () => {
    const selection = new vscode.Range(5, 4, 5, 9);
    const editor = await vscode.window.showTextDocument(uri('documents/c.md'), { selection });
    await new Promise((done) => setTimeout(done, 1_000));
    assert.equal(isFolded(editor), false, visible(editor));
  });

  it('is coloured by the server where there is no grammar', async () => {
    const { document } = await vscode.window.showTextDocument(uri('documents/d.txt'));
    const tokens = await eventually('The tokens', async () => {
      const found = await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
        'vscode.provideDocumentSemanticTokens',
        document.uri,
      );
      return found && found.data.length > 0 && found;
    });
    assert.equal(tokens.data.length % 5, 0);
  });

  it('counts above a record what speaks of it', async () => {
    await vscode.window.showTextDocument(uri('entities/e.yaml'));
    const titles = await eventually('The lenses', async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        uri('entities/e.yaml'),
        9,
      );
      const said = lenses.map(({ command }) => command?.title ?? '');
      return said.some((title) => title.endsWith('mentions')) && lenses;
    });
    const [mentions] = titles;
    const shown = await vscode.commands.executeCommand('concord.showPlaces', ...(mentions?.command?.arguments ?? []));
    assert.equal(shown, 4);
  });

  it('takes references along when a file is renamed', async () => {
    const { document } = await vscode.window.showTextDocument(uri('documents/b.md'));
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(uri('documents/a.md'), uri('documents/2020/opening.md'));
    assert.ok(await vscode.workspace.applyEdit(edit));
    await eventually('The new path', () => document.getText().includes('translation-of: documents/2020/opening.md\n'));
    assert.ok(document.getText().includes('see: documents/2020/opening.md#crowd}'));
    assert.equal(await stored(at(root, 'documents/2020/opening.md')), FORUM);
    await document.save();
    const unresolved = () =>
      vscode.languages
        .getDiagnostics(document.uri)
        .some(({ code }) => (typeof code === 'object' ? code.value : code) === 'unresolved-reference');
    await eventually('The end of the findings', () => !unresolved());
  });
});
