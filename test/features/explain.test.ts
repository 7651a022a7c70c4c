import assert from 'node:assert/strict';
import { type ExplainOptions, type Explanation, explain } from '../../server/src/features/explain.ts';
import { inNotation, intervalsInWords } from '../../server/src/features/intervalWords.ts';
import { wordingIn } from '../../server/src/features/wording.ts';
import { interval, point } from '../../server/src/values/interval.ts';
import { setting } from './notation.ts';

/** A document at `path` whose claims are about attendance of a fair, unless they say otherwise. */
const document = (path: string, head: string, ...claims: readonly string[]) =>
  `-- ${path} --\n---\n${head}\nclaims:\n${claims.map((claim) => `  - {quote: x, ${claim}}`).join('\n')}\n---\nx\n`;
const records =
  '-- entities/events.yaml --\nfair: {type: event, name: {en: the Fair, zh: 展会}, facts: [{property: attendance, value: 200}]}\n';
const attendance = 'subject: fair, property: attendance';

function explained(text: string, path = 'a.md', name = 'own', options?: ExplainOptions): Explanation {
  const found = explain(setting(records + text).view, path, name, options);
  assert.ok(found, 'there is such a claim');
  return found;
}

/** The relation, the place and the value of every side. */
const sides = ({ compared }: Explanation) =>
  compared.map(({ relation, other }) => `${relation} ${other.path}#${other.claim} ${other.value}`);
const passed = ({ notCompared }: Explanation) => notCompared.map(({ reason, count }) => `${count} ${reason}`).sort();

