/** Highlights in the visible editors: when they are asked for and when they are drawn. Knows neither looks nor meaning. */

import * as vscode from 'vscode';
import { type Highlights as Answer, HIGHLIGHTS, type Highlight } from '../../server/src/lsp/protocol.ts';
import { isCandidate } from './corpusFolder.ts';
import { createStyles, type Stroke, type StyleName, strokesOf } from './highlightStyles.ts';
import type { Server } from './server.ts';

/** In a document with more highlights only those near what is on the screen are drawn. */
const DRAW_ALL = 3000;
/** Lines beyond the edges of the screen that are drawn nevertheless. */
const MARGIN = 150;
/** The pause after an edit, in milliseconds: as long as the answer before took, within these. */
const LEAST_PAUSE = 40;
const LONGEST_PAUSE = 500;

/** What is known of one open document. */
interface Sheet {
  answer?: Answer;
  /** The server has said since that it may be another. */
  stale: boolean;
  /** Ends the request that is under way. */
  asking?: vscode.CancellationTokenSource;
  timer?: ReturnType<typeof setTimeout>;
  /** How long the last answer took, in milliseconds. */
  took: number;
}

export class Highlights implements vscode.Disposable {
  private readonly styles = createStyles();
  private readonly sheets = new Map<vscode.TextDocument, Sheet>();
  /** What an editor shows, so that nothing is drawn twice. */
  private readonly drawn = new WeakMap<
    vscode.TextEditor,
    { readonly answer: Answer; readonly from: number; readonly to: number }
  >();
  private readonly disposables: vscode.Disposable[];
  private settings = readSettings();

