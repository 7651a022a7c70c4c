/** The only file of the server that turns spans into lines and characters, and findings and edits into the protocol's. */

import {
  type CreateFile,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type Location,
  type Range,
  TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Finding } from '../checks/engine/check.ts';
import type { Words } from '../checks/messages/messages.ts';
import type { Severity } from '../core/codes.ts';
import type { TextEdit } from '../core/edit.ts';
import { LineIndex, type Span } from '../core/text.ts';
import type { Project } from './project.ts';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

/** What nobody uses is shown faded. */
const UNNECESSARY: ReadonlySet<string> = new Set(['unused-entity', 'unused-acceptance', 'duplicate-claim']);

let last: { readonly text: string; readonly index: LineIndex } | undefined;

/** The lines of a text; the last one is remembered, since what is asked of a file comes in runs. */
export function linesOf(text: string): LineIndex {
  if (last?.text !== text) last = { text, index: new LineIndex(text) };
  return last.index;
}

export function rangeOf(text: string, { start, end }: Span): Range {
  const lines = linesOf(text);
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}

export function locationOf(project: Project, path: string, span: Span): Location {
  return { uri: project.uriOf(path), range: rangeOf(project.textOf(path) ?? '', span) };
}

export function diagnosticOf(
  project: Project,
  finding: Finding,
  words: Words,
  pageAddress: string | undefined,
): Diagnostic {
  return {
    range: rangeOf(project.textOf(finding.path) ?? '', finding.span),
    severity: SEVERITIES[finding.severity],
    source: 'concord',
    code: finding.code,
    ...(pageAddress !== undefined && { codeDescription: { href: pageAddress } }),
    message: words.finding(finding),
    ...(finding.related.length > 0 && {
      relatedInformation: finding.related.map((related) => ({
        location: locationOf(project, related.path, related.span),
        message: words.related(related),
      })),
    }),
    ...(UNNECESSARY.has(finding.code) && { tags: [DiagnosticTag.Unnecessary] }),
  };
}

/** Edits of one corpus as the client applies them, each to the version it was made for; a file that is not there is created. */
export function workspaceEditOf(
  project: Project,
  edits: readonly TextEdit[],
  versionOf: (uri: string) => number | undefined,
): WorkspaceEdit {
  const byPath = new Map<string, TextEdit[]>();
  for (const edit of edits) byPath.set(edit.path, [...(byPath.get(edit.path) ?? []), edit]);
  const changes: (TextDocumentEdit | CreateFile)[] = [];
  for (const [path, own] of byPath) {
    const uri = project.uriOf(path);
    const text = project.textOf(path);
    if (text === undefined) changes.push({ kind: 'create', uri, options: { ignoreIfExists: true } });
    const textEdits = own.map(({ span, newText }) => ({ range: rangeOf(text ?? '', span), newText }));
    changes.push(TextDocumentEdit.create({ uri, version: versionOf(uri) ?? null }, textEdits));
  }
  return { documentChanges: changes };
}
