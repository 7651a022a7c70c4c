/**
 * What documents say, kept from one run of the server to the next, so that a start reads again only what has changed.
 * Each entry is true of one content of one file under the names of the records then; whatever is not certain is read anew.
 * Knows no file system: a store keeps texts under names, and may lose them.
 */

import type { Corpus } from '../core/corpus.ts';
import type { DocumentFacts } from '../core/facts.ts';
import type { Records } from '../core/records.ts';
import type { Store } from './environment.ts';

/** Which content of a file something is true of. */
export interface Stamp {
  /** As the file system tells contents apart; undefined where it cannot. */
  readonly mark: string | undefined;
  readonly digest: string;
}

/** A document in a section: what is written of it. */
interface Member {
  readonly facts: DocumentFacts;
  readonly stamp: Stamp;
}

/** What was kept of one document. */
interface Entry extends Member {
  /** The names that its mentions were counted by. */
  readonly names: string;
}

type Section = ReadonlyMap<string, Member>;

export interface Recalled {
  readonly facts: DocumentFacts;
  readonly stamp: Stamp;
  /** The records have other names now, so that mentions have to be counted again. */
  readonly isStale: boolean;
}

/** Changes with what entries hold, or what it means. */
const FORMAT = 1;
/** Documents in one section: what a change of one of them makes be written again. */
const SECTION = 128;
/** Documents handed on at once, at first and at most. */
const BATCH = { first: 250, most: 2_000 };

export class StoredIndex {
  /** What an earlier run has kept, until all has been taken in. */
  private readonly entries = new Map<string, Entry>();
  /** Of the documents that are what the disk has. */
  private readonly stamps = new Map<string, Stamp>();
  /** What the store holds, as far as this run knows. */
  private readonly held = new Map<string, Section>();
  private names = '';
  private failed = false;

  constructor(private readonly store: Store) {}

  /** Reads what is there, to be held against the records as they now are. */
  async open(records: Records, pause: () => Promise<void>): Promise<void> {
    this.names = this.digestOf(records);
    for (const section of this.store.sections()) {
      const held = new Map<string, Member>();
      for (const entry of entriesOf(this.store.read(section), this.store)) {
        this.entries.set(entry.facts.path, entry);
        if (entry.names === this.names) held.set(entry.facts.path, entry);
      }
      this.held.set(section, held);
      await pause();
    }
  }

  /** Everything has been taken in: what was not asked for is of no use any more. */
  release(): void {
    this.entries.clear();
  }

  /** Hands on what was kept of files that have not changed, and answers the others. */
  async recall(
    paths: readonly string[],
    { take, pause, stop }: { take(all: readonly Recalled[]): void; pause(): Promise<void>; stop(): boolean },
  ): Promise<readonly string[]> {
    const unknown: string[] = [];
    let batch: Recalled[] = [];
    let taken = 0;
    for (const [i, path] of paths.entries()) {
      const known = this.unread(path);
      if (known) batch.push(known);
      else unknown.push(path);
      // Batches that grow with what is there keep repeated sorting linear.
      if (batch.length < Math.min(BATCH.most, Math.max(BATCH.first, taken)) && i < paths.length - 1) continue;
      take(batch);
      taken += batch.length;
      batch = [];
      await pause();
      if (stop()) break;
    }
    return unknown;
  }

  /** What was kept of a file, without reading it; undefined where it may have changed since. */
  private unread(path: string): Recalled | undefined {
    const entry = this.entries.get(path);
    if (entry?.stamp.mark === undefined || this.store.markOf(path) !== entry.stamp.mark) return undefined;
    return this.recalled(entry, entry.stamp);
  }

  /** What was kept of a file that has the content which was read of it last. */
  read(path: string): Recalled | undefined {
    const stamp = this.stamps.get(path);
    const entry = this.entries.get(path);
    return stamp && entry?.stamp.digest === stamp.digest ? this.recalled(entry, stamp) : undefined;
  }

  private recalled({ facts, names }: Entry, stamp: Stamp): Recalled {
    return { facts, stamp, isStale: names !== this.names };
  }

  markOf(path: string): string | undefined {
    return this.store.markOf(path);
  }

