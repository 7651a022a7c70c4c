/** Who speaks in a sentence, and where the sentence around a passage begins and ends. */

import assert from 'node:assert/strict';
import { speakerBehind, speakersIn } from '../../server/src/checks/speech/speakers.ts';
import type { Mention } from '../../server/src/core/mentions.ts';
import { quotationAround, sentenceAround } from '../../server/src/core/sentences.ts';

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
    ['“It has 14 gates,” said Bo Quist’s assistant.', []],
    ['“It has 14 gates,” continued Bo Quist.', ['bo']],
    ['It was late, and so continued Bo Quist.', []],
    ['Bo Quist: “It has 14 gates.”', ['bo']],
    ['Ada Lane to Bo Quist: “It has 14 gates.”', []],
    ['Bo Quist was quoted as saying so.', ['bo']],
    ['Bo Quist quoted the price, as saying so costs nothing.', []],
    ['In the words of Bo Quist, it has 14 gates.', ['bo']],
    ['周慕云在接受采访时表示，大坝有14座闸门。', ['bo']],
    ['周慕云接受本报采访时说，大坝有14座闸门。', ['bo']],
    ['周慕云对记者说，大坝有14座闸门。', ['bo']],
    ['林晚舟向周慕云表示，大坝有14座闸门。', ['ada']],
    ['林晚舟：“大坝有14座闸门。”', ['ada']],
    ['记者问林晚舟：“大坝有几座闸门？”', []],
    ['他强调，大坝由周慕云设计。', []],
  ];
  for (const [sentence, expected] of cases) {
    it(sentence, () => assert.deepEqual(speakers(sentence), expected));
  }
});

describe('the speaker behind a quotation', () => {
  const cases: readonly (readonly [marked: string, expected: string | undefined])[] = [
    ['“…。”|周慕云说。', 'bo'],
    ['“…。”|周慕云部长12日在北京说，“……”', 'bo'],
    ['“…。”|周慕云说：“……。”', undefined],
    ['“…。”|周慕云对林晚舟说：“……。”', undefined],
    ['“…。”|周慕云站了起来。', undefined],
    ['“…。”|会后，周慕云说，天气很好。', undefined],
    ['“…?”| asked Bo Quist.', 'bo'],
    ['“…!”| said the engineer Bo Quist.', undefined],
    ['“…!”| said Engineer Bo Quist.', 'bo'],
    ['“….”| Bo Quist said.', 'bo'],
    ['“….”| Bo Quist, the engineer, said on Monday.', 'bo'],
    ['“….”| Bo Quist said that it was late.', undefined],
    ['“….”| Later Bo Quist and others sang.', undefined],
    ['“…?”| asked Bo Quist’s assistant.', undefined],
  ];
  for (const [marked, expected] of cases) {
    it(marked, () => {
      const start = marked.indexOf('|');
      const text = marked.replace('|', '');
      assert.equal(speakerBehind(text, { start, end: text.length }, mentionsIn(text)), expected);
    });
  }
});

describe('the quotation around a passage', () => {
  const cases: readonly (readonly [marked: string, expected: string | undefined])[] = [
    ['他说：“甲。[乙]。丙。”丁。', '“甲。乙。丙。”'],
    ['“甲。”他说，[乙]。“丙。”', undefined],
    ['“甲‘[乙]’丙”', '“甲‘乙’丙”'],
    ['「甲『[乙]』丙」', '『乙』'],
    ['He said "one. [two]. three" and left.', '"one. two. three"'],
    ['"One," he said, [two], "three"', undefined],
    ['“one\n\n[two] three”', undefined],
    ['“one [two] three', undefined],
    ['[“甲”]乙', '“甲”'],
  ];
  for (const [marked, expected] of cases) {
    it(JSON.stringify(marked), () => {
      const start = marked.indexOf('[');
      const end = marked.indexOf(']') - 1;
      const text = marked.replace(/[[\]]/g, '');
      const found = quotationAround(text, { start: 0, end: text.length }, { start, end });
      assert.equal(found && text.slice(found.start, found.end), expected);
    });
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
