/** The parts of a dossier that are chosen from what is said of the entity: facts, figures, the timeline. Knows no pictures. */

import { unitsOf } from '../../checks/valueKind.ts';
import type { Audience } from '../explanation/said.ts';
import { labelIn } from '../wording.ts';
import { type Disagreements, type Merged, timeless } from './merged.ts';
import type { FactGroup, FigureSeries, Timeline } from './model.ts';
import { scopeOf, tell, whenOf } from './telling.ts';

export interface Chosen {
  readonly disagreements: Disagreements;
  readonly audience: Audience;
}

/** Everything but figures and positions, by property in the order of the vocabulary. */
export function factsAmong(
  all: readonly Merged[],
  most: number,
  { disagreements, audience }: Chosen,
): readonly FactGroup[] {
  const byProperty = new Map<string, Merged[]>();
  for (const one of all) {
    if (one.first.meaning.kind !== 'quantity') put(byProperty, one.first.property.id, one);
  }
  const order = [...audience.view.corpus.vocabulary.properties.keys()];
  const groups = [...byProperty].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return groups.map(([property, said]) => {
    const own = timeless(said, disagreements);
    return {
      property,
      label: labelIn(said[0]!.first.property.label, audience.locale, property),
      assertions: inTime(weightiest(own.all, most, own.disagreements)).map((one) =>
        tell(one, own.disagreements, audience),
      ),
      more: Math.max(0, own.all.length - most),
    };
  });
}

/** By property and what narrows it; quantities whose units do not convert are never on one scale. */
export function figuresAmong(
  all: readonly Merged[],
  most: number,
  { disagreements, audience }: Chosen,
): readonly FigureSeries[] {
  const units = unitsOf(audience.view.settings);
  const series = new Map<string, Merged[]>();
  const heads: { readonly key: string; readonly unit?: string }[] = [];
  for (const one of all) {
    const { meaning, property } = one.first;
    if (meaning.kind !== 'quantity' || meaning.quantity.ordinal) continue;
    const { unit } = meaning.quantity;
    const base = `${property.id}\u0000${scopeOf(one.first, audience)}\u0000`;
    const like = heads.find(
      ({ key, unit: other }) =>
        key.startsWith(base) &&
        (unit === other || (unit !== undefined && other !== undefined && units.convert(ONE, unit, other)?.low === 1)),
    );
    const key = like?.key ?? `${base}${unit ?? ''}`;
    if (!like) heads.push({ key, ...(unit !== undefined && { unit }) });
    put(series, key, one);
  }
  return [...series].map(([key, own]) => {
    const { property, meaning } = own[0]!.first;
    const unit = meaning.kind === 'quantity' ? meaning.quantity.unit : undefined;
    return {
      key,
      property: property.id,
      label: labelIn(property.label, audience.locale, property.id),
      scope: scopeOf(own[0]!.first, audience),
      ...(unit !== undefined && { unit }),
      assertions: inTime(weightiest(own, most, disagreements)).map((one) => tell(one, disagreements, audience)),
      more: Math.max(0, own.length - most),
    };
  });
}

const ONE = { low: 1, high: 1, lowOpen: false, highOpen: false };

/** What can be placed in time. */
export function timelineOf(all: readonly Merged[], most: number, { disagreements, audience }: Chosen): Timeline {
  const placed = all.filter((one) => whenOf(one, audience) !== undefined);
  return {
    assertions: inTime(weightiest(placed, most, disagreements)).map((one) => tell(one, disagreements, audience)),
    more: Math.max(0, placed.length - most),
  };
}

/** What is disputed first, then what most documents say. */
function weightiest(all: readonly Merged[], most: number, disagreements: Disagreements): readonly Merged[] {
  if (all.length <= most) return all;
  const open = (one: Merged): number =>
    (disagreements.get(one) ?? []).some(({ accepted }) => accepted === undefined) ? 1 : 0;
  return [...all].sort((a, b) => open(b) - open(a) || b.all.length - a.all.length).slice(0, most);
}

function inTime(all: readonly Merged[]): readonly Merged[] {
  const starts = new Map(all.map((one) => [one, startOf(one)]));
  return [...all].sort((a, b) => {
    const [left, right] = [starts.get(a)!, starts.get(b)!];
    return left === right ? 0 : left < right ? -1 : 1;
  });
}

function startOf(one: Merged): number {
  const { start, end } = whenOf(one, { locale: 'en' }) ?? {};
  if (!start || !end) return Number.POSITIVE_INFINITY;
  return start.earliest ?? end.latest ?? Number.NEGATIVE_INFINITY;
}

function put<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
