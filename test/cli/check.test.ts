import assert from 'node:assert/strict';
import { concord, parsed } from './memory.ts';

const PEOPLE = 'ada: {type: person, name: Ada}\nbo: {type: person, name: Bo}\n';

/** A document whose second entity is misspelt: one error, at line 3. */
const MISSPELT = '---\nentities:\n  ada:\n  boo:\n---\nAda said so.\n';
/** An entity that nothing mentions: one warning. */
const UNUSED = '---\nentities: [ada, bo]\n---\nAda said so.\n';
const CLEAN = '---\nentities: [ada]\n---\nAda said so.\n';

const corpus = (files: Record<string, string>) => ({
  'concord.yaml': 'version: 1\n',
  'entities/p.yaml': PEOPLE,
  ...files,
});
const codes = (outcome: { readonly stdout: string }): string[] =>
  parsed(outcome).findings.map((finding: { file: string; code: string }) => `${finding.file} ${finding.code}`);

describe('concord check --format json', () => {
  it('prints the object that the format describes', async () => {
    const { code, stdout, stderr } = await concord(['check', '--format', 'json'], {
      files: corpus({ 'a.md': MISSPELT }),
    });
    assert.equal(code, 1);
    assert.equal(stderr, '');
    assert.ok(stdout.endsWith('}\n') && !stdout.slice(0, -1).includes('\n'));
    const { message, ...finding } = parsed({ stdout }).findings[0];
    assert.match(message, /boo/);
    assert.deepEqual(
      { ...parsed({ stdout }), findings: [finding] },
      {
        version: 1,
        corpora: [{ root: '.', documents: 1, entities: 2, claims: 0, mentions: 1 }],
        findings: [
          {
            file: 'a.md',
            range: { start: { line: 3, character: 2 }, end: { line: 3, character: 5 } },
            code: 'unresolved-entity',
            severity: 'error',
            claim: null,
            entity: 'boo',
            related: [],
            fixable: true,
            accepted: null,
          },
        ],
      },
    );
  });

  it('names the claim, the entity and the other side', async () => {
    const text = `---
entities: [ada]
claims:
  - {id: one, quote: Ada, subject: ada, property: born-on, value: 1815-12-10}
---
Ada and Ada.
`;
    const { findings } = parsed(await concord(['check', '--format', 'json'], { files: corpus({ 'a.md': text }) }));
    assert.equal(findings[0].code, 'quote-ambiguous');
    assert.equal(findings[0].claim, 'one');
    assert.deepEqual(
      findings[0].related.map(({ message, ...rest }: { message: string }) => [message !== '', rest]),
      [0, 8].map((character) => [
        true,
        {
          file: 'a.md',
          range: { start: { line: 5, character }, end: { line: 5, character: character + 3 } },
          claim: null,
        },
      ]),
    );
  });

  it('counts claims as expanded, without groups, and annotated documents alone', async () => {
    const text = `---
entities: [ada, bo]
claims:
  - quote: Ada and Bo said so
    subject: ada
    claims:
      - {property: said, value: [so, thus]}
      - {property: relations-with, value: bo}
---
Ada and Bo said so.
`;
    const files = corpus({
      'a.md': text,
      'plain.md': 'Ada.\n',
      'empty.md': '',
      'front.md': '---\ntitle: Ada\n---\nAda.\n',
    });
    assert.deepEqual(parsed(await concord(['check', '--format', 'json'], { files })).corpora, [
      { root: '.', documents: 1, entities: 2, claims: 3, mentions: 2 },
    ]);
  });

  it('orders findings by file, position and code', async () => {
    const twice =
      '---\nentities: [boo, ada]\nclaims:\n  - {quote: no, subject: boo, property: nope, value: 1}\n---\nx\n';
    const files = corpus({ 'b.md': twice, 'a.md': twice, 'a/c.md': twice });
    const { findings } = parsed(await concord(['check', '--format', 'json'], { files }));
    type Key = readonly [string, number, number, string];
    const keys: Key[] = findings.map(
      // biome-ignore lint/suspicious/noExplicitAny: what a program would get.
      ({ file, range, code }: any): Key => [file, range.start.line, range.start.character, code],
    );
    const sorted = [...keys].sort((a, b) => {
      const at = a.findIndex((part, i) => part !== b[i]);
      return at < 0 ? 0 : a[at]! < b[at]! ? -1 : 1;
    });
    assert.ok(keys.length >= 9);
    assert.deepEqual(keys, sorted);
  });

  it('survives ids that are names of the language', async () => {
    const files = {
      'concord.yaml': 'version: 1\nproperties:\n  __proto__: {value: text}\n',
      'entities/p.yaml': '__proto__: {type: person, name: Proto}\nconstructor: {type: person, name: Ctor}\n',
      'a.md':
        '---\nentities: [__proto__, constructor]\nclaims:\n  - {id: __proto__, quote: met, subject: __proto__, property: said, value: hasOwnProperty}\n---\nProto met Ctor. Proto.\n',
    };
    const { corpora, findings } = parsed(await concord(['check', '--format', 'json'], { files }));
    assert.deepEqual(findings, []);
    assert.deepEqual(corpora, [{ root: '.', documents: 1, entities: 2, claims: 1, mentions: 3 }]);
  });

  it('reports one id in two files', async () => {
    const files = corpus({ 'entities/q.yaml': 'ada: {type: person, name: Ada Two}\n', 'a.md': CLEAN });
    const { corpora, findings } = parsed(await concord(['check', '--format', 'json'], { files }));
    assert.deepEqual(
      findings.map(({ file, code, entity }: { file: string; code: string; entity: string }) => [file, code, entity]),
      [['entities/q.yaml', 'duplicate-entity', 'ada']],
    );
    assert.equal(findings[0].related[0].file, 'entities/p.yaml');
    assert.equal(corpora[0].entities, 2);
  });

  it('counts lines and characters after a byte order mark and CRLF', async () => {
    const files = corpus({ 'a.md': `\ufeff${MISSPELT.replaceAll('\n', '\r\n')}` });
    const { findings } = parsed(await concord(['check', '--format', 'json'], { files }));
    assert.deepEqual(findings[0].range, { start: { line: 3, character: 2 }, end: { line: 3, character: 5 } });
  });
});