  /** A file has been read; `before` is the mark that it had just before. */
  noteRead(path: string, before: string | undefined, text: string): void {
    // One that was written while it was read is not what either mark says.
    const mark = before === this.store.markOf(path) ? before : undefined;
    this.stamp(path, { mark, digest: this.store.digestOf(text) });
  }

  stamp(path: string, stamp: Stamp): void {
    this.stamps.set(path, stamp);
  }

  /** What is known of the file is not what the disk has, or nobody knows whether it is. */
  forget(path: string): void {
    this.stamps.delete(path);
  }

  /** Writes what has changed since it was last written. After a fault nothing more: what is missing is read next time. */
  async save({ records, documents }: Corpus, pause: () => Promise<void>, stop: () => boolean): Promise<void> {
    if (this.failed) return;
    const names = this.digestOf(records);
    if (names !== this.names) this.held.clear();
    this.names = names;
    const sections = sectionsOf(documents.values(), this.stamps);
    for (const [section, members] of sections) {
      if (isSame(this.held.get(section), members)) continue;
      await pause();
      if (stop()) return;
      this.failed = !this.store.write(section, this.textOf(members));
      if (this.failed) return;
      this.held.set(section, members);
    }
    for (const section of this.store.sections()) {
      if (sections.has(section)) continue;
      this.store.remove(section);
      this.held.delete(section);
    }
  }

  /** Mentions are counted by the names that records have. */
  private digestOf({ files }: Records): string {
    const sorted = [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    return this.store.digestOf(JSON.stringify(sorted.map(({ path, text }) => [path, text])));
  }

  /** A line that says what the rest is and how to tell that it is whole, then one line for each document. */
  private textOf(members: Section): string {
    const lines = [...members.values()].map(({ facts, stamp }) => JSON.stringify([stamp, facts]));
    const body = lines.join('\n');
    return `${JSON.stringify({ format: FORMAT, names: this.names, digest: this.store.digestOf(body) })}\n${body}`;
  }
}

/** Documents by section. How many there are follows the size of the corpus, in powers of two, so that growth moves few of them. */
function sectionsOf(documents: Iterable<DocumentFacts>, stamps: ReadonlyMap<string, Stamp>): Map<string, Section> {
  const all = [...documents].flatMap((facts): Member[] => {
    const stamp = stamps.get(facts.path);
    return stamp ? [{ facts, stamp }] : [];
  });
  let count = 1;
  while (count * SECTION < all.length) count *= 2;
  const sections = new Map<string, Map<string, Member>>();
  for (const member of all) {
    const section = `${count}-${spread(member.facts.path) % count}`;
    const members = sections.get(section) ?? new Map<string, Member>();
    sections.set(section, members.set(member.facts.path, member));
  }
  return sections;
}

/** FNV-1a over UTF-16 units: 32 bits, evenly spread. */
function spread(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

const isSame = (held: Section | undefined, now: Section): boolean =>
  held?.size === now.size &&
  [...now].every(([path, { facts, stamp }]) => {
    const before = held.get(path);
    return before?.facts === facts && before.stamp.mark === stamp.mark;
  });

/** Those of a section; none where it is not whole, or was written by another version. */
function* entriesOf(text: string | undefined, store: Store): Iterable<Entry> {
  const end = text?.indexOf('\n') ?? -1;
  if (text === undefined || end < 0) return;
  const body = text.slice(end + 1);
  const names = namesIn(text.slice(0, end), store.digestOf(body));
  // What has that digest was written here: its shape needs no further look.
  if (names === undefined || body === '') return;
  for (const line of body.split('\n')) {
    const [stamp, facts] = JSON.parse(line) as [Stamp, DocumentFacts];
    // Ids are keys here, and one may be the name of what every object has.
    const mentions: Record<string, number> = Object.assign(Object.create(null), facts.mentions);
    yield { stamp, names, facts: { ...facts, mentions } };
  }
}

function namesIn(head: string, digest: string): string | undefined {
  try {
    const read: unknown = JSON.parse(head);
    const { format, names, digest: written } = (read ?? {}) as Record<string, unknown>;
    return format === FORMAT && written === digest && typeof names === 'string' ? names : undefined;
  } catch {
    return undefined;
  }
}
