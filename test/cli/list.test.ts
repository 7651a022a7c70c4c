import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { csv, table } from '../../server/src/cli/formats/table.ts';
import { clustersOf, plain } from '../../server/src/cli/terminal.ts';
import { listFiles } from '../../server/src/nodeFiles.ts';
import { concord, parsed } from './memory.ts';
import { CHECKOUT } from './program.ts';

const EXAMPLE = join(CHECKOUT, 'client/example');
const example = Object.fromEntries(listFiles(EXAMPLE).map((path) => [path, readFileSync(join(EXAMPLE, path), 'utf8')]));

const FILES = {
  'concord.yaml': 'version: 1\ntypes: {media: {parent: organization}}\n',
  'entities/all.yaml': `# people first
ada: {type: person, name: {en: Ada, zh: 阿达}, facts: [{property: born-on, value: 1815-12-10}]}
post: {type: media, name: Evening Post}
forum: {type: event, name: Forum}
`,
  'documents/a.md': `---
title: Opening
date: 2022-10-20
source: {publisher: post}
entities: [ada, forum]
claims:
  - {id: crowd, quote: 200 people, subject: forum, property: attendance, value: 200, among: delegates}
  - {quote: Ada spoke, subject: ada, property: said, value: "=1+1", by: ada, at: 2021}
---
Ada spoke at the Forum to 200 people.
`,
  'documents/sub/b.md': '---\nentities: [ada]\ndate: 2023-02\n---\nAda 阿达.\n',
  'documents/plain.md': 'Nothing.\n',
};

const json = async (...argv: string[]) =>
  parsed(await concord(['list', ...argv, '--format', 'json'], { files: FILES }));

describe('concord list', () => {
  it('lists entities with how often documents speak of them', async () => {
    const { version, entities } = await json('entities');
    assert.equal(version, 1);
    assert.deepEqual(entities[0], {
      id: 'ada',
      type: 'person',
      name: 'Ada / 阿达',
      mentions: 3,
      claims: 1,
      documents: 2,
      facts: 1,
      file: 'entities/all.yaml',
      line: 2,
    });
    const ids = async (...argv: string[]) =>
      (await json('entities', ...argv)).entities.map(({ id }: { id: string }) => id);
    assert.deepEqual(await ids(), ['ada', 'post', 'forum']);
    assert.deepEqual(await ids('--type', 'organization'), ['post']);
    assert.deepEqual(await ids('--type', 'person, event'), ['ada', 'forum']);
    assert.deepEqual(await ids('--subject', 'forum'), ['forum']);
    assert.deepEqual(await ids('--document', 'documents/sub'), ['ada']);
    assert.deepEqual(await ids('documents'), []);
  });

  it('lists claims with what holds for them, chosen by every filter', async () => {
    const { claims } = await json('claims');
    assert.deepEqual(claims[0], {
      file: 'documents/a.md',
      line: 7,
      claim: 'crowd',
      subject: 'forum',
      property: 'attendance',
      value: '200',
      unit: null,
      qualifiers: { among: 'delegates' },
      time: '2022-10-20',
      speaker: 'post',
      stance: 'asserts',
      certainty: 'certain',
      quote: '200 people',
    });
    const of = async (...argv: string[]) =>
      (await json('claims', ...argv)).claims.map(({ property }: { property: string }) => property);
    assert.deepEqual(await of(), ['attendance', 'said']);
    assert.deepEqual(await of('--type', 'person'), ['said']);
    assert.deepEqual(await of('--subject', 'forum'), ['attendance']);
    assert.deepEqual(await of('--property', 'said,attendance'), ['attendance', 'said']);
    assert.deepEqual(await of('--by', 'post'), ['attendance']);
    assert.deepEqual(await of('--by', 'ada', '--subject', 'forum'), []);
    assert.deepEqual(await of('--from', '2022'), ['attendance']);
    assert.deepEqual(await of('--to', '2021-06'), ['said']);
    assert.deepEqual(await of('--from', '2021-06', '--to', '2022-10'), ['attendance', 'said']);
    assert.deepEqual(await of('--facts'), ['attendance', 'said', 'born-on']);
    assert.deepEqual(await of('--document', 'documents/**/b.md'), []);
    assert.deepEqual(await of('documents/a.md'), ['attendance', 'said']);
  });

  it('lists documents', async () => {
    const of = async (...argv: string[]) =>
      (await json('documents', ...argv)).documents.map(({ file }: { file: string }) => file);
    const all = ['documents/a.md', 'documents/plain.md', 'documents/sub/b.md'];
    assert.deepEqual(await of(), all);
    assert.deepEqual(await of('--subject', 'forum'), [all[0]]);
    assert.deepEqual(await of('--type', 'person'), [all[0], all[2]]);
    assert.deepEqual(await of('--from', '2023'), [all[2]]);
    assert.deepEqual(await of('--document', '*'), []);
    assert.deepEqual(await of('documents/sub'), [all[2]]);
  });

  it('shows a table, cut to a terminal and no further', async () => {
    const { stdout, stderr } = await concord(['list', 'entities'], { files: FILES });
    assert.equal(
      stdout,
      `id     type    name          mentions  claims  documents  facts  file               line
ada    person  Ada / 阿达           3       1          2      1  entities/all.yaml     2
post   media   Evening Post         0       0          0      0  entities/all.yaml     3
forum  event   Forum                1       1          1      0  entities/all.yaml     4
`,
    );
    assert.equal(stderr, 'concord: 3 entities\n');
    const narrow = await concord(['list', 'claims', '--no-color'], { files: example, isTTY: true, columns: 150 });
    for (const line of narrow.stdout.split('\n')) {
      assert.ok([...clustersOf(line)].reduce((sum, { cells }) => sum + cells, 0) <= 150, line);
    }
    assert.match(narrow.stdout, /…/);
    const one = await concord(['list', 'claims', '--subject', 'ada'], { files: FILES });
    assert.equal(one.stderr, 'concord: 1 claim\n');
    const none = await concord(['list', 'claims', '--from', '2030'], { files: FILES });
    assert.deepEqual([none.code, none.stdout, none.stderr], [0, '', 'concord: 0 claims\n']);
  });

  it('writes CSV that no spreadsheet takes for a formula', async () => {
    const { stdout } = await concord(['list', 'claims', '--format', 'csv', '--subject', 'ada'], { files: FILES });
    assert.equal(
      stdout,
      `file,line,claim,subject,property,value,unit,qualifiers,time,speaker,stance,certainty,quote\r\ndocuments/a.md,8,claims[1],ada,said,'=1+1,,,2021,ada,asserts,certain,Ada spoke\r\n`,
    );
  });

  it('says what it does not know', async () => {
    const refused = async (argv: string[], message: RegExp) => {
      const { code, stdout, stderr } = await concord(['list', ...argv], { files: FILES });
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, message);
    };
    await refused([], /^concord: list needs to know what: entities, claims, documents/);
    await refused(['claim'], /list has no "claim"; did you mean claims\?/);
    await refused(
      ['entities', '--property', 'said'],
      /--property says nothing of entities, only of claims and documents/,
    );
    await refused(['claims', '--type', 'persn'], /there is no type "persn"; did you mean person\?/);
    await refused(
      ['claims', '--property', 'attendence'],
      /there is no property "attendence"; did you mean attendance\?/,
    );
    await refused(['claims', '--subject', 'forun'], /there is no entity "forun"; did you mean forum\?/);
    await refused(['claims', '--by', 'nobody'], /there is no speaker "nobody"/);
    await refused(['claims', '--from', 'May'], /--from takes a date such as 2022/);
    await refused(['claims', 'nowhere'], /nowhere does not exist/);
    await refused(['claims', '--formt', 'csv'], /did you mean --format\?/);
    const empty = await concord(['list', 'claims', '--format', 'json'], {});
    assert.deepEqual([empty.code, empty.stdout], [0, '{"version":1,"claims":[]}\n']);
    assert.match(empty.stderr, /no corpus found/);
  });
});

