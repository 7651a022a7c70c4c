/**
 * The one mutable place of the server: which corpora there are, which files are open, what waits to be read.
 * Knows URIs and versions, not the protocol's messages.
 */

import { URI, Utils } from 'vscode-uri';
import { pinyinReader } from '../core/pinyin.ts';
import { SETTINGS_FILE } from '../core/settings.ts';
import { warm } from '../features/search.ts';
import type { Environment } from './environment.ts';
import { changesListing, concerns, corporaIn, type FileEvent, isNoise } from './fileEvents.ts';
import { Project } from './project.ts';
import { folderKey, isBelow, isUri, keyOf } from './uris.ts';

export interface Place {
  readonly project: Project;
  readonly path: string;
}

/** What the session tells the outside. */
export interface Listener {
  /** Indexing goes on; `undefined` when it is done. */
  progress(state: { readonly done: number; readonly all: number; readonly name: string } | undefined): void;
  /** Something changed that the client did not do itself: findings and highlights may be others. */
  changed(): void;
  /** All that was known to need reading has been read. */
  settled(): void;
  failed(reason: unknown): void;
}

/** Events of one moment come together: a branch switch is one change, not thousands. */
const COALESCE = 50;
/** Milliseconds of quiet after which what documents say is kept for the next run. */
const QUIET = 2_000;

export class Session {
  private readonly folders = new Map<string, URI>();
  private projects: readonly Project[] = [];
  private readonly open = new Map<string, { readonly uri: string; readonly version: number; readonly text: string }>();
  private readonly looked = new Set<string>();
  private readonly events: FileEvent[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Work on the corpora goes one after the other. */
  private queue: Promise<void> = Promise.resolve();
  private ended = false;
  private waiting = 0;
  private saving: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly environment: Environment,
    private readonly listener: Listener,
  ) {}

  get corpora(): readonly Project[] {
    return this.projects;
  }

  get isIndexing(): boolean {
    return this.waiting > 0;
  }

  end(): void {
    this.ended = true;
    clearTimeout(this.timer);
    clearTimeout(this.saving);
    for (const project of this.projects) project.endNaming();
  }

  /** The corpus that owns a file, the nearest root above it, and the file's path in it. */
  placeOf(uri: string): Place | undefined {
    const place = this.ownerOf(uri);
    return place?.project.ignores(place.path) ? undefined : place;
  }

  versionOf(uri: string): number | undefined {
    return this.open.get(keyOf(uri))?.version;
  }

  textOf(uri: string): string | undefined {
    return this.open.get(keyOf(uri))?.text;
  }

  openUris(): readonly string[] {
    return [...this.open.values()].map(({ uri }) => uri);
  }

  addFolders(uris: readonly string[]): void {
    const folders = uris.filter(isUri);
    for (const uri of folders) this.folders.set(keyOf(uri), URI.parse(uri));
    this.enqueue(() => this.index(folders.map((uri) => URI.parse(uri))));
  }

  removeFolders(uris: readonly string[]): void {
    for (const uri of uris.filter(isUri)) this.folders.delete(keyOf(uri));
    this.enqueue(async () => {
      this.dropUnwanted();
      this.listener.changed();
    });
  }

  opened(uri: string, version: number, text: string): void {
    this.open.set(keyOf(uri), { uri, version, text });
    const owner = this.ownerOf(uri);
    if (!owner) {
      this.enqueue(() => this.adopt(uri));
      return;
    }
    const { project, path } = owner;
    project.opened(path, uri, text);
    this.edit(project, path);
    if (project.isListed(path) || project.library.kindOf(path) === undefined) return;
    // Either it is new, or it is none of the corpus' files: the folder knows.
    this.enqueue(async () => {
      if (!project.isListed(path)) await this.relist(project, new Set());
    });
  }

  edited(uri: string, version: number, text: string): void {
    this.open.set(keyOf(uri), { uri, version, text });
    const owner = this.ownerOf(uri);
    if (!owner) return;
    owner.project.opened(owner.path, uri, text);
    this.edit(owner.project, owner.path);
  }

  closed(uri: string): void {
    const text = this.textOf(uri);
    this.open.delete(keyOf(uri));
    const owner = this.ownerOf(uri);
    if (!owner) return;
    const { project, path } = owner;
    const isOurs = !project.ignores(path) && project.library.kindOf(path) !== undefined;
    project.closed(path);
    this.enqueue(async () => {
      await project.reread(path);
      this.dropUnwanted();
      if (!isOurs || project.textOf(path) === text) return;
      // What was not saved is gone, and what others made of it too.
      if (path === SETTINGS_FILE) await project.rekind(() => this.ended);
      await this.refresh(project);
      this.listener.changed();
    });
  }

