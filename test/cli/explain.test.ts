import assert from 'node:assert/strict';
import { concord, type Machine, parsed } from './memory.ts';

const text = (head: string, ...claims: readonly string[]) =>
  `---\n${head}\nclaims:\n${claims.map((claim) => `  - {quote: x, subject: fair, property: attendance, ${claim}}`).join('\n')}\n---\nx\n`;

const files = {
  'c/concord.yaml': 'version: 1\n',
  'c/entities/e.yaml':
    'fair: {type: event, name: the Fair, facts: [{property: attendance, value: 210}, {property: held-on, value: 2022}]}\nempty: {type: event, name: Empty}\n',
  'c/a.md': text('title: On fairs\ndate: 2022-05-01', 'id: guests, value: more than 200', 'value: 50, among: cooks'),
  'c/b.md': text('title: Later\ndate: 2022-06', 'id: guests, value: 190'),
  'c/plain.md': 'No front matter.\n',
};
const run = (argv: readonly string[], more: Machine = {}) => concord(['explain', ...argv], { files, ...more });

describe('concord explain', () => {
  it('explains a claim in words', async () => {
    const { code, stdout, stderr } = await run(['c/b.md#guests']);
    assert.deepEqual([code, stderr], [0, '']);
    assert.equal(
      stdout,
      `c/b.md#guests
  the Fair · attendance: 190
  “x”
  means         exactly 190   [190, 190]
  unit          person
  time          holds always

Compared with 3 claims
  conflict: 210 · c/entities/e.yaml#fair.1
    means         exactly 210   [210, 210]
    unit          person
    time          holds always
    Exactly 190 here, exactly 210 there: no number is both.
  conflict: more than 200 · c/a.md#guests · On fairs, 1 May 2022
    “x”
    means         more than 200; a reader expects more than 200 and at most 300   (200, ∞), expected (200, 300]
    unit          person
    time          holds always
    Exactly 190 here, more than 200 there: no number is both.
  conflict: 50 · c/a.md#claims[1] · On fairs, 1 May 2022
    “x”
    means         exactly 50   [50, 50]
    unit          person
    time          holds always
    limited to    among cooks
    Exactly 190 here, exactly 50 there: no number is both. Only one of the two says what it is limited to.
`,
    );
  });

  it('gives programs the same as data, with files from the working directory', async () => {
    const outcome = await run(['a.md#guests', '--format', 'json'], { cwd: '/desk/c' });
    assert.equal(outcome.code, 0);
    const { version, explanations, pages } = parsed(outcome);
    assert.deepEqual([version, pages, explanations.length], [1, [], 1]);
    const [{ file, claim, says, compared, counts }] = explanations;
    assert.deepEqual([file, claim], ['a.md', 'guests']);
    assert.deepEqual([says[0].file, says[0].hard, says[0].soft], ['a.md', '(200, ∞)', '(200, 300]']);
    assert.deepEqual(counts, {
      'conflicting-quantity': { claims: 2, documents: 2, recorded: false },
      refinement: { claims: 1, documents: 0, recorded: true },
    });
    assert.deepEqual(
      compared.map((side: { relation: string; other: { file: string; claim: string } }) => [
        side.relation,
        side.other.file,
        side.other.claim,
      ]),
      [
        ['conflicting-quantity', 'a.md', 'claims[1]'],
        ['conflicting-quantity', 'b.md', 'guests'],
        ['refinement', 'entities/e.yaml', 'fair.1'],
      ],
    );
  });

  const found: readonly [target: string, names: readonly string[]][] = [
    ['c/a.md', ['c/a.md#guests', 'c/a.md#claims[1]']],
    ['c/a.md#claims[1]', ['c/a.md#claims[1]']],
    ['c/entities/e.yaml', ['c/entities/e.yaml#fair.1', 'c/entities/e.yaml#fair.2']],
    ['c/entities/e.yaml#fair', ['c/entities/e.yaml#fair.1', 'c/entities/e.yaml#fair.2']],
    ['c/entities/e.yaml#fair:2', ['c/entities/e.yaml#fair.2']],
    ['c/entities/e.yaml#fair.2', ['c/entities/e.yaml#fair.2']],
    ['fair', ['c/entities/e.yaml#fair.1', 'c/entities/e.yaml#fair.2']],
    ['fair:1', ['c/entities/e.yaml#fair.1']],
  ];
  for (const [target, names] of found) {
    it(`finds ${target}`, async () => {
      const outcome = await run([target, '--format=json']);
      assert.equal(outcome.code, 0, outcome.stderr);
      const all = parsed(outcome).explanations.map(
        (one: { file: string; claim: string }) => `${one.file}#${one.claim}`,
      );
      assert.deepEqual(all, names);
    });
  }

  const refused: readonly [target: string, message: string][] = [
    ['c/a.md#gests', 'c/a.md has no claim "gests"; did you mean guests?'],
    ['c/a.md#unlike', 'c/a.md has no claim "unlike"; there are guests, claims[1]'],
    ['c/entities/e.yaml#fiar', 'c/entities/e.yaml has no fact "fiar"; did you mean fair?'],
    ['c/plain.md', 'c/plain.md has no claims'],
    ['c/nope.md#guests', 'c/nope.md does not exist'],
    ['c/concord.yaml', 'c/concord.yaml is neither a document nor a file of records of its corpus'],
    ['outside.md', 'outside.md is in no corpus: there is no concord.yaml above it'],
    ['fair:9', 'the record fair has 2 facts, so not fair:9'],
    ['empty', 'the record empty has no facts, so not empty'],
    ['fiar:1', 'there is no file, check or entity "fiar:1"; did you mean fair?'],
    ['tensoin', 'there is no file, check or entity "tensoin"; did you mean tension?'],
    ['wholly-unlike', 'there is no file, check or entity "wholly-unlike"; see concord explain --help'],
    ['a\x1b[2Jb', 'there is no file, check or entity "a\u241b[2Jb"; see concord explain --help'],
    ['', 'there is no file, check or entity ""; see concord explain --help'],
    ['#guests', 'an empty path does not exist'],
    ['tension', 'the check tension has no page'],
  ];
  for (const [target, message] of refused) {
    it(`says of ${JSON.stringify(target)} that it is not there`, async () => {
      const { code, stdout, stderr } = await run([target], { files: { ...files, 'outside.md': 'x' } });
      assert.deepEqual([code, stdout, stderr], [2, '', `concord: ${message}\n`]);
    });
  }

  it('needs something to explain', async () => {
    const { code, stderr } = await run([]);
    assert.deepEqual([code, stderr], [2, 'concord: explain needs something to explain; see concord explain --help\n']);
  });

  it('prints the page of a check', async () => {
    const pages = { tension: '# tension\n\nBoth can be true.\n' };
    const { code, stdout } = await run(['tension'], { pages });
    assert.deepEqual([code, stdout], [0, '# tension\n\nBoth can be true.\n']);
    const json = await run(['tension', '--format', 'json'], { pages });
    assert.deepEqual(parsed(json), { version: 1, explanations: [], pages: [{ code: 'tension', page: pages.tension }] });
  });

  it('colours on a terminal, and lets no text of a document drive it', async () => {
    const hostile = { ...files, 'c/b.md': text('title: "\\e[2J"\ndate: 2022-06', 'id: guests, value: 190') };
    const { stdout } = await run(['c/a.md#guests'], { files: hostile, isTTY: true });
    assert.ok(stdout.includes('\x1b[1;31mconflict\x1b[0m: 190'));
    assert.ok(stdout.includes('\u241b[2J') && !stdout.includes('\x1b[2J'));
    const plain = await run(['c/a.md#guests', '--no-color'], { isTTY: true });
    assert.ok(!plain.stdout.includes('\x1b'));
  });

  it('spells out a part of a crowd and counts the rest', async () => {
    const crowd = Object.fromEntries(
      Array.from({ length: 80 }, (_, i) => [`c/crowd/${i}.md`, text('date: 2022', 'value: 190')]),
    );
    const { stdout } = await run(['c/b.md#guests'], { files: { ...files, ...crowd } });
    assert.match(stdout, /^Compared with 83 claims$/m);
    assert.equal(stdout.match(/^ {2}agreement: 190/gm)?.length, 50);
    assert.match(stdout, /^ {2}and 30 more$/m);
  });
});
