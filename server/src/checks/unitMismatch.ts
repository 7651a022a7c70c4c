/** A value in a unit that does not convert into the one its property has: parties where persons are counted. */

import type { Claim } from '../core/claim.ts';
import type { Corpus } from '../core/corpus.ts';
import type { Document } from '../core/document.ts';
import { setClaimKey } from '../core/edit.ts';
import type { Property } from '../core/vocabulary.ts';
import type { Quantity } from '../values/quantity.ts';
import type { Check, Fix, Report } from './engine/check.ts';
import { quantityFix } from './quoted/fixes.ts';
import { passageOf, quantitiesIn } from './quoted/passage.ts';
import { type Said, sayingOf } from './quoted/value.ts';
import { unitsOf } from './valueKind.ts';

export const unitMismatch: Check = {
  code: 'unit-mismatch',
  severity: 'error',
  *document({ corpus, document }) {
    for (const claim of document.annotations.claims) yield* mismatch(claim, corpus, document);
  },
  *records({ corpus, file }) {
    for (const { id, facts } of file.records) {
      for (const fact of facts) for (const report of mismatch(fact, corpus)) yield { ...report, entity: id.value };
    }
  },
};

function* mismatch(claim: Claim, corpus: Corpus, document?: Document): Iterable<Report> {
  const saying = sayingOf(claim, corpus);
  const expected = saying?.property.unit;
  if (!saying || expected === undefined || !claim.value) return;
  const units = unitsOf(corpus.settings);
  const unit = units.resolve(expected) ?? expected;
  const wrong = quantitiesOf(saying.said).find((one) => one.unit !== undefined && !units.convertible(one.unit, unit));
  if (!wrong) return;
  const { property, said } = saying;
  yield {
    span: claim.value.span,
    variant: wrong.ordinal ? 'ordinal' : '',
    params: { property: property.id, unit: wrong.unit, expected: unit },
    claim: claim.id?.value,
    entity: claim.subject?.value,
    fixes: () => (document ? fixes(claim, said, wrong, property, unit, corpus, document) : []),
  };
}

function quantitiesOf(said: Said): readonly Quantity[] {
  if (said.kind === 'quantity') return [said.quantity];
  return said.kind === 'change' ? [said.from, said.to] : [];
}

const MOST = 3;

/** What the quote has in the right unit, and the properties that take what the value has. */
function fixes(
  claim: Claim,
  said: Said,
  { unit }: Quantity,
  property: Property,
  expected: string,
  { settings, records, vocabulary }: Corpus,
  document: Document,
): readonly Fix[] {
  const units = unitsOf(settings);
  const quoted =
    said.kind === 'quantity'
      ? quantitiesIn(passageOf(claim, document), document, settings)
          .filter((one) => !one.ordinal && one.unit !== undefined && units.convertible(one.unit, expected))
          .slice(0, MOST)
      : [];
  const type = claim.subject && records.get(claim.subject.value)?.type?.value;
  const others =
    unit === undefined || type === undefined
      ? []
      : [...vocabulary.properties.values()].filter((other) => {
          if (other.id === property.id || other.unit === undefined || !vocabulary.accepts(other.subject, type))
            return false;
          return units.convertible(units.resolve(other.unit) ?? other.unit, unit);
        });
  return [
    ...quoted.flatMap((one) => quantityFix(document, claim, [one], settings, 'take-from-quote')),
    ...others.slice(0, MOST).flatMap(({ id }) => {
      const edits = setClaimKey(document, claim, 'property', id);
      return edits?.length
        ? [{ title: 'choose-property', params: { property: id, claim: claim.key }, safe: false, edits }]
        : [];
    }),
  ];
}
