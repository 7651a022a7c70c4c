/** Who speaks in a sentence or behind a quotation, as far as a name beside a verb of speech tells. Knows no claims. */

import type { Mention } from '../../core/mentions.ts';
import type { Span } from '../../core/text.ts';
import {
  ADDRESSING_HAN,
  ADVERBS,
  ADVERBS_HAN,
  INVERTED,
  INVERTED_BEHIND,
  NOT_AFTER_HAN,
  SPEAKING,
  SPEAKING_HAN,
  TITLES_HAN,
} from './verbs.ts';

/** The ids of those who speak in the sentence, in the order of the text; `mentions` are those that it holds. */
export function speakersIn(text: string, sentence: Span, mentions: readonly Mention[]): ReadonlySet<string> {
  const names = mentions.filter(({ nested }) => !nested);
  const speakers = new Set<string>();
  for (const [i, { id, span }] of names.entries()) {
    const next = names[i + 1]?.span.start ?? sentence.end;
    if (!speaks(text, sentence, span, next)) continue;
    speakers.add(id);
    // "Ada Lane and Bo Quist said": whoever is joined to the last name speaks as well.
    for (let at = i; at > 0 && joined(text, names[at - 1]!.span, names[at]!.span); at--)
      speakers.add(names[at - 1]!.id);
  }
  return speakers;
}

/**
 * Who is said, right behind a closed quotation, to have spoken it: “…。”周慕云说, “…?” asked Bo Quist. `behind` begins where
 * the quotation ends; `mentions` are those that it holds. A verb with a colon opens the next quotation.
 */
export function speakerBehind(text: string, behind: Span, mentions: readonly Mention[]): string | undefined {
  const first = mentions.find(({ nested }) => !nested);
  if (!first) return undefined;
  const before = text.slice(behind.start, first.span.start);
  // No verb, title or adverbs are that long.
  if (before.length > REACH) return undefined;
  const after = text.slice(first.span.end, Math.min(behind.end, first.span.end + REACH));
  if (VERB_FIRST.test(before)) return OWNING.test(after) ? undefined : first.id;
  if (NAME_FIRST.test(before) && VERB_LAST.test(after)) return first.id;
  if (!NAME_FIRST_HAN.test(before)) return undefined;
  const said = spokenHan(after);
  return said === undefined || COLON_SOON.test(after.slice(said)) ? undefined : first.id;
}

const REACH = 140;
const one = (words: readonly string[]): string => words.join('|');
const adverbs = `(?:(?:${one(ADVERBS)})\\s+)*`;
const title = "(?:the\\s+)?(?:\\p{Lu}[\\p{L}.'’-]{0,20}\\s+){0,4}";

const AFTER = new RegExp(`^\\s+${adverbs}(?:${one(SPEAKING)})\\b`, 'i');
/** "Bo Quist, the engineer, said": what stands between the commas describes him. */
const APPOSITION = ',\\s(?!(?:and|but|while|when|where|as|with|said)\\b)[^.,;:!?"“”\\n]{1,100},';
const AFTER_APPOSITION = new RegExp(`^${APPOSITION}\\s+${adverbs}(?:${one(SPEAKING)})\\b`, 'i');
/** "was quoted by a paper as saying". */
const QUOTED =
  /^\s+(?:was|is|were|are|has been|have been|had been)\s+(?:\w{1,12}\s+)?quoted\b[^.;:!?\n]{0,60}?\bas\s+saying\b/i;
