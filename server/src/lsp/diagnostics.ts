/** Findings for the client: pulled by those that can, pushed to those that cannot, never both. */

import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  DocumentDiagnosticReportKind,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Finding } from '../checks/check.ts';
import type { Words } from '../checks/messages/messages.ts';
import { diagnosticOf } from './convert.ts';
import type { Environment } from './environment.ts';
import type { Project } from './project.ts';
import type { Session } from './session.ts';

interface Reported {
  readonly findings: readonly Finding[];
  readonly id: string;
  readonly items: readonly Diagnostic[];
  readonly text: string;
}

export class Diagnostics {
  private readonly reported = new Map<string, Reported>();
  private readonly pushed = new Map<string, string>();
  private count = 0;
  private changes = 0;
  private waiting: (() => void)[] = [];
  private scheduled = false;

  constructor(
    private readonly connection: Connection,
    private readonly session: Session,
    private readonly environment: Environment,
    private readonly words: () => Words,
    private readonly pulls: () => { readonly documents: boolean; readonly refresh: boolean },
  ) {}

  register(): void {
    const { diagnostics } = this.connection.languages;
    diagnostics.on(async ({ textDocument: { uri }, previousResultId }) => {
      const { id, items } = await this.of(uri);
      if (id === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id };
      return { kind: DocumentDiagnosticReportKind.Full, resultId: id, items: [...items] };
    });
    diagnostics.onWorkspace(async ({ previousResultIds }, token, _progress, partial) => {
      const before = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
      for (;;) {
        const seen = this.changes;
        const all = await this.changedSince(before, token, (items) => partial?.report({ items }));
        // A client asks again as soon as it is answered: without news the answer waits for some.
        if (all.length > 0 || token.isCancellationRequested) return { items: partial ? [] : all };
        if (seen === this.changes) await this.nextChange(token);
      }
    });
  }

  /** Something changed that the client did not do. */
  refresh(): void {
    this.noteChange();
    const { documents, refresh } = this.pulls();
    if (!documents) this.push();
    else if (refresh) this.connection.languages.diagnostics.refresh().catch(() => undefined);
  }

  /** A document was edited: a client that pulls asks by itself. */
  edited(): void {
    this.noteChange();
    if (!this.pulls().documents) this.push();
  }

  closed(uri: string): void {
    this.reported.delete(uri);
    if (!this.pulls().documents && this.pushed.delete(uri))
      void this.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** Answers what waits, so that the connection can end. */
  end(): void {
    this.noteChange();
  }

  private async of(uri: string): Promise<Reported> {
    const place = this.session.placeOf(uri);
    await place?.project.named;
    return this.report(uri, place?.project, place?.path ?? '');
  }

  private report(uri: string, project: Project | undefined, path: string): Reported {
    const findings = project ? project.findings(path) : NONE;
    const before = this.reported.get(uri);
    if (before && before.findings === findings && findings.every(({ related }) => related.length === 0)) return before;
    const shown = findings.filter(({ accepted }) => accepted === undefined);
    const items = project
      ? shown.map((finding) => diagnosticOf(project, finding, this.words(), this.environment.pageAddress(finding.code)))
      : [];
    const text = JSON.stringify(items);
    const reported = before?.text === text ? { ...before, findings } : { findings, id: `${++this.count}`, items, text };
    this.reported.set(uri, reported);
    return reported;
  }

  private async changedSince(
    before: Map<string, string>,
    token: CancellationToken,
    partial: (items: WorkspaceDocumentDiagnosticReport[]) => void,
  ): Promise<WorkspaceDocumentDiagnosticReport[]> {
    const SLICE = 12;
    const all: WorkspaceDocumentDiagnosticReport[] = [];
    let batch: WorkspaceDocumentDiagnosticReport[] = [];
    let since = Date.now();
    const flush = () => {
      if (batch.length > 0) partial(batch);
      batch = [];
    };
    for (const project of this.session.corpora) {
      if (!project.complete) continue;
      for (const path of project.paths()) {
        if (project.library.kindOf(path) !== undefined) {
          const uri = project.uriOf(path);
          const { id, items } = this.report(uri, project, path);
          const known = before.get(uri);
          if (id !== known && (items.length > 0 || known !== undefined)) {
            before.set(uri, id);
            const version = this.session.versionOf(uri) ?? null;
            const report: WorkspaceDocumentDiagnosticReport = {
              kind: 'full',
              uri,
              version,
              resultId: id,
              items: [...items],
            };
            batch.push(report);
            all.push(report);
          }
        }
        if (Date.now() - since < SLICE) continue;
        flush();
        await this.environment.pause();
        if (token.isCancellationRequested) return all;
        since = Date.now();
      }
    }
    flush();
    return all;
  }

  private nextChange(token: CancellationToken): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      token.onCancellationRequested(() => resolve());
    });
  }

  private noteChange(): void {
    this.changes++;
    for (const resolve of this.waiting.splice(0)) resolve();
  }

  /** All open documents: an edit of one may concern the others. Runs once after what has just arrived. */
  private push(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    void this.environment.pause().then(async () => {
      this.scheduled = false;
      for (const uri of this.session.openUris()) {
        const { id, items } = await this.of(uri);
        if (this.pushed.get(uri) === id) continue;
        this.pushed.set(uri, id);
        await this.connection.sendDiagnostics({ uri, version: this.session.versionOf(uri), diagnostics: [...items] });
      }
    });
  }
}

const NONE: readonly Finding[] = [];
