/**
 * Where in YAML a cursor stands, read from the lines alone, so that it works while they are being written and no parser
 * would take them. Knows maps, lists and scalars; nothing of what their keys mean.
 */

import type { Span } from '../../core/text.ts';
import {
  colonAfter,
  isDash,
  lineEnd,
  scalarAt,
  type Token,
  topLevelAfter,
  topLevelBefore,
  topLevelKeys,
} from './yamlLines.ts';

/** An open collection around the cursor. */
export interface Frame {
  readonly kind: 'map' | 'seq';
  readonly flow: boolean;
  /** The column of its keys or dashes; of a flow collection, of what it stands in. */
  readonly indent: number;
  /** The keys of a map, those behind the cursor too, with what is written after the colon where that is one scalar. */
  readonly keys: Map<string, string | undefined>;
  /** Of a map: the key that the cursor stands under. */
  readonly key?: string;
}

export interface YamlContext {
  /** Outermost first. */
  readonly frames: readonly Frame[];
  /** `key`: of the last frame; `value`: a scalar there; `node`: whatever may begin there; `item`: where a dash is missing. */
  readonly mode: 'key' | 'value' | 'node' | 'item';
  /** What is written before the cursor, without the quotation mark that opens it. */
  readonly typed: string;
  /** What a completion replaces: the scalar at the cursor, with its quotation marks; on one line. */
  readonly span: Span;
  readonly quote: '' | '"' | "'";
  /** A colon follows already. */
  readonly hasColon: boolean;
}

interface Open {
  kind: 'map' | 'seq';
  flow: boolean;
  indent: number;
  keys: Map<string, string | undefined>;
  key?: string;
}

/** The context at `offset`, from the YAML that begins at `start` and ends at `end` of `text`. Undefined in a comment. */
export function yamlContextAt(text: string, start: number, end: number, offset: number): YamlContext | undefined {
  const from = topLevelBefore(text, start, offset);
  const reader = new LineReader(text, from, topLevelAfter(text, end, offset), offset);
  const context = reader.read();
  const top = context?.frames[0];
  if (top && !top.flow && top.indent === 0)
    for (const key of topLevelKeys(text, start, end)) if (!top.keys.has(key)) top.keys.set(key, undefined);
  return context;
}

class LineReader {
  private readonly open: Open[] = [{ kind: 'map', flow: false, indent: 0, keys: new Map() }];
  private found: YamlContext | undefined;

  constructor(
    private readonly text: string,
    private at: number,
    private readonly end: number,
    private readonly cursor: number,
  ) {}

  read(): YamlContext | undefined {
    let comment = false;
    while (this.at <= this.end) {
      const start = this.at;
      const stop = lineEnd(this.text, this.end, start);
      let i = start;
      while (this.text[i] === ' ' && i < stop) i++;
      const blank = i >= stop || this.text[i] === '#';
      const here = start <= this.cursor && this.cursor <= stop;
      if (here && blank && this.cursor <= i) this.onBlank(this.cursor - start);
      else if (here && blank) comment = true;
      if (blank) this.at = stop + 1;
      else this.line(start, i, stop);
      if (this.at <= start) this.at = stop + 1;
    }
    return comment ? undefined : this.found;
  }

  private get top(): Open {
    return this.open[this.open.length - 1]!;
  }

  /** Closes what lines at this column no longer belong to. */
  private closeTo(indent: number, dash: boolean): void {
    while (
      this.open.length > 1 &&
      (this.top.flow || this.top.indent > indent || (this.top.kind === 'seq' && this.top.indent === indent && !dash))
    ) {
      this.open.pop();
    }
  }

