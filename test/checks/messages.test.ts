/** How parameters become words: times, labels by language, the other side's place, doubts. */

import assert from 'node:assert/strict';
import type { Finding } from '../../server/src/checks/engine/check.ts';
import { en } from '../../server/src/checks/messages/en.ts';
import { wordsIn } from '../../server/src/checks/messages/messages.ts';
import type { Params } from '../../server/src/core/problem.ts';

const words = wordsIn('en');

function said(params: Params, variant = ''): string {
  const finding = { code: 'conflicting-quantity', variant, params } as Finding;
  return words.finding(finding);
}

const BASE: Params = { own: '47', other: '41', where: 'above', topic: 'about', subject: '河洲论坛', doubts: '' };

describe('the words of a finding', () => {
  const where: readonly (readonly [params: Params, expected: string])[] = [
    [{ where: 'above' }, '41 further up: '],
    [{ where: 'record' }, '41 in the record: '],
    [{ where: 'titled', otherTitle: 'The Year' }, '41 in “The Year”: '],
    [{ where: 'titled-dated', otherTitle: 'The Year', 'otherDate@time': '2020-05' }, '41 in “The Year” of May 2020: '],
    [{ where: 'path-dated', otherTitle: 'a.md', 'otherDate@time': '2020-05-04' }, '41 in a.md of 4 May 2020: '],
    [{ where: 'a place of no name' }, '41 a place of no name: '],
  ];
  for (const [params, expected] of where) {
    it(`say where: ${expected}`, () => assert.ok(said({ ...BASE, ...params }).includes(expected)));
  }

  it('take the label of their language, else English, else any', () => {
    const topic = (params: Params) => /河洲论坛 \((.*)\)/.exec(said({ ...BASE, ...params }))?.[1];
    assert.equal(topic({ 'property@zh': '人数', 'property@en': 'attendance' }), 'attendance');
    assert.equal(topic({ 'property@zh': '人数' }), '人数');
    assert.equal(topic({ property: 'attendance' }), 'attendance');
    assert.equal(topic({ topic: 'about-scope', property: 'count', scope: 'gates' }), 'count: gates');
  });

  it('word times, and leave what is no time as it is', () => {
    assert.match(said({ ...BASE, own: undefined, 'own@time': '2020-05-04/2020-05-06' }), /^4–6 May 2020 here/);
    assert.match(said({ ...BASE, own: undefined, 'own@time': 'soon' }), /^soon here/);
  });

  it('give the reasons for doubt, and only those', () => {
    assert.doesNotMatch(said(BASE), /Less certain/);
    assert.match(
      said({ ...BASE, doubts: 'time,scope' }),
      / Less certain, because their times need not meet, and only one of them says what it is limited to\.$/,
    );
  });

  it('shorten what is long', () => assert.ok(said({ ...BASE, own: 'x'.repeat(5_000) }).length < 600));

  it('leave no gap for any variant of a comparison', () => {
    const params = { ...BASE, property: 'attendance', speaker: 'A', otherSpeaker: 'B', time: '1', otherTime: '2' };
    for (const code of ['conflicting-quantity', 'conflicting-date', 'conflicting-value', 'tension', 'non-monotone']) {
      for (const variant of Object.keys(en.findings[code] ?? {})) {
        const message = words.finding({ code, variant, params } as unknown as Finding);
        assert.doesNotMatch(message, /[{}]| {2}|undefined|\(\)/, message);
      }
    }
  });
});
