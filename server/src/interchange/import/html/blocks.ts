/** The blocks of a page in their order, as Markdown: paragraphs, headings, lists, quotations, tables. Knows no tags. */

import type { Written } from './paragraph.ts';

export interface Block {
  readonly text: string;
  /** It follows the block before it without a blank line. */
  readonly tight: boolean;
  readonly characters: number;
  readonly linked: number;
  /** Of a heading: 1 to 6. */
  readonly level?: number;
  /** It belongs to a list. */
  readonly listed: boolean;
  readonly isTable?: boolean;
}

/** A quotation or list item that blocks stand in. */
export interface Container {
  readonly first: string;
  readonly rest: string;
  used: boolean;
}

/** A table while it is read: where in the blocks its rows and their cells begin. */
export interface Table {
  readonly from: number;
  readonly rows: { readonly cells: number[]; end: number }[];
}

/** Deeper ones are not indented any further: no page has them, and every line would pay. */
const DEEPEST = 8;
const LONGEST_ROW = 2_000;

export class Blocks {
  readonly all: Block[] = [];
  private readonly containers: Container[] = [];

  add({ text, characters, linked }: Written, level?: number): void {
    const shown = this.containers.slice(0, DEEPEST);
    const begins = shown.findIndex(({ used, first, rest }) => !used && first !== rest);
    const listed = shown.some(({ first, rest }) => first !== rest);
    const lead = shown.map(({ used, first, rest }) => (used ? rest : first)).join('');
    for (const container of shown) container.used = true;
    const rest = shown.map((container) => container.rest).join('');
    const head = level === undefined ? '' : `${'#'.repeat(level)} `;
    // A heading is one line.
    const lines = level === undefined ? text.split('\n') : [text.replaceAll('\n', ' ')];
    const written = lines.map((line, i) => `${i === 0 ? lead : rest}${head}${line}`.trimEnd()).join('\n');
    const tight = begins >= 0 && this.all.at(-1)?.listed === true;
    this.all.push({ text: written, tight, characters, linked, listed, ...(level !== undefined && { level }) });
  }

  enter(first: string, rest: string): Container {
    const container = { first, rest, used: false };
    this.containers.push(container);
    return container;
  }

  leave(container: Container): void {
    const at = this.containers.lastIndexOf(container);
    if (at >= 0) this.containers.length = at;
  }

  beginTable(): Table {
    return { from: this.all.length, rows: [] };
  }

  /**
   * Makes one block of a table that holds data: two rows or more, two cells in one of them, each of a line at most.
   * Any other serves to lay out the page, and its blocks stay what they are. Answers whether it did.
   */
  endTable({ from, rows }: Table): boolean {
    const full = rows.filter(({ cells, end }) => end > (cells[0] ?? end));
    const width = Math.max(0, ...full.slice(0, 1000).map(({ cells }) => cells.length));
    if (full.length < 2 || width < 2 || full[0]!.cells[0] !== from) return false;
    const lines: string[] = [];
    let [characters, linked, at] = [0, 0, from];
    for (const { cells, end } of full) {
      const texts: string[] = [];
      for (const [i, start] of cells.entries()) {
        const last = cells[i + 1] ?? end;
        if (start !== at || last - start > 1) return false;
        const block = last > start ? this.all[start]! : undefined;
        if (block && (block.isTable || block.listed || block.level !== undefined || /[|\n]/.test(block.text)))
          return false;
        texts.push(block?.text ?? '');
        characters += block?.characters ?? 0;
        linked += block?.linked ?? 0;
        at = last;
      }
      while (texts.length < width) texts.push('');
      const line = `| ${texts.join(' | ')} |`;
      if (line.length > LONGEST_ROW) return false;
      lines.push(line);
    }
    if (at !== this.all.length) return false;
    lines.splice(1, 0, `|${' --- |'.repeat(width)}`);
    this.all.length = from;
    this.all.push({ text: lines.join('\n'), tight: false, characters, linked, listed: false, isTable: true });
    return true;
  }
}
