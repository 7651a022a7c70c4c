import assert from 'node:assert/strict';
import { taggingEdits } from '../../server/src/features/tagging/edits.ts';
import { namesIn } from '../../server/src/features/tagging/passage.ts';
import type { Operation, Way } from '../../server/src/features/tagging/plan.ts';
import { libraryOf } from '../fixture.ts';
import { applied } from './notation.ts';
import { check, frontMatterAfter, refusal, tagging } from './taggingNotation.ts';

describe('tagging: what is written', () => {
  type Row = readonly [string, string, Operation, string, Way, string];
  const rows: readonly Row[] = [
    [
      'a listed name: the id alone',
      '---\nentities: [china] # who\n---\n<|Shen Beili|> spoke.',
      'tag',
      'shen-beili',
      'name',
      'entities: [china, shen-beili] # who\n',
    ],
    [
      'a document without front matter',
      '<|Shen Beili|> spoke.',
      'tag',
      'shen-beili',
      'name',
      'entities: [shen-beili]\n',
    ],
    [
      'a block list',
      '---\nentities:\n  - china # c\nclaims: []\n---\n<|沈蓓莉|>说。',
      'tag',
      'shen-beili',
      'name',
      'entities:\n  - china # c\n  - shen-beili\nclaims: []\n',
    ],
    [
      'another form',
      '---\nentities:\n  - china\n---\nIn China <|Ms. Shen|> spoke.',
      'tag',
      'shen-beili',
      'form',
      'entities:\n  - china\n  - shen-beili: Ms. Shen\n',
    ],
    [
      'another form of one that has forms',
      '---\nentities:\n  shen-beili: [Ms. Shen]\n---\nMs. Shen and <|the Vice “Minister”|> spoke.',
      'tag',
      'shen-beili',
      'form',
      'entities:\n  shen-beili: [Ms. Shen, the Vice “Minister”]\n',
    ],
    [
      'the article at the start of a sentence is small',
      '---\nentities: [idcpc]\n---\nHello. <|The Department|> spoke to the Department.',
      'tag',
      'idcpc',
      'form',
      'entities: [{idcpc: the Department}]\n',
    ],
    [
      'a pronoun, told by the least beside it',
      '---\nentities: [shen-beili]\n---\nShen Beili came when she could, but <|she|> left as she came.',
      'tag',
      'shen-beili',
      'here',
      'entities: [{shen-beili: {here: [{quote: she, prefix: but}]}}]\n',
    ],
    [
      'a description that stands once',
      '---\nentities:\n  shen-beili: {as: [Ms. Shen]} # vice\n---\nMs. Shen: <|the guest|>.',
      'tag',
      'shen-beili',
      'here',
      'entities:\n  shen-beili: {as: [Ms. Shen], here: [the guest]} # vice\n',
    ],
    [
      'Chinese, by characters',
      '---\nlang: zh\nentities: [ccm]\n---\n坦桑尼亚革命党。他说该党大，<|该党|>强。',
      'tag',
      'ccm',
      'here',
      'lang: zh\nentities: [{ccm: {here: [{quote: 该党, suffix: 强}]}}]\n',
    ],
    [
      'quotation marks in a form',
      '---\nentities:\n  china: {as: [\'the "Middle" Kingdom\']}\n---\n<|the “Kingdom: no. 1”|> here.',
      'tag',
      'china',
      'form',
      'entities:\n  china: {as: [\'the "Middle" Kingdom\', "the “Kingdom: no. 1”"]}\n',
    ],
    [
      'what was said to be no mention',
      '---\nentities: [{china: {not: [China]}}]\n---\n<|China|>.',
      'tag',
      'china',
      'name',
      'entities: [china]\n',
    ],
    [
      'from another, whose name it is',
      '---\nentities:\n  - foreign # f\n  - china\n---\nChina. The <|Department|> of the Foreign Office.',
      'tag',
      'idcpc',
      'form',
      'entities:\n  - foreign: {not: [Department]} # f\n  - china\n  - idcpc: Department\n',
    ],
    [
      'from another, which has nothing else',
      '---\nentities:\n  - foreign\n  - china\n---\nChina. The <|Department|>.',
      'tag',
      'idcpc',
      'form',
      'entities:\n  - china\n  - idcpc: Department\n',
    ],
    [
      'from another, whose form in the document it is',
      '---\nentities:\n  - idcpc: the Department # d\n  - china\n---\nChina. <|The Department|>, the Department.',
      'tag',
      'foreign',
      'form',
      'entities:\n  - foreign: the Department # d\n  - china\n',
    ],
    [
      'from another, at this place alone',
      '---\nentities: [foreign]\n---\nThe Department said that a <|Department|> of ours met the Department.',
      'tag',
      'idcpc',
      'here',
      'entities: [{foreign: {not: [a Department]}}, {idcpc: {here: [{quote: Department, prefix: a}]}}]\n',
    ],
    [
      'an anchor of another',
      '---\nentities: [shen-beili, {ma-zhaoxu: {here: [the guest, the host]}}]\n---\nShen Beili, Ma Zhaoxu: <|the guest|>, the host.',
      'tag',
      'shen-beili',
      'here',
      'entities: [{shen-beili: {here: [the guest]}}, {ma-zhaoxu: {here: [the host]}}]\n',
    ],
    [
      'a name that a longer text denies, here alone',
      '---\nentities: [{china: {not: [China Sea]}}]\n---\nThe <|China|> Sea.',
      'tag',
      'china',
      'here',
      'entities: [{china: {not: [China Sea], here: [China]}}]\n',
    ],
    [
      'of two that claim it, by a not',
      '---\nentities:\n  - idcpc: Department\n  - foreign\n---\nThe <|Department|>. Foreign Office.',
      'tag',
      'idcpc',
      'name',
      'entities:\n  - idcpc: Department\n  - foreign: {not: [Department]}\n',
    ],
    [
      'of two that claim it, here alone',
      '---\nentities:\n  - idcpc: Department\n  - foreign\n---\nThe <|Department|>. Foreign Office Department.',
      'tag',
      'idcpc',
      'here',
      'entities:\n  - idcpc: {as: [Department], here: [{quote: Department, prefix: The}]}\n  - foreign\n',
    ],
    [
      'the source’s own error',
      '---\nentities: [shen-beili]\n---\nShen Beili, or <|Shen Bieli|>.',
      'sic',
      'shen-beili',
      'sic',
      'entities: [{shen-beili: {sic: [Shen Bieli]}}]\n',
    ],
    [
      'the source’s own error, of a form',
      '---\nentities: [{shen-beili: [Ms. Shen, Shen Bieli]}]\n---\nMs. Shen, or <|Shen Bieli|>.',
      'sic',
      'shen-beili',
      'sic',
      'entities: [{shen-beili: {as: [Ms. Shen], sic: [Shen Bieli]}}]\n',
    ],
    [
      'no more, the last mention',
      '---\nentities:\n  # ours\n  - shen-beili\n  - china\n---\n<|China|>, Shen Beili.',
      'untag',
      'china',
      'everywhere',
      'entities:\n  # ours\n  - shen-beili\n',
    ],
    [
      'no more, where a claim is about it',
      '---\nentities: [china]\nclaims:\n  - {subject: china, property: count, value: 1, quote: one}\n---\n<|China|>, one.',
      'untag',
      'china',
      'everywhere',
      'entities: [{china: {not: [China]}}]\nclaims:\n  - {subject: china, property: count, value: 1, quote: one}\n',
    ],
    [
      'no more, one name of two',
      '---\nentities: [foreign]\n---\nForeign Office, <|Department|>, Department.',
      'untag',
      'foreign',
      'everywhere',
      'entities: [{foreign: {not: [Department]}}]\n',
    ],
    [
      'no more, one place of two',
      '---\nentities: [china]\n---\nChina and the South <|China|> Sea.',
      'untag',
      'china',
      'place',
      'entities: [{china: {not: [China Sea]}}]\n',
    ],
    [
      'no more, a form',
      '---\nentities: [{china: [my country, our side]}]\n---\n<|my country|>, our side.',
      'untag',
      'china',
      'everywhere',
      'entities: [{china: [our side]}]\n',
    ],
    [
      'no more, an anchor',
      '---\nentities:\n  china:\n    here:\n      - {quote: it, suffix: said}\n    as: [C.]\n---\nC.: it, <|it|> said.',
      'untag',
      'china',
      'place',
      'entities:\n  china:\n    as: [C.]\n',
    ],
    [
      'no mention, though it is all there is',
      '---\nentities: [china, shen-beili]\n---\n<|China|>, Shen Beili.',
      'not',
      'china',
      'everywhere',
      'entities: [{china: {not: [China]}}, shen-beili]\n',
    ],
    [
      'no mention of one of two',
      '---\nentities:\n  - idcpc: Department\n  - foreign\n---\nThe <|Department|>. Foreign Office.',
      'not',
      'idcpc',
      'everywhere',
      'entities:\n  - idcpc\n  - foreign\n',
    ],
    [
      'no mention, wherever the sentence begins',
      '---\nentities: [{idcpc: [the Department, X]}]\n---\nX. <|The Department|> and the Department.',
      'not',
      'idcpc',
      'everywhere',
      'entities: [{idcpc: [X]}]\n',
    ],
  ];
  for (const [name, document, operation, id, way, expected] of rows) {
    it(`${operation}: ${name}`, () => check(document, operation, id, way, expected));
  }

  it('an alias, into the record and with the declaration', () => {
    const { setting, files } = tagging('---\nentities: [{shen-beili: [Ms. Shen]}]\n---\n<|Ms. Shen|> spoke.');
    const made = taggingEdits(setting!, { operation: 'tag', id: 'shen-beili', way: 'alias' });
    assert.ok('edits' in made);
    assert.equal(frontMatterAfter(files, made.edits), 'entities: [shen-beili]\n');
    const records = applied(files, made.edits).get('entities/people.yaml');
    assert.match(records!, /zh: 沈蓓莉\}\n {2}aliases: \{en: \[Ms\. Shen\]\}\n/);
    // What is there after the edit is the mention, by its name.
    const after = libraryOf(applied(files, made.edits));
    const { mentions } = namesIn(after.document('d.md')!, after.corpus.records);
    assert.deepEqual(
      mentions.map(({ id, kind }) => [id, kind]),
      [['shen-beili', 'name']],
    );
  });

  it('nothing where it cannot be what was wanted', () => {
    const whole = '---\nentities: [ccm]\n---\n坦桑尼亚<|革命党|>。';
    assert.equal(refusal(whole, 'tag', 'china', 'name'), 'overlapped');
    assert.equal(refusal('---\nentities: [china]\n---\n<|China|>.', 'sic', 'china', 'sic'), 'sic-listed');
    assert.equal(refusal('---\nentities: [china]\n---\n<|China|>.', 'tag', 'nobody', 'name'), 'no-record');
    assert.equal(
      refusal('---\nx: &a [china]\nentities: *a\n---\n<|Ms. Shen|>.', 'tag', 'shen-beili', 'form'),
      'cannot-write',
    );
    assert.deepEqual(refusal('---\nentities: [china]\n---\n<|China|>.', 'tag', 'china', 'name'), []);
  });
});
