/** Puts the files of a report into a folder: all of them or none, and nothing but its own is ever replaced or removed. */

import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Files } from '../environment.ts';
import { NotDone, Transaction } from '../transaction.ts';
import type { SiteFile } from './site.tsx';

/** Says that a folder is a report, and which of its files are the report's. */
export const MARKER = 'concord-report.json';

/** How much of a file's digest the marker keeps. */
const DIGEST = 16;

export interface Outcome {
  readonly files: number;
  /** Those that are new or have changed. */
  readonly written: number;
  readonly removed: number;
  /** No longer part of the report, but changed by somebody else since. */
  readonly kept: number;
}

/** Throws `NotDone` where the folder is no report, or something is in the way; then it is as it was. */
export async function publish(
  { folder, shown }: { readonly folder: string; readonly shown: string },
  site: Iterable<SiteFile>,
  files: Files,
): Promise<Outcome> {
  const before = reportIn(folder, shown, files);
  const real = files.realPath(folder);
  const now = new Map<string, string>();
  const transaction = new Transaction(files);
  const folders = new Set<string>();
  let written = 0;
  const put = async (path: string, text: string, owned: boolean): Promise<boolean> => {
    const target = join(folder, ...path.split('/'));
    const parent = dirname(target);
    if (!folders.has(parent)) {
      folders.add(parent);
      if (files.kindOf(parent) !== undefined && files.realPath(parent) !== join(real, ...path.split('/').slice(0, -1)))
        throw new NotDone(`${shown}/${path} would be written outside ${shown}: a link leads elsewhere`);
    }
    if (!files.isTaken(target)) await transaction.add(target, [text]);
    else if (!owned || files.kindOf(target) !== 'file')
      throw new NotDone(`${shown}/${path} is in the way: it is no page of the report`);
    else if (files.realPath(target) !== join(real, ...path.split('/')))
      throw new NotDone(`${shown}/${path} is a link, and would be followed`);
    else {
      const old = files.read(target);
      if ('text' in old && old.text === text) return false;
      await transaction.add(target, [text], true);
    }
    return true;
  };
  try {
    for (const { path, text } of site) {
      now.set(path, digestOf(text));
      if (await put(path, text, before.has(path))) written++;
    }
    await put(MARKER, markerOf(now), before.size > 0 || files.isTaken(join(folder, MARKER)));
    transaction.commit();
  } catch (reason) {
    transaction.discard();
    throw reason;
  }
  return { files: now.size, written, ...removeStale(folder, before, now, files) };
}

/** What the report before had, by path: nothing where there is none yet. */
function reportIn(folder: string, shown: string, files: Files): ReadonlyMap<string, string> {
  const kind = files.kindOf(folder);
  if (kind === undefined) {
    if (files.isTaken(folder)) throw new NotDone(`${shown} is a link that leads nowhere`);
    return new Map();
  }
  if (kind !== 'folder') throw new NotDone(`${shown} is no folder`);
  const marker = files.read(join(folder, MARKER));
  if ('text' in marker) {
    const known = readMarker(marker.text);
    if (known) return known;
    throw new NotDone(`${shown}/${MARKER} cannot be read: remove it, or name another folder`);
  }
  if (!files.isEmpty(folder))
    throw new NotDone(
      `${shown} holds something that is no report; name an empty folder, or one that does not exist yet`,
    );
  return new Map();
}

const markerOf = (files: ReadonlyMap<string, string>): string =>
  `${JSON.stringify({ version: 1, files: Object.fromEntries([...files].sort(([a], [b]) => (a < b ? -1 : 1))) }, undefined, 1)}\n`;

/** Undefined where it is none: who has written into it might have named any file. */
function readMarker(text: string): ReadonlyMap<string, string> | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { version, files } = (read ?? {}) as { readonly version?: unknown; readonly files?: unknown };
  if (version !== 1 || typeof files !== 'object' || files === null) return undefined;
  const entries = Object.entries(files);
  const isOurs = entries.every(
    ([path, digest]) =>
      /^(?:(?:documents|entities|translations)\/)?[a-z0-9_-]+\.(?:html|css|js)$/.test(path) &&
      typeof digest === 'string',
  );
  return isOurs ? new Map(entries as [string, string][]) : undefined;
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, DIGEST);

/** Takes away what was part of the report before, is not now, and is still what was written then. */
function removeStale(
  folder: string,
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
  files: Files,
): Pick<Outcome, 'removed' | 'kept'> {
  let [removed, kept] = [0, 0];
  for (const [path, digest] of before) {
    if (now.has(path)) continue;
    const target = join(folder, ...path.split('/'));
    const old = files.read(target);
    if (!('text' in old)) continue;
    const isWithin = files.realPath(target) === join(files.realPath(folder), ...path.split('/'));
    if (isWithin && digestOf(old.text) === digest && files.remove(target, old.text)) removed++;
    else kept++;
  }
  return { removed, kept };
}
