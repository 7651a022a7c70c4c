/** A count and the items that the annotator has marked as what it counts: too many of them, or too few of a closed list. */

import type { Claim } from '../core/claim.ts';
import { setClaimKey } from '../core/edit.ts';
import type { Quantity } from '../values/quantity.ts';
import type { Check, DocumentContext, Fix } from './engine/check.ts';
import { opensList } from './quoted/enumerations.ts';
import { valueFix } from './quoted/fixes.ts';
import { sayingOf } from './quoted/value.ts';

export const listCountMismatch: Check = {
  code: 'list-count-mismatch',
  severity: 'warning',
  *document(context) {
    const { document, corpus } = context;
    for (const claim of document.annotations.claims) {
      const said = claim.items.length > 0 && claim.nth === undefined ? sayingOf(claim, corpus)?.said : undefined;
      if (said?.kind !== 'quantity' || said.quantity.ordinal || !claim.value) continue;
      const { quantity } = said;
      const items = claim.items.length;
      const open = claim.itemsPartial || (claim.quote?.pieces.some(({ value }) => opensList(value)) ?? false);
      const variant = above(items, quantity) ? 'more' : !open && below(items, quantity) ? 'fewer' : undefined;
      if (!variant) continue;
      yield {
        span: claim.value.span,
        variant,
        params: { items, value: claim.value.kind === 'text' ? claim.value.text : '' },
        claim: claim.id?.value,
        entity: claim.subject?.value,
        related: claim.items.map((item, i) => ({
          path: document.path,
          span: item.span,
          message: 'list-item',
          params: { nth: i + 1 },
        })),
        fixes: () => [...(variant === 'fewer' ? openList(claim, context) : []), ...setCount(claim, quantity, context)],
      };
    }
  },
};

const above = (n: number, { hard }: Quantity): boolean => (hard.highOpen ? n >= hard.high : n > hard.high);
const below = (n: number, { hard }: Quantity): boolean => (hard.lowOpen ? n <= hard.low : n < hard.low);

/** As many as there are items, with the noun that the value has. */
function setCount(claim: Claim, { unitText }: Quantity, { document }: DocumentContext): readonly Fix[] {
  if (claim.value?.kind !== 'text') return [];
  const noun = unitText === undefined || claim.unit || claim.items.length === 1 ? '' : unitText;
  const text = `${claim.items.length}${/^[a-z]/i.test(noun) ? ' ' : ''}${noun}`;
  return valueFix(document, claim, claim.value.span, text, 'set-count');
}

function openList(claim: Claim, { document }: DocumentContext): readonly Fix[] {
  const plain = claim.items.every(
    ({ pieces, nth, near, prefix, suffix }) => pieces.length === 1 && nth === undefined && !near && !prefix && !suffix,
  );
  const items = { partial: claim.items.map(({ pieces }) => pieces[0]!.value) };
  const edits = plain ? setClaimKey(document, claim, 'items', items) : undefined;
  return edits?.length ? [{ title: 'open-list', params: { claim: claim.key }, safe: false, edits }] : [];
}
