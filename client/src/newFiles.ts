/** Takes out of an edit the files that it creates, so that each is made with its text in one step. Knows no edit of its own. */

import type { CreateFile, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageclient';

export interface NewFiles {
  /** Their text by URI. */
  readonly files: ReadonlyMap<string, string>;
  /** What else the edit changes. */
  readonly rest: WorkspaceEdit;
}

/**
 * A file that is created empty and then filled has two steps to be taken back, and once it is saved VS Code takes back
 * neither with the rest of the edit.
 */
export function newFilesOf(edit: WorkspaceEdit): NewFiles {
  const { documentChanges = [] } = edit;
  const files = new Map<string, string>();
  for (const { uri } of documentChanges.filter(isCreation)) {
    const [filling, ...others] = documentChanges.filter(isText).filter(({ textDocument }) => textDocument.uri === uri);
    const [insertion, ...more] = filling?.edits ?? [];
    if (!insertion || !('newText' in insertion) || others.length + more.length > 0) continue;
    const { start, end } = insertion.range;
    if (start.line + start.character + end.line + end.character === 0) files.set(uri, insertion.newText);
  }
  if (files.size === 0) return { files, rest: edit };
  const isTaken = (change: (typeof documentChanges)[number]) =>
    (isCreation(change) && files.has(change.uri)) || (isText(change) && files.has(change.textDocument.uri));
  return { files, rest: { ...edit, documentChanges: documentChanges.filter((change) => !isTaken(change)) } };
}

type Change = NonNullable<WorkspaceEdit['documentChanges']>[number];

const isCreation = (change: Change): change is CreateFile => 'kind' in change && change.kind === 'create';
const isText = (change: Change): change is TextDocumentEdit => 'textDocument' in change;
