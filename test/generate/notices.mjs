/**
 * Writes THIRD-PARTY-NOTICES.txt: the licences of the packages that the bundles hold, as esbuild says what they hold.
 * `node test/generate/notices.mjs`; a test compares.
 */

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { bundleCommandLine, bundleExtension, bundleViews } from '../../server/build.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
export const NOTICES = join(ROOT, 'THIRD-PARTY-NOTICES.txt');
const read = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** The folders of the packages of which something gets into a bundle. */
export async function bundledPackages() {
  const outdir = mkdtempSync(join(tmpdir(), 'concord-notices-'));
  try {
    const builds = [bundleExtension, bundleCommandLine, bundleViews].map((bundle) =>
      bundle({ outdir, sourcemap: false }),
    );
    const found = new Set();
    for (const { outputs } of (await Promise.all(builds)).flat())
      for (const { inputs } of Object.values(outputs))
        for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
          const at = path.lastIndexOf('node_modules/');
          if (at < 0 || bytesInOutput === 0) continue;
          const [scope, name] = path.slice(at + 'node_modules/'.length).split('/');
          found.add(`${path.slice(0, at)}node_modules/${scope.startsWith('@') ? `${scope}/${name}` : scope}`);
        }
    return [...found].map((path) => resolve(ROOT, path));
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** Names, versions, licences and the licences' own words; packages of one name and licence text stand together. */
export async function noticesText() {
  const entries = new Map();
  for (const folder of await bundledPackages()) {
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

if (process.argv[1] && resolve(process.argv[1]) === import.meta.filename)
  noticesText().then((text) => writeFileSync(NOTICES, text));
