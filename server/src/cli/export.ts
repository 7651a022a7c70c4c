/** `concord export`: a corpus, or documents of it, in a format of other tools. Writes all of it or nothing. */

import { join, relative, resolve, sep } from 'node:path';
import { type Selection as Documents, exchangeCorpus } from '../interchange/exchange/corpus.ts';
import type { OutFile } from '../interchange/exchange/format.ts';
import { type Loss, Losses } from '../interchange/exchange/losses.ts';
import { exchangeFormat } from '../interchange/formats/index.ts';
import type { ExportRequest } from './arguments.ts';
import { findCorpora } from './corpora.ts';
import { openCorpus } from './corpus.ts';
import type { Environment } from './environment.ts';
import { lossLines, printReport } from './formats/losses.ts';
import { corpusMeant } from './oneCorpus.ts';
import { printable } from './terminal.ts';
import { NotDone, Transaction } from './transaction.ts';

/** The exit code. Throws `NotDone`, or what the machine objects to. */
export async function exportCorpus(request: ExportRequest, environment: Environment): Promise<number> {
  const { to, output, force, report } = request;
  const { exporter } = await exchangeFormat(to)!.load();
  if (!exporter) throw new NotDone(`${to} can be imported, not exported`);
  if (output === undefined && !exporter.single)
    throw new NotDone(`${to} is several files: -o says which folder to write them into`);
  const target = output === undefined ? undefined : resolve(environment.cwd, output);
  if (target !== undefined) refuseTaken(target, output!, exporter.single, force, environment);
  const losses = new Losses();
  const { library, documents } = asked(request, environment);
  const corpus = exchangeCorpus(library, documents, losses);
  const written: string[] = [];
  const transaction = new Transaction(environment.files);
  try {
    for await (const file of exporter.files(corpus, losses, { base: request.base })) {
      if (target === undefined) {
        await toStandardOutput(file, environment);
        continue;
      }
      const path = exporter.single ? target : join(target, ...insideOnly(file.path));
      if (!force && environment.files.kindOf(path) !== undefined)
        throw new NotDone(`${shownFrom(environment.cwd, path)} exists already; --force replaces it`);
      await transaction.add(path, file.content, force);
      written.push(shownFrom(environment.cwd, path));
    }
    transaction.commit();
  } catch (reason) {
    transaction.discard();
    throw reason;
  }
  tell(report, { format: to, documents: documents.paths.length, files: written, losses: losses.all() }, environment);
  return 0;
}

/** The corpus and the documents that are asked for. */
function asked(request: ExportRequest, environment: Environment) {
  const { corpora, targets } = findCorpora(request.paths, environment);
  const without = targets.find(({ places }) => places.length === 0);
  if (without) throw new NotDone(`no corpus found for ${without.given}: there is no concord.yaml to go by`);
  const files = corpusMeant(corpora, request.paths, environment.cwd);
  if (!files)
    throw new NotDone(
      `an export is of one corpus, and there are ${corpora.length}: ${corpora.map(({ root }) => root).join(', ')}`,
    );
  const { library, paths, problem } = openCorpus(files);
  if (problem !== undefined) throw new NotDone(`${files.nameOf('concord.yaml')} cannot be read: ${problem}`);
  const all = paths.filter((path) => library.kindOf(path) === 'document' && library.facts(path)).sort();
  const chosen = all.filter((path) => files.selects(path));
  if (chosen.length === 0 && all.length > 0) throw new NotDone('there is no document of the corpus in these paths');
  const documents: Documents = { paths: chosen, isWhole: chosen.length === all.length };
  return { library, documents };
}

function refuseTaken(
  target: string,
  given: string,
  single: boolean,
  force: boolean,
  { files }: Pick<Environment, 'files'>,
): void {
  const kind = files.kindOf(target);
  if (single && kind === 'folder') throw new NotDone(`${given} is a folder; -o names the file to write`);
  if (!single && kind !== undefined && kind !== 'folder') throw new NotDone(`${given} is no folder`);
  if (single && kind !== undefined && !force) throw new NotDone(`${given} exists already; --force replaces it`);
}

/** The parts of a path that stays in the folder it counts from. */
function insideOnly(path: string): readonly string[] {
  const parts = path.split('/');
  const leaves = parts.some((part) => part === '' || part === '.' || part === '..' || /[\\\0:]/.test(part));
  if (leaves) throw new Error(`a format wants to write to ${path}`);
  return parts;
}

async function toStandardOutput({ content }: OutFile, { stdout }: Environment): Promise<void> {
  for await (const piece of content) {
    stdout.write(piece);
    await stdout.drain?.();
  }
}

const shownFrom = (cwd: string, path: string): string => relative(cwd, path).split(sep).join('/') || '.';

interface Told {
  readonly format: string;
  readonly documents: number;
  readonly files: readonly string[];
  readonly losses: readonly Loss[];
}

function tell(report: ExportRequest['report'], told: Told, { stderr }: Environment): void {
  if (report === 'json') {
    printReport({ command: 'export', ...told }, stderr);
    return;
  }
  const count = `${told.documents} ${told.documents === 1 ? 'document' : 'documents'}`;
  const where =
    told.files.length === 0
      ? 'standard output'
      : told.files.length === 1
        ? told.files[0]!
        : `${told.files.length} files`;
  stderr.write(`concord: exported ${count} to ${printable(where)}\n`);
  for (const line of lossLines(told.losses, 'is not held by this format')) stderr.write(`${line}\n`);
}
