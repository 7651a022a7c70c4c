/** The report as JUnit XML: a suite for each file, a case for each finding. Knows XML's escapes and no XML library. */

import { type Report, type ReportedFinding, tally } from '../report.ts';
import { printable } from '../terminal.ts';
import { locationOf } from './concise.ts';

export interface JUnitOptions {
  readonly maxWarnings: number;
}

/**
 * What makes the command fail is a failure: errors, and warnings where there are too many. The rest passes with its
 * message on the case's output; an accepted finding is a skipped case; a file without findings is one that passes.
 */
export function junit({ findings, files }: Report, { maxWarnings }: JUnitOptions): string {
  const warningsFail = tally(findings).warning > maxWarnings;
  const suites = new Map<string, ReportedFinding[]>([...files].sort().map((file) => [file, []]));
  for (const finding of findings) {
    const suite = suites.get(finding.file);
    if (suite) suite.push(finding);
    else suites.set(finding.file, [finding]);
  }
  const fails = ({ severity, accepted }: ReportedFinding) =>
    accepted === null && (severity === 'error' || (severity === 'warning' && warningsFail));
  const counts = (of: readonly ReportedFinding[]) =>
    `tests="${Math.max(1, of.length)}" failures="${of.filter(fails).length}" errors="0"`;
  const all = [...suites.values()];
  const tests = all.reduce((sum, of) => sum + Math.max(1, of.length), 0);
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="concord" tests="${tests}" failures="${findings.filter(fails).length}" errors="0">`,
    ...[...suites].flatMap(([file, of]) => [
      `  <testsuite name="${xml(file)}" ${counts(of)} skipped="${of.filter(({ accepted }) => accepted).length}">`,
      ...(of.length > 0
        ? of.map((finding) => caseOf(finding, fails(finding)))
        : [`    <testcase name="no findings" classname="${xml(file)}"/>`]),
      '  </testsuite>',
    ]),
    '</testsuites>',
  ].join('\n')}\n`;
}

function caseOf(finding: ReportedFinding, fails: boolean): string {
  const { file, code, severity, message, related, accepted, range } = finding;
  const head = `    <testcase name="${xml(`${code} (${range.start.line + 1}:${range.start.character + 1})`)}" classname="${xml(file)}">`;
  const lines = [
    `${locationOf(finding)}: ${severity}[${code}] ${message}`,
    ...related.map((other) => `${locationOf(other)}: ${other.message}`),
  ].map(xml);
  const text = lines.join('\n');
  if (accepted) return `${head}<skipped message="${xml(accepted.reason)}"/></testcase>`;
  if (fails) return `${head}<failure type="${severity}" message="${xml(message)}">${text}</failure></testcase>`;
  return `${head}<system-out>${text}</system-out></testcase>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Without what XML 1.0 cannot hold at all: most controls, halves of surrogate pairs, U+FFFE and U+FFFF. */
const xml = (text: string): string =>
  printable(text)
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"]/g, (character) => ENTITIES[character]!);
