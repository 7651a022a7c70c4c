/** Lays a tree out in the canonical style. Knows YAML's styles; the order of keys it is given, and no key by name. */

import { sectionsOf } from './order.ts';
import { type Shape, within } from './shapes.ts';
import { type BlockScalar, type Collection, isCollection, type Line, type Part, type Tree } from './tree.ts';

/** A flow collection under a key stays on its line up to this column; a longer one is written in block style. */
export const ENTRY_WIDTH = 160;
/** As an item it is a row of a table, which may be wider. */
export const ROW_WIDTH = 240;

const STEP = 2;

/** The lines of a whole file. */
export function linesOf(tree: Tree, shape: Shape): readonly string[] {
  const printer = new Printer();
  const verbatim = tree.parts.some(({ value }) => value.kind === 'verbatim');
  printer.map(tree, '', 0, verbatim ? { ...shape, order: undefined } : shape);
  return printer.whole();
}

/** The lines of parts that follow one another, from the column they stand in; the first begins behind what precedes it. */
export function linesOfParts(parts: readonly Part[], shapeOf: (part: Part) => Shape): readonly string[] {
  const printer = new Printer();
  const [first, ...rest] = parts;
  if (!first) return [];
  const margin = ' '.repeat(first.column);
  printer.part({ ...first, lead: [] }, margin, first.column, shapeOf(first));
  for (const part of rest) printer.part(part, margin, first.column, shapeOf(part));
  return printer.lines;
}

class Printer {
  readonly lines: string[] = [];
  /** The last line is a blank one that means nothing. */
  private blank = false;
  /** A blank line may follow: not at the start, not after another, and not where it would belong to a literal text. */
  private roomy = false;

  /** Without blank lines at the end. */
  whole(): readonly string[] {
    return this.blank ? this.lines.slice(0, -1) : this.lines;
  }

  /** The parts of a map from column `column` on; the first begins with `prefix`. */
  map({ parts, foot }: Collection, prefix: string, column: number, shape: Shape): void {
    let start = prefix;
    for (const section of sectionsOf(parts, shape.order)) {
      this.comments(section.head, start, column);
      for (const part of section.parts) {
        this.part(part, start, column, within(shape, part.key?.name));
        start = ' '.repeat(column);
      }
    }
    this.comments(foot, '', column);
  }

  private seq({ parts, foot }: Collection, prefix: string, column: number, shape: Shape): void {
    for (const [i, part] of parts.entries()) {
      this.part(part, i === 0 ? prefix : ' '.repeat(column), column, within(shape, undefined));
    }
    this.comments(foot, '', column);
  }

  /** One entry or item, `prefix` before it; `shape` is that of its value. */
  part(part: Part, prefix: string, column: number, shape: Shape): void {
    const { key, value, trail } = part;
    this.comments([...part.lead, ...part.raised], prefix, column);
    if (isCollection(value)) this.collection(part, value, prefix, column, shape);
    else if (value.kind === 'verbatim') this.put(...value.lines);
    else {
      const head = `${prefix}${key ? `${key.raw}:` : '-'}`;
      if (value.kind === 'hollow') this.put(head + trail);
      else if (value.kind === 'block') this.block(value, `${head} `, trail, column);
      else {
        const [first, ...rest] = value.lines;
        const margin = ' '.repeat(column + STEP);
        const lines = [`${head} ${first}`, ...rest.map((line) => (line === '' ? '' : margin + line))];
        this.put(...lines.slice(0, -1), lines.at(-1)! + trail);
      }
    }
    this.comments(part.foot, '', column + STEP);
  }

  private collection(part: Part, value: Collection, prefix: string, column: number, shape: Shape): void {
    const { key, trail } = part;
    const head = `${prefix}${key ? `${key.raw}:` : '-'}`;
    const line = value.flow ? inLine(value, shape) : undefined;
    const width = key ? ENTRY_WIDTH : ROW_WIDTH;
    if (line !== undefined && (head.length + 1 + line.length <= width || value.parts.length === 0)) {
      this.put(`${head} ${line}${trail}`);
      return;
    }
    const inner = column + STEP;
    if (key) {
      this.put(head + (trail === '' || !value.flow ? trail : ` ${trail.trim()}`));
      if (value.kind === 'map') this.map(value, ' '.repeat(inner), inner, shape);
      else this.seq(value, ' '.repeat(inner), inner, shape);
      return;
    }
    this.comments([trail.trim()].filter(Boolean), prefix, column);
    if (value.kind === 'map') this.map(value, `${head} `, inner, shape);
    else this.seq(value, `${head} `, inner, shape);
  }

  private block({ header, lines, depth }: BlockScalar, head: string, trail: string, column: number): void {
    this.put(head + header + trail);
    const margin = ' '.repeat(column + (depth ?? STEP));
    this.put(...lines.map((line) => (line === '' ? '' : margin + line)));
    if (header.includes('+')) this.roomy = false;
  }

  /** Lines above one that begins with `prefix`: behind a dash there is no room for them, and they go above it. */
  private comments(lines: readonly Line[], prefix: string, column: number): void {
    const dash = prefix.indexOf('-');
    for (const line of lines) {
      if (line !== '') this.put(' '.repeat(dash < 0 ? column : dash) + line);
      else if (this.roomy && dash < 0) {
        this.lines.push('');
        this.blank = true;
        this.roomy = false;
      }
    }
  }

  private put(...lines: readonly string[]): void {
    this.lines.push(...lines);
    if (lines.length === 0) return;
    this.blank = false;
    this.roomy = true;
  }
}

/** A flow collection on one line; undefined where comments or texts over several lines are in it. */
function inLine({ kind, parts, foot }: Collection, shape: Shape): string | undefined {
  if (foot.length > 0) return undefined;
  const texts: string[] = [];
  const ordered = kind === 'map' ? sectionsOf(parts, shape.order).flatMap((section) => section.parts) : parts;
  for (const { lead, raised, trail, key, value, foot: below } of ordered) {
    if (trail !== '' || lead.length + raised.length > 0 || below.length > 0) return undefined;
    const inner = kind === 'map' ? within(shape, key?.name) : within(shape, undefined);
    const text = isCollection(value) ? inLine(value, inner) : value.kind === 'scalar' ? alone(value.lines) : '';
    if (text === undefined) return undefined;
    texts.push(key ? (value.kind === 'hollow' ? key.raw : `${key.raw}: ${text}`) : text);
  }
  return kind === 'map' ? `{${texts.join(', ')}}` : `[${texts.join(', ')}]`;
}

const alone = (lines: readonly string[]): string | undefined => (lines.length === 1 ? lines[0] : undefined);
