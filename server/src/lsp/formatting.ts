/**
 * The requests that format annotations.
 *
 * A client that has a command of its own for it, as VS Code does, is told of no formatter. There a provider would be one
 * for whole Markdown or YAML files: the only one, it would answer *Format Document* and format on save in place of the
 * formatter that a person expects; one of several, it would make VS Code ask for a default. With the command and the
 * source action people format annotations when they want that, and on save if they say so.
 * Other editors ask a server by its name, or by what the person has set up, and have no such command: they get the
 * protocol's own requests, answered for files of a corpus alone, and in a document for its front matter alone.
 */

import {
  type CodeAction,
  type Connection,
  LSPErrorCodes,
  type Range,
  ResponseError,
  type TextEdit,
} from 'vscode-languageserver';
import type { Words } from '../checks/messages/messages.ts';
import type { Formatting } from '../core/format.ts';
import { formatting } from '../features/formatting.ts';
import { unlessCancelled } from './cancellation.ts';
import { linesOf, rangeOf, workspaceEditOf } from './convert.ts';
import type { Project } from './project.ts';
import { FORMAT, type FormatAnswer, type FormatParams, ORGANIZE_ANNOTATIONS } from './protocol.ts';
import type { Session } from './session.ts';

export function registerFormatting(connection: Connection, session: Session, words: () => Words): void {
  const found = (uri: string, range?: Range) => {
    const place = session.placeOf(uri);
    const text = place?.project.textOf(place.path);
    if (!place || text === undefined) return undefined;
    const lines = linesOf(text);
    const span = range && { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
    const result = formatting(place.project, place.path, span);
    return result && { project: place.project, text, result };
  };

  const answer = (uri: string, range?: Range): TextEdit[] | ResponseError<void> | null => {
    const asked = found(uri, range);
    if (!asked) return null;
    const { text, result } = asked;
    if ('problem' in result) return new ResponseError(LSPErrorCodes.RequestFailed, reasonFor(result, words()));
    return result.edits.map(({ span, newText }) => ({ range: rangeOf(text, span), newText }));
  };
  connection.onDocumentFormatting(unlessCancelled(({ textDocument: { uri } }) => answer(uri)));
  connection.onDocumentRangeFormatting(unlessCancelled(({ textDocument: { uri }, range }) => answer(uri, range)));

  connection.onRequest(
    FORMAT,
    unlessCancelled(({ uri, range }: FormatParams): FormatAnswer => {
      const asked = found(uri, range ?? undefined);
      if (!asked) return { edit: null, problem: words().action('format-foreign') };
      const { project, result } = asked;
      if ('problem' in result) return { edit: null, problem: reasonFor(result, words()) };
      const version = (other: string) => session.versionOf(other);
      return { edit: result.edits.length > 0 ? workspaceEditOf(project, result.edits, version) : null };
    }),
  );
}

/** The source action, for those who ask for it by its kind: nobody else pays for finding out whether it has work to do. */
export function organizeActions(
  project: Project,
  path: string,
  only: readonly string[] | undefined,
  words: Words,
  version: (uri: string) => number | undefined,
): readonly CodeAction[] {
  if (!only?.some((kind) => ORGANIZE_ANNOTATIONS === kind || ORGANIZE_ANNOTATIONS.startsWith(`${kind}.`))) return [];
  const result = formatting(project, path);
  if (!result || 'problem' in result || result.edits.length === 0) return [];
  const edit = workspaceEditOf(project, result.edits, version);
  return [{ title: words.action('format'), kind: ORGANIZE_ANNOTATIONS, edit }];
}

const reasonFor = (result: Formatting & { readonly problem: string }, words: Words): string =>
  words.action(`format-${result.problem}`);
