/** An immutable snapshot of one corpus: settings, records, and the facts of every document. No texts, no spans, no I/O. */

import { type DocumentFacts, sameFacts } from './facts.ts';
import { type Group, GroupChanges, type Groups, NO_GROUPS } from './groups.ts';
import { PersistentMap } from './persistentMap.ts';
import type { RecordFile } from './record.ts';
import { Records } from './records.ts';
import { parseSettings, type Settings } from './settings.ts';

/** How much a corpus speaks of an entity. */
export interface Usage {
  readonly mentions: number;
  readonly claims: number;
  readonly documents: number;
}

const UNUSED: Usage = { mentions: 0, claims: 0, documents: 0 };

const NOTHING_SAID: ReadonlyMap<string, Group> = new Map();

export class Corpus {
  static readonly empty = Corpus.of(parseSettings(''));

  static of(settings: Settings): Corpus {
    return new Corpus(settings, Records.empty, PersistentMap.empty, PersistentMap.empty, NO_GROUPS);
  }

  private constructor(
    readonly settings: Settings,
    readonly records: Records,
    readonly documents: PersistentMap<DocumentFacts>,
    private readonly usages: PersistentMap<Usage>,
    private readonly groups: Groups,
  ) {}

  get vocabulary(): Settings['vocabulary'] {
    return this.settings.vocabulary;
  }

  usage(id: string): Usage {
    return this.usages.get(id) ?? UNUSED;
  }

  /** All that claims and facts say of a subject under a property; the same object while nothing in it changes. */
  group(subject: string, property: string): Group | undefined {
    return this.groups.get(subject)?.get(property);
  }

  /** The same of every property that the subject is spoken of under. */
  groupsAbout(subject: string): ReadonlyMap<string, Group> {
    return this.groups.get(subject) ?? NOTHING_SAID;
  }

  withSettings(settings: Settings): Corpus {
    return new Corpus(settings, this.records, this.documents, this.usages, this.groups);
  }

  withRecords(files: Iterable<RecordFile>): Corpus {
    const changed = [...files];
    const groups = new GroupChanges(this.groups);
    for (const file of changed) groups.records(file.path, this.records.files.get(file.path), file);
    return this.having(this.records.withFiles(changed), groups);
  }

  withoutRecords(path: string): Corpus {
    const records = this.records.withoutFile(path);
    if (records === this.records) return this;
    const groups = new GroupChanges(this.groups);
    groups.records(path, this.records.files.get(path), undefined);
    return this.having(records, groups);
  }

  /** The same corpus, not a copy, where the facts are what they were. */
  withDocument(facts: DocumentFacts): Corpus {
    const before = this.documents.get(facts.path);
    if (before && sameFacts(before, facts)) return this;
    return this.withDocuments([facts]);
  }

  withDocuments(all: readonly DocumentFacts[]): Corpus {
    const changes = new UsageChanges();
    const groups = new GroupChanges(this.groups);
    for (const facts of all) {
      const before = this.documents.get(facts.path);
      if (before) changes.count(before, -1);
      changes.count(facts, 1);
      groups.document(facts.path, before, facts);
    }
    const documents = this.documents.withAll(all.map((facts) => [facts.path, facts]));
    return this.having(this.records, groups, documents, changes);
  }

  withoutDocument(path: string): Corpus {
    const before = this.documents.get(path);
    if (!before) return this;
    const changes = new UsageChanges();
    changes.count(before, -1);
    const groups = new GroupChanges(this.groups);
    groups.document(path, before, undefined);
    return this.having(this.records, groups, this.documents.without(path), changes);
  }

  private having(
    records: Records,
    groups: GroupChanges,
    documents: PersistentMap<DocumentFacts> = this.documents,
    changes?: UsageChanges,
  ): Corpus {
    const usages = changes?.appliedTo(this.usages) ?? this.usages;
    return new Corpus(this.settings, records, documents, usages, groups.applied());
  }
}

/** Adds up what documents add to and take from the usage of each entity. */
class UsageChanges {
  private readonly changes = new Map<string, { mentions: number; claims: number; documents: number }>();

  count(facts: DocumentFacts, sign: 1 | -1): void {
    const present = new Set<string>();
    for (const [id, times] of Object.entries(facts.mentions)) {
      this.of(id).mentions += sign * times;
      present.add(id);
    }
    for (const claim of facts.claims) {
      for (const id of claim.ids) {
        this.of(id).claims += sign;
        present.add(id);
      }
    }
    for (const id of present) this.of(id).documents += sign;
  }

  appliedTo(usages: PersistentMap<Usage>): PersistentMap<Usage> {
    const entries = [...this.changes].map(([id, change]): [string, Usage] => {
      const before = usages.get(id) ?? UNUSED;
      return [
        id,
        {
          mentions: before.mentions + change.mentions,
          claims: before.claims + change.claims,
          documents: before.documents + change.documents,
        },
      ];
    });
    return usages.withAll(entries);
  }

  private of(id: string): { mentions: number; claims: number; documents: number } {
    let change = this.changes.get(id);
    if (!change) {
      change = { mentions: 0, claims: 0, documents: 0 };
      this.changes.set(id, change);
    }
    return change;
  }
}
