/** Asks for the type and the id of a new record, and makes the edit that writes it and tags the passage with it. */

import * as vscode from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient';
import {
  type Refused,
  TAG_CREATE,
  TAG_PROPOSAL,
  type TagCreateParams,
  type Tagged,
  type TagPlace,
  type TagProposal,
  type TagProposalParams,
} from '../../../server/src/lsp/protocol.ts';
import type { Server } from '../server.ts';
import { ask, make } from './asking.ts';

type TypeProposal = TagProposal['types'][number];

/** @returns whether the record was written */
export async function createRecord(server: Server, place: TagPlace, text: string): Promise<boolean> {
  const proposal = await ask<TagProposal>(server, TAG_PROPOSAL, place);
  const named = proposal && (proposal.name === '' ? await withName(server, place, text) : proposal);
  if (!named) return false;
  const type = await chooseType(named);
  const made = type && (await chooseId(server, place, named, type));
  return made ? make(server, place.uri, made) : false;
}

/** A pronoun or a description names nobody: only a person knows the name. */
async function withName(server: Server, place: TagPlace, text: string): Promise<TagProposal | undefined> {
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t('Create record'),
    prompt: vscode.l10n.t('Who or what is “{0}”? The name of the record:', text),
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('A record needs a name.') : undefined),
  });
  if (!name?.trim()) return undefined;
  return ask<TagProposal>(server, TAG_PROPOSAL, { ...place, name: name.trim() } satisfies TagProposalParams);
}

async function chooseType({ name, types }: TagProposal): Promise<TypeProposal | undefined> {
  const items = types.map((type) => ({
    label: `$(${type.icon}) ${type.label}`,
    description: [type.label.toLowerCase() === type.id ? '' : type.id, type.path ?? ''].filter(Boolean).join(' · '),
    type,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('What is “{0}”?', name),
    placeHolder: vscode.l10n.t('The type of the record, which also says in which file it is written'),
    matchOnDescription: true,
  });
  return chosen?.type;
}

/** Asks again as long as the id is none, or is taken. */
function chooseId(
  server: Server,
  place: TagPlace,
  proposal: TagProposal,
  type: TypeProposal,
): Promise<Tagged<WorkspaceEdit> | undefined> {
  const { name, apposition } = proposal;
  const input = vscode.window.createInputBox();
  let isWithBoth = apposition !== undefined;
  const toggle: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('exclude'),
    tooltip: vscode.l10n.t('With or without “{0}”', apposition?.text ?? ''),
  };
  const sayNames = () => {
    const names = [name, ...(isWithBoth && apposition ? [apposition.text] : [])].join(' · ');
    input.prompt = vscode.l10n.t('Names: {0}. File: {1}', names, type.path ?? '–');
  };
  input.title = vscode.l10n.t('The id of the record');
  input.value = type.proposedId;
  input.ignoreFocusOut = true;
  if (apposition) input.buttons = [toggle];
  sayNames();
  return new Promise((resolve) => {
    input.onDidTriggerButton(() => {
      isWithBoth = !isWithBoth;
      sayNames();
    });
    input.onDidChangeValue(() => {
      input.validationMessage = undefined;
    });
    input.onDidAccept(async () => {
      if (input.busy) return;
      input.busy = true;
      const params: TagCreateParams = {
        ...place,
        id: input.value.trim(),
        type: type.id,
        name,
        ...(isWithBoth && apposition && { apposition }),
      };
      const answer = await server.request<Tagged<WorkspaceEdit> | Refused>(TAG_CREATE, params);
      input.busy = false;
      if (answer && 'edit' in answer) {
        resolve(answer);
        input.hide();
      } else input.validationMessage = answer?.problem ?? vscode.l10n.t('The language server did not answer.');
    });
    input.onDidHide(() => {
      resolve(undefined);
      input.dispose();
    });
    input.show();
  });
}
