import assert from 'node:assert/strict';
import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { concord } from './memory.ts';
import { folderOf, Program, remove } from './program.ts';

const CORPUS = {
  'concord.yaml': 'version: 1\ndocuments: documents/**/*.{md,txt}\n',
  'entities/e.yaml': 'ada: {type: person, name: Ada}\n',
  'documents/a.md':
    '---\nentities: [ada]\nclaims:\n  - {quote: is 36, subject: ada, property: age, value: 36}\n---\nAda is 36.\n',
  'documents/b.txt': '---\nentities: [ada]\n---\nSo says Ada.\n',
};
const FOREIGN =
  '{"text":"Bo met Ada.","spans":[{"start":0,"end":2,"label":"PER"},{"start":7,"end":10,"label":"PER"}],"meta":{"path":"documents/c.md"}}\n';

describe('concord export', () => {
  it('writes a format of one file to standard output, and says on standard error what it could not hold', async () => {
    const { code, stdout, stderr } = await concord(['export', '--to', 'spacy'], { files: CORPUS });
    assert.equal(code, 0);
    assert.equal(stdout.split('\n').length, 3);
    assert.equal(
      stderr,
      'concord: exported 2 documents to standard output\nconcord: what is not held by this format:\n       1  claims (documents/a.md)\n       1  records of entities: names, descriptions and facts (ada)\n',
    );
  });

  it('writes the documents of the paths alone, and the entities that these speak of', async () => {
    const { stdout } = await concord(['export', '--to', 'jsonl', 'documents/b.txt'], { files: CORPUS });
    const kinds = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      kinds.map(({ kind, path, id }) => path ?? id ?? kind),
      ['concord', 'ada', 'documents/b.txt'],
    );
  });

  it('writes the tables of Parquet with the query that compares the claims in them', async () => {
    const { code, files } = await concord(['export', '--to', 'parquet', '-o', 'out'], { files: CORPUS });
    assert.equal(code, 0);
    assert.match(
      String(files.get('/desk/out/findings.duckdb.sql')),
      /^-- .*\n[\s\S]*read_parquet\('statements\.parquet'\)[\s\S]*;\n$/,
    );
    for (const name of ['findings.spark.sql', 'findings.trino.sql', 'statements.parquet', 'claims.parquet'])
      assert.ok(files.has(`/desk/out/${name}`), name);
  });

  it('reports as JSON for a program', async () => {
    const { stderr, files } = await concord(['export', '--to', 'brat', '-o', 'out', '--report', 'json'], {
      files: CORPUS,
    });
    const report = JSON.parse(stderr);
    assert.deepEqual([report.command, report.documents, report.files.length], ['export', 2, 5]);
    assert.equal(files.get('/desk/out/documents/b.ann'), 'T1\tperson 8 11\tAda\nN1\tReference T1 Concord:ada\tAda\n');
  });

  const refusals: readonly (readonly [argv: readonly string[], message: RegExp])[] = [
    [['export'], /export needs a format, such as --to jsonl/],
    [['export', '--to', 'jsonlines'], /--to has no "jsonlines"/],
    [['export', '--to', 'csv'], /csv is several files: -o says which folder/],
    [['export', '--to', 'jsonl', '-o', 'documents'], /documents is a folder/],
    [['export', '--to', 'csv', '-o', 'concord.yaml'], /concord\.yaml is no folder/],
    [['export', '--to', 'jsonl', '-o', 'documents/a.md'], /documents\/a\.md exists already; --force replaces it/],
    [['export', '--to', 'jsonl', 'nowhere'], /nowhere does not exist/],
    [['export', '--to', 'jsonl', 'entities'], /no document of the corpus in these paths/],
    [['import', '--from', 'gephi', 'x'], /--from has no "gephi"/],
    [['import', '--from', 'csv', '--title', 'x', 'x'], /--title is for raw texts/],
    [['import', '--label', 'A=b', 'x'], /--label is for annotated files/],
    [['import', '--from', 'csv', '--label', 'A', 'x'], /--label takes LABEL=TYPE/],
    [['import', '--from', 'csv', 'nowhere', '-y'], /nowhere does not exist/],
    [['import', '--from', 'csv', 'documents', '-y'], /there is no file with the ending \.csv in documents/],
    [['import', '--from', 'jsonl', 'documents/a.md'], /there is nobody to ask/],
  ];
  for (const [argv, message] of refusals) {
    it(`refuses ${argv.join(' ')}`, async () => {
      const { code, stderr, stdout, files } = await concord(argv, { files: CORPUS });
      assert.equal(code, 2);
      assert.equal(stdout, '');
      assert.match(stderr, message);
      assert.equal(stderr.trim().split('\n').length, 1);
      assert.equal(files.size, 4);
    });
  }
});

