import assert from 'node:assert/strict';
import { type HoverOptions, hover } from '../../server/src/features/hover.ts';
import { setting } from './notation.ts';

const link = (path: string) => `file:///${path}`;

function show(text: string, options: HoverOptions = { link }): { contents: string; about: string } | undefined {
  const { view, place, files } = setting(text);
  const found = hover(view, place, options);
  return found && { contents: found.contents, about: files.get(place.path)!.slice(found.span.start, found.span.end) };
}

const document = (front: string, body: string) =>
  `-- documents/x.md --\n---\ndate: 2022-10-20\n${front}\n---\n${body}\n`;

describe('hover', () => {
  it('says who is mentioned, and what is known', () => {
    const found = show(document('entities: [shen-beili]\nclaims: [{id: c1, quote: Said}]', 'Said Ms. Shen <|>Beili.'));
    assert.equal(found?.about, 'Ms. Shen Beili');
    assert.equal(
      found?.contents,
      [
        '**Shen Beili** · 沈蓓莉  ',
        '*Person*',
        '',
        'A diplomat.',
        '',
        '- Vice Minister, International Department · 2020–2023 · [documents/x.md#c1](<file:///documents/x.md>)',
        '',
        '1 mention and 0 claims in 1 document',
        '',
        '[Record](<file:///entities/people.yaml>) · [Wikidata](<https://www.wikidata.org/wiki/Q1>)',
      ].join('\n'),
    );
  });

  it('puts the name in the language of the document first', () => {
    assert.match(
      show(document('lang: zh\nentities: [china]', '中<|>国'))!.contents,
      /^\*\*中国\*\* · China {2}\n\*Place\*/,
    );
    assert.match(
      show(document('entities: [china]', 'Ch<|>ina'), { locale: 'zh-CN' })!.contents,
      /^\*\*中国\*\*.*\n\*地点\*/,
    );
  });

  it('describes it in the language of the reader', () => {
    const records =
      '-- entities/b.yaml --\npier: {type: place, name: Pier, description: {en: A landing, zh: 码头, fr: Un quai}}\n';
    const described = (locale: string) =>
      show(records + document('entities: [pier]', 'The Pi<|>er'), { locale })!.contents;
    assert.match(described('en-GB'), /\nA landing\n/);
    assert.match(described('zh-CN'), /\n码头\n/);
    assert.match(described('fr'), /\nUn quai\n/);
    assert.match(described('de'), /\nA landing\n/);
  });

  it('says that a name is not tagged', () => {
    assert.match(show(document('entities: [china]', 'Bei<|>jing'))!.contents, /\*Not tagged in this document\*/);
  });

  it('lists all that an ambiguous form may mean', () => {
    const found = show(
      `-- entities/b.yaml --\nchina-club: {type: organization, name: China}\n${document('entities: [china, china-club]', '<|>China')}`,
    );
    assert.match(found!.contents, /^“China” can be any of 2 here\n\n- \*\*China\*\* · Place · `china`\n- /);
  });

  it('shows the claims of the passage below the mention', () => {
    const claim =
      '{quote: China has 181, subject: china, property: count, of: partners, value: 181, by: ma-zhaoxu, stance: denies}';
    const { contents } = show(document(`entities: [china]\nclaims: [${claim}]`, 'Ch<|>ina has 181.'))!;
    const [entity, passage] = contents.split('\n\n---\n\n');
    assert.match(entity!, /^\*\*China\*\*/);
    assert.equal(
      passage,
      'China · *count*  \n**181, partners**  \n20 October 2022, the document’s time · according to Ma Zhaoxu · denied',
    );
  });

  describe('on a claim, says what else is said of the same thing', () => {
    const claim = (path: string, value: string, more = 'at: 2022') =>
      `-- documents/${path} --\n---\ntitle: On ${path}\ndate: 2022-10-21\nclaims:\n  - {id: c, quote: said, subject: china, property: count, of: partners, value: ${value}, ${more}}\n---\nsaid\n`;
    const own = (value: string, more = '') =>
      document(
        `claims: [{id: own, quote: said, subject: china, property: count, of: partners, value: ${value}, at: 2022${more}}]`,
        'sa<|>id',
      );
    const section = (text: string, options?: HoverOptions) => show(text, options)!.contents.split('\n\n').slice(1);

    it('the worst first, in three lines at most', () => {
      const rest = ['181', '190', 'about 240', '181', 'about 181', '185'];
      assert.deepEqual(section(own('181') + rest.map((value, i) => claim(`${i}.md`, value)).join('')), [
        [
          'Contradicts `190` in [On 1.md](<file:///documents/1.md>) · 21 October 2022 · it is not certain that both speak of one time  ',
          'Contradicts `185` in [On 5.md](<file:///documents/5.md>) · 21 October 2022 · it is not certain that both speak of one time  ',
          'In tension with `about 240` in [On 2.md](<file:///documents/2.md>) · 21 October 2022 · it is not certain that both speak of one time  ',
          'and 3 more',
        ].join('\n'),
      ]);
    });

    it('those that agree in one line', () => {
      const found = section(own('181') + Array.from({ length: 5 }, (_, i) => claim(`${i}.md`, '181')).join(''));
      assert.deepEqual(found, [
        'Agrees with 5 claims in 5 documents · [On 0.md](<file:///documents/0.md>), [On 1.md](<file:///documents/1.md>), …',
      ]);
      assert.deepEqual(section(own('181') + claim('0.md', '181'), { locale: 'zh' }), [
        '与 On 0.md 一致 · 2022年10月21日',
      ]);
    });

    it('of a crowd only the nearest', () => {
      const crowd = Array.from({ length: 300 }, (_, i) => claim(`${i}.md`, String(1000 + i)));
      const [found] = section(own('181') + crowd.join(''));
      assert.match(found!, /(?:Contradicts .*\n){3}and at least 197 more$/);
    });

    it('that a conflict is accepted', () => {
      const accept = ', accept: {conflicting-quantity: {with: "documents/0.md#c", reason: "*counted* twice"}}';
      const found = section(own('181', accept) + claim('0.md', '190', 'at: 2022-01'));
      assert.match(found[0]!, /^Contradicts `190` in .* · accepted: \\\*counted\\\* twice$/);
    });

    it('why nothing was compared, and nothing where nothing else is said', () => {
      const others = claim('0.md', '190', 'at: 2019') + claim('1.md', '190', 'at: 2022, stance: expects');
      assert.deepEqual(section(own('181') + others), [
        '*Compared with nothing: 1 claim of another time; 1 claim asserting nothing*',
      ]);
      assert.deepEqual(section(own('181')), []);
      assert.deepEqual(section(own('181', ', stance: denies') + claim('0.md', '190')), []);
    });

    it('of a fact as well, and shows text from files as it is', () => {
      const text = `-- entities/b.yaml --\nfair: {type: event, name: Fair, facts: [{id: size, property: attendance, value: 200}]}\n`;
      const other =
        '-- documents/y.md --\n---\ntitle: "[a](command:b)"\ndate: 2022\nclaims: [{quote: said, subject: fair, property: attendance, value: 250}]\n---\nsaid\n';
      const found = show(`${text}${other}${document('claims: [{quote: x, see: "entities/b.yaml#s<|>ize"}]', 'x')}`);
      assert.match(found!.contents, /Contradicts `250` in \[\\\[a\\\]\(command:b\)\]\(<file/);
    });
  });

  it('shows what a reference refers to', () => {
    const claims =
      'claims: [{id: a, quote: Not here, subject: china, property: age, value: 73}, {quote: x, see: "#a<|>"}]';
    const { contents } = show(document(`title: On age\nentities: [china]\n${claims}`, 'x'))!;
    assert.match(contents, /^China · \*age\* {2}\n\*\*73\*\*/);
    assert.match(contents, /\n> Not here\n\n\*These words are not in the text\.\*/);
    assert.match(contents, /\[On age\]\(<file:\/\/\/documents\/x\.md>\) · documents\/x\.md$/);
    assert.equal(
      show(document('claims: [{quote: x, see: "#n<|>o"}]', 'x'))?.contents,
      'documents/x.md has no claim “no”',
    );
  });

  it('explains properties, qualifiers and keys', () => {
    const front = (claim: string) => document(`claims: [{quote: x, ${claim}}]`, 'x');
    const property = show(front('property: attend<|>ance'))!.contents;
    assert.match(property, /^\*\*Attendance\*\* · `attendance` {2}\nSaid of event; takes a quantity \(person\)/);
    assert.match(property, /- One true value at a time; of something that happens once/);
    assert.match(
      show(front('property: position, o<|>f: idcpc'))!.contents,
      /^`of` organization, place or event · \*required\*$/,
    );
    assert.match(show(front('st<|>ance: denies'))!.contents, /^`stance` {2}\n/);
  });

  it('takes the first paragraph of the page of a check', () => {
    const page = (code: string) => `# ${code}\n\nTwo claims **differ**.\n\nMore.`;
    const text = document('accept: {conflicting-<|>value: because}', 'x').replace('accept', 'claims: []\naccept');
    assert.equal(show(text, { page })?.contents, '`conflicting-value`\n\nTwo claims **differ**.');
  });

  it('shows a name that is markup as the text it is', () => {
    const name = '"<img src=x onerror=1> [a](command:b) **c** `d` https://e.example $(zap)"';
    const text = `-- entities/b.yaml --\nodd: {type: person, name: ${name}, same-as: ["command:x"]}\n${document('entities: [o<|>dd]', 'x')}`;
    const [first] = show(text)!.contents.split('\n');
    assert.equal(
      first,
      '**\\<img src=x onerror=1\\> \\[a\\](command:b) \\*\\*c\\*\\* \\`d\\` https\\://e.example \\$(zap)**  ',
    );
    assert.doesNotMatch(show(text)!.contents, /\(<command/);
  });

  it('has nothing to say of plain text', () =>
    assert.equal(show(document('entities: [china]', 'no<|>thing')), undefined));
});
