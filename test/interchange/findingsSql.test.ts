/** The query beside the tables finds what the engine finds: on the pages of the checks, on random and on large corpora. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Finding, View } from '../../server/src/checks/engine/check.ts';
import { check } from '../../server/src/checks/engine/run.ts';
import { CHECKS } from '../../server/src/checks/index.ts';
import { exchangeCorpus } from '../../server/src/interchange/exchange/corpus.ts';
import { Losses } from '../../server/src/interchange/exchange/losses.ts';
import { COMPARISON_TABLES } from '../../server/src/interchange/formats/parquet/comparison.ts';
import { parquet } from '../../server/src/interchange/formats/parquet/parquet.ts';
import { COVERED } from '../../server/src/interchange/formats/parquet/sql/covered.ts';
import { DIALECTS, findingsScript } from '../../server/src/interchange/formats/parquet/sql/dialects.ts';
import { FUNCTIONS, findingsQuery } from '../../server/src/interchange/formats/parquet/sql/findings.ts';
import { CROWDS, corpusFiles, crowdFiles, sharedFiles } from '../bench/generate.ts';
import { readPages } from '../checks/pages.ts';
import { libraryOf, parseFixture } from '../fixture.ts';
import { type CorpusFiles, comparedCorpus } from './comparedCorpora.ts';
import { Database } from './duckdb.ts';
import { exported } from './exchanged.ts';

/** What a finding says, as one text. */
interface Found {
  readonly code: string;
  readonly own: string;
  readonly other: string;
  readonly line: string;
}

const foundOf = (code: string, severity: string, own: string, other: string, isAccepted: boolean): Found => ({
  ...{ code, own, other },
  line: `${code} ${severity}: ${own} | ${other}${isAccepted ? ' (accepted)' : ''}`,
});

function byEngine(files: CorpusFiles): readonly Found[] {
  const library = libraryOf(files);
  return [...files.keys()].flatMap((path) =>
    check(library, path)
      .filter(isCovered)
      .map((finding) => engineFound(finding, library)),
  );
}

/** The claims of translations, offices for several and a value against its own quote are for other checks. */
function isCovered({ code, variant, sides }: Finding): boolean {
  if (!(COVERED as readonly string[]).includes(code)) return false;
  if (code === 'anachronism') return true;
  return sides !== undefined && variant !== 'translation' && variant !== 'several';
}

const sideOf = ({ member, claim, end }: NonNullable<Finding['sides']>['own']): string =>
  `${member.head.path}#${claim.key}${end ? ` ${end}` : ''}`;

function engineFound({ code, severity, path, span, sides, accepted }: Finding, view: View): Found {
  // What has no other side names its claim only where that has an id.
  const claim = sides ?? view.document(path)!.annotations.claims.find(({ value }) => value?.span.start === span.start);
  const own = sides ? sideOf(sides.own) : `${path}#${(claim as { key: string }).key}`;
  return foundOf(code, severity, own, sides ? sideOf(sides.other) : '-', accepted !== undefined);
}

async function tablesOf(files: CorpusFiles): Promise<ReadonlyMap<string, Uint8Array>> {
  const library = libraryOf(files);
  const paths = [...files.keys()].filter((path) => library.kindOf(path) === 'document').sort();
  return (await exported(parquet, exchangeCorpus(library, { paths, isWhole: true }, new Losses()))).files;
}

async function bySql(files: CorpusFiles, database: Database): Promise<readonly Found[]> {
  await database.open(await tablesOf(files));
  return query(database, findingsScript('duckdb'));
}

/** Half of the documents each, and all of the records, as two machines would have them. */
async function bySqlInParts(files: CorpusFiles, database: Database): Promise<readonly Found[]> {
  const parts = new Map<string, Uint8Array>();
  for (const part of [0, 1]) {
    const some = [...files].filter(([path], i) => !path.endsWith('.md') || i % 2 === part);
    for (const [path, bytes] of await tablesOf(new Map(some))) parts.set(`${part}/${path}`, bytes);
  }
  await database.open(parts);
  // As the page on findings by SQL says.
  return query(
    database,
    findingsScript('duckdb').replace(
      /SELECT \* FROM read_parquet\('(\w+)\.parquet'\)/g,
      "SELECT DISTINCT * FROM read_parquet('*/$1.parquet')",
    ),
  );
}

