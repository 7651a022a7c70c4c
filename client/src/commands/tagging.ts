/** The commands of tagging: they ask for whom, and how, and make the edit that the server finds. They know no format. */

import * as vscode from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient';
import {
  KNOWN_NAMES,
  type KnownNames,
  type Refused,
  TAG,
  TAG_ALL,
  TAG_CANDIDATES,
  type TagCandidate,
  type TagCandidates,
  type TagCandidatesParams,
  type Tagged,
  type TagOperation,
  type TagParams,
  type TagPlace,
  type TagWay,
} from '../../../server/src/lsp/protocol.ts';
import type { Server } from '../server.ts';
import { ask, make } from './asking.ts';
import { isWritable } from './claimEdits.ts';
import { createRecord } from './createRecord.ts';
import { CREATE, pickEntity } from './pickEntity.ts';

/** What a code action, or a caller that has chosen already, says. */
export interface TagArguments extends Partial<TagPlace> {
  readonly id?: string;
  readonly way?: string;
}

export const taggingCommands = (server: Server) => ({
  tag: (given?: TagArguments) => run(server, 'tag', given),
  sic: (given?: TagArguments) => run(server, 'sic', given),
  untag: (given?: TagArguments) => run(server, 'untag', given),
  notMention: (given?: TagArguments) => run(server, 'not', given),
  tagAll: (ids?: readonly string[]) => tagAll(server, ids),
});

/** @returns whether anything was written */
async function run(server: Server, operation: TagOperation, given?: TagArguments): Promise<boolean> {
  const place = placeOf(given);
  if (!place || !(await isWritable(vscode.Uri.parse(place.uri, true)))) return false;
  if (given?.id !== undefined && given.way !== undefined) {
    return write(server, { ...place, operation, id: given.id, way: given.way });
  }
  const first = await ask<TagCandidates>(server, TAG_CANDIDATES, { ...place, operation } satisfies TagCandidatesParams);
  if (!first) return false;
  const chosen = await chooseEntity(server, place, operation, first);
  if (!chosen) return false;
  if (chosen === CREATE) return createRecord(server, place, first.text);
  const way = chosen.way ?? (await chooseWay(first.text, chosen.candidate));
  return way ? write(server, { ...place, operation, id: chosen.candidate.id, way: way.way }) : false;
}

async function chooseEntity(server: Server, place: TagPlace, operation: TagOperation, first: TagCandidates) {
  const [only, more] = first.candidates;
  // Whom a tag is taken from is no question where there is one.
  if (operation !== 'tag' && only?.holds && !more) return { candidate: only };
  const find = async (query: string, token: vscode.CancellationToken) => {
    const params: TagCandidatesParams = { ...place, operation, query };
    const answer = await server.request<TagCandidates | Refused>(TAG_CANDIDATES, params, token);
    return answer && 'candidates' in answer ? answer.candidates : undefined;
  };
  const title = {
    tag: vscode.l10n.t('Tag “{0}” as …', first.text),
    sic: vscode.l10n.t('“{0}” is the source’s own error for …', first.text),
    untag: vscode.l10n.t('“{0}” is tagged no more as …', first.text),
    not: vscode.l10n.t('“{0}” is no mention of …', first.text),
  }[operation];
  const { candidates } = first;
  // A name that no record comes near is most likely somebody new.
  const isNew = first.isName && !candidates.some(({ likeness }) => likeness === 'same' || likeness === 'near');
  return pickEntity({
    title,
    text: first.text,
    first: candidates,
    find,
    create: operation !== 'tag' ? 'never' : isNew ? 'likely' : 'last',
  });
}

async function chooseWay(text: string, { name, ways }: TagCandidate): Promise<TagWay | undefined> {
  if (ways.length < 2) {
    if (ways.length === 0)
      void vscode.window.showInformationMessage(vscode.l10n.t('“{0}” is tagged so already.', text));
    return ways[0];
  }
  const items = ways.map((way) => ({ label: way.title, detail: way.detail, way }));
  const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('“{0}”: {1}', text, name) });
  return chosen?.way;
}

async function tagAll(server: Server, given?: readonly string[]): Promise<boolean> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document || !(await isWritable(document.uri))) return false;
  const uri = document.uri.toString();
  const known = await ask<KnownNames>(server, KNOWN_NAMES, { uri });
  if (!known) return false;
  if (known.names.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('No name that a record has stands here without being declared.'),
    );
    return false;
  }
  const ids = Array.isArray(given) ? given : await chooseNames(known);
  if (!ids || ids.length === 0) return false;
  return make(
    server,
    uri,
    await ask<Tagged<WorkspaceEdit>>(server, TAG_ALL, { uri, ids, version: known.version ?? undefined }),
  );
}

/** All of them, but for those of which the name does not tell who is meant. */
async function chooseNames({ names }: KnownNames): Promise<readonly string[] | undefined> {
  const items = names.map(({ id, name, icon, description, places, rivals }) => ({
    id,
    label: `$(${icon}) ${name}`,
    description: [id, places === 1 ? vscode.l10n.t('1 place') : vscode.l10n.t('{0} places', places)].join(' · '),
    detail:
      rivals.length > 0
        ? vscode.l10n.t('{0}. This may also be: {1}', description, anyOf(rivals))
        : description || undefined,
    picked: rivals.length === 0,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    matchOnDescription: true,
    matchOnDetail: true,
    title: vscode.l10n.t('Tag all known names'),
    placeHolder: items.every(({ picked }) => picked)
      ? vscode.l10n.t('Uncheck what means something else here.')
      : vscode.l10n.t('Names of several records are left out: tag each in its place.'),
  });
  return chosen?.map(({ id }) => id);
}

async function write(server: Server, params: TagParams): Promise<boolean> {
  return make(server, params.uri, await ask<Tagged<WorkspaceEdit>>(server, TAG, params));
}

/** What the code action was offered for, else the selection. */
function placeOf(given: TagArguments | undefined): TagPlace | undefined {
  const editor = vscode.window.activeTextEditor;
  const uri = typeof given?.uri === 'string' ? vscode.Uri.parse(given.uri, true) : editor?.document.uri;
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri?.toString());
  const range = given?.range ?? (document === editor?.document ? editor?.selection : undefined);
  if (!uri || !document || !range) return undefined;
  const { start, end } = range;
  return {
    uri: uri.toString(),
    range: {
      start: { line: start.line, character: start.character },
      end: { line: end.line, character: end.character },
    },
    version: document.version,
  };
}

/** “A, B or C” in the reader's language. */
const anyOf = (names: readonly string[]): string =>
  new Intl.ListFormat(vscode.env.language, { type: 'disjunction' }).format(names);
