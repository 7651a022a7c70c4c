import assert from 'node:assert/strict';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseDocument } from '../../server/src/core/document.ts';
import { parseFixture } from '../fixture.ts';
import { casesIn } from '../quality/cases.ts';
import { concord } from './memory.ts';
import { folderOf, Program, remove } from './program.ts';

const BODY = 'Ada   wrote *it* down.\r\n\r\nAda.\r\n';
const A = `\ufeff---\r\nentities: [ada]   # who\r\nclaim:\r\n- quote: wrote *it* down\r\n  subjct: ada\r\n  property: said\r\n  value: "it"\r\n---\r\n${BODY}`;
const FIXED = A.replace('claim:', 'claims:').replace('subjct', 'subject');
const FILES = {
  'concord.yaml': 'version: 1\n',
  'entities/p.yaml': 'ada: {type: person, name: Ada, alias: [Lovelace]}\n',
  'a.md': A,
  'b.md': '---\nentities: [ada, nobody, somebody]\n---\nAda, Nobody and Somebody.\n',
};

describe('concord check --fix', () => {
  it('makes the safe fixes until none is left, and keeps every other byte', async () => {
    const { code, stdout, stderr, files } = await concord(['check', '--fix', '--format', 'concise'], { files: FILES });
    assert.equal(files.get('/desk/a.md'), FIXED);
    assert.equal(files.get('/desk/entities/p.yaml'), FILES['entities/p.yaml'].replace('alias:', 'aliases:'));
    assert.equal(files.get('/desk/b.md'), FILES['b.md']);
    assert.match(stderr, /^concord: 3 findings fixed in 2 files\n$/);
    assert.doesNotMatch(stdout, /unknown-key/);
    assert.match(stdout, /b\.md:2:17: error\[unresolved-entity\]/);
    assert.equal(code, 1);
    const again = await concord(['check', '--fix'], { files: Object.fromEntries(files) });
    assert.equal(again.stderr, 'concord: nothing fixed\n');
    assert.deepEqual(again.files, files);
  });

  it('fixes the findings in the paths alone', async () => {
    const { files, code } = await concord(['check', '--fix', 'a.md'], { files: FILES });
    assert.equal(files.get('/desk/a.md'), FIXED);
    assert.equal(files.get('/desk/entities/p.yaml'), FILES['entities/p.yaml']);
    assert.equal(code, 0);
  });

  it('--unsafe makes the others too, new records in one file, and leaves what is a choice', async () => {
    const { files, stderr } = await concord(['check', '--fix', '--unsafe', 'b.md'], { files: FILES });
    const records = files.get('/desk/entities/p.yaml')!;
    assert.match(records, /^ada: .*\nnobody: \{type: person.*\nsomebody: \{type: person.*\n$/);
    assert.equal(records.match(/^nobody:/gm)?.length, 1);
    assert.match(stderr, /^concord: 2 findings fixed in 1 file\n/);
    const twice = {
      ...FILES,
      'c.md': '---\nentities: [ada]\nclaims:\n  - {quote: Ada, subject: ada, property: said, value: x}\n---\nAda Ada\n',
    };
    const left = await concord(['check', '--fix', '--unsafe', 'c.md'], { files: twice });
    assert.match(left.stderr, /left to choose: 1 finding that can be mended in several ways/);
    assert.equal(left.files.get('/desk/c.md'), twice['c.md']);
  });

  it('creates a file that a fix needs', async () => {
    const files = { 'concord.yaml': 'version: 1\n', 'b.md': FILES['b.md'] };
    const made = await concord(['check', '--fix', '--unsafe'], { files });
    assert.match([...made.files.keys()].join(), /entities\/\w+\.yaml/);
    const report = await concord(['check', '--format', 'concise'], { files: Object.fromEntries(made.files) });
    assert.doesNotMatch(report.stdout, /unresolved-entity/);
  });

  it('--diff shows it, writes nothing, and fails where there is something', async () => {
    const { code, stdout, stderr, files } = await concord(['check', '--diff', 'entities'], { files: FILES });
    assert.equal(
      stdout,
      '--- a/entities/p.yaml\n+++ b/entities/p.yaml\n@@ -1,1 +1,1 @@\n-ada: {type: person, name: Ada, alias: [Lovelace]}\n+ada: {type: person, name: Ada, aliases: [Lovelace]}\n',
    );
    assert.deepEqual([code, stderr], [1, 'concord: 1 finding would be fixed in 1 file\n']);
    assert.equal(files.get('/desk/entities/p.yaml'), FILES['entities/p.yaml']);
    const none = await concord(['check', '--diff', 'b.md'], { files: FILES });
    assert.deepEqual([none.code, none.stdout, none.stderr], [0, '', 'concord: nothing would be fixed\n']);
  });

  it('writes nothing at all where a file has changed meanwhile, or cannot be written', async () => {
    const { code, stdout, stderr, files } = await concord(['check', '--fix'], { files: FILES, changing: true });
    assert.deepEqual([code, stdout], [2, '']);
    assert.equal(
      stderr,
      'concord: nothing has been fixed, because of a change meanwhile in a.md, entities/p.yaml; run it again\n',
    );
    for (const [path, text] of Object.entries(FILES)) assert.equal(files.get(`/desk/${path}`), text);
    const closed = await concord(['check', '--fix'], { files: FILES, readOnly: true });
    assert.equal(closed.code, 2);
    assert.match(closed.stderr, /^concord: \/desk\/a\.md: the system says EACCES\n$/);
  });

  it('does nothing to a corpus whose settings cannot be read', async () => {
    const files = { ...FILES, 'concord.yaml': 'version: [\n' };
    const { code, files: after } = await concord(['check', '--fix'], { files });
    assert.equal(code, 1);
    assert.deepEqual(Object.fromEntries([...after].map(([path, text]) => [path.slice(6), text])), files);
  });

  it('never touches a body, leaves nothing worse to read, and is done the second time', async function () {
    this.timeout(120_000);
    const cases = ['structure', 'consistency'].flatMap((folder) => casesIn(join(__dirname, '../quality', folder)));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...cases), fc.boolean(), fc.boolean(), async ({ source }, unsafe, crlf) => {
        const ends = (text: string) => (crlf ? text.replaceAll('\n', '\r\n') : text);
        const files = Object.fromEntries([...parseFixture(source).files].map(([path, text]) => [path, ends(text)]));
        const all = { 'concord.yaml': ends('version: 1\n'), ...files };
        const args = ['check', '--fix', ...(unsafe ? ['--unsafe'] : []), '--format', 'json'];
        const before = JSON.parse((await concord(['check', '--format', 'json'], { files: all })).stdout);
        const { stdout, stderr, files: after } = await concord(args, { files: all });
        const count = (report: { readonly findings: readonly { readonly code: string }[] }) =>
          report.findings.filter(({ code }) => code === 'invalid-yaml').length;
        assert.ok(count(JSON.parse(stdout)) <= count(before));
        for (const [path, text] of Object.entries(all)) {
          const made = after.get(`/desk/${path}`)!;
          if (crlf) assert.doesNotMatch(made, /(?<!\r)\n/, path);
          if (/\.ya?ml$/.test(path) || parseDocument(path, text).problems.some((one) => one.variant === 'fence'))
            continue;
          const bodyOf = (one: string) => one.slice(parseDocument(path, one).body.start);
          assert.equal(bodyOf(made), bodyOf(text), path);
        }
        if (/there is more to fix/.test(stderr)) return;
        const again = await concord(args, { files: Object.fromEntries(after) });
        assert.deepEqual(Object.fromEntries(again.files), Object.fromEntries(after));
      }),
      { numRuns: 150 },
    );
  });
});

