/** A git repository, asked through the program `git`. Knows which questions there are, not what a corpus is. */

import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Environment, Files, Git } from '../environment.ts';
import { Told } from '../usage.ts';

/** Git cannot answer; the message is for people. */
export class GitProblem extends Told {}

/** The commit that has nothing in it, to which the first one is compared. */
export const NOTHING = 'nothing';

/** Set to 1 by whoever trusts a repository as far as git itself would: its filters and transports are then used. */
export const TRUST = 'CONCORD_TRUST_GIT';

export class Repository {
  private readonly places = new Map<string, string | undefined>();
  private withoutPrograms: readonly string[] | undefined;

  private constructor(
    private readonly git: Git,
    /** The folder of its working tree, or its own where it has none. */
    readonly top: string,
    readonly isBare: boolean,
    private readonly apart: boolean,
    private readonly files: Files,
    /** Whether the programs that its own configuration names may be started. */
    private readonly isTrusted: boolean,
  ) {}

  /** The repository that a file or folder lies in, or would if it were there. Throws `GitProblem`. */
  static of(path: string, { git, cwd, files, variables }: Place): Repository {
    const folder = existing(path, files);
    const ask = (at: string, question: string, apart: boolean) => git.run(at, ['rev-parse', question], { apart });
    // A hook is told which index is meant, which may be another one than the repository's.
    const isHook = variables.GIT_DIR !== undefined || variables.GIT_INDEX_FILE !== undefined;
    // Where git has started this program, the repository has its say already.
    const isTrusted = isHook || variables[TRUST] === '1';
    const answer = ask(folder, '--show-toplevel', true);
    if (!answer) throw new GitProblem('the program git is needed for that, and cannot be found');
    if (answer.code !== 0) {
      const isBare = textOf(ask(folder, '--is-bare-repository', true)?.stdout) === 'true\n';
      const own = ask(folder, '--absolute-git-dir', true);
      if (isBare && own?.code === 0) return new Repository(git, lineOf(own.stdout), true, true, files, isTrusted);
      const isNone = /not a git repository/.test(answer.stderr);
      throw new GitProblem(isNone ? `no git repository holds ${path}` : objection(answer.stderr));
    }
    const top = lineOf(answer.stdout);
    const told = isHook ? ask(cwd, '--show-toplevel', false) : undefined;
    return new Repository(git, top, false, !(told?.code === 0 && lineOf(told.stdout) === top), files, isTrusted);
  }

  /** The repository of a submodule, where it has been fetched. */
  submodule(path: string): Repository | undefined {
    const top = join(this.top, path);
    const isThere = !this.isBare && this.files.kindOf(join(top, '.git')) !== undefined;
    return isThere ? new Repository(this.git, top, false, true, this.files, this.isTrusted) : undefined;
  }

  /** Its path from the top, with `/`; empty for the top, undefined for what lies outside. */
  inside(path: string): string | undefined {
    if (!this.places.has(path)) this.places.set(path, this.placeOf(path));
    return this.places.get(path);
  }

  private placeOf(path: string): string | undefined {
    const real = this.files.realPath(existing(path, this.files));
    const rest = relative(existing(path, this.files), path);
    const inside = relative(this.files.realPath(this.top), resolve(real, rest)).split(sep).join('/');
    return inside === '..' || inside.startsWith('../') ? undefined : inside;
  }

  /** What git prints. Throws `GitProblem` where it fails. */
  ask(args: readonly string[], input?: string): Uint8Array {
    const answer = this.try(args, input);
    if (typeof answer === 'string') throw new GitProblem(answer);
    return answer;
  }

  /** The same; its objection where it fails. */
  try(args: readonly string[], input?: string): Uint8Array | string {
    const answer = this.git.run(this.top, args, {
      apart: this.apart,
      fetches: this.isTrusted,
      ...(input !== undefined && { input }),
    });
    if (!answer) return 'the program git is needed for that, and cannot be found';
    return answer.code === 0 ? answer.stdout : objection(answer.stderr);
  }

  /**
   * The arguments before a command that could start hooks or filters, so that it starts none that the repository's own
   * configuration names, as opposed to the user's: a folder that somebody has sent may hold a repository too. Throws
   * `GitProblem`.
   */
  get guard(): readonly string[] {
    if (this.isTrusted) return [];
    this.withoutPrograms ??= ['-c', `core.hooksPath=${join(this.top, '.git', 'no-hooks')}`, ...this.filtersOff()];
    return this.withoutPrograms;
  }

  private filtersOff(): readonly string[] {
    const listed = this.try(['config', '-z', '--show-scope', '--name-only', '--get-regexp', '^filter\\.']);
    if (typeof listed === 'string') return [];
    const fields = fieldsOf(listed);
    const own = fields.filter((_, i) => i % 2 === 1 && /^(?:local|worktree)$/.test(fields[i - 1]!));
    return [...new Set(own.map((name) => name.slice(0, name.lastIndexOf('.'))))].flatMap((filter) => {
      if (filter.includes('='))
        throw new GitProblem(`the configuration of ${this.top} names a filter that cannot be left out: ${filter}`);
      return ['clean=', 'smudge=', 'process=', 'required=false'].flatMap((off) => ['-c', `${filter}.${off}`]);
    });
  }

  /** The full name of the commit that `revision` names. Throws `GitProblem`. */
  commit(revision: string): string {
    const found = this.find(revision);
    if (found === undefined) throw new GitProblem(`git knows no revision ${revision}`);
    return found;
  }

  /** The commit that is checked out, or `NOTHING` before the first one. */
  head(): string {
    return this.find('HEAD') ?? NOTHING;
  }

  /** The last commit that both have in their past. Throws `GitProblem`. */
  mergeBase(one: string, other: string): string {
    const answer = this.try(['merge-base', '--end-of-options', one, other]);
    if (typeof answer !== 'string') return lineOf(answer);
    throw new GitProblem(`${one.slice(0, 12)} and what is checked out have no history in common`);
  }

  private find(revision: string): string | undefined {
    const answer = this.try(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
    return typeof answer === 'string' ? undefined : lineOf(answer);
  }
}

type Place = Pick<Environment, 'git' | 'cwd' | 'files' | 'variables'>;

/** The fields of an answer that `-z` has ended each with a zero byte. */
export function fieldsOf(bytes: Uint8Array): readonly string[] {
  const fields = textOf(bytes).split('\0');
  fields.pop();
  return fields;
}

const decoder = new TextDecoder();
export const textOf = (bytes: Uint8Array | undefined): string => decoder.decode(bytes);
export const lineOf = (bytes: Uint8Array): string => textOf(bytes).replace(/\r?\n$/, '');

const objection = (stderr: string): string =>
  `git says: ${(/^(?:fatal|error): (.*)$/m.exec(stderr)?.[1] ?? stderr.trim().split('\n', 1)[0]) || 'nothing'}`;

/** The folder at `path`, or the nearest one above it that is there. */
function existing(path: string, files: Files): string {
  if (files.kindOf(path) === 'folder') return path;
  const above = dirname(path);
  return above === path ? path : existing(above, files);
}
