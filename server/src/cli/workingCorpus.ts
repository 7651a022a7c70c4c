/**
 * One corpus while it changes under the command line's hands: texts are put in, and findings computed again only where
 * something that they rest on is another. Reads through the files it is given and writes none.
 */

import type { Finding } from '../checks/engine/check.ts';
import { type Known, Reading } from '../checks/engine/reading.ts';
import { check, unreadable } from '../checks/engine/run.ts';
import type { Library } from '../core/library.ts';
import { SETTINGS_FILE } from '../core/settings.ts';
import { type CorpusFiles, openCorpus } from './corpus.ts';
import type { FileText } from './environment.ts';

export class WorkingCorpus {
  readonly files: CorpusFiles;
  readonly library: Library;
  /** Why the settings cannot be read: then nothing else has been. */
  readonly problem: string | undefined;
  /** Texts that are not on disk, or not yet. */
  private readonly texts = new Map<string, string>();
  private readonly paths: Set<string>;
  private readonly known = new Map<string, Known>();
  private readonly versions = new Map<string, number>();

  /** What was looked at last for its fixes. */
  private latest: { readonly path: string; readonly corpus: unknown; readonly found: readonly Finding[] } | undefined;

  /**
   * `progress` is told how many of the documents have been read. `lean`: findings keep no document alive, and their fixes
   * are found anew when somebody asks; for whoever stays.
   */
  constructor(
    files: CorpusFiles,
    progress?: (done: number, all: number) => void,
    private readonly lean = false,
  ) {
    const { texts } = this;
    this.files = {
      ...files,
      read: (path) => {
        const text = texts.get(path);
        return text === undefined ? files.read(path) : { text };
      },
    };
    const opened = openCorpus(this.files, undefined, progress);
    this.library = opened.library;
    this.problem = opened.problem;
    this.paths = new Set(opened.paths);
  }

  /** The documents and records, readable or not, and the settings. */
  everyPath(): readonly string[] {
    return [SETTINGS_FILE, ...[...this.paths].sort()];
  }

  /** Whether it is a document or record of the corpus, or its settings. */
  has(path: string): boolean {
    return path === SETTINGS_FILE || this.paths.has(path);
  }

  textOf(path: string): string | undefined {
    const { library } = this;
    return path === SETTINGS_FILE ? library.settings.text : library.textOf(path);
  }

  /** Takes in a file as it is to be, though it is not so on disk. */
  put(path: string, text: string): void {
    this.texts.set(path, text);
    this.took(path, { text });
  }

  /** Takes in a file as it is on disk now, if it is there; answers whether it is another than before. */
  reread(path: string, isThere = true): boolean {
    const read = isThere ? this.files.read(path) : undefined;
    if (read && 'text' in read && this.reasonUnreadable(path) === undefined && this.seen(path) === read.text)
      return false;
    this.took(path, read);
    return true;
  }

  private took(path: string, read: FileText | undefined): void {
    const { library } = this;
    this.versions.set(path, this.versionOf(path) + 1);
    if (library.kindOf(path) === undefined) return;
    if (read === undefined) {
      this.paths.delete(path);
      library.update(path, undefined);
      return;
    }
    if (path !== SETTINGS_FILE) this.paths.add(path);
    if ('text' in read) library.update(path, read.text);
    else library.markUnreadable(path, read.problem);
  }

  /** The findings of a file, once every change has been taken in. */
  findings(path: string): readonly Finding[] {
    const { library } = this;
    if (library.isStale) library.refresh(() => false);
    const { settings, corpus } = library;
    const version = this.versionOf(path);
    const known = this.known.get(path);
    const same = known && known.version === version && known.settings === settings && known.records === corpus.records;
    if (same && known.holds()) return known.findings;
    const view = new Reading(library);
    const reason = this.reasonUnreadable(path);
    const problem = reason === undefined ? undefined : unreadable(view, path, reason);
    const checked = problem ? [problem] : check(view, path);
    const findings = this.lean ? checked.map((one, i) => this.leanly(one, i)) : checked;
    const { records } = corpus;
    this.known.set(path, { findings, version, settings, records, complete: true, holds: view.holds });
    return findings;
  }

  private leanly({ fixes: _, ...finding }: Finding, at: number): Finding {
    const { path, code, span } = finding;
    return {
      ...finding,
      fixes: () => {
        const { library } = this;
        if (this.latest?.path !== path || this.latest.corpus !== library.corpus)
          this.latest = { path, corpus: library.corpus, found: check(library, path) };
        const again = this.latest.found[at];
        return again?.code === code && again.span.start === span.start ? again.fixes() : [];
      },
    };
  }

  /** The text that was taken in; undefined where it is not at hand. */
  private seen(path: string): string | undefined {
    const { corpus, settings } = this.library;
    if (path === SETTINGS_FILE) return settings.text;
    return corpus.records.files.get(path)?.text ?? this.library.keptText(path);
  }

  private reasonUnreadable(path: string): string | undefined {
    return path === SETTINGS_FILE ? this.problem : this.library.reasonUnreadable(path);
  }

  private versionOf(path: string): number {
    return this.versions.get(path) ?? 0;
  }
}
