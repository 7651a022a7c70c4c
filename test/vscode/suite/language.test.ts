import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { inCorpus } from './extension.ts';

describe('the language server', () => {
  let document: vscode.TextDocument;

  before(async () => {
    document = await vscode.workspace.openTextDocument(inCorpus('documents/harbour.md'));
    await vscode.window.showTextDocument(document);
  });

  it('reports an entity that has no record, where it is declared', async () => {
    const found = await eventually(() => {
      const findings = vscode.languages.getDiagnostics(document.uri);
      return findings.find((finding) => code(finding) === 'unresolved-entity');
    });
    assert.equal(document.getText(found.range), 'port-authority');
  });

  it('says who a mention is', async () => {
    const mention = document.positionAt(document.getText().indexOf('Ada Ferro has'));
    const hover = await eventually(async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        mention,
      );
      return hovers.flatMap(({ contents }) => contents.map(text)).find((content) => content.includes('Ada Ferro'));
    });
    assert.match(hover, /Ada Ferro/);
  });
});

/** Asks until there is an answer: the server may still be reading the corpus. */
async function eventually<T>(ask: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const end = Date.now() + 20_000;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('No answer in 20 seconds.');
}

function code({ code }: vscode.Diagnostic): string | number | undefined {
  return typeof code === 'object' ? code.value : code;
}

function text(content: vscode.MarkdownString | vscode.MarkedString): string {
  return typeof content === 'string' ? content : content.value;
}
