/** Where the links of a panel into a corpus lead: the server knows the place, the panel opens it in the other column. */

import * as vscode from 'vscode';
import { PLACE_OF, type PlaceOf, type PlaceOfParams } from '../../../server/src/lsp/protocol.ts';
import type { Server } from '../server.ts';
import type { PanelRequest } from './panel.ts';
import type { ViewPanel } from './viewPanel.ts';

/** What a link of a view asks to see of a corpus; undefined where it asks for something else. */
export function placeAsked(corpus: string, request: PanelRequest): PlaceOfParams | undefined {
  switch (request.kind) {
    case 'openDocument':
      return { corpus, path: request.path };
    case 'openClaim':
      return { corpus, path: request.path, claim: request.claim };
    case 'openPlace':
      return { corpus, path: request.path, start: request.start, end: request.end };
    default:
      return undefined;
  }
}

/** Opens a place, and says so where the corpus no longer has it. */
export async function lead(view: ViewPanel | undefined, server: Server, params: PlaceOfParams): Promise<void> {
  const place = await server.request<PlaceOf | null>(PLACE_OF, params);
  if (!place || !view) {
    void vscode.window.showInformationMessage(vscode.l10n.t('The corpus no longer has this place.'));
    return;
  }
  const { start, end } = place.range ?? {};
  const selection = start && end && new vscode.Range(start.line, start.character, end.line, end.character);
  await view.open(vscode.Uri.parse(place.uri), selection);
}
