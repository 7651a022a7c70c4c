/**
 * The document as proposed claims leave it: each quoted to the letter, of known ids, as short as the format allows.
 * Whether a value is what its quote says is for the checks to say of the result.
 */

import type { View } from '../../checks/engine/check.ts';
import { CERTAINTIES, CHANGE_KEYS, STANCES } from '../../core/claim.ts';
import type { Document } from '../../core/document.ts';
import { applied, type ClaimData, type Data, declareAll, inSequence } from '../../core/edit.ts';
import { parseReference } from '../../core/reference.ts';
import { THIS } from '../../core/slots.ts';
import { closest } from '../../core/spelling.ts';
import type { Span } from '../../core/text.ts';
import { type Property, Vocabulary } from '../../core/vocabulary.ts';
import { parseTime } from '../../values/dates.ts';
import { isProblem } from '../../values/problem.ts';
import { equalTimes } from '../../values/time.ts';
import { freshClaimId, wantsIds } from '../claiming/ids.ts';
import { isUntagged } from '../claiming/names.ts';
import { choiceOf } from '../claiming/passage.ts';
import { added, holdsSeveral } from '../claiming/write.ts';
import { claimNamed } from '../claimsAt.ts';
import { requireEntity, requireId } from './ids.ts';
import { inQuotes, Unwritable } from './problem.ts';
import { passageAt, placesOf } from './quotes.ts';
import type { ProposedClaim, ProposedValue } from './request.ts';

/** A claim that can be written, and the passage it is of. */
export interface ReadyClaim {
  readonly item: string;
  readonly span: Span;
  readonly data: ClaimData;
  readonly entities: readonly string[];
}

/** Throws `Unwritable`. `taken` are the ids of the claims that there are, and gets this one's. */
export function readyClaim(
  view: View,
  document: Document,
  claim: ProposedClaim,
  item: string,
  taken: Set<string>,
): ReadyClaim {
  const property = propertyOf(view, claim.property);
  if (claim.subject !== THIS) requireEntity(view, claim.subject, 'subject');
  const quote = quoteOf(document, claim);
  const { value, entities } = valueIn(view, property, claim.value);
  const qualifiers = qualifiersOf(view, property, claim.qualifiers ?? []);
  const by = speakerOf(view, document, claim.by);
  const data: ClaimData = {
    id: idOf(view, document, claim, taken),
    quote: quote.text,
    ...quote.choice,
    subject: claim.subject,
    property: property.id,
    value,
    unit: claim.unit,
    ...qualifiers.data,
    at: timeOf(document, claim.at),
    ended: claim.ended ? true : undefined,
    by,
    stance: wordOf('stance', claim.stance, STANCES),
    certainty: wordOf('certainty', claim.certainty, CERTAINTIES),
    see: referencesOf(view, document, claim.see ?? []),
    note: claim.note,
  };
  const speaker = typeof by === 'string' ? [by] : [];
  return { item, span: quote.span, data, entities: [claim.subject, ...entities, ...qualifiers.entities, ...speaker] };
}

/** The text of the document with the claims, those of one passage together. Throws `Unwritable`. */
export function withClaims(view: View, document: Document, claims: readonly ReadyClaim[]): string {
  const named = [...new Set(claims.flatMap(({ entities }) => entities))].filter(
    (id) => id !== THIS && isUntagged(id, document, view.corpus.records),
  );
  const made = inSequence(document, [
    (current: Document) => declareAll(current, named),
    ...byPassage(claims).map(
      (together) => (current: Document) =>
        added(
          current,
          { span: movedTo(together[0]!.span, document, current) },
          together.map(({ data }) => data),
          holdsSeveral(view),
        ),
    ),
  ]);
  if (!made) throw new Unwritable('cannot-write', 'The front matter is written in a way that cannot be edited safely.');
  return applied(document.text, made.edits);
}

/** Front matter has come before the body meanwhile. */
const movedTo = ({ start, end }: Span, from: Document, to: Document): Span => {
  const by = to.body.start - from.body.start;
  return { start: start + by, end: end + by };
};

