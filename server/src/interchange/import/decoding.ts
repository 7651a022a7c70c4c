/** The text of a file whose encoding nobody tells: UTF-8 first, then what its first bytes, a page's own word or its characters say. */

import { decodeWindows1252 } from './windows1252.ts';

export interface Decoded {
  readonly text: string;
  /** What it was read as, in the words of the standard: `UTF-8`, `UTF-16LE`, `GB18030`, `Big5`, `windows-1252`. */
  readonly encoding: string;
}

/** The text with its byte order mark if it is UTF-8; undefined where the bytes are no text in any encoding known here. */
export function decodeText(bytes: Uint8Array): Decoded | undefined {
  const utf8 = decoded(bytes, 'UTF-8');
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes.subarray(2), 'UTF-16LE');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes.subarray(2), 'UTF-16BE');
  if (utf8) return utf8;
  const declared = declaredIn(bytes);
  const known = declared === undefined ? undefined : decoded(bytes, declared);
  if (known) return known;
  const chinese = ['GB18030', 'Big5'].flatMap((label) => decoded(bytes, label) ?? []);
  const [best] = chinese.map((one) => ({ one, share: commonShare(one.text) })).sort((a, b) => b.share - a.share);
  if (best && best.share >= COMMON_ENOUGH) return best.one;
  // Every byte is a character in windows-1252, save five; a file that has them is no text.
  return /[\x00-\x08\x81\x8d\x8f\x90\x9d]/.test(latin(bytes)) ? undefined : decoded(bytes, 'windows-1252');
}

function decoded(bytes: Uint8Array, label: string): Decoded | undefined {
  if (label === 'windows-1252') return { text: decodeWindows1252(bytes), encoding: label };
  try {
    return { text: new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes), encoding: label };
  } catch {
    return undefined;
  }
}

/** The bytes as they are, a character each: as far as anybody looks for marks in them. */
const latin = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < Math.min(bytes.length, 65_536); at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, Math.min(at + 8192, 65_536)));
  }
  return text;
};

/** Of a page: its encoding by its own word. */
function declaredIn(bytes: Uint8Array): string | undefined {
  const label = /<meta[^>]{0,200}?charset\s{0,3}=\s{0,3}["']?([\w-]{2,20})/i.exec(latin(bytes.subarray(0, 2048)))?.[1];
  const name = label?.toLowerCase();
  if (name === undefined || /^utf/.test(name)) return undefined;
  if (/^gb/.test(name)) return 'GB18030';
  return name === 'big5' ? 'Big5' : /^(?:iso-8859-1|windows-1252|latin1)$/.test(name) ? 'windows-1252' : name;
}

/** The commonest characters of Chinese, simplified and traditional: what is read in the wrong encoding has few of them. */
const COMMON: ReadonlySet<string> = new Set(
  '的一是不了在人有我他这這个個上们們来來到时時大地为為子中你说說生国國年着就那和要她出也得里裡后後自以会會家可下而过過天去能对對小多然于於心学學么麼之都好看起发發当當没沒成只如事把还還用第样樣道想作种種开開美总總从從无無情己面最女但现現前些所同日手又行意动動方期它头頭经經长長儿兒回位分爱愛老因很给給名法间間斯知世什两兩次使身者被高已亲親其进進此话話常与與活正感',
);
const COMMON_ENOUGH = 0.08;

/** How many of the first Chinese characters are common ones. */
function commonShare(text: string): number {
  let [han, common] = [0, 0];
  for (const character of text.slice(0, 20_000)) {
    if (!/\p{Script=Han}/u.test(character)) continue;
    han++;
    if (COMMON.has(character)) common++;
  }
  return han === 0 ? 0 : common / han;
}
