/** The command line as a function of its environment: reads the request, does it, answers the exit code. Does no I/O of its own. */

import { version } from '../../../package.json';
import { type CheckRequest, type ExplainRequest, type FormatRequest, parseArguments, UsageError } from './arguments.ts';
import { checkCorpora } from './check.ts';
import { checkChange } from './checkChange.ts';
import type { CheckOptions } from './checkCorpus.ts';
import { findCorpora, MissingPath, type Selection, type Target } from './corpora.ts';
import { type DiffRequest, differences } from './diff.ts';
import type { Environment } from './environment.ts';
import { explainTargets, NotThere } from './explain.ts';
import { formatCorpora, isClean } from './format.ts';
import { diffOf } from './formats/diff.ts';
import { differencesAsJson, differencesInWords } from './formats/difference.ts';
import { explanationsAsJson, explanationsInWords } from './formats/explanation.ts';
import { FORMATS } from './formats.ts';
import { hook, NotInstalled } from './git/hook.ts';
import { mergeForGit } from './git/mergeFiles.ts';
import { GitProblem } from './git/repository.ts';
import { helpPage } from './help.ts';
import { importDocuments, NotImported } from './import.ts';
import { init, NotCreated } from './init.ts';
import { passes, type Report } from './report.ts';
import { inColour, type Paint, plain, printable, wantsColour } from './terminal.ts';

/** What a report is cut to where no terminal says how wide it is. */
const DEFAULT_COLUMNS = 100;
/** In which the command line speaks. */
const LANGUAGE = 'en';

/** The exit code; undefined for the language server, which goes on and decides itself. Never rejects. */
export async function main(environment: Environment): Promise<number | undefined> {
  const { argv, stdout, stderr } = environment;
  try {
    const request = parseArguments(argv);
    switch (request?.command) {
      case 'check':
        return await check(request, environment);
      case 'diff':
        diffAll(request, environment);
        return 0;
      case 'explain':
        explainAll(request, environment);
        return 0;
      case 'import':
        return await importDocuments(request, environment);
      case 'format':
        return formatAll(request, environment);
      case 'hook':
        hook(request, environment);
        return 0;
      case 'init':
        init(request.folder, environment);
        return 0;
      case 'merge-driver':
        return mergeForGit(request, environment);
      case 'lsp':
        await environment.startServer();
        return undefined;
      case 'help':
        stdout.write(helpPage(request.of));
        return 0;
      case 'version':
        stdout.write(`concord ${version}\n`);
        return 0;
      case undefined:
        stderr.write(helpPage(undefined));
        return 2;
    }
  } catch (reason) {
    stderr.write(`concord: ${printable(wordsFor(reason))}\n`);
    return 2;
  }
}

function diffAll(request: DiffRequest, environment: Environment): void {
  const { stdout } = environment;
  const found = differences(request, { showAccepted: false, language: LANGUAGE }, environment);
  if (found.length === 0) environment.stderr.write('concord: no corpus found: there is no concord.yaml to go by\n');
  if (request.format === 'json') stdout.write(differencesAsJson(found));
  else stdout.write(differencesInWords(found, paintFor(request, environment)));
}

function explainAll(request: ExplainRequest, environment: Environment): void {
  const { stdout } = environment;
  const explained = explainTargets(request.targets, environment);
  if (request.format === 'json') stdout.write(explanationsAsJson(explained));
  else stdout.write(explanationsInWords(explained, { language: LANGUAGE, paint: paintFor(request, environment) }));
}

function formatAll(request: FormatRequest, environment: Environment): number {
  const { stdout, stderr } = environment;
  const selection = findCorpora(request.paths, environment);
  const writes = !request.check && !request.diff;
  const outcome = formatCorpora(selection.corpora, { writes, language: LANGUAGE });
  const paint = paintFor(request, environment);
  for (const change of outcome.changed) {
    if (request.diff) stdout.write(diffOf(change, paint));
    else stdout.write(`${writes ? 'formatted' : 'not in order'} ${printable(change.file)}\n`);
  }
  for (const { file, reason } of outcome.left) stderr.write(`concord: ${printable(`${file}: ${reason}`)}\n`);
  const { changed, inOrder } = outcome;
  const verb = writes ? 'formatted' : 'not in order';
  stderr.write(
    `concord: ${[`${changed.length} ${verb}`, `${inOrder} in order`, ...(outcome.left.length > 0 ? [`${outcome.left.length} left as they are`] : [])].join(', ')}\n`,
  );
  for (const note of notesOn(selection, outcome, 'formatted')) stderr.write(`concord: ${printable(note)}\n`);
  return isClean(outcome, request.check) ? 0 : 1;
}

