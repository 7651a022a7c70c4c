// The named baseline: read every file of a corpus and parse its front matter with the `yaml` package, and do nothing else.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

let files = 0;
const walk = (folder) => {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) walk(path);
    else if (/\.(?:md|yaml)$/.test(entry.name)) {
      const text = readFileSync(path, 'utf8');
      const end = entry.name.endsWith('.md') ? text.indexOf('\n---', 3) : text.length;
      parse(text.slice(entry.name.endsWith('.md') ? 4 : 0, end));
      files++;
    }
  }
};
walk(process.argv[2]);
console.log(files);
