/** All records of a corpus: found by id, their forms in one gazetteer. Immutable; knows no document. */

import { Gazetteer } from './gazetteer.ts';
import { normaliseText } from './normalise.ts';
import type { EntityRecord, RecordFile } from './record.ts';

export class Records {
  static readonly empty = new Records(new Map(), Gazetteer.of([]));

  /** Every record of an id, in order of path and place: more than one is a finding, and the first counts. */
  private readonly byId: ReadonlyMap<string, readonly EntityRecord[]>;

  private constructor(
    readonly files: ReadonlyMap<string, RecordFile>,
    /** The forms of all records: names and aliases in every language. */
    readonly gazetteer: Gazetteer,
  ) {
    const byId = new Map<string, EntityRecord[]>();
    for (const path of [...files.keys()].sort()) {
      for (const record of files.get(path)!.records) {
        const same = byId.get(record.id.value);
        if (same) same.push(record);
        else byId.set(record.id.value, [record]);
      }
    }
    this.byId = byId;
  }

  get(id: string): EntityRecord | undefined {
    return this.byId.get(id)?.[0];
  }

  all(id: string): readonly EntityRecord[] {
    return this.byId.get(id) ?? [];
  }

  ids(): Iterable<string> {
    return this.byId.keys();
  }

  get size(): number {
    return this.byId.size;
  }

  /** The first record of each id. */
  *values(): Iterable<EntityRecord> {
    for (const [first] of this.byId.values()) if (first) yield first;
  }

  withFiles(changed: Iterable<RecordFile>): Records {
    const files = new Map(this.files);
    for (const file of changed) files.set(file.path, file);
    return this.rebuilt(files);
  }

  withoutFile(path: string): Records {
    if (!this.files.has(path)) return this;
    const files = new Map(this.files);
    files.delete(path);
    return this.rebuilt(files);
  }

  /** The gazetteer stays the same object while the forms do: what was found in the documents then still holds. */
  private rebuilt(files: ReadonlyMap<string, RecordFile>): Records {
    const unchanged =
      files.size === this.files.size &&
      [...files].every(([path, file]) => {
        const before = this.files.get(path);
        return before === file || (before !== undefined && sameForms(before, file));
      });
    return new Records(files, unchanged ? this.gazetteer : Gazetteer.of(entriesOf(files.values())));
  }
}

/** The forms of a record as they are compared with text: normalised, without blank ones. */
export function formsOf(record: EntityRecord): readonly string[] {
  let forms = formsByRecord.get(record);
  if (!forms) {
    const names = [...record.names, ...record.aliases];
    forms = names.map(({ text }) => normaliseText(text)).filter((form) => form !== '');
    formsByRecord.set(record, forms);
  }
  return forms;
}

const formsByRecord = new WeakMap<EntityRecord, readonly string[]>();

function* entriesOf(files: Iterable<RecordFile>): Iterable<{ form: string; id: string }> {
  for (const file of files) {
    for (const record of file.records) {
      for (const form of formsOf(record)) yield { form, id: record.id.value };
    }
  }
}

function sameForms(a: RecordFile, b: RecordFile): boolean {
  const signature = (file: RecordFile) =>
    file.records.map((record) => [record.id.value, ...formsOf(record)].join('\u0001')).join('\u0002');
  return signature(a) === signature(b);
}
