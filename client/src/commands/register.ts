/** The commands of the extension, by their names in package.json. */

import * as vscode from 'vscode';
import type { AcceptArguments } from '../../../server/src/lsp/protocol.ts';
import type { Server } from '../server.ts';
import { accept } from './accept.ts';
import { createCorpus } from './createCorpus.ts';
import { debugInformation } from './debugInformation.ts';
import { format } from './format.ts';
import { openExample } from './openExample.ts';
import { toggleHighlights } from './toggleHighlights.ts';

export interface Parts {
  readonly context: vscode.ExtensionContext;
  readonly server: Server;
  readonly log: vscode.LogOutputChannel;
}

export function registerCommands({ context, server, log }: Parts): readonly vscode.Disposable[] {
  const commands: Record<string, (...given: never[]) => unknown> = {
    restartServer: () => server.restart(),
    showLog: () => log.show(true),
    createCorpus: async (folder?: vscode.Uri) => {
      const created = await createCorpus(folder);
      // A watcher sees to it too, but not in a folder that is not open.
      if (created) await server.startFor(created);
    },
    accept: (given?: AcceptArguments, reason?: string) => accept(server, given, reason),
    format: () => format(server),
    openExample: () => openExample(context.extensionUri),
    toggleHighlights,
    printDebugInformation: async () => {
      for (const line of await debugInformation(context, server)) log.info(line);
      log.show(true);
    },
  };
  return Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(`concord.${name}`, run));
}
