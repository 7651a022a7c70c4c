import assert from 'node:assert/strict';
import { edits, properties, proposal, snippet } from '../../../server/src/features/claiming/proposal.ts';
import { applied } from '../notation.ts';
import { claimed, likeliest, setting } from './corpus.ts';

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
      'under a claim of the same passage, from which it has subject and time',
      `${HEAD}claims:\n  - quote: 212 delegates from 41 countries\n    subject: forum\n    property: attendance\n    value: 212\n---\n212 delegates from 41 countries, <|212 delegates from 41 countries|>.\n`,
      `date: 2020-05-04
entities: [forum, league]
claims:
  - quote: 212 delegates from 41 countries
    subject: forum
    property: attendance
    value: 212
  - quote: 212 delegates from 41 countries
    nth: 2
    subject: forum
    property: attendance
    value: 212
    claims:
      - {property: represented-countries, value: 41}`,
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
  for (const [name, before, after] of rows) it(name, () => assert.equal(claimed(before, likeliest), after));

  it('in a document that nobody has annotated: what it speaks of becomes a mention', () => {
    const at = setting('<|The Delta Forum drew 212 delegates|>.\n');
    const made = edits(at.view, at.path, at.span, likeliest(at));
    assert.ok(typeof made !== 'string', String(made));
    assert.equal(
      applied(at.files, made).get('d.md'),
      `---
entities: [forum]
claims:
  - quote: The Delta Forum drew 212 delegates
    subject: forum
    property: attendance
    value: 212
---
The Delta Forum drew 212 delegates.
`,
    );
  });

  it('under a claim that quotes the same passage, and beside one whose time it does not share', () => {
    const host = (more: string) =>
      `${HEAD}claims:\n  - {quote: 212 delegates, subject: forum, property: attendance, value: 212${more}}\n---\n<|212 delegates|> came to the Delta Forum.\n`;
    const chosen = { claims: [{ subject: 'forum', property: 'said', value: 'they came' }] };
    assert.match(claimed(host(''), chosen), /value: 212, claims: \[\{property: said, value: they came\}\]\}$/);
    const beside = '  - {quote: 212 delegates, subject: forum, property: said, value: they came}';
    assert.ok(claimed(host(', at: 2019'), chosen).endsWith(beside));
    assert.ok(claimed(host(', among: women'), chosen).endsWith(beside));
  });

  it('of an entity, and lists several where the property takes them', () => {
    const document = `${HEAD}---\n<|Ada Lane and Bo Quist opened the Delta Forum|>.\n`;
    const at = setting(document);
    const [first] = properties(at.view, at.path, at.span, 'forum', undefined);
    assert.equal(first?.property.id, 'organized-by');
    assert.deepEqual(first?.values, ['ada', 'bo']);
    const claims = ['ada', 'bo'].map((value) => ({ subject: 'forum', property: 'participant', value }));
    assert.equal(
      claimed(document, { claims }),
      `date: 2020-05-04
entities: [forum, league, ada, bo]
claims:
  - quote: Ada Lane and Bo Quist opened the Delta Forum
    subject: forum
    property: participant
    value: [ada, bo]`,
    );
  });

  it('writes no qualifier and no id that nobody asked for, and the noun that a count is of', () => {
    const document = `${HEAD}---\n<|The River League runs 19 gauges|>.\n`;
    assert.equal(
      claimed(document, likeliest),
      `date: 2020-05-04
entities: [forum, league]
claims:
  - quote: The River League runs 19 gauges
    subject: league
    property: count
    value: 19
    of: gauges`,
    );
  });

  it('says once what a count is of, also where the noun is a unit, and keeps what measures', () => {
    const of = (words: string, said: string) => {
      const document = `${HEAD}---\n<|The River League has ${words}|>.\n`;
      const figure = `quantity@${'The River League has '.length}`;
      const chosen = { claims: [{ subject: 'league', property: 'count', figure, qualifiers: { of: said } }] };
      return /value: .*/.exec(String(claimed(document, chosen)))?.[0];
    };
    assert.equal(of('19 free trade agreements', 'free trade agreements'), 'value: 19');
    assert.equal(of('more than 300 representatives', 'representatives'), 'value: more than 300');
    assert.equal(of('more than 300 representatives', 'people'), 'value: more than 300 representatives');
    assert.equal(of('12 km', 'km'), 'value: 12 km');
  });

  it('keeps what is written to quotes that need it, and the text of the person as it is', () => {
    const document = `${HEAD}---\n<|Ships: “Amity”, 40 of them #1|>.\n`;
    const said = claimed(document, { claims: [{ subject: 'forum', property: 'said', value: 'no: "none" # so' }] });
    assert.match(said, /quote: "Ships: “Amity”, 40 of them #1"\n/);
    assert.match(said, /value: 'no: "none" # so'$/);
  });

  it('says why nothing can be written', () => {
    const chosen = { claims: [{ subject: 'forum', property: 'attendance', figure: 'quantity@99' }] };
    const body = '---\n<|The Delta Forum drew 212 delegates|>.\n';
    assert.equal(claimed(HEAD + body, chosen), 'changed');
    assert.equal(claimed(HEAD + body, { claims: [{ subject: 'forum', property: 'gone', value: 'x' }] }), 'changed');
    assert.equal(claimed(`${HEAD}claims: [\n${body}`, chosen), 'broken');
    assert.equal(claimed(`---\nentities: <|[forum|>]\n---\nSo.\n`, chosen), 'front-matter');
    const at = setting(`${HEAD}---\n<|So|>.\n`);
    assert.equal(proposal(at.view, 'none.md', at.span), 'no-document');
  });

  it('leaves stops for what is to be written by hand, and nothing of a text that a snippet would read', () => {
    const at = setting(`${HEAD}---\n<|It cost $40} \\\\ so|>.\n`);
    const made = snippet(at.view, at.path, at.span, { claims: [{ subject: 'forum' }] });
    assert.ok(typeof made !== 'string', String(made));
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the stops of a snippet
    const stops = 'property: ${1:property}\n    value: ${2:value}\n$0';
    assert.equal(made.snippet, `claims:\n  - quote: It cost \\$40\\} \\\\\\\\ so\n    subject: forum\n    ${stops}`);
  });

  it('offers, in the passage, whom it names, and after them what is spoken of before', () => {
    const at = setting(`${HEAD}---\nThe Delta Forum opened. <|It drew 212 delegates|>, said Ada Lane.\n`);
    const asked = proposal(at.view, at.path, at.span);
    assert.ok(typeof asked !== 'string');
    assert.deepEqual(
      asked.subjects.map(({ id, where, untagged }) => [id, where, untagged]),
      [
        ['forum', 'before', false],
        ['ada', 'sentence', true],
        ['league', 'document', false],
        ['this', 'this', false],
      ],
    );
  });

  it('is offered for the figure or quoted statement at the cursor, until a claim covers it', () => {
    const quoteAt = (document: string) => {
      const at = setting(document);
      const asked = proposal(at.view, at.path, at.span);
      return typeof asked === 'string' ? `(${asked})` : asked.passage.quote;
    };
    const text = 'As of today, the Delta Forum drew 2<|>12 delegates, they say.';
    assert.equal(quoteAt(`${HEAD}---\n${text}\n`), 'the Delta Forum drew 212 delegates');
    const covered = 'claims:\n  - {quote: 212 delegates, subject: forum, property: attendance, value: 212}\n';
    assert.equal(quoteAt(`${HEAD}${covered}---\n${text}\n`), '(empty)');
    const said = '---\ndate: 2020-05-04\nentities: [ada]\n---\n“The ships sh<|>all come again,” said Ada Lane.\n';
    assert.equal(quoteAt(said), 'The ships shall come again');
    assert.equal(quoteAt(said.replace('said', 'saw')), '(empty)');
  });
});
