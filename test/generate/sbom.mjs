/**
 * Writes dist/server/sbom.cdx.json, the bill of materials of what is published: of what npm lists the packages that are
 * in a bundle, and nothing that only builds or tests. `node test/generate/sbom.mjs`, after the build.
 */

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { bundledPackages } from './notices.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const OUT = join(ROOT, 'dist/server/sbom.cdx.json');

export async function sbom() {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--offline'];
  const options = { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] };
  const all = JSON.parse(execFileSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options));
  const bundled = new Set(
    (await bundledPackages()).map((folder) => {
      const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      return `${name}@${version}`;
    }),
  );
  const nameOf = ({ group, name, version }) => `${group ? `${group}/` : ''}${name}@${version}`;
  const components = all.components
    .filter((one) => bundled.has(nameOf(one)))
    .map(({ scope: _, properties: __, ...one }) => one);
  const refs = new Set([all.metadata.component['bom-ref'], ...components.map((one) => one['bom-ref'])]);
  const dependencies = all.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)) }));
  // npm names the folder, which may be called anything.
  const { component } = all.metadata;
  component.name = component['bom-ref'].slice(0, component['bom-ref'].lastIndexOf('@'));
  return { ...all, components, dependencies };
}

if (process.argv[1] && resolve(process.argv[1]) === import.meta.filename) {
  sbom().then((listed) => {
    mkdirSync(dirname(OUT), { recursive: true });
    writeFileSync(OUT, `${JSON.stringify(listed, null, 1)}\n`);
  });
}
