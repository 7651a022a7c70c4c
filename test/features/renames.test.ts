import assert from 'node:assert/strict';
import { movedReferences } from '../../server/src/features/moves.ts';
import { prepareRename, rename } from '../../server/src/features/rename.ts';
import { applied, setting } from './notation.ts';

const CORPUS = `-- concord.yaml --
types:
  state: {parent: place}
  province: {parent: state}
properties:
  ties: {label: Ties, subject: [state, place], value: quantity}   # relations
  opened-on: {subject: event, value: time, before: "closed-on, ties"}
  closed-on: {subject: event, value: [time, state], qualifiers: {where: state}, inverse: ties}
-- entities/states.yaml --
malta: {type: state, name: Malta, facts: [{property: ties, value: 3, see: documents/x.md#c1, source: [documents/x.md#c2, "https://e.org/documents/x.md"]}]}
-- documents/x.md --
---
entities: [china]
claims:
  - {id: c1, quote: China, subject: china, property: ties, value: 1}
  - id: c2
    quote: China
    claims:
      - {property: ties, value: 2, see: "#c1"}
accept: {tension: {with: documents/x.md#c1, reason: so}}
---
China ties
-- documents/x.zh.md --
---
translation-of: documents/x.md
entities: [china]
claims:
  - {id: c1, quote: 中国, subject: china, property: ties, value: 1, see: [ ./documents/x.md#c1, documents/x.mdx#c1 ]}
---
中国
`;

const at = (path: string, marked: string) => {
  const one = setting(CORPUS);
  const offset = one.files.get(path)!.indexOf(marked.replace('|', '')) + marked.indexOf('|');
  return { ...one, place: { path, offset } };
};

describe('renaming of the vocabulary', () => {
  const outcome = (path: string, marked: string, name: string) => {
    const one = at(path, marked);
    const result = rename(one.view, one.place, name);
    return 'problem' in result ? result.problem : applied(one.files, result.edits);
  };

  it('renames a property in its definition, in rules of others, in claims and facts', () => {
    for (const [path, marked] of [
      ['concord.yaml', 'ti|es: {label'],
      ['documents/x.md', 'property: ti|es, value: 2'],
      ['entities/states.yaml', 'property: tie|s'],
    ] as const) {
      const files = outcome(path, marked, '外交关系');
      assert.ok(typeof files !== 'string', String(files));
      const settings = files.get('concord.yaml')!;
      assert.ok(settings.includes('  外交关系: {label: Ties, subject: [state, place], value: quantity}   # relations'));
      assert.ok(settings.includes('before: "closed-on, 外交关系"}'), settings);
      assert.ok(settings.includes('inverse: 外交关系}'));
      assert.equal(files.get('documents/x.md')!.match(/property: 外交关系/g)?.length, 2);
      assert.ok(files.get('documents/x.md')!.endsWith('China ties\n'));
      assert.match(files.get('documents/x.zh.md')!, /property: 外交关系/);
      assert.match(files.get('entities/states.yaml')!, /property: 外交关系/);
    }
  });

  it('renames a type in its definition, as a parent, in properties, qualifiers and records', () => {
    const files = outcome('entities/states.yaml', 'type: sta|te', 'country');
    assert.ok(typeof files !== 'string');
    const settings = files.get('concord.yaml')!;
    assert.match(settings, /country: \{parent: place\}\n {2}province: \{parent: country\}/);
    assert.match(settings, /subject: \[country, place\]/);
    assert.match(settings, /value: \[time, country\], qualifiers: \{where: country\}/);
    assert.match(files.get('entities/states.yaml')!, /type: country,/);
  });

  it('refuses core names, taken and reserved ones, what is no name, and several names in one text', () => {
    assert.equal(outcome('concord.yaml', 'parent: pla|ce', 'spot'), 'core-name');
    assert.equal(outcome('concord.yaml', 'ti|es: {label', 'closed-on'), 'id-taken');
    assert.equal(outcome('concord.yaml', 'ti|es: {label', 'position'), 'id-taken');
    assert.equal(outcome('concord.yaml', 'sta|te: {parent', 'quantity'), 'reserved-name');
    assert.equal(outcome('concord.yaml', 'sta|te: {parent', 'any'), 'reserved-name');
    assert.equal(outcome('concord.yaml', 'ti|es: {label', 'two words'), 'invalid-id');
    assert.equal(outcome('concord.yaml', 'closed-on, ti|es', 'x'), 'cannot-rename');
    const core = at('concord.yaml', 'parent: pla|ce');
    assert.deepEqual(prepareRename(core.view, core.place), { problem: 'core-name', params: { id: 'place' } });
    const own = at('documents/x.md', 'property: ti|es');
    assert.equal((prepareRename(own.view, own.place) as { placeholder: string }).placeholder, 'ties');
  });

  it('changes nothing where one file cannot be changed safely', () => {
    const shared = setting(`${CORPUS}-- documents/y.md --
---
claims: [{quote: x, subject: china, property: &p ties, value: 1, note: *p}]
---
x
`);
    const offset = shared.files.get('concord.yaml')!.indexOf('ties: {label');
    assert.deepEqual(rename(shared.view, { path: 'concord.yaml', offset }, 'links'), {
      problem: 'unsafe-rename',
      params: { path: 'documents/y.md' },
    });
  });
});

