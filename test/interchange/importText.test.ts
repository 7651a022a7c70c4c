/** Raw texts as documents: what their first lines say, what surrounds them, front matter as a person types it, bodies to the byte. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { digestOf } from '../../server/src/checks/bodyChanged.ts';
import { Corpus } from '../../server/src/core/corpus.ts';
import { parseDocument } from '../../server/src/core/document.ts';
import { pinyinReader } from '../../server/src/core/pinyin.ts';
import { parseRecords } from '../../server/src/core/record.ts';
import { readHtml } from '../../server/src/html.ts';
import { boilerplateIn, withoutStretches } from '../../server/src/interchange/import/boilerplate.ts';
import { bodyOf, type Choices, compose, hasBody, refusalOf } from '../../server/src/interchange/import/compose.ts';
import { decodeText } from '../../server/src/interchange/import/decoding.ts';
import { nameFor, pathFor } from '../../server/src/interchange/import/fileName.ts';
import { languageOf } from '../../server/src/interchange/import/language.ts';
import { propose } from '../../server/src/interchange/import/proposal.ts';
import type { Format } from '../../server/src/interchange/import/raw.ts';
import { formatOf, readRaw } from '../../server/src/interchange/import/reading.ts';
import { libraryOf } from '../fixture.ts';

const RECORDS = `tide-wire: {type: organization, name: {en: Tide Wire, zh: 潮汐社}}
old-tide: {type: organization, name: Tide Post}
new-tide: {type: organization, name: Tide Post}
`;
const CORPUS = Corpus.empty.withRecords([parseRecords('entities/e.yaml', RECORDS)]);

/** The first candidate of each field. */
function said(text: string, format: Format = 'text'): Record<string, string> {
  const { candidates } = propose({ format, text }, bodyOf(text), CORPUS);
  return Object.fromEntries(Object.entries(candidates).map(([field, [first]]) => [field, first!.value]));
}

const saidByPage = (html: string) => {
  const read = readRaw(html, 'x.html', readHtml)!;
  const { candidates } = propose(read.raw, bodyOf(read.raw.text), CORPUS);
  return Object.fromEntries(Object.entries(candidates).map(([field, [first]]) => [field, first!.value]));
};

const kinds = (text: string) =>
  boilerplateIn(text).map(({ kind, span }) => `${kind}: ${text.slice(span.start, span.end).trim()}`);

function composed(text: string, choices: Choices, format: Format = 'text'): string {
  const made = compose({ format, text }, choices, CORPUS, 'documents/x.md');
  assert.ok('text' in made, JSON.stringify(made));
  return made.text;
}

