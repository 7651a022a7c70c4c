/** The order in which the parts of a map are written. Knows keys by the order it is given, not what they mean. */

import type { Line, Part } from './tree.ts';

/** Parts that stay together, under comments that stand apart from them. */
export interface Section {
  /** Comments with a blank line below them: about what follows, not about the next part. */
  readonly head: readonly Line[];
  readonly parts: readonly Part[];
}

/**
 * The parts of a map in the order of `order`. A key that the order does not name stays behind the one that it follows.
 * What a comment that stands apart introduces stays below it.
 */
export function sectionsOf(parts: readonly Part[], order: readonly string[] | undefined): readonly Section[] {
  const ranks = new Map(order?.map((key, i) => [key, i]));
  const sections: { head: Line[]; groups: { rank: number; parts: Part[] }[] }[] = [];
  for (const part of parts) {
    const own = part.lead.lastIndexOf('') + 1;
    const apart = part.lead.slice(0, own).some((line) => line !== '');
    if (apart || sections.length === 0) sections.push({ head: apart ? part.lead.slice(0, own) : [], groups: [] });
    const { groups } = sections.at(-1)!;
    const placed = apart ? { ...part, lead: part.lead.slice(own) } : part;
    const rank = ranks.get(part.key?.name ?? '');
    if (rank !== undefined || groups.length === 0) groups.push({ rank: rank ?? -1, parts: [placed] });
    else groups.at(-1)!.parts.push(placed);
  }
  return sections.map(({ head, groups }) => ({
    head,
    parts: groups.sort((a, b) => a.rank - b.rank).flatMap((group) => group.parts),
  }));
}
