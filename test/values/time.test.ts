/** EDTF, overlap and order of times. */

import assert from 'node:assert/strict';
import { possibleRelations } from '../../server/src/values/allen.ts';
import { addMonths, civilDate, dayNumber, weekdayOf } from '../../server/src/values/calendar.ts';
import { isProblem } from '../../server/src/values/problem.ts';
import {
  before,
  type Duration,
  overlap,
  overlapHolding,
  parseDuration,
  parseEdtf,
  type TimeValue,
} from '../../server/src/values/time.ts';
import { writeTime } from './notation.ts';

function time(source: string): TimeValue {
  const value = parseEdtf(source);
  assert.ok(!isProblem(value), source);
  return value;
}

function duration(source: string): Duration {
  const value = parseDuration(source);
  assert.ok(!isProblem(value), source);
  return value;
}

describe('the calendar', () => {
  it('agrees with Date.UTC', () => {
    for (let days = -800_000; days < 800_000; days += 97) {
      const date = new Date(days * 86_400_000);
      const civil = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
      assert.deepEqual(civilDate(days), civil);
      assert.equal(dayNumber(civil.year, civil.month, civil.day), days);
      assert.equal(weekdayOf(days) % 7, date.getUTCDay());
    }
  });

  it('keeps the last day of a shorter month', () => {
    assert.deepEqual(civilDate(addMonths(dayNumber(2020, 8, 31), -6)), { year: 2020, month: 2, day: 29 });
    assert.deepEqual(civilDate(addMonths(dayNumber(2020, 8, 31), 18)), { year: 2022, month: 2, day: 28 });
  });
});

describe('EDTF', () => {
  const READ: readonly (readonly [source: string, expected: string])[] = [
    ['2022', '2022-01-01..2022-12-31'],
    ['2022-10', '2022-10-01..2022-10-31'],
    ['2024-02', '2024-02-01..2024-02-29'],
    ['2022-10-20', '2022-10-20'],
    ['2022-10-20T10:30:00Z', '2022-10-20'],
    ['2022-10-20T10:30:00+08:00', '2022-10-20'],
    ['2022-10-16/2022-10-22', '2022-10-16 / 2022-10-22'],
    ['2012/2022', '2012-01-01..2012-12-31 / 2022-01-01..2022-12-31'],
    ['2012/..', '2012-01-01..2012-12-31 / ∞'],
    ['../2012', '-∞ / 2012-01-01..2012-12-31'],
    ['2012/', '2012-01-01..2012-12-31 / 2012-01-01..∞'],
    ['/2012', '-∞..2012-12-31 / 2012-01-01..2012-12-31'],
    ['2022~', '2021-01-01..2023-12-31'],
    ['2022-10~', '2022-09-01..2022-11-30'],
    ['2022-10-20~', '2022-10-19..2022-10-21'],
    ['2022?', '2022-01-01..2022-12-31'],
    ['2022%', '2021-01-01..2023-12-31'],
    ['202X', '2020-01-01..2029-12-31'],
    ['20XX', '2000-01-01..2099-12-31'],
    ['2022-XX', '2022-01-01..2022-12-31'],
    ['2022-10-XX', '2022-10-01..2022-10-31'],
    ['2022-21', '2022-03-01..2022-05-31'],
    ['2022-24', '2022-12-01..2023-02-28'],
    ['-0044-03-15', '-44-03-15'],
    ['Y12345', '12345-01-01..12345-12-31'],
  ];
  it('is read to days', () => {
    for (const [source, expected] of READ) assert.equal(writeTime(time(source)), expected, source);
  });

  it('says what is wrong', () => {
    const wrong: readonly (readonly [string, string])[] = [
      ['', 'empty'],
      ['2022-13', 'impossible-date'],
      ['2022-00', 'impossible-date'],
      ['2022-02-30', 'impossible-date'],
      ['2023-02-29', 'impossible-date'],
      ['10-20', 'no-year'],
      ['2022/2012', 'reversed-interval'],
      ['../..', 'not-a-time'],
      ['/', 'not-a-time'],
      ['20221020', 'not-a-time'],
      ['2022-1-2', 'not-a-time'],
      ['2022/2023/2024', 'not-a-time'],
      ['2022-10-20T25:00', 'not-a-time'],
      ['soon', 'not-a-time'],
    ];
    for (const [source, kind] of wrong) {
      const value = parseEdtf(source);
      assert.equal(isProblem(value) && value.problem, kind, source);
    }
  });

  it('keeps ? and ~ apart', () => {
    assert.deepEqual([time('2022?').uncertain, time('2022?').approximate], [true, false]);
    assert.deepEqual([time('2022~/2023').uncertain, time('2022~/2023').approximate], [false, true]);
    assert.deepEqual([time('2012/..').bounded, time('2012/2013').bounded], [false, true]);
  });
});

