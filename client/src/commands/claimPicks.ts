/** The quick picks of making a claim. Knows what is shown and what was chosen, not what is written. */

import * as vscode from 'vscode';
import {
  CLAIM_ENTITIES,
  type ClaimFigure,
  type ClaimProperty,
  type ClaimProposal,
  type EntityItem,
} from '../../../server/src/lsp/protocol.ts';
import type { Server } from '../server.ts';

/** What the person wants to write without being asked further. */
export const BY_HAND = Symbol('by hand');

interface Item<T> extends vscode.QuickPickItem {
  readonly value: T;
}

/** Which figures become claims: asked only where there are several. Undefined where nothing was chosen. */
export async function pickFigures({ figures }: ClaimProposal): Promise<readonly ClaimFigure[] | undefined> {
  const likely = figures.filter((figure) => figure.likely);
  if (likely.length < 2) return likely;
  const items = figures.map(
    (value): Item<ClaimFigure> => ({
      label: value.words,
      description: value.isTime ? vscode.l10n.t('a time') : '',
      picked: value.likely,
      value,
    }),
  );
  const chosen = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    title: vscode.l10n.t('Figures of the passage'),
    placeHolder: vscode.l10n.t('Each becomes a claim; none: a claim without a figure'),
  });
  return chosen?.map(({ value }) => value);
}

export interface EntityQuestion {
  readonly title: string;
  readonly placeholder: string;
  readonly entities: readonly EntityItem[];
  /** What is typed may be the answer itself. */
  readonly text?: boolean;
  /** A text that the passage gives as an answer. */
  readonly words?: string;
  /** It may be left out: the answer is then empty. */
  readonly skip?: boolean;
}

/** One of the entities that are proposed, or any record that is found by what is typed. */
export function pickEntity(
  server: Server,
  uri: string,
  question: EntityQuestion & { readonly byHand: true },
): Promise<string | typeof BY_HAND | undefined>;
export function pickEntity(server: Server, uri: string, question: EntityQuestion): Promise<string | undefined>;
export function pickEntity(
  server: Server,
  uri: string,
  question: EntityQuestion & { readonly byHand?: boolean },
): Promise<string | typeof BY_HAND | undefined> {
  const pick = vscode.window.createQuickPick<Item<string | typeof BY_HAND>>();
  pick.title = question.title;
  pick.placeholder = question.placeholder;
  pick.matchOnDescription = true;
  pick.ignoreFocusOut = true;
  const last: Item<string | typeof BY_HAND>[] = [
    ...(question.skip ? [{ label: vscode.l10n.t('Leave it out'), value: '', alwaysShow: true }] : []),
    ...(question.byHand ? [byHand] : []),
  ];
  const proposed = [
    ...(question.words === undefined
      ? []
      : [{ label: question.words, description: vscode.l10n.t('as text'), value: question.words }]),
    ...question.entities.map(itemOf),
  ];
  pick.items = [...proposed, ...last];
  let asked = 0;
  const { answer, accept } = answerOf(pick, () => asked++);
  pick.onDidChangeValue(async (query) => {
    const own = ++asked;
    const text = query.trim();
    if (text === '') {
      pick.items = [...proposed, ...last];
      pick.busy = false;
      return;
    }
    pick.busy = true;
    const found = (await server.request<readonly EntityItem[]>(CLAIM_ENTITIES, { uri, query: text })) ?? [];
    // Somebody has typed on, or is done.
    if (own !== asked) return;
    const known = new Set(question.entities.map(({ id }) => id));
    const others = found.filter(({ id }) => !known.has(id)).map((one) => ({ ...itemOf(one), alwaysShow: true }));
    const typed = question.text
      ? [{ label: text, description: vscode.l10n.t('as text'), value: text, alwaysShow: true }]
      : [];
    pick.items = [...proposed, ...others, ...typed, ...last];
    pick.busy = false;
    const fits = ({ label, description }: vscode.QuickPickItem) =>
      `${label.replace(/^\$\([\w-]+\)/, '')} ${description ?? ''}`.toLowerCase().includes(text.toLowerCase());
    accept([...proposed.filter(fits), ...others, ...typed][0]);
  });
  return answer;
}

