/** Reads what stands between the nodes of YAML: white space, comments, single marks. Knows no nodes. */

import { lineEnd, lineStart, nextLine } from '../edit/layout.ts';
import type { Line } from './tree.ts';

/** Something stands between two nodes that is no comment and none of the marks that belong there. */
export class Unfamiliar extends Error {}

export interface Gap {
  /** A comment on the line on which the gap begins, with the spaces before it. */
  readonly trail: string;
  readonly lines: readonly GapLine[];
}

export interface GapLine {
  readonly text: Line;
  readonly column: number;
  readonly end: number;
}

/** A place in a text, up to `end`, that moves on as things are read. */
export class Cursor {
  private readonly start: number;

  constructor(
    protected readonly text: string,
    protected at: number,
    protected readonly end: number,
  ) {
    this.start = at;
  }

  protected take(mark: string): void {
    if (this.text[this.at] !== mark) throw new Unfamiliar();
    this.at++;
  }

  /** A comment right behind what has been read, with the spaces before it. */
  protected trail(): string {
    const { text } = this;
    let at = this.at;
    while (text[at] === ' ' || text[at] === '\t') at++;
    if (at === this.at || text[at] !== '#' || at >= this.end) return '';
    const from = this.at;
    this.at = lineEnd(text, at);
    return text.slice(from, this.at).trimEnd();
  }

  /** White space and comments up to the next thing that is neither. */
  protected gap(): Gap {
    const { text, end } = this;
    let trail = '';
    const lines: GapLine[] = [];
    let fresh = this.startsLine;
    for (;;) {
      let at = this.at;
      while (at < end && (text[at] === ' ' || text[at] === '\t')) at++;
      if (at >= end) {
        this.at = end;
        break;
      }
      if (text[at] === '\n' || text[at] === '\r') {
        if (fresh) lines.push({ text: '', column: 0, end: at });
      } else if (text[at] === '#' && (fresh || at > this.at)) {
        const comment = lineEnd(text, at);
        if (fresh) lines.push({ text: text.slice(at, comment).trimEnd(), column: this.columnAt(at), end: comment });
        else trail = text.slice(this.at, comment).trimEnd();
        at = comment;
      } else {
        this.at = at;
        break;
      }
      fresh = true;
      this.at = Math.min(nextLine(text, at), end);
    }
    return { trail, lines };
  }

  /** Whether nothing stands before the place on its line; told without a look at the line, which may be long. */
  protected get startsLine(): boolean {
    return this.at === this.start || this.text[this.at - 1] === '\n';
  }

  protected columnAt(offset: number): number {
    return offset - lineStart(this.text, offset);
  }
}

/** The comments of a gap. */
export const textsOf = ({ trail, lines }: Gap): Line[] =>
  [trail.trim(), ...lines.map(({ text }) => text)].filter(Boolean);
