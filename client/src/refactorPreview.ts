/** Has the editor show an edit before it is made, with every change of it chosen. Knows no edit of its own. */

import * as vscode from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient';

/**
 * The same edit for VS Code's Refactor Preview. There, what needs confirmation begins unchosen, so that whoever applies an
 * edit as it is shown would apply nothing, or half of it. So the changes need none here; that the preview opens at all is
 * seen to by one change more, of nothing to nothing, whose heading says what is to be done.
 */
export function toBeSeen(edit: WorkspaceEdit): WorkspaceEdit {
  const { documentChanges, changeAnnotations = {} } = edit;
  const needed = Object.values(changeAnnotations).some(({ needsConfirmation }) => needsConfirmation);
  const first = documentChanges?.findIndex((change) => 'textDocument' in change) ?? -1;
  if (!needed || !documentChanges || first < 0) return edit;
  const annotations = Object.fromEntries(
    Object.entries(changeAnnotations).map(([id, one]) => [id, { ...one, needsConfirmation: false }]),
  );
  const label = vscode.l10n.t('Nothing is changed until you apply what is chosen below');
  const start = { line: 0, character: 0 };
  const nothing = { range: { start, end: start }, newText: '', annotationId: SEEN };
  return {
    ...edit,
    documentChanges: documentChanges.map((change, i) =>
      i === first && 'textDocument' in change ? { ...change, edits: [nothing, ...change.edits] } : change,
    ),
    changeAnnotations: { [SEEN]: { label, needsConfirmation: true }, ...annotations },
  };
}

const SEEN = 'seen';
