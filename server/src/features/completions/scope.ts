/** What a cursor's place in YAML means: its shape in the format, and the claim around it as far as it is written. */

import type { View } from '../../checks/engine/check.ts';
import type { Pinyin } from '../../core/pinyin.ts';
import { type Reader, readerOf } from '../hovers/reader.ts';
import type { Place } from '../place.ts';
import { ROOTS, type Shape, under } from '../shapes.ts';
import { type Frame, type YamlContext, yamlContextAt } from './yamlContext.ts';

export interface CompletionOptions {
  readonly locale?: string;
  readonly pinyin?: Pinyin;
}

/** Everything that a source of completions may look at. */
export interface Scope {
  readonly view: View;
  readonly reader: Reader;
  readonly path: string;
  readonly text: string;
  readonly context: YamlContext;
  readonly frames: readonly Frame[];
  /** The shape of each frame; undefined where the format knows nothing of it. */
  readonly shapes: readonly (Shape | undefined)[];
  /** What may stand at the cursor: of a key the map that it is a key of. */
  readonly shape: Shape;
  /** Inside `[]` or `{}`. */
  readonly flow: boolean;
  readonly claim?: ClaimScope;
  readonly pinyin?: Pinyin;
}

/** The claim or fact that is being written. */
export interface ClaimScope {
  readonly kind: 'claim' | 'fact';
  /** Its keys, and what is written under each where that is one scalar. */
  readonly keys: ReadonlyMap<string, string | undefined>;
  readonly subject?: string;
  readonly property?: string;
  readonly quote?: string;
}

export function scopeAt(view: View, place: Place, options: CompletionOptions): Scope | undefined {
  const region = regionOf(view, place);
  if (!region) return undefined;
  const { text, start, end, root } = region;
  const context = yamlContextAt(text, start, end, place.offset);
  if (!context) return undefined;
  const { frames, mode } = context;
  const shapes = shapesOf(frames, ROOTS[root]);
  const last = frames.at(-1);
  const around = shapes.at(-1);
  const shape =
    mode === 'key'
      ? around
      : mode !== 'item' && last?.kind === 'map'
        ? around && under(around, last.key ?? '')
        : around?.items;
  if (!shape) return undefined;
  const language = root === 'document' ? view.corpus.documents.get(place.path)?.lang : undefined;
  return {
    view,
    reader: readerOf(view, { locale: options.locale }, language),
    path: place.path,
    text,
    context,
    frames,
    shapes,
    shape,
    flow: last?.flow ?? false,
    claim: claimOf(frames, shapes),
    pinyin: options.pinyin,
  };
}

function shapesOf(frames: readonly Frame[], root: Shape): readonly (Shape | undefined)[] {
  const shapes: (Shape | undefined)[] = [];
  let shape: Shape | undefined = root;
  for (const frame of frames) {
    shapes.push(shape);
    if (frame.kind === 'seq') shape = shape?.items;
    else shape = shape && frame.key !== undefined ? under(shape, frame.key) : undefined;
  }
  return shapes;
}

interface Region {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly root: 'document' | 'records' | 'settings';
}

function regionOf(view: View, { path, offset }: Place): Region | undefined {
  const whole = (text: string, root: Region['root']): Region => ({
    text,
    start: text.charCodeAt(0) === 0xfeff ? 1 : 0,
    end: text.length,
    root,
  });
  if (path === view.settings.path) return whole(view.settings.text, 'settings');
  const file = view.corpus.records.files.get(path);
  if (file) return whole(file.text, 'records');
  const document = view.document(path);
  if (!document) return undefined;
  const { text, yaml } = document;
  if (yaml) return yaml.start <= offset && offset < yaml.end ? { text, ...yaml, root: 'document' } : undefined;
  return unclosed(text, offset);
}

/** Front matter that has only just been opened: nothing closes it yet, and no key of it is known. */
function unclosed(text: string, offset: number): Region | undefined {
  const fence = /^\ufeff?---[ \t]*\r?\n/.exec(text);
  if (!fence || offset < fence[0].length) return undefined;
  const before = text.slice(fence[0].length, offset);
  if (/^(?:---|\.\.\.)[ \t]*\r?$/m.test(before) || /\n[ \t]*\r?\n/.test(before)) return undefined;
  const blank = text.indexOf('\n\n', offset);
  return { text, start: fence[0].length, end: blank < 0 ? text.length : blank, root: 'document' };
}

function claimOf(frames: readonly Frame[], shapes: readonly (Shape | undefined)[]): ClaimScope | undefined {
  const maps = frames.filter((frame, i) => frame.kind === 'map' && isClaim(shapes[i]));
  const own = maps.at(-1);
  if (!own) return undefined;
  const inherited = (key: string) => maps.findLast(({ keys }) => keys.get(key))?.keys.get(key);
  const kind = frames.some((frame, i) => frame === own && shapes[i]?.name === 'fact') ? 'fact' : 'claim';
  return {
    kind,
    keys: own.keys,
    subject: kind === 'fact' ? frames[0]?.key : inherited('subject'),
    property: own.keys.get('property') || undefined,
    quote: inherited('quote'),
  };
}

const isClaim = (shape: Shape | undefined): boolean => shape?.name === 'claim' || shape?.name === 'fact';
