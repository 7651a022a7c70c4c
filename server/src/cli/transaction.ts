/** Several files that are written together: all of them, or none. Knows the file system by what it is given. */

import type { Pieces } from '../interchange/exchange/format.ts';
import type { Files, Staged } from './environment.ts';
import { Told } from './usage.ts';

interface Part {
  readonly path: string;
  readonly staged: Staged;
  /** What the file has to hold before; undefined where it is new, or is replaced whatever it holds. */
  readonly before?: string;
  readonly replaces: boolean;
}

/** Nothing has been written; the message says why. */
export class NotDone extends Told {}

/** A file has changed, or come up, meanwhile. */
export class Overtaken extends NotDone {
  constructor(path: string) {
    super(`${path} has changed meanwhile: nothing was written`);
  }
}

export class Transaction {
  private readonly parts: Part[] = [];

  constructor(private readonly files: Files) {}

  /** A new file; with `replaces`, whatever stands there. */
  async add(path: string, content: Pieces, replaces = false): Promise<void> {
    const staged = this.files.stage(path);
    this.parts.push({ path, staged, replaces });
    for await (const piece of content) staged.write(piece);
    staged.finish();
  }

  /** A new file whose text is there already. */
  create(path: string, text: string): void {
    const staged = this.files.stage(path);
    this.parts.push({ path, staged, replaces: false });
    staged.write(text);
    staged.finish();
  }

  /** Another text for a file that holds `before`. */
  change(path: string, before: string, text: string): void {
    const staged = this.files.stage(path);
    this.parts.push({ path, staged, before, replaces: true });
    staged.write(text);
    staged.finish();
  }

  /** Throws `Overtaken`, or what the machine objects to; then every file is as it was. */
  commit(): void {
    for (const { path, before } of this.parts) {
      if (before === undefined) continue;
      const now = this.files.read(path);
      if (!('text' in now) || now.text !== before) throw new Overtaken(path);
    }
    for (const { path, staged, replaces } of this.parts) {
      if (!staged.commit(replaces)) throw new Overtaken(path);
    }
    for (const { staged } of this.parts) staged.close();
  }

  /** Takes back whatever has been written. */
  discard(): void {
    for (const { staged } of [...this.parts].reverse()) staged.discard();
  }
}
