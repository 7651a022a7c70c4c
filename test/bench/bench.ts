/**
 * `npm run bench [-- documents…]`: what a person waits for, each figure beside a baseline measured in the same run. Needs a
 * build. `npm run bench -- --consistency`: what comparing claims costs, by itself.
 * `npm run bench -- --sql [documents…]`: what the findings by SQL cost, beside `concord check`.
 * Figures are milliseconds; compare the ratios, machines differ.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { quantile, type ServerProcess, startServer } from '../protocol/client.ts';
import type { Figure } from './consistency.ts';
import { DEFAULT_SIZE, LARGE, writeCorpus } from './generate.ts';

const ROOT = join(__dirname, '../..');
const SERVER = join(ROOT, 'dist/server/src/node.js');
const CLI = join(ROOT, 'dist/server/src/cli.js');
const REPEATS = 200;

interface Row {
  readonly what: string;
  readonly ours: number;
  readonly baseline: number;
  readonly of: string;
}

async function main(): Promise<void> {
  if (process.argv.includes('--consistency')) {
    await comparing();
    return;
  }
  if (process.argv.includes('--sql')) {
    const { comparingWithSql } = await import('./sql.ts');
    await comparingWithSql(sizesOr([1_000, 10_000]));
    return;
  }
  if (!existsSync(SERVER)) throw new Error('Build first: npm run build');
  const json = await jsonServerTimes();
  for (const documents of sizesOr([1_000, 10_000])) {
    const folder = mkdtempSync(join(tmpdir(), 'concord-bench-'));
    try {
      writeCorpus(folder, { documents, ...DEFAULT_SIZE });
      const rows = [...cold(folder), ...(await warm(folder, json))];
      print(`${documents.toLocaleString('en')} documents, ${DEFAULT_SIZE.records.toLocaleString('en')} records`, rows);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

/** The sizes that are asked for. */
function sizesOr(usual: readonly number[]): readonly number[] {
  const sizes = process.argv.slice(2).map(Number).filter(Boolean);
  return sizes.length > 0 ? sizes : usual;
}

/** Bundled as the server is: what loads the sources directly slows their functions down. */
async function comparing(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'concord-bench-'));
  try {
    const outfile = join(folder, 'consistency.js');
    const source = join(__dirname, 'consistency.ts');
    buildSync({ entryPoints: [source], outfile, bundle: true, platform: 'node', format: 'cjs', target: 'node20' });
    const { consistency, crowds }: typeof import('./consistency.ts') = require(outfile);
    printFigures('10,000 documents, 40,000 claims', await consistency());
    printFigures('10,000 claims on one subject and property; 1,000 in one file', await crowds());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whole processes in turn, medians of three. */
function cold(folder: string): readonly Row[] {
  const cache = mkdtempSync(join(tmpdir(), 'concord-bench-'));
  const run = (args: readonly string[]): number => {
    const start = performance.now();
    const env = { ...process.env, CONCORD_CACHE: cache };
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, env, maxBuffer: 1 << 28 });
    // 1 says that there are findings, which does not matter here.
    if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
    return performance.now() - start;
  };
  const ours: number[] = [];
  const baseline: number[] = [];
  for (let i = 0; i < 3; i++) {
    baseline.push(run([join(__dirname, 'baseline.mjs'), folder]));
    ours.push(run([CLI, 'check', '--no-cache', '--format', 'json', folder]));
  }
  const check = [CLI, 'check', '--format', 'json', folder];
  run(check);
  const again = [1, 2, 3].map(() => run(check));
  rmSync(cache, { recursive: true, force: true });
  const of = 'reading and YAML-parsing the files';
  return [
    { what: 'concord check, cold, whole process', ours: quantile(ours, 0.5), baseline: quantile(baseline, 0.5), of },
    { what: 'the same, nothing changed since', ours: quantile(again, 0.5), baseline: quantile(baseline, 0.5), of },
  ];
}

interface JsonTimes {
  readonly hover: number;
  readonly completion: number;
  readonly edit: number;
}

