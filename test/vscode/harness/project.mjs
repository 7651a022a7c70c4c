// Owns how this checkout is made ready: its paths, its dependencies, its build, its package. Runs on plain Node and npm,
// before anything is installed; must not know of VS Code or of any test.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onExit } from './cleanup.mjs';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

/** Everything that is downloaded for VS Code; ignored by git. */
export const downloads = join(root, '.vscode-test');

/** Installs the dependencies the lock file names, unless they are there already. */
export async function installDependencies() {
  if (dependenciesAreCurrent()) return;
  console.log('Installing dependencies …');
  // No dependency needs an install script.
  await npm(['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
}

/** Bundles client, server and command line into dist/. */
export async function build() {
  await npm(['run', '--silent', 'build', '--', '--log-level=warning']);
}

/**
 * Builds the extension and packs it.
 * @param {string} file where the .vsix goes
 */
export async function packageExtension(file) {
  await npm(['run', '--silent', 'package', '--', '--out', file], { quiet: true });
  return file;
}

/** Runs npm; rejects when it fails, with its output if `quiet` has kept that back. */
export async function npm(args, options = {}) {
  const { output, code } = await run(npmCommand, args, options);
  if (code !== 0) throw new Error([`npm ${args[0]} failed with exit code ${code}.`, output].filter(Boolean).join('\n'));
}

// npm tells its scripts where it is; that works on Windows too, where `npm` itself is a batch file.
const npmScript = process.env.npm_execpath;
export const npmCommand = npmScript?.endsWith('npm-cli.js') ? [process.execPath, npmScript] : ['npm'];

/** The command line of a tool that one of our dependencies brings. */
export function tool(name) {
  const entries = {
    biome: '@biomejs/biome/bin/biome',
    mocha: 'mocha/bin/mocha.js',
    tsc: 'typescript/bin/tsc',
  };
  return [process.execPath, join(root, 'node_modules', entries[name])];
}

/**
 * Runs a program to its end, its output on ours, or collected when `quiet`.
 * @returns {Promise<{code: number, output: string}>} a signal counts as code 1
 */
export function run([program, ...first], args, { cwd = root, env = {}, quiet = false } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(program, [...first, ...args], {
      cwd,
      env: environment(env),
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    });
    const stop = onExit(() => child.kill());
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
    child.once('error', fail);
    child.once('close', (code) => {
      stop();
      done({ code: code ?? 1, output });
    });
  });
}

/** Our environment without what an outer `npm run` says about itself, which would misdirect an npm run elsewhere. */
function environment(added) {
  const own = /^npm_(package_|lifecycle_|config_(local_)?prefix$|command$)|^INIT_CWD$/;
  const kept = Object.entries(process.env).filter(([name]) => !own.test(name));
  const binaries = join(root, 'node_modules', '.bin');
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== binaries);
  return { ...Object.fromEntries(kept), PATH: path.join(delimiter), ...added };
}

/** Whether node_modules holds what package-lock.json asks for, judged by the record that npm leaves in it. */
function dependenciesAreCurrent() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const { '': _, ...wanted } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const same = (path) => installed[path]?.version === wanted[path].version;
  const optional = (path) => (wanted[path].optional || wanted[path].peer) && !installed[path];
  return Object.keys(wanted).every((path) => same(path) || optional(path));
}
