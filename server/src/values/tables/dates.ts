/** Words and characters by which running text names days, apart from months and weekdays. Data only. */

import { phrases, words } from './list.ts';

export type CalendarUnit = 'day' | 'week' | 'month' | 'year';

/** So many units from the document's date. */
export interface Offset {
  readonly unit: CalendarUnit;
  readonly by: number;
}

const day = (by: number): Offset => ({ unit: 'day', by });
const week = (by: number): Offset => ({ unit: 'week', by });
const month = (by: number): Offset => ({ unit: 'month', by });
const year = (by: number): Offset => ({ unit: 'year', by });

export const RELATIVE: readonly (readonly [phrase: string, offset: Offset])[] = [
  ['today', day(0)],
  ['tonight', day(0)],
  ['this morning', day(0)],
  ['this afternoon', day(0)],
  ['this evening', day(0)],
  ['yesterday', day(-1)],
  ['last night', day(-1)],
  ['yesterday morning', day(-1)],
  ['yesterday afternoon', day(-1)],
  ['yesterday evening', day(-1)],
  ['the day before yesterday', day(-2)],
  ['tomorrow', day(1)],
  ['tomorrow morning', day(1)],
  ['the day after tomorrow', day(2)],
  ['this week', week(0)],
  ['last week', week(-1)],
  ['next week', week(1)],
  ['this month', month(0)],
  ['last month', month(-1)],
  ['next month', month(1)],
  ['this year', year(0)],
  ['last year', year(-1)],
  ['next year', year(1)],
  ['今天', day(0)],
  ['今日', day(0)],
  ['今晨', day(0)],
  ['今早', day(0)],
  ['今晚', day(0)],
  ['今天上午', day(0)],
  ['今天下午', day(0)],
  ['昨天', day(-1)],
  ['昨日', day(-1)],
  ['昨晚', day(-1)],
  ['前天', day(-2)],
  ['明天', day(1)],
  ['明日', day(1)],
  ['后天', day(2)],
  ['本周', week(0)],
  ['这周', week(0)],
  ['这个星期', week(0)],
  ['上周', week(-1)],
  ['上星期', week(-1)],
  ['上个星期', week(-1)],
  ['下周', week(1)],
  ['下星期', week(1)],
  ['下个星期', week(1)],
  ['本月', month(0)],
  ['这个月', month(0)],
  ['上月', month(-1)],
  ['上个月', month(-1)],
  ['下月', month(1)],
  ['下个月', month(1)],
  ['今年', year(0)],
  ['本年', year(0)],
  ['去年', year(-1)],
  ['前年', year(-2)],
  ['明年', year(1)],
  ['后年', year(2)],
];

/** The same as the date last named. */
export const SAME: readonly (readonly [phrase: string, unit: CalendarUnit])[] = [
  ['当天', 'day'],
  ['当日', 'day'],
  ['同日', 'day'],
  ['同月', 'month'],
  ['当月', 'month'],
  ['同年', 'year'],
  ['当年', 'year'],
  ['that day', 'day'],
  ['the same day', 'day'],
  ['that year', 'year'],
  ['the same year', 'year'],
  ['that month', 'month'],
  ['the same month', 'month'],
];

/** Before "ten years": so long up to the document's date, or from it on. */
export const SPANS_BEFORE: readonly (readonly [phrase: string, direction: 1 | -1])[] = [
  ['past', -1],
  ['last', -1],
  ['previous', -1],
  ['preceding', -1],
  ['next', 1],
  ['coming', 1],
  ['过去', -1],
  ['过去的', -1],
  ['近', -1],
  ['最近', -1],
  ['这', -1],
  ['未来', 1],
  ['今后', 1],
];

/** After "ten years". 近十年 alone is "nearly ten years" as often as "the last ten": one of these decides. */
export const SPANS_AFTER: readonly string[] = ['来', '以来', '间', '里', '内', '中', '时间'];
export const AGO: readonly string[] = ['ago', '前', '以前', '之前'];

/** Units of such spans, with how many months or days one is. */
export const SPAN_UNITS: readonly (readonly [
  phrase: string,
  unit: { readonly months: number; readonly days: number },
])[] = [
  ['day', { months: 0, days: 1 }],
  ['days', { months: 0, days: 1 }],
  ['week', { months: 0, days: 7 }],
  ['weeks', { months: 0, days: 7 }],
  ['month', { months: 1, days: 0 }],
  ['months', { months: 1, days: 0 }],
  ['year', { months: 12, days: 0 }],
  ['years', { months: 12, days: 0 }],
  ['decade', { months: 120, days: 0 }],
  ['decades', { months: 120, days: 0 }],
  ['century', { months: 1200, days: 0 }],
  ['天', { months: 0, days: 1 }],
  ['日', { months: 0, days: 1 }],
  ['周', { months: 0, days: 7 }],
  ['个星期', { months: 0, days: 7 }],
  ['个月', { months: 1, days: 0 }],
  ['年', { months: 12, days: 0 }],
  ['个世纪', { months: 1200, days: 0 }],
];

/** Words after which four digits are a year. */
export const YEAR_PREPOSITIONS: readonly string[] = phrases(`
  in | since | by | until | till | from | before | after | during | early | late | mid | mid- | year | of
  between | throughout | summer | spring | autumn | winter | fall | early in | late in | the end of | 自 | 至
  到 | 从
`);

/** Words after which May, March and August, or a short month, are months without a day or year beside them. */
export const MONTH_PREPOSITIONS: readonly string[] = words(`
  in since by until till from to of before after during last this next early late mid mid- between and every
  through throughout for
`);

export const SEASONS: Readonly<Record<string, number>> = {
  spring: 21,
  summer: 22,
  autumn: 23,
  fall: 23,
  winter: 24,
  春: 21,
  夏: 22,
  秋: 23,
  冬: 24,
};
