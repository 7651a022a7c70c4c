/** Two claims of one document with the same id. */

import type { Text } from '../core/problem.ts';
import { freeId } from './duplicateEntity.ts';
import type { Check } from './engine/check.ts';
import { replacing } from './engine/files.ts';

export const duplicateClaimId: Check = {
  code: 'duplicate-claim-id',
  severity: 'error',
  *document({ view, document }) {
    const first = new Map<string, Text>();
    for (const { id, damaged, nth } of document.annotations.claims) {
      if (!id || (nth ?? 1) > 1) continue;
      const before = first.get(id.value);
      if (!before) first.set(id.value, id);
      if (!before || damaged) continue;
      yield {
        span: id.span,
        params: { id: id.value },
        claim: id.value,
        related: [{ path: document.path, span: before.span, message: 'first-claim', params: { id: id.value } }],
        fixes: () => {
          const newText = freeId(id.value, (candidate) =>
            document.annotations.claims.some((claim) => claim.id?.value === candidate),
          );
          return replacing(view, document.path, id.span, newText, 'rename-id');
        },
      };
    }
  },
};
