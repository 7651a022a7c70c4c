/** A quick pick of records that the server finds as one types, with a last line that makes a new one. Finds nothing itself. */

import * as vscode from 'vscode';
import type { TagCandidate, TagWay } from '../../../server/src/lsp/protocol.ts';

/** The last line was chosen. */
export const CREATE = Symbol('create');

export interface EntityQuestion {
  readonly title: string;
  /** What is to be tagged. */
  readonly text: string;
  readonly first: readonly TagCandidate[];
  /** Those that fit what has been typed; undefined where the answer did not come. */
  readonly find: (query: string, token: vscode.CancellationToken) => Promise<readonly TagCandidate[] | undefined>;
  /** Whether a new record is among the answers, and whether it is the one to begin with. */
  readonly create: 'never' | 'last' | 'likely';
}

export interface ChosenEntity {
  readonly candidate: TagCandidate;
  /** Chosen at once, by a button of the line. */
  readonly way?: TagWay;
}

interface Line extends vscode.QuickPickItem {
  readonly candidate?: TagCandidate;
  readonly creates?: boolean;
  readonly buttons?: readonly WayButton[];
}

interface WayButton extends vscode.QuickInputButton {
  readonly way: TagWay;
}

export function pickEntity(question: EntityQuestion): Promise<ChosenEntity | typeof CREATE | undefined> {
  const { title, text, first, find, create } = question;
  const canCreate = create !== 'never';
  const pick = vscode.window.createQuickPick<Line>();
  pick.title = title;
  pick.placeholder = vscode.l10n.t('A name in any language, pinyin, initials or an id');
  const add: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('add'),
    tooltip: vscode.l10n.t('Create record …'),
  };
  if (canCreate) pick.buttons = [add];
  const show = (candidates: readonly TagCandidate[]) => {
    const isNew = create === 'likely' && pick.value === '';
    // So few that the last line, which is the likeliest, is seen below them; the others come to whoever types.
    const lines = linesOf(isNew ? candidates.slice(0, BESIDE_NEW) : candidates, canCreate ? text : undefined);
    pick.items = lines;
    const start = (isNew ? undefined : lines.find((line) => line.candidate)) ?? lines.find((line) => line.creates);
    if (start) pick.activeItems = [start];
  };
  show(first);
  let asking: vscode.CancellationTokenSource | undefined;
  /** Enter was pressed before those that fit had come: what is listed still is not what was typed. */
  let isAccepted = false;
  return new Promise((resolve) => {
    const end = (chosen: ChosenEntity | typeof CREATE | undefined) => {
      resolve(chosen);
      pick.hide();
    };
    pick.onDidChangeValue(async (query) => {
      asking?.cancel();
      const own = new vscode.CancellationTokenSource();
      asking = own;
      isAccepted = false;
      pick.busy = true;
      const found = query.trim() === '' ? first : await find(query, own.token);
      if (asking !== own) return;
      pick.busy = false;
      if (found) show(found);
      if (isAccepted && found?.[0]) end({ candidate: found[0] });
      isAccepted = false;
    });
    pick.onDidAccept(() => {
      if (pick.busy) {
        isAccepted = true;
        return;
      }
      const [line] = pick.selectedItems;
      if (line?.creates) end(CREATE);
      else if (line?.candidate) end({ candidate: line.candidate });
    });
    pick.onDidTriggerButton(() => end(CREATE));
    pick.onDidTriggerItemButton(({ item, button }) => {
      if (item.candidate) end({ candidate: item.candidate, way: (button as WayButton).way });
    });
    pick.onDidHide(() => {
      asking?.cancel();
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

const BESIDE_NEW = 8;

/** @param created what a new record would be for; undefined where none can be made */
function linesOf(candidates: readonly TagCandidate[], created: string | undefined): readonly Line[] {
  const lines: Line[] = [];
  let last: TagCandidate['likeness'] | undefined;
  for (const candidate of candidates) {
    const { likeness, icon, name, id, description, ways, holds } = candidate;
    if (likeness !== last) lines.push({ label: groupOf(likeness), kind: vscode.QuickPickItemKind.Separator });
    last = likeness;
    const [way, ...others] = ways;
    lines.push({
      label: `$(${icon}) ${name}`,
      description: [id, description, holds ? vscode.l10n.t('tagged') : ''].filter(Boolean).join(' · '),
      // How is asked next where there is a choice; only what a single Enter does is said here.
      detail: others.length > 0 ? undefined : way?.detail,
      alwaysShow: true,
      candidate,
      buttons: ways.length < 2 ? [] : ways.map((one) => buttonOf(one)),
    });
  }
  if (created === undefined) return lines;
  const label = `$(add) ${vscode.l10n.t('Create a record for “{0}” …', created)}`;
  const create = { label, alwaysShow: true, creates: true };
  return [...lines, { label: '', kind: vscode.QuickPickItemKind.Separator }, create];
}

const ICONS: Readonly<Record<string, string>> = { form: 'file', alias: 'library', here: 'pinned', name: 'tag' };

const buttonOf = (way: TagWay): WayButton => ({
  iconPath: new vscode.ThemeIcon(ICONS[way.way] ?? 'check'),
  tooltip: way.title,
  way,
});

function groupOf(likeness: TagCandidate['likeness']): string {
  switch (likeness) {
    case 'same':
      return vscode.l10n.t('this name');
    case 'near':
      return vscode.l10n.t('nearly this name');
    case 'declared':
      return vscode.l10n.t('in this document');
    case 'other':
      return vscode.l10n.t('other records');
  }
}
