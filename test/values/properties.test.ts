/** What holds of the values layer for every text. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Span } from '../../server/src/core/text.ts';
import { compareQuantities } from '../../server/src/values/compare.ts';
import { parseTime, scanDates } from '../../server/src/values/dates.ts';
import { type Denotation, placeValue } from '../../server/src/values/denotation.ts';
import { fold } from '../../server/src/values/folding.ts';
import { isEmpty, within } from '../../server/src/values/interval.ts';
import { isProblem } from '../../server/src/values/problem.ts';
import { protectedTokens, sameProtectedTokens } from '../../server/src/values/protectedTokens.ts';
import { parseQuantity, scanQuantities } from '../../server/src/values/quantity.ts';
import { overlap, parseDuration, parseEdtf } from '../../server/src/values/time.ts';
import { defineUnits } from '../../server/src/values/units.ts';

const units = defineUnits();
const RUNS = { numRuns: 400 };

/** Texts made of the pieces that the scanners know, and of anything else. */
const PIECES = (
  '0 1 9 12 181 2020 2022 1,000 8.5 0123 1e5 一 二 两 三 十 百 千 万 亿 〇 几 数 好几 半数 八成 百分之 分之 第 上 多 余 来 近 约 超过 不到 以上 左右 至 到 从 由 增至 个 家 位 人 国 国家 政党 年 月 日 号 元 % ' +
  'more than nearly about at least one two twenty hundred million half a the dozen dozens of hundreds both several couple to from by between and or first 20th fourth October Oct. May Monday last this past ten years ago people countries US$ $ RMB km - – -> ~ > < >= + . , : / ( ) * # \n 。 , 、 今年 去年 上半年 周三 星期一 世纪 年代 not 不 未 没有'
).split(' ');
const piece = fc.oneof(fc.constantFrom(...PIECES), fc.constant(' '), fc.string({ unit: 'binary', maxLength: 3 }));
const text = fc.oneof(
  fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join('')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 16 }).map((pieces) => pieces.join(' ')),
  fc.string({ unit: 'binary' }),
);

function inOrder(spans: readonly Span[], length: number): void {
  let last = 0;
  for (const { start, end } of spans) {
    assert.ok(start >= last && end > start && end <= length, `${start}-${end} after ${last} in ${length}`);
    last = end;
  }
}

function sound({ hard, soft }: Denotation): void {
  assert.ok(!isEmpty(hard) && !isEmpty(soft));
  assert.ok(within(soft, hard));
}

describe('for every text', () => {
  it('folding keeps the length', () => {
    fc.assert(
      fc.property(text, (source) => fold(source).length === source.length),
      RUNS,
    );
  });

  it('a value is a quantity whose S lies in its H, or a problem inside the source', () => {
    fc.assert(
      fc.property(text, (source) => {
        const value = parseQuantity(source, units);
        if (isProblem(value)) assert.ok(value.span.start >= 0 && value.span.end <= source.length);
        else for (const one of value.kind === 'change' ? [value.from, value.to] : [value]) sound(one);
      }),
      RUNS,
    );
  });

  it('scanned quantities are sound, in order and in range', () => {
    fc.assert(
      fc.property(text, (source) => {
        const found = scanQuantities(source, units);
        inOrder(
          found.map(({ span }) => span),
          source.length,
        );
        for (const one of found) {
          sound(one);
          assert.ok(one.span.start <= one.numberSpan.start && one.numberSpan.end <= one.span.end);
        }
      }),
      RUNS,
    );
  });

  it('scanned dates are in order and in range, and no end lies before its start', () => {
    const documentDate = parseEdtf('2022-10-20');
    assert.ok(!isProblem(documentDate));
    fc.assert(
      fc.property(text, (source) => {
        const found = scanDates(source, { documentDate });
        inOrder(
          found.map(({ span }) => span),
          source.length,
        );
        for (const { time } of found) {
          if (time) assert.ok(time.start.earliest <= time.end.latest && time.start.earliest <= time.start.latest);
        }
      }),
      RUNS,
    );
  });

  it('protected tokens are in order, and a text has the same as itself', () => {
    fc.assert(
      fc.property(
        text,
        fc.array(fc.constantFrom('国家', 'October', 'ten', '一个'), { maxLength: 2 }),
        (source, forms) => {
          inOrder(
            protectedTokens(source, forms).map(({ span }) => span),
            source.length,
          );
          assert.ok(sameProtectedTokens(source, source, forms));
        },
      ),
      RUNS,
    );
  });

  it('times and durations are read or refused', () => {
    const dated = fc
      .array(fc.constantFrom(...'0123456789-/.XYT:Z~?%+ '.split('')), { maxLength: 24 })
      .map((units) => units.join(''));
    fc.assert(
      fc.property(fc.oneof(dated, text), (source) => {
        const value = parseEdtf(source);
        if (!isProblem(value)) assert.ok(value.start.earliest <= value.end.latest);
        parseTime(source);
        parseDuration(source);
      }),
      RUNS,
    );
  });
});

describe('for every number', () => {
  it('its plain digits denote it, and it equals itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (n) => {
        const [plain, grouped] = [parseQuantity(String(n), units), parseQuantity(n.toLocaleString('en'), units)];
        assert.ok(!isProblem(plain) && plain.kind === 'quantity' && !isProblem(grouped) && grouped.kind === 'quantity');
        assert.deepEqual(plain.nominal, [n]);
        assert.equal(compareQuantities(plain, grouped, units), 'equal');
      }),
      RUNS,
    );
  });

  it('its Chinese numeral denotes it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (n) => {
        const value = parseQuantity(inChinese(n), units);
        assert.ok(!isProblem(value) && value.kind === 'quantity', `${n} ${inChinese(n)}`);
        assert.deepEqual(value.nominal, [n], inChinese(n));
      }),
      RUNS,
    );
  });

  it('the place value divides it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e12 }), (n) => n % placeValue(n) === 0 && n % (placeValue(n) * 10) !== 0),
      RUNS,
    );
  });

  it('two days overlap exactly where they are one', () => {
    const day = fc.date({
      min: new Date('1000-01-01T00:00Z'),
      max: new Date('2999-12-31T00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [left, right] = [a, b].map((date) => parseEdtf(date.toISOString().slice(0, 10)));
        assert.ok(left && right && !isProblem(left) && !isProblem(right));
        assert.equal(overlap(left, right), left.start.earliest === right.start.earliest ? 'certain' : 'none');
        assert.equal(left.start.earliest, Math.floor(a.getTime() / 86_400_000));
      }),
      RUNS,
    );
  });
});

/** As a careful writer has it: 二十万零三百. */
function inChinese(n: number): string {
  const section = (value: number): string => {
    let written = '';
    let zero = false;
    for (const [i, unit] of ['千', '百', '十', ''].entries()) {
      const digit = Math.floor(value / 10 ** (3 - i)) % 10;
      if (digit === 0) zero = written !== '';
      else {
        written += `${zero ? '零' : ''}${'零一二三四五六七八九'[digit]}${unit}`;
        zero = false;
      }
    }
    return written;
  };
  const [high, low] = [Math.floor(n / 10_000), n % 10_000];
  if (high === 0) return section(low);
  return `${section(high)}万${low === 0 ? '' : `${low < 1000 ? '零' : ''}${section(low)}`}`;
}
