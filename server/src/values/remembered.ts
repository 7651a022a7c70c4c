/** Results that a text determines, kept while the units that they rest on are. Knows no value. */

import { DEFAULT_WIDTHS, type Widths } from './denotation.ts';
import type { Units } from './units.ts';

type Reading<T> = (text: string, units: Units, widths?: Widths) => T;

/** So many texts are kept for one set of units; then all are forgotten, since counting uses would cost more than reading. */
const KEPT = 20_000;
/** Longer texts are bodies, which change with every key; shorter ones are values and quotes, which mostly do not. */
const LONGEST = 2_000;

/** `read`, which answers at once for a text that it has read before: an edit leaves nearly all claims as they were. */
export function remembered<T>(read: Reading<T>): Reading<T> {
  const byUnits = new WeakMap<Units, Map<string, T>>();
  return (text, units, widths = DEFAULT_WIDTHS) => {
    if (text.length > LONGEST) return read(text, units, widths);
    let known = byUnits.get(units);
    if (!known || known.size >= KEPT) {
      known = new Map();
      byUnits.set(units, known);
    }
    const key = widths === DEFAULT_WIDTHS ? text : `${widths.about} ${widths.nearly} ${text}`;
    let result = known.get(key);
    if (result === undefined) {
      result = read(text, units, widths);
      known.set(key, result);
    }
    return result;
  };
}

/** The same where nothing but the text decides: dates recur all over a corpus. */
export function rememberedText<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST) return read(text);
    let result = known.get(text);
    if (result === undefined) {
      if (known.size >= KEPT) known.clear();
      result = read(text);
      known.set(text, result);
    }
    return result;
  };
}
