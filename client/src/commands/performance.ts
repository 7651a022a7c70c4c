/** What took how long, and a report of a fault, as texts that a person reads before anybody else does. Measures nothing. */

import * as vscode from 'vscode';
import { PERFORMANCE, type Performance } from '../../../server/src/lsp/protocol.ts';
import type { Server } from '../server.ts';
import { debugInformation } from './debugInformation.ts';

const SCHEME = 'concord-performance';

/** Opens what the server says of its times, as a text that cannot be changed. */
export async function showPerformance(server: Server): Promise<void> {
  const told = await server.request<Performance>(PERFORMANCE, {});
  if (!told) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('The language server is not running, so nothing has been measured.'),
    );
    return;
  }
  const text = [
    `# ${vscode.l10n.t('What Concord has done, and how long it took')}`,
    '',
    ...countsOf(told),
    '',
    ...tablesOf(told),
  ].join('\n');
  // For this text only: nothing is kept once it is shown.
  const provider = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: () => text,
  });
  try {
    const uri = vscode.Uri.from({
      scheme: SCHEME,
      path: `/${vscode.l10n.t('Performance')}.md`,
      query: String(Date.now()),
    });
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: true });
  } finally {
    provider.dispose();
  }
}

/** Opens a report of a fault as a new text: it goes nowhere until its reader saves or copies it. */
export async function writeBugReport(context: vscode.ExtensionContext, server: Server): Promise<void> {
  const told = await server.request<Performance>(PERFORMANCE, {});
  const content = [
    `> ${vscode.l10n.t('This report holds versions, settings of Concord, counts, times, and the last errors of Concord’s own code. It holds no path, no name of a file and no text of a document. It has been sent to nobody: read it, say what you did and what you expected, and save or copy it.')}`,
    '',
    '## What happened',
    '',
    '',
    '## Versions and settings',
    '',
    ...(await debugInformation(context, server)).map((line) => `- ${line}`),
    '',
    ...(told ? [...countsOf(told), '', ...tablesOf(told)] : ['The server does not answer.', '']),
    '## Last errors',
    '',
    ...(told?.errors.length ? told.errors.flatMap((error) => ['```', error, '```']) : ['–']),
    '',
  ].join('\n');
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
}

function countsOf({ corpora, openDocuments, memory }: Performance): readonly string[] {
  const mega = (bytes: number): string => (bytes / 2 ** 20).toFixed(0);
  return [
    ...corpora.map(
      ({ documents, entities, claims }) =>
        `- ${vscode.l10n.t('{0} documents, {1} entities, {2} claims', documents, entities, claims)}`,
    ),
    `- ${vscode.l10n.t('{0} open', openDocuments)}`,
    ...(memory
      ? [`- ${vscode.l10n.t('{0} MB of memory, {1} MB of it in use', mega(memory.resident), mega(memory.heap))}`]
      : []),
  ];
}

function tablesOf({ phases, requests }: Performance): readonly string[] {
  const ms = (time: number): string => time.toFixed(time < 10 ? 2 : 0);
  return [
    `## ${vscode.l10n.t('Indexing')}`,
    '',
    `| ${vscode.l10n.t('documents')} | ms |`,
    '| ---: | ---: |',
    ...phases.map(({ count, took }) => `| ${count} | ${ms(took)} |`),
    '',
    `## ${vscode.l10n.t('Requests')}`,
    '',
    `| ${vscode.l10n.t('request')} | ${vscode.l10n.t('times')} | p50 ms | p95 ms | ${vscode.l10n.t('longest')} ms |`,
    '| --- | ---: | ---: | ---: | ---: |',
    ...requests.map(
      ({ method, count, p50, p95, most }) => `| ${method} | ${count} | ${ms(p50)} | ${ms(p95)} | ${ms(most)} |`,
    ),
    '',
  ];
}
