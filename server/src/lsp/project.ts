/** One corpus in an editor: its library, its place in the world of URIs, and the findings that were last computed. */

import { type URI, Utils } from 'vscode-uri';
import type { Finding, View } from '../checks/engine/check.ts';
import type { Corpus } from '../core/corpus.ts';
import type { Document } from '../core/document.ts';
import type { DocumentFacts } from '../core/facts.ts';
import type { Group } from '../core/groups.ts';
import { Library } from '../core/library.ts';
import { SETTINGS_FILE, type Settings } from '../core/settings.ts';
import type { Environment, FileText } from './environment.ts';
import { KnownFindings } from './knownFindings.ts';
import { type Pending, pending } from './pending.ts';
import { ReadAhead } from './readAhead.ts';
import { inSlices, type Text } from './slices.ts';
import { type Recalled, StoredIndex } from './storedIndex.ts';

export class Project implements View {
  readonly library: Library;
  /** Whether every document has been read: before, what is missing proves nothing. */
  complete = false;
  /** Pending until the records have been read: before, every id looks unknown. */
  private naming: Pending | undefined = pending();
  /** The paths of the corpus' files on disk. */
  private listed: ReadonlySet<string> = new Set();
  /** Open files that are on disk and yet not listed: version control ignores them. */
  private readonly ignored = new Set<string>();
  /** The texts of closed files, where the machine cannot read one at once. */
  private readonly texts = new Map<string, string>();
  private readonly open = new Map<string, { readonly uri: string; readonly text: string }>();
  private readonly versions = new Map<string, number>();
  private readonly known = new KnownFindings(this);
  private readonly stored: StoredIndex | undefined;

  constructor(
    readonly root: URI,
    settings: string,
    private readonly environment: Environment,
  ) {
    this.library = new Library(settings, (path) => this.textNow(path));
    const store = environment.store?.(root);
    this.stored = store && new StoredIndex(store);
  }

  /** Resolves when all records that are known of have been read. */
  get named(): Promise<void> {
    return this.naming?.done ?? Promise.resolve();
  }

  get corpus(): Corpus {
    return this.library.corpus;
  }

  get settings(): Settings {
    return this.library.settings;
  }

  get name(): string {
    return Utils.basename(this.root);
  }

