/** How the tables write long lists of words. */

/** Phrases between bars or line breaks: spaces belong to them. */
export const phrases = (text: string): readonly string[] =>
  text
    .trim()
    .split(/[|\n]/)
    .map((phrase) => phrase.trim());

/** Words between white space, for Chinese and for single English words. */
export const words = (text: string): readonly string[] => text.trim().split(/\s+/);
