/** Which claims of two annotators are about the same thing: same subject and property, of a passage that overlaps. */

import type { Span } from '../../core/text.ts';
import { textKey } from '../../core/textKey.ts';
import { AGREE, LABEL } from './aspects.ts';
import { ASPECTS } from './disagreement.ts';
import { inOrder } from './figures.ts';
import type { Said } from './versions.ts';

export type Match = readonly [a: Said, b: Said];

export interface Matching {
  /** Of one subject and property. */
  readonly matched: readonly Match[];
  /** Of the others, those of passages that overlap: of one property and two subjects, or one subject and two properties. */
  readonly otherSubject: readonly Match[];
  readonly otherProperty: readonly Match[];
  readonly onlyA: readonly Said[];
  readonly onlyB: readonly Said[];
}

export function matchClaims(a: readonly Said[], b: readonly Said[]): Matching {
  const same = (said: Said) => `${said.subject}\0${said.property}`;
  const alike = matchEqual(a, b);
  const matched = matchBy(alike.a, alike.b, same);
  const properties = matchBy(matched.a, matched.b, ({ property }) => property);
  const subjects = matchBy(properties.a, properties.b, ({ subject }) => subject);
  return {
    matched: [...alike.matches, ...matched.matches],
    otherSubject: properties.matches,
    otherProperty: subjects.matches,
    onlyA: subjects.a,
    onlyB: subjects.b,
  };
}

interface Matched {
  readonly matches: readonly Match[];
  /** What is left. */
  readonly a: readonly Said[];
  readonly b: readonly Said[];
}

/** Claims that say the very same of the very same words: most of them, and many may stand on one passage. */
function matchEqual(a: readonly Said[], b: readonly Said[]): Matched {
  const keyOf = (said: Said) =>
    JSON.stringify([said.subject, said.property, placeOf(said), ...ASPECTS.map((aspect) => LABEL[aspect](said))]);
  const waiting = new Map<string, Said[]>();
  for (const said of b) {
    const key = keyOf(said);
    const others = waiting.get(key);
    if (others) others.push(said);
    else waiting.set(key, [said]);
  }
  const matches: Match[] = [];
  const taken = new Set<Said>();
  for (const said of a) {
    const other = waiting.get(keyOf(said))?.shift();
    if (!other) continue;
    matches.push([said, other]);
    taken.add(said).add(other);
  }
  const left = (all: readonly Said[]) => all.filter((said) => !taken.has(said));
  return { matches, a: left(a), b: left(b) };
}

/** A claim whose quote is not in the text has no place but its words. */
const placeOf = ({ spans, claim }: Said): string =>
  spans.length > 0
    ? spans.map(({ start, end }) => `${start} ${end}`).join(' ')
    : textKey(claim.quote?.pieces.map(({ value }) => value).join(' ') ?? '');

/** Of those that a claim may be matched with, so many are looked at: where more stand on one passage, the nearest in order. */
const MOST = 40;

interface Candidate {
  readonly match: Match;
  readonly agreeing: number;
  readonly overlap: number;
  readonly order: string;
}

/** Each with one of the same key and an overlapping passage at most; those that agree in more go first. */
function matchBy(a: readonly Said[], b: readonly Said[], keyOf: (said: Said) => string): Matched {
  const candidates: Candidate[] = [];
  const others = grouped(b, keyOf);
  for (const [key, own] of grouped(a, keyOf)) {
    const facing = others.get(key);
    if (facing) candidates.push(...candidatesIn(own, facing));
  }
  candidates.sort(
    (x, y) => y.agreeing - x.agreeing || y.overlap - x.overlap || (x.order < y.order ? -1 : x.order > y.order ? 1 : 0),
  );
  const taken = new Set<Said>();
  const matches: Match[] = [];
  for (const { match } of candidates) {
    const [left, right] = match;
    if (taken.has(left) || taken.has(right)) continue;
    taken.add(left).add(right);
    matches.push(match);
  }
  const left = (all: readonly Said[]) => all.filter((said) => !taken.has(said));
  return { matches, a: left(a), b: left(b) };
}

function grouped(all: readonly Said[], keyOf: (said: Said) => string): ReadonlyMap<string, readonly Said[]> {
  const groups = new Map<string, Said[]>();
  for (const said of all) {
    const key = keyOf(said);
    const group = groups.get(key);
    if (group) group.push(said);
    else groups.set(key, [said]);
  }
  return groups;
}

function candidatesIn(a: readonly Said[], b: readonly Said[]): readonly Candidate[] {
  const sorted = [...b].sort(byPlace);
  const reach = reaches(sorted);
  return [...a].sort(byPlace).flatMap((said, i): readonly Candidate[] => {
    const extent = extentOf(said);
    // Sorted by their beginnings: behind the last that begins before this one ends, none overlaps.
    const past = extent ? firstBehind(sorted, extent.end) : sorted.length;
    const found: Candidate[] = [];
    const consider = (other: Said | undefined): void => {
      const overlap = other ? overlapOf(said, other) : 0;
      if (!other || overlap === 0) return;
      const agreeing = ASPECTS.filter((aspect) => AGREE[aspect](said, other)).length;
      const order = [LABEL.value(said) + placeOf(said), LABEL.value(other) + placeOf(other)].sort().join('\0');
      found.push({ match: [said, other], agreeing, overlap, order });
    };
    if (sorted.length <= MOST) for (const other of sorted) consider(other);
    else {
      // In a crowd on one passage the order of the annotators is the best guess.
      consider(sorted[i]);
      for (let j = past - 1; j >= 0 && found.length < MOST && (!extent || reach[j]! > extent.start); j--)
        if (j !== i) consider(sorted[j]);
    }
    return found;
  });
}

const extentOf = ({ spans }: Said): Span | undefined =>
  spans.length === 0 ? undefined : { start: spans[0]!.start, end: Math.max(...spans.map(({ end }) => end)) };

/** Those without a place last. */
function byPlace(x: Said, y: Said): number {
  const [left, right] = [extentOf(x), extentOf(y)];
  if (!left || !right) return left ? -1 : right ? 1 : 0;
  return inOrder(left, right);
}

/** How far the claims up to each reach into the text. */
function reaches(sorted: readonly Said[]): readonly number[] {
  let reach = 0;
  return sorted.map((said) => {
    reach = Math.max(reach, extentOf(said)?.end ?? Number.POSITIVE_INFINITY);
    return reach;
  });
}

function firstBehind(sorted: readonly Said[], end: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const extent = extentOf(sorted[middle]!);
    if (extent && extent.start < end) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How much of the text both quote; 1 for the same words that are nowhere in it. */
function overlapOf(a: Said, b: Said): number {
  if (a.spans.length === 0 || b.spans.length === 0)
    return a.spans.length === b.spans.length && placeOf(a) === placeOf(b) ? 1 : 0;
  let sum = 0;
  for (let i = 0, j = 0; i < a.spans.length && j < b.spans.length; ) {
    const [one, other] = [a.spans[i]!, b.spans[j]!];
    sum += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
    if (one.end <= other.end) i++;
    else j++;
  }
  return sum;
}
