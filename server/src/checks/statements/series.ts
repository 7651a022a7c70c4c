/** The dated statements of a group in the order of some instant of each: what came right before, what is newest. */

import type { Property } from '../../core/vocabulary.ts';
import { descending, firstFrom, type Numbers, Scopes } from './scopes.ts';
import type { Lexicon, Statement } from './statement.ts';

export class Series {
  /** Ascending; of one instant the first of the group comes last, so that it is met first from behind. */
  readonly statements: readonly Statement[];
  readonly scopes: Scopes;
  private readonly instants: Float64Array;
  private readonly all: Numbers;

  constructor(
    statements: readonly Statement[],
    instant: (statement: Statement) => number,
    property: Property,
    lexicon: Lexicon,
  ) {
    const ranked = statements.map((statement, place) => ({ statement, place, at: instant(statement) }));
    ranked.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : b.place - a.place));
    this.statements = ranked.map(({ statement }) => statement);
    this.instants = Float64Array.from(ranked, ({ at }) => at);
    this.scopes = new Scopes(this.statements, property, lexicon);
    this.all = this.statements.map((_, i) => i);
  }

  /** All from the last to the first, or those whose instant lies before `bound`; none that surely has another scope than `statement`. */
  *backwards(statement: Statement, bound?: number): Iterable<Statement> {
    // An open end lies beyond every bound.
    const below = bound === undefined ? this.statements.length : firstFrom(this.instants, bound);
    const lists = this.scopes.lists(statement) ?? [this.all];
    for (const i of descending(lists, below)) yield this.statements[i]!;
  }
}
