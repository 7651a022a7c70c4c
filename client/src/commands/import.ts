/** Makes documents of files and of what was copied: shows what the server proposes, step by step, and writes new files. Reads no text itself. */

import * as vscode from 'vscode';
import {
  COMPOSE_IMPORT,
  type ComposeImportParams,
  type ImportedDocument,
  type ImportField,
  type ImportParams,
  type ImportProposal,
  PROPOSE_IMPORT,
} from '../../../server/src/lsp/protocol.ts';
import { exists } from '../corpusFolder.ts';
import type { Server } from '../server.ts';
import { inSteps, type Step } from './steps.ts';

/** Larger ones are for the command line: a message to the server holds the whole file. */
const SIZE_LIMIT = 16 * 1024 * 1024;

type Proposal = Extract<ImportProposal, { kind: 'proposal' }>;
type Fields = Partial<Record<ImportField, string>>;

/**
 * @param given asked for where there are none
 * @param unattended takes what is proposed, and keeps all of the text
 * @returns the documents that were made
 */
export async function importDocument(
  server: Server,
  given?: vscode.Uri | readonly vscode.Uri[],
  unattended = false,
): Promise<readonly vscode.Uri[]> {
  const files = given === undefined ? await askForFiles() : [given].flat();
  const made: vscode.Uri[] = [];
  for (const file of files ?? []) {
    const name = file.path.split('/').pop() ?? '';
    const one = await orSay(name, async () => {
      const bytes = await vscode.workspace.fs.readFile(file);
      if (bytes.length > SIZE_LIMIT)
        throw new Error(vscode.l10n.t('It is larger than 16 MB; concord import takes it.'));
      return importOne(server, { name, content: { base64: base64Of(bytes) } }, name, unattended);
    });
    if (one) made.push(one);
  }
  return made;
}

/** The same with the text of the clipboard. */
export async function newFromClipboard(server: Server, unattended = false): Promise<vscode.Uri | undefined> {
  const text = await vscode.env.clipboard.readText();
  const name = vscode.l10n.t('The clipboard');
  if (text.trim() !== '') return orSay(name, () => importOne(server, { content: { text } }, name, unattended));
  void vscode.window.showInformationMessage(vscode.l10n.t('There is no text in the clipboard.'));
  return undefined;
}

async function orSay<T>(name: string, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (reason) {
    const why = reason instanceof Error ? reason.message : String(reason);
    void vscode.window.showErrorMessage(vscode.l10n.t('{0} could not be imported: {1}', name, why));
    return undefined;
  }
}

async function importOne(
  server: Server,
  content: ImportParams,
  name: string,
  unattended: boolean,
): Promise<vscode.Uri | undefined> {
  const found = await proposalFor(server, content);
  if (!found) return undefined;
  const { params, proposal } = found;
  if (proposal.known !== undefined) {
    const known = vscode.Uri.parse(proposal.known, true);
    if (!unattended) void tellKnown(name, known);
    return undefined;
  }
  let fields: Fields = Object.fromEntries(
    Object.entries(proposal.fields).map(([field, [first]]) => [field, first?.value ?? '']),
  );
  let strip: readonly number[] = [];
  let path: string | undefined;
  let taken: readonly string[] = [];
  for (;;) {
    if (!unattended && path === undefined) {
      const answers = await inSteps(stepsFor(name, proposal, fields), proposal.boilerplate);
      if (!answers) return undefined;
      fields = answers.values;
      strip = answers.picked;
    }
    const asked: ComposeImportParams = { ...params, fields, strip, taken, ...(path !== undefined && { path }) };
    const answer = await server.request<ImportedDocument>(COMPOSE_IMPORT, asked);
    if (!answer) return undefined;
    if (answer.kind === 'known') {
      if (!unattended) void tellKnown(name, vscode.Uri.parse(answer.uri, true));
      return undefined;
    }
    if (answer.kind === 'refused') {
      path = undefined;
      if (unattended) throw new Error(answer.message);
      if (!(await askAgain(answer.message))) return undefined;
      continue;
    }
    const uri = vscode.Uri.parse(answer.uri, true);
    if (await exists(uri)) {
      taken = [...taken, answer.path];
      continue;
    }
    const wished = unattended || path !== undefined ? answer.path : await askForPath(answer.path);
    if (wished === undefined) return undefined;
    if (wished !== answer.path) {
      path = wished;
      continue;
    }
    if (!(await create(uri, answer.text))) throw new Error(vscode.l10n.t('{0} could not be written', answer.path));
    if (!unattended) await show(uri, proposal);
    return uri;
  }
}

