/** A claim written again where a translation says the same, under the same id. Invents no word of the other language. */

import type { View } from '../../checks/engine/check.ts';
import { sayingOf } from '../../checks/quoted/value.ts';
import type { Claim, Value } from '../../core/claim.ts';
import { type Document, parseDocument } from '../../core/document.ts';
import {
  applied,
  type ClaimData,
  type Data,
  dataOfClaim,
  declare,
  inSequence,
  setClaimKey,
  type TextEdit,
  text,
} from '../../core/edit.ts';
import { propertyOf, slotsOf, THIS } from '../../core/slots.ts';
import type { Span } from '../../core/text.ts';
import { parseTime } from '../../values/dates.ts';
import { isProblem } from '../../values/problem.ts';
import { equalTimes } from '../../values/time.ts';
import { claimNamed } from '../claimsAt.ts';
import { figuresIn, writtenAs } from './figures.ts';
import { freshClaimId, takenIds } from './ids.ts';
import { isUntagged } from './names.ts';
import { choiceOf, type NoPassage, type Passage, passageOf } from './passage.ts';
import { valueIn } from './translation.ts';
import { added, holdsSeveral, isBroken } from './write.ts';

/**
 * Why not: `changed`, `broken` and `unsafe` as elsewhere; `incomplete`: the claim itself lacks something;
 * `there-already`: the translation has a claim of that id; `no-value`: the passage there does not give the value.
 */
export type NotCopied = NoPassage | 'changed' | 'broken' | 'unsafe' | 'incomplete' | 'there-already' | 'no-value';

/** The edits of both documents; the original is touched only where the claim has no id yet. */
export function copyEdits(
  view: View,
  path: string,
  key: string,
  target: string,
  place: Span,
): readonly TextEdit[] | NotCopied {
  const [document, other] = [view.document(path), view.document(target)];
  const claim = document && claimNamed(view, path, key);
  if (!document || !other || !claim) return 'changed';
  if (isBroken(document) || isBroken(other) || claim.damaged) return 'broken';
  if (!claim.subject || !claim.property || !claim.value || claim.group) return 'incomplete';
  if (claim.id && takenIds(other).has(claim.id.value)) return 'there-already';
  const passage = passageOf(other, place);
  if (typeof passage === 'string') return passage;
  const id =
    claim.id?.value ??
    freshClaimId(new Set([...takenIds(document), ...takenIds(other)]), claim.property.value, claim.subject.value);
  const data = dataFor(view, document, claim, other, passage, id);
  if (!data) return 'no-value';
  const named = claim.id ? [] : setClaimKey(document, claim, 'id', text(id));
  const written = inSequence(other, [
    ...untagged(view, claim, other).map((one) => (current: Document) => declare(current, one)),
    (current) => added(current, passage, [data], holdsSeveral(view)),
  ])?.edits;
  if (!named || !written?.length) return 'unsafe';
  const after = parseDocument(other.path, applied(other.text, written), other);
  if (after.problems.length > other.problems.length) return 'unsafe';
  return [...named, ...written];
}

function dataFor(
  view: View,
  document: Document,
  claim: Claim,
  other: Document,
  passage: Passage,
  id: string,
): ClaimData | undefined {
  const written = dataOfClaim(document, claim);
  const values = document.annotations.claims
    .filter(({ span }) => span.start === claim.span.start && span.end === claim.span.end)
    .map((one) => valueFor(view, one, document, other, passage));
  if (!written || values.some((value) => value === undefined)) return undefined;
  const { annotations } = other;
  const by = claim.by?.free ? { text: claim.by.text.value } : claim.by?.text.value;
  const lang = document.annotations.lang?.value;
  const qualifiers = [...claim.qualifiers].map(
    ([name, { value }]) => [name, inBoth(view, value, lang, claim, name)] as const,
  );
  const see = claim.see.flatMap(({ value }) => referenceFrom(view, value, document, other));
  return {
    id: text(id),
    quote: passage.quote,
    ...choiceOf(passage),
    subject: claim.subject!.value,
    property: claim.property!.value,
    value: values.length > 1 ? (values as readonly Data[]) : values[0],
    at: claim.at && !isOwnTime(claim.at.value, other) ? claim.at.value : undefined,
    ended: claim.ended ? true : undefined,
    by: by === annotations.source.publisher?.value ? undefined : by,
    stance: claim.stance === 'asserts' ? undefined : claim.stance,
    certainty: claim.certainty === 'certain' ? undefined : claim.certainty,
    ...Object.fromEntries(qualifiers),
    see: see.length > 1 ? see : see[0],
  };
}

