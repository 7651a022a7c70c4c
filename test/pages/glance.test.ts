/** The pages of a corpus at a glance without a browser: what stands on them, and that texts are texts. */

import assert from 'node:assert/strict';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { matrix } from '../../server/src/features/glance/matrix.ts';
import { network } from '../../server/src/features/glance/network.ts';
import { finished } from '../../server/src/features/glance/steps.ts';
import { timeline } from '../../server/src/features/glance/timeline.ts';
import { en } from '../../server/src/pages/glance/en.ts';
import { Matrix } from '../../server/src/pages/glance/Matrix.tsx';
import { Network } from '../../server/src/pages/glance/Network.tsx';
import { Timeline } from '../../server/src/pages/glance/Timeline.tsx';
import { glanceWords } from '../../server/src/pages/glance/words.ts';
import { zh } from '../../server/src/pages/glance/zh.ts';
import { type Links, ReaderProvider } from '../../server/src/pages/reader.ts';
import { libraryOf, parseFixture } from '../fixture.ts';
import { HOSTILE, MARKUP } from './hostile.ts';

const links: Links = {
  place: () => undefined,
  entity: (id) => `e/${encodeURIComponent(id)}`,
  document: (path) => `d/${path}`,
  claim: ({ path, claim }) => `d/${path}#${claim}`,
};

const view = libraryOf(parseFixture(HOSTILE).files);
const pages = (words = en, locale = 'en'): Readonly<Record<string, string>> => {
  const drawn = {
    timeline: h(Timeline, { model: finished(timeline(view, {}, locale)), words }),
    network: h(Network, { model: finished(network(view, {}, locale)), words, scope: {} }),
    matrix: h(Matrix, { model: finished(matrix(view, {}, locale)), words, scope: {} }),
  };
  return Object.fromEntries(
    Object.entries(drawn).map(([name, page]) => [
      name,
      renderToString(h(ReaderProvider, { value: { locale, links }, children: page })),
    ]),
  );
};

describe('the pages of a corpus at a glance', () => {
  it('show markup as text, and carry neither script nor style', () => {
    for (const [name, html] of Object.entries(pages())) {
      assert.doesNotMatch(html, /<(?:script|img|iframe|style)\b|\sstyle="/i, name);
      if (name === 'timeline')
        assert.doesNotMatch(html, /tabindex=/i, 'without a script each mark is a stop of its own');
    }
    assert.ok(
      pages().matrix!.includes(MARKUP.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')),
    );
  });

  it('lead from every mark to a quote, a document or an entity', () => {
    const { timeline, network, matrix } = pages();
    assert.match(timeline!, /<a href="d\/[^"#]+" data-mark=/);
    assert.match(timeline!, /<a href="d\/[^"#]+#[^"]+"/);
    assert.match(network!, /<a href="e\/olm"/);
    assert.match(matrix!, /<a href="d\/[^"#]+#[^"]+" class="claim \w+"/);
    for (const html of [timeline, network, matrix]) assert.doesNotMatch(html!, /<button|<input|<select/);
  });

  it('say who contradicts whom in words, not by sign and colour alone', () => {
    const { matrix } = pages();
    assert.ok(matrix!.includes(en.agree.marks.conflict) && matrix!.includes(en.agree.side('B')));
  });

  it('have all their words in both languages, Chinese ones in Chinese', () => {
    const keysOf = (table: object, path = ''): readonly string[] =>
      Object.entries(table).flatMap(([key, value]) =>
        typeof value === 'object' && value !== null ? keysOf(value, `${path}${key}.`) : [`${path}${key}`],
      );
    assert.deepEqual(new Set(keysOf(zh)), new Set(keysOf(en)));
    const texts = (table: object): readonly string[] =>
      Object.values(table).flatMap((value) =>
        typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? texts(value) : [],
      );
    for (const text of texts(zh)) assert.match(text, /\p{Script=Han}/u, text);
    assert.equal(glanceWords('zh-cn'), zh);
    assert.equal(glanceWords('fr'), en);
    assert.match(pages(zh, 'zh').timeline!, /篇文献/);
  });
});
