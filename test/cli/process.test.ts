import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { parsed } from './memory.ts';
import { CHECKOUT, folderOf, Program, remove, write } from './program.ts';

const SETTINGS = { 'concord.yaml': 'version: 1\n' };
const PEOPLE = { 'entities/p.yaml': 'ada: {type: person, name: Ada}\n' };
const BROKEN = '---\nentities: [nobody]\n---\nx\n';

describe('concord as a process', function () {
  this.timeout(60_000);
  let program: Program;
  const folders: string[] = [];
  const folder = (files: Readonly<Record<string, string | Uint8Array>>): string => {
    const made = folderOf(files);
    folders.push(made);
    return made;
  };
  const check = async (cwd: string, ...args: string[]) => {
    const run = await program.run(['check', '--format', 'json', ...args], cwd);
    assert.notEqual(run.code, 2, run.stderr);
    return { ...run, ...parsed(run) };
  };
  const places = (report: { findings: { file: string; code: string }[] }) =>
    report.findings.map(({ file, code }) => `${file} ${code}`);

  before(async () => {
    program = await Program.build();
  });
  after(() => {
    program?.remove();
    for (const made of folders) remove(made);
  });

  it('begins with the line that makes it a command', () => {
    assert.ok(readFileSync(program.script, 'utf8').startsWith('#!/usr/bin/env node\n'));
  });

  it('tells its version and its help', async () => {
    const { version } = JSON.parse(readFileSync(join(CHECKOUT, 'package.json'), 'utf8'));
    assert.deepEqual(await program.run(['--version'], CHECKOUT), {
      code: 0,
      stdout: `concord ${version}\n`,
      stderr: '',
    });
    const { code, stdout } = await program.run(['check', '--help'], CHECKOUT);
    assert.equal(code, 0);
    assert.match(stdout, /Usage: concord check/);
  });

  it('exits 2 with one line for what it does not know', async () => {
    const run = await program.run(['check', '--fromat', 'json'], CHECKOUT);
    assert.deepEqual(run, {
      code: 2,
      stdout: '',
      stderr: 'concord: there is no option "--fromat"; did you mean --format?\n',
    });
  });

  it('checks the example corpus', async () => {
    const example = folder({});
    cpSync(join(CHECKOUT, 'client/example'), example, { recursive: true });
    const { code, corpora, findings } = await check(example);
    assert.equal(code, 1);
    assert.equal(corpora.length, 1);
    assert.ok(corpora[0].documents >= 14 && corpora[0].mentions > 100);
    assert.ok(findings.some((finding: { code: string }) => finding.code === 'unresolved-entity'));
    assert.ok(findings.every(({ file }: { file: string }) => existsSync(join(example, file))));
  });

  it('starts a corpus that has no finding', async () => {
    const cwd = folder({});
    assert.equal((await program.run(['init', 'new'], cwd)).code, 0);
    const { code, corpora, findings } = await check(join(cwd, 'new'));
    assert.deepEqual([code, corpora.length, findings], [0, 1, []]);
    assert.equal((await program.run(['init', 'new'], cwd)).code, 2);
  });

  it('reports files that are no UTF-8, and reads the rest', async () => {
    const cwd = folder({
      ...SETTINGS,
      ...PEOPLE,
      'latin.md': Uint8Array.of(0x2d, 0x2d, 0x2d, 0x0a, 0xe9, 0x0a),
      'entities/latin.yaml': Uint8Array.of(0xff, 0xfe),
      'b.md': BROKEN,
    });
    const report = await check(cwd);
    assert.deepEqual(places(report), [
      'b.md unresolved-entity',
      'entities/latin.yaml invalid-yaml',
      'latin.md invalid-yaml',
    ]);
    const [, , { message, ...latin }] = report.findings;
    assert.match(message, /UTF-8/);
    const origin = { line: 0, character: 0 };
    assert.deepEqual(latin, {
      file: 'latin.md',
      range: { start: origin, end: origin },
      code: 'invalid-yaml',
      severity: 'error',
      claim: null,
      entity: null,
      related: [],
      fixable: false,
      accepted: null,
    });
    const { stdout } = await program.run(['check', 'latin.md'], cwd);
    assert.match(stdout, /^error\[invalid-yaml\]: [^\n]*\n *--> latin\.md:1:1\n\n1 error/);
  });

  it('reports a concord.yaml that is no UTF-8, and nothing else', async () => {
    const cwd = folder({ 'concord.yaml': Uint8Array.of(0xff), 'b.md': BROKEN });
    const report = await check(cwd, 'b.md');
    assert.equal(report.code, 1);
    assert.deepEqual(places(report), ['concord.yaml invalid-yaml']);
  });

  it('passes over what is no regular file, and follows links inside the root only, each folder once', async () => {
    const outside = folder({ 'secret.md': BROKEN, 'more/secret.md': BROKEN });
    const cwd = folder({ ...SETTINGS, 'texts/a.md': BROKEN });
    mkdirSync(join(cwd, 'folder.md'));
    mkdirSync(join(cwd, 'folder.txt/concord.yaml'), { recursive: true });
    execFileSync('mkfifo', [join(cwd, 'pipe.md')]);
    symlinkSync('nowhere', join(cwd, 'dangling.md'));
    symlinkSync('.', join(cwd, 'texts/loop'));
    symlinkSync('..', join(cwd, 'texts/up'));
    symlinkSync('self.md', join(cwd, 'self.md'));
    symlinkSync(join(outside, 'secret.md'), join(cwd, 'out.md'));
    symlinkSync(join(outside, 'more'), join(cwd, 'more'));
    const report = await check(cwd);
    assert.deepEqual(places(report), ['texts/a.md unresolved-entity']);
    assert.equal(report.corpora[0].documents, 1);
    for (const path of ['dangling.md', 'self.md', 'texts/a.md/b']) {
      const { code, stderr } = await program.run(['check', path], cwd);
      assert.deepEqual([code, stderr], [2, `concord: ${path} does not exist\n`]);
    }
    for (const path of ['pipe.md', 'out.md']) {
      const { code, stderr } = await program.run(['check', path], cwd);
      assert.equal(code, 0);
      assert.match(stderr, /^concord: not checked[^\n]*: \S+\n$/);
    }
  });

  it('finds a corpus by way of a link', async () => {
    const cwd = folder({ 'real/concord.yaml': 'version: 1\n', 'real/texts/a.md': BROKEN, 'real/b.md': BROKEN });
    const links = folder({});
    symlinkSync(join(cwd, 'real'), join(links, 'link'));
    assert.deepEqual(places(await check(links, 'link')), [
      'link/b.md unresolved-entity',
      'link/texts/a.md unresolved-entity',
    ]);
    assert.deepEqual(places(await check(links, 'link/texts')), ['link/texts/a.md unresolved-entity']);
    const both = await check(links, 'link/texts/a.md', join(cwd, 'real/b.md'));
    assert.equal(both.corpora.length, 1);
    assert.deepEqual(places(both), ['link/b.md unresolved-entity', 'link/texts/a.md unresolved-entity']);
  });

  it('finds a file under the name of a link inside the corpus', async () => {
    const cwd = folder({ ...SETTINGS, 'texts/a.md': BROKEN });
    symlinkSync('texts', join(cwd, 'z'));
    const report = await check(cwd, 'z/a.md');
    assert.equal(report.findings.length, 1);
    assert.equal(report.stderr, '');
  });

  it('leaves alone what .gitignore names', async () => {
    const cwd = folder({ ...SETTINGS, '.gitignore': 'drafts/\n', 'drafts/a.md': BROKEN, 'b.md': BROKEN });
    mkdirSync(join(cwd, '.git'));
    assert.deepEqual(places(await check(cwd)), ['b.md unresolved-entity']);
  });

  it('reads an empty document, and one of 5 MB', async () => {
    const sentence = 'Ada walked along the harbour and counted boats. ';
    const huge = `---\nentities: [ada, nobody]\n---\n${sentence.repeat(Math.ceil(5_000_000 / sentence.length))}\n`;
    const cwd = folder({ ...SETTINGS, ...PEOPLE, 'empty.md': '', 'huge.md': huge });
    const report = await check(cwd);
    assert.deepEqual(places(report), ['huge.md unresolved-entity']);
    assert.deepEqual(report.corpora, [
      { root: '.', documents: 1, entities: 1, claims: 0, mentions: Math.ceil(5_000_000 / sentence.length) },
    ]);
  });

  it('writes a long report into a pipe to its end', async () => {
    const entities = Array.from({ length: 2000 }, (_, i) => `nobody-${i}`).join(', ');
    const cwd = folder({ ...SETTINGS, 'a.md': `---\nentities: [${entities}]\n---\nx\n` });
    const { code, findings } = await check(cwd);
    assert.deepEqual([code, findings.length], [1, 2000]);
  });

  it('is silent when nobody reads on', async () => {
    const entities = Array.from({ length: 5000 }, (_, i) => `nobody-${i}`).join(', ');
    const cwd = folder({ ...SETTINGS, 'a.md': `---\nentities: [${entities}]\n---\nx\n` });
    const shell = spawn(
      'sh',
      ['-c', `{ "$0" "$1" check --format concise; echo "code $?" >&2; } | head -n 1`, process.execPath, program.script],
      { cwd },
    );
    let stdout = '';
    let stderr = '';
    shell.stdout.on('data', (text) => {
      stdout += text;
    });
    shell.stderr.on('data', (text) => {
      stderr += text;
    });
    await new Promise((done) => shell.once('close', done));
    assert.match(stdout, /^a\.md:2:12: error\[unresolved-entity\][^\n]*\n$/);
    assert.equal(stderr, 'code 1\n');
  });

  it('exits 2 when the report cannot be written', async function () {
    if (!existsSync('/dev/full')) this.skip();
    const cwd = folder({ ...SETTINGS, 'a.md': BROKEN });
    const shell = spawn('sh', ['-c', '"$0" "$1" check > /dev/full', process.execPath, program.script], { cwd });
    let stderr = '';
    shell.stderr.on('data', (text) => {
      stderr += text;
    });
    const code = await new Promise((done) => shell.once('close', done));
    assert.deepEqual([code, stderr], [2, 'concord: cannot write: ENOSPC\n']);
  });

  it('writes no colours into a pipe unless it is told to', async () => {
    const cwd = folder({ ...SETTINGS, 'a.md': BROKEN });
    const coloured = async (variables: Record<string, string>, ...args: string[]) =>
      (await program.run(['check', ...args], cwd, variables)).stdout.includes('\x1b[');
    assert.equal(await coloured({}), false);
    assert.equal(await coloured({ FORCE_COLOR: '1' }), true);
    assert.equal(await coloured({ FORCE_COLOR: '1' }, '--no-color'), false);
    assert.equal(await coloured({ NO_COLOR: '1' }), false);
  });

  it('checks nested corpora in one run', async () => {
    const cwd = folder({ ...SETTINGS, 'a.md': BROKEN, 'inner/concord.yaml': 'version: 1\n', 'inner/b.md': BROKEN });
    const report = await check(cwd);
    assert.deepEqual(
      report.corpora.map(({ root, documents }: { root: string; documents: number }) => [root, documents]),
      [
        ['.', 1],
        ['inner', 1],
      ],
    );
    assert.deepEqual(places(report), ['a.md unresolved-entity', 'inner/b.md unresolved-entity']);
    write(cwd, { 'inner/concord.yaml': 'version: 1\nchecks: {unresolved-entity: off}\n' });
    assert.deepEqual(places(await check(cwd)), ['a.md unresolved-entity']);
  });

  it('speaks Chinese under a Chinese locale', async () => {
    const run = await program.run(['check'], folder({ ...SETTINGS, 'a.md': BROKEN }), { LC_ALL: 'zh_CN.UTF-8' });
    assert.equal(run.code, 1);
    assert.match(run.stdout, /error\[unresolved-entity\]: 没有 ID 为“nobody”的记录/);
  });

  it('speaks the Language Server Protocol on standard output and nothing else', async () => {
    const server = program.start(['lsp', '--stdio'], folder(SETTINGS));
    let stdout = '';
    const answered = new Promise<void>((done) => {
      server.stdout!.setEncoding('utf8').on('data', (text) => {
        stdout += text;
        if (stdout.includes('"id":1')) done();
      });
    });
    const send = (message: object) => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      server.stdin!.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    };
    send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    await answered;
    assert.match(stdout, /^Content-Length: \d+\r\n\r\n\{/);
    send({ id: 2, method: 'shutdown' });
    send({ method: 'exit' });
    assert.equal(await new Promise((done) => server.once('close', done)), 0);
  });
});
