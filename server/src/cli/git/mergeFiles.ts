/** `concord merge-driver`: merges one file for git, which names the three versions and takes the result from the second. */

import { dirname, join, relative, resolve, sep } from 'node:path';
import { layoutOf } from '../../core/layout.ts';
import { parseSettings, SETTINGS_FILE } from '../../core/settings.ts';
import { mergeFile, type Versions } from '../../features/threeWay.ts';
import type { Environment } from '../environment.ts';
import { printable } from '../terminal.ts';
import { fieldsOf, textOf } from './repository.ts';

export interface MergeDriverRequest {
  readonly command: 'merge-driver';
  /** The files that hold the versions: base, ours, theirs. */
  readonly versions: readonly [base: string, ours: string, theirs: string];
  /** What is merged, from the top of the working tree. */
  readonly path: string;
  readonly markerSize: number;
}

/** Git takes anything higher than 128 as a failure, and whatever is below as conflicts that are marked in the file. */
const FAILED = 129;

/** 0 for a merge without conflicts, 1 with. Whatever happens, what git itself would do is done at least. */
export function mergeForGit(request: MergeDriverRequest, environment: Environment): number {
  const { files, stderr, cwd } = environment;
  const paths = request.versions.map((path) => resolve(cwd, path)) as [string, string, string];
  const asText = () => mergeAsText(paths, request.markerSize, environment);
  try {
    const [base, ours, theirs] = paths.map((path) => files.read(path)) as [Read, Read, Read];
    const place = placeOf(request.path, environment);
    if (!place || !('text' in base) || !('text' in ours) || !('text' in theirs)) return asText();
    const versions: Versions = { base: base.text, ours: ours.text, theirs: theirs.text };
    const merged = mergeFile(place.kind, place.path, versions, {
      markerSize: request.markerSize,
      mayRename: (id) => !isKnownElsewhere(place.path, id, versions, environment),
      mergeBody: (bodies) => mergeBody(bodies, paths[1], request.markerSize, environment),
    });
    if (!merged) return asText();
    if (merged.text !== ours.text && !files.replace(paths[1], ours.text, merged.text)) return FAILED;
    for (const [from, to] of merged.renamed) {
      stderr.write(
        `concord: ${printable(request.path)}: both sides have a new claim ${from}; one of them is now ${to}\n`,
      );
    }
    return merged.conflicts ? 1 : 0;
  } catch (reason) {
    stderr.write(`concord: merged as text: ${printable(reason instanceof Error ? reason.message : String(reason))}\n`);
    return asText();
  }
}

type Read = ReturnType<Environment['files']['read']>;

/** The corpus that a file belongs to says what it is; undefined for what belongs to none. */
function placeOf(path: string, { cwd, files }: Environment) {
  const whole = resolve(cwd, path);
  for (let folder = dirname(whole); ; folder = dirname(folder)) {
    const settings = files.read(join(folder, SETTINGS_FILE));
    if ('text' in settings) {
      const inside = relative(folder, whole).split(sep).join('/');
      const kind = layoutOf(parseSettings(settings.text)).kindOf(inside);
      return kind && { kind, path: inside };
    }
    if (folder === cwd || dirname(folder) === folder) return undefined;
  }
}

const LABELS = ['-L', 'ours', '-L', 'base', '-L', 'theirs'];

/** As git merges any text. */
function mergeAsText(
  [base, ours, theirs]: readonly [string, string, string],
  size: number,
  { git, cwd }: Environment,
): number {
  const answer = git.run(cwd, ['merge-file', ...LABELS, `--marker-size=${size}`, '--', ours, base, theirs]);
  if (!answer || answer.code < 0 || answer.code > 127) return FAILED;
  return answer.code === 0 ? 0 : 1;
}

/** The bodies in files beside the one that git waits for, merged by git. */
function mergeBody({ base, ours, theirs }: Versions, beside: string, size: number, { git, cwd, files }: Environment) {
  const written: [path: string, text: string][] = [];
  try {
    for (const [name, text] of Object.entries({ ours, base, theirs })) {
      const path = `${beside}.${name}.concord`;
      if (!files.create(path, text)) return undefined;
      written.push([path, text]);
    }
    const paths = written.map(([path]) => path);
    const answer = git.run(cwd, ['merge-file', '-p', ...LABELS, `--marker-size=${size}`, '--', ...paths]);
    if (!answer || answer.code < 0 || answer.code > 127) return undefined;
    return { text: textOf(answer.stdout), conflicts: answer.code > 0 };
  } finally {
    for (const [path, text] of written) files.remove(path, text);
  }
}

const MOST_BRANCHES = 64;

/**
 * Whether anything outside of a document goes by the id of a claim in it: a reference in a file of any branch, or a
 * translation, whose claims are paired by their ids. What cannot be told counts as if it did.
 */
function isKnownElsewhere(path: string, id: string, versions: Versions, { git, cwd, variables }: Environment): boolean {
  if (Object.values(versions).some((text) => /^translation-of[ \t]*:/m.test(text))) return true;
  const branches = git.run(cwd, [
    'for-each-ref',
    '--format=%(objectname)%00',
    `--count=${MOST_BRANCHES}`,
    'refs/heads',
    'refs/remotes',
  ]);
  if (branches?.code !== 0) return true;
  const merging = Object.keys(variables).flatMap((name) => /^GITHEAD_([0-9a-f]{40,64})$/.exec(name)?.[1] ?? []);
  const revisions = new Set(['HEAD', ...merging, ...fieldsOf(branches.stdout).map((name) => name.trim())]);
  const isFound = (...patterns: readonly string[]) =>
    git.run(cwd, ['grep', '-q', '-F', '-I', ...patterns, ...revisions, '--'])?.code !== 1;
  return isFound('-e', `${path}#${id}`) || isFound('-e', 'translation-of', '--and', '-e', path);
}