  constructor(private readonly server: Server) {
    const { window, workspace } = vscode;
    this.disposables = [
      ...this.styles.values(),
      server.onDidChange(() => this.askForAll()),
      server.onDidChangeState((state) =>
        state === 'running' ? this.askForAll() : state === 'starting' || this.clear(),
      ),
      window.onDidChangeVisibleTextEditors(() => this.visibleEditorsChanged()),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.draw(textEditor)),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.edited(document);
      }),
      workspace.onDidCloseTextDocument((document) => this.forget(document)),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('concord.highlights')) this.settingsChanged();
      }),
    ];
  }

  /** What is known to be shown in a document as it is now; undefined while that is not known. */
  shownIn(document: vscode.TextDocument): readonly Highlight[] | undefined {
    const answer = this.sheets.get(document)?.answer;
    if (!this.settings.enabled || answer?.version !== document.version) return undefined;
    return answer.highlights.filter((highlight) => this.isWanted(highlight));
  }

  dispose(): void {
    for (const document of [...this.sheets.keys()]) this.forget(document);
    for (const disposable of this.disposables) disposable.dispose();
  }

  private askForAll(): void {
    // What is out of sight is asked for when it is looked at.
    for (const sheet of this.sheets.values()) sheet.stale = true;
    for (const document of visibleDocuments()) this.askSoon(document, 0);
  }

  private visibleEditorsChanged(): void {
    for (const editor of vscode.window.visibleTextEditors) {
      const { document } = editor;
      const sheet = this.sheets.get(document);
      this.draw(editor);
      if (sheet?.answer?.version !== document.version || sheet.stale) this.askSoon(document, 0);
    }
  }

  /** The editor moves what is drawn along with the text, until the answer for the new text is there. */
  private edited(document: vscode.TextDocument): void {
    const sheet = this.sheets.get(document);
    sheet?.asking?.cancel();
    if (!visibleDocuments().includes(document)) return;
    this.askSoon(document, Math.min(Math.max(sheet?.took ?? 0, LEAST_PAUSE), LONGEST_PAUSE));
  }

  private askSoon(document: vscode.TextDocument, pause: number): void {
    if (!this.settings.enabled || this.server.state !== 'running' || !isCandidate(document)) return;
    const sheet = this.sheetOf(document);
    clearTimeout(sheet.timer);
    sheet.timer = setTimeout(() => void this.ask(document, sheet), pause);
  }

  private async ask(document: vscode.TextDocument, sheet: Sheet): Promise<void> {
    sheet.asking?.cancel();
    const asking = new vscode.CancellationTokenSource();
    sheet.asking = asking;
    const since = Date.now();
    const answer = await this.server.request<Answer>(HIGHLIGHTS, { uri: document.uri.toString() }, asking.token);
    if (sheet.asking !== asking) return;
    sheet.asking = undefined;
    asking.dispose();
    sheet.took = Date.now() - since;
    if (!answer || answer.version !== document.version || this.sheets.get(document) !== sheet) return;
    sheet.answer = answer;
    sheet.stale = false;
    for (const editor of vscode.window.visibleTextEditors) if (editor.document === document) this.draw(editor);
  }

  /** Draws what is known of an editor's document, if it is known of the text as it is now. */
  private draw(editor: vscode.TextEditor): void {
    const answer = this.sheets.get(editor.document)?.answer;
    if (!this.settings.enabled || answer?.version !== editor.document.version) return;
    const few = answer.highlights.length <= DRAW_ALL;
    const from = few ? 0 : Math.max(0, (editor.visibleRanges[0]?.start.line ?? 0) - MARGIN);
    const to = few ? Number.POSITIVE_INFINITY : (editor.visibleRanges.at(-1)?.end.line ?? 0) + MARGIN;
    const drawn = this.drawn.get(editor);
    if (drawn?.answer === answer && drawn.from <= from + MARGIN / 2 && drawn.to >= to - MARGIN / 2) return;
    this.drawn.set(editor, { answer, from, to });
    const near = few
      ? answer.highlights
      : answer.highlights.filter(({ range }) => range.end.line >= from && range.start.line <= to);
    this.paint(editor, strokesOf(near.filter((highlight) => this.isWanted(highlight))));
  }

  private paint(editor: vscode.TextEditor, strokes: readonly Stroke[]): void {
    const ranges = new Map<StyleName, vscode.Range[]>();
    for (const { style, range } of strokes) {
      const own = ranges.get(style);
      if (own) own.push(range);
      else ranges.set(style, [range]);
    }
    for (const [name, type] of this.styles) editor.setDecorations(type, ranges.get(name) ?? []);
  }

  private isWanted({ kind }: Highlight): boolean {
    return kind === 'claim' ? this.settings.claims : kind === 'untagged' ? this.settings.untaggedNames : true;
  }

  private settingsChanged(): void {
    this.settings = readSettings();
    this.clear();
    if (this.settings.enabled) this.askForAll();
  }

  private clear(): void {
    for (const document of [...this.sheets.keys()]) this.forget(document);
    for (const editor of vscode.window.visibleTextEditors) {
      if (this.drawn.delete(editor)) this.paint(editor, []);
    }
  }

  private forget(document: vscode.TextDocument): void {
    const sheet = this.sheets.get(document);
    clearTimeout(sheet?.timer);
    sheet?.asking?.cancel();
    this.sheets.delete(document);
  }

  private sheetOf(document: vscode.TextDocument): Sheet {
    const known = this.sheets.get(document);
    if (known) return known;
    const sheet: Sheet = { took: 0, stale: false };
    this.sheets.set(document, sheet);
    return sheet;
  }
}

const visibleDocuments = (): readonly vscode.TextDocument[] => [
  ...new Set(vscode.window.visibleTextEditors.map(({ document }) => document)),
];

interface HighlightSettings {
  readonly enabled: boolean;
  readonly claims: boolean;
  readonly untaggedNames: boolean;
}

function readSettings(): HighlightSettings {
  const settings = vscode.workspace.getConfiguration('concord.highlights');
  return {
    enabled: settings.get('enabled', true),
    claims: settings.get('claims', true),
    untaggedNames: settings.get('untaggedNames', true),
  };
}
