/** Finds records by what somebody types of their ids and names. Knows records, neither documents nor editors. */

import * as fuzzysort from 'fuzzysort';
import type { EntityRecord } from '../core/record.ts';
import type { Records } from '../core/records.ts';
import { foldName, type Pinyin, searchKeys } from './names.ts';

/** A record that a query fits; of two the better one has the lower rank. */
export interface Hit {
  readonly record: EntityRecord;
  /** 0 the whole of a name, 1 its beginning, 2 the beginning of a word in it, 3 some part, 4 letters in that order. */
  readonly rank: number;
}

/** An index of the records as they are: built once for each version of them, and anew when pinyin has arrived. */
export function searchIndex(records: Records, pinyin?: Pinyin): SearchIndex {
  const known = indexes.get(records);
  if (known && known.pinyin === pinyin) return known;
  const index = new SearchIndex(records, pinyin);
  indexes.set(records, index);
  return index;
}

const indexes = new WeakMap<Records, SearchIndex>();
/** The keys of names outlive an index: an edit of records changes few names. */
let keysOfNames = new Map<string, readonly string[]>();
let keysMadeWith: Pinyin | undefined;

const BREAK = '\n';
/** Below this many hits the query is perhaps misspelt, and letters in order are looked for. */
const FEW = 8;
const LETTERS_IN_ORDER = 0.35;

export class SearchIndex {
  /** All keys of all records, each after a line break: one search through one text beats many through many. */
  private readonly text: string;
  private readonly starts: Int32Array;
  private readonly owners: Int32Array;
  private readonly all: readonly EntityRecord[];
  private targets: { readonly record: EntityRecord; readonly name: string }[] | undefined;
  private snapshot: ReturnType<typeof fuzzysort.snapshot<{ record: EntityRecord; name: string }>> | undefined;

  constructor(
    records: Records,
    readonly pinyin: Pinyin | undefined,
  ) {
    if (keysMadeWith !== pinyin) keysOfNames = new Map();
    keysMadeWith = pinyin;
    const fresh = new Map<string, readonly string[]>();
    const keysOf = (name: string): readonly string[] => {
      const keys = fresh.get(name) ?? keysOfNames.get(name) ?? searchKeys(name, pinyin);
      fresh.set(name, keys);
      return keys;
    };
    const keys: string[] = [];
    const owners: number[] = [];
    this.all = [...records.values()];
    for (const [i, record] of this.all.entries()) {
      for (const key of keysOf(record.id.value)) {
        keys.push(key);
        owners.push(i);
      }
      for (const list of [record.names, record.aliases]) {
        for (const { text } of list) {
          for (const key of keysOf(text)) {
            keys.push(key);
            owners.push(i);
          }
        }
      }
    }
    keysOfNames = fresh;
    this.starts = new Int32Array(keys.length);
    this.owners = Int32Array.from(owners);
    let at = 1;
    for (const [i, key] of keys.entries()) {
      this.starts[i] = at;
      at += key.length + 1;
    }
    this.text = BREAK + keys.join(BREAK) + BREAK;
  }

  /** At most `limit` records, the best first; for a blank query none. */
  find(query: string, limit: number): readonly Hit[] {
    const folded = foldName(query);
    if (folded === '') return [];
    const found = new Map<number, number>();
    const compact = folded.replaceAll(' ', '');
    this.collect(`${BREAK}${folded}${BREAK}`, 1, 0, limit, found);
    this.collect(`${BREAK}${folded}`, 1, 1, limit, found);
    if (compact !== folded) this.collect(`${BREAK}${compact}`, 1, 1, limit, found);
    this.collect(` ${folded}`, 1, 2, limit, found);
    if (folded.length > 1 || folded.charCodeAt(0) > 0x2e7f) this.collect(folded, 0, 3, limit, found);
    const hits = [...found].map(([i, rank]) => ({ record: this.all[i]!, rank }));
    if (hits.length >= Math.min(FEW, limit) || compact.length < 3) return hits;
    return [...hits, ...this.inOrder(compact, limit - hits.length, found)];
  }

  /** Whether `query` fits the record at all. */
  rank(record: EntityRecord, query: string): number | undefined {
    const folded = foldName(query);
    let best: number | undefined;
    for (const name of [record.id.value, ...record.names.map(({ text }) => text), ...record.aliases.map(({ text }) => text)]) {
      for (const key of keysOfNames.get(name) ?? searchKeys(name, this.pinyin)) {
        const rank = rankOf(key, folded);
        if (rank !== undefined && (best === undefined || rank < best)) best = rank;
      }
    }
    return best;
  }

  private collect(sought: string, lead: number, rank: number, limit: number, found: Map<number, number>): void {
    // A frequent syllable has more hits than anybody reads; a name that begins so has come before it.
    let looks = limit * 20;
    for (let at = this.text.indexOf(sought); at >= 0 && found.size < limit && looks-- > 0; ) {
      const owner = this.owners[this.keyAt(at + lead)]!;
      if (!found.has(owner)) found.set(owner, rank);
      at = this.text.indexOf(sought, at + 1);
    }
  }

  /** The key that holds the unit at `at`. */
  private keyAt(at: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private inOrder(query: string, limit: number, found: ReadonlyMap<number, number>): readonly Hit[] {
    if (!this.snapshot) {
      this.targets = this.all.flatMap((record) => [
        { record, name: record.id.value },
        ...record.names.map(({ text }) => ({ record, name: text })),
      ]);
      this.snapshot = fuzzysort.snapshot(this.targets, { key: 'name' });
    }
    const seen = new Set([...found.keys()].map((i) => this.all[i]!));
    const hits: Hit[] = [];
    for (const { obj } of fuzzysort.go(query, this.snapshot, { limit: limit + seen.size, threshold: LETTERS_IN_ORDER })) {
      if (seen.has(obj.record)) continue;
      seen.add(obj.record);
      hits.push({ record: obj.record, rank: 4 });
    }
    return hits.slice(0, limit);
  }
}

function rankOf(key: string, query: string): number | undefined {
  if (key === query) return 0;
  if (key.startsWith(query)) return 1;
  const at = key.indexOf(query);
  if (at < 0) return undefined;
  return key[at - 1] === ' ' ? 2 : 3;
}