/** The server's proposal, once it is clear for which corpus. */
async function proposalFor(
  server: Server,
  content: ImportParams,
): Promise<{ params: ImportParams; proposal: Proposal } | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri;
  let near = active && vscode.Uri.joinPath(active, '..').toString();
  for (;;) {
    const params = { ...content, ...(near !== undefined && { near }) };
    const answer = await server.request<ImportProposal>(PROPOSE_IMPORT, params);
    if (answer?.kind === 'proposal') return { params: { ...content, near: answer.corpus }, proposal: answer };
    if (answer?.kind === 'refused') throw new Error(answer.message);
    const corpora = answer?.corpora ?? [];
    if (corpora.length === 0) {
      const create = vscode.l10n.t('Create a corpus');
      const message = vscode.l10n.t('There is no corpus that a document could be added to.');
      if ((await vscode.window.showInformationMessage(message, create)) === create)
        await vscode.commands.executeCommand('concord.createCorpus');
      return undefined;
    }
    const items = corpora.map(({ name, uri }) => ({ label: name, description: vscode.Uri.parse(uri).fsPath, uri }));
    const choice = await vscode.window.showQuickPick(items, {
      title: vscode.l10n.t('Import a document'),
      placeHolder: vscode.l10n.t('The corpus that it is for'),
    });
    if (!choice) return undefined;
    near = choice.uri;
  }
}

function stepsFor(name: string, { fields, incompleteDate, encoding }: Proposal, values: Fields): readonly Step[] {
  const { t } = vscode.l10n;
  const labels: readonly (readonly [ImportField, string])[] = [
    ['title', t('Title')],
    ['date', t('Date of publication, such as 2022-10-20')],
    ['lang', t('Language, such as en or zh')],
    ['publisher', t('Publisher: an id, or a name')],
    ['author', t('Author')],
    ['url', t('Address of the page')],
  ];
  return labels.flatMap(([key, label]) => {
    // Few texts name their author: who wants one can add it.
    if (key === 'author' && !fields.author) return [];
    const [first, ...more] = fields[key] ?? [];
    const notes = [
      ...(key === 'title' && encoding && encoding !== 'UTF-8' ? [t('read as {0}', encoding)] : []),
      first ? t('found in {0}', first.from) : t('not found; empty leaves it out'),
      ...(key === 'date' && incompleteDate ? [t('“{0}” lacks its year', incompleteDate)] : []),
      ...more.slice(0, 2).map(({ value, from }) => t('or {0} ({1})', value, from)),
    ];
    return [
      { key, title: t('Import {0}', name), prompt: `${label} – ${notes.join(t('; '))}`, value: values[key] ?? '' },
    ];
  });
}

function askForFiles(): Thenable<readonly vscode.Uri[] | undefined> {
  return vscode.window.showOpenDialog({
    canSelectMany: true,
    title: vscode.l10n.t('Import documents'),
    openLabel: vscode.l10n.t('Import'),
    filters: { [vscode.l10n.t('Pages and texts')]: ['html', 'htm', 'txt', 'md', 'markdown'] },
  });
}

function askForPath(path: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Import a document'),
    prompt: vscode.l10n.t('The new file, from the folder of the corpus'),
    value: path,
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? vscode.l10n.t('A name is needed.') : undefined),
  });
}

async function askAgain(message: string): Promise<boolean> {
  const again = vscode.l10n.t('Change it');
  return (await vscode.window.showWarningMessage(message, again)) === again;
}

async function tellKnown(name: string, known: vscode.Uri): Promise<void> {
  const open = vscode.l10n.t('Open it');
  const path = vscode.workspace.asRelativePath(known);
  const message = vscode.l10n.t('{0} is in the corpus already: {1} has the same text.', name, path);
  if ((await vscode.window.showInformationMessage(message, open)) === open) await vscode.window.showTextDocument(known);
}

/** Written as bytes: an editor would give it the line ends of its own. */
function create(uri: vscode.Uri, text: string): Thenable<boolean> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { contents: new TextEncoder().encode(text), overwrite: false, ignoreIfExists: false });
  return vscode.workspace.applyEdit(edit);
}

async function show(uri: vscode.Uri, { pictures }: Proposal): Promise<void> {
  await vscode.window.showTextDocument(uri);
  if (pictures > 0) {
    void vscode.window.setStatusBarMessage(vscode.l10n.t('Pictures left out: {0}', pictures), 5000);
  }
}

function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}