/** A name, a colon and what it says: an interview. */
const COLON = /^(?:（[^）\n]{1,20}）|\s?\([^)\n]{1,30}\))?\s*[:：]\s*[“"「『]/;
const TO_WHOM = /(?:\b(?:to|told|asks?|asked|with|for|of)\s+|[致给給对對向问問])$/i;

const BEFORE = new RegExp(
  `(?:[,"”’'?!]\\s*(?:${one(INVERTED)})|["”’]\\s*(?:${one(INVERTED_BEHIND)}))\\s+${title}$`,
  'u',
);
const SOURCE = new RegExp(`\\b(?:[Aa]ccording to|[Ii]n the words of)\\s+${title}$`, 'u');
const QUOTING = new RegExp(`\\bquot(?:ed|es|ing)\\s+${title}$`, 'u');
const AS_SAYING = /^[^.,;:!?\n]{0,60}?\bas\s+saying\b/i;
/** "said Bo Quist's assistant": somebody else speaks. */
const OWNING = /^['’]s\b/;

const VERB_FIRST = new RegExp(`^,?\\s*(?:${one([...INVERTED, ...INVERTED_BEHIND])})\\s+${title}$`, 'u');
const NAME_FIRST = new RegExp(`^\\s+${title}$`, 'u');
/** Nothing but when and where it was said: "said that" begins another statement. */
const VERB_LAST = new RegExp(
  `^(?:${APPOSITION})?\\s+${adverbs}(?:${one(SPEAKING)})(?=\\s*(?:[.;]|$)|,\\s*[“"]|\\s+(?:on|in|at|during|after|when|yesterday|today|later|again)\\b)`,
  'i',
);
const NAME_FIRST_HAN = new RegExp(`^(?:${one(TITLES_HAN)})?$`);
const COLON_SOON = /^[^，。；！？\n“"]{0,10}[：:]/;

const ADVERBS_OF_HAN = `(?:${one(ADVERBS_HAN)})*`;
/** Between name and verb: title, adverbs, day, place or occasion, adverbs. */
const BETWEEN_HAN = `^(?:${one(TITLES_HAN)})?${ADVERBS_OF_HAN}(?:(?:\\d{1,2}月)?\\d{1,2}[日号])?(?:(?:在|接受)[^，。；！？,;\\n]{1,24}?)?${ADVERBS_OF_HAN}`;
const AFTER_HAN = new RegExp(`${BETWEEN_HAN}(?=${one(SPEAKING_HAN)})`);
/** To whom it is said stands before the verb, and what is said follows at once. */
const ADDRESSED_HAN = new RegExp(
  `${BETWEEN_HAN}[${ADDRESSING_HAN}][^，。；！？,;\\n]{1,12}?${ADVERBS_OF_HAN}(?=(?:${one(SPEAKING_HAN)})[，,：:“])`,
);

/** `next`: where the next name begins, for whatever speaks behind it is somebody else. */
function speaks(text: string, sentence: Span, { start, end }: Span, next: number): boolean {
  const after = text.slice(end, Math.min(sentence.end, end + REACH));
  const before = text.slice(Math.max(sentence.start, start - 80), start);
  if (AFTER.test(after) || AFTER_APPOSITION.test(after) || QUOTED.test(after)) return true;
  if (COLON.test(after) && !TO_WHOM.test(before)) return true;
  if (SOURCE.test(before) || (BEFORE.test(before) && !OWNING.test(after))) return true;
  if (QUOTING.test(before) && AS_SAYING.test(after)) return true;
  const said = spokenHan(after, next - end);
  return said !== undefined && (start === sentence.start || !ADDRESSING_HAN.includes(text[start - 1]!));
}

/** Where the verb of speech stands behind a Chinese name; one behind the next name is somebody else's, unless that is addressed. */
function spokenHan(after: string, next = Number.POSITIVE_INFINITY): number | undefined {
  const han = AFTER_HAN.exec(after);
  const found = han && han[0].length <= next ? han : ADDRESSED_HAN.exec(after);
  return found && !NOT_AFTER_HAN.test(after.slice(found[0].length)) ? found[0].length : undefined;
}

const JOINT = /^(?:\s*,\s*|(?:\s*,)?\s+and\s+|\s*&\s*|、|和|与|與|及|以及)$/;

const joined = (text: string, left: Span, right: Span): boolean =>
  right.start - left.end <= 8 && right.start > left.end && JOINT.test(text.slice(left.end, right.start));
