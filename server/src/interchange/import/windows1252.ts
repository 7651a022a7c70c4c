/** The characters of windows-1252. Some versions of Node decode it as ISO 8859-1, which has no quotation marks. */

/** From 0x80 to 0x9f; five have none. */
const HIGH = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

export const windows1252 = (code: number): string =>
  code >= 0x80 && code <= 0x9f ? HIGH[code - 0x80]! : String.fromCharCode(code);

export function decodeWindows1252(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) {
    const part = String.fromCharCode(...bytes.subarray(at, at + 8192));
    parts.push(part.replace(/[\x80-\x9f]/g, (character) => windows1252(character.charCodeAt(0))));
  }
  return parts.join('');
}
