/** Intervals with open and closed ends. */

import assert from 'node:assert/strict';
import {
  difference,
  disjoint,
  hull,
  type Interval,
  interval,
  meetAtStrictBound,
  nested,
  point,
  scale,
  sum,
  within,
} from '../../server/src/values/interval.ts';
import { writeInterval } from './notation.ts';

const above200 = interval('(', 200, Infinity, ')');

describe('intervals', () => {
  it('are disjoint where no number lies in both', () => {
    assert.equal(disjoint(above200, point(200)), true);
    assert.equal(disjoint(interval('[', 200, 300, ']'), point(200)), false);
    assert.equal(disjoint(point(181), point(183)), true);
    assert.equal(disjoint(interval('[', 0, 140, ')'), interval('[', 140, 150, ']')), true);
  });

  it('meet at a bound that exactly one of them excludes', () => {
    const meets: readonly [Interval, Interval, boolean][] = [
      [above200, point(200), true],
      [point(140), interval('[', 0, 140, ')'), true],
      [interval('(', 70, Infinity, ')'), interval('[', 0, 70, ')'), false],
      [point(181), point(183), false],
      [interval('[', 0, 5, ']'), interval('[', 5, 9, ']'), false],
    ];
    for (const [a, b, expected] of meets) {
      assert.equal(meetAtStrictBound(a, b), expected, `${writeInterval(a)} ${writeInterval(b)}`);
      assert.equal(meetAtStrictBound(b, a), expected);
    }
  });

  it('lie within each other by their bounds', () => {
    assert.equal(within(point(200), above200), false);
    assert.equal(within(point(201), above200), true);
    assert.equal(within(interval('(', 0, 1, ')'), interval('[', 0, 1, ']')), true);
    assert.equal(within(interval('[', 0, 1, ']'), interval('(', 0, 1, ')')), false);
    assert.equal(nested(interval('[', 0, 9, ']'), point(9)), true);
  });

  it('add, subtract and scale', () => {
    assert.equal(writeInterval(sum(above200, point(30))), '(230, ∞)');
    assert.equal(writeInterval(sum(point(0.1), point(0.2))), '[0.3, 0.3]');
    assert.equal(writeInterval(difference(point(181), interval('[', 170, 172, ')'))), '(9, 11]');
    assert.equal(writeInterval(scale(interval('[', 1, 2, ')'), -2)), '(-4, -2]');
    assert.equal(writeInterval(hull(point(3), interval('(', 1, 2, ')'))), '(1, 3]');
  });
});
