/** The panel with the dossier of an entity: which entity, whether it follows the cursor, and where its links lead. Draws nothing. */

import * as vscode from 'vscode';
import {
  DOSSIER,
  type Dossier,
  type DossierArguments,
  ENTITIES_AT,
  type EntitiesAt,
  OPEN_DOSSIER_COMMAND,
  STATUS,
  type Status,
} from '../../../server/src/lsp/protocol.ts';
import type { Server } from '../server.ts';
import { lead, placeAsked } from './leading.ts';
import type { PanelRequest } from './panel.ts';
import { panelTypeOf, ViewPanel } from './viewPanel.ts';

const VIEW = 'dossier';
/** Pauses before it is drawn anew, in milliseconds: after a change of the corpus, and while the cursor moves. */
const PAUSE = 400;
const MOVING = 120;
/** So much more of a part at a time. */
const STEP = 5;
const DEFAULTS: Readonly<Record<string, number>> = { facts: 6, timeline: 40, figures: 24, offices: 16, company: 12 };

/** For the tests: what is shown, and whether the view has drawn it. */
export interface ShownDossier extends DossierArguments {
  readonly drawn: boolean;
  readonly follows: boolean;
}

export class DossierPanel implements vscode.Disposable {
  private view: ViewPanel | undefined;
  private shown: DossierArguments | undefined;
  private readonly before: DossierArguments[] = [];
  private limits: Readonly<Record<string, number>> = {};
  private follows = false;
  private drawn: string | undefined;
  /** Of the styles of a page that stands by itself. */
  private paper: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private moving: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;
  private readonly disposables: vscode.Disposable[];

