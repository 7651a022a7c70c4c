/** `concord check --watch`: reports, waits for a change, takes in what it touches, and reports again. Knows no format. */

import { basename, relative, sep } from 'node:path';
import { SETTINGS_FILE } from '../core/settings.ts';
import { reportOfWorking } from './check.ts';
import type { CheckOptions } from './checkCorpus.ts';
import { findCorpora, MissingPath, type Selection } from './corpora.ts';
import type { Environment } from './environment.ts';
import { counted, note } from './output.ts';
import type { Report } from './report.ts';
import { printable } from './terminal.ts';
import { WorkingCorpus } from './workingCorpus.ts';

/** Editors and version control write files in several steps and many at once: the last of them is waited for. */
const QUIET_MS = 60;

/** Resolves when it is interrupted. Throws `MissingPath` only for what is not there at the beginning. */
export async function watchCorpora(
  { paths, format }: { readonly paths: readonly string[]; readonly format: string },
  environment: Environment,
  options: CheckOptions,
  tell: (report: Report, selection: Selection) => void,
): Promise<void> {
  let ended = false;
  let wake = () => {};
  const changed = new Set<string>();
  void environment.interrupted().then(() => {
    ended = true;
    wake();
  });
  const touched = (path: string) => {
    changed.add(path);
    wake();
  };
  let outdated = false;
  let watched = new Watched(paths, environment, touched);
  const show = (why: string) => {
    const report = reportOfWorking(watched.corpora, options);
    if (environment.isTTY && format === 'pretty') environment.stdout.write('\x1b[2J\x1b[H');
    tell(report, watched.selection);
    note(environment, `${why}watching ${counted(watched.fileCount, 'file')}; Ctrl+C ends`);
  };
  show('');
  while (!ended) {
    if (changed.size === 0) await new Promise<void>((resolve) => (wake = resolve));
    for (let size = -1; size !== changed.size && !ended; ) {
      size = changed.size;
      await new Promise<void>((resolve) => setTimeout(resolve, QUIET_MS));
    }
    if (ended) break;
    const all = [...changed];
    changed.clear();
    try {
      outdated ||= watched.isOutdatedBy(all);
      if (outdated) {
        const next = new Watched(paths, environment, touched);
        watched.close();
        watched = next;
        outdated = false;
        show('read anew; ');
      } else {
        const taken = watched.take(all);
        if (taken.length > 0) show(`${namesOf(taken)} changed; `);
      }
    } catch (reason) {
      // It may come back: a checkout of another branch takes files away for a moment.
      if (!(reason instanceof MissingPath)) throw reason;
      note(environment, `${reason.given} does not exist now; waiting for it`);
    }
  }
  watched.close();
}

const MOST_NAMED = 3;

function namesOf(files: readonly string[]): string {
  const more = files.length - MOST_NAMED;
  return printable(files.slice(0, MOST_NAMED).join(', ')) + (more > 0 ? ` and ${more} more` : '');
}

/** The corpora of some paths as they were when they were last looked at, and those who tell of changes in them. */
class Watched {
  readonly selection: Selection;
  readonly corpora: readonly WorkingCorpus[];
  private readonly watchers: readonly { close(): void }[];

  constructor(
    private readonly paths: readonly string[],
    private readonly environment: Environment,
    touched: (path: string) => void,
  ) {
    this.selection = findCorpora(paths, environment);
    const folders = this.selection.corpora.map(({ found }) => found.folder);
    // Watched before they are read, so that no change is missed.
    this.watchers = (folders.length > 0 ? folders : [environment.cwd]).map((folder) =>
      environment.watch(folder, touched),
    );
    this.corpora = this.selection.corpora.map((files) => new WorkingCorpus(files, progressOn(environment, files.root)));
  }

  get fileCount(): number {
    return this.corpora.reduce((sum, corpus) => sum + corpus.everyPath().length, 0);
  }

  /** Whether the changes decide what belongs to which corpus, so that all has to be looked for again. */
  isOutdatedBy(paths: readonly string[]): boolean {
    return this.corpora.length === 0 || paths.some((path) => DECISIVE.has(basename(path)));
  }

  /** Takes in what has changed; answers the names of the files that say something else now, or are new or gone. */
  take(paths: readonly string[]): readonly string[] {
    const taken: string[] = [];
    const unknown: string[] = [];
    for (const path of paths) {
      const at = this.corpora.flatMap((corpus) => {
        const name = relative(corpus.files.found.folder, path).split(sep).join('/');
        return corpus.has(name) ? [{ corpus, name }] : [];
      })[0];
      if (!at || this.environment.files.kindOf(path) !== 'file') unknown.push(path);
      else if (at.corpus.reread(at.name)) taken.push(at.corpus.files.nameOf(at.name));
    }
    if (unknown.length > 0) taken.push(...this.relist());
    return [...new Set(taken)].sort();
  }

  close(): void {
    for (const watcher of this.watchers) watcher.close();
  }

  /** New files and those that are gone. */
  private relist(): readonly string[] {
    const now = new Map(findCorpora(this.paths, this.environment).corpora.map((files) => [files.root, files.paths]));
    return this.corpora.flatMap((corpus) => {
      const listed = new Set(now.get(corpus.files.root) ?? []);
      const gone = corpus.everyPath().filter((path) => path !== SETTINGS_FILE && !listed.has(path));
      const fresh = [...listed].filter((path) => !corpus.has(path) && corpus.library.kindOf(path) !== undefined);
      return [...gone, ...fresh].filter((path) => corpus.reread(path, listed.has(path))).map(corpus.files.nameOf);
    });
  }
}

const DECISIVE: ReadonlySet<string> = new Set([SETTINGS_FILE, '.gitignore']);

/** On a terminal, how far the reading of a large corpus is: a line that the next one overwrites. */
function progressOn({ isTTY, stderr }: Environment, root: string): ((done: number, all: number) => void) | undefined {
  if (!isTTY) return undefined;
  return (done, all) => {
    const text = done < all ? `concord: reading ${printable(root)}: ${done} of ${all}` : '';
    stderr.write(`\r\x1b[K${text}`);
  };
}
