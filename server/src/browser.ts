/** The server in a web worker: files through the client, no system of its own. An entry: does I/O, decides nothing. */

import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { type URI, Utils } from 'vscode-uri';
import { inRuns } from './lsp/cancellation.ts';
import type { Environment, FileText } from './lsp/environment.ts';
import { LIST_FILES, READ_FILE } from './lsp/protocol.ts';
import { serve } from './lsp/server.ts';
import { Timings } from './lsp/timings.ts';

declare const self: object;

const worker = self as never;
const timings = new Timings(() => performance.now());
const messages = timings.around(inRuns((then) => setTimeout(then)));
const connection = createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker), {
  messageStrategy: messages,
});

const read = (file: URI): Promise<FileText> => connection.sendRequest(READ_FILE, { uri: file.toString() });

const environment: Environment = {
  list: (folder) => connection.sendRequest(LIST_FILES, { uri: folder.toString() }),
  read,
  readNow: () => undefined,
  rootAbove: async (folder) => {
    for (let at = folder; ; at = Utils.dirname(at)) {
      if ('text' in (await read(Utils.joinPath(at, 'concord.yaml')))) return at;
      if (Utils.dirname(at).toString() === at.toString()) return undefined;
    }
  },
  page: () => undefined,
  pageAddress: () => undefined,
  loadHtmlReader: async () => (await import('./html.ts')).readHtml,
  timings,
  pause: () => new Promise((resolve) => setTimeout(resolve)),
};

serve(connection, environment);
