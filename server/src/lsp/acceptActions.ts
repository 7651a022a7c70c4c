/** The code actions that accept findings: a command for a client that can ask for the reason, else an edit that lacks it. */

import type { CodeAction } from 'vscode-languageserver';
import type { Words } from '../checks/messages/messages.ts';
import type { Span } from '../core/text.ts';
import { type Acceptable, acceptable, acceptanceEdits } from '../features/accept.ts';
import { workspaceEditOf } from './convert.ts';
import type { Project } from './project.ts';
import { ACCEPT_COMMAND, type AcceptArguments } from './protocol.ts';

export interface AcceptAction extends Pick<CodeAction, 'title' | 'command' | 'edit'> {
  readonly way: Acceptable;
}

/** For the findings that touch `span` of the file at `path`. */
export function acceptActions(
  project: Project,
  path: string,
  uri: string,
  span: Span,
  clientHas: (command: string) => boolean,
  words: Words,
  version: (uri: string) => number | undefined,
): readonly AcceptAction[] {
  return acceptable(project, path, span, project.findings(path)).flatMap((way): readonly AcceptAction[] => {
    const title = titleOf(way, words);
    if (clientHas(ACCEPT_COMMAND)) {
      return [{ way, title, command: { title, command: ACCEPT_COMMAND, arguments: [argumentsOf(way, uri)] } }];
    }
    // Nobody but a person can give the reason; one that is there is not to be lost.
    const edits =
      way.reason === undefined ? acceptanceEdits(project, path, way, '', project.findings(path)) : undefined;
    return edits?.length ? [{ way, title, edit: workspaceEditOf(project, edits, version) }] : [];
  });
}

const titleOf = ({ side, with: other, claim, finding }: Acceptable, words: Words): string => {
  const title = other !== undefined ? `accept-${side}` : claim !== undefined ? 'accept-claim' : 'accept-document';
  return words.action(title, { ...finding.params, code: finding.code });
};

const argumentsOf = ({ code, claim, with: other, saw, side, reason }: Acceptable, uri: string): AcceptArguments => ({
  uri,
  code,
  claim,
  with: other,
  saw,
  side,
  reason,
});
