/** The characters of a TEI text, with the places of the names in it. Knows no header and no lists. */

import type { Span } from '../../../core/text.ts';
import { idIn } from './ids.ts';
import type { Element } from './xml.ts';

/** How a text is read. */
export interface Marking {
  /** White space is kept as it is; else a run of it is one space. */
  readonly isKept: boolean;
  /** Elements that are not read. */
  readonly skipped: ReadonlySet<string>;
  /** Elements that stand on lines of their own, with how many line breaks there are at least around them. */
  readonly blocks: ReadonlyMap<string, number>;
  isName(element: string): boolean;
}

export const NAMES = new Set([
  ...['persName', 'orgName', 'placeName', 'geogName', 'eventName', 'objectName', 'name', 'rs', 'date'],
  ...['country', 'region', 'settlement', 'district', 'bloc'],
]);

export interface Named {
  readonly span: Span;
  readonly element: Element;
  /** Undefined where the name says not whose it is. */
  readonly entity?: string;
}

export interface TextWithNames {
  readonly body: string;
  /** In order of the text, outer ones first. */
  readonly names: readonly Named[];
}

export function textWithNames(element: Element, marking: Marking): TextWithNames {
  const reading = new TextReading(marking);
  reading.read(element);
  return { body: reading.body, names: reading.names() };
}

class TextReading {
  private readonly pieces: string[] = [];
  private length = 0;
  private isSpaced = false;
  private breaks = 0;
  private readonly open: { readonly element: Element; start: number; end: number }[] = [];

  constructor(private readonly marking: Marking) {}

  get body(): string {
    return this.pieces.join('');
  }

  names(): readonly Named[] {
    return this.open
      .filter(({ start, end }) => start < end)
      .map(({ element, start, end }) => {
        const entity = entityOf(element);
        return { span: { start, end }, element, ...(entity !== undefined && { entity }) };
      });
  }

  read(element: Element): void {
    const { skipped, blocks, isName } = this.marking;
    if (skipped.has(element.name)) return;
    const block = blocks.get(element.name);
    if (block !== undefined) this.breaks = Math.max(this.breaks, block);
    if (element.name === 'lb' && element.attributes.break !== 'no' && !this.marking.isKept)
      this.breaks = Math.max(this.breaks, 1);
    const name = NAMES.has(element.name) && isName(element.name) ? { element, start: -1, end: -1 } : undefined;
    if (name) this.open.push(name);
    const before = this.length;
    const isPending = this.isSpaced || this.breaks > 0;
    for (const one of element.content) {
      if (typeof one === 'string') this.add(one);
      else this.read(one);
    }
    if (name && this.length > before) {
      // What was written first may be the space or the line break before the name.
      name.start = isPending && !this.marking.isKept ? this.skipSpace(before) : before;
      name.end = this.length;
    }
    if (block !== undefined) this.breaks = Math.max(this.breaks, block);
  }

  private skipSpace(from: number): number {
    const written = this.gaps.get(from);
    return written ?? from;
  }

  /** Where the characters begin behind a gap, by where the gap begins. */
  private readonly gaps = new Map<number, number>();

  private add(text: string): void {
    if (this.marking.isKept) {
      this.push(text);
      return;
    }
    for (const [piece] of text.matchAll(/[ \t\r\n]+|[^ \t\r\n]+/g)) {
      if (/^[ \t\r\n]/.test(piece)) {
        this.isSpaced = true;
        continue;
      }
      const gap = this.length === 0 ? '' : this.breaks > 0 ? '\n'.repeat(this.breaks) : this.isSpaced ? ' ' : '';
      if (gap !== '') {
        this.gaps.set(this.length, this.length + gap.length);
        this.push(gap);
      }
      this.push(piece);
      this.isSpaced = false;
      this.breaks = 0;
    }
  }

  private push(text: string): void {
    if (text === '') return;
    this.pieces.push(text);
    this.length += text.length;
  }
}

/** Whom a name is of: the name behind `#` in `ref`, an address as it is, or a key. */
function entityOf({ attributes }: Element): string | undefined {
  const [reference] = (attributes.ref ?? attributes.corresp ?? '').split(/\s+/).filter((one) => one !== '');
  if (reference === undefined)
    return attributes.key === undefined || attributes.key === '' ? undefined : attributes.key;
  if (/^https?:/i.test(reference)) return reference;
  const name = reference.slice(reference.indexOf('#') + 1).replace(/^[a-z]{1,12}:/i, '');
  return name === '' ? undefined : idIn(name);
}
