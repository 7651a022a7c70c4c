/**
 * What earlier runs of the command line have concluded, in a folder of this machine's user. Losing it costs time, nothing
 * else: whatever goes wrong here is passed over. Knows keys and texts, not what they are of.
 */

import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Memory } from './cli/environment.ts';

/** The oldest go when there are more files or bytes than this. */
const MOST_FILES = 100;
const MOST_BYTES = 50_000_000;
/** In characters; a report says much the same again and again, so that what is written is far less. */
const LONGEST = 100_000_000;

/** `program` is the script that runs: another build may conclude something else. Undefined where nothing is to be kept. */
export function memoryIn(folder: string | undefined, program: string): Memory | undefined {
  if (folder === undefined) return undefined;
  const fileOf = (key: string): string => join(folder, `${key}.gz`);
  return {
    keyOf(parts) {
      const hash = createHash('sha256');
      for (const part of [identityOf(program), ...parts]) {
        // Lengths keep "ab", "c" and "a", "bc" apart.
        hash.update(`${part.length} `);
        hash.update(part);
      }
      return hash.digest('hex');
    },
    recall(key) {
      try {
        const text = gunzipSync(readFileSync(fileOf(key)), { maxOutputLength: 4 * LONGEST }).toString('utf8');
        const now = new Date();
        utimesSync(fileOf(key), now, now);
        return text;
      } catch {
        return undefined;
      }
    },
    remember(key, text) {
      if (text.length > LONGEST) return;
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        const unfinished = join(folder, `${key}.${process.pid}.new`);
        // What was found quotes documents that may be nobody else's business.
        writeFileSync(unfinished, gzipSync(text, { level: 3 }), { mode: 0o600 });
        renameSync(unfinished, fileOf(key));
        forgetOldest(folder);
      } catch {
        // The next run does the work again.
      }
    },
  };
}

/** Where a user's programs keep what they can do without, by the system's own custom. */
export function memoryFolder(variables: NodeJS.ProcessEnv): string | undefined {
  const { CONCORD_CACHE: own, XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = variables;
  if (own !== undefined) return own === '' || own === 'off' ? undefined : own;
  if (process.platform === 'win32') return local && join(local, 'concord', 'cache');
  const home = homedir();
  if (process.platform === 'darwin') return home && join(home, 'Library', 'Caches', 'concord');
  return xdg ? join(xdg, 'concord') : home && join(home, '.cache', 'concord');
}

/** Of one build of a script: another may conclude something else. */
export function identityOf(program: string): string {
  try {
    const { size, mtimeMs } = statSync(program);
    return `${program} ${size} ${mtimeMs}`;
  } catch {
    return program;
  }
}

/** Nothing else in the folder is touched, whatever folder somebody has chosen. */
const OURS = /^[0-9a-f]{64}\.(?:gz|[0-9]+\.new)$/;

function forgetOldest(folder: string): void {
  const files = readdirSync(folder)
    .filter((name) => OURS.test(name))
    .map((name) => {
      const { mtimeMs, size } = statSync(join(folder, name));
      return { path: join(folder, name), mtimeMs, size };
    })
    .sort((a, b) => b.mtimeMs - a.mtimeMs);
  let bytes = 0;
  for (const [i, { path, size }] of files.entries()) {
    bytes += size;
    if (i >= MOST_FILES || bytes > MOST_BYTES) rmSync(path, { force: true });
  }
}
