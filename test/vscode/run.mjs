// Owns the end-to-end tests (npm run test:e2e): test/vscode/suite inside the extension host, on the built extension.
// `-- --grep text` runs those with the text in their name. Must not know how VS Code is found or started.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { main, temporaryFolder } from './harness/cleanup.mjs';
import { runInExtensionHost } from './harness/extensionHost.mjs';
import { root } from './harness/project.mjs';

const { values } = parseArgs({ options: { grep: { type: 'string', default: '' } } });

await main(async () => {
  const report = join(temporaryFolder().folder, 'report.txt');
  const passed = await runInExtensionHost({
    extension: root,
    tests: await bundle(),
    folder: join(root, 'test/vscode/corpus'),
    env: { TEST_REPORT: report, TEST_GREP: values.grep },
  });
  const ran = existsSync(report);
  console.log(ran ? readFileSync(report, 'utf8') : 'No test ran. VERBOSE=1 shows what VS Code says.');
  return passed && ran ? 0 : 1;
});

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
