/** `concord check` as a whole: what is read, mended, compared with a baseline, reported and answered as exit code. */

import { dirname, relative, resolve, sep } from 'node:path';
import { version } from '../../../package.json';
import { SETTINGS_FILE } from '../core/settings.ts';
import { baselineText, type Coverage, compare, type Entry, entriesOf, readBaseline } from './baseline.ts';
import { checkCorpora, reportOfWorking } from './check.ts';
import type { Compared } from './checkChange.ts';
import type { CheckOptions } from './checkCorpus.ts';
import { findCorpora, type Selection } from './corpora.ts';
import type { Environment } from './environment.ts';
import { type Fixed, fixCorpus } from './fix.ts';
import { diffOf } from './formats/diff.ts';
import { FORMATS } from './formats.ts';
import { withText } from './input.ts';
import { counted, DEFAULT_COLUMNS, languageOf, note, notesOn, paintFor } from './output.ts';
import { recalled } from './recall.ts';
import { passes, type Report } from './report.ts';
import type { BaselineRequest, CheckRequest } from './requests/check.ts';
import { Told } from './usage.ts';
import { watchCorpora } from './watch.ts';
import { WorkingCorpus } from './workingCorpus.ts';

/** Nothing could be checked or written; the message, one line, says why. */
export class NotDone extends Told {}

/** The exit code. Throws `NotDone`, `MissingPath`, or what the machine objects to. */
export async function checkCommand(request: CheckRequest, environment: Environment): Promise<number> {
  if (request.stdinFile !== undefined) return checkInput(request, request.stdinFile, environment);
  if (request.watch) {
    // Asked for early: a baseline that cannot be read is to be known before, not after, the first change.
    readEntries(request.baseline, environment);
    await watchCorpora(request, environment, optionsOf(request, environment), (report, selection) => {
      tell(request, environment, report, selection);
    });
    return 0;
  }
  if (request.compared) return checkCompared(request, request.compared, environment);
  if (request.profiles) return checkProfiled(request, environment);
  const selection = findCorpora(request.paths, environment);
  if (request.fixes === 'leave') {
    return recalled(request, selection, environment, async (world) => {
      const report = await checkCorpora(selection.corpora, optionsOf(request, environment), world.threads);
      return tell(request, world, report, selection);
    });
  }
  const corpora = selection.corpora.map((files) => new WorkingCorpus(files));
  const fixed = corpora.map((corpus) => ({ corpus, ...fixCorpus(corpus, request) }));
  if (request.fixes === 'show') return showFixes(request, environment, selection, fixed);
  writeFixes(environment, fixed);
  return tell(request, environment, reportOfWorking(corpora, optionsOf(request, environment)), selection);
}

/** On one thread, and anew, so that what is told is what it takes. */
async function checkProfiled(request: CheckRequest, environment: Environment): Promise<number> {
  const { Profile } = await import('./profile.ts');
  const profile = new Profile();
  const selection = profile.phase('looking for files', () => findCorpora(request.paths, environment));
  const report = await checkCorpora(selection.corpora, { ...optionsOf(request, environment), profile });
  const code = profile.phase('reporting', () => tell(request, environment, report, selection));
  for (const line of profile.lines()) environment.stderr.write(`${line}\n`);
  return code;
}

/** What a change brings, as git knows it. */
async function checkCompared(request: CheckRequest, compared: Compared, environment: Environment): Promise<number> {
  const { checkChange } = await import('./checkChange.ts');
  const { selection, report, touches } = await checkChange(
    request.paths,
    compared,
    optionsOf(request, environment),
    environment,
  );
  const code = tell(request, environment, report, selection);
  // A hook has nothing to say of a commit that is none of its business.
  const isHook = environment.variables.GIT_INDEX_FILE !== undefined;
  const what = compared.kind === 'staged' ? 'is staged' : `has changed since ${compared.revision}`;
  if (selection.corpora.length > 0 && !touches && !isHook)
    note(environment, `nothing checked: no file of a corpus ${what}`);
  return code;
}

const optionsOf = ({ showAccepted }: CheckRequest, environment: Environment): CheckOptions => ({
  showAccepted,
  language: languageOf(environment),
});

type FixedCorpus = Fixed & { readonly corpus: WorkingCorpus };

