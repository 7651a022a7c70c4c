/** Shows the places that a code lens has counted, beside it. Knows no lens. */

import * as vscode from 'vscode';
import type { Location } from 'vscode-languageclient';
import { LENS_PLACES, type ShowPlacesArguments } from '../../../server/src/lsp/protocol.ts';
import type { Server } from '../server.ts';

/** @returns how many places there are */
export async function showPlaces(server: Server, given?: ShowPlacesArguments): Promise<number> {
  if (typeof given?.uri !== 'string') return 0;
  const { uri, about, position } = given;
  const found = (await server.request<Location[]>(LENS_PLACES, { uri, about })) ?? [];
  const places = found.map(({ uri: path, range: { start, end } }) => {
    const range = new vscode.Range(start.line, start.character, end.line, end.character);
    return new vscode.Location(vscode.Uri.parse(path), range);
  });
  if (places.length > 0) {
    const at = new vscode.Position(position.line, position.character);
    await vscode.commands.executeCommand('editor.action.showReferences', vscode.Uri.parse(uri), at, places);
  }
  return places.length;
}
