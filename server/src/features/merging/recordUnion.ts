/** What one record takes over from another that is to go: names, facts and everything else it has. Knows no document. */

import { isHanOrKana } from '../../core/characters.ts';
import {
  addAlias,
  addFact,
  addName,
  addToRecordList,
  copied,
  copiedFields,
  meaningOf,
  setClaimKey,
  setRecordKey,
  text,
} from '../../core/edit.ts';
import { normaliseText } from '../../core/normalise.ts';
import type { EntityRecord, Name, RecordFile } from '../../core/record.ts';
import { formsOf } from '../../core/records.ts';
import type { YamlMap, YamlNode } from '../../core/yaml.ts';
import type { Drafts } from './drafts.ts';
import type { MergeNote } from './notes.ts';

/** Where the facts of the record that goes are to be found: the n-th of them is the one of that name. */
export interface Union {
  readonly notes: readonly MergeNote[];
  readonly factNames: readonly string[];
  /** How many facts the record had itself. */
  readonly ownFacts: number;
}

/**
 * Writes into the record `into` what `from` has and it has not, both as the drafts have them by now. `languages` are those
 * of the corpus, for a form of none where forms are kept by language.
 */
export function unite(drafts: Drafts, from: EntityRecord, into: EntityRecord, languages: readonly string[]): Union {
  const now = (record: EntityRecord) => recordIn(drafts, record) ?? record;
  const union = new Uniting(drafts, now(from), now(into), languages);
  union.names();
  union.lists();
  const notes = [...union.idAsAlias(), ...union.otherKeys()];
  return { notes, ...union.facts() };
}

class Uniting {
  private readonly fields: YamlMap | undefined;

  constructor(
    private readonly drafts: Drafts,
    private readonly from: EntityRecord,
    private readonly into: EntityRecord,
    private readonly languages: readonly string[],
  ) {
    const node = valueIn(drafts.records(from.path)?.root, from.id.value);
    this.fields = node?.kind === 'map' ? node : undefined;
  }

  names(): void {
    const { from } = this;
    // In a language that has no name yet it is the name; what is left over is one more way to say it.
    const left: Name[] = [];
    for (const name of from.names) {
      const { names } = this.record();
      const free = name.lang !== undefined && names.some(({ lang }) => lang !== undefined);
      if (free && !names.some(({ lang }) => lang === name.lang)) {
        this.change((file, record) => addName(file, record, name.text, name.lang!));
      } else left.push(name);
    }
    for (const { text: form, lang } of [...left, ...from.aliases]) this.addForm(form, lang);
  }

  lists(): void {
    for (const { value } of this.from.sameAs) this.addTo('same-as', value);
    for (const { value } of this.from.distinctFrom) {
      if (value !== this.into.id.value) this.addTo('distinct-from', value);
    }
  }

  /** An id that reads like a name may stand in texts; any other is gone for good. */
  idAsAlias(): readonly MergeNote[] {
    const id = this.from.id.value;
    if (formsOf(this.record()).includes(normaliseText(id))) return [];
    const params = { id, into: this.into.id.value };
    if (!isNameLike(id)) return [{ message: 'merge-id-gone', params }];
    this.addForm(id, undefined);
    return [{ message: 'merge-id-alias', params }];
  }

  otherKeys(): readonly MergeNote[] {
    const notes: MergeNote[] = [];
    for (const { key, value } of this.fields?.entries ?? []) {
      if (TAKEN.has(key.value) || value.kind === 'missing') continue;
      const file = this.drafts.records(this.from.path)!;
      const own = valueIn(this.mapOf(), key.value);
      if (!own || own.kind === 'missing') {
        const data = copied(value, file.text);
        this.change((into, record) => setRecordKey(into, record, key.value, data));
      } else if (JSON.stringify(meaningOf(own)) !== JSON.stringify(meaningOf(value))) {
        const shown = (node: YamlNode) => shownMeaning(meaningOf(node));
        const params = { key: key.value, into: this.into.id.value, ours: shown(own), theirs: shown(value) };
        notes.push({ message: 'merge-other-value', params });
      }
    }
    return notes;
  }

