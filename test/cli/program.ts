/** The built command, and folders of files to run it in. For tests that need a real process and a real disk. */

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';

export const CHECKOUT = resolve(__dirname, '../..');

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `concord`, bundled as `npm run build` does it, in a folder of its own. */
export class Program {
  /** `views`: with what the pages of a report share. */
  static async build({ views = false }: { readonly views?: boolean } = {}): Promise<Program> {
    const folder = temporaryFolder();
    const script = join(folder, 'dist/server/src/cli.js');
    if (views) {
      await build({
        entryPoints: [join(CHECKOUT, 'client/webviews/report/main.tsx')],
        outdir: join(folder, 'dist/client/webviews/report'),
        bundle: true,
        minify: true,
        platform: 'browser',
        format: 'iife',
        target: 'es2022',
        logLevel: 'silent',
      });
    }
    await build({
      entryPoints: [join(CHECKOUT, 'server/src/cli.ts')],
      outfile: script,
      bundle: true,
      minify: true,
      keepNames: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      logLevel: 'silent',
      // The protocol of assistants has tests, and a build, of its own.
      external: ['./mcp.js'],
    }).catch((reason) => {
      remove(folder);
      throw reason;
    });
    return new Program(folder, script);
  }

  private constructor(
    private readonly folder: string,
    readonly script: string,
  ) {}

  start(args: readonly string[], cwd: string, variables: Record<string, string> = {}): ChildProcess {
    const { PATH } = process.env;
    return spawn(process.execPath, [this.script, ...args], { cwd, env: { PATH, ...variables } });
  }

  run(args: readonly string[], cwd: string, variables?: Record<string, string>): Promise<Run> {
    const child = this.start(args, cwd, variables);
    let stdout = '';
    let stderr = '';
    child.stdout!.setEncoding('utf8').on('data', (text) => {
      stdout += text;
    });
    child.stderr!.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    return new Promise((done, fail) => {
      child.once('error', fail).once('close', (code) => done({ code, stdout, stderr }));
    });
  }

  remove(): void {
    remove(this.folder);
  }
}

export function temporaryFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'concord-cli-')));
}

export const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** A new folder with the files in it. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder();
  write(folder, files);
  return folder;
}

export function write(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}