describe('explain', () => {
  it('says what a claim means, for which time and why', () => {
    const [said] = explained(
      document(
        'a.md',
        'title: On fairs\ndate: 2022-05\nlang: en',
        `id: own, ${attendance}, value: more than 200, at: 2022, by: ma-zhaoxu, among: guests`,
      ),
    ).says;
    assert.deepEqual(said, {
      path: 'a.md',
      claim: 'own',
      fact: false,
      title: 'On fairs',
      date: '2022-05',
      subject: 'the Fair',
      property: 'attendance',
      value: 'more than 200',
      quote: 'x',
      scope: 'among guests',
      speaker: 'Ma Zhaoxu',
      meaning: 'more than 200; a reader expects more than 200 and at most 300',
      hard: '(200, ∞)',
      soft: '(200, 300]',
      unit: 'person',
      time: { edtf: '2022', words: '2022', basis: 'always' },
    });
  });

  it('names what a time rests on', () => {
    const count = (more: string) => `${more}, subject: china, property: count, of: cities, value: 3`;
    const basis = (text: string, path = 'a.md', name = 'own') => explained(text, path, name).says[0]!.time;
    assert.deepEqual(basis(document('a.md', 'date: 2022', count('id: own, at: 2021'))), {
      edtf: '2021',
      words: '2021',
      basis: 'own',
    });
    assert.deepEqual(basis(document('a.md', 'date: 2022\nabout: 2020-05', count('id: own'))), {
      edtf: '2020-05',
      words: 'May 2020',
      basis: 'about',
    });
    assert.equal(basis(document('a.md', 'date: 2022', count('id: own'))).basis, 'date');
    assert.deepEqual(basis(document('a.md', 'title: t', count('id: own'))), { basis: 'unknown' });
    assert.deepEqual(basis('', 'entities/events.yaml', 'fair.1'), { basis: 'always' });
  });

  it('lists conflicts first, then what is less', () => {
    const found = explained(
      document('a.md', 'date: 2022', `id: own, ${attendance}, value: 200`) +
        document('b.md', 'date: 2023', `id: same, ${attendance}, value: 200`, `id: more, ${attendance}, value: 200余`) +
        document(
          'c.md',
          'date: 2021',
          `id: off, ${attendance}, value: 250`,
          `id: near, ${attendance}, value: about 200`,
        ) +
        document(
          'd.md',
          'date: 2021',
          `id: far, ${attendance}, value: about 300`,
          `id: slip, ${attendance}, value: 2000`,
        ),
    );
    assert.deepEqual(sides(found), [
      'conflicting-quantity c.md#off 250',
      'wan-yi-slip d.md#slip 2000',
      'hedge-dropped b.md#more 200余',
      'tension d.md#far about 300',
      'refinement c.md#near about 200',
      'agreement entities/events.yaml#fair.1 200',
      'agreement b.md#same 200',
    ]);
    assert.deepEqual(found.counts.agreement, { claims: 2, documents: 1, recorded: true });
    assert.deepEqual(
      found.compared.map(({ why }) => why),
      [
        'Exactly 200 here, exactly 250 there: no number is both.',
        'Exactly 200 here, exactly 2000 there: no number is both, and they are apart by a power of ten that comes of mistaking 万 or 亿.',
        'Exactly 200 here, more than 200 and less than 300 there: they meet in one number, which only one of the two allows.',
        'Exactly 200 here, any number; a reader expects 270 to 330 there: both can be true, but neither lies where a reader of the other expects it.',
        'Exactly 200 here, any number there: this one says it more exactly, and both can be true.',
        'Both say the same.',
        'Both say the same.',
      ],
    );
  });

  it('compares dates, places, texts and truth too', () => {
    const one = (property: string, own: string, other: string, more = '') =>
      sides(
        explained(
          `${more}${document('a.md', 'date: 2022\nlang: en', `id: own, ${property}, value: ${own}`)}${document('b.md', 'date: 2022\nlang: en', `id: b, ${property}, value: ${other}`)}`,
        ),
      )[0]?.split(' ')[0];
    assert.equal(one('subject: fair, property: held-on', '2022-05-01', '2022-05'), 'refinement');
    assert.equal(one('subject: fair, property: held-on', '2022-05-01', '2022-06'), 'conflicting-date');
    assert.equal(one('subject: fair, property: held-at', 'china', 'beijing'), 'conflicting-value');
    const inChina = document('z.md', 'date: 2022', 'subject: beijing, property: located-in, value: china');
    assert.equal(one('subject: fair, property: held-at', 'china', 'beijing', inChina), 'refinement');
  });

  it('says what makes a comparison less sure, and that it is accepted', () => {
    const found = explained(
      document('a.md', 'date: 2022', `id: own, ${attendance}, value: 250, by: ma-zhaoxu, among: guests`) +
        document(
          'b.md',
          'date: 2023',
          `id: b, ${attendance}, value: 260, by: shen-beili, certainty: possible, accept: {conflicting-quantity: {with: a.md#own, reason: counted twice}}`,
        ),
    );
    const side = found.compared.find(({ other }) => other.path === 'b.md')!;
    assert.deepEqual(side.doubts, ['scope', 'speaker', 'certainty']);
    assert.deepEqual(side.remarks, [
      'only one of the two says what it is limited to',
      'two speakers say it',
      'one of the two is marked as only possible',
      'accepted: counted twice',
    ]);
  });

  it('says that the document in which the finding stands accepts it as a whole', () => {
    const remarks = (accept: string, of = 'b.md') =>
      explained(
        document('a.md', 'date: 2022', `id: own, ${attendance}, value: 250`) +
          document('b.md', `date: 2023\naccept: {${accept}}`, `id: b, ${attendance}, value: 260`),
        of === 'b.md' ? 'a.md' : 'b.md',
        of === 'b.md' ? 'own' : 'b',
      ).compared.find(({ other }) => other.path === of)!.remarks;
    assert.deepEqual(remarks('conflicting-quantity: another count'), ['accepted: another count']);
    assert.deepEqual(remarks('conflicting-quantity: another count', 'a.md'), ['accepted: another count']);
    assert.deepEqual(remarks('conflicting-quantity: {with: a.md, saw: "250", reason: r}'), ['accepted: r']);
    assert.deepEqual(remarks('conflicting-quantity: {with: a.md, saw: "240", reason: r}'), []);
    assert.deepEqual(remarks('conflicting-quantity: {with: c.md, reason: r}'), []);
    assert.deepEqual(remarks('tension: another count'), []);
  });

  it('says why claims were not compared', () => {
    const count = (id: string, more: string) => `id: ${id}, subject: china, property: count, value: 3, ${more}`;
    const found = explained(
      document('a.md', 'date: 2022', count('own', 'of: cities, at: 2020')) +
        document(
          'b.md',
          'date: 2022',
          count('time', 'of: cities, at: 2021'),
          count('scope', 'of: trees, at: 2020'),
          count('both', 'of: trees, at: 2019'),
          count('stance', 'of: cities, at: 2020, stance: expects'),
          count('over', 'of: cities, at: 2020, ended: true'),
        ),
    );
    assert.deepEqual(passed(found), ['1 ended', '1 stance', '1 time', '2 scope']);
    assert.equal(found.silence, undefined);
    assert.equal(found.notCompared.find(({ reason }) => reason === 'time')?.words, 'of another time');
    assert.equal(found.notCompared.find(({ reason }) => reason === 'time')?.others[0]?.claim, 'time');
  });

  it('tells apart by scope and time in a large group as in a small one', () => {
    const count = (of: string, at: number, value: number) =>
      `subject: china, property: count, value: ${value}, of: ${of}, at: ${at}`;
    const many = (n: number) =>
      Array.from({ length: n }, (_, i) => count(i % 2 ? 'trees' : 'cities', 2000 + (i % 4), i % 8 === 0 ? 3 : 4));
    for (const n of [16, 400]) {
      const found = explained(
        document('a.md', 'date: 2022', `id: own, ${count('cities', 2000, 3)}`) +
          document('b.md', 'date: 2022', ...many(n)),
        'a.md',
        'own',
        { most: 2 },
      );
      assert.deepEqual(found.counts, {
        'conflicting-quantity': { claims: n / 8, documents: 1, recorded: false },
        agreement: { claims: n / 8, documents: 1, recorded: false },
      });
      assert.deepEqual(passed(found), [`${n / 2} scope`, `${n / 4} time`].sort());
      assert.equal(found.compared.length, Math.min(4, n / 4));
    }
  });

  it('holds both ends of a change, and never against each other', () => {
    const members = 'subject: china, property: count, of: partners';
    const found = explained(
      document('a.md', 'date: 2022', `id: own, ${members}, value: 172 -> 181, at: 2012-03-01/2022-03-01`) +
        document(
          'b.md',
          'date: 2023',
          `id: then, ${members}, value: 170, at: 2012-03-01`,
          `id: now, ${members}, value: 181, at: 2022-03-01`,
        ),
    );
    assert.deepEqual(
      found.says.map(({ end, hard, time }) => [end, hard, time.words]),
      [
        ['from', '[172, 172]', '1 March 2012, where the change starts'],
        ['to', '[181, 181]', '1 March 2022, where the change ends'],
      ],
    );
    assert.deepEqual(
      found.compared.map(({ relation, end, other }) => [relation, end, other.claim]),
      [
        ['conflicting-quantity', 'from', 'then'],
        ['agreement', 'to', 'now'],
      ],
    );
    assert.deepEqual(found.notCompared, []);
  });

  it('passes over parts of one total and the same claim in another language', () => {
    const parts = `id: own, ${attendance}, value: 210, parts: true, claims: [{property: attendance, value: 100, id: p}, {property: attendance, value: 110, id: q}]`;
    const found = explained(document('a.md', 'date: 2022', parts), 'a.md', 'p');
    assert.ok(passed(found).includes('2 parts'), passed(found).join());
    const translated = explained(
      document('a.md', 'date: 2022', `id: own, ${attendance}, value: 200`) +
        document('a.zh.md', 'date: 2022\ntranslation-of: a.md', `id: own, ${attendance}, value: 201`),
    );
    assert.deepEqual(passed(translated), ['1 translation']);
  });

  const silences: readonly [why: string, claim: string][] = [
    ['many', 'subject: ma-zhaoxu, property: member-of, value: idcpc'],
    ['stance', `${attendance}, value: 200, stance: denies`],
    ['ended', `${attendance}, value: 200, ended: true`],
    ['no-property', 'subject: fair, property: height, value: 3'],
    ['no-time', 'subject: china, property: count, of: cities, value: 3'],
    ['unreadable', `${attendance}, value: plenty of`],
    ['incomplete', attendance],
    ['alone', 'subject: china, property: founded-on, value: 1949-10-01'],
    ['group', 'claims: [{subject: fair, property: attendance, value: 1}]'],
  ];
  for (const [why, claim] of silences) {
    it(`says why a claim is held against nothing: ${why}`, () => {
      const found = explained(document('a.md', 'title: t', `id: own, ${claim}`));
      assert.equal(found.silence?.reason, why);
      assert.deepEqual([found.compared, found.notCompared], [[], []]);
      assert.match(found.silence!.words, /^[A-Z].*\.$/);
    });
  }

  it('says nothing of what a broken part may have meant', () => {
    const text = `-- a.md --\n---\ndate: 2022\nclaims:\n  - {id: own, quote: x, ${attendance}, value: "200}\n---\nx\n`;
    const { view } = setting(records + text);
    const found = explain(view, 'a.md', 'own');
    assert.ok(found === undefined || found.silence?.reason === 'broken');
  });

  it('knows facts, ids and the values of lists, and nothing else', () => {
    const { view } = setting(
      records +
        document('a.md', 'date: 2022', 'id: seats, subject: ma-zhaoxu, property: member-of, value: [idcpc, china]'),
    );
    assert.equal(explain(view, 'entities/events.yaml', 'fair.1')?.says[0]?.fact, true);
    assert.equal(explain(view, 'a.md', 'seats')?.claim, 'seats.1');
    assert.equal(explain(view, 'a.md', 'seats.2')?.says[0]?.value, 'China');
    assert.equal(explain(view, 'a.md', 'nope'), undefined);
    assert.equal(explain(view, 'nope.md', 'seats'), undefined);
    assert.equal(explain(view, 'a.md', '__proto__'), undefined);
  });

  it('speaks Chinese to whoever reads Chinese', () => {
    const text =
      document('a.md', 'date: 2022', `id: own, ${attendance}, value: 250`) +
      document('b.md', 'date: 2022', `id: b, ${attendance}, value: 近300名`);
    const found = explained(text, 'a.md', 'own', { locale: 'zh-CN' });
    assert.equal(found.says[0]?.subject, '展会');
    assert.equal(found.compared[0]?.why, '此处：恰为 250；彼处：恰为 200。没有一个数同时符合二者。');
    const other = found.compared.find(({ other: { path } }) => path === 'b.md')!.other;
    assert.equal(other.meaning, '小于 300；读者预期不小于 270 且小于 300');
  });
});

