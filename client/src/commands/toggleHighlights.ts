/** Shows or hides the highlights: a setting, changed where it is set. */

import * as vscode from 'vscode';

export async function toggleHighlights(): Promise<void> {
  const settings = vscode.workspace.getConfiguration('concord.highlights');
  const { workspaceValue } = settings.inspect<boolean>('enabled') ?? {};
  const { ConfigurationTarget } = vscode;
  const target = workspaceValue === undefined ? ConfigurationTarget.Global : ConfigurationTarget.Workspace;
  await settings.update('enabled', !settings.get('enabled', true), target);
}