async function query(database: Database, script: string): Promise<readonly Found[]> {
  const rows = await database.rows(script);
  return rows.map((row) => {
    const side = (path: unknown, claim: unknown, end: unknown) => `${path}#${claim}${end ? ` ${end}` : ''}`;
    const isAlone = row.other_path === null;
    // One that stands alone is of a claim, whichever end of a change it is.
    const own = side(row.path, row.claim, isAlone ? null : row.claim_end);
    const other = isAlone ? '-' : side(row.other_path, row.other_claim, row.other_end);
    return foundOf(String(row.code), String(row.severity), own, other, row.accepted !== null);
  });
}

const shown = (files: CorpusFiles): string => [...files].map(([path, text]) => `-- ${path} --\n${text}`).join('\n');

function agree(engine: readonly Found[], sql: readonly Found[], files: CorpusFiles): void {
  const lines = (all: readonly Found[]) => all.map(({ line }) => line).sort();
  const [wanted, found] = [lines(engine), lines(sql)];
  if (wanted.join('\n') === found.join('\n')) return;
  const only = (some: readonly string[], others: readonly string[]) => {
    const known = new Set(others);
    return some.filter((line) => !known.has(line)).join('\n');
  };
  assert.fail(`by SQL only:\n${only(found, wanted)}\nby the engine only:\n${only(wanted, found)}\n${shown(files)}`);
}

/** So many findings of one claim the engine tells, and one in a crowd; the query tells all of them. */
const MOST = 20;

function agreeAsFarAsTold(engine: readonly Found[], sql: readonly Found[]): void {
  const told = new Set(engine.map(({ line }) => line));
  const all = new Set(sql.map(({ line }) => line));
  assert.deepEqual([...told].filter((line) => !all.has(line)).slice(0, 5), [], 'by the engine only');
  const sides = new Map<string, number>();
  for (const { own, other } of sql) for (const side of [own, other]) sides.set(side, (sides.get(side) ?? 0) + 1);
  const isFew = ({ own, other }: Found) => sides.get(own)! <= MOST && sides.get(other)! <= MOST;
  const untold = sql.filter((one) => isFew(one) && !told.has(one.line)).map(({ line }) => line);
  assert.deepEqual(untold.slice(0, 5), [], 'by SQL only');
  const owns = new Set(engine.map(({ own }) => own));
  assert.deepEqual(sql.filter(({ own }) => !owns.has(own)).slice(0, 5), [], 'claims of which the engine says nothing');
}

/** What chance meets too seldom: how the two figures of a pair are related, and whether that is a finding. */
const ODD: readonly (readonly [what: string, findings: number, first: string, second: string])[] = [
  [
    'changes that share a default, at other ends',
    1,
    'property: count, of: x, value: 172 -> 181',
    'property: count, of: x, value: 172 -> 190',
  ],
  [
    'two names of one entity in two languages',
    0,
    'property: count, of: Harbour Council, value: 1',
    'property: count, of: 港务会, value: 2',
  ],
  ['an id and a name of it', 1, 'property: count, of: council, value: 1', 'property: count, of: 港务会, value: 2'],
  ['a scope on one side', 1, 'property: count, of: x, value: 1', 'property: count, of: x, among: y, value: 2'],
  ['a list of scopes', 0, 'property: count, of: [x, y], value: 1', 'property: count, of: x, value: 2'],
  ['the same list of scopes', 1, 'property: count, of: [x, y], value: 1', 'property: count, of: [x, y], value: 2'],
  ['months and years', 1, 'property: duration, value: 13 months', 'property: duration, value: 1 year'],
  ['years and days that they may have', 0, 'property: duration, value: 366 days', 'property: duration, value: 1 year'],
  ['years and days that none has', 1, 'property: duration, value: 367 days', 'property: duration, value: 1 year'],
  ['weeks and days', 0, 'property: duration, value: 3 weeks', 'property: duration, value: 21 days'],
  ['two currencies', 0, 'property: amount, of: x, value: 5 USD', 'property: amount, of: x, value: 6 EUR'],
  ['a currency and none', 1, 'property: amount, of: x, value: 5 USD', 'property: amount, of: x, value: 6'],
  [
    '30 digits that differ in the last',
    0,
    'property: count, of: x, value: 123456789012345678901234567890',
    'property: count, of: x, value: 123456789012345678901234567891',
  ],
  [
    '30 digits that differ in the tenth',
    1,
    'property: count, of: x, value: 123456789012345678901234567890',
    'property: count, of: x, value: 123456789112345678901234567890',
  ],
  [
    'fractions that decimals tell apart',
    1,
    'property: count, of: x, value: 0.1',
    'property: count, of: x, value: 0.100001',
  ],
  [
    'ranges ten times one another',
    1,
    'property: count, of: x, value: 20 to 30',
    'property: count, of: x, value: 200 to 300',
  ],
  [
    'ranges of which one end is',
    1,
    'property: count, of: x, value: 20 to 30',
    'property: count, of: x, value: 200 to 310',
  ],
  ['an ordinal and a number', 0, 'property: count, of: x, value: fourth', 'property: count, of: x, value: 5'],
  [
    'a hedge that meets the number',
    1,
    'property: count, of: x, value: more than 200',
    'property: count, of: x, value: 200',
  ],
  [
    'two hedges that leave a number out',
    1,
    'property: count, of: x, value: more than 70',
    'property: count, of: x, value: fewer than 70',
  ],
]; // prettier-ignore

