import assert from 'node:assert/strict';
import { parseDocument } from '../../server/src/core/document.ts';
import {
  addAlias,
  addFact,
  addRecord,
  addRecords,
  addToRecordList,
  defineProperty,
  defineUnit,
  quoteScalar,
  renameKey,
  renameRecord,
  replaceScalar,
  setCheck,
  setClaimKey,
  setDocumentKey,
  setRecordKey,
  setSourceKey,
} from '../../server/src/core/edit.ts';
import { parseRecords, type RecordFile } from '../../server/src/core/record.ts';
import { applied, onDocument, onRecords, onSettings } from './editNotation.ts';

describe('edit: addRecord', () => {
  const ada = { type: 'person', name: { en: 'Ada: A', zh: '艾达' } };
  const lines = 'ada:\n  type: person\n  name: {en: "Ada: A", zh: 艾达}\n';
  const rows: readonly (readonly [string, string, string | undefined])[] = [
    ['an empty file', '', lines],
    ['comments alone', '# people\n', `# people\n${lines}`],
    ['one record', 'bo:\n  type: person\n', `bo:\n  type: person\n\n${lines}`],
    [
      'records set apart',
      'bo:\n  type: person\n\ncy:\n  type: person\n# end\n\n',
      `bo:\n  type: person\n\ncy:\n  type: person\n# end\n\n${lines}\n`,
    ],
    [
      'records close together',
      'bo:\n    type: person\ncy:\n    type: person',
      'bo:\n    type: person\ncy:\n    type: person\nada:\n    type: person\n    name: {en: "Ada: A", zh: 艾达}',
    ],
    [
      'records in flow',
      'bo: {type: person, name: Bo}\n',
      'bo: {type: person, name: Bo}\nada: {type: person, name: {en: "Ada: A", zh: 艾达}}\n',
    ],
    ['the id is taken', 'ada: {type: person}\n', undefined],
    ['a broken record before it', 'bo:\n  type: person\ncy: [a\n', undefined],
  ];
  for (const [name, before, after] of rows)
    it(name, () => onRecords(before, (file) => addRecord(file, 'ada', ada), after));
  it('a file that does not exist', () => {
    const edits = addRecord('entities/new.yaml', '2020', { type: 'event', name: 'no', description: undefined });
    assert.equal(edits?.[0]?.path, 'entities/new.yaml');
    assert.equal(applied('', edits), '"2020":\n  type: event\n  name: "no"\n');
  });
});

describe('edit: addRecords', () => {
  const two = [
    ['ada', { type: 'person', name: 'Ada' }],
    ['dan', { type: 'person', name: 'Dan' }],
  ] as const;
  const rows: readonly (readonly [string, string, string | undefined])[] = [
    [
      'records set apart, with an end',
      'bo:\n  type: person\n\ncy:\n  type: person # he\n# end\n',
      'bo:\n  type: person\n\ncy:\n  type: person # he\n# end\n\nada:\n  type: person\n  name: Ada\n\ndan:\n  type: person\n  name: Dan\n',
    ],
    [
      'records in flow, without a line break at the end',
      'bo: {type: person, name: Bo}',
      'bo: {type: person, name: Bo}\nada: {type: person, name: Ada}\ndan: {type: person, name: Dan}',
    ],
    ['one of the ids is taken', 'dan: {type: person}\n', undefined],
    ['a broken record before it', 'cy: [a\n', undefined],
  ];
  for (const [name, before, after] of rows) it(name, () => onRecords(before, (file) => addRecords(file, two), after));
  it('refuses one id twice', () => onRecords('', (file) => addRecords(file, [two[0], two[0]]), undefined));
});

