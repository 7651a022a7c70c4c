/** `concord diff`: what has changed between two states of corpora, in git or on the disk. Knows no way of showing it. */

import { join, resolve } from 'node:path';
import { type CorpusChanges, corpusChanges, type State } from '../features/corpusChanges.ts';
import { type CheckOptions, checkShare, countsOf } from './checkCorpus.ts';
import { findCorpora } from './corpora.ts';
import { type CorpusFiles, type OpenCorpus, openCorpus } from './corpus.ts';
import type { Environment, Files } from './environment.ts';
import { Repository } from './git/repository.ts';
import { committedListing, Snapshot } from './git/snapshot.ts';
import type { CorpusCounts, ReportedFinding } from './report.ts';

export interface DiffRequest {
  readonly command: 'diff';
  /** As given: `A..B`, `A...B`, `A`, or two folders. */
  readonly sides: readonly string[];
  readonly format: 'pretty' | 'json';
  readonly noColor: boolean;
}

/** What has changed in one corpus. */
export interface CorpusDifference extends CorpusChanges {
  /** From the working directory; in a comparison of folders from either. */
  readonly root: string;
  /** Undefined where there was none, or is none any more. */
  readonly before: CorpusCounts | undefined;
  readonly after: CorpusCounts | undefined;
  readonly findings: { readonly new: readonly ReportedFinding[]; readonly gone: readonly ReportedFinding[] };
}

/** A state of the files, and the folder whose corpora are meant. */
interface Place {
  readonly files: Files;
  readonly folder: string;
}

/** Throws `GitProblem` and `MissingPath`. */
export function differences(
  { sides }: DiffRequest,
  options: CheckOptions,
  environment: Environment,
): readonly CorpusDifference[] {
  const [before, after] = placesOf(sides, environment).map((place) => corporaIn(place)) as [Corpora, Corpora];
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .map((root) => difference(root, before.get(root), after.get(root), options));
}

/** Two folders where both words name one; otherwise a revision or two. */
function placesOf([one = '', other]: readonly string[], environment: Environment): readonly [Place, Place] {
  const { cwd, files } = environment;
  if (other !== undefined) {
    const folders = [one, other].map((path) => resolve(cwd, path));
    if (folders.every((path) => files.kindOf(path) === 'folder')) {
      return folders.map((folder) => ({ files, folder })) as [Place, Place];
    }
  }
  const repository = Repository.of(cwd, environment);
  const at = (revision: string): Place => ({
    files: new Snapshot(repository, committedListing(repository, repository.commit(revision)), files),
    folder: cwd,
  });
  const range = /^(.*?)(\.{2,3})(.*)$/s.exec(one);
  if (other === undefined && !range) return [at(one), { files, folder: cwd }];
  const [from, to] = other === undefined ? [range![1] || 'HEAD', range![3] || 'HEAD'] : [one, other];
  if (range?.[2] !== '...') return [at(from), at(to)];
  return [at(repository.mergeBase(repository.commit(from), repository.commit(to))), at(to)];
}

/** By their places from the folder. */
type Corpora = ReadonlyMap<string, CorpusFiles>;

function corporaIn({ files, folder }: Place): Corpora {
  const { corpora } = findCorpora([folder], { cwd: folder, files });
  return new Map(corpora.map((corpus) => [corpus.root, corpus]));
}

interface Side extends State {
  readonly counts: CorpusCounts;
  readonly findings: readonly ReportedFinding[];
}

function difference(
  root: string,
  before: CorpusFiles | undefined,
  after: CorpusFiles | undefined,
  options: CheckOptions,
): CorpusDifference {
  const [was, is] = [before && sideOf(before, options), after && sideOf(after, options)];
  const nothing = openCorpus(NO_FILES);
  const empty = stateOf(nothing);
  const changes = corpusChanges(was ?? empty, is ?? empty);
  const [old, now] = [was?.findings ?? [], is?.findings ?? []];
  const findings = { new: beyond(now, old), gone: beyond(old, now) };
  return { root, before: was?.counts, after: is?.counts, ...changes, findings };
}

function sideOf(files: CorpusFiles, options: CheckOptions): Side {
  const whole: CorpusFiles = { ...files, selects: () => true };
  const opened = openCorpus(whole);
  const findings = opened.problem === undefined ? checkShare(whole, opened, options) : [];
  return { ...stateOf(opened), counts: countsOf(files.root, opened.library), findings };
}

const stateOf = ({ library }: OpenCorpus): State => ({
  corpus: library.corpus,
  body: (path) => {
    const document = library.document(path);
    return document?.text.slice(document.body.start).replaceAll('\r\n', '\n');
  },
});

const NO_FILES: CorpusFiles = {
  found: { cwd: '', folder: '', paths: [], inside: [] },
  root: '',
  paths: [],
  read: () => ({ text: '' }),
  expect: () => {},
  pathOf: (path: string) => path,
  replace: () => false,
  selects: () => false,
  nameOf: (path) => join('', path),
};

/** The findings that the others do not have, wherever in their file they stand: lines move when a file changes. */
function beyond(findings: readonly ReportedFinding[], others: readonly ReportedFinding[]): readonly ReportedFinding[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(identityOf(other), (left.get(identityOf(other)) ?? 0) + 1);
  return findings.filter((finding) => {
    const times = left.get(identityOf(finding)) ?? 0;
    left.set(identityOf(finding), times - 1);
    return times <= 0;
  });
}

const identityOf = ({ file, code, claim, entity, message }: ReportedFinding): string =>
  JSON.stringify([file, code, claim, entity, message]);
