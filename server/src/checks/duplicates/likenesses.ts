/**
 * Which records have names that nearly meet: an index of all records of a corpus that follows its edits, so that a
 * changed name costs what it meets and nothing else costs anything. Knows names and types; no findings.
 */

import { nearVariants } from '../../core/nearVariant.ts';
import { normaliseSpan } from '../../core/normalise.ts';
import { pinyinReader } from '../../core/pinyin.ts';
import type { EntityRecord, RecordFile } from '../../core/record.ts';
import type { Records } from '../../core/records.ts';
import { keysOf, type NameKeys } from './names.ts';
import { areWithin, editsFor, forEachProbe, hashOf, piecesOf } from './pieces.ts';

export type Likeness = 'same' | 'script' | 'pinyin' | 'near';

/** How a name of one record is like one of another. */
export interface Match {
  readonly likeness: Likeness;
  readonly name: NameKeys;
  readonly other: NameKeys;
}

interface Entry {
  readonly type: string;
  /** The type as a number. */
  readonly kind: number;
  readonly names: readonly NameKeys[];
  readonly record: { current: EntityRecord };
  readonly signature: string;
  readonly matches: Map<Entry, Match[]>;
}

interface Indexed {
  readonly entry: Entry;
  readonly name: NameKeys;
}

/** Names that share a piece with more others than this are of one pattern, and told apart by what they do not share. */
const BUCKET = 50;

class DuplicateIndex {
  records: Records | undefined;
  private readonly files = new Map<string, { readonly file: RecordFile; readonly entries: Map<string, Entry> }>();
  private readonly buckets = new Map<number, Indexed[]>();

  /** How many files of `records` this index holds as they are, and how many at least by their path. */
  likenessTo(records: Records): number {
    let likeness = 0;
    for (const [path, file] of records.files) {
      const known = this.files.get(path);
      if (known) likeness += known.file === file ? 1 : 0.001;
    }
    return likeness;
  }

  moveTo(records: Records): void {
    this.records = records;
    for (const path of [...this.files.keys()]) if (!records.files.has(path)) this.replace(path, undefined);
    for (const [path, file] of records.files) if (this.files.get(path)?.file !== file) this.replace(path, file);
    this.addAll();
  }

  matchesOf(record: EntityRecord, slot: string): ReadonlyMap<Entry, readonly Match[]> {
    return this.files.get(record.path)?.entries.get(slot)?.matches ?? NONE;
  }

  private readonly waiting: Entry[] = [];

  private replace(path: string, file: RecordFile | undefined): void {
    const before = this.files.get(path)?.entries ?? new Map<string, Entry>();
    const entries = new Map<string, Entry>();
    for (const [slot, record] of file ? slotsIn(file) : []) {
      if (record.damaged || !record.type) continue;
      const signature = JSON.stringify([record.type.value, record.names.map(({ text }) => text)]);
      const known = before.get(slot);
      if (known?.signature === signature) {
        known.record.current = record;
        entries.set(slot, known);
        before.delete(slot);
      } else {
        const names = record.names.flatMap(({ text }) => keysOf(text, pinyinReader()) ?? []);
        const { value: type } = record.type;
        const entry = { type, kind: hashOf(type), names, record: { current: record }, signature, matches: new Map() };
        entries.set(slot, entry);
        this.waiting.push(entry);
      }
    }
    for (const entry of before.values()) this.remove(entry);
    if (file) this.files.set(path, { file, entries });
    else this.files.delete(path);
  }

  private addAll(): void {
    for (const entry of this.waiting.splice(0)) {
      for (const name of entry.names) this.match(entry, name);
      for (const name of entry.names) {
        const indexed = { entry, name };
        for (const key of keysIn(entry, name)) this.put(key, indexed);
      }
    }
  }

  private remove(entry: Entry): void {
    for (const other of entry.matches.keys()) other.matches.delete(entry);
    const keys = new Set(entry.names.flatMap((name) => keysIn(entry, name)));
    for (const key of keys) {
      const left = this.buckets.get(key)?.filter((indexed) => indexed.entry !== entry);
      if (left?.length) this.buckets.set(key, left);
      else this.buckets.delete(key);
    }
  }

  private match(entry: Entry, name: NameKeys): void {
    const same = (other: Indexed): void => {
      if (other.name.folded !== name.folded) return;
      const isScript = name.hasHan && name.plain === other.name.plain && name.text !== other.name.text;
      this.join(entry, name, other, isScript ? 'script' : 'same');
    };
    const near = (other: Indexed): void => {
      if (other.name.folded !== name.folded && areNear(name, other.name)) this.join(entry, name, other, 'near');
    };
    this.forEach(entry, keyOf(entry, SAME, name.folded), same);
    for (const reading of name.readings) {
      this.forEach(entry, keyOf(entry, SAME, reading), (other) => {
        if (other.name.folded === reading) this.join(entry, name, other, 'pinyin');
      });
    }
    if (!name.hasHan) {
      this.forEach(entry, keyOf(entry, READ, name.folded), (other) => {
        if (other.name.readings.includes(name.folded)) this.join(entry, name, other, 'pinyin');
      });
    }
    if (name.words) this.forEach(entry, keyOf(entry, WORDS, name.words), near);
    for (const short of name.initials) {
      this.forEach(entry, keyOf(entry, name.byInitials ? IN_FULL : BY_INITIALS, short), near);
    }
    forEachProbe(name.folded, kindOf(entry, name), (piece) => {
      this.forEach(entry, piece, (other) => {
        if (isWithinEdits(name, other.name)) near(other);
      });
    });
  }

