import assert from 'node:assert/strict';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { readingOf } from '../../server/src/features/reading/reading.ts';
import { langOf, languageName } from '../../server/src/pages/languages.ts';
import { type Links, NO_LINKS, ReaderProvider } from '../../server/src/pages/reader.ts';
import { ReadingPage } from '../../server/src/pages/reading/ReadingPage.tsx';
import { setting } from '../features/notation.ts';

const LINKS: Links = {
  place: ({ path, start }) => `place:${path}:${start}`,
  entity: (id) => `entity:${id}`,
  document: (path) => `document:${path}`,
};

function page(text: string, { path = 'x.md', beside = '', locale = 'en', links = LINKS } = {}): string {
  const { view } = setting(text);
  const reading = readingOf(view, path, locale)!;
  const other = beside === '' ? undefined : readingOf(view, beside, locale);
  return renderToString(
    h(ReaderProvider, { value: { locale, links } }, h(ReadingPage, { reading, ...(other && { beside: other }) })),
  );
}

const idsIn = (html: string): readonly string[] => [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!);
const textOf = (html: string): string =>
  html
    .replace(/<sup.*?<\/sup>/g, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

describe('the page of a reading', () => {
  it('shows markup, images and links of a body as the text that they are', () => {
    const body =
      '<script>alert(1)</script> ![x](https://evil.example/a.png) <img src=x onerror=alert(1)> [a](javascript:b)';
    const html = page(`-- x.md --\n---\ntitle: "<b>T</b>"\nentities: [beijing]\n---\n${body} Beijing\n`);
    assert.ok(textOf(html).includes(body));
    assert.ok(textOf(html).includes('<b>T</b>'));
    assert.ok(!/<(?:script|img|b>T|iframe)|href="javascript|style="|on\w+="/i.test(html), html);
  });

  it('leads from names to entities, from passages to claims and from claims to their words', () => {
    const html = page(`-- x.md --
---
entities: [beijing, china]
claims:
  - {id: n, quote: 200 people in Beijing, subject: china, property: count, value: 200, of: people}
---
There are 200 people in Beijing.
`);
    assert.match(html, /<a class="name place" href="entity:beijing" aria-describedby="card-1">/);
    assert.match(html, /<a href="#claim-1" aria-label="Claim 1: count 200, people">1<\/a>/);
    const start = /<a class="what" href="place:x\.md:(\d+)"/.exec(html)![1]!;
    assert.ok(html.includes(`id="at-${start}"`));
    assert.match(html, /<div id="card-1" class="card place" role="tooltip" hidden>/);
    // A number inside a link would be a link in a link.
    assert.doesNotMatch(html, /<a [^>]*>(?:(?!<\/a>).)*<a /s);
  });

  it('has a link for each part of a name with names in it, and none around links', () => {
    const html = page(`-- entities/more.yaml --
fair: {type: event, name: Beijing Fair}
-- x.md --
---
entities: [beijing, fair]
---
The Beijing Fair.
`);
    assert.match(html, /<span class="name event"><a class="name place" href="entity:beijing"/);
    assert.match(html, /<a href="entity:fair" aria-describedby="card-\d"> Fair<\/a>/);
  });

  it('stands as plain text where links lead nowhere', () => {
    const html = page('-- x.md --\n---\nentities: [beijing]\nsource: {publisher: idcpc}\n---\nBeijing.\n', {
      links: NO_LINKS,
    });
    assert.doesNotMatch(html, /href="(?!#)/);
  });

  it('has every id once, also with a translation beside, and tells whose claims they are', () => {
    const text = `-- a.md --
---
lang: zh
entities: [beijing]
claims:
  - {id: n, quote: 200人, subject: beijing, property: count, value: 200人, of: people}
  - {id: own, quote: 北京, subject: beijing, property: located-in, value: china}
---
北京有200人。
-- b.md --
---
lang: en
translation-of: a.md
entities: [beijing]
claims:
  - {id: n, quote: 200 people, subject: beijing, property: count, value: 200 people, of: people}
  - {id: alone, quote: people in Beijing, subject: beijing, property: part-of, value: china}
---
There are 200 people in Beijing.
`;
    const html = page(text, { path: 'a.md', beside: 'b.md' });
    const ids = idsIn(html);
    assert.deepEqual(ids, [...new Set(ids)]);
    for (const [, target] of html.matchAll(/href="#([^"]*)"/g)) assert.ok(ids.includes(target!), target);
    assert.match(html, /<div class="text" lang="zh"/);
    assert.match(html, /<div class="text" lang="en"/);
    assert.match(html, /In English<\/span>/);
    assert.match(html, /Only in the other text/);
    // The same claim has the same number on both sides.
    assert.equal([...html.matchAll(/aria-label="Claim 2: count/g)].length, 2);
  });

  it('leaves the direction of a text to the text, and names no language that there is not', () => {
    const html = page('-- x.md --\n---\ntitle: "خبر"\nlang: ar\nentities: []\n---\nقال محمود\n');
    assert.match(html, /<h1 lang="ar" dir="auto">خبر<\/h1>/);
    assert.match(page('-- x.md --\n---\nlang: "qqzz\\" onx=1"\nentities: []\n---\nx\n'), /<div class="text" data-path/);
    assert.equal(langOf('zh-Hans'), 'zh-Hans');
    assert.equal(langOf('nonsense-language'), undefined);
    assert.equal(languageName('zh', 'en'), 'Chinese');
    assert.equal(languageName('no such', 'en'), 'no such');
  });

  it('tells a state by more than colour', () => {
    const html = page(`-- x.md --
---
entities: [beijing]
claims:
  - {quote: Beijing, subject: beijing, property: count, value: 1, of: x}
  - {quote: gone, subject: beijing, property: count, value: 2, of: y}
---
Beijing.
`);
    assert.match(html, /role="img" aria-label="Error"/);
    assert.match(html, /role="img" aria-label="Nothing found"/);
    assert.match(html, /Its words stand nowhere in the text:/);
  });

  it('is in Chinese for a Chinese reader', () => {
    const html = page('-- x.md --\nBeijing.\n', { locale: 'zh-cn' });
    assert.match(html, /本文献没有标注。/);
    assert.match(html, /如何阅读本页/);
  });
});
