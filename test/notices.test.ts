/** What is published says whose code it holds: in words for people, and as a bill of materials for programs. */

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { NOTICES, noticesText } from './generate/notices.mjs';
import { sbom } from './generate/sbom.mjs';

const PERMISSIVE = /^(?:MIT|ISC|BSD-[23]-Clause|Apache-2\.0|0BSD|BlueOak-1\.0\.0|Unlicense|CC0-1\.0|Zlib)$/;

describe('notices of third parties', function () {
  this.timeout(120_000);
  const heads = (text: string) => [...text.matchAll(/^=+\n(\S+) (.+) \((.+)\)\n=+$/gm)];

  it('are those of the packages in the bundles (UPDATE=1, or npm run notices, writes them)', async () => {
    const text = await noticesText();
    if (process.env.UPDATE) writeFileSync(NOTICES, text);
    assert.equal(readFileSync(NOTICES, 'utf8'), text);
  });

  it('name licences that ask for no more than to be named', () => {
    const all = heads(readFileSync(NOTICES, 'utf8'));
    assert.ok(all.length > 15);
    for (const [, name, , licence] of all) assert.match(licence!, PERMISSIVE, name);
  });

  it('and the bill of materials list the same', async () => {
    const noted = heads(readFileSync(NOTICES, 'utf8')).flatMap(([, name, versions]) =>
      versions!.split(', ').map((version) => `${name}@${version}`),
    );
    const { components } = await sbom();
    const listed = components.map(({ group, name, version }) => `${group ? `${group}/` : ''}${name}@${version}`);
    assert.deepEqual([...new Set(listed)].sort(), noted.sort());
  });
});
