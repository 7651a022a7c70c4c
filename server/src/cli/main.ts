/** The command line as a function of its environment: reads the request, does it, answers the exit code. Does no I/O of its own. */

import { version } from '../../../package.json';
import { parseArguments } from './arguments.ts';
import type { Environment } from './environment.ts';
import { helpPage } from './help.ts';
import { printable } from './terminal.ts';
import { Told } from './usage.ts';

/**
 * The exit code; undefined for the language server, which goes on and decides itself. Never rejects. A command is loaded
 * when it is asked for: what it needs would make all others start late.
 */
export async function main(environment: Environment): Promise<number | undefined> {
  const { argv, stdout, stderr } = environment;
  try {
    const request = parseArguments(argv);
    switch (request?.command) {
      case 'agree':
        return (await import('./agreeCommand.ts')).agreeCommand(request, environment);
      case 'apply':
        return await (await import('./apply.ts')).applyProposal(request, environment);
      case 'check':
        return await (await import('./checkCommand.ts')).checkCommand(request, environment);
      case 'diff':
        (await import('./diffCommand.ts')).diffCommand(request, environment);
        return 0;
      case 'explain':
        (await import('./explainCommand.ts')).explainCommand(request, environment);
        return 0;
      case 'export':
        return await (await import('./export.ts')).exportCorpus(request, environment);
      case 'import':
        if (request.from)
          return await (await import('./importFrom.ts')).importForeign(request, request.from, environment);
        return await (await import('./import.ts')).importDocuments(request, environment);
      case 'list':
        (await import('./listCommand.ts')).listCommand(request, environment);
        return 0;
      case 'stats':
        (await import('./listCommand.ts')).statsCommand(request, environment);
        return 0;
      case 'format':
        return (await import('./formatCommand.ts')).formatCommand(request, environment);
      case 'hook':
        (await import('./git/hook.ts')).hook(request, environment);
        return 0;
      case 'init':
        (await import('./init.ts')).init(request.folder, environment);
        return 0;
      case 'merge-driver':
        return (await import('./git/mergeFiles.ts')).mergeForGit(request, environment);
      case 'report':
        return await (await import('./reportCommand.ts')).reportCommand(request, environment);
      case 'lsp':
        await environment.startServer();
        return undefined;
      case 'mcp':
        return await environment.startMcp(request);
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

function wordsFor(reason: unknown): string {
  if (reason instanceof Told) return reason.message;
  const { code, path, message } = reason as NodeJS.ErrnoException;
  // The machine's own objection, to writing for instance; anything else is a fault of this program.
  if (typeof code === 'string' && typeof path === 'string') return `${path}: the system says ${code}`;
  return `internal error: ${message ?? String(reason)}`;
}
