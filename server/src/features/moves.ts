/** What follows when files or folders of a corpus get another path: the references that name them. Moves nothing itself. */

import type { View } from '../checks/engine/check.ts';
import type { Replacement, TextEdit } from '../core/edit.ts';
import { parseReference } from '../core/reference.ts';
import { replacedIn } from './rename.ts';
import { wordsIn, yamlOf } from './yamlWords.ts';

/** From one path to another, both from the corpus root; of a folder all that is in it goes along. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

export interface Moving {
  readonly edits: readonly TextEdit[];
  /** Files whose references stay behind, since they cannot be changed safely. */
  readonly unsafe: readonly string[];
  /** New paths that no reference can name. */
  readonly unnameable: readonly string[];
}

export function movedReferences(view: View, moves: readonly Move[]): Moving {
  const target = targetsOf(moves);
  const edits: TextEdit[] = [];
  const unsafe: string[] = [];
  const unnameable = new Set<string>();
  for (const path of pathsReferring(view, target)) {
    const yaml = yamlOf(view, path);
    const replacements: Replacement[] = [];
    for (const { node, isKey, meaning } of yaml ? wordsIn(yaml) : []) {
      if (isKey || !REFERRING.has(meaning)) continue;
      // An id is no path, whatever a folder is called.
      if (meaning === 'other-side' && view.corpus.records.get(node.value)) continue;
      const text = rewritten(node.value, path, target);
      if (text === undefined) continue;
      if (text === UNNAMEABLE) unnameable.add(target(pathIn(node.value, path)!)!);
      else replacements.push({ span: node.span, text });
    }
    const own = replacements.length > 0 ? replacedIn(view, path, replacements) : [];
    if (own) edits.push(...own);
    else unsafe.push(path);
  }
  return { edits, unsafe, unnameable: [...unnameable] };
}

const REFERRING: ReadonlySet<string | undefined> = new Set(['reference', 'document', 'other-side']);

type Target = (path: string) => string | undefined;

/** The new path of a file that moves. Of folders that move at once, the innermost says. */
function targetsOf(moves: readonly Move[]): Target {
  const exact = new Map(moves.map(({ from, to }) => [from, to]));
  return (path) => {
    for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
      const to = exact.get(at);
      if (to !== undefined) return to + path.slice(at.length);
    }
    return undefined;
  };
}

const UNNAMEABLE = Symbol();

/** The reference with the new path; undefined where it does not change, and a sign where the new path cannot be written. */
function rewritten(text: string, from: string, target: Target): string | typeof UNNAMEABLE | undefined {
  // What refers to its own file by `#` alone goes along with it.
  if (text.trimStart().startsWith('#')) return undefined;
  const path = pathIn(text, from);
  const to = path === undefined ? undefined : target(path);
  if (to === undefined || to === path) return undefined;
  const mark = text.indexOf('#');
  const written = to + (mark < 0 ? '' : text.slice(mark));
  return pathIn(written, from) === to ? written : UNNAMEABLE;
}

function pathIn(text: string, from: string): string | undefined {
  const reference = parseReference(text, from);
  return 'path' in reference ? reference.path : undefined;
}

/** By what the corpus knows of its documents; files of records are few. */
function* pathsReferring(view: View, target: Target): Iterable<string> {
  const moves = (text: string, from: string) => {
    const path = text.trimStart().startsWith('#') ? undefined : pathIn(text, from);
    return path !== undefined && target(path) !== undefined;
  };
  for (const { path, records } of view.corpus.records.files.values()) {
    const refers = records.some(({ facts }) =>
      facts.some(({ see, sources, accept }) =>
        [...see, ...sources, ...accept.flatMap((one) => one.with ?? [])].some(({ value }) => moves(value, path)),
      ),
    );
    if (refers) yield path;
  }
  for (const { path, refersTo } of view.corpus.documents.values()) {
    if (refersTo.some((text) => moves(text, path))) yield path;
  }
}
