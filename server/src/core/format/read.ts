/** Reads YAML nodes, and the comments and blank lines between them, into the tree that is laid out. Knows no keys. */

import { endOf, isAlias, lineEnd, nextLine } from '../edit/layout.ts';
import type { Source } from '../edit/source.ts';
import type { Entry, YamlMap, YamlNode, YamlSeq } from '../yaml.ts';
import { settled } from './belonging.ts';
import { Cursor, type GapLine, textsOf, Unfamiliar } from './cursor.ts';
import type { Collection, Line, Part, Tree, Value } from './tree.ts';

/** The tree of an opened file; undefined where something in it is written in a way that has to stay as it is. */
export function treeOf({ text, region, root, frontMatter }: Source): Tree | undefined {
  if (!region || !root || root.flow) return undefined;
  const yaml = text.slice(region.start, region.end);
  if (/\r(?!\n)/.test(yaml)) return undefined;
  // A file of records may say that it is a document of YAML.
  const marker = frontMatter ? undefined : /^---[ \t]*\r?\n/.exec(yaml);
  const start = region.start + (marker?.[0].length ?? 0);
  try {
    const eol = /\r\n|\n/.exec(text)?.[0] ?? '\n';
    return { ...new Reader(text, start, region.end).root(root), eol, start };
  } catch (reason) {
    if (!(reason instanceof Unfamiliar)) throw reason;
    return undefined;
  }
}

class Reader extends Cursor {
  root(map: YamlMap): Collection {
    const parts: Part[] = [];
    let column = 0;
    let verbatim = false;
    for (const [i, entry] of map.entries.entries()) {
      const lead = settled(this.gap(), parts.at(-1));
      const { start } = entry.key.span;
      if (i === 0) column = this.columnAt(start);
      if (this.at !== start || this.columnAt(start) !== column) throw new Unfamiliar();
      const part = this.entryOrVerbatim(entry, column, lead);
      verbatim ||= part.value.kind === 'verbatim';
      parts.push(part);
    }
    // What is verbatim keeps its place in the line, and all else goes to the first column.
    if (verbatim && column > 0) throw new Unfamiliar();
    const foot = settled(this.gap(), parts.at(-1));
    if (this.at < this.end) throw new Unfamiliar();
    return { kind: 'map', flow: false, parts, foot, column };
  }

