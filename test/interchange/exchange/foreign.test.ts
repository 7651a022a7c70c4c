import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stretchOf } from '../../../server/src/interchange/incoming/anchors.ts';
import { documentsOf, fileOf, filesOf, imported, mentionsOf } from './corpora.ts';

const RECORDS = `
-- concord.yaml --
version: 1
-- entities/people.yaml --
ada: {type: person, name: Ada}
bo: {type: person, name: Bo, aliases: [Ada B]}
`;
const CORPUS = filesOf(RECORDS);

const bratFiles = (text: string, ann: string) => [fileOf('d/x.txt', text), fileOf('d/x.ann', ann)];
const spans = (text: string, all: readonly unknown[], more: object = {}) =>
  fileOf('x.jsonl', `${JSON.stringify({ text, spans: all, ...more })}\n`);

describe('what another tool has marked', () => {
  const TEXTS = [
    'Ada B saw Ada and Ada B. Bo saw Ada’s Ada.',
    '中国Ada在中国。𠮷田Ada\r\nAda **B** [Ada](x) B',
    'aaaa aaa aa a aaaa',
  ];

  it('becomes these mentions and no others, whatever they are', async () => {
    const spanOf = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 8 }), fc.constantFrom('ada', 'bo'));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...TEXTS), fc.array(spanOf, { maxLength: 8 }), async (text, picks) => {
        const characters = [...text];
        const places = picks.flatMap(([from, length, kb_id]) => {
          const start = from % characters.length;
          const end = Math.min(characters.length, start + length);
          return [{ start, end, label: 'person', kb_id }];
        });
        const { plan, library, losses } = await imported(
          'spacy',
          [spans(text, places, { meta: { path: 'd/x.txt' } })],
          CORPUS,
        );
        assert.deepEqual(plan.problems, []);
        const document = library.document('d/x.txt')!;
        const wanted = new Set<string>();
        let blank = 0;
        const offset = (at: number) => document.body.start + characters.slice(0, at).join('').length;
        for (const { start, end, kb_id } of places) {
          const stretch = stretchOf(document, { start: offset(start), end: offset(end) });
          if (stretch) wanted.add(`${kb_id} ${stretch.start} ${stretch.end}`);
          else blank++;
        }
        const made = documentsOf(library)[0]!.mentions.map(({ entity, spans: [span] }) => {
          const { start, end } = span!;
          const stretch = stretchOf(document, { start: start + document.body.start, end: end + document.body.start })!;
          return `${entity} ${stretch.start} ${stretch.end}`;
        });
        const told = losses.reduce((sum, { what, count }) => sum + (/^mentions that/.test(what) ? count : 0), 0);
        const missing = [...wanted].filter((one) => !made.includes(one)).length;
        const extra = made.filter((one) => !wanted.has(one)).length;
        // White space is no mention, and that is told.
        assert.ok(
          missing + extra === 0 && told === blank,
          `${missing} missing and ${extra} extra, ${told} told: ${document.text}`,
        );
      }),
      { numRuns: 200 },
    );
  });

  it('is told where nobody could keep it in order, and soon', async () => {
    const started = Date.now();
    const text = 'Ada spoke. '.repeat(4_000);
    const all = Array.from({ length: 2_000 }, (_, i) => ({ start: i * 22, end: i * 22 + 3, label: 'PER' }));
    const { losses, plan } = await imported('spacy', [spans(text, all)], CORPUS);
    assert.deepEqual(plan.problems, []);
    assert.deepEqual(
      losses.map(({ what, count }) => [what, count]),
      [['mentions that a name makes and nobody has marked', 2_000]],
    );
    assert.ok(Date.now() - started < 5_000);
  });

  it('is written as a careful person writes it', async () => {
    const text =
      'Ada met the Countess of Lovelace. The Countess of Lovelace smiled. Ada Road is long. She left. She waved.\n';
    const at = (words: string, nth = 0) => {
      let start = -1;
      for (let i = 0; i <= nth; i++) start = text.indexOf(words, start + 1);
      return { start, end: start + words.length, label: 'PERSON', kb_id: 'ada' };
    };
    const all = [at('Ada'), at('the Countess of Lovelace'), at('The Countess of Lovelace'), at('She', 1)];
    const { library } = await imported('spacy', [spans(text, all, { meta: { path: 'd/x.md' } })], CORPUS);
    assert.match(
      library.document('d/x.md')!.text,
      /^---\nsource: \{digest: "sha256:\w{64}"\}\nentities:\n {2}ada: \{as: \[the Countess of Lovelace\], not: \[Ada Road\], here: \[\{quote: She, prefix: left\.\}\]\}\n---\n/,
    );
  });

  it('finds records by name and type, makes new ones, and guesses nobody', async () => {
    const text = 'Ada works at Tide Co. He likes Tide Co and Ada B on Monday.\n';
    const all = [
      { start: 0, end: 3, label: 'PER' },
      { start: 13, end: 20, label: 'ORG' },
      { start: 22, end: 24, label: 'PER' },
      { start: 31, end: 38, label: 'ORG' },
      { start: 43, end: 48, label: 'PER' },
      { start: 52, end: 58, label: 'DATE' },
    ];
    const { plan, library, losses, after } = await imported('spacy', [spans(text, all)], CORPUS);
    assert.deepEqual(plan.problems, []);
    assert.deepEqual(mentionsOf(library), [
      'x-1.txt 0-3 Ada = ada (name)',
      'x-1.txt 13-20 Tide Co = tide-co (name)',
      'x-1.txt 31-38 Tide Co = tide-co (name)',
      'x-1.txt 43-48 Ada B = bo (name)',
    ]);
    assert.equal(after.get('entities/organizations.yaml'), 'tide-co:\n  type: organization\n  name: {en: Tide Co}\n');
    assert.deepEqual(losses.map(({ what }) => what).sort(), [
      'pronouns and descriptions of which nobody says whom they mean',
      'spans labelled DATE, which mark values: Concord finds these by itself',
    ]);
  });

  it('asks what a label is', async () => {
    const file = spans('Mir flies.', [{ start: 0, end: 3, label: 'SHIP' }]);
    const { plan } = await imported('spacy', [file], CORPUS);
    assert.match(
      plan.problems[0]!.message,
      /^1 span is labelled SHIP, which is no type of this corpus: --label SHIP=TYPE/,
    );
    const told = await imported('spacy', [file], CORPUS, { labels: { SHIP: 'concept' } });
    assert.deepEqual(told.plan.records, ['mir']);
    const without = await imported('spacy', [file], CORPUS, { labels: { SHIP: '' } });
    assert.deepEqual([without.plan.problems, without.plan.records], [[], []]);
  });

  it('refuses an id that is something else here', async () => {
    const file = spans('Ada.', [{ start: 0, end: 3, label: 'ORG', kb_id: 'ada' }]);
    const { plan } = await imported('spacy', [file], CORPUS);
    assert.deepEqual(plan.problems, [
      { about: 'entities', message: 'ada is a person in this corpus and a organization in what is imported' },
    ]);
  });

  it('is added to a document with the same body, and changes nothing else in it', async () => {
    for (const eol of ['\n', '\r\n']) {
      const own = [
        '---',
        'title: x  # mine',
        'entities:',
        '  # the one',
        '  - ada',
        'other: 1',
        '---',
        'Ada and Bo.',
        '',
      ].join(eol);
      const files = new Map([...CORPUS, ['d.md', own]]);
      const all = [{ start: 8, end: 10, label: 'person', kb_id: 'bo' }];
      const { after, plan } = await imported('spacy', [spans(`Ada and Bo.${eol}`, all)], files);
      assert.deepEqual([plan.problems, plan.extended], [[], ['d.md']]);
      assert.equal(after.get('d.md'), own.replace(`- ada${eol}`, `- ada${eol}  - bo${eol}`));
    }
  });

  it('keeps a discontinuous mention in one piece', async () => {
    const ann = 'T1\tperson 0 3;8 9\tAda B\nN1\tReference T1 Concord:bo\tAda B\n';
    const { library, plan } = await imported('brat', bratFiles('Ada and B.', ann), CORPUS);
    assert.deepEqual(plan.problems, []);
    assert.deepEqual(mentionsOf(library), ['d/x.txt 0-3 Ada + 8-9 B = bo (here)']);
  });

  it('makes claims of relations whose label is a property, and counts the others', async () => {
    const ann = [
      'T1\tPER 0 3\tAda',
      'T2\tORG 10 17\tTide Co',
      'R1\tmember_of Arg1:T1 Arg2:T2',
      'R2\tlikes Arg1:T1 Arg2:T2',
      '*\tEquiv T1 T2',
      '#1\tAnnotatorNotes T1\tsure?',
      'A1\tNegation T1',
      'N1\tReference T1 Wikidata:Q7259\tAda',
    ].join('\r\n');
    const { library, plan, losses } = await imported('brat', bratFiles('Ada joins Tide Co.', ann), CORPUS);
    assert.deepEqual(plan.problems, []);
    const [claim] = documentsOf(library)[0]!.claims;
    assert.deepEqual(
      [claim!.subject, claim!.property, claim!.value, claim!.quote!.pieces],
      ['ada', 'member-of', { kind: 'text', text: 'tide-co' }, ['Ada joins Tide Co']],
    );
    assert.equal(losses.length, 5);
  });

  it('reads a byte order mark, CRLF and characters of two units where they are', async () => {
    const ann = 'T1\tPER 4 7\tAda\n';
    const { library, plan } = await imported('brat', bratFiles('\ufeff𠮷\r\nAda\r\n', ann), CORPUS);
    assert.deepEqual(plan.problems, []);
    assert.deepEqual(mentionsOf(library), ['d/x.txt 4-7 Ada = ada (name)']);
  });

  it('reads CoNLL 2003, a token on each line', async () => {
    const conll =
      '-DOCSTART- -X- O O\n\nAda NNP B-NP B-PER\nB NNP I-NP I-PER\nmet VBD O O\nBo NNP O B-PER\n. . O O\n\n沈 O\n笑 O\n';
    const { library, plan } = await imported('conll', [fileOf('n.conll', conll)], CORPUS);
    assert.deepEqual(plan.problems, []);
    assert.equal(documentsOf(library)[0]!.body, 'Ada B met Bo.\n沈笑');
    assert.deepEqual(mentionsOf(library), ['n.txt 0-5 Ada B = bo (name)', 'n.txt 10-12 Bo = bo (name)']);
  });

  it('reads doccano with relations', async () => {
    const row = {
      id: 1,
      text: 'Ada joins Tide Co.',
      entities: [
        { id: 7, label: 'PER', start_offset: 0, end_offset: 3 },
        { id: 8, label: 'ORG', start_offset: 10, end_offset: 17 },
      ],
      relations: [{ id: 1, from_id: 7, to_id: 8, type: 'member-of' }],
      Comments: ['hm'],
    };
    const { library, plan } = await imported('doccano', [fileOf('x.jsonl', JSON.stringify(row))], CORPUS);
    assert.deepEqual(plan.problems, []);
    assert.equal(documentsOf(library)[0]!.claims[0]!.subject, 'ada');
  });

  it('reads tables that somebody has made by hand', async () => {
    const files = [
      fileOf('documents.csv', '\ufeffpath;body\r\nd/x.md;"Ada is 36, he says.\nYes."\r\n'),
      fileOf('mentions.csv', 'document;start;end;entity\r\nd/x.md;0;3;ada\r\n'),
      fileOf('claims.csv', 'document;subject;property;value;quote\r\nd/x.md;ada;age;36;is 36\r\n'),
    ];
    const { library, plan } = await imported('csv', files, CORPUS);
    assert.deepEqual(plan.problems, []);
    assert.equal(documentsOf(library)[0]!.claims[0]!.quote!.pieces[0], 'is 36');
    assert.deepEqual(mentionsOf(library), ['d/x.md 0-3 Ada = ada (name)']);
  });
});

