/** When a client is asked to ask again: what it shows of a file may depend on others. Knows no content. */

import type { ClientCapabilities, Connection } from 'vscode-languageserver';

type Shown = 'codeLenses' | 'inlayHints' | 'semanticTokens';

/** After a change that the client has not made itself, in milliseconds: they come in runs. */
const SOON = 100;
/** After an edit: figures above records are looked at between two edits, not while one types. */
const LATER = 1_000;

export class Refreshes {
  private readonly able = new Set<Shown | 'folding'>();
  /** What the client has asked for so far: nobody else has anything to refresh. */
  private readonly shown = new Set<Shown>();
  private oweFolding = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private due = Number.POSITIVE_INFINITY;

  constructor(private readonly connection: Connection) {}

  begin({ workspace }: ClientCapabilities): void {
    if (workspace?.codeLens?.refreshSupport) this.able.add('codeLenses');
    if (workspace?.inlayHint?.refreshSupport) this.able.add('inlayHints');
    if (workspace?.semanticTokens?.refreshSupport) this.able.add('semanticTokens');
    if (workspace?.foldingRange?.refreshSupport) this.able.add('folding');
  }

  shows(what: Shown): void {
    this.shown.add(what);
  }

  /** A file was not yet known when its folds were asked for. */
  owesFolding(): void {
    this.oweFolding = true;
  }

  changed(): void {
    this.ask(SOON);
  }

  settingsChanged(): void {
    this.ask(0);
  }

  edited(): void {
    if (this.shown.has('codeLenses')) this.ask(LATER);
  }

  end(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.able.clear();
  }

  private ask(wait: number): void {
    const due = Date.now() + wait;
    // What is to come soon is not put off by what comes later; edits put one another off.
    if (this.timer !== undefined && this.due < due && wait < LATER) return;
    clearTimeout(this.timer);
    this.due = due;
    this.timer = setTimeout(() => this.tell(), wait);
  }

  private tell(): void {
    this.timer = undefined;
    const { languages } = this.connection;
    const wants = (what: Shown) => this.able.has(what) && this.shown.has(what);
    const told: Promise<void>[] = [];
    if (wants('codeLenses')) told.push(this.connection.sendRequest('workspace/codeLens/refresh'));
    if (wants('inlayHints')) told.push(languages.inlayHint.refresh());
    if (wants('semanticTokens')) told.push(languages.semanticTokens.refresh());
    if (this.oweFolding && this.able.has('folding')) {
      this.oweFolding = false;
      told.push(languages.foldingRange.refresh());
    }
    // A client that does not want to be told goes without.
    for (const one of told) one.catch(() => undefined);
  }
}
