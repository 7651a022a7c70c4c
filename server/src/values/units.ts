/** Units of quantities: their names in running text, and conversion between them. Knows no numbers, hedges or documents. */

import { fold } from './folding.ts';
import { type Interval, interval, scale, tidy } from './interval.ts';
import { type PhraseMatch, Phrases } from './phrases.ts';
import { MEASURE_WORDS } from './tables/chinese.ts';
import { NO_UNITS, UNITS } from './tables/units.ts';

/** A unit of the corpus: another name of one (`is`), or so many of another (`to`, `factor`); with neither, one of its own. */
export interface CustomUnit {
  readonly is?: string;
  readonly to?: string;
  readonly factor?: number;
  /** Further words for it, in any language. */
  readonly names?: readonly string[];
}

/** What a word in running text names: a unit, or, without an id, a measure word. */
export interface UnitName {
  readonly id: string | undefined;
  /** An English noun that only stands after "one", or before another noun. */
  readonly singular: boolean;
}

interface Definition {
  readonly dimension: string;
  readonly factor: number;
  /** In months, for units that have no exact number of days. */
  readonly months?: number;
}

/** A number in the base unit of its dimension, and for units of the calendar in months as well. */
export interface Measure {
  readonly dimension: string;
  readonly base: Interval;
  readonly months?: Interval;
}

const SECONDS_PER_DAY = 86_400;
/** Shortest and longest: 28 to 31 days for a month, 365 or 366 for a year. */
const MONTH_DAYS = [28, 31] as const;
const YEAR_DAYS = [365, 366] as const;
const MONEY = 'money';
const CURRENCY = /^[A-Z]{3}$/;

export class Units {
  private readonly definitions = new Map<string, Definition>();
  private readonly ids = new Map<string, string>();
  /** Nouns and signs behind a number, and Chinese measure words. */
  private readonly names: Phrases<UnitName>;
  /** Signs before a number: $, RMB. */
  private readonly signs: Phrases<string>;

  constructor(custom: Readonly<Record<string, CustomUnit>>) {
    const names: [string, UnitName][] = NO_UNITS.map((word) => [word, { id: '', singular: true }]);
    const own = (id: string, phrase: string, singular: boolean): void => {
      names.push([phrase, { id, singular }]);
      if (!this.ids.has(phrase)) this.ids.set(phrase, id);
    };
    const noun = (id: string, phrase: string): void => {
      const word = fold(phrase).trim();
      if (word === '') return;
      const plural = pluralOf(word);
      own(id, word, plural !== word && !IRREGULAR_PLURALS.has(word));
      if (plural !== word) own(id, plural, false);
    };
    for (const [name, unit] of Object.entries(custom)) {
      const id = this.define(name, unit, custom);
      for (const word of [name, ...(unit.names ?? [])]) noun(id, word);
    }
    const signs: [string, string][] = [];
    for (const row of UNITS) {
      // A corpus that gives a built-in unit a definition of its own means that one.
      if (!this.definitions.has(row.id)) {
        this.definitions.set(row.id, { dimension: row.dimension, factor: row.factor ?? 1, months: row.months });
      }
      for (const word of row.en ?? []) noun(row.id, word);
      for (const word of row.zh ?? []) own(row.id, word, false);
      for (const sign of row.sign ?? []) {
        signs.push([sign, row.id]);
        own(row.id, sign, false);
      }
      if (!this.ids.has(row.id.toLowerCase())) this.ids.set(row.id.toLowerCase(), row.id);
    }
    for (const word of MEASURE_WORDS) names.push([word, { id: undefined, singular: false }]);
    this.names = new Phrases(names);
    this.signs = new Phrases(signs);
  }

  /** The id of a unit by any of its names, in singular or plural; `money` stands for every currency. */
  resolve(name: string): string | undefined {
    const word = fold(name).trim();
    if (word === MONEY) return MONEY;
    return this.ids.get(word) ?? (CURRENCY.test(name.trim()) ? name.trim() : undefined);
  }

  /** The longest unit or measure word at `at`. */
  at(folded: string, at: number): PhraseMatch<UnitName> | undefined {
    const found = this.names.at(folded, at);
    return found?.value.id === '' ? undefined : found;
  }

  /** The currency sign that ends right before a number. */
  signBefore(folded: string, end: number): PhraseMatch<string> | undefined {
    return this.signs.before(folded, end);
  }

  isMoney(id: string): boolean {
    return id === MONEY || CURRENCY.test(id);
  }

  /** Whether numbers of one can be had in the other. No currency converts into another, each of them is `money`. */
  convertible(a: string, b: string): boolean {
    if (a === b) return true;
    if (a === MONEY || b === MONEY) return this.isMoney(a) && this.isMoney(b);
    const [from, to] = [this.definitions.get(a), this.definitions.get(b)];
    return from !== undefined && to !== undefined && from.dimension === to.dimension;
  }

