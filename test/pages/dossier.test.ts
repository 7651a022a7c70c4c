/** The pages of a dossier as text: what they say, where they lead, and that what comes from files is text and nothing else. */

import assert from 'node:assert/strict';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { dossier } from '../../server/src/features/dossier/dossier.ts';
import type { Dossier as Model } from '../../server/src/features/dossier/model.ts';
import { Dossier } from '../../server/src/pages/dossier/Dossier.tsx';
import { en } from '../../server/src/pages/dossier/en.ts';
import { pageOf, pictureOf } from '../../server/src/pages/dossier/standalone.tsx';
import { zh } from '../../server/src/pages/dossier/zh.ts';
import { type Links, NO_LINKS, ReaderProvider } from '../../server/src/pages/reader.ts';
import { englishIn } from '../english.ts';
import { libraryOf, parseFixture } from '../fixture.ts';
import { HOSTILE, MARKUP } from './hostile.ts';

const LINKS: Links = {
  place: ({ path, start }) => `place:${path}@${start}`,
  entity: (id) => `entity:${id}`,
  document: (path) => `document:${path}`,
  claim: ({ path, claim }) => `claim:${path}#${claim}`,
};

const library = libraryOf(parseFixture(HOSTILE).files);
const modelOf = (id: string, locale = 'en'): Model => dossier(library, id, { locale })!;
const drawn = (
  model: Model,
  { locale = 'en', links = LINKS, width = 720, onMore = undefined as (() => void) | undefined } = {},
) => renderToString(h(ReaderProvider, { value: { locale, links } }, h(Dossier, { model, width, onMore })));

describe('the page of an entity', () => {
  it('shows markup as text, in names, values, quotes, titles and ids of everything', () => {
    for (const id of ['olm', 'fair', 'ada', 'mayor', 'nobody.x']) {
      const page = drawn(modelOf(id));
      // Within quotation marks anything may stand.
      const tags = page.replace(/"[^"]*"/g, '""');
      assert.doesNotMatch(tags, /<(?:script|img|iframe|b|style|link)\b/i, id);
      assert.doesNotMatch(tags.replace(/>[^<]*/g, '>'), /\s(?:on\w+|style)=/i, id);
      assert.doesNotMatch(page, /\s(?:href|src)="\s*(?:javascript|data|vbscript):/i, id);
    }
    assert.ok(
      drawn(modelOf('olm')).includes(
        MARKUP.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('>', '>'),
      ),
    );
  });

  it('has a link to the words for every mark and every source', () => {
    const page = drawn(modelOf('olm'));
    const marks = page.match(/<a class="mark[^"]*"(?:[^>"]|"[^"]*")*>/g) ?? [];
    assert.ok(marks.length >= 4, page);
    for (const mark of marks) {
      assert.match(mark, /href="claim:documents\/[^"]+#/);
      assert.match(mark, /aria-label="[^"]+"/);
    }
    assert.match(page, /href="claim:documents\/a\.md#s"/);
    assert.match(drawn(modelOf('mayor')), /href="entity:ada"/);
  });

  it('leads to a document where a reader knows no claims, and nowhere where there is nothing to lead to', () => {
    const { claim: _, ...without } = LINKS;
    assert.match(drawn(modelOf('olm'), { links: without }), /<a class="mark[^>]*href="document:documents\/a\.md"/);
    const alone = drawn(modelOf('olm'), { links: NO_LINKS });
    assert.doesNotMatch(alone, /<a\b(?![^>]*https:\/\/www\.wikidata)/);
    assert.match(alone, /<g class="mark[^>]*role="img"/);
  });

  it('says what the pictures say in words too', () => {
    const page = drawn(modelOf('olm'));
    assert.match(page, /<table/);
    assert.match(page, /conflicts with 183/);
    assert.match(page, /more than 200/);
    assert.match(page, /does not go together/);
  });

  it('sets names of any script apart from what is around them', () => {
    const page = drawn(modelOf('ada'));
    assert.match(page, /<h1 dir="auto">/);
    assert.match(page, /<bdi[^>]*>[^<]*[\u0590-\u06ff]/);
    assert.match(drawn(modelOf('mayor')), /\u2068[^<]*\u2069/);
  });

  it('offers more where somebody answers, and else says how much there is', () => {
    const model = { ...modelOf('olm'), timeline: { ...modelOf('olm').timeline, more: 12 } };
    assert.match(drawn(model, { onMore: () => {} }), /<button type="button">Show 12 more<\/button>/);
    assert.match(drawn(model), />and 12 more</);
    assert.doesNotMatch(drawn(model), /<button/);
  });

  it('draws what has no dates, one entity, hundreds of contradictions, and any width', () => {
    for (const id of ['olm', 'fair', 'ada', 'mayor', 'lonely', 'undated', 'ancient']) {
      for (const width of [300, 520, 1_200]) {
        const page = drawn(modelOf(id), { width });
        assert.doesNotMatch(page, /NaN|Infinity|undefined/, `${id} ${width}`);
        assert.doesNotMatch(page, /(?:width|height)="-/, `${id} ${width}`);
      }
    }
    assert.match(drawn(modelOf('lonely')), /No document mentions it together/);
  });
});

describe('a dossier in a file of its own', () => {
  const paper =
    ':root{--text:#111;--surface:#fff;--event:#a00}.core-event{--mark:var(--event)}.chart text{fill:var(--text)}@media print{:root{--text:#000}}';

  it('is a page without script, that fetches nothing', () => {
    const page = pageOf({ model: modelOf('olm'), locale: 'en', paper });
    assert.match(page, /^<!DOCTYPE html>\n<html lang="en">/);
    assert.match(page, /default-src &#39;none&#39;|default-src 'none'/);
    assert.doesNotMatch(page, /<(?:script|link|img|iframe|object)\b/i);
    assert.ok(page.includes(paper));
    assert.equal(page.match(/<title>/g)!.length > 0, true);
  });

  it('is a picture in plain colours', () => {
    const svg = pictureOf({ model: modelOf('olm'), locale: 'en', paper })!;
    assert.match(svg, /^<\?xml/);
    assert.doesNotMatch(svg, /var\(--/);
    assert.doesNotMatch(svg, /<(?:script|foreignObject|image|a)\b/i);
    assert.match(svg, /#a00/);
    assert.equal(pictureOf({ model: modelOf('lonely'), locale: 'en', paper }), undefined);
  });
});

describe('the words of a dossier', () => {
  it('are Chinese for those who read Chinese', () => {
    const said = (value: unknown): readonly string[] =>
      typeof value === 'string'
        ? [value]
        : typeof value === 'function'
          ? [String(value(3, 4))]
          : Object.values(value as object).flatMap(said);
    const texts = said(zh).join('\n');
    assert.deepEqual(englishIn(texts), []);
    assert.deepEqual(Object.keys(zh).sort(), Object.keys(en).sort());
    const page = drawn(modelOf('olm', 'zh-CN'), { locale: 'zh-CN' });
    for (const word of ['时间线', '数字', '一同出现', '矛盾：']) assert.ok(page.includes(word), word);
  });
});
