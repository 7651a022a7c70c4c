/**
 * A group made ready for comparing its statements by the thousand: in one order, with their times as plain numbers, those
 * that say the same known as such, and those of another scope left out. Knows no verdicts.
 */

import type { ValueFacts } from '../../core/facts.ts';
import type { Group } from '../../core/groups.ts';
import type { Property } from '../../core/vocabulary.ts';
import { textKey } from '../../values/compare.ts';
import { widen } from '../../values/time.ts';
import { edtf, holdsOf, type Lexicon, type Statement, statementsIn } from './statement.ts';

/** Smaller groups are compared pair by pair: to sort them by what they say would cost more. */
const SMALL = 24;

export interface Gathered {
  /** Facts first, then by the date of their document, path and place: the same whatever the files were read in. */
  readonly statements: readonly Statement[];
  /** The indices of the statements of each file. */
  readonly byPath: ReadonlyMap<string, readonly number[]>;
  /** Whether some instant may belong to the times of both. */
  mayMeet(a: number, b: number): boolean;
  /** Those among which all are that a statement could be compared with, ascending; the others have another scope. */
  candidates(of: number): ArrayLike<number>;
  /** The same number for statements between which nothing but their place tells; undefined in a small group. */
  readonly kinds: Int32Array | undefined;
  /** How many numbers there are. */
  readonly kindCount: number;
}

interface Remembered {
  readonly settings: Lexicon['settings'];
  readonly records: Lexicon['records'];
  readonly gathered: Gathered;
}

const remembered = new WeakMap<Group, Remembered>();

/** A group keeps its identity while nothing in it changes: then this is remembered. */
export function gather(group: Group, subject: string, property: Property, lexicon: Lexicon): Gathered {
  const before = remembered.get(group);
  if (before && before.settings === lexicon.settings && before.records === lexicon.records) return before.gathered;
  const gathered = gatherAnew(group, subject, property, lexicon);
  remembered.set(group, { settings: lexicon.settings, records: lexicon.records, gathered });
  return gathered;
}

function gatherAnew(group: Group, subject: string, property: Property, lexicon: Lexicon): Gathered {
  const statements = inOrder(statementsIn(group, subject, property, lexicon));
  const byPath = new Map<string, number[]>();
  for (const [i, { member }] of statements.entries()) {
    const { path } = member.head;
    const own = byPath.get(path);
    if (own) own.push(i);
    else byPath.set(path, [i]);
  }
  const [starts, ends] = timesOf(statements, property);
  const isSmall = statements.length <= SMALL;
  const all = Int32Array.from(statements.keys());
  const scopes = isSmall || property.separates.length === 0 ? undefined : new Scopes(statements, property, lexicon);
  const kinds = isSmall ? undefined : kindsOf(statements);
  return {
    statements,
    byPath,
    mayMeet: (a, b) => starts[a]! <= ends[b]! && starts[b]! <= ends[a]!,
    candidates: (of) => scopes?.candidates(statements[of]!) ?? all,
    kinds,
    kindCount: kinds?.reduce((most, kind) => Math.max(most, kind + 1), 0) ?? 0,
  };
}

/** The sort is stable: within a file the statements keep their order. */
function inOrder(statements: readonly Statement[]): readonly Statement[] {
  if (statements.length < 2) return statements;
  const ranked = statements.map((statement) => {
    const { kind, date, path } = statement.member.head;
    const time = kind === 'document' ? edtf(date) : undefined;
    return {
      statement,
      path,
      rank: kind === 'record' ? 0 : 1,
      start: time?.start.earliest ?? 0,
      end: time?.end.latest ?? 0,
    };
  });
  ranked.sort(
    (a, b) =>
      a.rank - b.rank || order(a.start, b.start) || order(a.end, b.end) || (a.path < b.path ? -1 : +(a.path > b.path)),
  );
  return ranked.map(({ statement }) => statement);
}

/** Infinite days are no numbers to subtract. */
const order = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

/** First and last day on which each may hold: most pairs of a long series lie apart, and that must cost next to nothing. */
function timesOf(statements: readonly Statement[], property: Property): readonly [Float64Array, Float64Array] {
  const starts = new Float64Array(statements.length).fill(Number.NEGATIVE_INFINITY);
  const ends = new Float64Array(statements.length).fill(Number.POSITIVE_INFINITY);
  if (property.time === 'permanent' || property.time === 'event') return [starts, ends];
  const holds = holdsOf(property);
  for (const [i, { time }] of statements.entries()) {
    if (!time) continue;
    const wide = widen(time, holds);
    starts[i] = wide.start.earliest;
    ends[i] = wide.end.latest;
  }
  return [starts, ends];
}

function kindsOf(statements: readonly Statement[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(statements, ({ member: { head }, claim, end, time, basis }) => {
    const { data, unit, stance, certainty, ended, by, qualifiers } = claim;
    const parts = [
      data,
      unit,
      end,
      time?.source,
      basis,
      stance,
      certainty,
      ended,
      by,
      qualifiers,
      head.kind,
      head.lang,
    ];
    const key = JSON.stringify(parts);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  });
}

/** The statements of a large group by what separates them, so that nobody compares a count of cities with one of trees. */
class Scopes {
  private readonly byName = new Map<string, { readonly silent: number[]; readonly said: Map<string, number[]> }>();

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

  /** By the qualifier that leaves the fewest; all where the statement has none. */
  candidates({ claim }: Statement): ArrayLike<number> | undefined {
    let best: readonly (readonly number[])[] | undefined;
    for (const name of this.property.separates) {
      const value = claim.qualifiers[name];
      const { silent, said } = this.byName.get(name)!;
      if (!value) continue;
      const lists = [silent, ...this.keysOf(value).map((key) => said.get(key) ?? [])].filter((one) => one.length > 0);
      if (!best || total(lists) < total(best)) best = lists;
    }
    if (!best || best.length === 1) return best?.[0];
    return Int32Array.from(new Set(best.flat())).sort();
  }

  /** Two values that may be the same have a key in common: an id, a name of that id, a text in some language. */
  private keysOf(value: ValueFacts): readonly string[] {
    if (value.kind === 'list' || value.kind === 'change') return [JSON.stringify(value)];
    const texts = value.kind === 'text' ? [value.text] : Object.values(value.texts);
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

const total = (lists: readonly (readonly number[])[]): number => lists.reduce((sum, { length }) => sum + length, 0);

function put(lists: Map<string, number[]>, key: string, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
