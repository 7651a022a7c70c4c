/**
 * The one mutable place of the server: which corpora there are, which files are open, what waits to be read.
 * Knows URIs and versions, not the protocol's messages.
 */

import { URI, Utils } from 'vscode-uri';
import { SETTINGS_FILE } from '../core/settings.ts';
import type { Environment } from './environment.ts';
import { Project } from './project.ts';

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
  failed(reason: unknown): void;
}

export interface FileEvent {
  readonly uri: string;
  readonly type: 'created' | 'changed' | 'deleted';
}

/** Events of one moment come together: a branch switch is one change, not thousands. */
const COALESCE = 50;

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
  private indexingCount = 0;

  constructor(
    private readonly environment: Environment,
    private readonly listener: Listener,
  ) {}

  get corpora(): readonly Project[] {
    return this.projects;
  }

  get isIndexing(): boolean {
    return this.indexingCount > 0;
  }

  /** Resolves when all that is known to need reading has been read. */
  get settled(): Promise<void> {
    return this.queue;
  }

  end(): void {
    this.ended = true;
    clearTimeout(this.timer);
  }

  /** The corpus that owns a file, the nearest root above it, and the file's path in it. */
  placeOf(uri: string): Place | undefined {
    const parsed = URI.parse(uri);
    let best: Place | undefined;
    for (const project of this.projects) {
      const path = project.pathOf(parsed);
      if (path !== undefined && (!best || project.root.path.length > best.project.root.path.length))
        best = { project, path };
    }
    return best;
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
    for (const uri of uris) this.folders.set(keyOf(uri), URI.parse(uri));
    this.enqueue(() => this.index(uris.map((uri) => URI.parse(uri))));
  }

  removeFolders(uris: readonly string[]): void {
    for (const uri of uris) this.folders.delete(keyOf(uri));
    this.enqueue(async () => {
      const inside = (project: Project) =>
        [...this.folders.values()].some((folder) => isBelow(project.root, folder) || isBelow(folder, project.root));
      this.projects = this.projects.filter((project) => inside(project) || this.hasOpen(project));
      this.listener.changed();
    });
  }

  opened(uri: string, version: number, text: string): void {
    this.open.set(keyOf(uri), { uri, version, text });
    const place = this.placeOf(uri);
    if (place) place.project.opened(place.path, uri, text);
    else this.enqueue(() => this.adopt(uri));
  }

  edited(uri: string, version: number, text: string): void {
    this.open.set(keyOf(uri), { uri, version, text });
    const place = this.placeOf(uri);
    place?.project.opened(place.path, uri, text);
    if (place?.path === SETTINGS_FILE) this.enqueue(() => this.rereadWith(place.project));
    if (place?.project.library.isStale) this.enqueue(() => this.refresh(place.project));
  }

  closed(uri: string): void {
    this.open.delete(keyOf(uri));
    const place = this.placeOf(uri);
    if (place) this.enqueue(() => place.project.closed(place.path));
  }

  /** What a watcher saw. Open files are what the editor has; the rest is read again, together. */
  filesChanged(events: readonly FileEvent[]): void {
    this.events.push(...events.filter(({ uri }) => !isNoise(uri)));
    if (this.events.length === 0) return;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      const batch = this.events.splice(0);
      this.enqueue(() => this.takeIn(batch));
    }, COALESCE);
  }

  private hasOpen(project: Project): boolean {
    return [...this.open.values()].some(({ uri }) => project.pathOf(URI.parse(uri)) !== undefined);
  }

  private enqueue(work: () => Promise<void>): void {
    this.queue = this.queue.then(async () => {
      if (this.ended) return;
      this.indexingCount++;
      try {
        await work();
      } catch (reason) {
        this.listener.failed(reason);
      } finally {
        this.indexingCount--;
      }
    });
  }

  /** Finds and reads the corpora in and around folders. */
  private async index(folders: readonly URI[]): Promise<void> {
    for (const folder of folders) {
      const above = await this.environment.rootAbove(folder);
      await this.indexFrom(above ?? folder);
    }
    this.listener.progress(undefined);
    this.listener.changed();
  }

  private async indexFrom(top: URI): Promise<void> {
    const files = await this.environment.list(top);
    for (const [prefix, paths] of corporaIn(files)) {
      if (this.ended) return;
      const root = prefix === '' ? top : Utils.joinPath(top, prefix);
      const project = await this.projectAt(root);
      const report = (done: number, all: number) => this.listener.progress({ done, all, name: project.name });
      report(0, paths.length);
      await project.load(paths, report, () => this.ended);
      await this.refresh(project);
    }
  }

  private async projectAt(root: URI): Promise<Project> {
    const key = keyOf(root.toString());
    const known = this.projects.find((project) => keyOf(project.root.toString()) === key);
    if (known) return known;
    const read = await this.environment.read(Utils.joinPath(root, SETTINGS_FILE));
    const project = new Project(root, 'text' in read ? read.text : '', this.environment);
    this.projects = [...this.projects, project];
    for (const { uri, text } of this.open.values()) {
      const place = this.placeOf(uri);
      if (place?.project === project) project.opened(place.path, uri, text);
    }
    return project;
  }

  /** A file that no known corpus owns may lie in one that nobody has looked at yet. */
  private async adopt(uri: string): Promise<void> {
    const folder = Utils.dirname(URI.parse(uri));
    const key = keyOf(folder.toString());
    if (this.placeOf(uri) || this.looked.has(key)) return;
    this.looked.add(key);
    const root = await this.environment.rootAbove(folder);
    if (!root) return;
    await this.indexFrom(root);
    this.listener.progress(undefined);
    this.listener.changed();
  }

  private async takeIn(events: readonly FileEvent[]): Promise<void> {
    this.looked.clear();
    if (events.some(({ uri, type }) => type !== 'changed' && Utils.basename(URI.parse(uri)) === SETTINGS_FILE)) {
      // A corpus has come or gone, and with it the owner of every file below.
      this.projects = [];
      for (const { uri } of this.open.values()) this.enqueue(() => this.adopt(uri));
      await this.index([...this.folders.values()]);
      return;
    }
    for (const project of this.projects) {
      const own = events.flatMap(({ uri, type }) => {
        const place = this.placeOf(uri);
        return place?.project === project ? [{ path: place.path, type }] : [];
      });
      if (own.length === 0) continue;
      const changed = new Set(own.map(({ path }) => path));
      const known = own.every(
        ({ path, type }) => type === 'changed' && project.isListed(path) && path !== SETTINGS_FILE,
      );
      const paths = known ? [...project.paths()].filter((path) => project.isListed(path)) : await this.pathsOf(project);
      await project.relist(paths, changed, () => this.ended);
      await this.refresh(project);
    }
    this.listener.changed();
  }

  /** Other settings may make other files part of the corpus. */
  private async rereadWith(project: Project): Promise<void> {
    const paths = [...project.paths()].filter((path) => project.isListed(path));
    await project.relist(paths, new Set(), () => this.ended);
    await this.refresh(project);
  }

  private async pathsOf(project: Project): Promise<readonly string[]> {
    return new Map(corporaIn(await this.environment.list(project.root))).get('') ?? [];
  }

  /** Counts again what new names change in documents that nobody has touched. */
  private async refresh(project: Project): Promise<void> {
    if (!project.library.isStale) return;
    for (let more = true; more && !this.ended; ) {
      const until = Date.now() + 12;
      more = project.library.refresh(() => Date.now() > until);
      await this.environment.pause();
    }
    this.listener.changed();
  }
}

const keyOf = (uri: string): string => URI.parse(uri).toString();

const isBelow = (uri: URI, folder: URI): boolean =>
  uri.toString() === folder.toString() || uri.toString().startsWith(`${folder.toString().replace(/\/$/, '')}/`);

const isNoise = (uri: string): boolean => /\/(?:node_modules|\.git)(?:\/|$)/.test(uri);

/** The files of each corpus, by the path of its root; of nested corpora the innermost owns a file. */
export function corporaIn(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const roots = files
    .filter((file) => file === SETTINGS_FILE || file.endsWith(`/${SETTINGS_FILE}`))
    .map((file) => file.slice(0, -SETTINGS_FILE.length).replace(/\/$/, ''));
  const owned = new Map<string, string[]>(roots.map((root) => [root, []]));
  for (const file of files) {
    for (let folder = file; ; ) {
      const at = folder.lastIndexOf('/');
      folder = at < 0 ? '' : folder.slice(0, at);
      const own = owned.get(folder);
      if (own) own.push(folder === '' ? file : file.slice(folder.length + 1));
      if (own || at < 0) break;
    }
  }
  return owned;
}
