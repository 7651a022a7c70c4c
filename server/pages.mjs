// Joins the pages of the checks into one file beside the bundles: the package packs one file tighter than many, and where
// there is no disk the editor fetches it in one step.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const folder = join(here, 'src/checks');
const target = join(here, '../dist/server/pages.json');
const pages = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .sort()
  .map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, JSON.stringify(Object.fromEntries(pages)));
