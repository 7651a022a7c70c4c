/** The language server: which requests there are and who answers them. Decodes, calls a feature, encodes; does no I/O. */

import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  TextDocumentSyncKind,
  TextDocuments,
  type WorkDoneProgressServerReporter,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { wordsIn } from '../checks/messages/messages.ts';
import { registerClaiming } from './claiming.ts';
import { ClientAbilities } from './clientAbilities.ts';
import { canConfirm } from './confirm.ts';
import { Diagnostics } from './diagnostics.ts';
import { registerDossier } from './dossier.ts';
import type { Environment } from './environment.ts';
import { COMPLETION_TRIGGERS, registerFeatures } from './features.ts';
import type { FileEvent } from './fileEvents.ts';
import { registerFormatting } from './formatting.ts';
import { registerGlance } from './glance.ts';
import { registerImporting } from './importing.ts';
import { Merging } from './mergeActions.ts';
import { registerOverview } from './overview.ts';
import { Errors, registerPerformance } from './performance.ts';
import { CHANGED, FORMAT_COMMAND, ORGANIZE_ANNOTATIONS, PAGE_SCHEME } from './protocol.ts';
import { registerReading } from './reading.ts';
import { Reanchoring } from './reanchoring.ts';
import { Session } from './session.ts';
import { registerStaged } from './staged.ts';
import { registerStructure, structureCapabilities } from './structure.ts';
import { registerTagging } from './tagging.ts';
import { isUri } from './uris.ts';

const VERSION = '0.1.0';

