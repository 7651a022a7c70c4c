import assert from 'node:assert/strict';
import { pinyinReader } from '../../server/src/core/pinyin.ts';
import { parseRecords } from '../../server/src/core/record.ts';
import { Records } from '../../server/src/core/records.ts';
import { sentenceAt, sentencesOf } from '../../server/src/core/sentences.ts';
import { literal, shortened } from '../../server/src/features/markdown.ts';
import { foldName, searchKeys } from '../../server/src/features/names.ts';
import { findRecords } from '../../server/src/features/search.ts';
import { timeInWords } from '../../server/src/values/timeWords.ts';

describe('names', () => {
  it('folds case, accents, apostrophes and separators', () => {
    assert.equal(foldName("Ignacio Bertolán-O'Neil"), 'ignacio bertolan oneil');
    assert.equal(foldName('Łódź  Straße'), 'lodz strasse');
    assert.equal(foldName('海坪市 '), '海坪市');
  });

  it('makes keys of initials and pinyin', () => {
    assert.deepEqual(searchKeys('Shen Beili'), ['shen beili', 'shenbeili', 'sb']);
    const pinyin = () => ({ full: 'ma zhao xu', initials: 'm z x' });
    assert.deepEqual(searchKeys('马朝旭', pinyin), ['马朝旭', 'mazhaoxu', 'mzx']);
    assert.deepEqual(searchKeys(' '), []);
  });

  it('are read in pinyin wherever the platform sorts Chinese, whatever it calls the order', () => {
    const pinyin = pinyinReader();
    assert.ok(pinyin);
    assert.deepEqual(pinyin('联合国'), { full: 'lianheguo', initials: 'lhg' });
    assert.deepEqual(pinyin('北京 2022'), { full: 'beijing 2022', initials: 'bj 2022' });
    assert.equal(pinyin('单霁翔').full, 'shanjixiang');
    assert.ok(searchKeys('沈蓓莉', pinyin).includes('shenbeili'));
  });

  it('finds whole names before beginnings, words and parts, and letters in order last', () => {
    const text =
      'a: {name: Mali}\nb: {name: Maliki}\nc: {name: New Mali}\nd: {name: Somalia}\nshen-beili: {name: 沈蓓莉}\n';
    const records = Records.empty.withFiles([parseRecords('e.yaml', text)]);
    assert.deepEqual(
      findRecords(records, 'mali', 10).map(({ record, rank }) => `${record.id.value}${rank}`),
      ['a0', 'b1', 'c2', 'd3'],
    );
    assert.deepEqual(
      findRecords(records, 'shnbl', 10).map(({ record }) => record.id.value),
      ['shen-beili'],
    );
    assert.deepEqual(findRecords(records, ' ', 10), []);
    assert.equal(findRecords(records, 'mali', 2).length, 2);
  });

  it('sees an edit of a file', () => {
    const before = Records.empty.withFiles([parseRecords('e.yaml', 'a: {name: Mali}\n')]);
    assert.equal(findRecords(before, 'chad', 5).length, 0);
    const after = before.withFiles([parseRecords('e.yaml', 'a: {name: Chad}\n')]);
    assert.equal(findRecords(after, 'chad', 5).length, 1);
    assert.equal(findRecords(after, 'mali', 5).length, 0);
  });
});

describe('timeInWords', () => {
  const cases: readonly [string, string, string][] = [
    ['2022', '2022', '2022年'],
    ['2022-10', 'October 2022', '2022年10月'],
    ['2022-10-20', '20 October 2022', '2022年10月20日'],
    ['2020/2023', '2020–2023', '2020年至2023年'],
    ['2023-10-17/2023-10-19', '17–19 October 2023', '2023年10月17日至2023年10月19日'],
    ['2022-01/..', 'since January 2022', '2022年1月起'],
    ['../2019', 'until 2019', '至2019年'],
    ['2012~', 'about 2012', '约2012年'],
    ['2012?', '2012 (uncertain)', '2012年（存疑）'],
    ['2022-21', 'spring 2022', '2022年春季'],
    ['202X', 'the 2020s', '2020年代'],
    ['19XX', '1900–1999', '1900年至1999年之间'],
    ['../..', 'always', '始终'],
    ['2022-10-20T09:30:00Z', '20 October 2022', '2022年10月20日'],
    ['-0043', '44 BC', '公元前44年'],
    ['2022-77', '2022-77', '2022-77'],
  ];
  for (const [edtf, en, zh] of cases) {
    it(edtf, () => assert.deepEqual([timeInWords(edtf, 'en'), timeInWords(edtf, 'zh-CN')], [en, zh]));
  }
});

describe('sentences', () => {
  const text =
    '# A title\n\nMr. Li came. “Did he?” she asked; J. Roe left\nlate. 他来了。“走吧。”她说。\n- An item\n- Another';
  const whole = { start: 0, end: text.length };

  it('are found in order, abbreviations and line breaks inside', () => {
    const found = [...sentencesOf(text, whole)].map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(found, [
      'A title',
      'Mr. Li came.',
      '“Did he?”',
      'she asked; J. Roe left\nlate.',
      '他来了。',
      '“走吧。”',
      '她说。',
      'An item',
      'Another',
    ]);
  });

  it('are found around a place', () => {
    const at = (word: string) => {
      const { start, end } = sentenceAt(text, whole, text.indexOf(word));
      return text.slice(start, end);
    };
    assert.equal(at('Li came'), 'Mr. Li came.');
    assert.equal(at('late'), 'she asked; J. Roe left\nlate.');
    assert.equal(at('走吧'), '“走吧。”');
    assert.equal(at('title'), 'A title');
    assert.equal(at('Another'), 'Another');
  });
});

describe('markdown', () => {
  it('makes marks harmless', () => {
    assert.equal(literal('# a *b* <c> [d](e) `f`'), '\\# a \\*b\\* \\<c\\> \\[d\\](e) \\`f\\`');
    assert.equal(literal('1. one\n2. two'), '1\\. one 2. two');
    assert.equal(literal('see www.x.example or http://y'), 'see www\\.x.example or http\\://y');
  });

  it('shortens to beginning and end', () => {
    assert.equal(shortened('abc', 10), 'abc');
    const short = shortened('word '.repeat(100), 40);
    assert.ok([...short].length <= 40 && short.includes(' … '));
  });
});
