/** A corpus as data to compare: its statements, and what bears on findings between two. Knows no foreign format. */

import type { View } from '../../checks/engine/check.ts';
import { severityOf } from '../../checks/engine/run.ts';
import { BETWEEN_CLAIMS } from '../../checks/hedgeDropped.ts';
import { CHECKS } from '../../checks/index.ts';
import { hasMovedOn, names } from '../../checks/statements/accepted.ts';
import type { AcceptanceFacts, ClaimFacts } from '../../core/facts.ts';
import { subjectIn } from '../../core/groups.ts';
import { parseReference } from '../../core/reference.ts';
import type { Comparable, ComparableAcceptance, ComparableSeverity } from './comparable.ts';
import { comparableStatements, lexiconOf, type Said, saidAt, statementsIn, type Wanted } from './statements.ts';

/** Of the documents at `paths`, and of the facts of the records that are wanted. */
export function comparableIn(view: View, paths: readonly string[], isWanted: Wanted): Comparable {
  const files = function* (): Iterable<Said> {
    for (const path of [...paths, ...view.corpus.records.files.keys()]) {
      const said = saidAt(view, path, isWanted);
      if (said) yield said;
    }
  };
  return {
    *statements() {
      for (const said of files()) yield* comparableStatements(view, said);
    },
    *acceptances() {
      for (const said of files()) yield* acceptancesIn(view, said, isWanted);
    },
    *translations() {
      for (const path of paths) yield* translationsOf(path, view.facts(path)?.translationOf);
    },
    severities: () => severitiesIn(view),
  };
}

function* acceptancesIn(view: View, said: Said, isWanted: Wanted): Iterable<ComparableAcceptance> {
  for (const one of said.accept) yield* acceptanceIn(view, said, one, undefined, isWanted);
  for (const claim of said.claims)
    for (const one of claim.accept) yield* acceptanceIn(view, said, one, claim, isWanted);
}

/** One without a reason accepts nothing. */
function* acceptanceIn(
  view: View,
  { path }: Said,
  { code, with: other, saw, reason }: AcceptanceFacts,
  claim: ClaimFacts | undefined,
  isWanted: Wanted,
): Iterable<ComparableAcceptance> {
  if (!reason) return;
  const accepted = { path, code, reason, ...(claim && { claim: claim.key }) };
  if (saw !== undefined) {
    // Whether somebody still says what was seen is for the engine to read: the statements that do are named one by one.
    for (const facing of facedBy(view, path, claim, other)) {
      const said = saidAt(view, facing, isWanted);
      for (const [number, one] of said ? statementsIn(view, said).entries() : []) {
        const isMeant = other === undefined ? isInGroup(one, claim, path) : names(other, path, one);
        if (isMeant && !hasMovedOn(saw, one, lexiconOf(view))) yield { ...accepted, other: { path: facing, number } };
      }
    }
    return;
  }
  if (other === undefined) {
    yield accepted;
    return;
  }
  // A text may be both an id and a path.
  yield { ...accepted, other: { record: other } };
  const reference = parseReference(other, path);
  if (reference.kind === 'claim') yield { ...accepted, other: { path: reference.path, claim: reference.claim } };
  if (reference.kind === 'document') yield { ...accepted, other: { path: reference.path } };
}

/** The files in which the other side of an acceptance may stand. */
function facedBy(view: View, path: string, claim: ClaimFacts | undefined, other: string | undefined): Iterable<string> {
  if (other !== undefined) {
    const reference = parseReference(other, path);
    const record = view.corpus.records.get(other)?.path;
    return new Set([...('path' in reference ? [reference.path] : []), ...(record === undefined ? [] : [record])]);
  }
  if (!claim?.subject || !claim.property) return [];
  return view.group(subjectIn(claim.subject, path), claim.property)?.keys() ?? [];
}

const isInGroup = (
  { subject, property }: ReturnType<typeof statementsIn>[number],
  claim: ClaimFacts | undefined,
  path: string,
): boolean =>
  claim?.subject !== undefined && subject === subjectIn(claim.subject, path) && property.id === claim.property;

/** A document knows the one that it translates as a reference is read, and is known to it by the text of the reference. */
function* translationsOf(path: string, written: string | undefined): Iterable<{ path: string; other: string }> {
  if (!written) return;
  const reference = parseReference(written, path);
  if ('path' in reference && reference.path !== path) yield { path, other: reference.path };
  if (written !== path) yield { path: written, other: path };
}

function* severitiesIn({ settings }: View): Iterable<ComparableSeverity> {
  for (const { code, severity, off, beyond } of CHECKS) {
    if (!beyond) continue;
    const own = code === 'hedge-dropped' ? BETWEEN_CLAIMS : severity;
    const given = severityOf(code, off ? undefined : own, settings);
    if (given) yield { code, severity: given, isSet: settings.checks.has(code) };
  }
}
