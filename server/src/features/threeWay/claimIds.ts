/** New claims of two sides that have got one id without being one: the later in the text gets another. Knows one document. */

import { selectorOf } from '../../core/analysis.ts';
import { anchor } from '../../core/anchor.ts';
import type { Claim } from '../../core/claim.ts';
import { type Document, parseDocument } from '../../core/document.ts';
import { applied, type Replacement, replaceScalars } from '../../core/edit.ts';
import type { Text } from '../../core/problem.ts';
import { parseReference } from '../../core/reference.ts';
import { numbered } from '../claiming/ids.ts';

/** Whether nothing outside of the document goes by the id of a claim. */
export type MayRename = (id: string) => boolean;

export interface Apart {
  readonly ours: string;
  readonly theirs: string;
  /** The ids that have changed, and what they are now. */
  readonly renamed: readonly (readonly [from: string, to: string])[];
}

/** The texts of both sides with ids that are apart, as far as that can be done without breaking a reference. */
export function withoutClashes(path: string, base: string, ours: string, theirs: string, mayRename: MayRename): Apart {
  const [was, a, b] = [base, ours, theirs].map((text) => parseDocument(path, text)) as [Document, Document, Document];
  const known = new Set([...namedIn(was).keys()]);
  const [mine, yours] = [namedIn(a), namedIn(b)];
  const taken = new Set([...known, ...mine.keys(), ...yours.keys()]);
  const renamed = { ours: new Map<string, string>(), theirs: new Map<string, string>() };
  for (const [id, claim] of mine) {
    const other = yours.get(id);
    if (!other || known.has(id) || saysTheSame(claim, other) || !mayRename(id)) continue;
    const fresh = freshId(id, taken);
    taken.add(fresh);
    renamed[isLater(claim, a, other, b) ? 'ours' : 'theirs'].set(id, fresh);
  }
  const names = [...renamed.ours, ...renamed.theirs];
  return { ours: withNames(a, renamed.ours), theirs: withNames(b, renamed.theirs), renamed: names };
}

/** The claims that have an id, each list of values as one. */
function namedIn({ annotations }: Document): ReadonlyMap<string, Claim> {
  const named = annotations.claims.filter(({ id, nth }) => id && (nth ?? 1) === 1);
  return new Map(named.map((claim) => [claim.id!.value, claim]));
}

/** Whether two claims of one id are two readings of one thing, of which somebody has to choose. */
const saysTheSame = (one: Claim, other: Claim): boolean => topicOf(one) === topicOf(other);

const topicOf = ({ quote, subject, property }: Claim): string =>
  JSON.stringify([quote && selectorOf(quote), subject?.value, property?.value]);

function isLater(one: Claim, own: Document, other: Claim, others: Document): boolean {
  const [a, b] = [placeOf(one, own), placeOf(other, others)];
  return a === b ? topicOf(one) > topicOf(other) : a > b;
}

/** Where in the body the claim's quote stands; behind everything where it does not. */
function placeOf({ quote }: Claim, { bodyText, body }: Document): number {
  const found = quote && anchor(bodyText, selectorOf(quote));
  return found && found.kind !== 'missing' ? found.spans[0]!.start - body.start : Number.MAX_SAFE_INTEGER;
}

/** `c4` after `c3`; otherwise with a number. */
function freshId(id: string, taken: ReadonlySet<string>): string {
  const [, stem, digits] = /^(.*\D)(\d{1,9})$/.exec(id) ?? [];
  if (stem === undefined || /[-.]$/.test(stem)) return numbered(taken, id);
  let number = Number(digits) + 1;
  while (taken.has(`${stem}${number}`)) number++;
  return `${stem}${number}`;
}

function withNames(document: Document, names: ReadonlyMap<string, string>): string {
  if (names.size === 0) return document.text;
  const { claims, accept } = document.annotations;
  const replacements: Replacement[] = [];
  for (const claim of namedIn(document).values()) {
    const text = names.get(claim.id!.value);
    if (text !== undefined) replacements.push({ span: claim.id!.span, text });
  }
  const references = claims.flatMap((claim) => [...claim.see, ...claim.accept.flatMap((one) => one.with ?? [])]);
  for (const reference of distinct([...references, ...accept.flatMap((one) => one.with ?? [])])) {
    const text = redirected(reference, document.path, names);
    if (text !== undefined) replacements.push({ span: reference.span, text });
  }
  const edits = replaceScalars(document, replacements);
  return edits ? applied(document.text, edits) : document.text;
}

/** The values of a list share their references. */
const distinct = (texts: readonly Text[]): Iterable<Text> =>
  new Map(texts.map((text) => [text.span.start, text])).values();

function redirected({ value }: Text, path: string, names: ReadonlyMap<string, string>): string | undefined {
  const reference = parseReference(value, path);
  if (reference.kind !== 'claim' || reference.path !== path) return undefined;
  const [, id, rest] = /^(.*?)(\.\d+)?$/s.exec(reference.claim) ?? [];
  const exact = names.get(reference.claim);
  const name = exact ?? names.get(id ?? '');
  if (name === undefined) return undefined;
  return `${value.slice(0, value.indexOf('#') + 1)}${name}${exact === undefined ? (rest ?? '') : ''}`;
}
