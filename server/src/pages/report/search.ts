/** The index that a report is searched with, and the search itself: titles, names in any script, claims. Knows no page. */

import { foldName } from '../../features/names.ts';

/** Small, because a reader loads all of it: lists rather than objects, and files by number. */
export interface SearchIndex {
  /** Addresses from the root of the report. */
  readonly files: readonly string[];
  /** Title, date, file. */
  readonly documents: readonly (readonly [title: string, detail: string, file: number])[];
  /** Name, kind, file, and the further keys of all its names, each on a line. */
  readonly entities: readonly (readonly [name: string, detail: string, file: number, keys: string])[];
  /** What it says, its quote, file, and where in it. */
  readonly claims: readonly (readonly [says: string, quote: string, file: number, place: string])[];
}

export interface SearchHit {
  readonly kind: 'documents' | 'entities' | 'claims';
  readonly text: string;
  readonly detail: string;
  readonly href: string;
}

/** Of each kind at most this many are shown. */
const MOST = 30;

/** The best first within each kind; `total` counts all. Nothing for a query that says too little. */
export function search(
  index: SearchIndex,
  query: string,
): { readonly hits: readonly SearchHit[]; readonly total: number } {
  const folded = foldName(query);
  if (
    folded === '' ||
    (folded.length < 2 && !/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u.test(folded))
  )
    return { hits: [], total: 0 };
  const href = (file: number, place = '') => `${index.files[file] ?? ''}${place === '' ? '' : `#${place}`}`;
  const documents = ranked(foldedOf(index, 'documents'), folded).map((at): SearchHit => {
    const [text, detail, file] = index.documents[at]!;
    return { kind: 'documents', text, detail, href: href(file) };
  });
  const entities = ranked(foldedOf(index, 'entities'), folded).map((at): SearchHit => {
    const [text, detail, file] = index.entities[at]!;
    return { kind: 'entities', text, detail, href: href(file) };
  });
  const claims = ranked(foldedOf(index, 'claims'), folded).map((at): SearchHit => {
    const [text, detail, file, place] = index.claims[at]!;
    return { kind: 'claims', text, detail, href: href(file, place) };
  });
  const found = [entities, documents, claims];
  return {
    hits: found.flatMap((list) => list.slice(0, MOST)),
    total: found.reduce((sum, list) => sum + list.length, 0),
  };
}

/** Those that hold the query: the whole of a name first, then the beginning of one, of a word, any part. */
function ranked(texts: readonly string[], query: string): readonly number[] {
  const found: { readonly at: number; readonly rank: number }[] = [];
  for (const [at, text] of texts.entries()) {
    let rank = 4;
    for (let from = text.indexOf(query); from >= 0 && rank > 0; from = text.indexOf(query, from + 1)) {
      const starts = text[from - 1] === '\n';
      const own = starts && text[from + query.length] === '\n' ? 0 : starts ? 1 : text[from - 1] === ' ' ? 2 : 3;
      rank = Math.min(rank, own);
    }
    if (rank < 4) found.push({ at, rank });
  }
  return found.sort((a, b) => a.rank - b.rank || a.at - b.at).map(({ at }) => at);
}

type Kind = SearchHit['kind'];
const folded = new WeakMap<SearchIndex, Map<Kind, readonly string[]>>();

/** Folded once, when it is first sought in. */
function foldedOf(index: SearchIndex, kind: Kind): readonly string[] {
  let kinds = folded.get(index);
  if (!kinds) {
    kinds = new Map();
    folded.set(index, kinds);
  }
  let texts = kinds.get(kind);
  if (!texts) {
    texts =
      kind === 'documents'
        ? index.documents.map(([title]) => `\n${foldName(title)}\n`)
        : kind === 'entities'
          ? index.entities.map(([name, , , keys]) => `\n${foldName(name)}\n${keys}\n`)
          : index.claims.map(([says, quote]) => `\n${foldName(says)}\n${foldName(quote)}\n`);
    kinds.set(kind, texts);
  }
  return texts;
}
