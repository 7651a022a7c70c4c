/** `concord import`: raw texts become documents, after their proposals have been shown. Writes new files and changes none. */

import { basename, dirname, extname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Library } from '../core/library.ts';
import { pinyinReader } from '../core/pinyin.ts';
import { SETTINGS_FILE } from '../core/settings.ts';
import { bodyOf, type Choices, compose, hasBody, refusalOf } from '../interchange/import/compose.ts';
import { pathFor } from '../interchange/import/fileName.ts';
import { type Proposal, propose, type Raw } from '../interchange/import/proposal.ts';
import { FIELDS } from '../interchange/import/raw.ts';
import { type ReadRaw, readRaw } from '../interchange/import/reading.ts';
import { importWordsIn } from '../interchange/import/words.ts';
import type { ImportRequest } from './arguments.ts';
import { findCorpora } from './corpora.ts';
import { openCorpus } from './corpus.ts';
import type { Environment } from './environment.ts';
import { proposalLines } from './formats/proposal.ts';
import { liesInside } from './inside.ts';
import { printable } from './terminal.ts';
import { Told } from './usage.ts';

/** Nothing can be imported; the message says why. */
export class NotImported extends Told {}

/** The corpus that the documents are for. */
export interface Target {
  readonly root: string;
  readonly library: Library;
  /** Where they go in it; undefined for wherever they belong. */
  readonly file: string | undefined;
  readonly folder: string | undefined;
}

/** The exit code. Throws `NotImported`, or what the machine objects to. */
export async function importDocuments(request: ImportRequest, environment: Environment): Promise<number> {
  const { files, stderr, confirm } = environment;
  for (const given of request.files) {
    if (given !== '-' && (given === '' || files.kindOf(resolve(environment.cwd, given)) === undefined))
      throw new NotImported(`${given === '' ? 'an empty path' : given} does not exist`);
  }
  const mayAsk = confirm !== undefined && !request.files.includes('-');
  if (!request.yes && !request.dryRun && !mayAsk)
    throw new NotImported('there is nobody to ask: --yes writes what is proposed, --dry-run only shows it');
  const target = targetOf(request, environment);
  const taken = new Set<string>();
  let failed = false;
  for (const given of request.files) {
    const reason = await importOne(given, request, target, taken, environment);
    if (reason === undefined) continue;
    failed = true;
    stderr.write(`concord: ${printable(`${shownAs(given)}: ${reason}`)}\n`);
  }
  return failed ? 1 : 0;
}

const shownAs = (given: string): string => (given === '-' ? 'standard input' : given);

/** Why a file has not been imported; undefined where all is well. */
async function importOne(
  given: string,
  request: ImportRequest,
  target: Target,
  taken: Set<string>,
  environment: Environment,
): Promise<string | undefined> {
  const { stdout, confirm } = environment;
  const { library, root } = target;
  const read = await readGiven(given, environment);
  if ('problem' in read) return read.problem;
  const { raw, encoding } = read;
  const refused = refusalOf(raw);
  if (refused) return importWordsIn().refusal(refused);
  const body = bodyOf(raw.text);
  const proposal = propose(raw, body, library.corpus);
  const choices = choicesFrom(proposal, request);
  const name = (path: string) => relative(environment.cwd, join(root, path)).split(sep).join('/');
  const path = pathOf(given, raw, choices, target, taken, environment);
  if ('problem' in path) return path.problem;
  const made = compose(raw, choices, library.corpus, path.path);
  if ('code' in made) return importWordsIn().refusal(made);
  const twin = documentWith([body, bodyOf(made.text)], library);
  if (twin !== undefined) {
    stdout.write(`${printable(shownAs(given))} is in the corpus already: ${printable(name(twin))} has the same text\n`);
    return undefined;
  }
  const lines = proposalLines({
    given: shownAs(given),
    raw,
    encoding,
    body,
    proposal,
    choices,
    corpus: library.corpus,
  });
  stdout.write(`${[...lines, `  → ${name(path.path)}`].map(printable).join('\n')}\n`);
  taken.add(path.path);
  if (request.dryRun) return undefined;
  if (!request.yes && !(await confirm!(`Write ${printable(name(path.path))}? [y/N] `)))
    return 'not imported, as you wished';
  if (!liesInside(root, join(root, path.path), environment.files))
    throw new NotImported(
      `${name(path.path)} would come to lie outside the corpus, by a link in it: nothing was written there`,
    );
  if (!environment.files.create(join(root, path.path), made.text))
    return `${name(path.path)} exists already; it was left as it is`;
  // What comes next is held against this one too.
  library.update(path.path, made.text);
  stdout.write(`created ${printable(name(path.path))}\n`);
  return undefined;
}

