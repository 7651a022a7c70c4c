/** The pages of the checks as read-only texts of this editor: what the link of a finding's code opens. */

import * as vscode from 'vscode';
import { PAGE, PAGE_SCHEME, type PageParams } from '../../server/src/lsp/protocol.ts';
import type { Server } from './server.ts';

export function showPages(server: Server): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(PAGE_SCHEME, {
    provideTextDocumentContent: async ({ path }) => {
      const params: PageParams = { code: path.replace(/^\/|\.md$/g, '') };
      return (await server.request<string | null>(PAGE, params)) ?? vscode.l10n.t('This page cannot be read.');
    },
  });
}
