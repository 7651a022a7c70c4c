/** The server on Node: its file system, its pages, its streams. An entry: does I/O, decides nothing. */

import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Connection, createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { type URI, Utils } from 'vscode-uri';
import { SETTINGS_FILE } from './core/settings.ts';
import { loadHtmlReader } from './htmlReader.ts';
import { inRuns, quiet, type Runs } from './lsp/cancellation.ts';
import type { Environment, FileText } from './lsp/environment.ts';
import type { FileEvent } from './lsp/fileEvents.ts';
import { LIST_FILES, READ_FILE } from './lsp/protocol.ts';
import { serve } from './lsp/server.ts';
import { Timings } from './lsp/timings.ts';
import { listFiles, pagePath, readFile, readPage } from './nodeFiles.ts';
import { indexIn } from './nodeIndex.ts';
import { memoryFolder } from './nodeMemory.ts';
import { stagedFiles } from './nodeStaged.ts';
import { watchFolder } from './nodeWatch.ts';

/** Speaks on the channel that the arguments name, and on standard input and output where they name none. */
export function startNodeServer(argv: readonly string[] = process.argv): Connection {
  const channel = argv.some((argument) => argument === '--node-ipc' || /^--(?:socket|pipe)(?:=|$)/.test(argument));
  if (!channel) keepStandardOutputClean();
  const timings = new Timings(() => performance.now());
  const messages = timings.around(inRuns(setImmediate));
  const options = { messageStrategy: messages };
  const connection = channel
    ? createConnection(ProposedFeatures.all, options)
    : createConnection(ProposedFeatures.all, process.stdin, process.stdout, options);
  serve(connection, { ...nodeEnvironment(connection, messages), timings });
  return connection;
}

/** A stray line on standard output would be read as part of a message. */
function keepStandardOutputClean(): void {
  for (const method of ['log', 'info', 'debug', 'dir', 'trace', 'table'] as const) console[method] = console.error;
}

/** This bundle and the one that it takes from. The sources may change without either: nothing is kept of what they conclude. */
const PROGRAMS = ['node.js', 'browser.js'].map((name) => join(__dirname, name));

/** Files of this machine are read at once; those of a virtual file system through the client. */
export function nodeEnvironment(connection: Connection, messages: Runs): Environment {
  const isHere = (uri: URI) => uri.scheme === 'file';
  const kept = PROGRAMS.every((program) => existsSync(program)) ? memoryFolder(process.env) : undefined;
  const ask = <T>(method: string, uri: URI): Promise<T> => connection.sendRequest(method, { uri: uri.toString() });
  const read = async (file: URI): Promise<FileText> =>
    isHere(file) ? readFile(file.fsPath) : ask<FileText>(READ_FILE, file);
  return {
    list: async (folder) => (isHere(folder) ? listFiles(folder.fsPath) : ask<readonly string[]>(LIST_FILES, folder)),
    read,
    readNow: (file) => (isHere(file) ? readFile(file.fsPath) : undefined),
    rootAbove: async (folder) => {
      for (let at = folder; ; at = Utils.dirname(at)) {
        const found = isHere(at)
          ? existsSync(join(at.fsPath, SETTINGS_FILE))
          : 'text' in (await read(Utils.joinPath(at, SETTINGS_FILE)));
        if (found) return at;
        if (Utils.dirname(at).toString() === at.toString()) return undefined;
      }
    },
    page: readPage,
    pageAddress: (code) => (existsSync(pagePath(code)) ? pathToFileURL(pagePath(code)).href : undefined),
    staged: (folder) => (isHere(folder) ? stagedFiles(folder.fsPath) : undefined),
    loadHtmlReader,
    store: (folder) => (kept !== undefined && isHere(folder) ? indexIn(kept, folder.fsPath, PROGRAMS) : undefined),
    watcher: (tell) => {
      const watchers = new RootWatchers(tell);
      return {
        watch: (folders) => watchers.watch(folders.filter(isHere).map(({ fsPath }) => fsPath)),
        end: () => watchers.watch([]),
      };
    },
    memory: () => {
      const { rss, heapUsed } = process.memoryUsage();
      return { resident: rss, heap: heapUsed };
    },
    pause: () => quiet(messages, setImmediate),
  };
}

/** Watches the folders of corpora for editors that do not, such as Neovim on Linux. */
class RootWatchers {
  private readonly watchers = new Map<string, { close(): void } | undefined>();

  constructor(private readonly tell: (events: readonly FileEvent[]) => void) {}

  watch(roots: readonly string[]): void {
    for (const [root, watcher] of this.watchers) {
      if (roots.includes(root)) continue;
      watcher?.close();
      this.watchers.delete(root);
    }
    for (const root of roots) if (!this.watchers.has(root)) this.watchers.set(root, this.start(root));
  }

  private start(root: string): { close(): void } | undefined {
    try {
      return watchFolder(root, (path) => this.tell([{ uri: pathToFileURL(path).href, type: typeOf(path) }]));
    } catch {
      // The system has no more watchers: files are then as fresh as when they were last read.
      return undefined;
    }
  }
}

/** Whether a file that is there is new nobody tells: of settings it has to be assumed, since they may make a corpus. */
function typeOf(path: string): FileEvent['type'] {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats) return 'deleted';
    return stats.isDirectory() || basename(path) === SETTINGS_FILE ? 'created' : 'changed';
  } catch {
    return 'changed';
  }
}

if (require.main === module) startNodeServer();