  /**
   * The same numbers in another unit; undefined where none converts. Between days and months the result is as wide as
   * the calendar makes it.
   */
  convert(value: Interval, from: string, to: string): Interval | undefined {
    if (from === to || from === MONEY || to === MONEY) return this.convertible(from, to) ? value : undefined;
    const [a, b] = [this.definitions.get(from), this.definitions.get(to)];
    if (!a || !b || a.dimension !== b.dimension) return undefined;
    if (a.months !== undefined && b.months !== undefined) return scale(value, a.months / b.months);
    if (a.months !== undefined) return stretch(value, a.months, b.factor / SECONDS_PER_DAY);
    if (b.months !== undefined) return shrink(value, a.factor / SECONDS_PER_DAY, b.months);
    return scale(value, tidy(a.factor / b.factor));
  }

  /**
   * What makes numbers of units comparable without asking pair by pair: those of one dimension in its base unit. `months`
   * is there for units of the calendar, which compare exactly with one another, and in days as wide as the calendar makes
   * them. Undefined for a name that is no unit. Money of no currency, and what has no unit, compare as they stand.
   */
  measure(value: Interval, unit: string): Measure | undefined {
    const known = this.definitions.get(unit);
    if (!known) return undefined;
    const { dimension, factor, months } = known;
    if (months === undefined) return { dimension, base: scale(value, factor) };
    return { dimension, base: stretch(value, months, 1 / SECONDS_PER_DAY), months: scale(value, months) };
  }

  /** Defines a unit of the corpus and returns the id that its names resolve to. */
  private define(name: string, unit: CustomUnit, custom: Readonly<Record<string, CustomUnit>>): string {
    let [id, factor] = [name, 1];
    let rule: CustomUnit | undefined = unit;
    const seen = new Set<string>();
    // `is` renames; `to` multiplies, and keeps the id. A ring of either is a unit of its own.
    let renaming = true;
    let base = name;
    while (rule && (rule.is ?? rule.to) !== undefined && !seen.has(base)) {
      seen.add(base);
      if (rule.is === undefined) {
        renaming = false;
        factor *= rule.factor ?? 1;
      }
      const target: string = rule.is ?? rule.to ?? base;
      const next: string | undefined = Object.hasOwn(custom, target) ? target : undefined;
      base = next ?? builtInId(target) ?? target;
      if (renaming) id = base;
      rule = next === undefined ? undefined : custom[next];
    }
    const row = UNITS.find((known) => known.id === base);
    if (!this.definitions.has(id) && (id === name || !row)) {
      this.definitions.set(id, {
        dimension: row?.dimension ?? base,
        factor: factor * (row?.factor ?? 1),
        months: row?.months === undefined ? undefined : row.months * factor,
      });
    }
    return id;
  }
}

/** The built-in units with those of a corpus. Build once per corpus: it compiles the tables. */
export const defineUnits = (custom: Readonly<Record<string, CustomUnit>> = {}): Units => new Units(custom);

const IRREGULAR_PLURALS = new Set(['people', 'persons', 'men', 'women', 'children']);
const IDS = new Map<string, string>();
for (const row of UNITS)
  for (const word of [row.id.toLowerCase(), ...(row.en ?? []), ...(row.zh ?? []), ...(row.sign ?? [])])
    IDS.set(word, IDS.get(word) ?? row.id);

const builtInId = (name: string): string | undefined =>
  IDS.get(fold(name).trim()) ?? IDS.get(fold(name).trim().replace(/s$/, ''));

function pluralOf(noun: string): string {
  if (IRREGULAR_PLURALS.has(noun) || !/[a-z]$/.test(noun) || UNCOUNTED.has(noun)) return noun;
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  if (/(s|x|ch|sh)$/.test(noun)) return `${noun}es`;
  return `${noun}s`;
}

/** Signs and nouns whose plural is the same. */
const UNCOUNTED = new Set([
  'mm',
  'cm',
  'm',
  'km',
  'g',
  'kg',
  't',
  'ha',
  'mu',
  'yuan',
  'renminbi',
  'rmb',
  'yen',
  'japanese yen',
  'won',
  'percent',
  'per cent',
  'pct',
  'per mille',
  'per mil',
  'years old',
  'year-old',
  'year old',
  'man',
  'woman',
  'child',
  'sq m',
  'sq km',
  'pounds sterling',
]);

/** Months into days (or what `unit` days make): the shortest to the longest that so many can be. */
function stretch(value: Interval, months: number, unit: number): Interval {
  const years = months % 12 === 0;
  const [least, most] = years ? YEAR_DAYS : MONTH_DAYS;
  const count = years ? months / 12 : months;
  return interval(
    value.lowOpen ? '(' : '[',
    tidy((value.low * count * (value.low < 0 ? most : least)) / unit),
    tidy((value.high * count * (value.high < 0 ? least : most)) / unit),
    value.highOpen ? ')' : ']',
  );
}

function shrink(value: Interval, unit: number, months: number): Interval {
  const years = months % 12 === 0;
  const [least, most] = years ? YEAR_DAYS : MONTH_DAYS;
  const count = years ? months / 12 : months;
  return interval(
    value.lowOpen ? '(' : '[',
    tidy((value.low * unit) / (count * (value.low < 0 ? least : most))),
    tidy((value.high * unit) / (count * (value.high < 0 ? most : least))),
    value.highOpen ? ')' : ']',
  );
}
