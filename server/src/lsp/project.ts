/** One corpus in an editor: its library, its place in the world of URIs, and the findings that were last computed. */

import { type URI, Utils } from 'vscode-uri';
import type { Finding, View } from '../checks/check.ts';
import { check, unreadable } from '../checks/run.ts';
import type { Corpus } from '../core/corpus.ts';
import type { Document } from '../core/document.ts';
import type { DocumentFacts } from '../core/facts.ts';
import { type Group, groupKey } from '../core/groups.ts';
import { Library } from '../core/library.ts';
import { SETTINGS_FILE, type Settings } from '../core/settings.ts';
import type { Environment } from './environment.ts';

/** What a file's findings were concluded from; while all of it is the same, so are they. */
interface Known {
  readonly findings: readonly Finding[];
  readonly version: number;
  readonly settings: Settings;
  readonly records: Corpus['records'];
  readonly complete: boolean;
  readonly holds: () => boolean;
}

/** The corpus as one check run sees it, which remembers what it was asked about other files. */
class Reading implements View {
  private readonly groups = new Map<string, readonly [subject: string, property: string, seen: Group | undefined]>();
  private readonly asked = new Map<string, DocumentFacts | undefined>();
  private all: Corpus['documents'] | undefined;

  constructor(private readonly project: Project) {}

  get corpus(): Corpus {
    return this.project.corpus;
  }

  get settings(): Settings {
    return this.project.settings;
  }

  get complete(): boolean {
    return this.project.complete;
  }

  document(path: string): Document | undefined {
    return this.project.document(path);
  }

  group(subject: string, property: string): Group | undefined {
    const seen = this.corpus.group(subject, property);
    this.groups.set(groupKey(subject, property), [subject, property, seen]);
    return seen;
  }

  facts(path: string): DocumentFacts | undefined {
    const seen = this.corpus.documents.get(path);
    this.asked.set(path, seen);
    return seen;
  }

  everyDocument(): Corpus['documents'] {
    this.all = this.corpus.documents;
    return this.all;
  }

  /** Whether all that was asked would be answered the same now. */
  readonly holds = (): boolean => {
    const { corpus } = this;
    if (this.all && this.all !== corpus.documents) return false;
    for (const [subject, property, seen] of this.groups.values())
      if (corpus.group(subject, property) !== seen) return false;
    for (const [path, seen] of this.asked) if (corpus.documents.get(path) !== seen) return false;
    return true;
  };
}

export class Project implements View {
  readonly library: Library;
  /** Whether every document has been read: before, what is missing proves nothing. */
  complete = false;
  /** Resolves when the records have been read: before, every id looks unknown. */
  readonly named: Promise<void>;
  private resolveNamed!: () => void;
  /** The paths of the corpus' files on disk. */
  private listed: ReadonlySet<string> = new Set();
  /** The texts of closed files, where the machine cannot read one at once. */
  private readonly texts = new Map<string, string>();
  private readonly open = new Map<string, { readonly uri: string; readonly text: string }>();
  private readonly versions = new Map<string, number>();
  private readonly known = new Map<string, Known>();

