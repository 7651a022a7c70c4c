/** The events of the line of time: a row each, with a mark for every date that is claimed. */

import type { JSX } from 'preact';
import type { EventDate, EventRow } from '../../features/glance/events.ts';
import { shortened } from '../../features/markdown.ts';
import { ClaimLink, EntityLink, SvgGroup, useMarks, widthOf } from './parts.tsx';
import type { GlanceWords } from './words.ts';

const ROW = 22;
const GAP = 10;
/** Narrower than this a time is drawn as a point. */
const POINT = 7;

export const eventsHeight = (events: number): number => (events === 0 ? 0 : events * ROW + 8);

export interface EventMarksProps {
  readonly events: readonly EventRow[];
  readonly words: GlanceWords;
  readonly x: (day: number) => number;
  readonly width: number;
  /** Where the first row begins. */
  readonly top: number;
}

export function EventMarks({ events, words, x, width, top }: EventMarksProps): JSX.Element | null {
  const markProps = useMarks();
  if (events.length === 0) return null;
  let count = 0;
  return (
    <SvgGroup label={words.time.happened}>
      {events.map((event, row) => {
        const middle = top + row * ROW + ROW / 2;
        const [first, last] = [event.dates[0]!, event.dates.at(-1)!];
        const name = event.what === undefined ? event.name : `${event.name} · ${event.what}`;
        const label = labelBeside(
          name,
          event.contradictory,
          x(first.start),
          Math.max(...event.dates.map(({ end }) => x(end + 1))),
          width,
        );
        return (
          <g key={`${event.id} ${event.what}`} class={event.contradictory ? 'event contradictory' : 'event'}>
            {event.dates.length > 1 && (
              <line class="between" x1={x(first.start)} x2={x(last.end + 1)} y1={middle} y2={middle} />
            )}
            {event.dates.map((date) => (
              <DateMark key={date.words} date={date} {...{ event, name, words, x, middle, number: count++ }} />
            ))}
            <EntityLink
              id={event.id}
              label={event.contradictory ? `${name}: ${words.time.contradictory}` : name}
              {...markProps(count++)}
            >
              <text x={label.x} y={middle + 4} text-anchor={label.anchor}>
                {event.contradictory && <tspan class="sign">≠ </tspan>}
                {label.text}
                <title>{name}</title>
              </text>
            </EntityLink>
          </g>
        );
      })}
    </SvgGroup>
  );
}

interface DateMarkProps {
  readonly date: EventDate;
  readonly event: EventRow;
  readonly name: string;
  readonly words: GlanceWords;
  readonly x: (day: number) => number;
  readonly middle: number;
  readonly number: number;
}

/** A diamond for a day, a bar for a longer time or a less exact one. */
function DateMark({ date, event, name, words, x, middle, number }: DateMarkProps): JSX.Element {
  const markProps = useMarks();
  const [from, to] = [x(date.start), x(date.end + 1)];
  const said = words.time.dateOf(name, date.words, date.sources);
  const at = (from + to) / 2;
  const label = event.contradictory ? `${said}; ${words.time.contradictory}` : said;
  return (
    <ClaimLink path={date.path} claim={date.claim} label={label} {...markProps(number)}>
      {to - from < POINT ? (
        <path class="date" d={`M${at - 6} ${middle}L${at} ${middle - 6}L${at + 6} ${middle}L${at} ${middle + 6}Z`}>
          <title>{label}</title>
        </path>
      ) : (
        <rect class="date" x={from} y={middle - 5} width={to - from} height={10} rx={2}>
          <title>{label}</title>
        </rect>
      )}
    </ClaimLink>
  );
}

/** On the side that has the room; cut where neither has enough. */
function labelBeside(name: string, signed: boolean, from: number, to: number, width: number) {
  const need = widthOf(name) + (signed ? 14 : 0);
  const [left, right] = [from - GAP, width - to - GAP];
  const before = right < need && left > right;
  const room = Math.max(left, right) - (signed ? 14 : 0);
  const characters = Math.max(6, Math.floor(([...name].length * room) / Math.max(1, widthOf(name))));
  return {
    x: before ? from - GAP : to + GAP,
    anchor: before ? ('end' as const) : ('start' as const),
    text: need <= room ? name : shortened(name, characters),
  };
}
