/**
 * One corpus in use: its snapshot, the files that are open or were lately looked at, and what could not be read.
 * The one mutable thing of the core; the session and the command line each hold one per corpus. Reads through a function
 * it is given and does no I/O of its own.
 */

import { analyse } from './analysis.ts';
import { Corpus } from './corpus.ts';
import { type Document, parseDocument } from './document.ts';
import { type DocumentFacts, factsOf } from './facts.ts';
import type { Group } from './groups.ts';
import { type FileKind, type Layout, layoutOf } from './layout.ts';
import { parseRecords } from './record.ts';
import { parseSettings } from './settings.ts';

/** The text of a file, by its path from the corpus root; undefined where there is none or it cannot be read. */
export type ReadText = (path: string) => string | undefined;

/**
 * Parsed documents are kept up to this many UTF-16 units of text; the rest is read again when somebody asks. A corpus that
 * has more is never kept as a whole: whoever goes through all of it would find each document just let go, so that only a few
 * are worth their memory, those that somebody works on.
 */
export const KEPT_UNITS = { whole: 24_000_000, few: 4_000_000 };

export class Library {
  corpus: Corpus;
  private layout: Layout;
  /** In order of use, the latest last. */
  private readonly kept = new Map<string, Document>();
  private keptUnits = 0;
  /** It was more than can be kept. */
  private isLarge = false;
  private readonly unreadable = new Map<string, string>();
  /** Documents whose facts rest on names that have changed since. */
  private readonly stale = new Set<string>();

  constructor(
    settings: string,
    private readonly read: ReadText,
    private readonly most = KEPT_UNITS,
  ) {
    this.corpus = Corpus.of(parseSettings(settings));
    this.layout = layoutOf(this.corpus.settings);
  }

  /** Whether the facts of some documents wait to be brought up to date. */
  get isStale(): boolean {
    return this.stale.size > 0;
  }

  get settings(): Corpus['settings'] {
    return this.corpus.settings;
  }

  kindOf(path: string): FileKind | undefined {
    return this.layout.kindOf(path);
  }

  /** Why the file at `path` could not be read, if it could not. */
  reasonUnreadable(path: string): string | undefined {
    return this.unreadable.get(path);
  }

  unreadablePaths(): Iterable<string> {
    return this.unreadable.keys();
  }

  group(subject: string, property: string): Group | undefined {
    return this.corpus.group(subject, property);
  }

  facts(path: string): DocumentFacts | undefined {
    return this.corpus.documents.get(path);
  }

  ask<Answer>(question: (corpus: Corpus) => Answer): Answer {
    return question(this.corpus);
  }

  /** The document at `path`, parsed; read again if it was let go. */
  document(path: string): Document | undefined {
    const known = this.kept.get(path);
    if (known) {
      this.kept.delete(path);
      this.kept.set(path, known);
      return known;
    }
    if (!this.corpus.documents.has(path)) return undefined;
    const text = this.read(path);
    return text === undefined ? undefined : this.keep(parseDocument(path, text));
  }

  /** Takes in many files at once: records first, so that every document is held against all names. */
  load(files: Iterable<{ readonly path: string; readonly text: string }>): void {
    const documents: DocumentFacts[] = [];
    const texts: { path: string; text: string }[] = [];
    const records = [];
    for (const { path, text } of files) {
      const kind = this.kindOf(path);
      if (kind === 'records') records.push(parseRecords(path, text));
      else if (kind === 'document') texts.push({ path, text });
    }
    if (records.length > 0) this.withNames(this.corpus.withRecords(records));
    for (const { path, text } of texts) documents.push(this.factsFor(this.keep(parseDocument(path, text))));
    if (documents.length > 0) this.corpus = this.corpus.withDocuments(documents);
  }

  /**
   * Takes in what documents say that were read elsewhere: on another thread, or in an earlier run. `isStale` says that it
   * rests on other names than there are now.
   */
  takeIn(facts: readonly DocumentFacts[], isStale: (facts: DocumentFacts) => boolean = () => false): void {
    this.corpus = this.corpus.withDocuments(facts);
    for (const one of facts) {
      if (isStale(one)) this.stale.add(one.path);
      else this.stale.delete(one.path);
    }
  }