  constructor(
    private readonly server: Server,
    private readonly extensionUri: vscode.Uri,
  ) {
    const { window, commands } = vscode;
    this.disposables = [
      commands.registerCommand(OPEN_DOSSIER_COMMAND, (given?: unknown) => this.open(given)),
      window.registerWebviewPanelSerializer(panelTypeOf(VIEW), {
        deserializeWebviewPanel: async (panel, state) => this.revive(panel, state),
      }),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.moved(textEditor)),
      window.onDidChangeActiveTextEditor((editor) => editor && this.moved(editor)),
      server.onDidChange(() => this.refreshSoon()),
      server.onDidChangeState(() => this.refreshSoon()),
    ];
  }

  get state(): ShownDossier | undefined {
    if (!this.view || !this.shown) return undefined;
    return { ...this.shown, drawn: this.drawn === this.shown.id, follows: this.follows };
  }

  /** Of what is given by a menu or link, else of what the cursor stands on. */
  async open(given?: unknown): Promise<boolean> {
    const wanted = argumentsFrom(given) ?? (await this.atCursor());
    if (!wanted) return false;
    this.go(wanted);
    this.view ??= this.made();
    if (!this.view.panel.visible) this.view.panel.reveal(undefined, true);
    await this.refresh();
    return true;
  }

  dispose(): void {
    clearTimeout(this.timer);
    clearTimeout(this.moving);
    this.view?.dispose();
    for (const disposable of this.disposables) disposable.dispose();
  }

  private made(panel?: vscode.WebviewPanel): ViewPanel {
    const options = {
      view: VIEW,
      title: vscode.l10n.t('Dossier'),
      extensionUri: this.extensionUri,
      asked: (request: PanelRequest) => this.hear(request),
      ready: () => this.refresh(),
    };
    const view = panel ? new ViewPanel(panel, options) : ViewPanel.create(options);
    view.onDidDispose(() => {
      if (this.view !== view) return;
      this.view = undefined;
      this.drawn = undefined;
      this.before.length = 0;
    });
    return view;
  }

  /** A second panel of one kind, which VS Code does not bring back, is let go. */
  private revive(panel: vscode.WebviewPanel, state: unknown): void {
    const { corpus, id, follows } = (state ?? {}) as Record<string, unknown>;
    const wanted = argumentsFrom({ corpus, id });
    if (!wanted || this.view) {
      panel.dispose();
      return;
    }
    this.shown = wanted;
    this.follows = follows === true;
    this.view = this.made(panel);
  }

  private go(to: DossierArguments): void {
    const { shown } = this;
    if (shown && shown.corpus === to.corpus && shown.id === to.id) return;
    if (shown && this.view) this.before.push(shown);
    if (this.before.length > 100) this.before.shift();
    this.shown = to;
    this.limits = {};
  }

  private async atCursor(): Promise<DossierArguments | undefined> {
    const editor = vscode.window.activeTextEditor;
    const found = editor && (await this.entitiesAt(editor));
    if (!found) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('There is no entity at the cursor. Place it on a name, or open a dossier from the side bar.'),
      );
      return undefined;
    }
    const { corpus, entities } = found;
    if (entities.length === 1) return { corpus, id: entities[0]!.id };
    const picked = await vscode.window.showQuickPick(
      entities.map(({ id, name, description }) => ({ label: name, description: id, detail: description, id })),
      { placeHolder: vscode.l10n.t('Whose dossier?'), matchOnDescription: true },
    );
    return picked && { corpus, id: picked.id };
  }

  private async entitiesAt({ document, selection }: vscode.TextEditor): Promise<EntitiesAt | undefined> {
    const { line, character } = selection.active;
    const params = { uri: document.uri.toString(), position: { line, character } };
    return (await this.server.request<EntitiesAt | null>(ENTITIES_AT, params)) ?? undefined;
  }

  /** What follows the cursor stays where it is while that stands on nothing, or on what may be several. */
  private moved(editor: vscode.TextEditor): void {
    if (!this.follows || !this.view?.isListening) return;
    clearTimeout(this.moving);
    this.moving = setTimeout(async () => {
      const found = await this.entitiesAt(editor);
      const [entity] = found?.entities ?? [];
      if (!this.follows || !found || !entity || found.entities.length > 1 || this.shown?.id === entity.id) return;
      this.go({ corpus: found.corpus, id: entity.id });
      await this.refresh();
    }, MOVING);
  }

  private refreshSoon(): void {
    clearTimeout(this.timer);
    if (this.view) this.timer = setTimeout(() => void this.refresh(), PAUSE);
  }

  private async refresh(): Promise<void> {
    const { shown, view } = this;
    if (!view?.isListening || !shown) return;
    const number = ++this.asked;
    const model = await this.server.request<Dossier | null>(DOSSIER, { ...shown, limits: this.limits });
    const paper = await this.styles();
    // What is not known while files are being read may be known in a moment.
    const isReading = model === null && (await this.server.request<Status>(STATUS, { uri: shown.corpus }))?.indexing;
    if (number !== this.asked || this.view !== view) return;
    // Without a server there is nothing new to show; it says so when there is.
    if (model === undefined) return;
    view.panel.title = titleOf(model?.name ?? shown.id);
    view.tell({
      kind: 'show',
      ...shown,
      model,
      paper,
      isReading: isReading === true,
      follows: this.follows,
      canGoBack: this.before.length > 0,
      locale: vscode.env.language,
    });
  }

  private async styles(): Promise<string> {
    const uri = vscode.Uri.joinPath(this.extensionUri, 'dist', 'client', 'webviews', VIEW, 'paper.css');
    this.paper ??= new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    return this.paper;
  }

  private async hear(request: PanelRequest): Promise<void> {
    const { shown } = this;
    if (!shown) return;
    const { corpus } = shown;
    const place = placeAsked(corpus, request);
    if (place) return lead(this.view, this.server, place);
    switch (request.kind) {
      case 'openEntity':
        this.go({ corpus, id: request.id });
        return this.refresh();
      case 'set':
        return this.set(request.key, request.value);
    }
  }

  private async set(key: string, value: string | number | boolean | null): Promise<void> {
    if (key === 'drawn' && typeof value === 'string') this.drawn = value;
    else if (key === 'follows' && typeof value === 'boolean') {
      this.follows = value;
      await this.refresh();
      const editor = vscode.window.activeTextEditor ?? vscode.window.visibleTextEditors[0];
      if (editor) this.moved(editor);
    } else if (key === 'more' && typeof value === 'string' && Object.hasOwn(DEFAULTS, value)) {
      this.limits = { ...this.limits, [value]: (this.limits[value] ?? DEFAULTS[value]!) * STEP };
      await this.refresh();
    } else if (key === 'back') {
      const last = this.before.pop();
      if (!last) return;
      this.shown = last;
      this.limits = {};
      await this.refresh();
    }
  }
}

/** An entity of the side bar, or one named by a link; whoever sends something else is not listened to. */
function argumentsFrom(given: unknown): DossierArguments | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const { corpus, id, entity } = given as Record<string, unknown>;
  const root = typeof corpus === 'object' && corpus !== null ? (corpus as Record<string, unknown>).uri : corpus;
  const name = typeof entity === 'object' && entity !== null ? (entity as Record<string, unknown>).id : id;
  return typeof root === 'string' && typeof name === 'string' && name !== '' ? { corpus: root, id: name } : undefined;
}

/** A tab is no place for a name of five hundred letters. */
const titleOf = (name: string): string => (name.length > 40 ? `${name.slice(0, 39)}…` : name);