describe('edit: addAlias', () => {
  const rows: readonly (readonly [string, string | undefined, string, string | undefined])[] = [
    [
      'no aliases',
      'en',
      'a:\n  type: person\n  name: A # n\n  facts: []\n',
      'a:\n  type: person\n  name: A # n\n  aliases: [B, C]\n  facts: []\n',
    ],
    ['no aliases, names by language', 'en', 'a:\n  name: {en: A}\n', 'a:\n  name: {en: A}\n  aliases: {en: [B, C]}\n'],
    ['an empty list', 'en', 'a: {name: {en: A}, aliases: []}\n', 'a: {name: {en: A}, aliases: {en: [B, C]}}\n'],
    ['a list', 'en', 'a: {name: A, aliases: [D]}\n', 'a: {name: A, aliases: [D, B, C]}\n'],
    ['a block list', undefined, 'a:\n  aliases:\n    - D # d\n', 'a:\n  aliases:\n    - D # d\n    - B, C\n'],
    ['a text', undefined, 'a:\n  aliases: D\n', 'a:\n  aliases: [D, B, C]\n'],
    ['a map', 'en', 'a:\n  aliases: {en: [D], zh: [丁]}\n', 'a:\n  aliases: {en: [D, B, C], zh: [丁]}\n'],
    [
      'a map with an empty list',
      'en',
      'a:\n  aliases: {en: [], zh: [丁]}\n',
      'a:\n  aliases: {en: [B, C], zh: [丁]}\n',
    ],
    ['a map with a text', 'en', 'a:\n  aliases:\n    en: D\n', 'a:\n  aliases:\n    en: [D, B, C]\n'],
    ['a map without the language', 'fr', 'a:\n  aliases: {en: [D]}\n', 'a:\n  aliases: {en: [D], fr: [B, C]}\n'],
    [
      'no language, by script',
      undefined,
      'a:\n  aliases: {zh: [丁], en: [D]}\n',
      'a:\n  aliases: {zh: [丁], en: [D, B, C]}\n',
    ],
    ['there already', 'en', 'a:\n  aliases: ["B, C"]\n', 'a:\n  aliases: ["B, C"]\n'],
    ['an anchored list', 'en', 'a:\n  aliases: &x [D]\nb:\n  aliases: *x\n', undefined],
  ];
  for (const [name, lang, before, after] of rows) {
    // In block style a comma needs no quotes, in flow style it does.
    const expected = after?.replace(/(?<=[[ ])B, C(?=\])/g, '"B, C"');
    it(name, () => onRecords(before, (file) => addAlias(file, file.records[0]!, 'B, C', lang), expected));
  }
});

describe('edit: records', () => {
  const first = (file: RecordFile) => file.records[0]!;
  it('sets keys and lists', () => {
    onRecords(
      'a:\n  facts: []\n',
      (file) => setRecordKey(file, first(file), 'name', 'A'),
      'a:\n  name: A\n  facts: []\n',
    );
    onRecords(
      'a:\n  name: A\n',
      (file) => addToRecordList(file, first(file), 'distinct-from', 'b'),
      'a:\n  name: A\n  distinct-from: [b]\n',
    );
    onRecords(
      'a:\n  distinct-from: b\n',
      (file) => addToRecordList(file, first(file), 'distinct-from', 'c'),
      'a:\n  distinct-from: [b, c]\n',
    );
  });
  it('renames', () => {
    onRecords('"a":\n  name: A\nb:\n', (file) => renameRecord(file, 'a', 'c'), '"c":\n  name: A\nb:\n');
    onRecords('a: {name: A}\nb: {}\n', (file) => renameRecord(file, 'a', 'b'), undefined);
  });
  it('edits facts', () => {
    const fact = '    - {property: position, value: Vice Minister, of: idcpc}\n';
    const before = `a:\n  facts:\n${fact}`;
    const data = { value: 'b', property: 'relations-with', at: '2020/..' };
    onRecords(
      before,
      (file) => addFact(file, first(file), data),
      `${before}    - {property: relations-with, value: b, at: 2020/..}\n`,
    );
    onRecords(
      'a:\n  name: A\n',
      (file) => addFact(file, first(file), data),
      'a:\n  name: A\n  facts:\n    - {property: relations-with, value: b, at: 2020/..}\n',
    );
    onRecords(
      before,
      (file) => setClaimKey(file, first(file).facts[0]!, 'at', '2020'),
      before.replace(', of', ', at: 2020, of'),
    );
  });
});

