/**
 * An HTML page as Markdown, with what its source says of it and the stretches that surround its text. Bounded by the
 * length of the source, however deep it nests. No character of the text is escaped: a backslash would be one more.
 */

import type { HtmlReading } from '../raw.ts';
import { Blocks, type Container, type Table } from './blocks.ts';
import {
  BLOCK,
  BOUNDARY,
  BREAKS_OUT,
  EMPHASIS,
  ENDS_PARAGRAPH,
  SIBLING_BOUNDARY,
  SIBLINGS,
  SKIPPED,
  VOID,
} from './elements.ts';
import { type HtmlListener, readEvents } from './events.ts';
import { Head, isAddress } from './head.ts';
import { type Mark, Paragraph } from './paragraph.ts';
import { Regions } from './regions.ts';

export function readHtml(source: string): HtmlReading {
  const page = new Page();
  readEvents(source, page);
  return page.finish();
}

interface Open {
  readonly name: string;
  readonly mark?: Mark;
  readonly container?: Container;
  readonly table?: Table;
  readonly list?: { number: number | undefined };
  /** Ends a region of `regions`. */
  readonly region?: number;
}

/** How far down the stack an end tag looks for its element: pages that are deeper are not written by people. */
const REACH = 400;
/** Elements below are read, and not remembered. */
const DEEPEST = 20_000;

