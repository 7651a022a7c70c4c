/** Splits, copies, moves and removes claims without changing what any of them says. Knows files one by one. */

import type { View } from '../../checks/engine/check.ts';
import { anchorOf } from '../../core/analysis.ts';
import type { Claim } from '../../core/claim.ts';
import type { Document } from '../../core/document.ts';
import {
  addClaimAfter,
  block,
  type ClaimData,
  type Data,
  dataOfClaim,
  type Edits,
  moveClaim,
  nestClaim,
  nestedData,
  ordered,
  removeClaim,
  removeClaimKey,
  replaceClaim,
} from '../../core/edit.ts';
import { claimReferences } from '../claimReferences.ts';
import { claimNamed, claimsOver } from '../claimsAt.ts';
import { numbered, takenIds } from './ids.ts';
import { keepsMeaning } from './meaning.ts';
import { reduced } from './nesting.ts';
import { isBroken } from './write.ts';

export const ARRANGEMENTS = ['split', 'duplicate', 'move-up', 'move-down', 'nest', 'delete'] as const;
export type Arrangement = (typeof ARRANGEMENTS)[number];

/** Why not: no such claim any more, front matter that cannot be read, nothing to be done, or what would be lost. */
export type NotArranged =
  | 'changed'
  | 'broken'
  | 'first'
  | 'last'
  | 'nothing-to-split'
  | 'parts'
  | 'referred'
  | 'other-meaning'
  | 'unsafe';

/** The claims at a place of the front matter, or over one of the body; the innermost first. A list of values is one. */
export function claimsAt(document: Document, offset: number): readonly Claim[] {
  const { annotations, body } = document;
  if (offset >= body.start) return once(claimsOver(document, offset).map(({ claim }) => claim));
  const around = annotations.claims.filter(({ span }) => span.start <= offset && offset <= span.end);
  return once(around).sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
}

const once = (claims: readonly Claim[]): Claim[] => claims.filter(({ nth }) => (nth ?? 1) === 1);

/** The edits, or why there are none. `target`: the key of the claim that another is to be nested in. */
export function arranged(
  view: View,
  path: string,
  key: string,
  arrangement: Arrangement,
  target?: string,
): NonNullable<Edits> | NotArranged {
  const document = view.document(path);
  const claim = document && claimNamed(view, path, key);
  if (!document || !claim) return 'changed';
  if (isBroken(document) || claim.damaged) return 'broken';
  switch (arrangement) {
    case 'split':
      return split(view, document, claim);
    case 'duplicate':
      return duplicated(document, claim);
    case 'move-up':
      return moved(document, claim, -1);
    case 'move-down':
      return moved(document, claim, 1);
    case 'nest':
      return nested(view, document, claim, target);
    case 'delete':
      return deleted(document, claim) ?? 'unsafe';
  }
}

/** The arrangements that can be made of a claim as it stands, for a menu. */
export function arrangementsOf(document: Document, claim: Claim): readonly Arrangement[] {
  const siblings = once(document.annotations.claims).filter(({ outer }) => outer === claim.outer);
  const index = siblings.indexOf(claim);
  const possible: Readonly<Record<Arrangement, boolean>> = {
    split:
      !claim.parts && (claim.nth !== undefined || document.annotations.claims.some(({ outer }) => outer === claim)),
    duplicate: true,
    'move-up': index > 0,
    'move-down': index >= 0 && index + 1 < siblings.length,
    nest: hostsFor(document, claim).length > 0,
    delete: true,
  };
  return ARRANGEMENTS.filter((one) => possible[one]);
}

/** The claims of the same passage that a claim could be nested in. */
export function hostsFor(document: Document, claim: Claim): readonly Claim[] {
  if (!claim.quote) return [];
  const passage = placeOf(document, claim);
  return once(document.annotations.claims).filter(
    (other) =>
      other !== claim &&
      other !== claim.outer &&
      other.outer !== claim &&
      !other.parts &&
      !other.damaged &&
      !isWithin(other, claim) &&
      placeOf(document, other) === passage,
  );
}

const isWithin = (claim: Claim, outer: Claim): boolean =>
  claim.outer !== undefined && (claim.outer === outer || isWithin(claim.outer, outer));

function placeOf(document: Document, { quote }: Claim): string | undefined {
  const anchor = quote && anchorOf(document, quote);
  return anchor?.kind === 'anchored' ? JSON.stringify(anchor.spans) : undefined;
}

function moved(document: Document, claim: Claim, direction: -1 | 1): NonNullable<Edits> | NotArranged {
  const edits = moveClaim(document, claim, direction);
  if (!edits)
    return arrangementsOf(document, claim).includes(direction < 0 ? 'move-up' : 'move-down')
      ? 'unsafe'
      : direction < 0
        ? 'first'
        : 'last';
  return keepsMeaning(document, edits) ? edits : 'other-meaning';
}

