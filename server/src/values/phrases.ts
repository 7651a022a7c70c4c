/** Longest-match lookup of fixed phrases in folded text, forwards from a place or backwards to it. Knows no phrase. */

import { isLetter, skipSpace, skipSpaceBefore } from './folding.ts';

interface Node<T> {
  readonly next: Map<number, Node<T>>;
  value?: { readonly of: T };
}

export interface PhraseMatch<T> {
  readonly value: T;
  readonly start: number;
  readonly end: number;
}

const SPACE = 32;

/**
 * A trie over UTF-16 units. A space in a phrase stands for a run of white space with at most one line break. A phrase
 * that begins or ends with a Latin letter does so at a word's edge. Cost of a lookup: the length of the longest phrase.
 */
export class Phrases<T> {
  private readonly forwards: Node<T> = { next: new Map() };
  private readonly backwards: Node<T> = { next: new Map() };

  /** Of equal phrases the first counts. */
  constructor(entries: Iterable<readonly [phrase: string, value: T]>) {
    for (const [phrase, value] of entries) {
      insert(this.forwards, phrase, value);
      insert(this.backwards, [...phrase].reverse().join(''), value);
    }
  }

  /** The longest phrase that begins at `at`. */
  at(folded: string, at: number): PhraseMatch<T> | undefined {
    let node: Node<T> | undefined = this.forwards.next.get(folded.charCodeAt(at));
    if (!node || !edge(folded, at)) return undefined;
    let found: PhraseMatch<T> | undefined;
    let i = at + 1;
    while (node) {
      if (node.value && edge(folded, i)) found = { value: node.value.of, start: at, end: i };
      const afterSpace: Node<T> | undefined = node.next.get(SPACE);
      const end = afterSpace ? skipSpace(folded, i) : i;
      if (afterSpace && end > i) {
        node = afterSpace;
        i = end;
      } else node = node.next.get(folded.charCodeAt(i++));
    }
    return found;
  }

  /** The longest phrase that ends at `end`. */
  before(folded: string, end: number): PhraseMatch<T> | undefined {
    let node: Node<T> | undefined = end > 0 ? this.backwards.next.get(folded.charCodeAt(end - 1)) : undefined;
    if (!node || !edge(folded, end)) return undefined;
    let found: PhraseMatch<T> | undefined;
    let i = end - 1;
    while (node) {
      if (node.value && edge(folded, i)) found = { value: node.value.of, start: i, end };
      if (i === 0) break;
      const afterSpace: Node<T> | undefined = node.next.get(SPACE);
      const start = afterSpace ? skipSpaceBefore(folded, i) : i;
      if (afterSpace && start < i) {
        node = afterSpace;
        i = start;
      } else node = node.next.get(folded.charCodeAt(--i));
    }
    return found;
  }
}

function insert<T>(root: Node<T>, phrase: string, value: T): void {
  let node = root;
  for (let i = 0; i < phrase.length; i++) {
    const unit = phrase.charCodeAt(i);
    let next = node.next.get(unit);
    if (!next) {
      next = { next: new Map() };
      node.next.set(unit, next);
    }
    node = next;
  }
  node.value ??= { of: value };
}

/** Whether a word may begin or end at `at`. */
function edge(folded: string, at: number): boolean {
  return at === 0 || !isLetter(folded.charCodeAt(at - 1)) || !isLetter(folded.charCodeAt(at));
}
