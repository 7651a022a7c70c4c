/**
 * The server in a web worker: files through the client, no system of its own. Its bundle serves Node as well, where node.ts
 * takes from it what both have, and nothing starts by itself. An entry: does I/O, decides nothing.
 */

import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { type URI, Utils } from 'vscode-uri';
import { SETTINGS_FILE } from './core/settings.ts';
import { loadHtmlReader } from './htmlReader.ts';
import { inRuns, quiet } from './lsp/cancellation.ts';
import type { FileText } from './lsp/environment.ts';
import { pageName } from './lsp/pages.ts';
import { LIST_FILES, READ_FILE, READ_PAGES } from './lsp/protocol.ts';
import { serve } from './lsp/server.ts';
import { Timings } from './lsp/timings.ts';

declare const self: never;

function startInWorker(): void {
  const turn = turns();
  const timings = new Timings(() => performance.now());
  const messages = timings.around(inRuns(turn));
  const connection = createConnection(
    ProposedFeatures.all,
    new BrowserMessageReader(self),
    new BrowserMessageWriter(self),
    { messageStrategy: messages },
  );
  const read = (file: URI): Promise<FileText> => connection.sendRequest(READ_FILE, { uri: file.toString() });
  let pages: Readonly<Record<string, string>> = {};
  let reading: Promise<void> | undefined;
  serve(connection, {
    list: (folder) => connection.sendRequest(LIST_FILES, { uri: folder.toString() }),
    read,
    readNow: () => undefined,
    rootAbove: async (folder) => {
      for (let at = folder; ; at = Utils.dirname(at)) {
        if ('text' in (await read(Utils.joinPath(at, SETTINGS_FILE)))) return at;
        if (Utils.dirname(at).toString() === at.toString()) return undefined;
      }
    },
    readPages: () => {
      reading ??= connection.sendRequest<typeof pages>(READ_PAGES).then((read) => {
        pages = read;
      });
      return reading;
    },
    page: (code) => pages[pageName(code)],
    pageAddress: () => undefined,
    loadHtmlReader,
    timings,
    pause: () => quiet(messages, turn),
  });
}

/** Lets the event loop go round once. Not by a timer: browsers let those wait for some milliseconds. */
function turns(): (then: () => void) => void {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return (then) => {
    waiting.push(then);
    port2.postMessage(undefined);
  };
}

if (typeof WorkerGlobalScope !== 'undefined') startInWorker();
