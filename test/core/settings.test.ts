/** Holds the reading of concord.yaml against sections 1 and 7 of the format: every key, its default, and wrong shapes. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { leavesRoot, parseSettings, type Settings } from '../../server/src/core/settings.ts';

function problems({ text, problems: found }: Settings): readonly string[] {
  return [...found]
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ code, variant, span }) => `${code}[${variant}] ${text.slice(span.start, span.end)}`);
}

const clean = (text: string): Settings => {
  const settings = parseSettings(text);
  assert.deepEqual(problems(settings), []);
  return settings;
};

/** All but the text and the tree. */
const told = ({ documents, entities, exclude, languages, units, checks, widths }: Settings) => ({
  documents,
  entities,
  exclude,
  languages,
  units,
  checks: [...checks].map(([code, { value }]) => `${code}: ${value.value}`),
  widths,
});

const DEFAULTS = told(clean(''));

describe('settings', () => {
  it('have the defaults of section 1', () => {
    assert.deepEqual(DEFAULTS, {
      documents: ['**/*.{md,markdown,txt}'],
      entities: ['entities/**/*.{yaml,yml}'],
      exclude: [],
      languages: ['en', 'zh'],
      units: [],
      checks: [],
      widths: { about: 0.1, nearly: 0.1 },
    });
    const { vocabulary } = clean('# nothing\n');
    assert.deepEqual(
      [...vocabulary.types.keys()],
      ['person', 'organization', 'place', 'event', 'document', 'concept', 'position', 'agreement', 'program'],
    );
  });

  it('have the keys of section 1', () => {
    const settings = clean(
      'version: 1\ndocuments: documents/**/*.{md,txt}\nentities: [people/*.yaml, ./places/*.yaml]\nexclude: drafts\nlanguages: [en, zh, fr]\n' +
        'types: {}\nproperties: {}\nunits: {delegate: {is: person}, mu: {to: hectare, factor: 0.0667}}\n' +
        'checks: {unannotated-figure: off, name-not-listed: error, tension: info, anachronism: warning}\nwidths: {about: 0.2, nearly: 0.05}\n',
    );
    const { units, ...rest } = told(settings);
    assert.deepEqual(rest, {
      documents: ['documents/**/*.{md,txt}'],
      entities: ['people/*.yaml', 'places/*.yaml'],
      exclude: ['drafts'],
      languages: ['en', 'zh', 'fr'],
      checks: ['unannotated-figure: off', 'name-not-listed: error', 'tension: info', 'anachronism: warning'],
      widths: { about: 0.2, nearly: 0.05 },
    });
    assert.deepEqual(
      units.map(({ id }) => id),
      ['delegate', 'mu'],
    );
  });

  it('add types', () => {
    const { vocabulary } = clean(
      'types:\n  ministry: {parent: organization, label: {en: Ministry, zh: 部}, icon: home, color: charts.red}\n  thing:\n  city: {label: City}\n',
    );
    assert.deepEqual(vocabulary.types.get('ministry'), {
      id: 'ministry',
      parent: 'organization',
      label: { en: 'Ministry', zh: '部' },
      icon: 'home',
      color: 'charts.red',
    });
    assert.deepEqual(vocabulary.types.get('thing')?.label, { en: 'thing' });
    assert.deepEqual(vocabulary.types.get('city')?.label, { en: 'City' });
    assert.equal(vocabulary.isA('ministry', 'organization'), true);
    assert.equal(vocabulary.isA('thing', 'organization'), false);
  });

  it('stand types that are their own ancestors', () => {
    const { vocabulary } = clean('types: {a: {parent: b}, b: {parent: a}}\n');
    assert.equal(vocabulary.isA('a', 'b'), true);
    assert.equal(vocabulary.isA('a', 'person'), false);
  });

  it('add properties with every key of section 7', () => {
    const { vocabulary } = clean(
      'properties:\n  seats:\n    label: {en: seats, zh: 席位}\n    description: how many seats\n    subject: [organization, event]\n    value: quantity\n    unit: person\n    single: false\n    time: cumulative\n    holds: P1Y\n    direction: up\n' +
        '    qualifiers: {of: {type: organization, required: true}, among: text, at-level: [text, quantity]}\n    separates: [among]\n    symmetric: false\n    inverse: seat-of\n    before: [x, y]\n    within: true\n    range: [0, 1000]\n',
    );
    const { qualifiers, ...rest } = vocabulary.properties.get('seats')!;
    assert.deepEqual(rest, {
      id: 'seats',
      label: { en: 'seats', zh: '席位' },
      description: { en: 'how many seats' },
      subject: ['organization', 'event'],
      value: ['quantity'],
      unit: 'person',
      single: false,
      time: 'cumulative',
      holds: 'P1Y',
      direction: 'up',
      separates: ['among'],
      symmetric: false,
      inverse: 'seat-of',
      before: ['x', 'y'],
      within: true,
      range: { least: 0, greatest: 1000 },
    });
    assert.deepEqual(
      [...qualifiers],
      [
        ['of', { types: ['organization'], required: true }],
        ['among', { types: ['text'], required: false }],
        ['at-level', { types: ['text', 'quantity'], required: false }],
      ],
    );
  });

  const singles: readonly (readonly [value: string, single: boolean])[] = [
    ['quantity', true],
    ['time', true],
    ['boolean', true],
    ['text', false],
    ['[person]', false],
    ['[position, text]', false],
  ];
  for (const [value, single] of singles) {
    it(`take ${value} for ${single ? 'one value' : 'several values'} at a time, unless they say`, () => {
      const property = (more: string) =>
        clean(`properties: {p: {value: ${value}${more}}}\n`).vocabulary.properties.get('p')!;
      assert.equal(property('').single, single);
      assert.equal(property(`, single: ${!single}`).single, !single);
      assert.deepEqual(
        [property('').time, property('').holds, property('').subject, property('').label],
        ['state', 'P0D', ['any'], { en: 'p' }],
      );
    });
  }

  it('take names of objects', () => {
    const { vocabulary, checks } = parseSettings(
      'types: {__proto__: {icon: x}, constructor: {}}\nproperties: {__proto__: {value: text, qualifiers: {constructor: text}}}\nchecks: {__proto__: off}\n',
    );
    assert.equal(vocabulary.types.get('__proto__')?.icon, 'x');
    assert.equal(vocabulary.types.has('toString'), false);
    assert.deepEqual([...vocabulary.properties.get('__proto__')!.qualifiers.keys()], ['constructor']);
    assert.equal(checks.get('__proto__')?.value.value, 'off');
    assert.equal(({} as Record<string, unknown>).icon, undefined);
  });

  describe('of a wrong shape have one problem, and their default', () => {
    const cases: readonly (readonly [rule: string, yaml: string, problem: string])[] = [
      ['a file that is a list', '- a\n', 'wrong-shape[settings] - a'],
      ['an unknown key', 'colour: red\n', 'unknown-key[settings] colour'],
      ['a misspelt key', 'langauges: [fr]\n', 'unknown-key[near] langauges'],
      ['a key twice', 'version: 1\nversion: 1\n', 'invalid-yaml[duplicate-key] version'],
      ['another version', 'version: 2\n', 'wrong-shape[version] 2'],
      ['documents', 'documents: {a: b}\n', 'wrong-shape[text] {a: b}'],
      ['documents without a glob', 'documents: ""\n', 'wrong-shape[empty] ""'],
      ['documents above the root', 'documents: ../other/*.md\n', 'wrong-shape[outside] ../other/*.md'],
      ['entities of another drive', 'entities: C:\\x\\*.yaml\n', 'wrong-shape[outside] C:\\x\\*.yaml'],
      ['exclude', 'exclude: {a: b}\n', 'wrong-shape[text] {a: b}'],
      ['languages', 'languages: {en: zh}\n', 'wrong-shape[text] {en: zh}'],
      ['a language that is none', 'languages: english\n', 'wrong-shape[language] english'],
      ['a country', 'languages: cn\n', 'wrong-shape[language] cn'],
      ['types', 'types: [a]\n', 'wrong-shape[map] [a]'],
      ['a type', 'types: {a: b}\n', 'wrong-shape[map] b'],
      ['a key of a type', 'types: {a: {parnet: person}}\n', 'unknown-key[near] parnet'],
      ['properties', 'properties: x\n', 'wrong-shape[map] x'],
      ['a key of a property', 'properties: {a: {vaule: text}}\n', 'unknown-key[near] vaule'],
      ['time', 'properties: {a: {time: forever}}\n', 'wrong-shape[choice] forever'],
      ['direction', 'properties: {a: {direction: left}}\n', 'wrong-shape[choice] left'],
      ['single', 'properties: {a: {single: maybe}}\n', 'wrong-shape[flag] maybe'],
      ['range', 'properties: {a: {range: [2, 1]}}\n', 'wrong-shape[range] [2, 1]'],
      ['an end of range', 'properties: {a: {range: [x, 1]}}\n', 'wrong-shape[number] x'],
      ['a third end of range', 'properties: {a: {range: [1, 2, 3]}}\n', 'wrong-shape[range] [1, 2, 3]'],
      ['holds', 'properties: {a: {holds: 3 months}}\n', 'wrong-shape[duration] 3 months'],
      ['holds by hours', 'properties: {a: {holds: PT6H}}\n', 'wrong-shape[duration] PT6H'],
      ['a range that is a number', 'properties: {a: {range: 3}}\n', 'wrong-shape[range] 3'],
      [
        'a key of a qualifier',
        'properties: {a: {qualifiers: {of: {type: text, requierd: true}}}}\n',
        'unknown-key[near] requierd',
      ],
      ['units', 'units: [a]\n', 'wrong-shape[map] [a]'],
      ['a unit', 'units: {a: b}\n', 'wrong-shape[map] b'],
      ['a unit with a multiple of nothing', 'units: {a: {factor: 2}}\n', 'wrong-shape[unit] a'],
      ['a factor', 'units: {a: {to: b, factor: many}}\n', 'wrong-shape[number] many'],
      ['a factor of nothing', 'units: {a: {to: b, factor: 0}}\n', 'wrong-shape[unit] a'],
      ['checks', 'checks: [a]\n', 'wrong-shape[map] [a]'],
      ['a severity', 'checks: {tension: fatal}\n', 'wrong-shape[choice] fatal'],
      ['widths', 'widths: 0.1\n', 'wrong-shape[map] 0.1'],
      ['a width', 'widths: {about: wide}\n', 'wrong-shape[number] wide'],
      ['a width beyond the whole', 'widths: {about: 2}\n', 'wrong-shape[width] 2'],
      ['a key of widths', 'widths: {over: 0.1}\n', 'unknown-key[widths] over'],
    ];
    for (const [rule, yaml, problem] of cases) {
      it(rule, () => {
        const settings = parseSettings(yaml);
        assert.deepEqual(problems(settings), [problem]);
        assert.deepEqual(told(settings), DEFAULTS);
      });
    }
  });

  it('take an empty list for what it says', () => {
    assert.deepEqual(clean('documents: []\n').documents, []);
  });

  it('that are broken in one key keep the others', () => {
    const settings = parseSettings('languages: [fr\nexclude: drafts\n');
    assert.deepEqual(
      settings.problems.map(({ code }) => code),
      ['invalid-yaml'],
    );
    assert.deepEqual(settings.exclude, ['drafts']);
  });

  it('refuse every path out of the corpus', () => {
    for (const path of ['/etc', '\\\\host\\x', 'C:/x', 'c:x', '..', '../x', 'a/../../x', 'a\\..\\x'])
      assert.equal(leavesRoot(path), true, path);
    for (const path of ['a', 'a/b', './a', 'a..b', '...', '..a/b', 'a/..b', '中/文'])
      assert.equal(leavesRoot(path), false, path);
  });

  it('never throw', () => {
    const line = fc.constantFrom(
      'version:',
      'documents: [',
      'types:',
      '  a:',
      '    parent: [x]',
      'properties:',
      '    range: [1, {a: b}]',
      '    qualifiers: [a, [b]]',
      'units: {a: }',
      'checks: {a: [b]}',
      'widths: {about: {}}',
      '- x',
      '&a',
      '*a',
      '    label: {en: [x]}',
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = lines.join('\n');
        for (const { span } of parseSettings(text).problems) {
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
        }
      }),
    );
  });
});
