/**
 * W3C Web Annotations as documents: Concord's own pages whole, those of other tools as mentions in a text that lies beside
 * them. Fetches nothing, and guesses no place.
 */

import { Fields, isObject } from '../../exchange/fields.ts';
import type { ImportProblem, InFile } from '../../exchange/format.ts';
import { textOf } from '../../exchange/lines.ts';
import type { Losses } from '../../exchange/losses.ts';
import type { ExchangeDocument, ExchangeEntity } from '../../exchange/model.ts';
import { ForeignEntities } from '../../linked/foreign.ts';
import { addressesFrom } from '../../linked/names.ts';
import { documentFrom, entityFrom } from '../jsonl/read.ts';
import { contextProblem } from './context.ts';
import { Places, type Range } from './place.ts';

type Plain = Readonly<Record<string, unknown>>;

/** A file of annotations is read whole. */
const LARGEST = 128 * 1024 * 1024;

/** A collection has pages, and pages have annotations. */
const DEEPEST = 4;

interface Draft {
  readonly file: string;
  /** As Concord's JSON Lines have a document, without what is annotated. */
  readonly head: Plain;
  readonly body: string;
  readonly places: Places;
  readonly mentions: object[];
  readonly claims: object[];
}

export class Reading {
  readonly documents: ExchangeDocument[] = [];
  readonly entities: ExchangeEntity[] = [];
  readonly problems: ImportProblem[] = [];
  private readonly foreign = new ForeignEntities();
  private readonly drafts = new Map<string, Draft>();
  private isForeign = false;

  constructor(
    private readonly texts: readonly InFile[],
    private readonly losses: Losses,
  ) {}

  /** Whether every document has been told whole. */
  get whole(): boolean {
    return !this.isForeign;
  }

  take(file: InFile): void {
    const problem = (message: string): void => void this.problems.push({ file: file.path, message });
    const root = this.parsed(file, problem);
    if (root === undefined) return;
    for (const one of Array.isArray(root) ? root : [root]) {
      if (!isObject(one)) problem('it holds what is no annotation');
      else this.top(one as Plain, file, problem);
    }
  }

  /** After the last file. */
  finish(): void {
    for (const { file, head, body, mentions, claims } of this.drafts.values()) {
      const before = this.problems.length;
      const fields = new Fields({ ...head, body, mentions, claims }, '', (message) => {
        this.problems.push({ file, message });
      });
      const document = documentFrom(fields);
      if (document && this.problems.length === before) this.documents.push(document);
    }
    this.entities.push(...this.foreign.all());
  }

  private parsed(file: InFile, problem: (message: string) => void): unknown {
    if (file.bytes.length > LARGEST) {
      problem(`it is larger than ${LARGEST / 1024 / 1024} MB`);
      return undefined;
    }
    const text = textOf(file);
    if (typeof text !== 'string') {
      problem(text.message);
      return undefined;
    }
    try {
      return JSON.parse(text.replace(/^\ufeff/, ''));
    } catch (reason) {
      problem(`it is no JSON: ${(reason as Error).message.replace(/\s+/g, ' ').slice(0, 200)}`);
      return undefined;
    }
  }

  private top(root: Plain, file: InFile, problem: (message: string) => void): void {
    const wrong = contextProblem(root['@context']);
    if (wrong !== undefined) {
      problem(wrong);
      return;
    }
    this.node(root, file, this.ownDocument(root, file, problem), problem, 0);
  }