function duplicated(document: Document, claim: Claim): NonNullable<Edits> | NotArranged {
  const data = dataOfClaim(document, claim);
  const taken = new Set(takenIds(document));
  return (data && addClaimAfter(document, claim, withFreshIds(data, taken))) ?? 'unsafe';
}

/** With the last nested claim goes the list of them, and with that a claim that only held them together. */
function deleted(document: Document, claim: Claim): Edits {
  const { outer } = claim;
  const others = once(document.annotations.claims).filter((one) => one.outer === outer && one !== claim);
  if (!outer || others.length > 0) return removeClaim(document, claim);
  return outer.group ? deleted(document, outer) : removeClaimKey(document, outer, 'claims');
}

/** The copy of an id gets a number; what counts as accepted on a claim was not accepted on its copy. */
function withFreshIds({ accept: _, ...data }: ClaimData, taken: Set<string>): ClaimData {
  const nestedIn = nestedData(data);
  const id = data.id === undefined ? undefined : numbered(taken, textOf(data.id).replace(/-\d+$/, ''));
  if (id !== undefined) taken.add(id);
  const claims = nestedIn.map((one) => withFreshIds(one, taken));
  return { ...data, ...(id !== undefined && { id }), ...(claims.length > 0 && { claims: block(claims) }) };
}

/** Each value of a list, and each claim that is nested, as a claim of its own. */
function split(view: View, document: Document, claim: Claim): NonNullable<Edits> | NotArranged {
  const data = dataOfClaim(document, claim);
  if (!data) return 'unsafe';
  if (claim.parts) return 'parts';
  const inner = nestedData(data);
  const values = claim.nth === undefined ? undefined : itemsOf(data.value);
  if (inner.length === 0 && (values?.length ?? 0) < 2) return 'nothing-to-split';
  const { claims: _, ...own } = data;
  const taken = new Set(takenIds(document));
  // A reference to `ties.2` would name nothing any more.
  if (
    values &&
    claimReferences(view, document.path).some(({ name }) => claim.id && name.startsWith(`${claim.id.value}.`))
  )
    return 'referred';
  const first: readonly ClaimData[] = claim.group
    ? []
    : values
      ? values.map((value, i) => valueClaim(own, value, i, taken))
      : [own];
  const result = [...first, ...inner.map((one) => ordered({ ...heritable(own), ...one }))];
  const edits = replaceClaim(document, claim, result);
  if (!edits) return 'unsafe';
  return keepsMeaning(document, edits, values === undefined) ? edits : 'other-meaning';
}

function valueClaim(own: ClaimData, value: Data, index: number, taken: Set<string>): ClaimData {
  if (index === 0 || own.id === undefined) return { ...own, value };
  const id = numbered(taken, textOf(own.id));
  taken.add(id);
  return { ...own, id, value };
}

const NOT_INHERITED = new Set([
  ...['id', 'property', 'value', 'unit', 'ended', 'certainty', 'items', 'see', 'note', 'parts', 'claims', 'accept'],
]);

/** What a nested claim has from the one around it, by what is written there. */
function heritable(data: ClaimData): ClaimData {
  return Object.fromEntries(Object.entries(data).filter(([key]) => !NOT_INHERITED.has(key)));
}

/** Puts a claim under another of the same passage, without what it has from it then. */
function nested(
  view: View,
  document: Document,
  claim: Claim,
  target: string | undefined,
): NonNullable<Edits> | NotArranged {
  const host = target === undefined ? undefined : claimNamed(view, document.path, target);
  const data = dataOfClaim(document, claim);
  if (!host || !data) return 'changed';
  if (!hostsFor(document, claim).includes(host)) return 'other-meaning';
  const inner = reduced(wholeOf(data, claim), host);
  if (!inner) return 'other-meaning';
  const edits = nestClaim(document, claim, host, ordered(inner));
  if (!edits) return 'unsafe';
  return keepsMeaning(document, edits) ? edits : 'other-meaning';
}

/** With what it has from the claim that it is nested in now, and its plain texts as texts. */
function wholeOf(data: ClaimData, claim: Claim): ClaimData {
  const qualifiers = [...claim.qualifiers].flatMap(([name, { value }]) =>
    value.kind === 'text' ? [[name, value.text] as const] : [],
  );
  return {
    ...data,
    subject: claim.subject?.value,
    at: claim.at?.value,
    by: claim.by?.free ? data.by : claim.by?.text.value,
    stance: claim.stance === 'asserts' ? undefined : claim.stance,
    ...Object.fromEntries(qualifiers),
  };
}

function textOf(data: Data): string {
  return typeof data === 'object' && data !== null && 'meaning' in data ? String(data.meaning) : String(data);
}

function itemsOf(data: Data | undefined): readonly Data[] {
  const list = typeof data === 'object' && data !== null && 'data' in data ? data.data : data;
  return Array.isArray(list) ? (list as readonly Data[]) : [];
}
