/**
 * Merges two versions of an annotated document or of a file of records that come from one base, by what they say. What
 * comes out is read back: where it does not mean what it is meant to, the answer is undefined, and the files are to be
 * merged as text. Knows no git.
 */

import { type Meaning, meaningOf } from '../core/edit/data.ts';
import { styleOf } from '../core/edit/layout.ts';
import { read } from '../core/edit/source.ts';
import { splitFrontMatter } from '../core/frontMatter.ts';
import type { FileKind } from '../core/layout.ts';
import { normaliseSpan, normaliseText } from '../core/normalise.ts';
import type { YamlMap } from '../core/yaml.ts';
import { type Apart, type MayRename, withoutClashes } from './threeWay/claimIds.ts';
import { mergeCollections } from './threeWay/merge.ts';
import { Conflict, isSettled, marked, mergedText, type Part, SIDES, textOf, Unsafe } from './threeWay/parts.ts';
import { RULES } from './threeWay/rules.ts';
import { type Collection, collectionOf, type Unit } from './threeWay/units.ts';
import type { Context } from './threeWay/writing.ts';

/** The three versions of one file. */
export interface Versions {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

export interface MergeOptions {
  /** Merges bodies that both sides have changed; conflicts are marked in the text. Undefined where it cannot. */
  mergeBody(versions: Versions): { readonly text: string; readonly conflicts: boolean } | undefined;
  readonly mayRename: MayRename;
  /** How many characters mark a conflict. */
  readonly markerSize: number;
}

export interface MergedFile {
  readonly text: string;
  /** Whether there are conflicts, marked as git marks them. */
  readonly conflicts: boolean;
  /** New claims that had to get another id, because the other side has a new claim of that id. */
  readonly renamed: Apart['renamed'];
}

/** Undefined where it is safer to merge the files as text. */
export function mergeFile(
  kind: FileKind,
  path: string,
  versions: Versions,
  options: MergeOptions,
): MergedFile | undefined {
  const { base, ours, theirs } = versions;
  if (ours === theirs || theirs === base) return { text: ours, conflicts: false, renamed: [] };
  if (ours === base) return { text: theirs, conflicts: false, renamed: [] };
  try {
    const isDocument = kind === 'document';
    const apart: Apart = isDocument
      ? withoutClashes(path, base, ours, theirs, options.mayRename)
      : { ours, theirs, renamed: [] };
    const sheets = { base: sheetOf(kind, base), ours: sheetOf(kind, apart.ours), theirs: sheetOf(kind, apart.theirs) };
    const merged = merge(kind, sheets, options);
    return merged && { ...merged, renamed: apart.renamed };
  } catch (reason) {
    if (reason instanceof Conflict || reason instanceof Unsafe) return undefined;
    throw reason;
  }
}

/** A file taken apart: its YAML with line feeds, and what stands around it. */
interface Sheet {
  readonly before: string;
  readonly yaml: string;
  readonly after: string;
  readonly body: string;
  readonly eol: '\n' | '\r\n' | undefined;
  /** Whether its last line ends. */
  readonly isClosed: boolean;
  readonly root: YamlMap | undefined;
}

function sheetOf(kind: FileKind, text: string): Sheet {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let [before, yaml, after, body] = [text.slice(0, start), text.slice(start), '', ''];
  if (kind === 'document') {
    const front = splitFrontMatter(text);
    if (front && !front.closed) throw new Unsafe();
    before = text.slice(0, front?.yaml.start ?? 0);
    yaml = front ? text.slice(front.yaml.start, front.yaml.end) : '';
    after = front ? text.slice(front.yaml.end, front.body.start) : '';
    body = front ? text.slice(front.body.start) : text;
  }
  const frame = before + yaml + after;
  const eol = !frame.includes('\n') ? undefined : frame.includes('\r\n') ? '\r\n' : '\n';
  if (eol === '\r\n' ? /(?:^|[^\r])\n/.test(frame) : frame.includes('\r')) throw new Unsafe();
  const lines = yaml.replaceAll('\r\n', '\n');
  if (lines.includes('\r')) throw new Unsafe();
  const isClosed = lines === '' || lines.endsWith('\n');
  const whole = isClosed ? lines : `${lines}\n`;
  const root = rootOf(whole);
  return {
    before: before.replaceAll('\r', ''),
    yaml: whole,
    after: after.replaceAll('\r', ''),
    body,
    eol,
    isClosed,
    root,
  };
}

/** The map that a text is; what cannot be read, or is no map, cannot be merged by what it says. */
function rootOf(yaml: string): YamlMap | undefined {
  const source = read('', yaml, false, undefined);
  if (!source || source.faults.length > 0 || source.root?.flow) throw new Unsafe();
  return source.root;
}

type Sheets = Readonly<Record<'base' | 'ours' | 'theirs', Sheet>>;

function merge(kind: FileKind, sheets: Sheets, options: MergeOptions): Omit<MergedFile, 'renamed'> | undefined {
  const { base, ours, theirs } = sheets;
  const all = [ours, theirs, base];
  const ends = new Set(all.flatMap(({ eol }) => eol ?? []));
  if (ends.size > 1) throw new Unsafe();
  const isAnnotated = ({ root }: Sheet) =>
    root?.entries.some(({ key }) => key.value === 'entities' || key.value === 'claims') ?? false;
  if (kind === 'document' && !all.some(isAnnotated)) return undefined;

  const style = { ...styleOf(ours.yaml, (ours.root ?? theirs.root) && ours.root), eol: '\n' };
  const context: Context = { style, placeOf: placesIn(base.body) };
  const values = { base: collection(base), ours: collection(ours), theirs: collection(theirs) };
  const merged = mergeCollections(values, RULES[kind], context);
  const below = ({ yaml }: Sheet, { end }: Collection) => yaml.slice(end);
  const rest = mergedText(below(base, values.base), below(ours, values.ours), below(theirs, values.theirs));
  const parts: readonly Part[] = [...merged.parts, rest];
  for (const side of SIDES) if (!proves(textOf(parts, side), merged.meaning[side] ?? null)) return undefined;

  const hasFrame = ({ before }: Sheet) => before.trim() !== '';
  const frameBase = kind !== 'document' || hasFrame(base) ? base : undefined;
  const frame = (piece: (sheet: Sheet) => string): string => {
    const [a, b] = [ours, theirs].filter((sheet) => kind !== 'document' || hasFrame(sheet));
    return a && b ? mergedText(frameBase && piece(frameBase), piece(a), piece(b)) : piece(a ?? b!);
  };
  const eol = [...ends][0] ?? '\n';
  const isClosed = ours.isClosed === base.isClosed ? theirs.isClosed : ours.isClosed;
  const yaml = marked(parts, options.markerSize, '\n');
  const front =
    frame(({ before }) => before) + (isClosed ? yaml : yaml.replace(/\n$/, '')) + frame(({ after }) => after);
  const body = bodyOf(sheets, options);
  if (!body) return undefined;
  return { text: front.replaceAll('\n', eol) + body.text, conflicts: body.conflicts || !isSettled(parts) };
}

const collection = ({ root, yaml }: Sheet): Collection => collectionOf(root, yaml, 0);

function bodyOf(
  { base, ours, theirs }: Sheets,
  options: MergeOptions,
): { text: string; conflicts: boolean } | undefined {
  try {
    return { text: mergedText(base.body, ours.body, theirs.body), conflicts: false };
  } catch (reason) {
    if (!(reason instanceof Conflict)) throw reason;
    return options.mergeBody({ base: base.body, ours: ours.body, theirs: theirs.body });
  }
}

/** Where the quote of a claim stands in the body; behind everything where it does not, or is no plain text. */
function placesIn(body: string): (unit: Unit) => number {
  let normalised: string | undefined;
  return ({ node }) => {
    const quote = node.kind === 'map' ? node.entries.find(({ key }) => key.value === 'quote')?.value : undefined;
    const text = quote?.kind === 'scalar' ? quote.value : undefined;
    if (text === undefined) return Number.MAX_SAFE_INTEGER;
    normalised ??= normaliseSpan(body, { start: 0, end: body.length }).text;
    const at = normalised.indexOf(normaliseText(text));
    return at < 0 ? Number.MAX_SAFE_INTEGER : at;
  };
}

/** Whether a text means what it is meant to, and says nothing twice. */
function proves(text: string, meaning: Meaning): boolean {
  const source = read('', text, false, undefined);
  if (!source || source.faults.length > 0) return false;
  if (JSON.stringify(source.root ? meaningOf(source.root) : null) !== JSON.stringify(normal(meaning))) return false;
  return source.root === undefined || hasNothingTwice(source.root);
}

/** A file without entries means nothing. */
const normal = (meaning: Meaning): Meaning =>
  meaning !== null && typeof meaning === 'object' && 'map' in meaning && meaning.map.length === 0 ? null : meaning;

function hasNothingTwice(root: YamlMap): boolean {
  const keys = root.entries.map(({ key }) => key.value);
  if (new Set(keys).size < keys.length) return false;
  const ids: string[] = [];
  const visit = (map: YamlMap): void => {
    for (const { key, value } of map.entries) {
      if (key.value === 'id' && value.kind === 'scalar') ids.push(value.value);
      if (key.value !== 'claims' || value.kind !== 'seq') continue;
      for (const item of value.items) if (item.kind === 'map') visit(item);
    }
  };
  visit(root);
  return new Set(ids).size === ids.length;
}
