/**
 * Merges collections of two sides that come from one base: as far as they have changed different things both changes
 * stand, each as it was written. Knows rules and units, not files.
 */

import type { Meaning } from '../../core/edit/data.ts';
import { type Taken, takenApart } from './contents.ts';
import { mergedForms, type Standing } from './forms.ts';
import { declared, identified } from './identity.ts';
import { arranged } from './order.ts';
import { Conflict, canonical, type Merged, mergedText, type Part, type SIDES, settled, textOf } from './parts.ts';
import { besideClaim, type Rule, rankOf, ruleUnder } from './rules.ts';
import {
  type Collection,
  hasComments,
  isBlock,
  isFlow,
  meaningOfUnit,
  type Shape,
  shifted,
  type Unit,
} from './units.ts';
import { type Context, composed, either, type Frame, isSame, meaningOfForms, written } from './writing.ts';

/** The three versions of one thing; without a base both sides have added it. */
export interface Three<T> {
  readonly base: T | undefined;
  readonly ours: T;
  readonly theirs: T;
}

/** A merged collection, and the style that it has got. */
export interface MergedCollection extends Merged {
  readonly shape: Shape;
  /** How many units it may hold at least; without any it has to be written in another way. */
  readonly isEmpty: boolean;
}

/**
 * `inline` is said of a collection whose first unit goes on the line of what holds it. Throws `Conflict` where one
 * cannot be shown inside the collection on whole lines, and `Unsafe`.
 */
export function mergeCollections(
  { base, ours, theirs }: Three<Collection>,
  rule: Rule,
  context: Context,
  inline = false,
): MergedCollection {
  const all = [ours, theirs, ...(base ? [base] : [])];
  if (all.some((one) => isFlow(one.shape) && hasComments(one))) throw new Conflict();
  const shape = shapeFor(base?.shape, ours.shape, theirs.shape, rule);
  const host = hostFor(shape, { base, ours, theirs });
  const frame: Frame = { rule, shape, column: host.column + host.by, context };
  const units = identifiedBy(rule, { base: base?.units ?? [], ours: ours.units, theirs: theirs.units });
  const [was, a, b] = [byKey(units.base), byKey(units.ours), byKey(units.theirs)];
  if (rule.kind === 'claim') refuseTwoStatements(was, a, b);
  const results = new Map<string, Merged>();
  for (const key of new Set([...was.keys(), ...a.keys(), ...b.keys()])) {
    const merged = decide(was.get(key), a.get(key), b.get(key), frame);
    if (merged) results.set(key, merged);
  }
  const placeOf = (key: string): number => rankOf(rule, key) ?? context.placeOf(a.get(key) ?? b.get(key)!);
  const precedes = (x: string, y: string): number => placeOf(x) - placeOf(y) || (x < y ? -1 : x > y ? 1 : 0);
  const lists = { base: [...was.keys()], ours: [...a.keys()], theirs: [...b.keys()] };
  const order = arranged(lists, new Set(results.keys()), precedes).map((key) => [key, results.get(key)!] as const);
  const meaning = meaningsOf(shape, order);
  const parts = order.map(([, merged]) => merged.parts);
  if (isBlock(shape))
    return { shape, meaning, isEmpty: order.length === 0, parts: inline ? onOneLine(parts) : parts.flat() };
  return {
    shape,
    meaning,
    isEmpty: order.length === 0,
    parts: [
      flowText(
        shape,
        host,
        parts.map((part) => textOf(part, 'ours')),
      ),
    ],
  };
}

const byKey = (units: readonly Unit[]): ReadonlyMap<string, Unit> => new Map(units.map((unit) => [unit.key, unit]));

const ROOMIEST: readonly Shape[] = ['block-map', 'block-seq', 'flow-map', 'flow-seq', 'scalar', 'none'];

