/** W3C Web Annotations in JSON-LD: a page for each document, and the entities in a file of their own. */

import type { ExchangeFormat, OutFile } from '../../exchange/format.ts';
import { addressesFrom } from '../../linked/names.ts';
import { Reading } from './read.ts';
import { entitiesOf, pageOf } from './write.ts';

const TEXTS = /\.(?:txt|md|markdown)$/i;

export const webAnnotation: ExchangeFormat = {
  exporter: {
    single: false,
    *files(corpus, _, { base } = {}): Iterable<OutFile> {
      const addresses = addressesFrom(base);
      yield { path: 'entities.jsonld', content: entitiesOf(corpus, addresses) };
      for (const document of corpus.documents())
        yield { path: `${document.path}.jsonld`, content: pageOf(document, corpus, addresses) };
    },
  },
  importer: {
    endings: ['.jsonld', '.json', '.txt', '.md', '.markdown'],
    read(files, _, losses) {
      const found = new Reading(
        files.filter(({ path }) => TEXTS.test(path)),
        losses,
      );
      for (const file of files) if (!TEXTS.test(file.path)) found.take(file);
      found.finish();
      return found;
    },
  },
};
