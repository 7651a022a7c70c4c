/** Whether a file that is to be written would come to lie in its folder, whatever links stand in between. Writes nothing. */

import { dirname, isAbsolute, relative, sep } from 'node:path';
import type { Files } from './environment.ts';

/** `path` need not be there, nor the folders that it needs. */
export function liesInside(root: string, path: string, files: Pick<Files, 'realPath' | 'isTaken'>): boolean {
  let there = path;
  while (!files.isTaken(there) && dirname(there) !== there) there = dirname(there);
  const way = relative(files.realPath(root), files.realPath(there));
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
