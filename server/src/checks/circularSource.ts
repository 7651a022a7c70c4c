/** Facts that seem to rest on several sources, all of which lead to one document. */

import type { ClaimFacts, DocumentFacts } from '../core/facts.ts';
import { listed } from '../core/problem.ts';
import { parseReference } from '../core/reference.ts';
import { textKey } from '../core/textKey.ts';
import type { Check, Report, View } from './engine/check.ts';
import { about } from './statements/about.ts';
import { groupsOf } from './statements/comparisons.ts';
import { reportOn } from './statements/conflicts.ts';
import { otherSide } from './statements/placement.ts';
import type { Statement } from './statements/statement.ts';

export const circularSource: Check = {
  code: 'circular-source',
  severity: 'information',
  beyond: true,
  *records({ view, file }) {
    for (const [subject, name] of groupsOf(view, file.path)) {
      const facts = about(view, subject, name)?.in(file.path) ?? [];
      const sourced = facts.filter(({ claim, end }) => claim.sources.length > 0 && end !== 'from');
      for (const same of bySaying(sourced)) yield* circles(view, same);
    }
  },
};

/** Facts of one value, whatever their times. */
function bySaying(facts: readonly Statement[]): Iterable<readonly Statement[]> {
  const groups = new Map<string, Statement[]>();
  for (const fact of facts) {
    const { claim, meaning, ended } = fact;
    const value = meaning.kind === 'entity' ? meaning.id : textKey(claim.value ?? '');
    const key = JSON.stringify([meaning.kind, value, claim.unit, claim.stance, ended, claim.qualifiers]);
    const same = groups.get(key);
    if (same) same.push(fact);
    else groups.set(key, [fact]);
  }
  return groups.values();
}

function* circles(view: View, facts: readonly Statement[]): Iterable<Report> {
  if (facts.length < 2) return;
  const origins = new Map<string, string>();
  const named = new Set<string>();
  for (const { claim, member } of facts) {
    for (const source of claim.sources) {
      const origin = originOf(source, member.head.path, view);
      if (!origin) return;
      origins.set(origin.document, source);
      named.add(origin.named);
    }
  }
  // Facts that name one document openly claim no second source.
  if (origins.size !== 1 || named.size < 2) return;
  const own = facts.at(-1)!;
  const [origin] = origins.keys();
  const base = reportOn(view, own, facts[0]!, {
    severity: 'information',
    doubts: [],
    variant: origin!.includes('\n') ? 'ring' : '',
    params: { ...listed('sources', [...named].sort()), 'origin@list': origin! },
  });
  const others = facts.slice(0, -1);
  yield { ...base, sides: undefined, related: others.map((one) => otherSide(one, view, 'other-fact')) };
}

interface Origin {
  /** What the source names itself. */
  readonly named: string;
  /** Where it leads in the end: a document or URL, or the documents of a ring. */
  readonly document: string;
}

/** How many claims one source may lead through. */
const LONGEST = 200;

/** Nothing where a source leads nowhere, or to several places: then nobody can say that all is one. */
function originOf(source: string, from: string, view: View): Origin | undefined {
  const first = parseReference(source, from);
  if (first.kind === 'outside') return undefined;
  if (first.kind === 'url') return { named: source, document: source };
  const ends = new Set<string>();
  const seen = new Map<string, string>();
  const open: { readonly reference: string; readonly from: string }[] = [{ reference: source, from }];
  while (open.length > 0 && seen.size < LONGEST) {
    const next = open.pop()!;
    const reference = parseReference(next.reference, next.from);
    if (reference.kind === 'url') {
      ends.add(next.reference);
      continue;
    }
    const facts = reference.kind === 'outside' ? undefined : view.facts(reference.path);
    if (!facts || reference.kind === 'outside') return undefined;
    const claim = reference.kind === 'claim' ? claimsNamed(facts).get(reference.claim) : undefined;
    if (reference.kind === 'claim' && !claim) return undefined;
    const key = `${reference.path}#${claim?.key ?? ''}`;
    if (seen.has(key)) continue;
    seen.set(key, reference.path);
    if (!claim || claim.see.length === 0) ends.add(reference.path);
    for (const see of claim?.see ?? []) open.push({ reference: see, from: reference.path });
  }
  if (open.length > 0) return undefined;
  // Without an end, what it leads through is a ring.
  const [document] = ends.size > 0 ? ends : [[...new Set(seen.values())].sort().join('\n')];
  return ends.size > 1 || document === undefined ? undefined : { named: first.path, document };
}

const named = new WeakMap<DocumentFacts, ReadonlyMap<string, ClaimFacts>>();

/** The claims of a document by id and by key; of several with one name the first. */
function claimsNamed(facts: DocumentFacts): ReadonlyMap<string, ClaimFacts> {
  let known = named.get(facts);
  if (!known) {
    const made = new Map<string, ClaimFacts>();
    for (const claim of facts.claims) {
      for (const name of [claim.id, claim.key]) if (name !== undefined && !made.has(name)) made.set(name, claim);
    }
    known = made;
    named.set(facts, known);
  }
  return known;
}
