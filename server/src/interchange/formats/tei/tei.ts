/** TEI P5: a file for each document, and the records in one of their own. */

import type { ExchangeFormat, OutFile } from '../../exchange/format.ts';
import { Reading } from './read.ts';
import { documentTei, ENTITIES, entitiesTei } from './write.ts';

export const tei: ExchangeFormat = {
  exporter: {
    single: false,
    *files(corpus, losses): Iterable<OutFile> {
      yield { path: ENTITIES, content: entitiesTei(corpus, losses) };
      for (const document of corpus.documents())
        yield { path: `${document.path}.xml`, content: documentTei(document, corpus, losses) };
    },
  },
  importer: {
    endings: ['.xml', '.tei'],
    read(files, _, losses) {
      const found = new Reading(losses);
      for (const file of files) found.take(file);
      found.finish();
      return found;
    },
  },
};
