/**
 * Writes THIRD-PARTY-NOTICES.txt: the licences of the packages that the bundles hold, as esbuild says what they hold.
 * `node test/generate/notices.mjs`; a test compares.
 */

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
export const NOTICES = join(ROOT, 'THIRD-PARTY-NOTICES.txt');
const read = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** The folders of the packages of which something gets into a bundle, built as the scripts of package.json build. */
export function bundledPackages() {
  const { scripts } = read(join(ROOT, 'package.json'));
  const folder = mkdtempSync(join(tmpdir(), 'concord-notices-'));
  try {
    const found = new Set();
    for (const [i, script] of [scripts['build:node'], scripts['build:web'], scripts['build:views']].entries()) {
      const meta = join(folder, `${i}.json`);
      const command = script.replace(/^esbuild /, '').replace(/--outdir=\S+/, '');
      const options = ['--outdir="$OUT"', '--metafile="$META"', '--log-level=error'];
      // Through a shell, as npm does it: the views are named by a pattern, which may name none yet.
      if (/client\/webviews\/\*/.test(command) && !hasViews()) continue;
      execFileSync('sh', ['-c', `"$ESBUILD" ${command} ${options.join(' ')}`], {
        cwd: ROOT,
        env: {
          ...process.env,
          OUT: join(folder, `${i}`),
          META: meta,
          ESBUILD: join(ROOT, 'node_modules/.bin/esbuild'),
        },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      for (const { inputs } of Object.values(read(meta).outputs))
        for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
          const at = path.lastIndexOf('node_modules/');
          if (at < 0 || bytesInOutput === 0) continue;
          const [scope, name] = path.slice(at + 'node_modules/'.length).split('/');
          found.add(`${path.slice(0, at)}node_modules/${scope.startsWith('@') ? `${scope}/${name}` : scope}`);
        }
    }
    return [...found].map((path) => resolve(ROOT, path));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const hasViews = () =>
  readdirSync(join(ROOT, 'client/webviews'), { withFileTypes: true }).some(
    (entry) => entry.isDirectory() && existsSync(join(ROOT, 'client/webviews', entry.name, 'main.tsx')),
  );

/** Names, versions, licences and the licences' own words; packages of one name and licence text stand together. */
export function noticesText() {
  const entries = new Map();
  for (const folder of bundledPackages()) {
    const { name, version, license, author, homepage } = read(join(folder, 'package.json'));
    const text = licenceIn(folder);
    const key = `${name} ${text}`;
    const known = entries.get(key);
    if (known) known.versions.add(version);
    else entries.set(key, { name, versions: new Set([version]), license, author, homepage, text });
  }
  const sorted = [...entries.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const parts = sorted.map(({ name, versions, license, author, text }) => {
    const by = typeof author === 'string' ? author : author?.name;
    const head = `${name} ${[...versions].sort().join(', ')} (${license})`;
    return `${'='.repeat(80)}\n${head}\n${'='.repeat(80)}\n\n${text || (by ? `By ${by}. The package holds no licence text.` : 'The package holds no licence text.')}\n`;
  });
  const intro =
    'Concord holds code of the packages below, each under its own licence. Made by test/generate/notices.mjs from what\nesbuild says is in the bundles.\n';
  return `${intro}\n${parts.join('\n')}`;
}

/** The text of the licence in a package's folder, or in the nearest one above that has one. */
function licenceIn(folder) {
  for (let at = folder; !at.endsWith('node_modules'); at = dirname(at)) {
    const name = readdirSync(at)
      .sort()
      .find((one) => /^(?:licen[cs]e|copying|notice)(?:[.-]|$)/i.test(one));
    if (name)
      return readFileSync(join(at, name), 'utf8')
        .replace(/\r\n/g, '\n')
        .replace(/^\ufeff/, '')
        .trim();
  }
  return '';
}

if (process.argv[1] && resolve(process.argv[1]) === import.meta.filename) writeFileSync(NOTICES, noticesText());
