/** Makes a client show an edit before it is made, where it can. */

import {
  AnnotatedTextEdit,
  type ClientCapabilities,
  TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';

/** Whether a client shows edits that need a person's word. */
export const canConfirm = ({ workspace }: ClientCapabilities): boolean =>
  workspace?.workspaceEdit?.changeAnnotationSupport !== undefined;

/** The same edit, every change of a text marked as one that a person has to confirm, under one heading. */
export function toBeConfirmed(edit: WorkspaceEdit, label: string, description?: string): WorkspaceEdit {
  const id = 'confirm';
  const documentChanges = edit.documentChanges?.map((change) => {
    if (!('textDocument' in change)) return change;
    const edits = change.edits.map((one) =>
      'newText' in one ? AnnotatedTextEdit.replace(one.range, one.newText, id) : one,
    );
    return TextDocumentEdit.create(change.textDocument, edits as AnnotatedTextEdit[]);
  });
  const annotation = { label, needsConfirmation: true, ...(description !== undefined && { description }) };
  return { ...edit, ...(documentChanges && { documentChanges }), changeAnnotations: { [id]: annotation } };
}
