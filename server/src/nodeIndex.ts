/**
 * What the server keeps from one run to the next, in a folder of this machine's user: one folder for each corpus. Losing it
 * costs time, nothing else: whatever goes wrong here is passed over. Part of the entries: does I/O, knows names and texts only.
 */

import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from './lsp/environment.ts';
import { identityOf } from './nodeMemory.ts';

/** Corpora that nobody has opened for longest go first. */
const MOST_CORPORA = 30;
/** Milliseconds in which some file systems take two writes for one. */
const TICK = 2_000;

const FOLDER = /^index-[0-9a-f]{64}$/;
const SECTION = /^[0-9]+-[0-9]+$/;
const UNFINISHED = /^[0-9]+-[0-9]+\.[0-9]+\.new$/;

/** `programs` are the scripts that run: others may read documents otherwise. */
export function indexIn(folder: string, root: string, programs: readonly string[]): Store {
  const own = join(folder, `index-${digestOf(JSON.stringify([root, ...programs.map(identityOf)]))}`);
  let opened = false;
  return {
    sections() {
      try {
        if (!opened) forgetOldest(folder, own);
        opened = true;
        const names = readdirSync(own);
        // What an earlier run was killed over.
        for (const name of names) if (UNFINISHED.test(name)) rmSync(join(own, name), { force: true });
        return names.filter((name) => SECTION.test(name));
      } catch {
        return [];
      }
    },
    read(section) {
      try {
        return readFileSync(join(own, section), 'utf8');
      } catch {
        return undefined;
      }
    },
    write(section, text) {
      try {
        mkdirSync(own, { recursive: true, mode: 0o700 });
        const unfinished = join(own, `${section}.${process.pid}.new`);
        // It quotes documents that may be nobody else's business.
        writeFileSync(unfinished, text, { mode: 0o600 });
        renameSync(unfinished, join(own, section));
        return true;
      } catch {
        return false;
      }
    },
    remove(section) {
      try {
        rmSync(join(own, section), { force: true });
      } catch {
        // It is read once more, and not believed.
      }
    },
    markOf(path) {
      try {
        const { size, mtimeNs, ctimeNs, ino } = statSync(join(root, path), { bigint: true });
        // A file that was just written, or will have been, may be written again without another time to show for it.
        if (Number(ctimeNs / 1_000_000n) > Date.now() - TICK) return undefined;
        return `${size} ${mtimeNs} ${ctimeNs} ${ino}`;
      } catch {
        return undefined;
      }
    },
    digestOf,
  };
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

function forgetOldest(folder: string, own: string): void {
  const now = new Date();
  try {
    utimesSync(own, now, now);
  } catch {
    // It is not there yet.
  }
  const all = readdirSync(folder)
    .filter((name) => FOLDER.test(name))
    .map((name) => ({ path: join(folder, name), mtimeMs: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.mtimeMs - a.mtimeMs);
  for (const { path } of all.slice(MOST_CORPORA)) if (path !== own) rmSync(path, { recursive: true, force: true });
}
