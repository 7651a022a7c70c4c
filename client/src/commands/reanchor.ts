/** Lets somebody choose what quotes and forms without a place in the text shall quote. Which passages there are the server says. */

import * as vscode from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient';
import {
  type Edited,
  ORPHANS,
  type OrphanChoice,
  type Orphans,
  type Range,
  REANCHOR,
  type ReanchorArguments,
  type ReanchorParams,
} from '../../../server/src/lsp/protocol.ts';
import { differenceLine } from '../difference.ts';
import { editorOf, PassagePreview, rangeFrom } from '../passagePreview.ts';
import type { Server } from '../server.ts';
import { isFrontMatter } from '../suggestions.ts';
import { notWritten } from './asking.ts';

/** What somebody chose for one orphan. */
type Choice = { readonly passage: Range } | 'remove' | 'skip';

/**
 * @param given one quote or form, or a document; else the document of the active editor is meant
 * @returns whether anything was written
 */
export async function reanchor(server: Server, given?: ReanchorArguments): Promise<boolean> {
  const uri =
    typeof given?.uri === 'string' ? vscode.Uri.parse(given.uri, true) : vscode.window.activeTextEditor?.document.uri;
  if (!uri) return false;
  const selected = selectionIn(uri);
  const found = await orphansOf(server, uri);
  if (!found) return say(vscode.l10n.t('Concord’s language server gives no answer. Nothing was changed.'));
  if (found.problem !== undefined) return say(found.problem);
  const one = given?.range && found.orphans.find(({ range }) => isSame(range, given.range!));
  if (given?.range && !one) return say(vscode.l10n.t('There is nothing to repair here any more.'));
  if (one) return (await repairOne(server, uri, found, one, selected, '')) === 'written';
  if (found.orphans.length === 0) return say(vscode.l10n.t('Every quote and every form stands in the text.'));
  const plain = found.orphans.filter((orphan) => orphan.plain);
  const first = await chooseWhere(found.orphans, plain);
  if (first === undefined) return false;
  if (first === 'all') return repairAll(server, uri, found, plain);
  return oneByOne(server, uri, found, first, selected);
}

/** From the one that was chosen on, until all have been seen or somebody has had enough. */
async function oneByOne(
  server: Server,
  uri: vscode.Uri,
  found: Orphans,
  first: OrphanChoice,
  selected: vscode.Range | undefined,
): Promise<boolean> {
  let now: Orphans | undefined = found;
  let at = found.orphans.indexOf(first);
  let any = false;
  while (now && at < now.orphans.length) {
    const count = now.orphans.length - at;
    const rest = count > 1 ? vscode.l10n.t(' – {0} to go', count) : '';
    const done = await repairOne(server, uri, now, now.orphans[at]!, any ? undefined : selected, rest);
    if (done === 'left') return any;
    if (done === 'written') {
      any = true;
      // What was repaired is no longer among them, so that the next one is in its place.
      now = await orphansOf(server, uri);
    } else at++;
  }
  return any;
}

async function repairOne(
  server: Server,
  uri: vscode.Uri,
  { version }: Orphans,
  orphan: OrphanChoice,
  selected: vscode.Range | undefined,
  rest: string,
): Promise<'written' | 'skipped' | 'left'> {
  const choice = await choosePassage(uri, orphan, selected, rest);
  if (choice === undefined) return 'left';
  if (choice === 'skip') return 'skipped';
  const { range } = orphan;
  const repair = choice === 'remove' ? { range } : { range, passage: choice.passage };
  return (await write(server, { uri: uri.toString(), version, repairs: [repair] })) ? 'written' : 'left';
}

function repairAll(
  server: Server,
  uri: vscode.Uri,
  { version }: Orphans,
  plain: readonly OrphanChoice[],
): Promise<boolean> {
  const repairs = plain.map(({ range, passages }) => ({ range, passage: passages[0]!.range }));
  return write(server, { uri: uri.toString(), version, repairs, confirm: true });
}

/** Makes the edit that the server answers with, or says why there is none. */
export async function write(server: Server, params: ReanchorParams): Promise<boolean> {
  const answer = await server.request<Edited>(REANCHOR, params);
  const edit = answer?.edit as WorkspaceEdit | undefined;
  if (!edit || server.isOutdated(edit)) return say(answer?.problem ?? notWritten());
  if (await server.apply(edit)) return true;
  // What is looked at before it is made may have been declined.
  return params.confirm ? false : say(notWritten());
}

async function orphansOf(server: Server, uri: vscode.Uri): Promise<Orphans | undefined> {
  return server.request<Orphans>(ORPHANS, { uri: uri.toString() });
}