describe('concord check --stdin-filename', () => {
  const input = A;

  it('checks the text as if it stood there, held against the corpus', async () => {
    const { code, stdout, stderr, files } = await concord(
      ['check', '-', '--stdin-filename', 'documents/new.md', '--format', 'concise'],
      { files: FILES, input },
    );
    assert.match(
      stdout,
      /^documents\/new\.md:3:1: error\[unknown-key\]|^documents\/new\.md:3:1: warning\[unknown-key\]/,
    );
    assert.doesNotMatch(stdout, /^[ab]\.md/m);
    assert.deepEqual([code, stderr], [0, '']);
    assert.equal(files.size, Object.keys(FILES).length);
    const there = await concord(['check', '--stdin-filename', 'b.md'], {
      files: FILES,
      input: '---\nentities: [ada]\n---\nAda.\n',
    });
    assert.equal(there.code, 0);
    assert.match(there.stdout, /^No findings/);
  });

  it('--fix prints the text, mended, and reports beside it', async () => {
    const { code, stdout, stderr, files } = await concord(
      ['check', '--fix', '--stdin-filename', 'a.md', '--format', 'concise'],
      {
        files: FILES,
        input,
      },
    );
    assert.equal(stdout, FIXED);
    assert.deepEqual([code, stderr], [0, 'concord: 2 findings fixed in 1 file\n']);
    assert.equal(files.get('/desk/a.md'), FILES['a.md']);
    const sound = '---\nentities: [ada]\n---\nAda.';
    const same = await concord(['check', '--fix', '--stdin-filename', 'a.md'], { files: FILES, input: sound });
    assert.equal(same.stdout, sound);
    assert.match(same.stderr, /No findings/);
  });

  it('makes no fix that changes another file', async () => {
    const { stdout, files } = await concord(['check', '--fix', '--unsafe', '--stdin-filename', 'b.md'], {
      files: FILES,
      input: FILES['b.md'],
    });
    assert.equal(stdout, FILES['b.md']);
    assert.equal(files.get('/desk/entities/p.yaml'), FILES['entities/p.yaml']);
  });

  it('--diff shows what would change', async () => {
    const { code, stdout } = await concord(['check', '--diff', '--stdin-filename', 'a.md'], { files: FILES, input });
    assert.equal(code, 1);
    assert.match(stdout, /^--- a\/a\.md\n\+\+\+ b\/a\.md\n/);
  });

  it('says what cannot be', async () => {
    const refused = async (argv: string[], machine: object, message: RegExp) => {
      const { code, stdout, stderr } = await concord(['check', ...argv], { files: FILES, ...machine });
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, message);
    };
    await refused(
      ['--stdin-filename', 'a.md'],
      { input: Uint8Array.of(0xff) },
      /^concord: standard input is not UTF-8 text\n$/,
    );
    await refused(['--stdin-filename', 'entities'], {}, /^concord: entities is no file\n$/);
    const { code, stderr } = await concord(['check', '--stdin-filename', 'x.csv'], { files: FILES, input: 'a' });
    assert.equal(code, 0);
    assert.match(stderr, /not checked, because no corpus has it as document or record: x\.csv/);
  });
});

