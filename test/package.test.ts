import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, parseDocument, visit } from 'yaml';

const ROOT = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

describe('package.json', () => {
  it('says nothing twice, so that nothing of it is lost', () => {
    for (const file of ['package.json', 'package.nls.json']) {
      visit(parseDocument(read(file), { uniqueKeys: false }), (_, node) => {
        if (!isMap(node)) return;
        const keys = node.items.map(({ key }) => String(key));
        assert.deepEqual(keys, [...new Set(keys)], file);
      });
    }
  });

  it('has every view that the extension fills, and no other', () => {
    const { contributes } = JSON.parse(read('package.json'));
    const lists = Object.values(contributes.views) as { readonly id: string }[][];
    const code = readdirSync(join(ROOT, 'client/src'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => read(join('client/src', path)))
      .join('\n');
    const filled = [...code.matchAll(/(?:createTreeView|super\(server, )\(?'(concord\.\w+)'/g)].map(([, id]) => id);
    assert.deepEqual(
      lists
        .flat()
        .map(({ id }) => id)
        .sort(),
      filled.sort(),
    );
    assert.ok(filled.length >= 5);
  });

  it('has a title in package.nls.json for everything that it names by a key, and no title too many', () => {
    const named = new Set([...read('package.json').matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key));
    assert.deepEqual(Object.keys(JSON.parse(read('package.nls.json'))).sort(), [...named].sort());
  });
});
