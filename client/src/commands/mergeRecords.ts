/** Asks which two records become one, says what that costs, and lets the edit be looked at. What it is the server says. */

import * as vscode from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient';
import {
  MERGE_CHOICES,
  MERGE_RECORDS,
  type Merge,
  type MergeArguments,
  type MergeChoices,
  type MergeChoicesParams,
  type MergeParams,
  type RecordChoice,
} from '../../../server/src/lsp/protocol.ts';
import type { Server } from '../server.ts';

/**
 * @param given what of the two records is known; the rest is asked for
 * @returns whether the edit was handed to the editor, which shows it before it is made
 */
export async function mergeRecords(server: Server, given?: MergeArguments): Promise<boolean> {
  const pair = await whichTwo(server, given);
  if (!pair) return false;
  const answer = await server.request<Merge>(MERGE_RECORDS, pair);
  if (!answer?.edit) {
    const problem = answer?.problem ?? vscode.l10n.t('The records could not be merged: Concord does not answer.');
    void vscode.window.showWarningMessage(problem);
    return false;
  }
  if (answer.notes.length > 0 && !(await confirmed(pair, answer))) return false;
  const edit = answer.edit as WorkspaceEdit;
  // Saved as the files of a rename are, as the user has set it.
  if (!server.isOutdated(edit)) return server.apply(edit, { isRefactoring: true });
  const old = vscode.l10n.t('Nothing was merged: a file has changed meanwhile. Try again.');
  void vscode.window.showWarningMessage(old);
  return false;
}

async function confirmed({ from, into }: MergeParams, { notes, files }: Merge): Promise<boolean> {
  const look = vscode.l10n.t('Look at the Changes');
  const message = vscode.l10n.t('Merge “{0}” into “{1}”? {2} files change.', from, into, files);
  const detail = notes.map((note) => `• ${note}`).join('\n');
  return (await vscode.window.showWarningMessage(message, { modal: true, detail }, look)) === look;
}

async function whichTwo(server: Server, given: MergeArguments | undefined): Promise<MergeParams | undefined> {
  const editor = vscode.window.activeTextEditor;
  const uri = typeof given?.uri === 'string' ? given.uri : editor?.document.uri.toString();
  if (uri === undefined) return undefined;
  if (given?.from && given.into) return { uri, from: given.from, into: given.into };
  const asked: MergeChoicesParams = given?.from
    ? { uri, id: given.from }
    : { uri, ...(editor && { position: editor.selection.active }) };
  const near = await server.request<MergeChoices>(MERGE_CHOICES, asked);
  const one = near?.record ?? (await chooseRecord(server, uri, undefined, [], vscode.l10n.t('Merge which record?')));
  if (!one) return undefined;
  const alike = near?.record ? near.choices : [];
  const other = await chooseRecord(server, uri, one, alike, vscode.l10n.t('Merge “{0}” with …', one.name));
  if (!other) return undefined;
  const kept = await chooseKept(one, other);
  return kept && { uri, from: kept === one ? other.id : one.id, into: kept.id };
}

interface RecordItem extends vscode.QuickPickItem {
  readonly record: RecordChoice;
}

/** A list that follows what is typed; those that are alike come first, unasked. */
async function chooseRecord(
  server: Server,
  uri: string,
  of: RecordChoice | undefined,
  alike: readonly RecordChoice[],
  title: string,
): Promise<RecordChoice | undefined> {
  const pick = vscode.window.createQuickPick<RecordItem>();
  pick.title = title;
  pick.placeholder = vscode.l10n.t('A name, its initials, or an id');
  pick.items = alike.map(itemOf);
  // The server has chosen already, by names that are not shown too.
  const show = (choices: readonly RecordChoice[]) => {
    pick.items = choices.map((choice) => ({ ...itemOf(choice), alwaysShow: true }));
  };
  pick.onDidChangeValue(async (query) => {
    if (query.trim() === '') return show(alike);
    const params: MergeChoicesParams = { uri, query, ...(of && { id: of.id }) };
    const answer = await server.request<MergeChoices>(MERGE_CHOICES, params);
    if (answer && pick.value === query) show(answer.choices);
  });
  try {
    return await new Promise((resolve) => {
      pick.onDidAccept(() => resolve(pick.activeItems[0]?.record));
      pick.onDidHide(() => resolve(undefined));
      pick.show();
    });
  } finally {
    pick.dispose();
  }
}

async function chooseKept(one: RecordChoice, other: RecordChoice): Promise<RecordChoice | undefined> {
  // What is spoken of most is most likely known by its id.
  const items = [one, other].sort((a, b) => weightOf(b) - weightOf(a)).map((record) => ({ ...itemOf(record), record }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Which one stays?'),
    placeHolder: vscode.l10n.t('The other becomes a part of it, and its id goes.'),
  });
  return picked?.record;
}

const weightOf = ({ mentions, claims }: RecordChoice): number => mentions + claims;

function itemOf(record: RecordChoice): RecordItem {
  const { id, name, type, mentions, claims } = record;
  const counts = [
    mentions === 1 ? vscode.l10n.t('1 mention') : vscode.l10n.t('{0} mentions', mentions),
    claims === 1 ? vscode.l10n.t('1 claim') : vscode.l10n.t('{0} claims', claims),
  ];
  const detail = [type, ...counts].filter(Boolean).join(' · ');
  return { label: name, description: id, detail, record };
}
