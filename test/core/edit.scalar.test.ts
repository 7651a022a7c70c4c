import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { quoted, restyled, type ScalarContext, type ScalarUse, scalar, yaml } from '../../server/src/core/edit.ts';
import { parseYaml, type YamlNode } from '../../server/src/core/yaml.ts';

describe('edit: scalar', () => {
  const rows: readonly (readonly [text: string, context: ScalarContext, use: ScalarUse, written: string])[] = [
    ['Ada', 'block', 'text', 'Ada'],
    ['马朝旭', 'flow', 'text', '马朝旭'],
    ['a, b', 'block', 'text', 'a, b'],
    ['a, b', 'flow', 'text', '"a, b"'],
    ['a [b]', 'flow', 'text', '"a [b]"'],
    ['a: b', 'block', 'text', '"a: b"'],
    ['https://x.org/a#b', 'flow', 'text', 'https://x.org/a#b'],
    ['ends:', 'block', 'text', '"ends:"'],
    ['a #b', 'block', 'text', '"a #b"'],
    ['a#b', 'block', 'text', 'a#b'],
    ['#b', 'block', 'text', '"#b"'],
    ['', 'block', 'text', '""'],
    [' a', 'block', 'text', '" a"'],
    ['a\u3000', 'block', 'text', '"a\u3000"'],
    ['>200', 'block', 'value', '">200"'],
    ['<200', 'block', 'value', '<200'],
    ['~200', 'block', 'value', '~200'],
    ['~', 'block', 'value', '"~"'],
    ['172 -> 181', 'flow', 'value', '172 -> 181'],
    ['12 %', 'block', 'value', '12 %'],
    ['-5', 'block', 'value', '-5'],
    ['- 5', 'block', 'value', '"- 5"'],
    ['-', 'flow', 'value', '"-"'],
    ['---', 'block', 'text', '"---"'],
    ['…so', 'block', 'text', '…so'],
    ['*a*', 'block', 'text', '"*a*"'],
    ['said "no"', 'block', 'text', 'said "no"'],
    ['"no", said', 'block', 'text', `'"no", said'`],
    [`"it's"`, 'block', 'text', `'"it''s"'`],
    ["'s", 'block', 'text', `"'s"`],
    ['C:\\d: x', 'block', 'text', "'C:\\d: x'"],
    ['two\nlines', 'block', 'text', '"two\\nlines"'],
    ['"a"\tb', 'block', 'text', '"\\"a\\"\\tb"'],
    ['no', 'block', 'value', '"no"'],
    ['On', 'flow', 'text', '"On"'],
    ['null', 'key', 'text', '"null"'],
    ['not', 'key', 'text', 'not'],
    ['2020', 'block', 'text', '"2020"'],
    ['2020', 'block', 'value', '2020'],
    ['2020-01-01', 'block', 'text', '"2020-01-01"'],
    ['2020-01-01', 'flow', 'value', '2020-01-01'],
    ['12:30', 'block', 'text', '"12:30"'],
    ['0x1F', 'block', 'text', '"0x1F"'],
    ['1e5', 'block', 'text', '"1e5"'],
    ['.5', 'block', 'text', '".5"'],
    ['1.2.3', 'block', 'text', '1.2.3'],
    ['G20', 'block', 'text', 'G20'],
    ['20th Congress', 'block', 'text', '20th Congress'],
    ['👨‍👩‍👧', 'block', 'text', '👨‍👩‍👧'],
    ['\ud800', 'block', 'text', '"\\ud800"'],
  ];
  for (const [text, context, use, written] of rows) {
    it(`${JSON.stringify(text)} as ${use} in ${context}`, () => assert.equal(scalar(text, context, use), written));
  }

  it('keeps the style of the scalar it replaces', () => {
    assert.equal(restyled('b', '"a"', 'block'), '"b"');
    assert.equal(restyled('"b"', '"a"', 'block'), `'"b"'`);
    assert.equal(restyled("it's", "'a'", 'block'), "'it''s'");
    assert.equal(restyled('a\nb', "'a'", 'block'), '"a\\nb"');
    assert.equal(restyled('b', 'a', 'block'), 'b');
    assert.equal(restyled('b: c', 'a', 'block'), '"b: c"');
  });

  const awkward = fc.string({
    unit: fc.constantFrom(
      ...'ab1290-_.:,;#?!&*|>%@`\'"\\[]{}~=<+ \t\n\r/é中“。、👩\ufeff\u0000\u0085\u2028\u00a0\u3000\ud800'.split(''),
    ),
    maxLength: 12,
  });
  const word = fc.constantFrom(
    'no',
    'Yes',
    'null',
    '~',
    '=',
    '<<',
    '0123',
    '1_000',
    '1e3',
    '.inf',
    '-.5',
    '2020-01-01',
    '190:20:30',
    '---',
    '...',
  );
  const texts = fc.oneof(awkward, word, fc.string(), fc.string({ unit: 'binary' }));
  const use = fc.constantFrom<ScalarUse>('text', 'value');

  it('is read back as the text it was, on one line, in every place', () => {
    fc.assert(
      fc.property(texts, use, fc.boolean(), (text, as, force) => {
        const write = (context: ScalarContext) => (force ? quoted(text) : scalar(text, context, as));
        const source =
          `${write('key')}: 1\nb: ${write('block')} # c\nc: [${write('flow')}, ${write('flow')}]\n` +
          `d: {${write('key')}: ${write('flow')}}\ne:\n  - ${write('block')}\n  - ${write('key')}: 1\n`;
        assert.equal(source.split(/\r\n|[\n\r\u0085\u2028\u2029]/).length, 8);
        const { root, faults } = parseYaml(source, { start: 0, end: source.length });
        assert.deepEqual(faults, []);
        const read = (node: YamlNode | undefined): unknown => {
          if (node?.kind === 'map') return node.entries.flatMap(({ key, value }) => [read(key), read(value)]);
          if (node?.kind === 'seq') return node.items.map(read);
          return node?.kind === 'scalar' ? node.value : undefined;
        };
        assert.deepEqual(read(root), [
          text,
          '1',
          'b',
          text,
          'c',
          [text, text],
          'd',
          [text, text],
          'e',
          [text, [text, '1']],
        ]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is a string to other tools, under both versions of YAML', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const version of ['1.1', '1.2'] as const) {
          const options = { version, logLevel: 'silent' } as const;
          assert.equal(parse(`b: ${scalar(text, 'block')}\n`, options).b, text);
          assert.deepEqual(parse(`c: [${scalar(text, 'flow')}]\n`, options).c, [text]);
          assert.equal(
            parse(`? ${scalar(text, 'key')}\n: 1\n`, { ...options, mapAsMap: true })
              .keys()
              .next().value,
            text,
          );
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('edit: yaml', () => {
  it('takes what is whole by itself', () => {
    assert.deepEqual(yaml('{a: b}')?.meaning, { map: [['a', 'b']] });
    assert.equal(yaml('a, b')?.meaning, 'a, b');
    assert.equal(yaml('a, b')?.render('flow'), '"a, b"');
    assert.equal(yaml('a, b')?.render('block'), 'a, b');
    for (const broken of ['', '{a: b', '[a', '"x', '>200', 'a\nb', 'a # b', '*x'])
      assert.equal(yaml(broken), undefined, broken);
  });
});