async function warm(folder: string, json: JsonTimes): Promise<readonly Row[]> {
  const server = startServer(process.execPath, [SERVER, '--stdio'], folder);
  try {
    const start = performance.now();
    await initialize(server, folder);
    const body = open(server, join(folder, 'documents/0000/000000.md'));
    const large = open(server, join(folder, LARGE));
    await indexed(server, body.uri);
    const ready = performance.now() - start;
    const hover = await times(async (i) => {
      const line = body.lineOf('counted', i % 4);
      const found = await server.connection.sendRequest('textDocument/hover', {
        textDocument: { uri: body.uri },
        position: { line, character: 18 },
      });
      if (!found) throw new Error('No hover');
    });
    const completion = await times(async () => {
      const { line, character } = body.endOf('    subject: ');
      const found = await server.connection.sendRequest<{ items: unknown[] }>('textDocument/completion', {
        textDocument: { uri: body.uri },
        position: { line, character },
      });
      if (found.items.length === 0) throw new Error('No completion');
    });
    const typed = await times((i) => keystroke(server, body, body.lastLine, i));
    const front = await times((i) => keystroke(server, large, large.lineOf('    quote: ', 99), i, 20));
    const symbols = await times(async (i) => {
      await server.connection.sendRequest('workspace/symbol', { query: ['ren', 'dal', 'forum', '论坛'][i % 4] });
    });
    const peer = 'vscode-json-language-server, same request';
    return [
      { what: 'start to all indexed', ours: ready, baseline: Number.NaN, of: '' },
      { what: 'hover p95', ours: quantile(hover, 0.95), baseline: json.hover, of: peer },
      { what: 'completion of an id p95', ours: quantile(completion, 0.95), baseline: json.completion, of: peer },
      { what: 'keystroke in the body to findings p95', ours: quantile(typed, 0.95), baseline: json.edit, of: peer },
      { what: 'keystroke in 60 kB of front matter p95', ours: quantile(front, 0.95), baseline: json.edit, of: peer },
      { what: 'workspace symbol p95', ours: quantile(symbols, 0.95), baseline: Number.NaN, of: '' },
    ];
  } finally {
    await server.stop();
  }
}

