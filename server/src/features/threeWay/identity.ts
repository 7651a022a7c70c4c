/** Tells which claim of one version is which of another, though it may have changed. Knows claims as they are written. */

import { type Meaning, meaningOf } from '../../core/edit/data.ts';
import type { YamlNode } from '../../core/yaml.ts';
import { matched, type Signature } from './matching.ts';
import { Unsafe } from './parts.ts';
import type { Unit } from './units.ts';

/** Claims with keys that are the same for the same claim on all sides. */
export interface Identified {
  readonly base: readonly Unit[];
  readonly ours: readonly Unit[];
  readonly theirs: readonly Unit[];
}

export function identified({ base, ours, theirs }: Identified): Identified {
  const named = base.map((unit, i) => ({ ...unit, key: `base ${i}` }));
  const follow = (side: readonly Unit[], name: string): Unit[] => {
    const matches = matched(base, side, KINSHIPS, signature);
    return side.map((unit, i) => ({ ...unit, key: matches[i] === undefined ? `${name} ${i}` : `base ${matches[i]}` }));
  };
  const [a, b] = [follow(ours, 'ours'), follow(theirs, 'theirs')];
  // What both have added is one claim where it states the same.
  const fresh = (side: readonly Unit[]) => side.filter(({ key }) => !key.startsWith('base '));
  const [newOurs, newTheirs] = [fresh(a), fresh(b)];
  const twins = matched(newOurs, newTheirs, TWINS, signature);
  // Which side a claim came from must not decide its place, so that its key says nothing of that.
  const keys = new Map<Unit, string>();
  const times = new Map<string, number>();
  const numbered = (key: string): string => {
    times.set(key, (times.get(key) ?? 0) + 1);
    return `${key} ${times.get(key)}`;
  };
  for (const [i, unit] of newTheirs.entries()) {
    const twin = twins[i] === undefined ? undefined : newOurs[twins[i]];
    if (!twin) continue;
    const key = numbered(`both ${[signature(twin), signature(unit)].sort().join(' ')}`);
    keys.set(twin, key);
    keys.set(unit, key);
  }
  for (const unit of [...newOurs, ...newTheirs]) {
    if (!keys.has(unit)) keys.set(unit, numbered(`one ${signature(unit)}`));
  }
  const renamed = (side: readonly Unit[]) => side.map((unit) => ({ ...unit, key: keys.get(unit) ?? unit.key }));
  return { base: named, ours: renamed(a), theirs: renamed(b) };
}

/** What a claim is without its id. */
export const signature = (unit: Unit): string =>
  JSON.stringify(
    fieldsOf(unit)
      .filter(([key]) => key !== 'id')
      .sort(),
  );

const only =
  (...keys: readonly string[]): Signature<Unit> =>
  (unit) => {
    const fields = new Map(fieldsOf(unit));
    return keys.every((key) => fields.has(key)) ? JSON.stringify(keys.map((key) => fields.get(key))) : undefined;
  };

/** By which a changed claim is known again, the surest first. */
const KINSHIPS: readonly Signature<Unit>[] = [
  (unit) => unit.content,
  only('id'),
  signature,
  only('quote', 'subject', 'property', 'value'),
  only('quote', 'subject', 'property'),
  only('subject', 'property', 'value'),
  only('property', 'value', 'at'),
  only('quote', 'property'),
  only('quote', 'value'),
  only('quote'),
];

/** By which two new claims are one. */
const TWINS: readonly Signature<Unit>[] = [
  signature,
  only('quote', 'subject', 'property', 'value'),
  only('id', 'quote', 'subject', 'property'),
  only('property', 'value', 'at', 'source'),
  only('id'),
];

function fieldsOf({ node }: Unit): readonly (readonly [string, Meaning])[] {
  return node.kind === 'map' ? node.entries.map(({ key, value }) => [key.value, meaningOf(value)] as const) : [];
}

/** The id under which an entity is declared: the key of an entry, the item itself, or the one key of the item. */
export function declared(units: readonly Unit[]): readonly Unit[] {
  const seen = new Set<string>();
  return units.map((unit) => {
    const key = unit.name ?? idIn(unit.node);
    if (key === undefined || seen.has(key)) throw new Unsafe();
    seen.add(key);
    return { ...unit, key };
  });
}

function idIn(node: YamlNode): string | undefined {
  if (node.kind === 'scalar') return node.value;
  return node.kind === 'map' && node.entries.length === 1 ? node.entries[0]!.key.value : undefined;
}
