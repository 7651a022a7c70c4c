/** What one claim or fact says, for people: its value in words and intervals, its time and what that rests on. Knows no comparison. */

import type { View } from '../../checks/engine/check.ts';
import { nameOfId } from '../../checks/engine/entityName.ts';
import type { Meaning, Statement, TimeBasis } from '../../checks/statements/statement.ts';
import { nameOfSpeaker, nameOfSubject } from '../../checks/statements/words.ts';
import type { ValueFacts } from '../../core/facts.ts';
import { equalIntervals } from '../../values/interval.ts';
import { timeInWords } from '../../values/timeWords.ts';
import { inNotation, intervalInWords, intervalsInWords } from '../intervalWords.ts';
import { labelIn, type Wording } from '../wording.ts';

/** For whom it is said. */
export interface Audience {
  readonly view: View;
  /** BCP 47. */
  readonly locale: string;
  readonly words: Wording;
}

/** Plain data. Paths count from the corpus root; words are in the language of the audience. */
export interface Said {
  readonly path: string;
  /** The claim's key: its id, `ties.2` for the second value of a list, or its place in the file. */
  readonly claim: string;
  /** A record's fact: it has neither title nor date nor quote. */
  readonly fact: boolean;
  /** The document's. */
  readonly title?: string;
  /** The document's, as written (EDTF). */
  readonly date?: string;
  readonly subject: string;
  readonly property: string;
  /** As written, with its unit; of an entity, its name. */
  readonly value: string;
  readonly quote?: string;
  /** What the claim is limited to, as “of delegates”. */
  readonly scope?: string;
  /** Whom it names as the speaker. */
  readonly speaker?: string;
  /** Of a change, the end that is compared. */
  readonly end?: 'from' | 'to';
  readonly meaning: string;
  /** Of a quantity: “[172, 172]”, “(200, ∞)”. */
  readonly hard?: string;
  /** Of a quantity; undefined where it is the same as `hard`. */
  readonly soft?: string;
  /** The id of the unit that the intervals are in. */
  readonly unit?: string;
  readonly time: SaidTime;
}

export interface SaidTime {
  /** EDTF as written; undefined where there is none. */
  readonly edtf?: string;
  /** Undefined where there is none to word. */
  readonly words?: string;
  readonly basis: TimeBasis;
}

export function saidBy(statement: Statement, audience: Audience): Said {
  const { view, locale } = audience;
  const { member, claim, subject, property, end, meaning } = statement;
  const { head } = member;
  const scope = scopeOf(statement, audience);
  const speaker = nameOfSpeaker(statement, locale, view);
  return {
    path: head.path,
    claim: claim.key,
    fact: head.kind === 'record',
    ...(head.title !== undefined && { title: head.title }),
    ...(head.date !== undefined && { date: head.date }),
    subject: nameOfSubject(subject, view, locale),
    property: labelIn(property.label, locale, property.id),
    value: writtenValue(statement, audience),
    ...(claim.quote !== '' && { quote: claim.quote }),
    ...(scope !== '' && { scope }),
    ...(speaker !== undefined && { speaker }),
    ...(end && { end }),
    meaning: meaningOf(meaning, audience, true),
    ...intervalsOf(meaning),
    time: timeOf(statement, audience),
  };
}

/** The value as written, or one end of a change. */
export function writtenValue({ claim, meaning, end }: Statement, audience: Audience): string {
  const { view, locale } = audience;
  const { data } = claim;
  if (meaning.kind === 'entity') return nameOfId(view, meaning.id, locale);
  if (meaning.kind === 'time') return timeInWords(claim.value ?? '', locale);
  const written = end && data?.kind === 'change' ? data[end] : writtenText(data, audience);
  const value = end ? written.replace(/(?<! ) *-> */, ' → ') : written;
  const { unit } = claim;
  return unit === undefined || value.includes(unit) ? value : `${value} ${unit}`;
}

/** What a value means; of a quantity what is certain, and also what a reader expects if `fully`. */
export function meaningOf(meaning: Meaning, { view, locale, words }: Audience, fully: boolean): string {
  const { intervals } = words.comparisons;
  switch (meaning.kind) {
    case 'quantity': {
      const { hard, soft } = meaning.quantity;
      return fully ? intervalsInWords(hard, soft, intervals) : intervalInWords(hard, intervals);
    }
    case 'time':
      return timeInWords(meaning.time.source.trim(), locale);
    case 'entity':
      return nameOfId(view, meaning.id, locale);
    case 'text':
      return Object.values(meaning.texts)[0] ?? '';
    case 'boolean':
      return String(meaning.value);
  }
}

function intervalsOf(meaning: Meaning): Pick<Said, 'hard' | 'soft' | 'unit'> {
  if (meaning.kind !== 'quantity') return {};
  const { hard, soft, unit } = meaning.quantity;
  return {
    hard: inNotation(hard),
    ...(!equalIntervals(hard, soft) && { soft: inNotation(soft) }),
    ...(unit !== undefined && { unit }),
  };
}

function timeOf({ claim, member: { head }, basis, end, time }: Statement, { locale, words }: Audience): SaidTime {
  const edtf = basis === 'about' ? head.about : basis === 'date' ? head.date : claim.at;
  if (edtf === undefined) return { basis };
  const [from, to] = edtf.split('/');
  if (!end || !time || from === undefined || to === undefined) return { edtf, words: timeInWords(edtf, locale), basis };
  const { atStart, atEnd } = words.comparisons;
  return { edtf, words: end === 'from' ? atStart(timeInWords(from, locale)) : atEnd(timeInWords(to, locale)), basis };
}

function scopeOf({ property, claim }: Statement, audience: Audience): string {
  const narrowing = property.separates.flatMap((name) => {
    const value = claim.qualifiers[name];
    return value ? [`${name} ${writtenText(value, audience)}`] : [];
  });
  return audience.words.list(narrowing);
}

/** A value or qualifier as it was written, ids by their names. */
export function writtenText(data: ValueFacts | undefined, audience: Audience): string {
  const { view, locale, words } = audience;
  switch (data?.kind) {
    case undefined:
      return '';
    case 'text':
      return nameOfId(view, data.text, locale);
    case 'languages':
      return data.texts[locale] ?? data.texts[locale.split('-')[0]!] ?? Object.values(data.texts).join(' / ');
    case 'change':
      return `${data.from} → ${data.to}`;
    case 'list':
      return words.list(data.items.map((item) => writtenText(item, audience)));
  }
}
