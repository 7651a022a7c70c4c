/** Writes claims of a passage, as short as the format allows and where they belong. Decides nothing that was not chosen. */

import type { View } from '../../checks/engine/check.ts';
import type { Claim } from '../../core/claim.ts';
import { type Document, parseDocument } from '../../core/document.ts';
import {
  addClaim,
  applied,
  block,
  type ClaimData,
  type Data,
  declare,
  type Edits,
  inSequence,
} from '../../core/edit.ts';
import { THIS } from '../../core/slots.ts';
import { circumstancesOf } from './circumstances.ts';
import { type Figure, figuresIn, writtenAs } from './figures.ts';
import { freshClaimId, takenIds, wantsIds } from './ids.ts';
import { isUntagged, namesOf } from './names.ts';
import { hostOf, reduced } from './nesting.ts';
import { choiceOf, type Passage } from './passage.ts';

/** One claim as somebody has chosen it. */
export interface ChosenClaim {
  readonly subject?: string;
  readonly property?: string;
  /** The key of the figure that is its value; otherwise `value`. */
  readonly figure?: string;
  readonly value?: string | readonly string[];
  readonly qualifiers?: Readonly<Record<string, string>>;
}

export interface Chosen {
  readonly claims: readonly ChosenClaim[];
  /** The time that the claims hold for, as the passage gives it. */
  readonly at?: string;
}

/** `changed`: the text no longer holds what was chosen; `unsafe`: it cannot be written without doing harm. */
export type NotWritten = 'changed' | 'unsafe' | 'broken';

/** The edit of the front matter that adds the claims, or why there is none. */
export function claimEdits(
  view: View,
  document: Document,
  passage: Passage,
  chosen: Chosen,
): NonNullable<Edits> | NotWritten {
  if (isBroken(document)) return 'broken';
  const made = dataOf(view, document, passage, chosen);
  if (!made) return 'changed';
  const edits = inSequence(document, [
    ...untaggedIn(view, document, made).map((id) => (current: Document) => declare(current, id)),
    (current) => added(current, passage, made, holdsSeveral(view)),
  ])?.edits;
  if (!edits?.length) return 'unsafe';
  return isSound(document, edits, made) ? edits : 'unsafe';
}

/** Whether a property holds several values at a time, which one claim may list. */
export const holdsSeveral =
  ({ corpus }: View) =>
  (property: string): boolean =>
    corpus.vocabulary.properties.get(property)?.single === false;

/** Whether the front matter cannot be read as it stands, so that nothing is to be written into it. */
export const isBroken = ({ annotations, problems }: Document): boolean =>
  annotations.damaged || problems.some(({ code }) => code === 'invalid-yaml');

/** The claims as data, each with all its keys; undefined where a figure is no longer there. */
function dataOf(
  view: View,
  document: Document,
  passage: Passage,
  { claims, at }: Chosen,
): readonly ClaimData[] | undefined {
  const { records, vocabulary, settings } = view.corpus;
  const figures = figuresIn(passage.span, document, settings);
  const { by, stance } = circumstancesOf(document, passage.span, figures, namesOf(document, records));
  const made: ClaimData[] = [];
  for (const one of claims) {
    const property = one.property === undefined ? undefined : vocabulary.properties.get(one.property);
    const figure = figures.find(({ key }) => key === one.figure);
    if ((one.property !== undefined && !property) || (one.figure !== undefined && !figure)) return undefined;
    const said = Object.values(one.qualifiers ?? {});
    const value =
      figure && property ? writtenAs(figure, property, document, settings, said) : (figure?.words ?? one.value);
    if (figure && value === undefined) return undefined;
    const says = by !== one.subject && property?.id !== 'said';
    made.push({
      quote: passage.quote,
      ...choiceOf(passage),
      subject: one.subject,
      property: one.property,
      value,
      ...one.qualifiers,
      at: property && needsTime(property.time, figure, at) ? at : undefined,
      by: says ? by : undefined,
      stance: property?.id === 'said' ? undefined : stance,
    });
  }
  return withIds(view, document, made);
}

/** What is true once or always needs no time; a change needs the one it took. */
const needsTime = (behaviour: string, figure: Figure | undefined, at: string | undefined): boolean =>
  (behaviour === 'state' || behaviour === 'cumulative') && (figure?.kind !== 'change' || at?.includes('/') === true);

function withIds(view: View, document: Document, claims: readonly ClaimData[]): readonly ClaimData[] {
  if (!wantsIds(view, document)) return claims;
  const taken = new Set(takenIds(document));
  return claims.map((claim) => {
    if (!view.corpus.vocabulary.properties.has(String(claim.property))) return claim;
    const id = freshClaimId(taken, String(claim.property), String(claim.subject ?? ''));
    taken.add(id);
    return { id, ...claim };
  });
}

