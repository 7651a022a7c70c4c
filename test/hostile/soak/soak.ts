/**
 * `npm run soak -- --minutes N [--seed S] [--documents N]`: a real server over standard input and output lives through
 * typing, files that change on disk, switches of branches, and being killed. Every hundredth step what it says is held
 * against what is said of the same files from scratch; its memory has to stay flat.
 */

import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Diagnostic } from 'vscode-languageserver';
import { check, unreadable } from '../../../server/src/checks/engine/run.ts';
import { Library } from '../../../server/src/core/library.ts';
import { LineIndex } from '../../../server/src/core/text.ts';
import type { Performance } from '../../../server/src/lsp/protocol.ts';
import { listFiles, readFile } from '../../../server/src/nodeFiles.ts';
import { writeCorpus } from '../../bench/generate.ts';
import { temporaryFolder } from '../../cli/program.ts';
import { type ServerProcess, startServer } from '../../protocol/client.ts';
import { builtServer } from '../../protocol/editor.ts';
import { mutated } from '../fuzz/mutate.ts';
import { type Random, randomOf } from '../fuzz/random.ts';

const CHECKED_EVERY = 100;
/** Bytes that the server may have more after the first hundred steps of its life than at the end of it. */
const MOST_GROWTH = 100 * 2 ** 20;

class Soak {
  private readonly root = temporaryFolder();
  private readonly open = new Map<string, { text: string; version: number }>();
  private server!: ServerProcess;
  private expected = false;
  private branch = 'main';
  readonly counts = { steps: 0, edits: 0, disk: 0, switches: 0, kills: 0, asked: 0, compared: 0 };
  readonly memory: number[] = [];

  constructor(
    private readonly script: string,
    private readonly random: Random,
    documents: number,
  ) {
    writeCorpus(this.root, { documents, records: 200, bodyBytes: 2_000, claims: 6 });
    this.git('init', '-q', '-b', 'main');
    this.git('add', '-A');
    this.git('commit', '-q', '-m', 'x');
    this.git('checkout', '-q', '-b', 'other');
    for (const path of this.paths().filter((_, i) => i % 2 === 0))
      this.write(path, mutated(this.read(path), random, [this.read(path)]));
    this.git('add', '-A');
    this.git('commit', '-q', '-m', 'y');
    this.git('checkout', '-q', 'main');
  }

  private git(...args: string[]): string {
    const settings = ['-c', 'user.name=x', '-c', 'user.email=x@example.org', '-c', 'core.autocrlf=false'];
    return execFileSync('git', [...settings, ...args], { cwd: this.root, encoding: 'utf8' });
  }

  private readonly uri = (path: string): string => pathToFileURL(join(this.root, path)).href;
  private readonly read = (path: string): string => readFileSync(join(this.root, path), 'utf8');
  private readonly write = (path: string, text: string): void => writeFileSync(join(this.root, path), text);
  private readonly paths = (): readonly string[] => listFiles(this.root);