  facts(): Pick<Union, 'factNames' | 'ownFacts'> {
    const items = itemsOf(valueIn(this.fields, 'facts'));
    const ownItems = itemsOf(valueIn(this.mapOf(), 'facts'));
    const known = ownItems.map((item) => (item.kind === 'map' ? signatureOf(item) : ''));
    const factNames: string[] = [];
    let count = ownItems.length;
    for (const item of items) {
      const file = this.drafts.records(this.from.path)!;
      const fields = item.kind === 'map' ? copiedFields(item, file.text) : undefined;
      if (item.kind !== 'map' || !fields) {
        this.drafts.make(file, undefined);
        break;
      }
      const same = known.indexOf(signatureOf(item));
      const id = idOf(item);
      if (same >= 0) {
        const own = ownItems[same]!;
        const ownId = own.kind === 'map' ? idOf(own) : undefined;
        if (id !== undefined && ownId === undefined) this.nameFact(same, id);
        factNames.push(ownId ?? id ?? `${this.into.id.value}.${same + 1}`);
        continue;
      }
      this.change((into, record) => addFact(into, record, fields));
      count++;
      factNames.push(id ?? `${this.into.id.value}.${count}`);
    }
    return { factNames, ownFacts: ownItems.length };
  }

  /** Gives a fact of the record that stays the id that the same fact of the other had. */
  private nameFact(index: number, id: string): void {
    this.change((file, record) => {
      const starts = [...new Set(record.facts.map(({ span }) => span.start))];
      const fact = record.facts.find(({ span }) => span.start === starts[index]);
      return fact && setClaimKey(file, fact, 'id', text(id));
    });
  }

  private addForm(form: string, lang: string | undefined): void {
    const normalised = normaliseText(form);
    if (normalised === '' || formsOf(this.record()).includes(normalised)) return;
    const isHan = [...form].some((letter) => isHanOrKana(letter.charCodeAt(0)));
    const likely = this.languages.find((language) => /^(?:zh|ja|yue|wuu|lzh)/.test(language) === isHan);
    this.change((file, record) => addAlias(file, record, form, lang) ?? addAlias(file, record, form, likely));
  }

  private addTo(key: 'same-as' | 'distinct-from', value: string): void {
    this.change((file, record) => addToRecordList(file, record, key, value));
  }

  private change(edit: (file: RecordFile, record: EntityRecord) => ReturnType<typeof addAlias>): void {
    const file = this.drafts.records(this.into.path);
    if (file && this.drafts.refused === undefined) this.drafts.make(file, edit(file, this.record()));
  }

  /** The record that stays, as it is now. */
  private record(): EntityRecord {
    return recordIn(this.drafts, this.into) ?? this.into;
  }

  private mapOf(): YamlMap | undefined {
    const node = valueIn(this.drafts.records(this.into.path)?.root, this.into.id.value);
    return node?.kind === 'map' ? node : undefined;
  }
}

const recordIn = (drafts: Drafts, { path, id }: EntityRecord): EntityRecord | undefined =>
  drafts.records(path)?.records.find((record) => record.id.value === id.value);

/** Keys that are united in a way of their own. */
const TAKEN: ReadonlySet<string> = new Set(['name', 'aliases', 'same-as', 'distinct-from', 'facts']);

const valueIn = (map: YamlMap | undefined, key: string): YamlNode | undefined =>
  map?.entries.find((entry) => entry.key.value === key)?.value;

const itemsOf = (node: YamlNode | undefined): readonly YamlNode[] => (node?.kind === 'seq' ? node.items : []);

const idOf = (map: YamlMap): string | undefined => {
  const node = valueIn(map, 'id');
  return node?.kind === 'scalar' ? node.value : undefined;
};

/** What a fact says, whatever it is called and in whatever order. */
function signatureOf(map: YamlMap): string {
  const said = map.entries.filter(({ key }) => key.value !== 'id');
  return JSON.stringify(said.map(({ key, value }) => [key.value, meaningOf(value)]).sort());
}

const shownMeaning = (meaning: ReturnType<typeof meaningOf>): string =>
  typeof meaning === 'string' ? meaning : JSON.stringify(meaning);

/** A word that somebody could write: with a capital or in Han, and without what only ids have. */
const isNameLike = (id: string): boolean =>
  /^[\p{L}\p{M}]+$/u.test(id) && (/\p{Lu}/u.test(id) || [...id].some((letter) => isHanOrKana(letter.charCodeAt(0))));
