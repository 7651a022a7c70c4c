/** Concord's own side bar, put together. Knows its trees, not what is in them. */

import * as vscode from 'vscode';
import type { Server } from '../server.ts';
import { ClaimsView } from './claims.ts';
import { DocumentsView } from './documents.ts';
import { EntitiesView } from './entities.ts';
import { FindingsView } from './findings.ts';

export function sideBar(server: Server, memento: vscode.Memento): readonly vscode.Disposable[] {
  return [
    new EntitiesView(server, memento),
    new ClaimsView(server),
    new FindingsView(server),
    new DocumentsView(server),
    // The editor's own search for symbols finds records by any name in any script.
    vscode.commands.registerCommand('concord.searchEntities', () =>
      vscode.commands.executeCommand('workbench.action.showAllSymbols'),
    ),
  ];
}
