/** The English words in which comparisons are explained. */

import type { ComparisonWording, Count, Facing } from '../comparisons.ts';

const contradiction = (value: string, place: string) => `Contradicts ${value} in ${place}`;
const both = ({ own, other }: Facing) => `${own} here, ${other} there`;

export const en: ComparisonWording = {
  intervals: {
    exactly: (n) => `exactly ${n}`,
    any: 'any number',
    moreThan: (n) => `more than ${n}`,
    atLeast: (n) => `at least ${n}`,
    lessThan: (n) => `less than ${n}`,
    atMost: (n) => `at most ${n}`,
    between: (low, high, lowOpen, highOpen) =>
      lowOpen || highOpen
        ? `${lowOpen ? 'more than' : 'at least'} ${low} and ${highOpen ? 'less than' : 'at most'} ${high}`
        : `${low} to ${high}`,
    expected: (certain, range) => `${certain}; a reader expects ${range}`,
  },
  notation: (hard, soft) => (soft === undefined ? hard : `${hard}, expected ${soft}`),
  relations: {
    agreement: 'agreement',
    refinement: 'refinement',
    tension: 'tension',
    'hedge-dropped': 'hedge dropped',
    'conflicting-quantity': 'conflict',
    'conflicting-date': 'conflict',
    'conflicting-value': 'conflict',
    'wan-yi-slip': 'conflict, by a power of ten',
  },
  why: {
    agreement: () => 'Both say the same.',
    refinement: (facing) =>
      facing.narrower === undefined
        ? `${both(facing)}: both can be true at once.`
        : `${both(facing)}: this one says it ${facing.narrower === 'own' ? 'more' : 'less'} exactly, and both can be true.`,
    tension: (facing) => `${both(facing)}: both can be true, but neither lies where a reader of the other expects it.`,
    'hedge-dropped': (facing) => `${both(facing)}: they meet in one number, which only one of the two allows.`,
    'conflicting-quantity': (facing) => `${both(facing)}: no number is both.`,
    'conflicting-date': (facing) => `${both(facing)}: no day belongs to both.`,
    'conflicting-value': (facing) => `${both(facing)}: only one can be true.`,
    'wan-yi-slip': (facing) =>
      `${both(facing)}: no number is both, and they are apart by a power of ten that comes of mistaking 万 or 亿.`,
  },
  doubts: {
    time: 'it is not certain that both speak of one time',
    scope: 'only one of the two says what it is limited to',
    speaker: 'two speakers say it',
    certainty: 'one of the two is marked as only possible',
    date: 'a date is marked as uncertain',
  },
  bases: {
    own: 'as the claim says',
    about: 'the time that the document is about',
    date: 'the date of the document',
    always: 'holds always',
    unknown: 'no time is given',
  },
  atStart: (time) => `${time}, where the change starts`,
  atEnd: (time) => `${time}, where the change ends`,
  obstacles: {
    many: 'several values may be true at once',
    scope: 'limited to something else',
    time: 'of another time',
    stance: 'asserting nothing',
    ended: 'of what is over',
    parts: 'parts of one total',
    kind: 'of a kind or unit that cannot be held against this one',
    translation: 'the same claim in another language, checked as a translation',
  },
  silences: {
    alone: 'Nothing else in the corpus says this of the same subject.',
    broken: 'Its YAML is broken, so nobody can tell what was meant.',
    ended: 'It says that something is over, which contradicts no value.',
    incomplete: 'It lacks a subject, a property or a value.',
    many: 'Several values of this property may be true at once, so that none contradicts another.',
    group: 'It only holds the claims in it together.',
    stance: 'It asserts nothing, so it can contradict nothing.',
    'no-property': 'Its property is not defined.',
    'no-time': 'Nobody says what time it holds for: not the claim, nor its document.',
    unreadable: 'Its value cannot be read as one that the property takes.',
  },
  accepted: (reason) => `accepted: ${reason}`,
  lines: {
    agreement: (_, place) => `Agrees with ${place}`,
    refinement: (value, place) => `Goes with ${value} in ${place}`,
    tension: (value, place) => `In tension with ${value} in ${place}`,
    'hedge-dropped': (value, place) => `Hedged otherwise: ${value} in ${place}`,
    'conflicting-quantity': contradiction,
    'conflicting-date': contradiction,
    'conflicting-value': contradiction,
    'wan-yi-slip': (value, place) => `A power of ten away from ${value} in ${place}`,
  },
  several: {
    agreement: (count) => `Agrees with ${places(count)}`,
    refinement: (count) => `Goes with ${places(count)}, more or less exactly`,
  },
  atLeastMore: (count) => `and at least ${count} more`,
  nothing: (reasons) =>
    `Compared with nothing: ${reasons.map(({ reason, count }) => `${count === 1 ? '1 claim' : `${count} claims`} ${reason}`).join('; ')}`,
  headings: {
    compared: (count) => (count === 1 ? 'Compared with 1 claim' : `Compared with ${count} claims`),
    notCompared: (count) => (count === 1 ? 'Not compared with 1 claim' : `Not compared with ${count} claims`),
    means: 'means',
    unit: 'unit',
    time: 'time',
    scope: 'limited to',
    speaker: 'said by',
    from: 'at the start',
    to: 'at the end',
  },
};

function places({ claims, documents, recorded }: Count): string {
  const where = [
    ...(documents > 0 ? [documents === 1 ? '1 document' : `${documents} documents`] : []),
    ...(recorded ? ['the records'] : []),
  ];
  return `${claims} claims in ${where.join(' and ')}`;
}
