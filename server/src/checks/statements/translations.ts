/** The claims of a document held against those of the same id in the documents that translate it or that it translates. */

import { removeClaimKey, setClaimKey } from '../../core/edit.ts';
import type { ClaimFacts, DocumentFacts } from '../../core/facts.ts';
import { subjectIn } from '../../core/groups.ts';
import { listed, type Params } from '../../core/problem.ts';
import { parseReference } from '../../core/reference.ts';
import { compareTexts, nestedQuantities, wanYiRatio } from '../../values/compare.ts';
import { equalTimes, insideTime } from '../../values/time.ts';
import type { Fix, Report, View } from '../engine/check.ts';
import { unitsOf } from '../valueKind.ts';
import { grouped } from './about.ts';
import { sameQualifier } from './comparison.ts';
import { lexiconOf, translationsOf } from './comparisons.ts';
import { reportOn, wanYiFactor } from './conflicts.ts';
import { containmentIn } from './containment.ts';
import { claimOf, standsOn } from './placement.ts';
import { claimFileOf, fixOf, rescaleFixes, rewritten, textOf } from './remedies.ts';
import { type Meaning, meaningOfText, type Statement, statementsOf, textsIn } from './statement.ts';
import { labelled, languageOf, nameOfSubject } from './words.ts';

type Code = 'translation-mismatch' | 'wan-yi-slip';
type Difference = 'subject' | 'property' | 'qualifiers' | 'stance' | 'value' | 'wan-yi';

export function* translationReports(view: View, path: string, code: Code): Iterable<Report> {
  const own = view.facts(path);
  if (!own) return;
  for (const other of translationsOf(view, path)) {
    const facts = view.facts(other);
    if (!facts) continue;
    const others = byId(facts);
    for (const [id, mine] of byId(own)) {
      const theirs = others.get(id);
      if (theirs) yield* differences(view, statements(view, own, mine), statements(view, facts, theirs), code);
    }
  }
}

function byId(facts: DocumentFacts): ReadonlyMap<string, readonly ClaimFacts[]> {
  const claims = new Map<string, ClaimFacts[]>();
  for (const claim of facts.claims) {
    if (claim.id === undefined || claim.damaged) continue;
    const same = claims.get(claim.id);
    if (same) same.push(claim);
    else claims.set(claim.id, [claim]);
  }
  return claims;
}

function statements(view: View, facts: DocumentFacts, claims: readonly ClaimFacts[]): readonly Statement[] {
  return claims.flatMap((claim) => {
    const property = claim.property && view.corpus.vocabulary.properties.get(claim.property);
    if (!property || !claim.subject) return [];
    const subject = subjectIn(claim.subject, facts.path);
    const member = view.group(subject, property.id)?.get(facts.path);
    return (member && statementsByKey(statementsOf(member, subject, property, lexiconOf(view))).get(claim.key)) ?? [];
  });
}

const byKeys = new WeakMap<readonly Statement[], ReadonlyMap<string, readonly Statement[]>>();

function statementsByKey(all: readonly Statement[]): ReadonlyMap<string, readonly Statement[]> {
  let known = byKeys.get(all);
  if (!known) {
    known = grouped(all, ({ claim }) => claim.key);
    byKeys.set(all, known);
  }
  return known;
}

/** One report for each claim that no claim of the same id on the other side agrees with. */
function* differences(
  view: View,
  mine: readonly Statement[],
  theirs: readonly Statement[],
  code: Code,
): Iterable<Report> {
  for (const [i, own] of mine.entries()) {
    const facing =
      theirs.find(({ end }, j) => end === own.end && (mine.length === theirs.length ? i === j : true)) ?? theirs[0];
    if (!facing || !standsOn(own, facing, view)) continue;
    const found = theirs.map((other) => differenceOf(own, other, view));
    if (found.includes(undefined)) continue;
    const difference = differenceOf(own, facing, view)!;
    if ((difference === 'wan-yi') !== (code === 'wan-yi-slip')) continue;
    const variant = difference === 'wan-yi' ? 'translation' : difference;
    const fixes = () => alignments(view, own, facing, difference);
    yield reportOn(view, own, facing, {
      severity: 'error',
      doubts: [],
      variant,
      params: wordsOf(own, facing, view),
      fixes,
    });
  }
}

/** What the messages on the single differences name. */
function wordsOf(own: Statement, facing: Statement, view: View): Params {
  const factor = wanYiFactor(own, facing, view);
  return {
    otherSubject: nameOfSubject(facing.subject, view, languageOf(own)),
    ...labelled('otherProperty', facing.property),
    stance: own.claim.stance,
    otherStance: facing.claim.stance,
    ...listed('qualifiers', differingQualifiers(own, facing, view)),
    ...(factor !== undefined && { factor }),
  };
}

