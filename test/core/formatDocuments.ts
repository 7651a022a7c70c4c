/** Front matter for property tests of formatting: any shape, in every style that YAML has for it, with comments anywhere. */

import fc from 'fast-check';
import { quoted, scalar } from '../../server/src/core/edit.ts';

const TEXTS = [
  'Ada',
  'A, of B',
  'the: one',
  '我国代表',
  "it's",
  '"so"',
  'no',
  '#1',
  'x # y',
  '[z]',
  '2020-01',
  '181',
  'C:\\"d"',
  'a b c',
  '- d',
];
const DOCUMENT = ['title', 'date', 'about', 'lang', 'source', 'entities', 'claims', 'accept', 'tags', 'x-other'];
const CLAIM = [
  'id',
  'quote',
  'nth',
  'subject',
  'property',
  'value',
  'of',
  'at',
  'among',
  'by',
  'note',
  'items',
  'claims',
  'accept',
];
const DEEPER: Readonly<Record<string, readonly string[]>> = {
  source: ['publisher', 'author', 'url', 'digest', 'x-more'],
  quote: ['suffix', 'near', 'quote'],
  value: ['to', 'from', 'change'],
  accept: ['tension', 'quote-drifted'],
};

export const loose = fc.record({
  dice: fc.infiniteStream(fc.nat(9_999)),
  body: fc.string({ unit: fc.constantFrom('a', '"', '\n', '---', '\r\n', ' ', '中', '#') }),
  crlf: fc.boolean(),
  bom: fc.boolean(),
});

/** Writes annotations as a hurried person might, or several in turns. */
export function writeLoosely({
  dice: stream,
  body,
  crlf,
  bom,
}: typeof loose extends fc.Arbitrary<infer T> ? T : never): string {
  const lines = new Writer(stream).document();
  const eol = crlf ? '\r\n' : '\n';
  return `${bom ? '\ufeff' : ''}${['---', ...lines, '---', ''].join(eol)}${body}`;
}

class Writer {
  private readonly lines: string[] = [];
  private readonly dice: Iterator<number>;
  private comments = 0;

  constructor(stream: Iterable<number>) {
    this.dice = stream[Symbol.iterator]();
  }

  document(): readonly string[] {
    const keys = this.shuffled(DOCUMENT).slice(0, 1 + this.roll(DOCUMENT.length));
    if (!keys.includes('entities')) keys.push('entities');
    this.map(keys, 0, '', 0, 'document');
    this.between(0);
    return this.lines;
  }

  private roll(sides: number): number {
    return (this.dice.next().value as number) % sides;
  }

  private pick<T>(from: readonly T[]): T {
    return from[this.roll(from.length)]!;
  }

  private shuffled(from: readonly string[]): string[] {
    const rest = [...from];
    return from.map(() => rest.splice(this.roll(rest.length), 1)[0]!);
  }

  private comment(): string {
    return this.roll(7) === 0
      ? `${' '.repeat(1 + this.roll(3))}# c${this.comments++}${this.roll(3) ? '' : '  '}`
      : this.roll(9)
        ? ''
        : ' ';
  }

  /** Blank lines and comments on lines of their own. */
  private between(column: number): void {
    while (this.roll(6) === 0) this.lines.push(this.roll(2) ? '' : ' '.repeat(this.roll(3)));
    if (this.roll(7) === 0) this.lines.push(`${' '.repeat(column)}# c${this.comments++}`);
    while (this.roll(12) === 0) this.lines.push('');
  }

  private put(text: string): void {
    this.lines.push(text + this.comment());
  }

  private map(keys: readonly string[], column: number, prefix: string, depth: number, kind: string): void {
    keys.forEach((key, i) => {
      let head = prefix;
      if (i > 0) this.between(column + (this.roll(8) ? 0 : 2));
      if (i > 0 || prefix === '') head = ' '.repeat(column);
      const name = this.roll(12) ? key : quoted(key);
      this.under(`${head}${name}${this.roll(20) ? '' : ' '}:`, key, column, depth, kind);
    });
  }

  private under(head: string, key: string, column: number, depth: number, kind: string): void {
    const step = 1 + this.roll(4);
    const inner = column + step;
    const known = key === 'claims' ? CLAIM : kind === 'document' && key === 'entities' ? TEXTS : DEEPER[key];
    const turn = this.roll(10);
    if (turn === 0) {
      this.put(head);
      return;
    }
    if (depth > 3 || (!known && turn < 6)) {
      this.scalar(head, inner, column);
      return;
    }
    if (turn === 1) {
      this.put(`${head} ${this.pick(['[]', '{}', '[ ]', 'null', '~'])}`);
      return;
    }
    if (turn < 5) {
      this.flow(head, this.keysOf(known), inner, depth);
      return;
    }
    if (key === 'claims' || turn === 5 || turn === 6) {
      this.put(head);
      const dash = this.roll(3) ? inner : column;
      const count = 1 + this.roll(3);
      for (let i = 0; i < count; i++) {
        this.between(dash);
        this.item(' '.repeat(dash), this.keysOf(known), dash, depth + 1);
      }
      if (this.roll(9) === 0) this.lines.push(`${' '.repeat(inner)}# c${this.comments++}`);
      return;
    }
    this.put(head);
    this.between(inner);
    this.map(this.keysOf(known), inner, '', depth + 1, key);
  }