/** The value in the words of the translation where it is a figure, as it is where it is an id, and in its own language where it is a text. */
function valueFor(view: View, claim: Claim, document: Document, other: Document, passage: Passage): Data | undefined {
  const property = propertyOf(claim, view.corpus.vocabulary);
  const said = sayingOf(claim, view.corpus)?.said;
  const { value } = claim;
  if (!value || !property) return undefined;
  if (said && said.kind !== 'entity') {
    const found = valueIn(said, passage.span, other, view);
    if (!found) return undefined;
    const figure = figuresIn(passage.span, other, view.corpus.settings).find(
      ({ span }) => span.start === found.span.start,
    );
    return (figure && writtenAs(figure, property, other, view.corpus.settings)) ?? found.text;
  }
  return inBoth(view, value, document.annotations.lang?.value, claim, undefined);
}

/** Ids, times, figures and truth values are the same in every language; a text says which language it is in. */
function inBoth(
  view: View,
  value: Value,
  lang: string | undefined,
  claim: Claim,
  qualifier: string | undefined,
): Data | undefined {
  switch (value.kind) {
    case 'text': {
      const slots = slotsOf(claim, view.corpus.vocabulary, view.corpus.records);
      const isEntity = slots.some((slot) => slot.record && slot.text.span === value.span && slot.name === qualifier);
      const isText =
        !isEntity && acceptsText(view, claim, qualifier) && view.corpus.records.get(value.text) === undefined;
      return isText && lang !== undefined ? { [lang]: value.text } : value.text;
    }
    case 'languages':
      return Object.fromEntries([...value.texts].map(([tag, one]) => [tag, one.value]));
    case 'list': {
      const items = value.items.map((item) => inBoth(view, item, lang, claim, qualifier));
      return items.some((item) => item === undefined) ? undefined : (items as Data[]);
    }
    case 'change':
      return `${value.from.value} -> ${value.to.value}`;
  }
}

function acceptsText(view: View, claim: Claim, qualifier: string | undefined): boolean {
  const property = propertyOf(claim, view.corpus.vocabulary);
  const accepts = qualifier === undefined ? property?.value : property?.qualifiers.get(qualifier)?.types;
  return accepts?.includes('text') === true;
}

function isOwnTime(at: string, { annotations }: Document): boolean {
  const own = annotations.about ?? annotations.date;
  const [a, b] = [parseTime(at), own && parseTime(own.value)];
  return b !== undefined && !isProblem(a) && !isProblem(b) && equalTimes(a, b);
}

/** `#ties` stays what it is where the translation has that claim too, and else names the document that has it. */
function referenceFrom(view: View, reference: string, document: Document, other: Document): readonly string[] {
  if (!reference.startsWith('#')) return [reference];
  return claimNamed(view, other.path, reference.slice(1)) ? [reference] : [`${document.path}${reference}`];
}

function untagged(view: View, claim: Claim, other: Document): readonly string[] {
  const values = claim.value?.kind === 'text' ? [claim.value.text] : [];
  const ids = [claim.subject?.value, claim.by?.free ? undefined : claim.by?.text.value, ...values];
  return [...new Set(ids)].filter(
    (id): id is string => id !== undefined && id !== THIS && isUntagged(id, other, view.corpus.records),
  );
}
