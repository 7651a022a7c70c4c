#!/usr/bin/env node
/** The entry of the command `concord`: gives the command line the file system, the standard streams and the server. */

import { realpathSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { isMainThread, type MessagePort, parentPort, Worker } from 'node:worker_threads';
import { version } from '../../package.json';
import type { Port, Threads } from './cli/environment.ts';
import { main } from './cli/main.ts';
import { disk } from './nodeDisk.ts';
import { readInput, readPage, readSiteAssets } from './nodeFiles.ts';
import { runGit } from './nodeGit.ts';
import { memoryFolder, memoryIn } from './nodeMemory.ts';
import { watchFolder } from './nodeWatch.ts';

/** Standard output belongs to the protocol: whatever is logged must not get into it. */
async function startServer(): Promise<void> {
  const { Console } = await import('node:console');
  globalThis.console = new Console(process.stderr, process.stderr);
  const { startNodeServer } = await import('./node.js');
  startNodeServer();
}

/** The same for the protocol of assistants. */
async function startMcp({ folder, confirm }: { folder: string | undefined; confirm: boolean }): Promise<number> {
  const { Console } = await import('node:console');
  globalThis.console = new Console(process.stderr, process.stderr);
  const { Desk } = await import('./mcp/desk.ts');
  const environment = { cwd: process.cwd(), files: disk, variables: process.env, page: readPage };
  const desk = new Desk(folder, environment);
  const { serveMcp } = await import('./mcp.js');
  if (process.stdin.isTTY)
    process.stderr.write('concord: waiting for an assistant on standard input; see concord mcp --help\n');
  const line = {
    input: process.stdin,
    output: process.stdout,
    log: (text: string) => void process.stderr.write(`concord: ${text}\n`),
    pause: () => new Promise<void>((resolve) => setImmediate(resolve)),
  };
  return serveMcp(desk, line, { version, confirm });
}

/** The messages of a thread or of its parent, in their order, whether or not somebody waits for them. */
function portOf(end: Worker | MessagePort): Port {
  const arrived: unknown[] = [];
  const waiting: { readonly resolve: (message: unknown) => void; readonly reject: (reason: unknown) => void }[] = [];
  let gone: unknown;
  end.on('message', (message) => {
    const first = waiting.shift();
    if (first) first.resolve(message);
    else arrived.push(message);
  });
  const close = (reason: unknown): void => {
    gone ??= reason ?? new Error('the thread has ended');
    for (const { reject } of waiting.splice(0)) reject(gone);
  };
  end.on('error', close);
  end.on('exit', close);
  return {
    post: (message) => end.postMessage(message),
    next: () => {
      if (arrived.length > 0) return Promise.resolve(arrived.shift());
      if (gone !== undefined) return Promise.reject(gone);
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    },
  };
}

const threads: Threads = {
  count: availableParallelism() - 1,
  // Each warms up by itself and has to be told what the others know: with fewer, that costs more than it saves.
  filesEach: 2_000,
  start() {
    const worker = new Worker(realpathSync(process.argv[1]!));
    return { ...portOf(worker), end: () => void worker.terminate() };
  },
};

/** On standard error, so that what is printed can still go into a file. */
async function confirm(question: string): Promise<boolean> {
  const { createInterface } = await import('node:readline/promises');
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^\s*(?:y|yes)\s*$/i.test(await asking.question(question));
  } finally {
    asking.close();
  }
}

/** The next signal to end is heeded here; the one after it by the system. */
const interrupted = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });

const memory = memoryIn(memoryFolder(process.env), realpathSync(process.argv[1]!));

/** Until a pipe has taken what was written, or nobody reads it any more. */
function drain(): Promise<void> {
  const { stdout } = process;
  if (!stdout.writableNeedDrain || stdout.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      for (const event of ['drain', 'close', 'error']) stdout.removeListener(event, done);
      resolve();
    };
    for (const event of ['drain', 'close', 'error']) stdout.on(event, done);
  });
}

/** What was found cannot be told: whatever it was, the exit code must not stand for it. */
let unwritten = false;

function run(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (reason: NodeJS.ErrnoException) => {
      // Whoever reads may stop early, as `head` does. That is no fault, and the exit code still tells what was found.
      if (reason.code === 'EPIPE') return;
      if (!unwritten && stream === process.stdout) process.stderr.write(`concord: cannot write: ${reason.code}\n`);
      unwritten = true;
      process.exitCode = 2;
    });
  }
  void main({
    argv: process.argv.slice(2),
    cwd: process.cwd(),
    program: [process.execPath, realpathSync(process.argv[1]!)],
    stdout: { write: (piece) => void process.stdout.write(piece), drain },
    stderr: process.stderr,
    isTTY: process.stdout.isTTY === true,
    columns: process.stdout.columns,
    variables: process.env,
    files: disk,
    git: { run: runGit },
    threads,
    ...(memory && { memory }),
    page: readPage,
    siteAssets: readSiteAssets,
    readInput,
    ...(process.stdin.isTTY && process.stderr.isTTY && { confirm }),
    loadHtmlReader: async () => (await import('./html.js')).readHtml,
    watch: watchFolder,
    interrupted,
    startServer,
    startMcp,
  }).then((code) => {
    // Not process.exit: what has been written may still be on its way into a pipe.
    if (code !== undefined) process.exitCode = unwritten ? 2 : code;
  });
}

if (isMainThread) run();
else if (parentPort) {
  const port = portOf(parentPort);
  void import('./cli/shares.ts').then(({ serveShare }) => serveShare(port, disk));
}
