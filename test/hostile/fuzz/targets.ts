/** What is fuzzed: each target makes one input from a seed and holds the program to what it promises of any input. */

import { check } from '../../../server/src/checks/engine/run.ts';
import { wordsIn } from '../../../server/src/checks/messages/messages.ts';
import { parseDocument } from '../../../server/src/core/document.ts';
import { format, formatted } from '../../../server/src/core/format.ts';
import { Library } from '../../../server/src/core/library.ts';
import { fixAll } from '../../../server/src/features/codeActions.ts';
import { Losses } from '../../../server/src/interchange/exchange/losses.ts';
import { EXCHANGE_FORMATS } from '../../../server/src/interchange/formats/index.ts';
import { bodyOf, compose } from '../../../server/src/interchange/import/compose.ts';
import { readHtml } from '../../../server/src/interchange/import/html/readHtml.ts';
import { propose } from '../../../server/src/interchange/import/proposal.ts';
import { readRaw } from '../../../server/src/interchange/import/reading.ts';
import { libraryOf } from '../../fixture.ts';
import { corpusOf, exported, imported } from '../../interchange/exchanged.ts';
import { messages } from './messages.ts';
import { mutated } from './mutate.ts';
import type { Random } from './random.ts';
import { CORPUS, DOCUMENT, PAGES, RECORDS, SETTINGS, TRANSLATION } from './seeds.ts';

export interface Target {
  readonly name: string;
  /** Throws where the program breaks its word. `tell` is given what it was tried on. */
  run(random: Random, tell: (input: unknown) => void): void | Promise<void>;
  end?(): void | Promise<void>;
}

const corpusLibrary = libraryOf(new Map(Object.entries(CORPUS)));
const LENDERS = Object.values(CORPUS);
const WORDS = ['en', 'zh'].map(wordsIn);

/** One file of the corpus is changed: reading, checking and wording go on, in the file and in the others. */
const inCorpus = (name: string, path: string, seeds: readonly string[]): Target => ({
  name,
  run(random, tell) {
    const files = new Map(Object.entries(CORPUS));
    const library = new Library(files.get('concord.yaml')!, (one) => files.get(one));
    library.load([...files].map(([one, text]) => ({ path: one, text })));
    for (let steps = 1 + random.below(2); steps > 0; steps--) {
      const text = mutated(steps === 1 ? random.pick(seeds) : files.get(path)!, random, LENDERS);
      files.set(path, text);
      tell({ path, text });
      library.update(path, text);
      library.refresh(() => false);
    }
    for (const one of files.keys())
      for (const finding of check(library, one)) {
        const length = files.get(one)!.length;
        const { start, end } = finding.span;
        if (!(start >= 0 && start <= end && end <= length))
          throw new Error(`${finding.code} at ${start}–${end} of ${length}`);
        for (const words of WORDS) {
          const said = words.finding(finding);
          if (!said || /\bundefined\b|\[object/.test(said.replace(/“[^”]*”|"[^"]*"/g, '')))
            throw new Error(`${finding.code}: ${said}`);
        }
        for (const fix of finding.fixes())
          for (const edit of fix.edits) if (edit.span.start > edit.span.end) throw new Error(fix.title);
      }
    for (const { span } of fixAll(library, path))
      if (span.start > span.end) throw new Error('a fix ends before it begins');
  },
});

/** What is formatted means the same, has the same body, and is in order. */
const formatting: Target = {
  name: 'format',
  run(random, tell) {
    const text = mutated(random.pick([DOCUMENT, TRANSLATION]), random, LENDERS);
    tell(text);
    const document = parseDocument('a.md', text);
    const result = format(document);
    if ('problem' in result || result.edits.length === 0) return;
    const after = formatted(document, result.edits);
    const again = parseDocument('a.md', after);
    if (document.text.slice(document.body.start) !== again.text.slice(again.body.start))
      throw new Error('another body');
    const once = format(again);
    if ('edits' in once && once.edits.length > 0) throw new Error('formatted twice, it is another text');
  },
};

const pages: Target = {
  name: 'import',
  run(random, tell) {
    const text = mutated(random.pick(PAGES), random, PAGES);
    tell(text);
    const name = random.pick(['x.html', 'x.txt', 'x.md', '2019-05-07 x.htm']);
    const bytes = Buffer.from(text, random.chance(0.3) ? 'latin1' : 'utf8');
    const read = readRaw(random.chance(0.5) ? bytes : text, name, readHtml);
    if (!read) return;
    const { corpus } = corpusLibrary;
    const { candidates } = propose(read.raw, bodyOf(read.raw.text), corpus);
    const choices = Object.fromEntries(Object.entries(candidates).map(([field, [first]]) => [field, first?.value]));
    const composed = compose(read.raw, choices, corpus, 'inbox/x.md');
    if ('text' in composed && parseDocument('inbox/x.md', composed.text).problems.length > 0)
      throw new Error('what was imported has problems');
  },
};

/** The seeds of each format that is read: the corpus as it is exported. */
let foreign: Promise<readonly (readonly [id: string, files: ReadonlyMap<string, Uint8Array>])[]> | undefined;
const foreignSeeds = () => {
  foreign ??= Promise.all(
    EXCHANGE_FORMATS.filter((one) => one.imports && one.exports).map(async (entry) => {
      const fixture = Object.entries(CORPUS)
        .map(([path, text]) => `-- ${path} --\n${text}`)
        .join('');
      const { files } = await exported(await entry.load(), corpusOf(fixture, new Losses()));
      return [entry.id, files] as const;
    }),
  );
  return foreign;
};

const exchange: Target = {
  name: 'exchange',
  async run(random, tell) {
    const [id, files] = random.pick(await foreignSeeds());
    const texts = [...files.values()].map((bytes) => Buffer.from(bytes).toString('utf8'));
    const changed = random.below(files.size);
    const given = [...files].map(([path, bytes], i): readonly [string, Uint8Array | string] => {
      if (i !== changed) return [path, bytes];
      const text = mutated(texts[i]!, random, texts);
      tell({ id, path, text });
      return [path, random.chance(0.1) ? Buffer.from(text, 'latin1') : text];
    });
    await imported(await EXCHANGE_FORMATS.find((one) => one.id === id)!.load(), given);
  },
};

export const TARGETS: readonly Target[] = [
  inCorpus('documents', 'a.md', [DOCUMENT, TRANSLATION]),
  inCorpus('records', 'entities/all.yaml', [RECORDS]),
  inCorpus('settings', 'concord.yaml', [SETTINGS]),
  formatting,
  pages,
  exchange,
  messages,
];
