import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { Program, remove, temporaryFolder } from './program.ts';
import { GIT_VARIABLES, TestRepository } from './repository.ts';

const CORPUS = { 'concord.yaml': 'version: 1\n', 'entities/p.yaml': 'ada: {type: person, name: Ada}\n' };
const BODY = 'Ada said so.\n\nBo met Ada.\n\nCy left.\n';
const page = (front: string, body = BODY) => `---\n${front}---\n${body}`;
const claim = (id: string, quote: string) =>
  `  - {id: ${id}, quote: ${quote}, subject: ada, property: said, value: so}\n`;

describe('concord merge-driver', function () {
  this.timeout(60_000);
  let program: Program;
  const folders: string[] = [];

  before(async () => {
    program = await Program.build();
  });
  after(() => {
    program?.remove();
    for (const made of folders) remove(made);
  });

  type Files = Readonly<Record<string, string>>;
  /** What comes of two branches that have gone on from one commit. */
  const merging = async (base: Files, theirs: Files, ours: Files, path = 'd.md') => {
    const it = new TestRepository(temporaryFolder());
    folders.push(it.folder);
    it.commit({ ...CORPUS, ...base });
    const installed = await program.run(['hook', 'install', '--merge-driver'], it.folder, { ...GIT_VARIABLES });
    assert.equal(installed.code, 0, installed.stderr);
    it.git('add', '-A');
    it.git('commit', '-q', '--no-verify', '--allow-empty', '-m', 'driver');
    const go = (branch: string, files: Files) => {
      it.git('checkout', '-q', '-B', branch, 'main');
      it.write(files).git('add', '-A');
      it.git('commit', '-q', '--no-verify', '-m', branch);
    };
    go('theirs', theirs);
    go('ours', ours);
    const outcome = it.try({}, 'merge', '--no-edit', '--no-verify', 'theirs');
    return { ...outcome, it, text: readFileSync(it.path(path), 'utf8') };
  };

  it('lets two people annotate one document', async () => {
    const { code, text } = await merging(
      { 'd.md': page('entities: [ada]\n') },
      { 'd.md': page(`entities: [ada, bo]\nclaims:\n${claim('c1', 'Bo met')}`) },
      { 'd.md': page(`entities: [ada, cy]\nclaims:\n${claim('c1', 'Ada said')}`) },
    );
    assert.equal(code, 0);
    assert.equal(text, page(`entities: [ada, bo, cy]\nclaims:\n${claim('c1', 'Ada said')}${claim('c2', 'Bo met')}`));
  });

  it('says which claim has got another id, and gives it none where a record goes by it', async () => {
    const base = { 'd.md': page('entities: [ada]\n') };
    const theirs = { 'd.md': page(`entities: [ada]\nclaims:\n${claim('c1', 'Bo met')}`) };
    const ours = { 'd.md': page(`entities: [ada]\nclaims:\n${claim('c1', 'Ada said')}`) };
    const one = await merging(base, theirs, ours);
    assert.equal(one.code, 0);
    assert.match(one.stderr, /concord: d\.md: both sides have a new claim c1; one of them is now c2/);
    const fact = 'ada: {type: person, name: Ada, facts: [{property: said, value: so, source: "d.md#c1"}]}\n';
    for (const [a, b] of [
      [{ ...theirs, 'entities/p.yaml': fact }, ours],
      [theirs, { ...ours, 'entities/p.yaml': fact }],
      [{ ...theirs, 'e.md': page('translation-of: d.md\nentities: []\n') }, ours],
    ] as const) {
      const other = await merging(base, a, b);
      assert.equal(other.code, 1);
      assert.match(other.text, /^<<<<<<< ours\n.*Ada said.*\n=======\n.*Bo met.*\n>>>>>>> theirs$/m);
    }
  });

  it('marks one conflict, and leaves nothing behind', async () => {
    const { code, text, it } = await merging(
      { 'd.md': page(`entities: [ada]\nclaims:\n${claim('c1', 'Ada said')}`) },
      { 'd.md': page(`entities: [ada, bo]\nclaims:\n${claim('c1', 'Ada said').replace('so}', 'yes}')}`) },
      { 'd.md': page(`entities: [ada]\nclaims:\n${claim('c1', 'Ada said').replace('so}', 'no}')}`) },
    );
    assert.equal(code, 1);
    const [ours, theirs] = ['no}', 'yes}'].map((value) => claim('c1', 'Ada said').replace('so}', value));
    assert.equal(text, page(`entities: [ada, bo]\nclaims:\n<<<<<<< ours\n${ours}=======\n${theirs}>>>>>>> theirs\n`));
    assert.deepEqual(
      readdirSync(it.folder).filter((name) => name.includes('concord') && name !== 'concord.yaml'),
      [],
    );
    assert.match(it.git('status', '--porcelain'), /^UU d\.md$/m);
  });

  it('merges bodies as git does, and records by what they say', async () => {
    const { code, text, it } = await merging(
      { 'd.md': page('entities: [ada]\n') },
      {
        'd.md': page('entities: [ada, bo]\n', BODY.replace('Cy left', 'Cy leaves')),
        'entities/p.yaml': `${CORPUS['entities/p.yaml']}bo: {type: person, name: Bo}\n`,
      },
      {
        'd.md': page('entities: [ada, cy]\n', BODY.replace('Ada said', 'Ada says')),
        'entities/p.yaml': `${CORPUS['entities/p.yaml']}cy: {type: person, name: Cy}\n`,
      },
    );
    assert.equal(code, 0);
    assert.equal(
      text,
      page('entities: [ada, bo, cy]\n', BODY.replace('Cy left', 'Cy leaves').replace('Ada said', 'Ada says')),
    );
    assert.equal(
      readFileSync(it.path('entities/p.yaml'), 'utf8'),
      `${CORPUS['entities/p.yaml']}bo: {type: person, name: Bo}\ncy: {type: person, name: Cy}\n`,
    );
    const other = await merging(
      { 'd.md': page('entities: [ada]\n') },
      { 'd.md': page('entities: [ada, bo]\n', BODY.replace('said', 'yells')) },
      { 'd.md': page('entities: [ada, cy]\n', BODY.replace('said', 'sings')) },
    );
    assert.equal(other.code, 1);
    assert.equal(
      other.text,
      page(
        'entities: [ada, bo, cy]\n',
        BODY.replace('Ada said so.\n', '<<<<<<< ours\nAda sings so.\n=======\nAda yells so.\n>>>>>>> theirs\n'),
      ),
    );
  });

  it('merges as text what is broken, or of no corpus, with names as they are', async () => {
    const broken = await merging(
      { 'd.md': page('entities: [ada\n') },
      { 'd.md': page('entities: [ada, bo\n') },
      { 'd.md': page('entities: [ada, cy\n') },
    );
    assert.equal(broken.code, 1);
    assert.equal(broken.text, page('<<<<<<< ours\nentities: [ada, cy\n=======\nentities: [ada, bo\n>>>>>>> theirs\n'));
    const odd = "x/-a b'c;$(touch gone).md";
    const { code, text, it } = await merging(
      { [odd]: page('entities: [ada]\n') },
      { [odd]: page('entities: [ada, bo]\n') },
      { [odd]: page('entities: [ada, cy]\n') },
      odd,
    );
    assert.equal(code, 0);
    assert.equal(text, page('entities: [ada, bo, cy]\n'));
    assert.ok(!readdirSync(it.folder).includes('gone'));
  });

  it('works in a rebase', async () => {
    const { it } = await merging(
      { 'd.md': page('entities: [ada]\n') },
      { 'd.md': page('entities: [ada, bo]\n') },
      { 'd.md': page('entities: [ada, cy]\n') },
    );
    it.git('reset', '-q', '--hard', 'ours@{1}');
    assert.equal(it.try({}, 'rebase', '-q', 'theirs').code, 0);
    assert.equal(readFileSync(it.path('d.md'), 'utf8'), page('entities: [ada, bo, cy]\n'));
  });

  it('lets git merge where concord is gone', async () => {
    const { it } = await merging({ 'd.md': page('entities:\n  ada:\n') }, { 'e.md': 'x' }, { 'f.md': 'x' });
    const command = it.git('config', 'merge.concord.driver').trimEnd().replaceAll(program.script, '/gone');
    it.git('config', 'merge.concord.driver', command);
    const go = (branch: string, text: string) => {
      it.git('checkout', '-q', '-B', branch, 'main');
      it.write({ 'd.md': text }).git('commit', '-q', '--no-verify', '-am', branch);
    };
    go('a', page('title: T\nentities:\n  ada:\n'));
    go('b', page('entities:\n  ada:\n', `${BODY}More.\n`));
    assert.equal(it.try({}, 'merge', '--no-edit', '--no-verify', 'a').code, 0);
    assert.equal(readFileSync(it.path('d.md'), 'utf8'), page('title: T\nentities:\n  ada:\n', `${BODY}More.\n`));
  });
});
