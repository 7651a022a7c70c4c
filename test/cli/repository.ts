/** Real git repositories in temporary folders, with no configuration but their own. For tests that need git itself. */

import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder, write } from './program.ts';

/** Neither the machine's configuration nor that of whoever runs the tests. */
export const GIT_VARIABLES: Readonly<Record<string, string>> = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.org',
  GIT_ALLOW_PROTOCOL: 'file',
  HOME: '/nonexistent',
};

export class TestRepository {
  constructor(
    readonly folder: string = temporaryFolder(),
    options: readonly string[] = [],
  ) {
    mkdirSync(folder, { recursive: true });
    this.git('init', '-q', '-b', 'main', ...options);
  }

  /** Runs git; its output. Throws where it fails. */
  git(...args: string[]): string {
    const { code, stdout, stderr } = this.try({}, ...args);
    if (code !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
    return stdout;
  }

  try(variables: Record<string, string>, ...args: string[]) {
    const env = { PATH: process.env.PATH, ...GIT_VARIABLES, ...variables };
    const { status, stdout, stderr } = spawnSync('git', args, { cwd: this.folder, env, encoding: 'utf8' });
    return { code: status, stdout, stderr };
  }

  write(files: Readonly<Record<string, string | Uint8Array>>): this {
    write(this.folder, files);
    return this;
  }

  /** Writes, stages and commits. */
  commit(files: Readonly<Record<string, string | Uint8Array>> = {}): this {
    this.write(files).git('add', '-A');
    this.git('commit', '-q', '--allow-empty', '-m', 'x');
    return this;
  }

  path(...parts: string[]): string {
    return join(this.folder, ...parts);
  }
}
