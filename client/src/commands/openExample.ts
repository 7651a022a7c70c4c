/** Opens a copy of the example corpus, to be changed and kept. The one that comes with the extension stays as it is. */

import * as vscode from 'vscode';
import { exists } from '../corpusFolder.ts';

const NAME = 'concord-example';

export async function openExample(extension: vscode.Uri): Promise<void> {
  const chosen = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    title: vscode.l10n.t('Where should the copy of the example corpus go?'),
    openLabel: vscode.l10n.t('Copy here and open'),
  });
  const into = chosen?.[0];
  if (!into) return;
  try {
    const copy = await copyExample(extension, into);
    const open = vscode.workspace.workspaceFolders !== undefined;
    await vscode.commands.executeCommand('vscode.openFolder', copy, { forceNewWindow: open });
  } catch (reason) {
    const why = reason instanceof Error ? reason.message : String(reason);
    void vscode.window.showErrorMessage(vscode.l10n.t('The example could not be copied: {0}', why));
  }
}

/** Copies the example to a new folder in `into`; gives that folder. */
export async function copyExample(extension: vscode.Uri, into: vscode.Uri): Promise<vscode.Uri> {
  const target = await freeName(into);
  await vscode.workspace.fs.copy(vscode.Uri.joinPath(extension, 'client/example'), target, { overwrite: false });
  return target;
}

async function freeName(into: vscode.Uri): Promise<vscode.Uri> {
  for (let number = 1; ; number++) {
    const candidate = vscode.Uri.joinPath(into, number === 1 ? NAME : `${NAME}-${number}`);
    if (!(await exists(candidate))) return candidate;
  }
}
