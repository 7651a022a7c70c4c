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
        using = git.enabled ? use(git.getAPI(1)) : undefined;
      };
      watching = git.onDidChangeEnablement(follow);
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
