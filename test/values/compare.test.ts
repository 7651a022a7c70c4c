/** Verdicts on two values, what a quote supports, and changes. */

import assert from 'node:assert/strict';
import { changeAgrees, computedChange } from '../../server/src/values/change.ts';
import {
  compareQuantities,
  compareTexts,
  compareTimes,
  dropsHedge,
  quantitySupports,
  timeSupports,
  wanYiRatio,
} from '../../server/src/values/compare.ts';
import { isProblem } from '../../server/src/values/problem.ts';
import { parseQuantity, type Quantity } from '../../server/src/values/quantity.ts';
import { parseEdtf, type TimeValue } from '../../server/src/values/time.ts';
import { defineUnits } from '../../server/src/values/units.ts';
import { writeInterval } from './notation.ts';

const units = defineUnits({ delegate: { is: 'person' }, mu: { to: 'hectare', factor: 0.0667 }, seat: {} });

function quantity(source: string): Quantity {
  const value = parseQuantity(source, units);
  assert.ok(!isProblem(value) && value.kind === 'quantity', source);
  return value;
}

function time(source: string): TimeValue {
  const value = parseEdtf(source);
  assert.ok(!isProblem(value), source);
  return value;
}

describe('two quantities', () => {
  it('have the verdict of the first rule that fits, whichever comes first', () => {
    const cases: readonly (readonly [string, string, string | undefined])[] = [
      ['181', '181', 'equal'],
      ['181 countries', '181个国家', 'equal'],
      ['more than 200', '超过200', 'equal'],
      ['more than 200', '200', 'hedge-dropped'],
      ['nearly 140', '140', 'hedge-dropped'],
      ['330多', '330', 'hedge-dropped'],
      ['181', '183', 'conflict'],
      ['more than 70', 'nearly 70', 'conflict'],
      ['330多', '430多', 'conflict'],
      ['330多', '340多', 'conflict'],
      ['about 500', '700', 'tension'],
      ['more than 200', 'more than 300', 'tension'],
      ['dozens of', '500', 'tension'],
      ['330多', 'over 300', 'refinement'],
      ['more than 200', '250', 'refinement'],
      ['4.6 million', '4,612,000', 'refinement'],
      ['4.6 million', '4,700,000', 'conflict'],
      ['8.5万', '8,500', 'conflict'],
      ['两百万', '2,000,000', 'refinement'],
      ['half', '50 %', 'equal'],
      ['过半', '60 %', 'refinement'],
      ['200 delegates', '200 people', 'equal'],
      ['200 parties', '200 people', undefined],
      ['200 CNY', '200 USD', undefined],
      ['5 km', '5000 m', 'equal'],
      ['2 weeks', '14 days', 'equal'],
      ['1 year', '365 days', 'refinement'],
      ['1 year', '12 months', 'equal'],
      ['100 days', '1 month', 'conflict'],
      ['15 mu', '1 hectare', 'conflict'],
      ['200', '200 people', 'equal'],
      ['4th', 'four', 'equal'],
    ];
    for (const [a, b, expected] of cases) {
      assert.equal(compareQuantities(quantity(a), quantity(b), units), expected, `${a} | ${b}`);
      assert.equal(compareQuantities(quantity(b), quantity(a), units), expected, `${b} | ${a}`);
    }
  });

  it('may be apart by a slip between 万 and thousands', () => {
    const ratio = (a: string, b: string): number | undefined => wanYiRatio(quantity(a), quantity(b), units);
    assert.equal(ratio('8.5万', '8,500'), 10);
    assert.equal(ratio('1.4亿', '14 million'), 10);
    assert.equal(ratio('1.4亿', '1.4 million'), 100);
    assert.equal(ratio('3万', '3'), 1e4);
    assert.equal(ratio('1.4亿', '140 million'), undefined);
    assert.equal(ratio('10000', '100500000'), 1e4);
    assert.equal(ratio('10000', '102000000'), undefined);
    assert.equal(ratio('数百', '10'), undefined);
  });

  it('support each other by nominal number or by H', () => {
    const supports = (value: string, quote: string): boolean =>
      quantitySupports(quantity(value), quantity(quote), units);
    assert.ok(supports('200', 'more than 200'));
    assert.ok(supports('4,600,000', '4.6 million'));
    assert.ok(supports('十几', '十几个'));
    assert.ok(supports('5000 m', '5 km'));
    assert.ok(!supports('181', '183'));
    assert.ok(!supports('4', '4th'));
    assert.ok(!supports('200 parties', '200 people'));
  });

  it('drop a hedge', () => {
    const drops = (value: string, quote: string): boolean => dropsHedge(quantity(value), quantity(quote));
    assert.ok(drops('200', 'more than 200'));
    assert.ok(drops('about 200', 'more than 200'));
    assert.ok(!drops('more than 200', '200多'));
    assert.ok(!drops('4,600,000', '4.6 million'));
    assert.ok(!drops('more than 200', '200'));
  });
});

