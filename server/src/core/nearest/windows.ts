/** Where in a long text a near passage most likely lies, by the n-grams that it shares with what is sought. Aligns nothing. */

import type { Span } from '../text.ts';

/**
 * The windows of `text` that a passage near `piece` most likely lies in, the likeliest first. Each n-gram of the piece
 * weighs the more the rarer it is in the text; every stretch as long as the piece offers its heaviest window.
 */
export function likelyWindows(text: string, piece: string, reach: number): readonly Span[] {
  const slack = Math.max(2 * reach, 64);
  const width = piece.length + 2 * slack;
  if (text.length <= width) return [{ start: 0, end: text.length }];
  const weights = gramWeights(text, piece);
  const grams = piece.length - gramLength(piece) + 1;
  const stretch = Math.max(piece.length, 64);
  const peaks: { at: number; weight: number }[] = [];
  let weight = 0;
  for (let i = 0; i < grams; i++) weight += weights[i]!;
  let peak = { at: 0, weight };
  for (let at = 1; at + grams <= weights.length; at++) {
    weight += weights[at + grams - 1]! - weights[at - 1]!;
    if (at % stretch === 0) {
      if (peak.weight > 0) peaks.push(peak);
      peak = { at, weight };
    } else if (weight > peak.weight) peak = { at, weight };
  }
  if (peak.weight > 0) peaks.push(peak);
  peaks.sort((a, b) => b.weight - a.weight || a.at - b.at);
  const most = windowLimit(piece.length, width, text.length);
  const windows: Span[] = [];
  for (const { at } of peaks) {
    const start = Math.max(0, at - slack);
    if (windows.some((other) => Math.abs(other.start - start) <= slack / 2)) continue;
    windows.push({ start, end: Math.min(text.length, start + width) });
    if (windows.length === most) break;
  }
  return windows;
}

/** Short enough that a passage with the most edits allowed still shares one n-gram with the piece. */
const gramLength = ({ length }: string): number => (length < 8 ? 1 : length < 16 ? 2 : length < 64 ? 3 : 4);

const BASE = 0x01000193;

/** For each offset of `text` the weight of the n-gram that begins there: 0 if `piece` has none such. */
function gramWeights(text: string, piece: string): Uint32Array {
  const length = gramLength(piece);
  const shift = Math.max(14, Math.clz32(piece.length) - 4);
  const slotOf = (hash: number): number => Math.imul(hash, 0x9e3779b1) >>> shift;
  const counts = new Int32Array(2 ** (32 - shift)).fill(-1);
  forEachGram(piece, length, (hash) => {
    counts[slotOf(hash)] = 0;
  });
  const slots = new Uint32Array(Math.max(0, text.length - length + 1));
  forEachGram(text, length, (hash, at) => {
    const slot = slotOf(hash);
    const count = counts[slot]!;
    if (count < 0) return;
    counts[slot] = count + 1;
    slots[at] = slot + 1;
  });
  const rarity = Uint32Array.from(counts, (count) => (count > 0 ? Math.ceil(0x10000 / count) : 0));
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at]!;
    if (slot > 0) slots[at] = rarity[slot - 1]!;
  }
  return slots;
}

/** Rolling polynomial hash, modulo 2³². */
function forEachGram(text: string, length: number, visit: (hash: number, at: number) => void): void {
  let power = 1;
  for (let i = 0; i < length; i++) power = Math.imul(power, BASE);
  let hash = 0;
  for (let i = 0; i < text.length; i++) {
    hash = (Math.imul(hash, BASE) + text.charCodeAt(i)) | 0;
    if (i >= length) hash = (hash - Math.imul(text.charCodeAt(i - length), power)) | 0;
    if (i >= length - 1) visit(hash, i - length + 1);
  }
}

/**
 * How many windows are worth their cost, in cells of the alignment table: in a body of 8 KB 230 for a quote of 8 units,
 * 8 for 120, 1 for 3,000. In a long body, where the pass over it costs most, more are looked at.
 */
function windowLimit(length: number, width: number, body: number): number {
  const cells = length * width;
  const cheap = Math.min(256, Math.floor(Math.max(250_000, 2 * body) / cells));
  const bearable = Math.min(8, Math.floor(16_000_000 / cells));
  return Math.max(1, cheap, bearable);
}
