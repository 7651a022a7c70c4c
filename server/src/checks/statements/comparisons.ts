/** Every comparison that the claims of one file take part in, whichever side its finding stands on. */

import type { Corpus } from '../../core/corpus.ts';
import { subjectIn, TRANSLATIONS } from '../../core/groups.ts';
import { parseReference } from '../../core/reference.ts';
import { isProblem } from '../../values/problem.ts';
import { parseDuration, widen } from '../../values/time.ts';
import type { View } from '../check.ts';
import { type Comparison, compare } from './comparison.ts';
import { containmentIn } from './containment.ts';
import { claimsIn, standsOn } from './placement.ts';
import { type Lexicon, type Statement, statementsIn } from './statement.ts';

export interface Compared extends Comparison {
  readonly own: Statement;
  readonly other: Statement;
  /** The finding on the two is this file's to report. */
  readonly stands: boolean;
}

export const lexiconOf = ({ corpus }: View): Lexicon => ({ settings: corpus.settings, records: corpus.records });

/** A claim that contradicts everything needs not be told so of each: the first ones say it. */
const MOST = 20;
/** In a crowd of claims on one thing one contradiction each is enough. */
const CROWD = 500;

const known = new WeakMap<View, { readonly corpus: Corpus; readonly byPath: Map<string, readonly Compared[]> }>();

/** The comparisons of the claims in the document, or of the facts in the file of records, at `path`. */
export function comparisonsIn(view: View, path: string): readonly Compared[] {
  let memory = known.get(view);
  if (memory?.corpus !== view.corpus) {
    memory = { corpus: view.corpus, byPath: new Map() };
    known.set(view, memory);
  }
  let compared = memory.byPath.get(path);
  if (!compared) {
    compared = [...compareAll(view, path)];
    memory.byPath.set(path, compared);
  }
  return compared;
}

function* compareAll(view: View, path: string): Iterable<Compared> {
  const contains = containmentIn(view);
  const lexicon = lexiconOf(view);
  const translations = translationsOf(view, path);
  for (const [subject, property] of groupsOf(view, path)) {
    const definition = view.corpus.vocabulary.properties.get(property);
    if (!definition?.single) continue;
    const all = statementsIn(view.group(subject, property), subject, definition, lexicon);
    if (all.length < 2) continue;
    const times = new Times(all);
    const most = all.length > CROWD ? 1 : MOST;
    for (const own of all) {
      if (own.member.head.path !== path) continue;
      let found = 0;
      for (let i = 0; i < all.length && found < most; i++) {
        const other = all[i]!;
        if (other === own || !times.mayMeet(own, i) || isTranslation(own, other, translations)) continue;
        const comparison = compare(own, other, lexicon, contains);
        if (!comparison) continue;
        const stands = standsOn(own, other, view);
        if (stands && comparison.relation !== 'agreement' && comparison.relation !== 'refinement') found++;
        yield { ...comparison, own, other, stands };
      }
    }
  }
}

/** The subjects and properties that the file speaks of, each once. */
export function groupsOf(view: View, path: string): readonly (readonly [subject: string, property: string])[] {
  const groups = new Map<string, readonly [string, string]>();
  for (const { subject, property, damaged, group } of claimsIn(view, path)) {
    if (!subject || !property || damaged || group) continue;
    const named = subjectIn(subject.value, path);
    groups.set(`${named}\u0000${property.value}`, [named, property.value]);
  }
  return [...groups.values()];
}

/** The paths of the document that the one at `path` translates and of those that translate it. */
export function translationsOf(view: View, path: string): ReadonlySet<string> {
  const original = originalOf(view, path);
  const found = new Set([...translationsInto(view, path), ...(original ? [original] : [])]);
  found.delete(path);
  return found;
}

function originalOf(view: View, path: string): string | undefined {
  const written = view.facts(path)?.translationOf;
  const reference = written === undefined ? undefined : parseReference(written, path);
  return reference && 'path' in reference ? reference.path : undefined;
}

function translationsInto(view: View, path: string): Iterable<string> {
  return view.group(subjectIn('this', path), TRANSLATIONS)?.keys() ?? [];
}

/** The same claim in two languages: other checks say what is wrong with those. */
function isTranslation(a: Statement, b: Statement, translations: ReadonlySet<string>): boolean {
  return a.claim.id !== undefined && a.claim.id === b.claim.id && translations.has(b.member.head.path);
}

/** The times of a group as plain numbers: most pairs of a long series lie apart, and that must cost next to nothing. */
class Times {
  private readonly starts: Float64Array;
  private readonly ends: Float64Array;

  constructor(statements: readonly Statement[]) {
    const first = statements[0]!;
    const always = first.property.time === 'permanent' || first.property.time === 'event';
    const duration = parseDuration(first.property.holds);
    const holds = isProblem(duration) ? { months: 0, days: 0 } : duration;
    this.starts = new Float64Array(statements.length).fill(Number.NEGATIVE_INFINITY);
    this.ends = new Float64Array(statements.length).fill(Number.POSITIVE_INFINITY);
    for (const [i, { time }] of statements.entries()) {
      if (always || !time) continue;
      const wide = widen(time, holds);
      this.starts[i] = wide.start.earliest;
      this.ends[i] = wide.end.latest;
      this.index.set(statements[i]!, i);
    }
  }

  private readonly index = new Map<Statement, number>();

  mayMeet(own: Statement, other: number): boolean {
    const i = this.index.get(own);
    return i === undefined || (this.starts[i]! <= this.ends[other]! && this.starts[other]! <= this.ends[i]!);
  }
}
