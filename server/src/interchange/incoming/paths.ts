/** Where a foreign document goes: its own path, where that is one of this corpus and safe on any machine. Knows no disk. */

import type { Corpus } from '../../core/corpus.ts';
import { layoutOf } from '../../core/layout.ts';
import type { Pinyin } from '../../core/pinyin.ts';
import { leavesRoot } from '../../core/settings.ts';
import type { ExchangeDocument } from '../exchange/model.ts';
import { pathFor } from '../import/fileName.ts';

export interface PathOptions {
  /** Where new documents go, with `/` at its end; undefined for where their own paths say. */
  readonly folder: string | undefined;
  readonly pinyin: Pinyin | undefined;
  isTaken(path: string): boolean;
}

/** A path that no file has; undefined where the settings leave no place for a document. */
export function pathOf(
  { path, title, date, body }: ExchangeDocument,
  corpus: Corpus,
  { folder, pinyin, isTaken }: PathOptions,
): string | undefined {
  const wished = folder === undefined ? path : folder + path;
  const isPlain = isPlainPath(wished);
  if (isPlain && layoutOf(corpus.settings).kindOf(wished) === 'document' && !isTaken(wished)) return wished;
  // Another name in the folder that the path names, if that is one of this corpus.
  const own = isPlain ? [wished.slice(0, wished.lastIndexOf('/') + 1)] : [];
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  const format = /\.(?:md|markdown)$/i.test(path) || /^#{1,6} \S/m.test(body) ? 'markdown' : 'text';
  const named = isPlain ? { stem, format } : ({ title, date, stem, format } as const);
  for (const wish of [...own, folder]) {
    const where = { ...named, format, ...(wish !== undefined && { folder: wish }) } as const;
    const found = pathFor(where, corpus, isTaken, pinyin);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Windows keeps these names, whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** A path that leads nowhere else, on any machine. */
export function isPlainPath(path: string): boolean {
  if (leavesRoot(path) || path.length > 400) return false;
  return path
    .split('/')
    .every((part) => /^[^\p{C}\\:*?"<>|]+$/u.test(part) && !/^\.|[. ]$|^ /.test(part) && !DEVICE.test(part));
}
