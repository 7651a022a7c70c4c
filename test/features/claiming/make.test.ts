import assert from 'node:assert/strict';
import { claimed, likeliest } from './corpus.ts';

const HEAD = '---\ndate: 2020-05-04\nentities: [forum, league]\n';

describe('making a claim of a passage', () => {
  const rows: readonly (readonly [string, string, string])[] = [
    [
      'of a figure, with nothing that need not be said',
      `${HEAD}---\n<|The Delta Forum drew more than 200 delegates|> on its first day.\n`,
      `date: 2020-05-04
entities: [forum, league]
claims:
  - quote: The Delta Forum drew more than 200 delegates
    subject: forum
    property: attendance
    value: more than 200`,
    ],
    [
      'after those that are there, in their style, with an id where they have one',
      `${HEAD}claims:\n  - {id: attendance, quote: 40 ships, subject: forum, property: count, value: 40, of: ships} # counted\n---\n40 ships came. <|The Delta Forum drew 212 delegates.|>\n`,
      `date: 2020-05-04
entities: [forum, league]
claims:
  - {id: attendance, quote: 40 ships, subject: forum, property: count, value: 40, of: ships} # counted
  - {id: attendance-forum, quote: The Delta Forum drew 212 delegates, subject: forum, property: attendance, value: 212}`,
    ],
    [
      'in Chinese',
      `${HEAD}lang: zh\n---\n<|“河洲论坛吸引了200余名代表，|>还有记者。”\n`,
      `date: 2020-05-04
entities: [forum, league]
lang: zh
claims:
  - quote: 河洲论坛吸引了200余名代表
    subject: forum
    property: attendance
    value: 200余`,
    ],
    [
      'of both ends of a change, with the time that the passage gives',
      `${HEAD}---\n<|From 2012 to 2019 the River League grew from 41 to 58 member cities|>.\n`,
      `date: 2020-05-04
entities: [forum, league]
claims:
  - quote: From 2012 to 2019 the River League grew from 41 to 58 member cities
    subject: league
    property: member-cities
    value: 41 -> 58
    at: 2012/2019`,
    ],
    [
      'which stands twice, by its number',
      `${HEAD}---\n40 delegates came to the Delta Forum, and <|40 delegates|> left.\n`,
      `date: 2020-05-04
entities: [forum, league]
claims:
  - quote: 40 delegates
    nth: 2
    subject: forum
    property: attendance
    value: 40`,
    ],
    [
      'with what somebody says in it, whom nobody has tagged yet',
      `${HEAD}---\n<|The Delta Forum drew 212 delegates|>, Ada Lane said.\n`,
      `date: 2020-05-04
entities: [forum, league]
claims:
  - quote: The Delta Forum drew 212 delegates
    subject: forum
    property: attendance
    value: 212`,
    ],
    [
      'whom the document declares, and who is then whom the claim is by',
      `---\ndate: 2020-05-04\nentities: [forum, ada]\n---\n“<|The Delta Forum drew 212 delegates|>,” said Ada Lane.\n`,
      `date: 2020-05-04
entities: [forum, ada]
claims:
  - quote: The Delta Forum drew 212 delegates
    subject: forum
    property: attendance
    value: 212
    by: ada`,
    ],
    [
      'that is still to come',
      `${HEAD}---\n<|The Delta Forum is expected to draw 300 delegates|>.\n`,
      `date: 2020-05-04
entities: [forum, league]
claims:
  - quote: The Delta Forum is expected to draw 300 delegates
    subject: forum
    property: attendance
    value: 300
    stance: expects`,
    ],
    [
      'of several figures, nested under one quote',
      `${HEAD}---\n<|The Delta Forum drew 212 delegates from 41 countries|>.\n`,
      `date: 2020-05-04
entities: [forum, league]
claims:
  - quote: The Delta Forum drew 212 delegates from 41 countries
    subject: forum
    property: attendance
    value: 212
    claims:
      - {property: represented-countries, value: 41}`,
    ],
    [
      'in a document that nobody has annotated, and what it speaks of becomes a mention',
      '<|The Delta Forum drew 212 delegates|>.\n',
      `entities: [forum]
claims:
  - quote: The Delta Forum drew 212 delegates
    subject: forum
    property: attendance
    value: 212`,
    ],
    [
      'of a date',
      `${HEAD}---\n<|The Delta Forum opened on 16 October 2019|>.\n`,
      `date: 2020-05-04
entities: [forum, league]
claims:
  - quote: The Delta Forum opened on 16 October 2019
    subject: forum
    property: held-on
    value: 2019-10-16`,
    ],
  ];
  for (const [name, before, after] of rows) {
    it(name, () => {
      if (!before.startsWith('---')) {
        assert.match(claimed(before, likeliest), /claims:\n {2}- quote: The Delta Forum drew 212 delegates\n/);
        return;
      }
      assert.equal(claimed(before, likeliest), after);
    });
  }
});
