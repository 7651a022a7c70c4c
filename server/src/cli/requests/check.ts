/** What `concord check` is asked for. Knows which of its options go together; does nothing about them. */

import type { Compared } from '../checkChange.ts';
import type { FormatName } from '../commands.ts';
import { quoted, see, UsageError } from '../usage.ts';

export interface CheckRequest {
  readonly command: 'check';
  /** As given; empty where there are none. */
  readonly paths: readonly string[];
  /** The file whose text comes on standard input; it is the only one that is checked then. */
  readonly stdinFile: string | undefined;
  readonly format: FormatName;
  /** Infinite by default. */
  readonly maxWarnings: number;
  readonly showAccepted: boolean;
  readonly noColor: boolean;
  /** What becomes of the fixes: they are left alone, written, or only shown. */
  readonly fixes: 'leave' | 'write' | 'show';
  readonly unsafe: boolean;
  readonly baseline: BaselineRequest | undefined;
  readonly watch: boolean;
  /** What was printed for the same files before may be printed again, and what is printed now be kept. */
  readonly remembers: boolean;
  /** Whether it is told, on standard error, what took how long. */
  readonly profiles?: boolean;
  /** What the findings have to do with; without it whatever is in the paths counts. */
  readonly compared?: Compared;
}

export interface BaselineRequest {
  readonly file: string;
  /** Whether it is only looked at, loses what is gone, or takes in all that is found. */
  readonly mode: 'compare' | 'prune' | 'write';
}

/** Throws `UsageError` where options contradict each other. */
export function checkRequest(
  positionals: readonly string[],
  options: ReadonlyMap<string, string>,
  switches: ReadonlySet<string>,
): CheckRequest {
  const has = (name: string) => switches.has(name) || options.has(name);
  const needs = (name: string, others: readonly string[], why: string) => {
    if (has(name) && !others.some(has))
      throw new UsageError(`--${name} needs ${others.map((other) => `--${other}`).join(' or ')}${why}`);
  };
  const excludes = (name: string, others: readonly string[]) => {
    const other = others.find(has);
    if (has(name) && other !== undefined) throw new UsageError(`--${name} and --${other} contradict each other`);
  };
  needs('unsafe', ['fix', 'diff'], ': alone it would change nothing');
  needs('write-baseline', ['baseline'], ', which says where to');
  needs('prune', ['baseline'], ', which says of what');
  excludes('write-baseline', ['prune', 'diff', 'watch', 'stdin-filename']);
  excludes('prune', ['diff', 'watch', 'stdin-filename']);
  excludes('watch', ['fix', 'diff', 'stdin-filename']);
  const others = ['fix', 'diff', 'watch', 'write-baseline', 'prune', 'stdin-filename'];
  excludes('staged', ['since', ...others]);
  excludes('since', others);
  excludes('profile', ['staged', 'since', 'fix', 'diff', 'watch', 'stdin-filename']);
  const stdinFile = options.get('stdin-filename');
  const paths = positionals.filter((path) => path !== '-');
  if (stdinFile === undefined && paths.length < positionals.length)
    throw new UsageError('standard input needs --stdin-filename, which says what file of the corpus it is');
  if (stdinFile !== undefined && (paths.length > 0 || positionals.length > 1))
    throw new UsageError(`--stdin-filename checks that file alone, so it takes no PATH; ${see('check')}`);
  const file = options.get('baseline');
  const mode = switches.has('write-baseline') ? 'write' : switches.has('prune') ? 'prune' : 'compare';
  return {
    command: 'check',
    paths,
    stdinFile,
    format: (options.get('format') as FormatName | undefined) ?? 'pretty',
    maxWarnings: countOf(options.get('max-warnings')),
    showAccepted: switches.has('show-accepted'),
    noColor: switches.has('no-color'),
    fixes: switches.has('diff') ? 'show' : switches.has('fix') ? 'write' : 'leave',
    unsafe: switches.has('unsafe'),
    baseline: file === undefined ? undefined : { file, mode },
    watch: switches.has('watch'),
    remembers: !switches.has('no-cache'),
    ...(switches.has('profile') && { profiles: true }),
    ...comparedIn(options, switches),
  };
}

function comparedIn(
  options: ReadonlyMap<string, string>,
  switches: ReadonlySet<string>,
): { readonly compared?: Compared } {
  const revision = options.get('since');
  if (switches.has('staged')) return { compared: { kind: 'staged' } };
  return revision === undefined ? {} : { compared: { kind: 'since', revision } };
}

function countOf(text: string | undefined): number {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  if (/^[0-9]{1,15}$/.test(text)) return Number(text);
  throw new UsageError(`--max-warnings takes a whole number from 0, not ${quoted(text)}`);
}
