/** Reads a written report as a browser would: its files, their links, and what those lead to. */

import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** The files of a folder, by path from it. */
export function filesOf(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    paths
      .map((path): [string, string] => [
        path.slice(folder.length + 1).replaceAll('\\', '/'),
        readFileSync(path, 'utf8'),
      ])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const unescaped = (text: string): string => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => ENTITIES[name]!);

const idsIn = (html: string): readonly string[] =>
  [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => unescaped(id!));

/** Every link, script and style sheet within the report that leads nowhere, and every id that a page has twice. */
export function brokenLinks(site: ReadonlyMap<string, string>): readonly string[] {
  const ids = new Map([...site].map(([path, html]) => [path, idsIn(html)]));
  const broken: string[] = [];
  for (const [path, html] of site) {
    if (!path.endsWith('.html')) continue;
    const own = ids.get(path)!;
    for (const [i, id] of own.entries()) if (own.indexOf(id) !== i) broken.push(`${path}: #${id} stands twice`);
    for (const [, , written] of html.matchAll(/\s(href|src)="([^"]*)"/g)) {
      const address = unescaped(written!);
      if (/^https?:/.test(address)) continue;
      const [file, target] = address.split('#') as [string, string | undefined];
      const to = file === '' ? path : posix.join(posix.dirname(path), file);
      if (!site.has(to)) broken.push(`${path}: ${address} leads to no file`);
      else if (target !== undefined && !ids.get(to)!.includes(target))
        broken.push(`${path}: ${address} leads to no place`);
    }
  }
  return broken;
}
