/** Runs the program `git`, and nothing else: no program that a repository names. Part of the entries; knows none of its commands. */

import { spawnSync } from 'node:child_process';
import { dirname, isAbsolute, resolve } from 'node:path';
import type { Git } from './cli/environment.ts';

/** What tells git which repository is meant. */
const LOCAL = [
  'GIT_DIR',
  'GIT_INDEX_FILE',
  'GIT_WORK_TREE',
  'GIT_COMMON_DIR',
  'GIT_OBJECT_DIRECTORY',
  'GIT_PREFIX',
  'GIT_NAMESPACE',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
] as const;
/** Those that name one place, counted from the working directory. */
const PLACES = LOCAL.slice(0, 5);

const MOST_BYTES = 1024 * 1024 * 1024;

export function runGit(
  folder: string,
  args: readonly string[],
  { input, apart = false, fetches = false }: Parameters<Git['run']>[2] = {},
): { readonly code: number; readonly stdout: Uint8Array; readonly stderr: string } | undefined {
  const { status, stdout, stderr, error } = spawnSync(
    'git',
    // Nothing that the repository's own configuration names is started, and what is asked for by name is no pattern.
    ['-C', folder, '--no-pager', '--literal-pathspecs', '-c', 'core.fsmonitor=false', ...args],
    // Where a program is looked for in the working directory first, a `git` in the user's folder would be taken for git.
    {
      cwd: dirname(process.execPath),
      env: variables(apart, fetches),
      input: input ?? '',
      maxBuffer: MOST_BYTES,
      windowsHide: true,
    },
  );
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') return undefined;
  if (error) return { code: -1, stdout: new Uint8Array(), stderr: error.message };
  return { code: status ?? -1, stdout, stderr: stderr.toString('utf8') };
}

function variables(apart: boolean, fetches: boolean): NodeJS.ProcessEnv {
  const result: NodeJS.ProcessEnv = {
    ...process.env,
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    // What is missing in a partial clone would be fetched by whatever programs the configuration names for that.
    ...(!fetches && { GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: '' }),
  };
  if (apart) for (const name of LOCAL) delete result[name];
  for (const name of PLACES) {
    const place = result[name];
    if (place && !isAbsolute(place)) result[name] = resolve(place);
  }
  return result;
}