/** Answers on `connection` until it ends. */
export function serve(connection: Connection, machine: Environment): void {
  let pageScheme: string | undefined;
  const environment: Environment = {
    ...machine,
    pageAddress: (code) => (pageScheme === undefined ? machine.pageAddress(code) : `${pageScheme}:/${code}.md`),
  };
  let client: InitializeParams['capabilities'] = {};
  let abilities = new ClientAbilities({ capabilities: client });
  let locale = 'en';
  let words = wordsIn(locale);
  let folders: readonly string[] = [];
  let commands: ReadonlySet<unknown> = new Set();
  let options: unknown;
  const progress = new Progress(connection, () => client.window?.workDoneProgress === true);

  let watcher: ReturnType<NonNullable<Environment['watcher']>> | undefined;
  const watchCorpora = () => watcher?.watch(session.corpora.map(({ root }) => root));
  const tellChanged = () => void connection.sendNotification(CHANGED).catch(() => undefined);
  const errors = new Errors();
  let indexed: ((count: number) => void) | undefined;
  let reading = 0;
  const session = new Session(environment, {
    progress: (state) => {
      if (state) {
        indexed ??= machine.timings?.phase('indexing');
        reading = Math.max(reading, state.all);
      }
      // Before the first file is read: a change meanwhile would be lost.
      if (state?.done === 0) watchCorpora();
      progress.show(state);
    },
    changed: () => {
      diagnostics.refresh();
      structure.changed();
      tellChanged();
    },
    settled: () => {
      indexed?.(reading);
      indexed = undefined;
      reading = 0;
      watchCorpora();
      diagnostics.settled();
      structure.changed();
      tellChanged();
    },
    failed: (reason) => {
      errors.note(reason);
      connection.console.error(wordsOf(reason));
    },
  });
  const diagnostics = new Diagnostics(
    connection,
    session,
    environment,
    () => words,
    () => ({
      documents: client.textDocument?.diagnostic !== undefined,
      refresh: client.workspace?.diagnostics?.refreshSupport === true,
    }),
    (diagnostic) => abilities.diagnostic(diagnostic),
  );

  const editing = {
    words: () => words,
    locale: () => locale,
    has: (command: string) => commands.has(command),
    canConfirm: () => canConfirm(client),
    pageAddress: (code: string) => environment.pageAddress(code),
  };
  const reanchoring = new Reanchoring(session, editing);
  const merging = new Merging(session, editing);

  connection.onInitialize((params): InitializeResult => {
    client = params.capabilities;
    abilities = new ClientAbilities(params);
    locale = languageTag(params.locale);
    words = wordsIn(locale);
    commands = new Set(commandsIn(params.initializationOptions));
    pageScheme = showsPages(params.initializationOptions) ? PAGE_SCHEME : undefined;
    folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
    options = params.initializationOptions;
    const pulls = client.textDocument?.diagnostic !== undefined;
    const more = structureCapabilities(client);
    return {
      serverInfo: { name: 'Concord', version: VERSION },
      capabilities: {
        positionEncoding: PositionEncodingKind.UTF16,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...(pulls && {
          diagnosticProvider: { identifier: 'concord', interFileDependencies: true, workspaceDiagnostics: true },
        }),
        hoverProvider: true,
        completionProvider: { triggerCharacters: COMPLETION_TRIGGERS, resolveProvider: false },
        definitionProvider: true,
        referencesProvider: true,
        documentSymbolProvider: true,
        workspaceSymbolProvider: true,
        codeActionProvider: {
          codeActionKinds: ['quickfix', 'refactor', 'source.fixAll.concord', ORGANIZE_ANNOTATIONS],
        },
        ...(!commands.has(FORMAT_COMMAND) && {
          documentFormattingProvider: true,
          documentRangeFormattingProvider: true,
        }),
        renameProvider: { prepareProvider: true },
        ...more,
        workspace: { ...more.workspace, workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  connection.onInitialized(() => {
    if (client.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders((event) => {
        const uris = (folders: unknown) => (Array.isArray(folders) ? folders.map((folder) => folder?.uri) : []);
        session.removeFolders(uris(event?.removed));
        session.addFolders(uris(event?.added));
      });
    }
    if (abilities.watchesFiles) {
      // Everything: a corpus says itself what its files are called, and of a folder that goes only the folder is told.
      connection.client
        .register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: '**/*' }] })
        .catch((reason) => connection.console.error(wordsOf(reason)));
    } else watcher = environment.watcher?.((events) => session.filesChanged(events));
    // A hover over a code shows what its page begins with, at once.
    void environment.readPages?.().catch(() => undefined);
    structure.initialized(client, options);
    session.addFolders(folders);
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    const types: readonly FileEvent['type'][] = ['created', 'changed', 'deleted'];
    const events = changes.filter((change) => typeof change?.uri === 'string');
    session.filesChanged(events.map(({ uri, type }) => ({ uri, type: types[type - 1] ?? 'changed' })));
  });

  const documents = new TextDocuments(TextDocument);
  const known = new Set<string>();
  documents.onDidChangeContent(({ document }) => {
    const { uri, version } = document;
    if (!isUri(uri) || typeof document.getText() !== 'string') return;
    if (known.has(uri)) {
      reanchoring.willEdit(uri);
      session.edited(uri, version, document.getText());
    } else session.opened(uri, version, document.getText());
    known.add(uri);
    diagnostics.edited();
    structure.edited();
  });
  documents.onDidClose(({ document: { uri } }) => {
    if (!known.delete(uri)) return;
    session.closed(uri);
    reanchoring.closed(uri);
    diagnostics.closed(uri);
  });

  diagnostics.register();
  registerFeatures(
    connection,
    session,
    environment,
    () => words,
    () => locale,
    (command) => commands.has(command),
    () => abilities,
    [reanchoring, merging],
  );
  const structure = registerStructure({
    connection,
    session,
    words: () => words,
    locale: () => locale,
    clientHas: (command) => commands.has(command),
  });
  registerTagging(
    connection,
    session,
    () => words,
    () => locale,
  );
  registerClaiming(
    connection,
    session,
    () => words,
    () => locale,
  );
  reanchoring.register(connection);
  merging.register(connection);
  registerImporting(connection, session, environment, () => locale);
  registerFormatting(connection, session, () => words);
  registerOverview({ connection, session, locale: () => locale });
  registerReading({ connection, session, locale: () => locale });
  registerDossier({ connection, session, locale: () => locale });
  registerGlance({ connection, session, locale: () => locale }, environment);
  registerStaged(connection, session, environment, () => words);
  registerPerformance(connection, session, environment, errors, VERSION);
  connection.onShutdown(() => {
    structure.end();
    watcher?.end();
    session.end();
    diagnostics.end();
  });
  documents.listen(connection);
  connection.listen();
}

/** The reader's language as a tag, also where a client says it as POSIX does; English where it says nothing that is one. */
function languageTag(locale: unknown): string {
  if (typeof locale !== 'string') return 'en';
  try {
    return Intl.getCanonicalLocales(locale.replace(/[.@][\s\S]*$/, '').replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** The commands of its own that a client names in its initialization options. */
function commandsIn(options: unknown): readonly unknown[] {
  const named = typeof options === 'object' && options !== null && 'commands' in options ? options.commands : undefined;
  return Array.isArray(named) ? named : [];
}

/** Whether the client shows the pages of the checks itself, under a scheme of its own. */
const showsPages = (options: unknown): boolean =>
  typeof options === 'object' && options !== null && (options as { pages?: unknown }).pages === true;

const wordsOf = (reason: unknown): string =>
  reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);

/** Work that takes long enough to be seen, in the client's own place for it. */
class Progress {
  private reporter: WorkDoneProgressServerReporter | undefined;
  private asked = false;

  constructor(
    private readonly connection: Connection,
    private readonly supported: () => boolean,
  ) {}

  show(state: { readonly done: number; readonly all: number; readonly name: string } | undefined): void {
    if (!state) {
      this.reporter?.done();
      this.reporter = undefined;
      this.asked = false;
      return;
    }
    const percent = state.all === 0 ? 0 : Math.floor((100 * state.done) / state.all);
    const message = `${state.done} / ${state.all}`;
    if (this.reporter) this.reporter.report(percent, message);
    else if (!this.asked && this.supported()) {
      this.asked = true;
      this.connection.window
        .createWorkDoneProgress()
        .then((reporter) => {
          if (!this.asked) return;
          this.reporter = reporter;
          reporter.begin(`Concord: ${state.name}`, percent, message);
        })
        // A client that wants none goes without.
        .catch(() => undefined);
    }
  }
}
