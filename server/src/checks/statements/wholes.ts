/** What is a part of what: a part's statements beside those of the wholes that it belongs to. Knows no rule about them. */

import type { Records } from '../../core/records.ts';
import type { Property } from '../../core/vocabulary.ts';
import type { View } from '../engine/check.ts';
import { about, isAsserted } from './about.ts';
import { groupsOf } from './comparisons.ts';
import { standsOn } from './placement.ts';
import type { Statement } from './statement.ts';

/** A statement on a part, and those on one of its wholes that it is to be held against. */
export interface PartAndWhole {
  readonly part: Statement;
  readonly whole: string;
  readonly bounds: readonly Statement[];
  /** Records say that it is a part, so that the file of the whole knows of it too. */
  readonly recorded: boolean;
}

/** Wholes of wholes further up than this are rings or mistakes. */
const DEPTH = 8;

/**
 * The statements of `property` that the file at `path` has a side in, each with the nearest wholes of its subject that
 * say anything under `bounding`; a whole that does not is passed over for what it is a part of.
 */
export function* partsAndWholes(
  view: View,
  path: string,
  property: Property,
  bounding: readonly string[],
): Iterable<PartAndWhole> {
  for (const subject of subjectsIn(view, path, property, bounding)) {
    const all = asserted(view, subject, property.id);
    if (all.length === 0) continue;
    const here = about(view, subject, property.id)!
      .in(path)
      .filter((part) => isAsserted(part));
    for (const { id, recorded } of wholesOf(view, subject, bounding)) {
      const bounds = bounding.flatMap((name) => asserted(view, id, name));
      const hasSide = bounds.some(({ member }) => member.head.path === path);
      for (const part of hasSide ? all : here) yield { part, whole: id, bounds, recorded };
    }
  }
}

/** On which of a part's and a whole's statements a finding stands: only records let the file of a whole know of its parts. */
export function sideOf({ part, recorded }: PartAndWhole, bound: Statement, view: View): Statement {
  return !recorded || standsOn(part, bound, view) ? part : bound;
}

/** What claims and facts assert of a subject under a property, and what still holds. */
export function asserted(view: View, subject: string, name: string): readonly Statement[] {
  return about(view, subject, name)?.asserted ?? [];
}

function subjectsIn(view: View, path: string, property: Property, bounding: readonly string[]): ReadonlySet<string> {
  const subjects = new Set<string>();
  for (const [subject, name] of groupsOf(view, path)) {
    if (name === property.id) subjects.add(subject);
    if (bounding.includes(name)) for (const part of recordedPartsOf(view, subject)) subjects.add(part);
  }
  return subjects;
}

interface Whole {
  readonly id: string;
  readonly recorded: boolean;
}

function wholesOf(view: View, subject: string, bounding: readonly string[]): readonly Whole[] {
  const found: Whole[] = [];
  const seen = new Set([subject]);
  let edge: readonly Whole[] = [{ id: subject, recorded: true }];
  for (let depth = 0; depth < DEPTH && edge.length > 0; depth++) {
    const next: Whole[] = [];
    for (const { id, recorded } of edge) {
      for (const [above, said] of linksOf(view, id)) {
        if (seen.has(above)) continue;
        seen.add(above);
        const whole = { id: above, recorded: recorded && said };
        const speaks = bounding.some((name) => asserted(view, above, name).length > 0);
        (speaks ? found : next).push(whole);
      }
    }
    edge = next;
  }
  return found;
}

/** What an entity is directly a part of, and whether a record says so. */
function linksOf(view: View, id: string): ReadonlyMap<string, boolean> {
  const links = new Map<string, boolean>();
  for (const { meaning, member } of asserted(view, id, 'part-of')) {
    if (meaning.kind !== 'entity') continue;
    links.set(meaning.id, (links.get(meaning.id) ?? false) || member.head.kind === 'record');
  }
  return links;
}

function recordedPartsOf(view: View, whole: string): readonly string[] {
  const parts = partsIn(view.corpus.records);
  const found = new Set<string>();
  let edge = [whole];
  for (let depth = 0; depth < DEPTH && edge.length > 0; depth++) {
    edge = edge.flatMap((id) => parts.get(id) ?? []).filter((id) => id !== whole && !found.has(id));
    for (const id of edge) found.add(id);
  }
  return [...found];
}

const known = new WeakMap<Records, ReadonlyMap<string, readonly string[]>>();

/** The parts of each whole by the facts of records. */
function partsIn(records: Records): ReadonlyMap<string, readonly string[]> {
  const before = known.get(records);
  if (before) return before;
  const parts = new Map<string, string[]>();
  for (const { id, facts } of records.values()) {
    for (const { property, value } of facts) {
      if (property?.value !== 'part-of' || value?.kind !== 'text') continue;
      const listed = parts.get(value.text);
      if (listed) listed.push(id.value);
      else parts.set(value.text, [id.value]);
    }
  }
  known.set(records, parts);
  return parts;
}
