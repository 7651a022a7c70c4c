/** What an editor does with the built server: opens, types, watches, asks. Holds its own texts; knows nothing of Concord's code. */

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type {
  CancellationToken,
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  Position,
  PublishDiagnosticsParams,
  Range,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Highlights, Status } from '../../server/src/lsp/protocol.ts';
import { CHECKOUT, folderOf } from '../cli/program.ts';
import { type ServerProcess, startServer } from './client.ts';

let bundle: Promise<string> | undefined;

/** The path of the server, bundled once for all tests of a run; beside it the checks' pages, as in the package. */
export function builtServer(): Promise<string> {
  bundle ??= (async () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'concord-server-')));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    const outfile = join(folder, 'dist/server/src/node.js');
    await build({
      entryPoints: [join(CHECKOUT, 'server/src/node.ts')],
      outfile,
      bundle: true,
      minify: true,
      keepNames: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      logLevel: 'silent',
    });
    mkdirSync(join(folder, 'server/src'), { recursive: true });
    symlinkSync(join(CHECKOUT, 'server/src/checks'), join(folder, 'server/src/checks'), 'junction');
    return outfile;
  })();
  return bundle;
}

export type Files = Readonly<Record<string, string | Uint8Array>>;

export interface Options {
  /** Folders of the workspace, relative to `root`; the root itself by default. */
  readonly folders?: readonly string[];
  /** Whether the client pulls diagnostics; true by default. */
  readonly pulls?: boolean;
  readonly capabilities?: { readonly [key: string]: object | boolean };
  /** Answers to the server's requests, by method, beside the usual ones. */
  readonly answers?: Readonly<Record<string, () => unknown>>;
  readonly params?: object;
  /** Whether the server must have seen nothing before. */
  readonly own?: boolean;
}

/** What a client can take that lacks nothing. */
export const NEWEST = {
  textDocument: {
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown', 'plaintext'] } },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    publishDiagnostics: { relatedInformation: true },
  },
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] } },
} as const;

const DEADLINE = 10_000;

