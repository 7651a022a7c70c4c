// Owns `npm test`: makes the checkout ready, runs every check of the project, sums the tests. Runs on plain Node and npm.
// Must not know what is tested.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { main, temporaryFolder } from './vscode/harness/cleanup.mjs';
import { installDependencies, npmCommand, root, run, tool } from './vscode/harness/project.mjs';

const tally = join(temporaryFolder().folder, 'tally.jsonl');
const reporter = join(root, 'test/vscode/harness/tally.ts');
const windowTests = join(root, 'test/vscode/window/.mocharc.json');
const failed = [];

await main(async () => {
  await installDependencies();
  await step('types', tool('tsc'), ['--noEmit']);
  await step('lint', tool('biome'), ['check', '--error-on-warnings', '.']);
  if (await step('build', npmCommand, ['run', '--silent', 'build', '--', '--log-level=warning'])) {
    // First, since they bring VS Code, whose grammars some unit tests hold ours against.
    // Both at a time, since they wait more than they work.
    const suite = [process.execPath, join(root, 'test/vscode/run.mjs')];
    await Promise.all([
      step('tests in VS Code', suite, [], { quiet: true }),
      step('tests in VS Code in a browser', suite, ['--web'], { quiet: true }),
    ]);
    await step('tests of the window', tool('mocha'), ['--config', windowTests, '--reporter', reporter]);
  }
  await step('unit tests', tool('mocha'), ['--reporter', reporter]);

  const { passes, failures, told } = sum(existsSync(tally) ? readFileSync(tally, 'utf8') : '');
  if (passes + failures === 0) fail('tests', 'none ran');
  // Once more at the end, where those who read only the end of a log look.
  for (const failure of told) console.log(`\n✘ ${failure}`);
  if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`);
  console.log(`\n${passes} passed, ${failures} failed`);
  return failed.length > 0 || failures > 0 ? 1 : 0;
});

/** Goes on after a failure: one run should tell all there is to mend. */
async function step(name, command, args, { quiet = false } = {}) {
  const start = performance.now();
  console.log(`\n— ${name}`);
  const { code, output } = await run(command, args, { env: { TEST_TALLY: tally }, quiet });
  if (quiet) console.log(`\n— ${name}:\n${output}`);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (code === 0) console.log(`— ${name}: done in ${seconds} s`);
  else fail(name, `exit code ${code} after ${seconds} s`);
  return code === 0;
}

function fail(name, why) {
  failed.push(name);
  console.log(`— ${name} FAILED: ${why}`);
}

function sum(lines) {
  const total = { passes: 0, failures: 0, told: [] };
  for (const line of lines.split('\n').filter(Boolean)) {
    const run = JSON.parse(line);
    total.passes += run.passes;
    total.failures += run.failures;
    total.told.push(...run.failed);
  }
  return total;
}
