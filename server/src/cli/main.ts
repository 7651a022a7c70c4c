/** The command line as a function of its environment: reads the request, does it, answers the exit code. Does no I/O of its own. */

import { version } from '../../../package.json';
import { type CheckRequest, type ExplainRequest, type FormatRequest, parseArguments, UsageError } from './arguments.ts';
import { checkCorpora } from './check.ts';
import { findCorpora, MissingPath, type Selection, type Target } from './corpora.ts';
import type { Environment } from './environment.ts';
import { explainTargets, NotThere } from './explain.ts';
import { formatCorpora, isClean } from './format.ts';
import { diffOf } from './formats/diff.ts';
import { explanationsAsJson, explanationsInWords } from './formats/explanation.ts';
import { FORMATS } from './formats.ts';
import { helpPage } from './help.ts';
import { importDocuments, NotImported } from './import.ts';
import { init, NotCreated } from './init.ts';
import { passes, type Report } from './report.ts';
import { inColour, type Paint, plain, printable, wantsColour } from './terminal.ts';
import { NotDone } from './transaction.ts';

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
      case 'explain':
        explainAll(request, environment);
        return 0;
      case 'export':
        return await (await import('./export.ts')).exportCorpus(request, environment);
      case 'import':
        if (request.from)
          return await (await import('./importFrom.ts')).importForeign(request, request.from, environment);
        return await importDocuments(request, environment);
      case 'format':
        return formatAll(request, environment);
      case 'init':
        init(request.folder, environment);
        return 0;
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
  const { stdout, stderr, columns, threads } = environment;
  const selection = findCorpora(request.paths, environment);
  const options = { showAccepted: request.showAccepted, language: LANGUAGE };
  const report = await checkCorpora(selection.corpora, options, threads);
  const paint = paintFor(request, environment);
  stdout.write(FORMATS[request.format](report, { columns: columns || DEFAULT_COLUMNS, paint }));
  for (const note of notesOn(selection, report, 'checked')) stderr.write(`concord: ${printable(note)}\n`);
  return passes(report, request.maxWarnings) ? 0 : 1;
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
const KNOWN = [UsageError, NotCreated, NotDone, NotImported, NotThere];

function wordsFor(reason: unknown): string {
  if (KNOWN.some((kind) => reason instanceof kind)) return (reason as Error).message;
  if (reason instanceof MissingPath)
    return `${reason.message === '' ? 'an empty path' : reason.message} does not exist`;
  const { code, path, message } = reason as NodeJS.ErrnoException;
  // The machine's own objection, to writing for instance; anything else is a fault of this program.
  if (typeof code === 'string' && typeof path === 'string') return `${path}: the system says ${code}`;
  return `internal error: ${message ?? String(reason)}`;
}