/** Asks until the answer passes; what it lacked at the deadline is the failure. */
export async function eventually<T>(ask: () => T | Promise<T>, judge: (found: T) => void): Promise<T> {
  const end = Date.now() + DEADLINE;
  for (let wait = 2; ; wait = Math.min(wait * 2, 50)) {
    const found = await ask();
    try {
      judge(found);
      return found;
    } catch (reason) {
      if (Date.now() > end) throw reason;
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

/** Resolves to what `promise` does, or to `undefined` after a time in which something that must not come would have come. */
export function within<T>(promise: Promise<T>, milliseconds: number): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

const running = new Set<Editor>();
/** Servers whose test is over, for a next one with the same kind of client: most of a test would be their start. */
const idle = new Map<boolean, { readonly server: ServerProcess; readonly initialized: Editor['initialized'] }[]>();

/** Ends what a test has left: its documents are closed and its folders removed, or its server is. */
export function closeAll(): void {
  for (const editor of running) editor.leave();
}

export function endServers(): void {
  for (const { server } of [...idle.values()].flat()) server.kill();
  idle.clear();
}

export class Editor {
  readonly documents = new Map<string, TextDocument>();
  readonly pushes: PublishDiagnosticsParams[] = [];
  readonly registrations: { readonly method: string; readonly registerOptions?: unknown }[] = [];
  private isEnding = false;
  refreshes = 0;
  changes = 0;
  initialized!: { readonly capabilities: Record<string, unknown>; readonly serverInfo: { readonly name: string } };

  /** A server for a new folder with the files in it; one of its own where the test needs one that has seen nothing else. */
  static async on(files: Files, options: Options = {}): Promise<Editor> {
    const script = await builtServer();
    const root = folderOf(files);
    const { folders = [''], pulls = true, own, ...rest } = options;
    const isOwn = own === true || Object.keys(rest).length > 0;
    const known = isOwn ? undefined : idle.get(pulls)?.pop();
    const server = known?.server ?? startServer(process.execPath, [script, '--stdio']);
    const editor = new Editor(root, server, isOwn ? undefined : { folders, pulls });
    running.add(editor);
    if (known) {
      editor.initialized = known.initialized;
      editor.listen(options);
      editor.changeFolders(folders, []);
    } else await editor.initialize(options);
    return editor;
  }

  private constructor(
    readonly root: string,
    readonly server: ServerProcess,
    /** With what another test can go on with the server. */
    private readonly shared: { readonly folders: readonly string[]; readonly pulls: boolean } | undefined,
  ) {}

  private listen({ answers = {} }: Options): void {
    const { connection } = this.server;
    connection.onNotification('textDocument/publishDiagnostics', (push: PublishDiagnosticsParams) => {
      this.pushes.push(push);
    });
    connection.onNotification('concord/changed', () => {
      this.changes++;
    });
    const own: Options['answers'] = {
      'workspace/diagnostic/refresh': () => {
        this.refreshes++;
        return null;
      },
      'window/workDoneProgress/create': () => null,
      ...answers,
    };
    for (const [method, answer] of Object.entries(own)) connection.onRequest(method, answer);
    connection.onRequest('client/registerCapability', ({ registrations }) => {
      this.registrations.push(...registrations);
      return answers['client/registerCapability']?.() ?? null;
    });
  }

  private async initialize(options: Options): Promise<void> {
    const { folders = [''], pulls = true, capabilities = {}, params } = options;
    this.listen(options);
    this.initialized = await this.ask('initialize', {
      processId: process.pid,
      clientInfo: { name: 'a test' },
      rootUri: null,
      workspaceFolders: folders.map((path) => ({ uri: this.uri(path), name: path })),
      capabilities: {
        general: { positionEncodings: ['utf-16'] },
        textDocument: { ...(pulls && { diagnostic: {} }), ...NEWEST.textDocument },
        workspace: {
          ...NEWEST.workspace,
          workspaceFolders: true,
          diagnostics: { refreshSupport: true },
          didChangeWatchedFiles: { dynamicRegistration: true },
        },
        ...capabilities,
      },
      ...params,
    });
    this.tell('initialized', {});
  }

  uri(path: string): string {
    return pathToFileURL(join(this.root, path)).href;
  }

  ask<T>(method: string, params?: unknown, token?: CancellationToken): Promise<T> {
    this.isEnding ||= method === 'shutdown';
    const { connection } = this.server;
    // An absent token must not be given at all: it would count as another parameter.
    if (token) return connection.sendRequest(method, params, token);
    return params === undefined ? connection.sendRequest(method) : connection.sendRequest(method, params);
  }

  tell(method: string, params?: unknown): void {
    this.isEnding ||= method === 'exit';
    const { connection } = this.server;
    void (
      params === undefined ? connection.sendNotification(method) : connection.sendNotification(method, params)
    ).catch(() => undefined);
  }

  /** Opens a file as it is on disk, or with another text. */
  open(path: string, text?: string, languageId = 'markdown'): TextDocument {
    const document = TextDocument.create(
      this.uri(path),
      languageId,
      1,
      text ?? readFileSync(join(this.root, path), 'utf8'),
    );
    this.documents.set(path, document);
    this.tell('textDocument/didOpen', {
      textDocument: { uri: document.uri, languageId, version: 1, text: document.getText() },
    });
    return document;
  }

  close(path: string): void {
    this.documents.delete(path);
    this.tell('textDocument/didClose', { textDocument: { uri: this.uri(path) } });
  }

  textOf(path: string): string {
    return this.documents.get(path)!.getText();
  }

  /** Changes one after the other, each counted in the text that those before it leave, in one notification. */
  change(path: string, ...changes: readonly { readonly range?: Range; readonly text: string }[]): void {
    const document = this.documents.get(path)!;
    const version = document.version + 1;
    TextDocument.update(document, [...changes], version);
    this.tell('textDocument/didChange', { textDocument: { uri: document.uri, version }, contentChanges: changes });
  }

  /** Puts `after` in the place of the first `before`, as an edit of that place only. */
  replace(path: string, before: string, after: string): void {
    const start = this.textOf(path).indexOf(before);
    assert.ok(start >= 0, `"${before}" is in ${path}`);
    const document = this.documents.get(path)!;
    const range = { start: document.positionAt(start), end: document.positionAt(start + before.length) };
    this.change(path, { range, text: after });
  }

  /** The position of the cursor in the first `text` that holds it as `|`. */
  at(path: string, text: string): Position {
    const cursor = text.indexOf('|');
    const start = this.textOf(path).indexOf(text.replace('|', ''));
    assert.ok(start >= 0 && cursor >= 0, `"${text}" is in ${path}`);
    return this.documents.get(path)!.positionAt(start + cursor);
  }

  rangeOf(path: string, text: string): Range {
    const document = this.documents.get(path)!;
    const start = document.getText().indexOf(text);
    assert.ok(start >= 0, `"${text}" is in ${path}`);
    return { start: document.positionAt(start), end: document.positionAt(start + text.length) };
  }

  /** A request at a place of an open document. */
  askAt<T>(method: string, path: string, text: string, more: object = {}): Promise<T> {
    return this.ask(`textDocument/${method}`, {
      textDocument: { uri: this.uri(path) },
      position: this.at(path, text),
      ...more,
    });
  }

  pull(path: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.ask('textDocument/diagnostic', { textDocument: { uri: this.uri(path) }, previousResultId });
  }

  async diagnostics(path: string): Promise<readonly Diagnostic[]> {
    const report = await this.pull(path);
    assert.ok(report.kind === 'full');
    return report.items;
  }

  /** The findings of a file as `line:character code`. */
  async findings(path: string): Promise<readonly string[]> {
    return (await this.diagnostics(path)).map(shown);
  }

  async codes(path: string): Promise<readonly string[]> {
    return (await this.diagnostics(path)).map(({ code }) => String(code));
  }

  /** Waits until the codes of a file's findings are these. */
  async awaitCodes(path: string, expected: readonly string[]): Promise<void> {
    await eventually(
      () => this.codes(path),
      (codes) => assert.deepEqual(codes, expected),
    );
  }

  workspacePull(
    previousResultIds: readonly { uri: string; value: string }[] = [],
    more: object = {},
    token?: CancellationToken,
  ): Promise<WorkspaceDiagnosticReport> {
    return this.ask('workspace/diagnostic', { previousResultIds, ...more }, token);
  }

  status(path: string): Promise<Status> {
    return this.ask('concord/status', { uri: this.uri(path) });
  }

  highlights(path: string): Promise<Highlights> {
    return this.ask('concord/highlights', { uri: this.uri(path) });
  }

  /** Waits until all has been read that the server knows of. */
  async settled(): Promise<this> {
    await eventually(
      () => this.status('concord.yaml'),
      ({ indexing }) => assert.equal(indexing, false),
    );
    return this;
  }

  /** Tells of changes on disk as a watcher does. */
  watched(events: Readonly<Record<string, 'created' | 'changed' | 'deleted'>>): void {
    const types = { created: 1, changed: 2, deleted: 3 };
    this.tell('workspace/didChangeWatchedFiles', {
      changes: Object.entries(events).map(([path, type]) => ({ uri: this.uri(path), type: types[type] })),
    });
  }

  /** Applies a workspace edit to the open documents, as an editor does. */
  apply({ documentChanges }: WorkspaceEdit): void {
    for (const change of documentChanges ?? []) {
      if (!('textDocument' in change)) continue;
      const { uri, version } = change.textDocument;
      const [path, document] = [...this.documents].find(([, { uri: own }]) => own === uri)!;
      assert.ok(version === null || version === document.version, 'the edit is for the text as it is');
      const edits = change.edits.map((edit) => ({
        range: (edit as { range: Range }).range,
        text: (edit as { newText: string }).newText,
      }));
      // From the end of the text on, so that no edit moves another.
      edits.sort((a, b) => document.offsetAt(b.range.start) - document.offsetAt(a.range.start));
      this.change(path, ...edits);
    }
  }

  async actions(path: string, text: string, only?: readonly string[]): Promise<readonly CodeAction[]> {
    const found = await this.ask<readonly CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: this.uri(path) },
      range: this.rangeOf(path, text),
      context: { diagnostics: [], ...(only && { only }) },
    });
    return found;
  }

  changeFolders(added: readonly string[], removed: readonly string[]): void {
    const folder = (path: string) => ({ uri: this.uri(path), name: path });
    this.tell('workspace/didChangeWorkspaceFolders', {
      event: { added: added.map(folder), removed: removed.map(folder) },
    });
  }

  leave(): void {
    running.delete(this);
    const { server, shared, initialized } = this;
    if (shared && initialized && !this.isEnding && server.process.exitCode === null) {
      for (const path of [...this.documents.keys()]) this.close(path);
      this.changeFolders([], shared.folders);
      idle.set(shared.pulls, [...(idle.get(shared.pulls) ?? []), { server, initialized }]);
    } else server.kill();
    rmSync(this.root, { recursive: true, force: true });
  }
}

export const shown = ({ range, code }: Diagnostic): string => `${range.start.line}:${range.start.character} ${code}`;

/** The items of a workspace report by path, as codes. */
export function reportsOf(
  editor: Editor,
  items: readonly WorkspaceDocumentDiagnosticReport[],
): Record<string, readonly string[]> {
  const prefix = editor.uri('').replace(/\/?$/, '/');
  return Object.fromEntries(
    items.map((item) => [
      decodeURIComponent(item.uri.slice(prefix.length)),
      item.kind === 'full' ? item.items.map(({ code }) => String(code)) : ['unchanged'],
    ]),
  );
}