  private onBlank(column: number): void {
    const saved = [...this.open];
    this.closeTo(column, true);
    const { kind, indent, key, keys } = this.top;
    const empty = kind === 'map' && key !== undefined && keys.get(key) === '';
    if (kind === 'seq') {
      const parent = this.open[this.open.length - 2];
      if (indent === column && parent?.indent === column) {
        // A list may stand at the column of its key: either may go on here, and a new key is what is typed without a dash.
        this.open.pop();
        this.note('key', { start: this.cursor, end: this.cursor, text: '', quote: '' }, false);
      } else this.note('item', { start: this.cursor, end: this.cursor, text: '', quote: '' }, false);
    } else if (indent === column || !empty) {
      this.note('key', { start: this.cursor, end: this.cursor, text: '', quote: '' }, false, indent !== column);
    } else this.note('node', { start: this.cursor, end: this.cursor, text: '', quote: '' }, false);
    this.open.length = 0;
    this.open.push(...saved);
  }

  private note(mode: YamlContext['mode'], token: Token, hasColon: boolean, nowhere = false): void {
    if (nowhere || this.found) return;
    const inside = Math.max(0, this.cursor - token.start - token.quote.length);
    this.found = {
      // The maps of keys are shared, for keys behind the cursor are still to come.
      frames: this.open.map((open): Frame => ({ ...open })),
      mode,
      typed: this.text.slice(token.start + token.quote.length, token.start + token.quote.length + inside),
      span: { start: token.start, end: Math.max(token.end, this.cursor) },
      quote: token.quote,
      hasColon,
    };
  }

  private holds(token: Token): boolean {
    return token.start <= this.cursor && this.cursor <= token.end;
  }

  private line(start: number, first: number, stop: number): void {
    let at = first;
    let column = at - start;
    this.closeTo(column, isDash(this.text, at, stop));
    while (isDash(this.text, at, stop)) {
      if (this.top.kind !== 'seq' || this.top.indent !== column) {
        this.mark('…');
        this.open.push({ kind: 'seq', flow: false, indent: column, keys: new Map() });
      }
      const dash = at;
      at++;
      while (this.text[at] === ' ' && at < stop) at++;
      if (dash < this.cursor && this.cursor <= at && (at >= stop || this.cursor < at)) {
        this.note('node', { start: this.cursor, end: this.cursor, text: '', quote: '' }, false);
      }
      column = at - start;
    }
    if (at >= stop) {
      this.at = stop + 1;
      return;
    }
    const token = scalarAt(this.text, this.cursor, at, stop, false);
    const colon = colonAfter(this.text, token.end, stop);
    if (colon < 0 || this.text[at] === '{' || this.text[at] === '[') {
      const mode = this.top.kind === 'map' && this.top.indent === column ? 'key' : 'node';
      if (mode === 'node') this.mark('…');
      this.value(at, stop, mode);
      return;
    }
    if (this.top.kind !== 'map' || this.top.indent !== column) {
      this.mark('…');
      this.open.push({ kind: 'map', flow: false, indent: column, keys: new Map() });
    }
    this.pair(token, colon, stop);
  }

  /** A key with its colon, and what follows it on the line. */
  private pair(token: Token, colon: number, stop: number): void {
    const map = this.top;
    if (this.holds(token)) this.note('key', token, true);
    map.key = token.text;
    if (!map.keys.has(token.text)) map.keys.set(token.text, '');
    let at = colon + 1;
    while (this.text[at] === ' ' && at < stop) at++;
    const empty = at >= stop || this.text[at] === '#';
    if (colon < this.cursor && this.cursor <= (empty ? at : at - 1)) {
      this.note('value', { start: this.cursor, end: this.cursor, text: '', quote: '' }, false);
    }
    if (empty) this.at = stop + 1;
    else this.value(at, stop, 'value');
  }

  private value(at: number, stop: number, mode: 'key' | 'value' | 'node'): void {
    const unit = this.text[at];
    if (unit === '{' || unit === '[') {
      this.mark('…');
      this.at = this.flow(at);
      return;
    }
    if (unit === '|' || unit === '>') {
      this.mark('…');
      this.at = this.blockScalar(stop);
      return;
    }
    const token = scalarAt(this.text, this.cursor, at, stop, false);
    if (mode === 'value') this.mark(token.text);
    if (this.holds(token)) this.note(mode, token, false);
    this.at = Math.max(stop, token.end) + 1;
    if (token.end > stop) this.at = lineEnd(this.text, this.end, token.end) + 1;
  }