describe('times', () => {
  it('overlap certainly, possibly or not', () => {
    const cases: readonly (readonly [string, string, string])[] = [
      ['2022-10-20', '2022-10-20', 'certain'],
      ['2022-10-20', '2022-10-21', 'none'],
      ['2020', '2020', 'possible'],
      ['2020', '2020-05-01', 'possible'],
      ['2012/2022', '2020', 'certain'],
      ['2012/2022', '2012', 'possible'],
      ['2012/2022', '2022-06/2023', 'possible'],
      ['2012/2015', '2014/2022', 'certain'],
      ['2012/2015', '2015/2022', 'possible'],
      ['2012/..', '2030-01-01', 'certain'],
      ['2012/', '2030-01-01', 'possible'],
      ['2019~', '2020-05-01', 'possible'],
      ['2018', '2020-05-01', 'none'],
    ];
    for (const [a, b, expected] of cases) {
      assert.equal(overlap(time(a), time(b)), expected, `${a} ${b}`);
      assert.equal(overlap(time(b), time(a)), expected, `${b} ${a}`);
    }
  });

  it('overlap when one holds long enough', () => {
    const [a, b] = [time('2020-01-01'), time('2020-05-20')];
    assert.equal(overlapHolding(a, b, duration('P0D')), 'none');
    assert.equal(overlapHolding(a, b, duration('P6M')), 'certain');
    assert.equal(overlapHolding(a, b, duration('P4M')), 'none');
    assert.equal(overlapHolding(a, time('2020-07-05'), duration('P6M1W')), 'certain');
    assert.equal(overlapHolding(time('2020'), time('2021-02-01'), duration('P3M')), 'possible');
    assert.ok(isProblem(parseDuration('P')) && isProblem(parseDuration('6M')) && isProblem(parseDuration('PT5H')));
  });

  it('come before each other', () => {
    assert.equal(before(time('2020-08-30'), time('2020-08-31')), 'certain');
    assert.equal(before(time('2020'), time('2020-08-31')), 'possible');
    assert.equal(before(time('2021'), time('2020-08-31')), 'none');
  });

  it('stand in the relations of Allen that their ends allow', () => {
    const related = (a: string, b: string): string => possibleRelations(time(a), time(b)).join(' ');
    assert.equal(related('2020-01-01/2020-01-05', '2020-01-06/2020-01-09'), 'meets');
    assert.equal(related('2020-01-01/2020-01-05', '2020-01-08/2020-01-09'), 'before');
    assert.equal(related('2020-01-01/2020-01-05', '2020-01-01/2020-01-05'), 'equals');
    assert.equal(related('2020-01-02/2020-01-03', '2020-01-01/2020-01-05'), 'during');
    assert.ok(possibleRelations(time('2012/2022'), time('2015/2023')).includes('overlaps'));
    assert.ok(!possibleRelations(time('2012/2014'), time('2015/2023')).includes('after'));
  });
});
