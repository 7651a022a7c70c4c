/** The same claim asserted and denied for the same time. */

import { setClaimKey } from '../core/edit.ts';
import { compareQuantities, compareTexts } from '../values/compare.ts';
import { equalTimes } from '../values/time.ts';
import type { Check, Fix, Report, View } from './engine/check.ts';
import { fileAt } from './engine/files.ts';
import { type About, about } from './statements/about.ts';
import { isNamedAcceptance } from './statements/accepted.ts';
import { doubtsOf, overlapOf, sameQualifier } from './statements/comparison.ts';
import { groupsOf, lexiconOf, translationsOf } from './statements/comparisons.ts';
import { reportOn } from './statements/conflicts.ts';
import { exchanged } from './statements/inverses.ts';
import { claimOf, standsOn } from './statements/placement.ts';
import type { Statement } from './statements/statement.ts';
import { unitsOf } from './valueKind.ts';

export const contradictingRelation: Check = {
  code: 'contradicting-relation',
  severity: 'error',
  beyond: true,
  document: ({ view, document }) => contradictions(view, document.path),
  records: ({ view, file }) => contradictions(view, file.path),
};

/** A denial of what everybody says needs not be held against each of them. */
const MOST = 20;

function* contradictions(view: View, path: string): Iterable<Report> {
  const translations = translationsOf(view, path);
  const lexicon = lexiconOf(view);
  for (const [subject, name] of groupsOf(view, path)) {
    const said = about(view, subject, name);
    for (const own of said?.in(path) ?? []) {
      if (!takesSides(own)) continue;
      let found = 0;
      for (const other of [...opposed(own, said!), ...fromTheOtherSide(own, view)]) {
        if (found >= MOST) break;
        if (other.end !== own.end) continue;
        const { head } = other.member;
        if (own.claim.id !== undefined && own.claim.id === other.claim.id && translations.has(head.path)) continue;
        const report = contradiction(own, other, view);
        if (!report) continue;
        if (!isNamedAcceptance(own, other, 'contradicting-relation', lexicon)) found++;
        yield report;
      }
    }
  }
}

/** Of a change, what it leads to stands for the whole. */
const takesSides = ({ claim, end, ended }: Statement): boolean =>
  !ended && (claim.stance === 'asserts' || claim.stance === 'denies') && end !== 'from';

/** What may say the opposite, as far as its value tells. */
const opposed = (own: Statement, said: About): readonly Statement[] =>
  said.alike(own, own.claim.stance === 'asserts' ? 'denied' : 'asserted');

/** What is said of the value of a relation, with its subject as value: the same relation, if it has another side. */
function fromTheOtherSide(own: Statement, view: View): readonly Statement[] {
  const { meaning, subject } = own;
  if (meaning.kind !== 'entity') return [];
  return exchanged(own.property, view.corpus.vocabulary).flatMap(({ id }) => {
    // What stands on one subject alone is in the group itself already.
    const said = meaning.id === subject && id === own.property.id ? undefined : about(view, meaning.id, id);
    return said ? opposed({ ...own, meaning: { kind: 'entity', id: subject } }, said) : [];
  });
}

function contradiction(own: Statement, other: Statement, view: View): Report | undefined {
  if (other.subject === own.subject && !sameValue(own, other, view)) return undefined;
  const overlap = overlapOf(own, other);
  if (overlap === 'none') return undefined;
  const scope = own.claim.stance === 'denies' ? reachOf(own, other, view) : reachOf(other, own, view);
  if (scope === 'different' || !standsOn(own, other, view)) return undefined;
  const doubts = doubtsOf(own, other, scope === 'silent', overlap === 'possible');
  const isDenial = own.claim.stance === 'denies';
  const variant = isDenial ? 'denied' : 'asserted';
  return reportOn(view, own, other, {
    severity: 'error',
    doubts,
    variant: doubts.includes('speaker') ? `${variant}-speakers` : variant,
    fixes: () => siding(view, own, isDenial ? 'asserts' : 'denies'),
  });
}

function sameValue({ meaning: a }: Statement, { meaning: b }: Statement, view: View): boolean {
  if (a.kind === 'entity' && b.kind === 'entity') return a.id === b.id;
  if (a.kind === 'text' && b.kind === 'text') return compareTexts(a.texts, b.texts) === 'equal';
  if (a.kind === 'time' && b.kind === 'time') return equalTimes(a.time, b.time);
  if (a.kind === 'boolean' && b.kind === 'boolean') return a.value === b.value;
  if (a.kind !== 'quantity' || b.kind !== 'quantity') return false;
  return compareQuantities(a.quantity, b.quantity, unitsOf(view.settings)) === 'equal';
}

/**
 * Whether a denial reaches an assertion. One that is limited (not *as a host*) denies only what is limited so; one that
 * is not denies every case, save that where a qualifier separates, silence leaves it open.
 */
function reachOf(denial: Statement, assertion: Statement, view: View): 'same' | 'silent' | 'different' {
  let silent = false;
  for (const name of denial.property.qualifiers.keys()) {
    const [denied, asserted] = [denial.claim.qualifiers[name], assertion.claim.qualifiers[name]];
    if (denied && asserted && !sameQualifier(denied, asserted, denial, assertion, lexiconOf(view))) return 'different';
    if (!denied === !asserted) continue;
    if (denial.property.separates.includes(name)) silent = true;
    else if (denied) return 'different';
  }
  return silent ? 'silent' : 'same';
}

function siding(view: View, own: Statement, stance: 'asserts' | 'denies'): readonly Fix[] {
  const file = fileAt(view, own.member.head.path);
  const claim = claimOf(own, view);
  if (!file || !('kind' in file) || file.kind === 'settings' || !claim) return [];
  const edits = setClaimKey(file, claim, 'stance', stance);
  return edits?.length ? [{ title: 'set-stance', params: { stance }, safe: false, edits }] : [];
}
