/** What two texts have to share to count as the same: section 6 of the format. Knows no languages and no values. */

/** What is left of a text without case, punctuation and white space; all of it where nothing would be. */
export function textKey(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase();
  return folded.replace(/[\p{P}\p{Z}\p{Cf}\s]+/gu, '') || folded.trim();
}
