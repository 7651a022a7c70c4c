/** Holds the reading of documents against sections 2, 3 and 5 of the format: every key, every shape, and what is wrong with others. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Claim, Value } from '../../server/src/core/claim.ts';
import { type Document, parseDocument } from '../../server/src/core/document.ts';
import type { Quote } from '../../server/src/core/quote.ts';

const parse = (yaml: string, body = 'body\n') => parseDocument('documents/a.md', `---\n${yaml}---\n${body}`);

/** `code[variant] text` of each problem, in order of the text. */
function problems(document: Document): readonly string[] {
  return [...document.problems]
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ code, variant, span }) => `${code}[${variant}] ${document.text.slice(span.start, span.end)}`);
}

const clean = (yaml: string): Document => {
  const document = parse(yaml);
  assert.deepEqual(problems(document), []);
  return document;
};

const claims = (lines: string): string => `claims:\n  - {quote: q, subject: s, property: p, value: v}\n${lines}`;

/** A claim with the four keys it needs, `lines` among them. */
const claim = (lines: string): string =>
  `claims:\n  - quote: q\n    subject: s\n    property: p\n    value: v\n${lines}`;

function value(of: Value | undefined): unknown {
  switch (of?.kind) {
    case undefined:
      return undefined;
    case 'text':
      return of.text;
    case 'languages':
      return Object.fromEntries([...of.texts].map(([language, { value }]) => [language, value]));
    case 'change':
      return [of.from.value, of.to.value, of.change?.value];
    case 'list':
      return of.items.map(value);
  }
}

function quote(of: Quote | undefined): unknown {
  if (!of) return undefined;
  const choices = [
    of.nth && `nth ${of.nth}`,
    ...(['near', 'prefix', 'suffix'] as const).map((key) => of[key] && `${key} ${of[key].value}`),
  ];
  return [...of.pieces.map((piece) => piece.value), ...choices.filter(Boolean)].join(' | ');
}

const only = (document: Document): Claim => {
  assert.equal(document.annotations.claims.length, 1);
  return document.annotations.claims[0]!;
};

