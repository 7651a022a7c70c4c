import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nearVariants } from '../../server/src/core/nearVariant.ts';
import { normaliseSpan, normaliseText } from '../../server/src/core/normalise.ts';

interface Setting {
  /** Forms of records that the document does not declare. */
  readonly others?: readonly string[];
  readonly records?: Readonly<Record<string, readonly string[]>>;
}

/** Every place of every form counts as chosen, the longest first, as section 3 has it. */
function variants(source: string, listed: readonly string[], { others = [], records }: Setting = {}) {
  const body = normaliseSpan(source, { start: 0, end: source.length });
  const declared = Object.entries(records ?? { it: listed }).map(([id, forms]) => ({
    id,
    forms: forms.map(normaliseText),
  }));
  const all = [...declared.flatMap(({ forms }) => forms), ...others.map(normaliseText)];
  const taken: { start: number; end: number }[] = [];
  for (const form of [...all].sort((a, b) => b.length - a.length)) {
    for (let at = body.text.indexOf(form); at >= 0; at = body.text.indexOf(form, at + 1)) {
      const end = at + form.length;
      if (/[a-z]/i.test(body.text[at - 1] ?? '') || /[a-z]/i.test((/[a-z]$/i.test(form) && body.text[end]) || ''))
        continue;
      if (!taken.some((other) => other.start < end && at < other.end)) taken.push({ start: at, end });
    }
  }
  taken.sort((a, b) => a.start - b.start);
  return nearVariants(body, declared, taken, (form) => all.includes(form));
}