/** The shape that one side has given it; of two new ones the roomier. */
function shapeFor(base: Shape | undefined, ours: Shape, theirs: Shape, rule: Rule): Shape {
  const chosen = (): Shape => {
    if (ours === theirs || theirs === 'none') return ours;
    if (ours === 'none' || ours === base) return theirs;
    return theirs === base ? ours : ROOMIEST.find((shape) => shape === ours || shape === theirs)!;
  };
  const shape = chosen();
  // Two that stand alone are a list together.
  return ours === 'scalar' && theirs === 'scalar' && rule.kind === 'set' ? 'flow-seq' : shape;
}

/** The collection whose layout is followed: of the side that has changed it. */
function hostFor(shape: Shape, { base, ours, theirs }: Three<Collection>): Collection {
  const [one, other] = [ours, theirs].filter((side) => side.shape === shape);
  if (!one || !other) return one ?? base ?? ours;
  const layout = ({ column, by, open, between, close }: Collection) =>
    JSON.stringify([column + by, open, between, close]);
  const [was, a, b] = [base?.shape === shape ? layout(base) : undefined, layout(one), layout(other)];
  if (a === was) return other;
  return b === was || canonical(a, b) === a ? one : other;
}

function identifiedBy(rule: Rule, units: { base: readonly Unit[]; ours: readonly Unit[]; theirs: readonly Unit[] }) {
  if (rule.kind === 'claims') return identified(units);
  const known = rule.kind === 'declarations' ? declared : distinct;
  return { base: known(units.base), ours: known(units.ours), theirs: known(units.theirs) };
}

/** A key that stands twice hides one of its values. */
function distinct(units: readonly Unit[]): readonly Unit[] {
  if (new Set(units.map(({ key }) => key)).size < units.length) throw new Conflict();
  return units;
}

/** What a claim states is one thing: where both sides have changed it, the result would be what nobody has claimed. */
function refuseTwoStatements(
  base: ReadonlyMap<string, Unit>,
  ours: ReadonlyMap<string, Unit>,
  theirs: ReadonlyMap<string, Unit>,
): void {
  const said = (side: ReadonlyMap<string, Unit>) =>
    JSON.stringify(
      [...side.values()]
        .filter(({ key }) => !besideClaim(key))
        .map((unit) => [unit.key, meaningOfUnit(unit)])
        .sort(),
    );
  const [was, a, b] = [said(base), said(ours), said(theirs)];
  if (a !== b && a !== was && b !== was) throw new Conflict();
}

function decide(
  base: Unit | undefined,
  ours: Unit | undefined,
  theirs: Unit | undefined,
  frame: Frame,
): Merged | undefined {
  if (!ours || !theirs) {
    const unit = ours ?? theirs;
    if (!unit) return undefined;
    if (!base) return written(unit, frame);
    // Taken out by the one side, and left as it was by the other.
    if (isSame(base, unit, frame)) return undefined;
    if (!isBlock(frame.shape) || !catches(frame)) throw new Conflict();
    return undecided(ours && written(ours, frame), theirs && written(theirs, frame));
  }
  if (isSame(ours, theirs, frame)) return written(either(ours, theirs), frame);
  if (base && isSame(base, theirs, frame)) return written(ours, frame);
  if (base && isSame(base, ours, frame)) return written(theirs, frame);
  try {
    return mergeUnits({ base, ours, theirs }, frame);
  } catch (reason) {
    if (!(reason instanceof Conflict) || !isBlock(frame.shape) || !catches(frame)) throw reason;
    return undecided(written(ours, frame), written(theirs, frame));
  }
}

/** A claim is shown whole where there is a conflict in it. */
const catches = ({ rule }: Frame): boolean => rule.kind !== 'claim' && rule.kind !== 'forms';

const undecided = (ours: Merged | undefined, theirs: Merged | undefined): Merged => ({
  parts: [{ ours: ours ? textOf(ours.parts, 'ours') : '', theirs: theirs ? textOf(theirs.parts, 'theirs') : '' }],
  meaning: { ours: ours?.meaning.ours, theirs: theirs?.meaning.theirs },
});

