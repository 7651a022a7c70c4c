/** Ids as FollowTheMoney takes them: ASCII letters, digits, dots and hyphens, a letter or digit at both ends. */

const TAKEN = /^[0-9a-zA-Z](?:[0-9a-zA-Z.-]*[0-9a-zA-Z])?$/;
const RESERVED = /^(?:id|document|claim|mention)-/;
const LONGEST = 200;

/** The id itself where it is taken there, else every other character as its number. */
export const entityId = (id: string): string =>
  TAKEN.test(id) && !RESERVED.test(id) && id.length <= LONGEST ? id : `id-${escaped(id)}`;

/** The id in Concord that one was made of; itself where it was made elsewhere. */
export const idIn = (id: string): string => (id.startsWith('id-') ? unescaped(id.slice(3)) : id);

export const documentId = (path: string): string => `document-${escaped(path)}`;
export const partId = (kind: 'claim' | 'mention', of: string, number: number): string =>
  `${kind}-${of.replace(/^document-/, '')}-${number}`;

const escaped = (text: string): string =>
  `${text.replace(/[^0-9a-zA-Z.]/gu, (mark) => `-${mark.codePointAt(0)!.toString(16)}-`)}-z`;

const unescaped = (text: string): string =>
  text.replace(/-z$/, '').replace(/-([0-9a-f]{1,6})-/g, (whole, code: string) => {
    const point = Number.parseInt(code, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