describe('exit codes of concord check', () => {
  const cases: readonly [name: string, argv: readonly string[], files: Record<string, string>, code: number][] = [
    ['nothing found', [], { 'a.md': CLEAN }, 0],
    ['an error', [], { 'a.md': MISSPELT }, 1],
    ['a warning', [], { 'a.md': UNUSED }, 0],
    ['as many warnings as allowed', ['--max-warnings', '1'], { 'a.md': UNUSED }, 0],
    ['more warnings than allowed', ['--max-warnings', '1'], { 'a.md': UNUSED, 'b.md': UNUSED }, 1],
    ['a warning where none is allowed', ['--max-warnings', '0'], { 'a.md': UNUSED }, 1],
    ['information', ['--max-warnings', '0'], { 'a.md': `${CLEAN}Bo.\n` }, 0],
    ['an error elsewhere', ['b.md'], { 'a.md': MISSPELT, 'b.md': CLEAN }, 0],
    ['a path that is not there', ['b.md'], { 'a.md': CLEAN }, 2],
    ['one of several that is not there', ['a.md', 'b.md'], { 'a.md': CLEAN }, 2],
    ['an empty path', [''], { 'a.md': CLEAN }, 2],
  ];
  for (const [name, argv, files, code] of cases) {
    it(`${code}: ${name}`, async () => {
      const outcome = await concord(['check', ...argv], { files: corpus(files) });
      assert.equal(outcome.code, code, outcome.stdout + outcome.stderr);
      if (code === 2) {
        assert.equal(outcome.stdout, '');
        assert.match(outcome.stderr, /^concord: [^\n]+ does not exist\n$/);
      }
    });
  }

  it('0 without a corpus, with a line about it', async () => {
    const outcome = await concord(['check', '--format', 'json'], { files: { 'a.md': MISSPELT } });
    assert.equal(outcome.code, 0);
    assert.deepEqual(parsed(outcome), { version: 1, corpora: [], findings: [] });
    assert.match(outcome.stderr, /^concord: no corpus found for \.[^\n]*\n$/);
  });

  it('2 for a fault of the program, on one line', async () => {
    const outcome = await concord(['check'], { files: corpus({}), fault: 'one\ntwo' });
    assert.deepEqual(outcome.code, 2);
    assert.equal(outcome.stdout, '');
    assert.equal(outcome.stderr, 'concord: internal error: one\u240atwo\n');
  });
});

