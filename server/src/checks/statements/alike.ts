/** Statements by what their values denote, so that those that agree are found without holding each against each. */

import { textKey } from '../../core/textKey.ts';
import { type Interval, point } from '../../values/interval.ts';
import type { Quantity } from '../../values/quantity.ts';
import type { DayRange } from '../../values/time.ts';
import type { Units } from '../../values/units.ts';
import { unitsOf } from '../valueKind.ts';
import type { Numbers } from './scopes.ts';
import type { Lexicon, Meaning, Statement } from './statement.ts';

/** Keys beside those of the value that statements have to have one of in common; the one key of all without it. */
type Further = (statement: Statement) => readonly string[];

/** So few are looked at one by one sooner than they are sorted. */
const FEW = 24;

export class Alike {
  /** All of them, where they are few. */
  private readonly few: readonly Statement[] | undefined;
  private readonly byKey = new Map<string, number[]>();
  /** The units of the quantities, with the numbers of those that have each. */
  private readonly byUnit = new Map<string, number[]>();
  private readonly units: Units;

  constructor(
    statements: readonly Statement[],
    { settings }: Pick<Lexicon, 'settings'>,
    private readonly further: Further = () => [''],
  ) {
    this.units = unitsOf(settings);
    if (statements.length <= FEW) {
      this.few = statements;
      return;
    }
    for (const [i, statement] of statements.entries()) {
      const { meaning } = statement;
      for (const key of keysOf(meaning)) for (const more of further(statement)) put(this.byKey, key + more, i);
      if (meaning.kind === 'quantity' && meaning.quantity.unit !== undefined) {
        put(this.byUnit, meaning.quantity.unit, i);
      }
    }
  }

  /** The numbers, ascending, of all whose value may be equal to that of `statement`; of the others few. */
  numbers(statement: Statement): Numbers {
    if (this.few) return this.fewLike(statement.meaning, this.few);
    const { meaning } = statement;
    const lists: Numbers[] = [];
    const more = this.further(statement);
    const seek = (keys: readonly string[]): void => {
      for (const key of keys)
        for (const one of more) {
          const list = this.byKey.get(key + one);
          if (list && !lists.includes(list)) lists.push(list);
        }
    };
    if (meaning.kind === 'quantity') {
      seek(soughtFor(meaning.quantity));
      for (const [unit, numbers] of this.byUnit) {
        const { quantity } = meaning;
        if (quantity.unit === undefined || quantity.unit === unit || !this.units.convertible(quantity.unit, unit))
          continue;
        const converted = this.converted(quantity, quantity.unit, unit);
        if (converted) seek(soughtFor(converted));
        else lists.push(numbers);
      }
    } else seek(keysOf(meaning));
    return lists.length < 2 ? (lists[0] ?? NONE) : [...new Set(lists.flat())].sort((a, b) => a - b);
  }

  /** What denotes an entity has another value as soon as it is another one; the rest is for who compares to tell. */
  private fewLike(meaning: Meaning, few: readonly Statement[]): Numbers {
    const numbers = [...few.keys()];
    if (meaning.kind !== 'entity') return numbers;
    return numbers.filter((i) => {
      const theirs = few[i]!.meaning;
      return theirs.kind === 'entity' && theirs.id === meaning.id;
    });
  }

  /** Undefined where a number becomes a stretch of numbers, as months do in days. */
  private converted({ hard, soft }: Quantity, from: string, to: string): Pick<Quantity, 'hard' | 'soft'> | undefined {
    const one = this.units.convert(point(1), from, to);
    if (!one || one.low !== one.high) return undefined;
    const [ours, expected] = [this.units.convert(hard, from, to), this.units.convert(soft, from, to)];
    return ours && expected && { hard: ours, soft: expected };
  }
}

const NONE: Numbers = [];

const keys = new WeakMap<Meaning, readonly string[]>();

function keysOf(meaning: Meaning): readonly string[] {
  let known = keys.get(meaning);
  if (!known) {
    known = readKeys(meaning);
    keys.set(meaning, known);
  }
  return known;
}

function readKeys(meaning: Meaning): readonly string[] {
  switch (meaning.kind) {
    case 'quantity':
      return [boundsOf(meaning.quantity).map(rounded).join(' ')];
    case 'time': {
      const { interval, start, end } = meaning.time;
      const range = ({ earliest, latest }: DayRange) => `${earliest} ${latest}`;
      return [`time ${interval} ${range(start)} ${range(end)}`];
    }
    case 'entity':
      return [`entity ${meaning.id}`];
    case 'text':
      return [...new Set(Object.values(meaning.texts).map((text) => `text ${textKey(text)}`))];
    case 'boolean':
      return [`boolean ${meaning.value}`];
  }
}

const boundsOf = ({ hard, soft }: Pick<Quantity, 'hard' | 'soft'>): readonly number[] => [
  ...endsOf(hard),
  ...endsOf(soft),
];
const endsOf = ({ low, high }: Interval): readonly number[] => [low, high];

/** Fewer digits than those within which numbers count as the same: what is left of the rest falls to one side or the other. */
const rounded = (value: number): string => value.toPrecision(11);

/** The keys under which a quantity equal to this one may stand: a bound may have been rounded to either side. */
function soughtFor(quantity: Pick<Quantity, 'hard' | 'soft'>): readonly string[] {
  return boundsOf(quantity).reduce<readonly string[]>(
    (keys, bound) => {
      const either = new Set([rounded(bound * (1 - 2e-12)), rounded(bound * (1 + 2e-12))]);
      return keys.flatMap((key) => [...either].map((one) => (key === '' ? one : `${key} ${one}`)));
    },
    [''],
  );
}

function put(lists: Map<string, number[]>, key: string, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
