/** Reads blobs of a repository, many at a time, in the order in which they will be asked for. Knows no file names. */

import { isUtf8 } from 'node:buffer';
import { type Repository, textOf } from './repository.ts';

/** Larger files are no documents that a person annotates. */
const SIZE_LIMIT = 64 * 1024 * 1024;
/** What is read in one go, and what is kept of it. */
const CHUNK_BYTES = 16 * 1024 * 1024;
const KEPT_BYTES = 256 * 1024 * 1024;

export type Blob = { readonly bytes: Uint8Array } | { readonly problem: string };

export class Blobs {
  private order: readonly string[] = [];
  private readonly places = new Map<string, number>();
  private readonly sizes = new Map<string, number>();
  /** In the order in which they were read. */
  private readonly kept = new Map<string, Uint8Array>();
  private keptBytes = 0;

  constructor(private readonly repository: Repository) {}

  /** Says which blobs will be read. */
  expect(ids: readonly string[]): void {
    this.order = [...new Set([...this.order, ...ids])];
    this.measure(this.order.filter((id) => !this.sizes.has(id)));
    for (const [i, id] of this.order.entries()) this.places.set(id, i);
  }

  read(id: string): Blob {
    if (!this.sizes.has(id)) this.measure([id]);
    const size = this.sizes.get(id);
    if (size === undefined) return { problem: 'git does not have it' };
    if (size > SIZE_LIMIT) return { problem: `it is larger than ${SIZE_LIMIT / 1024 / 1024} MB` };
    if (!this.kept.has(id)) this.load(this.chunkFrom(id));
    const bytes = this.kept.get(id);
    return bytes ? { bytes } : { problem: 'git does not have it' };
  }

  private measure(ids: readonly string[]): void {
    if (ids.length === 0) return;
    const answer = this.repository.ask(['cat-file', '--batch-check'], `${ids.join('\n')}\n`);
    for (const line of textOf(answer).split('\n')) {
      const [id, type, size] = line.split(' ');
      if (type === 'blob') this.sizes.set(id!, Number(size));
    }
  }

  /** The blob and those that will be asked for after it. */
  private chunkFrom(id: string): readonly string[] {
    const chunk = [id];
    let bytes = this.sizes.get(id)!;
    for (let i = (this.places.get(id) ?? this.order.length) + 1; i < this.order.length; i++) {
      const next = this.order[i]!;
      const size = this.sizes.get(next) ?? Number.POSITIVE_INFINITY;
      if (bytes + size > CHUNK_BYTES) break;
      if (this.kept.has(next)) continue;
      chunk.push(next);
      bytes += size;
    }
    return chunk;
  }

  private load(ids: readonly string[]): void {
    const answer = this.repository.ask(['cat-file', '--batch'], `${ids.join('\n')}\n`);
    for (let at = 0; at < answer.length; ) {
      const end = answer.indexOf(0x0a, at);
      const [id, type, size] = textOf(answer.subarray(at, end)).split(' ');
      at = end + 1;
      if (type === 'missing') continue;
      const bytes = answer.subarray(at, at + Number(size));
      at += Number(size) + 1;
      this.kept.set(id!, bytes);
      this.keptBytes += bytes.length;
    }
    for (const [id, bytes] of this.kept) {
      if (this.keptBytes <= KEPT_BYTES || ids.includes(id)) break;
      this.kept.delete(id);
      this.keptBytes -= bytes.length;
    }
  }
}

/** What git keeps in place of a file that a filter, such as Git LFS or git-crypt, has taken elsewhere. */
export const isStandIn = (bytes: Uint8Array): boolean =>
  !isUtf8(bytes) || textOf(bytes.subarray(0, 40)).startsWith('version https://git-lfs.github.com/');
