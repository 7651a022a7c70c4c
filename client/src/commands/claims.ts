/** Makes a claim of the selected passage: asks what the server cannot know, shows what it proposes, applies its edit. */

import * as vscode from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient';
import {
  CLAIM_PROPERTIES,
  CLAIM_PROPOSAL,
  type ClaimFigure,
  type ClaimProperty,
  type ClaimProposal,
  MAKE_CLAIM,
  type MakeClaimParams,
  type PassageParams,
  type Range,
  type Refused,
  type SnippetAnswer,
} from '../../../server/src/lsp/protocol.ts';
import type { Server } from '../server.ts';
import { notWritten } from './asking.ts';
import { editorOf, passageOf, refused, write } from './claimEdits.ts';
import { BY_HAND, pickEntity, pickFigures, pickProperty, pickTime, pickValue } from './claimPicks.ts';

type Claim = MakeClaimParams['claims'][number];

/**
 * @param given the argument of the code action; otherwise the selection counts
 * @returns whether something was written
 */
export async function makeClaim(server: Server, given?: { uri?: string; range?: Range }): Promise<boolean> {
  const editor = await editorOf(given?.uri);
  if (!editor) return false;
  const passage = passageOf(editor, given?.range);
  const proposal = await server.request<ClaimProposal | Refused>(CLAIM_PROPOSAL, passage);
  if (!proposal || 'problem' in proposal) return refused(proposal);
  const figures = await pickFigures(proposal);
  if (!figures) return false;
  const subject = await pickEntity(server, passage.uri, {
    title: titleOf(proposal),
    placeholder: [vscode.l10n.t('Of whom or what is it said?'), ...proposal.remarks].join(' · '),
    entities: proposal.subjects,
    byHand: true,
  });
  if (subject === undefined) return false;
  const [figure] = figures;
  if (subject === BY_HAND) return writeByHand(server, editor, passage, { ...(figure && { figure: figure.key }) });
  const claims: Claim[] = [];
  for (const [i, one] of (figures.length > 0 ? figures : [undefined]).entries()) {
    const step = figures.length > 1 ? ` (${i + 1}/${figures.length})` : '';
    const claim = await claimFor(server, passage, proposal, subject, one, step);
    if (!claim) return false;
    if (claim === BY_HAND) return writeByHand(server, editor, passage, { subject, ...(one && { figure: one.key }) });
    claims.push(claim);
  }
  const at = await pickTime(proposal);
  if (at === undefined) return false;
  const params: MakeClaimParams = { ...passage, claims, ...(at !== '' && { at }) };
  const answer = await server.request<{ edit: WorkspaceEdit } | Refused>(MAKE_CLAIM, params);
  if (!answer || 'problem' in answer) return refused(answer);
  return write(server, editor, answer.edit);
}

async function claimFor(
  server: Server,
  passage: PassageParams,
  proposal: ClaimProposal,
  subject: string,
  figure: ClaimFigure | undefined,
  step: string,
): Promise<Claim | typeof BY_HAND | undefined> {
  const params = { ...passage, subject, ...(figure && { figure: figure.key }) };
  const properties = await server.request<readonly ClaimProperty[] | Refused>(CLAIM_PROPERTIES, params);
  if (!properties || 'problem' in properties) {
    refused(properties);
    return undefined;
  }
  const title = titleOf(proposal) + step;
  const property = await pickProperty(title, figure?.words, properties);
  if (property === undefined || property === BY_HAND) return property;
  const value = figure ? '' : await pickValue(server, passage.uri, title, property, proposal.quote);
  if (value === undefined) return undefined;
  const qualifiers: Record<string, string> = { ...property.qualifiers };
  for (const { name, label, entities, text, words } of property.missing) {
    const chosen = await pickEntity(server, passage.uri, {
      title,
      placeholder: text
        ? vscode.l10n.t('{0}: “{1}”? Type a text or the name of a record', property.label, label)
        : vscode.l10n.t('{0}: “{1}”? Type the name of a record', property.label, label),
      entities,
      text,
      words,
      skip: true,
    });
    if (chosen === undefined) return undefined;
    if (chosen !== '') qualifiers[name] = chosen;
  }
  return { subject, property: property.id, qualifiers, ...(figure ? { figure: figure.key } : { value }) };
}

async function writeByHand(
  server: Server,
  editor: vscode.TextEditor,
  passage: PassageParams,
  claim: Claim,
): Promise<boolean> {
  const params: MakeClaimParams = { ...passage, claims: [claim], byHand: true };
  const answer = await server.request<SnippetAnswer | Refused>(MAKE_CLAIM, params);
  if (!answer || 'problem' in answer) return refused(answer);
  if (editor.document.version !== passage.version) return refused({ problem: notWritten() });
  const { start, end } = answer.range;
  const range = new vscode.Range(start.line, start.character, end.line, end.character);
  await vscode.window.showTextDocument(editor.document, { viewColumn: editor.viewColumn });
  const inserted = await editor.insertSnippet(new vscode.SnippetString(answer.snippet), range, {
    undoStopBefore: true,
    undoStopAfter: true,
    keepWhitespace: true,
  });
  return inserted || refused({ problem: notWritten() });
}

const LONGEST = 70;

function titleOf({ quote }: ClaimProposal): string {
  return vscode.l10n.t('Claim of “{0}”', quote.length > LONGEST ? `${quote.slice(0, LONGEST)}…` : quote);
}
