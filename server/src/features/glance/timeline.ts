/**
 * When the documents of a corpus were published, and when what they speak of happened: for a line of time. What is dated to the
 * month only is no day, and where several dates are claimed each is there. Draws nothing.
 */

import type { View } from '../../checks/engine/check.ts';
import { edtf } from '../../checks/statements/statement.ts';
import type { DocumentFacts } from '../../core/facts.ts';
import type { TimeValue } from '../../values/time.ts';
import { timeInWords } from '../../values/timeWords.ts';
import { type Axis, type Bucket, type Line, lineAround } from './axis.ts';
import { type EventRow, eventsIn } from './events.ts';
import { type DocumentLink, documentLink } from './neighbours.ts';
import { daysOf, inScope, type Scope } from './scope.ts';
import type { Steps } from './steps.ts';

export interface TimelineModel {
  /** Undefined where nothing has a date. */
  readonly axis: Axis | undefined;
  readonly bars: readonly Bar[];
  /** Documents whose date is less exact than a bar is wide, by the time that it may mean. */
  readonly coarse: readonly CoarseBar[];
  /** By date; the first ones where there are very many. */
  readonly documents: readonly DocumentMark[];
  readonly events: readonly EventRow[];
  readonly counts: {
    readonly documents: number;
    /** Of the documents, those without a date that can be read; none where a time is asked for. */
    readonly undated: number;
    readonly events: number;
    /** Events with dates that contradict one another. */
    readonly contradictory: number;
  };
}

/** The documents of one day, month, year… */
export interface Bar extends Bucket {
  readonly documents: number;
  readonly claims: number;
}

export interface CoarseBar {
  /** In days since 1970, both inclusive, within the axis. */
  readonly start: number;
  readonly end: number;
  readonly label: string;
  /** EDTF, to ask for nothing but this time. */
  readonly date: string;
  readonly documents: number;
}

export interface DocumentMark extends DocumentLink {
  /** In days since 1970, within the axis; undefined without a date. */
  readonly start?: number;
  readonly end?: number;
  readonly claims: number;
}

const MOST_DOCUMENTS = 300;
const MOST_EVENTS = 150;
const MOST_COARSE = 40;
const STEP = 500;

export function* timeline(view: View, scope: Scope, locale: string): Steps<TimelineModel> {
  const isChosen = inScope(scope);
  const dated: Dated[] = [];
  const undated: DocumentFacts[] = [];
  let looked = 0;
  for (const facts of view.corpus.documents.values()) {
    if (++looked % STEP === 0) yield;
    if (!isChosen(facts)) continue;
    const time = edtf(facts.date);
    if (time) dated.push({ facts, time });
    else undated.push(facts);
  }
  const events = yield* eventsIn(view, scope, locale);
  const asked = daysOf(scope);
  dated.sort((a, b) => order(a.time.start.earliest, b.time.start.earliest) || order(a.facts.path, b.facts.path));
  const line = lineAround(
    [...dated.map(({ time }) => time), ...events.flatMap(({ dates }) => dates.map(({ time }) => time))],
    asked,
    locale,
  );
  const placed: Placed = line ? yield* placedOn(line, dated, locale) : { bars: [], coarse: [], marks: [] };
  const shownEvents = events.slice(0, MOST_EVENTS);
  undated.sort((a, b) => order(a.path, b.path));
  return {
    axis: line?.axis,
    bars: placed.bars,
    coarse: placed.coarse,
    documents: [
      ...placed.marks,
      ...undated.map((facts) => ({ ...documentLink(facts, locale), claims: facts.claims.length })),
    ].slice(0, MOST_DOCUMENTS),
    events: line ? shownEvents.map((event) => event.on(line)) : [],
    counts: {
      documents: dated.length + undated.length,
      undated: undated.length,
      events: events.length,
      contradictory: events.filter(({ contradictory }) => contradictory).length,
    },
  };
}

interface Dated {
  readonly facts: DocumentFacts;
  readonly time: TimeValue;
}

const order = (a: number | string, b: number | string): number => (a < b ? -1 : a > b ? 1 : 0);

interface Placed {
  readonly bars: readonly Bar[];
  readonly coarse: readonly CoarseBar[];
  readonly marks: readonly DocumentMark[];
}

function* placedOn(line: Line, dated: readonly Dated[], locale: string): Steps<Placed> {
  const bars = new Map<number, { documents: number; claims: number }>();
  const coarse = new Map<string, { start: number; end: number; label: string; date: string; documents: number }>();
  const marks: DocumentMark[] = [];
  for (const [i, { facts, time }] of dated.entries()) {
    if (i % STEP === 0) yield;
    const { start, end } = line.within(time);
    const [first, last] = [line.bucketOf(start), line.bucketOf(end)];
    if (i < MOST_DOCUMENTS) marks.push({ ...documentLink(facts, locale), start, end, claims: facts.claims.length });
    if (first === last) {
      const bar = bars.get(first) ?? { documents: 0, claims: 0 };
      bars.set(first, { documents: bar.documents + 1, claims: bar.claims + facts.claims.length });
    } else {
      const range = coarse.get(`${start} ${end}`) ?? {
        start,
        end,
        label: timeInWords(facts.date ?? '', locale),
        date: facts.date ?? '',
        documents: 0,
      };
      range.documents++;
      coarse.set(`${start} ${end}`, range);
    }
  }
  const inOrder = [...bars.keys()].sort((a, b) => a - b);
  return {
    bars: inOrder.map((bucket): Bar => ({ ...line.bucket(bucket), ...bars.get(bucket)! })),
    coarse: [...coarse.values()]
      .sort((a, b) => b.documents - a.documents || a.start - b.start)
      .slice(0, MOST_COARSE)
      .sort((a, b) => a.start - b.start || b.end - a.end),
    marks,
  };
}
