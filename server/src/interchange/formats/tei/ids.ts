/** Ids of entities as names that XML takes, so that each can be told from the name. */

const PLAIN = /^[A-Za-z][A-Za-z0-9_.-]*$/;

/** The id itself where XML takes it, else with every other character as its number. */
export function xmlId(id: string): string {
  if (PLAIN.test(id)) return id;
  const written = id.replace(/[^A-Za-z0-9.-]/gu, (mark) => `_${mark.codePointAt(0)!.toString(16)}_`);
  return `_.${written}`;
}

/** The id that a name was written for; the name itself where it was written by somebody else. */
export function idIn(name: string): string {
  if (!name.startsWith('_.')) return name;
  return name.slice(2).replace(/_([0-9a-f]{1,6})_/g, (whole, code: string) => {
    const point = Number.parseInt(code, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
