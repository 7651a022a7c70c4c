import assert from 'node:assert/strict';
import { parsed } from './memory.ts';
import { folderOf, Program, remove, temporaryFolder } from './program.ts';
import { GIT_VARIABLES, TestRepository } from './repository.ts';

const BEFORE = {
  'concord.yaml': 'version: 1\n',
  'entities/p.yaml': `ada: {type: person, name: Ada, aliases: [A.]}
bo: {type: person, name: Bo, facts: [{property: born-on, value: 1815}]}
gone: {type: place, name: Gone}
`,
  'a.md': `---
title: One
entities: [ada]
claims:
  - {id: c1, quote: has 3 members, subject: ada, property: count, value: 3, of: members}
  - {quote: Ada left, subject: ada, property: said, value: bye}
---
Ada has 3 members. Ada left. Bo was there.
`,
  'same.md': '---\n# x\nentities: [ada]\n---\nAda.\n',
};
const AFTER = {
  ...BEFORE,
  'entities/p.yaml': `bo: {type: person, name: {en: Bo, zh: 波}, facts: [{property: born-on, value: 1816}]}
new: {type: place, name: New}
ada: {type: person, name: Ada, aliases: [A., Ade]}
`,
  'a.md': `---
title: One
entities: [ada, bo, who]
claims:
  - {quote: Bo was there, subject: bo, property: said, value: yes}
  - {id: c1, quote: has 3 members, subject: ada, property: count, value: 4, of: members, at: 2020}
---
Ada has 3 members. Ada left. Bo was there.
`,
  'same.md': '---\nentities:\n  - ada # y\n---\nAda.\n',
  'z.md': '---\ntitle: Zed\nentities: [bo]\n---\nBo.\n',
};
const SAID = `Entities
~ ada (person)
    aliases: + Ade
~ bo (person)
    name: - Bo
    name (en): + Bo
    name (zh): + 波
    ~ fact: bo · born-on · 1816
        value: 1815 → 1816
- gone (place): Gone, in entities/p.yaml
+ new (place): New, in entities/p.yaml

a.md
~ entities: + bo, who
+ claim: bo · said · yes (“Bo was there”)
~ claim c1: ada · count · 4
    value: 3 → 4
    at: + 2020
- claim: ada · said · bye (“Ada left”)
+ mentions of bo: 1

z.md
+ document added: Zed
+ mentions of bo: 1

New findings
  a.md:3:21: error[unresolved-entity] No record has the id “who”. Create one, or correct the id.
  a.md:6:74: error[quote-value-mismatch] The value says 4, and its quote 3 members. One of the two is wrong: correct the value, or quote the words that say it.

Findings that are gone
  a.md:8:30: information[untagged-name] “Bo” is a name of bo, which this document does not declare.

1 entity added, 2 entities changed, 1 entity removed, 1 document added, 1 document changed, 1 claim added, 1 claim changed, 1 claim removed, 2 new findings, 1 finding gone
`;

describe('concord diff', function () {
  this.timeout(60_000);
  let program: Program;
  const folders: string[] = [];
  const repository = (): TestRepository => {
    const it = new TestRepository(temporaryFolder());
    folders.push(it.folder);
    return it;
  };
  const diff = (cwd: string, ...args: string[]) => program.run(['diff', ...args], cwd, { ...GIT_VARIABLES });
  const said = async (cwd: string, ...args: string[]) => {
    const { code, stdout, stderr } = await diff(cwd, ...args);
    assert.deepEqual([code, stderr], [0, '']);
    return stdout;
  };

  before(async () => {
    program = await Program.build();
  });
  after(() => {
    program?.remove();
    for (const made of folders) remove(made);
  });

  it('tells in words what has changed: between commits, since one, and between folders', async () => {
    const it = repository().commit(BEFORE).commit(AFTER);
    assert.equal(await said(it.folder, 'HEAD~1..HEAD'), SAID);
    assert.equal(await said(it.folder, 'HEAD~1', 'HEAD'), SAID);
    assert.equal(await said(it.folder, 'HEAD'), 'Nothing has changed in what the corpus says.\n');
    it.git('reset', '-q', '--soft', 'HEAD~1');
    assert.equal(await said(it.folder, 'HEAD'), SAID);
    const both = folderOf(
      Object.fromEntries([
        ...Object.entries(BEFORE).map(([path, text]) => [`anna/${path}`, text]),
        ...Object.entries(AFTER).map(([path, text]) => [`ben/${path}`, text]),
      ]),
    );
    folders.push(both);
    assert.equal(await said(both, 'anna', 'ben'), SAID);
  });

  it('begins with the common past where three dots ask for it', async () => {
    const it = repository().commit(BEFORE);
    it.git('checkout', '-qb', 'side');
    it.commit({ 'z.md': AFTER['z.md'] });
    it.git('checkout', '-q', 'main');
    it.commit({ 'y.md': AFTER['z.md'] });
    assert.match(await said(it.folder, 'main..side'), /^y\.md\n- document removed/m);
    assert.doesNotMatch(await said(it.folder, 'main...side'), /y\.md/);
    assert.match(await said(it.folder, 'main...side'), /^z\.md\n\+ document added: Zed/m);
  });

  it('gives an object to programs', async () => {
    const it = repository().commit(BEFORE).commit(AFTER);
    const { version, corpora } = parsed({ stdout: await said(it.folder, 'HEAD~1..HEAD', '--format=json') });
    assert.deepEqual([version, corpora.length, corpora[0].root], [1, 1, '.']);
    const [{ entities, documents, findings, before, after }] = corpora;
    assert.deepEqual([before.documents, after.documents], [2, 3]);
    assert.deepEqual(
      entities.map(({ id, change }: { id: string; change: string }) => `${id} ${change}`),
      ['ada changed', 'bo changed', 'gone removed', 'new added'],
    );
    assert.deepEqual(documents[0].mentions, [{ entity: 'bo', before: 0, after: 1 }]);
    assert.deepEqual(documents[0].claims[1].keys[0], { key: 'value', before: '3', after: '4' });
    assert.deepEqual([findings.new.length, findings.gone.length], [2, 1]);
  });

  it('says when a corpus or a text is new, and reads bare repositories', async () => {
    const it = repository().commit({ x: 'x' }).commit(BEFORE);
    assert.match(await said(it.folder, 'HEAD~1'), /^The corpus is new\.\n\nEntities\n/);
    it.commit({ 'a.md': BEFORE['a.md'].replace('was there', 'was here') });
    assert.equal(await said(it.folder, 'HEAD~1'), 'a.md\n~ the text has changed\n\n1 document changed\n');
    const bare = temporaryFolder();
    folders.push(bare);
    it.git('clone', '-q', '--bare', it.folder, `${bare}/b.git`);
    assert.match(await said(`${bare}/b.git`, 'HEAD~1..HEAD'), /the text has changed/);
  });

  it('refuses what is not there', async () => {
    const it = repository().commit(BEFORE);
    for (const [args, message] of [
      [['nowhere'], 'git knows no revision nowhere'],
      [['HEAD..nowhere'], 'git knows no revision nowhere'],
      [[], 'diff needs two revisions, one, or two folders; see concord diff --help'],
    ] as const) {
      const { code, stderr } = await diff(it.folder, ...args);
      assert.deepEqual([code, stderr], [2, `concord: ${message}\n`]);
    }
  });
});