/** The names that become mentions with the claim, because somebody has said who is meant by them. */
function untaggedIn(view: View, document: Document, claims: readonly ClaimData[]): readonly string[] {
  const ids = claims.flatMap(({ subject, value, by }) => [subject, by, ...(Array.isArray(value) ? value : [value])]);
  return [...new Set(ids)].filter(
    (id): id is string => typeof id === 'string' && id !== THIS && isUntagged(id, document, view.corpus.records),
  );
}

/** Nested in a claim of the same passage if there is one with which it shares all that it would inherit. */
export function added(
  document: Document,
  { span }: Pick<Passage, 'span'>,
  claims: readonly ClaimData[],
  several: (property: string) => boolean,
): Edits {
  const host = hostOf(document, span);
  const inner = host && claims.map((claim) => reduced(claim, host));
  if (host && inner?.every((claim) => claim !== undefined)) {
    const index = document.annotations.claims.indexOf(host);
    const hostIn = (current: Document): Claim | undefined => current.annotations.claims[index];
    return inSequence(
      document,
      inner.map((claim) => (current: Document) => {
        const outer = hostIn(current);
        return outer && addClaim(current, claim!, outer, fitsOneLine(claim!));
      }),
    )?.edits;
  }
  return addClaim(document, together(claims, several));
}

/** Several claims of one passage as one with the others nested in it. */
export function together(claims: readonly ClaimData[], several: (property: string) => boolean): ClaimData {
  const [first] = claims;
  if (!first || claims.length < 2) return first ?? {};
  const merged = asLists(claims, several);
  const outer = merged.find((claim) => qualifiersOf(claim).length === 0 || merged.length === 1);
  const shared: ClaimData = outer ?? sharedBy(merged);
  const rest = merged.filter((claim) => claim !== outer);
  if (rest.length === 0) return shared;
  const nested = rest.map((claim) => without(claim, shared));
  return { ...shared, claims: block(nested.map((claim): Data => (fitsOneLine(claim) ? claim : block(claim)))) };
}

/** Values of one property of one subject as a list. */
function asLists(claims: readonly ClaimData[], several: (property: string) => boolean): readonly ClaimData[] {
  const merged: ClaimData[] = [];
  for (const claim of claims) {
    const mayJoin = claim.value !== undefined && several(String(claim.property));
    const same = mayJoin ? merged.findIndex((other) => sameBut(other, claim, ['value', 'id'])) : -1;
    if (same < 0) merged.push(claim);
    else {
      const known = merged[same]!;
      const values = Array.isArray(known.value) ? known.value : [known.value];
      merged[same] = { ...known, value: [...values, claim.value] as Data[] };
    }
  }
  return merged;
}

function sameBut(a: ClaimData, b: ClaimData, but: readonly string[]): boolean {
  const text = (claim: ClaimData) =>
    JSON.stringify(Object.entries(claim).filter(([key, value]) => value !== undefined && !but.includes(key)));
  return text(a) === text(b);
}

const INHERITED = ['quote', 'nth', 'subject', 'at', 'by', 'stance'];
const PLAIN = new Set([...INHERITED, 'id', 'property', 'value']);

const qualifiersOf = (claim: ClaimData): readonly string[] =>
  Object.keys(claim).filter((key) => !PLAIN.has(key) && claim[key] !== undefined);

/** What all of them say, as a claim that says nothing itself. */
function sharedBy(claims: readonly ClaimData[]): ClaimData {
  const [first] = claims;
  return Object.fromEntries(
    INHERITED.filter((key) => claims.every((claim) => claim[key] === first![key])).map((key) => [key, first![key]]),
  );
}

const without = (claim: ClaimData, shared: ClaimData): ClaimData =>
  Object.fromEntries(
    Object.entries(claim).filter(([key, value]) => !(INHERITED.includes(key) && shared[key] === value)),
  );

const LONGEST_LINE = 110;

/** Whether a nested claim is read at a glance. */
function fitsOneLine(claim: ClaimData): boolean {
  const texts = Object.entries(claim).flatMap(([key, value]) => (value === undefined ? [] : [key, String(value)]));
  return texts.join(', ').length <= LONGEST_LINE;
}

/** Read again: the new claims are there, and nothing is wrong that was not wrong before. */
function isSound(document: Document, edits: NonNullable<Edits>, made: readonly ClaimData[]): boolean {
  const after = parseDocument(document.path, applied(document.text, edits), document);
  const isWhole = made.every(({ subject, property, value }) => subject && property && value !== undefined);
  if (isWhole && after.problems.length > document.problems.length) return false;
  return after.annotations.claims.length > document.annotations.claims.length;
}
