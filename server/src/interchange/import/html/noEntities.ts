/**
 * What the build puts in the place of the HTML library's table of entities, which is never asked: `entities.ts` reads
 * them. Without a build the library has its own, and it makes no difference.
 */

export const htmlDecodeTree = new Uint16Array(0);
export const xmlDecodeTree = htmlDecodeTree;
export const DecodingMode = { Legacy: 0, Strict: 1, Attribute: 2 };
export class EntityDecoder {}
