/** Who speaks in a sentence, and where the sentence around a passage begins and ends. */

import assert from 'node:assert/strict';
import { sentenceAround } from '../../server/src/checks/speech/sentence.ts';
import { speakersIn } from '../../server/src/checks/speech/speakers.ts';
import type { Mention } from '../../server/src/core/mentions.ts';

const NAMES: Readonly<Record<string, string>> = {
  'Ada Lane': 'ada',
  'Bo Quist': 'bo',
  'River Council': 'council',
  林晚舟: 'ada',
  周慕云: 'bo',
  河务委员会: 'council',
};

function mentionsIn(text: string): readonly Mention[] {
  const found = Object.entries(NAMES).flatMap(([form, id]) =>
    [...text.matchAll(new RegExp(form, 'g'))].map(({ index }): Mention => {
      return { id, form, span: { start: index, end: index + form.length }, kind: 'name', nested: false };
    }),
  );
  return found.sort((a, b) => a.span.start - b.span.start);
}

const speakers = (text: string): readonly string[] =>
  [...speakersIn(text, { start: 0, end: text.length }, mentionsIn(text))].sort();

describe('the speakers of a sentence', () => {
  const cases: readonly (readonly [sentence: string, expected: readonly string[]])[] = [
    ['Bo Quist said that the dam has 14 gates.', ['bo']],
    ['“It has 14 gates,” Bo Quist said.', ['bo']],
    ['“It has 14 gates,” said Bo Quist.', ['bo']],
    ['“It has 14 gates,” added Director Bo Quist.', ['bo']],
    ['According to Bo Quist, the dam has 14 gates.', ['bo']],
    ['Bo Quist, the engineer, later told us so.', ['bo']],
    ['Ada Lane and Bo Quist said so.', ['ada', 'bo']],
    ['Bo Quist said Ada Lane had told him so.', ['ada', 'bo']],
    ['The River Council announced that Bo Quist had left.', ['council']],
    ['Ada Lane told Bo Quist that it was late.', ['ada']],
    ['While Bo Quist looked on, Ada Lane said so.', ['ada']],
    ['She told Bo Quist, said to be a friend, that it was late.', []],
    ['The dam that Bo Quist designed has 14 gates.', []],
    ['She said to Bo Quist that it was late.', []],
    ['Little is said of Bo Quist.', []],
    ['周慕云表示，大坝有14座闸门。', ['bo']],
    ['“有14座闸门。”周慕云说。', ['bo']],
    ['周慕云部长12日在北京说，大坝有14座闸门。', ['bo']],
    ['周慕云在发布会上进一步指出，大坝有14座闸门。', ['bo']],
    ['据周慕云介绍，大坝有14座闸门。', ['bo']],
    ['林晚舟和周慕云表示，大坝有14座闸门。', ['ada', 'bo']],
    ['河务委员会表示，周慕云参与了设计。', ['council']],
    ['林晚舟向周慕云表示谢意。', []],
    ['她称赞周慕云，并说大坝有14座闸门。', []],
    ['周慕云称赞大坝。', []],
    ['周慕云说服了她。', []],
    ['周慕云在林晚舟表示同意之后离开。', ['ada']],
  ];
  for (const [sentence, expected] of cases) {
    it(sentence, () => assert.deepEqual(speakers(sentence), expected));
  }
});

describe('the sentence around a passage', () => {
  const around = (marked: string): string | undefined => {
    const start = marked.indexOf('[');
    const end = marked.indexOf(']') - 1;
    const text = marked.replace(/[[\]]/g, '');
    const sentence = sentenceAround(text, { start: 0, end: text.length }, { start, end });
    return sentence && text.slice(sentence.start, sentence.end).trim();
  };
  const cases: readonly (readonly [marked: string, expected: string | undefined])[] = [
    ['It rained. The dam [has 14 gates], he said. It rained.', 'The dam has 14 gates, he said.'],
    ['It rained. [Mr. Lane has 3.5 gates]. It rained.', 'Mr. Lane has 3.5 gates.'],
    ['下雨了。“[有14座闸门]。”周慕云说。', '“有14座闸门。”'],
    ['下雨了。大坝[有14座闸门]，周慕云说。又下雨了。', '大坝有14座闸门，周慕云说。'],
    ['A heading\n\nThe dam [has\n14 gates]\n\nMore', 'The dam has\n14 gates'],
    ['It [rained. The dam] has 14 gates.', undefined],
  ];
  for (const [marked, expected] of cases) it(marked, () => assert.equal(around(marked), expected));

  it('does not look far', () => {
    const text = 'a '.repeat(5000);
    const sentence = sentenceAround(text, { start: 0, end: text.length }, { start: 5000, end: 5001 });
    assert.ok(sentence && sentence.end - sentence.start < 2000);
  });
});
