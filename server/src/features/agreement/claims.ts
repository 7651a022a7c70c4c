/** How far two annotators agree on claims: which they found, and what those say. Knows no mentions. */

import { AGREE, LABEL, WORDS } from './aspects.ts';
import { type Match, matchClaims } from './claimMatching.ts';
import { type Coefficient, f1 } from './coefficients.ts';
import { ASPECTS, type Aspect, type Difference, type Disagreement, type Says } from './disagreement.ts';
import { type LabelFigures, labelFigures, type StretchFigures, stretchFigures } from './figures.ts';
import type { Pair, Said } from './versions.ts';

export interface FoundFigures {
  /** How many either has. */
  readonly a: number;
  readonly b: number;
  /** Found by both: same subject and property, overlapping quote. */
  readonly both: number;
  /** Those of which both say the same in every aspect. */
  readonly same: number;
  readonly f1: Coefficient;
  readonly sameF1: Coefficient;
  /** Of those that both found, whether the value is the same. */
  readonly value: LabelFigures;
}

export interface ClaimFigures {
  readonly found: FoundFigures;
  readonly properties: ReadonlyMap<string, FoundFigures>;
  /** Of the claims that both found. */
  readonly aspects: Readonly<Record<Aspect, LabelFigures>>;
  /** Which passages of the text any claim quotes. */
  readonly passages: StretchFigures;
}

export function claimAgreement(pairs: readonly Pair[]): {
  readonly figures: ClaimFigures;
  readonly disagreements: readonly Disagreement[];
} {
  const matches: Match[] = [];
  const disagreements = pairs.flatMap((pair) => {
    const matching = matchClaims(pair.a.claims, pair.b.claims);
    matches.push(...matching.matched);
    return disagreementsIn(pair, matching);
  });
  const all = { a: pairs.flatMap(({ a }) => a.claims), b: pairs.flatMap(({ b }) => b.claims), matches };
  const labels = Object.fromEntries(ASPECTS.map((aspect) => [aspect, labelsOf(matches, aspect)])) as Labels;
  const properties = [...new Set([...all.a, ...all.b].map(({ property }) => property))].sort();
  const aspects = Object.fromEntries(ASPECTS.map((aspect) => [aspect, labelFigures(labels[aspect].values())]));
  return {
    figures: {
      found: foundFigures(all, labels),
      properties: byProperty(properties, all, labels),
      aspects: aspects as ClaimFigures['aspects'],
      passages: passageFigures(pairs),
    },
    disagreements,
  };
}

interface Found {
  readonly a: readonly Said[];
  readonly b: readonly Said[];
  readonly matches: readonly Match[];
}

/** What both say, in every match. */
type Labels = Readonly<Record<Aspect, ReadonlyMap<Match, readonly [a: string, b: string]>>>;

function foundFigures({ a, b, matches }: Found, labels: Labels): FoundFigures {
  const same = matches.filter((match) =>
    ASPECTS.every((aspect) => {
      const [left, right] = labels[aspect].get(match)!;
      return left === right;
    }),
  ).length;
  return {
    a: a.length,
    b: b.length,
    both: matches.length,
    same,
    f1: f1(matches.length, a.length, b.length),
    sameF1: f1(same, a.length, b.length),
    value: labelFigures(matches.map((match) => labels.value.get(match)!)),
  };
}

function byProperty(properties: readonly string[], all: Found, labels: Labels): ReadonlyMap<string, FoundFigures> {
  const found = new Map(properties.map((id) => [id, { a: [] as Said[], b: [] as Said[], matches: [] as Match[] }]));
  for (const said of all.a) found.get(said.property)!.a.push(said);
  for (const said of all.b) found.get(said.property)!.b.push(said);
  for (const match of all.matches) found.get(match[0].property)!.matches.push(match);
  return new Map([...found].map(([id, one]) => [id, foundFigures(one, labels)]));
}

