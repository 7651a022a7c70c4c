/** The extension in a browser: the server is a web worker, and ends with it. Must not know what either of them does. */

import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { activateWith, type ConcordApi } from './activate.ts';

let stop: (() => Promise<void>) | undefined;

export function activate(context: vscode.ExtensionContext): ConcordApi {
  const address = vscode.Uri.joinPath(context.extensionUri, 'dist/server/src/browser.js').toString(true);
  let worker: Worker | undefined;
  const start = async () => {
    // The client does not end a worker that it is given; after a restart the old one would go on.
    worker?.terminate();
    worker = new Worker(address);
    // Not the worker itself: VS Code's are made by a constructor of its own, and the client does not know them as such.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  const running = activateWith(context, (id, name, options) => new LanguageClient(id, name, start, options));
  stop = async () => {
    await running.stop();
    worker?.terminate();
  };
  return running.api;
}

export const deactivate = (): Promise<void> | undefined => stop?.();
