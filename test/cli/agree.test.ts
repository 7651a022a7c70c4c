import assert from 'node:assert/strict';
import { concord, type Machine, parsed } from './memory.ts';

const doc = (entities: string, claims = '', body = 'Ada met Bo, and 30 guests came.\n') =>
  `---\ndate: 2024-05-06\nentities: ${entities}\n${claims}---\n${body}`;
const claim = (value: string) =>
  `claims:\n  - {id: g, quote: 30 guests, subject: fair, property: attendance, value: ${value}}\n`;
const corpus = (name: string, documents: Readonly<Record<string, string>>) => ({
  [`${name}/concord.yaml`]: 'version: 1\n',
  [`${name}/entities/e.yaml`]:
    'ada: {type: person, name: Ada}\nbo: {type: person, name: Bo}\nfair: {type: event, name: the Fair}\n',
  ...Object.fromEntries(Object.entries(documents).map(([path, text]) => [`${name}/${path}`, text])),
});
const files = {
  ...corpus('work/anna', { 'd/x.md': doc('[ada, bo]', claim('30')), 'd/only.md': doc('[ada]') }),
  ...corpus('work/ben', { 'd/x.md': doc('[ada]', claim('"=40"')) }),
};
const run = (argv: readonly string[], more: Machine = {}) => concord(['agree', ...argv], { files, ...more });

describe('concord agree', () => {
  it('shows figures and what is left to decide', async () => {
    const { code, stdout, stderr } = await run(['work/anna', 'work/ben/']);
    assert.deepEqual([code, stderr], [0, '']);
    assert.equal(
      stdout,
      `anna and ben: 1 document compared
  not compared: d/only.md: ben does not have it

Mentions  anna  ben  both    F1  near F1  kappa  alpha-U
all          2    1     1  0.67     0.67   0.61     0.78
  person     2    1     1  0.67     0.67   0.61     0.78

Marked by both  compared  agreed  share  kappa  alpha
type                   1       1  100 %      –      –
entity                 1       1  100 %      –      –

Claims        anna  ben  both    F1  same  same F1  value  kappa  alpha
all              1    1     1  1.00     0     0.00    0 %   0.00   0.00
  attendance     1    1     1  1.00     0     0.00    0 %   0.00   0.00

Found by both  compared  agreed  share  kappa  alpha
value                 1       0    0 %   0.00   0.00
time                  1       1  100 %      –      –
speaker               1       1  100 %      –      –
stance                1       1  100 %      –      –
certainty             1       1  100 %      –      –
qualifiers            1       1  100 %      –      –

Quoted    anna  ben  both    F1  near F1  kappa  alpha-U
passages     1    1     1  1.00     1.00   1.00     1.00

– in kappa and alpha: all that was compared has one label, so that chance would agree as well.

2 disagreements to decide

d/x.md
  7/–  “Bo” mention, found by one
    anna: bo (person)
    ben:  not marked
  5/5  “30 guests” claim, another value
    anna: 30
    ben:  =40
`,
    );
  });

  it('gives programs one object, with null and the reason where a figure is undefined', async () => {
    const { a, b, documents, excluded, mentions, claims, disagreements } = parsed(
      await run(['work/anna', 'work/ben', '--format', 'json']),
    );
    assert.deepEqual([a, b, documents], ['anna', 'ben', ['d/x.md']]);
    assert.deepEqual(excluded, [{ document: 'd/only.md', reason: 'missing', in: 'b' }]);
    assert.equal(mentions.types.person.f1, 2 / 3);
    assert.deepEqual(
      [mentions.sameType.kappa, mentions.sameType.kappaUndefined, claims.aspects.time.alpha],
      [null, 'no-choice', null],
    );
    assert.equal(claims.properties.attendance.value.kappa, 0);
    assert.deepEqual(disagreements[1], {
      document: 'd/x.md',
      about: 'claim',
      difference: 'value',
      passage: '30 guests',
      times: 1,
      a: { says: '30', line: 5, claim: 'g' },
      b: { says: '=40', line: 5, claim: 'g' },
    });
  });

  it('gives a spreadsheet a row for each disagreement, and nothing that it would compute', async () => {
    const { stdout } = await run(['work/anna', 'work/ben', '--format', 'csv']);
    assert.deepEqual(stdout.split('\r\n'), [
      'document,about,difference,passage,times,anna,ben,line in anna,line in ben,claim in anna,claim in ben',
      'd/x.md,mention,found,Bo,1,bo (person),,7,,,',
      "d/x.md,claim,value,30 guests,1,30,'=40,5,5,g,g",
      '',
    ]);
  });

  it('compares two folders of one corpus', async () => {
    const both = corpus('c', {
      'documents/anna/x.md': doc('[ada]'),
      'documents/ben/x.md': doc('[ada]'),
      'other.md': doc('[bo]'),
    });
    const { code, stdout } = await run(['documents/anna', 'documents/ben'], { files: both, cwd: '/desk/c' });
    assert.equal(code, 0);
    assert.match(stdout, /^anna and ben: 1 document compared\n\n/);
    assert.match(stdout, /\n0 disagreements to decide\n$/);
  });

  it('says that one has nothing, instead of letting a 0 speak', async () => {
    const machine = {
      files: { ...corpus('a', { 'x.md': doc('[ada]') }), ...corpus('b', { 'x.md': doc('[]') }) },
    };
    const { stdout } = await run(['a', 'b'], machine);
    assert.match(stdout, /\nb has no mentions: kappa is then 0 whatever the other has, and tells nothing\.\n/);
    assert.match(stdout, /\nNeither has any claims: there is nothing to agree on\.\n/);
    assert.doesNotMatch(stdout, /NaN|Infinity/);
  });

  it('exits 1 where no document is annotated by both', async () => {
    const { code, stderr } = await run(['work/anna/d', 'work/ben']);
    assert.deepEqual([code, stderr], [1, 'concord: there is no document that both have annotated\n']);
  });

  it('exits 2 with one line where there are no two versions', async () => {
    for (const [argv, message] of [
      [['work/anna'], 'agree takes two versions, of one annotator each; see concord agree --help'],
      [['a', 'b', 'c'], 'agree takes two versions, of one annotator each; see concord agree --help'],
      [['work/anna', 'gone'], 'there is no folder gone'],
      [['work/anna', ''], 'there is no folder without a name'],
      [['work', 'work/anna'], 'work holds 2 corpora, not one; name the folder of the one that is meant'],
      [['work/anna/d/x.md', 'work/ben'], 'work/anna/d/x.md is no folder'],
      [['loose', 'work/ben'], 'loose is in no corpus: there is no concord.yaml to go by'],
      [['work/anna', 'work/ben', '--format', 'tabel'], '--format has no "tabel"; did you mean table?'],
    ] as const)
      assert.deepEqual(
        await run(argv, { files: { ...files, 'loose/x.md': 'x\n' } }).then((out) => [out.code, out.stderr]),
        [2, `concord: ${message}\n`],
      );
  });
});
