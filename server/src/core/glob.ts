/**
 * Whether a path has the form of a glob, in a time that no glob and no path can make long. Knows no file system.
 *
 * The library turns a glob into one regular expression, which a glob of many stars makes try every way to share a name
 * out among them. So globs of stars, question marks and braces, which are nearly all, are matched here part by part, and
 * the library has those with classes and patterns in brackets, as long as they have few stars.
 */

import picomatch from 'picomatch/posix';

/** More alternatives than this are an attack. */
const MOST_ALTERNATIVES = 1_000;
/** Stars that the library is trusted with: the time grows with the length of a name to this power. */
const MOST_STARS = 2;

/** `{1..9}`, in braces without others inside. */
const hasRange = (glob: string): boolean => (glob.match(/\{[^{}]*\}/g) ?? []).some((braces) => braces.includes('..'));

/** Undefined where the glob would take too long to match. */
export function globTest(glob: string): ((path: string) => boolean) | undefined {
  if (/^[^()[\]!\\@+^|$"]*$/.test(glob) && !glob.includes('***') && !hasRange(glob)) {
    const alternatives = expanded(glob);
    if (alternatives) {
      const all = alternatives.map(partsOf);
      return (path) => {
        const parts = path.split('/');
        return all.some((one) => matchesPath(one, parts));
      };
    }
  }
  const stars = Math.max(
    glob.split('**').length - 1,
    ...glob
      .split('/')
      .map((part) => (part === '**' ? 0 : part.split('*').length + part.split(/[+@!?](?=\()/).length - 2)),
  );
  return stars > MOST_STARS || glob.length > 1_000 ? undefined : picomatch(glob, { dot: false });
}

/** The glob without braces, one for each choice; undefined where the braces are not such, or have too many choices. */
function expanded(glob: string): readonly string[] | undefined {
  let depth = 0;
  let choices = 1;
  for (const character of glob) {
    if (character === '{') depth++;
    if (character === '}' && --depth < 0) return undefined;
    if (character === ',' && depth > 0) choices++;
    if (choices > MOST_ALTERNATIVES) return undefined;
  }
  if (depth !== 0) return undefined;
  let done: string[] = [''];
  let at = 0;
  while (at < glob.length) {
    if (glob[at] !== '{') {
      const next = glob.indexOf('{', at);
      const text = glob.slice(at, next < 0 ? glob.length : next);
      done = done.map((one) => one + text);
      at += text.length;
      continue;
    }
    const parts: string[] = [];
    let from = at + 1;
    let open = 0;
    for (at++; open > 0 || glob[at] !== '}'; at++) {
      if (glob[at] === '{') open++;
      else if (glob[at] === '}') open--;
      else if (glob[at] === ',' && open === 0) {
        parts.push(glob.slice(from, at));
        from = at + 1;
      }
    }
    parts.push(glob.slice(from, at++));
    // Braces around one thing are letters to the library.
    if (parts.length === 1) return undefined;
    const inner = parts.map(expanded);
    if (inner.some((one) => one === undefined)) return undefined;
    const chosen = inner.flatMap((one) => one!);
    if (done.length * chosen.length > MOST_ALTERNATIVES) return undefined;
    done = done.flatMap((one) => chosen.map((choice) => one + choice));
  }
  return done;
}

/** Part by part; `**` alone stands for any number of them. Goes back to the last `**` only, which is enough. */
function matchesPath(glob: readonly string[], path: readonly string[]): boolean {
  let [i, j] = [0, 0];
  let [star, from] = [-1, 0];
  while (j < path.length) {
    if (glob[i] === '**') {
      star = i++;
      from = j;
    } else if (i < glob.length && matchesPart(glob[i]!, path[j]!)) {
      i++;
      j++;
    } else if (star >= 0 && path[from] !== undefined) {
      i = star + 1;
      j = ++from;
    } else return false;
  }
  while (glob[i] === '**') i++;
  return i === glob.length;
}

/** As the library has it: a folder that is named is taken with what is in it, of one with a star only what is in it. */
function partsOf(glob: string): readonly string[] {
  const parts = glob.split('/');
  const inFolder = parts.at(-1) === '**' && parts.findLast((part) => part !== '**')?.endsWith('*');
  return inFolder ? [...parts, '*'] : parts;
}

/** One name; a star is any number of characters, and the last star alone is gone back to. */
function matchesPart(glob: string, name: string): boolean {
  let [i, j] = [0, 0];
  let [star, from] = [-1, 0];
  while (j < name.length) {
    if (glob[i] === '*') {
      star = i++;
      from = j;
    } else if (i < glob.length && (glob[i] === '?' || glob[i] === name[j])) {
      i++;
      j++;
    } else if (star >= 0) {
      i = star + 1;
      j = ++from;
    } else return false;
  }
  while (glob[i] === '*') i++;
  return i === glob.length;
}
