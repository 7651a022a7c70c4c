/** The reading view: a panel beside the editor that shows the document in it, and follows it. Draws nothing itself. */

import * as vscode from 'vscode';
import {
  OPEN_DOSSIER_COMMAND,
  READING,
  type ReadingAnswer,
  type ReadingParams,
} from '../../../server/src/lsp/protocol.ts';
import { isCandidate } from '../corpusFolder.ts';
import type { Server } from '../server.ts';
import type { PanelRequest } from './panel.ts';
import { panelTypeOf, ViewPanel, type ViewPanelOptions } from './viewPanel.ts';

/** Pauses before the view follows, in milliseconds. */
const AFTER_EDIT = 300;
const AFTER_SCROLL = 30;

/** What is shown, for the tests of the extension. */
export interface ShownReading {
  /** The path of the document that the view has drawn. */
  readonly drawn: string | undefined;
}

/** There is one of it: it shows whatever document is edited. */
export class ReadingView implements vscode.Disposable {
  private open: ReadingPanel | undefined;
  private readonly disposables: readonly vscode.Disposable[];

  constructor(
    private readonly server: Server,
    private readonly extensionUri: vscode.Uri,
  ) {
    const { commands, window } = vscode;
    this.disposables = [
      commands.registerCommand('concord.openReadingView', (given?: unknown) => this.show(given)),
      window.registerWebviewPanelSerializer(panelTypeOf('reading'), {
        deserializeWebviewPanel: async (panel, state: unknown) => this.revive(panel, state),
      }),
    ];
  }

  get state(): ShownReading | undefined {
    return this.open && { drawn: this.open.drawn };
  }

  dispose(): void {
    this.open?.view.dispose();
    for (const disposable of this.disposables) disposable.dispose();
  }

  private async show(given: unknown): Promise<void> {
    const uri = given instanceof vscode.Uri ? given : vscode.window.activeTextEditor?.document.uri;
    if (this.open) this.open.view.panel.reveal(undefined, true);
    const panel = this.open ?? this.made((options) => ViewPanel.create(options));
    if (uri) await panel.show(uri);
  }

  /** A second panel, which VS Code does not bring back, is let go. */
  private async revive(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const { uri, beside } = (state ?? {}) as { readonly uri?: unknown; readonly beside?: unknown };
    if (this.open || typeof uri !== 'string') panel.dispose();
    else {
      const made = this.made((options) => new ViewPanel(panel, options));
      await made.show(vscode.Uri.parse(uri), typeof beside === 'string' ? beside : null);
    }
  }

  private made(make: (options: ViewPanelOptions) => ViewPanel): ReadingPanel {
    const panel = new ReadingPanel(this.server, this.extensionUri, make);
    this.open = panel;
    panel.view.onDidDispose(() => {
      if (this.open === panel) this.open = undefined;
    });
    return panel;
  }
}