/** `accept`: what fits has come; where Enter was pressed before that, it is the answer. */
function answerOf<T>(pick: vscode.QuickPick<Item<T>>, done: () => void) {
  let isAccepted = false;
  let accept: (first: Item<T> | undefined) => void = () => {};
  const answer = new Promise<T | undefined>((resolve) => {
    const end = (item: Item<T> | undefined) => {
      resolve(item?.value);
      pick.hide();
    };
    accept = (first) => {
      if (isAccepted && first) end(first);
      isAccepted = false;
    };
    pick.onDidAccept(() => {
      if (pick.busy) isAccepted = true;
      else end(pick.activeItems[0]);
    });
    pick.onDidHide(() => {
      done();
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
  return { answer, accept };
}

const itemOf = ({ id, name, icon, description }: EntityItem): Item<string> => ({
  label: icon === '' ? name : `$(${icon}) ${name}`,
  description: [id === name ? '' : id, description].filter(Boolean).join(' · '),
  value: id,
});

const byHand = {
  label: `$(edit) ${vscode.l10n.t('Write the rest by hand')}`,
  value: BY_HAND as typeof BY_HAND,
  alwaysShow: true,
};

export async function pickProperty(
  title: string,
  figure: string | undefined,
  properties: readonly ClaimProperty[],
): Promise<ClaimProperty | typeof BY_HAND | undefined> {
  const items: Item<ClaimProperty | typeof BY_HAND>[] = properties.map((value) => ({
    label: value.label,
    description: [
      value.label.toLowerCase() === value.id ? '' : value.id,
      value.values[0]?.name,
      ...Object.entries(value.qualifiers).map(([name, text]) => `${name}: ${text}`),
    ]
      .filter(Boolean)
      .join(' · '),
    detail: value.description || undefined,
    value,
  }));
  const placeHolder = figure === undefined ? vscode.l10n.t('What is said?') : vscode.l10n.t('What is “{0}”?', figure);
  const chosen = await vscode.window.showQuickPick([...items, byHand], {
    title,
    placeHolder,
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return chosen?.value;
}

/** The value of a claim without a figure: an entity, a text or one of a few words. */
export async function pickValue(
  server: Server,
  uri: string,
  title: string,
  { values, takes, label }: ClaimProperty,
  quote: string,
): Promise<string | undefined> {
  if (takes.entity) {
    return pickEntity(server, uri, { title, placeholder: label, entities: values, text: takes.text });
  }
  if (takes.text) {
    const text = await vscode.window.showInputBox({
      title,
      prompt: label,
      value: quote,
      ignoreFocusOut: true,
      validateInput: (typed) => (typed.trim() === '' ? vscode.l10n.t('A value is needed.') : undefined),
    });
    return text?.trim();
  }
  const items = values.map(({ id, name }): Item<string> => ({ label: name, value: id }));
  return (await vscode.window.showQuickPick(items, { title, placeHolder: label }))?.value;
}

/**
 * When the claims hold: asked where the passage gives several times, or none for a change over a stretch of time that its
 * paragraph names. Empty: when the document says.
 */
export async function pickTime({ times, timesAround }: ClaimProposal): Promise<string | undefined> {
  if (times.length === 1) return times[0];
  if (times.length === 0 && timesAround.length === 0) return '';
  const own: Item<string> = { label: vscode.l10n.t('The document’s own time'), value: '' };
  const around = timesAround.map(({ edtf, words }) => ({ label: edtf, description: `“${words}”`, value: edtf }));
  const items: Item<string>[] =
    times.length > 0 ? [own, ...times.map((time) => ({ label: time, value: time }))] : [...around, own];
  const title = vscode.l10n.t('When does it hold?');
  return (await vscode.window.showQuickPick(items, { title, ignoreFocusOut: true }))?.value;
}
