// A mocha reporter that also leaves its counts in a file, so that several runs can be summed; must not know which runs.
import { appendFileSync } from 'node:fs';
import Mocha from 'mocha';

/** Appends one line of JSON, `{passes, failures, pending, failed}`, to the file that TEST_TALLY names, if it does. */
export default class Tally extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options);
    const file = process.env.TEST_TALLY;
    const failed: string[] = [];
    runner.on('fail', (test, error) => {
      failed.push(`${test.fullTitle()}\n${error.stack ?? error.message}`);
    });
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats;
      if (file) appendFileSync(file, `${JSON.stringify({ passes, failures, pending, failed })}\n`);
    });
  }
}