class ReadingPanel {
  readonly view: ViewPanel;
  /** The path of what the view has said that it has drawn. */
  drawn: string | undefined;
  private readonly disposables: vscode.Disposable[];
  private uri: vscode.Uri | undefined;
  private beside: string | null = null;
  private answer: ReadingAnswer | undefined;
  private asking: vscode.CancellationTokenSource | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private scrolling: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly server: Server,
    extensionUri: vscode.Uri,
    made: (options: ViewPanelOptions) => ViewPanel,
  ) {
    const { window, workspace } = vscode;
    this.view = made({
      view: 'reading',
      title: vscode.l10n.t('Reading View'),
      extensionUri,
      asked: (request) => this.hear(request),
      ready: () => this.refresh(),
    });
    this.view.panel.iconPath = vscode.Uri.joinPath(extensionUri, 'client', 'media', 'icon.png');
    this.disposables = [
      window.onDidChangeActiveTextEditor((editor) => {
        if (editor && isCandidate(editor.document)) void this.show(editor.document.uri);
      }),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.follow(textEditor)),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.pointOut(textEditor)),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.toString() === this.uri?.toString()) this.refreshSoon();
      }),
      server.onDidChange(() => this.refreshSoon()),
      server.onDidChangeState((state) => {
        if (state === 'running') this.refreshSoon();
      }),
      this.view.onDidDispose(() => this.end()),
    ];
  }

  async show(uri: vscode.Uri, beside: string | null = null): Promise<void> {
    const isOther = uri.toString() !== this.uri?.toString();
    this.uri = uri;
    if (isOther) this.beside = beside;
    await this.refresh();
  }

  private refreshSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), AFTER_EDIT);
  }

  private async refresh(): Promise<void> {
    clearTimeout(this.timer);
    const { uri, beside } = this;
    if (!uri) return;
    this.asking?.cancel();
    const asking = new vscode.CancellationTokenSource();
    this.asking = asking;
    const params: ReadingParams = { uri: uri.toString(), beside };
    const answer = await this.server.request<ReadingAnswer | null>(READING, params, asking.token);
    if (this.asking !== asking) return;
    this.asking = undefined;
    asking.dispose();
    // A request that the server has put off is asked again when it tells of a change.
    if (answer === undefined) return;
    this.answer = answer ?? undefined;
    this.send();
    const editor = this.editor();
    if (answer && editor) {
      this.follow(editor);
      this.pointOut(editor);
    }
  }

  private send(): void {
    const { answer, uri } = this;
    if (!answer) {
      const words = vscode.l10n.t('This file is no document of a corpus: there is nothing to read here.');
      this.view.tell({ kind: 'nothing', words });
      return;
    }
    const { locale, reading, beside } = answer;
    this.view.panel.title = vscode.l10n.t('Reading: {0}', shortened(reading.title));
    this.view.tell({ kind: 'show', uri: uri!.toString(), locale, reading, beside });
  }

  private hear(request: PanelRequest): void {
    switch (request.kind) {
      case 'openPlace':
        void this.open(request.path, request.start, request.end);
        break;
      case 'openDocument':
        void this.open(request.path, 0, 0);
        break;
      case 'openEntity':
        void this.openEntity(request.id);
        break;
      case 'set':
        if (request.key === 'drawn') this.drawn = String(request.value);
        else if (request.key === 'beside') {
          this.beside = typeof request.value === 'string' ? request.value : null;
          void this.refresh();
        }
    }
  }

  /** Goes to a place of the corpus in an editor that is not in the way of this view. */
  private async open(path: string, start: number, end: number): Promise<void> {
    const root = this.answer?.root;
    if (root === undefined || path.split('/').some((part) => part === '..') || path.startsWith('/')) return;
    const uri = vscode.Uri.joinPath(vscode.Uri.parse(root), path);
    const document = await vscode.workspace.openTextDocument(uri);
    await this.view.open(uri, new vscode.Range(document.positionAt(start), document.positionAt(end)));
  }

  private async openEntity(id: string): Promise<void> {
    const corpus = this.answer?.root;
    if (corpus === undefined) return;
    await vscode.commands.executeCommand(OPEN_DOSSIER_COMMAND, { corpus, id });
  }

  /** The editor that has the document, if it is seen. */
  private editor(): vscode.TextEditor | undefined {
    return vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === this.uri?.toString());
  }

  private follow(editor: vscode.TextEditor): void {
    if (editor.document.uri.toString() !== this.uri?.toString()) return;
    clearTimeout(this.scrolling);
    this.scrolling = setTimeout(() => {
      const [first] = editor.visibleRanges;
      if (first) this.tell('scroll', editor.document.offsetAt(first.start));
    }, AFTER_SCROLL);
  }

  private pointOut({ document, selection }: vscode.TextEditor): void {
    if (document.uri.toString() === this.uri?.toString()) this.tell('cursor', document.offsetAt(selection.active));
  }

  private tell(kind: 'scroll' | 'cursor', offset: number): void {
    this.view.tell({ kind, offset });
  }

  private end(): void {
    clearTimeout(this.timer);
    clearTimeout(this.scrolling);
    this.asking?.cancel();
    for (const disposable of this.disposables) disposable.dispose();
  }
}

const shortened = (title: string): string => ([...title].length <= 60 ? title : `${[...title].slice(0, 60).join('')}…`);
