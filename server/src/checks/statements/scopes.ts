/**
 * The statements of a group by what they are limited to, so that nobody holds a count of cities against one of trees.
 * Knows no values and no times.
 */

import type { ValueFacts } from '../../core/facts.ts';
import type { Property } from '../../core/vocabulary.ts';
import { textKey } from '../../values/compare.ts';
import type { Lexicon, Statement } from './statement.ts';

/** Ascending numbers of statements. */
export type Numbers = readonly number[];

export class Scopes {
  private readonly byName = new Map<string, { readonly silent: number[]; readonly said: Map<string, number[]> }>();
  private readonly keys = new Map<string, readonly string[]>();
  private readonly merged = new Map<string, ArrayLike<number>>();

  constructor(
    statements: readonly Statement[],
    private readonly property: Property,
    private readonly lexicon: Lexicon,
  ) {
    for (const name of property.separates) this.byName.set(name, { silent: [], said: new Map() });
    for (const [i, { claim }] of statements.entries()) {
      for (const [name, { silent, said }] of this.byName) {
        const value = claim.qualifiers[name];
        if (!value) silent.push(i);
        else for (const key of this.keysOf(value)) put(said, key, i);
      }
    }
  }

  /**
   * Lists that hold, taken together, every statement whose scope may be none other than that of `statement`: by the
   * qualifier that leaves the fewest. Undefined where the statement has none: then it may be any.
   */
  lists({ claim }: Statement): readonly Numbers[] | undefined {
    let best: readonly Numbers[] | undefined;
    for (const name of this.property.separates) {
      const value = claim.qualifiers[name];
      const { silent, said } = this.byName.get(name)!;
      if (!value) continue;
      const lists = [silent, ...this.keysOf(value).map((key) => said.get(key) ?? [])].filter((one) => one.length > 0);
      if (!best || total(lists) < total(best)) best = lists;
    }
    return best;
  }

  /** The same as one ascending list. */
  candidates(statement: Statement): ArrayLike<number> | undefined {
    const lists = this.lists(statement);
    if (!lists || lists.length < 2) return lists && (lists[0] ?? []);
    const key = limitsOf(statement);
    let merged = this.merged.get(key);
    if (!merged) {
      merged = Int32Array.from(new Set(lists.flat())).sort();
      // Of thousands of scopes most are asked for once.
      if (this.merged.size > 100) this.merged.clear();
      this.merged.set(key, merged);
    }
    return merged;
  }

  /** Keys of which any two statements of one scope have one in common. */
  keysFor({ claim }: Statement): readonly string[] {
    return this.property.separates.reduce<readonly string[]>(
      (keys, name) => {
        const value = claim.qualifiers[name];
        const own = value ? this.keysOf(value) : [''];
        return keys.flatMap((key) => own.map((one) => `${key}${one}\n`));
      },
      [''],
    );
  }

  /** Two values that may be the same have a key in common: an id, a name of that id, a text in some language. */
  private keysOf(value: ValueFacts): readonly string[] {
    if (value.kind === 'list' || value.kind === 'change') return [JSON.stringify(value)];
    if (value.kind === 'languages') return this.keysOfTexts(Object.values(value.texts));
    let keys = this.keys.get(value.text);
    if (!keys) {
      keys = this.keysOfTexts([value.text]);
      this.keys.set(value.text, keys);
    }
    return keys;
  }

  private keysOfTexts(texts: readonly string[]): readonly string[] {
    const { records } = this.lexicon;
    const keys = new Set<string>();
    for (const text of texts) {
      keys.add(`text:${textKey(text)}`);
      if (records.get(text)) keys.add(`id:${text}`);
      for (const id of records.gazetteer.ids(text)) keys.add(`id:${id}`);
    }
    return [...keys];
  }
}

/** What a statement is limited to, by what separates claims of its property; the same text where it is the same, word for word. */
export const limitsOf = ({ property, claim }: Statement): string =>
  property.separates.length === 0 ? '' : JSON.stringify(property.separates.map((name) => claim.qualifiers[name]));

/** The numbers of several ascending lists from the last to the first, each once, beginning below `bound`. */
export function* descending(lists: readonly Numbers[], bound: number): Iterable<number> {
  const places = lists.map((list) => firstFrom(list, bound) - 1);
  for (;;) {
    let last = -1;
    for (const [i, list] of lists.entries()) if (places[i]! >= 0) last = Math.max(last, list[places[i]!]!);
    if (last < 0) return;
    for (const [i, list] of lists.entries()) if (list[places[i]!] === last) places[i]!--;
    yield last;
  }
}

/** The place of the first number of an ascending list that is not below `bound`. */
export function firstFrom(list: ArrayLike<number>, bound: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

const total = (lists: readonly Numbers[]): number => lists.reduce((sum, { length }) => sum + length, 0);

function put(lists: Map<string, number[]>, key: string, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
