/** The one corpus that a command is about. Knows folders, not what the files say. */

import { resolve } from 'node:path';
import { SETTINGS_FILE } from '../core/settings.ts';
import { findCorpora } from './corpora.ts';
import type { CorpusFiles } from './corpus.ts';
import type { Environment } from './environment.ts';
import { Told } from './usage.ts';

/** Throws `Told` where the folder is in none and has none, or has several. All files of the corpus are selected. */
export function oneCorpus(folder: string, environment: Pick<Environment, 'cwd' | 'files'>): CorpusFiles {
  const { corpora } = findCorpora([folder], environment);
  if (corpora.length === 0) throw new Told(`no corpus in ${folder}: there is no ${SETTINGS_FILE} in it or above it`);
  const meant = corpusMeant(corpora, [folder], environment.cwd);
  if (!meant) {
    const named = corpora.slice(0, 3).map(({ root }) => root);
    throw new Told(`there are ${corpora.length} corpora in ${folder}; name one of them, such as ${named.join(', ')}`);
  }
  return wholeCorpus(meant.found.folder, environment.files)!;
}

/** Of the corpora in what was named: the only one, or the one whose root was named though others lie below it. */
export function corpusMeant(
  corpora: readonly CorpusFiles[],
  paths: readonly string[],
  cwd: string,
): CorpusFiles | undefined {
  if (corpora.length < 2) return corpora[0];
  const [path = '.', ...more] = paths;
  return more.length > 0 ? undefined : corpora.find(({ found }) => found.folder === resolve(cwd, path));
}

/** The corpus whose root is `folder`, with its files named from there; undefined where there is none any more. */
export function wholeCorpus(folder: string, files: Environment['files']): CorpusFiles | undefined {
  if (files.kindOf(resolve(folder, SETTINGS_FILE)) !== 'file') return undefined;
  const { corpora } = findCorpora([folder], { cwd: folder, files });
  return corpora.find(({ found }) => found.folder === folder);
}
