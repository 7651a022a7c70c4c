/**
 * A panel with a web view in it: made, brought back after a reload, told things once it listens, and asked things that are
 * decoded first. Opens the files that its links lead to in the other column. Knows no subject.
 */

import * as vscode from 'vscode';
import { decodeRequest, type PanelRequest, pageOf, SAVED_TYPES } from './panel.ts';

export interface ViewPanelOptions {
  /** A folder of client/webviews. */
  readonly view: string;
  readonly title: string;
  readonly extensionUri: vscode.Uri;
  /** What the view asks; `ready` is seen to before, and so is `save`. */
  readonly asked: (request: PanelRequest) => unknown;
  /** The view listens, for the first time or again: it knows nothing. */
  readonly ready: () => unknown;
}

/** The name under which VS Code knows the panels of a view, and brings them back. */
export const panelTypeOf = (view: string): string => `concord.${view}`;

export class ViewPanel implements vscode.Disposable {
  private listens = false;
  private readonly disposables: vscode.Disposable[] = [];
  private readonly gone = new vscode.EventEmitter<void>();

  readonly onDidDispose = this.gone.event;

  /** Opens a panel beside what is looked at, and leaves the focus there. */
  static create(options: ViewPanelOptions): ViewPanel {
    const where = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    return new ViewPanel(vscode.window.createWebviewPanel(panelTypeOf(options.view), options.title, where), options);
  }

  /** `panel` is new, or one that VS Code brings back. */
  constructor(
    readonly panel: vscode.WebviewPanel,
    private readonly options: ViewPanelOptions,
  ) {
    const { view, extensionUri, title } = options;
    const { webview } = panel;
    webview.options = {
      enableScripts: true,
      enableCommandUris: false,
      localResourceRoots: [vscode.Uri.joinPath(extensionUri, 'dist', 'client', 'webviews', view)],
    };
    this.disposables.push(
      this.gone,
      webview.onDidReceiveMessage((message: unknown) => this.hear(message)),
      panel.onDidChangeViewState(() => {
        // A view that is hidden is taken down, and made anew when it is seen again.
        if (!panel.visible) this.listens = false;
      }),
      panel.onDidDispose(() => {
        this.listens = false;
        this.gone.fire();
        for (const disposable of this.disposables) disposable.dispose();
      }),
    );
    panel.title = title;
    webview.html = pageOf(webview, extensionUri, view, title);
  }

  /** Whether the view is there to be told anything; else it asks by itself when it is. */
  get isListening(): boolean {
    return this.listens;
  }

  /** `message` is plain data. */
  tell(message: object): void {
    if (this.listens) void this.panel.webview.postMessage(message);
  }

  /** Where a file that a link leads to belongs: not over the panel. */
  get otherColumn(): vscode.ViewColumn {
    const own = this.panel.viewColumn;
    const groups = vscode.window.tabGroups.all.filter(({ viewColumn }) => viewColumn !== own);
    const withText = groups.find(({ activeTab }) => activeTab?.input instanceof vscode.TabInputText) ?? groups[0];
    return withText?.viewColumn ?? vscode.ViewColumn.Beside;
  }

  /** Opens a file with a stretch of it selected. */
  async open(uri: vscode.Uri, selection?: vscode.Range): Promise<vscode.TextEditor> {
    return vscode.window.showTextDocument(uri, { viewColumn: this.otherColumn, ...(selection && { selection }) });
  }

  dispose(): void {
    this.panel.dispose();
  }

  private hear(message: unknown): void {
    const request = decodeRequest(message);
    if (!request) return;
    if (request.kind === 'ready') {
      this.listens = true;
      this.options.ready();
    } else if (request.kind === 'save') void save(request);
    else this.options.asked(request);
  }
}

/** Asks where, and writes what a view has drawn there. */
async function save({ name, type, data }: PanelRequest & { kind: 'save' }): Promise<void> {
  const end = SAVED_TYPES[type]!;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const suggested = `${fileName(name)}.${end}`;
  const uri = await vscode.window.showSaveDialog({
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, suggested) }),
    filters: { [end.toUpperCase()]: [end] },
  });
  if (!uri) return;
  const bytes = type === 'image/png' ? bytesOf(data) : new TextEncoder().encode(data);
  try {
    await vscode.workspace.fs.writeFile(uri, bytes);
  } catch (reason) {
    void vscode.window.showErrorMessage(vscode.l10n.t('The file could not be written: {0}', String(reason)));
    return;
  }
  vscode.window.setStatusBarMessage(vscode.l10n.t('Saved: {0}', vscode.workspace.asRelativePath(uri)), 6000);
}

/** A name that every file system takes. */
function fileName(name: string): string {
  const plain = name.replace(/[\u0000-\u001f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]+/g, ' ').trim();
  return plain.replace(/^\.+/, '').slice(0, 80).trim() || 'concord';
}

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
