/** The comparisons that the claims of one file take part in, whichever side a finding stands on. */

import type { Claim } from '../../core/claim.ts';
import type { Corpus } from '../../core/corpus.ts';
import { type Group, subjectIn, TRANSLATIONS } from '../../core/groups.ts';
import { parseReference } from '../../core/reference.ts';
import type { View } from '../engine/check.ts';
import { isNamedAcceptance } from './accepted.ts';
import { arePartsOfOne, type Comparison, type Containment, compare, isQuiet, type Obstacle } from './comparison.ts';
import { containmentIn } from './containment.ts';
import { type Gathered, gather } from './gathered.ts';
import { claimsIn, standsOn } from './placement.ts';
import { firstFrom } from './scopes.ts';
import type { Lexicon, Statement } from './statement.ts';

export interface Compared extends Comparison {
  readonly own: Statement;
  readonly other: Statement;
  /** The finding on the two is this file's to report. */
  readonly stands: boolean;
}

export const lexiconOf = ({ corpus }: View): Lexicon => ({ settings: corpus.settings, records: corpus.records });

/** A claim that contradicts everything needs not be told so of each: the nearest ones before it say it. */
const MOST = 20;
/** In a crowd of claims on one thing one contradiction each is enough. */
const CROWD = 500;
/** The checks of one file ask one after the other; what is concluded of many files would fill the memory. */
const REMEMBERED = 8;

const known = new WeakMap<View, { readonly corpus: Corpus; readonly byPath: Map<string, readonly Compared[]> }>();

/**
 * The comparisons that say more than that all is well, of the claims in the document, or of the facts in the file of
 * records, at `path`: with the sides in whose file the finding stands, and with the others.
 */
export function comparisonsIn(view: View, path: string): readonly Compared[] {
  let memory = known.get(view);
  if (memory?.corpus !== view.corpus) {
    memory = { corpus: view.corpus, byPath: new Map() };
    known.set(view, memory);
  }
  let compared = memory.byPath.get(path);
  if (!compared) {
    compared = [...compareAll(view, path)];
    if (memory.byPath.size >= REMEMBERED) memory.byPath.clear();
    memory.byPath.set(path, compared);
  }
  return compared;
}

const SIDES = [
  [-1, 'stands'],
  [1, 'faces'],
] as const;

function* compareAll(view: View, path: string): Iterable<Compared> {
  for (const [subject, property] of groupsOf(view, path)) {
    if (!view.corpus.vocabulary.properties.get(property)?.single) continue;
    if (isAlone(view.group(subject, property))) continue;
    const field = fieldOf(view, path, subject, property);
    if (!field) continue;
    const { statements, byPath } = field.gathered;
    const most = statements.length > CROWD ? 1 : MOST;
    for (const own of byPath.get(path) ?? []) {
      const found: Compared[] = [];
      const count = { stands: 0, faces: 0 };
      const taken = new Set<number>();
      const take = (at: number, comparison: Comparison, isNamed = false): void => {
        const one = { ...comparison, own: statements[own]!, other: statements[at]! };
        const side = standsOn(one.own, one.other, view) ? 'stands' : 'faces';
        // What is accepted one by one takes no room from what is not.
        const isAccepted = isNamedAcceptance(one.own, one.other, one.relation, field.lexicon);
        if (!isAccepted && count[side]++ >= most && !isNamed) return;
        taken.add(at);
        found.push({ ...one, stands: side === 'stands' });
      };
      // A finding stands on the later side: those before are mostly its own, those after the other side's.
      for (const [direction, side] of SIDES) {
        const compared = (at: number, comparison: Comparison) => {
          take(at, comparison);
          return count[side] < most;
        };
        confront(field, own, direction, { compared, wrongOnly: true });
      }
      for (const at of namedBy(field, own)) {
        const comparison = taken.has(at) ? 'many' : comparisonOf(field, own, at);
        if (typeof comparison !== 'string' && !isQuiet(comparison.relation)) take(at, comparison, true);
      }
      yield* found;
    }
  }
}

/** The others that the acceptances of a statement name, however far off they stand. */
function namedBy({ path, gathered }: Field, own: number): ReadonlySet<number> {
  const { claim, subject } = gathered.statements[own]!;
  const found = new Set<number>();
  for (const { with: other } of claim.accept) {
    if (other === undefined) continue;
    const reference = parseReference(other, path);
    const named =
      reference.kind === 'claim'
        ? gathered.named(reference.path, reference.claim)
        : reference.kind === 'document'
          ? gathered.byPath.get(reference.path)
          : undefined;
    for (const at of [...(named ?? []), ...(other === subject ? gathered.facts : [])]) if (at !== own) found.add(at);
  }
  return found;
}

function comparisonOf({ gathered, lexicon, contains, translations }: Field, own: number, at: number) {
  const [mine, other] = [gathered.statements[own]!, gathered.statements[at]!];
  return isTranslation(mine, other, translations) ? 'many' : compare(mine, other, lexicon, contains);
}

/** Most claims of a corpus are: there is nothing to hold them against. */
function isAlone(group: Group | undefined): boolean {
  if (group?.size !== 1) return false;
  const [only] = group.values();
  return only?.claims.length === 1;
}