describe('CSV and tables of anything', () => {
  const cell = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.integer(), fc.constant(undefined));

  it('read back as they were, but for the apostrophe', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ a: cell, b: cell }), { maxLength: 6 }), (rows) => {
        const [, ...read] = readCsv(csv(rows, ['a', 'b']));
        const expected = rows.map(({ a, b }) => [a, b].map((one) => String(one ?? '')));
        assert.deepEqual(
          read.map((row) => row.map((text) => text.replace(/^'/, ''))),
          expected.map((row) => row.map((text) => text.replace(/^'/, ''))),
        );
        for (const text of read.flat()) if (!/^-?\d+$/.test(text)) assert.doesNotMatch(text, /^\s*[=+\-@]/);
      }),
    );
  });

  it('fit their width', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ a: cell, b: cell, c: cell }), { minLength: 1 }), fc.nat(80), (rows, more) => {
        const text = table(rows, ['a', 'b', 'c'], { paint: plain, columns: 28 + more });
        for (const line of text.split('\n'))
          assert.ok(
            [...clustersOf(line)].reduce((sum, { cells }) => sum + cells, 0) <= 28 + more,
            JSON.stringify(line),
          );
      }),
    );
  });
});

describe('concord stats', () => {
  it('counts', async () => {
    const { corpora } = parsed(await concord(['stats', '--format', 'json'], { files: FILES }));
    assert.deepEqual(corpora, [
      {
        root: '.',
        documents: 2,
        entities: 3,
        claims: 2,
        mentions: 4,
        unannotated: 1,
        facts: 1,
        documentsByLanguage: { '': 2 },
        documentsByYear: { 2022: 1, 2023: 1 },
        documentsByPublisher: { '': 1, post: 1 },
        entitiesByType: { event: 1, media: 1, person: 1 },
        unused: 1,
        mentionsByEntity: { ada: 3, forum: 1 },
        claimsByProperty: { attendance: 1, said: 1 },
        claimsBySpeaker: { ada: 1, post: 1 },
        claimsByStance: { asserts: 2 },
      },
    ]);
    const { stdout } = await concord(['stats'], { files: FILES });
    assert.match(
      stdout,
      /^This corpus\n {2}2 documents, and 1 without annotations\n {2}3 entities, 1 of which no document speaks of\n/,
    );
    assert.match(stdout, /\n {2}Claims by property\n {4}attendance {2}1\n {4}said {8}1\n/);
  });

  it('sums what is rare', async () => {
    const { stdout } = await concord(['stats'], { files: example });
    assert.match(stdout, /\n {4}\(\d+ more\) +\d+\n/);
    const { claims } = parsed(await concord(['stats', '--format', 'json'], { files: example })).corpora[0];
    const { corpora } = parsed(await concord(['check', '--format', 'json'], { files: example }));
    assert.equal(claims, corpora[0].claims);
    assert.equal(
      parsed(await concord(['list', 'claims', '--format', 'json'], { files: example })).claims.length,
      claims,
    );
  });
});

/** RFC 4180. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  for (let at = 0; at < text.length; at += 2) {
    const row: string[] = [];
    for (; ; at++) {
      let value = '';
      if (text[at] === '"') {
        for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
          if (text[at] === '"') at++;
          value += text[at];
        }
        at++;
      } else while (!/[,\r]/.test(text[at]!)) value += text[at++];
      row.push(value);
      if (text[at] !== ',') break;
    }
    rows.push(row);
  }
  return rows;
}