  private mark(value: string): void {
    const { kind, key, keys } = this.top;
    if (kind === 'map' && key !== undefined) keys.set(key, value);
  }

  private blockScalar(stop: number): number {
    const { indent } = this.top;
    let at = stop + 1;
    while (at <= this.end) {
      const end = lineEnd(this.text, this.end, at);
      let i = at;
      while (this.text[i] === ' ' && i < end) i++;
      if (i < end && i - at <= indent) break;
      if (end >= this.end) return this.end + 1;
      at = Math.max(end, at) + 1;
    }
    return at;
  }

  /** A flow collection, over several lines if need be; one that never closes ends where its lines stop being indented. */
  private flow(from: number): number {
    const depth = this.open.length;
    const { indent } = this.top;
    let at = from;
    let stop = lineEnd(this.text, this.end, at);
    let expectsValue = false;
    const close = (at: number) => {
      this.open.length = depth;
      return at;
    };
    for (;;) {
      while ((this.text[at] === ' ' || this.text[at] === '\r') && at < stop) at++;
      if (at >= stop || this.text[at] === '#') {
        const next = stop + (this.text[stop] === '\r' ? 2 : 1);
        let i = next;
        while (this.text[i] === ' ') i++;
        const goesOn = next <= this.end && (i - next > indent || ']}'.includes(this.text[i] ?? ' '));
        const reaches = this.cursor <= (goesOn ? i : stop);
        if (this.inGap(from, at, reaches, stop))
          this.noteInFlow(expectsValue, { start: this.cursor, end: this.cursor, text: '', quote: '' }, false);
        if (!goesOn) return close(stop + 1);
        at = i;
        stop = lineEnd(this.text, this.end, at);
        continue;
      }
      const unit = this.text[at]!;
      if (unit === '{' || unit === '[') {
        if (expectsValue) this.mark('…');
        this.open.push({ kind: unit === '{' ? 'map' : 'seq', flow: true, indent, keys: new Map() });
        expectsValue = false;
      } else if (unit === '}' || unit === ']' || unit === ',') {
        if (this.cursor <= at && !this.found && this.cursor > from) {
          this.noteInFlow(expectsValue, { start: this.cursor, end: this.cursor, text: '', quote: '' }, false);
        }
        if (unit !== ',') this.open.pop();
        else if (this.top.kind === 'map') this.top.key = undefined;
        expectsValue = false;
        if (this.open.length <= depth) return close(lineEnd(this.text, this.end, at + 1) + 1);
      } else if (unit === ':') {
        if (this.top.kind === 'map' && this.top.key !== undefined) expectsValue = true;
      } else {
        if (this.cursor < at && this.cursor > from && !this.found) {
          this.noteInFlow(expectsValue, { start: this.cursor, end: this.cursor, text: '', quote: '' }, false);
        }
        const token = scalarAt(this.text, this.cursor, at, stop, true);
        const colon = colonAfter(this.text, token.end, stop) >= 0;
        if (this.holds(token)) this.noteInFlow(expectsValue, token, colon);
        if (this.top.kind === 'map' && !expectsValue) {
          this.top.key = token.text;
          if (!this.top.keys.has(token.text)) this.top.keys.set(token.text, '');
        } else if (expectsValue) this.mark(token.text);
        at = Math.max(token.end, at + 1);
        continue;
      }
      at++;
    }
  }

  private inGap(from: number, at: number, reaches: boolean, stop: number): boolean {
    return !this.found && this.cursor > from && reaches && this.cursor <= Math.max(at, stop);
  }

  private noteInFlow(expectsValue: boolean, token: Token, hasColon: boolean): void {
    this.note(this.top.kind === 'seq' ? 'node' : expectsValue ? 'value' : 'key', token, hasColon);
  }
}
