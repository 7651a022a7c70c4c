/** What a page says of its text: titles, dates, names, addresses, out of its head, its JSON-LD and its marked-up times. */

import type { Candidate, Candidates, Field } from '../raw.ts';

const MOST = 2_000;
const LONGEST_TITLE = 2_000;
const LONGEST_DATA = 2 * 1024 * 1024;

/** The names of `meta` elements that give a field, the most telling first. */
const METAS: Readonly<Record<Exclude<Field, 'lang'>, readonly string[]>> = {
  title: ['og:title', 'citation_title', 'dc.title', 'twitter:title'],
  date: [
    'article:published_time',
    'citation_publication_date',
    'datepublished',
    'dc.date.issued',
    'dcterms.issued',
    'dc.date',
    'parsely-pub-date',
    'sailthru.date',
    'pubdate',
    'publishdate',
    'publish-date',
    'publish_date',
    'date',
    'weibo:article:create_at',
    'og:release_date',
  ],
  publisher: ['og:site_name', 'citation_publisher', 'dc.publisher', 'source', 'contentsource', 'mediaid'],
  author: ['author', 'article:author', 'citation_author', 'dc.creator', 'byl', 'parsely-author'],
  url: ['og:url', 'citation_public_url'],
};

const ARTICLES =
  /^(?:NewsArticle|Article|ReportageNewsArticle|OpinionNewsArticle|AnalysisNewsArticle|BackgroundNewsArticle|ReviewNewsArticle|BlogPosting|Report|ScholarlyArticle|PressRelease)$/;

export class Head {
  /** The text of the first `title`. */
  title = '';
  private readonly metas = new Map<string, string[]>();
  private readonly data: string[] = [];
  private dataLength = 0;
  private readonly times: { readonly value: string; readonly published: boolean }[] = [];
  private canonical: string | undefined;
  private saved: string | undefined;
  private lang: string | undefined;
  private base: string | undefined;

  html(attributes: ReadonlyMap<string, string>): void {
    this.lang ??= attributes.get('lang');
  }

  meta(attributes: ReadonlyMap<string, string>): void {
    const name =
      attributes.get('property') ??
      attributes.get('name') ??
      attributes.get('itemprop') ??
      attributes.get('http-equiv');
    const content = attributes.get('content')?.trim();
    if (!name || !content || this.metas.size >= MOST) return;
    const key = name.trim().toLowerCase();
    const known = this.metas.get(key);
    if (!known) this.metas.set(key, [content]);
    else if (known.length < 4) known.push(content);
  }

  link(attributes: ReadonlyMap<string, string>): void {
    if (attributes.get('rel')?.toLowerCase().split(/\s+/).includes('canonical'))
      this.canonical ??= attributes.get('href');
  }

  baseIs(href: string | undefined): void {
    this.base ??= href;
  }

  time(attributes: ReadonlyMap<string, string>): void {
    const value = attributes.get('datetime') ?? attributes.get('content');
    if (!value || this.times.length >= MOST) return;
    this.times.push({ value, published: attributes.get('itemprop')?.toLowerCase() === 'datepublished' });
  }

  jsonLd(text: string): void {
    this.dataLength += text.length;
    if (this.dataLength <= LONGEST_DATA) this.data.push(text);
  }

  comment(text: string): void {
    // What browsers write on top of a page that they save.
    this.saved ??= /^\s*saved from url=\(\d{1,6}\)(\S{1,2000})/i.exec(text)?.[1];
  }

  /** What relative addresses count from, as far as is known by now. */
  get address(): string | undefined {
    return [this.base, this.canonical, this.metas.get('og:url')?.[0], this.saved].find(isAddress);
  }

  /** `headings`: the texts of the first-level headings in the text. */
  candidates(headings: readonly string[]): Candidates {
    const found: Partial<Record<Field, Candidate[]>> = {};
    const add = (field: Field, value: unknown, from: string) => {
      if (typeof value !== 'string') return;
      const text = value.replace(/\s+/g, ' ').trim();
      if (text === '' || text.length > LONGEST_TITLE || (field === 'url') !== isAddress(text)) return;
      found[field] ??= [];
      const known = found[field];
      if (!known.some((one) => one.value === text)) known.push({ value: text, from });
    };
    if (headings.length === 1) add('title', headings[0], '<h1>');
    add('url', this.canonical, '<link rel="canonical">');
    for (const article of this.articles()) {
      add('title', article.headline, 'JSON-LD');
      add('date', article.datePublished, 'JSON-LD');
      add('lang', article.inLanguage, 'JSON-LD');
      add('publisher', nameOf(article.publisher), 'JSON-LD');
      add('author', nameOf(article.author), 'JSON-LD');
    }
    for (const [field, names] of Object.entries(METAS) as [Field, readonly string[]][]) {
      for (const name of names) for (const value of this.metas.get(name) ?? []) add(field, value, name);
    }
    add('url', this.saved, 'the comment of the browser that saved it');
    add('title', this.title, '<title>');
    for (const { value } of this.times.filter(({ published }) => published)) add('date', value, '<time>');
    if (this.times.length === 1) add('date', this.times[0]!.value, '<time>');
    add('lang', this.lang, '<html lang>');
    for (const name of ['og:locale', 'content-language', 'language']) add('lang', this.metas.get(name)?.[0], name);
    return found;
  }

  private *articles(): Iterable<Readonly<Record<string, unknown>>> {
    for (const text of this.data) {
      let open: unknown[];
      try {
        open = [JSON.parse(text)];
      } catch {
        // Broken data says nothing; neither does data nested deeper than a parser goes.
        continue;
      }
      for (let steps = 0; open.length > 0 && steps < MOST; steps++) {
        const one = open.pop();
        if (Array.isArray(one)) open.push(...one.slice(0, MOST).reverse());
        else if (typeof one === 'object' && one !== null) {
          const node = one as Readonly<Record<string, unknown>>;
          if ([node['@type']].flat().some((type) => typeof type === 'string' && ARTICLES.test(type))) yield node;
          if (node['@graph'] !== undefined) open.push(node['@graph']);
          if (node.mainEntity !== undefined) open.push(node.mainEntity);
        }
      }
    }
  }
}

/** Of a person or organization, or of several: their names. */
function nameOf(value: unknown): string | undefined {
  const names = (Array.isArray(value) ? value.slice(0, 20) : [value]).map((one) =>
    typeof one === 'object' && one !== null ? (one as { name?: unknown }).name : one,
  );
  const texts = names.filter((name): name is string => typeof name === 'string' && name.trim() !== '');
  return texts.length > 0 ? texts.join(', ') : undefined;
}

export const isAddress = (text: string | undefined): text is string =>
  text !== undefined && text.length <= 2_000 && /^https?:\/\/[^\s/]/i.test(text);