  private keysOf(known: readonly string[] | undefined): readonly string[] {
    const all = (known ?? ['b', 'a', 'value', 'c d']).filter((key) => /^\w[\w-]*( d)?$/.test(key));
    return this.shuffled(all).slice(0, 1 + this.roll(Math.min(6, all.length)));
  }

  private item(margin: string, keys: readonly string[], column: number, depth: number): void {
    const gap = ' '.repeat(1 + this.roll(3));
    const turn = this.roll(8);
    if (turn === 0) {
      this.put(`${margin}-`);
      return;
    }
    if (turn === 1) {
      this.scalar(`${margin}-`, column + 1 + this.roll(3), column);
      return;
    }
    if (turn === 2) {
      this.flow(`${margin}-`, keys, column + 2, depth);
      return;
    }
    if (turn === 3 && depth < 4) {
      this.item(`${margin}-${gap}`, keys, column + 1 + gap.length, depth + 1);
      return;
    }
    if (turn === 4) {
      this.put(`${margin}-`);
      this.between(column + 3);
      this.map(keys, column + 3, '', depth + 1, 'item');
      return;
    }
    this.map(keys, column + 1 + gap.length, `${margin}-${gap}`, depth + 1, 'item');
  }

  private scalar(head: string, inner: number, column: number): void {
    const text = this.pick(TEXTS);
    const margin = ' '.repeat(inner);
    switch (this.roll(9)) {
      case 0: {
        const depth = this.roll(3) === 0 ? String(inner - column) : '';
        const header = `${this.pick(['|', '>'])}${depth}${this.pick(['', '-', '+'])}`;
        this.lines.push(`${head} ${header}`);
        if (this.roll(3) === 0) this.lines.push('');
        for (let i = this.roll(3); i >= 0; i--)
          this.lines.push(`${margin}${this.pick(TEXTS)}${this.roll(3) ? '' : '  '}`);
        if (this.roll(2)) this.lines.push(`${margin}  more`);
        if (this.roll(3) === 0) this.lines.push('');
        return;
      }
      case 1:
        this.lines.push(`${head} several words`, `${margin}over lines`);
        return;
      case 2:
        this.lines.push(`${head} "quoted: words`, ...(this.roll(2) ? [''] : []), `${margin}# over 'lines'"`);
        return;
      case 3:
        this.put(head);
        this.put(margin + scalar(text, 'block', 'value'));
        return;
      case 4:
        this.put(`${head} 'it''s'`);
        return;
      default:
        this.put(`${head}${' '.repeat(1 + this.roll(2))}${scalar(text, 'block', 'value')}`);
    }
  }

  private flow(head: string, keys: readonly string[], inner: number, depth: number): void {
    const broken = this.roll(3) === 0;
    const space = (): string => {
      if (!broken) return ' '.repeat(this.roll(3));
      const turn = this.roll(6);
      if (turn > 2) return ' '.repeat(turn - 2);
      return `${turn === 0 ? ` # c${this.comments++}` : ''}\n${' '.repeat(inner + this.roll(3))}`;
    };
    const value = (level: number): string => {
      const turn = this.roll(level > 2 ? 3 : 6);
      if (turn < 3)
        return this.roll(9)
          ? scalar(this.pick(TEXTS), 'flow', 'value')
          : `"two${broken ? `\n${' '.repeat(inner)}` : ' '}words"`;
      const count = this.roll(4);
      const comma = (i: number) => (i < count - 1 ? ',' : this.roll(3) || count === 0 ? '' : ',');
      if (turn === 3)
        return `{${Array.from({ length: count }, (_, i) => `${space()}${entry(this.pick(keys), level)}${space()}${comma(i)}`).join('')}${space()}}`;
      return `[${Array.from({ length: count }, (_, i) => `${space()}${this.roll(9) ? value(level + 1) : entry('pair', level)}${space()}${comma(i)}`).join('')}${space()}]`;
    };
    const entry = (key: string, level: number): string =>
      this.roll(9) ? `${key}: ${value(level + 1)}` : `${key}:${space()} ${value(level + 1)}`;
    const count = 1 + this.roll(keys.length);
    const text = this.roll(2)
      ? `{${keys
          .slice(0, count)
          .map((key) => `${space()}${entry(key, depth)}${space()}`)
          .join(',')}}`
      : `[${keys
          .slice(0, count)
          .map(() => `${space()}${value(depth)}${space()}`)
          .join(',')}]`;
    // A line break in a flow collection must leave it indented, and a comment must not swallow what follows.
    this.lines.push(...`${head} ${text}`.split('\n'));
    this.lines[this.lines.length - 1] += this.comment();
  }
}
