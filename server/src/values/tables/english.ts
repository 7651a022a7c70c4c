/** English words for numbers, hedges, months, weekdays and negation, in lower case. Data only. */

import type { Hedge } from '../denotation.ts';
import { phrases, words } from './list.ts';

export const SMALL_NUMBERS: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

/** Powers of ten. From thousand on they round what stands before them. */
export const MULTIPLIERS: Readonly<Record<string, number>> = {
  hundred: 2,
  thousand: 3,
  million: 6,
  billion: 9,
  trillion: 12,
};

/** Right behind a figure: "5bn". A lone m is a metre unless money stands before it. */
export const MULTIPLIER_SIGNS: Readonly<Record<string, number>> = {
  k: 3,
  m: 6,
  mn: 6,
  mln: 6,
  bn: 9,
  bln: 9,
  tn: 12,
  trn: 12,
};

/** "dozens of": at least two of a power of ten. */
export const VAGUE_PLURALS: Readonly<Record<string, number>> = {
  tens: 1,
  dozens: 1,
  scores: 1,
  hundreds: 2,
  thousands: 3,
  millions: 6,
  billions: 9,
  trillions: 12,
};

export const SMALL_ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  thirtieth: 30,
  fortieth: 40,
  fiftieth: 50,
  sixtieth: 60,
  seventieth: 70,
  eightieth: 80,
  ninetieth: 90,
  hundredth: 100,
  thousandth: 1000,
  millionth: 1e6,
};

/** "two thirds", "a quarter": the denominators that are read. */
export const DENOMINATORS: Readonly<Record<string, number>> = {
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fifth: 5,
  fifths: 5,
  sixth: 6,
  sixths: 6,
  eighth: 8,
  eighths: 8,
  tenth: 10,
  tenths: 10,
};

/** Before a number. */
export const HEDGES_BEFORE: Readonly<Record<Hedge, readonly string[]>> = {
  'more-than': phrases(`
  more than | over | above | exceeding | exceeded | exceeds | exceed | in excess of | upwards of | upward of
  greater than | higher than | larger than | well over | just over | slightly over | a little over
  slightly more than | a little more than | well above | just above | beyond | surpassing | surpassed
  topping | >
`),
  'at-least': phrases(`
  at least | no fewer than | not fewer than | no less than | not less than | a minimum of | minimum of
  not below | no lower than | >= | ≥ | ⩾
`),
  'some-more': [],
  nearly: phrases(`
  nearly | almost | close to | approaching | near | nearing | just short of | just under | slightly under
  slightly less than | slightly fewer than | a little under | a little less than
`),
  'less-than': phrases(`
  fewer than | less than | under | below | lower than | smaller than | short of | well under | well below | <
`),
  'at-most': phrases(`
  at most | at the most | no more than | not more than | not exceeding | no greater than | no higher than
  a maximum of | maximum of | <= | ≤ | ⩽
`),
  'up-to': ['up to', 'as many as', 'as much as', 'as high as'],
  about: phrases(`
  about | around | some | roughly | approximately | approx | approx. | circa | ca. | an estimated | estimated
  estimated at | more or less | in the region of | in the order of | on the order of | in the neighborhood of
  ~ | ≈ | ≃ | ∼
`),
};

/** After a number, or after the noun that it counts. */
export const HEDGES_AFTER: Readonly<Record<Hedge, readonly string[]>> = {
  'more-than': ['+', '-plus', ' plus', ' and counting'],
  'at-least': [' or more', ' or above', ' or over', ' and above', ' and over', ' at least'],
  'some-more': ['-odd', ' odd'],
  nearly: [],
  'less-than': [],
  'at-most': [' or fewer', ' or less', ' or under', ' or below', ' and below', ' and under', ' at most'],
  'up-to': [],
  about: ['-ish', ' or so', ' or thereabouts', ' approximately', ' more or less'],
};

