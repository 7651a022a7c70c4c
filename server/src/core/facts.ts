/**
 * What the rest of a corpus needs to know of a document: plain data without spans or text, so that an edit which leaves
 * it equal concerns no other document, and so that it can be stored and sent.
 */

import type { Acceptance } from './acceptance.ts';
import type { Analysis } from './analysis.ts';
import type { Claim, Value } from './claim.ts';
import type { Document } from './document.ts';

/** A value without its places. */
export type ValueFacts =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'languages'; readonly texts: Readonly<Record<string, string>> }
  | { readonly kind: 'change'; readonly from: string; readonly to: string; readonly change?: string }
  | { readonly kind: 'list'; readonly items: readonly ValueFacts[] };

export interface AcceptanceFacts {
  readonly code: string;
  readonly with?: string;
  readonly saw?: string;
  readonly reason?: string;
}

export interface ClaimFacts {
  readonly key: string;
  readonly id?: string;
  readonly subject?: string;
  readonly property?: string;
  /** As written, in words. */
  readonly value?: string;
  readonly data?: ValueFacts;
  readonly unit?: string;
  readonly at?: string;
  readonly ended: boolean;
  readonly by?: string;
  /** `by` is an entity's id, not free text. */
  readonly byId: boolean;
  readonly stance: Claim['stance'];
  readonly certainty: Claim['certainty'];
  readonly quote: string;
  readonly qualifiers: Readonly<Record<string, ValueFacts>>;
  readonly accept: readonly AcceptanceFacts[];
  readonly see: readonly string[];
  readonly sources: readonly string[];
  /** The key of the claim whose value this is a part of. */
  readonly partOf?: string;
  /** It cannot be trusted to say what was meant. */
  readonly damaged: boolean;
  /** Every id in the claim, whatever its role. */
  readonly ids: readonly string[];
}

export interface DocumentFacts {
  readonly path: string;
  readonly annotated: boolean;
  readonly title?: string;
  readonly date?: string;
  readonly about?: string;
  readonly lang?: string;
  readonly publisher?: string;
  readonly translationOf?: string;
  /** Every reference in it as it is written, each once: its findings depend on what they lead to. */
  readonly refersTo: readonly string[];
  /** What the document accepts as a whole; left out where that is nothing. */
  readonly accept?: readonly AcceptanceFacts[];
  readonly declared: readonly string[];
  readonly claims: readonly ClaimFacts[];
  /** How often each entity is mentioned. */
  readonly mentions: Readonly<Record<string, number>>;
  /** The forms in the body that several records have, normalised. */
  readonly sharedForms: readonly string[];
}

/** `before` are those of the version before: what an edit has left as it was is the same object in both. */
export function factsOf(document: Document, analysis: Analysis, before?: DocumentFacts): DocumentFacts {
  const { annotations } = document;
  const mentions: Record<string, number> = Object.create(null);
  for (const { id } of analysis.mentions) mentions[id] = (mentions[id] ?? 0) + 1;
  return {
    path: document.path,
    annotated: document.annotated,
    title: detach(annotations.title?.value),
    date: detach(annotations.date?.value),
    about: detach(annotations.about?.value),
    lang: detach(annotations.lang?.value),
    publisher: detach(annotations.source.publisher?.value),
    translationOf: detach(annotations.translationOf?.value),
    refersTo: referencesIn(annotations).map((text) => detach(text)),
    ...(annotations.accept.length > 0 && { accept: annotations.accept.map(acceptanceFactsOf) }),
    declared: annotations.entities.map(({ id }) => detach(id.value)),
    claims: factsOfClaims(document, before),
    mentions,
    sharedForms: sharedFormsOf(document, analysis),
  };
}

/** The text that a claim's facts were read from, where nothing else bears on them. */
const sources = new WeakMap<ClaimFacts, string>();

function factsOfClaims({ text, annotations }: Document, before: DocumentFacts | undefined): readonly ClaimFacts[] {
  const known = new Map(before?.claims.map((facts) => [facts.key, facts]));
  return annotations.claims.flatMap((claim) => {
    if (claim.group) return [];
    const source = text.slice(claim.span.start, claim.span.end);
    // A nested claim takes from the one around it, and an alias from anywhere.
    if (claim.outer || source.includes('*')) return [claimFactsOf(claim)];
    const old = known.get(claim.key);
    if (old && old.damaged === claim.damaged && sources.get(old) === source) return [old];
    const facts = claimFactsOf(claim);
    // A document that nobody edits has no use for it.
    if (before) sources.set(facts, detach(source));
    return [facts];
  });
}

