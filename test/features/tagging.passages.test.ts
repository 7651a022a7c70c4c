import assert from 'node:assert/strict';
import { pinyinReader } from '../../server/src/core/pinyin.ts';
import { candidates } from '../../server/src/features/tagging/candidates.ts';
import { isDescription } from '../../server/src/features/tagging/descriptions.ts';
import { waysOf } from '../../server/src/features/tagging/edits.ts';
import type { Operation } from '../../server/src/features/tagging/plan.ts';
import { knownNames } from '../../server/src/features/tagging/tagAll.ts';
import { RECORDS, tagging } from './taggingNotation.ts';

describe('tagging: the passage', () => {
  const textAt = (document: string): string => {
    const { setting, problem } = tagging(document);
    return setting ? setting.passage.text : problem;
  };
  const rows: readonly (readonly [string, string])[] = [
    ['<| Ma Zhaoxu,|> said', 'Ma Zhaoxu'],
    ['“<|Ma Zhaoxu,” he|>', 'Ma Zhaoxu,” he'],
    ['<|“Ma Zhaoxu”|>', 'Ma Zhaoxu'],
    ['<|(CCM)|>', 'CCM'],
    ['<|Party (CCM)|>', 'Party (CCM)'],
    ['<|Party (|>CCM)', 'Party'],
    ['<|Acme Inc.|>', 'Acme Inc.'],
    ['<|the Department.|> It', 'the Department'],
    ['the Ki<|lvarra Uni|>on', 'Kilvarra Union'],
    ['<|China’s|> own', 'China'],
    ['<|O’Neill|> came', 'O’Neill'],
    ['<|**Ma** Zhaoxu|>', 'Ma Zhaoxu'],
    ['**<|Ma|>** Zhaoxu', 'Ma'],
    ['<|坦桑尼\n亚革命党，|>', '坦桑尼亚革命党'],
    ['<|《河洲》|>', '河洲'],
    ['<|Two\n  words|>', 'Two words'],
    ['said Kil<|>varra.', 'Kilvarra'],
    ['said <|>Kilvarra.', 'Kilvarra'],
    ['said Ma Zha<|>oxu.', 'Ma Zhaoxu'],
    ['说<|>中国。', '中国'],
    ['说<|>明。', 'nothing-here'],
    ['said. <|>', 'nothing-here'],
    ['said<|, |>x', 'nothing-here'],
    [`<|${'long '.repeat(100)}|>`, 'too-long'],
    [`<|${'['.repeat(100_000)}|>`, 'too-long'],
  ];
  for (const [body, expected] of rows) {
    it(JSON.stringify(body.slice(0, 40)), () => assert.equal(textAt(`---\nentities: []\n---\n${body}`), expected));
  }

  it('is in the body of a document whose front matter can be read', () => {
    assert.equal(textAt('---\nentities: [<|china|>]\n---\nChina'), 'front-matter');
    assert.equal(textAt('---\nentities: []\n<|---\nChina|>'), 'front-matter');
    assert.equal(textAt('---\nentities: [china\n---\n<|China|>'), 'broken');
    assert.equal(textAt('---\nentities: [china]\nChina <|x|>'), 'broken');
    assert.equal(textAt('---\ntags: [a]\n---\n<|China|>'), 'China');
    assert.equal(textAt('<|China|>'), 'China');
  });
});

