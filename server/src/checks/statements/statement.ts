/** Claims and facts with their meaning: what two of them are compared by. Knows values and vocabulary, no places in files. */

import type { ClaimFacts, ValueFacts } from '../../core/facts.ts';
import type { Group, Member } from '../../core/groups.ts';
import type { Records } from '../../core/records.ts';
import type { Settings } from '../../core/settings.ts';
import { type Property, Vocabulary } from '../../core/vocabulary.ts';
import { compareQuantities, compareTexts, type TextValue } from '../../values/compare.ts';
import { parseTime } from '../../values/dates.ts';
import { isProblem } from '../../values/problem.ts';
import { parseQuantity, type Quantity } from '../../values/quantity.ts';
import { type Duration, equalTimes, parseDuration, parseEdtf, type TimeValue } from '../../values/time.ts';
import { unitsOf } from '../valueKind.ts';
import { hasEnded } from './former.ts';
import { officeNamed } from './officeNames.ts';

export type Meaning =
  | { readonly kind: 'quantity'; readonly quantity: Quantity }
  | { readonly kind: 'time'; readonly time: TimeValue }
  | { readonly kind: 'entity'; readonly id: string }
  | { readonly kind: 'text'; readonly texts: TextValue }
  | { readonly kind: 'boolean'; readonly value: boolean };

/** What the time of a statement rests on: its own `at`, the document's default, nothing to rest on, or no need of any. */
export type TimeBasis = 'own' | 'about' | 'date' | 'unknown' | 'always';

export interface Statement {
  readonly member: Member;
  readonly claim: ClaimFacts;
  readonly subject: string;
  readonly property: Property;
  readonly meaning: Meaning;
  /** Which end of a change it is. */
  readonly end?: 'from' | 'to';
  /** When it holds; undefined where it always does, or where nobody knows. */
  readonly time?: TimeValue;
  readonly basis: TimeBasis;
  /** It held at some time before, and no longer does. */
  readonly ended: boolean;
}

/** The world that meanings depend on. */
export interface Lexicon {
  readonly settings: Settings;
  readonly records: Records;
}

interface Understood {
  readonly lexicon: Lexicon;
  readonly statements: readonly Statement[];
}

const understood = new WeakMap<Member, Map<string, Understood>>();

/** The statements of one file in a group; a change is two. Claims whose value cannot be read state nothing here. */
export function statementsOf(
  member: Member,
  subject: string,
  property: Property,
  lexicon: Lexicon,
): readonly Statement[] {
  let known = understood.get(member);
  if (!known) {
    known = new Map();
    understood.set(member, known);
  }
  const before = known.get(property.id);
  if (before && before.lexicon.settings === lexicon.settings && before.lexicon.records === lexicon.records) {
    return before.statements;
  }
  const statements = member.claims.flatMap((claim) => read(member, claim, subject, property, lexicon));
  known.set(property.id, { lexicon: { settings: lexicon.settings, records: lexicon.records }, statements });
  return statements;
}

/** All statements of a group, by path and place: the same whatever the files were read in. */
export function statementsIn(
  group: Group | undefined,
  subject: string,
  property: Property,
  lexicon: Lexicon,
): readonly Statement[] {
  if (!group) return [];
  return membersOf(group).flatMap((member) => statementsOf(member, subject, property, lexicon));
}

const members = new WeakMap<Group, readonly Member[]>();

