/**
 * What foreign files come to in this corpus: new documents, additions to documents whose body is the same, and records,
 * as texts of files. Nothing that the corpus has is overwritten. Writes nothing.
 */

import type { View } from '../../checks/engine/check.ts';
import { newRecordPath } from '../../checks/engine/newRecord.ts';
import type { Document } from '../../core/document.ts';
import { addRecords, applied } from '../../core/edit.ts';
import { normaliseText } from '../../core/normalise.ts';
import type { Pinyin } from '../../core/pinyin.ts';
import { parseRecords } from '../../core/record.ts';
import type { Imported } from '../exchange/format.ts';
import type { Losses } from '../exchange/losses.ts';
import { type ExchangeClaim, type ExchangeDocument, isRef } from '../exchange/model.ts';
import { isWellFormed } from '../exchange/offsets.ts';
import { merged } from './additions.ts';
import { composed, type Outcome } from './compose.ts';
import { recordData } from './data.ts';
import { Entities } from './entities.ts';
import type { Names } from './mentions.ts';
import { pathOf } from './paths.ts';

export interface PlanOptions {
  /** What foreign labels stand for; empty for what is not wanted. */
  readonly labels: ReadonlyMap<string, string>;
  /** Whether names are kept from places that the other tool has not marked. */
  readonly exact: boolean;
  /** Where new documents go, with `/` at its end; undefined for where their own paths say. */
  readonly folder: string | undefined;
  readonly pinyin: Pinyin | undefined;
  /** Whether a file has this path already. */
  isTaken(path: string): boolean;
}

export interface PlannedFile {
  /** From the corpus root, with `/`. */
  readonly path: string;
  /** What it holds now; undefined for a new file. */
  readonly before?: string;
  readonly text: string;
}

export interface Plan {
  readonly files: readonly PlannedFile[];
  /** Reasons why something cannot be imported, each with what it is about. */
  readonly problems: readonly { readonly about: string; readonly message: string }[];
  readonly created: readonly string[];
  readonly extended: readonly string[];
  /** Documents that have all of it already. */
  readonly unchanged: readonly string[];
  /** Ids of new records. */
  readonly records: readonly string[];
}

export function planImport(view: View, imported: Imported, options: PlanOptions, losses: Losses): Plan {
  return new Planner(view, imported, options, losses).plan();
}

class Planner {
  private readonly problems: { about: string; message: string }[] = [];
  private readonly files: PlannedFile[] = [];
  private readonly created: string[] = [];
  private readonly extended: string[] = [];
  private readonly unchanged: string[] = [];
  private readonly entities: Entities;
  private readonly taken = new Set<string>();
  /** What the paths of foreign documents have become. */
  private readonly paths = new Map<string, string>();

  constructor(
    private readonly view: View,
    private readonly imported: Imported,
    private readonly options: PlanOptions,
    private readonly losses: Losses,
  ) {
    this.entities = new Entities(view, imported.entities, options, losses);
  }

  plan(): Plan {
    const sound = this.imported.documents.filter((document) => this.isSound(document));
    const resolved = sound.map((document) => this.resolved(document));
    for (const message of this.entities.problems) this.problems.push({ about: 'entities', message });
    for (const [label, count] of this.entities.unknownLabels) {
      const message = `${count} ${count === 1 ? 'span is' : 'spans are'} labelled ${label}, which is no type of this corpus: --label ${label}=TYPE says what it is, --label ${label}= leaves it out`;
      this.problems.push({ about: 'labels', message });
    }
    const known = this.bodies(resolved);
    const places = resolved.map((document) => this.place(document, known));
    const names = this.names();
    for (const [i, document] of resolved.entries()) {
      const place = places[i];
      if (place) this.write(document, place, names);
    }
    this.writeRecords();
    const { files, problems, created, extended, unchanged } = this;
    return { files, problems, created, extended, unchanged, records: [...this.entities.newcomers.keys()] };
  }

