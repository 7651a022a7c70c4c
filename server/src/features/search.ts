/** Finds records by what somebody types of their ids and names. Knows records, neither documents nor editors. */

import * as fuzzysort from 'fuzzysort';
import type { Pinyin } from '../core/pinyin.ts';
import type { EntityRecord, RecordFile } from '../core/record.ts';
import type { Records } from '../core/records.ts';
import { editDistance } from '../core/spelling.ts';
import { foldName, searchKeys } from './names.ts';

/** A record that a query fits; of two the better one has the lower rank. */
export interface Hit {
  readonly record: EntityRecord;
  /** 0 the whole of a name, 1 its beginning, 2 the beginning of a word in it, 3 some part, 4 letters in that order. */
  readonly rank: number;
}

/** Below this many hits the query is perhaps misspelt, and letters in order are looked for. */
const FEW = 8;

/** At most `limit` records that fit `query`, the best first; for a blank query none. */
export function findRecords(records: Records, query: string, limit: number, pinyin?: Pinyin): readonly Hit[] {
  const folded = foldName(query);
  if (folded === '') return [];
  const parts = partsOf(records, pinyin);
  const found = new Map<string, Hit>();
  const compact = folded.replaceAll(' ', '');
  const collect = (sought: string, lead: number, rank: number) => {
    for (const part of parts) part.collect(sought, lead, rank, limit, found);
  };
  collect(`${BREAK}${folded}${BREAK}`, 1, 0);
  collect(`${BREAK}${folded}`, 1, 1);
  if (compact !== folded) collect(`${BREAK}${compact}`, 1, 1);
  collect(` ${folded}`, 1, 2);
  if (folded.length > 1 || folded.charCodeAt(0) > 0x2e7f) collect(folded, 0, 3);
  if (found.size < Math.min(FEW, limit) && compact.length > 2) {
    const inOrder = parts.flatMap((part) => part.inOrder(compact, limit)).sort((a, b) => b.score - a.score);
    for (const { record } of inOrder) {
      if (found.size < limit && !found.has(record.id.value)) found.set(record.id.value, { record, rank: 4 });
    }
  }
  return [...found.values()];
}

/** At most `limit` records of which a name is at most two letters off `text`, a fifth of it at most; the nearest first. */
export function nearestRecords(
  records: Records,
  text: string,
  limit: number,
  pinyin?: Pinyin,
): readonly { readonly record: EntityRecord }[] {
  const folded = foldName(text);
  const most = Math.min(2, Math.floor(folded.length / 5) || 1);
  if (folded.length < 2) return [];
  const found = partsOf(records, pinyin).flatMap((part) => part.near(folded, most));
  return found.sort((a, b) => a.distance - b.distance).slice(0, limit);
}

/** How well `query` fits one record; undefined where it does not. */
export function rankOf(record: EntityRecord, query: string, pinyin?: Pinyin): number | undefined {
  const folded = foldName(query);
  let best: number | undefined;
  for (const name of namesOf(record)) {
    for (const key of searchKeys(name, pinyin)) {
      const at = key.indexOf(folded);
      if (at < 0) continue;
      const rank = key === folded ? 0 : at === 0 ? 1 : key[at - 1] === ' ' ? 2 : 3;
      if (best === undefined || rank < best) best = rank;
    }
  }
  return best;
}

/** Builds what is not built yet, so that the first search does not have to. */
export function warm(records: Records, pinyin?: Pinyin): void {
  partsOf(records, pinyin);
}

/** The index of each file, which an edit of another file leaves as it is. */
const parts = new WeakMap<RecordFile, Part>();
/** An edit of a file changes few of its names: the keys of the others are at hand. */
const keysOfFile = new Map<string, ReadonlyMap<string, readonly string[]>>();
const KEPT_FILES = 64;

