/** What `.gitignore` files leave out, once they have been read. Knows paths, not where the files come from. */

import ignore, { type Ignore } from 'ignore';

/** A `.gitignore` and the folder it stands in. */
export interface IgnoreRules {
  readonly folder: string;
  readonly ignore: Ignore;
}

export const ignoreRules = (folder: string, text: string): IgnoreRules => ({ folder, ignore: ignore().add(text) });

/**
 * Whether a file or folder is ignored by the rules of the folders above it, the outermost first: the last rule that
 * speaks of it decides. `inside` gives its path from such a folder, with `/`.
 */
export function isIgnored(
  isFolder: boolean,
  rules: readonly IgnoreRules[],
  inside: (folder: string) => string,
): boolean {
  let ignored = false;
  for (const { folder, ignore: test } of rules) {
    const path = inside(folder);
    if (path === '' || path.startsWith('../')) continue;
    const verdict = test.test(isFolder ? `${path}/` : path);
    if (verdict.ignored) ignored = true;
    else if (verdict.unignored) ignored = false;
  }
  return ignored;
}
