/** How far two annotators agree on the same documents: figures, and what is left to decide. Knows no command and no disk. */

import { type ClaimFigures, claimAgreement } from './agreement/claims.ts';
import type { Disagreement } from './agreement/disagreement.ts';
import { type MentionFigures, mentionAgreement } from './agreement/mentions.ts';
import { type Exclusion, pairs, type Version } from './agreement/versions.ts';

export interface Agreement {
  /** The names of the documents that were compared. */
  readonly documents: readonly string[];
  readonly excluded: readonly Exclusion[];
  readonly mentions: MentionFigures;
  readonly claims: ClaimFigures;
  /** By document; first what is about mentions, then about claims, each in the order of the text. */
  readonly disagreements: readonly Disagreement[];
}

export function agreementOf(a: Version, b: Version): Agreement {
  const { pairs: compared, excluded } = pairs(a, b);
  const mentions = mentionAgreement(compared);
  const claims = claimAgreement(compared);
  const all = [...mentions.disagreements, ...claims.disagreements];
  const places = new Map(compared.map(({ name }, i) => [name, i]));
  return {
    documents: compared.map(({ name }) => name),
    excluded,
    mentions: mentions.figures,
    claims: claims.figures,
    disagreements: all.sort((x, y) => places.get(x.document)! - places.get(y.document)!),
  };
}
