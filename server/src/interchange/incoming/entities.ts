/**
 * Who the entities of foreign files are in this corpus: records that there are, by their ids and names, and new ones.
 * Guesses nobody's identity: a name that several records have is nobody's. Writes nothing.
 */

import type { View } from '../../checks/engine/check.ts';
import { normaliseText } from '../../core/normalise.ts';
import type { Pinyin } from '../../core/pinyin.ts';
import type { EntityRecord } from '../../core/record.ts';
import { formsOf } from '../../core/records.ts';
import { isDescription } from '../../features/tagging/descriptions.ts';
import { isHanText } from '../../features/tagging/language.ts';
import { idProblem, proposedId } from '../../features/tagging/newRecord.ts';
import type { Losses } from '../exchange/losses.ts';
import type { ExchangeDocument, ExchangeEntity, ExchangeMention } from '../exchange/model.ts';
import { typeForLabel } from './labels.ts';

/** A record to be written. */
export interface Newcomer {
  readonly entity: ExchangeEntity;
  readonly type: string;
}

export interface EntityOptions {
  /** What labels stand for, as somebody has said; empty for nothing that is wanted. */
  readonly labels: ReadonlyMap<string, string>;
  readonly pinyin: Pinyin | undefined;
}

/** The label of what nobody gives a type: somebody can say what it is, as of any label. */
const UNTYPED = 'untyped';

export class Entities {
  /** By the id that they get. */
  readonly newcomers = new Map<string, Newcomer>();
  /** The labels that nobody has said the meaning of, with how often they stand somewhere. */
  readonly unknownLabels = new Map<string, number>();
  readonly problems: string[] = [];
  private readonly told: ReadonlyMap<string, ExchangeEntity>;
  /** What a foreign id has become. */
  private readonly ids = new Map<string, string | undefined>();
  private readonly surfaces = new Map<string, string | undefined>();
  /** Records by the addresses that they are the same as. */
  private registered: ReadonlyMap<string, readonly EntityRecord[]> | undefined;

  constructor(
    private readonly view: View,
    entities: readonly ExchangeEntity[],
    private readonly options: EntityOptions,
    private readonly losses: Losses,
  ) {
    const told = new Map<string, ExchangeEntity>();
    for (const entity of entities) {
      if (told.has(entity.id)) this.problems.push(`two entities have the id ${entity.id}`);
      else told.set(entity.id, entity);
    }
    this.told = told;
    for (const id of told.keys()) this.resolve(id, undefined, undefined);
  }

  /** The id in this corpus of what a mention is of; undefined where it is nothing, or nobody knows. */
  ofMention(mention: ExchangeMention, document: ExchangeDocument): string | undefined {
    if (mention.entity !== undefined) return this.resolve(mention.entity, mention.type, nameIn(mention));
    const type = this.typeOf(mention.type, `${document.path}: ${mention.text}`);
    return type === undefined ? undefined : this.bySurface(type, mention, document);
  }

  /** The id in this corpus of a foreign one that is only referred to; itself where there is no entity of that id. */
  reference(id: string): string {
    return this.ids.get(id) ?? id;
  }

  /** Whether there is a record of `id`, or is going to be. */
  has(id: string): boolean {
    return this.newcomers.has(id) || this.view.corpus.records.get(id) !== undefined;
  }

  forms(id: string): readonly string[] {
    const record = this.view.corpus.records.get(id);
    if (record) return formsOf(record);
    const newcomer = this.newcomers.get(id)?.entity;
    return newcomer ? [...newcomer.names, ...newcomer.aliases].map((one) => normaliseText(one.text)) : [];
  }

  private resolve(id: string, label: string | undefined, name: string | undefined): string | undefined {
    if (this.ids.has(id)) return this.ids.get(id);
    const told = this.told.get(id);
    const record = this.view.corpus.records.get(id) ?? this.sameAs(told);
    const type = this.typeOf(told?.type ?? label ?? (told && !record ? UNTYPED : undefined), id);
    let own: string | undefined;
    if (record) {
      const recorded = record.type?.value;
      const { vocabulary } = this.view.corpus;
      const fits =
        type === undefined ||
        recorded === undefined ||
        vocabulary.isA(type, recorded) ||
        vocabulary.isA(recorded, type);
      if (!fits) this.problems.push(`${id} is a ${recorded} in this corpus and a ${type} in what is imported`);
      else if (told && saysMore(told, this.forms(record.id.value)))
        this.losses.add('names of entities that have a record here already, which is kept as it is', id);
      own = record.id.value;
    } else if (type !== undefined) own = this.welcome(id, told, type, name);
    this.ids.set(id, own);
    return own;
  }

  /** The one record that says it is the same as what the other tool means, by an address in a register. */
  private sameAs(told: ExchangeEntity | undefined): EntityRecord | undefined {
    if (!told || told.sameAs.length === 0) return undefined;
    this.registered ??= registeredIn(this.view);
    const found = new Set(told.sameAs.flatMap((address) => this.registered!.get(registerKey(address)) ?? []));
    return found.size === 1 ? [...found][0] : undefined;
  }

