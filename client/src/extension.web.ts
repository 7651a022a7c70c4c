/**
 * The extension in a browser: the server is a web worker, and ends with it. The bundle serves Node as well, where
 * extension.ts takes from it what both have. Must not know what the extension or the server does.
 */

import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { activateWith, type ConcordApi } from './activate.ts';
import { serveExample } from './commands/openExample.ts';

let stop: (() => Promise<void>) | undefined;

export function activate(context: vscode.ExtensionContext): ConcordApi {
  const address = vscode.Uri.joinPath(context.extensionUri, 'dist/server/src/browser.js').toString(true);
  let worker: Worker | undefined;
  const start = async () => {
    // The client does not end a worker that it is given; after a restart the old one would go on.
    worker?.terminate();
    worker = new Worker(address, { name: 'Concord' });
    // Not the worker itself: VS Code's are made by a constructor of its own, and the client does not know them as such.
    return { reader: new WorkerReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  // Before what looks for a corpus: the example may be what is open.
  context.subscriptions.push(serveExample(context.extensionUri));
  const running = activateWith(context, (id, name, options) => new LanguageClient(id, name, start, options));
  stop = async () => {
    await running.stop();
    worker?.terminate();
  };
  return running.api;
}

export const deactivate = (): Promise<void> | undefined => stop?.();

/** A worker has no end that would be told. One that fails before it has said anything could not be loaded, and never will. */
class WorkerReader extends BrowserMessageReader {
  constructor(worker: Worker) {
    super(worker);
    let hasSpoken = false;
    worker.addEventListener('message', () => {
      hasSpoken = true;
    });
    worker.addEventListener('error', () => {
      if (!hasSpoken) this.fireClose();
    });
  }
}