class Page implements HtmlListener {
  private readonly head = new Head();
  private readonly blocks = new Blocks();
  private readonly regions = new Regions(this.blocks);
  private readonly paragraph = new Paragraph();
  private readonly stack: Open[] = [];
  private beyond = 0;
  private skipped: { readonly name: string; depth: number } | undefined;
  private captured: { readonly as: 'title' | 'json'; text: string } | undefined;
  private preformatted: string[] | undefined;
  private hasTitle = false;
  private pictures = 0;

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (this.skipped) {
      const { name: within } = this.skipped;
      if (name === within) this.skipped.depth++;
      if (!((within === 'svg' || within === 'math') && BREAKS_OUT.has(name))) return;
      this.skipped = undefined;
    }
    if (SKIPPED.has(name)) {
      this.skipped = { name, depth: 1 };
      if (name === 'script' && /^\s*application\/ld\+json/i.test(attributes.get('type') ?? '')) {
        this.captured = { as: 'json', text: '' };
      }
    } else if (name === 'title') {
      if (!this.hasTitle) this.captured = { as: 'title', text: '' };
      this.hasTitle = true;
    } else if (VOID.has(name)) this.single(name, attributes);
    else this.begin(name, attributes);
  }

  close(name: string): void {
    if (this.captured && (name === 'title' || name === 'script')) {
      if (this.captured.as === 'title') this.head.title = this.captured.text;
      else this.head.jsonLd(this.captured.text);
      this.captured = undefined;
    }
    if (this.skipped) {
      if (name === this.skipped.name && --this.skipped.depth === 0) this.skipped = undefined;
    } else if (name === 'br') this.paragraph.lineBreak();
    else if (name !== 'title') this.end(name);
  }

  text(text: string): void {
    if (this.captured) {
      if (this.captured.text.length < 2 * 1024 * 1024) this.captured.text += text;
    } else if (this.skipped) return;
    else if (this.preformatted) this.preformatted.push(text);
    // A browser shows no null bytes.
    else this.paragraph.text(text.includes('\0') ? text.replaceAll('\0', '') : text);
  }

  comment(text: string): void {
    this.head.comment(text);
  }

  finish(): HtmlReading {
    while (this.stack.length > 0) this.pop();
    this.flush();
    const { all } = this.blocks;
    const starts: number[] = [];
    let body = '';
    for (const [i, { text, tight }] of all.entries()) {
      if (i > 0) body += tight ? '\n' : '\n\n';
      starts.push(body.length);
      body += text;
    }
    if (body !== '') body += '\n';
    const headings = this.regions.firstHeadings();
    return {
      body,
      candidates: this.head.candidates(headings),
      stretches: this.regions.stretches(starts, body),
      pictures: this.pictures,
    };
  }

  private single(name: string, attributes: ReadonlyMap<string, string>): void {
    if (attributes.get('itemprop')?.toLowerCase() === 'datepublished') this.head.time(attributes);
    if (name === 'br') {
      if (this.preformatted) this.preformatted.push('\n');
      else this.paragraph.lineBreak();
    } else if (name === 'hr') {
      this.endParagraph();
      this.flush();
    } else if (name === 'img') this.pictures++;
    else if (name === 'meta') this.head.meta(attributes);
    else if (name === 'link') this.head.link(attributes);
    else if (name === 'base') this.head.baseIs(attributes.get('href'));
  }

  private begin(name: string, attributes: ReadonlyMap<string, string>): void {
    if (name === 'html') this.head.html(attributes);
    if (name === 'time' || attributes.get('itemprop')?.toLowerCase() === 'datepublished') this.head.time(attributes);
    if (ENDS_PARAGRAPH.has(name)) this.endParagraph();
    const siblings = SIBLINGS.get(name);
    if (siblings) this.endSibling(siblings);
    const isBlock = BLOCK.has(name);
    if (isBlock) this.flush();
    if (this.stack.length >= DEEPEST) this.beyond++;
    else this.stack.push({ name, ...(isBlock ? this.blockAt(name, attributes) : this.inlineAt(name, attributes)) });
  }

  private blockAt(name: string, attributes: ReadonlyMap<string, string>): Omit<Open, 'name'> {
    const region = this.regions.begin(name, attributes);
    switch (name) {
      case 'blockquote':
        return { region, container: this.blocks.enter('> ', '> ') };
      case 'ol': {
        const start = /^\d{1,6}$/.exec(attributes.get('start')?.trim() ?? '')?.[0];
        return { region, list: { number: Number(start ?? 1) } };
      }
      case 'ul':
      case 'menu':
        return { region, list: { number: undefined } };
      case 'li': {
        const list = this.nearest(({ list }) => list !== undefined)?.list;
        const first = list?.number === undefined ? '- ' : `${list.number++}. `;
        return { region, container: this.blocks.enter(first, ' '.repeat(first.length)) };
      }
      case 'pre':
        this.preformatted ??= [];
        return { region };
      case 'table':
        return { region, table: this.blocks.beginTable() };
      case 'tr':
        this.nearest(({ table }) => table !== undefined)?.table?.rows.push({ cells: [], end: this.blocks.all.length });
        return { region };
      case 'td':
      case 'th':
        this.nearest(({ table }) => table !== undefined)
          ?.table?.rows.at(-1)
          ?.cells.push(this.blocks.all.length);
        return { region };
      default:
        return { region };
    }
  }

  private inlineAt(name: string, attributes: ReadonlyMap<string, string>): Omit<Open, 'name'> {
    const emphasis = EMPHASIS.get(name);
    if (emphasis !== undefined) return { mark: this.paragraph.begin(emphasis, emphasis) };
    if (name === 'q') this.text('“');
    if (name !== 'a') return {};
    const target = this.target(attributes.get('href'));
    return {
      mark: this.paragraph.begin(target === undefined ? '' : '[', target === undefined ? '' : `](${target})`, true),
    };
  }

  /** Where a link leads, if that is an address of the web. */
  private target(href: string | undefined): string | undefined {
    if (href === undefined || href.trim().startsWith('#')) return undefined;
    try {
      const { href: full } = new URL(href.trim(), this.head.address);
      return isAddress(full) ? full.replaceAll('(', '%28').replaceAll(')', '%29') : undefined;
    } catch {
      return undefined;
    }
  }

  private nearest(fits: (open: Open) => boolean): Open | undefined {
    const last = Math.max(0, this.stack.length - REACH);
    for (let at = this.stack.length - 1; at >= last; at--) if (fits(this.stack[at]!)) return this.stack[at];
    return undefined;
  }

  private end(name: string): void {
    if (this.beyond > 0) {
      if (BLOCK.has(name)) this.flush();
      this.beyond--;
      return;
    }
    const isBlock = BLOCK.has(name);
    const last = Math.max(0, this.stack.length - REACH);
    for (let at = this.stack.length - 1; at >= last; at--) {
      const open = this.stack[at]!;
      if (open.name === name) {
        while (this.stack.length > at) this.pop();
        return;
      }
      // Tags of one line end nothing that is more than a line; a cell or table holds what is in it together.
      if (isBlock ? BOUNDARY.has(open.name) && !endsTable(name) : BLOCK.has(open.name)) return;
    }
  }

  private endParagraph(): void {
    const last = Math.max(0, this.stack.length - REACH);
    for (let at = this.stack.length - 1; at >= last; at--) {
      const { name } = this.stack[at]!;
      if (name === 'p') {
        while (this.stack.length > at) this.pop();
        return;
      }
      if (BLOCK.has(name)) return;
    }
  }

  private endSibling(siblings: ReadonlySet<string>): void {
    const last = Math.max(0, this.stack.length - REACH);
    for (let at = this.stack.length - 1; at >= last; at--) {
      const { name } = this.stack[at]!;
      if (siblings.has(name)) {
        while (this.stack.length > at) this.pop();
        return;
      }
      if (SIBLING_BOUNDARY.has(name)) return;
    }
  }

  private pop(): void {
    const { name, mark, container, table, region } = this.stack.pop()!;
    if (name === 'q') this.text('”');
    if (mark) this.paragraph.end(mark);
    if (!BLOCK.has(name)) return;
    this.flush(/^h[1-6]$/.test(name) ? Number(name[1]) : undefined);
    if (name === 'pre' && this.preformatted && !this.nearest((open) => open.name === 'pre')) this.endPreformatted();
    if (name === 'tr') {
      const row = this.nearest((open) => open.table !== undefined)?.table?.rows.at(-1);
      if (row) row.end = this.blocks.all.length;
    }
    if (table && this.blocks.endTable(table)) this.regions.forgetFrom(table.from);
    if (region !== undefined) this.regions.end(region);
    if (container) this.blocks.leave(container);
  }

  private flush(level?: number): void {
    const written = this.paragraph.take();
    if (written) this.blocks.add(written, level);
  }

  private endPreformatted(): void {
    const text = this.preformatted!.join('').replaceAll('\0', '').replace(/\r\n?/g, '\n').replace(/^\n/, '').trimEnd();
    this.preformatted = undefined;
    if (text.trim() === '') return;
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].slice(0, 1000).map(([run]) => run.length));
    const fence = '`'.repeat(longest + 1);
    this.blocks.add({ text: `${fence}\n${text}\n${fence}`, characters: text.length, linked: 0 });
  }
}

const endsTable = (name: string): boolean => /^(?:table|tbody|thead|tfoot|tr|td|th|caption)$/.test(name);