  constructor(
    readonly root: URI,
    settings: string,
    private readonly environment: Environment,
  ) {
    this.library = new Library(settings, (path) => this.textNow(path));
    this.named = new Promise((resolve) => {
      this.resolveNamed = resolve;
    });
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

  everyDocument(): Corpus['documents'] {
    return this.corpus.documents;
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
    return this.open.get(path)?.uri ?? Utils.joinPath(this.root, path).toString();
  }

  isOpen(path: string): boolean {
    return this.open.has(path);
  }

  isListed(path: string): boolean {
    return this.listed.has(path);
  }

  /** The paths of the corpus' files, open ones that are not on disk included. */
  paths(): Iterable<string> {
    return new Set([...this.listed, ...this.open.keys()]);
  }

  /** Reads all files: settings and records, then the open documents, then the rest a little at a time. */
  async load(
    paths: readonly string[],
    progress: (done: number, all: number) => void,
    stop: () => boolean,
  ): Promise<void> {
    this.complete = false;
    this.listed = new Set(paths);
    const { library } = this;
    const of = (kind: string) => paths.filter((path) => library.kindOf(path) === kind);
    await this.readAll(of('records'), stop);
    this.resolveNamed();
    const documents = of('document');
    const first = documents.filter((path) => this.open.has(path));
    const rest = documents.filter((path) => !this.open.has(path));
    await this.readAll([...first, ...rest], stop, (done) => progress(done, documents.length));
    if (stop()) return;
    for (const path of [...library.corpus.documents.keys(), ...library.corpus.records.files.keys()]) {
      if (!this.listed.has(path) && !this.open.has(path)) this.update(path, undefined);
    }
    this.complete = true;
  }

  /** Takes in what changed on disk since the files were last listed. */
  async relist(paths: readonly string[], changed: ReadonlySet<string>, stop: () => boolean): Promise<void> {
    const before = this.listed;
    this.listed = new Set(paths);
    for (const path of before) if (!this.listed.has(path) && !this.open.has(path)) this.update(path, undefined);
    await this.readAll(
      paths.filter(
        (path) => (!before.has(path) || changed.has(path) || !this.holds(path)) && this.library.kindOf(path),
      ),
      stop,
    );
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
    this.update(path, text);
  }

  /** From now on the file is what it is on disk. */
  async closed(path: string): Promise<void> {
    if (!this.open.delete(path)) return;
    if (this.listed.has(path)) await this.readAll([path], () => false);
    else this.update(path, undefined);
  }

  /** The findings of a file; computed again only where something that they depend on has changed. */
  findings(path: string): readonly Finding[] {
    const { settings, complete } = this;
    const { records } = this.corpus;
    const version = this.versions.get(path) ?? 0;
    const known = this.known.get(path);
    const same = known && known.version === version && known.settings === settings && known.complete === complete;
    if (same && known.records === records && known.holds()) return known.findings;
    const reading = new Reading(this);
    const reason = this.library.reasonUnreadable(path);
    const problem = reason === undefined ? undefined : unreadable(this, path, reason);
    const findings = problem ? [problem] : check(reading, path);
    this.known.set(path, { findings, version, settings, records, complete, holds: reading.holds });
    return findings;
  }

  private async readAll(
    paths: readonly string[],
    stop: () => boolean,
    progress?: (done: number) => void,
  ): Promise<void> {
    const SLICE = 12;
    let since = Date.now();
    let batch: { path: string; text: string }[] = [];
    const flush = () => {
      this.library.load(batch);
      batch = [];
    };
    for (const [i, path] of paths.entries()) {
      if (!this.open.has(path)) {
        const uri = Utils.joinPath(this.root, path);
        const now = this.environment.readNow(uri);
        const read = now ?? (await this.environment.read(uri));
        this.touch(path);
        if ('problem' in read) {
          this.texts.delete(path);
          this.library.markUnreadable(path, read.problem);
        } else {
          if (!now) this.texts.set(path, read.text);
          if (path === SETTINGS_FILE) this.library.update(path, read.text);
          else batch.push({ path, text: read.text });
        }
      }
      if (Date.now() - since < SLICE) continue;
      flush();
      progress?.(i + 1);
      await this.environment.pause();
      if (stop()) return;
      since = Date.now();
    }
    flush();
  }

  private update(path: string, text: string | undefined): void {
    this.touch(path);
    if (text === undefined) this.texts.delete(path);
    this.library.update(path, text);
  }

  private touch(path: string): void {
    this.versions.set(path, (this.versions.get(path) ?? 0) + 1);
  }

  private textNow(path: string): string | undefined {
    const kept = this.open.get(path)?.text ?? this.texts.get(path);
    if (kept !== undefined) return kept;
    const read = this.environment.readNow(Utils.joinPath(this.root, path));
    return read && 'text' in read ? read.text : undefined;
  }
}
