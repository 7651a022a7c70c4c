/**
 * `concord check --staged` and `--since`: what a change brings into corpora that are read whole. Knows changes, not where
 * they come from, and no check.
 */

import { join, resolve } from 'node:path';
import { SETTINGS_FILE } from '../core/settings.ts';
import { checkCorpora } from './check.ts';
import type { CheckOptions } from './checkCorpus.ts';
import { findCorpora, type Selection, type Target } from './corpora.ts';
import type { CorpusFiles } from './corpus.ts';
import type { Environment, Files } from './environment.ts';
import { type Change, changeSince, stagedChange } from './git/changes.ts';
import { Repository } from './git/repository.ts';
import { byPlace, type CorpusCounts, type Report, type ReportedFinding } from './report.ts';

/** What is compared: what is staged, or the working tree with a revision. */
export type Compared = { readonly kind: 'staged' } | { readonly kind: 'since'; readonly revision: string };

export interface ChangeReport {
  readonly selection: Selection;
  readonly report: Report;
  /** Whether the change touches a corpus at all. */
  readonly touches: boolean;
}

/**
 * The findings in the files that the change touches, and those elsewhere that are not there without it: a record that is
 * taken out is missed in files that nobody has touched. Throws `GitProblem` and `MissingPath`.
 */
export async function checkChange(
  paths: readonly string[],
  compared: Compared,
  options: CheckOptions,
  environment: Environment,
): Promise<ChangeReport> {
  const corpora: CorpusFiles[] = [];
  const targets: Target[] = [];
  const counts: CorpusCounts[] = [];
  const findings: ReportedFinding[] = [];
  const checked = new Map<string, ReadonlySet<string>>();
  const names = new Set<string>();
  let touches = false;
  for (const { change, within } of changesAt(paths, compared, environment)) {
    const selection = findCorpora(within, { cwd: environment.cwd, files: change.after });
    corpora.push(...selection.corpora);
    targets.push(...selection.targets);
    // Other threads read from the disk.
    const threads = compared.kind === 'since' ? environment.threads : undefined;
    for (const files of selection.corpora) {
      const inside = change.repository.inside(files.found.folder);
      if (inside !== undefined && !change.touches(inside)) {
        checked.set(files.root, new Set(files.paths.filter((path) => files.selects(path))));
        continue;
      }
      touches = true;
      const report = await checkCorpora([files], options, threads);
      counts.push(...report.corpora);
      for (const [root, inside] of report.checked) checked.set(root, inside);
      for (const name of report.files) names.add(name);
      findings.push(...(await broughtBy(change, files, report, options)));
    }
  }
  corpora.sort((a, b) => (a.root < b.root ? -1 : 1));
  return {
    selection: { corpora, targets },
    report: { corpora: counts, findings: findings.sort(byPlace), checked, files: names },
    touches,
  };
}

/** The changes of the repositories that the paths lie in, each with those of them that do. */
function changesAt(
  paths: readonly string[],
  compared: Compared,
  environment: Environment,
): readonly { readonly change: Change; readonly within: readonly string[] }[] {
  const groups = new Map<string, { readonly repository: Repository; readonly within: string[] }>();
  for (const path of paths.length > 0 ? paths : ['.']) {
    const repository = Repository.of(resolve(environment.cwd, path), environment);
    const group = groups.get(repository.top) ?? { repository, within: [] };
    groups.set(repository.top, group);
    group.within.push(path);
  }
  return [...groups.values()].map(({ repository, within }) => ({
    change:
      compared.kind === 'staged'
        ? stagedChange(repository, environment)
        : changeSince(compared.revision, repository, environment),
    within,
  }));
}

async function broughtBy(
  change: Change,
  files: CorpusFiles,
  { findings }: Report,
  options: CheckOptions,
): Promise<readonly ReportedFinding[]> {
  const { repository } = change;
  const { folder } = files.found;
  const isTouched = (path: string) => {
    const inside = repository.inside(folder);
    const place = inside === undefined ? repository.inside(join(folder, path)) : inside ? `${inside}/${path}` : path;
    return place !== undefined && change.touches(place);
  };
  const settings = files.nameOf(SETTINGS_FILE);
  const touched = new Set([SETTINGS_FILE, ...files.paths].filter(isTouched).map(files.nameOf));
  // Of settings that are broken nothing else has been said: that has to be known whoever broke them.
  const stays = ({ file, severity }: ReportedFinding) =>
    touched.has(file) || (file === settings && severity === 'error');
  if (findings.every(stays)) return findings;
  const old = await findingsBefore(change.before(), files, options);
  return findings.filter((finding) => stays(finding) || !old.has(identityOf(finding)));
}

/** What was found in the corpus without the change, and stands in files that are the same with it. */
async function findingsBefore(
  before: Files,
  { found: { folder, cwd } }: CorpusFiles,
  options: CheckOptions,
): Promise<ReadonlySet<string>> {
  if (before.kindOf(join(folder, SETTINGS_FILE)) !== 'file') return new Set();
  const { corpora } = findCorpora([folder], { cwd, files: before });
  const same = corpora.filter(({ found }) => found.folder === folder);
  const { findings } = await checkCorpora(same, options);
  return new Set(findings.map(identityOf));
}

const identityOf = ({ file, code, range, message }: ReportedFinding): string =>
  JSON.stringify([file, code, range, message]);
