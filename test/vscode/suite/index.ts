// Owns how mocha runs inside the extension host; must not know what is tested.
import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { format, stripVTControlCharacters } from 'node:util';
import Mocha from 'mocha';
import Tally from '../harness/tally';

/**
 * What VS Code calls: runs the suites beside this file and rejects unless all pass. The report goes to the file that
 * TEST_REPORT names, because in the extension host's own output it would drown.
 */
export async function run(): Promise<void> {
  const report = process.env.TEST_REPORT;
  if (report) {
    Mocha.reporters.Base.consoleLog = (...parts) =>
      appendFileSync(report, `${stripVTControlCharacters(format(...parts))}\n`);
  }
  const mocha = new Mocha({ ui: 'bdd', reporter: Tally, timeout: 30_000, grep: process.env.TEST_GREP });
  const suites = readdirSync(__dirname).filter((name) => name.endsWith('.test.js'));
  for (const name of suites.sort()) mocha.addFile(join(__dirname, name));
  await new Promise<void>((done, fail) => {
    mocha.run((failures) => (failures > 0 ? fail(new Error(`${failures} failed`)) : done()));
  });
}
