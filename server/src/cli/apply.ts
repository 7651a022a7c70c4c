/**
 * `concord apply`: a proposal of annotations, such as an assistant makes, is shown to a person and written when they say
 * so: exactly what was proposed, of exactly the texts that it was proposed for, or nothing.
 */

import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { wordsIn } from '../checks/messages/messages.ts';
import { digest, type Proposed, propose } from '../features/proposing/propose.ts';
import { type Digests, type Proposal, proposalIn } from '../features/proposing/request.ts';
import { finished } from '../features/steps.ts';
import type { ApplyRequest } from './arguments.ts';
import type { Environment } from './environment.ts';
import { diffText, effectLines, itemLines } from './formats/annotations.ts';
import { oneCorpus } from './oneCorpus.ts';
import { languageOf, note, paintFor } from './output.ts';
import { Told } from './usage.ts';
import { WorkingCorpus } from './workingCorpus.ts';

/** The proposal cannot be read, or there is nobody to ask. */
export class NotApplied extends Told {}

/** The exit code: 1 where nothing was written because the proposal does not hold any more, or a person said no. */
export async function applyProposal(request: ApplyRequest, environment: Environment): Promise<number> {
  const { stdout, confirm } = environment;
  const asks = confirm !== undefined && request.proposal !== '-';
  if (!request.yes && !request.dryRun && !asks)
    throw new NotApplied('there is nobody to ask: --yes writes what is proposed, --dry-run only shows it');
  const proposal = readProposal(request.proposal, environment);
  const corpus = new WorkingCorpus(oneCorpus(request.folder ?? '.', environment));
  const held = outcomeOf(proposal, corpus, languageOf(environment));
  if ('refusals' in held) {
    for (const line of held.refusals) note(environment, line);
    note(environment, 'nothing was written');
    return 1;
  }
  const { files, effects } = held;
  if (files.length === 0) {
    note(environment, `nothing to write: ${proposal.document} says all of it already`);
    return 0;
  }
  const words = wordsIn(languageOf(environment));
  const lines = [...itemLines(proposal).map((line) => `- ${line}`), '', ...effectLines(effects, words.finding), ''];
  stdout.write(`${lines.join('\n')}\n${diffText(files, paintFor(request, environment))}`);
  if (request.dryRun) return 0;
  const named = files.map(({ path }) => path).join(' and ');
  if (!request.yes && !(await confirm!(`Write this into ${named}? [y/N] `))) {
    note(environment, 'nothing was written, as you wished');
    return 1;
  }
  const overtaken = writeProposed(held, corpus, environment);
  if (overtaken.length > 0) {
    note(environment, `${overtaken.join(', ')} has changed meanwhile: nothing was written`);
    return 1;
  }
  note(environment, `written: ${named}`);
  return 0;
}

/** What a proposal comes to now, if that is still what was proposed; else why nothing may be written. */
export function outcomeOf(
  proposal: Proposal,
  corpus: WorkingCorpus,
  language: string,
): Proposed | { readonly refusals: readonly string[] } {
  const { library } = corpus;
  if (corpus.problem !== undefined) return { refusals: [`concord.yaml cannot be read: ${corpus.problem}`] };
  if (library.isStale) library.refresh(() => false);
  const moved = changedSince(proposal.before, corpus);
  if (moved.length > 0)
    return { refusals: moved.map((path) => `${path} has changed since this was proposed; have it proposed again`) };
  const words = wordsIn(language);
  const made = finished(propose(library, proposal, words.finding, (path) => corpus.findings(path)));
  if ('problems' in made) return { refusals: made.problems.map(({ item, message }) => `${item}: ${message}`) };
  if (!sameDigests(made.before, proposal.before) || !sameDigests(made.after, proposal.after))
    return {
      refusals: [
        'what would be written now is not what was proposed, because the corpus has changed; have it proposed again',
      ],
    };
  return made;
}

/** Writes all files or none; answers those that hold something else by now. */
export function writeProposed(
  { files }: Proposed,
  corpus: WorkingCorpus,
  environment: Pick<Environment, 'files'>,
): readonly string[] {
  const { pathOf, found } = corpus.files;
  for (const { path } of files) {
    if (!isInside(pathOf(path), found.folder, environment.files))
      throw new NotApplied(`${path} leads out of the corpus, by a link: nothing was written`);
  }
  const changed = environment.files.replaceAll(
    files.map(({ path, before, after }) => ({ path: corpus.files.pathOf(path), before, text: after })),
  );
  return files.filter(({ path }) => changed.includes(corpus.files.pathOf(path))).map(({ path }) => path);
}

function readProposal(given: string, environment: Environment): Proposal {
  const shown = given === '-' ? 'standard input' : given;
  const read =
    given === '-' ? environment.readInput() : environment.files.readBytes(resolve(environment.cwd, given), LARGEST);
  if ('problem' in read) throw new NotApplied(`${shown}: ${read.problem}`);
  const proposal = proposalIn(new TextDecoder().decode(read.bytes));
  if ('problem' in proposal) throw new NotApplied(`${shown}: ${proposal.problem}`);
  return proposal;
}

/** Whether a file that is there, or is to be, lies in the folder when links are followed. */
function isInside(path: string, folder: string, files: Environment['files']): boolean {
  let at = path;
  while (files.kindOf(at) === undefined && dirname(at) !== at) at = dirname(at);
  const inner = relative(files.realPath(folder), files.realPath(at));
  return inner !== '..' && !inner.startsWith(`..${sep}`) && !isAbsolute(inner);
}

/** No proposal within the bounds is larger. */
const LARGEST = 16 * 1024 * 1024;

const changedSince = (before: Digests, corpus: WorkingCorpus): readonly string[] =>
  Object.entries(before).flatMap(([path, known]) => {
    const text = corpus.has(path) ? corpus.textOf(path) : undefined;
    return (text === undefined ? null : digest(text)) === known ? [] : [path];
  });

function sameDigests(a: Digests, b: Digests): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && a[key] === b[key]);
}
