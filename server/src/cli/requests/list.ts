/** What `concord list` and `concord stats` are asked for. Knows which filters fit what is listed; looks nothing up. */

import { closest } from '../../core/spelling.ts';
import { parseEdtf, type TimeValue } from '../../values/time.ts';
import { FILTERS, LIST_KINDS, type ListFormat, type ListKind, type StatsFormat } from '../commands/list.ts';
import { quoted, see, UsageError } from '../usage.ts';

export interface ListRequest {
  readonly command: 'list';
  readonly kind: ListKind;
  /** As given; empty where there are none. */
  readonly paths: readonly string[];
  readonly filters: Filters;
  readonly facts: boolean;
  readonly format: ListFormat;
  readonly noColor: boolean;
}

/** Each empty where nothing was said. */
export interface Filters {
  readonly type: readonly string[];
  readonly subject: readonly string[];
  readonly property: readonly string[];
  readonly by: readonly string[];
  /** Globs. */
  readonly document: readonly string[];
  readonly from: TimeValue | undefined;
  readonly to: TimeValue | undefined;
}

export interface StatsRequest {
  readonly command: 'stats';
  readonly paths: readonly string[];
  readonly format: StatsFormat;
  readonly noColor: boolean;
}

/** Throws `UsageError`. */
export function listRequest(
  [what, ...paths]: readonly string[],
  options: ReadonlyMap<string, string>,
  switches: ReadonlySet<string>,
): ListRequest {
  const kinds = LIST_KINDS.join(', ');
  if (what === undefined) throw new UsageError(`list needs to know what: ${kinds}; ${see('list')}`);
  const kind = LIST_KINDS.find((one) => one === what);
  if (!kind) {
    const [nearest] = closest(what, LIST_KINDS);
    throw new UsageError(
      `list has no ${quoted(what)}${nearest ? `; did you mean ${nearest}?` : ` (there are ${kinds})`}`,
    );
  }
  const wrong = [...options.keys(), ...switches].find((name) => FILTERS[name]?.includes(kind) === false);
  if (wrong !== undefined)
    throw new UsageError(`--${wrong} says nothing of ${kind}, only of ${FILTERS[wrong]!.join(' and ')}`);
  const several = (name: string) => {
    const values = (options.get(name) ?? '').split(',').map((value) => value.trim());
    return values.filter((value) => value !== '');
  };
  return {
    command: 'list',
    kind,
    paths,
    filters: {
      type: several('type'),
      subject: several('subject'),
      property: several('property'),
      by: several('by'),
      // A glob may have commas of its own, in braces.
      document: options.has('document') ? [options.get('document')!] : [],
      from: timeOf('from', options),
      to: timeOf('to', options),
    },
    facts: switches.has('facts'),
    format: (options.get('format') as ListFormat | undefined) ?? 'table',
    noColor: switches.has('no-color'),
  };
}

function timeOf(name: string, options: ReadonlyMap<string, string>): TimeValue | undefined {
  const text = options.get(name);
  if (text === undefined) return undefined;
  const time = parseEdtf(text);
  if ('start' in time) return time;
  throw new UsageError(`--${name} takes a date such as 2022, 2022-10 or 2022-10-20, not ${quoted(text)}`);
}
