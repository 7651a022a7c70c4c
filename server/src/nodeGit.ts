/** Runs the program `git`. Part of the entries; knows none of its commands. */

import { spawnSync } from 'node:child_process';
import { isAbsolute, resolve } from 'node:path';

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
  { input, apart = false }: { readonly input?: string; readonly apart?: boolean } = {},
): { readonly code: number; readonly stdout: Uint8Array; readonly stderr: string } | undefined {
  const { status, stdout, stderr, error } = spawnSync(
    'git',
    // Nothing that the repository's own configuration names is started, and what is asked for by name is no pattern.
    ['--no-pager', '--literal-pathspecs', '-c', 'core.fsmonitor=false', ...args],
    { cwd: folder, env: variables(apart), input: input ?? '', maxBuffer: MOST_BYTES, windowsHide: true },
  );
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') return undefined;
  if (error) return { code: -1, stdout: new Uint8Array(), stderr: error.message };
  return { code: status ?? -1, stdout, stderr: stderr.toString('utf8') };
}

function variables(apart: boolean): NodeJS.ProcessEnv {
  const result: NodeJS.ProcessEnv = {
    ...process.env,
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
  };
  if (apart) for (const name of LOCAL) delete result[name];
  for (const name of PLACES) {
    const place = result[name];
    if (place && !isAbsolute(place)) result[name] = resolve(place);
  }
  return result;
}