  private welcome(id: string, told: ExchangeEntity | undefined, type: string, name: string | undefined): string {
    const names = told && told.names.length > 0 ? told.names : [{ text: name ?? id }];
    const isFree = idProblem(this.view, id) === undefined && !this.newcomers.has(id);
    const own = isFree ? id : this.freshId(names[0]!.text, type);
    if (own !== id) this.losses.add('ids that are none here, replaced by others', `${id} → ${own}`);
    const bare: ExchangeEntity = {
      id: own,
      names,
      aliases: [],
      description: [],
      sameAs: [],
      distinctFrom: [],
      facts: [],
    };
    this.newcomers.set(own, { entity: told ? { ...told, id: own, names } : bare, type });
    return own;
  }

  private bySurface(type: string, mention: ExchangeMention, document: ExchangeDocument): string | undefined {
    const form = normaliseText(mention.text);
    const key = `${type}\u0000${form}`;
    if (this.surfaces.has(key)) return this.surfaces.get(key);
    const id = this.known(type, form, `${document.path}: ${mention.text}`);
    if (id !== null) {
      this.surfaces.set(key, id);
      return id;
    }
    if (form === '' || isDescription(mention.text)) {
      this.losses.add(
        'pronouns and descriptions of which nobody says whom they mean',
        `${document.path}: ${mention.text}`,
      );
      return undefined;
    }
    const text = mention.text.replace(/\s+/g, ' ').trim();
    const lang = this.languageFor(text, document.lang);
    const own = this.freshId(text, type);
    const entity: ExchangeEntity = {
      id: own,
      names: [{ text, lang }],
      aliases: [],
      description: [],
      sameAs: [],
      distinctFrom: [],
      facts: [],
    };
    this.newcomers.set(own, { entity, type });
    this.surfaces.set(key, own);
    return own;
  }

  /** The one record of a fitting type that has this name; undefined where several have it, null where none has. */
  private known(type: string, form: string, example: string): string | undefined | null {
    const { records, vocabulary } = this.view.corpus;
    const owners = records.gazetteer.ids(form).filter((id) => {
      const own = records.get(id)?.type?.value;
      return own !== undefined && (vocabulary.isA(own, type) || vocabulary.isA(type, own));
    });
    if (owners.length < 2) return owners[0] ?? null;
    this.losses.add('mentions by a name that several records have, so that nobody knows whose it is', example);
    return undefined;
  }

  private typeOf(label: string | undefined, example: string): string | undefined {
    if (label === undefined) return undefined;
    const { types } = this.view.corpus.vocabulary;
    const type = typeForLabel(label, new Set(types.keys()), this.options.labels);
    if (type === undefined) {
      this.unknownLabels.set(label, (this.unknownLabels.get(label) ?? 0) + 1);
      return undefined;
    }
    if (type === 'skip') this.losses.add(`spans labelled ${label}, which are not wanted`, example);
    else if (type === 'value')
      this.losses.add(`spans labelled ${label}, which mark values: Concord finds these by itself`, example);
    else return type;
    return undefined;
  }

  private freshId(name: string, type: string): string {
    const { view, newcomers } = this;
    const stem = proposedId(view, { name, type }, this.options.pinyin);
    for (let number = 1; ; number++) {
      const id = number === 1 ? stem : `${stem}-${number}`;
      if (!newcomers.has(id) && !this.told.has(id) && !view.corpus.records.get(id)) return id;
    }
  }

  private languageFor(text: string, own: string | undefined): string {
    const han = isHanText(text);
    const fits = (lang: string | undefined): lang is string =>
      lang !== undefined && /^(?:zh|ja|yue|wuu|lzh)(?:-|$)/i.test(lang) === han;
    return [own, ...this.view.settings.languages].find(fits) ?? (han ? 'zh' : 'en');
  }
}

/** The words of a mention, where they can be a name. */
const nameIn = ({ text }: ExchangeMention): string | undefined =>
  isDescription(text) || text.trim() === '' ? undefined : text.replace(/\s+/g, ' ').trim();

const saysMore = ({ names, aliases }: ExchangeEntity, forms: readonly string[]): boolean =>
  [...names, ...aliases].some(({ text }) => !forms.includes(normaliseText(text)));

function registeredIn({ corpus }: View): ReadonlyMap<string, readonly EntityRecord[]> {
  const all = new Map<string, readonly EntityRecord[]>();
  for (const record of corpus.records.values())
    for (const { value } of record.sameAs) {
      const key = registerKey(value);
      all.set(key, [...(all.get(key) ?? []), record]);
    }
  return all;
}

/** One for the ways in which the same entry of a register is written. */
const registerKey = (address: string): string =>
  address
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/^wikidata\.org\/(?:entity|wiki)\//, 'wikidata.org/')
    .replace(/\/$/, '');
