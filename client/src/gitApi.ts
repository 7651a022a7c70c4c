/** The part of the interface of VS Code's own git extension that is used here. Does nothing itself. */

import * as vscode from 'vscode';

export interface GitRepository {
  readonly rootUri: vscode.Uri;
  readonly state: {
    /** What is staged. */
    readonly indexChanges: readonly { readonly uri: vscode.Uri }[];
    readonly onDidChange: vscode.Event<void>;
  };
}

export interface GitApi {
  readonly repositories: readonly GitRepository[];
  readonly onDidOpenRepository: vscode.Event<GitRepository>;
  readonly onDidCloseRepository: vscode.Event<GitRepository>;
}

interface GitExtension {
  readonly enabled: boolean;
  readonly onDidChangeEnablement: vscode.Event<boolean>;
  getAPI(version: 1): GitApi;
}

/** Whether VS Code has git here; says so where it has not, as in a browser, which has no machine that git could run on. */
export function hasGit(): boolean {
  if (vscode.extensions.getExtension('vscode.git')) return true;
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      'This needs VS Code’s git, which is not here: it is turned off, or this is a browser without a machine.',
    ),
  );
  return false;
}

/** Calls `use` with the interface while git is on, and disposes of what it has answered when it is not any more. */
export function withGit(use: (git: GitApi) => vscode.Disposable): vscode.Disposable {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (!extension) return new vscode.Disposable(() => undefined);
  let isGone = false;
  let using: vscode.Disposable | undefined;
  let watching: vscode.Disposable | undefined;
  void Promise.resolve(extension.activate()).then(
    (git) => {
      if (isGone) return;
      const follow = () => {
        using?.dispose();
        using = git.enabled && !isGone ? use(git.getAPI(1)) : undefined;
      };
      // The event comes a moment before there is anything to be had.
      watching = git.onDidChangeEnablement(() => void Promise.resolve().then(follow));
      follow();
    },
    () => undefined,
  );
  return new vscode.Disposable(() => {
    isGone = true;
    using?.dispose();
    watching?.dispose();
  });
}