describe('units', () => {
  it('convert, and between days and months only as exactly as the calendar does', () => {
    const convert = (source: string, to: string): string | undefined => {
      const { hard, unit } = quantity(source);
      const result = units.convert(hard, unit!, to);
      return result && writeInterval(result);
    };
    assert.equal(convert('2 km', 'm'), '[2000, 2000]');
    assert.equal(convert('3 tonnes', 'kg'), '[3000, 3000]');
    assert.equal(convert('2 years', 'month'), '[24, 24]');
    assert.equal(convert('1 month', 'day'), '[28, 31]');
    assert.equal(convert('2 years', 'day'), '[730, 732]');
    assert.equal(convert('10 mu', 'hectare'), '[0.667, 0.667]');
    assert.equal(convert('5 USD', 'CNY'), undefined);
    assert.equal(convert('5 USD', 'money'), '[5, 5]');
    assert.equal(convert('5 seats', 'person'), undefined);
  });

  it('are resolved by any of their names', () => {
    for (const name of ['person', 'people', 'Delegates', '人', '位', 'representative'])
      assert.equal(units.resolve(name), 'person', name);
    assert.equal(units.resolve('政党'), 'party');
    assert.equal(units.resolve('cny'), 'CNY');
    assert.equal(units.resolve('SEK'), 'SEK');
    assert.equal(units.resolve('money'), 'money');
    assert.equal(units.resolve('Seats'), 'seat');
    assert.equal(units.resolve('nonsense'), undefined);
  });

  it('of a corpus may be written in a ring and harm nothing', () => {
    const ring = defineUnits({ a: { is: 'b' }, b: { is: 'a' }, c: { to: 'd', factor: 2 }, d: { to: 'c', factor: 3 } });
    assert.ok(ring.resolve('a') !== undefined && ring.resolve('c') !== undefined);
  });
});

describe('two times', () => {
  it('agree where some instant is possible in both', () => {
    assert.equal(compareTimes(time('2020-08-31'), time('2020-08-31')), 'equal');
    assert.equal(compareTimes(time('2020-08'), time('2020-08-31')), 'refinement');
    assert.equal(compareTimes(time('2020-08-30'), time('2020-08-31')), 'conflict');
  });

  it('support each other where one lies inside the other', () => {
    assert.ok(timeSupports(time('2020-08-31'), time('2020-08')));
    assert.ok(timeSupports(time('2012/2022'), time('2012-10/2022-10')));
    assert.ok(!timeSupports(time('2012/2022'), time('2013/2022')));
    assert.ok(timeSupports(time('2012/..'), time('2013/2022')));
    assert.ok(!timeSupports(time('2020-08-30'), time('2020-08-31')));
  });
});

describe('two texts', () => {
  it('are compared without case, punctuation and white space, in a language they share', () => {
    assert.equal(compareTexts({ en: 'Vice Minister' }, { en: 'vice-minister.' }), 'equal');
    assert.equal(compareTexts({ en: 'Vice Minister', zh: '副部长' }, { zh: '副部长' }), 'equal');
    assert.equal(compareTexts({ en: 'Minister' }, { en: 'Vice Minister', zh: '副部长' }), 'different');
    assert.equal(compareTexts({ en: 'Minister' }, { zh: '部长' }), 'incomparable');
    assert.equal(compareTexts({ 'zh-Hans': '部长' }, { zh: '副部长' }), 'different');
    assert.equal(compareTexts({ en: '!' }, { en: '?' }), 'different');
  });
});

describe('a change', () => {
  const agrees = (from: string, to: string, change: string): boolean =>
    changeAgrees(quantity(from), quantity(to), quantity(change));

  it('agrees with its size, as exactly as that is written', () => {
    assert.ok(agrees('172', '181', '9'));
    assert.ok(!agrees('172', '181', '10'));
    assert.ok(agrees('181', '172', '9'));
    assert.ok(agrees('172', '181', '5 %'));
    assert.ok(agrees('172', '181', '5.2 %'));
    assert.ok(!agrees('172', '181', '5.3 %'));
    assert.ok(!agrees('172', '181', '9 %'));
    assert.ok(agrees('40 %', '50 %', '10 percentage points'));
    assert.ok(agrees('40 %', '50 %', '25 %'));
    assert.ok(agrees('172', '181', 'nearly 10'));
    assert.ok(!agrees('172', '181', 'more than 10'));
    assert.ok(agrees('more than 100', '181', 'more than 5'));
  });

  it('is computed from exact ends', () => {
    assert.equal(computedChange(quantity('172'), quantity('181'), false), 9);
    assert.equal(computedChange(quantity('200'), quantity('250'), true), 25);
    assert.equal(computedChange(quantity('about 200'), quantity('250'), true), undefined);
    assert.equal(computedChange(quantity('0'), quantity('250'), true), undefined);
  });
});
