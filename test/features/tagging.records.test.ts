import assert from 'node:assert/strict';
import { pinyinReader } from '../../server/src/core/pinyin.ts';
import { type NewRecord, newRecordEdits, proposal, proposedId } from '../../server/src/features/tagging/newRecord.ts';
import { namesIn } from '../../server/src/features/tagging/passage.ts';
import { libraryOf } from '../fixture.ts';
import { applied } from './notation.ts';
import { tagging } from './taggingNotation.ts';

describe('tagging: a new record', () => {
  const proposed = (document: string, type = 'organization') => {
    const { setting } = tagging(document);
    const { types: _, ...found } = proposal(setting!);
    return { ...found, id: proposedId(setting!.view, { ...found, type }, pinyinReader()) };
  };

  it('has the names that the text gives, and an id made from them', () => {
    const rows: readonly (readonly [string, string, object])[] = [
      [
        '<|Chama Cha Mapinduzi|> (坦桑尼亚革命党) won',
        'organization',
        {
          name: 'Chama Cha Mapinduzi',
          apposition: { text: '坦桑尼亚革命党', kind: 'name' },
          id: 'chama-cha-mapinduzi',
        },
      ],
      [
        '<|革命党|>（CCM）赢了',
        'organization',
        { name: '革命党', apposition: { text: 'CCM', kind: 'name' }, id: 'ccm-organization' },
      ],
      [
        '<|Kilvarra Union|> (KU) won',
        'organization',
        { name: 'Kilvarra Union', apposition: { text: 'KU', kind: 'alias' }, id: 'kilvarra-union' },
      ],
      ['<|Kilvarra Union|> (founded 1990) won', 'organization', { name: 'Kilvarra Union', id: 'kilvarra-union' }],
      ['<|Kilvarra Union|> (their union) won', 'organization', { name: 'Kilvarra Union', id: 'kilvarra-union' }],
      ['<|Kilvarra Union|> (the Union of 中国) won', 'organization', { name: 'Kilvarra Union', id: 'kilvarra-union' }],
      ['<|李明|>说', 'person', { name: '李明', id: 'li-ming' }],
      ['<|欧阳修|>说', 'person', { name: '欧阳修', id: 'ouyang-xiu' }],
      ['<|China|>', 'place', { name: 'China', id: 'china-place' }],
      ['<|Émile Ørsted|>', 'person', { name: 'Émile Ørsted', id: 'emile-orsted' }],
      ['<|he|> said', 'person', { name: '', id: 'person' }],
    ];
    for (const [body, type, expected] of rows) assert.deepEqual(proposed(body, type), expected, body);
  });

  it('is of the type that its name ends with, as the records of the corpus or names at large have it', () => {
    const rows: readonly (readonly [string, string])[] = [
      ['Ada Lane', 'person'],
      ['Kilvarra', 'person'],
      ['Kilvarra Union', 'organization'],
      ['Ministry of Harbours', 'organization'],
      ['Treaty on the Delta', 'agreement'],
      ['Spring Tide Action', 'program'],
      ['第三届河洲论坛', 'event'],
      ['河洲大学', 'organization'],
      ['李明', 'person'],
      // Here an office is a place: the corpus says so twice.
      ['Home Office', 'place'],
    ];
    const records = `-- entities/e.yaml --
foreign: {type: place, name: {en: Foreign Office}}
north: {type: place, name: {en: North Office}}
`;
    for (const [name, expected] of rows) {
      const { setting } = tagging(`---\nlang: en\n---\n<|${name}|>`, records);
      assert.equal(proposal(setting!).types[0], expected, name);
      assert.equal(new Set(proposal(setting!).types).size, setting!.view.corpus.vocabulary.types.size);
    }
  });

  const create = (document: string, record: Omit<NewRecord, 'id'> & { readonly id: string }) => {
    const { setting, files } = tagging(document);
    const made = newRecordEdits(setting!, record);
    return 'problem' in made ? made.problem : applied(files, made.edits);
  };

  it('is written where its kind is, and the passage is its mention', () => {
    const document = '---\nentities: [china]\n---\nIn China, <|Chama Cha Mapinduzi|> (坦桑革命) won.';
    const apposition = { text: '坦桑革命', kind: 'name' } as const;
    const record = { id: 'cm', type: 'organization', name: 'Chama Cha Mapinduzi', apposition };
    const after = create(document, record);
    assert.ok(typeof after !== 'string', String(after));
    assert.match(after.get('d.md')!, /^---\nentities: \[china, cm\]\n---\n/);
    assert.ok(
      after
        .get('entities/organizations.yaml')!
        .endsWith('\ncm: {type: organization, name: {en: Chama Cha Mapinduzi, zh: 坦桑革命}}\n'),
      after.get('entities/organizations.yaml'),
    );
    const view = libraryOf(after);
    const { mentions } = namesIn(view.document('d.md')!, view.corpus.records);
    assert.deepEqual(
      mentions.map(({ id, form }) => `${id} ${form}`),
      ['china China', 'cm Chama Cha Mapinduzi', 'cm 坦桑革命'],
    );
  });

  it('of a description has the name that was typed, and the passage is its mention here', () => {
    const after = create('---\nentities: [china]\n---\nChina: <|he|> won.', {
      id: 'li-ming',
      type: 'person',
      name: '李明',
    });
    assert.ok(typeof after !== 'string', String(after));
    assert.match(after.get('d.md')!, /^---\nentities: \[china, \{li-ming: \{here: \[he\]\}\}\]\n---\n/);
    assert.match(after.get('entities/people.yaml')!, /\nli-ming: \{type: person, name: \{zh: 李明\}\}\n$/);
  });

  it('is refused with an id that is none, or taken', () => {
    const record = { type: 'person', name: 'He' };
    assert.equal(create('<|He|>', { ...record, id: 'a b' }), 'invalid-id');
    assert.equal(create('<|He|>', { ...record, id: 'china' }), 'id-taken');
  });
});