  private join(entry: Entry, name: NameKeys, { entry: other, name: theirs }: Indexed, likeness: Likeness): void {
    if (other === entry) return;
    const known = entry.matches.get(other);
    if (known?.some((match) => match.name === name && match.other === theirs)) return;
    entry.matches.set(other, [...(known ?? []), { likeness, name, other: theirs }]);
    other.matches.set(entry, [...(other.matches.get(entry) ?? []), { likeness, name: theirs, other: name }]);
  }

  private forEach({ type }: Entry, key: number, visit: (other: Indexed) => void): void {
    const bucket = this.buckets.get(key);
    if (!bucket) return;
    for (let i = 0; i < bucket.length && i < BUCKET; i++) {
      if (bucket[i]!.entry.type === type) visit(bucket[i]!);
    }
  }

  private put(key: number, indexed: Indexed): void {
    const bucket = this.buckets.get(key);
    if (bucket) bucket.push(indexed);
    else this.buckets.set(key, [indexed]);
  }
}

const NONE: ReadonlyMap<Entry, readonly Match[]> = new Map();

const SAME = 1;
const READ = 2;
const WORDS = 3;
const IN_FULL = 4;
const BY_INITIALS = 5;

/** By chance two keys are one: what meets there is compared again. */
const keyOf = (entry: Entry, use: number, text: string): number =>
  Math.imul(hashOf(text) ^ entry.kind, 0x85ebca6b + 2 * use) >>> 2;

function keysIn(entry: Entry, name: NameKeys): readonly number[] {
  return [
    keyOf(entry, SAME, name.folded),
    ...name.readings.map((reading) => keyOf(entry, READ, reading)),
    ...(name.words ? [keyOf(entry, WORDS, name.words)] : []),
    ...name.initials.map((short) => keyOf(entry, name.byInitials ? BY_INITIALS : IN_FULL, short)),
    ...piecesOf(name.folded, kindOf(entry, name)),
  ];
}

/** Names of different types or digits are not near. */
const kindOf = ({ kind }: Entry, { digits }: NameKeys): number => kind ^ hashOf(digits);

/** Every record of a file; one whose id stands there twice has two slots. */
export function* slotsIn(file: RecordFile): Iterable<readonly [slot: string, record: EntityRecord]> {
  const seen = new Map<string, number>();
  for (const record of file.records) {
    const nth = (seen.get(record.id.value) ?? 0) + 1;
    seen.set(record.id.value, nth);
    yield [`${nth}#${record.id.value}`, record];
  }
}

function isWithinEdits(a: NameKeys, b: NameKeys): boolean {
  const limit = Math.max(editsFor(a.folded.length), editsFor(b.folded.length));
  return bitsIn(a.letters ^ b.letters) <= 2 * limit && areWithin(a.folded, b.folded, limit);
}

function bitsIn(word: number): number {
  let count = 0;
  for (let left = word; left !== 0; left &= left - 1) count++;
  return count;
}

/** Whether either name would be taken for a near-variant of the other, were it found in a text. */
const areNear = (a: NameKeys, b: NameKeys): boolean => isVariant(a.plain, b.plain) || isVariant(b.plain, a.plain);

function isVariant(text: string, form: string): boolean {
  const body = normaliseSpan(text, { start: 0, end: text.length });
  const found = nearVariants(body, [{ id: '', forms: [form] }], [], () => false);
  return found.some(({ start, end }) => start === 0 && end === body.text.length);
}

/** The last used come first. */
const indexes: DuplicateIndex[] = [];
const MOST = 3;

/** The records whose names are like those of `record`, which stands in `slot` of its file, and how. */
export function likenessesOf(
  records: Records,
  record: EntityRecord,
  slot: string,
): readonly { readonly record: EntityRecord; readonly matches: readonly Match[] }[] {
  const found = indexFor(records).matchesOf(record, slot);
  return [...found].map(([other, matches]) => ({ record: other.record.current, matches }));
}

/** An index of other records becomes one of these by what differs: so it follows an edit, or a corpus is taken up anew. */
function indexFor(records: Records): DuplicateIndex {
  let index = indexes.find((one) => one.records === records);
  if (index) return index;
  const likeness = (one: DuplicateIndex) => one.likenessTo(records);
  const [nearest] = [...indexes].sort((a, b) => likeness(b) - likeness(a));
  index = nearest && likeness(nearest) > 0 ? nearest : new DuplicateIndex();
  index.moveTo(records);
  const rest = indexes.filter((one) => one !== index).slice(0, MOST - 1);
  indexes.splice(0, indexes.length, index, ...rest);
  return index;
}
