/** Who and what appears together with an entity: in the same documents, and in one claim. */

import type { View } from '../../checks/engine/check.ts';
import { nameOfId } from '../../checks/engine/entityName.ts';
import { coreAncestor } from '../highlights.ts';
import { shortened } from '../markdown.ts';
import { labelIn } from '../wording.ts';
import type { Appearances } from './appearances.ts';
import type { Companion, Company, Example } from './model.ts';

const EXAMPLES = 2;

interface Together {
  documents: number;
  claims: number;
  readonly examples: Example[];
  /** A document that mentions both, for those that no claim joins. */
  readonly seen: string[];
}

/** Those that claims join first count for more: who stands in one sentence belongs together. */
const CLAIM_WEIGHT = 3;

export function companyOf(
  view: View,
  id: string,
  { documents, claims }: Appearances,
  most: number,
  locale: string,
): Company {
  const { records, vocabulary } = view.corpus;
  const found = new Map<string, Together>();
  const with_ = (other: string): Together => {
    let together = found.get(other);
    if (!together) {
      together = { documents: 0, claims: 0, examples: [], seen: [] };
      found.set(other, together);
    }
    return together;
  };
  for (const { path, mentions } of documents) {
    if (!Object.hasOwn(mentions, id)) continue;
    for (const other of Object.keys(mentions)) {
      if (other === id) continue;
      const together = with_(other);
      together.documents++;
      if (together.seen.length < EXAMPLES) together.seen.push(path);
    }
  }
  for (const { path, title, claim } of claims) {
    for (const other of claim.ids) {
      if (other === id || !records.get(other)) continue;
      const together = with_(other);
      together.claims++;
      if (together.examples.length >= EXAMPLES) continue;
      const property = vocabulary.properties.get(claim.property ?? '');
      const label = property ? labelIn(property.label, locale, property.id) : (claim.property ?? '');
      together.examples.push({
        path,
        claim: claim.key,
        text: shortened([label, title ?? path].filter(Boolean).join(' · '), 120),
      });
    }
  }
  const weight = (one: Together): number => one.documents + CLAIM_WEIGHT * one.claims;
  const ranked = [...found].sort(([a, x], [b, y]) => weight(y) - weight(x) || (a < b ? -1 : 1));
  return {
    companions: ranked.slice(0, most).map(([other, together]): Companion => {
      const record = records.get(other);
      const type = record?.type?.value ?? '';
      return {
        id: other,
        name: shortened(nameOfId(view, other, locale), 200),
        type: labelIn(vocabulary.types.get(type)?.label ?? {}, locale, type),
        core: coreAncestor(vocabulary, type) ?? 'concept',
        documents: together.documents,
        claims: together.claims,
        examples:
          together.examples.length > 0
            ? together.examples
            : together.seen.map((path) => ({
                path,
                text: shortened(view.corpus.documents.get(path)?.title ?? path, 120),
              })),
      };
    }),
    more: Math.max(0, ranked.length - most),
  };
}
