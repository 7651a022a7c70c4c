import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { accepting, activated, at, closed, eventually, folderWith, selected } from './extension.ts';

const PASSAGE = 'The Delta Forum drew more than 200 delegates';
const paragraph = (i: number) => `Paragraph ${i} ${'of words that are wrapped again and again '.repeat(12)}`;
const BODY = ['Short.', ...Array.from({ length: 60 }, (_, i) => paragraph(i))].join('\n\n');
const document = (at: string) => `---\ndate: 2020-05-04\nentities: []\n---\n${BODY.replace(at, `${at} ${PASSAGE} `)}\n`;
const CORPUS = {
  'concord.yaml': 'version: 1\n',
  'entities/e.yaml': 'forum: {type: event, name: {en: Delta Forum}}\n',
  'far.md': document('Paragraph 30'),
  'near.md': document('Paragraph 0'),
};

describe('whoever reads', () => {
  const wrap = (value: 'on' | undefined) =>
    vscode.workspace.getConfiguration('editor').update('wordWrap', value, vscode.ConfigurationTarget.Global);

  before(async () => {
    await activated();
    await wrap('on');
  });
  afterEach(closed);
  after(() => wrap(undefined));

  for (const isFolded of [true, false]) {
    for (const path of ['far.md', 'near.md']) {
      it(`keeps the passage in its place: ${path}, ${isFolded ? 'folded' : 'unfolded'}`, async () => {
        const editor = await selected(at(await folderWith(CORPUS), path), PASSAGE);
        const inside = new vscode.Position(2, 0);
        await eventually('The fold', () => !editor.visibleRanges.some((range) => range.contains(inside)));
        if (!isFolded) await vscode.commands.executeCommand('editor.unfoldAll');
        if (path === 'far.md') {
          editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenter);
          // So that the screen begins amid a line.
          await vscode.commands.executeCommand('editorScroll', { to: 'up', by: 'wrappedLine', value: 3 });
        } else {
          await vscode.commands.executeCommand('editorScroll', { to: 'up', by: 'page', value: 1 });
        }
        await new Promise((done) => setTimeout(done, 500));
        const last = () => editor.visibleRanges.at(-1)!.end;
        const before = { last: last(), lines: editor.document.lineCount };
        assert.ok(before.last.line < before.lines - 1);
        assert.equal(await accepting('concord.makeClaim'), true);
        const more = editor.document.lineCount - before.lines;
        assert.ok(more > 3);
        const wanted = before.last.translate(more);
        await eventually('The passage in its place', () => last().isEqual(wanted));
      });
    }
  }
});
