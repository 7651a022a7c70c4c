/** `concord agree`: finds the versions of two annotators and has them compared. Knows no figure. */

import { resolve } from 'node:path';
import { SETTINGS_FILE } from '../core/settings.ts';
import type { Version } from '../features/agreement/versions.ts';
import { type Agreement, agreementOf } from '../features/agreement.ts';
import { findCorpora, MissingPath } from './corpora.ts';
import { type OpenCorpus, openCorpus } from './corpus.ts';
import type { Environment, Files } from './environment.ts';
import { GitProblem, Repository } from './git/repository.ts';
import { committedListing, Snapshot } from './git/snapshot.ts';
import { Told } from './usage.ts';

/** There are no two versions to compare. */
export class NotCompared extends Told {}

export interface Compared {
  readonly agreement: Agreement;
  /** What to call the annotators. */
  readonly names: readonly [a: string, b: string];
}

/** Throws `NotCompared`. */
export function agree(a: string, b: string, environment: Environment): Compared {
  const opened = new Map<string, OpenCorpus>();
  const [left, right] = [versionOf(a, environment, opened), versionOf(b, environment, opened)];
  return { agreement: agreementOf(left, right), names: namesOf(a, b) };
}

/** Where the files of a version are to be found: a source of files, and a path in it. */
interface Place {
  readonly files: Files;
  readonly path: string;
  /** What tells this source from others. */
  readonly source: string;
  /** All of the corpus is meant, not only what lies in the path. */
  readonly whole: boolean;
}

/** A folder on the disk; else a revision of the files around the working directory, of which REV:PATH names a folder. */
function placeOf(given: string, environment: Environment): Place {
  const { cwd, files } = environment;
  if (given === '' || files.kindOf(resolve(cwd, given)) !== undefined)
    return { files, path: given, source: '', whole: false };
  const colon = given.indexOf(':');
  const revision = colon < 0 ? given : given.slice(0, colon);
  const path = colon < 0 ? '.' : given.slice(colon + 1) || '.';
  const repository = repositoryOf(given, environment);
  const commit = repository.commit(revision);
  const snapshot = new Snapshot(repository, committedListing(repository, commit), files);
  return { files: snapshot, path, source: commit, whole: colon < 0 };
}

function repositoryOf(given: string, environment: Environment): Repository {
  try {
    return Repository.of(environment.cwd, environment);
  } catch (reason) {
    // Who names no folder may have meant one: without a repository nothing else can be meant.
    if (reason instanceof GitProblem) throw new NotCompared(`there is no folder ${given}`);
    throw reason;
  }
}

function versionOf(given: string, environment: Environment, opened: Map<string, OpenCorpus>): Version {
  const { files, path, source, whole } = placeOf(given, environment);
  const { cwd } = environment;
  const { corpora, targets } = found(given, () => findCorpora([path], { cwd, files }));
  const [target] = targets;
  if (target?.kind !== 'folder') throw new NotCompared(`${given} is no folder`);
  const [place, ...others] = target.places;
  const root = corpora.find((one) => one.root === place?.root);
  if (!place || !root) throw new NotCompared(`${given} is in no corpus: there is no concord.yaml to go by`);
  if (others.length > 0)
    throw new NotCompared(
      `${given} holds ${others.length + 1} corpora, not one; name the folder of the one that is meant`,
    );
  const key = `${source}\0${root.root}`;
  const corpus = opened.get(key) ?? openCorpus(root);
  opened.set(key, corpus);
  if (corpus.problem !== undefined)
    throw new NotCompared(`${root.nameOf(SETTINGS_FILE)} cannot be read: ${corpus.problem}`);
  const { library, paths } = corpus;
  const inside = whole ? '' : (place.inside[0] ?? '');
  const prefix = inside === '' ? '' : `${inside}/`;
  const documents = paths.filter((one) => library.kindOf(one) === 'document' && one.startsWith(prefix));
  return { library, documents: new Map(documents.map((one) => [one.slice(prefix.length), one])) };
}

function found<T>(given: string, find: () => T): T {
  try {
    return find();
  } catch (reason) {
    if (reason instanceof MissingPath)
      throw new NotCompared(`there is no folder ${given === '' ? 'without a name' : given}`);
    throw reason;
  }
}

/** The last part of either path, where that tells them apart. */
function namesOf(a: string, b: string): readonly [a: string, b: string] {
  const [left, right] = [a, b].map(
    (given) =>
      given
        .replace(/(?<![/\\])[/\\]+$/, '')
        .split(/[/\\]/)
        .at(-1)!,
  ) as [string, string];
  if (left !== right && left !== '.' && right !== '.' && left !== '' && right !== '') return [left, right];
  return a === b ? ['A', 'B'] : [a, b];
}