describe('renaming of a claim', () => {
  it('takes its counterparts in translations along, and every reference to either', () => {
    const one = at('documents/x.md', 'id: c|1');
    const result = rename(one.view, one.place, 'ties');
    assert.ok(!('problem' in result));
    const files = applied(one.files, result.edits);
    assert.match(files.get('documents/x.md')!, /id: ties,.*see: "#ties".*with: documents\/x\.md#ties/s);
    assert.match(
      files.get('documents/x.zh.md')!,
      /id: ties,.*see: \[ \.\/documents\/x\.md#ties, documents\/x\.mdx#c1 \]/,
    );
    assert.match(files.get('entities/states.yaml')!, /see: documents\/x\.md#ties, source: \[documents\/x\.md#c2,/);
  });
});

describe('moves of files', () => {
  const moved = (...moves: readonly (readonly [string, string])[]) => {
    const one = setting(CORPUS);
    const result = movedReferences(
      one.view,
      moves.map(([from, to]) => ({ from, to })),
    );
    return { ...result, files: applied(one.files, result.edits) };
  };

  it('take every reference along, and leave what only looks like one', () => {
    const { files, unsafe, unnameable } = moved(['documents/x.md', 'documents/2022/开幕.md']);
    assert.deepEqual([unsafe, unnameable], [[], []]);
    assert.match(files.get('documents/x.zh.md')!, /^translation-of: documents\/2022\/开幕\.md$/m);
    assert.match(files.get('documents/x.zh.md')!, /see: \[ documents\/2022\/开幕\.md#c1, documents\/x\.mdx#c1 \]/);
    assert.match(files.get('documents/x.md')!, /with: documents\/2022\/开幕\.md#c1/);
    assert.match(files.get('documents/x.md')!, /see: "#c1"/);
    assert.match(
      files.get('entities/states.yaml')!,
      /see: documents\/2022\/开幕\.md#c1, source: \[documents\/2022\/开幕\.md#c2, "https:\/\/e\.org\/documents\/x\.md"\]/,
    );
  });

  it('follow folders, and files inside folders that move at once', () => {
    const { files } = moved(['documents', 'texts'], ['documents/x.md', 'texts/y, z.md']);
    assert.match(files.get('documents/x.zh.md')!, /^translation-of: texts\/y, z\.md$/m);
    assert.match(files.get('documents/x.zh.md')!, /see: \[ "texts\/y, z\.md#c1", texts\/x\.mdx#c1 \]/);
  });

  it('say which paths nothing can name, and touch nothing for others', () => {
    assert.deepEqual(moved(['documents/x.md', 'documents/a#b.md']).unnameable, ['documents/a#b.md']);
    assert.deepEqual(moved(['documents/x.md', 'documents/a#b.md']).edits, []);
    assert.deepEqual(moved(['documents/none.md', 'documents/a.md']).edits, []);
    assert.deepEqual(moved(['doc', 'd']).edits, []);
  });
});
