/** The places of a claim that can hold an entity, and what each accepts. Every check and feature asks here. */

import type { Claim } from './claim.ts';
import type { Text } from './problem.ts';
import type { EntityRecord } from './record.ts';
import type { Records } from './records.ts';
import { type Property, Vocabulary } from './vocabulary.ts';

/** The document itself, as a subject. */
export const THIS = 'this';

export interface Slot {
  readonly role: 'subject' | 'value' | 'by' | 'qualifier';
  /** Of a qualifier. */
  readonly name?: string;
  readonly text: Text;
  /** Entity types, `any`, and value kinds where text or another kind may stand here too. */
  readonly accepts: readonly string[];
  readonly record?: EntityRecord;
  /** Nothing but an entity makes sense here. */
  readonly entityOnly: boolean;
  /** Another claim states it as well, and is where it is reported. */
  readonly repeated: boolean;
}

/** The slots of `claim` that hold an id, or text where an id could stand. */
export function slotsOf(claim: Claim, vocabulary: Vocabulary, records: Records): readonly Slot[] {
  const before = known.get(claim);
  if (before?.vocabulary === vocabulary && before.records === records) return before.slots;
  const slots = slotsAnew(claim, vocabulary, records);
  known.set(claim, { vocabulary, records, slots });
  return slots;
}

const known = new WeakMap<Claim, { vocabulary: Vocabulary; records: Records; slots: readonly Slot[] }>();

function slotsAnew(claim: Claim, vocabulary: Vocabulary, records: Records): readonly Slot[] {
  const slots: Slot[] = [];
  const property = claim.property && vocabulary.properties.get(claim.property.value);
  const add = (role: Slot['role'], text: Text, accepts: readonly string[], shared: boolean, name?: string) => {
    const entityOnly = Vocabulary.allowsEntity(accepts) && Vocabulary.kinds(accepts).length === 0;
    const record = Vocabulary.allowsEntity(accepts) ? records.get(text.value) : undefined;
    const repeated = shared || ((claim.nth ?? 1) > 1 && role !== 'value');
    const slot: Slot = { role, text, accepts, record, entityOnly, repeated };
    slots.push(name === undefined ? slot : { ...slot, name });
  };
  if (claim.subject)
    add('subject', claim.subject, property?.subject ?? ['any'], claim.subject === claim.outer?.subject);
  if (claim.value?.kind === 'text') {
    const text = { value: claim.value.text, span: claim.value.span };
    add('value', text, property?.value ?? ['any', 'text'], false);
  }
  if (claim.by && !claim.by.free) add('by', claim.by.text, ['any'], claim.by === claim.outer?.by);
  for (const [name, { value }] of claim.qualifiers) {
    const accepts = property?.qualifiers.get(name)?.types ?? ['any', 'text'];
    const shared = claim.outer?.qualifiers.get(name)?.value === value;
    for (const item of value.kind === 'list' ? value.items : [value]) {
      if (item.kind === 'text') add('qualifier', { value: item.text, span: item.span }, accepts, shared, name);
    }
  }
  return slots;
}

/** The property of a claim, if the vocabulary has it. */
export function propertyOf(claim: Claim, vocabulary: Vocabulary): Property | undefined {
  return claim.property && vocabulary.properties.get(claim.property.value);
}