  private entryOrVerbatim(entry: Entry, column: number, lead: Line[]): Part {
    const { start } = entry.key.span;
    try {
      return this.entry(entry, column, lead);
    } catch (reason) {
      if (!(reason instanceof Unfamiliar)) throw reason;
      const { text } = this;
      let end = lineEnd(text, Math.max(entry.key.span.end, endOf(text, entry.value)));
      // Comments below that are indented are part of it.
      for (let line = nextLine(text, end); line < this.end; line = nextLine(text, line)) {
        if (!/^[ \t]+#/.test(text.slice(line, lineEnd(text, line)))) break;
        end = lineEnd(text, line);
      }
      this.at = end;
      const lines = text.slice(start, end).split(/\r?\n/);
      return { lead, raised: [], trail: '', value: { kind: 'verbatim', lines }, foot: [], start, end, column };
    }
  }

  private entry({ key, value }: Entry, column: number, lead: Line[]): Part {
    const { text } = this;
    const raw = text.slice(key.span.start, key.span.end);
    if (this.at !== key.span.start || /\n/.test(raw)) throw new Unfamiliar();
    this.at = key.span.end;
    while (text[this.at] === ' ' || text[this.at] === '\t') this.at++;
    this.take(':');
    const part: Part = {
      lead,
      raised: [],
      key: { raw, name: key.value },
      trail: '',
      value: { kind: 'hollow' },
      foot: [],
      start: key.span.start,
      end: this.at,
      column,
    };
    this.into(part, value);
    return part;
  }

  private item(node: YamlNode, column: number, lead: Line[]): Part {
    const start = this.at;
    this.take('-');
    const part: Part = {
      lead,
      raised: [],
      trail: '',
      value: { kind: 'hollow' },
      foot: [],
      start,
      end: this.at,
      column,
    };
    this.into(part, node);
    return part;
  }

  /** Reads what follows a colon or dash of block style. */
  private into(part: Part, node: YamlNode): void {
    if (isUnwritten(node)) {
      part.trail = this.trail();
    } else {
      const gap = this.gap();
      if (isBlock(node, this.text)) {
        part.trail = gap.trail;
        part.value = this.block(node, [...gap.lines], part);
      } else {
        const literal = node.kind === 'scalar' && node.style === 'block';
        part.value = literal ? this.blockScalar(node, part.column) : this.leaf(node);
        part.trail = literal ? '' : this.trail();
        // What was said between a key and its value is said of both.
        if (part.trail === '') part.trail = gap.trail;
        else if (gap.trail !== '') part.raised.push(gap.trail.trim());
        part.raised.push(...gap.lines.map(({ text }) => text).filter(Boolean));
        const said = unfolded(part.value);
        if (part.trail === '' && said.length > 0) part.trail = ` ${said.shift()}`;
        part.raised.push(...said);
      }
    }
    // A literal text ends with the break of its last line, which is no part of the lines.
    part.end = Math.max(part.end, this.startsLine ? lineEnd(this.text, this.at - 1) : this.at);
  }

  private block(node: YamlMap | YamlSeq, first: readonly GapLine[], holder: Part): Collection {
    const parts: Part[] = [];
    const column = this.columnAt(this.at);
    if (column <= holder.column && !(node.kind === 'seq' && holder.key && column === holder.column)) {
      throw new Unfamiliar();
    }
    const count = node.kind === 'map' ? node.entries.length : node.items.length;
    for (let i = 0; i < count; i++) {
      const lead = i === 0 ? first.map(({ text }) => text) : settled(this.gap(), parts.at(-1));
      if (this.columnAt(this.at) !== column) throw new Unfamiliar();
      parts.push(
        node.kind === 'map' ? this.entry(node.entries[i]!, column, lead) : this.item(node.items[i]!, column, lead),
      );
    }
    return { kind: node.kind, flow: false, parts, foot: [], column };
  }

  private leaf(node: YamlNode): Value {
    if (this.at !== node.span.start || isAlias(this.text, node)) throw new Unfamiliar();
    if (node.kind === 'map' || node.kind === 'seq') return this.flow(node);
    this.at = node.span.end;
    const lines = this.text.slice(node.span.start, node.span.end).split(/\r?\n/);
    return { kind: 'scalar', lines: lines.map((line, i) => (i === 0 ? line : line.trim())) };
  }

  private blockScalar(node: YamlNode, column: number): Value {
    const { start, end } = node.span;
    if (this.at !== start) throw new Unfamiliar();
    const [header, ...rest] = this.text.slice(start, end).split(/\r?\n/);
    // The last line break ends the last line; under `+` the blank lines before it count.
    if (rest.at(-1) === '') rest.pop();
    this.at = end;
    const depth = /^[|>][+-]?([1-9])/.exec(header!)?.[1];
    const first = rest.find((line) => /[^ ]/.test(line));
    const own = first === undefined ? Number.POSITIVE_INFINITY : /^ */.exec(first)![0].length;
    const margin = depth === undefined ? own : column + Number(depth);
    const lines = rest.map((line) => (line.length <= margin ? line.trim() : line.slice(margin)));
    return { kind: 'block', header: header!.trimEnd(), lines, depth: depth === undefined ? undefined : Number(depth) };
  }

  private flow(node: YamlMap | YamlSeq): Collection {
    const [opener, closer] = node.kind === 'map' ? '{}' : '[]';
    this.take(opener!);
    const parts: Part[] = [];
    const count = node.kind === 'map' ? node.entries.length : node.items.length;
    const foot: Line[] = [];
    let opening: Line | undefined;
    let pending = this.gap();
    for (let i = 0; i < count; i++) {
      if (i === 0 && pending.trail !== '') opening = pending.trail.trim();
      const lead = textsOf(i === 0 ? pending : this.gap());
      if (opening !== undefined && i === 0) lead.shift();
      const part = node.kind === 'map' ? this.flowEntry(node.entries[i]!, lead) : this.flowItem(node.items[i]!, lead);
      pending = this.gap();
      part.trail ||= pending.trail;
      if (this.text[this.at] === ',') {
        this.at++;
        part.lead.push(...pending.lines.map(({ text }) => text).filter(Boolean));
        const behind = this.trail();
        if (part.trail === '') part.trail = behind;
        else if (behind !== '') part.lead.push(behind.trim());
        if (i === count - 1) pending = this.gap();
      } else if (i < count - 1) throw new Unfamiliar();
      else if (part.trail === pending.trail) pending = { ...pending, trail: '' };
      part.end = this.at;
      parts.push(part);
    }
    foot.push(...textsOf(pending));
    this.take(closer!);
    if (this.at !== node.span.end) throw new Unfamiliar();
    return { kind: node.kind, flow: true, parts, foot, opening, column: 0 };
  }

  private flowEntry({ key, value }: Entry, lead: Line[]): Part {
    const { text } = this;
    const { start, end } = key.span;
    const raw = text.slice(start, end);
    if (this.at !== start || /\n/.test(raw)) throw new Unfamiliar();
    this.at = end;
    const part: Part = {
      lead,
      raised: [],
      key: { raw, name: key.value },
      trail: '',
      value: { kind: 'hollow' },
      foot: [],
      start,
      end,
      column: 0,
    };
    const before = this.at;
    let gap = this.gap();
    if (text[this.at] === ':') {
      this.at++;
      lead.push(...textsOf(gap));
      if (isUnwritten(value)) return part;
      gap = this.gap();
      lead.push(...textsOf(gap));
      part.value = this.leaf(value);
      part.raised.push(...unfolded(part.value));
    } else {
      if (!isUnwritten(value)) throw new Unfamiliar();
      this.at = before;
    }
    return part;
  }

  private flowItem(node: YamlNode, lead: Line[]): Part {
    const start = this.at;
    const part: Part = {
      lead,
      raised: [],
      trail: '',
      value: { kind: 'hollow' },
      foot: [],
      start,
      end: start,
      column: 0,
    };
    if (isUnwritten(node)) throw new Unfamiliar();
    if (node.kind === 'map' && node.flow && this.text[start] !== '{' && !isAlias(this.text, node)) {
      // One entry may stand in a list without braces.
      const [entry, more] = node.entries;
      if (!entry || more) throw new Unfamiliar();
      part.value = { kind: 'map', flow: true, parts: [this.flowEntry(entry, [])], foot: [], column: 0 };
    } else part.value = this.leaf(node);
    part.raised.push(...unfolded(part.value));
    return part;
  }
}

/** The comments for which there is no room in a flow collection once it is written anew. */
function unfolded(value: Value): Line[] {
  if (value.kind !== 'map' && value.kind !== 'seq') return [];
  const { opening, parts, foot } = value;
  return [...(opening === undefined ? [] : [opening]), ...(parts.length === 0 ? foot.splice(0) : [])];
}

const isUnwritten = (node: YamlNode): boolean => node.kind === 'missing' && node.span.start >= node.span.end;

const isBlock = (node: YamlNode, text: string): node is YamlMap | YamlSeq =>
  (node.kind === 'map' || node.kind === 'seq') && !node.flow && !isAlias(text, node);
