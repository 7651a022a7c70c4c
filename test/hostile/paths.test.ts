/** Paths and links that lead out of the corpus: nothing is read there, and nothing written. */

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReference } from '../../server/src/core/reference.ts';
import { parseSettings } from '../../server/src/core/settings.ts';
import { isPlainPath } from '../../server/src/interchange/incoming/paths.ts';
import { listFiles } from '../../server/src/nodeFiles.ts';
import { Program, remove, temporaryFolder } from '../cli/program.ts';

const OUT = [
  '../x.md',
  'a/../../x.md',
  '/etc/passwd',
  '\\\\host\\share\\x.md',
  '//host/share/x.md',
  'C:\\x.md',
  'c:/x.md',
  '..\\x.md',
  '..',
];
const UNWRITABLE = [
  ...OUT,
  'CON.md',
  'nul',
  'a/lpt1.txt',
  'x.md:stream',
  'a./x.md',
  'x.md ',
  'a\u0000b.md',
  '.git/hooks/pre-commit',
  '',
];

describe('paths that lead out of the corpus', function () {
  this.timeout(60_000);
  let program: Program;
  const folder = temporaryFolder();
  before(async () => {
    program = await Program.build();
  });
  after(() => {
    program?.remove();
    remove(folder);
  });

  it('are no references and no globs', () => {
    for (const path of OUT) {
      assert.equal(parseReference(path, 'a.md').kind, 'outside', path);
      const { problems, documents } = parseSettings(`version: 1\ndocuments: ${JSON.stringify(path)}\n`);
      assert.deepEqual([problems[0]?.variant, documents.includes(path)], ['outside', false], path);
    }
    // An address is for nobody to fetch; what is encoded in a path is a name like any other.
    assert.equal(parseReference('file:///etc/passwd', 'a.md').kind, 'url');
    assert.deepEqual(parseReference('%2e%2e/x.md', 'a.md'), { kind: 'document', path: '%2e%2e/x.md' });
  });

  it('are written by no import', () => {
    for (const path of UNWRITABLE) assert.equal(isPlainPath(path), false, JSON.stringify(path));
    assert.equal(isPlainPath('documents/2020-01-01-港口.md'), true);
  });

  it('and neither is anything behind a link', async () => {
    const root = join(folder, 'corpus');
    const outside = join(folder, 'outside');
    for (const one of [root, outside]) mkdirSync(one);
    writeFileSync(join(outside, 'secret.md'), '---\nentities: [ada]\n---\nA secret.\n');
    writeFileSync(join(root, 'concord.yaml'), 'version: 1\n');
    symlinkSync(outside, join(root, 'inbox'));
    symlinkSync(join(outside, 'secret.md'), join(root, 'one.md'));
    assert.deepEqual(listFiles(root), ['concord.yaml']);
    writeFileSync(join(folder, 'page.txt'), 'Ferries leave later\n\nBoats leave at nine from now on.\n');
    const { code, stderr } = await program.run(['import', '--yes', '--to', 'inbox/page.md', '../page.txt'], root);
    assert.notEqual(code, 0);
    assert.match(stderr, /outside the corpus|lies in no corpus/);
    const line = JSON.stringify({ kind: 'document', path: 'inbox/x.md', text: 'Boats.\n', mentions: [], claims: [] });
    writeFileSync(join(folder, 'x.jsonl'), `${line}\n`);
    await program.run(['import', '--from', 'jsonl', '--yes', '../x.jsonl'], root);
    assert.deepEqual(readdirSync(outside), ['secret.md']);
    assert.equal(existsSync(join(folder, 'x.md')), false);
  });
});
