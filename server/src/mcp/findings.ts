/** Findings of the corpus, chosen and explained, and the pages of the checks that make them. */

import type { Finding } from '../checks/engine/check.ts';
import { wordsIn } from '../checks/messages/messages.ts';
import { claimsIn } from '../checks/statements/placement.ts';
import type { WorkingCorpus } from '../cli/workingCorpus.ts';
import { CODES, isCode, type Severity } from '../core/codes.ts';
import { claimFactsOf } from '../core/facts.ts';
import { closest } from '../core/spelling.ts';
import type { Steps } from '../features/steps.ts';
import { type Answer, NOTICE, type Page, type Paged, pageInWords, pageOf, Refused } from './answer.ts';
import { filePath, Lines, recordOf } from './places.ts';
import { cut, line } from './shown.ts';

export interface FindingFilter extends Page {
  readonly code?: string;
  readonly file?: string;
  readonly severity?: Severity;
  readonly entity?: string;
  readonly accepted?: boolean;
}

export interface FindingRow {
  readonly file: string;
  readonly line: number;
  readonly end_line: number;
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly claim: string | null;
  readonly entity: string | null;
  readonly related: readonly {
    readonly file: string;
    readonly line: number;
    readonly message: string;
    readonly claim: string | null;
  }[];
  readonly fixes: readonly { readonly title: string; readonly safe: boolean }[];
  /** The reason with which it is accepted; it then counts for nothing. */
  readonly accepted: string | null;
}

export interface FindingList extends Paged {
  readonly findings: readonly FindingRow[];
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
}

/** By file and place. Counts are of all that the filter chooses. Throws `Refused`. */
export function* findFindings(
  corpus: WorkingCorpus,
  filter: FindingFilter,
  locale: string,
): Steps<Answer<FindingList>> {
  const { code, entity, severity } = filter;
  if (code !== undefined) requireCode(code);
  if (entity !== undefined) recordOf(corpus, entity);
  const found: Finding[] = [];
  for (const path of filter.file === undefined ? corpus.everyPath() : [filePath(corpus, filter.file)]) {
    yield;
    found.push(
      ...corpus.findings(path).filter((one) => {
        if (one.accepted !== undefined && !filter.accepted) return false;
        if (code !== undefined && one.code !== code) return false;
        if (severity !== undefined && one.severity !== severity) return false;
        return entity === undefined || isAbout(corpus, one, entity);
      }),
    );
  }
  const { items, ...paged } = pageOf(found, filter);
  const findings = rowsOf(corpus, items, locale);
  const count = (of: Severity) => found.filter((one) => one.severity === of && one.accepted === undefined).length;
  const counts = { errors: count('error'), warnings: count('warning'), information: count('information') };
  return {
    data: { findings, ...counts, ...paged },
    text: [
      `${counts.errors} errors, ${counts.warnings} warnings, ${counts.information} information. ${pageInWords(paged, filter, findings.length, 'Findings')}`,
      ...findings.flatMap(findingLines),
      NOTICE,
    ].join('\n'),
  };
}

export function rowsOf(corpus: WorkingCorpus, findings: readonly Finding[], locale: string): readonly FindingRow[] {
  const words = wordsIn(locale);
  const lines = new Lines(corpus);
  return findings.map((one) => ({
    file: one.path,
    ...lines.of(one.path, one.span),
    code: one.code,
    severity: one.severity,
    message: cut(words.finding(one), 1_000),
    claim: one.claim ?? null,
    entity: one.entity ?? null,
    related: one.related.slice(0, 10).map((other) => ({
      file: other.path,
      line: lines.at(other.path, other.span.start),
      message: cut(words.related(other), 500),
      claim: other.claim ?? null,
    })),
    fixes: one
      .fixes()
      .slice(0, 10)
      .map((fix) => ({ title: cut(words.fix(fix), 300), safe: fix.safe })),
    accepted: one.accepted ?? null,
  }));
}

const findingLines = (row: FindingRow): readonly string[] => [
  `- ${row.severity}[${row.code}] ${row.file} line ${row.line}${row.claim === null ? '' : `, claim ${cut(row.claim, 80)}`}: ${row.message}`,
  ...row.related.map((other) => `    ${other.file} line ${other.line}: ${other.message}`),
  ...(row.fixes.length > 0 ? [`    could be fixed: ${row.fixes.map(({ title }) => title).join('; ')}`] : []),
  ...(row.accepted === null ? [] : [`    accepted: ${cut(row.accepted, 300)}`]),
];

/** On the entity itself, or on a claim that names it. */
function isAbout({ library }: WorkingCorpus, { path, span, entity, params }: Finding, id: string): boolean {
  if (entity === id || params.id === id) return true;
  return claimsIn(library, path).some(
    (claim) => claim.span.start <= span.start && span.end <= claim.span.end && claimFactsOf(claim).ids.includes(id),
  );
}

function requireCode(code: string): void {
  if (isCode(code)) return;
  const near = closest(code, CODES);
  const hint = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `There are ${CODES.join(', ')}.`;
  throw new Refused(`There is no check ${JSON.stringify(cut(code, 80))}. ${hint}`);
}

export interface CheckPage {
  readonly code: string;
  /** Markdown. */
  readonly page: string;
}

/** What a check looks for, why, and what to do. Throws `Refused`. */
export function* explainCheck(code: string, page: (code: string) => string | undefined): Steps<Answer<CheckPage>> {
  requireCode(code);
  yield;
  const text = page(code);
  if (text === undefined) throw new Refused(`The check ${code} has no page.`);
  return { data: { code, page: text }, text: text.split('\n').map(line).join('\n') };
}
