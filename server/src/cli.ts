#!/usr/bin/env node
/** The entry of the command `concord`: gives the command line the file system, the standard streams and the server. */

import { Console } from 'node:console';
import { accessSync, constants, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { isMainThread, type MessagePort, parentPort, Worker } from 'node:worker_threads';
import type { Files, Port, Threads } from './cli/environment.ts';
import { main } from './cli/main.ts';
import { serveShare } from './cli/shares.ts';
import { listFiles, readBytes, readFile, readInput, readPage } from './nodeFiles.ts';
import { stage } from './stagedFiles.ts';

const files: Files = {
  kindOf(path) {
    try {
      const stats = statSync(path, { throwIfNoEntry: false });
      return stats && (stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other');
    } catch {
      // A path through a file, one that is too long, a ring of links: nothing is there.
      return undefined;
    }
  },
  realPath(path) {
    try {
      return realpathSync.native(path);
    } catch {
      return path;
    }
  },
  list: listFiles,
  read: readFile,
  readBytes,
  create(path, text) {
    mkdirSync(dirname(path), { recursive: true });
    try {
      writeFileSync(path, text, { flag: 'wx' });
      return true;
    } catch (reason) {
      if ((reason as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw reason;
    }
  },
  replace(path, before, text) {
    // A link stays one, and its target is written.
    const target = realpathSync.native(path);
    const read = readFile(target);
    if (!('text' in read) || read.text !== before) return false;
    accessSync(target, constants.W_OK);
    // In one step: whatever happens, the file is either the old one or the new one.
    const beside = join(dirname(target), `.${basename(target)}.${process.pid}.concord`);
    try {
      writeFileSync(beside, text, { flag: 'wx', mode: statSync(target).mode });
      renameSync(beside, target);
    } catch (reason) {
      rmSync(beside, { force: true });
      throw reason;
    }
    return true;
  },
  stage,
};

/** Standard output belongs to the protocol: whatever is logged must not get into it. */
async function startServer(): Promise<void> {
  globalThis.console = new Console(process.stderr, process.stderr);
  const { startNodeServer } = await import('./node.js');
  startNodeServer();
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
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^\s*(?:y|yes)\s*$/i.test(await asking.question(question));
  } finally {
    asking.close();
  }
}

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
    stdout: { write: (piece) => void process.stdout.write(piece), drain },
    stderr: process.stderr,
    isTTY: process.stdout.isTTY === true,
    columns: process.stdout.columns,
    variables: process.env,
    files,
    threads,
    page: readPage,
    readInput,
    ...(process.stdin.isTTY && process.stderr.isTTY && { confirm }),
    loadHtmlReader: async () => (await import('./html.js')).readHtml,
    startServer,
  }).then((code) => {
    // Not process.exit: what has been written may still be on its way into a pipe.
    if (code !== undefined) process.exitCode = unwritten ? 2 : code;
  });
}

if (isMainThread) run();
else if (parentPort) void serveShare(portOf(parentPort), files);
