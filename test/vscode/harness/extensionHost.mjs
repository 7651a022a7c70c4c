// Owns one test run in the extension host of a real VS Code, a desktop one or one without a desktop. Must not know what
// is tested.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from './browser.mjs';
import { temporaryFolder } from './cleanup.mjs';
import { downloads, root } from './project.mjs';
import { reproducible } from './settings.mjs';

/**
 * Runs tests in the extension host of a real VS Code.
 * @param {object} options
 * @param {string} options.extension the folder of the extension
 * @param {string} options.tests a module that exports `run(): Promise<void>`
 * @param {string} options.folder what to open; a copy of it is opened
 * @param {Record<string, string>} [options.env] added to the environment of the tests
 * @returns {Promise<boolean>} whether all passed
 */
export async function runInExtensionHost({ extension, tests, folder, env }) {
  const { runTests } = await import('@vscode/test-electron');
  const { folder: temporary } = temporaryFolder();
  const workspace = join(temporary, 'workspace');
  cpSync(folder, workspace, { recursive: true });
  const userData = join(temporary, 'user-data');
  mkdirSync(join(userData, 'User'), { recursive: true });
  writeFileSync(join(userData, 'User', 'settings.json'), JSON.stringify(reproducible));
  const profile = [`--user-data-dir=${userData}`, `--extensions-dir=${join(temporary, 'extensions')}`];
  const vscodeExecutablePath = await findVSCode();
  try {
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: extension,
      extensionTestsPath: tests,
      extensionTestsEnv: env,
      launchArgs: [workspace, ...profile, '--disable-extensions'],
    });
    return true;
  } catch (error) {
    console.error(error.message);
    return false;
  }
}

/** The desktop's VS Code where there is a display and a download succeeds; otherwise the one from npm. */
async function findVSCode() {
  if (process.env.VSCODE_EXECUTABLE) return process.env.VSCODE_EXECUTABLE;
  if (hasDisplay()) {
    const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
    try {
      return await downloadAndUnzipVSCode({ cachePath: downloads });
    } catch (error) {
      console.log(`No desktop VS Code could be downloaded (${error.message}); using the one from npm.`);
    }
  }
  findChromium(); // fails now rather than after a long installation
  return join(root, 'test/vscode/harness/code.mjs');
}

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