  private isSound({ path, body }: ExchangeDocument): boolean {
    const message = body.includes('\0')
      ? 'the text has null characters, as files that are no text do'
      : !isWellFormed(body)
        ? 'the text holds half of a character (a lone surrogate), which no file can'
        : body.trim() === ''
          ? 'there is no text in it'
          : undefined;
    if (message !== undefined) this.problems.push({ about: path, message });
    return message === undefined;
  }

  /** With the ids that its entities have here. */
  private resolved(document: ExchangeDocument): ExchangeDocument {
    const refs = new Map<string, string>();
    const mentions = document.mentions.flatMap((mention) => {
      const entity = this.entities.ofMention(mention, document);
      if (entity !== undefined && mention.ref !== undefined) refs.set(mention.ref, entity);
      return entity === undefined ? [] : [{ ...mention, entity }];
    });
    const declarations = document.declarations?.map((one) => ({ ...one, id: this.entities.reference(one.id) }));
    const claims = document.claims.flatMap((claim) => {
      const own = withIds(claim, (id) => refs.get(id) ?? this.entities.reference(id));
      const open = [own.subject, own.value?.kind === 'text' ? own.value.text : undefined].some(isRef);
      if (open) this.losses.add('relations of what is no entity here', `${document.path}: ${claim.property ?? ''}`);
      return open ? [] : [own];
    });
    return { ...document, mentions, claims, ...(declarations && { declarations }) };
  }

  /** The documents of the corpus whose body is one of those that come in, by that body. */
  private bodies(incoming: readonly ExchangeDocument[]): ReadonlyMap<string, Document> {
    const wanted = new Set(incoming.map(({ body }) => body));
    const lengths = new Set([...wanted].map(({ length }) => length));
    const found = new Map<string, Document>();
    for (const path of [...this.view.ask(({ documents }) => documents).keys()].sort()) {
      const document = this.view.document(path);
      if (!document || !lengths.has(document.body.end - document.body.start)) continue;
      const body = document.text.slice(document.body.start, document.body.end);
      // Of several with one body the one whose path comes in too is meant.
      const isMeant = incoming.some((one) => one.body === body && one.path === path);
      if (wanted.has(body) && (!found.has(body) || isMeant)) found.set(body, document);
    }
    return found;
  }

  /** The document that it is added to, or the path that it gets. */
  private place(document: ExchangeDocument, known: ReadonlyMap<string, Document>): Document | string | undefined {
    const twin = known.get(document.body);
    if (twin) {
      this.paths.set(document.path, twin.path);
      return twin;
    }
    const isTaken = (one: string) => this.taken.has(one.toLowerCase()) || this.options.isTaken(one);
    const path = pathOf(document, this.view.corpus, { ...this.options, isTaken });
    if (path === undefined) {
      const message = 'concord.yaml leaves no place for it as a document; --to says where';
      this.problems.push({ about: document.path, message });
      return undefined;
    }
    if (path !== document.path) this.losses.add('documents under another path', `${document.path} → ${path}`);
    this.taken.add(path.toLowerCase());
    this.paths.set(document.path, path);
    return path;
  }

  /** The names of all records, those to come among them. */
  private names(): Names {
    const fresh = [...this.entities.newcomers].flatMap(([id, { entity }]) =>
      [...entity.names, ...entity.aliases].map(({ text }) => ({ form: normaliseText(text), id })),
    );
    const gazetteer = this.view.corpus.records.gazetteer.with(fresh.filter(({ form }) => form !== ''));
    return { gazetteer, forms: (id) => this.entities.forms(id) };
  }

  private write(incoming: ExchangeDocument, place: Document | string, names: Names): void {
    const document = { ...incoming, ...this.referring(incoming) };
    const { exact } = this.options;
    const path = typeof place === 'string' ? place : place.path;
    const digest = this.imported.whole ? document.recordedDigest : undefined;
    const outcome: Outcome =
      typeof place === 'string'
        ? composed(path, document, names, { exact, digest, ownDigest: !this.imported.whole })
        : merged(place, document, names, { exact });
    if ('problem' in outcome) {
      this.problems.push({ about: path, message: outcome.problem });
      return;
    }
    const shown = (text: string) => `${path}: ${text.replace(/\s+/g, ' ')}`;
    for (const text of outcome.missing) this.losses.add('mentions that cannot be told apart from others', shown(text));
    for (const text of outcome.extra) this.losses.add('mentions that a name makes and nobody has marked', shown(text));
    for (const text of outcome.unfound) this.losses.add('claims whose quote is not in the text', shown(text));
    if (typeof place !== 'string' && outcome.text === place.text) {
      this.unchanged.push(path);
      return;
    }
    if (typeof place === 'string') this.created.push(path);
    else this.extended.push(path);
    this.files.push({ path, text: outcome.text, ...(typeof place !== 'string' && { before: place.text }) });
  }