describe('importing a text', () => {
  describe('reads from its first lines', () => {
    for (const [name, text, expected] of [
      ['a title alone', 'Quay opens\n\nMany came.', { title: 'Quay opens' }],
      ['a line with a date', 'Quay opens\n2021-03-04 15:06\n\nx', { title: 'Quay opens', date: '2021-03-04' }],
      ['a date in words', 'Quay opens\nMarch 4, 2021\n', { title: 'Quay opens', date: '2021-03-04' }],
      ['a date in Chinese', '码头启用\n2021年3月4日 15:06\n', { title: '码头启用', date: '2021-03-04' }],
      [
        'a date beside the title',
        'Quay opens | March 4, 2021\n',
        { title: 'Quay opens | March 4, 2021', date: '2021-03-04' },
      ],
      [
        'labels on one line',
        'Quay opens\nSource: Bay Daily Release time: 2021/3/4 10:11:12\n',
        { title: 'Quay opens', date: '2021-03-04', publisher: 'Bay Daily' },
      ],
      [
        'labels in Chinese, and a date before them',
        '码头启用\n2021年03月04日10:11 来源：海湾日报 作者：王五\n',
        { title: '码头启用', date: '2021-03-04', publisher: '海湾日报', author: '王五', lang: 'zh' },
      ],
      [
        'labels on their own lines',
        'Title: The quay\nAuthor: Ann Quay\nURL: https://bay.example/1\n\nText',
        { title: 'The quay', author: 'Ann Quay', url: 'https://bay.example/1' },
      ],
      ['the original title', 'Quay\nOriginal title: The old quay\n', { title: 'The old quay' }],
      [
        'a known name beside a date',
        'Quay opens\nTide Wire, March 4, 2021\n',
        { title: 'Quay opens', date: '2021-03-04', publisher: 'tide-wire' },
      ],
      [
        'no unknown name beside a date',
        'Quay opens\nSome Paper, March 4, 2021\n',
        { title: 'Quay opens', date: '2021-03-04' },
      ],
      [
        'a dateline',
        'PORT AMITY, March 4, 2021 (Tide Wire) -- The quay was opened today in the presence of many guests from all along the coast.\n',
        { date: '2021-03-04', publisher: 'tide-wire', lang: 'en' },
      ],
      [
        'a dateline without a year',
        '码头启用\n潮汐社海坪3月4日电（记者王五）码头今天启用。\n',
        { title: '码头启用', publisher: 'tide-wire', lang: 'zh' },
      ],
      [
        'no year where there is none',
        'Quay opens\nTide Wire, March 4\n',
        { title: 'Quay opens', publisher: 'tide-wire' },
      ],
      [
        'no date out of a sentence',
        'Quay opens\nThe quay was opened on March 4, 2021 by the mayor himself.\n',
        { title: 'Quay opens', lang: 'en' },
      ],
      ['no date that no calendar has', 'Quay opens\n2021-02-30\n', { title: 'Quay opens' }],
      ['no title out of a paragraph', `${'The quay opened and the mayor came. '.repeat(3)}\n`, {}],
      [
        'the name that two records have, as it is',
        'Quay\nSource: Tide Post\n',
        { title: 'Quay', publisher: 'Tide Post' },
      ],
      [
        'the title below a trail of pages',
        'The Bay Site\nCurrent: Home > News\nQuay opens\n2021-03-04\n',
        { title: 'Quay opens', date: '2021-03-04' },
      ],
      [
        'an address on its own',
        'Quay opens\nhttps://bay.example/2021/03/04/quay\n',
        { title: 'Quay opens', url: 'https://bay.example/2021/03/04/quay', date: '2021-03-04' },
      ],
      [
        'a date in brackets at the end',
        'Quay opens\nGuests came.\n\n(Some Paper, Port Amity, March 4th, 2021)\n\nLeave a Replay',
        { title: 'Quay opens', date: '2021-03-04' },
      ],
      [
        'no date out of an aside at the end',
        'Quay opens\nGuests came.\n\n(The quay was opened on March 4, 2021 by the mayor himself.)\n',
        { title: 'Quay opens', lang: 'en' },
      ],
      ['nothing out of nothing', '\n\n  \n', {}],
    ] as const) {
      it(name, () => assert.deepEqual(said(text), expected));
    }

    it('the heading of Markdown', () =>
      assert.deepEqual(said('intro\n\n# The *new* **quay**\n', 'markdown'), { title: 'The *new* quay' }));

    it('and tells of a date without its year', () => {
      const text = 'Quay opens\nTide Wire, Oct 20\n';
      assert.deepEqual(propose({ format: 'text', text }, text, CORPUS).incompleteDate, {
        value: 'Oct 20',
        from: 'line 2',
      });
    });
  });

  it('reads from a page before its text, and takes the site off the title', () => {
    const page = `<html lang="en-GB"><title>Quay – Tide Wire</title><meta property="og:site_name" content="Tide Wire">
<meta name="pubdate" content="2021-03-04T23:30:00-08:00"><body><p>Quay<p>2020-01-01`;
    assert.deepEqual(saidByPage(page), { title: 'Quay', date: '2021-03-04', lang: 'en', publisher: 'tide-wire' });
  });

  it('goes by the characters where a page is plainly in another language than it says', () => {
    assert.equal(saidByPage('<html lang=en><p>今天，新的码头在海湾启用，很多人来到这里。').lang, 'zh');
    assert.equal(saidByPage('<html lang=de><p>Das ist gut.').lang, 'de');
  });

  it('tells English and Chinese from the rest', () => {
    assert.equal(languageOf('The mayor of the town is in the port, and that was for us.'), 'en');
    assert.equal(languageOf('市长在 Port Amity 出席了开幕式。'), 'zh');
    assert.equal(languageOf('今日は港で開会式がありました。'), undefined);
    assert.equal(languageOf('Der Bürgermeister war in der Stadt und hat das Wetter gelobt.'), undefined);
    assert.equal(languageOf('12345'), undefined);
  });

  describe('marks', () => {
    for (const [line, kind] of [
      ['Share this article', 'sharing'],
      ['Facebook | Twitter | WhatsApp', 'sharing'],
      ['分享到：微信 微博 QQ空间', 'sharing'],
      ['【字号 大 中 小】 打印', 'sharing'],
      ['(Editor: Ann Quay)', 'credits'],
      ['（责任编辑：王五）', 'credits'],
      ['We use cookies; accept them or read our policy', 'cookies'],
      ['© 2021 Tide Wire. All rights reserved.', 'footer'],
      ['Leave a Replay', 'footer'],
      ['发表评论：', 'footer'],
      ['海湾日报社版权所有 未经许可不得转载', 'footer'],
      ['Home > News > Port', 'navigation'],
      ['当前位置：首页 > 新闻', 'navigation'],
      ['Page 3 of 10', 'repeated'],
      ['— 12 —', 'repeated'],
    ] as const) {
      it(`${line} as ${kind}`, () => assert.deepEqual(kinds(`Text.\n\n${line}\n\nMore.`), [`${kind}: ${line}`]));
    }

    for (const line of [
      'The editor of the paper spoke.',
      'Shares fell on Monday.',
      'The mayor will share it with friends of the port.',
      'Mail',
      'Wang Wu:',
      'Home is where the quay is.',
      '5 > 3',
      '他在推荐书里写道',
    ]) {
      it(`not ${line}`, () => assert.deepEqual(kinds(`Text.\n\n${line}\n\nMore.`), []));
    }

    it('a list of other texts up to the next paragraph', () => {
      const text =
        'Text.\n\nRelated stories\n- Quay closes\n- Quay burns\n\nThe mayor said that the quay would be closed in the winter.\n';
      assert.deepEqual(kinds(text), ['related: Related stories\n- Quay closes\n- Quay burns']);
    });

    it('what comes back on every page, but no speakers and no applause', () => {
      const page = 'The annual report of the bay\n\nText.\nMayor Wang Wu:\n(Applause from the hall)\n\n';
      assert.equal(kinds(page.repeat(3)).length, 3);
      assert.ok(kinds(page.repeat(3)).every((one) => one === 'repeated: The annual report of the bay'));
    });

    it('and leaves no blank lines where something goes', () => {
      const text = 'a\n\nShare this\n\nb\n\n© x\n';
      assert.equal(withoutStretches(text, boilerplateIn(text)), 'a\n\nb\n');
      assert.equal(withoutStretches(text, []), text);
      assert.equal(
        withoutStretches('Share this\r\n\r\na\r\n\r\n© x', boilerplateIn('Share this\r\n\r\na\r\n\r\n© x')),
        'a\r\n',
      );
    });
  });

  describe('writes', () => {
    it('front matter as short as it can be, the publisher by id', () => {
      assert.equal(
        composed('x\n', { title: 'A: b', date: '2021-03', publisher: 'tide wire', lang: 'en' }),
        '---\ntitle: "A: b"\ndate: 2021-03\nlang: en\nsource: {publisher: tide-wire, digest: "sha256:73cb3858a687a8494ca3323053016282f3dad39d42cf62ca4e79dda2aac7d9ac"}\n---\nx\n',
      );
    });

    it('the source in lines of its own where it is long, with the line ends of the text', () => {
      const text = composed('x\r\n', { url: 'https://a.example/1?b=c&d', retrieved: '2022-01-02', author: 'Ann, Bob' });
      assert.ok(
        text.startsWith(
          '---\r\nsource:\r\n  author: Ann, Bob\r\n  url: https://a.example/1?b=c&d\r\n  retrieved: 2022-01-02\r\n  digest: "sha256:',
        ),
        text,
      );
      assert.ok(text.endsWith('"\r\n---\r\nx\r\n'));
    });

    it('nothing that was left empty', () => {
      assert.match(composed('x', { title: ' ', date: '', lang: 'en' }), /^---\nlang: en\nsource: \{digest: /);
    });

    it('what front matter of another tool lacks, and leaves the rest of it', () => {
      const front = '---\ntitle: Kept   # mine\nlayout: post\n---\nx\n';
      assert.equal(
        composed(front, { title: 'Other', date: '2021-03-04' }).replace(/sha256:\w+/, '…'),
        '---\ntitle: Kept   # mine\ndate: 2021-03-04\nsource: {digest: "…"}\nlayout: post\n---\nx\n',
      );
    });

    it('the body to the last byte, whatever it is, with the digest that the check expects', () => {
      const piece = fc.constantFrom(
        '---',
        '\n',
        '\r\n',
        '\ufeff',
        'a: b',
        ' ',
        '\t',
        '中文',
        '# x',
        'Share this',
        '...',
        '"',
        '\u2028',
        '😀',
      );
      const choices = fc.record({
        title: fc.string(),
        author: fc.string(),
        date: fc.constantFrom('2021', '2021-03-04', undefined),
      });
      fc.assert(
        fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), fc.boolean(), choices, (pieces, crlf, chosen) => {
          const text = crlf ? pieces.join('').replace(/\r?\n/g, '\r\n') : pieces.join('');
          const made = compose({ format: 'text', text }, chosen, CORPUS, 'x.md');
          if ('code' in made) return;
          assert.equal(bodyOf(made.text), bodyOf(text));
          assert.equal(made.text.startsWith('\ufeff'), text.startsWith('\ufeff'));
          const annotated = made.text.replace(/^(\ufeff?---[ \t]*\r?\n)/, '$1entities: []\n');
          const library = libraryOf(new Map([['x.md', annotated]]));
          const document = library.document('x.md')!;
          assert.equal(document.annotations.source.digest?.value, digestOf(document));
          assert.deepEqual(parseDocument('x.md', annotated).problems, []);
        }),
        { numRuns: 300 },
      );
    });
  });

  it('refuses what cannot become a document, and says why', () => {
    const code = (text: string, format: Format = 'text') => refusalOf({ format, text })?.code;
    assert.equal(code('\ufeff \n'), 'empty');
    assert.equal(code('a\0b'), 'null-bytes');
    assert.equal(code('---\nentities: [a]\n---\nx'), 'annotated');
    assert.equal(code('---\ntitle: [\n---\nx'), 'front-matter');
    assert.equal(code('---\ntitle: x\nno end'), 'annotated');
    assert.equal(code('---\njust prose\n---\nx'), 'front-matter');
    assert.equal(code('---\n\nA break, and prose.\n'), undefined);
    const chosen = (choices: Choices) => compose({ format: 'text', text: 'x' }, choices, CORPUS, 'x.md');
    assert.deepEqual(chosen({ date: '2021-02-30' }), { code: 'no-date', value: '2021-02-30' });
    assert.deepEqual(chosen({ url: 'javascript:x' }), { code: 'no-url', value: 'javascript:x' });
    assert.deepEqual(chosen({ lang: 'english please' }), { code: 'no-language', value: 'english please' });
  });

  it('knows a body that a document has already', () => {
    assert.ok(hasBody('---\ntitle: a\n---\nx\n', 'x\n'));
    assert.ok(hasBody('\ufeffx\n', 'x\n'));
    assert.ok(!hasBody('---\ntitle: a\n---\ny\nx\n', 'x\n'));
    assert.ok(!hasBody('x\r\n', 'x\n'));
  });

  describe('finds a place', () => {
    const corpus = (settings: string, ...paths: readonly string[]) =>
      libraryOf(new Map([['concord.yaml', settings], ...paths.map((path) => [path, 'x\n'] as const)])).corpus;
    const path = (
      of: Corpus,
      title: string | undefined,
      date?: string,
      format: Format = 'text',
      taken: readonly string[] = [],
    ) => pathFor({ title, date, format, stem: 'given name' }, of, (one) => taken.includes(one), pinyinReader());

    it('with a name of date and title, in letters that every system has', () => {
      const reader = pinyinReader();
      assert.equal(nameFor('The Mayor’s “new” Quay: é!', '2021-03-04', reader), '2021-03-04-the-mayors-new-quay-e');
      assert.equal(nameFor('港口论坛 2021', undefined, reader), 'gang-kou-lun-tan-2021');
      assert.equal(nameFor('…', undefined, reader), 'document');
      assert.equal(nameFor('con', undefined, reader), 'con-document');
      assert.equal(nameFor(`${'word '.repeat(40)}`, undefined, reader).length <= 60, true);
      assert.equal(nameFor('x'.repeat(300), '2021', reader), `2021-${'x'.repeat(60)}`);
      assert.equal(nameFor('Été', '2021-03-04/2021-03-06', reader), '2021-03-04-ete');
    });

    it('where the settings have documents', () => {
      assert.equal(path(corpus('documents: texts/**/*.md\n'), 'A'), 'texts/a.md');
      assert.equal(path(corpus('documents: texts/*/*.txt\n'), 'A', '2021-03'), 'texts/2021/2021-03-a.txt');
      assert.equal(path(corpus('version: 1\n'), 'A'), 'documents/a.txt');
      assert.equal(path(corpus('documents: "*.md"\n'), 'A'), 'a.md');
      assert.equal(path(corpus('documents: []\n'), 'A'), undefined);
      assert.equal(path(corpus('version: 1\n'), undefined), 'documents/given-name.txt');
    });

    it('where most documents lie, by year if they do', () => {
      const years = corpus('version: 1\n', 'd/2019/a.md', 'd/2020/b.md', 'inbox/c.md');
      assert.equal(path(years, 'A', '2021-03-04', 'markdown'), 'd/2021/2021-03-04-a.md');
      assert.equal(path(years, 'A', undefined, 'html'), 'd/a.md');
    });

    it('that is free', () => {
      const taken = ['documents/a.txt', 'documents/a-2.txt'];
      assert.equal(path(corpus('version: 1\n'), 'A', undefined, 'text', taken), 'documents/a-3.txt');
    });
  });

  describe('reads bytes', () => {
    const bytes = (...values: readonly number[]) => Uint8Array.from(values);
    it('as UTF-8 with its byte order mark, or by that of UTF-16', () => {
      assert.deepEqual(decodeText(bytes(0xef, 0xbb, 0xbf, 0x61)), { text: '\ufeffa', encoding: 'UTF-8' });
      assert.deepEqual(decodeText(bytes(0xff, 0xfe, 0x2d, 0x4e)), { text: '中', encoding: 'UTF-16LE' });
      assert.deepEqual(decodeText(bytes(0xfe, 0xff, 0x4e, 0x2d)), { text: '中', encoding: 'UTF-16BE' });
    });

    it('as what a page says of itself', () => {
      const head = new TextEncoder().encode('<meta charset="gb2312">');
      assert.deepEqual(decodeText(bytes(...head, 0xd6, 0xd0)), {
        text: '<meta charset="gb2312">中',
        encoding: 'GB18030',
      });
    });

    it('as the encoding whose characters are common ones', () => {
      // 的中国, 的中國 and "déjà" as their encodings have them.
      assert.deepEqual(decodeText(bytes(0xb5, 0xc4, 0xd6, 0xd0, 0xb9, 0xfa)), { text: '的中国', encoding: 'GB18030' });
      assert.deepEqual(decodeText(bytes(0xaa, 0xba, 0xa4, 0xa4, 0xb0, 0xea)), { text: '的中國', encoding: 'Big5' });
      assert.deepEqual(decodeText(bytes(0x93, 0x64, 0xe9, 0x6a, 0xe0, 0x94)), {
        text: '“déjà”',
        encoding: 'windows-1252',
      });
    });

    it('as nothing where they are no text', () => {
      assert.equal(decodeText(bytes(0x00, 0xff, 0x01, 0x02)), undefined);
      fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (any) => void decodeText(any)));
    });
  });

  it('tells the format by the name, else by how the text begins', () => {
    assert.equal(formatOf('a.HTML', 'x'), 'html');
    assert.equal(formatOf('a.txt', '<html>'), 'text');
    assert.equal(formatOf('', '\ufeff <!DOCTYPE html><p>x'), 'html');
    assert.equal(formatOf('', '<div class="a">x</div>'), 'html');
    assert.equal(formatOf('', '<3 is no tag </p>'), 'text');
    assert.equal(formatOf('', 'x\n## y\n'), 'markdown');
    assert.equal(formatOf('', 'x'), 'text');
  });
});
