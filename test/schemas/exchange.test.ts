/** Every line that is exported is one that the published schema describes; what it forbids, the importer refuses too. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { libraryOf } from '../fixture.ts';
import { exported, fileOf, imported } from '../interchange/exchange/corpora.ts';
import { ROOT } from './load.ts';

const schema = JSON.parse(readFileSync(join(ROOT, 'schemas/exchange.schema.json'), 'utf8'));
const matches = new Ajv({ strict: true, allErrors: false }).compile(schema);
const HEADER = { kind: 'concord', version: 1, offsets: 'code-point' };
const EXAMPLE = join(ROOT, 'client/example');

describe('schemas: exchange', () => {
  it('describes every line of the example corpus', async () => {
    const paths = readdirSync(EXAMPLE, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'README.md')
      .map((entry) => join(entry.parentPath, entry.name).slice(EXAMPLE.length + 1));
    const library = libraryOf(new Map(paths.map((path) => [path, readFileSync(join(EXAMPLE, path), 'utf8')])));
    const { files } = await exported('jsonl', library);
    const lines = Buffer.from(files[0]!.bytes).toString('utf8').trim().split('\n');
    assert.ok(lines.length > 50);
    for (const line of lines)
      assert.ok(matches(JSON.parse(line)), `${JSON.stringify(matches.errors)} ${line.slice(0, 200)}`);
  });

  const document = { kind: 'document', path: 'd.md', body: 'Ada.' };
  const wrong: readonly object[] = [
    { ...HEADER, version: 2 },
    { ...HEADER, offsets: 'byte' },
    { kind: 'entity' },
    { kind: 'document', path: 'd.md' },
    { ...document, title: 1 },
    { ...document, mentions: [{ spans: [[0, 3, 4]] }] },
    { ...document, mentions: [{ spans: [[0.5, 3]] }] },
    { ...document, mentions: [{ spans: [] }] },
    { ...document, mentions: [{ spans: [[0, 3]], kind: 'pronoun' }] },
    { ...document, claims: [{ subject: 'ada' }] },
    { ...document, claims: [{ key: 'a', value: { from: '1' } }] },
    { ...document, claims: [{ key: 'a', quote: { text: 'Ada' } }] },
    { ...document, claims: [{ key: 'a', stance: 'doubts' }] },
    { ...document, accept: [{ reason: 'x' }] },
    { kind: 'thing' },
  ];
  for (const one of wrong) {
    it(`forbids ${JSON.stringify(one).slice(0, 90)}, and so does the importer`, async () => {
      assert.equal(matches(one), false);
      const text = [HEADER, one].map((line) => JSON.stringify(line)).join('\n');
      const { imported: read } = await imported(
        'jsonl',
        [fileOf('x.jsonl', text)],
        new Map([['concord.yaml', 'version: 1\n']]),
      );
      assert.ok(read.problems.length > 0);
    });
  }
});
