/** Pages as Markdown: what a browser would show, what the source says of itself, what surrounds the text; and hostile ones. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Tokenizer } from 'htmlparser2';
import { decodeEntities, ENTITY_NAMES } from '../../server/src/interchange/import/html/entities.ts';
import { readHtml } from '../../server/src/interchange/import/html/readHtml.ts';

const body = (html: string) => readHtml(html).body;
const first = (html: string, field: 'title' | 'date' | 'lang' | 'publisher' | 'author' | 'url') =>
  readHtml(html).candidates[field]?.map(({ value, from }) => `${value} < ${from}`);
const marked = (html: string) => {
  const { body, stretches } = readHtml(html);
  return stretches.map(({ kind, span }) => `${kind}: ${body.slice(span.start, span.end).trim()}`);
};
const LONG = 'The mayor opened the new quay before many guests. '.repeat(8);

describe('importing HTML', () => {
  describe('renders', () => {
    for (const [name, html, expected] of [
      [
        'paragraphs, closed or not',
        '<p>One\n  two<p>Three</p><div>Four</div>five',
        'One two\n\nThree\n\nFour\n\nfive\n',
      ],
      ['line breaks', '<p>One<br>two<br/>three', 'One\ntwo\nthree\n'],
      ['headings on one line', '<h1>A<br>b</h1><h3>C</h3>', '# A b\n\n### C\n'],
      ['emphasis without its spaces', '<p>a<b> bold </b>c <i></i><em>x</em>', 'a **bold** c *x*\n'],
      ['emphasis inside emphasis once', '<p><b><strong>x</strong> y</b>', '**x y**\n'],
      ['crossed marks', '<p><b>a<i>b</b>c</i>d', '**a*b***cd\n'],
      [
        'no mark that Markdown would not see',
        '<p>他说<b>“开始。”</b>然后<b>结束</b>了',
        '他说“开始。”然后**结束**了\n',
      ],
      ['Chinese lines without a space', '<p>今天\n开幕\nABC', '今天开幕 ABC\n'],
      [
        'entities, named and numbered',
        '<p>A&amp;B &hellip; &#x4e2d;&#25991; &lt;b&gt; &nope;',
        'A&B … 中文 <b> &nope;\n',
      ],
      ['lists in lists', '<ul><li>a<ul><li>b</ul><li><p>c<p>d</ul>', '- a\n  - b\n- c\n\n  d\n'],
      ['numbers from where they start', '<ol start=3><li>a<li>b</ol>', '3. a\n4. b\n'],
      ['quotations', '<blockquote><p>a<br>b<p>c</blockquote>d', '> a\n> b\n\n> c\n\nd\n'],
      ['preformatted text as it is', '<pre>\na  b\n c ```\n</pre>', '````\na  b\n c ```\n````\n'],
      [
        'tables of data',
        '<table><tr><th>a<th>b<tr><td>1<td>2<tr><td>3</table>',
        '| a | b |\n| --- | --- |\n| 1 | 2 |\n| 3 |  |\n',
      ],
      ['tables of layout as blocks', '<table><tr><td><p>a<p>b<td>c<tr><td>d<td>e</table>', 'a\n\nb\n\nc\n\nd\n\ne\n'],
      [
        'no scripts, styles, templates',
        '<script>if (a<b) x("<p>")</script><style>p{}</style><template>t</template>x',
        'x\n',
      ],
      ['text after a drawing that never ends', '<svg><title>t</title><path><p>x', 'x\n'],
      ['quotes', '<p>a <q>b</q> c', 'a “b” c\n'],
      ['no null bytes', '<p>a\0b', 'ab\n'],
      ['nothing of nothing', '', ''],
      ['an end tag without a beginning', '</div></b></p>x</td>', 'x\n'],
      ['characters that Markdown knows, as they are', '<p>2 * 3 # a_b [c] 1. d', '2 * 3 # a_b [c] 1. d\n'],
    ] as const) {
      it(name, () => assert.equal(body(html), expected));
    }

    it('links by their full address, and other links as text', () => {
      const base = '<link rel="canonical" href="https://a.example/x/y">';
      assert.equal(body(`${base}<a href="../z?(1)">t</a>`), '[t](https://a.example/z?%281%29)\n');
      assert.equal(body('<a href="z">t</a> <a href="javascript:x()">u</a> <a href="#n">v</a>'), 't u v\n');
    });

    it('counts the pictures that it leaves out', () =>
      assert.equal(readHtml('<img src=a><p>x<img src=b>').pictures, 2));
  });

  it('reads the entities of HTML 4 as the library does that has them all', () => {
    const reference = (text: string) => {
      let read = '';
      const nothing = () => undefined;
      const callbacks = { onattribdata: nothing, onattribentity: nothing, onattribend: nothing, onattribname: nothing };
      const more = {
        oncdata: nothing,
        onclosetag: nothing,
        oncomment: nothing,
        ondeclaration: nothing,
        onend: nothing,
      };
      const tags = {
        onopentagend: nothing,
        onopentagname: nothing,
        onprocessinginstruction: nothing,
        onselfclosingtag: nothing,
      };
      const tokenizer = new Tokenizer(
        { decodeEntities: true },
        {
          ...callbacks,
          ...more,
          ...tags,
          ontext: (start, end) => {
            read += text.slice(start, end);
          },
          ontextentity: (code) => {
            read += String.fromCodePoint(code);
          },
        },
      );
      tokenizer.write(text);
      tokenizer.end();
      return read;
    };
    for (const name of ENTITY_NAMES) assert.equal(decodeEntities(`a &${name}; b`), reference(`a &${name}; b`), name);
    for (const text of [
      '&#146;&#x92;&#8230;&#x1F600;&#0;&#xD800;&#x110000;',
      '&amp &copy&nbsp;x',
      '&; & &# &#x; &nope;',
      'a&b;c',
    ])
      assert.equal(decodeEntities(text), reference(text), text);
    assert.equal(decodeEntities('?a=1&copy=2&lt=3'), '?a=1&copy=2&lt=3');
  });

  describe('finds', () => {
    it('titles, best first, once each', () => {
      const html =
        '<title>Quay opens | Tide</title><meta property="og:title" content="Quay &quot;opens&quot;"><h1>Quay <b>opens</b></h1>';
      assert.deepEqual(first(html, 'title'), [
        'Quay opens < <h1>',
        'Quay "opens" < og:title',
        'Quay opens | Tide < <title>',
      ]);
    });

    it('the article in JSON-LD, wherever it lies', () => {
      const data = {
        '@graph': [
          { '@type': 'WebSite', name: 'no' },
          {
            '@type': ['NewsArticle'],
            headline: 'Quay',
            datePublished: '2021-02-03T04:05:06Z',
            inLanguage: 'en',
            author: [{ name: 'A' }, { name: 'B' }],
            publisher: { name: 'Tide' },
          },
        ],
      };
      const html = `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
      assert.deepEqual(readHtml(html).candidates, {
        title: [{ value: 'Quay', from: 'JSON-LD' }],
        date: [{ value: '2021-02-03T04:05:06Z', from: 'JSON-LD' }],
        lang: [{ value: 'en', from: 'JSON-LD' }],
        publisher: [{ value: 'Tide', from: 'JSON-LD' }],
        author: [{ value: 'A, B', from: 'JSON-LD' }],
      });
    });

    it('nothing in broken or bottomless JSON-LD', () => {
      const page = (data: string) => readHtml(`<script type="application/ld+json">${data}</script><p>x`);
      assert.deepEqual(page('{"@type": "Article", ').candidates, {});
      assert.deepEqual(page('['.repeat(200_000)).candidates, {});
      assert.deepEqual(page(`${'['.repeat(5_000)}1${']'.repeat(5_000)}`).candidates, {});
    });

    it('address, language and times', () => {
      const html =
        '<!-- saved from url=(0022)https://tide.example/b --><html lang=zh-CN><time datetime="2020-01-02">x</time>';
      assert.deepEqual(first(html, 'url'), ['https://tide.example/b < the comment of the browser that saved it']);
      assert.deepEqual(first(html, 'lang'), ['zh-CN < <html lang>']);
      assert.deepEqual(first(html, 'date'), ['2020-01-02 < <time>']);
      assert.equal(
        first('<time datetime="2020-01-02">a</time><time datetime="2020-01-03">b</time>', 'date'),
        undefined,
      );
      assert.equal(first('<link rel=canonical href="/relative">', 'url'), undefined);
    });

    it('nothing under names that every object has', () => {
      assert.deepEqual(
        readHtml('<constructor><__proto__ role=constructor class=toString>x<meta name=constructor content=y>')
          .candidates,
        {},
      );
    });
  });

  describe('marks', () => {
    it('what elements say of themselves', () => {
      const html = `<nav>a</nav><p>${LONG}</p><div class="post-share">b</div><div id="relatedPosts">c</div><footer>d</footer><p hidden>e`;
      assert.deepEqual(marked(html), ['navigation: a', 'sharing: b', 'related: c', 'footer: d', 'hidden: e']);
    });

    it('menus of links', () => {
      const links = ['a', 'b', 'c'].map((to) => `<p><a href="https://x.example/${to}">${to}</a>`).join('');
      assert.equal(marked(`${links}<p>${LONG}`).length, 1);
      assert.deepEqual(marked(`<p><a href="https://x.example/a">a</a><p>${LONG}`), []);
    });

    it('what lies around the one article', () => {
      assert.deepEqual(marked(`<p>a<h1>t</h1><article>${LONG}</article><p>b`), ['outside: a', 'outside: b']);
      assert.deepEqual(marked(`<p>a<article>${LONG}</article><article>${LONG}</article><p>b`), []);
      assert.deepEqual(marked('<p>a<article>short</article><p>b'), []);
    });

    it('no more than half of the text, and no heading, whatever they are called', () => {
      assert.deepEqual(marked(`<form id=aspnetForm><p>${LONG}</form>`), []);
      assert.deepEqual(marked(`<div class=nav><h1>t</h1></div><p>${LONG}`), []);
      assert.deepEqual(marked(`<div class="has-sidebar no-share">x</div><p>${LONG}`), []);
    });
  });

  describe('on hostile pages', function () {
    this.timeout(60_000);
    const N = 100_000;
    for (const [name, html] of [
      ['nested divisions', `${'<div>'.repeat(N)}x${'</div>'.repeat(N)}`],
      ['nested quotations with text', '<blockquote>x'.repeat(N)],
      ['nested lists', '<ul><li>x'.repeat(N)],
      ['end tags that fit nothing', '<div>'.repeat(N) + '</section></b>'.repeat(N)],
      ['paragraphs deep inside', '<div>'.repeat(N) + '<p>x'.repeat(N)],
      ['nested tables', '<table><tr><td>x<td>y<tr><td>'.repeat(N / 4)],
      ['marks without end', '<b><i><a href=x>y'.repeat(N)],
      ['attributes without end', `<a ${'x="'.repeat(N)}`],
      ['ampersands', '&'.repeat(N * 5)],
      ['scripts without end', `<script>${'</scrip'.repeat(N)}`],
      ['marked regions', '<nav><p>x</nav>'.repeat(N)],
      ['backticks', `<pre>${'`x'.repeat(N)}`],
    ] as const) {
      it(`takes time in proportion: ${name}`, () => {
        const begun = performance.now();
        readHtml(html);
        assert.ok(performance.now() - begun < 10_000);
      });
    }

    it('never throws, and every stretch lies in the body, in order', () => {
      const piece = fc.constantFrom(
        ...[
          '<p>',
          '</p>',
          '<b>',
          '</b>',
          '<table>',
          '<tr>',
          '<td>',
          '</table>',
          '<ul>',
          '<li>',
          '</ul>',
          '<nav>',
          '</nav>',
        ],
        ...[
          '<article>',
          '</article>',
          '<h1>',
          '</h1>',
          '<pre>',
          '</pre>',
          '<svg>',
          '</svg>',
          'text ',
          '中文',
          '\n',
          '&amp',
          '<',
        ],
        ...[
          '<a href="https://x.example">',
          '</a>',
          '<br>',
          '<div class=share>',
          '</div>',
          '“',
          '<!--',
          '-->',
          '<script>',
          '\0',
        ],
      );
      fc.assert(
        fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
          const { body, stretches } = readHtml(pieces.join(''));
          assert.ok(!body.includes('\0'));
          let end = 0;
          for (const { span } of stretches) {
            assert.ok(span.start >= end && span.end > span.start && span.end <= body.length);
            end = span.end;
          }
        }),
        { numRuns: 500 },
      );
    });
  });
});
