/** What git has staged of a corpus on this machine, for the server. Part of the entries; decides nothing about it. */

import { join } from 'node:path';
import { fieldsOf, GitProblem, Repository } from './cli/git/repository.ts';
import { changedBetween, committedListing, Snapshot, stagedListing } from './cli/git/snapshot.ts';
import type { StagedFiles } from './lsp/environment.ts';
import { disk } from './nodeDisk.ts';
import { runGit } from './nodeGit.ts';

/** Undefined where there is no repository, or git cannot be asked. */
export function stagedFiles(folder: string): StagedFiles | undefined {
  try {
    const repository = Repository.of(folder, { git: { run: runGit }, cwd: folder, files: disk, variables: {} });
    const inside = repository.inside(folder);
    if (inside === undefined) return undefined;
    const listing = stagedListing(repository);
    const changed = changedBetween(committedListing(repository, repository.head()), listing);
    if (changed.size === 0) return { changed: [], differing: [], read: () => undefined };
    const differing = [
      ...fieldsOf(repository.ask(['diff-files', '--name-only', '-z'])),
      ...fieldsOf(repository.ask(['ls-files', '--others', '--exclude-standard', '-z'])),
    ];
    const snapshot = new Snapshot(repository, listing, disk);
    const prefix = inside === '' ? '' : `${inside}/`;
    const within = (paths: Iterable<string>) =>
      [...paths].filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
    return {
      changed: within(changed).sort(),
      differing: within(differing),
      read: (path) => {
        const read = snapshot.read(join(folder, path));
        return 'text' in read ? read.text : undefined;
      },
    };
  } catch (reason) {
    if (reason instanceof GitProblem) return undefined;
    throw reason;
  }
}