describe('a hostile or broken file', () => {
  const cases: readonly (readonly [
    name: string,
    format: string,
    path: string,
    content: string | Uint8Array,
    message: RegExp,
  ])[] = [
    ['no UTF-8', 'jsonl', 'x.jsonl', new Uint8Array([0x7b, 0xff, 0xfe, 0x0a]), /not UTF-8/],
    ['no JSON', 'jsonl', 'x.jsonl', '{"kind": \n', /x\.jsonl:1: it is no JSON/],
    ['another kind of JSON Lines', 'jsonl', 'x.jsonl', '{"text": "a"}\n', /kind is missing|another format/],
    ['a later version', 'jsonl', 'x.jsonl', '{"kind":"concord","version":9,"offsets":"code-point"}\n', /version 9/],
    [
      'a span outside',
      'spacy',
      'x.jsonl',
      '{"text":"Ada","spans":[{"start":1,"end":99,"label":"PER"}]}',
      /1–99 does not lie in the text, which has 3/,
    ],
    ['a span backwards', 'spacy', 'x.jsonl', '{"text":"Ada","spans":[{"start":2,"end":1,"label":"PER"}]}', /empty/],
    [
      'a span of no numbers',
      'spacy',
      'x.jsonl',
      '{"text":"Ada","spans":[{"start":"0","end":1e400,"label":"PER"}]}',
      /start has to be a number/,
    ],
    ['a list for an object', 'spacy', 'x.jsonl', '[1,2]\n"a"\n', /one JSON object/],
    ['half a character', 'spacy', 'x.jsonl', '{"text":"a\\ud800b","spans":[]}', /lone surrogate/],
    ['a null character', 'spacy', 'x.jsonl', '{"text":"a\\u0000b","spans":[]}', /null characters/],
    ['no text', 'doccano', 'x.jsonl', '{"text":" ","label":[]}', /no text in it/],
    ['a label of no shape', 'doccano', 'x.jsonl', '{"text":"Ada","label":[[0,3,5],7]}', /\[start, end, "label"\]/],
    ['a file without its text', 'brat', 'x.ann', 'T1\tPER 0 3\tAda\n', /x\.txt, is not there/],
    ['tags of no scheme', 'conll', 'x.conll', 'Ada PERSON\n', /neither O nor one such as B-PER/],
    ['too few columns', 'conllu', 'x.conllu', '1\tAda\n', /ten columns/],
    ['an open quote', 'csv', 'documents.csv', 'path,body\nx.md,"a\n', /documents\.csv:\d+: .*quot/i],
    ['a table of no name', 'csv', 'stuff.csv', 'a,b\n1,2\n', /a table is called/],
    ['a column twice', 'csv', 'documents.csv', 'path,path,body\na,b,c\n', /two columns are called path/],
  ];
  for (const [name, format, path, content, message] of cases) {
    it(`is reported: ${name}`, async () => {
      const { imported: read, plan } = await imported(format, [fileOf(path, content)], CORPUS);
      const all = [
        ...read.problems.map((one) => `${one.file}:${one.line}: ${one.message}`),
        ...plan.problems.map((one) => `${one.about}: ${one.message}`),
      ];
      assert.match(all.join('\n'), message);
    });
  }

  const ann: readonly (readonly [line: string, message: RegExp])[] = [
    ['T1\tPER 0 99\tAda', /does not lie in the text/],
    ['T1\tPER 3 3\t', /empty/],
    ['T1\tPER zero 3\tAda', /its label and its places/],
    ['T1\tPER 0 3\tBob', /says "Bob", and the text has "Ada"/],
    ['T1\tPER 0 2;1 3\tAd da', /overlap/],
    ['T1\tPER 0 3\tAda\nT1\tPER 0 3\tAda', /two annotations T1/],
    ['hello', /no line of brat begins with "hello"/],
    [`T1\tPER ${'1 2;'.repeat(50_000)}\tx`, /its label and its places/],
  ];
  for (const [line, message] of ann) {
    it(`is reported: ${line.slice(0, 40).replace(/\s/g, ' ')}`, async () => {
      const { imported: read } = await imported('brat', bratFiles('Ada is here.', line), CORPUS);
      assert.match(read.problems.map((one) => `${one.line} ${one.message}`).join('\n'), message);
    });
  }

  it('may call things __proto__ and constructor', async () => {
    const text = 'Ada and Bo.';
    const all = ['__proto__', 'constructor'].map((kb_id, i) => ({
      start: i * 8,
      end: i * 8 + 3 - i,
      label: 'PER',
      kb_id,
    }));
    const file = fileOf(
      'x.jsonl',
      `{"text":${JSON.stringify(text)},"spans":${JSON.stringify(all)},"__proto__":{"spans":[1]},"meta":{"__proto__":{"path":"/etc/x"}}}`,
    );
    const { plan, library } = await imported('spacy', [file], CORPUS);
    assert.deepEqual([plan.problems, plan.records], [[], ['__proto__', 'constructor']]);
    assert.equal(({} as { path?: string }).path, undefined);
    assert.deepEqual(
      documentsOf(library)[0]!.mentions.map(({ entity }) => entity),
      ['__proto__', 'constructor'],
    );
  });

  for (const path of [
    '../../etc/x.md',
    '/etc/x.md',
    'C:\\x.md',
    'a/../../x.md',
    'con.md',
    '.git/x.md',
    'a\u0000b.md',
    'x\u202e.md',
    'a//b.md',
    '',
  ]) {
    it(`cannot choose where it goes: ${JSON.stringify(path)}`, async () => {
      const { plan } = await imported('spacy', [spans('Ada is here.', [], { meta: { path } })], CORPUS);
      const [file] = plan.files;
      assert.match(file?.path ?? 'x.md', /^(?:documents\/|entities\/)?[\w.-]+$/);
      assert.ok(!file || !/(?:^|\/)\.|con\.md|\.\./.test(file.path), file?.path);
    });
  }

  it('has its formula cells defused on the way out and restored on the way in', async () => {
    const { rowOf, restored } = await import('../../../server/src/interchange/formats/csv/cells.ts');
    for (const text of [
      '=1+1',
      '+1',
      '-5',
      '-a',
      '@x',
      '\tx',
      "'",
      "'=x",
      "''x",
      'x',
      '-5.25',
      '＝1',
      '=HYPERLINK("x")',
    ]) {
      const written = rowOf([text]).slice(0, -2);
      const cell = written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written;
      assert.equal(restored(cell), text);
      if (!/^-?[\d.]+$/.test(cell)) assert.doesNotMatch(cell, /^[=+\-@\t\r]/);
    }
  });

  it('may be one line of 50 MB', async () => {
    const started = Date.now();
    const { imported: read } = await imported(
      'spacy',
      [fileOf('x.jsonl', `{"text":"${'a'.repeat(50_000_000)}"}`)],
      CORPUS,
    );
    assert.match(read.problems[0]!.message, /longer than 32 million characters/);
    assert.ok(Date.now() - started < 5_000);
  });
});
