/**
 * One change of a YAML tree as the smallest text edits that make it, proved by reading the result back.
 * Knows files and trees, not what entities, claims or records are.
 */

import { splice, swap } from './arrange.ts';
import { type Meaning, meaningOf, meaningOfData } from './data.ts';
import { insert } from './insert.ts';
import { remove } from './remove.ts';
import { replace, wrap } from './replace.ts';
import { type Change, type Edits, type Path, type RawEdit, read, type Source } from './source.ts';
import { inStyle } from './style.ts';

/**
 * The edits that make `changes`, whose paths all count in the file as it stands: what comes later in a collection is
 * therefore named first. The edits are applied and read back: unless the file then means exactly what it meant with the
 * changes made, its body the same to the last character, the answer is undefined.
 */
export function edit(source: Source, ...changes: readonly Change[]): Edits {
  const raw: RawEdit[] = [];
  for (const change of changes) {
    const parts = rawEdits(source, change);
    if (!parts) return undefined;
    raw.push(...parts.filter(({ start, end, newText }) => start < end || newText !== ''));
  }
  const edits = [...raw].sort((a, b) => a.start - b.start || a.end - b.end);
  if (edits.some((one, i) => i > 0 && one.start < edits[i - 1]!.end)) return undefined;
  const broken = source.faults.some(({ damage }) =>
    edits.some(({ start, end }) => start < damage.end && damage.start < Math.max(end, start + 1)),
  );
  if (broken) return undefined;
  const after = apply(source.text, edits);
  return proves(source, changes, after) ? inStyle(source, edits, after) : undefined;
}

/** Front matter for a document that has none. */
export function createFrontMatter(source: Source, lines: readonly string[], meaning: Meaning): Edits {
  const { text, path } = source;
  const eol = /\r\n|\n/.exec(text)?.[0] ?? '\n';
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const newText = ['---', ...lines, '---', ''].join(eol);
  const after = read(path, text.slice(0, start) + newText + text.slice(start), true, undefined);
  const proven = after?.region && after.faults.length === 0 && same(meaningOf(after.root), meaning);
  return proven ? [{ path, span: { start, end: start }, newText }] : undefined;
}

function rawEdits(source: Source, change: Change): readonly RawEdit[] | undefined {
  switch (change.kind) {
    case 'insert':
      return insert(source, change);
    case 'remove':
      return remove(source, change);
    case 'swap':
      return swap(source, change);
    case 'splice':
      return splice(source, change);
    default:
      return change.kind === 'wrap' ? wrap(source, change) : replace(source, change);
  }
}

function proves(source: Source, changes: readonly Change[], text: string): boolean {
  const after = read(source.path, text, source.frontMatter, source.cache);
  if (after) source.cache = after.cache;
  if (!after?.region || after.faults.length > source.faults.length) return false;
  if (source.frontMatter && after.text.slice(after.region.end) !== source.text.slice(source.region!.end)) return false;
  let intended: Meaning | undefined = source.root ? meaningOf(source.root) : { map: [] };
  for (const change of changes) intended = intended && changed(intended, change, change.path);
  return intended !== undefined && same(after.root ? meaningOf(after.root) : { map: [] }, intended);
}

/** `text` with edits made that are in order and apart. */
export function apply(text: string, edits: readonly RawEdit[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, newText } of edits) {
    result += text.slice(at, start) + newText;
    at = end;
  }
  return result + text.slice(at);
}

const same = (a: Meaning, b: Meaning): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What the file shall mean: `meaning` with the change made at the end of `path`. */
function changed(meaning: Meaning, change: Change, path: Path): Meaning | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return changedHere(meaning, change);
  const last = rest.length === 0;
  if (isList(meaning)) {
    if (last && change.kind === 'remove') return meaning.filter((_, i) => i !== step);
    const inner = changed(meaning[step] ?? null, change, rest);
    return inner === undefined ? undefined : meaning.map((item, i) => (i === step ? inner : item));
  }
  if (meaning === null || typeof meaning === 'string') return undefined;
  const { map } = meaning;
  if (last && change.kind === 'remove') return { map: map.filter((_, i) => i !== step) };
  if (last && change.kind === 'rename') {
    return { map: map.map(([key, value], i) => [i === step ? change.key : key, value] as const) };
  }
  const inner = changed(map[step]?.[1] ?? null, change, rest);
  return inner === undefined
    ? undefined
    : { map: map.map(([key, value], i) => [key, i === step ? inner : value] as const) };
}

function changedHere(meaning: Meaning, change: Change): Meaning | undefined {
  if (change.kind === 'remove' || change.kind === 'rename') return undefined;
  if (change.kind === 'swap' || change.kind === 'splice')
    return isList(meaning) ? rearranged(meaning, change) : undefined;
  const value = meaningOfData(change.value);
  if (change.kind === 'replace') return value;
  if (change.kind === 'wrap') {
    return change.as === undefined
      ? [meaning, value]
      : {
          map: [
            [change.as, meaning],
            [change.key ?? '', value],
          ],
        };
  }
  if (isList(meaning)) return change.key === undefined ? meaning.toSpliced(change.index, 0, value) : undefined;
  if (meaning === null || typeof meaning === 'string' || change.key === undefined) return undefined;
  return { map: meaning.map.toSpliced(change.index, 0, [change.key, value]) };
}

function rearranged(list: readonly Meaning[], change: Change & { kind: 'swap' | 'splice' }): readonly Meaning[] {
  const { index } = change;
  if (change.kind === 'swap') return list.toSpliced(index, 2, ...list.slice(index, index + 2).reverse());
  return list.toSpliced(index, change.count, ...change.values.map(meaningOfData));
}

const isList = (meaning: Meaning): meaning is readonly Meaning[] => Array.isArray(meaning);