describe('concord import --from', () => {
  const files = { ...CORPUS, '/raw/x.jsonl': FOREIGN };

  it('shows what comes in, and writes it', async () => {
    const dry = await concord(['import', '--from', 'spacy', '/raw/x.jsonl', '--dry-run'], { files });
    assert.deepEqual([dry.code, dry.stdout, dry.files.size], [0, 'would create documents/c.md\n1 new record: bo\n', 5]);
    const {
      code,
      stdout,
      stderr,
      files: after,
    } = await concord(['import', '--from', 'spacy', '/raw/x.jsonl', '-y'], { files });
    assert.deepEqual([code, stdout, stderr], [0, 'created documents/c.md\n1 new record: bo\n', '']);
    assert.match(after.get('/desk/documents/c.md')!, /\nentities: \[bo, ada\]\n---\nBo met Ada\.$/);
    assert.match(after.get('/desk/entities/e.yaml')!, /^ada: .*\nbo: \{type: person, name: \{en: Bo\}\}\n$/);
    const checked = await concord(['check', '--format', 'concise'], { files: Object.fromEntries(after) });
    assert.deepEqual([checked.code, checked.stdout], [0, '']);
  });

  it('asks a person, who may say no', async () => {
    const no = await concord(['import', '--from', 'spacy', '/raw/x.jsonl'], { files, answer: false });
    assert.deepEqual([no.code, no.files.size], [1, 5]);
    const yes = await concord(['import', '--from', 'spacy', '/raw/x.jsonl'], { files, answer: true });
    assert.deepEqual([yes.code, yes.files.size], [0, 6]);
  });

  it('writes nothing where anything is wrong, unless it is told to keep going', async () => {
    const broken = { ...files, '/raw/x.jsonl': `${FOREIGN}{"text": 1}\n` };
    const stopped = await concord(['import', '--from', 'spacy', '/raw/x.jsonl', '-y'], { files: broken });
    assert.deepEqual([stopped.code, stopped.stdout, stopped.files.size], [1, '', 5]);
    assert.equal(
      stopped.stderr,
      'concord: x.jsonl:2: text has to be a text\nconcord: nothing was imported; --keep-going leaves out what is wrong, and imports the rest\n',
    );
    const went = await concord(['import', '--from', 'spacy', '/raw/x.jsonl', '-y', '--keep-going'], { files: broken });
    assert.deepEqual([went.code, went.files.size], [1, 6]);
  });

  it('writes nothing where a file has changed meanwhile', async () => {
    const {
      code,
      stderr,
      files: after,
    } = await concord(['import', '--from', 'spacy', '/raw/x.jsonl', '-y'], {
      files,
      changing: true,
    });
    assert.deepEqual([code, after.size], [2, 5]);
    assert.match(stderr, /has changed meanwhile: nothing was written/);
  });

  it('reports as JSON for a program', async () => {
    const argv = ['import', '--from', 'spacy', '/raw/x.jsonl', '-y', '--report', 'json'];
    const { stderr, stdout } = await concord(argv, { files });
    const { written, created, records, problems } = JSON.parse(stderr);
    assert.deepEqual([stdout, written, created, records, problems], ['', true, ['documents/c.md'], ['bo'], []]);
  });
});

describe('the program', () => {
  let program: Program;
  let folder: string;

  before(async function () {
    this.timeout(60_000);
    program = await Program.build();
  });
  after(() => program.remove());
  beforeEach(() => {
    folder = folderOf({ ...CORPUS, 'raw/x.jsonl': FOREIGN, 'raw/.keep': '' });
  });
  afterEach(() => remove(folder));

  it('leaves nothing beside what it wrote, and brings it back', async () => {
    const out = await program.run(['export', '--to', 'brat', '-o', 'out'], folder);
    assert.equal(out.code, 0, out.stderr);
    assert.deepEqual(readdirSync(join(folder, 'out'), { recursive: true }).sort(), [
      'annotation.conf',
      'documents',
      'documents/a.md.ann',
      'documents/a.md.txt',
      'documents/b.ann',
      'documents/b.txt',
    ]);
    const again = await program.run(['export', '--to', 'brat', '-o', 'out'], folder);
    assert.deepEqual([again.code, /exists already; --force/.test(again.stderr)], [2, true]);
    const forced = await program.run(['export', '--to', 'brat', '-o', 'out', '--force'], folder);
    assert.equal(forced.code, 0, forced.stderr);
    assert.equal(readdirSync(join(folder, 'out')).length, 2);
    const back = await program.run(['import', '--from', 'brat', 'out', '--yes'], folder);
    assert.deepEqual([back.code, back.stdout], [0, '2 documents had all of it already\n'], back.stderr);
  });

  it('takes back what it began where a later file cannot be written', async function () {
    if (process.getuid?.() === 0) this.skip();
    chmodSync(join(folder, 'entities'), 0o555);
    const { code } = await program.run(['import', '--from', 'spacy', 'raw/x.jsonl', '--yes'], folder);
    chmodSync(join(folder, 'entities'), 0o755);
    assert.deepEqual([code, existsSync(join(folder, 'documents/c.md'))], [2, false]);
  });

  it('replaces one file whole, or not at all', async () => {
    const first = await program.run(['export', '--to', 'jsonl', '-o', 'new/x.jsonl'], folder);
    assert.equal(first.code, 0, first.stderr);
    const before = readFileSync(join(folder, 'new/x.jsonl'), 'utf8');
    const piped = await program.run(['export', '--to', 'jsonl'], folder);
    assert.equal(piped.stdout, before);
    assert.deepEqual(readdirSync(join(folder, 'new')), ['x.jsonl']);
  });
});
