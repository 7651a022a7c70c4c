/** Questions one after the other, each with an answer to accept with Enter, and a way back. Knows not what they are about. */

import * as vscode from 'vscode';

export interface Step {
  readonly key: string;
  readonly title: string;
  readonly prompt: string;
  readonly value: string;
}

export interface Answers {
  /** By the keys of the steps, without white space at their ends. */
  readonly values: Readonly<Record<string, string>>;
  /** The indices of what was picked. */
  readonly picked: readonly number[];
}

const BACK = Symbol('back');

/**
 * @param choices of which any may be picked, none at first; where there are some they are the last step
 * @returns undefined if the user has changed their mind
 */
export async function inSteps(
  steps: readonly Step[],
  choices: readonly { readonly label: string; readonly text: string }[],
): Promise<Answers | undefined> {
  const values = Object.fromEntries(steps.map(({ key, value }) => [key, value]));
  const total = steps.length + (choices.length > 0 ? 1 : 0);
  for (let at = 0; at < steps.length; ) {
    const step = steps[at]!;
    const answer = await input({ ...step, value: values[step.key]! }, at, total);
    if (answer === undefined) return undefined;
    if (answer !== BACK) values[step.key] = answer.trim();
    at += answer === BACK ? -1 : 1;
  }
  if (choices.length === 0) return { values, picked: [] };
  const items = choices.map(({ label, text }, index) => ({ label: text, description: label, index }));
  const picked = await vscode.window.showQuickPick(items, {
    title: `${steps[0]?.title ?? ''} (${total}/${total})`,
    placeHolder: vscode.l10n.t('Pick what is no part of the text, to leave it out'),
    canPickMany: true,
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return picked && { values, picked: picked.map(({ index }) => index) };
}

function input({ title, prompt, value }: Step, at: number, total: number): Promise<string | typeof BACK | undefined> {
  const box = vscode.window.createInputBox();
  box.title = title;
  box.prompt = prompt;
  box.value = value;
  box.step = at + 1;
  box.totalSteps = total;
  box.ignoreFocusOut = true;
  box.buttons = at > 0 ? [vscode.QuickInputButtons.Back] : [];
  return new Promise<string | typeof BACK | undefined>((resolve) => {
    box.onDidAccept(() => resolve(box.value));
    box.onDidTriggerButton(() => resolve(BACK));
    box.onDidHide(() => resolve(undefined));
    box.show();
  }).finally(() => box.dispose());
}
