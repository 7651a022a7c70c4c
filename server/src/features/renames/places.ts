/** What a renaming collects: the texts to be replaced, by file, or why there is to be no renaming. */

import type { Replacement } from '../../core/edit.ts';
import type { Params } from '../../core/problem.ts';
import type { Span } from '../../core/text.ts';

export type RenameProblem =
  /** Nothing that has a name of the corpus' own stands there. */
  | 'cannot-rename'
  /** Letters, digits, hyphens, underscores and dots make an id. */
  | 'invalid-id'
  /** Something else of the kind has that name. */
  | 'id-taken'
  /** A name of the core vocabulary, which means the same in every corpus. */
  | 'core-name'
  /** The format itself uses the word where such a name could stand. */
  | 'reserved-name'
  /** A file cannot be changed without risk, so none is. */
  | 'unsafe-rename';

export interface Refusal {
  readonly problem: RenameProblem;
  readonly params?: Params;
}

export class Places {
  readonly byPath = new Map<string, Replacement[]>();

  add(path: string, span: Span, text: string): void {
    const own = this.byPath.get(path);
    if (own) own.push({ span, text });
    else this.byPath.set(path, [{ span, text }]);
  }
}

/** What an entity, a property or a type can be called. */
export const NAME = /^[\p{L}\p{N}._-]+$/u;
