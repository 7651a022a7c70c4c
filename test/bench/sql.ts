/**
 * `npm run bench -- --sql [documents…]`: the findings of a corpus by `concord check`, and by an export and the query in
 * DuckDB: time and memory of each, in one run. Needs a build.
 */

import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { COVERED } from '../../server/src/interchange/formats/parquet/sql/covered.ts';
import { sharedFiles } from './generate.ts';

const CLI = join(__dirname, '../../dist/server/src/cli.js');

export async function comparingWithSql(sizes: readonly number[]): Promise<void> {
  if (!existsSync(CLI)) throw new Error('Build first: npm run build');
  for (const documents of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'concord-bench-'));
    try {
      for (const [path, text] of sharedFiles({ documents, claims: 4 })) write(join(folder, 'corpus', path), text);
      await measure(folder, documents);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

async function measure(folder: string, documents: number): Promise<void> {
  const [corpus, tables] = [join(folder, 'corpus'), join(folder, 'tables')];
  const checked = run(['check', '--no-cache', '--format', 'json'], corpus);
  const told = JSON.parse(checked.stdout).findings.filter(({ code }: { code: string }) =>
    (COVERED as readonly string[]).includes(code),
  ).length;
  const written = run(['export', '--to', 'parquet', '-o', tables], corpus);
  const sizes = readdirSync(tables).map((name) => [name, statSync(join(tables, name)).size] as const);
  const compared = sizes.filter(([name]) => /^(?:statement|acceptances|translations|severities)/.test(name));
  const queried = await query(tables);
  console.log(
    `\n${documents.toLocaleString('en')} documents, ${(4 * documents).toLocaleString('en')} claims; ${availableParallelism()} processors`,
  );
  const rows = [
    ['concord check', checked, `all checks; ${told} findings of those that the query covers`],
    ['concord export --to parquet', written, `${megabytes(sizes)} MB, ${megabytes(compared)} MB of it for the query`],
    ['the query in DuckDB', queried, `${queried.rows} findings`],
  ] as const;
  console.log(`${''.padEnd(28)} ${'time'.padStart(9)} ${'processor'.padStart(9)} ${'memory'.padStart(8)}`);
  for (const [what, cost, more] of rows) {
    const memory = 'megabytes' in cost ? `${cost.megabytes} MB` : '';
    const [time, processor] = [cost.ms, cost.cpu].map((ms) => `${ms.toFixed(0)} ms`.padStart(9));
    console.log([what.padEnd(28), time, processor, memory.padStart(8), ` ${more}`].join(' '));
  }
}

const megabytes = (files: readonly (readonly [string, number])[]): string =>
  (files.reduce((sum, [, size]) => sum + size, 0) / 1e6).toFixed(1);

/** A run of the command as a process of its own, which tells how much memory it took. */
function run(argv: readonly string[], cwd: string) {
  const used =
    '[process.resourceUsage()].map(({ userCPUTime, systemCPUTime, maxRSS }) => [userCPUTime + systemCPUTime, maxRSS].join(" "))';
  const telling = `process.on('exit', () => process.stderr.write('\\nused ' + ${used} + '\\n'))`;
  const preload = join(cwd, '../telling.cjs');
  writeFileSync(preload, telling);
  const start = performance.now();
  const { stdout, stderr, status } = spawnSync(process.execPath, ['-r', preload, CLI, ...argv], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  const ms = performance.now() - start;
  if (status === null || status > 1) throw new Error(stderr);
  const [, cpu, memory] = /^used (\d+) (\d+)$/m.exec(stderr)!;
  return { ms, cpu: Number(cpu) / 1000, stdout, megabytes: Math.round(Number(memory) / 1024) };
}

interface Queried {
  readonly ms: number;
  readonly cpu: number;
  readonly rows: number;
}

async function query(tables: string): Promise<Queried> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run(`SET file_search_path = '${tables}'`);
    const [start, before] = [performance.now(), process.cpuUsage()];
    const statements = await connection.extractStatements(readFileSync(join(tables, 'findings.duckdb.sql'), 'utf8'));
    let rows = 0;
    for (let i = 0; i < statements.count; i++)
      rows = (await (await statements.prepare(i)).runAndReadAll()).currentRowCount;
    const { user, system } = process.cpuUsage(before);
    return { ms: performance.now() - start, cpu: (user + system) / 1000, rows };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
