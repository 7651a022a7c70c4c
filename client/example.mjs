// Joins the files of the example corpus into one beside the bundles: where there is no disk no folder of the package can be
// listed, and one file is packed tighter than many.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const folder = join(here, 'example');
const target = join(here, '../dist/client/example.json');
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => join(parentPath, name))
  .sort()
  .map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8')]);
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, JSON.stringify(Object.fromEntries(files)));
