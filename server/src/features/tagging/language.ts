/** In which language of a corpus a name is written, as far as its script says. */

import type { View } from '../../checks/engine/check.ts';
import type { Document } from '../../core/document.ts';

const HAN = /\p{Script=Han}/u;
const WRITTEN_IN_HAN = /^(?:zh|ja|yue|wuu|lzh)(?:-|$)/i;

export const isHanText = (text: string): boolean => HAN.test(text);

/** The document's language where its script is the text's, else the first such language of the corpus. */
export function languageOf({ settings }: View, { annotations }: Document, text: string): string {
  const han = isHanText(text);
  const own = annotations.lang?.value;
  const fits = (lang: string | undefined): lang is string => lang !== undefined && WRITTEN_IN_HAN.test(lang) === han;
  return [own, ...settings.languages].find(fits) ?? (han ? 'zh' : 'en');
}