async function readGiven(given: string, environment: Environment): Promise<ReadRaw | { readonly problem: string }> {
  const bytes = given === '-' ? environment.readInput() : environment.files.readBytes(resolve(environment.cwd, given));
  if ('problem' in bytes) return bytes;
  const readHtml = await environment.loadHtmlReader();
  return (
    readRaw(bytes.bytes, given === '-' ? '' : given, readHtml) ?? {
      problem: 'it is no text in any encoding that is known here',
    }
  );
}

function choicesFrom({ candidates, stretches }: Proposal, { fields, strip }: ImportRequest): Choices {
  const proposed = Object.fromEntries(FIELDS.map((field) => [field, candidates[field]?.[0]?.value]));
  return { ...proposed, ...fields, ...(strip && { strip: stretches }) };
}

function pathOf(
  given: string,
  { format }: Raw,
  { title, date }: Choices,
  { library, root, file, folder }: Target,
  taken: ReadonlySet<string>,
  { files }: Environment,
): { readonly path: string } | { readonly problem: string } {
  const isTaken = (path: string) => taken.has(path) || files.kindOf(join(root, path)) !== undefined;
  if (file !== undefined)
    return isTaken(file) ? { problem: `${file} exists already; nothing is overwritten` } : { path: file };
  const stem = given === '-' ? undefined : basename(given, extname(given));
  const path = pathFor({ title, date, format, stem, folder }, library.corpus, isTaken, pinyinReader());
  return path === undefined
    ? { problem: `${SETTINGS_FILE} leaves no place for a document there; --to says where` }
    : { path };
}

/** The document that has one of `bodies`. */
function documentWith(bodies: readonly string[], library: Library): string | undefined {
  for (const path of library.corpus.documents.keys()) {
    const text = library.document(path)?.text;
    if (text !== undefined && bodies.some((body) => hasBody(text, body))) return path;
  }
  return undefined;
}

export function targetOf({ to, files: given }: ImportRequest, environment: Environment): Target {
  const { cwd, files } = environment;
  if (to === undefined) {
    const root = rootAbove(cwd, environment) ?? onlyRootBelow(environment);
    return { root, library: libraryAt(root, environment), file: undefined, folder: undefined };
  }
  const full = resolve(cwd, to);
  const isFolder = files.kindOf(full) === 'folder' || /[/\\]$/.test(to);
  const root = rootAbove(isFolder ? full : dirname(full), environment);
  if (root === undefined) throw new NotImported(`${to} lies in no corpus: there is no ${SETTINGS_FILE} above it`);
  const library = libraryAt(root, environment);
  const inside = relative(root, full).split(sep).join('/');
  if (isFolder) return { root, library, file: undefined, folder: inside === '' ? '' : `${inside}/` };
  if (given.length > 1)
    throw new NotImported(`--to ${to} is one file, and there are ${given.length} to import; name a folder`);
  if (library.kindOf(inside) !== 'document')
    throw new NotImported(`${to} would be no document: ${SETTINGS_FILE} counts other files as documents`);
  return { root, library, file: inside, folder: undefined };
}

function libraryAt(root: string, environment: Environment): Library {
  const shown = relative(environment.cwd, root).split(sep).join('/') || '.';
  const files = findCorpora([root], environment).corpora.find((corpus) => corpus.root === shown)!;
  const { library, problem } = openCorpus(files);
  if (problem !== undefined) throw new NotImported(`${join(root, SETTINGS_FILE)} cannot be read: ${problem}`);
  return library;
}

function rootAbove(folder: string, { files }: Environment): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (files.kindOf(join(at, SETTINGS_FILE)) === 'file') return at;
    if (dirname(at) === at) return undefined;
  }
}

function onlyRootBelow(environment: Environment): string {
  const { corpora } = findCorpora(['.'], environment);
  if (corpora.length === 0) throw new NotImported('no corpus here; concord init makes one, or --to leads into one');
  if (corpora.length > 1)
    throw new NotImported(
      `there are ${corpora.length} corpora here; --to says which one, for instance --to ${corpora[0]!.root}/`,
    );
  const { root } = corpora[0]!;
  return isAbsolute(root) ? root : resolve(environment.cwd, root);
}
