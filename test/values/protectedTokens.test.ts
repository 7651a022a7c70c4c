/** What may not differ between a quote and its source. */

import assert from 'node:assert/strict';
import { protectedTokens, sameProtectedTokens } from '../../server/src/values/protectedTokens.ts';

const write = (text: string, forms: readonly string[] = []): string =>
  protectedTokens(text, forms)
    .map(({ span, kind }) => `${kind}:${text.slice(span.start, span.end)}`)
    .join(' | ');

describe('protected tokens', () => {
  it('are numbers, hedges and units, in both languages', () => {
    assert.equal(write('more than 200 people'), 'hedge:more than | number:200 | unit:people');
    assert.equal(
      write('近140个国家,330多个政党'),
      'hedge:近 | number:140 | unit:个国家 | number:330 | hedge:多 | unit:政党',
    );
    assert.equal(write('US$4.6 million'), 'currency:US$ | number:4.6 million');
    assert.equal(write('两百元'), 'number:两百 | currency:元');
    assert.equal(write('半数以上'), 'number:半数 | hedge:以上');
    assert.equal(write('no fewer than 30'), 'hedge:no fewer than | number:30');
  });

  it('are ordinals, months, weekdays and negations', () => {
    assert.equal(write('the 20th and the fourth, 第四次'), 'ordinal:20th | ordinal:fourth | ordinal:第四');
    assert.equal(write('on Tuesday in October, may march'), 'weekday:Tuesday | month:October');
    assert.equal(
      write("He did not; they don't; never, without"),
      "negation:not | negation:n't | negation:never | negation:without",
    );
    assert.equal(write('不会,没有,未来,非常,并非'), 'negation:不 | negation:没有 | negation:非');
  });

  it('are the forms of entities, the longest first, at the edge of words', () => {
    assert.equal(write('Ada Lovelace and Adam', ['Ada', 'Ada Lovelace']), 'entity:Ada Lovelace');
    assert.equal(write('中国人民', ['中国']), 'entity:中国');
    assert.equal(write('G20 met', ['G20']), 'entity:G20');
    assert.equal(write('Foo’s\nBar', ["Foo's Bar"]), 'entity:Foo’s\nBar');
  });

  it('are the same however they are written', () => {
    const same = (a: string, b: string): void => assert.ok(sameProtectedTokens(a, b, []), `${a} = ${b}`);
    same('181 countries', '１８１ nations');
    same('835,500', '835500');
    same('two hundred', '200');
    same('一百八十一个', '181个');
    same('did not go', "didn't go");
    same('the political party system', 'the political parties system');
    same('said that 10 people', 'stated that ten persons');
  });

  it('differ where the meaning does', () => {
    const differ = (a: string, b: string, forms: readonly string[] = []): void =>
      assert.ok(!sameProtectedTokens(a, b, forms), `${a} ≠ ${b}`);
    differ('172 to 181', '172 to 183');
    differ('172 to 181', '181 to 172');
    differ('330多个', '430多个');
    differ('330多个', '330个');
    differ('近140', '140');
    differ('more than 200', '200');
    differ('more than 200', 'nearly 200');
    differ('8.5万', '8.5亿');
    differ('8.5万', '85,000');
    differ('5 km', '5 kg');
    differ('$5', '€5');
    differ('5 %', '5');
    differ('-5', '5');
    differ('will attend', 'will not attend');
    differ('将参加', '不将参加');
    differ('October', 'November');
    differ('on Monday', 'on Tuesday');
    differ('the 20th', 'the 19th');
    differ('Ma Zhaoxu said', 'Mr Zhaoxu said', ['Ma Zhaoxu']);
    differ('G20', 'G21');
    differ('007', '7');
    differ('several', 'dozens of');
  });
});
