// Joins the pages of the checks into one file beside the bundles: together, and packed, they take a quarter of the room.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const folder = join(here, 'src/checks');
const target = join(here, '../dist/server/pages.json.br');
const pages = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .sort()
  .map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, brotliCompressSync(JSON.stringify(Object.fromEntries(pages))));
