/** Moves the decimal point of the one numeral in a text. Knows digits, no units and no languages but for their commas. */

const NUMERAL = /\d[\d,]*(?:\.\d+)?/g;
const MULTIPLIER = /hundred|thousand|million|billion|trillion|[十百千万亿萬億]/i;
/** Nobody writes 240,000 thousand. */
const MOST_BEFORE_MULTIPLIER = 10_000;

/**
 * `8,500 people` by 1 is `85,000 people`, by -2 `85 people`; undefined where the text has no numeral in digits, or
 * several, and where the result would not be written like that.
 */
export function shifted(text: string, places: number): string | undefined {
  const found = text.match(NUMERAL);
  if (found?.length !== 1) return undefined;
  const numeral = found[0]!;
  const [whole = '', fraction = ''] = numeral.replaceAll(',', '').split('.');
  const digits = whole + fraction;
  const point = whole.length + places;
  const padded =
    point > digits.length ? digits.padEnd(point, '0') : digits.padStart(digits.length + Math.max(0, 1 - point), '0');
  const cut = Math.max(1, point);
  const integer = padded.slice(0, cut).replace(/^0+(?=\d)/, '');
  const rest = padded.slice(cut).replace(/(?<!0)0+$/, '');
  if (integer === '0' || (MULTIPLIER.test(text) && Number(integer) >= MOST_BEFORE_MULTIPLIER)) return undefined;
  const grouped = numeral.includes(',') || (integer.length > 4 && !/\p{Script=Han}/u.test(text));
  const written = (grouped ? withCommas(integer) : integer) + (rest === '' ? '' : `.${rest}`);
  return text.replace(numeral, () => written);
}

const withCommas = (integer: string): string =>
  [integer.slice(0, integer.length % 3), ...(integer.slice(integer.length % 3).match(/.{3}/g) ?? [])]
    .filter(Boolean)
    .join(',');
