/** Finds the document of a corpus that has a given body. Remembers how long bodies are, and reads no closed file twice for that. */

import { bodyOf, hasBody } from '../interchange/import/compose.ts';
import type { Environment } from './environment.ts';
import type { Project } from './project.ts';

/** Milliseconds of work between two pauses. */
const SLICE = 8;

export class Bodies {
  private readonly lengths = new Map<string, { readonly version: number; readonly length: number }>();
  private measuring: Promise<void> | undefined;

  constructor(
    private readonly project: Project,
    private readonly environment: Environment,
  ) {}

  /** The path of the document with that body; also undefined where that is not known after `patience` milliseconds. */
  async pathOf(body: string, patience = Number.POSITIVE_INFINITY): Promise<string | undefined> {
    const measured = this.measure();
    const end = Date.now() + patience;
    let done = false;
    void measured.then(() => {
      done = true;
    });
    if (patience === Number.POSITIVE_INFINITY) await measured;
    while (!done && Date.now() < end) await this.environment.pause();
    for (const [path, { length }] of this.lengths) {
      if (length === body.length && hasBody(this.project.textOf(path) ?? '', body)) return path;
    }
    return undefined;
  }

  /** Work that is under way is waited for, not done again: what changed meanwhile is one document, and it is written by hand. */
  private measure(): Promise<void> {
    this.measuring ??= this.read().finally(() => {
      this.measuring = undefined;
    });
    return this.measuring;
  }

  private async read(): Promise<void> {
    const { project, lengths } = this;
    for (const path of lengths.keys()) if (!project.corpus.documents.has(path)) lengths.delete(path);
    let since = Date.now();
    for (const path of project.corpus.documents.keys()) {
      const version = project.versionOf(path);
      if (lengths.get(path)?.version === version) continue;
      const text = project.textOf(path);
      if (text !== undefined) lengths.set(path, { version, length: bodyOf(text).length });
      if (Date.now() - since < SLICE) continue;
      await this.environment.pause();
      since = Date.now();
    }
  }
}