/** The same requests of a server that has one JSON file of the same size to look at, and a schema for it. */
async function jsonServerTimes(): Promise<JsonTimes> {
  const none = { hover: Number.NaN, completion: Number.NaN, edit: Number.NaN };
  const folder = mkdtempSync(join(tmpdir(), 'concord-bench-json-'));
  const installed = spawnSync(
    'npm',
    ['install', '--silent', '--no-audit', '--no-fund', '--prefix', folder, 'vscode-langservers-extracted@4.10.0'],
    { shell: process.platform === 'win32' },
  );
  const bin = join(folder, 'node_modules/vscode-langservers-extracted/bin/vscode-json-language-server');
  if (installed.status !== 0 || !existsSync(bin)) {
    console.error('vscode-langservers-extracted cannot be installed: its figures are left out.');
    return none;
  }
  const server = startServer(process.execPath, [bin, '--stdio'], folder);
  try {
    await initialize(server, folder, { provideFormatter: false });
    const claims = Array.from({ length: 200 }, (_, i) => ({
      id: `c${i}`,
      quote: `At the opening, the council counted ${i + 100} delegates from the towns along the river`,
      subject: `organization-${i}`,
      property: 'count',
      value: `${i} delegates`,
      of: 'delegates',
      at: '2022-10-20',
    }));
    const path = join(folder, 'claims.json');
    writeFileSync(path, JSON.stringify({ $schema: './schema.json', entities: [], claims }, null, 2));
    const schema = join(ROOT, 'schemas/front-matter.schema.json');
    const settings = {
      json: {
        validate: { enable: true },
        schemas: [
          {
            fileMatch: ['claims.json'],
            url: pathToFileURL(schema).href,
            schema: JSON.parse(readFileSync(schema, 'utf8')),
          },
        ],
      },
    };
    await server.connection.sendNotification('workspace/didChangeConfiguration', { settings });
    const file = open(server, path, 'json');
    const at = file.endOf('"subject": ');
    const request = (method: string) => () =>
      server.connection
        .sendRequest(method, { textDocument: { uri: file.uri }, position: { line: at.line, character: 8 } })
        .then(() => undefined);
    const hover = await times(request('textDocument/hover'));
    const completion = await times(request('textDocument/completion'));
    const edit = await times((i) => keystroke(server, file, file.lineOf('"quote"', 99), i, 30));
    return { hover: quantile(hover, 0.95), completion: quantile(completion, 0.95), edit: quantile(edit, 0.95) };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Opened {
  readonly uri: string;
  version: number;
  readonly lines: string[];
  readonly lastLine: number;
  /** The line of the `nth` place where `text` stands, from 0. */
  lineOf(text: string, nth: number): number;
  endOf(text: string): { line: number; character: number };
}

function open({ connection }: ServerProcess, path: string, languageId = 'markdown'): Opened {
  const text = readFileSync(path, 'utf8');
  const uri = pathToFileURL(path).href;
  void connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  const lines = text.split('\n');
  const lineOf = (sought: string, nth: number): number => {
    const found = lines.flatMap((line, i) => (line.includes(sought) && !/^\s*quote: "At/.test(sought) ? [i] : []));
    const inBody = sought === 'counted' ? found.filter((i) => !lines[i]!.startsWith('    ')) : found;
    return inBody[nth % inBody.length]!;
  };
  return {
    uri,
    version: 1,
    lines,
    lastLine: lines.length - 2,
    lineOf,
    endOf: (sought) => {
      const line = lineOf(sought, 0);
      return { line, character: lines[line]!.indexOf(sought) + sought.length };
    },
  };
}

/** One letter typed and taken back by turns, each until its findings are there. */
async function keystroke(
  { connection }: ServerProcess,
  file: Opened,
  line: number,
  i: number,
  character = 5,
): Promise<void> {
  const start = { line, character };
  const typing = i % 2 === 0;
  const range = { start, end: typing ? start : { line, character: character + 1 } };
  file.version++;
  void connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: file.uri, version: file.version },
    contentChanges: [{ range, text: typing ? 'x' : '' }],
  });
  await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: file.uri } });
}

async function initialize(
  { connection }: ServerProcess,
  folder: string,
  initializationOptions?: object,
): Promise<void> {
  const uri = pathToFileURL(folder).href;
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: 'bench' }],
    initializationOptions,
    capabilities: {
      textDocument: {
        diagnostic: { dynamicRegistration: true },
        completion: { completionItem: { snippetSupport: true } },
      },
      workspace: { diagnostics: { refreshSupport: true }, workspaceFolders: true },
    },
  });
  await connection.sendNotification('initialized', {});
}

async function indexed({ connection }: ServerProcess, uri: string): Promise<void> {
  for (;;) {
    const status = await connection.sendRequest<{ indexing: boolean; kind: string }>('concord/status', { uri });
    if (!status.indexing && status.kind === 'document') return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The first tenth is for the engine to warm up and is not counted. */
async function times(work: (i: number) => Promise<void>): Promise<readonly number[]> {
  const measured: number[] = [];
  for (let i = 0; i < REPEATS * 1.1; i++) {
    const start = performance.now();
    await work(i);
    measured.push(performance.now() - start);
  }
  return measured.slice(-REPEATS);
}

function print(title: string, rows: readonly Row[]): void {
  console.log(`\n${title}`);
  for (const { what, ours, baseline, of } of rows) {
    const beside = Number.isNaN(baseline)
      ? ''
      : `${baseline.toFixed(2).padStart(10)}  × ${(ours / baseline).toFixed(2).padStart(5)}  ${of}`;
    console.log(`  ${what.padEnd(40)} ${ours.toFixed(2).padStart(10)} ${beside}`);
  }
}

function printFigures(title: string, figures: readonly Figure[]): void {
  console.log(`\n${title}`);
  for (const { what, ours, limit } of figures) {
    const beside =
      limit === undefined ? '' : `   at most ${limit.toLocaleString('en')}${ours > limit ? '   MISSED' : ''}`;
    console.log(`  ${what.padEnd(44)} ${ours.toFixed(2).padStart(10)}${beside}`);
  }
}

void main();
