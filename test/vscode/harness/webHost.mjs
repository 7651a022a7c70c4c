// Owns one test run in the extension host of a browser: a web worker, without Node and without a disk. Must not know what is
// tested.
import { join } from 'node:path';
import { openPage } from './browser.mjs';
import { root } from './project.mjs';
import { startServer } from './server.mjs';
import { reproducible } from './settings.mjs';
import { openWeb, textsIn } from './web.mjs';

const limit = Number(process.env.TEST_LIMIT_SECONDS ?? 300);
const verbose = Boolean(process.env.VERBOSE);

/**
 * Runs tests in a window with two roots: what `folder` holds, as `virtual:/workspace`, and the same for reading only, as
 * `sealed:/archive`.
 * @param {object} options
 * @param {string} options.tests a script that exports `run(): Promise<void>` and posts its report to `/report`
 * @param {string} options.folder
 * @returns {Promise<{passed: boolean, report?: {text: string, tally: object}}>} no report where no test ran
 */
export async function runInWebHost({ tests, folder }) {
  const server = await startServer({ args: ['--enable-remote-auto-shutdown'], verbose });
  const { page, close } = await openPage();
  let report;
  const result = new Promise((done) => {
    const giveUp = (why) => done({ code: 1, why: `${why}\n${server.log()}` });
    page.exposeFunction('codeAutomationLog', (type, args = []) => verbose && console.log(type, ...args));
    page.exposeFunction('codeAutomationExit', (code) => done({ code }));
    page.once('crash', () => giveUp('The page crashed.'));
    if (verbose) {
      page.on('console', (message) => console.error(`[page] ${message.text()}`));
      page.on('pageerror', (error) => console.error(`[page] ${error.stack}`));
    }
    server.ended.then((code) => giveUp(`VS Code's server ended with exit code ${code}.`));
    setTimeout(() => giveUp(`No result in ${limit} seconds.`), limit * 1000).unref();
  });
  await page.context().route('**/report', async (route) => {
    report = route.request().postDataJSON();
    await route.fulfill({ status: 204 });
  });
  await openWeb({
    page,
    server,
    tests,
    files: {
      virtual: textsIn(folder, '/workspace'),
      sealed: textsIn(folder, '/archive'),
    },
    folder: 'virtual:/workspace',
    another: 'sealed:/archive',
    settings: reproducible,
  });
  const { code, why } = await result;
  if (why) console.error(why);
  if (process.env.TEST_PICTURE) await page.screenshot({ path: join(root, process.env.TEST_PICTURE) });
  await close();
  await server.stop();
  return { passed: code === 0, report };
}
