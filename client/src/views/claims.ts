/** The claims of the document in the editor, in the order of its text. A click goes to the words that say it. */

import * as vscode from 'vscode';
import { CLAIMS_IN_ORDER, type ClaimListItem, type Range } from '../../../server/src/lsp/protocol.ts';
import { isCandidate } from '../corpusFolder.ts';
import type { Server } from '../server.ts';
import { Tree } from './tree.ts';

/** A claim of the view, as its commands are given it. */
export interface ClaimNode {
  readonly uri: vscode.Uri;
  readonly claim: ClaimListItem;
}

export class ClaimsView extends Tree<ClaimNode> {
  private document: vscode.TextDocument | undefined;

  constructor(server: Server) {
    super(server, 'concord.claims');
    const { window, workspace } = vscode;
    this.disposables.push(
      server.onDidChange(this.refreshSoon),
      window.onDidChangeActiveTextEditor(() => this.follow()),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document === this.document) this.refreshSoon();
      }),
      vscode.commands.registerCommand('concord.goToQuote', (node?: ClaimNode) => go(node, ({ range }) => range)),
      vscode.commands.registerCommand('concord.goToClaim', (node?: ClaimNode) => go(node, ({ head }) => head)),
    );
    this.follow();
  }

  protected override get hasFolds(): boolean {
    return false;
  }

  getTreeItem(node: ClaimNode): vscode.TreeItem {
    const { label, detail, quote, anchored, severity, findings } = node.claim;
    const state = stateOf(node.claim);
    return {
      label,
      description: detail,
      tooltip: [label, detail, quote && `“${quote}”`, state].filter(Boolean).join('\n'),
      iconPath: iconOf(severity, anchored),
      contextValue: 'claim',
      command: { command: 'concord.goToQuote', title: vscode.l10n.t('Go to the quote'), arguments: [node] },
      accessibilityInformation: {
        label: [label, detail, findings > 0 || !anchored ? state : ''].filter(Boolean).join(', '),
      },
    };
  }

  async getChildren(): Promise<ClaimNode[]> {
    const { document } = this;
    if (!document) return [];
    const claims = await this.server.request<ClaimListItem[]>(CLAIMS_IN_ORDER, { uri: document.uri.toString() });
    return (claims ?? []).map((claim) => ({ uri: document.uri, claim }));
  }

  private follow(): void {
    const document = vscode.window.activeTextEditor?.document;
    // A record beside a document does not take its claims away.
    if (!document || document === this.document || !isCandidate(document)) return;
    this.document = document;
    this.refresh();
  }
}

function stateOf({ anchored, findings }: ClaimListItem): string {
  if (!anchored) return vscode.l10n.t('Its quote is not in the text.');
  return findings > 0 ? vscode.l10n.t('findings: {0}', findings) : '';
}

function iconOf(severity: ClaimListItem['severity'], anchored: boolean): vscode.ThemeIcon {
  switch (severity) {
    case 'error':
      return new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
    case 'warning':
      return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
    case 'information':
      return new vscode.ThemeIcon('info');
    case null:
      return new vscode.ThemeIcon(anchored ? 'quote' : 'circle-slash');
  }
}

async function go(node: ClaimNode | undefined, rangeOf: (claim: ClaimListItem) => Range): Promise<void> {
  if (!node) return;
  const { start, end } = rangeOf(node.claim);
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  await vscode.window.showTextDocument(node.uri, { selection });
}
