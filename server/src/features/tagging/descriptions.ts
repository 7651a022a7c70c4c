/** Which texts stand for somebody without being a name: pronouns, and descriptions such as “the delegation”. Knows words only. */

import { isHanOrKana } from '../../core/characters.ts';

/** Whether a text would name something else in the next document, or the next sentence. */
export function isDescription(text: string): boolean {
  const [first, ...rest] = wordsOf(text);
  if (first === undefined) return false;
  if (isHanOrKana(text.codePointAt(0)!))
    return HAN_PRONOUNS.has(text) || HAN_LEADS.some((lead) => text.startsWith(lead));
  if (rest.length === 0 && PRONOUNS.has(first.toLowerCase())) return true;
  const content = LEADS.has(first.toLowerCase()) ? rest : [first, ...rest];
  return content.length > 0 && content.every((word) => /^\p{Ll}/u.test(word));
}

/** Whether it stands for a person, as far as the word says. */
export const isPersonal = (text: string): boolean => PERSONAL.has(text.toLowerCase());

/** `text` as it stands inside a sentence: an article or possessive that begins it is written small. */
export function insideSentence(text: string): string {
  const [first, ...rest] = wordsOf(text);
  const lower = first?.toLowerCase() ?? '';
  return rest.length > 0 && first !== lower && LEADS.has(lower) ? lower + text.slice(lower.length) : text;
}

const wordsOf = (text: string): readonly string[] => text.split(/[\s-]+/).filter(Boolean);

const listed = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const PERSONAL = listed('he she him her his hers himself herself 他 她 他们 她们 本人');
const PRONOUNS: ReadonlySet<string> = new Set([
  ...PERSONAL,
  ...listed('it its itself they them their theirs themselves we us our ours ourselves i me my mine myself'),
  ...listed('you your yours this that these those who which both all each here there one others everyone'),
]);
const LEADS = listed('the a an this that these those my our your his her its their such said both each every other');

const HAN_PRONOUNS = listed(
  '他 她 它 他们 她们 它们 其 我 我们 你 你们 您 咱们 自己 本人 双方 对方 各方 大家 前者 后者 两国 两党 两国人民 当地 此间',
);
/** With a character behind it that makes it no part of a name: 本田 is one, 本党 is none. */
const HAN_LEADS: readonly string[] = [
  ...listed('该 此 这 其 我国 我党 我方 我省 我市 我会 我校 我院 我部 贵国 贵党 贵方 那个 那位 那些 那家 那座'),
  ...listed('本党 本国 本会 本届 本次 本市 本省 本部 本方 本校 本院 本公司 本组织 本单位'),
];
