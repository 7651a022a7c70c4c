/** The server on Node: its file system, its pages, its streams. An entry: does I/O, decides nothing. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Connection, createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { type URI, Utils } from 'vscode-uri';
import { SETTINGS_FILE } from './core/settings.ts';
import { inRuns } from './lsp/cancellation.ts';
import type { Environment, FileText } from './lsp/environment.ts';
import { pageName } from './lsp/pages.ts';
import { LIST_FILES, READ_FILE } from './lsp/protocol.ts';
import { serve } from './lsp/server.ts';
import { listFiles, readFile } from './nodeFiles.ts';

/** Speaks on the channel that the arguments name, and on standard input and output where they name none. */
export function startNodeServer(argv: readonly string[] = process.argv): Connection {
  const channel = argv.some((argument) => argument === '--node-ipc' || /^--(?:socket|pipe)(?:=|$)/.test(argument));
  if (!channel) keepStandardOutputClean();
  const options = { messageStrategy: inRuns(setImmediate) };
  const connection = channel
    ? createConnection(ProposedFeatures.all, options)
    : createConnection(ProposedFeatures.all, process.stdin, process.stdout, options);
  serve(connection, nodeEnvironment(connection));
  return connection;
}

/** A stray line on standard output would be read as part of a message. */
function keepStandardOutputClean(): void {
  for (const method of ['log', 'info', 'debug', 'dir', 'trace', 'table'] as const) console[method] = console.error;
}

/** Files of this machine are read at once; those of a virtual file system through the client. */
export function nodeEnvironment(connection: Connection): Environment {
  const isHere = (uri: URI) => uri.scheme === 'file';
  const ask = <T>(method: string, uri: URI): Promise<T> => connection.sendRequest(method, { uri: uri.toString() });
  const read = async (file: URI): Promise<FileText> =>
    isHere(file) ? readFile(file.fsPath) : ask<FileText>(READ_FILE, file);
  const pages = packageFolder('server/src/checks');
  const pagePath = (code: string) => join(pages, pageName(code));
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
    page: (code) => {
      try {
        return readFileSync(pagePath(code), 'utf8');
      } catch {
        return undefined;
      }
    },
    pageAddress: (code) => (existsSync(pagePath(code)) ? pathToFileURL(pagePath(code)).href : undefined),
    pause: () => new Promise((resolve) => setImmediate(resolve)),
  };
}

/** A folder of the package, from the bundle as well as from the sources. */
function packageFolder(path: string): string {
  const candidates = [join(__dirname, '../../..', path), join(__dirname, '../..', path)];
  return candidates.find((candidate) => existsSync(candidate)) ?? candidates[0]!;
}

if (require.main === module) startNodeServer();