describe('intervals for people', () => {
  const { intervals } = wordingIn('en').comparisons;
  const cases: readonly [ReturnType<typeof interval>, string, string][] = [
    [point(1234567), '[1234567, 1234567]', 'exactly 1,234,567'],
    [point(1949), '[1949, 1949]', 'exactly 1949'],
    [point(0), '[0, 0]', 'exactly 0'],
    [interval('(', 200, Infinity, ')'), '(200, ∞)', 'more than 200'],
    [interval('[', 200, Infinity, ')'), '[200, ∞)', 'at least 200'],
    [interval('[', 0, Infinity, ')'), '[0, ∞)', 'any number'],
    [interval('[', 0, 140, ')'), '[0, 140)', 'less than 140'],
    [interval('[', 0, 140, ']'), '[0, 140]', 'at most 140'],
    [interval('[', 40, 50, ']'), '[40, 50]', '40 to 50'],
    [interval('[', 84500, 85500, ')'), '[84500, 85500)', 'at least 84,500 and less than 85,500'],
    [interval('[', -Infinity, -2.5, ')'), '(-∞, -2.5)', 'less than -2.5'],
  ];
  for (const [value, notation, words] of cases) {
    it(notation, () => {
      assert.equal(inNotation(value), notation);
      assert.equal(intervalsInWords(value, value, intervals), words);
    });
  }
});
