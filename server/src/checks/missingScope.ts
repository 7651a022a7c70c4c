/** Two claims of one document that differ where a qualifier could tell them apart, and neither uses it. */

import type { Claim } from '../core/claim.ts';
import { setClaimKey } from '../core/edit.ts';
import { claimFactsOf, valueText } from '../core/facts.ts';
import { listed, type Params } from '../core/problem.ts';
import type { Property } from '../core/vocabulary.ts';
import { compareQuantities, compareTimes } from '../values/compare.ts';
import { overlap } from '../values/time.ts';
import type { Units } from '../values/units.ts';
import type { Check, DocumentContext, Fix } from './engine/check.ts';
import { wordsAt } from './quoted/passage.ts';
import { supportIn } from './quoted/support.ts';
import { timeOfClaim } from './quoted/times.ts';
import { type Said, sayingOf } from './quoted/value.ts';
import { hasEnded } from './statements/former.ts';
import { unitsOf } from './valueKind.ts';

export const missingScope: Check = {
  code: 'missing-scope',
  severity: 'warning',
  *document(context) {
    const { document, corpus } = context;
    const units = unitsOf(corpus.settings);
    for (const { property, claims } of groupsIn(context)) {
      for (const [i, later] of claims.entries()) {
        const earlier = claims.slice(0, i).find((one) => differ(one, later, property, units, context));
        if (!earlier) continue;
        const { claim } = later;
        yield {
          span: claim.value!.span,
          params: {
            ...valued('value', later),
            ...valued('other', earlier),
            property: property.id,
            ...listed('qualifiers', property.separates),
          },
          claim: claim.id?.value,
          entity: claim.subject?.value,
          related: [
            {
              path: document.path,
              span: earlier.claim.value!.span,
              message: 'first-value',
              params: valued('value', earlier),
              ...(earlier.claim.id && { claim: earlier.claim.id.value }),
            },
          ],
          fixes: () => fixes(claim, earlier.claim, property, context),
        };
      }
    }
  },
};

const valued = (name: string, { claim, said }: Unscoped): Params => ({
  [said.kind === 'time' ? `${name}@time` : name]: valueText(claim.value!),
});

interface Unscoped {
  readonly claim: Claim;
  readonly said: Said;
}

/** More claims of one subject and property than this have a scope that no qualifier of this property is for. */
const MOST = 60;

/** The claims without any scope, by subject and property. */
function groupsIn({
  document,
  corpus,
}: DocumentContext): Iterable<{ property: Property; claims: readonly Unscoped[] }> {
  const groups = new Map<string, { property: Property; claims: Unscoped[] }>();
  for (const claim of document.annotations.claims) {
    const saying = claim.stance === 'asserts' && claim.subject ? sayingOf(claim, corpus) : undefined;
    if (!saying) continue;
    const { property, said } = saying;
    if (!property.single || said.kind === 'change' || property.separates.length === 0) continue;
    if (property.separates.some((name) => claim.qualifiers.has(name))) continue;
    const office = said.kind === 'entity' ? said.id : undefined;
    if (hasEnded(claimFactsOf(claim), property, office, corpus.records)) continue;
    const key = `${claim.subject!.value}\u0000${property.id}`;
    const group = groups.get(key) ?? { property, claims: [] };
    groups.set(key, group);
    if (group.claims.length < MOST) group.claims.push({ claim, said });
  }
  return groups.values();
}

function differ(a: Unscoped, b: Unscoped, property: Property, units: Units, { document }: DocumentContext): boolean {
  if (arePartsOfOne(a.claim, b.claim)) return false;
  const [left, right] = [a.claim.by?.text.value, b.claim.by?.text.value];
  // Two speakers may disagree without speaking of two things.
  if (left !== undefined && right !== undefined && left !== right) return false;
  if (property.time === 'state' || property.time === 'cumulative') {
    const [at, other] = [timeOfClaim(a.claim, document), timeOfClaim(b.claim, document)];
    const same = a.claim.at?.value === b.claim.at?.value;
    if (!same && (!at || !other || overlap(at, other) !== 'certain')) return false;
  }
  return sayOther(a.said, b.said, units);
}

function arePartsOfOne(a: Claim, b: Claim): boolean {
  const isPart = (claim: Claim): boolean => claim.outer?.parts ?? false;
  const whole = (claim: Claim): number => (isPart(claim) ? claim.outer!.span.start : claim.span.start);
  return (isPart(a) || isPart(b)) && whole(a) === whole(b);
}

function sayOther(a: Said, b: Said, units: Units): boolean {
  if (a.kind === 'quantity' && b.kind === 'quantity') {
    const verdict = compareQuantities(a.quantity, b.quantity, units);
    return verdict === 'conflict' || verdict === 'tension';
  }
  if (a.kind === 'time' && b.kind === 'time') return compareTimes(a.time, b.time) === 'conflict';
  return a.kind === 'entity' && b.kind === 'entity' && a.id !== b.id;
}

/** What the quote counts, "180 party leaders", says of whom the figure is, where the other claim counts something else. */
function fixes(claim: Claim, other: Claim, property: Property, context: DocumentContext): readonly Fix[] {
  const { document } = context;
  const name = property.separates.find((one) => property.qualifiers.get(one)?.types.includes('text'));
  const noun = countedBy(claim, context);
  if (name === undefined || noun === undefined || noun === countedBy(other, context)) return [];
  const edits = setClaimKey(document, claim, name, noun);
  const params = { qualifier: name, text: noun, claim: claim.key };
  return edits?.length ? [{ title: 'add-qualifier', params, safe: false, edits }] : [];
}

/** The noun behind the figure of the quote; none in Chinese, where a measure word may be all that stands there. */
function countedBy(claim: Claim, context: DocumentContext): string | undefined {
  const found = supportIn(context).find((one) => one.claim === claim)?.support;
  const quoted = found?.kind === 'supported' ? found.ways[0]?.[0]?.quoted : undefined;
  if (!quoted?.unitSpan) return undefined;
  const noun = wordsAt(context.document, { start: quoted.numberSpan.end, end: quoted.unitSpan.end });
  return /^\p{Script=Latin}[\p{Script=Latin}\s'’-]+$/u.test(noun) ? noun : undefined;
}