function partsOf(records: Records, pinyin: Pinyin | undefined): readonly Part[] {
  return [...records.files.values()].map((file) => {
    const known = parts.get(file);
    if (known && known.pinyin === pinyin) return known;
    const before = known ? undefined : keysOfFile.get(file.path);
    const part = new Part(file.records, pinyin, before);
    parts.set(file, part);
    keysOfFile.delete(file.path);
    keysOfFile.set(file.path, part.keys);
    for (const path of keysOfFile.keys()) {
      if (keysOfFile.size <= KEPT_FILES) break;
      keysOfFile.delete(path);
    }
    return part;
  });
}

const namesOf = ({ id, names, aliases }: EntityRecord): readonly string[] => [
  id.value,
  ...names.map(({ text }) => text),
  ...aliases.map(({ text }) => text),
];

interface Target {
  readonly record: EntityRecord;
  readonly name: string;
}

const BREAK = '\n';
const LETTERS_IN_ORDER = 0.25;

/** The keys of one file's records in one text: one search through it beats many through many. */
class Part {
  readonly keys = new Map<string, readonly string[]>();
  private readonly text: string;
  private readonly starts: readonly number[];
  private readonly owners: readonly EntityRecord[];
  private snapshot: fuzzysort.SnapshotKey<Target> | undefined;

  constructor(
    private readonly records: readonly EntityRecord[],
    readonly pinyin: Pinyin | undefined,
    before: ReadonlyMap<string, readonly string[]> | undefined,
  ) {
    const starts: number[] = [];
    const owners: EntityRecord[] = [];
    const all: string[] = [];
    let at = 1;
    for (const record of records) {
      for (const name of namesOf(record)) {
        const keys = this.keys.get(name) ?? before?.get(name) ?? searchKeys(name, pinyin);
        this.keys.set(name, keys);
        for (const key of keys) {
          all.push(key);
          owners.push(record);
          starts.push(at);
          at += key.length + 1;
        }
      }
    }
    this.starts = starts;
    this.owners = owners;
    this.text = BREAK + all.join(BREAK) + BREAK;
  }

  /** Adds the records of which `sought` is in a key, `lead` units before what counts. */
  collect(sought: string, lead: number, rank: number, limit: number, found: Map<string, Hit>): void {
    // A frequent syllable has more hits than anybody reads; names that begin with it have come before.
    let looks = limit * 20;
    for (let at = this.text.indexOf(sought); at >= 0 && found.size < limit && looks-- > 0; ) {
      const record = this.ownerAt(at + lead);
      const id = record.id.value;
      if (!found.has(id)) found.set(id, { record, rank });
      at = this.text.indexOf(sought, at + 1);
    }
  }

  /** The records in one of whose names the letters of `query` stand in that order. */
  inOrder(query: string, limit: number): readonly { readonly record: EntityRecord; readonly score: number }[] {
    this.snapshot ??= fuzzysort.snapshot(
      this.records.flatMap((record) =>
        [record.id, ...record.names].map((name): Target => ({ record, name: 'text' in name ? name.text : name.value })),
      ),
      { key: 'name' },
    );
    const results = fuzzysort.go(query, this.snapshot, { limit, threshold: LETTERS_IN_ORDER });
    return results.map(({ obj, score }) => ({ record: obj.record, score }));
  }

  /** The records with a name that is at most `most` letters off `query`. */
  near(query: string, most: number): readonly { readonly record: EntityRecord; readonly distance: number }[] {
    const found: { record: EntityRecord; distance: number }[] = [];
    for (const record of this.records) {
      let best = most + 1;
      for (const name of namesOf(record)) {
        const [key] = this.keys.get(name) ?? [];
        if (key !== undefined && Math.abs(key.length - query.length) <= most) {
          best = Math.min(best, editDistance(query, key, Math.min(most, best)));
        }
      }
      if (best <= most) found.push({ record, distance: best });
    }
    return found;
  }

  private ownerAt(at: number): EntityRecord {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return this.owners[low]!;
  }
}
