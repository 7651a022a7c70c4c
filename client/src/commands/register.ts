/** The commands of the extension, by their names in package.json. */

import * as vscode from 'vscode';
import type {
  AcceptArguments,
  MergeArguments,
  Range,
  ReanchorArguments,
  ShowPlacesArguments,
} from '../../../server/src/lsp/protocol.ts';
import { hasGit } from '../gitApi.ts';
import { updateQuotes } from '../quoteUpdates.ts';
import type { Server } from '../server.ts';
import { askBeforeCommit, type StagedWarning } from '../stagedFindings.ts';
import { accept } from './accept.ts';
import { arrangeClaim, copyClaimToTranslation } from './arrangeClaims.ts';
import { makeClaim } from './claims.ts';
import { createCorpus } from './createCorpus.ts';
import { debugInformation } from './debugInformation.ts';
import { format } from './format.ts';
import { importDocument, newFromClipboard } from './import.ts';
import { mergeRecords } from './mergeRecords.ts';
import { openExample } from './openExample.ts';
import { showPerformance, writeBugReport } from './performance.ts';
import { reanchor } from './reanchor.ts';
import { showPlaces } from './showPlaces.ts';
import { taggingCommands } from './tagging.ts';
import { toggleHighlights } from './toggleHighlights.ts';

export interface Parts {
  readonly context: vscode.ExtensionContext;
  readonly server: Server;
  readonly log: vscode.LogOutputChannel;
  readonly staged: StagedWarning;
}

export function registerCommands({ context, server, log, staged }: Parts): readonly vscode.Disposable[] {
  const commands: Record<string, (...given: never[]) => unknown> = {
    restartServer: () => server.restart(),
    showLog: () => log.show(true),
    createCorpus: async (folder?: vscode.Uri) => {
      const created = await createCorpus(folder);
      // A watcher sees to it too, but not in a folder that is not open.
      if (created) await server.startFor(created);
    },
    accept: (given?: AcceptArguments, reason?: string) => accept(server, given, reason),
    showPlaces: (given?: ShowPlacesArguments) => showPlaces(server, given),
    reanchor: (given?: ReanchorArguments) => reanchor(server, given),
    updateQuotes: (given?: { readonly uri?: string }) => updateQuotes(server, given),
    mergeRecords: (given?: MergeArguments) => mergeRecords(server, given),
    importDocument: (given?: vscode.Uri | readonly vscode.Uri[], unattended?: boolean) =>
      importDocument(server, given, unattended === true),
    newFromClipboard: (unattended?: boolean) => newFromClipboard(server, unattended === true),
    format: () => format(server),
    openExample: () => openExample(context.extensionUri),
    toggleHighlights,
    ...taggingCommands(server),
    makeClaim: (given?: { uri?: string; range?: Range }) => makeClaim(server, given),
    splitClaim: () => arrangeClaim(server, 'split'),
    duplicateClaim: () => arrangeClaim(server, 'duplicate'),
    moveClaimUp: () => arrangeClaim(server, 'move-up'),
    moveClaimDown: () => arrangeClaim(server, 'move-down'),
    nestClaim: () => arrangeClaim(server, 'nest'),
    deleteClaim: () => arrangeClaim(server, 'delete'),
    copyClaimToTranslation: () => copyClaimToTranslation(server),
    commit: () => staged.commit(),
    showStaged: () => staged.show(),
    commitAnyway: () => hasGit() && vscode.commands.executeCommand('git.commit'),
    askBeforeCommit,
    showPerformance: () => showPerformance(server),
    writeBugReport: () => writeBugReport(context, server),
    printDebugInformation: async () => {
      for (const line of await debugInformation(context, server)) log.info(line);
      log.show(true);
    },
  };
  return Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(`concord.${name}`, run));
}
