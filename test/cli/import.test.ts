import assert from 'node:assert/strict';
import { concord, type Machine } from './memory.ts';

const CORPUS = {
  'concord.yaml': 'version: 1\ndocuments: documents/**/*.{md,txt}\n',
  'entities/e.yaml': 'tide-wire: {type: organization, name: Tide Wire}\n',
};
const TEXT = 'Quay opens\nTide Wire, March 4, 2021\n\nThe quay is open.\n\nShare this\n';
const PATH = '/desk/documents/2021-03-04-quay-opens.txt';
const run = (argv: readonly string[], machine: Machine = {}) =>
  concord(['import', ...argv], { ...machine, files: { ...CORPUS, '/raw/quay.txt': TEXT, ...machine.files } });

describe('concord import', () => {
  it('shows what it proposes and where it found it, and writes it', async () => {
    const { code, stdout, stderr, files } = await run(['/raw/quay.txt', '--yes']);
    assert.deepEqual([code, stderr], [0, '']);
    assert.equal(
      stdout,
      `/raw/quay.txt: text, UTF-8
  title      Quay opens  (line 1)
  date       2021-03-04  (line 2)
  publisher  tide-wire  (line 2)
  not found, and left out: lang, author, url
  kept, though it seems to be no part of the text (--strip-boilerplate leaves it out):
    line 6, sharing buttons: Share this
  → documents/2021-03-04-quay-opens.txt
created documents/2021-03-04-quay-opens.txt
`,
    );
    const made = files.get(PATH)!;
    assert.match(
      made,
      /^---\ntitle: Quay opens\ndate: 2021-03-04\nsource: \{publisher: tide-wire, digest: "sha256:\w{64}"\}\n---\n/,
    );
    assert.ok(made.endsWith(`\n---\n${TEXT}`));
  });

  it('finds nothing wrong with what it wrote', async () => {
    const { files } = await run(['/raw/quay.txt', '--yes', '--url', 'https://a.example/2021/03/04/x']);
    const annotated = files.get(PATH)!.replace('---\n', '---\nentities: [tide-wire]\n');
    const outcome = await concord(['check', '--format', 'concise'], {
      files: { ...Object.fromEntries(files), [PATH]: annotated },
    });
    assert.deepEqual([outcome.code, outcome.stdout], [0, '']);
  });

  it('takes what it is told instead', async () => {
    const options = [
      '--title',
      'The quay',
      '--date',
      '2020',
      '--lang',
      'en',
      '--publisher',
      'Bay Post',
      '--author',
      'Ann',
    ];
    const { files } = await run([
      '/raw/quay.txt',
      '-y',
      ...options,
      '--retrieved',
      '2022-01-02',
      '--strip-boilerplate',
    ]);
    const made = files.get('/desk/documents/2020-the-quay.txt')!;
    assert.match(
      made,
      /^---\ntitle: The quay\ndate: 2020\nlang: en\nsource:\n {2}publisher: Bay Post\n {2}author: Ann\n {2}retrieved: 2022-01-02\n/,
    );
    assert.ok(made.endsWith('\nThe quay is open.\n'));
  });

  it('writes nothing on --dry-run, nor where a person says no, nor where there is nobody to ask', async () => {
    const dry = await run(['/raw/quay.txt', '--dry-run']);
    assert.deepEqual([dry.code, dry.files.has(PATH)], [0, false]);
    const no = await run(['/raw/quay.txt'], { answer: false });
    assert.deepEqual([no.code, no.files.has(PATH)], [1, false]);
    assert.match(
      no.stderr,
      /^Write documents\/2021-03-04-quay-opens\.txt\? \[y\/N\] concord: .*not imported, as you wished\n$/,
    );
    const yes = await run(['/raw/quay.txt'], { answer: true });
    assert.deepEqual([yes.code, yes.files.has(PATH)], [0, true]);
    for (const argv of [['/raw/quay.txt'], ['-']]) {
      const nobody = await run(argv, argv[0] === '-' ? { answer: true } : {});
      assert.equal(nobody.code, 2);
      assert.equal(
        nobody.stderr,
        'concord: there is nobody to ask: --yes writes what is proposed, --dry-run only shows it\n',
      );
    }
  });

  it('reports a text that is there already, also one of the same run', async () => {
    const { code, stdout, files } = await run(['/raw/quay.txt', '/raw/again.txt', '-y'], {
      files: { '/raw/again.txt': TEXT },
    });
    assert.equal(code, 0);
    assert.match(
      stdout,
      /\/raw\/again\.txt is in the corpus already: documents\/2021-03-04-quay-opens\.txt has the same text\n$/,
    );
    assert.equal([...files.keys()].filter((path) => path.startsWith('/desk/documents/')).length, 1);
  });

  it('overwrites nothing', async () => {
    const { files, stdout } = await run(['/raw/quay.txt', '-y'], { files: { [PATH]: 'mine\n' } });
    assert.equal(files.get(PATH), 'mine\n');
    assert.match(stdout, /created documents\/2021-03-04-quay-opens-2\.txt\n$/);
    const named = await run(['/raw/quay.txt', '-y', '--to', 'documents/a.md'], {
      files: { 'documents/a.md': 'mine\n' },
    });
    assert.deepEqual(
      [named.code, named.stderr],
      [1, 'concord: /raw/quay.txt: documents/a.md exists already; nothing is overwritten\n'],
    );
  });

  it('goes where it is sent', async () => {
    const file = await run(['/raw/quay.txt', '-y', '--to', 'documents/sub/a.md']);
    assert.ok(file.files.has('/desk/documents/sub/a.md'));
    const folder = await run(['/raw/quay.txt', '-y', '--to', '/desk/documents/new/'], { cwd: '/raw' });
    assert.ok(folder.files.has('/desk/documents/new/2021-03-04-quay-opens.txt'));
  });

  it('reads standard input, and pages', async () => {
    const page = '<!DOCTYPE html><html lang=en><title>Quay</title><nav>Home</nav><p>The <b>quay</b><script>x</script>';
    const { code, files } = await run(['-', '-y'], { input: page });
    assert.equal(code, 0);
    assert.match(files.get('/desk/documents/quay.md')!, /\n---\nHome\n\nThe \*\*quay\*\*\n$/);
  });

  it('says which encoding it read, and writes UTF-8', async () => {
    const { stdout, files } = await run(['/raw/b.txt', '-y'], {
      bytes: { '/raw/b.txt': Uint8Array.of(0xff, 0xfe, 0x2d, 0x4e) },
    });
    assert.match(stdout, /^\/raw\/b\.txt: text, UTF-16LE, written as UTF-8\n/);
    assert.ok(files.get('/desk/documents/zhong.txt')!.endsWith('\n---\n中'));
  });

  it('says in a line what is wrong with one file, and imports the others', async () => {
    const { code, stderr, files } = await run(
      ['/raw/nul.txt', '/raw/empty.html', '/raw/done.md', '/raw/r.txt', '/raw/quay.txt', '-y'],
      {
        files: {
          '/raw/nul.txt': 'a\0b',
          '/raw/empty.html': '<script>x</script>',
          '/raw/done.md': '---\nclaims: []\n---\nx',
        },
        bytes: { '/raw/r.txt': Uint8Array.of(0, 0xff, 1) },
      },
    );
    assert.equal(code, 1);
    assert.deepEqual(stderr.split('\n'), [
      'concord: /raw/nul.txt: it holds null bytes, so it is no text, or UTF-16 without a byte order mark',
      'concord: /raw/empty.html: there is no text in it',
      'concord: /raw/done.md: it is an annotated document already; copy it into the corpus as it is',
      'concord: /raw/r.txt: it is no text in any encoding that is known here',
      '',
    ]);
    assert.ok(files.has(PATH));
  });

  for (const [argv, message] of [
    [[], 'import needs a FILE, or - for standard input; see concord import --help'],
    [['nowhere.txt', '-y'], 'nowhere.txt does not exist'],
    [['-', '-', '-y'], 'standard input can be read only once'],
    [['/raw/quay.txt', '/raw/quay.txt', '--title', 'x', '-y'], '--title is for one FILE; there are 2'],
    [['/raw/quay.txt', '-y', '-n'], '--yes and --dry-run contradict each other'],
    [['/raw/quay.txt', '-y', '--to', '/raw/x.md'], '/raw/x.md lies in no corpus: there is no concord.yaml above it'],
    [
      ['/raw/quay.txt', '-y', '--to', 'x.md'],
      'x.md would be no document: concord.yaml counts other files as documents',
    ],
    [
      ['/raw/quay.txt', '/raw/quay.txt', '-y', '--to', 'documents/x.md'],
      '--to documents/x.md is one file, and there are 2 to import; name a folder',
    ],
  ] as const) {
    it(`exits 2 on ${argv.join(' ') || 'nothing'}`, async () => {
      const { code, stdout, stderr, files } = await run(argv);
      assert.deepEqual([code, stdout, stderr], [2, '', `concord: ${message}\n`]);
      assert.equal(files.size, 3);
    });
  }

  it('needs one corpus', async () => {
    const none = await concord(['import', 'a.txt', '-y'], { files: { 'a.txt': 'x' } });
    assert.deepEqual(
      [none.code, none.stderr],
      [2, 'concord: no corpus here; concord init makes one, or --to leads into one\n'],
    );
    const files = { 'a.txt': 'x', 'one/concord.yaml': '', 'two/concord.yaml': '' };
    const two = await concord(['import', 'a.txt', '-y'], { files });
    assert.deepEqual(
      [two.code, two.stderr],
      [2, 'concord: there are 2 corpora here; --to says which one, for instance --to one/\n'],
    );
    const told = await concord(['import', 'a.txt', '-y', '--to', 'two/'], { files });
    assert.ok(told.files.has('/desk/two/x.txt'), told.stderr);
  });

  it('lets no text drive the terminal', async () => {
    const { stdout } = await run(['-', '-n'], { input: 'Quay \u001b[2J opens\n\nx\n' });
    assert.ok(!stdout.includes('\u001b'));
  });
});
