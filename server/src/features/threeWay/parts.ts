/** What a merge comes to: text of which some places are still to be decided, and what it means either way. Knows no YAML. */

import type { Meaning } from '../../core/edit/data.ts';

export type Side = 'ours' | 'theirs';
export const SIDES: readonly Side[] = ['ours', 'theirs'];

/** A piece of text, or one for each side where they contradict each other. */
export type Part = string | Readonly<Record<Side, string>>;

/** Merged text, with what it means once every conflict is decided for one side; undefined where nothing of it remains. */
export interface Merged {
  readonly parts: readonly Part[];
  readonly meaning: Readonly<Record<Side, Meaning | undefined>>;
}

/** Both sides have changed the same thing, each in its own way. Caught where it can be shown on whole lines. */
export class Conflict extends Error {}

/** Nothing safe can be said of the files: they are to be merged as text. */
export class Unsafe extends Error {}

export const settled = (text: string, meaning: Meaning | undefined): Merged => ({
  parts: [text],
  meaning: { ours: meaning, theirs: meaning },
});

export const textOf = (parts: readonly Part[], side: Side): string =>
  parts.map((part) => (typeof part === 'string' ? part : part[side])).join('');

export const isSettled = (parts: readonly Part[]): boolean => parts.every((part) => typeof part === 'string');

/** The text that came of `base` on two sides, of which one at most has changed it in a way of its own. */
export function mergedText(base: string | undefined, ours: string, theirs: string): string {
  if (ours === theirs || theirs === base) return ours;
  if (ours === base) return theirs;
  // What one side alone has put where there was nothing.
  if (base === undefined && (ours.trim() === '' || theirs.trim() === '')) return ours.trim() === '' ? theirs : ours;
  throw new Conflict();
}

/** The same one of two, whichever way round they are given. */
export const canonical = (one: string, other: string): string =>
  one.length !== other.length ? (one.length < other.length ? one : other) : one < other ? one : other;

/** Conflicts between marker lines as git writes them; what is marked consists of whole lines. */
export function marked(parts: readonly Part[], size: number, eol: string): string {
  const line = (character: string, label = '') => `${character.repeat(size)}${label && ` ${label}`}${eol}`;
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      return `${line('<', 'ours')}${part.ours}${line('=')}${part.theirs}${line('>', 'theirs')}`;
    })
    .join('');
}