/** Two versions of one unit that both differ from the base. */
function mergeUnits(three: Three<Unit>, frame: Frame): Merged {
  const { base, ours, theirs } = three;
  const { shape, column } = frame;
  const units = [ours, theirs, ...(base ? [base] : [])];
  const isDeclared = frame.rule.kind === 'declarations';
  if (units.some((unit) => unit.shape !== shape) || (isDeclared && ours.name === undefined)) {
    if (!isDeclared) throw new Conflict();
    return anew(three, frame);
  }
  const leadOf = (unit: Unit) => shifted(unit.lead, column - unit.column, true);
  const lead = mergedText(base && leadOf(base), leadOf(ours), leadOf(theirs));
  const rule = ruleUnder(frame.rule, ours.name ?? '');
  const taken = (unit: Unit) => takenApart(unit, column);
  const apart = { base: base && taken(base), ours: taken(ours), theirs: taken(theirs) };
  const inner = ruleFor(rule, [apart.ours, apart.theirs, ...(apart.base ? [apart.base] : [])]);
  if (inner === undefined && rule.kind === 'forms') return anew(three, frame);
  const content = inner ? within(apart, inner, frame, ours) : asWhole(apart, three);
  const above = isBlock(shape) ? lead + ' '.repeat(column) : '';
  return { ...content, parts: [above, ...content.parts] };
}

/** A declaration written anew from what all sides call the entity. */
function anew({ base, ours, theirs }: Three<Unit>, frame: Frame): Merged {
  for (const unit of [ours, theirs]) if ((unit.lead + unit.content).includes('#')) throw new Conflict();
  const forms = ({ name, node, text }: Unit): Standing => {
    if (name !== undefined) return { node, text };
    const entry = node.kind === 'map' ? node.entries[0] : undefined;
    return { node: entry?.value ?? { kind: 'missing', span: node.span }, text };
  };
  const value = mergedForms(base && forms(base), forms(ours), forms(theirs));
  const blank = canonical(ours.lead, theirs.lead);
  const text = (isBlock(frame.shape) ? blank : '') + composed(ours.key, value, frame);
  const meaning = meaningOfForms(frame.shape, ours.key, value);
  return settled(text, meaning);
}

/** The rule by which the parts of the values are merged; undefined where the values count as a whole. */
function ruleFor(rule: Rule, taken: readonly Taken[]): Rule | undefined {
  const shapes = taken.map(({ value }) => value.shape);
  const isMap = shapes.every((shape) => shape === 'block-map' || shape === 'flow-map' || shape === 'none');
  const isList = shapes.every((shape) => shape === 'block-seq' || shape === 'flow-seq' || shape === 'none');
  const isTexts = shapes.every((shape) => shape !== 'block-map' && shape !== 'flow-map');
  // `[]` and nothing at all are not divided further.
  if (shapes[0] === 'none' && shapes[1] === 'none') return undefined;
  switch (rule.kind) {
    case 'map':
    case 'claim':
      return isMap ? rule : undefined;
    case 'list':
      return isList ? SET : undefined;
    case 'set':
      return isTexts ? rule : undefined;
    case 'forms':
      // A text beside a list, or none, is written anew: that is short, and nobody has laid it out.
      if (shapes.some((shape) => shape === 'scalar') || shapes[0] !== shapes[1]) return undefined;
      return isTexts ? SET : isMap ? rule : undefined;
    case 'names':
      return isTexts ? SET : isMap ? rule : undefined;
    case 'claims':
      return isList ? rule : undefined;
    case 'declarations':
      return isMap || isList || !shapes.includes('scalar') ? rule : undefined;
    default:
      return undefined;
  }
}

const SET: Rule = { kind: 'set' };

