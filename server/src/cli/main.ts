/** The command line as a function of its environment: reads the request, does it, answers the exit code. Does no I/O of its own. */

import { version } from '../../../package.json';
import { type CheckRequest, parseArguments, UsageError } from './arguments.ts';
import { checkCorpora, passes, type Report } from './check.ts';
import { findCorpora, MissingPath, type Selection } from './corpora.ts';
import type { Environment } from './environment.ts';
import { FORMATS } from './formats.ts';
import { helpPage } from './help.ts';
import { init, NotCreated } from './init.ts';
import { inColour, plain, printable, wantsColour } from './terminal.ts';

/** What a report is cut to where no terminal says how wide it is. */
const DEFAULT_COLUMNS = 100;

/** The exit code; undefined for the language server, which goes on and decides itself. Never rejects. */
export async function main(environment: Environment): Promise<number | undefined> {
  const { argv, stdout, stderr } = environment;
  try {
    const request = parseArguments(argv);
    switch (request?.command) {
      case 'check':
        return check(request, environment);
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

function check(request: CheckRequest, environment: Environment): number {
  const { stdout, stderr, isTTY, columns, variables } = environment;
  const selection = findCorpora(request.paths, environment);
  const report = checkCorpora(selection.corpora, { showAccepted: request.showAccepted, language: 'en' });
  const paint = !request.noColor && wantsColour(isTTY, variables) ? inColour : plain;
  stdout.write(FORMATS[request.format](report, { columns: columns || DEFAULT_COLUMNS, paint }));
  for (const note of notesOn(selection, report)) stderr.write(`concord: ${printable(note)}\n`);
  return passes(report, request.maxWarnings) ? 0 : 1;
}

/** What was asked for and not checked: silence about it would read as praise. */
function* notesOn({ targets }: Selection, { checked }: Report): Iterable<string> {
  for (const { given, kind, places, above } of targets) {
    if (places.length === 0) {
      yield `no corpus found for ${given}: no concord.yaml in it or above it`;
    } else if (above !== undefined) {
      yield `${given} also lies in the corpus at ${above}, which was not checked`;
    } else if (kind === 'file' && !places.some(({ root, inside }) => checked.get(root)?.has(inside))) {
      yield `${given} was not checked: it is neither a document nor a record of the corpus at ${places[0]!.root}`;
    }
  }
}

function wordsFor(reason: unknown): string {
  if (reason instanceof UsageError || reason instanceof NotCreated) return reason.message;
  if (reason instanceof MissingPath)
    return `${reason.message === '' ? 'an empty path' : reason.message} does not exist`;
  const { code, path, message } = reason as NodeJS.ErrnoException;
  // The machine's own objection, to writing for instance; anything else is a fault of this program.
  if (typeof code === 'string' && typeof path === 'string') return `${path}: the system says ${code}`;
  return `internal error: ${message ?? String(reason)}`;
}
