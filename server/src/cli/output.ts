/** What the commands say alike: in which language and colours, and what they did not do. Knows no single command. */

import type { Selection, Target } from './corpora.ts';
import type { Environment } from './environment.ts';
import type { Report } from './report.ts';
import { inColour, type Paint, plain, printable, wantsColour } from './terminal.ts';

/** In which the command line speaks. */
export const LANGUAGE = 'en';
/** What a report is cut to where no terminal says how wide it is. */
export const DEFAULT_COLUMNS = 100;

export const paintFor = ({ noColor }: { readonly noColor: boolean }, { isTTY, variables }: Environment): Paint =>
  !noColor && wantsColour(isTTY, variables) ? inColour : plain;

/** A line on standard error. */
export function note({ stderr }: Environment, text: string): void {
  stderr.write(`concord: ${printable(text)}\n`);
}

export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** What was asked for and not done, a line for each reason: silence about it would read as praise. */
export function notesOn({ targets }: Selection, { checked }: Pick<Report, 'checked'>, done: string): readonly string[] {
  const without = targets.filter(({ places }) => places.length === 0);
  const aside = targets.filter(({ above }) => above !== undefined);
  const others = targets.filter(
    ({ kind, places }) =>
      kind === 'file' &&
      places.length > 0 &&
      !places.some(({ root, inside }) => inside.some((path) => checked.get(root)?.has(path))),
  );
  return [
    ...(without.length > 0 ? [`no corpus found for ${listed(without)}: there is no concord.yaml to go by`] : []),
    ...(aside.length > 0 ? [`not ${done}: the rest of ${listed(aside)}, which is part of ${aside[0]!.above}`] : []),
    ...(others.length > 0 ? [`not ${done}, because no corpus has it as document or record: ${listed(others)}`] : []),
  ];
}

const MOST_NAMED = 3;

function listed(targets: readonly Target[]): string {
  const named = targets.slice(0, MOST_NAMED).map(({ given }) => given);
  const more = targets.length - named.length;
  return named.join(', ') + (more > 0 ? ` and ${more} more` : '');
}
