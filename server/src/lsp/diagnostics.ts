/** Findings for the client: pulled by those that can, pushed to those that cannot, never both. */

import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  DocumentDiagnosticReportKind,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Finding } from '../checks/engine/check.ts';
import type { Words } from '../checks/messages/messages.ts';
import { cancelled } from './cancellation.ts';
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
  /** Ids of an earlier process must not be taken for ids of this one. */
  private readonly era = Date.now().toString(36);
  private count = 0;
  private ended = false;
  private changes = 0;
  private waiting: (() => void)[] = [];
  private scheduled = false;

  constructor(
    private readonly connection: Connection,
    private readonly session: Session,
    private readonly environment: Environment,
    private readonly words: () => Words,
    private readonly pulls: () => { readonly documents: boolean; readonly refresh: boolean },
    /** The same as the client can take it. */
    private readonly adapted: (diagnostic: Diagnostic) => Diagnostic,
  ) {}

  register(): void {
    const { diagnostics } = this.connection.languages;
    diagnostics.on(async ({ textDocument: { uri }, previousResultId }, token) => {
      const { id, items } = await this.of(uri);
      if (token.isCancellationRequested) return cancelled();
      if (id === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id };
      return { kind: DocumentDiagnosticReportKind.Full, resultId: id, items: [...items] };
    });
    diagnostics.onWorkspace(async ({ previousResultIds }, token, _progress, partial) => {
      const before = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
      for (;;) {
        const seen = this.changes;
        const all = await this.changedSince(before, token, (items) => partial?.report({ items }));
        if (token.isCancellationRequested) return cancelled();
        // A client asks again as soon as it is answered: without news the answer waits for some.
        if (all.length > 0 || this.ended) return { items: partial ? [] : all };
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

  /** All that was to be read has been read: what is missing now is gone. */
  settled(): void {
    this.noteChange();
  }

  /** Answers what waits, so that the connection can end. */
  end(): void {
    this.ended = true;
    this.noteChange();
  }

  private async of(uri: string): Promise<Reported> {
    await this.session.placeOf(uri)?.project.named;
    // While that was waited for the file may have come to belong to another corpus.
    const place = this.session.placeOf(uri);
    return this.report(uri, place?.project, place?.path ?? '');
  }

  private report(uri: string, project: Project | undefined, path: string): Reported {
    const findings = project ? project.findings(path) : NONE;
    const before = this.reported.get(uri);
    if (before && before.findings === findings && findings.every(({ related }) => related.length === 0)) return before;
    const shown = findings.filter(({ accepted }) => accepted === undefined);
    const items = project
      ? shown.map((finding) =>
          this.adapted(diagnosticOf(project, finding, this.words(), this.environment.pageAddress(finding.code))),
        )
      : [];
    const text = JSON.stringify(items);
    const reported =
      before?.text === text ? { ...before, findings } : { findings, id: `${this.era}-${++this.count}`, items, text };
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
    const tell = (uri: string, resultId: string, items: readonly Diagnostic[]) => {
      before.set(uri, resultId);
      const version = this.session.versionOf(uri) ?? null;
      const report: WorkspaceDocumentDiagnosticReport = { kind: 'full', uri, version, resultId, items: [...items] };
      batch.push(report);
      all.push(report);
    };
    for (const project of this.session.corpora) {
      if (!project.complete) continue;
      for (const path of project.paths()) {
        if (project.library.kindOf(path) !== undefined) {
          const uri = project.uriOf(path);
          const { id, items } = this.report(uri, project, path);
          const known = before.get(uri);
          if (id !== known && (items.length > 0 || known !== undefined)) tell(uri, id, items);
        }
        if (Date.now() - since < SLICE) continue;
        flush();
        await this.environment.pause();
        if (token.isCancellationRequested) return all;
        since = Date.now();
      }
    }
    for (const uri of this.goneAmong(before)) tell(uri, GONE, NOTHING);
    flush();
    return all;
  }

  /** What the client has findings of, and that no corpus has any more: nobody else would ever take them back. */
  private goneAmong(before: ReadonlyMap<string, string>): readonly string[] {
    // While something is being read, what is missing may be about to come.
    if (this.session.isIndexing) return [];
    return [...before].flatMap(([uri, id]) => {
      const place = this.session.placeOf(uri);
      const isThere = place?.project.library.kindOf(place.path) && place.project.has(place.path);
      const isEmpty = id === GONE || (this.reported.get(uri)?.id === id && this.reported.get(uri)?.items.length === 0);
      return isThere || isEmpty ? [] : [uri];
    });
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
        await this.pushOne(uri).catch((reason) => this.connection.console.error(String(reason)));
      }
    });
  }

  private async pushOne(uri: string): Promise<void> {
    const { id, items } = await this.of(uri);
    const version = this.session.versionOf(uri);
    // It may have been closed meanwhile, and nothing would take these back.
    if (version === undefined || this.pushed.get(uri) === id) return;
    this.pushed.set(uri, id);
    await this.connection.sendDiagnostics({ uri, version, diagnostics: [...items] });
  }
}

const NONE: readonly Finding[] = [];
const NOTHING: readonly Diagnostic[] = [];
const GONE = 'gone';
