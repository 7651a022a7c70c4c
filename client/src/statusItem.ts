/** The language status item: which corpus a file belongs to, what is in it, and how the server is. Counts nothing itself. */

import * as vscode from 'vscode';
import { STATUS, type Status } from '../../server/src/lsp/protocol.ts';
import { isCandidate, isFileOfSomebody, PROSE } from './corpusFolder.ts';
import type { Server } from './server.ts';

/** Pause before the counts are asked for again, in milliseconds: they are looked at, not worked with. */
const PAUSE = 300;

export class StatusItem implements vscode.Disposable {
  private readonly item = vscode.languages.createLanguageStatusItem('concord.status', PROSE.map(inLanguage));
  private readonly disposables: vscode.Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asking: vscode.CancellationTokenSource | undefined;

  constructor(private readonly server: Server) {
    this.item.name = 'Concord';
    const { window, workspace } = vscode;
    this.disposables = [
      this.item,
      server.onDidChange(() => this.updateSoon()),
      server.onDidChangeState(() => void this.update()),
      window.onDidChangeActiveTextEditor(() => void this.update()),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && document === window.activeTextEditor?.document) this.updateSoon();
      }),
    ];
    void this.update();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.asking?.cancel();
    for (const disposable of this.disposables) disposable.dispose();
  }

  private updateSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.update(), PAUSE);
  }

  private async update(): Promise<void> {
    this.asking?.cancel();
    this.asking = undefined;
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !isCandidate(document) || this.server.state !== 'running') tellMenus(false);
    if (!document) return;
    if (!isFileOfSomebody(document.uri)) {
      // Shown for no language, since what it says is of another file.
      this.item.selector = [];
      return;
    }
    switch (this.server.state) {
      case 'off':
        return this.show(this.server.isWanted ? starting() : withoutCorpus());
      case 'starting':
        return this.show(starting());
      case 'failed':
        return this.show(failed());
    }
    if (!isCandidate(document)) return;
    const asking = new vscode.CancellationTokenSource();
    this.asking = asking;
    const status = await this.server.request<Status>(STATUS, { uri: document.uri.toString() }, asking.token);
    if (this.asking !== asking) return;
    this.asking = undefined;
    asking.dispose();
    if (status) tellMenus(status.kind === 'document');
    if (status) this.show(shownFor(status), status.kind === 'none' ? undefined : document.languageId);
  }

  /** The hint that a file is in no corpus is for prose alone: not every YAML file waits for one. */
  private show(shown: Shown, language?: string): void {
    const languages = language && !PROSE.includes(language) ? [...PROSE, language] : PROSE;
    this.item.selector = languages.map(inLanguage);
    this.item.text = shown.text;
    this.item.detail = shown.detail;
    this.item.severity = shown.severity ?? vscode.LanguageStatusSeverity.Information;
    this.item.busy = shown.busy ?? false;
    this.item.command = shown.command;
    this.item.accessibilityInformation = { label: [shown.text, shown.detail].filter(Boolean).join(', ') };
  }
}

/** Commands on the text of a document are offered in documents of a corpus alone. */
const tellMenus = (inDocument: boolean): void =>
  void vscode.commands.executeCommand('setContext', 'concord.inDocument', inDocument);

const inLanguage = (language: string): vscode.DocumentFilter => ({ language });

/** What the item says. */
export interface Shown {
  readonly text: string;
  readonly detail?: string;
  readonly severity?: vscode.LanguageStatusSeverity;
  readonly busy?: boolean;
  readonly command?: vscode.Command;
}

export function shownFor(status: Status): Shown {
  const { corpus } = status;
  if (!corpus) return status.indexing ? starting() : withoutCorpus();
  return {
    text: vscode.l10n.t('Concord: {0}', corpus.name),
    detail: [...countsOf(status), ...(status.indexing ? [vscode.l10n.t('reading the corpus …')] : [])].join(' · '),
    busy: status.indexing,
    command: showLog(),
  };
}

function countsOf(status: Status): readonly string[] {
  const { kind, corpus } = status;
  const problems = [
    ...(status.errors > 0 ? [counted(status.errors, 'error')] : []),
    ...(status.warnings > 0 ? [counted(status.warnings, 'warning')] : []),
  ];
  switch (kind) {
    case 'document':
      return status.annotated
        ? [counted(status.mentions, 'mention'), counted(status.claims, 'claim'), ...problems]
        : [vscode.l10n.t('not annotated'), ...problems];
    case 'none':
      return [vscode.l10n.t('not a document of this corpus')];
    default:
      return corpus
        ? [counted(corpus.documents, 'document'), counted(corpus.entities, 'entity'), ...problems]
        : problems;
  }
}

/** One whole phrase for each number and noun, because languages differ in how they put the two together. */
function counted(count: number, noun: 'mention' | 'claim' | 'error' | 'warning' | 'document' | 'entity'): string {
  const one = count === 1;
  switch (noun) {
    case 'mention':
      return one ? vscode.l10n.t('1 mention') : vscode.l10n.t('{0} mentions', count);
    case 'claim':
      return one ? vscode.l10n.t('1 claim') : vscode.l10n.t('{0} claims', count);
    case 'error':
      return one ? vscode.l10n.t('1 error') : vscode.l10n.t('{0} errors', count);
    case 'warning':
      return one ? vscode.l10n.t('1 warning') : vscode.l10n.t('{0} warnings', count);
    case 'document':
      return one ? vscode.l10n.t('1 document') : vscode.l10n.t('{0} documents', count);
    case 'entity':
      return one ? vscode.l10n.t('1 entity') : vscode.l10n.t('{0} entities', count);
  }
}

const showLog = (): vscode.Command => ({ command: 'concord.showLog', title: vscode.l10n.t('Show log') });

const starting = (): Shown => ({ text: vscode.l10n.t('Concord: starting …'), busy: true, command: showLog() });

const withoutCorpus = (): Shown => ({
  text: vscode.l10n.t('Concord: no corpus'),
  detail: vscode.l10n.t('no concord.yaml in this folder or above it'),
  command: { command: 'concord.createCorpus', title: vscode.l10n.t('Create one …') },
});

const failed = (): Shown => ({
  text: vscode.l10n.t('Concord: the language server has stopped'),
  severity: vscode.LanguageStatusSeverity.Error,
  command: { command: 'concord.restartServer', title: vscode.l10n.t('Restart') },
});
