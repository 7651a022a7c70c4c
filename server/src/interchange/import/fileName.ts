/** Where a new document of a corpus goes: the folder that its others lie in, a name of its date and title. Knows no disk. */

import type { Corpus } from '../../core/corpus.ts';
import { layoutOf } from '../../core/layout.ts';
import type { Pinyin } from '../../core/pinyin.ts';
import type { Format } from './raw.ts';

const LONGEST = 60;

export interface Named {
  readonly title?: string;
  readonly date?: string;
  /** What the file was called that the text came in; it names one that has no title. */
  readonly stem?: string;
  readonly format: Format;
  /** The folder that was asked for, with `/` at its end. */
  readonly folder?: string;
}

/**
 * A path that no file has: `isTaken` says which have one. Undefined where the settings leave no place for a document.
 * @param pinyin how Chinese titles are read; without it they stay as they are
 */
export function pathFor(
  { title, date, format, stem, folder: wished }: Named,
  corpus: Corpus,
  isTaken: (path: string) => boolean,
  pinyin: Pinyin | undefined,
): string | undefined {
  const layout = layoutOf(corpus.settings);
  const name = nameFor(title ?? stem, date, pinyin);
  const endings = format === 'text' ? ['.txt', '.md', '.markdown'] : ['.md', '.markdown', '.txt'];
  const year = /^\d{4}/.exec(date ?? '')?.[0];
  for (const folder of wished === undefined ? foldersFor(corpus, year) : [wished]) {
    const ending = endings.find((one) => layout.kindOf(`${folder}${name}${one}`) === 'document');
    if (ending === undefined) continue;
    const path = (count: number) => `${folder}${name}${count === 1 ? '' : `-${count}`}${ending}`;
    let count = 1;
    while (isTaken(path(count))) count++;
    return path(count);
  }
  return undefined;
}

/** `2022-10-20-forum-opens`, `gang-kou-lun-tan`; `document` where there is neither date nor title. */
export function nameFor(title: string | undefined, date: string | undefined, pinyin: Pinyin | undefined): string {
  const day = /^\d{4}(?:-\d{2}){0,2}/.exec(date ?? '')?.[0];
  const name = [...(day === undefined ? [] : [day]), ...shortened(slugOf(title ?? '', pinyin))].join('-');
  if (name === '') return 'document';
  // Windows keeps these for devices.
  return /^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(name) ? `${name}-document` : name;
}

function slugOf(title: string, pinyin: Pinyin | undefined): readonly string[] {
  const folded = title.slice(0, 400).normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase();
  const read = pinyin ? folded.replace(/\p{Script=Han}/gu, (character) => ` ${pinyin(character).full} `) : folded;
  return read
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Whole words, as many as fit; of one long word its beginning. */
function shortened(words: readonly string[]): readonly string[] {
  const kept: string[] = [];
  let length = 0;
  for (const word of words) {
    length += word.length + 1;
    if (length > LONGEST + 1) break;
    kept.push(word);
  }
  return kept.length > 0 ? kept : words.slice(0, 1).map((word) => [...word].slice(0, LONGEST).join(''));
}

/** The best first, each empty or with `/` at its end: where most documents lie, by year if they do; what the globs name. */
function foldersFor(corpus: Corpus, year: string | undefined): readonly string[] {
  const counts = new Map<string, number>();
  for (const path of corpus.documents.keys()) {
    const folder = path.slice(0, path.lastIndexOf('/') + 1).replace(/(^|\/)(?:19|20)\d\d\/$/, '$1<year>/');
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const used = [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 3)
    .map(([folder]) => folder.replace('<year>/', year === undefined ? '' : `${year}/`));
  const bases = corpus.settings.documents.map(baseOf);
  const named = bases.filter((base) => base !== '');
  const byYear = year === undefined ? [] : bases.map((base) => `${base}${year}/`);
  return [...used, ...named, 'documents/', ...bases, ...byYear];
}

/** The folders at the beginning of a glob that are no patterns. */
function baseOf(glob: string): string {
  const parts = glob.split('/').slice(0, -1);
  const end = parts.findIndex((part) => /[*?[\]{}()!+@]/.test(part));
  const fixed = end < 0 ? parts : parts.slice(0, end);
  return fixed.map((part) => `${part}/`).join('');
}