describe('a document', () => {
  it('has the keys of section 2', () => {
    const { annotations, annotated, body, bodyText, text } = clean(
      'title: Forum opens\ndate: 2022-10-20\nabout: 2022-10\nlang: en\n' +
        'source: {publisher: paper, author: A. B., url: https://x.org/a, retrieved: 2024-05-01, digest: "sha256:ab"}\n' +
        'translation-of: documents/forum.zh.md\nentities: []\nclaims: []\naccept: {quote-ambiguous: said twice}\n',
    );
    assert.equal(annotated, true);
    assert.equal(annotations.damaged, false);
    const texts = [annotations.title, annotations.date, annotations.about, annotations.lang, annotations.translationOf];
    assert.deepEqual(
      texts.map((one) => one?.value),
      ['Forum opens', '2022-10-20', '2022-10', 'en', 'documents/forum.zh.md'],
    );
    assert.equal(text.slice(annotations.date!.span.start, annotations.date!.span.end), '2022-10-20');
    const { publisher, author, url, retrieved, digest } = annotations.source;
    assert.deepEqual(
      [publisher, author, url, retrieved, digest].map((one) => one?.value),
      ['paper', 'A. B.', 'https://x.org/a', '2024-05-01', 'sha256:ab'],
    );
    assert.deepEqual(
      annotations.accept.map(({ code, reason }) => [code.value, reason?.value]),
      [['quote-ambiguous', 'said twice']],
    );
    assert.equal(text.slice(body.start, body.end), 'body\n');
    assert.equal(bodyText.text, 'body');
  });

  const annotation: readonly (readonly [rule: string, text: string, annotated: boolean])[] = [
    ['with entities', '---\nentities: [a]\n---\n', true],
    ['with claims', '---\nclaims: []\n---\n', true],
    ['with empty entities', '---\nentities:\n---\n', true],
    ['without front matter', 'claims: []\n', false],
    ['with other keys alone', '---\ntitle: x\ndate: 2022\n---\n', false],
    ['with broken keys of other tools', '---\nlayout: [\ntags: @x\n---\n', false],
    ['with an empty front matter', '---\n---\n', false],
    ['with a list as front matter', '---\n- a\n---\n', false],
    ['empty', '', false],
  ];
  for (const [rule, text, annotated] of annotation) {
    it(`is ${annotated ? '' : 'not '}annotated ${rule}`, () => {
      const document = parseDocument('a.md', text);
      assert.equal(document.annotated, annotated);
      assert.deepEqual(problems(document), []);
    });
  }

  it('leaves keys of other tools alone, and reports a near miss of its own', () => {
    const document = parse('entities: []\nlayout: x\ntags: [a]\nlong: y\ndata: z\ntranslaton-of: a.md\n');
    assert.deepEqual(problems(document), ['unknown-key[near] translaton-of']);
    assert.equal(document.problems[0]!.fix?.newText, 'translation-of');
  });

  it('that never closes its front matter is broken, and nothing else is said of it', () => {
    const document = parseDocument('a.md', '---\nclaims:\n  - {}\n\nText');
    assert.deepEqual(problems(document), ['invalid-yaml[fence] ---']);
    assert.equal(document.annotations.damaged, true);
    assert.deepEqual(document.annotations.claims, []);
  });

  describe('declares entities', () => {
    const declared = (yaml: string) =>
      clean(yaml).annotations.entities.map(({ id, as, sic, not, here }) => {
        const texts = (key: string, all: readonly { value: string }[]) =>
          all.length > 0 ? [`${key} ${all.map((one) => one.value).join('/')}`] : [];
        return [
          id.value,
          ...texts('as', as),
          ...texts('sic', sic),
          ...texts('not', not),
          ...(here.length > 0 ? [`here ${here.map(quote).join('/')}`] : []),
        ].join(', ');
      });
    const cases: readonly (readonly [rule: string, yaml: string, expected: readonly string[]])[] = [
      ['as a map', 'entities:\n  a:\n  b:\n', ['a', 'b']],
      ['as a list of ids', 'entities:\n  - a\n  - b\n', ['a', 'b']],
      ['as a flow list', 'entities: [a, b]\n', ['a', 'b']],
      [
        'as a list of ids and one-key maps',
        'entities:\n  - a\n  - b: Bee\n  - c: {sic: [Cee]}\n',
        ['a', 'b, as Bee', 'c, sic Cee'],
      ],
      ['with a further form', 'entities:\n  a: Ms. A\n', ['a, as Ms. A']],
      ['with several forms', 'entities:\n  a: [A B, the A]\n', ['a, as A B/the A']],
      [
        'with all keys',
        'entities:\n  a: {as: [my country], sic: Chian, not: [South Sea], here: [our side, we]}\n',
        ['a, as my country, sic Chian, not South Sea, here our side/we'],
      ],
      ['anchored by one quote', 'entities:\n  a: {here: our side}\n', ['a, here our side']],
      [
        'anchored with a choice',
        'entities:\n  a: {here: [{quote: the country, near: our diplomacy}, {quote: we, nth: 2, prefix: a, suffix: b}]}\n',
        ['a, here the country | near our diplomacy/we | nth 2 | prefix a | suffix b'],
      ],
      ['by ids of objects', 'entities:\n  __proto__: x\n  constructor: y\n', ['__proto__, as x', 'constructor, as y']],
      ['by numbers and words of YAML', 'entities: [0123, no, 1.10]\n', ['0123', 'no', '1.10']],
    ];
    for (const [rule, yaml, expected] of cases) it(rule, () => assert.deepEqual(declared(yaml), expected));
  });

  describe('states claims', () => {
    it('with every key of section 5', () => {
      const { annotations } = clean(
        claim(
          '    id: ties\n    unit: country\n    at: 2012/2022\n    ended: true\n    by: ma\n    stance: denies\n    certainty: possible\n' +
            '    nth: 2\n    near: x\n    prefix: y\n    suffix: z\n    items: [one, {quote: two, nth: 2}]\n    see: [documents/x.md#ties, "#a"]\n    note: free\n    of: idcpc\n    among: women\n',
        ),
      );
      const read = annotations.claims[0]!;
      assert.deepEqual(
        [
          read.key,
          read.id?.value,
          read.unit?.value,
          read.at?.value,
          read.ended,
          read.by?.text.value,
          read.by?.free,
          read.stance,
          read.certainty,
          quote(read.quote),
        ],
        [
          'ties',
          'ties',
          'country',
          '2012/2022',
          true,
          'ma',
          false,
          'denies',
          'possible',
          'q | nth 2 | near x | prefix y | suffix z',
        ],
      );
      assert.deepEqual(read.items.map(quote), ['one', 'two | nth 2']);
      assert.equal(read.itemsPartial, false);
      assert.deepEqual(
        read.see.map((one) => one.value),
        ['documents/x.md#ties', '#a'],
      );
      assert.equal(read.note?.value, 'free');
      assert.deepEqual(
        [...read.qualifiers].map(([name, one]) => [name, value(one.value)]),
        [
          ['of', 'idcpc'],
          ['among', 'women'],
        ],
      );
    });

    it('with what holds where a key is missing', () => {
      const read = only(clean(claim('')));
      assert.deepEqual(
        [
          read.key,
          read.id,
          read.ended,
          read.by,
          read.stance,
          read.certainty,
          read.parts,
          read.group,
          read.damaged,
          read.nth,
        ],
        ['claims[0]', undefined, false, undefined, 'asserts', 'certain', false, false, false, undefined],
      );
    });

    const quotes: readonly (readonly [rule: string, yaml: string, expected: string])[] = [
      ['a text', 'quote: a b', 'a b'],
      ['a text with a choice beside it', 'quote: a\n    near: b', 'a | near b'],
      ['a map', 'quote: {quote: a, nth: 3}', 'a | nth 3'],
      ['pieces', 'quote: [a, b]', 'a | b'],
      ['pieces with a choice beside them', 'quote: [a, b]\n    nth: 2', 'a | b | nth 2'],
      ['pieces in a map', 'quote: {quote: [a, b], near: c}', 'a | b | near c'],
      ['pieces, the first with a choice', 'quote: [{quote: a, nth: 2}, b]', 'a | b | nth 2'],
    ];
    for (const [rule, yaml, expected] of quotes) {
      it(`quoting ${rule}`, () => {
        const read = only(clean(`claims:\n  - subject: s\n    property: p\n    value: v\n    ${yaml}\n`));
        assert.equal(quote(read.quote), expected);
      });
    }

    const values: readonly (readonly [rule: string, yaml: string, expected: unknown])[] = [
      ['a text', 'a b', 'a b'],
      ['a number as it is written', '0123.10', '0123.10'],
      ['a change in words', '172 -> 181', '172 -> 181'],
      ['a change', '{from: 172, to: 181}', ['172', '181', undefined]],
      ['a stated change', '{from: 172, to: 181, change: 9}', ['172', '181', '9']],
      ['two languages', '{en: a, zh: 乙, zh-Hant: 丙}', { en: 'a', zh: '乙', 'zh-Hant': '丙' }],
      ['a quoted bound', '">200"', '>200'],
    ];
    for (const [rule, yaml, expected] of values) {
      it(`of ${rule}`, () => {
        const read = only(clean(`claims:\n  - {quote: q, subject: s, property: p, value: ${yaml}}\n`));
        assert.deepEqual(value(read.value), expected);
      });
    }

    it('of a list, as many claims', () => {
      const { annotations } = clean(
        'claims:\n  - {id: a, quote: q, subject: s, property: p, value: [x, {en: y}, {from: 1, to: 2}]}\n',
      );
      assert.deepEqual(
        annotations.claims.map((one) => [one.key, one.id?.value, one.nth, value(one.value)]),
        [
          ['a.1', 'a', 1, 'x'],
          ['a.2', 'a', 2, { en: 'y' }],
          ['a.3', 'a', 3, ['1', '2', undefined]],
        ],
      );
    });

    it('by someone without a record', () => {
      const { by } = only(clean(claim('    by: {text: participants from abroad}\n')));
      assert.deepEqual([by?.text.value, by?.free], ['participants from abroad', true]);
    });

    it('with items of an open list', () => {
      const read = only(clean(claim('    items: {partial: [one, two]}\n')));
      assert.deepEqual([read.items.map(quote), read.itemsPartial], [['one', 'two'], true]);
    });

    it('within claims, which inherit the passage and not what is said', () => {
      const { annotations } = clean(
        'claims:\n  - {id: a, quote: q, nth: 2, subject: s, property: p, value: v, unit: u, at: 2020, ended: true, by: m, stance: denies, certainty: likely, note: n, see: x, of: o, parts: true,\n' +
          '     claims: [{id: b, property: p2, value: v2, among: w}, {property: p3, value: v3, quote: r, subject: t, at: 2021, by: k, stance: asserts, of: o2, claims: [{property: p4, value: v4}]}]}\n',
      );
      const told = annotations.claims.map((one) => ({
        key: one.key,
        passage: [quote(one.quote), one.subject?.value, one.at?.value, one.by?.text.value, one.stance],
        own: [
          one.property?.value,
          value(one.value),
          one.unit?.value,
          one.ended,
          one.certainty,
          one.note?.value,
          one.see.length,
          one.parts,
        ],
        qualifiers: [...one.qualifiers].map(([name, { value: of }]) => `${name} ${value(of)}`),
        outer: one.outer?.key,
      }));
      const passage = ['q | nth 2', 's', '2020', 'm', 'denies'];
      assert.deepEqual(told, [
        {
          key: 'a',
          passage,
          own: ['p', 'v', 'u', true, 'likely', 'n', 1, true],
          qualifiers: ['of o'],
          outer: undefined,
        },
        {
          key: 'b',
          passage,
          own: ['p2', 'v2', undefined, false, 'certain', undefined, 0, false],
          qualifiers: ['of o', 'among w'],
          outer: 'a',
        },
        {
          key: 'claims[0].claims[1]',
          passage: ['r', 't', '2021', 'k', 'asserts'],
          own: ['p3', 'v3', undefined, false, 'certain', undefined, 0, false],
          qualifiers: ['of o2'],
          outer: 'a',
        },
        {
          key: 'claims[0].claims[1].claims[0]',
          passage: ['r', 't', '2021', 'k', 'asserts'],
          own: ['p4', 'v4', undefined, false, 'certain', undefined, 0, false],
          qualifiers: ['of o2'],
          outer: 'claims[0].claims[1]',
        },
      ]);
    });

    it('in a group that only shares a passage', () => {
      const { annotations } = clean('claims:\n  - {quote: q, subject: s, claims: [{property: p, value: v}]}\n');
      assert.deepEqual(
        annotations.claims.map((one) => [one.group, quote(one.quote), one.subject?.value]),
        [
          [true, 'q', 's'],
          [false, 'q', 's'],
        ],
      );
    });

    it('with exceptions in three shapes', () => {
      const { accept } = only(
        clean(
          claim(
            '    accept:\n      quote-ambiguous: said twice\n      tension: {with: documents/b.md#x, saw: "183", reason: later}\n      conflicting-date: [{with: "#a", reason: r1}, {with: "#b", reason: r2}, r3]\n',
          ),
        ),
      );
      assert.deepEqual(
        accept.map((one) => [one.code.value, one.with?.value, one.saw?.value, one.reason?.value]),
        [
          ['quote-ambiguous', undefined, undefined, 'said twice'],
          ['tension', 'documents/b.md#x', '183', 'later'],
          ['conflicting-date', '#a', undefined, 'r1'],
          ['conflicting-date', '#b', undefined, 'r2'],
          ['conflicting-date', undefined, undefined, 'r3'],
        ],
      );
    });

    it('with an exception that lacks its reason, which is for a check to say', () => {
      const { accept } = only(
        clean(
          claim(
            '    accept: {tension: {with: "#a"}, conflicting-date: "", quote-ambiguous: , unit-mismatch: {reason: " "}}\n',
          ),
        ),
      );
      assert.deepEqual(
        accept.map((one) => [one.code.value, one.reason]),
        ['tension', 'conflicting-date', 'quote-ambiguous', 'unit-mismatch'].map((code) => [code, undefined]),
      );
    });

    it('with an exception that holds nothing, or nothing that can be seen', () => {
      const { accept } = only(
        clean(claim('    accept: {tension: [], conflicting-date: "\\u200b", unit-mismatch: {reason: "\\u2060 "}}\n')),
      );
      assert.deepEqual(
        accept.map((one) => [one.code.value, one.reason]),
        ['tension', 'conflicting-date', 'unit-mismatch'].map((code) => [code, undefined]),
      );
    });

    it('with keys of objects as qualifiers and ids', () => {
      const read = only(clean(claim('    id: __proto__\n    __proto__: x\n    constructor: y\n')));
      assert.equal(read.key, '__proto__');
      assert.deepEqual([...read.qualifiers.keys()], ['__proto__', 'constructor']);
    });
  });

  describe('of a wrong shape has one problem, and the rest is read', () => {
    const cases: readonly (readonly [rule: string, yaml: string, problem: string])[] = [
      ['title', `title: [a]\n${claims('')}`, 'wrong-shape[text] [a]'],
      ['date', `date: {a: b}\n${claims('')}`, 'wrong-shape[text] {a: b}'],
      ['source', `source: x\n${claims('')}`, 'wrong-shape[source] x'],
      ['source.url', `source: {url: [x]}\n${claims('')}`, 'wrong-shape[text] [x]'],
      ['source.pubisher', `source: {pubisher: x}\n${claims('')}`, 'unknown-key[near] pubisher'],
      ['a blank title', `title: "  "\n${claims('')}`, 'wrong-shape[empty] "  "'],
      ['entities', `entities: a\n${claims('')}`, 'wrong-shape[entities] a'],
      ['an item of entities', `entities: [a, [b]]\n${claims('')}`, 'wrong-shape[declaration] [b]'],
      [
        'an item of entities with two keys',
        `entities: [{a: b, c: d}]\n${claims('')}`,
        'wrong-shape[declaration] {a: b, c: d}',
      ],
      ['an empty form', `entities: {a: ""}\n${claims('')}`, 'wrong-shape[empty] ""'],
      ['a blank form', `entities: {a: [b, " "]}\n${claims('')}`, 'wrong-shape[empty] " "'],
      [
        'a form without a visible character',
        `entities: {a: {as: "\u200b"}}\n${claims('')}`,
        'wrong-shape[empty] "\u200b"',
      ],
      ['a form that is a map', `entities: {a: {as: {b: c}}}\n${claims('')}`, 'wrong-shape[text] {b: c}'],
      ['a key of a declaration', `entities: {a: {ass: b}}\n${claims('')}`, 'unknown-key[near] ass'],
      ['here without a quote', `entities: {a: {here: {nth: 2}}}\n${claims('')}`, 'wrong-shape[quote-map] {nth: 2}'],
      ['an empty here', `entities: {a: {here: [x, ""]}}\n${claims('')}`, 'wrong-shape[empty] ""'],
      ['claims', 'entities: []\nclaims: a\n', 'wrong-shape[list] a'],
      ['claims as a map', 'entities: []\nclaims: {a: b}\n', 'wrong-shape[list] {a: b}'],
      ['a claim', claims('  - x\n'), 'wrong-shape[claim] x'],
      ['no quote', claims('  - {subject: s, property: p, value: v}\n'), 'wrong-shape[no-quote] p'],
      [
        'no quote after its key',
        claims('  - {quote: , subject: s, property: p, value: v}\n'),
        'wrong-shape[no-quote] p',
      ],
      ['no subject', claims('  - {quote: q, property: p, value: v}\n'), 'wrong-shape[no-subject] p'],
      ['no property', claims('  - {id: x, quote: q, subject: s, value: v}\n'), 'wrong-shape[no-property] x'],
      ['no value', claims('  - {quote: q, subject: s, property: p}\n'), 'wrong-shape[no-value] p'],
      ['an empty quote', claim('').replace('quote: q', 'quote: ""'), 'wrong-shape[empty] ""'],
      [
        'a quote without a visible character',
        claim('').replace('quote: q', 'quote: "\u00ad "'),
        'wrong-shape[empty] "\u00ad "',
      ],
      ['no pieces', claim('').replace('quote: q', 'quote: []'), 'wrong-shape[empty] []'],
      ['an empty piece', claim('').replace('quote: q', 'quote: [a, ""]'), 'wrong-shape[empty] ""'],
      ['a piece within a piece', claim('').replace('quote: q', 'quote: [a, [b]]'), 'wrong-shape[text] [b]'],
      [
        'a quote map without quote',
        claim('').replace('quote: q', 'quote: {nth: 2}'),
        'wrong-shape[quote-map] {nth: 2}',
      ],
      [
        'a quote map with nothing for quote',
        claim('').replace('quote: q', 'quote: {quote: }'),
        'wrong-shape[quote-map] {quote: }',
      ],
      ['a key of a quote map', claim('').replace('quote: q', 'quote: {quote: a, nht: 2}'), 'unknown-key[near] nht'],
      ['nth', claim('    nth: second\n'), 'wrong-shape[count] second'],
      ['nth zero', claim('    nth: 0\n'), 'wrong-shape[count] 0'],
      ['nth with a fraction', claim('    nth: 1.5\n'), 'wrong-shape[count] 1.5'],
      ['near', claim('    near: [a]\n'), 'wrong-shape[text] [a]'],
      ['subject', claim('').replace('subject: s', 'subject: [s]'), 'wrong-shape[text] [s]'],
      ['property', claim('').replace('property: p', 'property: {p: x}'), 'wrong-shape[text] {p: x}'],
      ['an empty value', claim('').replace('value: v', 'value: ""'), 'wrong-shape[empty] ""'],
      ['an empty list of values', claim('').replace('value: v', 'value: []'), 'wrong-shape[empty] []'],
      ['a list of lists', claim('').replace('value: v', 'value: [a, [b]]'), 'wrong-shape[value] [b]'],
      ['an empty map of values', claim('').replace('value: v', 'value: {}'), 'wrong-shape[value] {}'],
      [
        'a map of nothing known',
        claim('').replace('value: v', 'value: {amount_of: 3}'),
        'wrong-shape[value] amount_of',
      ],
      ['a language without a text', claim('').replace('value: v', 'value: {en: }'), 'wrong-shape[value] {en: }'],
      ['half a change', claim('').replace('value: v', 'value: {from: 1}'), 'wrong-shape[change] {from: 1}'],
      ['an empty end of a change', claim('').replace('value: v', 'value: {from: 1, to: ""}'), 'wrong-shape[empty] ""'],
      ['a key of a change', claim('').replace('value: v', 'value: {from: 1, to: 2, by: 1}'), 'unknown-key[change] by'],
      ['unit', claim('    unit: [a]\n'), 'wrong-shape[text] [a]'],
      ['at', claim('    at: {from: 1}\n'), 'wrong-shape[text] {from: 1}'],
      ['ended', claim('    ended: yes\n'), 'wrong-shape[flag] yes'],
      ['parts', claim('    parts: 1\n'), 'wrong-shape[flag] 1'],
      ['by', claim('    by: [a, b]\n'), 'wrong-shape[text] [a, b]'],
      ['by without text', claim('    by: {}\n'), 'wrong-shape[text] {}'],
      ['a key of by', claim('    by: {txt: a}\n'), 'unknown-key[near] txt'],
      ['stance', claim('    stance: assert\n'), 'wrong-shape[choice] assert'],
      ['certainty', claim('    certainty: low\n'), 'wrong-shape[choice] low'],
      ['items', claim('    items: a\n'), 'wrong-shape[list] a'],
      ['items without a list', claim('    items: {}\n'), 'wrong-shape[list] {}'],
      ['a key of items', claim('    items: {partail: [a]}\n'), 'unknown-key[near] partail'],
      ['an empty item', claim('    items: [a, ""]\n'), 'wrong-shape[empty] ""'],
      ['see', claim('    see: {a: b}\n'), 'wrong-shape[text] {a: b}'],
      ['note', claim('    note: [a]\n'), 'wrong-shape[text] [a]'],
      ['claims within', claim('    claims: x\n'), 'wrong-shape[list] x'],
      ['a claim within', claim('    claims: [x]\n'), 'wrong-shape[claim] x'],
      ['accept', claim('    accept: x\n'), 'wrong-shape[accept] x'],
      ['accept of the document', `accept: [x]\n${claims('')}`, 'wrong-shape[accept] [x]'],
      ['a key of accept', claim('    accept: {tension: {with: x, resaon: r}}\n'), 'unknown-key[near] resaon'],
      ['a reason', claim('    accept: {tension: {reason: [r]}}\n'), 'wrong-shape[text] [r]'],
      [
        'a side that cannot be seen',
        claim('    accept: {tension: {with: "\\u200b", reason: r}}\n'),
        'wrong-shape[empty] "\\u200b"',
      ],
      ['a key twice', claim('    quote: r\n'), 'invalid-yaml[duplicate-key] quote'],
      [
        'an entity that cannot be seen',
        `entities: [a, "\\u200b"]\n${claims('')}`,
        'wrong-shape[declaration] "\\u200b"',
      ],
      ['the same as a key', `entities: {a: b, "\\u200b": c}\n${claims('')}`, 'wrong-shape[declaration] "\\u200b"'],
      ['an entity twice', `entities: {a: b, a: c}\n${claims('')}`, 'invalid-yaml[duplicate-key] a'],
    ];
    for (const [rule, yaml, problem] of cases) {
      it(rule, () => {
        const document = parse(yaml);
        assert.deepEqual(problems(document), [problem]);
        assert.equal(document.annotated, true);
        assert.equal(document.annotations.damaged, false);
        if (yaml.includes('quote: q, subject: s, property: p, value: v}')) {
          assert.equal(quote(document.annotations.claims[0]?.quote), 'q');
        }
      });
    }

    it('and says whose it is', () => {
      const { problems: found } = parse(
        'claims:\n  - {id: ties, quote: q, subject: s, property: p}\n  - {id: b, quote: q, subject: s, property: p, value: v, nth: x}\n',
      );
      assert.deepEqual(
        found.map((one) => one.claim),
        ['ties', 'b'],
      );
    });
  });

  describe('that is broken', () => {
    it('has one problem where it is broken, and is silent about what that holds', () => {
      const document = parse(
        'title: x\nentities:\n  a: [\n  b: Bee\nclaims:\n  - id: one\n    value: >200\n  - {id: two, quote: q, subject: s, property: p, value: v}\n',
      );
      assert.deepEqual(
        document.problems.map(({ code, variant, fix }) => [code, variant, fix?.newText]),
        [
          ['invalid-yaml', 'unclosed', undefined],
          ['invalid-yaml', 'block-scalar', '">200"'],
        ],
      );
      assert.deepEqual(
        document.annotations.entities.map(({ id, damaged }) => [id.value, damaged]),
        [
          ['a', true],
          ['b', false],
        ],
      );
      assert.deepEqual(
        document.annotations.claims.map(({ key, damaged }) => [key, damaged]),
        [
          ['one', true],
          ['two', false],
        ],
      );
      assert.equal(document.annotations.damaged, false);
      assert.equal(document.annotations.title?.value, 'x');
    });

    it('outside every claim and declaration is damaged as a whole', () => {
      for (const yaml of [
        'claims: [\n',
        'claims: []\nentities: [a\ntitle: x\n',
        'claims: []\ntitle: "\n',
        'claims: []\nclaims: [a]\n',
      ]) {
        assert.equal(parse(yaml).annotations.damaged, true, yaml);
      }
    });
  });

  describe('after an edit', () => {
    const base =
      '---\ntitle: x\nentities:\n  a: [b, c]\n  d: {as: e, here: {quote: f, nth: 2}}\nclaims:\n  - id: one\n    quote: near 140\n    subject: a\n    property: p\n    value: 1\n' +
      '  - {quote: [q, r], subject: a, property: p, value: [1, 2], accept: {tension: x}}\n---\nThe body, **近 140** countries.\n\nMore “text”.\n';
    /** All but the cache and the normalised text, of which what it does counts. */
    const seen = ({ cache: _, bodyText, text, ...rest }: Document) => ({
      ...rest,
      text,
      normal: bodyText.text,
      map: [...bodyText.text].map((__, at) => [bodyText.spanOf(at, at + 1), bodyText.startsLine(at)]),
      back: [...text].map((__, at) => bodyText.offsetOf(at)),
    });
    const piece = fc.constantFrom(
      '',
      'x',
      ' ',
      '\n',
      '---\n',
      '---',
      ' \n',
      '\ufeff',
      '\r\n',
      '\r',
      '[',
      '"',
      '  - id: two\n',
      'claims:\n',
      '  g: h\n',
      '#',
      '**',
      '中',
      '&x a',
      '*x',
      '...\n',
      ':',
    );
    const edit = fc.record({ at: fc.nat(), remove: fc.oneof(fc.nat({ max: 5 }), fc.nat({ max: 40 })), insert: piece });

    it('is as if it were read anew', () => {
      fc.assert(
        fc.property(fc.boolean(), fc.array(edit, { maxLength: 6 }), (empty, edits) => {
          let text = empty ? '' : base;
          let document = parseDocument('a.md', text);
          for (const { at, remove, insert } of edits) {
            const start = at % (text.length + 1);
            text = text.slice(0, start) + insert + text.slice(start + remove);
            document = parseDocument('a.md', text, document);
            assert.deepEqual(seen(document), seen(parseDocument('a.md', text)));
          }
        }),
        { numRuns: 400 },
      );
    });

    it('around both fences at once is as if it were read anew', () => {
      const variants = ['---\n', '--- \n', '---\t \n', '---\r\n', '\ufeff---\n'].flatMap((open) =>
        ['---\n', '--- \n', '...\n', '---  \n', ''].map(
          (close) => `${open}claims: []\nentities: [a]\n${close}body --- x`,
        ),
      );
      for (const before of variants) {
        for (const after of variants) {
          const document = parseDocument('a.md', after, parseDocument('a.md', before));
          assert.deepEqual(seen(document), seen(parseDocument('a.md', after)));
        }
      }
    });

    it('of the body reads no YAML, and of the front matter no body', () => {
      const document = parseDocument('a.md', base);
      const bodyEdit = parseDocument('a.md', `${base}More.`, document);
      assert.equal(bodyEdit.annotations, document.annotations);
      assert.equal(bodyEdit.root, document.root);
      const sameLength = parseDocument('a.md', base.replace('title: x', 'title: y'), document);
      assert.equal(sameLength.bodyText, document.bodyText);
    });
  });

  it('never throws', () => {
    const line = fc.constantFrom(
      'entities:',
      '  a:',
      '  - b',
      'claims:',
      '  - quote: x',
      '    value: {from: 1',
      '    claims:',
      '      - {}',
      '    accept: {a: [b, {c: d}]}',
      'source: [x',
      '- - -',
      '    quote: *a',
      '&a x',
      '---',
      '__proto__: {a: b}',
      '    items: {partial:',
      '\ud800',
      '  <<: *a',
      '    by: {text: }',
    );
    const text = fc
      .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r')))
      .map((lines) => `---\n${lines.flat().join('')}---\nbody`);
    fc.assert(
      fc.property(text, (source) => {
        for (const { span } of parseDocument('a.md', source).problems) {
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= source.length);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is read in linear time where everything in it is broken', () => {
    for (const line of ['  - {quote: [\n', '  - x\n', '  - quote: *y\n', '  - quote: q\n    quote: r\n']) {
      const start = performance.now();
      parse(`claims:\n${line.repeat(8_000)}`);
      assert.ok(performance.now() - start < 6_000, `${line} takes ${performance.now() - start} ms`);
    }
  });
});
