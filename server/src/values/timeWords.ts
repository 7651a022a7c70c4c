/** EDTF times in words: `2022-10-20` as “20 October 2022” or 2022年10月20日. What it cannot word stays as written. */

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const SEASONS = ['spring', 'summer', 'autumn', 'winter'];
const SEASONS_ZH = ['春', '夏', '秋', '冬'];

export function timeInWords(edtf: string, locale: string): string {
  const zh = locale.startsWith('zh');
  const slash = edtf.indexOf('/');
  if (slash < 0) return dateInWords(edtf.trim(), zh);
  const [from, to] = [edtf.slice(0, slash).trim(), edtf.slice(slash + 1).trim()];
  const open = (end: string) => end === '' || end === '..';
  if (open(from) && open(to)) return zh ? '始终' : 'always';
  if (open(to)) return zh ? `${dateInWords(from, zh)}起` : `since ${dateInWords(from, zh)}`;
  if (open(from)) return zh ? `至${dateInWords(to, zh)}` : `until ${dateInWords(to, zh)}`;
  const [start, end] = [dateInWords(from, zh), dateInWords(to, zh)];
  if (zh) return `${start}至${end}`;
  const days = sharedEnd(start, end);
  if (days !== undefined) return days;
  return /^\d+$/.test(start) && /^\d+$/.test(end) ? `${start}–${end}` : `${start} – ${end}`;
}

/** “17–19 October 2023”, “October – December 2023”: what both ends share is said once. */
function sharedEnd(start: string, end: string): string | undefined {
  const [from, to] = [start.split(' '), end.split(' ')];
  if (from.length !== to.length || from.length < 2 || from.length > 3) return undefined;
  const own = from.findLastIndex((word, i) => word !== to[i]) + 1;
  if (own === 0 || own === from.length) return undefined;
  const dash = own === 1 && from.length === 3 ? '–' : ' – ';
  return `${from.slice(0, own).join(' ')}${dash}${end}`;
}

const DATE = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?([?~%])?$/;

/** 202X, 20XX: some year of so many. */
const YEARS = /^(\d{2,3})(XX?)$/;

function dateInWords(text: string, zh: boolean): string {
  const years = YEARS.exec(text);
  if (years && text.length === 4) return yearsInWords(years[1]!, zh);
  const match = DATE.exec(text.replace(TIME_OF_DAY, ''));
  if (!match) return text;
  const [, year = '', month, day, mark] = match;
  const words = zh ? chinese(year, month, day) : english(year, month, day);
  if (words === undefined) return text;
  const about = mark === '~' || mark === '%' ? (zh ? `约${words}` : `about ${words}`) : words;
  return mark === '?' || mark === '%' ? (zh ? `${about}（存疑）` : `${about} (uncertain)`) : about;
}

const TIME_OF_DAY = /T\d\d:[\s\S]*$/;

function yearsInWords(digits: string, zh: boolean): string {
  if (digits.length === 3) return zh ? `${digits}0年代` : `the ${digits}0s`;
  return zh ? `${digits}00年至${digits}99年之间` : `${digits}00–${digits}99`;
}

/** The year 0 is the first before the first. */
function yearInWords(year: string, zh: boolean): string {
  const number = Number(year);
  if (number > 0) return zh ? `${number}年` : String(number);
  return zh ? `公元前${1 - number}年` : `${1 - number} BC`;
}

function english(written: string, month: string | undefined, day: string | undefined): string | undefined {
  const year = yearInWords(written, false);
  if (month === undefined) return year;
  const season = SEASONS[Number(month) - 21];
  if (season) return `${season} ${year}`;
  const name = MONTHS[Number(month) - 1];
  return name && (day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`);
}

function chinese(written: string, month: string | undefined, day: string | undefined): string | undefined {
  const year = yearInWords(written, true);
  if (month === undefined) return year;
  const season = SEASONS_ZH[Number(month) - 21];
  if (season) return `${year}${season}季`;
  if (!MONTHS[Number(month) - 1]) return undefined;
  return `${year}${Number(month)}月${day === undefined ? '' : `${Number(day)}日`}`;
}
