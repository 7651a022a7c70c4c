/** How a length of time is written (ISO 8601): years, months, weeks, days. Knows no calendar. */

/** Times of day make no days, and are refused. The groups are the four numbers. */
export const DURATION = /^P(?=\d)(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?$/;
