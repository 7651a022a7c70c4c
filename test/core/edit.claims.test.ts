import assert from 'node:assert/strict';
import type { Claim } from '../../server/src/core/claim.ts';
import { type Document, parseDocument } from '../../server/src/core/document.ts';
import {
  addClaim,
  block,
  type Data,
  type Edits,
  removeClaim,
  removeClaimKey,
  setChoice,
  setClaimKey,
  yaml,
} from '../../server/src/core/edit.ts';
import { applied, onDocument } from './editNotation.ts';

const first = (document: Document): Claim => document.annotations.claims[0]!;

describe('edit: setClaimKey', () => {
  const rows: readonly (readonly [string, string, Data, string, string | undefined])[] = [
    [
      'in the order of keys',
      'at',
      '2020-01-01',
      'claims:\n  - id: a\n    quote: q # q\n    subject: s\n    property: p\n    value: 3\n    note: n\n',
      'claims:\n  - id: a\n    quote: q # q\n    subject: s\n    property: p\n    value: 3\n    at: 2020-01-01\n    note: n\n',
    ],
    [
      'before the first',
      'id',
      'x',
      'claims:\n  - quote: q\n    value: 1\n',
      'claims:\n  - id: x\n    quote: q\n    value: 1\n',
    ],
    [
      'at a margin',
      'unit',
      'person',
      'claims:\n- quote: q\n  value: 1\n',
      'claims:\n- quote: q\n  value: 1\n  unit: person\n',
    ],
    [
      'a dash alone',
      'id',
      'x',
      'claims:\n  -\n    quote: q\n    value: 1\n',
      'claims:\n  -\n    id: x\n    quote: q\n    value: 1\n',
    ],
    [
      'in flow',
      'unit',
      'person',
      'claims:\n  - {quote: q, value: 1, at: 2020}\n',
      'claims:\n  - {quote: q, value: 1, unit: person, at: 2020}\n',
    ],
    [
      'last in flow',
      'stance',
      'denies',
      'claims: [{quote: q, value: 1 }]\n',
      'claims: [{quote: q, value: 1, stance: denies }]\n',
    ],
    [
      'flow over lines',
      'unit',
      'person',
      'claims:\n  - {quote: q,\n     value: 1,\n     at: 2020} # x\n',
      'claims:\n  - {quote: q,\n     value: 1,\n     unit: person,\n     at: 2020} # x\n',
    ],
    [
      'a qualifier',
      'of',
      'china',
      'claims:\n  - quote: q\n    by: a\n    items: []\n',
      'claims:\n  - quote: q\n    by: a\n    of: china\n    items: []\n',
    ],
    [
      'after a qualifier',
      'note',
      'so',
      'claims:\n  - quote: q\n    of: a\n',
      'claims:\n  - quote: q\n    of: a\n    note: so\n',
    ],
    [
      'replaced',
      'value',
      '183',
      'claims:\n  - quote: q\n    value: 181 # as said\n',
      'claims:\n  - quote: q\n    value: 183 # as said\n',
    ],
    [
      'replaced in its quotes',
      'value',
      '200+',
      'claims:\n  - quote: q\n    value: ">200"\n',
      'claims:\n  - quote: q\n    value: "200+"\n',
    ],
    [
      'what needs quotes',
      'value',
      '>200',
      'claims:\n  - {quote: q, value: 200}\n',
      'claims:\n  - {quote: q, value: ">200"}\n',
    ],
    [
      'an arrow',
      'value',
      '172 -> 181',
      'claims:\n  - {quote: q, value: 200}\n',
      'claims:\n  - {quote: q, value: 172 -> 181}\n',
    ],
    [
      'quotes inside quotes',
      'quote',
      'he said "no": \'so\'',
      'claims:\n  - quote: q\n',
      "claims:\n  - quote: 'he said \"no\": ''so'''\n",
    ],
    ['Chinese', 'quote', '近140个国家：“多”', 'claims:\n  - quote: 多\n', 'claims:\n  - quote: 近140个国家：“多”\n'],
    [
      'of a block scalar',
      'quote',
      'new: text',
      'claims:\n  - quote: |\n      old\n      text\n    value: 1\n',
      'claims:\n  - quote: "new: text"\n    value: 1\n',
    ],
    [
      'of a quote over lines',
      'quote',
      'new',
      'claims:\n  - quote: "old\n      text"\n    value: 1\n',
      'claims:\n  - quote: "new"\n    value: 1\n',
    ],
    [
      'no value yet',
      'at',
      '2020',
      'claims:\n  - quote: q\n    at: # when?\n',
      'claims:\n  - quote: q\n    at: 2020 # when?\n',
    ],
    [
      'a map',
      'value',
      { from: 172, to: 181 },
      'claims:\n  - quote: q\n    value: 172\n',
      'claims:\n  - quote: q\n    value: {from: 172, to: 181}\n',
    ],
    ['a flag', 'ended', true, 'claims:\n  - quote: q\n', 'claims:\n  - quote: q\n    ended: true\n'],
    [
      'yaml as typed',
      'items',
      yaml('{partial: [a, "b"]}')!,
      'claims:\n  - quote: q\n',
      'claims:\n  - quote: q\n    items: {partial: [a, "b"]}\n',
    ],
    ['an anchor', 'at', '2021', 'claims:\n  - quote: q\n    at: &d 2020\n  - quote: r\n    at: *d\n', undefined],
    [
      'an alias',
      'at',
      '2021',
      'date: &d 2020\nclaims:\n  - quote: q\n    at: *d\n',
      'date: &d 2020\nclaims:\n  - quote: q\n    at: 2021\n',
    ],
    ['a broken claim', 'at', '2021', 'claims:\n  - quote: q\n    value: >200\n', undefined],
    [
      'beside a broken claim',
      'at',
      '2021',
      'claims:\n  - quote: q\n    value: 1\n  - quote: q\n    value: >200\n',
      'claims:\n  - quote: q\n    value: 1\n    at: 2021\n  - quote: q\n    value: >200\n',
    ],
  ];
  for (const [name, key, value, before, after] of rows) {
    it(name, () => onDocument(before, (d) => setClaimKey(d, first(d), key, value), after));
  }
  it('of a nested claim', () => {
    const before = 'claims:\n  - quote: q\n    claims:\n      - property: p\n        value: 1\n';
    const after = `${before}        unit: person\n`;
    onDocument(before, (d) => setClaimKey(d, d.annotations.claims[1]!, 'unit', 'person'), after);
  });
});