describe('concord check --fix on a disk', () => {
  let program: Program;
  before(async function () {
    this.timeout(60_000);
    program = await Program.build();
  });
  after(() => program.remove());

  it('writes in one step, through links, and keeps modes whatever the mask', async function () {
    this.timeout(60_000);
    const folder = folderOf(FILES);
    try {
      chmodSync(join(folder, 'a.md'), 0o666);
      chmodSync(join(folder, 'entities/p.yaml'), 0o640);
      symlinkSync('a.md', join(folder, 'link.md'));
      const { stderr } = await program.run(['check', '--fix'], folder);
      assert.match(stderr, /^concord: 3 findings fixed in 2 files\n/);
      assert.equal(readFileSync(join(folder, 'a.md'), 'utf8'), FIXED);
      assert.equal(statSync(join(folder, 'a.md')).mode & 0o777, 0o666);
      assert.equal(statSync(join(folder, 'entities/p.yaml')).mode & 0o777, 0o640);
      assert.ok(lstatSync(join(folder, 'link.md')).isSymbolicLink());
      const left = readdirSync(folder, { recursive: true }) as string[];
      assert.ok(!left.some((name) => name.includes('concord.') && name !== 'concord.yaml'), left.join());
    } finally {
      remove(folder);
    }
  });

  it('leaves all files as they are where one cannot be written', async function () {
    if (process.getuid?.() === 0) this.skip();
    const folder = folderOf(FILES);
    try {
      chmodSync(join(folder, 'entities'), 0o555);
      const { code, stderr } = await program.run(['check', '--fix'], folder);
      assert.equal(code, 2);
      assert.match(stderr, /EACCES/);
      assert.equal(readFileSync(join(folder, 'a.md'), 'utf8'), A);
    } finally {
      chmodSync(join(folder, 'entities'), 0o755);
      remove(folder);
    }
  });

  it('mends a text on its way through', async function () {
    this.timeout(60_000);
    const folder = folderOf(FILES);
    try {
      const child = program.start(['check', '--fix', '--stdin-filename', 'new.md'], folder);
      let stdout = '';
      child.stdout!.setEncoding('utf8').on('data', (text) => {
        stdout += text;
      });
      child.stdin!.end(A);
      assert.equal(await new Promise((done) => child.once('close', done)), 0);
      assert.equal(stdout, FIXED);
      assert.deepEqual(readdirSync(folder).sort(), ['a.md', 'b.md', 'concord.yaml', 'entities']);
    } finally {
      remove(folder);
    }
  });
});
