import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { parsed } from './memory.ts';
import { Program, remove, temporaryFolder } from './program.ts';
import { GIT_VARIABLES, TestRepository } from './repository.ts';

const SETTINGS = { 'concord.yaml': 'version: 1\n' };
const PEOPLE = { 'entities/p.yaml': 'ada: {type: person, name: Ada}\nbo: {type: person, name: Bo}\n' };
const CORPUS = { ...SETTINGS, ...PEOPLE };
const CLEAN = '---\nentities: [ada]\n---\nAda said so.\n';
const BROKEN = '---\nentities: [ada, nobody]\n---\nAda said so.\n';

describe('concord check in a git repository', function () {
  this.timeout(60_000);
  let program: Program;
  const folders: string[] = [];
  const repository = (...options: string[]): TestRepository => {
    const made = new TestRepository(temporaryFolder(), options);
    folders.push(made.folder);
    return made;
  };
  const run = (cwd: string, args: readonly string[], variables: Record<string, string> = {}) =>
    program.run(['check', '--format', 'json', ...args], cwd, { ...GIT_VARIABLES, ...variables });
  const places = async (cwd: string, args: readonly string[], variables?: Record<string, string>) => {
    const outcome = await run(cwd, args, variables);
    assert.notEqual(outcome.code, 2, outcome.stderr);
    return parsed(outcome).findings.map(({ file, code }: { file: string; code: string }) => `${file} ${code}`);
  };
  const staged = (cwd: string, ...args: string[]) => places(cwd, ['--staged', ...args]);

  before(async () => {
    program = await Program.build();
  });
  after(() => {
    program?.remove();
    for (const made of folders) remove(made);
  });

  describe('--staged', () => {
    it('reads what is staged, not what is in the folder', async () => {
      const it = repository().commit({ ...CORPUS, 'a.md': CLEAN, 'b.md': CLEAN });
      it.write({ 'a.md': BROKEN });
      it.git('add', 'a.md');
      it.write({ 'a.md': CLEAN, 'b.md': BROKEN });
      assert.deepEqual(await staged(it.folder), ['a.md unresolved-entity']);
      it.git('add', 'a.md');
      it.write({ 'a.md': BROKEN });
      const { code, stdout, stderr } = await run(it.folder, ['--staged']);
      assert.deepEqual([code, parsed({ stdout }).findings], [0, []]);
      assert.equal(stderr, 'concord: nothing checked: no file of a corpus is staged\n');
    });

    it('reads a file of which a part is staged as that part leaves it', async () => {
      const head = '---\nentities:\n  ada:\n';
      const tail = '---\nAda.\n\n\n\n\n\n\n\n\n\nEnd.\n';
      const it = repository().commit({ ...CORPUS, 'a.md': head + tail });
      it.write({ 'a.md': `${head}  who:\n${tail}` });
      it.git('add', 'a.md');
      it.write({ 'a.md': `${head}  who:\n  else:\n${tail}More.\n` });
      const { findings } = parsed(await run(it.folder, ['--staged']));
      assert.deepEqual(
        findings.map(({ entity, range }: { entity: string; range: object }) => [entity, range]),
        [['who', { start: { line: 3, character: 2 }, end: { line: 3, character: 5 } }]],
      );
    });

    it('holds what is staged against what is committed, not against what git has not been told of', async () => {
      const it = repository().commit({ ...SETTINGS, 'a.md': 'x\n' });
      it.write({ ...PEOPLE, 'a.md': CLEAN });
      it.git('add', 'a.md');
      assert.deepEqual(await staged(it.folder), ['a.md unresolved-entity']);
      it.git('add', 'entities');
      assert.deepEqual(await staged(it.folder), []);
    });

    it('reports findings in files that are not staged only where the staged ones bring them', async () => {
      const it = repository().commit({ ...CORPUS, 'a.md': CLEAN, 'old.md': BROKEN });
      it.write({ 'entities/p.yaml': 'bo: {type: person, name: Bo}\n' });
      it.git('add', '-A');
      assert.deepEqual(await staged(it.folder), ['a.md unresolved-entity', 'old.md unresolved-entity']);
      const { findings } = parsed(await run(it.folder, ['--staged']));
      assert.deepEqual(
        findings.map(({ entity }: { entity: string }) => entity),
        ['ada', 'ada'],
      );
      it.git('rm', '-q', '--cached', 'old.md');
      assert.deepEqual(await staged(it.folder), ['a.md unresolved-entity']);
    });

    it('sees what is renamed under its new name, and misses what is deleted', async () => {
      const claim = (file: string) =>
        `---\nentities: [ada]\nclaims:\n  - {id: c, quote: Ada, subject: ada, property: said, value: so, see: ${file}#c}\n---\nAda said so.\n`;
      const it = repository().commit({ ...CORPUS, 'a.md': claim('b.md'), 'b.md': claim('a.md') });
      it.git('mv', 'b.md', 'c.md');
      assert.deepEqual(await staged(it.folder), ['a.md unresolved-reference']);
      it.write({ 'a.md': claim('c.md') });
      it.git('add', '-A');
      assert.deepEqual(await staged(it.folder), []);
      it.git('rm', '-qf', 'c.md');
      assert.deepEqual(await staged(it.folder), ['a.md unresolved-reference']);
      // Gone from the folder, still staged: it is part of the next commit.
      it.git('reset', '-q');
      it.git('checkout', '-q', '--', '.');
      it.write({ 'd.md': BROKEN });
      it.git('add', 'd.md');
      rmSync(it.path('d.md'));
      assert.deepEqual(await staged(it.folder), ['d.md unresolved-entity']);
    });

    it('works before the first commit, and where nothing is staged', async () => {
      const it = repository().write({ ...CORPUS, 'a.md': BROKEN });
      const none = await run(it.folder, ['--staged']);
      assert.deepEqual([none.code, parsed(none).corpora], [0, []]);
      it.git('add', '-A');
      assert.deepEqual(await staged(it.folder), ['a.md unresolved-entity']);
    });

    it('takes a corpus in a subfolder, from anywhere in the repository', async () => {
      const inner = Object.fromEntries(
        Object.entries({ ...CORPUS, 't/a.md': CLEAN }).map(([path, text]) => [`sub/${path}`, text]),
      );
      const it = repository().commit({ ...inner, 'README.md': 'x\n' });
      it.write({ 'sub/t/a.md': BROKEN, 'README.md': BROKEN });
      it.git('add', '-A');
      assert.deepEqual(await staged(it.folder), ['sub/t/a.md unresolved-entity']);
      assert.deepEqual(await staged(it.path('sub')), ['t/a.md unresolved-entity']);
      assert.deepEqual(await staged(it.path('sub/t')), ['a.md unresolved-entity']);
      assert.deepEqual(await staged(it.folder, 'sub/entities'), []);
      assert.deepEqual(await staged(it.folder, 'sub/t/a.md'), ['sub/t/a.md unresolved-entity']);
      const link = temporaryFolder();
      folders.push(link);
      symlinkSync(it.folder, `${link}/l`);
      assert.deepEqual(await staged(link, 'l/sub'), ['l/sub/t/a.md unresolved-entity']);
    });

    it('gives no other findings where git changes line ends', async () => {
      const body = 'Ada said so.\r\nTwice.\r\n';
      const digest = createHash('sha256').update(body).digest('hex');
      const text = `---\r\nsource: {digest: "sha256:${digest}"}\r\nentities: [ada]\r\n---\r\n${body}`;
      for (const configure of [
        (it: TestRepository) => it.git('config', 'core.autocrlf', 'true'),
        (it: TestRepository) => it.git('config', 'core.autocrlf', 'input'),
        (it: TestRepository) => it.write({ '.gitattributes': '*.md text\n' }),
      ]) {
        const it = repository();
        configure(it);
        it.commit(CORPUS).write({ 'a.md': text });
        it.git('add', 'a.md');
        assert.ok(!it.git('show', ':a.md').includes('\r'));
        assert.deepEqual(await staged(it.folder), []);
        assert.deepEqual(await places(it.folder, []), []);
        it.write({ 'a.md': text.replace('Twice', 'Thrice') });
        it.git('add', 'a.md');
        assert.deepEqual(await staged(it.folder), ['a.md body-changed']);
      }
      // Where git keeps bytes as they are, line feeds are another body.
      const it = repository().commit({ ...CORPUS, 'a.md': 'x' });
      it.write({ 'a.md': text.replaceAll('\r', '') });
      it.git('add', 'a.md');
      assert.deepEqual(await staged(it.folder), ['a.md body-changed']);
    });

    it('reads the files of submodules as the commit has them that is staged', async () => {
      const inner = repository().commit({ 'a.md': CLEAN });
      const it = repository().commit(CORPUS);
      it.git('-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', inner.folder, 'texts');
      assert.deepEqual(await staged(it.folder), []);
      it.commit();
      const submodule = new TestRepository(it.path('texts'));
      submodule.commit({ 'a.md': BROKEN });
      assert.deepEqual(await staged(it.folder), []);
      assert.deepEqual(await places(it.folder, ['--since', 'HEAD']), ['texts/a.md unresolved-entity']);
      it.git('add', 'texts');
      submodule.write({ 'a.md': CLEAN });
      assert.deepEqual(await staged(it.folder), ['texts/a.md unresolved-entity']);
      // What is staged inside the submodule is its own next commit.
      submodule.git('add', '-A');
      assert.deepEqual(await staged(it.folder), ['texts/a.md unresolved-entity']);
      // A submodule that has not been fetched holds nothing.
      it.git('commit', '-qm', 'x');
      rmSync(it.path('texts'), { recursive: true });
      mkdirSync(it.path('texts'));
      assert.deepEqual(await staged(it.folder), []);
    });

    it('takes names as they are', async () => {
      const names = ['-x.md', 'ü 中.md', ':(top)*.md', 'new\nline.md', 'a "b".md', '*.md', ' .md'];
      const it = repository().commit(CORPUS);
      it.write(Object.fromEntries(names.map((name) => [`t/${name}`, BROKEN])));
      it.git('add', '-A');
      const found = await staged(it.folder);
      assert.deepEqual(found, names.map((name) => `t/${name} unresolved-entity`).sort());
      assert.deepEqual(await staged(it.path('t'), '--', '-x.md'), ['-x.md unresolved-entity']);
    });

    it('leaves out what .gitignore names, and links', async () => {
      const it = repository().commit({ ...CORPUS, '.gitignore': 'drafts/\n*.tmp.md\n!keep.tmp.md\n' });
      it.write({ 'drafts/a.md': BROKEN, 'b.tmp.md': BROKEN, 'keep.tmp.md': BROKEN, 'node_modules/c.md': BROKEN });
      symlinkSync('keep.tmp.md', it.path('z.md'));
      it.git('add', '-A', '-f');
      assert.deepEqual(await staged(it.folder), ['keep.tmp.md unresolved-entity']);
      assert.deepEqual(await staged(it.folder), await places(it.folder, []));
    });

    it('works in a further working tree, and with the index that a hook is told of', async () => {
      const it = repository().commit({ ...CORPUS, 'a.md': CLEAN });
      const other = temporaryFolder();
      folders.push(other);
      it.git('worktree', 'add', '-q', '-b', 'side', `${other}/w`);
      it.write({ 'a.md': BROKEN });
      it.git('add', '-A');
      assert.deepEqual(await staged(`${other}/w`), []);
      // Only the named file is committed, from an index of its own.
      const elsewhere = { GIT_INDEX_FILE: '.git/another' };
      it.try(elsewhere, 'read-tree', 'HEAD');
      assert.deepEqual(await places(it.folder, ['--staged'], elsewhere), []);
      assert.deepEqual(await places(it.folder, ['--staged', `${other}/w`], elsewhere), []);
      assert.deepEqual(await staged(it.folder), ['a.md unresolved-entity']);
    });

    it('says so where two branches wait for a decision', async () => {
      const it = repository().commit({ ...CORPUS, 'a.md': CLEAN });
      it.git('checkout', '-qb', 'other');
      it.commit({ 'a.md': CLEAN.replace('so', 'that') });
      it.git('checkout', '-q', 'main');
      it.commit({ 'a.md': CLEAN.replace('so', 'this') });
      assert.equal(it.try({}, 'merge', '-q', 'other').code, 1);
      const { findings } = parsed(await run(it.folder, ['--staged']));
      assert.equal(findings.length, 1);
      assert.match(findings[0].message, /two branches disagree/);
    });

    it('is refused where there is no repository, no git, or nothing staged by its nature', async () => {
      const folder = temporaryFolder();
      folders.push(folder);
      const none = await run(folder, ['--staged']);
      assert.deepEqual([none.code, none.stderr], [2, `concord: no git repository holds ${folder}\n`]);
      const noGit = await run(folder, ['--staged'], { PATH: '/nonexistent' });
      assert.equal(noGit.code, 2);
      assert.match(noGit.stderr, /git is needed/);
      const bare = await run(repository('--bare').folder, ['--staged']);
      assert.deepEqual([bare.code, bare.stderr], [2, 'concord: a bare repository has nothing staged\n']);
      const both = await run(folder, ['--staged', '--since', 'x']);
      assert.deepEqual([both.code, both.stderr], [2, 'concord: --staged and --since contradict each other\n']);
    });
  });

  describe('--since', () => {
    it('reports on the files that differ from the common past, and on what they bring elsewhere', async () => {
      const it = repository().commit({ ...CORPUS, 'a.md': CLEAN, 'old.md': BROKEN, 'other.md': CLEAN });
      it.git('checkout', '-qb', 'work');
      it.commit({ 'b.md': BROKEN });
      it.git('checkout', '-q', 'main');
      it.commit({ 'other.md': BROKEN });
      it.git('checkout', '-q', 'work');
      assert.deepEqual(await places(it.folder, ['--since', 'main']), ['b.md unresolved-entity']);
      it.write({ 'new.md': BROKEN, 'a.md': BROKEN });
      assert.deepEqual(await places(it.folder, ['--since', 'main']), [
        'a.md unresolved-entity',
        'b.md unresolved-entity',
        'new.md unresolved-entity',
      ]);
      renameSync(it.path('entities/p.yaml'), it.path('entities/q.yaml'));
      it.write({ 'entities/q.yaml': 'ada: {type: person, name: Ada}\nnobody: {type: person, name: Nobody}\n' });
      assert.deepEqual(await places(it.folder, ['--since', 'main']), [
        'a.md unused-entity',
        'b.md unused-entity',
        'new.md unused-entity',
        'old.md unused-entity',
      ]);
    });

    it('refuses what git does not know, as a word and not as an option', async () => {
      const it = repository().commit(CORPUS);
      for (const [revision, message] of [
        ['nowhere', 'git knows no revision nowhere'],
        ['--all', '--since needs a value: REV'],
      ] as const) {
        const { code, stderr } = await run(it.folder, ['--since', revision]);
        assert.deepEqual([code, stderr], [2, `concord: ${message}\n`]);
      }
      const { code, stderr } = await run(it.folder, ['--since=--all']);
      assert.deepEqual([code, stderr], [2, 'concord: git knows no revision --all\n']);
    });
  });
});
