/** What the claims of a document say, whatever their order and nesting: the test of an edit that must not change it. */

import { anchorOf } from '../../core/analysis.ts';
import { type Document, parseDocument } from '../../core/document.ts';
import { applied, type Edits } from '../../core/edit.ts';
import { claimFactsOf } from '../../core/facts.ts';

/** Whether the edits leave what the claims say as it is, claim by claim, with their ids, and add no problem. */
export function keepsMeaning(document: Document, edits: NonNullable<Edits>, ids = true): boolean {
  const after = parseDocument(document.path, applied(document.text, edits), document);
  if (after.problems.length > document.problems.length) return false;
  const [before, now] = [saidIn(document, ids), saidIn(after, ids)];
  return before.length === now.length && before.every((one, i) => one === now[i]);
}

function saidIn(document: Document, ids: boolean): readonly string[] {
  const { claims } = document.annotations;
  return claims
    .filter(({ group }) => !group)
    .map((claim) => {
      const { key: _, id, quote: _quote, partOf, ids: _ids, ...facts } = claimFactsOf(claim);
      const anchor = claim.quote && anchorOf(document, claim.quote);
      const from = document.body.start;
      const spans =
        !anchor || anchor.kind === 'missing' ? facts : anchor.spans.map(({ start, end }) => [start - from, end - from]);
      const items = claim.items.map(({ pieces }) => pieces.map(({ value }) => value));
      const { itemsPartial, note, parts } = claim;
      return JSON.stringify([
        facts,
        spans,
        items,
        itemsPartial,
        note?.value,
        parts,
        partOf !== undefined,
        ids ? id : '',
      ]);
    })
    .sort();
}
