/** The formats of graphs and texts, from the files of one corpus to the files of another. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { libraryOf, parseFixture } from '../fixture.ts';
import { exported, type Files, imported, mentionsOf, stripped } from './exchange/corpora.ts';
import { FORUM } from './exchanged.ts';

const EXAMPLE = resolve(__dirname, '../../client/example');

function example(): Files {
  const paths = readdirSync(EXAMPLE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(EXAMPLE.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => path !== 'README.md');
  return new Map(paths.map((path) => [path, readFileSync(join(EXAMPLE, path), 'utf8')]));
}

const linesOf = async (library: ReturnType<typeof libraryOf>) =>
  (await exported('jsonl', library)).files[0]!.bytes.toString().split('\n').sort();

for (const [name, files] of [
  ['the example corpus', example()],
  ['a corpus with odd forms', parseFixture(FORUM).files],
] as const) {
  describe(name, () => {
    const library = libraryOf(files);

    for (const id of ['turtle', 'nquads', 'web-annotation', 'tei']) {
      it(`comes back from ${id} as it was, into an empty corpus`, async () => {
        const { files: out, losses } = await exported(id, library);
        assert.deepEqual(losses, []);
        const into = new Map([['concord.yaml', files.get('concord.yaml')!]]);
        const { plan, library: after } = await imported(id, out, into);
        assert.deepEqual(plan.problems, []);
        assert.deepEqual(await linesOf(after), await linesOf(library));
      });

      it(`adds nothing to itself by way of ${id}`, async () => {
        const { files: out } = await exported(id, library);
        const { plan } = await imported(id, out, files);
        assert.deepEqual([plan.problems, plan.files.map(({ path }) => path)], [[], []]);
      });
    }

    it('gets the mentions of persons and organizations back from FollowTheMoney, into its bare texts', async () => {
      const { files: out } = await exported('ftm', library);
      const { plan, library: after } = await imported('ftm', out, stripped(files, library, true));
      assert.deepEqual(plan.problems, []);
      const { types } = library.settings.vocabulary;
      const isLegal = (id: string) => {
        const type = library.corpus.records.get(id)?.type?.value ?? '';
        return ['person', 'organization'].includes(types.get(type)?.parent ?? type);
      };
      const legal = (all: readonly string[]) => all.filter((line) => isLegal(line.split(' = ')[1]!));
      // A pronoun is not a name, and FollowTheMoney says not where in a text a name stands.
      const named = mentionsOf(library).filter((line) => !line.endsWith('(here)'));
      assert.deepEqual(legal(mentionsOf(after, false)), legal(named.map((line) => line.replace(/ \(\w+\)$/, ''))));
    });
  });
}