function byPassage(claims: readonly ReadyClaim[]): readonly (readonly ReadyClaim[])[] {
  const groups = new Map<string, ReadyClaim[]>();
  for (const one of claims) {
    const { quote, nth } = one.data;
    const key = JSON.stringify([quote, nth, one.span.start]);
    const known = groups.get(key);
    if (known) known.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

function propertyOf({ corpus }: View, id: string): Property {
  const found = corpus.vocabulary.properties.get(id);
  if (found) return found;
  throw new Unwritable(
    'unresolved-property',
    `The vocabulary has no property ${inQuotes(id)}. Choose one that it has, or ask the person to define it in concord.yaml.`,
    closest(id, corpus.vocabulary.properties.keys()),
  );
}

function quoteOf(document: Document, claim: ProposedClaim) {
  const pieces = typeof claim.quote === 'string' ? [claim.quote] : claim.quote;
  const passages = placesOf(document, pieces, claim).map((span) => passageAt(document, span));
  const first = passages[0]!;
  const span = { start: first.span.start, end: passages.at(-1)!.span.end };
  if (passages.length === 1) return { span: first.span, text: first.quote, choice: choiceOf(first) };
  const texts = passages.map(({ quote }) => quote);
  // A piece is sought behind the one before it: where that is another place than was meant, the quote is none.
  const again = placesOf(document, texts, choiceOf(first));
  if (again.some((one, i) => one.start !== passages[i]!.span.start))
    throw new Unwritable(
      'quote-ambiguous',
      'The pieces of the quote stand in several ways in the text: quote more words.',
    );
  return { span, text: texts, choice: choiceOf(first) };
}

function valueIn(view: View, property: Property, value: ProposedValue) {
  if (typeof value === 'number' || typeof value === 'boolean') return { value: String(value), entities: [] };
  if (typeof value === 'string') return { value, entities: entityIn(view, property.value, value, 'value') };
  if ('texts' in value) return { value: languagesOf(value.texts), entities: [] };
  if ('from' in value) {
    const change = Object.fromEntries(CHANGE_KEYS.map((key) => [key, value[key as keyof typeof value]]));
    return { value: value.change === undefined ? `${value.from} -> ${value.to}` : change, entities: [] };
  }
  if (value.length < 2) throw new Unwritable('value-list', 'A list of values has two at least; one stands by itself.');
  if (property.single)
    throw new Unwritable('value-list', `${property.id} has one value at a time: make a claim of each.`);
  return { value, entities: value.flatMap((one) => entityIn(view, property.value, one, 'value')) };
}

function languagesOf(texts: Readonly<Record<string, string>>): Data {
  const wrong = Object.keys(texts).find((lang) => !/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(lang));
  if (wrong !== undefined || Object.keys(texts).length === 0)
    throw new Unwritable('value-languages', 'Texts are given by language tags such as en and zh.');
  return texts;
}

/** The entity that a text names where one is taken. Throws where nothing but an entity is. */
function entityIn(view: View, accepts: readonly string[], text: string, what: string): readonly string[] {
  if (!Vocabulary.allowsEntity(accepts)) return [];
  if (view.corpus.records.get(text)) return [text];
  if (Vocabulary.kinds(accepts).length === 0 && text !== THIS) requireEntity(view, text, what);
  return [];
}

function qualifiersOf(view: View, property: Property, given: NonNullable<ProposedClaim['qualifiers']>) {
  const data: [string, Data][] = [];
  const entities: string[] = [];
  for (const { name, value } of given) {
    const rule = property.qualifiers.get(name);
    if (!rule)
      throw new Unwritable(
        'unknown-qualifier',
        `${property.id} has no qualifier ${inQuotes(name)}.`,
        [...property.qualifiers.keys()].slice(0, 8),
      );
    if (data.some(([known]) => known === name)) throw new Unwritable('qualifier-twice', `${name} is given twice.`);
    const values = typeof value === 'string' ? [value] : value;
    entities.push(...values.flatMap((one) => entityIn(view, rule.types, one, name)));
    data.push([name, value]);
  }
  return { data: Object.fromEntries(data) as ClaimData, entities };
}

/** Nothing where it says no more than the document does. */
function timeOf({ annotations }: Document, at: string | undefined): string | undefined {
  if (at === undefined) return undefined;
  const time = parseTime(at);
  if (isProblem(time))
    throw new Unwritable(
      'at',
      `at takes a time as EDTF writes it, such as 2022-10, 2012/2022 or 2020~, not ${inQuotes(at)}.`,
    );
  const own = annotations.about ?? annotations.date;
  const known = own && parseTime(own.value);
  return known && !isProblem(known) && equalTimes(known, time) ? undefined : at;
}

function speakerOf(view: View, { annotations }: Document, by: ProposedClaim['by']): Data | undefined {
  if (by === undefined) return undefined;
  if (typeof by !== 'string') return { text: by.text };
  requireEntity(view, by, 'the speaker; one without a record is given as {text: …}');
  return by === annotations.source.publisher?.value ? undefined : by;
}

/** The first of the words is what is meant where nothing is said. */
function wordOf(key: string, word: string | undefined, known: readonly string[]): string | undefined {
  if (word === undefined || word === known[0]) return undefined;
  if (known.includes(word)) return word;
  throw new Unwritable(key, `${key} is one of ${known.join(', ')}, not ${inQuotes(word)}.`);
}

function idOf(view: View, document: Document, claim: ProposedClaim, taken: Set<string>): Data | undefined {
  const { id } = claim;
  if (id === undefined && !wantsIds(view, document)) return undefined;
  if (id !== undefined) {
    requireId(id, 'a claim');
    if (taken.has(id)) throw new Unwritable('duplicate-claim-id', `The document has a claim ${inQuotes(id)} already.`);
  }
  const made = id ?? freshClaimId(taken, claim.property, claim.subject);
  taken.add(made);
  return made;
}

function referencesOf(view: View, document: Document, see: readonly string[]): Data | undefined {
  for (const one of see) {
    const to = parseReference(one, document.path);
    const isThere =
      to.kind === 'claim'
        ? claimNamed(view, to.path, to.claim) !== undefined
        : to.kind === 'document' && view.facts(to.path) !== undefined;
    if (!isThere)
      throw new Unwritable('unresolved-reference', `${inQuotes(one)} leads to no claim or document of the corpus.`);
  }
  return see.length > 1 ? see : see[0];
}