function membersOf(group: Group): readonly Member[] {
  let known = members.get(group);
  if (!known) {
    known = [...group.values()].sort(({ head: a }, { head: b }) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
    members.set(group, known);
  }
  return known;
}

function read(
  member: Member,
  claim: ClaimFacts,
  subject: string,
  property: Property,
  lexicon: Lexicon,
): readonly Statement[] {
  const { time, basis } = timeOf(member, claim, property);
  const said = { member, claim, subject, property, basis, ended: claim.ended };
  const base = time ? { ...said, time } : said;
  const { data } = claim;
  if (!data) return [];
  if (data.kind === 'change' || (data.kind === 'text' && property.value.includes('quantity'))) {
    return quantities(data, claim, property, lexicon).map(({ quantity, end }): Statement => {
      const meaning: Meaning = { kind: 'quantity', quantity };
      return end ? { ...base, meaning, end, ...endOf(base, end) } : { ...base, meaning };
    });
  }
  const meaning = meaningOf(data, claim, member, property, lexicon);
  if (!meaning) return [];
  const office = meaning.kind === 'entity' ? meaning.id : undefined;
  return [{ ...base, meaning, ended: hasEnded(claim, property, office, lexicon.records) }];
}

function quantities(
  data: ValueFacts,
  claim: ClaimFacts,
  property: Property,
  { settings }: Lexicon,
): readonly { readonly quantity: Quantity; readonly end?: 'from' | 'to' }[] {
  const units = unitsOf(settings);
  const parse = (text: string) => parseQuantity(text, units, settings.widths);
  const withUnit = (quantity: Quantity): Quantity =>
    quantity.unit !== undefined || property.unit === undefined ? quantity : { ...quantity, unit: property.unit };
  if (data.kind === 'change') {
    const ends = [parse(data.from), parse(data.to)];
    return ends.flatMap((value, i) =>
      isProblem(value) || value.kind !== 'quantity'
        ? []
        : [{ quantity: withUnit(value), end: i === 0 ? 'from' : 'to' }],
    );
  }
  if (data.kind !== 'text') return [];
  const joined = claim.unit === undefined ? undefined : parse(`${data.text} ${claim.unit}`);
  const value = joined && !isProblem(joined) ? joined : parse(data.text);
  if (isProblem(value)) return [];
  if (value.kind === 'quantity') return [{ quantity: withUnit(value) }];
  return [
    { quantity: withUnit(value.from), end: 'from' },
    { quantity: withUnit(value.to), end: 'to' },
  ];
}

function meaningOf(
  data: ValueFacts,
  claim: ClaimFacts,
  member: Member,
  property: Property,
  lexicon: Lexicon,
): Meaning | undefined {
  const kinds = Vocabulary.kinds(property.value);
  if (data.kind === 'text') {
    if (kinds.includes('time')) {
      const time = parseTime(data.text);
      if (!isProblem(time)) return { kind: 'time', time };
    }
    if (kinds.includes('boolean') && /^(?:true|false)$/.test(data.text)) {
      return { kind: 'boolean', value: data.text === 'true' };
    }
    if (Vocabulary.allowsEntity(property.value)) {
      const record = lexicon.records.get(data.text);
      if (record) return { kind: 'entity', id: data.text };
      if (kinds.length === 0) return undefined;
    }
  }
  if (!kinds.includes('text') || (data.kind !== 'text' && data.kind !== 'languages')) return undefined;
  const texts = textsIn(data, member, lexicon);
  const office = property.value.includes('position')
    ? officeNamed(Object.values(texts), claim.qualifiers.of, lexicon)
    : undefined;
  return office ? { kind: 'entity', id: office } : { kind: 'text', texts };
}

/** What `text` would mean where the value of `statement`, or its end of a change, stands. */
export function meaningOfText(statement: Statement, text: string, lexicon: Lexicon): Meaning | undefined {
  const { member, claim, subject, property } = statement;
  const rewritten: ClaimFacts = { ...claim, value: text, data: { kind: 'text', text } };
  return read(member, rewritten, subject, property, lexicon)[0]?.meaning;
}

/** Whether `text`, written where the value of `statement` stands, would denote the same. */
export function denotes(statement: Statement, text: string, lexicon: Lexicon): boolean {
  const { member, claim, subject, property, end, meaning } = statement;
  if (claim.value === text) return true;
  const rewritten: ClaimFacts = { ...claim, value: text, data: { kind: 'text', text } };
  const rereads = read(member, rewritten, subject, property, lexicon);
  return rereads.some((one) => one.end === end && sameMeaning(one.meaning, meaning, lexicon));
}

/** Whether two values denote the same: section 6 of the format. */
export function sameMeaning(a: Meaning, b: Meaning, { settings }: Lexicon): boolean {
  if (a.kind === 'quantity' && b.kind === 'quantity') {
    return compareQuantities(a.quantity, b.quantity, unitsOf(settings)) === 'equal';
  }
  if (a.kind === 'time' && b.kind === 'time') return equalTimes(a.time, b.time);
  if (a.kind === 'entity' && b.kind === 'entity') return a.id === b.id;
  if (a.kind === 'text' && b.kind === 'text') return compareTexts(a.texts, b.texts) === 'equal';
  return a.kind === 'boolean' && b.kind === 'boolean' && a.value === b.value;
}

/** A plain text is in the language of its document; a record's may be in any language of the corpus. */
export function textsIn(
  data: ValueFacts & { kind: 'text' | 'languages' },
  member: Member,
  { settings }: Lexicon,
): TextValue {
  if (data.kind === 'languages') {
    return Object.fromEntries(Object.entries(data.texts).map(([lang, text]) => [primary(lang), text]));
  }
  const { head } = member;
  if (head.kind === 'record') return Object.fromEntries(settings.languages.map((lang) => [primary(lang), data.text]));
  const lang = head.lang ?? (/\p{Script=Han}/u.test(data.text) ? 'zh' : 'en');
  return { [primary(lang)]: data.text };
}

const primary = (lang: string): string => lang.toLowerCase().split('-')[0]!;

/** The time of a claim: its own, else the document's `about`, else its date; a fact without one holds always. */
function timeOf({ head }: Member, claim: ClaimFacts, property: Property): Pick<Statement, 'time' | 'basis'> {
  const own = edtf(claim.at);
  if (property.time === 'permanent' || property.time === 'event') return { basis: 'always', ...(own && { time: own }) };
  if (own) return { basis: 'own', time: own };
  if (claim.at !== undefined) return { basis: 'unknown' };
  if (head.kind === 'record') return { basis: 'always' };
  const about = edtf(head.about);
  if (about) return { basis: 'about', time: about };
  const date = edtf(head.date);
  return date ? { basis: 'date', time: date } : { basis: 'unknown' };
}

/** The two values of a change hold at the ends of `at`, and between them nothing is said. */
function endOf(
  { time, basis }: Pick<Statement, 'time' | 'basis'>,
  end: 'from' | 'to',
): Pick<Statement, 'time' | 'basis'> {
  if (basis === 'always' && !time) return { basis: 'unknown', time: undefined };
  if (!time) return { time, basis };
  if (!time.interval) return end === 'to' ? { time, basis } : { time: undefined, basis: 'unknown' };
  const range = end === 'from' ? time.start : time.end;
  return { basis, time: { ...time, interval: false, start: range, end: range, precision: precisionOf(range) } };
}

const precisionOf = ({ earliest, latest }: TimeValue['start']): TimeValue['precision'] =>
  earliest === latest ? 'day' : latest - earliest < 32 ? 'month' : 'year';

const durations = new WeakMap<Property, Duration>();

/** For how long what is said of a state is taken to hold. */
export function holdsOf(property: Property): Duration {
  let holds = durations.get(property);
  if (!holds) {
    const read = parseDuration(property.holds);
    holds = isProblem(read) ? { months: 0, days: 0 } : read;
    durations.set(property, holds);
  }
  return holds;
}

/** A date that can be read. */
export function edtf(text: string | undefined): TimeValue | undefined {
  const time = text === undefined ? undefined : parseEdtf(text);
  return time && !isProblem(time) ? time : undefined;
}