  async start(): Promise<void> {
    this.expected = false;
    this.server = startServer(process.execPath, [this.script, '--stdio']);
    const { connection } = this.server;
    connection.onRequest(() => null);
    void this.server.exit.then((code) => {
      if (!this.expected) fail(`the server ended by itself, with ${code}`);
    });
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: [{ uri: pathToFileURL(this.root).href, name: 'x' }],
      capabilities: {
        textDocument: { diagnostic: {} },
        workspace: {
          workspaceFolders: true,
          diagnostics: { refreshSupport: true },
          didChangeWatchedFiles: { dynamicRegistration: true },
        },
      },
    });
    void connection.sendNotification('initialized', {});
    for (const [path, { text, version }] of this.open) this.tellOpen(path, text, version);
  }

  private tell(method: string, params: object): void {
    void this.server.connection.sendNotification(method, params).catch(() => undefined);
  }

  private tellOpen(path: string, text: string, version: number): void {
    this.tell('textDocument/didOpen', { textDocument: { uri: this.uri(path), languageId: 'markdown', version, text } });
  }

  private tellChanged(paths: readonly string[]): void {
    this.tell('workspace/didChangeWatchedFiles', { changes: paths.map((path) => ({ uri: this.uri(path), type: 2 })) });
  }

  async step(): Promise<void> {
    const { random, counts } = this;
    counts.steps++;
    const documents = this.paths().filter((path) => path.endsWith('.md'));
    const chance = random.below(100);
    if (chance < 55) {
      if (this.open.size < 3) this.openOne(random.pick(documents));
      this.edit(random.pick([...this.open.keys()]));
    } else if (chance < 80) {
      const path = random.chance(0.1) ? random.pick(this.paths()) : random.pick(documents);
      const text = this.read(path);
      if (random.chance(0.05) && path.endsWith('.md')) rmSync(join(this.root, path));
      else this.write(path, path === 'concord.yaml' ? text : mutated(text, random, [text]));
      const isGone = !this.paths().includes(path);
      this.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: this.uri(path), type: isGone ? 3 : 2 }] });
      counts.disk++;
    } else if (chance < 96) {
      const path = random.pick([...this.open.keys(), random.pick(documents)]);
      const position = { line: random.below(30), character: random.below(20) };
      const method = random.pick(['hover', 'completion', 'documentSymbol', 'codeAction', 'references']);
      const range = { start: position, end: position };
      // What is withdrawn, or asked of a file that has gone, is answered by an error; that it is answered matters.
      await this.server.connection
        .sendRequest(`textDocument/${method}`, {
          textDocument: { uri: this.uri(path) },
          position,
          range,
          context: { diagnostics: [], includeDeclaration: true, triggerKind: 1 },
        })
        .catch(() => undefined);
      counts.asked++;
    } else if (chance < 98) this.switchBranch();
    else await this.kill();
    const [first] = this.open.keys();
    if (first !== undefined && random.chance(0.02)) {
      this.open.delete(first);
      this.tell('textDocument/didClose', { textDocument: { uri: this.uri(first) } });
    }
    if (counts.steps % CHECKED_EVERY === 0) await this.compare();
  }

  private openOne(path: string): void {
    if (this.open.has(path)) return;
    const read = readFile(join(this.root, path));
    if (!('text' in read)) return;
    this.open.set(path, { text: read.text, version: 1 });
    this.tellOpen(path, read.text, 1);
  }

  private edit(path: string): void {
    const known = this.open.get(path)!;
    const text = mutated(known.text, this.random, [known.text]).replace(/[\ud800-\udfff]/g, '');
    const version = known.version + 1;
    this.open.set(path, { text, version });
    this.tell('textDocument/didChange', { textDocument: { uri: this.uri(path), version }, contentChanges: [{ text }] });
    this.counts.edits++;
  }

  private switchBranch(): void {
    const before = new Set(this.paths());
    this.git('checkout', '-q', '-f', this.branch === 'main' ? 'other' : 'main');
    this.branch = this.branch === 'main' ? 'other' : 'main';
    this.tellChanged([...new Set([...before, ...this.paths()])]);
    this.counts.switches++;
  }

  private async kill(): Promise<void> {
    this.expected = true;
    this.server.kill();
    await this.server.exit;
    this.counts.kills++;
    await this.start();
  }

  /** What the server says of files, open ones and some others, and what is said from scratch. */
  private async compare(): Promise<void> {
    const texts = new Map<string, string>();
    const broken = new Map<string, string>();
    for (const path of new Set([...this.paths(), ...this.open.keys()])) {
      const text = this.open.get(path)?.text;
      const read = text === undefined ? readFile(join(this.root, path)) : { text };
      if ('text' in read) texts.set(path, read.text);
      else broken.set(path, read.problem);
    }
    const fresh = new Library(texts.get('concord.yaml')!, (path) => texts.get(path));
    fresh.load([...texts].map(([path, text]) => ({ path, text })));
    for (const [path, problem] of broken) fresh.markUnreadable(path, problem);
    const others = [...texts.keys(), ...broken.keys()].filter((path) => !this.open.has(path));
    for (const path of [...this.open.keys(), ...Array.from({ length: 25 }, () => this.random.pick(others))]) {
      const problem = fresh.reasonUnreadable(path);
      const bad = problem === undefined ? undefined : unreadable(fresh, path, problem);
      const findings = bad ? [bad] : check(fresh, path);
      const lines = new LineIndex(texts.get(path) ?? '');
      const wanted = findings
        .filter(({ accepted }) => accepted === undefined)
        .map(
          ({ code, span }) => `${code} ${lines.positionAt(span.start).line}:${lines.positionAt(span.start).character}`,
        )
        .sort();
      await this.until(path, JSON.stringify(wanted));
    }
    const { memory } = await this.server.connection.sendRequest<Performance>('concord/performance', {});
    this.memory.push(memory!.resident);
    this.counts.compared++;
  }

  /** Changes on disk reach the server a moment later. */
  private async until(path: string, wanted: string): Promise<void> {
    let found = '';
    for (let tries = 0; tries < 200; tries++) {
      const { items } = await this.server.connection
        .sendRequest<{ items?: readonly Diagnostic[] }>('textDocument/diagnostic', {
          textDocument: { uri: this.uri(path) },
        })
        .catch(() => ({ items: undefined }));
      found = JSON.stringify(
        (items ?? []).map(({ code, range }) => `${code} ${range.start.line}:${range.start.character}`).sort(),
      );
      if (items && found === wanted) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    fail(
      `step ${this.counts.steps}, ${path}${this.open.has(path) ? ' (open)' : ''}\nfound:  ${found}\nwanted: ${wanted}\n${this.root}`,
    );
  }

  async end(): Promise<void> {
    this.expected = true;
    await this.server.stop();
    rmSync(this.root, { recursive: true, force: true });
  }
}

function fail(what: string): never {
  console.error(what);
  process.exit(1);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { minutes: { type: 'string' }, seed: { type: 'string' }, documents: { type: 'string' } },
  });
  process.on('unhandledRejection', (reason) =>
    fail(`unhandled: ${reason instanceof Error ? reason.stack : String(reason)}`),
  );
  const seed = values.seed ? Number(values.seed) : Date.now() % 1e9;
  console.log(`seed ${seed}`);
  const soak = new Soak(await builtServer(), randomOf(seed), Number(values.documents ?? 200));
  await soak.start();
  const end = Date.now() + Number(values.minutes ?? 1) * 60_000;
  while (Date.now() < end) await soak.step();
  await soak.end();
  const mega = soak.memory.map((bytes) => Math.round(bytes / 2 ** 20));
  console.log(JSON.stringify(soak.counts), `resident MB ${mega[0]} … ${mega.at(-1)}, most ${Math.max(...mega)}`);
  const early = Math.max(...soak.memory.slice(0, 5));
  if (soak.memory.length > 10 && Math.max(...soak.memory.slice(-5)) > early + MOST_GROWTH) fail('the memory grows');
  process.exit(0);
}

void main();
