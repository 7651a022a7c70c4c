/** Tells git to merge the files of a corpus with Concord. Knows where that is written down, not how files are merged. */

import { join } from 'node:path';
import { parseSettings, SETTINGS_FILE } from '../../core/settings.ts';
import { findCorpora } from '../corpora.ts';
import type { Environment } from '../environment.ts';
import type { Repository } from './repository.ts';
import { quoted } from './shell.ts';

const ATTRIBUTES = '.gitattributes';
const DRIVER = 'concord';

/** Configures the driver in the repository, and names the files that it is for in each corpus. */
export function installMergeDriver(repository: Repository, environment: Environment): void {
  const { cwd, files, stdout, program } = environment;
  repository.ask(['config', '--local', `merge.${DRIVER}.name`, 'annotated documents and records']);
  repository.ask(['config', '--local', `merge.${DRIVER}.driver`, driverCommand(program)]);
  stdout.write('configured: merges of annotated documents and records, in this clone\n');
  const { corpora } = findCorpora([cwd], { cwd, files });
  if (corpora.length === 0) {
    stdout.write('there is no corpus here, so that no file has been named for it\n');
    return;
  }
  for (const { found } of corpora) {
    const read = files.read(join(found.folder, SETTINGS_FILE));
    const lines = linesFor(extensionsIn('text' in read ? read.text : ''));
    const path = join(found.folder, ATTRIBUTES);
    const before = files.read(path);
    if ('text' in before) {
      const eol = before.text.includes('\r\n') ? '\r\n' : '\n';
      const missing = lines.filter((line) => !before.text.split(/\r?\n/).includes(line));
      const open = before.text === '' || before.text.endsWith('\n') ? '' : eol;
      const after = before.text + open + missing.map((line) => line + eol).join('');
      if (missing.length === 0) stdout.write(`named already: ${path}\n`);
      else if (files.replace(path, before.text, after)) stdout.write(`named, to be committed: ${path}\n`);
      else stdout.write(`has changed meanwhile, and stays as it is: ${path}\n`);
    } else if (files.create(path, lines.map((line) => `${line}\n`).join(''))) {
      stdout.write(`named, to be committed: ${path}\n`);
    } else stdout.write(`cannot be read, and stays as it is: ${path}\n`);
  }
}

/** Takes the configuration away. The lines in `.gitattributes` stay: without a driver they mean nothing. */
export function removeMergeDriver(repository: Repository, { stdout }: Environment): void {
  const gone = repository.try(['config', '--local', '--remove-section', `merge.${DRIVER}`]);
  if (typeof gone !== 'string') stdout.write('removed: the merge driver, in this clone\n');
}

/** Where Concord is not to be found, git's own way of merging stands in for it. */
export function driverCommand(program: readonly string[]): string {
  const escaped = program.map((word) => quoted(word).replaceAll('%', '%%'));
  const rest = `merge-driver --marker-size=%L -- %O %A %B %P`;
  return [
    `if command -v concord >/dev/null 2>&1; then concord ${rest}`,
    `elif [ -f ${escaped.at(-1)} ]; then ${escaped.join(' ')} ${rest}`,
    'else git merge-file -L ours -L base -L theirs --marker-size=%L %A %O %B; fi',
  ].join('; ');
}

const linesFor = (extensions: readonly string[]): readonly string[] =>
  extensions.map((extension) => `*.${extension} merge=${DRIVER}`);

/** The endings of documents and records, as the globs of the settings name them. */
function extensionsIn(settings: string): readonly string[] {
  const { documents, entities } = parseSettings(settings);
  const found = [...documents, ...entities].flatMap((glob) => {
    const [, many, one] = /\.(?:\{([\w,]+)\}|(\w+))$/.exec(glob) ?? [];
    return many?.split(',') ?? (one === undefined ? [] : [one]);
  });
  return [...new Set(found)];
}
