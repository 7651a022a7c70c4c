/** The bundles of the extension and its server: what those for browsers may need, and that Node shares them. */

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { bundleExtension } from '../server/build.mjs';

describe('the bundles', function () {
  this.timeout(60_000);
  let folder: string;
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'concord-bundles-'));
    await bundleExtension({ outdir: folder, sourcemap: false });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** The modules that a script asks for by their names. */
  const required = (path: string) => [
    ...new Set([...read(path).matchAll(/\b(?:require|import)\(\s*["'`]([^"'`]+)["'`]\s*\)/g)].map(([, name]) => name!)),
  ];

  it('for browsers need nothing of Node', () => {
    assert.deepEqual(required('client/src/extension.web.js'), ['vscode']);
    assert.deepEqual(required('server/src/browser.js'), []);
    for (const path of ['client/src/extension.web.js', 'server/src/browser.js']) {
      assert.doesNotMatch(read(path), /["'`]node:/, path);
    }
  });

  it('for Node need only Node and those for browsers', () => {
    for (const [path, other] of [
      ['client/src/extension.js', './extension.web.js'],
      ['server/src/node.js', './browser.js'],
    ] as const) {
      const rest = required(path).filter((name) => !builtinModules.includes(name.replace(/^node:/, '')));
      assert.deepEqual(
        rest.filter((name) => name !== 'vscode'),
        [other],
      );
      assert.ok(statSync(join(folder, path)).size < 80_000, `${path} has what the other has`);
    }
  });

  it('of the server answers in a worker, and starts nothing elsewhere', async () => {
    const script = read('server/src/browser.js');
    const bare = { module: { exports: {} as object }, TextDecoder, TextEncoder, performance, setTimeout, clearTimeout };
    runInNewContext(script, bare);
    assert.ok(Object.keys(bare.module.exports).length > 0);

    const said: { readonly id?: number; readonly result?: { readonly serverInfo?: { readonly name?: string } } }[] = [];
    let hear: ((event: { readonly data: object }) => void) | undefined;
    const worker = {
      ...{ TextDecoder, TextEncoder, MessageChannel, performance, setTimeout, clearTimeout, URL },
      console,
      WorkerGlobalScope: Object,
      addEventListener: (type: string, listener: typeof hear) => {
        if (type === 'message') hear = listener;
      },
      set onmessage(listener: typeof hear) {
        hear = listener;
      },
      postMessage: (message: (typeof said)[number]) => said.push(message),
    };
    runInNewContext(script, { ...worker, self: worker });
    const params = { processId: null, rootUri: null, capabilities: {} };
    hear?.({ data: { jsonrpc: '2.0', id: 1, method: 'initialize', params } });
    const end = Date.now() + 5_000;
    while (!said.some(({ id }) => id === 1) && Date.now() < end) await new Promise((done) => setTimeout(done, 10));
    assert.equal(said.find(({ id }) => id === 1)?.result?.serverInfo?.name, 'Concord');
  });
});
