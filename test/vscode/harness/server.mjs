// Owns the life of one VS Code server: its profile, its start, its end. Must not know of browsers or tests.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onExit, temporaryFolder } from './cleanup.mjs';
import { installServer } from './install.mjs';
import { run } from './project.mjs';

/**
 * Starts VS Code's server on 127.0.0.1 with a profile of its own, which goes when the server ends.
 * @param {object} options
 * @param {Record<string, unknown>} [options.settings] user settings
 * @param {string} [options.vsix] an extension to install
 * @param {string[]} [options.args] further arguments of the server
 * @param {number} [options.port] default: any free one
 * @param {boolean} [options.verbose] shows what the server logs
 * @returns {Promise<{host: string, address: (query: Record<string, string>) => string, log: () => string,
 *   ended: Promise<number | null>, stop: () => Promise<void>}>} `address` is the workbench's, for a browser
 */
export async function startServer({ settings = {}, vsix, args = [], port = 0, verbose = false } = {}) {
  const { node, server } = await installServer();
  const { folder: profile, remove } = temporaryFolder();
  const extensions = join(profile, 'extensions');
  mkdirSync(join(profile, 'data/User'), { recursive: true });
  writeFileSync(join(profile, 'data/User/settings.json'), JSON.stringify(settings, null, 2));
  // Who can talk to the server can run programs as its user: so only who knows this may.
  const token = randomUUID();
  writeFileSync(join(profile, 'token'), token, { mode: 0o600 });

  const folders = ['--server-data-dir', profile, '--extensions-dir', extensions];
  if (vsix) {
    const installed = await run([node, server], ['--install-extension', vsix, ...folders], { quiet: true });
    if (installed.code !== 0) throw new Error(`VS Code does not install ${vsix}:\n${installed.output}`);
  }
  const child = spawn(
    node,
    [
      server,
      ...['--host', '127.0.0.1', '--port', String(port), '--connection-token-file', join(profile, 'token')],
      ...[...folders, '--user-data-dir', join(profile, 'data')],
      ...['--accept-server-license-terms', '--disable-telemetry', '--disable-experiments'],
      ...['--disable-workspace-trust', '--disable-getting-started-override'],
      ...args,
    ],
    {
      detached: true, // a process group of its own, so that the extension host and language servers end with it
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...homeIn(profile) },
    },
  );
  const killGroup = onExit(() => signalGroup(child, 'SIGKILL'));
  const ended = new Promise((done) => child.once('exit', done));

  let log = '';
  const listening = new Promise((done, fail) => {
    const refuse = (why) => fail(new Error(`VS Code's server did not start: ${why}\n${log}`));
    const limit = setTimeout(() => refuse('no answer in 60 seconds'), 60_000);
    child.once('error', (error) => refuse(error.message));
    child.once('exit', (code) => refuse(`exit code ${code}`));
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        log = (log + chunk).slice(-20_000);
        if (verbose) process.stderr.write(chunk);
        if (/EADDRINUSE/.test(log)) refuse(`port ${port} is taken`); // it would wait for ever
        const [, found] = /Extension host agent listening on (\d+)/.exec(log) ?? [];
        if (!found) return;
        clearTimeout(limit);
        done(found);
      });
    }
  });
  const host = `127.0.0.1:${await listening}`;

  return {
    host,
    address: (query) => `http://${host}/?${new URLSearchParams({ tkn: token, ...query })}`,
    log: () => log,
    ended,
    async stop() {
      signalGroup(child, 'SIGTERM');
      await Promise.race([ended, new Promise((done) => setTimeout(done, 3000))]);
      killGroup();
      remove();
    },
  };
}

/** Keeps the server, and what it starts, from reading or writing the user's own files. */
function homeIn(folder) {
  return {
    HOME: folder,
    XDG_CONFIG_HOME: join(folder, '.config'),
    XDG_DATA_HOME: join(folder, '.local/share'),
    XDG_CACHE_HOME: join(folder, '.cache'),
  };
}

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It is gone already.
  }
}