/** A text from standard input in place of a file. Nothing is written to a file: not the text, and no fix of another. */
async function checkInput(request: CheckRequest, given: string, environment: Environment): Promise<number> {
  const path = resolve(environment.cwd, given);
  const kind = environment.files.kindOf(path);
  if (kind !== undefined && kind !== 'file') throw new NotDone(`${given} is no file`);
  const text = inputText(environment);
  const world = { ...environment, files: withText(environment.files, path, text) };
  const selection = findCorpora([given], world);
  const corpora = selection.corpora.map((files) => new WorkingCorpus(files));
  if (request.fixes === 'leave')
    return tell(request, world, reportOfWorking(corpora, optionsOf(request, environment)), selection);
  const fixed = corpora.map((corpus) => ({ corpus, ...fixCorpus(corpus, { ...request, ownFile: true }) }));
  if (request.fixes === 'show') return showFixes(request, world, selection, fixed);
  const after = fixed.flatMap(({ changes }) => changes.map((change) => change.after))[0] ?? text;
  environment.stdout.write(after);
  noteFixes(environment, fixed);
  // Standard output is the text's.
  const aside = { ...world, stdout: environment.stderr, isTTY: false };
  return tell(request, aside, reportOfWorking(corpora, optionsOf(request, environment)), selection);
}

function inputText({ readInput }: Environment): string {
  const read = readInput();
  if ('problem' in read) throw new NotDone(`standard input cannot be read: ${read.problem}`);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(read.bytes);
  } catch {
    throw new NotDone('standard input is not UTF-8 text');
  }
}

function showFixes(
  request: CheckRequest,
  environment: Environment,
  selection: Selection,
  fixed: readonly FixedCorpus[],
): number {
  const paint = paintFor(request, environment);
  const changes = fixed.flatMap(({ corpus, changes: of }) =>
    of.map(({ path, before, after }) => ({ file: corpus.files.nameOf(path), before: before ?? '', after })),
  );
  for (const change of changes) environment.stdout.write(diffOf(change, paint));
  noteFixes(environment, fixed, 'would be');
  for (const line of notesOn(selection, { checked: new Map(fixed.map(checkedIn)) }, 'checked')) note(environment, line);
  return changes.length > 0 ? 1 : 0;
}

const checkedIn = ({ corpus }: FixedCorpus): readonly [string, ReadonlySet<string>] => [
  corpus.files.root,
  new Set(corpus.everyPath()),
];

/** All files or none: what was read before may rest on what another file said. */
function writeFixes(environment: Environment, fixed: readonly FixedCorpus[]): void {
  const files = fixed.flatMap(({ corpus, changes }) =>
    changes.map(({ path, before, after }) => ({ path: corpus.files.pathOf(path), before, text: after })),
  );
  const changed = files.length > 0 ? environment.files.replaceAll(files) : [];
  if (changed.length > 0) {
    const names = changed.map((path) => relative(environment.cwd, path).split(sep).join('/'));
    throw new NotDone(`nothing has been fixed, because of a change meanwhile in ${names.join(', ')}; run it again`);
  }
  noteFixes(environment, fixed);
}

function noteFixes(environment: Environment, fixed: readonly FixedCorpus[], verb = ''): void {
  const sum = (of: (one: Fixed) => number) => fixed.reduce((all, one) => all + of(one), 0);
  const [count, choices] = [sum((one) => one.count), sum((one) => one.choices)];
  const words = ['fixed', verb].filter(Boolean).reverse().join(' ');
  if (count === 0) note(environment, `nothing ${words}`);
  else {
    const files = sum(({ changes }) => changes.length);
    note(environment, `${counted(count, 'finding')} ${words} in ${counted(files, 'file')}`);
  }
  if (choices > 0)
    note(environment, `left to choose: ${counted(choices, 'finding')} that can be mended in several ways`);
  if (fixed.some(({ unfinished }) => unfinished)) note(environment, 'there is more to fix: run it again');
}

/** Reports, and answers the exit code. */
function tell(request: CheckRequest, environment: Environment, whole: Report, selection: Selection): number {
  const { stdout, columns, cwd, page } = environment;
  const { report, stale } = withBaseline(request, environment, whole, selection);
  const base = baseOf(environment);
  const maxWarnings = request.maxWarnings - stale;
  const text = FORMATS[request.format](report, {
    columns: columns || DEFAULT_COLUMNS,
    paint: paintFor(request, environment),
    language: languageOf(environment),
    maxWarnings,
    version,
    cwd,
    base,
    fromBase: (file) => named(base, resolve(cwd, file)),
    page,
  });
  stdout.write(text);
  for (const line of notesOn(selection, report, 'checked')) note(environment, line);
  return passes(report, maxWarnings) ? 0 : 1;
}

