/**
 * The corpus that is served, as fresh as its files: what has changed since the last question is read again, and nothing
 * else. Reads files of the corpus alone, and writes none.
 */

import type { CorpusFiles } from '../cli/corpus.ts';
import type { Files } from '../cli/environment.ts';
import { wholeCorpus } from '../cli/oneCorpus.ts';
import { WorkingCorpus } from '../cli/workingCorpus.ts';
import { layoutOf } from '../core/layout.ts';
import { parseSettings, SETTINGS_FILE } from '../core/settings.ts';
import type { Steps } from '../features/steps.ts';
import { Refused } from './answer.ts';

/** A file may change twice within what the file system takes for one moment; a mark that young proves nothing. */
const YOUNG_MS = 2_000;
/** How many files are looked at between two pauses. */
const RUN = 500;

export class Shelf {
  private corpus: WorkingCorpus | undefined;
  /** Marks of the files as they were read; undefined where the file has to be read again to know. */
  private readonly marks = new Map<string, string | undefined>();

  constructor(
    /** The absolute path of the corpus' root. */
    readonly root: string,
    private readonly files: Files,
    private readonly now: () => number = Date.now,
  ) {}

  /** The corpus as it lies on disk now. Throws `Refused`. */
  *fresh(): Steps<WorkingCorpus> {
    const listing = wholeCorpus(this.root, this.files);
    if (!listing) throw new Refused(`There is no ${SETTINGS_FILE} in the folder of the corpus any more.`);
    const known = this.corpus;
    const made = known && !this.isOutdated(known) ? known : this.open(listing);
    if (made.problem !== undefined) throw new Refused(`${SETTINGS_FILE} cannot be read: ${made.problem}.`);
    yield* this.takeIn(made, listing);
    const { library } = made;
    for (let more = library.isStale; more; ) {
      yield;
      const end = this.now() + 8;
      more = library.refresh(() => this.now() > end);
    }
    return made;
  }

  /** New settings decide anew what belongs to the corpus. */
  private isOutdated(corpus: WorkingCorpus): boolean {
    if (corpus.problem !== undefined) return true;
    if (!this.mayHaveChanged(SETTINGS_FILE)) return false;
    const read = this.files.read(corpus.files.pathOf(SETTINGS_FILE));
    return !('text' in read) || read.text !== corpus.library.settings.text;
  }

  /** With its records; the documents are taken in after that, so that whoever waits can give up meanwhile. */
  private open(listing: CorpusFiles): WorkingCorpus {
    this.marks.clear();
    this.mayHaveChanged(SETTINGS_FILE);
    const settings = this.files.read(listing.pathOf(SETTINGS_FILE));
    const layout = layoutOf(parseSettings('text' in settings ? settings.text : ''));
    const records = listing.paths.filter((path) => layout.kindOf(path) === 'records');
    // Before they are read: what changes meanwhile has another mark then.
    for (const path of records) this.mayHaveChanged(path);
    const corpus = new WorkingCorpus({ ...listing, paths: records }, undefined, true);
    this.corpus = corpus;
    return corpus;
  }

  private *takeIn(corpus: WorkingCorpus, listing: CorpusFiles): Steps<void> {
    const there = new Set(listing.paths);
    for (const path of corpus.everyPath()) {
      if (path === SETTINGS_FILE || there.has(path)) continue;
      this.marks.delete(path);
      corpus.reread(path, false);
    }
    for (const [i, path] of listing.paths.entries()) {
      if (i % RUN === RUN - 1) yield;
      if (path === SETTINGS_FILE || corpus.library.kindOf(path) === undefined) continue;
      if (!this.mayHaveChanged(path)) continue;
      corpus.reread(path);
      yield;
    }
  }

  /** Remembers the mark that the file has now. */
  private mayHaveChanged(path: string): boolean {
    const stamp = this.files.stamp?.(`${this.root}/${path}`);
    const known = this.marks.get(path);
    const isYoung = !stamp || stamp.changed + YOUNG_MS > this.now();
    this.marks.set(path, isYoung ? undefined : stamp.mark);
    return known === undefined || known !== stamp?.mark;
  }
}
