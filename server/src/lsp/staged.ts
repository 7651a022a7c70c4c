/** The request for the findings in what is staged. Knows what git has only from the environment; runs nothing. */

import type { Connection } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { check } from '../checks/engine/run.ts';
import type { Words } from '../checks/messages/messages.ts';
import { overlaid } from '../features/overlay.ts';
import { unlessCancelled } from './cancellation.ts';
import { rangeOf } from './convert.ts';
import type { Environment, StagedFiles } from './environment.ts';
import type { Project } from './project.ts';
import { STAGED_FINDINGS, type StagedFinding, type StagedFindings, type StagedFindingsParams } from './protocol.ts';
import type { Session } from './session.ts';

const NOTHING: StagedFindings = { findings: [], errors: 0, warnings: 0 };
/** More tell nobody anything. */
const MOST_FINDINGS = 500;

export function registerStaged(
  connection: Connection,
  session: Session,
  environment: Environment,
  words: () => Words,
): void {
  connection.onRequest(
    STAGED_FINDINGS,
    unlessCancelled(async ({ uri }: StagedFindingsParams): Promise<StagedFindings> => {
      const top = URI.parse(uri);
      const found: StagedFinding[] = [];
      for (const project of session.corpora) {
        const isIn = project.root.toString() === top.toString() || project.root.path.startsWith(`${top.path}/`);
        if (!isIn || !project.complete) continue;
        const staged = environment.staged?.(project.root);
        if (staged) found.push(...findingsIn(project, staged, words()));
      }
      if (found.length === 0) return NOTHING;
      const rank = ({ severity }: StagedFinding) => (severity === 'error' ? 0 : 1);
      const errors = found.filter(({ severity }) => severity === 'error').length;
      const findings = found.sort((a, b) => rank(a) - rank(b)).slice(0, MOST_FINDINGS);
      return { findings, errors, warnings: found.length - errors };
    }),
  );
}

/** The staged files as they are staged, with the rest of the corpus as the next commit has it. */
function findingsIn(
  project: Project,
  { changed, differing, read }: StagedFiles,
  words: Words,
): readonly StagedFinding[] {
  if (changed.length === 0) return [];
  const texts = new Map<string, string | undefined>();
  const open = [...project.paths()].filter((path) => project.isOpen(path));
  for (const path of new Set([...changed, ...differing, ...open])) {
    if (project.library.kindOf(path) === undefined) continue;
    const text = read(path);
    const known = project.textOf(path);
    if (text?.replaceAll('\r\n', '\n') !== known?.replaceAll('\r\n', '\n')) texts.set(path, text);
  }
  const view = texts.size === 0 ? project : overlaid(project, texts);
  const textOf = (path: string) => texts.get(path) ?? project.textOf(path) ?? '';
  return changed
    .filter(
      (path) => project.library.kindOf(path) !== undefined && (texts.get(path) ?? project.textOf(path)) !== undefined,
    )
    .flatMap((path) =>
      check(view, path).flatMap(({ accepted, severity, span, code, ...finding }): readonly StagedFinding[] => {
        if (accepted !== undefined || severity === 'information') return [];
        const message = words.finding({ ...finding, accepted, severity, span, code });
        return [{ uri: project.uriOf(path), path, range: rangeOf(textOf(path), span), code, severity, message }];
      }),
    );
}