describe('edit: removeClaimKey, removeClaim', () => {
  it('takes a key out', () => {
    const remove = (key: string) => (d: Document) => removeClaimKey(d, first(d), key);
    onDocument('claims:\n  - id: a # i\n    # q\n    quote: q\n', remove('id'), 'claims:\n  # q\n  - quote: q\n');
    onDocument('claims:\n  - id: a\n    quote: q\n', remove('id'), 'claims:\n  - quote: q\n');
    onDocument('claims:\n  - id: a\n    # q\n    quote: q\n', remove('quote'), 'claims:\n  - id: a\n    # q\n');
    onDocument('claims:\n  - {id: a, quote: q}\n', remove('quote'), 'claims:\n  - {id: a}\n');
    onDocument('claims:\n  - {id: a, quote: q}\n', remove('at'), 'claims:\n  - {id: a, quote: q}\n');
  });
  it('takes a claim out', () => {
    const remove = (i: number) => (d: Document) => removeClaim(d, d.annotations.claims[i]!);
    const two = 'claims:\n  # one\n  - quote: q\n    value: 1\n\n  # two\n  - {quote: r, value: 2}\n';
    onDocument(two, remove(0), 'claims:\n  # one\n\n  # two\n  - {quote: r, value: 2}\n');
    onDocument(two, remove(1), 'claims:\n  # one\n  - quote: q\n    value: 1\n\n  # two\n');
    onDocument('claims:\n  - quote: q\nabout: 2020\n', remove(0), 'claims: []\nabout: 2020\n');
    onDocument(
      'claims:\n  - quote: q\n    claims:\n      - value: 1\n',
      remove(1),
      'claims:\n  - quote: q\n    claims: []\n',
    );
  });
});

