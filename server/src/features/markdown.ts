/** Writes Markdown that shows other people's text as it is. Knows Markdown, not what the text is about. */

/** `text` on one line, with every mark of Markdown, HTML and automatic links made harmless. */
export function literal(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>&|~$@]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\bwww\./gi, (www) => `${www.slice(0, -1)}\\.`)
    .replace(/^(\s*)([#+=-])/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])/, '$1\\$2');
}

export const bold = (text: string): string => (text.trim() === '' ? '' : `**${literal(text.trim())}**`);
export const italic = (text: string): string => (text.trim() === '' ? '' : `*${literal(text.trim())}*`);

/** `text` as code: in more backticks than it has in a row. */
export function code(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = /^`|`$/.test(line) ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}

/** A link to a target of our own making; the bare text where there is none. */
export function link(text: string, target: string | undefined): string {
  return target === undefined
    ? literal(text)
    : `[${literal(text)}](<${target.replace(/[<>\\\s]/g, encodeURIComponent)}>)`;
}

/** A link that somebody has written: only web addresses are followed. */
export const webLink = (text: string, address: string): string =>
  link(text, /^https?:\/\/[^\s]+$/i.test(address) ? address : undefined);

/** A passage set apart. */
export const quoted = (text: string): string => `> ${literal(text)}`;

/** Lines of one paragraph; empty ones are left out. */
export const lines = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join('  \n');

export const paragraphs = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join('\n\n');

export const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

/** Parts of one line between middle dots. */
export const dotted = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' · ');

const ELLIPSIS = ' … ';

/** At most `limit` characters of a passage: its beginning and its end. */
export function shortened(text: string, limit = 240): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = [...line];
  if (characters.length <= limit) return line;
  const head = Math.floor(limit * 0.65);
  const tail = limit - head - ELLIPSIS.length;
  return characters.slice(0, head).join('').trimEnd() + ELLIPSIS + characters.slice(-tail).join('').trimStart();
}