/** Hedges that are nothing else, wherever they stand; the others are hedges only beside a number. */
export const PLAIN_HEDGES: readonly string[] = phrases(`
  at least | at most | nearly | almost | approximately | roughly | circa | no fewer than | no less than
  not less than | no more than | not more than | more than | fewer than | less than | in excess of
  upwards of | as many as | as much as | up to | more or less
`);

/** Words that no quantity is, though a numeral word stands in them. */
export const ENGLISH_IDIOMS: readonly string[] = phrases(`
  one country, two systems | one country two systems | one-china | one china | one by one | one another
  one day | one-sided | one-way | two-way | second to none | four-in-one | three-in-one | all-in-one
  one belt | one road | group of seven | group of eight | group of twenty | group of 7 | group of 8
  group of 20 | group of 77 | first and foremost | at sixes and sevens | twenty-four seven | 24/7 | 9/11
  at one | no one | one of | half-hearted | nine-dash line | million-dollar question
`);

/** Words before a figure that make it a label: "No. 3", "Article 9", "Tel 6512". */
export const LABELS: readonly string[] = phrases(`
  no. | nos. | no | nr. | nr | number | numbers | # | № | article | articles | art. | chapter | chapters
  section | sections | sec. | page | pages | p. | pp. | figure | figures | fig. | table | tables | volume
  vol. | vol | issue | isbn | issn | doi | resolution | resolutions | flight | route | highway | room | tel
  tel. | tel: | phone | phone: | telephone | telephone: | fax | fax: | mobile | mobile: | fortune | forbes
  version | part | phase | level | grade | annex | appendix | rule | paragraph | para. | line | lines | step
  stage | covid | apollo | building | gate | unit | item | question | episode | season | class | group of
  top | channel | psalm | protocol | directive | regulation | code | zip | po box | p.o. box | box | id | id:
  ref | ref. | ref: | serial | qq | qq: | tel. no. | agenda item
`);

export const MONTHS: Readonly<Record<string, number>> = {
  january: 1,
  february: 2,
  march: 3,
  april: 4,
  may: 5,
  june: 6,
  july: 7,
  august: 8,
  september: 9,
  october: 10,
  november: 11,
  december: 12,
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  sept: 9,
  oct: 10,
  nov: 11,
  dec: 12,
};

/** Monday is 1, as in ISO 8601. */
export const WEEKDAYS: Readonly<Record<string, number>> = {
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
  sunday: 7,
  mon: 1,
  tue: 2,
  tues: 2,
  wed: 3,
  thu: 4,
  thur: 4,
  thurs: 4,
  fri: 5,
  sat: 6,
  sun: 7,
};

/** Each with the word that stands for it: "don't" and "do not" deny the same. */
export const NEGATIONS: Readonly<Record<string, string>> = {
  not: 'not',
  "n't": 'not',
  cannot: 'not',
  no: 'no',
  never: 'never',
  without: 'without',
  neither: 'neither',
  nor: 'nor',
  none: 'none',
  nobody: 'nobody',
  nothing: 'nothing',
  nowhere: 'nowhere',
  'no one': 'nobody',
  'non-': 'non',
  hardly: 'hardly',
  barely: 'hardly',
  scarcely: 'hardly',
};

/** Words that end the noun phrase after a number. */
export const FUNCTION_WORDS: readonly string[] = words(`
  a an the of in on at to from for by with and or but as than that which who whom whose where when while is
  are was were be been being has have had will would can could may might should shall must do does did not
  this these those its their his her our my your it they he she we you i if so then there here into over under
  between among across during since until till before after through throughout via per about against within
  without including involving attended participated joined took said also both each every all respectively
  compared up out off down more less fewer ago worldwide
`);

/** Every word that a numeral or ordinal can begin with. */
export const ENGLISH_NUMERALS: readonly string[] = [
  ...Object.keys(SMALL_NUMBERS),
  ...Object.keys(VAGUE_PLURALS),
  ...Object.keys(SMALL_ORDINALS),
  ...words('a an both half several'),
];
