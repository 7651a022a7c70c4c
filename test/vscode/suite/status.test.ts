import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ConcordApi } from '../../../client/src/activate.ts';
import { shownFor } from '../../../client/src/statusItem.ts';
import { activated, at, eventually, folderWith, inCorpus, shown } from './extension.ts';

describe('the status', () => {
  let concord: ConcordApi;

  before(async () => {
    concord = await activated();
    await eventually('The server', () => concord.serverState() === 'running');
  });

  const settled = (uri: vscode.Uri) =>
    eventually('The status', async () => {
      const status = await concord.status(uri);
      return status && !status.indexing && status;
    });

  it('counts what is in a document', async () => {
    await shown('documents/harbour.md');
    const { kind, annotated, mentions, claims, errors, corpus } = await settled(inCorpus('documents/harbour.md'));
    assert.deepEqual(
      { kind, annotated, mentions, claims, errors },
      { kind: 'document', annotated: true, mentions: 1, claims: 0, errors: 1 },
    );
    assert.equal(corpus?.name, 'workspace');
    // Other tests put documents of their own beside it.
    assert.ok(corpus.documents >= 1 && corpus.entities >= 1);
  });

  it('knows records and settings', async () => {
    assert.equal((await settled(inCorpus('entities/people.yaml'))).kind, 'records');
    assert.equal((await settled(inCorpus('concord.yaml'))).kind, 'settings');
  });

  it('finds nothing in a file outside', async () => {
    const root = await folderWith({ 'notes.md': '---\nentities: [ada]\n---\nAda Ferro\n' });
    const { document } = await vscode.window.showTextDocument(at(root, 'notes.md'));
    assert.equal((await settled(document.uri)).kind, 'none');
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
    assert.deepEqual(concord.highlights(document) ?? [], []);
  });

  it('is put in words', () => {
    const status = {
      kind: 'document',
      annotated: true,
      indexing: false,
      mentions: 1,
      claims: 2,
      errors: 0,
      warnings: 3,
    } as const;
    const corpus = { name: 'harbour', documents: 5, entities: 1 };
    assert.equal(shownFor({ ...status, corpus }).text, 'Concord: harbour');
    assert.equal(shownFor({ ...status, corpus }).detail, '1 mention · 2 claims · 3 warnings');
    assert.equal(shownFor({ ...status, corpus, kind: 'records' }).detail, '5 documents · 1 entity · 3 warnings');
    assert.equal(shownFor({ ...status, kind: 'none' }).command?.command, 'concord.createCorpus');
  });
});
