/** What the value of a claim says in the terms of its property: a quantity, a change, a time, an entity. Knows no quote. */

import type { Claim, Value } from '../../core/claim.ts';
import type { Corpus } from '../../core/corpus.ts';
import type { Settings } from '../../core/settings.ts';
import { propertyOf } from '../../core/slots.ts';
import { type Property, Vocabulary } from '../../core/vocabulary.ts';
import { parseTime } from '../../values/dates.ts';
import { isProblem } from '../../values/problem.ts';
import { parseQuantity, type Quantity, type QuantityValue } from '../../values/quantity.ts';
import type { TimeValue } from '../../values/time.ts';
import type { Units } from '../../values/units.ts';
import { unitsOf } from '../valueKind.ts';

export type Said =
  | { readonly kind: 'quantity'; readonly quantity: Quantity }
  | { readonly kind: 'change'; readonly from: Quantity; readonly to: Quantity; readonly change?: Quantity }
  | { readonly kind: 'time'; readonly time: TimeValue & { readonly weekday?: Weekday } }
  /** An id, or a text where the property takes both: whether a record has it is for the caller to ask. */
  | { readonly kind: 'entity'; readonly id: string };

interface Weekday {
  readonly weekday: number;
  readonly span: { readonly start: number; readonly end: number };
}

/** A claim with what it says; a quantity that names no unit has its property's. */
export interface Saying {
  readonly property: Property;
  readonly said: Said;
}

const known = new WeakMap<Settings, WeakMap<Claim, Saying | null>>();

/** Undefined for a text or a boolean, for what cannot be read as its property asks, and for a claim that a fault may have spoilt. */
export function sayingOf(claim: Claim, { settings }: Pick<Corpus, 'settings'>): Saying | undefined {
  let memory = known.get(settings);
  if (!memory) {
    memory = new WeakMap();
    known.set(settings, memory);
  }
  let saying = memory.get(claim);
  if (saying === undefined) {
    saying = read(claim, settings) ?? null;
    memory.set(claim, saying);
  }
  return saying ?? undefined;
}

function read(claim: Claim, settings: Settings): Saying | undefined {
  const property = propertyOf(claim, settings.vocabulary);
  if (claim.damaged || claim.group || !claim.value || !property) return undefined;
  const said = saidAs(claim, claim.value, property, settings);
  return said && { property, said };
}

function saidAs(claim: Claim, value: Value, property: Property, settings: Settings): Said | undefined {
  const kinds = Vocabulary.kinds(property.value);
  if (kinds.includes('quantity')) {
    const quantity = quantityOf(value, claim.unit?.value, property, settings);
    if (quantity) return quantity;
  }
  if (value.kind !== 'text') return undefined;
  if (kinds.includes('time')) {
    const time = parseTime(value.text);
    if (!isProblem(time)) return { kind: 'time', time };
  }
  return Vocabulary.allowsEntity(property.value) ? { kind: 'entity', id: value.text } : undefined;
}

function quantityOf(
  value: Value,
  unit: string | undefined,
  property: Property,
  settings: Settings,
): Extract<Said, { kind: 'quantity' | 'change' }> | undefined {
  const units = unitsOf(settings);
  const own = (quantity: Quantity): Quantity => withUnitOf(quantity, property, units);
  if (value.kind === 'text') {
    const written = readQuantity(value.text, unit, settings);
    if (written?.kind === 'change') return { kind: 'change', from: own(written.from), to: own(written.to) };
    return written && { kind: 'quantity', quantity: own(written) };
  }
  if (value.kind !== 'change') return undefined;
  const [from, to] = [value.from, value.to].map((end) => readQuantity(end.value, unit, settings));
  const change = value.change && readQuantity(value.change.value, undefined, settings);
  if (from?.kind !== 'quantity' || to?.kind !== 'quantity' || change?.kind === 'change') return undefined;
  return { kind: 'change', from: own(withUnit(from, to.unit)), to: own(withUnit(to, from.unit)), change };
}

/** A quantity as somebody has written it, with the unit that stands beside it. */
export function readQuantity(text: string, unit: string | undefined, settings: Settings): QuantityValue | undefined {
  const units = unitsOf(settings);
  const whole = parseQuantity(unit === undefined ? text : `${text} ${unit}`, units, settings.widths);
  const quantity = isProblem(whole) && unit !== undefined ? parseQuantity(text, units, settings.widths) : whole;
  return isProblem(quantity) ? undefined : quantity;
}

export const withUnitOf = (quantity: Quantity, { unit }: Property, units: Units): Quantity =>
  withUnit(quantity, unit && (units.resolve(unit) ?? unit));

const withUnit = (quantity: Quantity, unit: string | undefined): Quantity =>
  quantity.unit === undefined && unit !== undefined && !quantity.ordinal ? { ...quantity, unit } : quantity;