describe('tagging: whom it may be', () => {
  const offered = (document: string, query = '') =>
    candidates(tagging(document).setting!, query, pinyinReader()).map(
      ({ record, likeness, holds }) => `${record.id.value} ${likeness}${holds ? ' tagged' : ''}`,
    );

  it('first those of this name, then of nearly this name, then those declared, then the rest', () => {
    assert.deepEqual(offered('---\nentities: [china]\n---\nIn China <|Shen Beile|> spoke.').slice(0, 3), [
      'shen-beilei near',
      'shen-beili near',
      'china declared',
    ]);
    assert.equal(offered('---\nentities: [china]\n---\n<|中联部|>')[0], 'idcpc same');
    assert.equal(offered('---\nentities: [{idcpc: X}]\n---\nX, <|X|>')[0], 'idcpc same tagged');
    assert.equal(offered('<|坦桑革命党|>')[0], 'ccm near');
  });

  it('and not, as nearly of this name, one that something else is called after', () => {
    const near = (name: string) => {
      const { setting } = tagging(`---\nlang: en\n---\n<|${name}|>`);
      const found = candidates(setting!, '').filter(({ likeness }) => likeness === 'near');
      return found.map(({ record }) => record.id.value);
    };
    assert.ok(near('President Shen Beili').includes('shen-beili'));
    assert.ok(near('International Department of the Committee').includes('idcpc'));
    assert.ok(!near('Central Committee of the People of China').includes('china'));
    assert.ok(!near('Shen Beili Thought on Rivers').includes('shen-beili'));
    assert.ok(near('Assistant Foreign Minister Shen').includes('shen-beili'));
    assert.deepEqual(near('Rivers and Shen School of Letters'), []);
    assert.deepEqual(near('Central School of the International Sea'), []);
  });

  it('for a pronoun those declared, the person named last first', () => {
    const document =
      '---\nentities: [china, ma-zhaoxu, shen-beili]\n---\nShen Beili saw Ma Zhaoxu in China. <|He|> left.';
    assert.deepEqual(offered(document).slice(0, 4), [
      'ma-zhaoxu declared',
      'shen-beili declared',
      'china declared',
      'idcpc other',
    ]);
  });

  it('for what is typed, what fits it in any language, by pinyin and initials', () => {
    const document = '---\nentities: [china]\n---\n<|he|> left.';
    for (const query of ['mazhaoxu', 'mzx', '马朝', 'zhaoxu'])
      assert.equal(offered(document, query)[0], 'ma-zhaoxu near');
  });

  it('has the ways that make sense, the likeliest first', () => {
    const ways = (document: string, operation: Operation, id: string) => {
      const { setting } = tagging(document);
      return waysOf(setting!, operation, id, isDescription(setting!.passage.text)).join(' ');
    };
    assert.equal(ways('<|China|>', 'tag', 'china'), 'name');
    assert.equal(ways('在<|中国|>家', 'tag', 'china'), 'name');
    assert.equal(ways('---\nentities: [{china: {not: [China Sea]}}]\n---\n<|China|> Sea', 'tag', 'china'), 'name here');
    assert.equal(ways('<|Ms. Shen|>', 'tag', 'shen-beili'), 'form alias here');
    assert.equal(ways('<|the guest|>', 'tag', 'shen-beili'), 'here form');
    assert.equal(ways('---\nentities: [china]\n---\n<|China|>', 'tag', 'china'), '');
    assert.equal(ways('---\nentities: [{china: X}]\n---\n<|X|>', 'tag', 'china'), 'alias here');
    assert.equal(ways('---\nentities: [{china: our side}]\n---\n<|our side|>', 'tag', 'china'), 'here');
    assert.equal(ways('---\nentities: [foreign]\n---\n<|Department|>, Department', 'tag', 'idcpc'), 'form alias here');
    assert.equal(
      ways('---\nentities: [foreign]\n---\n<|Department|>, Department', 'untag', 'foreign'),
      'everywhere place',
    );
    assert.equal(ways('---\nentities: [foreign]\n---\n<|Department|>', 'not', 'foreign'), 'everywhere');
    assert.equal(ways('---\nentities: [{china: {sic: [Chna]}}]\n---\n<|Chna|>', 'sic', 'china'), '');
  });
});

describe('tagging: names and descriptions', () => {
  const descriptions = [
    'he',
    'She',
    'the delegation',
    'The delegation',
    'its leaders',
    'delegation',
    '该党',
    '他',
    '我国',
    '双方',
  ];
  const names = [
    'Shen',
    'the Department',
    'Ms. Shen',
    '中国',
    '本田',
    'CCM',
    'iPhone Union',
    '3M',
    'G20',
    '坦桑尼亚革命党',
  ];
  it('are told apart by pronouns and capitals', () => {
    assert.deepEqual(
      descriptions.filter((text) => !isDescription(text)),
      [],
    );
    assert.deepEqual(names.filter(isDescription), []);
  });
});

describe('tagging: all known names', () => {
  it('are those of records that nobody has declared, with their rivals', () => {
    const records = `${RECORDS}\nchina-town: {type: place, name: China}\n`;
    const { view } = tagging(
      '---\nentities: [ma-zhaoxu]\n---\n<|>Shen Beili, 沈蓓莉, Ma Zhaoxu, China. Shen Beili.',
      records,
    );
    assert.deepEqual(
      knownNames(view, view.document('d.md')!).map(({ record, places, forms, rivals }) => [
        record.id.value,
        places,
        forms.join(),
        rivals.join(),
      ]),
      [
        ['shen-beili', 3, 'Shen Beili,沈蓓莉', ''],
        ['china', 1, 'China', 'china-town'],
        ['china-town', 1, 'China', 'china'],
      ],
    );
  });
});