/** A label for what either says of an aspect in each match: the same for what has been seen to agree, however it is put. */
function labelsOf(matches: readonly Match[], aspect: Aspect): ReadonlyMap<Match, readonly [a: string, b: string]> {
  const label = LABEL[aspect];
  const same = new Classes();
  for (const [a, b] of matches) {
    const [left, right] = [label(a), label(b)];
    if (left !== right && AGREE[aspect](a, b)) same.join(left, right);
  }
  // A label that several words share for one match, such as an unreadable value, must not hide that they differ.
  return new Map(
    matches.map((match) => {
      const [a, b] = match;
      const [left, right] = [same.of(label(a)), same.of(label(b))];
      return [match, left === right && !AGREE[aspect](a, b) ? [`${left}\0a`, `${right}\0b`] : [left, right]];
    }),
  );
}

/** Labels of which some have turned out to mean the same. */
class Classes {
  private readonly parents = new Map<string, string>();

  of(label: string): string {
    let at = label;
    for (let above = this.parents.get(at); above !== undefined; above = this.parents.get(at)) {
      const further = this.parents.get(above);
      if (further !== undefined) this.parents.set(at, further);
      at = above;
    }
    return at;
  }

  join(a: string, b: string): void {
    const [left, right] = [this.of(a), this.of(b)].sort() as [string, string];
    if (left !== right) this.parents.set(right, left);
  }
}

function passageFigures(pairs: readonly Pair[]): StretchFigures {
  const stretches = (claims: readonly Said[]) => {
    const places = new Map(claims.flatMap(({ spans }) => spans.map((span) => [`${span.start} ${span.end}`, span])));
    return [...places.values()].map((span) => ({ span, label: '' }));
  };
  return stretchFigures(
    pairs.map(({ length, tokens, a, b }) => ({ length, tokens, a: stretches(a.claims), b: stretches(b.claims) })),
  ).all;
}

function disagreementsIn(pair: Pair, matching: ReturnType<typeof matchClaims>): readonly Disagreement[] {
  const found: { readonly at: number; readonly disagreement: Disagreement }[] = [];
  const passageOf = ({ spans, claim }: Said) =>
    spans.length > 0
      ? spans.map(({ start, end }) => pair.text.slice(start, end)).join(' … ')
      : (claim.quote?.pieces.map(({ value }) => value).join(' … ') ?? '');
  const add = (difference: Difference, one: Said, a: Says | undefined, b: Says | undefined) => {
    const passage = passageOf(one);
    const sides = { ...(a && { a }), ...(b && { b }) };
    const disagreement = { document: pair.name, about: 'claim', difference, passage, times: 1, ...sides } as const;
    found.push({ at: one.spans[0]?.start ?? Number.POSITIVE_INFINITY, disagreement });
  };
  const whole = ({ subject, property, value }: Said) => [subject, property, value].filter(Boolean).join(' · ');
  for (const [a, b] of matching.matched) {
    for (const aspect of ASPECTS)
      if (!AGREE[aspect](a, b)) add(aspect, a, saying(a, WORDS[aspect](a)), saying(b, WORDS[aspect](b)));
  }
  for (const [difference, all] of [
    ['subject', matching.otherSubject],
    ['property', matching.otherProperty],
  ] as const)
    for (const [a, b] of all) add(difference, a, saying(a, { says: whole(a) }), saying(b, { says: whole(b) }));
  for (const said of matching.onlyA) add('found', said, saying(said, { says: whole(said) }), undefined);
  for (const said of matching.onlyB) add('found', said, undefined, saying(said, { says: whole(said) }));
  return found.sort((x, y) => (x.at === y.at ? 0 : x.at - y.at)).map(({ disagreement }) => disagreement);
}

const saying = ({ claim, line }: Said, words: { readonly says: string; readonly byDefault?: true }): Says => ({
  ...words,
  line,
  claim: claim.id?.value ?? claim.key,
});
