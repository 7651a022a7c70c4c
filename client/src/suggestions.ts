/** When completions appear and how they look in this editor. What is offered the server decides; no file is read here. */

import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { PROSE } from './corpusFolder.ts';

type Complete = NonNullable<Middleware['provideCompletionItem']>;

/** Shows what is listed, without a word where there is nothing. */
const SUGGEST: vscode.Command = {
  command: 'editor.action.triggerSuggest',
  title: '',
  arguments: [{ auto: true }],
};

/** The same, and again at each empty value of a template; its argument is the number of the template's lines. */
const SUGGEST_ALONG = 'concord.suggestAlong';

/** Names beside ids in every line of the list; after a key, what its value can be. */
export const complete: Complete = async (document, position, context, token, next) => {
  const answer = await next(document, position, context, token);
  const items = Array.isArray(answer) ? answer : (answer?.items ?? []);
  for (const item of items) present(item);
  if (!isFrontMatter(document, position)) return answer;
  const typing = Date.now() - lastEdit < TYPING;
  const done = typing && items.some((item) => isWritten(item, document, position));
  // Asked again with every letter, to fall silent at the last one.
  return new vscode.CompletionList(items.length === 0 || done ? [nothing(position)] : [...items], true);
};

let lastEdit = 0;
/** What is asked so soon after an edit, in milliseconds, comes of the edit and not of a key for it. */
const TYPING = 1000;

/** Whether it would change nothing: then a line break is one, and does not take it from the list. */
function isWritten({ range, insertText }: vscode.CompletionItem, document: vscode.TextDocument, at: vscode.Position) {
  if (!range || typeof insertText !== 'string') return false;
  const place = range instanceof vscode.Range ? range : range.replacing;
  return place.end.isEqual(at) && document.getText(place) === insertText;
}

function present(item: vscode.CompletionItem): void {
  const { Reference, Field, EnumMember, Property } = vscode.CompletionItemKind;
  if (item.kind === Reference || item.kind === Field || item.kind === EnumMember) {
    if (typeof item.label === 'string' && item.detail) item.label = { label: item.label, description: item.detail };
  }
  if (item.kind !== Property) return;
  const { insertText } = item;
  const template = insertText instanceof vscode.SnippetString && insertText.value.includes('$2');
  item.command = template
    ? { command: SUGGEST_ALONG, title: '', arguments: [insertText.value.split('\n').length] }
    : SUGGEST;
}

/**
 * Where nothing is offered the editor would offer the words of all open texts, and take one for the line break that is
 * typed next. This stands for an answer, and whatever is typed does not match it.
 */
function nothing(position: vscode.Position): vscode.CompletionItem {
  const item = new vscode.CompletionItem('\u2060');
  item.range = new vscode.Range(position.with(undefined, 0), position);
  item.insertText = '';
  return item;
}

/**
 * Asks for completions where the editor does not by itself: in Markdown at the first letter of a word, and in every
 * document at the empty values of a template, as Tab goes from one to the next.
 */
export function suggestInFrontMatter(isActive: () => boolean): vscode.Disposable {
  const { commands, window, workspace } = vscode;
  const suggest = () => void commands.executeCommand(SUGGEST.command, ...(SUGGEST.arguments ?? []));
  let template: { readonly document: vscode.TextDocument; readonly first: number; readonly last: number } | undefined;
  return vscode.Disposable.from(
    workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
      const [change] = contentChanges;
      lastEdit = Date.now();
      if (!isActive() || document !== window.activeTextEditor?.document || document.languageId !== 'markdown') return;
      if (reason !== undefined || contentChanges.length !== 1 || !change?.range.isEmpty) return;
      if (!/^[\p{L}\p{N}]$/u.test(change.text) || suggestsByItself(document)) return;
      const before = document.lineAt(change.range.start.line).text.slice(0, change.range.start.character);
      if (/[\p{L}\p{N}]$/u.test(before) || !isFrontMatter(document, change.range.start)) return;
      suggest();
    }),
    commands.registerCommand(SUGGEST_ALONG, (lines: number) => {
      const editor = window.activeTextEditor;
      if (!editor) return;
      const { line } = editor.selection.active;
      template = { document: editor.document, first: line, last: line + lines - 1 };
      suggest();
    }),
    window.onDidChangeTextEditorSelection(({ textEditor: { document }, selections, kind }) => {
      const [selection] = selections;
      if (!template || document !== template.document || !selection) return;
      const { line, character } = selection.active;
      if (line < template.first || line > template.last) template = undefined;
      else if (kind !== vscode.TextEditorSelectionChangeKind.Mouse && selection.isEmpty && selections.length === 1) {
        const { text } = document.lineAt(line);
        if (/: $/.test(text.slice(0, character)) && text.slice(character).trim() === '') suggest();
      }
    }),
  );
}

function suggestsByItself(document: vscode.TextDocument): boolean {
  const quick = vscode.workspace.getConfiguration('editor', document).get<unknown>('quickSuggestions');
  if (typeof quick !== 'object' || quick === null) return quick === true;
  return 'other' in quick && (quick.other === true || quick.other === 'on');
}

/** Whether a place lies between the first line, which opens front matter, and the line that closes it. */
export function isFrontMatter(document: vscode.TextDocument, { line }: vscode.Position): boolean {
  if (!PROSE.includes(document.languageId) || line === 0) return false;
  if (!/^\ufeff?---[ \t]*$/.test(document.lineAt(0).text)) return false;
  for (let at = 1; at <= line; at++) if (/^(?:---|\.\.\.)[ \t]*$/.test(document.lineAt(at).text)) return false;
  return true;
}
