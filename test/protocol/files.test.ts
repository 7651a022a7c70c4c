import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { write } from '../cli/program.ts';
import { builtServer, closeAll, Editor, endServers, eventually, type Files, type Options, within } from './editor.ts';

const SETTINGS = 'version: 1\n';
const ADA = '---\nentities: [ada]\n---\nAda\n';
const RECORDS = { 'concord.yaml': SETTINGS, 'entities/p.yaml': 'ada: {type: person, name: Ada}\n' };

const start = async (files: Files, options?: Options) => (await Editor.on(files, options)).settled();

/** A change on disk, and what a watcher tells of it. */
async function onDisk(
  editor: Editor,
  change: () => void,
  events: Readonly<Record<string, 'created' | 'changed' | 'deleted'>>,
) {
  change();
  editor.watched(events);
}

describe('files', function () {
  this.timeout(60_000);
  before(() => builtServer());
  afterEach(closeAll);
  after(endServers);

  describe('that change on disk', () => {
    it('are read when they are created, changed and deleted', async () => {
      const editor = await start({ ...RECORDS, 'a.md': '---\nentities: [ada, bob]\n---\nAda, Bob\n' });
      assert.deepEqual(await editor.codes('a.md'), ['unresolved-entity']);
      const bob = (name: string) => () =>
        write(editor.root, { 'entities/b.yaml': `bob: {type: person, name: ${name}}` });
      await onDisk(editor, bob('Bob'), { 'entities/b.yaml': 'created' });
      await editor.awaitCodes('a.md', []);
      await onDisk(editor, bob('Robert'), { 'entities/b.yaml': 'changed' });
      await editor.awaitCodes('a.md', ['unused-entity']);
      await onDisk(editor, () => rmSync(join(editor.root, 'entities/b.yaml')), { 'entities/b.yaml': 'deleted' });
      await editor.awaitCodes('a.md', ['unresolved-entity']);
      await onDisk(editor, () => write(editor.root, { 'a.md': ADA }), { 'a.md': 'changed' });
      await editor.awaitCodes('a.md', []);
    });

    it('are not read while an editor has them', async () => {
      const editor = await start({ ...RECORDS, 'a.md': ADA });
      editor.open('a.md');
      await onDisk(editor, () => write(editor.root, { 'a.md': '---\nentities: [nobody]\n---\n' }), {
        'a.md': 'changed',
      });
      write(editor.root, { 'b.md': '---\nentities: [nobody]\n---\n' });
      editor.watched({ 'b.md': 'created' });
      await editor.awaitCodes('b.md', ['unresolved-entity']);
      assert.deepEqual(await editor.codes('a.md'), []);
      rmSync(join(editor.root, 'a.md'));
      editor.watched({ 'a.md': 'deleted' });
      await editor.settled();
      assert.deepEqual(await editor.codes('a.md'), []);
      assert.equal((await editor.status('a.md')).kind, 'document');
      editor.close('a.md');
      await editor.settled();
      assert.equal((await editor.status('concord.yaml')).corpus?.documents, 1);
    });

    it('go with their folder that is made anew at once, of which a watcher tells that it has changed', async () => {
      const editor = await start({ ...RECORDS, 'old/x.md': ADA, 'old/y.md': ADA });
      assert.equal((await editor.status('concord.yaml')).corpus?.documents, 2);
      const anew = () => {
        rmSync(join(editor.root, 'old'), { recursive: true });
        write(editor.root, { 'old/y.md': ADA });
      };
      await onDisk(editor, anew, { old: 'changed' });
      await eventually(
        async () => (await editor.status('concord.yaml')).corpus?.documents,
        (documents) => assert.equal(documents, 1),
      );
    });

    it('move with their folder, of which alone a watcher tells', async () => {
      const editor = await start({
        ...RECORDS,
        'old/x.md': ADA,
        'old/deep/y.md':
          '---\nentities: [ada]\nclaims: [{quote: Ada, subject: ada, property: age, value: 3 years, see: old/x.md}]\n---\nAda\n',
      });
      const isLost = async (path: string) => (await editor.codes(path)).includes('unresolved-reference');
      assert.equal(await isLost('old/deep/y.md'), false);
      await onDisk(editor, () => renameSync(join(editor.root, 'old'), join(editor.root, 'new')), {
        old: 'deleted',
        new: 'created',
      });
      await eventually(
        () => isLost('new/deep/y.md'),
        (lost) => assert.equal(lost, true),
      );
      assert.deepEqual(await editor.codes('old/deep/y.md'), []);
      assert.equal((await editor.status('concord.yaml')).corpus?.documents, 2);
      await onDisk(editor, () => renameSync(join(editor.root, 'new'), join(editor.root, 'old')), {
        new: 'deleted',
        old: 'created',
      });
      await eventually(
        () => isLost('old/deep/y.md'),
        (lost) => assert.equal(lost, false),
      );
    });

    it('come by the hundred when a branch is switched, and are one change', async () => {
      const names = Array.from({ length: 300 }, (_, i) => `d/${i}.md`);
      const main = Object.fromEntries(names.map((name) => [name, ADA]));
      const branch = Object.fromEntries(names.map((name) => [name, '---\nentities: [ada, eve]\n---\nAda, Eve\n']));
      const editor = await start({ ...RECORDS, ...main });
      editor.open('d/1.md');
      // A watcher of the editor sees the disk before the editor has reloaded what is open.
      const { refreshes } = editor;
      write(editor.root, {
        ...branch,
        'entities/e.yaml': 'eve: {type: person, name: Eve}\n',
        'concord.yaml': `${SETTINGS}documents: d/*.md\nentities: entities/*.yaml\n`,
      });
      for (let i = 0; i < names.length; i += 50) {
        editor.watched(Object.fromEntries(names.slice(i, i + 50).map((name) => [name, 'changed'])));
        // Whenever one asks, no name of the new branch is missing from what was read of it.
        const codes = await editor.codes(`d/${i + 2}.md`);
        assert.deepEqual(codes, []);
      }
      editor.watched({ 'concord.yaml': 'changed', 'entities/e.yaml': 'created' });
      editor.change('d/1.md', { text: branch['d/1.md']! });
      await eventually(
        () => editor.status('d/7.md'),
        ({ corpus, mentions, indexing }) => assert.deepEqual([corpus?.entities, mentions, indexing], [2, 2, false]),
      );
      for (const path of ['d/1.md', 'd/2.md', 'd/299.md']) assert.deepEqual(await editor.codes(path), [], path);
      assert.ok(editor.refreshes - refreshes < 30, `${editor.refreshes - refreshes} refreshes`);
    });

    it('count when new settings name them', async () => {
      const editor = await start({ ...RECORDS, 'a.md': '---\nentities: [bob]\n---\nBob\n' });
      await onDisk(
        editor,
        () =>
          write(editor.root, {
            'concord.yaml': `${SETTINGS}entities: [entities/*.yaml, names/*.yaml]\n`,
            'names/b.yaml': 'bob: {type: person, name: Bob}\n',
          }),
        { 'concord.yaml': 'changed', 'names/b.yaml': 'created' },
      );
      await editor.awaitCodes('a.md', []);
    });

    it('are left alone where version control ignores them, in the editor as on the disk', async () => {
      const editor = await start({
        ...RECORDS,
        '.git/HEAD': '',
        '.gitignore': 'drafts/\n',
        'drafts/x.md': '---\nentities: [nobody]\n---\n',
      });
      editor.open('drafts/x.md');
      await editor.awaitCodes('drafts/x.md', []);
      assert.equal((await editor.status('drafts/x.md')).kind, 'none');
      editor.change('drafts/x.md', { text: '---\nentities: [none]\n---\n' });
      assert.deepEqual(await editor.codes('drafts/x.md'), []);
      await onDisk(editor, () => write(editor.root, { '.gitignore': '' }), { '.gitignore': 'changed' });
      await editor.awaitCodes('drafts/x.md', ['unresolved-entity']);
    });
  });

  describe('that cannot be read', () => {
    it('say why, until they are mended', async () => {
      const editor = await start({ ...RECORDS, 'a.md': new Uint8Array([0x2d, 0xff, 0xfe, 0x0a]) });
      const [found, ...others] = await editor.diagnostics('a.md');
      assert.deepEqual(others, []);
      assert.equal(found?.code, 'invalid-yaml');
      assert.deepEqual(found?.range.start, { line: 0, character: 0 });
      assert.match(String(found?.message), /UTF-8/);
      await onDisk(editor, () => write(editor.root, { 'a.md': ADA }), { 'a.md': 'changed' });
      await editor.awaitCodes('a.md', []);
      const { items } = await editor.workspacePull([{ uri: editor.uri('a.md'), value: 'old' }]);
      assert.deepEqual(
        items.map((item) => item.kind === 'full' && item.items),
        [[]],
      );
    });

    it('say so of records and settings too', async () => {
      const broken = new Uint8Array([0xc3, 0x28]);
      const editor = await start({ 'concord.yaml': broken, 'entities/p.yaml': broken, 'a.md': ADA });
      assert.deepEqual(await editor.codes('concord.yaml'), ['invalid-yaml']);
      assert.deepEqual(await editor.codes('entities/p.yaml'), ['invalid-yaml']);
      assert.deepEqual(await editor.codes('a.md'), ['unresolved-entity']);
      await onDisk(editor, () => write(editor.root, RECORDS), {
        'concord.yaml': 'changed',
        'entities/p.yaml': 'changed',
      });
      await editor.awaitCodes('a.md', []);
      assert.deepEqual(await editor.codes('entities/p.yaml'), []);
      assert.deepEqual(await editor.codes('concord.yaml'), []);
    });

    it('may be readable again later', async function () {
      if (process.platform === 'win32' || process.getuid?.() === 0) this.skip();
      const editor = await start({ ...RECORDS, 'a.md': ADA });
      await onDisk(editor, () => chmodSync(join(editor.root, 'entities/p.yaml'), 0), { 'entities/p.yaml': 'changed' });
      await editor.awaitCodes('a.md', ['unresolved-entity']);
      await onDisk(editor, () => chmodSync(join(editor.root, 'entities/p.yaml'), 0o644), {
        'entities/p.yaml': 'changed',
      });
      await editor.awaitCodes('a.md', []);
    });

    it('are what the editor has where the editor can', async () => {
      const editor = await start({ ...RECORDS, 'a.md': new Uint8Array([0xff, 0xfe]) });
      assert.deepEqual(await editor.codes('a.md'), ['invalid-yaml']);
      editor.open('a.md', ADA);
      assert.deepEqual(await editor.codes('a.md'), []);
      editor.close('a.md');
      await editor.awaitCodes('a.md', ['invalid-yaml']);
    });

    it('do not stop the server when they are pipes or folders', async function () {
      if (process.platform === 'win32') this.skip();
      const editor = await start({ ...RECORDS, 'a.md': ADA, 'b.md': ADA });
      const { execFileSync } = await import('node:child_process');
      rmSync(join(editor.root, 'a.md'));
      rmSync(join(editor.root, 'b.md'));
      execFileSync('mkfifo', [join(editor.root, 'a.md')]);
      mkdirSync(join(editor.root, 'b.md'));
      editor.watched({ 'a.md': 'changed', 'b.md': 'changed' });
      await editor.awaitCodes('a.md', ['invalid-yaml']);
      assert.deepEqual(await editor.codes('b.md'), ['invalid-yaml']);
    });
  });

  describe('of a corpus', () => {
    it('are of none without its settings, and are again with them', async () => {
      const editor = await start({ ...RECORDS, 'a.md': '---\nentities: [nobody]\n---\n' });
      editor.open('a.md');
      const held = editor.workspacePull([{ uri: editor.uri('a.md'), value: 'x' }]);
      await held;
      assert.deepEqual(await editor.codes('a.md'), ['unresolved-entity']);
      await onDisk(editor, () => rmSync(join(editor.root, 'concord.yaml')), { 'concord.yaml': 'deleted' });
      await editor.awaitCodes('a.md', []);
      assert.equal((await editor.status('a.md')).kind, 'none');
      await onDisk(editor, () => write(editor.root, { 'concord.yaml': SETTINGS }), { 'concord.yaml': 'created' });
      await editor.awaitCodes('a.md', ['unresolved-entity']);
      editor.replace('a.md', 'nobody', 'ada');
      await editor.awaitCodes('a.md', ['unused-entity']);
    });

    it('stay what they are while the settings are saved anew', async () => {
      const editor = await start({ ...RECORDS, 'a.md': ADA });
      editor.open('a.md');
      // As tools do that write beside the file and rename.
      editor.watched({ 'concord.yaml': 'deleted' });
      editor.watched({ 'concord.yaml': 'created' });
      for (let i = 0; i < 20; i++) assert.equal((await editor.status('a.md')).kind, 'document');
      await editor.settled();
      assert.deepEqual(await editor.codes('a.md'), []);
    });

    it('belong to the innermost of nested ones, also when opened before anything is read', async () => {
      const editor = await Editor.on({
        ...RECORDS,
        'a.md': ADA,
        'inner/concord.yaml': SETTINGS,
        'inner/a.md': ADA,
        'inner/entities/e.yaml': 'eve: {type: person, name: Eve}\n',
        'inner/e.md': '---\nentities: [eve]\n---\nEve\n',
      });
      for (const path of ['inner/a.md', 'a.md', 'inner/e.md']) editor.open(path);
      await editor.settled();
      assert.deepEqual(await editor.codes('a.md'), []);
      assert.deepEqual(await editor.codes('inner/a.md'), ['unresolved-entity']);
      assert.deepEqual(await editor.codes('inner/e.md'), []);
      const counts = async () => [
        (await editor.status('a.md')).corpus?.documents,
        (await editor.status('inner/a.md')).corpus?.documents,
      ];
      assert.deepEqual(await counts(), [1, 2]);
      const { items } = await editor.workspacePull();
      assert.deepEqual(
        items.map(({ uri }) => uri),
        [editor.uri('inner/a.md')],
      );
      await onDisk(editor, () => rmSync(join(editor.root, 'inner/concord.yaml')), { 'inner/concord.yaml': 'deleted' });
      await editor.awaitCodes('inner/a.md', []);
      assert.deepEqual(await editor.codes('inner/e.md'), ['unresolved-entity']);
      assert.deepEqual(await counts(), [3, 3]);
      await onDisk(editor, () => write(editor.root, { 'inner/concord.yaml': SETTINGS }), {
        'inner/concord.yaml': 'created',
      });
      await editor.awaitCodes('inner/a.md', ['unresolved-entity']);
      assert.deepEqual(await counts(), [1, 2]);
    });

    it('are found when the folder of a nested one comes or goes', async () => {
      const editor = await start({ ...RECORDS, 'inner/concord.yaml': SETTINGS, 'inner/a.md': ADA });
      assert.deepEqual(await editor.codes('inner/a.md'), ['unresolved-entity']);
      await onDisk(editor, () => renameSync(join(editor.root, 'inner'), join(editor.root, 'moved')), {
        inner: 'deleted',
        moved: 'created',
      });
      await editor.awaitCodes('moved/a.md', ['unresolved-entity']);
      assert.equal((await editor.status('concord.yaml')).corpus?.documents, 0);
      assert.equal((await editor.status('moved/a.md')).corpus?.name, 'moved');
    });

    it('are of several folders of the workspace, which come and go', async () => {
      const editor = await start(
        { 'one/concord.yaml': SETTINGS, 'one/a.md': ADA, 'two/concord.yaml': SETTINGS, 'two/a.md': ADA },
        { folders: ['one'] },
      );
      assert.deepEqual(await editor.codes('one/a.md'), ['unresolved-entity']);
      assert.equal((await editor.status('two/a.md')).kind, 'none');
      const folder = (name: string) => ({ uri: editor.uri(name), name });
      const change = (added: readonly string[], removed: readonly string[]) =>
        editor.tell('workspace/didChangeWorkspaceFolders', {
          event: { added: added.map(folder), removed: removed.map(folder) },
        });
      change(['two'], []);
      await editor.awaitCodes('two/a.md', ['unresolved-entity']);
      editor.open('one/a.md');
      change([], ['one']);
      await editor.settled();
      // What is open is looked after all the same.
      assert.deepEqual(await editor.codes('one/a.md'), ['unresolved-entity']);
      editor.close('one/a.md');
      await eventually(
        () => editor.status('one/a.md'),
        ({ kind }) => assert.equal(kind, 'none'),
      );
      assert.deepEqual(await editor.codes('two/a.md'), ['unresolved-entity']);
    });

    it('are found above the folder that is opened', async () => {
      const editor = await start(
        { ...RECORDS, 'deep/down/a.md': '---\nentities: [ada, nobody]\n---\nAda\n' },
        { folders: ['deep/down'] },
      );
      assert.deepEqual(await editor.codes('deep/down/a.md'), ['unresolved-entity']);
      assert.equal((await editor.status('deep/down/a.md')).corpus?.entities, 1);
    });

    it('are found when a single file is opened, without any folder', async () => {
      const editor = await start(
        { ...RECORDS, 'deep/a.md': '---\nentities: [ada, nobody]\n---\nAda\n', 'deep/b.md': ADA },
        { folders: [] },
      );
      assert.equal((await editor.status('deep/a.md')).kind, 'none');
      editor.open('deep/a.md');
      // Whenever one asks, there are either no findings yet or the right ones.
      for (let i = 0; i < 10; i++) assert.ok(!(await editor.codes('deep/a.md')).includes('unused-entity'));
      await editor.awaitCodes('deep/a.md', ['unresolved-entity']);
      editor.close('deep/a.md');
      await eventually(
        () => editor.status('deep/a.md'),
        ({ kind }) => assert.equal(kind, 'none'),
      );
    });

    it('are not judged before the names are read', async () => {
      const many = Object.fromEntries(
        Array.from({ length: 200 }, (_, i) => [`entities/r${i}.yaml`, `r${i}: {type: person, name: R${i}}\n`]),
      );
      const ids = Array.from({ length: 200 }, (_, i) => `r${i}`);
      const text = `---\nentities: [${ids.join(', ')}]\ntranslation-of: z.md\n---\n${ids.map((id) => id.toUpperCase()).join(' ')}\n`;
      const editor = await Editor.on({ ...RECORDS, ...many, 'a.md': text, 'z.md': ADA });
      editor.open('a.md');
      for (let settled = false; !settled; settled = !(await editor.status('a.md')).indexing) {
        assert.deepEqual(await editor.codes('a.md'), []);
      }
    });
  });

  it('outside every corpus are of no concern, and cost nothing', async () => {
    const editor = await start({ 'a.md': '---\nentities: [nobody]\n---\nx\n' });
    editor.open('a.md');
    assert.deepEqual(await editor.codes('a.md'), []);
    assert.deepEqual(await editor.highlights('a.md'), { version: 1, highlights: [] });
    assert.equal(await editor.askAt('hover', 'a.md', 'no|body'), null);
    assert.equal(await within(editor.workspacePull(), 100), undefined);
    writeFileSync(join(editor.root, 'b.md'), 'x');
    editor.watched({ 'b.md': 'created', 'node_modules/x/y.md': 'created', '.git/index': 'changed' });
    assert.deepEqual(await editor.codes('b.md'), []);
  });
});
