/** An entry of its own, loaded when Chinese names are first sought: the reading of a name in Latin letters. */

import { pinyin as read } from 'pinyin-pro';
import type { Pinyin } from './lsp/environment.ts';

export const pinyin: Pinyin = (text) => {
  const syllables = read(text, { toneType: 'none', type: 'array', surname: 'head', nonZh: 'consecutive', v: true });
  return { full: syllables.join(''), initials: syllables.map((syllable) => syllable[0] ?? '').join('') };
};