/** Each in a document about an event of its own. */
function oddFiles(): CorpusFiles {
  const files = new Map<string, string>();
  const records = ['council: {type: organization, name: {en: Harbour Council, zh: 港务会}}\n'];
  for (const [what, , first, second] of ODD) {
    for (const [order, pair] of [
      ['one way', [first, second]],
      ['the other way', [second, first]],
    ] as const) {
      const subject = `event-${records.length}`;
      records.push(`${subject}: {type: event, name: Event ${records.length}}\n`);
      const claims = pair.map((claim, i) => `  - {id: c${i}, quote: so, subject: ${subject}, ${claim}}\n`).join('');
      files.set(`${what}, ${order}.md`, `---\ndate: 2022\nabout: 2012/2022\nlang: zh\nclaims:\n${claims}---\nso\n`);
    }
  }
  return files.set('entities/all.yaml', records.join(''));
} // prettier-ignore

/** Lives and events of which records and documents say several things. */
const LIVES = `-- entities/one.yaml --
guild: {type: organization, name: Guild, facts: [{property: founded-on, value: 2000}, {property: founded-on, value: 1998-05}]}
union: {type: organization, name: Union, facts: [{property: dissolved-on, value: 2010, certainty: possible}]}
club: {type: organization, name: Club}
fair: {type: event, name: Fair, facts: [{property: held-on, value: 2031}, {property: held-on, value: 2030-02?}]}
feast: {type: event, name: Feast, facts: [{property: held-on, value: 2040}]}
pact: {type: agreement, name: Pact, facts: [{property: held-on, value: 2040}]}
-- a.md --
---
date: 1985
claims:
  - {id: founded, quote: so, subject: guild, property: founded-on, value: 1990, by: guild}
  - {id: early, quote: so, subject: club, property: founded-on, value: 1960}
  - {id: earlier, quote: so, subject: club, property: founded-on, value: 1950?, by: club}
  - {id: over, quote: so, subject: club, property: dissolved-on, value: 1980}
  - {id: never, quote: so, subject: club, property: dissolved-on, value: 1900, stance: denies}
---
so
-- b.md --
---
date: 2020
claims:
  - {id: before, quote: so, subject: guild, property: count, of: x, value: 1, at: 1995}
  - {id: longBefore, quote: so, subject: guild, property: count, of: x, value: 1, at: 1980}
  - {id: within, quote: so, subject: guild, property: count, of: x, value: 1, at: 1998}
  - {id: after, quote: so, subject: union, property: count, of: x, value: 1, at: 2011}
  - {id: ended, quote: so, subject: union, property: member-of, value: guild, at: 2012, ended: true}
  - {id: jubilee, quote: the 50th anniversary, subject: union, property: age, value: 50, at: 2012}
  - {id: clubBefore, quote: so, subject: club, property: count, of: x, value: 1, at: 1949, by: guild}
  - {id: clubAfter, quote: so, subject: club, property: count, of: x, value: 3 -> 2, at: 1981/1990}
  - {id: at, quote: so, subject: fair, property: attendance, value: 5, at: 2021}
  - {id: subject, quote: so, subject: fair, property: attendance, value: 5, at: 2019}
  - {id: value, quote: so, subject: guild, property: supports, value: fair, certainty: possible}
  - {id: both, quote: so, subject: feast, property: part-of, value: fair}
  - {id: none, quote: so, subject: guild, property: supports, value: pact}
  - {id: planned, quote: so, subject: fair, property: attendance, value: 5, stance: expects}
---
so
`;

/** `RUNS=1000 SHOW=1` tries more, and prints how much of what was met. */
const RUNS = Number(process.env.RUNS ?? 40);

