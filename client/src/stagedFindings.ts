/** Warns in the source control view of errors in what is staged. Judges nothing: the server says what they are. */

import * as vscode from 'vscode';
import { STAGED_FINDINGS, type StagedFinding, type StagedFindings } from '../../server/src/lsp/protocol.ts';
import { type GitApi, type GitRepository, hasGit, withGit } from './gitApi.ts';
import type { Server } from './server.ts';

/** Milliseconds in which several changes count as one. */
const REST = 300;
const SETTING = 'git.warnBeforeCommit';
const CONTEXT = 'concord.stagedErrors';

export class StagedWarning implements vscode.Disposable, vscode.TreeDataProvider<StagedFinding> {
  private readonly changedEmitter = new vscode.EventEmitter<void>();
  private readonly view: vscode.TreeView<StagedFinding>;
  private readonly disposables: vscode.Disposable[];
  private readonly found = new Map<string, StagedFindings>();
  private git: GitApi | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly onDidChangeTreeData = this.changedEmitter.event;

  constructor(private readonly server: Server) {
    this.view = vscode.window.createTreeView('concord.staged', { treeDataProvider: this });
    this.disposables = [
      this.view,
      this.changedEmitter,
      withGit((git) => this.watch(git)),
      server.onDidChange(() => this.later()),
      server.onDidChangeState(() => this.later()),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(`concord.${SETTING}`)) this.later();
      }),
    ];
  }

  /** What was found last: errors and warnings in what is staged. */
  get findings(): readonly StagedFinding[] {
    return [...this.found.values()].flatMap(({ findings }) => findings);
  }

  get errors(): number {
    return [...this.found.values()].reduce((sum, { errors }) => sum + errors, 0);
  }

  getChildren(parent?: StagedFinding): StagedFinding[] {
    return parent ? [] : [...this.findings];
  }

  getParent(): undefined {
    return undefined;
  }

  getTreeItem({ uri, path, range, code, severity, message }: StagedFinding): vscode.TreeItem {
    const item = new vscode.TreeItem(message);
    item.description = `${path}:${range.start.line + 1} ${code}`;
    item.tooltip = `${message}\n${path}:${range.start.line + 1}`;
    item.iconPath = new vscode.ThemeIcon(severity, new vscode.ThemeColor(`list.${severity}Foreground`));
    const { start, end } = range;
    const selection = new vscode.Range(start.line, start.character, end.line, end.character);
    const title = vscode.l10n.t('Show');
    item.command = { command: 'vscode.open', title, arguments: [vscode.Uri.parse(uri), { selection }] };
    item.accessibilityInformation = { label: `${severity}: ${message}, ${path}` };
    return item;
  }

  /** Asks, if there are errors in what is staged, and commits. */
  async commit(): Promise<void> {
    if (!hasGit()) return;
    await this.look();
    if (this.errors > 0 && !(await this.mayCommit())) return;
    await vscode.commands.executeCommand('git.commit');
  }

  async show(): Promise<void> {
    const [first] = this.findings;
    await vscode.commands.executeCommand('concord.staged.focus');
    if (first) await this.view.reveal(first, { focus: true, select: true });
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const one of this.disposables) one.dispose();
  }

  private async mayCommit(): Promise<boolean> {
    const [show, commit] = [vscode.l10n.t('Show'), vscode.l10n.t('Commit Anyway')];
    const detail = this.findings
      .filter(({ severity }) => severity === 'error')
      .slice(0, 3)
      .map(({ path, message }) => `${path}: ${message}`)
      .join('\n');
    const chosen = await vscode.window.showWarningMessage(this.summary(), { modal: true, detail }, show, commit);
    if (chosen === show) await this.show();
    return chosen === commit;
  }

  private watch(git: GitApi): vscode.Disposable {
    this.git = git;
    const watched = new Map<GitRepository, vscode.Disposable>();
    const add = (repository: GitRepository) => {
      watched.set(
        repository,
        repository.state.onDidChange(() => this.later()),
      );
      this.later();
    };
    for (const repository of git.repositories) add(repository);
    const events = [
      git.onDidOpenRepository(add),
      git.onDidCloseRepository((repository) => {
        watched.get(repository)?.dispose();
        watched.delete(repository);
        this.later();
      }),
    ];
    return new vscode.Disposable(() => {
      this.git = undefined;
      for (const one of [...events, ...watched.values()]) one.dispose();
      this.later();
    });
  }

  /** Soon, however often it is asked for meanwhile. */
  private later(): void {
    this.timer ??= setTimeout(() => void this.look(), REST);
  }

  /** What is staged in folders that are trusted is looked at anew. */
  private async look(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const isOn = vscode.workspace.getConfiguration('concord').get<boolean>(SETTING, true) && vscode.workspace.isTrusted;
    const repositories = isOn && this.server.state === 'running' ? (this.git?.repositories ?? []) : [];
    const found = new Map<string, StagedFindings>();
    for (const { rootUri, state } of repositories) {
      if (state.indexChanges.length === 0) continue;
      const uri = rootUri.toString();
      const findings = await this.server.request<StagedFindings>(STAGED_FINDINGS, { uri });
      if (findings) found.set(uri, findings);
    }
    this.found.clear();
    for (const [uri, findings] of found) this.found.set(uri, findings);
    this.shown();
  }

  private shown(): void {
    const { errors } = this;
    void vscode.commands.executeCommand('setContext', CONTEXT, errors > 0);
    this.view.message = errors > 0 ? this.summary() : undefined;
    this.view.badge = errors > 0 ? { value: errors, tooltip: this.summary() } : undefined;
    // Seen beside the title also while the view is folded, as VS Code has it at first.
    this.view.description = errors > 0 ? String(errors) : undefined;
    this.changedEmitter.fire();
  }

  private summary(): string {
    const { errors } = this;
    return errors === 1
      ? vscode.l10n.t('What is staged has an error.')
      : vscode.l10n.t('What is staged has {0} errors.', errors);
  }
}

/**
 * Has VS Code itself ask before a commit with errors, whichever way it is made. It looks at the files as the editor shows
 * them. Sources that somebody has named stay; where nobody has asked for the question yet, it is put for Concord alone.
 */
export async function askBeforeCommit(): Promise<void> {
  if (!hasGit()) return;
  const git = vscode.workspace.getConfiguration('git');
  if (!vscode.workspace.workspaceFolders) return;
  const target = vscode.ConfigurationTarget.Workspace;
  const wasOn = git.get<boolean>('diagnosticsCommitHook.enabled', false);
  const sources = git.get<Record<string, string>>('diagnosticsCommitHook.sources', {});
  const named = git.inspect('diagnosticsCommitHook.sources');
  const isNamed = named?.globalValue !== undefined || named?.workspaceValue !== undefined;
  const others = wasOn || isNamed ? sources : { '*': 'none' };
  await git.update('diagnosticsCommitHook.sources', { ...others, concord: 'error' }, target);
  await git.update('diagnosticsCommitHook.enabled', true, target);
  const done = vscode.l10n.t(
    'From now on VS Code asks in this workspace before it commits files with errors of Concord.',
  );
  void vscode.window.showInformationMessage(done);
}
