// Owns `npm start`: opens the example corpus, or the folder given, in a VS Code with the built extension. On the desktop
// that is its own `code`; elsewhere VS Code from npm, in any browser. Must not know what the extension does.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { main, temporaryFolder } from './harness/cleanup.mjs';
import { build, installDependencies, packageExtension, root } from './harness/project.mjs';
import { startServer } from './harness/server.mjs';
import { quiet } from './harness/settings.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { browser: { type: 'boolean' }, port: { type: 'string', default: '0' }, help: { type: 'boolean' } },
});
if (values.help) {
  console.log('npm start -- [folder] [--browser] [--port 8080]');
  process.exit();
}

await main(async () => {
  await installDependencies();
  const folder = positionals[0] ? resolve(process.env.INIT_CWD ?? '.', positionals[0]) : copyOfExample();
  const desktop = values.browser ? undefined : findDesktop();
  return desktop ? openOnDesktop(desktop, folder) : openInBrowser(folder);
});

async function openOnDesktop(code, folder) {
  await build();
  console.log(`Opening ${folder} in VS Code …`);
  // A shell, because on Windows `code` is a batch file; JSON quotes as the shells need it.
  const command = [code, folder, `--extensionDevelopmentPath=${root}`].map((part) => JSON.stringify(part)).join(' ');
  const child = spawn(command, { shell: true, stdio: 'inherit' });
  return new Promise((done) => child.once('exit', (status) => done(status ?? 1)));
}

async function openInBrowser(folder) {
  console.log('Building …');
  const vsix = await packageExtension(join(temporaryFolder().folder, 'concord.vsix'));
  const server = await startServer({ settings: quiet, vsix, port: Number(values.port) });
  console.log(`
VS Code is ready. Open this address in a browser on this machine:

  ${server.address({ folder })}

Ctrl+C ends it.`);
  return server.ended;
}

/** Changes go to a copy, so that the checkout stays as it is. The copy stays, so that they are not lost. */
function copyOfExample() {
  const copy = join(mkdtempSync(join(tmpdir(), 'concord-example-')), 'example');
  cpSync(join(root, 'client/example'), copy, { recursive: true });
  console.log(`The example corpus is copied to ${copy}; edit there what you like.`);
  return copy;
}

/** The desktop's `code`, if there is a display to open it on. Inside WSL or a remote terminal `code` means another machine. */
function findDesktop() {
  const asRoot = process.platform === 'linux' && process.getuid() === 0; // which it refuses
  const elsewhere = process.env.WSL_DISTRO_NAME || process.env.SSH_CONNECTION || process.env.VSCODE_IPC_HOOK_CLI;
  const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (asRoot || elsewhere || !display) return undefined;
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  const places = (process.env.PATH ?? '').split(delimiter).map((place) => join(place, name));
  places.push('/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code');
  return places.find((place) => existsSync(place));
}
