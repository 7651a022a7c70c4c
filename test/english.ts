/** Finds English that was left over in a Chinese text. */

/** Words that are written in Latin letters in Chinese too: names of formats, of Concord and its files, and what is YAML. */
const LATIN = new Set(
  `
  Concord concord YAML JSON CSV HTML Markdown UTF ISO SHA Git Cookie VS Code ID MB PATH URL BOM id ids this true false text
  en zh Hant sha thousand million n PnM PnY
  `
    .trim()
    .split(/\s+/),
);

/** Keys, codes, paths, dates and the like: what is typed, not read. */
const TYPED = [
  /\{\w+\}/g, // parameters
  /“[A-Za-z][\w-]*(?:: [^”]*)?”/g, // a key between quotation marks
  /\$\([\w-]+\)/g, // icons
  /`[^`]*`/g,
  /\bconcord [a-z-]+/g,
  /\((?:command|https?):[^)]*\)/g,
  /https?:\/\//g,
  /[\w*.#/-]*[\w*-]\.(?:yaml|md|txt|html)[\w#-]*/g,
  /\b(?:invalid-yaml|sha256|zh-Hant|UTF-(?:8|16)|P\d[MYD]|ISO 8601)\b/g,
  /\b(?:nth|near|prefix|suffix|quote|subject|property|value|at|source|publisher|author|url|retrieved|digest|from|to|factor|is|among|of)\b/g,
];

export function englishIn(text: string): readonly string[] {
  let rest = text;
  for (const pattern of TYPED) rest = rest.replace(pattern, ' ');
  return (rest.match(/[A-Za-z]+/g) ?? []).filter((word) => !LATIN.has(word));
}
