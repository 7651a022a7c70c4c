/** Who speaks in a sentence, as far as a name beside a verb of speech tells. Knows no claims. */

import type { Mention } from '../../core/mentions.ts';
import type { Span } from '../../core/text.ts';
import {
  ADDRESSING_HAN,
  ADVERBS,
  ADVERBS_HAN,
  INVERTED,
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

const REACH = 140;
const one = (words: readonly string[]): string => words.join('|');
const adverbs = `(?:(?:${one(ADVERBS)})\\s+)*`;

const AFTER = new RegExp(`^\\s+${adverbs}(?:${one(SPEAKING)})\\b`, 'i');
/** "Bo Quist, the engineer, said": what stands between the commas describes him. */
const AFTER_APPOSITION = new RegExp(
  `^,\\s(?!(?:and|but|while|when|where|as|with|said)\\b)[^.,;:!?"“”\\n]{1,100},\\s+${adverbs}(?:${one(SPEAKING)})\\b`,
  'i',
);
const BEFORE = new RegExp(
  `(?:[,"”’'?!]\\s*(?:${one(INVERTED)})|\\b[Aa]ccording to)\\s+(?:the\\s+)?(?:\\p{Lu}[\\p{L}.'’-]{0,20}\\s+){0,4}$`,
  'u',
);
const AFTER_HAN = new RegExp(
  `^(?:${one(TITLES_HAN)})?(?:(?:\\d{1,2}月)?\\d{1,2}[日号])?(?:在[^，。；！？,;\\n]{1,20}?)?(?:${one(ADVERBS_HAN)})*(?=${one(SPEAKING_HAN)})`,
);

/** `next`: where the next name begins, for whatever speaks behind it is somebody else. */
function speaks(text: string, sentence: Span, { start, end }: Span, next: number): boolean {
  const after = text.slice(end, Math.min(sentence.end, end + REACH));
  if (AFTER.test(after) || AFTER_APPOSITION.test(after)) return true;
  if (BEFORE.test(text.slice(Math.max(sentence.start, start - 80), start))) return true;
  const han = AFTER_HAN.exec(after);
  if (!han || end + han[0].length > next || NOT_AFTER_HAN.test(after.slice(han[0].length))) return false;
  return start === sentence.start || !ADDRESSING_HAN.includes(text[start - 1]!);
}

const JOINT = /^(?:\s*,\s*|\s*,?\s+and\s+|\s*&\s*|、|和|与|與|及|以及)$/;

const joined = (text: string, left: Span, right: Span): boolean =>
  right.start - left.end <= 8 && right.start > left.end && JOINT.test(text.slice(left.end, right.start));
