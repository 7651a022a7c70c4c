// Owns the end-to-end tests (npm run test:e2e): test/vscode/suite inside the extension host, on the built extension.
// `-- --web` runs them in the extension host of a browser, with those of test/vscode/web; `-- --grep text` those with the
// text in their name. Must not know how VS Code is found or started.
import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { main, temporaryFolder } from './harness/cleanup.mjs';
import { runInExtensionHost } from './harness/extensionHost.mjs';
import { root } from './harness/project.mjs';
import { runInWebHost } from './harness/webHost.mjs';

const { values } = parseArgs({
  options: { grep: { type: 'string', default: '' }, web: { type: 'boolean', default: false } },
});
const folder = join(root, 'test/vscode/corpus');
const none = 'No test ran. VERBOSE=1 shows what VS Code says.';

/** Its browser build is a script that would take our exports for its own. */
const mochaAsScript = {
  name: 'mocha-as-script',
  setup({ onLoad }) {
    onLoad({ filter: /node_modules[\\/]mocha[\\/]mocha\.js$/ }, async ({ path }) => ({
      contents: `var module, exports, define;\n${await readFile(path, 'utf8')}`,
    }));
  },
};

const noNode = {
  name: 'no-node',
  setup({ onResolve }) {
    onResolve({ filter: /^node:assert\/strict$/ }, () => ({ path: join(root, 'test/vscode/web/assert.ts') }));
    onResolve({ filter: /^node:/ }, ({ path, importer }) => ({
      errors: [
        {
          text: `${importer} needs ${path}, which a browser lacks. test/vscode/suite/extension.ts has files for both; what makes sense on Node alone is a *.node.test.ts that says why.`,
        },
      ],
    }));
  },
};

await main(values.web ? inBrowser : onNode);

async function onNode() {
  const report = join(temporaryFolder().folder, 'report.txt');
  const passed = await runInExtensionHost({
    extension: root,
    tests: await bundle(),
    folder,
    env: { TEST_REPORT: report, TEST_GREP: values.grep },
  });
  const ran = existsSync(report);
  console.log(ran ? readFileSync(report, 'utf8') : none);
  return passed && ran ? 0 : 1;
}

async function inBrowser() {
  const suites = readdirSync(join(root, 'test/vscode/suite')).filter((name) => name.endsWith('.test.ts'));
  const onlyOnNode = suites.filter((name) => name.endsWith('.node.test.ts'));
  const { passed, report } = await runInWebHost({
    tests: await bundleForBrowser(suites.filter((name) => !onlyOnNode.includes(name)).sort()),
    folder,
  });
  console.log(report?.text ?? none);
  console.log(`Not in a browser, since they need Node (each says why): ${onlyOnNode.join(', ')}`);
  if (report && process.env.TEST_TALLY) appendFileSync(process.env.TEST_TALLY, `${JSON.stringify(report.tally)}\n`);
  return passed && report ? 0 : 1;
}

/** Mocha stays outside the bundles, so that all of them talk to the same one. */
async function bundle() {
  const { build } = await import('esbuild');
  const folder = join(root, 'dist/test/vscode');
  rmSync(folder, { recursive: true, force: true });
  await build({
    entryPoints: [join(root, 'test/vscode/suite/*.ts')],
    outdir: folder,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return join(folder, 'index.js');
}

/** One script with mocha in it: a worker loads no other. */
async function bundleForBrowser(suites) {
  const { build } = await import('esbuild');
  const outfile = join(root, 'dist/test/web/index.js');
  const own = readdirSync(join(root, 'test/vscode/web')).filter((name) => name.endsWith('.test.ts'));
  const tests = [...suites.map((name) => `./suite/${name}`), ...own.sort().map((name) => `./web/${name}`)];
  await build({
    stdin: {
      contents: ['./web/setup.ts', ...tests]
        .map((path) => `import '${path}';`)
        .concat("export { run } from './web/index.ts';")
        .join('\n'),
      resolveDir: join(root, 'test/vscode'),
    },
    outfile,
    bundle: true,
    platform: 'browser',
    target: 'es2022',
    format: 'cjs',
    sourcemap: 'inline',
    external: ['vscode'],
    define: { TEST_GREP: JSON.stringify(values.grep) },
    plugins: [mochaAsScript, noNode],
    logLevel: 'warning',
  });
  return outfile;
}
