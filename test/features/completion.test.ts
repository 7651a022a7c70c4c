import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Completion, type CompletionOptions, completion } from '../../server/src/features/completion.ts';
import { setting } from './notation.ts';

const BODY = `
# Opening

Ms. Shen Beili said China has relations with 181 countries. It rose from 172 to 181, said Ma Zhaoxu: on 20 October 2022.

中联部表示，近140个国家参加。
`;

function complete(front: string, options?: CompletionOptions, path = 'documents/x.md'): readonly Completion[] {
  const { view, place } = setting(`-- ${path} --
---
${front}
---
${BODY}
-- documents/y.md --
---
title: Another
entities: [china]
claims:
  - {id: ties, quote: China, subject: china, property: count, of: ties, value: 3}
---
China
`);
  return completion(view, place, options).items;
}

const labels = (items: readonly Completion[], count = items.length) => items.slice(0, count).map(({ label }) => label);
const inserts = (items: readonly Completion[]) => items.map(({ insert }) => insert);

describe('completion', () => {
  it('offers nothing in a body', () => assert.deepEqual(complete('title: x\n---\nma<|>'), []));

  it('offers the keys that a document does not have yet, in their order', () => {
    assert.deepEqual(labels(complete('title: x\n<|>')), [
      'date',
      'about',
      'lang',
      'source',
      'translation-of',
      'entities',
      'claims',
      'accept',
    ]);
  });

  it('works in front matter that nothing closes yet', () => {
    const { view, place } = setting('-- documents/new.md --\n---\nen<|>\n');
    assert.ok(labels(completion(view, place).items).includes('entities'));
  });

  it('offers what a claim lacks first, with the qualifiers of its property', () => {
    const items = complete(
      'entities: [china]\nclaims:\n  - quote: x\n    subject: shen-beili\n    property: position\n    <|>',
    );
    assert.deepEqual(labels(items, 2), ['value', 'of']);
    assert.ok(!labels(items).includes('quote'));
    assert.ok(labels(items).indexOf('at') < labels(items).indexOf('by'));
  });

  it('completes a key that has its colon by the key alone', () => {
    assert.ok(inserts(complete('claims:\n  - {subj<|>: china}')).includes('subject'));
  });

  it('declares first what the text names', () => {
    const [all, ...each] = inserts(complete('entities:\n  beijing:\n  <|>')).slice(0, 5);
    assert.deepEqual(each, ['shen-beili:', 'china:', 'ma-zhaoxu:', 'idcpc:']);
    assert.equal(all, each.join('\n'));
    assert.equal(inserts(complete('entities:\n  <|>'))[0], all);
    assert.deepEqual(inserts(complete('entities:\n  - china\n  - ma<|>')).slice(0, 1), ['ma-zhaoxu']);
  });

  it('offers the names of a text at once only where a line begins', () => {
    for (const front of ['entities: [<|>]', 'entities:\n  - <|>', 'entities:\n  m<|>', 'entities: {<|>}']) {
      assert.ok(!inserts(complete(front)).some((insert) => insert.includes('\n')), front);
    }
  });

  it('puts what the sentence of a quote names before what stands elsewhere', () => {
    const front = (quote: string) =>
      `entities: [china, idcpc, shen-beili, ma-zhaoxu]\nclaims:\n  - quote: ${quote}\n    subject: <|>`;
    assert.deepEqual(labels(complete(front('relations with 181 countries')), 2).sort(), ['china', 'shen-beili']);
    assert.equal(labels(complete(front('It rose from 172 to 181')))[0], 'ma-zhaoxu');
    assert.equal(labels(complete(front('China has relations')))[0], 'china');
  });

  it('puts properties that take a figure first where the quote has one', () => {
    const properties = (quote: string) =>
      labels(complete(`entities: [china]\nclaims:\n  - quote: ${quote}\n    subject: china\n    property: <|>`));
    const [figure, none] = [properties('It rose from 172 to 181'), properties('China has relations')];
    assert.ok(figure.indexOf('count') < figure.indexOf('located-in'));
    assert.ok(none.indexOf('located-in') < none.indexOf('count'));
  });

  it('offers the first lines of the text as its title', () => {
    assert.equal(labels(complete('title: <|>\nentities: [china]'))[0], 'Opening');
    assert.deepEqual(labels(complete('title: ms. shen<|>\nentities: [china]')).length, 1);
    assert.deepEqual(complete('title: Opening<|>\nentities: [china]'), []);
  });

  it('offers the digest of the text as it stands', () => {
    const [item, ...others] = complete('source:\n  digest: <|>\nentities: [china]');
    assert.match(item?.insert ?? '', /^sha256:[0-9a-f]{64}$/);
    assert.deepEqual(others, []);
  });

  it('says what languages are called', () => {
    assert.deepEqual(
      complete('lang: <|>').map(({ detail }) => detail),
      ['English', 'Chinese'],
    );
  });

  it('does not offer what is declared already', () => {
    assert.ok(!labels(complete('entities: [china, ch<|>]')).includes('china'));
  });

  it('finds an entity by a name in any language, by initials and by pinyin', () => {
    const pinyin = (text: string) =>
      text === '马朝旭' ? { full: 'ma chao xu', initials: 'mcx' } : { full: '', initials: '' };
    for (const query of ['Zhaoxu', 'mz', '朝旭', 'machaoxu', 'mcx', 'ma-zh']) {
      const items = complete(`entities: [${query}<|>]`, { pinyin });
      assert.equal(items[0]?.label, 'ma-zhaoxu', query);
      assert.equal(items[0]?.filterText, query);
      assert.equal(items[0]?.detail, 'Ma Zhaoxu · 马朝旭');
    }
  });

  it('puts the entities of the quote before the others', () => {
    const items = complete(
      'entities: [beijing, china]\nclaims:\n  - quote: said China has relations\n    subject: <|>',
    );
    assert.equal(items[0]?.label, 'china');
    assert.equal(items.at(-1)?.label, 'this');
  });

  it('puts entities of a type that fits first', () => {
    const front = (value: string) =>
      `entities: [china]\nclaims:\n  - {quote: x, subject: china, property: ${value}: <|>}`;
    assert.equal(complete(front('located-in, value'))[0]?.label, 'china');
    assert.equal(complete(front('member-of, value'))[0]?.label, 'idcpc');
  });

  it('offers properties that can be said of the subject first', () => {
    const items = complete('claims:\n  - quote: x\n    subject: shen-beili\n    property: <|>');
    assert.equal(items[0]?.label, 'position');
    assert.ok(labels(items).indexOf('born-on') < labels(items).indexOf('held-on'));
    assert.deepEqual(labels(complete('claims:\n  - {quote: x, property: 出生<|>}')), ['born-on']);
  });

  it('offers passages of the text, quoted where they must be', () => {
    const front = 'claims:\n  - quote: it ro<|>';
    assert.deepEqual(inserts(complete(front)), [
      'It rose from 172 to 181',
      '"It rose from 172 to 181, said Ma Zhaoxu: on 20 October 2022"',
    ]);
    assert.equal(
      complete('claims:\n  - {quote: "Ms. Sh<|>')[0]?.insert,
      '"Ms. Shen Beili said China has relations with 181 countries"',
    );
    assert.equal(complete('claims:\n  - {quote: it ro<|>}')[0]?.insert, 'It rose from 172 to 181');
  });

  it('offers the sentences that no claim quotes yet', () => {
    const items = complete(
      'claims:\n  - {quote: China has relations, subject: china, property: age, value: 3}\n  - quote: <|>',
    );
    assert.deepEqual(labels(items), [
      'Opening',
      'It rose from 172 to 181, said Ma Zhaoxu: on 20 October 2022',
      '中联部表示，近140个国家参加',
    ]);
  });

  it('takes figures and dates from the quote', () => {
    assert.deepEqual(
      inserts(complete('claims:\n  - quote: rose from 172 to 181\n    property: count\n    value: <|>')),
      ['172 -> 181', '172', '181'],
    );
    assert.equal(
      complete('claims:\n  - quote: on 20 October 2022\n    property: held-on\n    value: <|>')[0]?.insert,
      '2022-10-20',
    );
  });

  it('offers the choices of a key', () => {
    assert.deepEqual(labels(complete('claims:\n  - {quote: x, stance: <|>')), [
      'asserts',
      'denies',
      'questions',
      'expects',
      'hypothetical',
    ]);
    assert.deepEqual(labels(complete('claims:\n  - quote: x\n    ended: <|>')), ['true', 'false']);
    assert.deepEqual(labels(complete('lang: <|>')), ['en', 'zh']);
    assert.ok(labels(complete('claims:\n  - quote: x\n    accept:\n      <|>')).includes('tension'));
    assert.deepEqual(inserts(complete('date: <|>', {}, 'documents/2022-10-20-x.md')), ['2022-10-20']);
  });

  it('offers claims here, documents, and the claims of one', () => {
    const own = 'claims:\n  - {id: a, quote: said}\n  - {id: b, quote: x, see: ';
    assert.deepEqual(inserts(complete(`${own}<|>}`)), ['"#a"', 'documents/y.md']);
    assert.deepEqual(inserts(complete(`${own}documents/y.md#<|>}`)), ['documents/y.md#ties']);
    assert.deepEqual(inserts(complete('translation-of: <|>')), ['documents/y.md']);
  });

  it('completes records and settings', () => {
    const inFile = (path: string, text: string) => {
      const { view, place } = setting(`-- ${path} --\n${text}\n-- documents/y.md --\n---\nclaims: [{id: c}]\n---\n`);
      return completion(view, place).items;
    };
    assert.deepEqual(labels(inFile('entities/a.yaml', 'x:\n  <|>'), 2), ['type', 'name']);
    assert.ok(labels(inFile('entities/a.yaml', 'x:\n  type: <|>')).includes('person'));
    assert.equal(labels(inFile('entities/a.yaml', 'x:\n  facts:\n    - {property: pos<|>'))[0], 'position');
    assert.deepEqual(inserts(inFile('entities/a.yaml', 'x:\n  facts:\n    - {source: documents/y.md#<|>}')), [
      'documents/y.md#c',
    ]);
    assert.ok(labels(inFile('concord.yaml', 'ver<|>')).includes('version'));
    assert.deepEqual(labels(inFile('concord.yaml', 'checks:\n  tension: <|>')), ['off', 'info', 'warning', 'error']);
    assert.ok(labels(inFile('concord.yaml', 'properties:\n  p:\n    time: <|>')).includes('cumulative'));
  });

  it('never fails, and replaces what holds the cursor', () => {
    const part = fc.constantFrom(
      'entities',
      'claims',
      'quote',
      ':',
      ' ',
      '\n',
      '  ',
      '- ',
      '{',
      '}',
      '[',
      ']',
      '"',
      '#',
      'ma',
      ',',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), fc.array(part, { maxLength: 10 }), (before, after) => {
        const { view, place } = setting(
          `-- documents/x.md --\n---\n${before.join('')}<|>${after.join('')}\n---\n${BODY}`,
        );
        for (const { span } of completion(view, place).items) {
          assert.ok(span.start <= place.offset && place.offset <= span.end);
        }
      }),
      { numRuns: 150 },
    );
  });
});
