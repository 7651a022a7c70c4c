/** Which documents of a corpus somebody wants to look at: those of a time, those whose title or path holds some words. */

import { edtf } from '../../checks/statements/statement.ts';
import type { DocumentFacts } from '../../core/facts.ts';
import type { DayRange } from '../../values/time.ts';
import { foldName } from '../names.ts';

export interface Scope {
  /** EDTF, both inclusive; what cannot be read bounds nothing. */
  readonly from?: string;
  readonly to?: string;
  /** What a title or path must hold, but for case and accents. */
  readonly documents?: string;
}

/** Whether a document is one of them. One without a date lies in no time. */
export function inScope(scope: Scope): (facts: DocumentFacts) => boolean {
  const { earliest, latest } = daysOf(scope);
  const isSought = isNamed(scope);
  const timed = Number.isFinite(earliest) || Number.isFinite(latest);
  return (facts) => {
    if (timed) {
      const time = edtf(facts.date);
      if (!time || time.end.latest < earliest || time.start.earliest > latest) return false;
    }
    return isSought(facts);
  };
}

/** The same by title and path alone. */
export function isNamed({ documents = '' }: Scope): (file: Pick<DocumentFacts, 'path' | 'title'>) => boolean {
  const sought = foldName(documents);
  return sought === '' ? () => true : ({ title = '', path }) => foldName(`${title} ${path}`).includes(sought);
}

/** Whether it names some documents, and so leaves out what no document says. */
export const namesDocuments = ({ documents = '' }: Scope): boolean => foldName(documents) !== '';

export function daysOf({ from, to }: Scope): DayRange {
  return {
    earliest: edtf(from)?.start.earliest ?? Number.NEGATIVE_INFINITY,
    latest: edtf(to)?.end.latest ?? Number.POSITIVE_INFINITY,
  };
}

/** Whether nothing is left out. */
export function isWhole(scope: Scope): boolean {
  const { earliest, latest } = daysOf(scope);
  return !namesDocuments(scope) && !Number.isFinite(earliest) && !Number.isFinite(latest);
}
