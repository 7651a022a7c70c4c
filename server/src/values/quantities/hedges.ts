/** The hedge right before or after a number. Knows the tables of hedges, no numerals and no units. */

import type { Hedge } from '../denotation.ts';
import { isDigit, skipSpace, skipSpaceBefore } from '../folding.ts';
import { type PhraseMatch, Phrases } from '../phrases.ts';
import { HAN_HEDGES_AFTER, HAN_HEDGES_BEFORE } from '../tables/chinese.ts';
import { HEDGES_AFTER, HEDGES_BEFORE } from '../tables/english.ts';

const table = (
  english: Readonly<Record<Hedge, readonly string[]>>,
  chinese: Readonly<Record<Hedge, readonly string[]>>,
) =>
  new Phrases(
    (Object.keys(english) as Hedge[]).flatMap((hedge) =>
      [...english[hedge], ...chinese[hedge]].map((word) => [word, hedge] as const),
    ),
  );

const before = table(HEDGES_BEFORE, HAN_HEDGES_BEFORE);
const after = table(HEDGES_AFTER, HAN_HEDGES_AFTER);

/** Characters that make another word of the hedge after them: 附近, 条约, 通过. */
const NOT_BEFORE: Readonly<Record<string, string>> = {
  近: '附最靠邻远亲新',
  约: '条契合节制预签公盟婚邀纽履违爽失',
  超: '赶高反出',
  过: '通经超',
  不到: '达得想看听遇找',
};

/** The hedge that ends where the number (or its currency sign) begins. `bare`: the number is a multiplier alone, 过百. */
export function hedgeBefore(folded: string, at: number, bare: boolean): PhraseMatch<Hedge> | undefined {
  const match = before.before(folded, skipSpaceBefore(folded, at));
  if (!match) return undefined;
  const word = folded.slice(match.start, match.end);
  if (word === '过' && !bare) return undefined;
  if (NOT_BEFORE[word]?.includes(folded[match.start - 1] ?? ' ')) return undefined;
  return match;
}

/**
 * The hedge that begins at `at`, over white space. `round`: the number ends in a zero, as those do that 多 and 余 follow;
 * `counted`: a unit or measure word stands at a place.
 */
export function hedgeAfter(
  folded: string,
  at: number,
  round: boolean,
  counted: (at: number) => boolean,
): PhraseMatch<Hedge> | undefined {
  const match = after.at(folded, at) ?? after.at(folded, skipSpace(folded, at));
  if (!match) return undefined;
  const word = folded.slice(match.start, match.end);
  // 10来个, but 十年来; 多 and 余 after a figure that is not round belong to what follows.
  if (word === '来' || word === '许') return round && counted(match.end) ? match : undefined;
  if ((word === '多' || word === '余') && !round) return undefined;
  if (word === '+' && isDigit(folded.charCodeAt(match.end))) return undefined;
  if (
    (word === '上下' || word === '以上' || word === '以下' || word === '之上' || word === '之下') &&
    /[级各述游]/.test(folded[match.end] ?? ' ')
  )
    return undefined;
  return match;
}

/** 多 or 余 after a unit: 三年多, 5个多月. */
export function moreAfterUnit(folded: string, at: number): number {
  const word = folded[at];
  if (word === '余') return at + 1;
  // 三年多边 and 个多元 are other words.
  return word === '多' && !'边元样种数国方次'.includes(folded[at + 1] ?? ' ') ? at + 1 : at;
}
