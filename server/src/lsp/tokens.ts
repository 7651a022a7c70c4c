/** Semantic tokens as the protocol counts them, and what was sent before, so that the next answer says what has changed. */

import type {
  Range,
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensEdit,
  SemanticTokensLegend,
} from 'vscode-languageserver';
import type { Span } from '../core/text.ts';
import { type SemanticToken, semanticTokens, TOKEN_MODIFIERS, TOKEN_TYPES } from '../features/semanticTokens.ts';
import { type AskedFile, fileOf, type StructureContext } from './askedFile.ts';
import { unlessCancelled } from './cancellation.ts';
import { linesOf } from './convert.ts';
import type { Refreshes } from './refreshes.ts';

export const TOKEN_LEGEND: SemanticTokensLegend = {
  tokenTypes: [...TOKEN_TYPES],
  tokenModifiers: [...TOKEN_MODIFIERS],
};

/** So many files have their last answer kept. */
const KEPT = 32;

export function registerTokens(context: StructureContext, refreshes: Refreshes, body: () => boolean): void {
  const { connection, session } = context;
  const sent = new Map<string, { readonly resultId: string; readonly data: number[] }>();
  let count = 0;

  const answer = (uri: string): SemanticTokens & { readonly resultId: string } => {
    const file = fileOf(session, uri);
    refreshes.shows('semanticTokens');
    const data = file ? encoded(file, semanticTokens(file.project, file.path, { body: body() })) : [];
    const result = { resultId: String(++count), data };
    sent.delete(uri);
    sent.set(uri, result);
    for (const [oldest] of sent) {
      if (sent.size <= KEPT) break;
      sent.delete(oldest);
    }
    return result;
  };

  const { semanticTokens: requests } = connection.languages;
  requests.on(unlessCancelled(({ textDocument: { uri } }) => answer(uri)));
  requests.onDelta(
    unlessCancelled(({ textDocument: { uri }, previousResultId }): SemanticTokens | SemanticTokensDelta => {
      const before = sent.get(uri);
      const { resultId, data } = answer(uri);
      if (before?.resultId !== previousResultId) return { resultId, data };
      return { resultId, edits: differenceOf(before.data, data) };
    }),
  );
  requests.onRange(
    unlessCancelled(({ textDocument: { uri }, range }) => {
      const file = fileOf(session, uri);
      if (!file) return { data: [] };
      const within = spanOf(file.text, range);
      return { data: encoded(file, semanticTokens(file.project, file.path, { body: body(), within })) };
    }),
  );
}

/** What lies between the same beginning and the same end, in whole tokens. */
function differenceOf(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const least = Math.min(before.length, after.length);
  let start = 0;
  while (start < least && before[start] === after[start]) start++;
  start -= start % 5;
  let end = 0;
  while (end < least - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  end -= end % 5;
  if (start + end === before.length && before.length === after.length) return [];
  return [{ start, deleteCount: before.length - start - end, data: after.slice(start, after.length - end) }];
}

function spanOf(text: string, { start, end }: Range): Span {
  const lines = linesOf(text);
  return { start: lines.offsetAt(start), end: lines.offsetAt(end) };
}

/** Five numbers for each, counted from the one before; a token that goes over several lines is one on each. */
function encoded({ text }: AskedFile, tokens: readonly SemanticToken[]): number[] {
  const lines = linesOf(text);
  const data: number[] = [];
  let lastLine = 0;
  let lastCharacter = 0;
  for (const { span, type, modifiers } of tokens) {
    const first = lines.lineAt(span.start);
    const last = lines.lineAt(span.end);
    for (let line = first; line <= last; line++) {
      const whole = lines.lineSpan(line);
      const start = line === first ? span.start : indented(text, whole);
      const length = Math.min(span.end, whole.end) - start;
      if (length <= 0) continue;
      const character = start - whole.start;
      const flags = modifiers.reduce((bits, modifier) => bits | (1 << TOKEN_MODIFIERS.indexOf(modifier)), 0);
      data.push(
        line - lastLine,
        line === lastLine ? character - lastCharacter : character,
        length,
        TOKEN_TYPES.indexOf(type),
        flags,
      );
      lastLine = line;
      lastCharacter = character;
    }
  }
  return data;
}

function indented(text: string, { start, end }: Span): number {
  let at = start;
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at++;
  return at;
}
