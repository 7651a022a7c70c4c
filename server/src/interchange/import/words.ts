/** The words of an import: what stretches are called, and why a text is refused. English, for every program that imports. */

import type { Refusal } from './compose.ts';
import type { BoilerplateKind } from './raw.ts';

export const STRETCH_WORDS: Readonly<Record<BoilerplateKind, string>> = {
  navigation: 'navigation',
  sharing: 'sharing buttons',
  related: 'other texts',
  credits: 'editorial credits',
  cookies: 'cookie notice',
  footer: 'footer',
  repeated: 'repeated on every page',
  comments: 'comments',
  advertisement: 'advertisement',
  form: 'form',
  hidden: 'hidden on the page',
  outside: 'outside the article',
};

/** A clause that goes on after the name of what is refused. */
export function refusalWords(refusal: Refusal): string {
  switch (refusal.code) {
    case 'empty':
      return 'there is no text in it';
    case 'annotated':
      return 'it is an annotated document already; copy it into the corpus as it is';
    case 'front-matter':
      return 'it begins with front matter that cannot be read or added to; mend it, or take the lines between --- away';
    case 'null-bytes':
      return 'it holds null bytes, so it is no text, or UTF-16 without a byte order mark';
    case 'not-written':
      return 'no front matter could be written that reads back as it should; nothing was changed';
    case 'no-date':
      return `“${refusal.value}” is no date; write 2022-10-20, 2022-10 or 2022`;
    case 'no-url':
      return `“${refusal.value}” is no address; it begins with https:// or http://`;
    case 'no-language':
      return `“${refusal.value}” is no language; write en, zh, zh-Hant …`;
  }
}