describe('nearVariants', () => {
  const found: readonly [form: string, source: string, text: string][] = [
    ["Workers' Daily", 'as the Worker’s Daily reported', "Worker's Daily"],
    ["Workers' Daily", 'as the Workers Daily reported', 'Workers Daily'],
    ['Shen Beili', 'then Shen Bei-li spoke', 'Shen Bei-li'],
    ['Shen Beili', 'then Shen Bei Li spoke', 'Shen Bei Li'],
    ['Shen Bei Li', 'then Shen Beili spoke', 'Shen Beili'],
    ['Shen Beili', 'then Beili Shen spoke', 'Beili Shen'],
    ['Shen Beili', 'then B. Shen spoke', 'B. Shen'],
    ['Shen Beili', 'by Shen B., of the ministry', 'Shen B.'],
    ['Ma Zhaoxu', 'then Z. Ma spoke', 'Z. Ma'],
    ['Ma Zhaoxu', 'then Ma Zhaouxu spoke', 'Ma Zhaouxu'],
    ['Ma Zhaoxu', 'then MA Zhaoxu spoke', 'MA Zhaoxu'],
    ['Hassan Ghafourifard', 'with Hasan Ghafurifard and others', 'Hasan Ghafurifard'],
    ['Mohamed Ould Ghazouani', 'President Mohamed O. Ghazouani', 'Mohamed O. Ghazouani'],
    ['Bashar al-Assad', 'with B. al-Assad and others', 'B. al-Assad'],
    ['International Department', 'in the Internatonal Department, she', 'Internatonal Department'],
    ['International Department', "the Internatonal Department's view", 'Internatonal Department'],
    ['Ministry of Foreign Affairs', 'the Ministry of Foriegn Affairs', 'Ministry of Foriegn Affairs'],
    ['Belt and Road Initiative', 'the Belt And Road Initiative', 'Belt And Road Initiative'],
    ['Labour Party', 'the Labor Party lost', 'Labor Party'],
    ['People-to-people Forum', 'the People to People Forum', 'People to People Forum'],
    ['People to People Forum', 'the People-to-people Forum', 'People-to-people Forum'],
    ['UNESCO', 'a Unesco site', 'Unesco'],
    ["Xi'an", 'in Xian they', 'Xian'],
    ['St. Petersburg', 'in St Petersburg they', 'St Petersburg'],
    ['Faustin-Archange Touadéra', 'with Faustin Archange Touadera', 'Faustin Archange Touadera'],
    ['Муаммар Каддафи', 'говорил Муамар Каддафи вчера', 'Муамар Каддафи'],
    ['中国民间组织国际交流促进会', '会议由中国民间组织国际交流促近会主办', '中国民间组织国际交流促近会'],
    ['中国民间组织国际交流促进总会', '会议由中国民间组织国际流交促进总会主办', '中国民间组织国际流交促进总会'],
    ['中国民间组织国际交流促进会', '会议由中国民间组织国际交促进会主办', '中国民间组织国际交促进会'],
    ['fourth press conference', 'at the fourth press confrence', 'fourth press confrence'],
    ['Ministry of Foreign Affairs', 'the Ministry off Foreign Affairs', 'Ministry off Foreign Affairs'],
    ['the water people', 'even The water people asked', 'The water people'],
    ['67th UN DPI/NGO Conference', 'the 67th UN DPI/NGO Conferance', '67th UN DPI/NGO Conferance'],
    ['中共中央对外联络部新闻办公室', '由中共央中对外联络部新闻办公室组织', '中共央中对外联络部新闻办公室'],
    ['祖力亚提·司马义', '副主任祖力亚提司马义出席', '祖力亚提司马义'],
  ];
  for (const [form, source, text] of found) {
    it(`finds ${text} for ${form}`, () => {
      assert.deepEqual(
        variants(source, [form]).map((variant) => [variant.id, variant.form, variant.text]),
        [['it', normaliseText(form), text]],
      );
    });
  }

  const silent: readonly [reason: string, form: string, source: string, setting?: Setting][] = [
    ['the form itself', 'Shen Beili', 'then Shen Beili spoke'],
    [
      'its possessive',
      'International Department',
      "the International Department's view and the International Departments",
    ],
    ['a plural', 'Vice Minister', 'two Vice Ministers came'],
    ['a plural inside', 'Vice Minister of Culture', 'the Vice Ministers of Culture met'],
    ['a plural of a man', 'Vice Chairman', 'two Vice Chairmen came'],
    ['a singular', 'Peace Conferences', 'a Peace Conference opened'],
    ['the people of a place', 'Cambodia', 'a Cambodian school'],
    ['the adjective of a place', 'Pakistan', 'a Pakistani school'],
    ['what belongs to a place', 'Indonesia', 'the Indonesian and Indonesias'],
    ['a doctrine of people', 'Communist', 'a text on Communism'],
    ['a short name', 'Wang Yi', 'then Wang Yu spoke'],
    ['another surname', 'Ma Zhaoxu', 'then Mo Zhaoxu spoke'],
    ['a case of a short word', 'WHO', 'Who came?'],
    ['a case of four letters', 'CARE', 'Care is taken'],
    ['small letters', 'The Department', 'so the department said'],
    ['capitals of a title', 'shared future', 'on A Shared Future for all'],
    ['small letters in a long name', 'International Department', 'an international department'],
    ['small letters with a slip', 'International Department', 'an internatonal department'],
    ['a common noun', 'power politics', 'a power politic of old'],
    ['one common word', 'hegemonism', 'their hegemosm and hegemonists'],
    ['a small word of the text', 'economic cooperation', 'an economic corporation, as a corporation'],
    ['a particle of the text', 'Press Centre of Kashi', 'the Press Centre off Kashi is off the road'],
    ['the end of a small word', 'fourth press conference', 'the fourth press conferenced'],
    ['a word more in front', 'Kashi University', 'the dean of Kashi University'],
    ['a word more behind', 'Kashi University', 'Kashi University is old'],
    ['a word less', 'At Kashi University', 'and Kashi University'],
    ['a digit', '20th National Congress', 'the 19th National Congress'],
    ['a number in words', 'Sixth National Congress', 'the Tenth National Congress and the Sixty National Congress'],
    ['a Roman numeral', 'World War II', 'in World War I and World War III'],
    ['a long Roman numeral', 'Congress Party XIII', 'Congress Party XIV and Congress Party VIII'],
    ['a letter of the alphabet', 'Working Group A', 'in Working Group B'],
    ['another direction', 'Northern Theatre Command', 'the Southern Theatre Command'],
    ['the other side of the world', 'Eastern Theatre Command', 'the Western Theatre Command'],
    ['an office and who holds it', 'Ministry of Foreign Affairs', 'the Minister of Foreign Affairs'],
    ['another country', 'Embassy of Austria', 'the Embassy of Australia'],
    ['the neighbour', 'Embassy of Iran', 'the Embassy of Iraq'],
    ['a word that is a form', 'Embassy of Estonia', 'the Embassy of Astonia', { others: ['Astonia'] }],
    ['a word of another form', 'Central Bureau of Marbles', 'Central Bureau of Marvles', { others: ['Marvles'] }],
    ['a word of the text', 'Society for Patents', 'Society for Parents, with parents from all over'],
    ['another first letter of one word', 'Hangzhou', 'in Yangzhou and Tangzhou'],
    ['a form of another record', 'Shen Beili', 'then Shen Beilei spoke', { others: ['Shen Beilei'] }],
    ['what lies in a longer name', 'Shen Beili', 'the Shen Beily School', { others: ['Shen Beily School'] }],
    ['what crosses another name', 'Harbour Museum Fund', 'Harbour Museem Fund Council', { others: ['Fund Council'] }],
    ['another name inside', 'Union of Rowers and Sailors', 'Union of Rovers and Sailors', { others: ['Rovers'] }],
    ['another script', 'Ма Чжаосюй', 'Ма Чжаоcюй'],
    ['words of two sentences', 'Shen Beili', 'He met Beili. Shen came later'],
    ['words on both sides of a comma', 'Shen Beili', 'with Beili, Shen and others'],
    ['an initial without its stop', 'Vitamin Company', 'of Vitamin C they had none'],
    ['an initial that may end a sentence', 'Vitamin Company', 'they had Vitamin C. Then it ended'],
    ['only initials', 'Shen Beili', 'signed S. B. in ink'],
    ['a Han name of three characters', '沈蓓莉', '沈蓓丽发言'],
    ['a Han name of six', '中国红十字会', '中国红拾字会'],
    ['another party', '中共中央总书记', '越共中央总书记'],
    ['members of it', '中国共产党党员大会', '中国共产党党员大会上'],
    ['one character more behind', '中国共产主义青年团', '中国共产主义青年团员'],
    ['one character less in front', '中国共产主义青年团', '国共产主义青年团'],
    ['a direction in Han', '中国河南日报社记者站', '中国河北日报社记者站'],
    ['a province in Han', '驻山东省人民政府办事处', '驻山西省人民政府办事处'],
    ['a numeral in Han', '全国第二次代表大会', '全国第三次代表大会'],
    ['a rank', '全国人大常委会主任', '全国人大常委会副主任'],
    ['a word in Han', '全球发展高层对话会议举办方案组', '全球发展高层对话会议首次方案组'],
    ['an edge in Han', '首届民间论坛对话会', '这届民间论坛对话会'],
  ];
  for (const [reason, form, source, setting] of silent) {
    it(`is silent about ${reason}`, () => {
      assert.deepEqual(variants(source, [form], setting), []);
    });
  }

  it('allows the name of another inside where the form has it too', () => {
    const records = { union: ['Union of Kashi Rowers and Sailors'], kashi: ['Kashi'] };
    const [one] = variants('the Union of Kashi Rovers and Sailors', [], { records });
    assert.equal(one?.text, 'Union of Kashi Rovers and Sailors');
  });

  it('reports each variant once, at its first place, in order of the text', () => {
    const source = 'Ma Zhaouxu, Shen Bei-li, Ma Zhaouxu, Ma Zhoxu, Shen Bei-li';
    const records = { ma: ['Ma Zhaoxu'], shen: ['Shen Beili', 'Ms. Shen'] };
    assert.deepEqual(
      variants(source, [], { records }).map(({ id, start, end, text }) => [id, start, end, text]),
      [
        ['ma', 0, 10, 'Ma Zhaouxu'],
        ['shen', 12, 23, 'Shen Bei-li'],
        ['ma', 37, 45, 'Ma Zhoxu'],
      ],
    );
  });

  it('gives a place to the entity that it is nearest to', () => {
    const records = { one: ['Harbour Authority of Kashi'], two: ['Harbour Authority of Kashir'] };
    assert.deepEqual(
      variants('the Harbour Authoritty of Kashir', [], { records }).map(({ id }) => id),
      ['two'],
    );
  });

  it('never throws, and stays in range, whatever the input', () => {
    const text = fc.string({ unit: fc.constantFrom(..."AaBb. -'·中国民é😀İß1𠀀𠀁"), maxLength: 60 });
    fc.assert(
      fc.property(
        text,
        fc.array(text, { maxLength: 4 }),
        fc.array(text, { maxLength: 2 }),
        (source, listed, others) => {
          const forms = listed.filter((form) => normaliseText(form) !== '');
          const length = normaliseText(source).length;
          for (const { start, end, text: variant } of variants(source, forms, {
            others: others.filter((one) => normaliseText(one)),
          })) {
            assert.ok(0 <= start && start < end && end <= length);
            assert.equal(normaliseText(source).slice(start, end), variant);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('finds every long name after a letter was inserted, deleted or replaced inside it', () => {
    const word = fc
      .string({ unit: fc.constantFrom(...'abdeghkmoprtu'), minLength: 5, maxLength: 9 })
      .map((letters) => letters[0]!.toUpperCase() + letters.slice(1));
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 4 }), fc.nat(), fc.nat(2), (words, seed, kind) => {
        const form = words.join(' ');
        const which = seed % words.length;
        const at = 1 + (seed % (words[which]!.length - 2));
        const altered = words.with(
          which,
          words[which]!.slice(0, at) + (kind === 0 ? '' : 'z') + words[which]!.slice(kind === 2 ? at : at + 1),
        );
        const [one] = variants(`so said ${altered.join(' ')} there`, [form]);
        // A word that became another word of the form is no slip.
        if (!words.includes(altered[which]!)) assert.equal(one?.text, altered.join(' '));
      }),
      { numRuns: 300 },
    );
  });

  const hostile: readonly [name: string, source: string, forms: readonly string[]][] = [
    ['one endless word', 'a'.repeat(50_000), ['a'.repeat(20), 'aaaaaaa', `${'a'.repeat(5_000)}b`]],
    ['one word over and over', 'A '.repeat(100_000), ['A A A A A A A A', 'Aa Aa', 'A A A A A A A B']],
    ['initials over and over', 'A. '.repeat(100_000), ['A. A. A. A', 'Aa Aa', 'Ab Ac Ad']],
    [
      'one Han character over and over',
      '中'.repeat(100_000),
      ['中'.repeat(20), `${'中'.repeat(10)}国${'中'.repeat(10)}`],
    ],
  ];
  for (const [name, source, forms] of hostile) {
    it(`is bounded on ${name}`, () => {
      const body = normaliseSpan(source, { start: 0, end: source.length });
      const start = performance.now();
      nearVariants(body, [{ id: 'it', forms: forms.map(normaliseText) }], [], () => false);
      assert.ok(performance.now() - start < 2_000);
    });
  }
});
