/** The extension on Node: the server is a process of its own. Must not know what either of them does. */

import type * as vscode from 'vscode';
import { LanguageClient, type NodeModule, TransportKind } from 'vscode-languageclient/node';
import { activateWith, type ConcordApi } from './activate.ts';

let stop: (() => Promise<void>) | undefined;

export function activate(context: vscode.ExtensionContext): ConcordApi {
  const module = context.asAbsolutePath('dist/server/src/node.js');
  const run: NodeModule = { module, transport: TransportKind.ipc };
  const debug: NodeModule = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  const running = activateWith(context, (id, name, options) => new LanguageClient(id, name, { run, debug }, options));
  stop = running.stop;
  return running.api;
}

export const deactivate = (): Promise<void> | undefined => stop?.();
