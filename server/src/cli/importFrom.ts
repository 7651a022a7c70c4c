/** `concord import --from`: what was annotated with other tools, after it has been shown. Writes all of it or nothing. */

import { basename, join, relative, resolve, sep } from 'node:path';
import { pinyinReader } from '../core/pinyin.ts';
import type { Imported, ImportProblem, InFile } from '../interchange/exchange/format.ts';
import { Losses } from '../interchange/exchange/losses.ts';
import { exchangeFormat } from '../interchange/formats/index.ts';
import { type Plan, planImport } from '../interchange/incoming/plan.ts';
import type { ForeignImport, ImportRequest } from './arguments.ts';
import type { Environment } from './environment.ts';
import { lossLines, printReport } from './formats/losses.ts';
import { NotImported, targetOf } from './import.ts';
import { liesInside } from './inside.ts';
import { printable } from './terminal.ts';
import { Transaction } from './transaction.ts';

/** Larger files are read by no editor, but tools write them. */
const SIZE_LIMIT = 1024 * 1024 * 1024;
/** More problems than this say no more. */
const MOST_PROBLEMS = 20;

/** The exit code. Throws `NotImported`, or what the machine objects to. */
export async function importForeign(
  request: ImportRequest,
  from: ForeignImport,
  environment: Environment,
): Promise<number> {
  const { confirm, stdout, stderr, files } = environment;
  const { importer } = await exchangeFormat(from.format)!.load();
  if (!importer) throw new NotImported(`${from.format} can be exported, not imported`);
  const given = filesOf(request.files, importer.endings, environment);
  const mayAsk = confirm !== undefined && !request.files.includes('-');
  if (!request.yes && !request.dryRun && !mayAsk)
    throw new NotImported('there is nobody to ask: --yes writes what comes in, --dry-run only shows it');
  const { root, library, file, folder } = targetOf({ ...request, files: [...request.files, '', ''] }, environment);
  if (file !== undefined) throw new NotImported('--to names a folder that documents go into');
  const { vocabulary, languages } = library.settings;
  const { types, properties } = vocabulary;
  const context = { types: new Set(types.keys()), properties: new Set(properties.keys()), languages };
  const losses = new Losses();
  const imported: Imported = await importer.read(given, context, losses);
  const options = {
    labels: from.labels,
    exact: !from.allOccurrences,
    folder,
    pinyin: pinyinReader(),
    isTaken: (path: string) => files.kindOf(join(root, path)) !== undefined,
  };
  const plan = planImport(library, imported, options, losses);
  const problems = [
    ...imported.problems,
    ...plan.problems.map(({ about, message }): ImportProblem => ({ file: about, message })),
  ];
  const name = (path: string) => relative(environment.cwd, join(root, path)).split(sep).join('/');
  const stops = problems.length > 0 && !from.keepGoing;
  const asks = !stops && !request.dryRun && plan.files.length > 0 && !request.yes;
  if (from.report === 'words') {
    for (const line of problemLines(problems)) stderr.write(`${printable(line)}\n`);
    if (!stops) for (const line of planLines(plan, name, request.dryRun || asks)) stdout.write(`${printable(line)}\n`);
    for (const line of lossLines(losses.all(), 'does not come over')) stderr.write(`${line}\n`);
  }
  const refused = asks && !(await confirm!(`Write ${counted(plan.files.length, 'file')}? [y/N] `));
  if (!stops && !refused && !request.dryRun) write(plan, root, environment);
  if (from.report === 'json')
    printReport(
      {
        command: 'import',
        format: from.format,
        written: !stops && !refused && !request.dryRun,
        created: plan.created.map(name),
        extended: plan.extended.map(name),
        unchanged: plan.unchanged.map(name),
        records: plan.records,
        problems,
        losses: losses.all(),
      },
      stderr,
    );
  if (stops) {
    if (from.report === 'words')
      stderr.write('concord: nothing was imported; --keep-going leaves out what is wrong, and imports the rest\n');
    return 1;
  }
  if (refused) stderr.write('concord: nothing was imported, as you wished\n');
  return refused || problems.length > 0 ? 1 : 0;
}

function write({ files }: Plan, root: string, environment: Environment): void {
  for (const { path } of files) {
    if (!liesInside(root, join(root, path), environment.files))
      throw new NotImported(`${path} would come to lie outside the corpus, by a link in it: nothing was written`);
  }
  const transaction = new Transaction(environment.files);
  try {
    for (const { path, before, text } of files) {
      if (before === undefined) transaction.create(join(root, path), text);
      else transaction.change(join(root, path), before, text);
    }
    transaction.commit();
  } catch (reason) {
    transaction.discard();
    throw reason;
  }
}

/** The files that are given, and those of a folder that have one of the endings. */
function filesOf(given: readonly string[], endings: readonly string[], environment: Environment): readonly InFile[] {
  const { cwd, files, readInput } = environment;
  return given.flatMap((one): readonly InFile[] => {
    if (one === '-') {
      const read = readInput();
      if ('problem' in read) throw new NotImported(`standard input: ${read.problem}`);
      return [{ path: `input${endings[0] ?? ''}`, bytes: read.bytes }];
    }
    const path = resolve(cwd, one);
    const kind = one === '' ? undefined : files.kindOf(path);
    if (kind === undefined) throw new NotImported(`${one === '' ? 'an empty path' : one} does not exist`);
    if (kind !== 'folder') return [{ path: basename(path), bytes: bytesOf(path, one, environment) }];
    const inside = files.list(path).filter((inner) => endings.some((ending) => inner.toLowerCase().endsWith(ending)));
    if (inside.length === 0) throw new NotImported(`there is no file with the ending ${endings.join(', ')} in ${one}`);
    return inside.map((inner) => ({ path: inner, bytes: bytesOf(join(path, inner), `${one}/${inner}`, environment) }));
  });
}

function bytesOf(path: string, given: string, { files }: Environment): Uint8Array {
  const read = files.readBytes(path, SIZE_LIMIT);
  if ('problem' in read) throw new NotImported(`${given}: ${read.problem}`);
  return read.bytes;
}

function problemLines(problems: readonly ImportProblem[]): readonly string[] {
  const shown = problems.slice(0, MOST_PROBLEMS).map(({ file, line, message }) => {
    return `concord: ${file}${line === undefined ? '' : `:${line}`}: ${message}`;
  });
  const more = problems.length - shown.length;
  return more > 0 ? [...shown, `concord: and ${more} more problems`] : shown;
}

function planLines(plan: Plan, name: (path: string) => string, isAhead: boolean): readonly string[] {
  const { created, extended, unchanged, records } = plan;
  const list = (paths: readonly string[], verb: string) => paths.map((path) => `${verb} ${name(path)}`);
  return [
    ...list(created, isAhead ? 'would create' : 'created'),
    ...list(extended, isAhead ? 'would add to' : 'added to'),
    ...(unchanged.length > 0 ? [`${counted(unchanged.length, 'document')} had all of it already`] : []),
    ...(records.length > 0
      ? [
          `${counted(records.length, 'new record')}: ${records.slice(0, 5).join(', ')}${records.length > 5 ? ', …' : ''}`,
        ]
      : []),
    ...(plan.files.length + unchanged.length === 0 ? ['nothing to import'] : []),
  ];
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