/** The folder that a platform names files from. */
function baseOf({ cwd, variables }: Environment): string {
  const workspace = variables.GITHUB_WORKSPACE;
  if (!workspace) return cwd;
  const base = resolve(workspace);
  return base === cwd || cwd.startsWith(base.endsWith(sep) ? base : base + sep) ? base : cwd;
}

const named = (folder: string, path: string): string => relative(folder, path).split(sep).join('/');

const MOST_STALE = 20;

/** The report without what is known, and how many entries are out of date; writes the baseline where that was asked. */
function withBaseline(
  { baseline: request, compared }: CheckRequest,
  environment: Environment,
  whole: Report,
  selection: Selection,
): { readonly report: Report; readonly stale: number } {
  if (!request) return { report: whole, stale: 0 };
  const { text, entries } = readEntries(request, environment)!;
  const path = resolve(environment.cwd, request.file);
  const all = coverageOf(dirname(path), whole, selection, environment);
  // What a change brings is not all that there is: nothing is known to be gone.
  const coverage = compared ? { ...all, covers: () => false } : all;
  const { report, known, stale, aside } = compare(whole, entries, coverage);
  if (request.mode === 'compare') {
    if (known.length > 0) note(environment, `${counted(known.length, 'finding')} left out, as ${request.file} says`);
    for (const { file, code, message } of stale.slice(0, MOST_STALE))
      note(environment, `${request.file} is out of date: gone is ${code} in ${file}: ${message}`);
    if (stale.length > MOST_STALE) note(environment, `… and ${stale.length - MOST_STALE} more`);
    if (stale.length > 0) note(environment, '--prune takes out what is gone');
    return { report, stale: stale.length };
  }
  const kept = request.mode === 'prune' ? [...aside, ...known] : [...aside, ...entriesOf(whole, coverage)];
  const made = baselineText(kept);
  if (made !== text && environment.files.replaceAll([{ path, before: text, text: made }]).length > 0)
    throw new NotDone(`${request.file} has changed meanwhile, and stays as it is`);
  const said =
    request.mode === 'prune'
      ? `${counted(stale.length, 'entry', 'entries')} taken out of`
      : `${counted(kept.length, 'finding')} listed in`;
  note(environment, `${said} ${request.file}`);
  if (request.mode === 'prune') return { report, stale: 0 };
  return { report: { ...whole, findings: whole.findings.filter(({ accepted }) => accepted) }, stale: 0 };
}

function readEntries(
  request: BaselineRequest | undefined,
  { cwd, files }: Environment,
): { readonly text: string | undefined; readonly entries: readonly Entry[] } | undefined {
  if (!request) return undefined;
  const path = resolve(cwd, request.file);
  if (request.file === '' || files.kindOf(path) === undefined) {
    if (request.file !== '' && request.mode === 'write') return { text: undefined, entries: [] };
    throw new NotDone(`the baseline ${request.file} does not exist; --write-baseline creates it`);
  }
  const read = files.read(path);
  if ('problem' in read) throw new NotDone(`the baseline ${request.file} cannot be read: ${read.problem}`);
  const entries = readBaseline(read.text);
  if ('problem' in entries) throw new NotDone(`the baseline ${request.file} cannot be read: ${entries.problem}`);
  return { text: read.text, entries };
}

/** What is broken hides what it would have held: of such a file nothing is known to be gone. */
function coverageOf(folder: string, report: Report, { corpora }: Selection, { cwd }: Environment): Coverage {
  const nameOf = (file: string) => named(folder, resolve(cwd, file));
  const broken = new Set(report.findings.filter(({ code }) => code === 'invalid-yaml').map(({ file }) => nameOf(file)));
  return {
    nameOf,
    covers: (file) =>
      !broken.has(file) &&
      corpora.some(({ found, selects, nameOf: shown }) => {
        const inside = named(found.folder, resolve(folder, file));
        return !inside.startsWith('../') && selects(inside) && !broken.has(nameOf(shown(SETTINGS_FILE)));
      }),
  };
}
