/** A file whose text comes from standard input: the rest of the machine sees it as if it lay on disk. Writes nothing. */

import { isAbsolute, relative, sep } from 'node:path';
import type { Files } from './environment.ts';

/** The file system with `text` at `path`, which need not exist, nor need its folder. */
export function withText(files: Files, path: string, text: string): Files {
  const isThere = files.kindOf(path) === 'file';
  return {
    ...files,
    kindOf: (other) => (other === path ? 'file' : files.kindOf(other)),
    list: (folder) => {
      const names = files.list(folder);
      const name = relative(folder, path).split(sep).join('/');
      const isInside = name !== '' && !name.startsWith('../') && !isAbsolute(name);
      // A file on disk that is not listed is ignored, and stays so.
      return !isInside || isThere || names.includes(name) ? names : [...names, name].sort();
    },
    read: (other) => (other === path ? { text } : files.read(other)),
  };
}