async function chooseWhere(
  orphans: readonly OrphanChoice[],
  plain: readonly OrphanChoice[],
): Promise<OrphanChoice | 'all' | undefined> {
  if (orphans.length === 1 && plain.length === 0) return orphans[0];
  const all = {
    label: vscode.l10n.t('$(check-all) All that leave no doubt ({0}) …', plain.length),
    detail: vscode.l10n.t(
      'One passage each, which differs in its writing only. You see every change before it is made.',
    ),
    orphan: 'all' as const,
  };
  const single = orphans.map((orphan) => {
    const [passage] = orphan.passages;
    return {
      label: `${iconOf(orphan)} ${orphan.text}`,
      description: orphan.of,
      detail: passage ? differenceLine(passage.difference) : vscode.l10n.t('Nothing in the text is near to it.'),
      orphan,
    };
  });
  const picked = await vscode.window.showQuickPick([...(plain.length > 0 ? [all] : []), ...single], {
    title: vscode.l10n.t('Quotes and forms that the text does not have'),
    placeHolder: vscode.l10n.t('Begin with …'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.orphan;
}

interface PassageItem extends vscode.QuickPickItem {
  readonly choice?: Choice;
  readonly range?: vscode.Range;
}

/** The passages that may be meant, each shown in the text while it is looked at. */
async function choosePassage(
  uri: vscode.Uri,
  orphan: OrphanChoice,
  selected: vscode.Range | undefined,
  rest: string,
): Promise<Choice | undefined> {
  const editor = await editorOf(uri);
  const preview = new PassagePreview(editor);
  const pick = vscode.window.createQuickPick<PassageItem>();
  pick.title = `${titleOf(orphan)}${rest}`;
  pick.placeholder =
    orphan.passages.length > 0
      ? vscode.l10n.t('Which passage is meant by “{0}”?', orphan.text)
      : vscode.l10n.t(
          'Nothing in the text is near to “{0}”. Select the passage in the text first to quote it.',
          orphan.text,
        );
  pick.items = itemsFor(orphan, editor.document, selected, rest !== '');
  pick.matchOnDetail = true;
  try {
    const chosen = await new Promise<PassageItem | undefined>((resolve) => {
      pick.onDidChangeActive(([item]) => preview.show(item?.range));
      pick.onDidAccept(() => resolve(pick.activeItems[0]));
      pick.onDidHide(() => resolve(undefined));
      pick.show();
    });
    if (!chosen?.choice || chosen.choice === 'skip') preview.restore();
    return chosen?.choice;
  } finally {
    pick.dispose();
    preview.dispose();
  }
}

function itemsFor(
  orphan: OrphanChoice,
  document: vscode.TextDocument,
  selected: vscode.Range | undefined,
  canSkip: boolean,
): readonly PassageItem[] {
  const passages = orphan.passages.map(({ range, text, difference, altered }): PassageItem => {
    const line = vscode.l10n.t('line {0}', range.start.line + 1);
    return {
      label: text,
      description: altered ? vscode.l10n.t('{0} $(warning) says something else', line) : line,
      detail: differenceLine(difference),
      choice: { passage: range },
      range: rangeFrom(range),
    };
  });
  const own: readonly PassageItem[] = selected
    ? [
        {
          label: vscode.l10n.t('$(selection) Quote what is selected'),
          detail: document.getText(selected).replace(/\s+/g, ' '),
          choice: { passage: selected },
          range: selected,
        },
      ]
    : [];
  const others: PassageItem[] = [];
  if (orphan.removable) {
    const label = vscode.l10n.t('$(trash) Remove it from the declaration of {0}', orphan.of ?? '');
    others.push({ label, choice: 'remove', alwaysShow: true });
  }
  if (canSkip)
    others.push({ label: vscode.l10n.t('$(arrow-right) Leave it and go on'), choice: 'skip', alwaysShow: true });
  const line: PassageItem = { label: '', kind: vscode.QuickPickItemKind.Separator };
  return [...passages, ...own, ...(others.length > 0 ? [line, ...others] : [])];
}

const iconOf = ({ kind }: OrphanChoice): string =>
  kind === 'as' || kind === 'sic' ? '$(tag)' : kind === 'here' ? '$(location)' : '$(quote)';

function titleOf({ kind, of }: OrphanChoice): string {
  switch (kind) {
    case 'item':
      return vscode.l10n.t('Item of {0}', of ?? '');
    case 'here':
      return vscode.l10n.t('Mention of {0}', of ?? '');
    case 'as':
    case 'sic':
      return vscode.l10n.t('Form of {0}', of ?? '');
    default:
      return of === undefined ? vscode.l10n.t('Quote') : vscode.l10n.t('Quote of {0}', of);
  }
}

/** What is selected in the text of a document: what somebody means who found the passage by himself. */
function selectionIn(uri: vscode.Uri): vscode.Range | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor || editor.document.uri.toString() !== uri.toString() || editor.selections.length > 1) return undefined;
  const { selection, document } = editor;
  return selection.isEmpty || isFrontMatter(document, selection.start) ? undefined : selection;
}

const isSame = (a: Range, b: Range): boolean =>
  a.start.line === b.start.line &&
  a.start.character === b.start.character &&
  a.end.line === b.end.line &&
  a.end.character === b.end.character;

function say(message: string): false {
  void vscode.window.showInformationMessage(message);
  return false;
}
