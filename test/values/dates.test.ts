/** Dates in running text: which days they mean, and what had to be supplied. The sentences are made up. */

import assert from 'node:assert/strict';
import { parseTime, scanDates } from '../../server/src/values/dates.ts';
import { isProblem } from '../../server/src/values/problem.ts';
import { parseEdtf, type TimeValue } from '../../server/src/values/time.ts';
import { writeTime } from './notation.ts';

function documentDate(source: string): TimeValue {
  const value = parseEdtf(source);
  assert.ok(!isProblem(value));
  return value;
}

/** Thursday. */
const THURSDAY = '2022-10-20';

function found(text: string, date: string | undefined = THURSDAY): string {
  const context = date === '' ? {} : { documentDate: documentDate(date) };
  return scanDates(text, context)
    .map(({ span, time, supplied, relative, impossible }) => {
      const from = supplied.map(({ part, from }) => `${part}<${from}`).join(',');
      const mark = impossible ? '!' : relative ? '*' : '';
      return `${mark}${text.slice(span.start, span.end)} = ${writeTime(time)}${from && !relative ? ` ${from}` : ''}`;
    })
    .join(' | ');
}

type Case = readonly [text: string, expected: string];
const check = (cases: readonly Case[], date?: string): void => {
  for (const [text, expected] of cases) assert.equal(found(text, date), expected, text);
};

