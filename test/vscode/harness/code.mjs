#!/usr/bin/env node
// Stands in for the desktop's `code` executable in a test run: takes the same arguments, runs the same tests in the same
// extension host, exits with their result; but the window is a page in a headless browser. Must not know what is tested.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openPage } from './browser.mjs';
import { main, temporaryFolder } from './cleanup.mjs';
import { startServer } from './server.mjs';

const limit = Number(process.env.TEST_LIMIT_SECONDS ?? 300);
const verbose = Boolean(process.env.VERBOSE);

// Not strict: the other arguments only mean something to the desktop.
const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string', multiple: true },
    extensionTestsPath: { type: 'string' },
    'user-data-dir': { type: 'string' },
    'extensions-dir': { type: 'string' },
  },
});
if (!values.extensionTestsPath) {
  console.error('--extensionTestsPath is missing: this `code` only runs tests.');
  process.exit(2);
}

// Whoever started us may be killed without a chance to tell.
const parent = process.ppid;
setInterval(() => process.ppid === parent || process.exit(1), 1000).unref();

await main(async () => {
  const server = await startServer({
    settings: readSettings(values['user-data-dir']),
    // The first makes the server heed the development arguments below; the second ends it if we are killed outright.
    args: ['--enable-smoke-test-driver', '--enable-remote-auto-shutdown'],
    verbose,
  });
  const { page, close } = await openPage();
  const result = new Promise((done) => {
    const giveUp = (code, why) => done({ code, why: `${why}\n${server.log()}` });
    // VS Code's own names for what a page under test calls. The log mixes the workbench's chatter with the tests' output.
    page.exposeFunction('codeAutomationLog', (type, args = []) => verbose && console.log(type, ...args));
    page.exposeFunction('codeAutomationExit', (code) => done({ code }));
    page.once('crash', () => giveUp(1, 'The page crashed.'));
    server.ended.then((code) => giveUp(1, `VS Code's server ended with exit code ${code}.`));
    setTimeout(() => giveUp(124, `No result in ${limit} seconds.`), limit * 1000);
  });
  const remote = (path) => `vscode-remote://${server.host}${resolve(path)}`;
  const payload = [
    ...values.extensionDevelopmentPath.map((path) => ['extensionDevelopmentPath', remote(path)]),
    ['extensionTestsPath', remote(values.extensionTestsPath)],
    ['skipWelcome', 'true'],
  ];
  const folder = positionals[0] ? resolve(positionals[0]) : temporaryFolder().folder;
  await page.goto(server.address({ folder, payload: JSON.stringify(payload) }), { waitUntil: 'commit' });
  const { code, why } = await result;
  if (why) console.error(why);
  await close();
  await server.stop();
  return code;
});

function readSettings(userData) {
  const file = userData && join(userData, 'User', 'settings.json');
  return file && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