describe('the findings by SQL', function () {
  this.timeout(60_000 + RUNS * 2_000);
  let database: Database;
  before(async () => {
    database = await Database.of(new Map());
  });
  after(() => database.close());

  it('are those of the engine on random corpora', async () => {
    const met = new Map<string, number>();
    const meet = (what: string) => met.set(what, (met.get(what) ?? 0) + 1);
    await fc.assert(
      fc.asyncProperty(comparedCorpus, async (files) => {
        const [engine, sql] = [byEngine(files), await bySql(files, database)];
        for (const { code, line } of engine) {
          meet(code);
          for (const [, word] of line.matchAll(/ (error|warning|information|from|to|\(accepted\)|entities)\b/g))
            meet(word!);
          if (line.includes('| entities/')) meet('fact');
          if (line.endsWith('(accepted)')) meet('accepted');
        }
        agree(engine, sql, files);
      }),
      { numRuns: RUNS },
    );
    if (process.env.SHOW) console.log(met);
  }); // prettier-ignore

  it('are those of the engine where two machines export a half each', async () => {
    await fc.assert(
      fc.asyncProperty(comparedCorpus, async (corpus) => {
        // What somebody saw on another machine is not known to still be so: the page says that such a finding is back.
        const files = new Map([...corpus].map(([path, text]) => [path, text.replace(/,"saw":"[^"]*"/g, '')]));
        agree(byEngine(files), await bySqlInParts(files, database), files);
      }),
      { numRuns: Math.ceil(RUNS / 4) },
    );
  });

  const pages = readPages();
  for (const code of COVERED) {
    const page = `${code.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}.md`;
    it(`are those of the engine in the examples of ${page}`, async () => {
      let met = 0;
      for (const { source } of pages.find(({ name }) => name === page)!.examples) {
        const { files } = parseFixture(source);
        const engine = byEngine(files);
        met += engine.filter((one) => one.code === code).length;
        agree(engine, await bySql(files, database), files);
      }
      assert.ok(met > 0, 'an example has something to find');
    });
  }

  it('are those of the engine in odd cases', async () => {
    const files = oddFiles();
    const engine = byEngine(files);
    for (const [what, findings] of ODD) {
      const own = engine.filter(({ own }) => own.startsWith(`${what}, `));
      assert.equal(own.length, 2 * findings, `${what}\n${own.map(({ line }) => line).join('\n')}`);
    }
    agree(engine, await bySql(files, database), files);
  });

  it('are those of the engine on lives and events', async () => {
    const { files } = parseFixture(LIVES);
    const engine = byEngine(files);
    const owns = engine.filter(({ code }) => code === 'anachronism').map(({ own }) => own.replace('b.md#', ''));
    assert.deepEqual(owns.sort(), [
      'after',
      'at',
      'before',
      'both',
      'clubAfter to',
      'clubBefore',
      'longBefore',
      'subject',
      'value',
    ]);
    agree(engine, await bySql(files, database), files);
  });

  it('are those of the engine in a thousand documents with planted conflicts', async () => {
    const files = new Map(sharedFiles({ documents: 1_000, claims: 4 }));
    const [engine, sql] = [byEngine(files), await bySql(files, database)];
    assert.ok(engine.length > 100, `${engine.length} findings`);
    agreeAsFarAsTold(engine, sql);
  });

  it('are those of the engine in two languages', async () => {
    const files = new Map(corpusFiles({ documents: 300, records: 40, bodyBytes: 300, claims: 8 }));
    const [engine, sql] = [byEngine(files), await bySql(files, database)];
    assert.ok(engine.length > 100, `${engine.length} findings`);
    agreeAsFarAsTold(engine, sql);
  });

  for (const crowd of CROWDS) {
    it(`hold those of the engine where many say one thing: ${crowd}`, async () => {
      for (const size of [30, 600]) {
        const files = new Map(crowdFiles(crowd, size));
        agreeAsFarAsTold(byEngine(files), await bySql(files, database));
      }
    });
  }
});

/** Of Trino, of Spark in its ANSI mode, and of DuckDB, beside those that no name could be taken for. */
const RESERVED = new Set(
  `ALL ALTER ANALYSE ANALYZE ANY ARRAY ASC ASYMMETRIC AUTHORIZATION AUTO BOTH CHECK COLLATE COLUMN CONSTRAINT CREATE CUBE CURRENT_CATALOG
  CURRENT_DATE CURRENT_PATH CURRENT_ROLE CURRENT_SCHEMA CURRENT_TIME CURRENT_TIMESTAMP CURRENT_USER DEALLOCATE DEFAULT DEFERRABLE DELETE
  DESC DESCRIBE DO DROP END ESCAPE EXCEPT EXECUTE EXISTS EXTRACT FETCH FILTER FOR FOREIGN FULL GRANT GROUPING INITIALLY INSERT INTERSECT
  INTO LAMBDA LATERAL LEADING LIKE LIMIT LISTAGG LOCALTIME LOCALTIMESTAMP NATURAL NORMALIZE OFFSET ONLY OUTER OVERLAPS PERCENTILE PIVOT
  PLACING PREPARE PRIMARY QUALIFY RECURSIVE REFERENCES RETURNING RIGHT ROLLUP SESSION_USER SHOW SKIP SOME SUMMARIZE SYMMETRIC TABLE TO
  TRAILING TRIM UESCAPE UNION UNIQUE UNKNOWN UNNEST UNPIVOT USER USING VALUES VARIADIC WINDOW WITHIN`.split(/\s+/),
); // prettier-ignore

describe('the page on findings by SQL', () => {
  const page = readFileSync(join(__dirname, '../../server/src/interchange/formats/parquet/findings.md'), 'utf8');
  const [, covered, missing] = page.split(/^## What is covered$|^Not covered|^## Where it differs$/m);
  const codesIn = (text: string | undefined) => [...text!.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map(([, name]) => name!);

  it('names every check that the query covers', () => {
    const cells = covered!.split('\n').flatMap((line) => (line.startsWith('| `') ? [line.split('|')[1]!] : []));
    const named = cells.flatMap((cell) => [...cell.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name!));
    assert.deepEqual(named.sort(), [...COVERED].sort());
  });

  it('names every check beyond a document that it does not cover', () => {
    const beyond = CHECKS.filter(({ code, beyond }) => beyond && !(COVERED as readonly string[]).includes(code));
    const named = new Set(codesIn(missing));
    assert.deepEqual(
      beyond.map(({ code }) => code).filter((code) => !named.has(code)),
      [],
    );
  });

  it('names every table', () => {
    for (const name of Object.keys(COMPARISON_TABLES)) assert.ok(page.includes(`| \`${name}\` |`), name);
  });
}); // prettier-ignore

describe('the query', () => {
  const query = findingsQuery()
    .replace(/--[^\n]*/g, '')
    .replace(/'[^']*'/g, "''");

  it('calls no function but those that the engines share', () => {
    const calls = new Set([...query.matchAll(/\b([A-Za-z_]\w*)\s*\(/g)].map(([, name]) => name!));
    const words = new Set([
      'AND',
      'AS',
      'BY',
      'FROM',
      'IN',
      'JOIN',
      'NOT',
      'ON',
      'OR',
      'OVER',
      'SELECT',
      'THEN',
      'WHEN',
      'WHERE',
      'ELSE',
      'CASE',
    ]);
    assert.deepEqual([...calls].filter((name) => !words.has(name)).sort(), [...FUNCTIONS].sort());
  }); // prettier-ignore

  it('is written in nothing that only some of the engines understand', () => {
    assert.doesNotMatch(
      query,
      /::|!=|==|"|`|\[|\]|\{|\}|\|\||;|\bILIKE\b|\bQUALIFY\b|\bRECURSIVE\b|\bLATERAL\b|\bUSING\b|\bFILTER\b|\bEXISTS\b|\bLIMIT\b|\bEXCLUDE\b|\bIS (?:NOT )?DISTINCT\b|\b(?:ANTI|SEMI|ASOF)\b/,
    ); // prettier-ignore
    // Decimals and doubles are not told apart alike: numbers with a fraction have an exponent.
    assert.doesNotMatch(query, /\d\.\d/);
  });

  it('has no name that is a reserved word of one of them, nor have the columns', () => {
    const columns = Object.entries(COMPARISON_TABLES).flatMap(([table, all]) => [table, ...Object.keys(all)]);
    const names = [...query.matchAll(/\bAS ([a-z_]\w*)|\b([a-z_]\w*) AS \(/g)].map(([, alias, cte]) => (alias ?? cte)!);
    assert.ok(names.length > 100 && columns.length > 90);
    assert.deepEqual(
      [...columns, ...names].filter((name) => RESERVED.has(name.toUpperCase())),
      [],
    );
  }); // prettier-ignore

  it('is the same in every script, after the tables', () => {
    for (const dialect of DIALECTS) assert.ok(findingsScript(dialect).endsWith(`\n${findingsQuery()};\n`), dialect);
  });
});
