import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  CancellationTokenSource,
  DiagnosticSeverity,
  DiagnosticTag,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { write } from '../cli/program.ts';
import { builtServer, closeAll, Editor, endServers, eventually, reportsOf, within } from './editor.ts';

const CORPUS = {
  'concord.yaml': 'version: 1\n',
  'entities/p.yaml': 'ada: {type: person, name: Ada}\n',
  'a.md': '---\nentities: [ada, nobody]\n---\nAda\n',
  'b.md': '---\nentities: [ada]\n---\nSomebody\n',
  'c.md': '---\nentities: [ada]\n---\nAda\n',
};

/** What a client remembers for its next workspace pull. */
const idsOf = (items: readonly WorkspaceDocumentDiagnosticReport[]) =>
  items.map(({ uri, resultId }) => ({ uri, value: resultId! }));

describe('diagnostics', function () {
  this.timeout(60_000);
  before(() => builtServer());
  afterEach(closeAll);
  after(endServers);

  describe('of a document, pulled', () => {
    it('come whole with code, page, severity and source', async () => {
      const editor = await Editor.on(CORPUS);
      editor.open('a.md');
      await editor.settled();
      const [found, ...others] = await editor.diagnostics('a.md');
      assert.deepEqual(others, []);
      assert.equal(found?.code, 'unresolved-entity');
      assert.equal(found?.source, 'concord');
      assert.equal(found?.severity, DiagnosticSeverity.Error);
      assert.deepEqual(found?.range, editor.rangeOf('a.md', 'nobody'));
      assert.match(String(found?.message), /nobody/);
      assert.ok(existsSync(fileURLToPath(found!.codeDescription!.href)));
    });

    it('fade what nobody uses', async () => {
      const editor = await Editor.on(CORPUS);
      editor.open('b.md');
      await editor.settled();
      const [found] = await editor.diagnostics('b.md');
      assert.equal(found?.code, 'unused-entity');
      assert.deepEqual(found?.tags, [DiagnosticTag.Unnecessary]);
    });

    it('are unchanged where the client has them', async () => {
      const editor = await Editor.on(CORPUS);
      editor.open('a.md');
      await editor.settled();
      const first = await editor.pull('a.md');
      assert.deepEqual(await editor.pull('a.md', first.resultId), { kind: 'unchanged', resultId: first.resultId });
      editor.replace('a.md', 'nobody', 'somebody');
      const second = await editor.pull('a.md', first.resultId);
      assert.equal(second.kind, 'full');
      assert.notEqual(second.resultId, first.resultId);
      editor.replace('a.md', ', somebody', '');
      const third = await editor.pull('a.md', second.resultId);
      assert.deepEqual(third.kind === 'full' && third.items.map(({ code }) => code), []);
    });

    it('stay unchanged through an edit that moves none of them', async () => {
      const editor = await Editor.on(CORPUS);
      editor.open('a.md');
      await editor.settled();
      const { resultId } = await editor.pull('a.md');
      editor.replace('a.md', 'Ada\n', 'Ada, again.\n');
      assert.equal((await editor.pull('a.md', resultId)).kind, 'unchanged');
    });

    it('never take an id of an earlier process for one of their own', async () => {
      const first = await Editor.on(CORPUS, { own: true });
      const second = await Editor.on(CORPUS, { own: true });
      const ids = await Promise.all(
        [first, second].map(async (editor) => (await editor.settled()).pull('a.md').then(({ resultId }) => resultId)),
      );
      assert.notEqual(ids[0], ids[1]);
    });

    it('are none for a file of no corpus, and for one that is not there', async () => {
      const editor = await Editor.on({ 'corpus/concord.yaml': 'version: 1\n', 'x.md': CORPUS['a.md'] });
      editor.open('x.md');
      await editor.settled();
      assert.deepEqual(await editor.codes('x.md'), []);
      assert.deepEqual(await editor.codes('corpus/none.md'), []);
      assert.equal((await editor.status('x.md')).kind, 'none');
    });
  });

  describe('of the workspace, pulled', () => {
    it('tell of every file with findings, once', async () => {
      const editor = await Editor.on(CORPUS);
      const { items } = await editor.workspacePull();
      assert.deepEqual(reportsOf(editor, items), { 'a.md': ['unresolved-entity'], 'b.md': ['unused-entity'] });
      assert.ok(items.every(({ kind, version }) => kind === 'full' && version === null));
    });

    it('wait until there is news, and tell no more than the news', async () => {
      const editor = await Editor.on(CORPUS);
      await editor.settled();
      editor.open('c.md');
      const first = await editor.workspacePull();
      const held = editor.workspacePull(idsOf(first.items));
      assert.equal(await within(held, 150), undefined);
      // What changes no finding is no news.
      editor.replace('c.md', 'Ada\n', 'Ada!\n');
      assert.equal(await within(held, 150), undefined);
      editor.replace('c.md', 'Ada!\n', 'Nobody\n');
      const { items } = await held;
      assert.deepEqual(reportsOf(editor, items), { 'c.md': ['unused-entity'] });
      assert.equal(items[0]?.version, 3);
    });

    it('cost nothing while they wait', async () => {
      const editor = await Editor.on(CORPUS);
      await editor.settled();
      const { items } = await editor.workspacePull();
      const held = editor.workspacePull(idsOf(items));
      const { pid } = editor.server.process;
      const used = cpuOf(pid!);
      assert.equal(await within(held, 400), undefined);
      const after = cpuOf(pid!);
      if (used !== undefined && after !== undefined) assert.ok(after - used < 150, `${after - used} ms of work`);
    });

    it('come in parts where the client asks for parts', async () => {
      const editor = await Editor.on(CORPUS);
      await editor.settled();
      const parts: WorkspaceDiagnosticReport[] = [];
      editor.server.connection.onNotification('$/progress', ({ token, value }) => {
        assert.equal(token, 'parts');
        parts.push(value);
      });
      const { items } = await editor.workspacePull([], { partialResultToken: 'parts' });
      assert.deepEqual(items, []);
      assert.deepEqual(
        reportsOf(
          editor,
          parts.flatMap((part) => part.items),
        ),
        {
          'a.md': ['unresolved-entity'],
          'b.md': ['unused-entity'],
        },
      );
    });

    it('take back what was told of a file that has gone', async () => {
      const editor = await Editor.on(CORPUS);
      await editor.settled();
      const { items } = await editor.workspacePull();
      const held = editor.workspacePull(idsOf(items));
      rmSync(join(editor.root, 'a.md'));
      editor.watched({ 'a.md': 'deleted' });
      const gone = await held;
      assert.deepEqual(reportsOf(editor, gone.items), { 'a.md': [] });
      const known = new Map([...idsOf(items), ...idsOf(gone.items)].map((one) => [one.uri, one]));
      assert.equal(await within(editor.workspacePull([...known.values()]), 150), undefined);
    });

    it('take back what was told of files that the settings leave out', async () => {
      const editor = await Editor.on(CORPUS);
      await editor.settled();
      editor.open('concord.yaml', undefined, 'yaml');
      const { items } = await editor.workspacePull();
      const held = editor.workspacePull(idsOf(items));
      editor.change('concord.yaml', { text: 'version: 1\nexclude: [a.md]\n' });
      assert.deepEqual(reportsOf(editor, (await held).items), { 'a.md': [] });
    });

    it('take back what was told of a folder that is removed from the workspace', async () => {
      const editor = await Editor.on(
        { 'one/concord.yaml': 'version: 1\n', 'one/a.md': CORPUS['a.md'], 'two/concord.yaml': 'version: 1\n' },
        { folders: ['one', 'two'] },
      );
      await editor.settled();
      const { items } = await editor.workspacePull();
      assert.deepEqual(Object.keys(reportsOf(editor, items)), ['one/a.md']);
      const held = editor.workspacePull(idsOf(items));
      editor.tell('workspace/didChangeWorkspaceFolders', {
        event: { added: [], removed: [{ uri: editor.uri('one'), name: 'one' }] },
      });
      assert.deepEqual(reportsOf(editor, (await held).items), { 'one/a.md': [] });
    });

    it('are asked for again when the disk has changed', async () => {
      const editor = await Editor.on(CORPUS);
      await editor.settled();
      const before = editor.refreshes;
      write(editor.root, { 'entities/q.yaml': 'nobody: {type: person, name: Nobody}\n' });
      editor.watched({ 'entities/q.yaml': 'created' });
      await eventually(
        () => editor.refreshes,
        (count) => assert.ok(count > before),
      );
      await editor.awaitCodes('a.md', ['unused-entity']);
    });

    it('can be cancelled and asked for again many times', async () => {
      const editor = await Editor.on(CORPUS);
      await editor.settled();
      const { items } = await editor.workspacePull();
      for (let i = 0; i < 20; i++) {
        const source = new CancellationTokenSource();
        const held = editor.workspacePull(idsOf(items), {}, source.token);
        source.cancel();
        await assert.rejects(held);
      }
      assert.equal((await editor.workspacePull()).items.length, 2);
    });
  });

  describe('pushed', () => {
    const start = async () => (await Editor.on(CORPUS, { pulls: false })).settled();
    const latest = (editor: Editor, path: string) => {
      const last = editor.pushes.findLast(({ uri }) => uri === editor.uri(path));
      return last && { codes: last.diagnostics.map(({ code }) => code), version: last.version };
    };
    const awaitPush = (editor: Editor, path: string, expected: object) =>
      eventually(
        () => latest(editor, path),
        (found) => assert.deepEqual(found, expected),
      );

    it('come with their version, and go when the text is mended', async () => {
      const editor = await start();
      editor.open('a.md');
      await awaitPush(editor, 'a.md', { codes: ['unresolved-entity'], version: 1 });
      editor.replace('a.md', ', nobody', '');
      await awaitPush(editor, 'a.md', { codes: [], version: 2 });
    });

    it('go when the document is closed', async () => {
      const editor = await start();
      editor.open('a.md');
      await awaitPush(editor, 'a.md', { codes: ['unresolved-entity'], version: 1 });
      editor.close('a.md');
      await awaitPush(editor, 'a.md', { codes: [], version: undefined });
      await editor.settled();
      assert.deepEqual(latest(editor, 'a.md')?.codes, []);
    });

    it('follow an edit of another document', async () => {
      const editor = await start();
      editor.open('a.md');
      editor.open('entities/p.yaml', undefined, 'yaml');
      await awaitPush(editor, 'a.md', { codes: ['unresolved-entity'], version: 1 });
      editor.change('entities/p.yaml', { text: `${CORPUS['entities/p.yaml']}nobody: {type: person, name: Nobody}\n` });
      await awaitPush(editor, 'a.md', { codes: ['unused-entity'], version: 1 });
    });

    it('follow the disk', async () => {
      const editor = await start();
      editor.open('a.md');
      await awaitPush(editor, 'a.md', { codes: ['unresolved-entity'], version: 1 });
      write(editor.root, { 'entities/q.yaml': 'nobody: {type: person, name: Nobody}\n' });
      editor.watched({ 'entities/q.yaml': 'created' });
      await awaitPush(editor, 'a.md', { codes: ['unused-entity'], version: 1 });
    });

    it('are not sent again when they are the same', async () => {
      const editor = await start();
      editor.open('a.md');
      await awaitPush(editor, 'a.md', { codes: ['unresolved-entity'], version: 1 });
      const { length } = editor.pushes;
      editor.replace('a.md', 'Ada\n', 'Ada, again.\n');
      await editor.status('a.md');
      editor.replace('a.md', 'Ada, again', 'Nobody');
      await eventually(
        () => latest(editor, 'a.md')?.codes,
        (codes) => assert.deepEqual(codes, ['unused-entity', 'unresolved-entity']),
      );
      assert.equal(editor.pushes.length, length + 1);
    });
  });
});

/** Milliseconds of processor time that a process has used, where the system tells. */
function cpuOf(pid: number): number | undefined {
  if (!existsSync(`/proc/${pid}/stat`)) return undefined;
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/, '').trim().split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