  /** A page, collection, graph or annotation. */
  private node(
    root: Plain,
    file: InFile,
    own: Draft | undefined,
    problem: (message: string) => void,
    depth: number,
  ): void {
    if (depth > DEEPEST) {
      problem('its collections are nested too deeply');
      return;
    }
    const types = listOf(root.type ?? root['@type']);
    if (types.includes('AnnotationCollection')) {
      if (isObject(root.first)) {
        const first = root.first as Plain;
        this.node(first, file, this.ownDocument(first, file, problem), problem, depth + 1);
        if (first.next !== undefined)
          problem('the collection goes on in another page, which is not here; nothing is fetched');
      } else problem('the pages of the collection are not here, and nothing is fetched');
      return;
    }
    if (types.includes('Annotation')) {
      this.annotation(root, file, own, problem);
      return;
    }
    for (const one of [...listOf(root.items), ...listOf(root['@graph'])]) {
      if (!isObject(one)) problem('an annotation is given by its address only, and nothing is fetched');
      else if ((one as Plain)['concord:entity'] !== undefined) this.entity((one as Plain)['concord:entity'], file);
      else if (listOf((one as Plain).type).includes('AnnotationPage') && root['@graph'] !== undefined)
        this.node(one as Plain, file, this.ownDocument(one as Plain, file, problem), problem, depth + 1);
      else this.annotation(one as Plain, file, own, problem);
    }
  }

  private entity(payload: unknown, { path }: InFile): void {
    const before = this.problems.length;
    if (!isObject(payload)) return;
    const entity = entityFrom(
      new Fields(payload, 'concord:entity', (message) => this.problems.push({ file: path, message })),
    );
    if (entity && this.problems.length === before) this.entities.push(entity);
  }

  private ownDocument(page: Plain, { path: file }: InFile, problem: (message: string) => void): Draft | undefined {
    const head = page['concord:document'];
    if (!isObject(head)) return undefined;
    const { body, path } = head as Plain;
    if (typeof body === 'string' && typeof path === 'string') return this.draft(path, file, head as Plain, body);
    problem('concord:document needs a path and a body');
    return undefined;
  }

  private draft(key: string, file: string, head: Plain, body: string): Draft {
    const known = this.drafts.get(key);
    if (known) return known;
    const draft = { file, head, body, places: new Places(body, this.losses, key), mentions: [], claims: [] };
    this.drafts.set(key, draft);
    return draft;
  }

  private annotation(one: Plain, file: InFile, own: Draft | undefined, problem: (message: string) => void): void {
    const name = typeof one.id === 'string' ? one.id : 'an annotation';
    if (one.creator !== undefined || one.created !== undefined || one.modified !== undefined)
      this.losses.add('who made an annotation, and when', name);
    const targets = listOf(one.target);
    const draft = targets.length === 0 ? 'it has no target' : this.documentOf(targets, file, own);
    const { 'concord:claim': claim, 'concord:mention': mention } = one;
    const ranges = typeof draft === 'string' ? draft : rangesOf(targets, draft.places, isObject(claim));
    if (typeof draft === 'string' || typeof ranges === 'string') problem(`${name.slice(0, 120)}: ${ranges}`);
    else if (isObject(claim)) draft.claims.push(this.claim(claim as Plain, ranges, draft));
    else if (ranges.length === 0) this.losses.add('annotations of a text as a whole', name);
    else if (isObject(mention)) draft.mentions.push({ ...mention, spans: ordered(ranges) });
    else this.foreignMention(one, ordered(ranges), draft, name);
  }

  /** Where somebody has moved the passage since, the new words count. */
  private claim(claim: Plain, ranges: readonly Range[], { body, places }: Draft): object {
    if (!isObject(claim.quote) || ranges.length === 0) return claim;
    const { spans, text } = claim.quote as Plain;
    if (JSON.stringify(spans) === JSON.stringify(ranges)) return claim;
    const words = ranges.map(([start, end]) => body.slice(places.offsets.toUtf16(start), places.offsets.toUtf16(end)));
    // Words that Concord found nowhere, and that are still the same ones.
    if (spans === undefined && JSON.stringify(text) === JSON.stringify(words)) return claim;
    return { ...claim, quote: { text: words, spans: ranges } };
  }

