/**
 * YAML as it is written, for laying it out anew: every part with the comments and blank lines that belong to it.
 * Reads the nodes of a text and what stands between them; knows no keys and writes nothing.
 */

/** A comment line from its `#` on, or nothing: a blank line. */
export type Line = string;

export interface Part {
  /** Lines of their own above it. */
  lead: Line[];
  /** Comments from inside of it that have no room there: they go above it. */
  readonly raised: Line[];
  /** Of an entry: its key as it is written, and what the key is. */
  readonly key?: { readonly raw: string; readonly name: string };
  /** A comment at the end of its line, with the spaces before it; of a block collection, behind its key. */
  trail: string;
  value: Value;
  /** Comments below it that are indented deeper than it is. */
  foot: Line[];
  /** Of its key or dash. */
  readonly start: number;
  /** Behind its last character, the comments that are part of it included. */
  end: number;
  /** The column of its key or dash. */
  readonly column: number;
}

export type Value = Hollow | ScalarText | BlockScalar | Collection | Verbatim;

/** Nothing is written there. */
export interface Hollow {
  readonly kind: 'hollow';
}

/** A scalar in one of the styles that white space may be changed around: its lines, without what indents them. */
export interface ScalarText {
  readonly kind: 'scalar';
  readonly lines: readonly string[];
}

/** A literal or folded scalar: its lines verbatim, save for what indents all of them. */
export interface BlockScalar {
  readonly kind: 'block';
  readonly header: string;
  readonly lines: readonly string[];
  /** The header says how deep the lines are, counted from the part; else they go where lines of their kind go. */
  readonly depth: number | undefined;
}

export interface Collection {
  readonly kind: 'map' | 'seq';
  readonly flow: boolean;
  readonly parts: readonly Part[];
  /** Comments after the last part. */
  foot: Line[];
  /** A comment behind the opening bracket. */
  readonly opening?: Line;
  readonly column: number;
}

/** Lines that cannot be laid out anew without a risk: with anchors, aliases, tags, or keys that are no text. */
export interface Verbatim {
  readonly kind: 'verbatim';
  lines: readonly string[];
}

/** What the root of a file is read into. */
export interface Tree extends Collection {
  readonly eol: string;
  /** Where the first line is that it holds. */
  readonly start: number;
}

export const isCollection = (value: Value): value is Collection => value.kind === 'map' || value.kind === 'seq';

/** Every comment of a tree, in the order of the text, where they can be told; those of verbatim parts are not. */
export function commentsOf(collection: Collection): readonly string[] {
  const found: string[] = [];
  const visit = ({ parts, foot }: Collection): void => {
    for (const { lead, raised, trail, value, foot: below } of parts) {
      found.push(...lead, ...raised, trail.trim());
      if (isCollection(value)) visit(value);
      if (value.kind === 'verbatim') found.push(...value.lines.map((line) => line.trim()));
      if (value.kind === 'block') found.push(value.header);
      found.push(...below);
    }
    found.push(...foot);
  };
  visit(collection);
  return found.filter((line) => line !== '');
}