/** What the translation would say if it said what the original says. */
function alignments(view: View, own: Statement, facing: Statement, difference: Difference): readonly Fix[] {
  const [target, source] = translates(own, facing) ? [own, facing] : [facing, own];
  if (difference === 'wan-yi') return rescaleFixes(view, own, facing, [target]);
  if (difference === 'value') {
    const text = textOf(source);
    const says = text === undefined ? undefined : meaningOfText(target, text, lexiconOf(view));
    const agrees = says && valueDifference({ ...target, meaning: says }, source, view) === undefined;
    return text !== undefined && agrees ? fixOf('align', target, own, { text }, rewritten(view, target, text)) : [];
  }
  const file = claimFileOf(view, target);
  const claim = claimOf(target, view);
  if (!file || !claim || claim.nth !== undefined) return [];
  if (difference !== 'qualifiers') {
    const text = source.claim[difference];
    return text === undefined ? [] : fixOf('align', target, own, { text }, setClaimKey(file, claim, difference, text));
  }
  return differingQualifiers(own, facing, view).flatMap((qualifier) => {
    const value = source.claim.qualifiers[qualifier];
    if (!value) return fixOf('remove-qualifier', target, own, { qualifier }, removeClaimKey(file, claim, qualifier));
    const text =
      value.kind === 'text' && isForAllLanguages(value.text, qualifier, source, view) ? value.text : undefined;
    if (text === undefined) return [];
    return fixOf('align-qualifier', target, own, { qualifier, text }, setClaimKey(file, claim, qualifier, text));
  });
}

/** Ids, times and figures are the same in every language; other words are not. */
const isForAllLanguages = (text: string, qualifier: string, { property }: Statement, { corpus }: View): boolean =>
  corpus.records.get(text) !== undefined || !property.qualifiers.get(qualifier)?.types.includes('text');

function translates({ member: { head } }: Statement, original: Statement): boolean {
  const reference = head.translationOf === undefined ? undefined : parseReference(head.translationOf, head.path);
  return reference !== undefined && 'path' in reference && reference.path === original.member.head.path;
}

function differenceOf(a: Statement, b: Statement, view: View): Difference | undefined {
  if (a.end !== b.end) return 'value';
  if (subjectOf(a) !== subjectOf(b)) return 'subject';
  if (a.property !== b.property) return 'property';
  if (a.claim.stance !== b.claim.stance) return 'stance';
  const value = valueDifference(a, b, view);
  return value ?? (differingQualifiers(a, b, view).length === 0 ? undefined : 'qualifiers');
}

/** A document that speaks of itself speaks in both languages of the same thing. */
const subjectOf = ({ subject }: Statement): string => (subject.startsWith('this:') ? 'this' : subject);

function valueDifference(a: Statement, b: Statement, view: View): 'value' | 'wan-yi' | undefined {
  const [left, right]: readonly Meaning[] = [a.meaning, b.meaning];
  if (left!.kind === 'quantity' && right!.kind === 'quantity') {
    const units = unitsOf(view.settings);
    if (nestedQuantities(left!.quantity, right!.quantity, units)) return undefined;
    return wanYiRatio(left!.quantity, right!.quantity, units) === undefined ? 'value' : 'wan-yi';
  }
  return sameMeaning(left!, right!, view) ? undefined : 'value';
}

function sameMeaning(a: Meaning, b: Meaning, view: View): boolean {
  if (a.kind === 'time' && b.kind === 'time') {
    return equalTimes(a.time, b.time) || insideTime(a.time, b.time) || insideTime(b.time, a.time);
  }
  if (a.kind === 'entity' && b.kind === 'entity') {
    const contains = containmentIn(view);
    return a.id === b.id || contains(a.id, b.id) || contains(b.id, a.id);
  }
  // Texts of two languages say what they say; only those with a language in common can differ.
  if (a.kind === 'text' && b.kind === 'text') return compareTexts(a.texts, b.texts) !== 'different';
  if (a.kind === 'boolean' && b.kind === 'boolean') return a.value === b.value;
  return a.kind !== b.kind && (a.kind === 'text' || b.kind === 'text');
}

/** The qualifiers of the property that one side has and the other has not, or has otherwise. */
export function differingQualifiers(a: Statement, b: Statement, view: View): readonly string[] {
  const names = new Set([...Object.keys(a.claim.qualifiers), ...Object.keys(b.claim.qualifiers)]);
  const lexicon = lexiconOf(view);
  return [...names].filter((name) => {
    if (!a.property.qualifiers.has(name)) return false;
    const [left, right] = [a.claim.qualifiers[name], b.claim.qualifiers[name]];
    if (!left || !right) return true;
    if (sameQualifier(left, right, a, b, lexicon)) return false;
    const isText = (value: typeof left) =>
      value.kind === 'languages' || (value.kind === 'text' && !view.corpus.records.get(value.text));
    if (!isText(left) || !isText(right)) return true;
    if (left.kind === 'list' || right.kind === 'list' || left.kind === 'change' || right.kind === 'change') return true;
    return compareTexts(textsIn(left, a.member, lexicon), textsIn(right, b.member, lexicon)) !== 'incomparable';
  });
}