/** The parts of the values merged, under their key again. */
function within(three: Three<Taken>, rule: Rule, { context }: Frame, unit: Unit): Merged {
  const { base, ours, theirs } = three;
  const values = { base: base?.value, ours: ours.value, theirs: theirs.value };
  const merged = mergeCollections(values, rule, context, unit.name === undefined);
  const { shape, parts, meaning } = merged;
  const hosts = [ours, theirs].filter(({ value }) => value.shape === shape);
  const others = [ours, theirs].filter(({ value }) => value.shape !== shape);
  if (others.some(({ head, tail }) => (head + tail).includes('#'))) throw new Conflict();
  const [one, other] = hosts;
  const { eol } = context.style;
  if (!one) {
    const { head, tail } = others[0]!;
    return { parts: [`${head.trimEnd()} `, ...parts, tail], meaning };
  }
  const piece = (pick: (taken: Taken) => string) =>
    other ? mergedText(base?.value.shape === shape ? pick(base) : undefined, pick(one), pick(other)) : pick(one);
  const [head, tail] = [piece((taken) => taken.head), piece((taken) => taken.tail)];
  if (isBlock(shape) && merged.isEmpty) {
    if (head.includes('#')) throw new Conflict();
    return { parts: [`${head.trimEnd()} ${shape === 'block-map' ? '{}' : '[]'}${eol}`], meaning };
  }
  return { parts: [head, ...parts, tail], meaning };
}

/** A value that cannot be divided: of two that differ one has to be the base's, in what it means at least. */
function asWhole(taken: Three<Taken>, { base, ours, theirs }: Three<Unit>): Merged {
  const mean = (unit: Unit) => JSON.stringify(meaningOfUnit(unit));
  const [was, a, b] = [base && mean(base), mean(ours), mean(theirs)];
  const side = a === b ? undefined : a === was ? ('theirs' as const) : b === was ? ('ours' as const) : null;
  if (side === null) throw new Conflict();
  const meaning = meaningOfUnit(side === 'theirs' ? theirs : ours);
  const isSimple = [taken.ours, taken.theirs].every(({ value }) => !isBlock(value.shape));
  if (!isSimple) throw new Conflict();
  const head = mergedText(taken.base?.head, taken.ours.head, taken.theirs.head);
  const tail = mergedText(taken.base?.tail, taken.ours.tail, taken.theirs.tail);
  const value = side ? taken[side].written : canonical(taken.ours.written, taken.theirs.written);
  return settled(head + value + tail, meaning);
}

function meaningsOf(shape: Shape, order: readonly (readonly [string, Merged])[]): Merged['meaning'] {
  const of = (side: (typeof SIDES)[number]): Meaning => {
    const present = order.flatMap(([key, { meaning }]) =>
      meaning[side] === undefined ? [] : [[key, meaning[side]] as const],
    );
    if (shape === 'block-map' || shape === 'flow-map') return { map: present };
    if (shape === 'none' || present.length === 0) return shape === 'none' ? null : [];
    return present.map(([, meaning]) => meaning);
  };
  return { ours: of('ours'), theirs: of('theirs') };
}

function flowText(shape: Shape, host: Collection, items: readonly string[]): string {
  if (shape === 'none') return '';
  const [open, close] = shape === 'flow-map' ? ['{', '}'] : ['[', ']'];
  if (host.shape !== shape || items.length === 0) return `${open}${items.join(', ')}${close}`;
  const at = (text: string) => shifted(text, host.by, false);
  return at(host.open) + items.join(at(host.between)) + at(host.close);
}

/** The first unit without its margin: it follows a dash. */
function onOneLine(units: readonly (readonly Part[])[]): readonly Part[] {
  const [first, ...rest] = units.flat();
  if (first === undefined) return [];
  if (typeof first !== 'string') throw new Conflict();
  const text = first.trimStart();
  if (text.startsWith('#')) throw new Conflict();
  return [text, ...rest];
}
