import assert from 'node:assert/strict';
import { properties, proposal } from '../../../server/src/features/claiming/proposal.ts';
import { claimed, likeliest, setting } from './corpus.ts';

const HEAD = '---\ndate: 2020-05-04\nentities: [forum, league, ada, bo]\n';
const TOWNS = `-- concord.yaml --
version: 1
languages: [en, zh]
properties:
  member-cities: {label: {en: member cities}, subject: [organization], value: quantity, unit: city, time: state}
  friendships: {label: {en: friendships}, subject: [organization], value: quantity, time: state}
  sister-ports: {label: {en: sister ports, zh: 友好港口}, subject: [organization], value: quantity, time: state}
`;

describe('the likeliest claim of a passage', () => {
  const all = (document: string, subject = 'league') => {
    const at = setting(document, TOWNS);
    const asked = proposal(at.view, at.path, at.span);
    assert.ok(typeof asked !== 'string', String(asked));
    const figures = asked.figures.filter(({ likely }) => likely);
    return figures.map(({ key }) => properties(at.view, at.path, at.span, subject, key));
  };
  const of = (document: string, subject?: string) => all(document, subject).map(([first]) => first!);
  const ids = (document: string, subject?: string) => of(document, subject).map(({ property }) => property.id);

  it('is of the property that the sentence names beside the figure', () => {
    const text = (one: string, other: string) =>
      `${HEAD}---\nThe number of friendships of the League rose ${one}, and that of its sister ports ${other}.\n`;
    assert.deepEqual(ids(text('<|from 12 to 18|>', 'from 4 to 11')), ['friendships']);
    assert.deepEqual(ids(text('from 12 to 18', '<|from 4 to 11|>')), ['sister-ports']);
    assert.deepEqual(ids(`${HEAD}lang: zh\n---\n河流联盟有<|十二|>个友好港口。\n`), ['sister-ports']);
  });

  it('is a count of what the figure counts where nothing names a property', () => {
    const [choice] = of(`${HEAD}---\nThe League handled <|more than 500 disputed harbour cases|>.\n`);
    assert.equal(choice!.property.id, 'count');
    assert.deepEqual(choice!.qualifiers, { of: 'disputed harbour cases' });
    // “count” stands in no “country”.
    assert.deepEqual(ids(`${HEAD}---\nIn that country the League has <|41 cities|>.\n`), ['member-cities']);
  });

  it('is, where its sentence names nobody, of those whom the text names, declared or not', () => {
    const body = 'The River League met. The River League voted.\n\nThe Delta Forum closed.\n\nWe ran <|9 cities|>.\n';
    const at = setting(body, TOWNS);
    const asked = proposal(at.view, at.path, at.span);
    assert.ok(typeof asked !== 'string', String(asked));
    assert.deepEqual(
      asked.subjects.map(({ id, where, untagged }) => [id, where, untagged]),
      [
        ['league', 'document', true],
        ['forum', 'document', true],
        ['this', 'this', false],
      ],
    );
  });

  it('is about what the claim before it in its paragraph is about, and in another one about whom the text names most', () => {
    const claims = 'claims:\n  - {quote: It ran 3 ferries, subject: forum, property: count, value: 3, of: ferries}\n';
    const text = (gap: string) =>
      `${HEAD}${claims}---\nOn${' the League'.repeat(12)}. It ran 3 ferries.${gap}We saw <|12 gulls|>.\n`;
    const first = (document: string) => {
      const { view, path, span } = setting(document, TOWNS);
      const asked = proposal(view, path, span);
      return typeof asked === 'string' ? asked : asked.subjects[0]!.id;
    };
    assert.equal(first(text(' ')), 'forum');
    assert.equal(first(text('\n\n')), 'league');
  });

  it('is not of a property whose one value the document has given already', () => {
    const claims =
      'claims:\n  - {quote: 41 cities, subject: league, property: member-cities, value: 41}\n---\nThe League has 41 cities. ';
    assert.deepEqual(ids(`${HEAD}${claims}It visited <|9 cities|> last year.\n`), ['count']);
    assert.deepEqual(ids(`${HEAD}---\nThe League has <|9 cities|>.\n`), ['member-cities']);
    assert.deepEqual(ids(`${HEAD}${claims}All <|41 cities|> came.\n`), ['member-cities']);
  });

  it('offers what stands behind the figure as what it counts', () => {
    const [choices] = all(`${HEAD}---\nThe League held <|nearly 20 emergency crossing of the delta, and left|>.\n`);
    assert.deepEqual(
      choices!.find(({ property }) => property.id === 'count')!.missing.map(({ name, words }) => [name, words]),
      [['of', 'emergency crossing of the delta']],
    );
  });

  it('is by whom the words between quotation marks are ascribed to, before or behind them', () => {
    const by = (body: string) => {
      const { view, path, span } = setting(`${HEAD}---\n${body}\n`);
      const asked = proposal(view, path, span);
      return typeof asked === 'string' ? asked : asked.by;
    };
    assert.equal(by('“The water rose. <|The Delta Forum drew 212 delegates|>. They stayed.” Ada Lane said.'), 'ada');
    assert.equal(by('Ada Lane said: “The water rose. <|The Delta Forum drew 212 delegates|>.”'), 'ada');
    assert.equal(by('“The water rose. <|The Delta Forum drew 212 delegates|>.” Bo Quist was there.'), undefined);
    assert.equal(by('“The water rose.” <|The Delta Forum drew 212 delegates|>. “Good.” Ada Lane said.'), undefined);
    assert.equal(by('“The water rose.\n\n<|The Delta Forum drew 212 delegates|>.” Ada Lane said.'), undefined);
    assert.equal(by('莱恩说：“水涨了。<|河洲论坛吸引了212名代表|>。他们留下了。”'), 'ada');
  });

  it('asks whether a change took the time that its paragraph names, and takes none by itself', () => {
    const text = `${HEAD}---\nOver the past ten years, ships came. The League <|grew from 41 to 58 member cities|>.\n`;
    const { view, path, span } = setting(text);
    const asked = proposal(view, path, span);
    assert.ok(typeof asked !== 'string');
    assert.deepEqual(asked.times, []);
    assert.deepEqual(asked.timesAround, [{ edtf: '2010/2020', words: 'past ten years' }]);
    assert.ok(!claimed(text, likeliest).includes('at:'));
    assert.match(
      claimed(text, (at) => ({ ...likeliest(at), at: '2010/2020' })),
      /value: 41 -> 58\n {4}at: 2010\/2020/,
    );
    const other = setting(`${HEAD}---\nOver the past ten years, ships came. The League has <|58 member cities|>.\n`);
    const second = proposal(other.view, other.path, other.span);
    assert.deepEqual(typeof second === 'string' ? second : second.timesAround, []);
  });
});
