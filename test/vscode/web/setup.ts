// Owns mocha inside the extension host of a browser: imported before the tests, which then find what they declare with.
import 'mocha/mocha.js';
import type { Runner } from 'mocha';

declare const mocha: { setup(options: object): void; run(done: (failures: number) => void): Runner };
declare const Mocha: typeof import('mocha');
/** Put in by the bundler. */
declare const TEST_GREP: string;

const lines: string[] = [];
const failed: string[] = [];

// Mocha's own console takes away what stands at the beginning of a line.
Mocha.reporters.Base.consoleLog = (format = '', ...parts: unknown[]) => {
  lines.push(String(format).replace(/%[sd%]/g, (mark) => (mark === '%%' ? '%' : String(parts.shift()))));
};
mocha.setup({ ui: 'bdd', reporter: 'spec', timeout: 30_000, color: false, ...(TEST_GREP && { grep: TEST_GREP }) });

/** What a run has shown. */
export interface Report {
  readonly text: string;
  readonly tally: object;
}

/** Runs all tests that have been declared. */
export async function runAll(): Promise<Report & { readonly failures: number }> {
  let runner: Runner | undefined;
  const failures = await new Promise<number>((done) => {
    runner = mocha.run(done);
    runner.on('fail', (test, error) => failed.push(`${test.fullTitle()} (web)\n${error.stack ?? error.message}`));
  });
  const { passes, pending } = runner!.stats!;
  return { failures, text: lines.join('\n'), tally: { passes, failures, pending, failed } };
}
