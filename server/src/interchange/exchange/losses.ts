/** What a target cannot hold of what is given to it: counted, in words, with examples. Knows no format. */

/** One kind of thing that is not carried over. */
export interface Loss {
  /** In words, as the subject of a sentence: "names in other languages". */
  readonly what: string;
  readonly count: number;
  /** The first few places. */
  readonly examples: readonly string[];
}

const EXAMPLES = 3;
/** Longer examples tell a reader no more. */
const LONGEST = 120;

export class Losses {
  private readonly known = new Map<string, { count: number; examples: string[] }>();

  /** One of them; `example` says where, in the words of a person. */
  add(what: string, example: string, count = 1): void {
    if (count < 1) return;
    const known = this.known.get(what) ?? { count: 0, examples: [] };
    known.count += count;
    if (known.examples.length < EXAMPLES && !known.examples.includes(example))
      known.examples.push(example.length > LONGEST ? `${example.slice(0, LONGEST - 1)}…` : example);
    this.known.set(what, known);
  }

  /** The most frequent first. */
  all(): readonly Loss[] {
    return [...this.known]
      .map(([what, { count, examples }]) => ({ what, count, examples }))
      .sort((a, b) => b.count - a.count);
  }
}
