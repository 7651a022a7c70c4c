/** Offers, after an edit of a text, to update the quotes that it changed. Works in pauses only; what has changed the server says. */

import * as vscode from 'vscode';
import { type Orphans, QUOTE_UPDATES, UPDATE_QUOTES_COMMAND } from '../../server/src/lsp/protocol.ts';
import { write } from './commands/reanchor.ts';
import { isCandidate, PROSE } from './corpusFolder.ts';
import { differenceLine } from './difference.ts';
import type { Server } from './server.ts';

/** An edit is over when nothing more has come for so long, in milliseconds. */
const PAUSE = 1_000;
const SETTING = 'concord.offerQuoteUpdates';

/** What is to be updated stands in the status bar: a message would come in the way of whoever goes on writing. */
export class QuoteUpdates implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem(
    'concord.quoteUpdates',
    vscode.StatusBarAlignment.Right,
    100,
  );
  private readonly offers = new Map<vscode.TextDocument, number>();
  private readonly timers = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>();
  private readonly disposables: readonly vscode.Disposable[];
  private wanted = isWanted();

  constructor(private readonly server: Server) {
    const { window, workspace } = vscode;
    this.item.name = vscode.l10n.t('Concord: Quotes to Update');
    this.item.command = UPDATE_QUOTES_COMMAND;
    this.disposables = [
      this.item,
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.edited(document);
      }),
      workspace.onDidCloseTextDocument((document) => this.forget(document)),
      window.onDidChangeActiveTextEditor(() => this.show()),
      server.onDidChangeState((state) => state === 'running' || this.forgetAll()),
      workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration(SETTING)) return;
        this.wanted = isWanted();
        if (!this.wanted) this.forgetAll();
      }),
    ];
  }

  /** How many quotes of a document wait to be updated. */
  offeredFor(document: vscode.TextDocument): number {
    return this.offers.get(document) ?? 0;
  }

  dispose(): void {
    this.forgetAll();
    for (const disposable of this.disposables) disposable.dispose();
  }

  private edited(document: vscode.TextDocument): void {
    if (!this.wanted || this.server.state !== 'running') return;
    if (!PROSE.includes(document.languageId) || !isCandidate(document)) return;
    clearTimeout(this.timers.get(document));
    this.timers.set(
      document,
      setTimeout(() => void this.ask(document), PAUSE),
    );
  }

  private async ask(document: vscode.TextDocument): Promise<void> {
    this.timers.delete(document);
    const answer = await this.server.request<Orphans>(QUOTE_UPDATES, { uri: document.uri.toString() });
    if (document.isClosed || !this.wanted || answer?.version !== document.version) return;
    if (answer.orphans.length > 0) this.offers.set(document, answer.orphans.length);
    else this.offers.delete(document);
    this.show();
  }

  private show(): void {
    const document = vscode.window.activeTextEditor?.document;
    const count = document ? this.offeredFor(document) : 0;
    if (count === 0) {
      this.item.hide();
      return;
    }
    this.item.text =
      count === 1 ? vscode.l10n.t('$(quote) Update 1 quote …') : vscode.l10n.t('$(quote) Update {0} quotes …', count);
    this.item.tooltip = vscode.l10n.t(
      'The text that they quote was edited. See what they would say, and choose which to update.',
    );
    this.item.show();
  }

  private forget(document: vscode.TextDocument): void {
    clearTimeout(this.timers.get(document));
    this.timers.delete(document);
    if (this.offers.delete(document)) this.show();
  }

  private forgetAll(): void {
    for (const document of [...this.timers.keys(), ...this.offers.keys()]) this.forget(document);
  }
}

const isWanted = (): boolean => vscode.workspace.getConfiguration().get(SETTING, true);

/**
 * Shows what the quotes would say, and updates those that are chosen.
 * @returns whether anything was written
 */
export async function updateQuotes(server: Server, given?: { readonly uri?: string }): Promise<boolean> {
  const uri = typeof given?.uri === 'string' ? given.uri : vscode.window.activeTextEditor?.document.uri.toString();
  const found = uri === undefined ? undefined : await server.request<Orphans>(QUOTE_UPDATES, { uri });
  if (uri === undefined || !found || found.orphans.length === 0) {
    const nothing = vscode.l10n.t('No quote was changed by an edit of this text.');
    void vscode.window.showInformationMessage(nothing);
    return false;
  }
  const items = found.orphans.flatMap(({ range, of, passages: [passage] }) =>
    passage
      ? [
          {
            label: passage.text,
            description: passage.altered ? vscode.l10n.t('{0} $(warning) says something else', of ?? '') : of,
            detail: differenceLine(passage.difference),
            picked: true,
            repair: { range, passage: passage.range },
          },
        ]
      : [],
  );
  const chosen = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    title: vscode.l10n.t('Update quotes to the edited text'),
    placeHolder: vscode.l10n.t('The quotes as they would be; below each one, what changes'),
    matchOnDetail: true,
  });
  if (!chosen || chosen.length === 0) return false;
  return write(server, { uri, version: found.version, repairs: chosen.map(({ repair }) => repair) });
}
