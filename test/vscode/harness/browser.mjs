// Owns the browser that shows the workbench where there is no display; must not know what the page does.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Opens an empty page in a headless Chromium. The page reaches nothing but this machine.
 * @param {{width?: number, height?: number, scale?: number, locale?: string}} [options] the window in CSS pixels; the
 *   display language, in which the workbench shows what extensions say, and itself where it has the words
 * @returns {Promise<{page: import('playwright-core').Page, close: () => Promise<void>}>}
 */
export async function openPage({ width = 1280, height = 800, scale = 1, locale } = {}) {
  const executablePath = findChromium();
  const { chromium } = await import('playwright-core'); // only now: it may have just been installed
  const browser = await chromium.launch({ executablePath, headless: true, args: chromiumArguments });
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale });
  await context.route(
    ({ protocol, hostname }) => protocol !== 'file:' && hostname !== '127.0.0.1',
    (route) => route.abort(),
  );
  if (locale) await context.addInitScript(setLanguage, locale);
  return { page: await context.newPage(), close: () => browser.close() };
}

/** Runs in the page before VS Code does, which takes its language from there; its own table of words says none. */
function setLanguage(locale) {
  Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => locale, set: () => {} });
}

/** The path of a Chromium or Chrome; throws with advice where there is none. */
export function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
  if (found) return found;
  throw new Error(
    'No Chromium found. Install one (Debian: apt-get install chromium), or say where: CHROMIUM=/path/to/it',
  );
}

// No sandbox: it does not work as root, nor in most containers, and the page is ours.
const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