describe('a broken concord.yaml', () => {
  const files = {
    'concord.yaml': 'version: 1\ntypes: [\nlanguages: [en]\n',
    'entities/p.yaml': PEOPLE,
    'x/a.md': CLEAN,
  };

  it('gives its findings', async () => {
    const outcome = await concord(['check', '--format', 'json'], { files });
    assert.equal(outcome.code, 1);
    assert.ok(codes(outcome).includes('concord.yaml invalid-yaml'));
  });

  it('gives them whatever the path', async () => {
    const outcome = await concord(['check', '--format', 'json', 'x/a.md'], { files });
    assert.equal(outcome.code, 1);
    assert.ok(codes(outcome).every((one) => one.startsWith('concord.yaml ')));
    assert.ok(codes(outcome).includes('concord.yaml invalid-yaml'));
  });

  it('keeps its warnings to itself where another path is meant', async () => {
    const odd = { ...files, 'concord.yaml': 'version: 1\ndocumnets: x\n' };
    assert.deepEqual(codes(await concord(['check', '--format', 'json', 'x'], { files: odd })), []);
    assert.deepEqual(codes(await concord(['check', '--format', 'json'], { files: odd })), ['concord.yaml unknown-key']);
  });
});

describe('accepted findings', () => {
  const accepted = UNUSED.replace(
    '\n---\nAda',
    '\naccept:\n  unused-entity: he is thanked in the printed version\n---\nAda',
  );
  const files = corpus({ 'a.md': accepted });

  it('are left out and count for nothing', async () => {
    const outcome = await concord(['check', '--format', 'json', '--max-warnings', '0'], { files });
    assert.equal(outcome.code, 0);
    assert.deepEqual(codes(outcome), []);
  });

  it('are listed with their reason under --show-accepted, and still count for nothing', async () => {
    const outcome = await concord(['check', '--format', 'json', '--max-warnings', '0', '--show-accepted'], { files });
    assert.equal(outcome.code, 0);
    assert.deepEqual(codes(outcome), ['a.md unused-entity']);
    assert.deepEqual(parsed(outcome).findings[0].accepted, { reason: 'he is thanked in the printed version' });
    const { stdout } = await concord(['check', '--format', 'concise', '--show-accepted'], { files });
    assert.match(stdout, /warning\[unused-entity\] .* \(accepted: he is thanked in the printed version\)\n$/);
  });
});

describe('the language of findings', () => {
  const files = corpus({ 'a.md': '---\nentities: [nobody]\n---\nText.\n' });
  const messageIn = async (variables: Readonly<Record<string, string>>) =>
    parsed(await concord(['check', '--format', 'json'], { files, variables })).findings[0].message;

  it('is that of the locale, English for one that has no words here', async () => {
    const english = 'No record has the id “nobody”. Create one, or correct the id.';
    const chinese = '没有 ID 为“nobody”的记录。请创建记录，或改正 ID。';
    assert.equal(await messageIn({}), english);
    for (const LANG of ['C', 'C.UTF-8', 'POSIX', 'en_GB.UTF-8', 'fr_FR', '../zh'])
      assert.equal(await messageIn({ LANG }), english);
    for (const LANG of ['zh_CN.UTF-8', 'zh', 'zh_SG@x']) assert.equal(await messageIn({ LANG }), chinese);
    assert.equal(await messageIn({ LANG: 'zh_CN', LC_ALL: 'en_US.UTF-8' }), english);
    assert.equal(await messageIn({ LANG: 'en_US', LC_MESSAGES: 'zh_CN' }), chinese);
  });
});
