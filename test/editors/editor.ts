/** What tests of other editors share: the corpus, the command on the path, a home with nothing but the documented set-up. */

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { CHECKOUT, remove, temporaryFolder, write } from '../cli/program.ts';

/** A name with characters beyond the Basic Multilingual Plane: columns are then not what they seem. */
export const CORPUS = {
  'concord.yaml': 'version: 1\nlanguages: [en, zh]\n',
  'entities/people.yaml': `ada: {type: person, name: {en: Ada Quill, zh: 艾达·奎尔}}
bo: {type: person, name: Bo Reed}
fair: {type: event, name: the Fair}
`,
  'documents/first.md': `---
title: On fairs
date: 2024-05-06
lang: en
entities:
  ada:
  fair:
claims:
  - {id: guests, quote: 31 guests, subject: fair, property: attendance, value: 31}
  - {id: 𝒳, quote: "𝒳𝒳 again", subject: fiar, property: attendance, value: 30}
---
𝒳𝒳 again: Ada Quill opened the Fair. 30 guests came, and Bo Reed.
`,
  'documents/second.md': `---
date: 2024-05-06
entities: [ada, fair]
claims: []
---
Ada Quill saw the Fair.
`,
  'notes/plain.txt': 'Ada Quill wrote this.\n',
};

/** A folder that looks like the home of somebody who has set up the editor as its page says. */
export class Home {
  static async make(): Promise<Home> {
    const folder = temporaryFolder();
    // As `npm run build` does it: the command and the server it starts are files of their own.
    await build({
      entryPoints: ['cli', 'node', 'html'].map((entry) => join(CHECKOUT, `server/src/${entry}.ts`)),
      external: ['./node.js', './html.js'],
      outdir: join(folder, 'dist'),
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      logLevel: 'silent',
    });
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    const command = join(bin, 'concord');
    writeFileSync(command, `#!/bin/sh\nexec '${process.execPath}' '${join(folder, 'dist/cli.js')}' "$@"\n`);
    chmodSync(command, 0o755);
    write(join(folder, 'corpus'), CORPUS);
    return new Home(folder);
  }

  readonly corpus: string;

  private constructor(readonly folder: string) {
    this.corpus = join(folder, 'corpus');
  }

  get variables(): Record<string, string> {
    const at = (...parts: readonly string[]) => join(this.folder, ...parts);
    return {
      PATH: `${at('bin')}:${process.env.PATH}`,
      HOME: this.folder,
      XDG_CONFIG_HOME: at('.config'),
      XDG_DATA_HOME: at('.local/share'),
      XDG_STATE_HOME: at('.local/state'),
      XDG_CACHE_HOME: at('.cache'),
      XDG_RUNTIME_DIR: this.folder,
      LANG: 'C.UTF-8',
      TERM: 'xterm',
    };
  }

  /** Writes the set-up that the page of an editor shows under the label of a code block. */
  setUp(page: string, label: string, file: string): void {
    write(this.folder, { [file]: codeBlock(page, label) });
  }

  /** The corpus as it was at first. */
  restore(): void {
    for (const file of readdirSync(this.corpus, { recursive: true, encoding: 'utf8' }))
      if (statSync(this.path(file)).isFile() && !(file in CORPUS)) remove(this.path(file));
    write(this.corpus, CORPUS);
  }

  path(file: string): string {
    return join(this.corpus, file);
  }

  read(file: string): string {
    return readFileSync(this.path(file), 'utf8');
  }

  remove(): void {
    remove(this.folder);
  }
}

export function codeBlock(page: string, label: string): string {
  const text = readFileSync(join(CHECKOUT, 'server/editors', page), 'utf8');
  const [, block] =
    new RegExp(`^\`\`\`\\w+ ${label.replaceAll('.', '\\.')}\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(text) ?? [];
  assert.ok(block, `${page} has no block ${label}`);
  return block;
}

/** The first line of what the program says of its version; undefined where it is not installed. */
export function versionOf(program: string): string | undefined {
  try {
    const said = execFileSync(program, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return said.split('\n')[0];
  } catch {
    return undefined;
  }
}

/** Where everything is installed for the tests, what is missing is a fault; elsewhere the tests are passed over. */
export function passOver(tests: Mocha.Context, missing: string): never {
  assert.ok(!process.env.CI, `${missing} is not installed`);
  return tests.skip();
}

/** Runs a program to its end, and answers what it printed. Its being slow is no fault of the tests. */
export function output(program: string, args: readonly string[], variables: Record<string, string>): Promise<string> {
  const child = spawn(program, args, { env: variables, stdio: ['ignore', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  return new Promise((done, fail) => {
    child.once('error', fail).once('close', (code) => {
      if (code === 0) done(stdout || stderr);
      else fail(new Error(`${program} ${args.join(' ')}: ${stderr || stdout}`));
    });
  });
}

const PATIENCE = 15_000;

/** Asks until the answer is good, and then for nothing more; the last answer is in the message where it never is. */
export async function until<T>(what: string, ask: () => Promise<T>, isGood: (answer: T) => boolean): Promise<T> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const answer = await ask();
    if (isGood(answer)) return answer;
    if (Date.now() > end) throw new Error(`${what} never came; the last answer was ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