  private foreignMention(one: Plain, spans: readonly Range[], draft: Draft, name: string): void {
    const motivations = listOf(one.motivation);
    let entity: { readonly address: string; readonly label: unknown } | undefined;
    let type: string | undefined;
    let others = one.bodyValue === undefined ? 0 : 1;
    for (const body of listOf(one.body)) {
      const { purpose, value, id, source, label, type: kind } = (isObject(body) ? body : { id: body }) as Plain;
      const purposes = purpose === undefined ? motivations : listOf(purpose);
      const address = addressOf(source) ?? addressOf(id);
      const isTag = purposes.includes('tagging') || purposes.includes('classifying');
      if (
        address !== undefined &&
        (purposes.includes('identifying') || purposes.includes('classifying')) &&
        !listOf(kind).includes('TextualBody')
      )
        entity ??= { address, label: label ?? (isObject(source) ? (source as Plain).label : undefined) };
      else if (isTag && typeof value === 'string' && value.trim() !== '') type ??= value.trim();
      else others++;
    }
    this.losses.add('bodies of annotations that say neither whom nor what kind of thing they mean', name, others);
    if (entity === undefined && type === undefined)
      this.losses.add('annotations that name no entity and no type', name);
    else draft.mentions.push({ spans, ...(entity && { entity: entity.address }), ...(type !== undefined && { type }) });
    if (!entity) return;
    const { body, places } = draft;
    const words = spans.map(([start, end]) => body.slice(places.offsets.toUtf16(start), places.offsets.toUtf16(end)));
    const { address, label } = entity;
    const called = typeof label === 'string' && label.trim() !== '' ? label.trim() : undefined;
    this.foreign.add(address, { type, label: called, words: words.join(' ') });
  }

  /** The document that targets are in: the page's own, or a text that lies beside the annotations. */
  private documentOf(targets: readonly unknown[], file: InFile, own: Draft | undefined): Draft | string {
    const sources = new Set(targets.map((target) => addressOf(target, 'source')));
    if (sources.size > 1) return 'its targets are in several documents';
    const [source] = sources;
    if (own) {
      const path = String(own.head.path);
      if (source === undefined || source.endsWith(addressesFrom('').document(path))) return own;
    }
    const text = this.textFor(source, file.path);
    if (typeof text === 'string') return text;
    const known = this.drafts.get(text.path);
    if (known) return known;
    const body = textOf(text);
    if (typeof body !== 'string') return `${text.path}: ${body.message}`;
    this.isForeign = true;
    return this.draft(text.path, file.path, { path: text.path }, body.replace(/^\ufeff/, ''));
  }

  private textFor(source: string | undefined, file: string): InFile | string {
    const bare = file.replace(/\.(?:jsonld|json)$/i, '');
    const beside = this.texts.filter(({ path }) => path === bare || path.replace(/\.[^./]+$/, '') === bare);
    const path = source === undefined ? undefined : pathIn(source);
    const named = this.texts.filter(
      (one) => path !== undefined && (path === one.path || path.endsWith(`/${one.path}`)),
    );
    const [found, ...more] = named.length > 0 ? named : beside;
    const what = source === undefined ? 'its document' : source.slice(0, 120);
    if (!found)
      return `the text of ${what} is not here: put it beside the annotations, as a file of the same name that ends in .txt or .md; nothing is fetched`;
    return more.length > 0 ? `several texts beside it may be that of ${what}` : found;
  }
}

/** The places of targets in a text, or why one has none; `mayMiss`: then there are none at all. */
function rangesOf(targets: readonly unknown[], places: Places, mayMiss: boolean): readonly Range[] | string {
  const ranges: Range[] = [];
  for (const target of targets) {
    const selector = isObject(target) ? (target as Plain).selector : undefined;
    const range = selector === undefined ? undefined : places.find(selector);
    if (typeof range === 'string') return mayMiss ? [] : range;
    if (range) ranges.push(range);
  }
  return ranges;
}

const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

const ordered = (ranges: readonly Range[]): readonly Range[] => [...ranges].sort((a, b) => a[0] - b[0]);

/** An address as a text, or as the `id` of an object, or of what stands in it under `key`. */
function addressOf(value: unknown, key?: string): string | undefined {
  if (typeof value === 'string') return value;
  if (!isObject(value)) return undefined;
  const inner = key === undefined ? undefined : (value as Plain)[key];
  if (inner !== undefined) return addressOf(inner);
  const { id } = value as Plain;
  return typeof id === 'string' ? id : undefined;
}

function pathIn(address: string): string {
  const bare = address.replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}
