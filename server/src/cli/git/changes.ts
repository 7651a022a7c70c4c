/** Which files a change is about: what is staged, or what differs from a revision. Knows no corpus and no finding. */

import type { Environment, Files } from '../environment.ts';
import { fieldsOf, lineOf, type Repository } from './repository.ts';
import { changedBetween, committedListing, type Listing, Snapshot, stagedListing } from './snapshot.ts';

/** A change of the files of one repository. */
export interface Change {
  readonly repository: Repository;
  /** The files with the change made. */
  readonly after: Files;
  /** The files without it; read only where they are needed. */
  before(): Files;
  /** Whether the change touches the file or folder, or something in that, by its path from the top with `/`. */
  touches(path: string): boolean;
}

/** What the next commit would change. Throws `GitProblem`. */
export function stagedChange(repository: Repository, { files }: Pick<Environment, 'files'>): Change {
  const staged = stagedListing(repository);
  const committed = committedListing(repository, repository.head());
  const changed = changedBetween(committed, staged);
  return change(repository, new Snapshot(repository, staged, files), files, committed, changed);
}

/** What the working tree changes in the last commit that it shares with `revision`. Throws `GitProblem`. */
export function changeSince(revision: string, repository: Repository, { files }: Pick<Environment, 'files'>): Change {
  const base = repository.mergeBase(repository.commit(revision), repository.commit('HEAD'));
  const changed = new Set(changedSince(repository, base));
  return change(repository, files, files, committedListing(repository, base), changed);
}

function change(
  repository: Repository,
  after: Files,
  disk: Files,
  before: Listing,
  changed: ReadonlySet<string>,
): Change {
  const folders = new Set<string>(changed.size > 0 ? [''] : []);
  for (const path of changed) {
    for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) folders.add(path.slice(0, at));
  }
  const isIn = (path: string) => {
    for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
      if (changed.has(`${path.slice(0, at)}/`)) return true;
    }
    return false;
  };
  return {
    repository,
    after,
    before: () => new Snapshot(repository, before, disk),
    touches: (path) => changed.has(path) || folders.has(path) || isIn(path),
  };
}

/** The files that differ from those of a commit, the new ones among them; all of a folder where it ends with `/`. */
function changedSince(repository: Repository, base: string): readonly string[] {
  const differing = repository.ask([
    ...repository.guard,
    'diff',
    '--name-only',
    '-z',
    '--no-renames',
    '--no-ext-diff',
    '--no-textconv',
    // To look into one, git would start another that knows of no guard; they are looked into below.
    '--ignore-submodules=dirty',
    base,
  ]);
  const fresh = repository.ask(['ls-files', '--others', '--exclude-standard', '-z']);
  const names = new Set([...fieldsOf(differing), ...submodulesOf(repository)]);
  const inSubmodules = (path: string): readonly string[] => {
    const submodule = repository.submodule(path);
    if (!submodule) return [path];
    const known = repository.try(['rev-parse', '--verify', '--quiet', '--end-of-options', `${base}:${path}`]);
    // A submodule that is new is changed from end to end.
    if (typeof known === 'string') return [`${path}/`];
    return changedSince(submodule, lineOf(known)).map((inner) => `${path}/${inner}`);
  };
  return [...[...names].flatMap(inSubmodules), ...fieldsOf(fresh)];
}

/** The paths of the submodules that have been fetched. */
const submodulesOf = (repository: Repository): readonly string[] =>
  fieldsOf(repository.ask(['ls-files', '--stage', '-z']))
    .filter((field) => field.startsWith('160000 '))
    .map((field) => field.slice(field.indexOf('\t') + 1))
    .filter((path) => repository.submodule(path));
