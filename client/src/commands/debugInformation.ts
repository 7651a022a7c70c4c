/** What a report of a fault should say of the installation. Names no file and quotes no text of the user's. */

import * as vscode from 'vscode';
import { STATUS, type Status } from '../../../server/src/lsp/protocol.ts';
import type { Server } from '../server.ts';

export async function debugInformation(context: vscode.ExtensionContext, server: Server): Promise<readonly string[]> {
  const { version } = context.extension.packageJSON as { readonly version: string };
  const { env, workspace } = vscode;
  const folders = workspace.workspaceFolders ?? [];
  const host = env.uiKind === vscode.UIKind.Web ? 'web' : 'desktop';
  const lines = [
    `Concord ${version}; ${env.appName} ${vscode.version} (${host}, ${env.appHost}, ${env.remoteName ?? 'local'}), ${env.language}`,
    `Server: ${server.state}, ${server.info}`,
    `Folders: ${folders.length} (${[...new Set(folders.map(({ uri }) => uri.scheme))].join(', ') || '–'}), ${workspace.isTrusted ? 'trusted' : 'not trusted'}`,
    `Settings: ${JSON.stringify(workspace.getConfiguration('concord'))}`,
  ];
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return [...lines, 'Active file: –'];
  const { uri, languageId, lineCount, eol } = document;
  const lineEnds = eol === vscode.EndOfLine.CRLF ? 'CRLF' : 'LF';
  const status = await server.request<Status>(STATUS, { uri: uri.toString() });
  const { corpus, ...counts } = status ?? {};
  return [
    ...lines,
    `Active file: ${uri.scheme}, ${languageId}, ${lineCount} lines, ${lineEnds}; ${JSON.stringify(counts)}`,
    `Its corpus: ${corpus ? `${corpus.documents} documents, ${corpus.entities} entities` : '–'}`,
  ];
}
