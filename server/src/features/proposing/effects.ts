/** What a change of some files makes of the findings: those that it raises, and those that it solves. Writes nothing. */

import type { Finding, View } from '../../checks/engine/check.ts';
import { check } from '../../checks/engine/run.ts';
import type { ClaimFacts, DocumentFacts } from '../../core/facts.ts';

import type { Steps } from '../steps.ts';

export interface Effects {
  readonly raised: readonly Finding[];
  readonly solved: readonly Finding[];
  /** The files in which findings were compared. */
  readonly looked: number;
  /** There are more that speak of the same, and they were not looked at. */
  readonly partial: boolean;
}

/** More documents than this on one thing are looked at by a check of the whole corpus. */
const MOST_FILES = 200;

/** `before` answers the findings of a file as it is; `after` is the corpus as it would be. */
export function* effectsOf(
  before: View,
  after: View,
  changed: readonly string[],
  findingsBefore: (path: string) => readonly Finding[],
): Steps<Effects> {
  const others = othersOn(before, after, changed);
  const paths = [...changed, ...others.slice(0, MOST_FILES)];
  const raised: Finding[] = [];
  const solved: Finding[] = [];
  for (const path of paths) {
    yield;
    const old = open(findingsBefore(path));
    const fresh = open(check(after, path));
    raised.push(...without(fresh, old, after, before));
    solved.push(...without(old, fresh, before, after));
  }
  return { raised, solved, looked: paths.length, partial: others.length > MOST_FILES };
}

const open = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ accepted }) => accepted === undefined);

/** Those of `all` that are not among `others`, each as often as it is there more. */
function without(all: readonly Finding[], others: readonly Finding[], view: View, otherView: View): readonly Finding[] {
  const counts = new Map<string, number>();
  for (const one of others) {
    const key = identityOf(one, otherView);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return all.filter((one) => {
    const key = identityOf(one, view);
    const left = counts.get(key) ?? 0;
    if (left > 0) counts.set(key, left - 1);
    return left === 0;
  });
}

/** The same finding wherever its line has gone. */
function identityOf({ code, variant, path, claim, entity, severity, params, span, related }: Finding, view: View) {
  const text = view.document(path)?.text ?? view.corpus.records.files.get(path)?.text ?? '';
  const others = related.map((one) => [one.path, one.claim]);
  return JSON.stringify([
    code,
    variant,
    path,
    claim,
    entity,
    severity,
    params,
    text.slice(span.start, span.end),
    others,
  ]);
}

/** The documents and files of records that say something of what the changed files begin, or cease, to say. */
function othersOn(before: View, after: View, changed: readonly string[]): readonly string[] {
  const subjects = new Set<string>();
  const values = new Set<string>();
  for (const path of changed) {
    const [old, fresh] = [before.facts(path), after.facts(path)];
    const known = new Set(old?.claims.map(signOf));
    const now = new Set(fresh?.claims.map(signOf));
    const all = [...(old?.claims ?? []), ...(fresh?.claims ?? [])];
    for (const claim of all) {
      if (known.has(signOf(claim)) && now.has(signOf(claim))) continue;
      if (claim.subject !== undefined && claim.subject !== 'this') subjects.add(claim.subject);
      if (claim.property !== undefined) for (const id of claim.ids) values.add(`${claim.property}\u0000${id}`);
    }
  }
  const isOn = ({ claims, translationOf, refersTo, path }: DocumentFacts): boolean =>
    (translationOf !== undefined && changed.includes(translationOf)) ||
    refersTo.some((one) => changed.some((other) => one.startsWith(other))) ||
    changed.some((other) => before.facts(other)?.translationOf === path) ||
    claims.some(({ subject, property, ids }) => {
      if (subject !== undefined && subjects.has(subject)) return true;
      return property !== undefined && ids.some((id) => values.has(`${property}\u0000${id}`));
    });
  const documents = [...after.corpus.documents.values()].filter(isOn).map(({ path }) => path);
  const records = [...subjects].flatMap((id) => after.corpus.records.get(id)?.path ?? []);
  return [...new Set([...documents, ...records])].filter((path) => !changed.includes(path)).sort();
}

const signs = new WeakMap<ClaimFacts, string>();

function signOf(claim: ClaimFacts): string {
  let sign = signs.get(claim);
  if (sign === undefined) {
    sign = JSON.stringify({ ...claim, key: undefined });
    signs.set(claim, sign);
  }
  return sign;
}
