/** FollowTheMoney: the entities, links and documents of investigations, one JSON object on each line. */

import type { ExchangeFormat, OutFile } from '../../exchange/format.ts';
import { Reading } from './read.ts';
import { ftmLines } from './write.ts';

export const followTheMoney: ExchangeFormat = {
  exporter: {
    single: true,
    files: (corpus, losses): readonly OutFile[] => [{ path: 'entities.ftm.json', content: ftmLines(corpus, losses) }],
  },
  importer: {
    endings: ['.json', '.jsonl', '.ndjson', '.ijson', '.ftm'],
    read(files, context, losses) {
      const found = new Reading(context, losses);
      for (const file of files) found.take(file);
      found.finish();
      return found;
    },
  },
};
