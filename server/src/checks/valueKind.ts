/** A value of another kind than the property takes, or one that cannot be read as that kind: no number, no such date. */

import type { Claim, Value } from '../core/claim.ts';
import type { Text } from '../core/problem.ts';
import type { Settings } from '../core/settings.ts';
import { propertyOf } from '../core/slots.ts';
import type { Span } from '../core/text.ts';
import { type Property, type ValueKind, Vocabulary } from '../core/vocabulary.ts';
import { parseTime } from '../values/dates.ts';
import { isProblem } from '../values/problem.ts';
import { parseQuantity, type QuantityValue } from '../values/quantity.ts';
import { parseEdtf } from '../values/time.ts';
import { defineUnits, type Units } from '../values/units.ts';
import type { Check, Report, View } from './engine/check.ts';

export const valueKind: Check = {
  code: 'value-kind',
  severity: 'error',
  *document({ view, document }) {
    const { date, about, source, claims } = document.annotations;
    for (const [field, text] of Object.entries({ date, about, retrieved: source.retrieved })) {
      if (text) yield* time(text, field);
    }
    for (const claim of claims) yield* inClaim(claim, view);
  },
  *records({ view, file }) {
    for (const { id, facts } of file.records) {
      for (const fact of facts) for (const report of inClaim(fact, view)) yield { ...report, entity: id.value };
    }
  },
};

function* inClaim(claim: Claim, { corpus }: View): Iterable<Report> {
  if (claim.damaged) return;
  const of = { claim: claim.id?.value };
  const first = (claim.nth ?? 1) === 1;
  if (first && claim.at && claim.at !== claim.outer?.at) {
    for (const report of time(claim.at, 'at')) yield { ...report, ...of };
  }
  const property = propertyOf(claim, corpus.vocabulary);
  if (!property) return;
  const units = unitsOf(corpus.settings);
  if (claim.value) {
    if (first && claim.nth !== undefined && property.single) {
      yield { ...of, span: claim.value.span, variant: 'list', params: { property: property.id } };
    }
    const written = claim.unit && claim.value.kind === 'text' ? claim.unit.value : undefined;
    for (const report of mismatch(claim.value, property.value, property, units, written)) yield { ...report, ...of };
  }
  if (!first) return;
  for (const [name, qualifier] of claim.qualifiers) {
    const rule = property.qualifiers.get(name);
    if (!rule || claim.outer?.qualifiers.get(name) === qualifier) continue;
    const values = qualifier.value.kind === 'list' ? qualifier.value.items : [qualifier.value];
    for (const value of values) {
      for (const report of mismatch(value, rule.types, property, units)) yield { ...report, ...of };
    }
  }
}

/** What keeps `value` from being any of the kinds that are accepted. */
function* mismatch(
  value: Value,
  accepts: readonly string[],
  property: Property,
  units: Units,
  unit?: string,
): Iterable<Report> {
  const kinds = Vocabulary.kinds(accepts);
  // An id that no record has is another check's finding; a text is always a text.
  if (Vocabulary.allowsEntity(accepts)) {
    if (value.kind === 'text' || kinds.includes('text')) return;
    yield report(value.span, 'entity', property, value);
    return;
  }
  if (kinds.length === 0 || kinds.includes('text')) {
    if (value.kind === 'change' && !kinds.includes('quantity')) yield report(value.span, 'text', property, value);
    return;
  }
  const failures = kinds.flatMap((kind) => failureOf(value, kind, property, units, unit) ?? []);
  // One kind that fits is enough.
  if (failures.length === kinds.length) yield failures[0]!;
}

function failureOf(
  value: Value,
  kind: ValueKind,
  property: Property,
  units: Units,
  unit: string | undefined,
): Report | undefined {
  if (kind === 'boolean') {
    const fits = value.kind === 'text' && (value.text === 'true' || value.text === 'false');
    return fits ? undefined : report(value.span, 'boolean', property, value);
  }
  if (kind === 'time') {
    if (value.kind !== 'text') return report(value.span, 'time', property, value);
    const read = parseTime(value.text);
    return isProblem(read) ? report(value.span, read.problem, property, value) : undefined;
  }
  if (value.kind === 'change') {
    for (const part of [value.from, value.to, ...(value.change ? [value.change] : [])]) {
      const read = parseQuantity(part.value, units);
      if (isProblem(read)) return report(part.span, read.problem, property, value, part.value);
    }
    return undefined;
  }
  if (value.kind !== 'text') return report(value.span, 'quantity', property, value);
  const read = parseQuantity(unit === undefined ? value.text : `${value.text} ${unit}`, units);
  const bare = isProblem(read) && unit !== undefined ? parseQuantity(value.text, units) : read;
  if (isProblem(bare)) return report(value.span, bare.problem, property, value);
  return outOfRange(bare, property) ? report(value.span, 'range', property, value) : undefined;
}

/** Whether no reading of the quantity lies in the sensible range of the property. */
function outOfRange(quantity: QuantityValue, { range }: Property): boolean {
  if (!range) return false;
  const { least = Number.NEGATIVE_INFINITY, greatest = Number.POSITIVE_INFINITY } = range;
  const ends = quantity.kind === 'change' ? [quantity.from, quantity.to] : [quantity];
  return ends.some(({ hard }) => hard.high < least || hard.low > greatest);
}

function* time(text: Text, field: string): Iterable<Report> {
  const read = parseEdtf(text.value);
  if (isProblem(read))
    yield { span: text.span, variant: read.problem, params: { value: text.value, field, property: field } };
}

function report(span: Span, variant: string, property: Property, value: Value, text?: string): Report {
  const written = text ?? (value.kind === 'text' ? value.text : '');
  return { span, variant, params: { value: written, property: property.id, field: property.id } };
}

const known = new WeakMap<Settings, Units>();

/** The units of a corpus; built once per settings. */
export function unitsOf(settings: Settings): Units {
  let units = known.get(settings);
  if (!units) {
    units = defineUnits(Object.fromEntries(settings.units.map(({ id, ...unit }) => [id, unit])));
    known.set(settings, units);
  }
  return units;
}
