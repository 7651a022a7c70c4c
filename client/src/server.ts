/** The life of the language server: started when there is a corpus, restarted on demand. Knows no message of its own. */

import * as vscode from 'vscode';
import type { BaseLanguageClient, DocumentSelector, LanguageClientOptions, WorkspaceEdit } from 'vscode-languageclient';
import { RevealOutputChannelOn, State } from 'vscode-languageclient';
import {
  ACCEPT_COMMAND,
  CHANGED,
  FORMAT_COMMAND,
  LIST_FILES,
  MAKE_CLAIM_COMMAND,
  MERGE_RECORDS_COMMAND,
  OPEN_DOSSIER_COMMAND,
  READ_FILE,
  REANCHOR_COMMAND,
  SHOW_PLACES_COMMAND,
  TAG_COMMAND,
  UPDATE_QUOTES_COMMAND,
} from '../../server/src/lsp/protocol.ts';
import { PROSE, SETTINGS_FILE } from './corpusFolder.ts';
import { type FileText, listFiles, readFile } from './files.ts';
import { findings } from './findings.ts';
import { newFilesOf } from './newFiles.ts';
import { OtherFiles } from './otherFiles.ts';
import { applyWhereWritable } from './readOnly.ts';
import { toBeSeen } from './refactorPreview.ts';
import { complete } from './suggestions.ts';
import { tokens } from './tokens.ts';

export type CreateClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** `off`: there is no corpus, so nothing runs. `failed`: it ran, or should have, and does not. */
export type ServerState = 'off' | 'starting' | 'running' | 'failed';

/** What this client does itself where the server would have to guess. */
const COMMANDS = [
  ACCEPT_COMMAND,
  FORMAT_COMMAND,
  MAKE_CLAIM_COMMAND,
  MERGE_RECORDS_COMMAND,
  OPEN_DOSSIER_COMMAND,
  REANCHOR_COMMAND,
  SHOW_PLACES_COMMAND,
  TAG_COMMAND,
  UPDATE_QUOTES_COMMAND,
];

export class Server implements vscode.Disposable {
  private client: BaseLanguageClient | undefined;
  private readonly schemes = new Set<string>();
  private readonly stateEmitter = new vscode.EventEmitter<ServerState>();
  private readonly changedEmitter = new vscode.EventEmitter<void>();
  /** Starts and stops go one after the other. */
  private queue: Promise<void> = Promise.resolve();
  private currentState: ServerState = 'off';

  readonly onDidChangeState = this.stateEmitter.event;
  /** Highlights and counts may be others than they were. */
  readonly onDidChange = this.changedEmitter.event;
  /** The files that an edit writes into besides the one that is read. */
  readonly otherFiles = new OtherFiles();