  /** What a watcher saw. Open files are what the editor has; the rest is read again, together. */
  filesChanged(events: readonly FileEvent[]): void {
    this.events.push(...events.filter(({ uri }) => isUri(uri) && !isNoise(uri)));
    if (this.events.length === 0) return;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      const batch = this.events.splice(0);
      this.enqueue(() => this.takeIn(batch));
    }, COALESCE);
  }

  private ownerOf(uri: string): Place | undefined {
    if (!isUri(uri)) return undefined;
    const parsed = URI.parse(uri);
    let best: Place | undefined;
    for (const project of this.projects) {
      const path = project.pathOf(parsed);
      if (path !== undefined && (!best || project.root.path.length > best.project.root.path.length))
        best = { project, path };
    }
    return best;
  }

  /** What an edit leaves to be done beyond the file itself. */
  private edit(project: Project, path: string): void {
    if (path === SETTINGS_FILE) {
      project.expectNames();
      this.enqueue(async () => {
        await project.rekind(() => this.ended);
        await this.refresh(project);
        this.listener.changed();
      });
    } else if (project.library.isStale) this.enqueue(() => this.refresh(project));
  }

  /** Corpora that lie neither in nor around a folder of the workspace stay as long as one of their files is open. */
  private dropUnwanted(): void {
    const folders = [...this.folders.values()];
    this.projects = this.projects.filter(
      (project) =>
        folders.some((folder) => isBelow(project.root, folder) || isBelow(folder, project.root)) ||
        [...this.open.values()].some(({ uri }) => this.ownerOf(uri)?.project === project),
    );
  }

  private enqueue(work: () => Promise<void>): void {
    this.waiting++;
    this.queue = this.queue.then(async () => {
      try {
        if (!this.ended) await work();
      } catch (reason) {
        this.listener.failed(reason);
      } finally {
        this.waiting--;
        if (this.waiting === 0) {
          this.listener.settled();
          this.saveSoon();
        }
      }
    });
  }

  private saveSoon(): void {
    clearTimeout(this.saving);
    if (this.ended) return;
    this.saving = setTimeout(async () => {
      const stop = () => this.ended || this.waiting > 0;
      for (const project of this.projects) await project.save(stop).catch((reason) => this.listener.failed(reason));
    }, QUIET);
  }

  /** Finds and reads the corpora in and around folders. */
  private async index(folders: readonly URI[]): Promise<void> {
    const tops = await Promise.all(folders.map(async (folder) => (await this.environment.rootAbove(folder)) ?? folder));
    for (const [project, paths] of await this.survey(tops)) await this.load(project, paths, new Set(paths));
    this.listener.progress(undefined);
    this.listener.changed();
  }

  /** The corpora in some folders with the files of each. Those that were not known before are known now, and still empty. */
  private async survey(tops: readonly URI[]): Promise<ReadonlyMap<Project, readonly string[]>> {
    const found = new Map<Project, readonly string[]>();
    for (const top of new Map(tops.map((uri) => [folderKey(uri), uri])).values()) {
      for (const [prefix, paths] of corporaIn(await this.environment.list(top))) {
        found.set(await this.projectAt(prefix === '' ? top : Utils.joinPath(top, prefix)), paths);
      }
    }
    this.assignOpenFiles();
    return found;
  }

  private async projectAt(root: URI): Promise<Project> {
    const known = this.projects.find((project) => folderKey(project.root) === folderKey(root));
    if (known) return known;
    const read = await this.environment.read(Utils.joinPath(root, SETTINGS_FILE));
    const project = new Project(root, 'text' in read ? read.text : '', this.environment);
    this.projects = [...this.projects, project];
    return project;
  }

  /** Of nested corpora the innermost owns a file, and it alone. */
  private assignOpenFiles(): void {
    for (const { uri, text } of this.open.values()) {
      const owner = this.ownerOf(uri);
      for (const project of this.projects) {
        const path = project.pathOf(URI.parse(uri));
        if (path === undefined) continue;
        if (project !== owner?.project) project.closed(path);
        else if (!project.isOpen(path)) project.opened(path, uri, text);
      }
    }
  }

  private async load(project: Project, paths: readonly string[], changed: ReadonlySet<string>): Promise<void> {
    if (this.ended) return;
    if (project.complete) await project.relist(paths, changed, () => this.ended);
    else {
      const report = (done: number, all: number) => this.listener.progress({ done, all, name: project.name });
      report(0, paths.length);
      await project.load(paths, report, () => this.ended);
      // What a completion needs is made ready before somebody asks for one.
      warm(project.corpus.records, pinyinReader());
    }
    await this.refresh(project);
  }

  /** A file that no known corpus owns may lie in one that nobody has looked at yet. */
  private async adopt(uri: string): Promise<void> {
    if (!isUri(uri) || this.ownerOf(uri)) return;
    const folder = Utils.dirname(URI.parse(uri));
    const key = folderKey(folder);
    if (this.looked.has(key)) return;
    this.looked.add(key);
    if ((await this.environment.rootAbove(folder)) !== undefined) await this.index([folder]);
  }

  private async takeIn(events: readonly FileEvent[]): Promise<void> {
    this.looked.clear();
    const changes = new Map<Project, FileEvent[]>();
    let movesRoots = false;
    for (const event of events) {
      const uri = URI.parse(event.uri);
      const isRoot = event.type !== 'changed' && Utils.basename(uri) === SETTINGS_FILE;
      movesRoots ||= isRoot || (event.type === 'deleted' && this.projects.some(({ root }) => isBelow(root, uri)));
      const project = this.ownerOf(event.uri)?.project;
      if (project) changes.set(project, [...(changes.get(project) ?? []), event]);
    }
    const paths = (own: readonly FileEvent[], project: Project) =>
      new Set(own.map(({ uri }) => project.pathOf(URI.parse(uri))!));
    if (movesRoots) await this.lookAgain(new Map([...changes].map(([project, own]) => [project, paths(own, project)])));
    else for (const [project, own] of changes) await this.takeInOf(project, own);
    this.listener.changed();
  }

  private async takeInOf(project: Project, events: readonly FileEvent[]): Promise<void> {
    const changed = new Map(events.map(({ uri, type }) => [project.pathOf(URI.parse(uri))!, type]));
    const relevant = [...changed].filter(([path, type]) => concerns(project, path, type));
    if (relevant.length === 0) return;
    if (!relevant.some(([path, type]) => changesListing(project, path, type))) {
      const listed = [...project.paths()].filter((path) => project.isListed(path));
      await project.relist(listed, new Set(changed.keys()), () => this.ended);
      await this.refresh(project);
    } else await this.relist(project, new Set(changed.keys()));
  }

  private async relist(project: Project, changed: ReadonlySet<string>): Promise<void> {
    const found = corporaIn(await this.environment.list(project.root));
    const own = found.get('');
    if (!own || [...found.keys()].some((prefix) => !this.isKnown(Utils.joinPath(project.root, prefix)))) {
      await this.lookAgain(new Map([[project, changed]]));
    } else await this.load(project, own, changed);
    this.listener.changed();
  }

  private isKnown(root: URI): boolean {
    return this.projects.some((project) => folderKey(project.root) === folderKey(root));
  }

  /** A corpus has come or gone, and with it the owner of every file below. */
  private async lookAgain(changes: ReadonlyMap<Project, ReadonlySet<string>>): Promise<void> {
    const folders = [
      ...this.folders.values(),
      ...[...this.open.values()].filter(({ uri }) => isUri(uri)).map(({ uri }) => Utils.dirname(URI.parse(uri))),
    ];
    const tops = await Promise.all(
      folders.map(
        async (folder) =>
          (await this.environment.rootAbove(folder)) ??
          (this.folders.has(keyOf(folder.toString())) ? folder : undefined),
      ),
    );
    const found = await this.survey(tops.filter((top) => top !== undefined));
    this.projects = this.projects.filter((project) => found.has(project));
    this.assignOpenFiles();
    for (const [project, paths] of found) {
      await this.load(project, paths, changes.get(project) ?? new Set());
    }
    this.listener.progress(undefined);
  }

  /** Counts again what new names change in documents that nobody has touched. */
  private async refresh(project: Project): Promise<void> {
    if (!project.library.isStale) return;
    for (let more = true; more && !this.ended; ) {
      const until = Date.now() + 8;
      more = project.library.refresh(() => Date.now() > until);
      await this.environment.pause();
    }
    this.listener.changed();
  }
}
