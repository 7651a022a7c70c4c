/** A claim that says again what another claim of the document, or fact of the record, says of the same passage. */

import type { Claim } from '../core/claim.ts';
import { removeClaim } from '../core/edit.ts';
import { valueText } from '../core/facts.ts';
import { normaliseText } from '../core/normalise.ts';
import type { Check, Report } from './engine/check.ts';

export const duplicateClaim: Check = {
  code: 'duplicate-claim',
  severity: 'information',
  *document({ document }) {
    for (const { report, claim } of duplicates(document.annotations.claims, document.path)) {
      const whole = !claim.outer && claim.nth === undefined;
      yield {
        ...report,
        fixes: () => {
          const edits = whole ? removeClaim(document, claim) : undefined;
          return edits?.length ? [{ title: 'remove-claim', params: {}, safe: false, edits }] : [];
        },
      };
    }
  },
  *records({ file }) {
    for (const { id, facts } of file.records) {
      for (const { report } of duplicates(facts, file.path)) yield { ...report, entity: id.value };
    }
  },
};

function* duplicates(claims: readonly Claim[], path: string): Iterable<{ report: Report; claim: Claim }> {
  const topics = new Map<string, number>();
  for (const claim of claims) topics.set(topicOf(claim), (topics.get(topicOf(claim)) ?? 0) + 1);
  const first = new Map<string, Claim>();
  for (const claim of claims) {
    // Most claims are alone with their subject and property, and need no closer look.
    const alone = topics.get(topicOf(claim)) === 1;
    const said = claim.damaged || claim.group || alone ? undefined : sayingOf(claim);
    if (said === undefined) continue;
    const before = first.get(said);
    if (!before) {
      first.set(said, claim);
      continue;
    }
    const id = before.id?.value;
    const params = { claim: id ?? '' };
    const related = [
      {
        path,
        span: before.head,
        message: 'first-claim',
        params: { id: id ?? '' },
        ...(id !== undefined && { claim: id }),
      },
    ];
    const span = claim.nth === undefined ? claim.head : claim.value!.span;
    yield { claim, report: { span, params, claim: claim.id?.value, related } };
  }
}

const topicOf = ({ subject, property, at }: Claim): string =>
  `${subject?.value}\u0000${property?.value}\u0000${at?.value ?? ''}`;

/** All that makes two claims say the same: who says it and how far it reaches count as well. */
function sayingOf(claim: Claim): string | undefined {
  if (!claim.subject || !claim.property || !claim.value) return undefined;
  const qualifiers = [...claim.qualifiers].map(([name, { value }]) => [name, valueText(value)]).sort();
  return JSON.stringify([
    claim.subject.value,
    claim.property.value,
    normaliseText(valueText(claim.value)),
    claim.unit?.value,
    claim.at?.value,
    claim.quote?.pieces.map((piece) => normaliseText(piece.value)),
    claim.quote && [claim.quote.nth, claim.quote.near?.value, claim.quote.prefix?.value, claim.quote.suffix?.value],
    claim.by?.text.value,
    claim.stance,
    claim.ended,
    qualifiers,
    claim.sources.map((source) => source.value),
  ]);
}
