/**
 * What the rest of a corpus needs to know of a document: plain data without spans or text, so that an edit which leaves
 * it equal concerns no other document, and so that it can be stored and sent.
 */

import type { Analysis } from './analysis.ts';
import type { Claim, Value } from './claim.ts';
import type { Document } from './document.ts';

export interface ClaimFacts {
  readonly key: string;
  readonly id?: string;
  readonly subject?: string;
  readonly property?: string;
  /** As written; languages and changes as JSON of what was written. */
  readonly value?: string;
  readonly at?: string;
  readonly by?: string;
  readonly stance: string;
  readonly quote: string;
  /** Every id in the claim, whatever its role. */
  readonly ids: readonly string[];
}

export interface DocumentFacts {
  readonly path: string;
  readonly annotated: boolean;
  readonly title?: string;
  readonly date?: string;
  readonly lang?: string;
  readonly publisher?: string;
  readonly translationOf?: string;
  /** It refers to other documents, so that its findings depend on them. */
  readonly refers: boolean;
  readonly declared: readonly string[];
  readonly claims: readonly ClaimFacts[];
  /** How often each entity is mentioned. */
  readonly mentions: Readonly<Record<string, number>>;
  /** The forms in the body that several records have, normalised. */
  readonly sharedForms: readonly string[];
}

export function factsOf(document: Document, analysis: Analysis): DocumentFacts {
  const { annotations } = document;
  const mentions: Record<string, number> = Object.create(null);
  for (const { id } of analysis.mentions) mentions[id] = (mentions[id] ?? 0) + 1;
  return {
    path: document.path,
    annotated: document.annotated,
    title: detach(annotations.title?.value),
    date: detach(annotations.date?.value),
    lang: detach(annotations.lang?.value),
    publisher: detach(annotations.source.publisher?.value),
    translationOf: detach(annotations.translationOf?.value),
    refers: refers(annotations),
    declared: annotations.entities.map(({ id }) => detach(id.value)),
    claims: annotations.claims.filter(({ group }) => !group).map(claimFacts),
    mentions,
    sharedForms: sharedFormsOf(document, analysis),
  };
}

function refers({ translationOf, accept, claims }: Document['annotations']): boolean {
  const all = [...accept, ...claims.flatMap((claim) => claim.accept)];
  return (
    translationOf !== undefined || claims.some(({ see }) => see.length > 0) || all.some((one) => one.with !== undefined)
  );
}

function sharedFormsOf({ bodyText }: Document, { chosen }: Analysis): readonly string[] {
  const shared = chosen
    .filter(({ ids }) => ids.length > 1)
    .map(({ start, end }) => detach(bodyText.text.slice(start, end)));
  return [...new Set(shared)].sort();
}

function claimFacts(claim: Claim): ClaimFacts {
  const value = claim.value && valueText(claim.value);
  const by = claim.by && !claim.by.free ? claim.by.text.value : undefined;
  const texts = [
    claim.subject?.value,
    by,
    ...[...claim.qualifiers.values()].map((qualifier) => plain(qualifier.value)),
  ];
  return {
    key: detach(claim.key),
    id: detach(claim.id?.value),
    subject: detach(claim.subject?.value),
    property: detach(claim.property?.value),
    value: detach(value),
    at: detach(claim.at?.value),
    by: detach(claim.by?.text.value),
    stance: claim.stance,
    quote: detach(claim.quote?.pieces.map((piece) => piece.value).join(' … ') ?? ''),
    ids: [
      ...new Set(
        [...texts, claim.value && plain(claim.value)].flatMap((text) => (text === undefined ? [] : [detach(text)])),
      ),
    ],
  };
}

const plain = (value: Value): string | undefined => (value.kind === 'text' ? value.text : undefined);

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

/** A copy that does not keep the file alive which the text was cut from. */
function detach(text: string): string;
function detach(text: string | undefined): string | undefined;
function detach(text: string | undefined): string | undefined {
  return text === undefined || text.length < 13 ? text : JSON.parse(JSON.stringify(text));
}

/** Whether two versions of a document are the same to the rest of the corpus. */
export function sameFacts(a: DocumentFacts, b: DocumentFacts): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
