/** What keeps a proposal from being written, item by item, in words that say what to do. Knows no check. */

export interface ProposalProblem {
  /** Which item: `claims[2]`, `mentions[0]`, `entities[1]`, `document`. */
  readonly item: string;
  /** Stable, for programs. */
  readonly code: string;
  readonly message: string;
  /** What may have been meant. */
  readonly suggestions: readonly string[];
}

/** One item that cannot be written; what is caught once for the whole of a proposal. */
export class Unwritable extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly suggestions: readonly string[] = [],
  ) {
    super(message);
  }

  at(item: string): ProposalProblem {
    return { item, code: this.code, message: this.message, suggestions: this.suggestions };
  }
}

/** Texts of others are cut: a message is for reading. */
export const inQuotes = (text: string): string =>
  JSON.stringify(text.length > 120 ? `${text.slice(0, 80)} … ${text.slice(-30)}` : text);
