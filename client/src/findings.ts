/** How loud findings are in this editor. Knows no check but by its code. */

import * as vscode from 'vscode';
import type { Middleware, vsdiag } from 'vscode-languageclient';

/** A name that nobody tagged has a line under it anyway: it is an offer, and no problem. */
const OFFERS: ReadonlySet<unknown> = new Set(['untagged-name']);

export const findings: Middleware = {
  provideDiagnostics: async (document, previous, token, next) => {
    const report = await next(document, previous, token);
    soften(report);
    return report;
  },
  provideWorkspaceDiagnostics: (previous, token, report, next) =>
    next(previous, token, (chunk) => {
      for (const item of chunk?.items ?? []) soften(item);
      report(chunk);
    }),
};

/** What is of a higher severity by the settings of the corpus keeps it. */
function soften(report: vsdiag.DocumentDiagnosticReport | null | undefined): void {
  if (!report || !('items' in report)) return;
  const { Information, Hint } = vscode.DiagnosticSeverity;
  for (const diagnostic of report.items) {
    const { code, severity } = diagnostic;
    const offer = OFFERS.has(typeof code === 'object' ? code.value : code);
    if (offer && severity === Information) diagnostic.severity = Hint;
  }
}
