/** Splits, copies, moves and removes the claim at the cursor, and copies it to a translation. The server finds the edits. */

import * as vscode from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient';
import {
  ARRANGE_CLAIM,
  type ArrangeClaimParams,
  CLAIMS_AT,
  type ClaimArrangement,
  type ClaimItem,
  COPY_CLAIM,
  type CopyClaimParams,
  type Refused,
  TRANSLATION_PLACES,
  type TranslationPlace,
} from '../../../server/src/lsp/protocol.ts';
import type { Server } from '../server.ts';
import { notWritten } from './asking.ts';
import { editorOf, passageOf, refused, write } from './claimEdits.ts';

/** @returns whether the claim was changed */
export async function arrangeClaim(server: Server, arrangement: ClaimArrangement): Promise<boolean> {
  const editor = await editorOf();
  if (!editor) return false;
  const claim = await claimAtCursor(server, editor, (one) => one.arrangements.includes(arrangement));
  if (!claim) return false;
  const target = arrangement === 'nest' ? await hostOf(claim) : undefined;
  if (arrangement === 'nest' && target === undefined) return false;
  const { uri, version } = passageOf(editor);
  const params: ArrangeClaimParams = { uri, version, claim: claim.key, arrangement, ...(target && { target }) };
  const answer = await server.request<{ edit: WorkspaceEdit } | Refused>(ARRANGE_CLAIM, params);
  if (!answer || 'problem' in answer) return refused(answer);
  if (!isInFrontMatter(editor, answer.edit)) return write(server, editor, answer.edit);
  return (await server.apply(answer.edit)) || refused({ problem: notWritten() });
}

/** Where the cursor stands in what is edited it stays with the text around it. */
function isInFrontMatter({ selection }: vscode.TextEditor, edit: WorkspaceEdit): boolean {
  const ranges = (edit.documentChanges ?? []).flatMap((change) => ('edits' in change ? change.edits : []));
  return ranges.some((one) => 'range' in one && one.range.end.line >= selection.active.line);
}

/** @returns whether the claim was written into a translation */
export async function copyClaimToTranslation(server: Server): Promise<boolean> {
  const editor = await editorOf();
  if (!editor) return false;
  const claim = await claimAtCursor(server, editor, ({ translated }) => translated);
  if (!claim) return false;
  const { uri, version } = passageOf(editor);
  const about = { uri, version, claim: claim.key };
  const places = await server.request<readonly TranslationPlace[] | Refused>(TRANSLATION_PLACES, about);
  if (!places || 'problem' in places) return refused(places);
  const chosen = await vscode.window.showQuickPick(
    places.map((place) => ({ label: place.words, description: place.path, detail: place.description, place })),
    {
      title: vscode.l10n.t('Where does the translation say “{0}”?', claim.label),
      placeHolder: vscode.l10n.t('The likeliest place comes first; nothing is written before you choose'),
      matchOnDetail: true,
      ignoreFocusOut: true,
    },
  );
  if (!chosen) return false;
  const { uri: other, version: known, range, path } = chosen.place;
  const params: CopyClaimParams = { ...about, place: { uri: other, version: known, range } };
  const answer = await server.request<{ edit: WorkspaceEdit } | Refused>(COPY_CLAIM, params);
  if (!answer || 'problem' in answer) return refused(answer);
  if (!(await write(server, editor, answer.edit))) return false;
  void showOnRequest(vscode.Uri.parse(other, true), path);
  return true;
}

/** What was written stands in a file that is not looked at. */
async function showOnRequest(uri: vscode.Uri, path: string): Promise<void> {
  if (vscode.window.visibleTextEditors.some(({ document }) => document.uri.toString() === uri.toString())) return;
  const show = vscode.l10n.t('Show');
  const chosen = await vscode.window.showInformationMessage(vscode.l10n.t('The claim is in {0} too now.', path), show);
  if (chosen === show) await vscode.window.showTextDocument(uri);
}

/** The claim at the cursor; of several the one that somebody chooses, those that the command is for first. */
async function claimAtCursor(
  server: Server,
  editor: vscode.TextEditor,
  fits: (claim: ClaimItem) => boolean,
): Promise<ClaimItem | undefined> {
  const answer = await server.request<readonly ClaimItem[] | Refused>(CLAIMS_AT, passageOf(editor));
  if (!answer || 'problem' in answer) {
    refused(answer);
    return undefined;
  }
  const fitting = answer.filter(fits);
  const claims = fitting.length > 0 ? fitting : answer;
  if (claims.length === 0) {
    refused({
      problem: vscode.l10n.t('No claim stands here. Put the cursor into a claim, or on a passage that one quotes.'),
    });
    return undefined;
  }
  // In the front matter the innermost claim is the one that the cursor is in.
  const quotes = new Set(claims.map(({ quote }) => quote));
  if (claims.length === 1 || (quotes.size === 1 && isInYaml(editor))) return claims[0];
  const chosen = await vscode.window.showQuickPick(
    claims.map((claim) => ({ label: claim.label, detail: claim.quote, claim })),
    { title: vscode.l10n.t('Which claim?') },
  );
  return chosen?.claim;
}

/** Whether the cursor stands above the line that ends the front matter. */
function isInYaml({ document, selection }: vscode.TextEditor): boolean {
  for (let line = 1; line < document.lineCount; line++) {
    if (/^(?:---|\.\.\.)\s*$/.test(document.lineAt(line).text)) return selection.active.line < line;
  }
  return false;
}

async function hostOf({ hosts }: ClaimItem): Promise<string | undefined> {
  if (hosts.length < 2) {
    if (!hosts[0])
      refused({
        problem: vscode.l10n.t('No other claim quotes the same passage, so that there is none to nest it in.'),
      });
    return hosts[0]?.key;
  }
  const items = hosts.map(({ key, label }) => ({ label, key }));
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Nest it in which claim?') }))?.key;
}