  document(path: string): Document | undefined {
    return this.library.document(path);
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

  /** The text that the spans of a file count in. */
  textOf(path: string): string | undefined {
    if (path === this.settings.path) return this.settings.text;
    return this.corpus.records.files.get(path)?.text ?? this.document(path)?.text;
  }

  /** The path of a file below the root; undefined for one elsewhere. */
  pathOf(uri: URI): string | undefined {
    if (uri.scheme !== this.root.scheme || uri.authority.toLowerCase() !== this.root.authority.toLowerCase())
      return undefined;
    const prefix = this.root.path.endsWith('/') ? this.root.path : `${this.root.path}/`;
    return uri.path.startsWith(prefix) ? uri.path.slice(prefix.length) : undefined;
  }

  /** The client's own name of an open file, else one made from the root. */
  uriOf(path: string): string {
    return this.open.get(path)?.uri ?? this.placeOf(path).toString();
  }

  isOpen(path: string): boolean {
    return this.open.has(path);
  }

  isListed(path: string): boolean {
    return this.listed.has(path);
  }

  /** Another number each time that the file is taken in. */
  versionOf(path: string): number {
    return this.versions.get(path) ?? 0;
  }

  /** Whether it is one of `paths`. */
  has(path: string): boolean {
    return this.listed.has(path) || (this.open.has(path) && !this.ignored.has(path));
  }

  /** Whether an open file is none of the corpus' own, though it lies in its folder. */
  ignores(path: string): boolean {
    return this.ignored.has(path);
  }

  /** The paths of the corpus' files, open ones that are not on disk included. */
  paths(): Iterable<string> {
    return new Set([...this.listed, ...[...this.open.keys()].filter((path) => !this.ignored.has(path))]);
  }

  /** Reads all files for the first time; `complete` from then on. */
  async load(
    paths: readonly string[],
    progress: (done: number, all: number) => void,
    stop: () => boolean,
  ): Promise<void> {
    this.complete = false;
    await this.takeIn(paths, () => true, stop, progress);
    this.stored?.release();
    this.complete = !stop();
  }

  /** Keeps what documents say for the next run, unless some of it is about to change. */
  async save(stop: () => boolean): Promise<void> {
    const changes = () => stop() || !this.complete || this.library.isStale;
    if (!changes()) await this.stored?.save(this.corpus, () => this.environment.pause(), changes);
  }

  /** Takes in what changed on disk since the files were last listed. */
  async relist(paths: readonly string[], changed: ReadonlySet<string>, stop: () => boolean): Promise<void> {
    const before = this.listed;
    await this.takeIn(paths, (path) => !before.has(path) || changed.has(path) || !this.holds(path), stop);
  }

  /** Reads the files that other settings have made part of the corpus. */
  async rekind(stop: () => boolean): Promise<void> {
    await this.relist([...this.listed], new Set(), stop);
  }

  /** Settings, which say what the rest is; then records, for their names; then documents, those that somebody looks at first. */
  private async takeIn(
    paths: readonly string[],
    wants: (path: string) => boolean,
    stop: () => boolean,
    progress?: (done: number, all: number) => void,
  ): Promise<void> {
    this.expectNames();
    try {
      this.listed = new Set(paths);
      await this.sortOutIgnored();
      if (this.listed.has(SETTINGS_FILE) && wants(SETTINGS_FILE)) await this.readAll([SETTINGS_FILE], stop);
      const { library } = this;
      const all = [...this.paths()].filter((path) => this.open.has(path) || wants(path));
      const of = (kind: string) => all.filter((path) => library.kindOf(path) === kind);
      await this.readAll(of('records'), stop);
      await this.forgetUnlisted(library.corpus.records.files.keys(), stop);
      this.endNaming();
      const documents = of('document');
      const first = documents.filter((path) => this.open.has(path));
      const rest = documents.filter((path) => !this.open.has(path));
      await this.readAll(first, stop);
      const unknown = await this.recall(rest, stop);
      const recalled = documents.length - unknown.length;
      await this.readAll(unknown, stop, (done) => progress?.(recalled + done, documents.length));
      await this.forgetUnlisted([...library.corpus.documents.keys(), ...library.unreadablePaths()], stop);
    } finally {
      this.endNaming();
    }
  }

  /** Names are about to be read: until then nobody may conclude that one is missing. */
  expectNames(): void {
    this.naming ??= pending();
  }

  endNaming(): void {
    this.naming?.end();
    this.naming = undefined;
  }

  private async sortOutIgnored(): Promise<void> {
    for (const path of [...this.open.keys()]) {
      const isIgnored =
        !this.listed.has(path) && this.library.kindOf(path) !== undefined && 'text' in (await this.onDisk(path));
      if (isIgnored && this.open.has(path)) {
        this.ignored.add(path);
        this.update(path, undefined);
      } else this.ignored.delete(path);
    }
  }

  private async forgetUnlisted(paths: Iterable<string>, stop: () => boolean): Promise<void> {
    await inSlices([...paths], {
      textOf: async (path) => {
        if (!this.listed.has(path) && !this.open.has(path)) this.update(path, undefined);
        return undefined;
      },
      take: () => undefined,
      pause: () => this.environment.pause(),
      stop,
    });
  }

  private holds(path: string): boolean {
    return (
      path === SETTINGS_FILE ||
      this.corpus.documents.has(path) ||
      this.corpus.records.files.has(path) ||
      this.library.reasonUnreadable(path) !== undefined
    );
  }

  /** A file as an editor has it. */
  opened(path: string, uri: string, text: string): void {
    this.open.set(path, { uri, text });
    if (!this.ignored.has(path)) this.update(path, text);
  }

  /** The editor has let go of the file: from the next `reread` on it is what it is on disk. */
  closed(path: string): void {
    this.open.delete(path);
    this.ignored.delete(path);
  }

  async reread(path: string): Promise<void> {
    if (this.open.has(path)) return;
    if (this.listed.has(path)) await this.readAll([path], () => false);
    else this.update(path, undefined);
  }

  findings(path: string): readonly Finding[] {
    return this.known.of(path);
  }

  /** Takes in what is known from an earlier run, and answers the documents that have to be read. */
  private async recall(paths: readonly string[], stop: () => boolean): Promise<readonly string[]> {
    if (this.complete || !this.stored) return paths;
    const pause = () => this.environment.pause();
    await this.stored.open(this.corpus.records, pause);
    return this.stored.recall(paths, { take: this.takeInRecalled, pause, stop });
  }

  /** While others were waited for, one may have been opened: what the editor has is newer. */
  private readonly takeInRecalled = (all: readonly Recalled[]): void => {
    const closed = all.filter(({ facts }) => !this.open.has(facts.path));
    const stale = new Set(closed.filter(({ isStale }) => isStale).map(({ facts }) => facts));
    for (const { facts, stamp } of closed) {
      this.touch(facts.path);
      this.stored?.stamp(facts.path, stamp);
    }
    const facts = closed.map((one) => one.facts);
    if (facts.length > 0) this.library.takeIn(facts, (one) => stale.has(one));
  };

  /** Documents whose text is what it was in an earlier run are not parsed again. */
  private takeInTexts(batch: readonly Text[]): void {
    const recalled = batch.flatMap(({ path }) => this.stored?.read(path) ?? []);
    const known = new Set(recalled.map(({ facts }) => facts.path));
    this.takeInRecalled(recalled);
    this.library.load(known.size === 0 ? batch : batch.filter(({ path }) => !known.has(path)));
  }

  private async readAll(
    paths: readonly string[],
    stop: () => boolean,
    progress?: (done: number) => void,
  ): Promise<void> {
    const ahead = new ReadAhead(paths, async (path) => this.environment.read(this.placeOf(path)));
    await inSlices(paths, {
      textOf: (path) => this.textToLoad(path, ahead),
      // While others were waited for, one may have been opened: what the editor has is newer.
      take: (batch) => this.takeInTexts(batch.filter(({ path, text }) => (this.open.get(path)?.text ?? text) === text)),
      isSorted: (path) => this.library.kindOf(path) === 'records',
      pause: () => this.environment.pause(),
      stop,
      progress,
    });
  }

  /** The text of a file that is to be taken in; undefined where that has been done, or there is none. */
  private async textToLoad(path: string, ahead: ReadAhead<FileText>): Promise<string | undefined> {
    const open = this.open.get(path);
    if (open) return this.holds(path) ? undefined : open.text;
    const mark = this.stored?.markOf(path);
    const read = this.environment.readNow(this.placeOf(path)) ?? (await this.readLater(path, ahead));
    if (this.open.has(path)) return undefined;
    this.touch(path);
    if ('text' in read && this.library.kindOf(path) === 'document') this.stored?.noteRead(path, mark, read.text);
    if ('problem' in read) {
      this.texts.delete(path);
      this.library.markUnreadable(path, read.problem);
      return undefined;
    }
    if (path !== SETTINGS_FILE && this.library.reasonUnreadable(path) === undefined) return read.text;
    this.library.update(path, read.text);
    return undefined;
  }

  private async readLater(path: string, ahead: ReadAhead<FileText>): Promise<FileText> {
    const read = await ahead.take(path);
    if ('text' in read) this.texts.set(path, read.text);
    return read;
  }

  private async onDisk(path: string): Promise<FileText> {
    return this.environment.readNow(this.placeOf(path)) ?? (await this.environment.read(this.placeOf(path)));
  }

  private placeOf(path: string): URI {
    return Utils.joinPath(this.root, path);
  }

  private update(path: string, text: string | undefined): void {
    this.touch(path);
    if (text === undefined) this.texts.delete(path);
    this.library.update(path, text);
  }

  private touch(path: string): void {
    this.versions.set(path, (this.versions.get(path) ?? 0) + 1);
    this.stored?.forget(path);
  }

  private textNow(path: string): string | undefined {
    const kept = this.open.get(path)?.text ?? this.texts.get(path);
    if (kept !== undefined) return kept;
    const read = this.environment.readNow(this.placeOf(path));
    return read && 'text' in read ? read.text : undefined;
  }
}