describe('edit: document keys', () => {
  const digest = `sha256:${'0'.repeat(8)}`;
  it('sets keys of the source', () => {
    const set = (d: Parameters<typeof setSourceKey>[0]) => setSourceKey(d, 'digest', digest);
    onDocument('title: T\nentities: []\n', set, `title: T\nsource: {digest: "${digest}"}\nentities: []\n`);
    onDocument('source: {publisher: p} # s\n', set, `source: {publisher: p, digest: "${digest}"} # s\n`);
    onDocument('source:\n  url: u # u\n  x: y\n', set, `source:\n  url: u # u\n  digest: "${digest}"\n  x: y\n`);
    onDocument("source: {digest: 'sha256:1', url: u}\n", set, `source: {digest: '${digest}', url: u}\n`);
    onDocument('source: {digest: sha256:1}\n', set, `source: {digest: "${digest}"}\n`);
    onDocument('source: text\n', set, undefined);
    onDocument(
      'claims: []\n',
      (d) => setSourceKey(d, 'url', 'https://x.org/a#b'),
      'source: {url: https://x.org/a#b}\nclaims: []\n',
    );
  });
  it('sets keys of its own', () => {
    onDocument('# c\ntitle: T\n', (d) => setDocumentKey(d, 'date', '2020-01-01'), '# c\ntitle: T\ndate: 2020-01-01\n');
    onDocument('# c\ndate: T\n', (d) => setDocumentKey(d, 'title', '2020'), 'title: "2020"\n# c\ndate: T\n');
    onDocument('date: 2019 # d\n', (d) => setDocumentKey(d, 'date', '2020-01-01'), 'date: 2020-01-01 # d\n');
  });
  it('renames keys and replaces scalars', () => {
    const at = (text: string, word: string) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length });
    onDocument(
      'claims:\n  - {qoute: q}\n',
      (d) => renameKey(d, at(d.text, 'qoute'), 'quote'),
      'claims:\n  - {quote: q}\n',
    );
    onDocument(
      'claims:\n  - {qoute: q}\n',
      (d) => replaceScalar(d, at(d.text, 'qoute'), 'quote'),
      'claims:\n  - {quote: q}\n',
    );
    onDocument(
      "claims:\n  - 'at': '2020'\n",
      (d) => replaceScalar(d, at(d.text, "'2020'"), "it's"),
      "claims:\n  - 'at': 'it''s'\n",
    );
    onDocument('claims: [a]\n', (d) => replaceScalar(d, { start: 0, end: 3 }, 'x'), undefined);
  });
  it('words a quote for its place', () => {
    const text = '---\nclaims:\n  - quote: old\n  - {quote: old}\n  - quote: |\n      old\n---\n';
    const document = parseDocument('d.md', text);
    const words = document.annotations.claims.map(({ quote }) => quoteScalar(document, quote!.pieces[0]!.span, 'a, b'));
    assert.deepEqual(words, ['a, b', '"a, b"', 'a, b\n']);
  });
});

describe('edit: settings', () => {
  const property = { value: 'quantity', subject: ['place', 'event'], label: { en: 'Area', zh: '面积' } };
  const written = 'area: {label: {en: Area, zh: 面积}, subject: [place, event], value: quantity}';
  const rows: readonly (readonly [string, string, string | undefined])[] = [
    ['an empty file', '', `properties:\n  ${written}\n`],
    ['no properties', 'version: 1\nunits: {}\n', `version: 1\nproperties:\n  ${written}\nunits: {}\n`],
    ['empty properties', 'properties: {} # none\n', `properties: # none\n  ${written}\n`],
    ['properties in flow', 'properties: {a: {value: text}}\n', `properties: {a: {value: text}, ${written}}\n`],
    [
      'properties in block',
      'properties:\n    a:\n        value: text # a\n# b\n',
      `properties:\n    a:\n        value: text # a\n    ${written}\n# b\n`,
    ],
    ['defined already', 'properties: {area: {}}\n', undefined],
  ];
  for (const [name, before, after] of rows)
    it(name, () => onSettings(before, (s) => defineProperty(s, 'area', property), after));
  it('units and checks', () => {
    onSettings(
      'version: 1\n',
      (s) => defineUnit(s, 'mu', { factor: 0.0667, to: 'hectare' }),
      'version: 1\nunits:\n  mu: {to: hectare, factor: 0.0667}\n',
    );
    onSettings('checks: {tension: error}\n', (s) => setCheck(s, 'tension', 'off'), 'checks: {tension: off}\n');
    onSettings(
      'checks: {tension: error}\n',
      (s) => setCheck(s, 'anachronism', 'off'),
      'checks: {tension: error, anachronism: off}\n',
    );
  });
  it('keeps a byte order mark', () => {
    const text = '\ufeffa: {type: person}\n';
    const edits = addRecord(parseRecords('e.yaml', text), 'b', { type: 'place', name: 'B' });
    assert.equal(applied(text, edits), `${text}b: {type: place, name: B}\n`);
  });
});