const paintFor = ({ noColor }: { readonly noColor: boolean }, { isTTY, variables }: Environment): Paint =>
  !noColor && wantsColour(isTTY, variables) ? inColour : plain;

async function check(request: CheckRequest, environment: Environment): Promise<number> {
  const { stdout, stderr, columns } = environment;
  const options = { showAccepted: request.showAccepted, language: LANGUAGE };
  const { selection, report, note } = await reportOf(request, options, environment);
  const paint = paintFor(request, environment);
  stdout.write(FORMATS[request.format](report, { columns: columns || DEFAULT_COLUMNS, paint }));
  for (const one of [...notesOn(selection, report, 'checked'), ...note]) stderr.write(`concord: ${printable(one)}\n`);
  return passes(report, request.maxWarnings) ? 0 : 1;
}

async function reportOf(
  { paths, compared }: CheckRequest,
  options: CheckOptions,
  environment: Environment,
): Promise<{ readonly selection: Selection; readonly report: Report; readonly note: readonly string[] }> {
  if (compared) {
    const { selection, report, touches } = await checkChange(paths, compared, options, environment);
    // A hook has nothing to say of a commit that is none of its business.
    const isHook = environment.variables.GIT_INDEX_FILE !== undefined;
    const isIdle = selection.corpora.length > 0 && !touches && !isHook;
    const what = compared.kind === 'staged' ? 'is staged' : `has changed since ${compared.revision}`;
    return { selection, report, note: isIdle ? [`nothing checked: no file of a corpus ${what}`] : [] };
  }
  const selection = findCorpora(paths, environment);
  return { selection, report: await checkCorpora(selection.corpora, options, environment.threads), note: [] };
}

/** What was asked for and not done, a line for each reason: silence about it would read as praise. */
function notesOn({ targets }: Selection, { checked }: Pick<Report, 'checked'>, done: string): readonly string[] {
  const without = targets.filter(({ places }) => places.length === 0);
  const aside = targets.filter(({ above }) => above !== undefined);
  const others = targets.filter(
    ({ kind, places }) =>
      kind === 'file' &&
      places.length > 0 &&
      !places.some(({ root, inside }) => inside.some((path) => checked.get(root)?.has(path))),
  );
  return [
    ...(without.length > 0 ? [`no corpus found for ${listed(without)}: there is no concord.yaml to go by`] : []),
    ...(aside.length > 0 ? [`not ${done}: the rest of ${listed(aside)}, which is part of ${aside[0]!.above}`] : []),
    ...(others.length > 0 ? [`not ${done}, because no corpus has it as document or record: ${listed(others)}`] : []),
  ];
}

const MOST_NAMED = 3;

function listed(targets: readonly Target[]): string {
  const named = targets.slice(0, MOST_NAMED).map(({ given }) => given);
  const more = targets.length - named.length;
  return named.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** Their messages are for people. */
const KNOWN = [UsageError, NotCreated, NotImported, NotThere, GitProblem, NotInstalled];

function wordsFor(reason: unknown): string {
  if (KNOWN.some((kind) => reason instanceof kind)) return (reason as Error).message;
  if (reason instanceof MissingPath)
    return `${reason.message === '' ? 'an empty path' : reason.message} does not exist`;
  const { code, path, message } = reason as NodeJS.ErrnoException;
  // The machine's own objection, to writing for instance; anything else is a fault of this program.
  if (typeof code === 'string' && typeof path === 'string') return `${path}: the system says ${code}`;
  return `internal error: ${message ?? String(reason)}`;
}
