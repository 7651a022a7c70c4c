/** Days and texts as places of a picture. Knows no assertion. */

import { scaleUtc } from 'd3-scale';
import type { When } from '../../features/dossier/model.ts';

const DAY = 86_400_000;
/** Beyond these years a calendar of the machine has no days. */
const FARTHEST = 95_000_000;

export interface TimeScale {
  /** The x of the beginning of a day. */
  x(day: number): number;
  readonly left: number;
  readonly right: number;
  readonly ticks: readonly Tick[];
}

interface Tick {
  readonly x: number;
  readonly label: string;
}

/** Undefined where nothing has a day. */
export function timeScale(
  whens: readonly (When | undefined)[],
  left: number,
  right: number,
  locale: string,
): TimeScale | undefined {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const when of whens) {
    if (!when) continue;
    for (const day of [when.start.earliest, when.start.latest, when.end.earliest, when.end.latest]) {
      if (day === null) continue;
      first = Math.min(first, day);
      last = Math.max(last, day + 1);
    }
  }
  if (first > last) return undefined;
  first = Math.max(first, -FARTHEST);
  last = Math.max(Math.min(last, FARTHEST), first + 1);
  const isOpen = (end: 'start' | 'end') =>
    whens.some((when) => when && when[end].earliest === null && when[end].latest === null);
  // One day alone is shown among its months.
  const pad = Math.max((last - first) * 0.03, last - first < 3 ? 45 : 1.5);
  const from = first - (isOpen('start') ? pad * 3 : pad);
  const to = last + (isOpen('end') ? pad * 3 : pad);
  const scale = scaleUtc()
    .domain([new Date(from * DAY), new Date(to * DAY)])
    .range([left, right]);
  // No finer than days, whatever the scale would like.
  const dates = scale.ticks(Math.max(2, Math.floor((right - left) / 110))).filter((date) => date.getTime() % DAY === 0);
  const format = formatFor(dates, locale);
  return {
    x: (day) => Math.min(right, Math.max(left, scale(new Date(Math.max(-FARTHEST, Math.min(FARTHEST, day)) * DAY)))),
    left,
    right,
    ticks: apart(dates.map((date) => ({ x: scale(date), label: format(date) }))),
  };
}

/** Without those whose label would stand on the one before. */
function apart(ticks: readonly Tick[]): readonly Tick[] {
  const kept: Tick[] = [];
  for (const tick of ticks) {
    const last = kept.at(-1);
    const room = last ? (widthOf(last.label) + widthOf(tick.label)) / 2 + 8 : 0;
    if (!last || (tick.x - last.x >= room && tick.label !== last.label)) kept.push(tick);
  }
  return kept;
}

/** A few of them serve all charts of a report, and each takes long to make. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** As much of a date as tells the ticks apart. */
function formatFor(dates: readonly Date[], locale: string): (date: Date) => string {
  const step = dates.length > 1 ? (dates[1]!.getTime() - dates[0]!.getTime()) / DAY : 1;
  const options: Intl.DateTimeFormatOptions =
    step > 300
      ? { year: 'numeric' }
      : step > 27
        ? { year: 'numeric', month: 'short' }
        : { year: 'numeric', month: 'short', day: 'numeric' };
  const withEra = dates.some((date) => date.getUTCFullYear() < 1);
  const key = JSON.stringify([locale, options, withEra]);
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, {
      ...options,
      timeZone: 'UTC',
      ...(withEra && { era: 'short' as const }),
    });
    formats.set(key, format);
  }
  const { format: worded } = format;
  return (date) => worded(date);
}

/** What is certain of a time and how far it may reach, as places; `null` days reach the edge. */
export interface Reach {
  readonly from: number;
  readonly to: number;
  /** Absent where nothing of it is certain. */
  readonly sure?: { readonly from: number; readonly to: number };
  readonly openStart: boolean;
  readonly openEnd: boolean;
}

export function reachOf({ interval, start, end }: When, scale: TimeScale): Reach {
  const from = start.earliest === null ? scale.left : scale.x(start.earliest);
  const to = end.latest === null ? scale.right : scale.x(end.latest + 1);
  const [sureStart, sureEnd] = [start.latest, end.earliest];
  const sureFrom = sureStart === null ? (start.earliest === null ? scale.left : undefined) : scale.x(sureStart);
  const sureTo = sureEnd === null ? (end.latest === null ? scale.right : undefined) : scale.x(sureEnd + 1);
  const isSure =
    sureFrom !== undefined &&
    sureTo !== undefined &&
    sureFrom < sureTo &&
    (interval || start.earliest === start.latest);
  return {
    from,
    to,
    ...(isSure && { sure: { from: sureFrom, to: sureTo } }),
    openStart: start.earliest === null,
    openEnd: end.latest === null,
  };
}

/** About how wide a text is, in pixels of 11; Han letters are square. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text)
    width += /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/.test(character) ? 11 : 6.1;
  return width;
}

/** As much of a text as has room, set apart from the direction of what is around it. */
export function fitted(text: string, room: number): string {
  if (widthOf(text) <= room) return isolated(text);
  let [width, kept] = [0, ''];
  for (const character of text) {
    width += widthOf(character);
    if (width > room - 8) break;
    kept += character;
  }
  return isolated(`${kept.trimEnd()}…`);
}

/** SVG has no `bdi`: the characters of Unicode for the same. */
const isolated = (text: string): string => `\u2068${text}\u2069`;
