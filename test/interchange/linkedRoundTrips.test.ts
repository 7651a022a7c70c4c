/** The formats of graphs and texts, from the files of one corpus to the files of another. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { libraryOf, parseFixture } from '../fixture.ts';
import { exported, type Files, fileOf, imported, mentionsOf, stripped } from './exchange/corpora.ts';
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

describe('what another tool knows by an address', () => {
  const note = (address: string, tag?: string) =>
    JSON.stringify({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'Annotation',
      body: [
        { purpose: 'identifying', source: address },
        ...(tag === undefined ? [] : [{ type: 'TextualBody', purpose: 'tagging', value: tag }]),
      ],
      target: { source: 'a.md', selector: { type: 'TextQuoteSelector', exact: 'La Ville-Lumière' } },
    });
  const into: Files = new Map([
    ['entities/e.yaml', 'paris: {type: place, name: Paris, same-as: [http://www.wikidata.org/entity/Q90]}\n'],
  ]);
  const come = (annotation: string, labels = {}) =>
    imported('web-annotation', [fileOf('a.jsonld', annotation), fileOf('a.md', 'See La Ville-Lumière.\n')], into, {
      labels,
    });

  it('is the record that says it is the same', async () => {
    const { plan, after } = await come(note('https://www.wikidata.org/wiki/Q90'));
    assert.deepEqual([plan.problems, plan.records], [[], []]);
    assert.match([...after.values()].at(-1)!, /paris: La Ville-Lumière/);
  });

  it('is a new record where there is none, with the address', async () => {
    const { plan, after } = await come(note('https://www.wikidata.org/wiki/Q1', 'LOC'));
    assert.deepEqual([plan.problems, plan.records], [[], ['la-ville-lumiere']]);
    assert.match([...after.values()].join('\n'), /same-as: \[?https:\/\/www\.wikidata\.org\/wiki\/Q1/);
  });

  it('stops the import where nobody says what kind of thing it is, until somebody does', async () => {
    const { plan } = await come(note('https://www.wikidata.org/wiki/Q1'));
    assert.match(JSON.stringify(plan.problems), /untyped/);
    const { plan: told } = await come(note('https://www.wikidata.org/wiki/Q1'), { untyped: 'place' });
    assert.deepEqual(told.problems, []);
  });
});
