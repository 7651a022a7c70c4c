/** Holds the reading of entity records against section 8 of the format: every key and shape, and ids that mean harm. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Name, parseRecords, type RecordFile } from '../../server/src/core/record.ts';
import { formsOf, Records } from '../../server/src/core/records.ts';

const parse = (text: string) => parseRecords('entities/a.yaml', text);

function problems({ text, problems: found }: RecordFile): readonly string[] {
  return [...found]
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ code, variant, span, entity }) => `${code}[${variant}] ${text.slice(span.start, span.end)} of ${entity}`);
}

const clean = (text: string): RecordFile => {
  const file = parse(text);
  assert.deepEqual(problems(file), []);
  return file;
};

const names = (all: readonly Name[]) => all.map(({ text, lang }) => (lang === undefined ? text : `${lang} ${text}`));

describe('records', () => {
  it('have the keys of section 8', () => {
    const { records, text } = clean(
      'shen-beili:\n  type: person\n  name: {en: Shen Beili, zh: 沈蓓莉}\n  aliases: {en: [Ms. Shen Beili, Shen], zh: []}\n  description: a diplomat\n' +
        '  same-as: [https://www.wikidata.org/wiki/Q1]\n  distinct-from: [shen-beilei]\n' +
        '  facts:\n    - {id: post, property: position, value: Vice Minister, of: idcpc, at: 2020/2023, source: documents/x.md#c1}\n    - property: age\n      value: 50\n      source: [https://x.org, documents/y.md]\n',
    );
    const record = records[0]!;
    assert.deepEqual(
      [record.id.value, record.path, record.type?.value, names(record.description).join(), record.damaged],
      ['shen-beili', 'entities/a.yaml', 'person', 'a diplomat', false],
    );
    assert.deepEqual(names(record.names), ['en Shen Beili', 'zh 沈蓓莉']);
    assert.deepEqual(names(record.aliases), ['en Ms. Shen Beili', 'en Shen']);
    assert.deepEqual(
      [record.sameAs, record.distinctFrom].map((all) => all.map((one) => one.value)),
      [['https://www.wikidata.org/wiki/Q1'], ['shen-beilei']],
    );
    assert.deepEqual(
      record.facts.map((fact) => [
        fact.key,
        fact.subject?.value,
        fact.property?.value,
        fact.value?.kind === 'text' && fact.value.text,
        fact.at?.value,
        fact.quote,
        fact.sources.map((one) => one.value),
      ]),
      [
        ['post', 'shen-beili', 'position', 'Vice Minister', '2020/2023', undefined, ['documents/x.md#c1']],
        ['shen-beili.2', 'shen-beili', 'age', '50', undefined, undefined, ['https://x.org', 'documents/y.md']],
      ],
    );
    assert.deepEqual([...record.facts[0]!.qualifiers.keys()], ['of']);
    assert.equal(text.slice(record.id.span.start, record.id.span.end), 'shen-beili');
  });

  const shapes: readonly (readonly [rule: string, yaml: string, expected: readonly string[]])[] = [
    ['a name', 'name: Ada', ['Ada']],
    ['several names', 'name: [Ada, A. L.]', ['Ada', 'A. L.']],
    ['names by language', 'name: {en: Ada, zh: [艾达, 阿达]}', ['en Ada', 'zh 艾达', 'zh 阿达']],
    ['aliases', 'aliases: [Ada, A. L.]', ['Ada', 'A. L.']],
    ['one alias', 'aliases: Ada', ['Ada']],
    ['aliases by language', 'aliases: {en: Ada, zh: [艾达]}', ['en Ada', 'zh 艾达']],
    ['no aliases', 'aliases: []', []],
    ['aliases after their key', 'aliases:', []],
    [
      'names that YAML takes for something else',
      'name: [no, 0123, 1.10, 2022-10-20]',
      ['no', '0123', '1.10', '2022-10-20'],
    ],
  ];
  for (const [rule, yaml, expected] of shapes) {
    it(`have ${rule}`, () => {
      const record = clean(`a:\n  ${yaml}\n`).records[0]!;
      assert.deepEqual(names([...record.names, ...record.aliases]), expected);
    });
  }

  it('of a position say of what and how many hold it', () => {
    const { of, holders } = clean('m: {type: position, name: Minister, of: idcpc, holders: 1}\n').records[0]!;
    assert.deepEqual([of?.value, holders], ['idcpc', 1]);
  });

  it('stand one or many in a file, in order', () => {
    const { records } = clean('b: {name: B}\na: {name: A}\n"c d.e_f-1": {name: C}\n'.replace('c d', 'c'));
    assert.deepEqual(
      records.map(({ id }) => id.value),
      ['b', 'a', 'c.e_f-1'],
    );
    assert.deepEqual(clean('').records, []);
    assert.deepEqual(clean('# nothing yet\n').records, []);
    assert.deepEqual(
      clean('\ufeffa: {name: A}\r\nb: {name: B}\r\n').records.map(({ id }) => id.value),
      ['a', 'b'],
    );
  });

  it('of one id in one file are both kept, and found in order', () => {
    const file = parse('a: {name: A}\nb: {name: B}\na: {name: C}\n');
    assert.deepEqual(
      file.records.map(({ id, names: [name] }) => [id.value, name?.text]),
      [
        ['a', 'A'],
        ['b', 'B'],
        ['a', 'C'],
      ],
    );
    const records = Records.empty.withFiles([file]);
    assert.equal(records.get('a')?.names[0]?.text, 'A');
    assert.equal(records.all('a').length, 2);
    assert.equal(records.size, 2);
  });

  it('are described in one text, or one for each language', () => {
    const { records } = clean('a: {description: x}\nb: {description: {en: y, zh: 乙}}\nc: {name: C}\n');
    assert.deepEqual(
      records.map(({ description }) => names(description)),
      [['x'], ['en y', 'zh 乙'], []],
    );
  });

  describe('of hostile ids', () => {
    it('are records like any other, if the letters are right', () => {
      const ids = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '..', '0123', 'no', '艾达', 'é', 'ａ'];
      const file = parse(ids.map((id) => `"${id}": {type: person, name: "N ${id}", __proto__: x}\n`).join(''));
      assert.deepEqual(
        file.records.map(({ id }) => id.value),
        ids,
      );
      const records = Records.empty.withFiles([file]);
      for (const id of ids) assert.equal(records.get(id)?.names[0]?.text, `N ${id}`);
      assert.deepEqual([...records.ids()], ids);
      assert.equal(records.get('valueOf'), undefined);
      assert.deepEqual(records.gazetteer.ids('N constructor'), ['constructor']);
      assert.equal(problems(file).length, ids.length, 'the unknown key of each');
    });

    for (const id of [
      'a b',
      'a/b',
      '../a',
      'a#b',
      'a:b',
      '',
      ' ',
      'a\\b',
      '<script>',
      'a\u200bb',
      '😀',
      'a,b',
      'a"b',
    ]) {
      it(`refuses ${JSON.stringify(id)}`, () => {
        const file = parse(`${JSON.stringify(id)}: {name: A}\nb: {name: B}\n`);
        assert.deepEqual(
          file.records.map((one) => one.id.value),
          ['b'],
        );
        assert.deepEqual(
          file.problems.map(({ code, variant, entity }) => [code, variant, entity]),
          [['wrong-shape', 'id', id]],
        );
      });
    }
  });

  describe('of a wrong shape have one problem, and the rest is read', () => {
    const cases: readonly (readonly [rule: string, yaml: string, problem: string])[] = [
      ['a record without content', 'a:\n', 'wrong-shape[record] a of a'],
      ['a record that is a text', 'a: Ada\n', 'wrong-shape[record] a of a'],
      ['a record that is a list', 'a: [name]\n', 'wrong-shape[record] a of a'],
      ['an unknown key', 'a: {name: A, colour: red}\n', 'unknown-key[record] colour of a'],
      ['a misspelt key', 'a: {name: A, alaises: B}\n', 'unknown-key[near] alaises of a'],
      ['a key twice', 'a: {name: A, name: B}\n', 'invalid-yaml[duplicate-key] name of a'],
      ['a type that is a list', 'a: {type: [person]}\n', 'wrong-shape[text] [person] of a'],
      ['an empty name', 'a: {name: ""}\n', 'wrong-shape[empty] "" of a'],
      ['a blank name', 'a: {name: {en: " "}}\n', 'wrong-shape[empty] " " of a'],
      ['a name without a visible character', 'a: {name: "\u200b"}\n', 'wrong-shape[empty] "\u200b" of a'],
      ['an empty alias', 'a: {aliases: [B, ""]}\n', 'wrong-shape[empty] "" of a'],
      ['an alias that is a map', 'a: {aliases: [{x: y}]}\n', 'wrong-shape[text] {x: y} of a'],
      ['same-as', 'a: {same-as: {x: y}}\n', 'wrong-shape[text] {x: y} of a'],
      ['holders', 'a: {holders: one}\n', 'wrong-shape[count] one of a'],
      ['facts', 'a: {facts: x}\n', 'wrong-shape[list] x of a'],
      ['a fact', 'a: {facts: [x]}\n', 'wrong-shape[fact] x of a'],
      ['a fact without property', 'a: {facts: [{value: v}]}\n', 'wrong-shape[no-property] value of a'],
      ['a fact without value', 'a: {facts: [{property: p}]}\n', 'wrong-shape[no-value] p of a'],
      ['a stance', 'a: {facts: [{property: p, value: v, stance: no}]}\n', 'wrong-shape[choice] no of a'],
    ];
    for (const [rule, yaml, problem] of cases) {
      it(rule, () => {
        const file = parse(`${yaml}z: {name: Z}\n`);
        assert.deepEqual(problems(file), [problem]);
        assert.equal(file.records.at(-1)?.names[0]?.text, 'Z');
      });
    }

    it('a file that is a list', () => {
      const file = parse('- a\n- b\n');
      assert.deepEqual(
        file.problems.map(({ code, variant }) => [code, variant]),
        [['wrong-shape', 'record-file']],
      );
      assert.deepEqual(file.records, []);
    });
  });

  it('that are broken are damaged alone', () => {
    const { records, problems: found } = parse('a:\n  name: [\nb:\n  name: B\n');
    assert.deepEqual(
      found.map(({ code }) => code),
      ['invalid-yaml'],
    );
    assert.deepEqual(
      records.map(({ id, damaged }) => [id.value, damaged]),
      [
        ['a', true],
        ['b', false],
      ],
    );
  });

  it('have forms as they are compared, without blank ones', () => {
    const { records } = parse('a: {name: ["“Ada”  L.", "", "\u00ad"], aliases: [Ａda]}\n');
    assert.deepEqual(formsOf(records[0]!), ["'Ada' L.", 'Ada']);
  });

  it('keep their gazetteer while their forms stay', () => {
    const first = Records.empty.withFiles([parse('a: {name: A}\n')]);
    const second = first.withFiles([parse('a: {name: A, description: x}\n')]);
    assert.equal(second.gazetteer, first.gazetteer);
    const third = second.withFiles([parse('a: {name: B}\n')]);
    assert.deepEqual([third.gazetteer.has('A'), third.gazetteer.has('B')], [false, true]);
    assert.equal(third.withoutFile('entities/a.yaml').gazetteer.has('B'), false);
  });

  it('are read after an edit as if anew', () => {
    const base = 'a:\n  name: A\n  aliases: [B]\n  facts:\n    - {property: p, value: v}\nb: {name: {en: C}}\n';
    const edit = fc.record({
      at: fc.nat(),
      remove: fc.nat({ max: 12 }),
      insert: fc.constantFrom('', 'x', '\n', '[', 'c: {name: D}\n', '  ', ':', '&a ', '*a', '\r\n'),
    });
    const seen = ({ cache: _, ...rest }: RecordFile) => rest;
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 5 }), (edits) => {
        let text = base;
        let file = parse(text);
        for (const { at, remove, insert } of edits) {
          const start = at % (text.length + 1);
          text = text.slice(0, start) + insert + text.slice(start + remove);
          file = parseRecords('entities/a.yaml', text, file);
          assert.deepEqual(seen(file), seen(parse(text)));
        }
      }),
      { numRuns: 200 },
    );
  });
});
