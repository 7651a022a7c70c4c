/** The fixes that the findings of a stretch of a file offer, and all safe ones of the file at once. Knows no menus. */

import type { Finding, Fix, View } from '../checks/engine/check.ts';
import { check } from '../checks/engine/run.ts';
import type { TextEdit } from '../core/edit.ts';
import type { Span } from '../core/text.ts';

export interface FixAction {
  readonly fix: Fix;
  readonly finding: Finding;
  /** The one to take where a key takes one: the only safe fix of its finding. */
  readonly preferred: boolean;
}

/** The fixes of the findings that touch `span`. `findings` are those of the file, where they are at hand. */
export function fixesAt(
  view: View,
  path: string,
  span: Span,
  findings: readonly Finding[] = check(view, path),
): readonly FixAction[] {
  return open(findings)
    .filter((finding) => finding.span.start <= span.end && span.start <= finding.span.end)
    .flatMap((finding) => {
      const fixes = finding.fixes();
      const safe = fixes.filter((fix) => fix.safe);
      return fixes.map((fix) => ({ fix, finding, preferred: fix.safe && safe.length === 1 }));
    });
}

/**
 * The edits of all safe fixes of a file that can be made together: of two that meet the first is made, and the other is
 * for the next time. Where a finding has several safe fixes the first is taken.
 */
export function fixAll(
  view: View,
  path: string,
  findings: readonly Finding[] = check(view, path),
): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (const finding of open(findings)) {
    const fix = finding.fixes().find(({ safe }) => safe);
    if (fix && !fix.edits.some((edit) => edits.some((other) => meet(edit, other)))) edits.push(...fix.edits);
  }
  return edits;
}

const open = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ accepted }) => accepted === undefined);

/** Insertions at one place depend on their order, so that they meet too. */
const meet = (a: TextEdit, b: TextEdit): boolean =>
  a.path === b.path && a.span.start <= b.span.end && b.span.start <= a.span.end;
