/** Runs the checks over one file of a corpus: the same for the editor, the command line and the browser. */

import { analyse } from '../../core/analysis.ts';
import type { Code, Severity } from '../../core/codes.ts';
import type { Document } from '../../core/document.ts';
import type { Settings } from '../../core/settings.ts';
import { acceptanceWithoutReason } from '../acceptanceWithoutReason.ts';
import { CHECKS } from '../index.ts';
import { staleAcceptance } from '../staleAcceptance.ts';
import { unusedAcceptance } from '../unusedAcceptance.ts';
import { type Accepting, settle } from './acceptances.ts';
import type { Check, DocumentContext, Finding, Report, View } from './check.ts';

/** Somebody who wants to know how long each check takes; it does the work and answers what that answers. */
export type Measure = <T>(code: string, work: () => T) => T;

/** The findings of the document, records file or settings at `path`, in order of place and code. */
export function check(view: View, path: string, measure?: Measure): readonly Finding[] {
  const { corpus } = view;
  if (path === view.settings.path) {
    return ordered(run(view, path, (one) => one.settings?.({ view, corpus, settings: view.settings }), measure));
  }
  const file = corpus.records.files.get(path);
  if (file) {
    const claims = file.records.flatMap(({ facts }) => facts);
    const found = run(view, path, (one) => one.records?.({ view, corpus, file }), measure);
    return ordered(withAcceptances(view, { path, file, claims, accept: [] }, found));
  }
  const document = view.document(path);
  if (!document) return [];
  const { claims, accept } = document.annotations;
  const context = contextOf(view, document);
  const found = run(view, path, (one) => one.document?.(context), measure);
  return ordered(withAcceptances(view, { path, file: document, claims, accept }, found));
}

/** A file that cannot be read at all. */
export function unreadable(view: View, path: string, reason: string): Finding | undefined {
  const severity = severityOf('invalid-yaml', 'error', view.settings);
  const report = { span: { start: 0, end: 0 }, variant: 'unreadable', params: { reason } };
  return severity && findingOf(report, 'invalid-yaml', severity, path);
}

const contextOf = (view: View, document: Document): DocumentContext => ({
  view,
  corpus: view.corpus,
  document,
  analysis: analyse(document, view.corpus.records),
});

/** The findings with what the acceptances of the file do to them, and the findings on the acceptances. */
function withAcceptances(view: View, of: Accepting, found: readonly Finding[]): readonly Finding[] {
  const { codes } = enabledBy(view.settings);
  const settled = settle(view, of, found, codes, (code, path) => reportsOf(view, code, path));
  const on = new Map<Check, readonly Report[]>([
    [acceptanceWithoutReason, settled.withoutReason],
    [unusedAcceptance, settled.unused],
    [staleAcceptance, settled.stale],
  ]);
  return [...settled.findings, ...run(view, of.path, (one) => on.get(one))];
}

/** What one check says of a file, before any acceptance. */
function reportsOf(view: View, code: string, path: string): readonly Report[] {
  const one = CHECKS.find((candidate) => candidate.code === code);
  const { corpus } = view;
  const file = corpus.records.files.get(path);
  if (file) return [...(one?.records?.({ view, corpus, file }) ?? [])];
  const document = view.document(path);
  return document ? [...(one?.document?.(contextOf(view, document)) ?? [])] : [];
}

function run(
  view: View,
  path: string,
  reports: (check: Check) => Iterable<Report> | undefined,
  measure?: Measure,
): Finding[] {
  const findings: Finding[] = [];
  for (const [one, severity] of enabledBy(view.settings).checks) {
    const found = measure ? measure(one.code, () => [...(reports(one) ?? [])]) : (reports(one) ?? []);
    for (const report of found) {
      findings.push(
        findingOf(report, one.code, severityOf(one.code, report.severity ?? severity, view.settings)!, path),
      );
    }
  }
  return findings;
}

function findingOf(report: Report, code: Code, severity: Severity, path: string): Finding {
  return {
    ...report,
    code,
    path,
    severity,
    variant: report.variant ?? '',
    params: report.params ?? {},
    related: report.related ?? [],
    fixes: report.fixes ?? (() => []),
  };
}

interface Enabled {
  readonly checks: readonly (readonly [check: Check, severity: Severity])[];
  readonly codes: ReadonlySet<string>;
}

const enabled = new WeakMap<Settings, Enabled>();

/** The checks that the settings leave on, in the order of the catalogue. */
function enabledBy(settings: Settings): Enabled {
  let known = enabled.get(settings);
  if (!known) {
    const checks = CHECKS.flatMap((one): Enabled['checks'] => {
      const severity = severityOf(one.code, one.off ? undefined : one.severity, settings);
      return severity ? [[one, severity]] : [];
    });
    known = { checks, codes: new Set(checks.map(([{ code }]) => code)) };
    enabled.set(settings, known);
  }
  return known;
}

/** The severity that the settings give a code, else its own; undefined where it is off. */
export function severityOf(code: Code, own: Severity | undefined, { checks }: Settings): Severity | undefined {
  const set = checks.get(code)?.value.value;
  if (set === undefined) return own;
  if (set === 'off') return undefined;
  return set === 'info' ? 'information' : (set as Severity);
}

function ordered(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (a, b) => a.span.start - b.span.start || (a.code < b.code ? -1 : a.code > b.code ? 1 : a.span.end - b.span.end),
  );
}
