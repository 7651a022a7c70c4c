import assert from 'node:assert/strict';
import type { TextEdit } from '../../server/src/core/edit.ts';
import { pinyinReader } from '../../server/src/core/pinyin.ts';
import { candidates } from '../../server/src/features/tagging/candidates.ts';
import { isDescription } from '../../server/src/features/tagging/descriptions.ts';
import { taggingEdits, waysOf } from '../../server/src/features/tagging/edits.ts';
import { namesIn, passageAt } from '../../server/src/features/tagging/passage.ts';
import type { Operation, Setting, Way } from '../../server/src/features/tagging/plan.ts';
import { libraryOf, parseFixture } from '../fixture.ts';
import { applied } from './notation.ts';

export const RECORDS = `-- entities/people.yaml --
shen-beili:
  type: person
  name: {en: Shen Beili, zh: 沈蓓莉}
shen-beilei: {type: person, name: {en: Shen Beilei}}
ma-zhaoxu: {type: person, name: {en: Ma Zhaoxu, zh: 马朝旭}}
-- entities/organizations.yaml --
idcpc: {type: organization, name: {en: International Department, zh: 中联部}}
foreign: {type: organization, name: {en: Foreign Office}, aliases: {en: [Department]}}
ccm: {type: organization, name: {zh: 坦桑尼亚革命党}}
china: {type: place, name: {en: China, zh: 中国}}
`;

/** The setting for the range or cursor of a document, given as its front matter and body. */
export function tagging(document: string, records = RECORDS, crlf = false) {
  const fixture = parseFixture(`${records}-- d.md --\n${document}`);
  const files = new Map([...fixture.files].map(([path, text]) => [path, crlf ? text.replace(/\n/g, '\r\n') : text]));
  const shift = (offset: number) =>
    crlf ? offset + fixture.files.get('d.md')!.slice(0, offset).split('\n').length - 1 : offset;
  const view = libraryOf(files);
  const range = fixture.ranges[0]?.span ?? { start: fixture.cursor!.offset, end: fixture.cursor!.offset };
  const at = passageAt(view, 'd.md', { start: shift(range.start), end: shift(range.end) });
  if ('problem' in at) return { problem: at.problem, files, view };
  const setting: Setting = { view, passage: at, names: namesIn(at.document, view.corpus.records) };
  return { setting, files, view };
}

type Edited = readonly TextEdit[];

function frontMatterAfter(files: ReadonlyMap<string, string>, edits: Edited): string {
  const before = files.get('d.md')!;
  const text = applied(files, edits).get('d.md')!;
  const [, yaml, body] = /^---\r?\n([\s\S]*?)---\r?\n([\s\S]*)$/.exec(text)!;
  assert.ok(before.endsWith(body!), 'the body is as it was');
  return yaml!;
}

/** Tags the range of `document`, and expects this front matter, with LF and CRLF. */
function check(document: string, operation: Operation, id: string, way: Way, expected: string): void {
  for (const crlf of [false, true]) {
    const { setting, files, problem } = tagging(document, RECORDS, crlf);
    assert.ok(setting, problem);
    const made = taggingEdits(setting, { operation, id, way });
    assert.ok(!('problem' in made), JSON.stringify(made));
    assert.equal(frontMatterAfter(files, made.edits), crlf ? expected.replace(/\n/g, '\r\n') : expected);
  }
}

const refusal = (document: string, operation: Operation, id: string, way: Way) => {
  const { setting } = tagging(document);
  const made = taggingEdits(setting!, { operation, id, way });
  return 'problem' in made ? made.problem : made.edits;
};

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
      'entities:\n  shen-beili: [Ms. Shen, the Vice “Minister]\n',
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
      'a pronoun that stands once',
      '---\nentities: [shen-beili]\n---\nShen Beili came. <|She|> spoke.',
      'tag',
      'shen-beili',
      'here',
      'entities: [{shen-beili: {here: [She]}}]\n',
    ],
    [
      'a pronoun with the least that tells it',
      '---\nentities: [shen-beili]\n---\nShen Beili came when she could, but <|she|> left as she came.',
      'tag',
      'shen-beili',
      'here',
      'entities: [{shen-beili: {here: [{quote: she, prefix: but}]}}]\n',
    ],
    [
      'Chinese',
      '---\nlang: zh\nentities: [ccm]\n---\n坦桑尼亚革命党。他说该党大，<|该党|>强。',
      'tag',
      'ccm',
      'here',
      'lang: zh\nentities: [{ccm: {here: [{quote: 该党, suffix: 强}]}}]\n',
    ],
    [
      'to another, whose form it is',
      '---\nentities:\n  - foreign\n  - china\n---\nChina. The <|Department|> of the Foreign Office.',
      'tag',
      'idcpc',
      'form',
      'entities:\n  - foreign:\n      not: [Department]\n  - china\n  - idcpc: Department\n',
    ],
    [
      'to another, where it was all that one had',
      '---\nentities:\n  - foreign\n  - china\n---\nChina. The <|Department|>.',
      'tag',
      'idcpc',
      'form',
      'entities:\n  - china\n  - idcpc: Department\n',
    ],
    [
      'to another, by name, in its place',
      '---\nentities:\n  - shen-beilei # sic\n  - shen-beili\n---\nShen Beilei, Shen Beili.<||>',
      'tag',
      'x',
      'name',
      '',
    ],
  ];
  for (const [name, document, operation, id, way, expected] of rows) {
    if (id === 'x') continue;
    it(name, () => check(document, operation, id, way, expected));
  }
});

describe('tagging: ', () => {
  it('try', () => {
    const { setting } = tagging('---\nentities: [china]\n---\nIn China <|Ms. Shen|> spoke.');
    console.log(
      candidates(setting!, '', pinyinReader()).map(({ record, likeness }) => `${record.id.value} ${likeness}`),
    );
    console.log(waysOf(setting!, 'tag', 'shen-beili', isDescription('Ms. Shen')));
    console.log(refusal('---\nentities: [china]\n---\nIn <|China|> spoke.', 'tag', 'china', 'name'));
  });
});