/** A group as the file at `path` looks at it. */
export interface Field {
  readonly path: string;
  readonly gathered: Gathered;
  readonly lexicon: Lexicon;
  readonly contains: Containment;
  readonly translations: ReadonlySet<string>;
  /** What has been found out so far, for each kind of statement: others of the kind need not find it out again. */
  readonly memories: Map<number, Memory>;
}

interface Memory {
  /** By the number of the other side's kind. */
  readonly verdicts: Map<number, Comparison | Obstacle>;
  /** 1 for the kinds among which nothing is wrong. */
  readonly dull: Uint8Array;
}

export function fieldOf(view: View, path: string, subject: string, property: string): Field | undefined {
  const definition = view.corpus.vocabulary.properties.get(property);
  const group = definition && view.group(subject, property);
  if (!group) return undefined;
  const lexicon = lexiconOf(view);
  return {
    path,
    gathered: gather(group, subject, definition, lexicon),
    lexicon,
    contains: containmentIn(view),
    translations: translationsOf(view, path),
    memories: new Map(),
  };
}

/** What somebody wants to know of a statement and the others of its group. */
export interface Visitor {
  /** Answers whether to go on. */
  compared(other: number, comparison: Comparison): boolean;
  /** Without it nobody is told of what was not compared. Those of another scope may have been left out before. */
  passed?(other: number, reason: Obstacle | 'translation'): void;
  /** Only what is wrong is of interest: agreements and refinements are passed over. */
  readonly wrongOnly?: boolean;
}

/**
 * Holds the statement number `own` against those before it, the nearest first, or against those after it, until the
 * visitor has had enough. What it costs to pass over one of thousands that agree decides what a crowd costs.
 */
export function confront(field: Field, own: number, direction: -1 | 1, visitor: Visitor): void {
  const { gathered, lexicon, contains, translations } = field;
  const { statements, kinds, kindCount } = gathered;
  const candidates = gathered.candidates(own);
  const mine = statements[own]!;
  const { verdicts, dull } = memoryOf(field, own, visitor);
  for (let i = firstFrom(candidates, own) + direction; i >= 0 && i < candidates.length; i += direction) {
    const at = candidates[i]!;
    const isHere = gathered.inOneFile(own, at);
    const areParts = isHere && gathered.mayBeParts(own, at) && arePartsOfOne(mine, statements[at]!);
    if (areParts && !visitor.passed) continue;
    // In one file it matters that both share the time of their document.
    const kind = !kinds || areParts ? -1 : kinds[at]! + (isHere ? kindCount : 0);
    if (kind >= 0 && dull[kind] === 1) continue;
    if (!gathered.mayMeet(own, at)) {
      if (visitor.passed) visitor.passed(at, 'time');
      else if (kind >= 0) dull[kind] = 1;
      continue;
    }
    if (translations.size > 0 && isTranslation(mine, statements[at]!, translations)) {
      visitor.passed?.(at, 'translation');
      continue;
    }
    let verdict = kind < 0 ? undefined : verdicts.get(kind);
    if (verdict === undefined) {
      verdict = compare(mine, statements[at]!, lexicon, contains);
      if (kind >= 0) verdicts.set(kind, verdict);
    }
    if (typeof verdict === 'string') {
      if (visitor.passed) visitor.passed(at, verdict);
      else if (kind >= 0) dull[kind] = 1;
    } else if (visitor.wrongOnly && isQuiet(verdict.relation)) {
      if (kind >= 0) dull[kind] = 1;
    } else if (!visitor.compared(at, verdict)) return;
  }
}

/** Whoever wants to know of each that is passed over keeps no memory of what is dull. */
function memoryOf({ gathered: { kinds, kindCount }, memories }: Field, own: number, { passed }: Visitor): Memory {
  const before = kinds && !passed ? memories.get(kinds[own]!) : undefined;
  if (before) return before;
  const memory: Memory = { verdicts: new Map(), dull: new Uint8Array(2 * kindCount) };
  if (kinds && !passed) {
    // Where most are of one kind that is what matters; where each is of its own, nobody asks again.
    if (memories.size >= MEMORIES) memories.clear();
    memories.set(kinds[own]!, memory);
  }
  return memory;
}

const MEMORIES = 64;

/** The subjects and properties that the file speaks of, each once. */
export function groupsOf(view: View, path: string): readonly GroupName[] {
  const claims = claimsIn(view, path);
  let names = namesOfGroups.get(claims);
  if (!names) {
    const groups = new Map<string, GroupName>();
    for (const { subject, property, damaged, group } of claims) {
      if (!subject || !property || damaged || group) continue;
      const named = subjectIn(subject.value, path);
      groups.set(`${named}\u0000${property.value}`, [named, property.value]);
    }
    names = [...groups.values()];
    namesOfGroups.set(claims, names);
  }
  return names;
}

type GroupName = readonly [subject: string, property: string];

/** A dozen checks ask. */
const namesOfGroups = new WeakMap<readonly Claim[], readonly GroupName[]>();

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
export function isTranslation(a: Statement, b: Statement, translations: ReadonlySet<string>): boolean {
  return a.claim.id !== undefined && a.claim.id === b.claim.id && translations.has(b.member.head.path);
}
