/** The package as it is published: made by `npm pack`, installed into an empty folder without a network, and run there. */

import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT, folderOf, remove, temporaryFolder } from './program.ts';

/** npm without what an outer npm says about itself. */
const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_|^INIT_CWD$/.test(name)));
const npm = (args: readonly string[], cwd: string): string =>
  execFileSync('npm', args, { cwd, env: clean, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

describe('the package of the command line', function () {
  this.timeout(120_000);
  let folder: string;
  let packed: Packed;
  let command: string;

  before(() => {
    folder = temporaryFolder();
    const [one] = JSON.parse(npm(['pack', '--json', '--pack-destination', folder], CHECKOUT).replace(/^[^[]*/, ''));
    packed = one;
    writeFileSync(join(folder, 'package.json'), '{"private": true}\n');
    const offline = ['--offline', '--no-audit', '--no-fund', '--cache', join(folder, 'cache')];
    npm(['install', ...offline, `./${packed.filename}`], folder);
    command = join(folder, 'node_modules/.bin/concord');
  });
  after(() => remove(folder));

  const run = (args: readonly string[], cwd: string, input = '') => {
    const { status, stdout, stderr } = spawnSync(command, args, { cwd, input, encoding: 'utf8' });
    return { status, stdout, stderr };
  };

  it('holds what it needs and nothing else', () => {
    assert.deepEqual(packed.files.map(({ path }) => path).sort(), [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'THIRD-PARTY-NOTICES.txt',
      'dist/client/webviews/report/main.css',
      'dist/client/webviews/report/main.js',
      'dist/server/pages.json',
      'dist/server/sbom.cdx.json',
      'dist/server/src/browser.js',
      'dist/server/src/cli.js',
      'dist/server/src/html.js',
      'dist/server/src/mcp.js',
      'dist/server/src/node.js',
      'package.json',
      'schemas/concord.schema.json',
    ]);
    const size = packed.files.reduce((sum, one) => sum + one.size, 0);
    assert.ok(size < 3_600_000, `${size} bytes`);
  });

  it('depends on no other package', () => {
    const installed = readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'));
    assert.deepEqual(installed, ['concord-annotations']);
    const { dependencies, bin } = JSON.parse(
      readFileSync(join(folder, 'node_modules/concord-annotations/package.json'), 'utf8'),
    );
    assert.deepEqual([dependencies, bin], [undefined, { concord: 'dist/server/src/cli.js' }]);
  });

  it('creates a corpus, checks it, mends it and explains', () => {
    const corpus = folderOf({});
    try {
      assert.equal(run(['init'], corpus).status, 0);
      const sound = run(['check'], corpus);
      assert.deepEqual([sound.status, sound.stderr], [0, '']);
      assert.match(sound.stdout, /^No findings \(1 document, 1 entity, 1 claim/);
      const path = join(corpus, 'documents/first.md');
      const text = readFileSync(path, 'utf8');
      writeFileSync(path, text.replace('property:', 'proprety:'));
      assert.match(run(['check', '--fix'], corpus).stderr, /^concord: 1 finding fixed in 1 file\n$/);
      assert.equal(readFileSync(path, 'utf8'), text);
      assert.match(run(['explain', 'tension'], corpus).stdout, /^# tension\n/);
      writeFileSync(path, text.replace('1815-12-10', '1816-12-10'));
      const log = JSON.parse(run(['check', '--format', 'sarif'], corpus).stdout);
      assert.match(log.runs[0].tool.driver.rules[0].help.markdown, /^# [a-z-]+\n/);
      assert.match(run(['list', 'claims', '--format', 'csv'], corpus).stdout, /documents\/first\.md,/);
      const page = '<html><head><title>A page</title></head><body><p>Ada went home.</p></body></html>';
      assert.equal(run(['import', '-', '--yes', '--lang', 'en'], corpus, page).status, 0);
    } finally {
      remove(corpus);
    }
  });

  it('is a language server', async () => {
    const server = spawn(command, ['lsp', '--stdio'], { cwd: folder });
    let stdout = '';
    const answered = new Promise<void>((done) => {
      server.stdout.setEncoding('utf8').on('data', (text) => {
        stdout += text;
        if (stdout.includes('"id":1')) done();
      });
    });
    const send = (message: object) => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    };
    send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    await answered;
    assert.match(stdout, /"hoverProvider"/);
    send({ id: 2, method: 'shutdown' });
    send({ method: 'exit' });
    assert.equal(await new Promise((done) => server.once('close', done)), 0);
  });

  it('is a server for assistants', () => {
    assert.equal(run(['init', 'served'], folder).status, 0);
    const ask = (id: number, method: string, params: object) =>
      `${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`;
    const clientInfo = { name: 'test', version: '1' };
    const asked = [
      ask(1, 'initialize', { protocolVersion: '2025-06-18', capabilities: {}, clientInfo }),
      `${JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' })}\n`,
      ask(2, 'tools/list', {}),
      ask(3, 'tools/call', { name: 'explain_check', arguments: { code: 'tension' } }),
      ask(4, 'tools/call', { name: 'find_claims', arguments: { limit: '1' } }),
      ask(5, 'tools/call', { name: 'find_claims', arguments: {} }),
    ];
    const { status, stdout, stderr } = run(['mcp', 'served'], folder, asked.join(''));
    assert.deepEqual([status, stderr], [0, '']);
    const results = new Map(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line))
        .map(({ id, result }) => [id, result]),
    );
    assert.ok(results.get(2).tools.every((tool: { outputSchema?: object }) => tool.outputSchema));
    assert.match(results.get(3).content[0].text, /^# tension/);
    assert.match(results.get(4).content[0].text, /expected number/);
    assert.equal(results.get(5).structuredContent.total, 1);
  });

  it('starts within 80 ms more than Node itself takes', () => {
    const empty = join(folder, 'empty.js');
    const corpus = join(folder, 'corpus');
    writeFileSync(empty, '');
    assert.equal(run(['init', 'corpus'], folder).status, 0);
    const script = join(folder, 'node_modules/concord-annotations/dist/server/src/cli.js');
    assert.ok(existsSync(script));
    // What else the machine does only ever adds: the least of several is nearest to the truth.
    const least = (args: readonly string[]) =>
      Math.min(
        ...Array.from({ length: 12 }, () => {
          const start = performance.now();
          spawnSync(process.execPath, args, { cwd: corpus });
          return performance.now() - start;
        }),
      );
    for (const args of [['--version'], ['help', 'check']]) {
      let over = Number.POSITIVE_INFINITY;
      for (let tries = 0; over >= 80 && tries < 4; tries++) over = least([script, ...args]) - least([empty]);
      assert.ok(over < 80, `${args.join(' ')}: ${over.toFixed(0)} ms`);
    }
  });
});
