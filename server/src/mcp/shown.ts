/** Text of documents as a model is shown it: what nobody sees is made visible, and nothing passes for an answer's own words. */

import { printable } from '../cli/terminal.ts';

/**
 * Characters that show nothing, by which words can be hidden from the people who read a document: tags, invisible
 * operators, zero-width spaces, and variation selectors in a row.
 */
const HIDDEN =
  /[\u{e0000}-\u{e007f}]|[\u180e\u200b\u2060-\u2064\ufeff]|[\ufe00-\ufe0f\u{e0100}-\u{e01ef}](?=[\ufe00-\ufe0f\u{e0100}-\u{e01ef}])/gu;

const named = (character: string): string =>
  `⟨U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟩`;

/** On one line. */
export const inline = (text: string): string => printable(text.replace(/\s+/g, ' ').trim()).replace(HIDDEN, named);

/** A line of a text as it is, tabs too: it is quoted from. */
export const line = (text: string): string => text.split('\t').map(printable).join('\t').replace(HIDDEN, named);

/** At most `most` characters on one line, with what is left out marked. */
export function cut(text: string, most: number): string {
  const shown = inline(text);
  return shown.length <= most ? shown : `${shown.slice(0, whole(shown, most - 2))} …`;
}

/** Words of somebody else, on one line. */
export const quoted = (text: string, most = 300): string => `“${cut(text, most)}”`;

/** Not between the halves of a character. */
export const whole = (text: string, at: number): number => {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
};
