/** The panel with a corpus at a glance: which corpus, what its view asks of the server, and where its links lead. Draws nothing. */

import * as vscode from 'vscode';
import {
  CORPORA,
  type CorpusItem,
  GLANCE_FIND,
  GLANCE_MATRIX,
  GLANCE_NEIGHBOURS,
  GLANCE_NETWORK,
  GLANCE_TIMELINE,
  OPEN_DOSSIER_COMMAND,
} from '../../../server/src/lsp/protocol.ts';
import type { Server } from '../server.ts';
import { decodeGlanceAsk, type GlanceAsk } from './glanceAsks.ts';
import { lead, placeAsked } from './leading.ts';
import type { PanelRequest } from './panel.ts';
import { panelTypeOf, ViewPanel } from './viewPanel.ts';

const VIEW = 'glance';
/** Milliseconds of quiet before a changed corpus is looked at anew. */
const PAUSE = 1_200;

const METHODS = {
  timeline: GLANCE_TIMELINE,
  network: GLANCE_NETWORK,
  matrix: GLANCE_MATRIX,
  neighbours: GLANCE_NEIGHBOURS,
  find: GLANCE_FIND,
} as const;

/** For the tests: which corpus is shown, and what of it has been drawn last. */
export interface ShownGlance {
  readonly corpus: string;
  readonly drawn: string | undefined;
}

/** Where its corpus is, and what it is called. */
type Shown = Pick<CorpusItem, 'uri' | 'name'>;

export class GlancePanel implements vscode.Disposable {
  private view: ViewPanel | undefined;
  private shown: Shown | undefined;
  private drawn: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** What is being worked out: of each of the three kinds of questions the last is the one that counts. */
  private readonly running = new Map<'view' | 'neighbours' | 'find', vscode.CancellationTokenSource>();
  private readonly disposables: vscode.Disposable[];

  constructor(
    private readonly server: Server,
    private readonly extensionUri: vscode.Uri,
  ) {
    const { window, commands } = vscode;
    this.disposables = [
      commands.registerCommand('concord.showGlance', () => this.open()),
      window.registerWebviewPanelSerializer(panelTypeOf(VIEW), {
        deserializeWebviewPanel: async (panel) => this.revive(panel),
      }),
      server.onDidChange(() => this.changed()),
      server.onDidChangeState(() => this.changed()),
    ];
  }

  get state(): ShownGlance | undefined {
    return this.view && this.shown && { corpus: this.shown.uri, drawn: this.drawn };
  }

  async open(): Promise<boolean> {
    const corpus = await this.chosenCorpus();
    if (corpus === 'nothing') return false;
    if (corpus?.uri !== this.shown?.uri) this.drawn = undefined;
    this.shown = corpus;
    if (this.view) {
      this.view.panel.reveal();
      this.introduce();
      return true;
    }
    const where = vscode.window.activeTextEditor?.viewColumn ?? vscode.ViewColumn.Active;
    this.view = this.made(vscode.window.createWebviewPanel(panelTypeOf(VIEW), this.title, where));
    return true;
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.giveUp();
    this.view?.dispose();
    for (const disposable of this.disposables) disposable.dispose();
  }

  private get title(): string {
    return vscode.l10n.t('Corpus at a Glance');
  }

  private made(panel: vscode.WebviewPanel): ViewPanel {
    const view = new ViewPanel(panel, {
      view: VIEW,
      title: this.title,
      extensionUri: this.extensionUri,
      asked: (request) => this.hear(request),
      ready: () => this.introduce(),
    });
    view.onDidDispose(() => {
      if (this.view !== view) return;
      this.giveUp();
      this.view = undefined;
      this.drawn = undefined;
    });
    return view;
  }

  private revive(panel: vscode.WebviewPanel): void {
    if (this.view) panel.dispose();
    else this.view = this.made(panel);
  }

  /** Of several corpora the one that the file in the editor belongs to, else the one that is shown, else the one that is picked. */
  private async chosenCorpus(): Promise<Shown | 'nothing' | undefined> {
    const corpora = await this.corpora();
    if (corpora.length < 2) return corpora[0];
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    const around = corpora
      .filter((corpus) => uri?.startsWith(`${corpus.uri}/`))
      .sort((a, b) => b.uri.length - a.uri.length)[0];
    const known = around ?? (this.view && corpora.find((corpus) => corpus.uri === this.shown?.uri));
    if (known) return known;
    const picked = await vscode.window.showQuickPick(
      corpora.map((corpus) => ({ label: corpus.name, description: corpus.uri, corpus })),
      { placeHolder: vscode.l10n.t('Which corpus?') },
    );
    return picked?.corpus ?? 'nothing';
  }

  private async corpora(): Promise<readonly CorpusItem[]> {
    return (await this.server.request<CorpusItem[]>(CORPORA, {})) ?? [];
  }

  /** Tells a view that has just come what it is to show. */
  private async introduce(): Promise<void> {
    this.shown ??= (await this.corpora())[0];
    const locale = vscode.env.language;
    if (this.shown) this.view?.tell({ kind: 'corpus', name: this.shown.name, locale });
    else if (this.server.state === 'running' || this.server.state === 'off') this.view?.tell({ kind: 'none', locale });
  }

  private changed(): void {
    clearTimeout(this.timer);
    if (!this.view) return;
    this.timer = setTimeout(() => {
      if (!this.view?.isListening || this.server.state !== 'running') return;
      if (this.shown) this.view.tell({ kind: 'changed' });
      else void this.introduce();
    }, PAUSE);
  }

  private async hear(request: PanelRequest): Promise<void> {
    const corpus = this.shown?.uri;
    if (corpus === undefined) return;
    const place = placeAsked(corpus, request);
    if (place) return lead(this.view, this.server, place);
    switch (request.kind) {
      case 'openEntity':
        await vscode.commands.executeCommand(OPEN_DOSSIER_COMMAND, { corpus, id: request.id });
        return;
      case 'set': {
        const ask = decodeGlanceAsk(request);
        if (ask?.kind === 'drawn') this.drawn = ask.what;
        else if (ask) await this.answer(corpus, ask);
      }
    }
  }

  private async answer(corpus: string, ask: Exclude<GlanceAsk, { kind: 'drawn' }>): Promise<void> {
    const { kind, serial, ...params } = ask;
    const lane = kind === 'find' || kind === 'neighbours' ? kind : 'view';
    this.running.get(lane)?.cancel();
    const source = new vscode.CancellationTokenSource();
    this.running.set(lane, source);
    const model = await this.server.request<object | null>(METHODS[kind], { corpus, ...params }, source.token);
    const isLast = this.running.get(lane) === source;
    if (isLast) this.running.delete(lane);
    source.dispose();
    // What was not to be had will be asked for again when the server has come back.
    if (!isLast || model === undefined || (model === null && kind !== 'neighbours')) return;
    this.view?.tell(kind === 'find' ? { kind: 'found', serial, ids: model } : { kind, serial, model });
  }

  private giveUp(): void {
    for (const source of this.running.values()) source.cancel();
    this.running.clear();
  }
}