describe('edit: addClaim', () => {
  const claim = {
    value: 3,
    quote: 'q: "r"',
    subject: 'china',
    of: 'x',
    id: undefined,
    property: 'count',
    note: '2020',
  };
  const lines = (margin: string): string =>
    [`- quote: 'q: "r"'`, '  subject: china', '  property: count', '  value: 3', '  of: x', '  note: "2020"']
      .map((line) => `${margin}${line}\n`)
      .join('');
  const flow = `{quote: 'q: "r"', subject: china, property: count, value: 3, of: x, note: "2020"}`;
  const rows: readonly (readonly [string, string, string])[] = [
    ['no key yet', 'entities: [a]\naccept: {}\n', `entities: [a]\nclaims:\n${lines('  ')}accept: {}\n`],
    ['an empty key', 'claims: # none\n', `claims: # none\n${lines('  ')}`],
    ['an empty list', 'claims: []\n', `claims:\n${lines('  ')}`],
    ['block claims', 'claims:\n- quote: a\n  value: 1\n', `claims:\n- quote: a\n  value: 1\n${lines('')}`],
    ['flow claims', 'claims:\n  - {quote: a}\n', `claims:\n  - {quote: a}\n  - ${flow}\n`],
    ['a flow list', 'claims: [{quote: a}]\n', `claims: [{quote: a}, ${flow}]\n`],
    ['the lists of the file', 'entities:\n- a\n', `entities:\n- a\nclaims:\n${lines('')}`],
  ];
  for (const [name, before, after] of rows) it(name, () => onDocument(before, (d) => addClaim(d, claim), after));
  it('nested', () => {
    const after = 'claims:\n  - quote: q\n    claims:\n      - property: p\n        value: 2\n';
    onDocument('claims:\n  - quote: q\n', (d) => addClaim(d, { value: 2, property: 'p' }, first(d)), after);
  });
  it('in a document without front matter', () => {
    const text = 'Hello.\n';
    const edits = addClaim(parseDocument('d.md', text), { quote: 'Hello', value: 1 });
    assert.equal(applied(text, edits), '---\nclaims:\n  - quote: Hello\n    value: 1\n---\nHello.\n');
  });
  it('with nested data in block style where that is asked for', () => {
    const data = { quote: 'q', accept: block({ tension: 'why' }) };
    onDocument('claims: []\n', (d) => addClaim(d, data), 'claims:\n  - quote: q\n    accept:\n      tension: why\n');
  });
});

describe('edit: setChoice', () => {
  const quoteOf = (d: Document) => first(d).quote!;
  it('beside and inside a quote', () => {
    const nth = (d: Document): Edits => setChoice(d, quoteOf(d), { nth: 2 });
    onDocument('claims:\n  - quote: q\n    value: 1\n', nth, 'claims:\n  - quote: q\n    nth: 2\n    value: 1\n');
    onDocument('claims:\n  - {quote: q, value: 1}\n', nth, 'claims:\n  - {quote: q, nth: 2, value: 1}\n');
    onDocument('claims:\n  - quote: {quote: q}\n', nth, 'claims:\n  - quote: {quote: q, nth: 2}\n');
    onDocument('claims:\n  - {quote: q, near: "x", value: 1}\n', nth, 'claims:\n  - {quote: q, nth: 2, value: 1}\n');
    onDocument(
      'claims:\n  - quote: q\n    nth: 9 # ?\n    near: x\n    suffix: y\n',
      nth,
      'claims:\n  - quote: q\n    nth: 2 # ?\n',
    );
    onDocument(
      'claims:\n  - quote: q\n    near: x\n',
      (d) => setChoice(d, quoteOf(d), { prefix: 'a: b' }),
      'claims:\n  - quote: q\n    prefix: "a: b"\n',
    );
  });
  it('of a mention', () => {
    const nth = (d: Document): Edits => setChoice(d, d.annotations.entities[0]!.here[0]!, { nth: 2 });
    onDocument('entities:\n  a: {here: [she]}\n', nth, 'entities:\n  a: {here: [{quote: she, nth: 2}]}\n');
    onDocument('entities:\n  a: {here: "she"}\n', nth, 'entities:\n  a: {here: {quote: "she", nth: 2}}\n');
    onDocument(
      'entities:\n  a:\n    here:\n      - she # x\n',
      nth,
      'entities:\n  a:\n    here:\n      - {quote: she, nth: 2} # x\n',
    );
  });
});
