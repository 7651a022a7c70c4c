/** Puts the parts of the extension together. Nothing is analysed here, and nothing runs where there is no corpus. */

import * as vscode from 'vscode';
import { type Highlight, STATUS, type StagedFinding, type Status } from '../../server/src/lsp/protocol.ts';
import { registerCommands } from './commands/register.ts';
import { corpusAbove, corpusInWorkspace, isCandidate, SETTINGS_FILE } from './corpusFolder.ts';
import { foldFrontMatterOnOpen } from './folding.ts';
import { Highlights } from './highlights.ts';
import { indentAnnotations } from './indentation.ts';
import { showPages } from './pages.ts';
import { DossierPanel, type ShownDossier } from './panels/dossier.ts';
import { GlancePanel, type ShownGlance } from './panels/glance.ts';
import { ReadingView, type ShownReading } from './panels/reading.ts';
import { QuoteUpdates } from './quoteUpdates.ts';
import { type CreateClient, Server, type ServerState } from './server.ts';
import { StagedWarning } from './stagedFindings.ts';
import { StatusItem } from './statusItem.ts';
import { suggestInFrontMatter } from './suggestions.ts';
import { sideBar } from './views/sideBar.ts';

/** What the extension offers to other extensions, and to its tests. */
export interface ConcordApi {
  readonly serverState: () => ServerState;
  readonly status: (uri: vscode.Uri) => Promise<Status | undefined>;
  /** The highlights drawn in a document, undefined while there are none for its present text. */
  readonly highlights: (document: vscode.TextDocument) => readonly Highlight[] | undefined;
  /** How many quotes of a document the user is offered to update. */
  readonly quoteUpdates: (document: vscode.TextDocument) => number;
  /** The errors and warnings in what is staged, as they were found last. */
  readonly stagedFindings: () => readonly StagedFinding[];
  /** The dossier that is open. */
  readonly dossier: () => ShownDossier | undefined;
  /** The corpus that is shown at a glance. */
  readonly glance: () => ShownGlance | undefined;
  /** The reading view that is open. */
  readonly reading: () => ShownReading | undefined;
}

export interface Running {
  readonly api: ConcordApi;
  readonly stop: () => Promise<void>;
}

export function activateWith(context: vscode.ExtensionContext, create: CreateClient): Running {
  const log = vscode.window.createOutputChannel('Concord', { log: true });
  const server = new Server(create, log, context.extensionUri);
  const highlights = new Highlights(server);
  const quoteUpdates = new QuoteUpdates(server);
  const staged = new StagedWarning(server);
  const dossier = new DossierPanel(server, context.extensionUri);
  const glance = new GlancePanel(server, context.extensionUri);
  const reading = new ReadingView(server, context.extensionUri);
  context.subscriptions.push(
    log,
    server,
    highlights,
    quoteUpdates,
    staged,
    dossier,
    glance,
    reading,
    new StatusItem(server),
    ...registerCommands({ context, server, log, staged }),
    ...sideBar(server, context.workspaceState),
    showPages(server),
    foldFrontMatterOnOpen(server),
    suggestInFrontMatter(() => server.state === 'running'),
    indentOnce(server),
    server.onDidChangeState(() => void vscode.commands.executeCommand('setContext', 'concord.active', server.isWanted)),
    ...startWhenThereIsACorpus(server, log),
  );
  return {
    api: {
      serverState: () => server.state,
      status: (uri) => server.request<Status>(STATUS, { uri: uri.toString() }),
      highlights: (document) => highlights.shownIn(document),
      stagedFindings: () => staged.findings,
      dossier: () => dossier.state,
      glance: () => glance.state,
      reading: () => reading.state,
      quoteUpdates: (document) => quoteUpdates.offeredFor(document),
    },
    stop: () => server.stop(),
  };
}

/** Rules for all texts are made only where there is a corpus. */
function indentOnce(server: Server): vscode.Disposable {
  let rules: vscode.Disposable | undefined;
  const watch = server.onDidChangeState((state) => {
    if (state === 'running') rules ??= indentAnnotations();
  });
  return new vscode.Disposable(() => {
    watch.dispose();
    rules?.dispose();
  });
}

/** Looks at what is open now, and from then on at what is opened and created. */
function startWhenThereIsACorpus(server: Server, log: vscode.LogOutputChannel): readonly vscode.Disposable[] {
  const { workspace } = vscode;
  /** Folders in and above which there is no corpus, so that they are not looked at for every file in them. */
  const without = new Set<string>();
  const startIn = (root: vscode.Uri | undefined) => {
    if (root) server.startFor(root).catch((reason) => log.error(String(reason)));
  };
  const lookInWorkspace = async () => startIn(await corpusInWorkspace());
  const lookAbove = async (document: vscode.TextDocument) => {
    const folder = vscode.Uri.joinPath(document.uri, '..');
    if (!isCandidate(document) || without.has(folder.toString())) return;
    const root = await corpusAbove(folder);
    if (root) startIn(root);
    else without.add(folder.toString());
  };

  const watcher = workspace.createFileSystemWatcher(`**/${SETTINGS_FILE}`, false, true, true);
  for (const document of workspace.textDocuments) void lookAbove(document);
  void lookInWorkspace();
  return [
    watcher,
    watcher.onDidCreate((uri) => {
      without.clear();
      startIn(vscode.Uri.joinPath(uri, '..'));
    }),
    workspace.onDidOpenTextDocument((document) => void lookAbove(document)),
    workspace.onDidChangeWorkspaceFolders(({ added }) => {
      if (added.length > 0) void lookInWorkspace();
    }),
  ];
}