  /** The text of a document or of a file of records; nothing is parsed for it. */
  textOf(path: string): string | undefined {
    const { records, documents } = this.corpus;
    const known = records.files.get(path) ?? this.kept.get(path);
    return known?.text ?? (documents.has(path) ? this.read(path) : undefined);
  }

  /** The text of a document as it was taken in; undefined where it has been let go. */
  keptText(path: string): string | undefined {
    return this.kept.get(path)?.text;
  }

  /**
   * Takes in a file as it now is, `undefined` where it is gone. Answers what kind of file it was; settings that change
   * which files belong to the corpus make the caller list them anew.
   */
  update(path: string, text: string | undefined): FileKind | undefined {
    this.unreadable.delete(path);
    const kind = this.kindOf(path);
    if (kind === 'settings') this.updateSettings(text ?? '');
    else if (kind === 'records') this.updateRecords(path, text);
    else if (kind === 'document') this.updateDocument(path, text);
    return kind;
  }

  /** A file that is there and cannot be read: nothing is known of it. */
  markUnreadable(path: string, reason: string): void {
    this.update(path, undefined);
    this.unreadable.set(path, reason);
  }

  /** Brings the facts of some stale documents up to date, until `until` says stop; answers whether any are left. */
  refresh(until: () => boolean): boolean {
    for (const path of this.stale) {
      if (until()) return true;
      this.stale.delete(path);
      const document = this.document(path);
      if (document) this.corpus = this.corpus.withDocument(this.factsFor(document));
    }
    return false;
  }

  private updateSettings(text: string): void {
    this.corpus = this.corpus.withSettings(parseSettings(text));
    this.layout = layoutOf(this.settings);
    for (const path of [...this.corpus.records.files.keys()]) {
      if (this.kindOf(path) !== 'records') this.updateRecords(path, undefined);
    }
    for (const path of [...this.corpus.documents.keys()]) {
      if (this.kindOf(path) !== 'document') this.updateDocument(path, undefined);
    }
  }

  private updateRecords(path: string, text: string | undefined): void {
    const { corpus } = this;
    const before = corpus.records.files.get(path);
    this.withNames(
      text === undefined ? corpus.withoutRecords(path) : corpus.withRecords([parseRecords(path, text, before)]),
    );
  }

  /** Takes over a corpus whose records may have other names: what was counted in the documents may then be wrong. */
  private withNames(corpus: Corpus): void {
    const { gazetteer } = this.corpus.records;
    this.corpus = corpus;
    if (corpus.records.gazetteer === gazetteer) return;
    for (const document of corpus.documents.keys()) this.stale.add(document);
  }

  private updateDocument(path: string, text: string | undefined): void {
    if (text === undefined) {
      this.letGo(path);
      this.stale.delete(path);
      this.corpus = this.corpus.withoutDocument(path);
      return;
    }
    const document = this.keep(parseDocument(path, text, this.kept.get(path)));
    this.stale.delete(path);
    this.corpus = this.corpus.withDocument(this.factsFor(document));
  }

  private factsFor(document: Document): DocumentFacts {
    return factsOf(document, analyse(document, this.corpus.records), this.corpus.documents.get(document.path));
  }

  private keep(document: Document): Document {
    this.letGo(document.path);
    this.kept.set(document.path, document);
    this.keptUnits += document.text.length;
    if (this.keptUnits > this.most.whole) this.isLarge = true;
    const most = this.isLarge ? this.most.few : this.most.whole;
    for (const [path] of this.kept) {
      if (this.keptUnits <= most || this.kept.size === 1) break;
      this.letGo(path);
    }
    return document;
  }

  private letGo(path: string): void {
    const known = this.kept.get(path);
    if (!known) return;
    this.kept.delete(path);
    this.keptUnits -= known.text.length;
  }
}