describe('dates in running text', () => {
  it('are read in English', () =>
    check([
      ['on October 20, 2022', 'October 20, 2022 = 2022-10-20'],
      [
        '20 October 2022; the 20th of October, 2022',
        '20 October 2022 = 2022-10-20 | 20th of October, 2022 = 2022-10-20',
      ],
      ['Oct. 20, 2022', 'Oct. 20, 2022 = 2022-10-20'],
      [
        'in October 2022, in spring 2021',
        'October 2022 = 2022-10-01..2022-10-31 | spring 2021 = 2021-03-01..2021-05-31',
      ],
      ['since 2012', '2012 = 2012-01-01..2012-12-31'],
      ['June 22-24, 2020', 'June 22-24, 2020 = 2020-06-22 / 2020-06-24'],
      ['22–24 June 2020', '22–24 June 2020 = 2020-06-22 / 2020-06-24'],
      ['from 22 June to 3 July 2020', '22 June to 3 July 2020 = 2020-06-22 / 2020-07-03'],
      ['from 2012 to 2022', '2012 to 2022 = 2012-01-01..2012-12-31 / 2022-01-01..2022-12-31'],
      ['the 1990s, the 19th century', '1990s = 1990-01-01..1999-12-31 | 19th century = 1800-01-01..1899-12-31'],
      ['the third quarter of 2021', 'third quarter of 2021 = 2021-07-01..2021-09-30'],
      [
        '2019/9/10 13:52, 20.10.2022, 2022-10-20',
        '2019/9/10 = 2019-09-10 | 20.10.2022 = 2022-10-20 | 2022-10-20 = 2022-10-20',
      ],
    ]));

  it('are read in Chinese', () =>
    check([
      ['2020年1月16日', '2020年1月16日 = 2020-01-16'],
      ['2020 年 1 月 16 日', '2020 年 1 月 16 日 = 2020-01-16'],
      ['二〇二〇年一月十六日', '二〇二〇年一月十六日 = 2020-01-16'],
      ['2020年1月,2020年', '2020年1月 = 2020-01-01..2020-01-31 | 2020年 = 2020-01-01..2020-12-31'],
      ['2020年6月22日至24日', '2020年6月22日至24日 = 2020-06-22 / 2020-06-24'],
      ['2020年6月22-24日', '2020年6月22-24日 = 2020-06-22 / 2020-06-24'],
      ['2012年至2022年', '2012年至2022年 = 2012-01-01..2012-12-31 / 2022-01-01..2022-12-31'],
      ['2012-2022年', '2012-2022年 = 2012-01-01..2012-12-31 / 2022-01-01..2022-12-31'],
      ['2022年上半年', '2022年上半年 = 2022-01-01..2022-06-30'],
      ['2022年第三季度', '2022年第三季度 = 2022-07-01..2022-09-30'],
      ['20世纪90年代', '20世纪90年代 = 1990-01-01..1999-12-31'],
    ]));

  it('take what they lack from the range, the paragraph, the document and its date', () =>
    check([
      ['2020年1月16日和9月29日', '2020年1月16日 = 2020-01-16 | 9月29日 = 2020-09-29 year<paragraph'],
      ['2020年11月9日和12日', '2020年11月9日 = 2020-11-09 | 12日 = 2020-11-12 year<paragraph,month<paragraph'],
      [
        'In May 2019 it began.\nOn October 12 it ended.',
        'May 2019 = 2019-05-01..2019-05-31 | October 12 = 2019-10-12 year<document',
      ],
      ['on October 12', 'October 12 = 2022-10-12 year<document-date'],
      ['12日', '12日 = 2022-10-12 year<document-date,month<document-date'],
      ['6月22日至24日', '6月22日至24日 = 2022-06-22 / 2022-06-24 year<document-date'],
      ['上半年', '上半年 = 2022-01-01..2022-06-30 year<document-date'],
    ]));

  it('stay open where the document cannot decide', () => {
    assert.equal(found('on October 12', ''), 'October 12 = ? year<document-date');
    assert.equal(found('12日', '2022'), '12日 = ? year<document-date,month<document-date');
    assert.equal(found('this morning', '2022-10'), '*this morning = ?');
    assert.equal(found('last month', '2022-10'), '*last month = 2022-09-01..2022-09-30');
    assert.equal(found('去年', '2022-10'), '*去年 = 2021-01-01..2021-12-31');
    assert.equal(found('当天'), '*当天 = ?');
  });

  it('count from the document date', () =>
    check([
      ['this morning, yesterday', '*this morning = 2022-10-20 | *yesterday = 2022-10-19'],
      ['last Wednesday, next Monday', '*last Wednesday = 2022-10-19 | *next Monday = 2022-10-24'],
      ['last Thursday', '*last Thursday = 2022-10-13'],
      ['the past ten years', '*past ten years = 2012-01-01..2012-12-31 / 2022-01-01..2022-12-31'],
      ['过去十年', '*过去十年 = 2012-01-01..2012-12-31 / 2022-01-01..2022-12-31'],
      ['近五年来', '*近五年 = 2017-01-01..2017-12-31 / 2022-01-01..2022-12-31'],
      ['three days ago, 十年前', '*three days ago = 2022-10-17 | *十年前 = 2012-01-01..2012-12-31'],
      ['今年上半年,去年10月', '*今年上半年 = 2022-01-01..2022-06-30 | *去年10月 = 2021-10-01..2021-10-31'],
      ['上周三,下个月', '*上周三 = 2022-10-12 | *下个月 = 2022-11-01..2022-11-30'],
      ['last October, next March', '*last October = 2021-10-01..2021-10-31 | *next March = 2023-03-01..2023-03-31'],
    ]));

  it('do not exist', () =>
    check([
      ['February 30, 2020', '!February 30, 2020 = ?'],
      ['2020年2月30日', '!2020年2月30日 = ?'],
      ['February 29, 2023', '!February 29, 2023 = ?'],
    ]));

  it('may be none at all', () =>
    check([
      ['she may march; 12个月; 一周三次; 周年; 10:30; 3日内', ''],
      ['grew from 1720 to 1810 members', ''],
      ['1949 farmers, 2022 delegates', ''],
      ['Version 2.10.3, 3/4', ''],
    ]));

  it('keep the weekday beside them', () => {
    for (const text of [
      'Tuesday, August 31, 2020',
      'August 31, 2020 (Tuesday)',
      'on Tuesday, 31 August 2020',
      '2020年8月31日(星期二)',
      '8月31日周二',
    ]) {
      const [date, ...rest] = scanDates(text, { documentDate: documentDate('2020-09-01') });
      assert.equal(rest.length, 0, text);
      assert.equal(writeTime(date?.time), '2020-08-31', text);
      assert.equal(date?.weekday?.weekday, 2, text);
    }
  });

  it('are values when nothing is lacking', () => {
    const read = (source: string): string => {
      const value = parseTime(source);
      return isProblem(value) ? value.problem : writeTime(value);
    };
    assert.equal(read('Monday, August 31, 2020'), '2020-08-31');
    assert.equal(read('2020年8月31日'), '2020-08-31');
    assert.equal(read('2020-08'), '2020-08-01..2020-08-31');
    assert.equal(read('October 20'), 'no-year');
    assert.equal(read('10月20日'), 'no-year');
    assert.equal(read('last Wednesday'), 'no-year');
    assert.equal(read('February 30, 2020'), 'impossible-date');
    assert.equal(read('May 2019 and June 2020'), 'several-values');
    assert.equal(read('the meeting of May 2019'), 'not-a-time');
  });
});