function referencesIn({ translationOf, accept, claims }: Document['annotations']): readonly string[] {
  const found = new Set<string>();
  const add = (text: { readonly value: string } | undefined) => void (text && found.add(text.value));
  add(translationOf);
  for (const one of accept) add(one.with);
  for (const claim of claims) {
    for (const see of claim.see) add(see);
    for (const one of claim.accept) add(one.with);
  }
  return [...found];
}

function sharedFormsOf({ bodyText }: Document, { chosen }: Analysis): readonly string[] {
  const shared = chosen
    .filter(({ ids }) => ids.length > 1)
    .map(({ start, end }) => detach(bodyText.text.slice(start, end)));
  return [...new Set(shared)].sort();
}

export function claimFactsOf(claim: Claim): ClaimFacts {
  const qualifiers = [...claim.qualifiers].map(([name, { value }]): [string, ValueFacts] => [
    detach(name),
    plain(value),
  ]);
  const by = claim.by?.text.value;
  const data = claim.value && plain(claim.value);
  const ids = [
    claim.subject?.value,
    claim.by?.free ? undefined : by,
    ...[data, ...qualifiers.map(([, value]) => value)].flatMap((value) => (value ? textsOf(value) : [])),
  ];
  return {
    key: detach(claim.key),
    id: detach(claim.id?.value),
    subject: detach(claim.subject?.value),
    property: detach(claim.property?.value),
    value: detach(claim.value && valueText(claim.value)),
    data,
    unit: detach(claim.unit?.value),
    at: detach(claim.at?.value),
    ended: claim.ended,
    by: detach(by),
    byId: claim.by?.free === false,
    stance: claim.stance,
    certainty: claim.certainty,
    quote: detach(claim.quote?.pieces.map((piece) => piece.value).join(' … ') ?? ''),
    qualifiers: Object.fromEntries(qualifiers),
    accept: claim.accept.map(acceptanceFactsOf),
    see: claim.see.map(({ value }) => detach(value)),
    sources: claim.sources.map(({ value }) => detach(value)),
    partOf: claim.outer?.parts ? detach(claim.outer.key) : undefined,
    damaged: claim.damaged,
    ids: [...new Set(ids.flatMap((id) => (id === undefined ? [] : [detach(id)])))],
  };
}

const acceptanceFactsOf = (one: Acceptance): AcceptanceFacts => ({
  code: detach(one.code.value),
  with: detach(one.with?.value),
  saw: detach(one.saw?.value),
  reason: detach(one.reason?.value),
});

function plain(value: Value): ValueFacts {
  switch (value.kind) {
    case 'text':
      return { kind: 'text', text: detach(value.text) };
    case 'change': {
      const { from, to, change } = value;
      return { kind: 'change', from: detach(from.value), to: detach(to.value), change: detach(change?.value) };
    }
    case 'languages':
      return {
        kind: 'languages',
        texts: Object.fromEntries([...value.texts].map(([lang, text]) => [detach(lang), detach(text.value)])),
      };
    case 'list':
      return { kind: 'list', items: value.items.map(plain) };
  }
}

/** The plain texts of a value, which may be ids. */
const textsOf = (value: ValueFacts): readonly string[] =>
  value.kind === 'text' ? [value.text] : value.kind === 'list' ? value.items.flatMap(textsOf) : [];

/** A value in the words it was written in. */
export function valueText(value: Value): string {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'change':
      return `${value.from.value} -> ${value.to.value}`;
    case 'languages':
      return [...value.texts.values()].map((text) => text.value).join(' / ');
    case 'list':
      return value.items.map(valueText).join(', ');
  }
}

/** The same of a value without its places. */
export function factsText(value: ValueFacts): string {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'change':
      return `${value.from} -> ${value.to}`;
    case 'languages':
      return Object.values(value.texts).join(' / ');
    case 'list':
      return value.items.map(factsText).join(', ');
  }
}

/** A copy that does not keep the file alive which the text was cut from. */
function detach(text: string): string;
function detach(text: string | undefined): string | undefined;
function detach(text: string | undefined): string | undefined {
  // A slice of a file holds on to all of it; a slice of a text that was joined first holds on to that copy alone.
  return text === undefined || text.length < 13 ? text : ` ${text}`.slice(1);
}

/** Whether two versions of a document are the same to the rest of the corpus. */
export function sameFacts(a: DocumentFacts, b: DocumentFacts): boolean {
  return (
    sameClaims(a.claims, b.claims) && JSON.stringify({ ...a, claims: [] }) === JSON.stringify({ ...b, claims: [] })
  );
}

export const sameClaims = (a: readonly ClaimFacts[], b: readonly ClaimFacts[]): boolean =>
  a.length === b.length && a.every((one, i) => one === b[i] || JSON.stringify(one) === JSON.stringify(b[i]));
