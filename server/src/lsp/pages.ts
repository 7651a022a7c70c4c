/** The names of the checks' pages, which stand beside the checks. */

/** `quote-altered` → `quoteAltered.md` */
export const pageName = (code: string): string =>
  `${code.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}.md`;