  /** With references to documents that have got another path. */
  private referring({ claims, translationOf, accept }: ExchangeDocument): Partial<ExchangeDocument> {
    const moved = (reference: string): string => {
      const at = reference.indexOf('#');
      const path = at < 0 ? reference : reference.slice(0, at);
      const now = this.paths.get(path);
      return now === undefined ? reference : now + reference.slice(path.length);
    };
    const accepted = (all: ExchangeDocument['accept']): ExchangeDocument['accept'] =>
      all.map((one) => ({ ...one, ...(one.with !== undefined && { with: moved(one.with) }) }));
    return {
      ...(translationOf !== undefined && { translationOf: moved(translationOf) }),
      claims: claims.map((claim) => ({ ...claim, see: claim.see.map(moved), accept: accepted(claim.accept) })),
      accept: accepted(accept),
    };
  }

  /** New records, each after the others of its type. */
  private writeRecords(): void {
    const byPath = new Map<string, [string, ReturnType<typeof recordData>][]>();
    for (const [id, { entity, type }] of this.entities.newcomers) {
      const path = newRecordPath(this.view, type);
      if (path === undefined) {
        this.problems.push({ about: id, message: `concord.yaml leaves no file for a record of the type ${type}` });
        continue;
      }
      const facts = entity.facts.map((fact) => withIds(fact, (one) => this.entities.reference(one)));
      const moved = facts.map((fact) => ({ ...fact, sources: fact.sources.map((one) => this.movedSource(one)) }));
      byPath.set(path, [...(byPath.get(path) ?? []), [id, recordData({ ...entity, facts: moved }, type)]]);
    }
    for (const [path, records] of byPath) this.writeRecordFile(path, records);
  }

  private movedSource(reference: string): string {
    const at = reference.indexOf('#');
    const path = at < 0 ? reference : reference.slice(0, at);
    return (this.paths.get(path) ?? path) + reference.slice(path.length);
  }

  private writeRecordFile(path: string, records: readonly [string, ReturnType<typeof recordData>][]): void {
    const before = this.view.corpus.records.files.get(path)?.text;
    // The first alone: how the others are set off is seen from it.
    let text = before ?? '';
    for (const part of before === undefined ? [records.slice(0, 1), records.slice(1)] : [records]) {
      if (part.length === 0) continue;
      const edits = addRecords(text === '' ? path : parseRecords(path, text), part);
      if (!edits) {
        this.problems.push({ about: path, message: 'the records cannot be added to this file; mend it first' });
        return;
      }
      text = applied(text, edits);
    }
    this.files.push({ path, text, ...(before !== undefined && { before }) });
  }
}

/** A claim with the ids that its entities have here. */
function withIds(claim: ExchangeClaim, own: (id: string) => string): ExchangeClaim {
  const { subject, by, value, qualifiers } = claim;
  const named = (one: ExchangeClaim['value']): ExchangeClaim['value'] =>
    one?.kind === 'text'
      ? { kind: 'text', text: own(one.text) }
      : one?.kind === 'list'
        ? { kind: 'list', items: one.items.map((item) => named(item)!) }
        : one;
  return {
    ...claim,
    ...(subject !== undefined && { subject: own(subject) }),
    ...(value && { value: named(value) }),
    ...(by && 'id' in by && { by: { id: own(by.id) } }),
    qualifiers: Object.fromEntries(Object.entries(qualifiers).map(([name, one]) => [name, named(one)!])),
  };
}
