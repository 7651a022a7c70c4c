/** The names of a report's files: the same for the same id whatever else there is, and good on every file system. */

import { createHash } from 'node:crypto';

/** The names that Windows keeps for devices, with any ending. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/;
const LONGEST = 48;
const DIGEST = 12;

/**
 * The file of each id in a folder. An id of small letters, digits and hyphens is its own name; of any other, the name is
 * what can be kept of it and a digest after an underscore, which no plain name has: so that no two meet, in whatever case.
 */
export function addressesOf(folder: string, ids: Iterable<string>): ReadonlyMap<string, string> {
  const addresses = new Map<string, string>();
  const taken = new Set<string>();
  for (const id of [...new Set(ids)].sort()) {
    let name = fileNameOf(id);
    for (let length = 2 * DIGEST; taken.has(name); length += DIGEST) name = fileNameOf(id, length);
    taken.add(name);
    addresses.set(id, `${folder}/${name}.html`);
  }
  return addresses;
}

/** Without its ending. */
export function fileNameOf(id: string, digits = DIGEST): string {
  if (/^[a-z0-9][a-z0-9-]*$/.test(id) && id.length <= LONGEST && !RESERVED.test(id) && digits === DIGEST) return id;
  const kept = id
    .slice(-4 * LONGEST)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(-LONGEST)
    .replace(/^-/, '');
  const digest = createHash('sha256').update(id).digest('hex').slice(0, digits);
  return `${kept}_${digest}`;
}
