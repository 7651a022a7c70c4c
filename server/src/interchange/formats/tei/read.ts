/** TEI P5 as documents and entities: what Concord wrote whole, of what others wrote the text, its names and their lists. */

import { Fields, isObject } from '../../exchange/fields.ts';
import type { ImportProblem, InFile } from '../../exchange/format.ts';
import { textOf } from '../../exchange/lines.ts';
import type { Losses } from '../../exchange/losses.ts';
import type { ExchangeDocument, ExchangeEntity } from '../../exchange/model.ts';
import { Offsets } from '../../exchange/offsets.ts';
import { ForeignEntities } from '../../linked/foreign.ts';
import { documentFrom, entityFrom } from '../jsonl/read.ts';
import { objectIn } from './features.ts';
import { foreignDocument, foreignEntities } from './foreign.ts';
import { type Marking, textWithNames } from './text.ts';
import { TEI } from './write.ts';
import { type Element, elementsIn, first, found, NotXml, readXml } from './xml.ts';

type Plain = Readonly<Record<string, unknown>>;

/** Read whole. */
const LARGEST = 128 * 1024 * 1024;

export class Reading {
  readonly documents: ExchangeDocument[] = [];
  readonly entities: ExchangeEntity[] = [];
  readonly problems: ImportProblem[] = [];
  private isForeign = false;
  private readonly foreign = new ForeignEntities();

  constructor(private readonly losses: Losses) {}

  get whole(): boolean {
    return !this.isForeign;
  }

  take(file: InFile): void {
    const problem = (message: string, line?: number): void => {
      this.problems.push({ file: file.path, ...(line !== undefined && { line }), message });
    };
    const root = parsed(file, problem);
    if (!root) return;
    const isCorpus = root.name === 'teiCorpus';
    if (root.name !== 'TEI' && !isCorpus) problem(`it is no TEI P5: its element is ${root.name.slice(0, 80)}`);
    const all = isCorpus ? elementsIn(root).filter(({ name }) => name === 'TEI') : root.name === 'TEI' ? [root] : [];
    for (const [i, one] of all.entries()) this.text(one, file.path, all.length > 1 ? i + 1 : undefined, problem);
  }

  /** After the last file. */
  finish(): void {
    this.entities.push(...this.foreign.all());
  }

  private text(tei: Element, file: string, number: number | undefined, problem: (message: string) => void): void {
    const structures = [...found(tei, new Set(['fs']))];
    const own = (type: string) =>
      structures.flatMap((one) => {
        const object = one.attributes.type === type ? objectIn(one) : undefined;
        return isObject(object) ? [object as Plain] : [];
      });
    const entities = own('concord-entity');
    for (const object of entities) this.keep(this.entities, (fields) => entityFrom(fields), object, problem);
    const [head, ...more] = own('concord-document');
    if (more.length > 0) problem('it says twice which document of Concord it is');
    else if (head) {
      const { body, mentions } = ownText(tei);
      const others = own('concord-mention');
      const object = { ...head, body, mentions: [...mentions, ...others].sort(inOrder), claims: own('concord-claim') };
      this.keep(this.documents, documentFrom, object, problem);
    } else if (entities.length === 0) {
      this.isForeign = true;
      this.entities.push(...foreignEntities(tei, this.losses, file));
      const document = foreignDocument(tei, file, number, this.losses, this.foreign);
      if (document) this.documents.push(document);
    }
  }

  private keep<T>(
    all: T[],
    from: (fields: Fields) => T | undefined,
    object: Plain,
    problem: (message: string) => void,
  ): void {
    const before = this.problems.length;
    const read = from(new Fields(object, '', problem));
    if (read !== undefined && this.problems.length === before) all.push(read);
  }
}

function parsed(file: InFile, problem: (message: string, line?: number) => void): Element | undefined {
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
    return readXml(text.replace(/^\ufeff/, ''), TEI);
  } catch (reason) {
    if (!(reason instanceof NotXml)) throw reason;
    problem(reason.message, reason.line);
    return undefined;
  }
}

const OWN: Marking = { isKept: true, skipped: new Set(), blocks: new Map(), isName: (name) => name !== 'date' };

function ownText(tei: Element): { readonly body: string; readonly mentions: readonly object[] } {
  const text = first(tei, 'text');
  const { body, names } = textWithNames(text ? (first(text, 'div') ?? text) : tei, OWN);
  const offsets = new Offsets(body, 'code-point');
  const mentions = names.map(({ span, entity, element }) => ({
    entity,
    type: element.attributes.type,
    kind: element.attributes.subtype,
    spans: [[offsets.fromUtf16(span.start), offsets.fromUtf16(span.end)]],
  }));
  return { body, mentions };
}

interface Spanned {
  readonly spans?: unknown;
}

/** By their first place, the longer first. */
function inOrder(a: Spanned, b: Spanned): number {
  const [from, to] = placeOf(a);
  const [start, end] = placeOf(b);
  return from - start || end - to;
}

function placeOf({ spans }: Spanned): readonly [number, number] {
  const [span] = Array.isArray(spans) ? spans : [];
  const [from, to] = Array.isArray(span) ? span : [];
  return [Number(from), Number(to)];
}