  constructor(
    private readonly create: CreateClient,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  get state(): ServerState {
    return this.currentState;
  }

  /** Whether there has been a reason to start it. */
  get isWanted(): boolean {
    return this.schemes.size > 0;
  }

  /** What the server calls itself. */
  get info(): string {
    const info = this.client?.initializeResult?.serverInfo;
    return info ? `${info.name} ${info.version ?? ''}`.trim() : '–';
  }

  /** Sees to it that the server runs and is told of files like this one. */
  async startFor(uri: vscode.Uri): Promise<void> {
    const schemes = [uri, ...(vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri)].map(
      (at) => at.scheme,
    );
    if (schemes.every((scheme) => this.schemes.has(scheme))) return this.queue;
    for (const scheme of schemes) this.schemes.add(scheme);
    return this.restart();
  }

  restart(): Promise<void> {
    this.queue = this.queue.then(async () => {
      await this.end();
      await this.begin();
    });
    return this.queue;
  }

  stop(): Promise<void> {
    this.queue = this.queue.then(() => this.end());
    return this.queue;
  }

  /** The answer of a running server; undefined where there is none, or where it was not to be had. */
  async request<R>(method: string, params: object, token?: vscode.CancellationToken): Promise<R | undefined> {
    if (this.currentState !== 'running' || !this.client) return undefined;
    try {
      // An argument that is undefined would be sent as one more parameter.
      return await (token
        ? this.client.sendRequest<R>(method, params, token)
        : this.client.sendRequest<R>(method, params));
    } catch (reason) {
      if (!token?.isCancellationRequested) this.log.debug(`${method}: ${String(reason)}`);
      return undefined;
    }
  }

  /** Makes an edit of the server's; false where a file of it may not be written or is no longer the one that it was made for, or where somebody looked at it and would not have it. */
  async apply(edit: WorkspaceEdit, metadata?: vscode.WorkspaceEditMetadata): Promise<boolean> {
    const { client } = this;
    if (!client || this.isOutdated(edit)) return false;
    const { files, rest } = newFilesOf(toBeSeen(edit));
    const whole = new vscode.WorkspaceEdit();
    // First, since nothing else is done where a file of that name has come to be there.
    for (const [uri, text] of files) {
      const contents = new TextEncoder().encode(text);
      whole.createFile(client.protocol2CodeConverter.asUri(uri), { contents, overwrite: false, ignoreIfExists: false });
    }
    const converted = await client.protocol2CodeConverter.asWorkspaceEdit(rest);
    if (files.size === 0) return applyWhereWritable(converted, [], metadata);
    for (const [uri, edits] of converted.entries()) whole.set(uri, edits);
    const created = [...files.keys()].map((uri) => client.protocol2CodeConverter.asUri(uri));
    return applyWhereWritable(whole, created, metadata);
  }

  /** Whether a file of an edit is no longer the one that it was made for. */
  isOutdated(edit: WorkspaceEdit): boolean {
    const { client } = this;
    const versions = new Map(vscode.workspace.textDocuments.map(({ uri, version }) => [uri.toString(), version]));
    return (edit.documentChanges ?? []).some((change) => {
      if (!client || !('textDocument' in change) || change.textDocument.version === null) return false;
      const uri = client.protocol2CodeConverter.asUri(change.textDocument.uri).toString();
      return versions.get(uri) !== change.textDocument.version;
    });
  }

  dispose(): void {
    this.stateEmitter.dispose();
    this.changedEmitter.dispose();
    this.otherFiles.dispose();
  }

  private async begin(): Promise<void> {
    const client = this.create('concord', 'Concord', {
      documentSelector: selectorFor([...this.schemes]),
      outputChannel: this.log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      diagnosticCollectionName: 'concord',
      initializationOptions: { commands: COMMANDS, pages: true },
      // Texts of other people are written so that they hold no links; this one command opens a panel and does nothing else.
      markdown: { isTrusted: { enabledCommands: [OPEN_DOSSIER_COMMAND] } },
      middleware: { ...findings, ...tokens, provideCompletionItem: complete },
    });
    this.client = client;
    client.onNotification(CHANGED, () => this.changedEmitter.fire());
    client.onRequest(LIST_FILES, ({ uri }: { uri: string }) => listFiles(vscode.Uri.parse(uri, true)));
    client.onRequest<FileText, void>(READ_FILE, ({ uri }: { uri: string }) => readFile(vscode.Uri.parse(uri, true)));
    client.onDidChangeState(({ newState }) => {
      if (this.client === client) this.enter(stateOf(newState));
    });
    this.enter('starting');
    try {
      await client.start();
    } catch (reason) {
      this.log.error(vscode.l10n.t('The language server does not start: {0}', String(reason)));
      this.enter('failed');
    }
  }

  private async end(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    this.enter('off');
    try {
      // One that failed to start, or is gone, has nothing that could be stopped.
      await client?.dispose();
    } catch (reason) {
      this.log.debug(String(reason));
    }
  }

  private enter(state: ServerState): void {
    if (state === this.currentState) return;
    this.currentState = state;
    this.stateEmitter.fire(state);
  }
}

function stateOf(state: State): ServerState {
  if (state === State.Running) return 'running';
  return state === State.Starting ? 'starting' : 'failed';
}

/** Schemes are named, because without one a selector takes in the past of a file and what the output panel shows. */
function selectorFor(schemes: readonly string[]): DocumentSelector {
  return schemes.flatMap((scheme) => [
    ...[...PROSE, 'yaml'].map((language) => ({ scheme, language })),
    { scheme, pattern: `**/${SETTINGS_FILE}` },
  ]);
}
