// Owns the workbench as vscode.dev has it: no machine behind it, extensions in a web worker, folders that are on no disk.
// Must not know what is tested or photographed.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { root } from './project.mjs';

/**
 * Opens the workbench in a page of the browser.
 * @param {object} options
 * @param {import('playwright-core').Page} options.page an empty page
 * @param {Awaited<ReturnType<import('./server.mjs').startServer>>} options.server hands out the workbench, and nothing else
 * @param {string} [options.extension] the folder of the extension
 * @param {Record<string, Record<string, string>>} options.files texts by path, for each of the schemes `virtual` and `sealed`
 * @param {string} options.folder a URI
 * @param {string} [options.another] that of a second root. The window takes it in as for a person, and loads once more
 * @param {Record<string, unknown>} options.settings
 * @param {string} [options.tests] a script below that folder that exports `run(): Promise<void>`
 */
export async function openWeb({ page, server, extension = root, files, folder, another, settings, tests }) {
  const { host } = server;
  const at = (path) => ({ scheme: 'http', authority: host, path });
  const served = (prefix, folder) =>
    page.context().route(
      ({ hostname, pathname }) => hostname === '127.0.0.1' && pathname.startsWith(prefix),
      (route) => {
        const path = decodeURIComponent(new URL(route.request().url()).pathname).slice(prefix.length);
        return route.fulfill({ path: join(folder, path) }).catch(() => route.fulfill({ status: 404 }));
      },
    );
  // From where the workbench comes from too, so that neither CORS nor a security policy is in the way.
  await served('/concord/', extension);
  const virtual = join(root, 'test/vscode/harness/virtual');
  await served('/virtual/', virtual);
  const script = await bundled(join(virtual, 'extension.ts'));
  await page.context().route('**/virtual/extension.js', (route) => route.fulfill({ body: script }));
  await page.context().route('**/virtual/files.json', (route) => route.fulfill({ json: { ...files, another } }));

  // Inside the page: a document that the harness itself hands out counts as a public one, which may not speak to 127.0.0.1.
  await page.addInitScript(configure, {
    settings,
    development: { enableSmokeTestDriver: tests !== undefined, extensions: [at('/virtual'), at('/concord')] },
    testing: tests && { extensionTestsPath: at(`/concord/${relative(extension, tests)}`) },
    // While there are tests to run, a window takes in no other root.
    waits: another !== undefined,
  });
  // What hands out the workbench insists on being its machine as well, and on keeping the user's settings.
  await page.route('**/code/browser/workbench/workbench.js', async (route) => {
    const answer = await route.fetch();
    let body = await answer.text();
    for (const [own, usual] of [
      [/,remoteAuthority:location\.host\}/, '}'],
      [/(\.file\(this\.userDataPath\)\.with\(\{scheme:)\w+\.vscodeRemote/, '$1"vscode-userdata"'],
    ]) {
      if (!own.test(body)) throw new Error(`This VS Code has no ${own}.`);
      body = body.replace(own, usual);
    }
    await route.fulfill({ response: answer, body });
  });
  await page.goto(server.address({ folder }), { waitUntil: 'commit' });
}

async function bundled(entry) {
  const { build } = await import('esbuild');
  const options = { bundle: true, format: 'cjs', platform: 'browser', target: 'es2022', external: ['vscode'] };
  const { outputFiles } = await build({ ...options, entryPoints: [entry], write: false, logLevel: 'warning' });
  return outputFiles[0].text;
}

/** The texts of a folder, by paths that begin with `prefix`. */
export function textsIn(folder, prefix) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    entries.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [`${prefix}/${relative(folder, path).split(sep).join('/')}`, readFileSync(path, 'utf8')];
    }),
  );
}

/** Runs in the page: changes the workbench's configuration before the workbench reads it. */
function configure({ settings, development, testing, waits }) {
  // A window that loads once more brings along what it thinks is developed, and would look there alone.
  const address = new URL(location.href);
  address.searchParams.delete('payload');
  history.replaceState(undefined, '', address);
  const change = () => {
    const element = document.getElementById('vscode-workbench-web-configuration');
    if (!element) return;
    observer.disconnect();
    const configuration = JSON.parse(element.getAttribute('data-settings'));
    delete configuration.remoteAuthority;
    configuration.configurationDefaults = { ...configuration.configurationDefaults, ...settings };
    const tests = waits && !address.searchParams.has('workspace') ? undefined : testing;
    configuration.developmentOptions = { ...configuration.developmentOptions, ...development, ...tests };
    element.setAttribute('data-settings', JSON.stringify(configuration));
  };
  const observer = new MutationObserver(change);
  observer.observe(document, { childList: true, subtree: true });
}
