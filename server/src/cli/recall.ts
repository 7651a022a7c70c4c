/** Answers a check as it was answered before, where all that it rests on is the same. Knows no check and no format. */

import { resolve } from 'node:path';
import { layoutOf } from '../core/layout.ts';
import { parseSettings, SETTINGS_FILE } from '../core/settings.ts';
import type { Selection } from './corpora.ts';
import type { CorpusFiles } from './corpus.ts';
import type { Environment, FileBytes } from './environment.ts';
import type { CheckRequest } from './requests/check.ts';

interface Answer {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

/** Runs `check` unless the machine remembers what it printed for the same request, of the same files, on the same terminal. */
export async function recalled(
  request: CheckRequest,
  selection: Selection,
  environment: Environment,
  check: (environment: Environment) => Promise<number>,
): Promise<number> {
  const { memory, stdout, stderr } = environment;
  // A baseline that is written has to be, each time.
  const writes = request.baseline !== undefined && request.baseline.mode !== 'compare';
  if (!memory || !request.remembers || writes) return check(environment);
  const keyNow = () => memory.keyOf(partsOf(request, selection, environment));
  const key = keyNow();
  const known = answerIn(memory.recall(key));
  if (known) {
    stdout.write(known.stdout);
    stderr.write(known.stderr);
    return known.code;
  }
  const told = { stdout: '', stderr: '' };
  const noting = (stream: 'stdout' | 'stderr') => ({
    write(text: string) {
      told[stream] += text;
      environment[stream].write(text);
    },
  });
  const code = await check({ ...environment, stdout: noting('stdout'), stderr: noting('stderr') });
  // What was checked must be what the key stands for: somebody may have saved a file meanwhile.
  if (keyNow() === key) memory.remember(key, JSON.stringify({ ...told, code }));
  return code;
}

/** The variables that have a say in what is printed. */
const VARIABLES = ['NO_COLOR', 'FORCE_COLOR', 'TERM', 'GITHUB_WORKSPACE', 'LC_ALL', 'LC_MESSAGES', 'LANG'];

function* partsOf(
  request: CheckRequest,
  { corpora, targets }: Selection,
  { cwd, isTTY, columns, variables, files }: Environment,
): Iterable<string | Uint8Array> {
  yield JSON.stringify([request, cwd, isTTY, columns, VARIABLES.map((name) => variables[name] ?? null), targets]);
  if (request.baseline) yield contentOf(files.readBytes(resolve(cwd, request.baseline.file)));
  for (const corpus of corpora) {
    yield JSON.stringify([corpus.root, corpus.found.folder, corpus.found.inside]);
    for (const path of filesOf(corpus)) {
      yield path;
      yield contentOf(files.readBytes(corpus.pathOf(path)));
    }
  }
}

/** Those that are ever read. */
function filesOf(corpus: CorpusFiles): readonly string[] {
  const settings = corpus.read(SETTINGS_FILE);
  if ('problem' in settings) return [SETTINGS_FILE];
  const layout = layoutOf(parseSettings(settings.text));
  return corpus.paths.filter((path) => layout.kindOf(path) !== undefined);
}

const contentOf = (read: FileBytes): string | Uint8Array => ('bytes' in read ? read.bytes : `? ${read.problem}`);

/** What is kept outside the corpus may have been damaged there. */
function answerIn(text: string | undefined): Answer | undefined {
  try {
    const { stdout, stderr, code } = JSON.parse(text ?? '') as Record<string, unknown>;
    if (typeof stdout !== 'string' || typeof stderr !== 'string' || (code !== 0 && code !== 1)) return undefined;
    return { stdout, stderr, code };
  } catch {
    return undefined;
  }
}
