/** `concord hook`: puts a pre-commit hook, and a merge driver, where git looks for them, and takes them away again. */

import { join, resolve } from 'node:path';
import type { Environment } from '../environment.ts';
import { Told } from '../usage.ts';
import { installMergeDriver, removeMergeDriver } from './mergeDriver.ts';
import { lineOf, Repository, textOf } from './repository.ts';
import { quoted } from './shell.ts';

export interface HookRequest {
  readonly command: 'hook';
  readonly action: 'install' | 'uninstall';
  /** Whether a hook that is not ours makes way for ours, which then runs it first. */
  readonly force: boolean;
  /** Whether the merge driver is meant as well. */
  readonly mergeDriver: boolean;
}

/** It cannot be done; the message says why, and what to do instead. */
export class NotInstalled extends Told {}

/** Says what it has done. Throws `NotInstalled`, `GitProblem`, or what the machine objects to. */
export function hook(request: HookRequest, environment: Environment): void {
  const repository = Repository.of(environment.cwd, environment);
  if (repository.isBare) throw new NotInstalled('nobody commits in a bare repository');
  if (request.action === 'install') {
    install(repository, request, environment);
    if (request.mergeDriver) installMergeDriver(repository, environment);
  } else {
    uninstall(repository, environment);
    removeMergeDriver(repository, environment);
  }
}

const NAME = 'pre-commit';
const KEPT = 'pre-commit.before-concord';
/** By this line a hook is known as ours, of whatever version. */
const MARK = '# This hook is Concord’s:';

function install(repository: Repository, { force }: HookRequest, environment: Environment): void {
  const { files, stdout } = environment;
  const folder = hooksFolder(repository);
  const path = join(folder, NAME);
  const text = hookText(environment.program);
  const before = files.read(path);
  const isOurs = 'text' in before && before.text.includes(MARK);
  if (isOurs) {
    if (before.text === text) stdout.write(`the hook is there already: ${path}\n`);
    else if (files.replace(path, before.text, text)) stdout.write(`brought up to date: ${path}\n`);
    else throw new NotInstalled(`${path} has changed meanwhile, and stays as it is`);
    return;
  }
  refuseShared(repository, force);
  if (files.isTaken(path)) {
    const kept = join(folder, KEPT);
    if (!force) {
      throw new NotInstalled(
        `there is a hook already, and it stays: ${path}. Add the line "concord check --staged || exit" to it, or keep it as ${KEPT} and run it first with --force`,
      );
    }
    if (!files.move(path, kept)) throw new NotInstalled(`${path} cannot be put aside: there is a ${KEPT} already`);
    stdout.write(`kept, and run first: ${kept}\n`);
  }
  if (!files.create(path, text, { isProgram: true })) throw new NotInstalled(`there is a hook already: ${path}`);
  stdout.write(`installed: ${path}\n`);
}

function uninstall(repository: Repository, { files, stdout }: Environment): void {
  const folder = hooksFolder(repository);
  const path = join(folder, NAME);
  const read = files.read(path);
  if (!('text' in read) || !read.text.includes(MARK)) {
    if (files.isTaken(path)) throw new NotInstalled(`the hook is not Concord’s, and stays: ${path}`);
    stdout.write(`there is no hook: ${path}\n`);
    return;
  }
  if (!files.remove(path, read.text)) throw new NotInstalled(`${path} has changed meanwhile, and stays as it is`);
  stdout.write(`removed: ${path}\n`);
  if (files.move(join(folder, KEPT), path)) stdout.write(`put back: ${path}\n`);
}

/** Where git looks for hooks: of all working trees of a repository in one place, or where `core.hooksPath` says. */
const hooksFolder = (repository: Repository): string =>
  resolve(repository.top, lineOf(repository.ask(['rev-parse', '--git-path', 'hooks'])));

/** A place that the user's own configuration names holds the hooks of all repositories. */
function refuseShared(repository: Repository, force: boolean): void {
  const answer = repository.try(['config', '--show-scope', '--get', 'core.hooksPath']);
  if (force || typeof answer === 'string') return;
  const [scope = '', path = ''] = textOf(answer).trim().split('\t');
  if (scope !== 'global' && scope !== 'system') return;
  throw new NotInstalled(
    `git takes the hooks of every repository from ${path}, as core.hooksPath says; --force installs one there, for all of them`,
  );
}

/** The hook, for the shell that git brings. `program` is what to start where `concord` is not to be found. */
export function hookText(program: readonly string[]): string {
  const recorded = program.map(quoted);
  return `#!/bin/sh
${MARK} what git is about to commit is checked, and an error stops it.
# To commit all the same, once: git commit --no-verify
# To take the hook away: concord hook uninstall

before="$(dirname "$0")/${KEPT}"
if [ -x "$before" ]; then "$before" "$@" || exit; fi

if [ -x ./node_modules/.bin/concord ]; then exec ./node_modules/.bin/concord check --staged; fi
if command -v concord >/dev/null 2>&1; then exec concord check --staged; fi
if [ -f ${recorded.at(-1)} ]; then exec ${recorded.join(' ')} check --staged; fi

echo 'concord: not found, so that nothing has been checked. Install it, or commit with --no-verify.' >&2
exit 1
`;
}
