/** Files of a corpus on which several edits are made one after the other, each proved, and what they come to. Plans nothing. */

import type { View } from '../../checks/engine/check.ts';
import { type Document, parseDocument } from '../../core/document.ts';
import { applied, type Edits, type TextEdit } from '../../core/edit.ts';
import { parseRecords, type RecordFile } from '../../core/record.ts';
import { hunksOf } from '../reanchoring/difference.ts';

type File = Document | RecordFile;

export class Drafts {
  private readonly drafts = new Map<string, { readonly original: File; readonly now: File }>();
  private refusedPath: string | undefined;

  constructor(private readonly view: View) {}

  /** The first file that could not be edited. */
  get refused(): string | undefined {
    return this.refusedPath;
  }

  document(path: string): Document | undefined {
    const now = this.drafts.get(path)?.now ?? this.view.document(path);
    return now?.kind === 'document' ? now : undefined;
  }

  records(path: string): RecordFile | undefined {
    const now = this.drafts.get(path)?.now ?? this.view.corpus.records.files.get(path);
    return now?.kind === 'records' ? now : undefined;
  }

  /** The files of records that have changed. */
  changedRecords(): readonly RecordFile[] {
    return [...this.drafts.values()].flatMap(({ now }) => (now.kind === 'records' ? [now] : []));
  }

  /** Makes edits of `file` as it is now; without any to make, they have been refused. */
  make(file: File, edits: Edits): void {
    if (!edits) this.refusedPath ??= file.path;
    if (!edits || edits.length === 0 || this.refusedPath !== undefined) return;
    const text = applied(file.text, edits);
    const now = file.kind === 'document' ? parseDocument(file.path, text, file) : parseRecords(file.path, text, file);
    this.drafts.set(file.path, { original: this.drafts.get(file.path)?.original ?? file, now });
  }

  /** What has become of the files, as edits of them as they were: by lines, and within a line of what differs in it. */
  edits(): readonly TextEdit[] {
    return [...this.drafts.values()].flatMap(({ original, now }) =>
      editsBetween(original.path, original.text, now.text),
    );
  }
}

function editsBetween(path: string, before: string, after: string): readonly TextEdit[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const [starts, nowStarts] = [startsOf(old), startsOf(now)];
  return hunksOf(old, now).map((hunk): TextEdit => {
    const ours = before.slice(starts[hunk.before.start]!, starts[hunk.before.end]!);
    const theirs = after.slice(nowStarts[hunk.after.start]!, nowStarts[hunk.after.end]!);
    const most = Math.min(ours.length, theirs.length);
    let head = 0;
    while (head < most && ours[head] === theirs[head]) head++;
    let tail = 0;
    while (tail < most - head && ours[ours.length - 1 - tail] === theirs[theirs.length - 1 - tail]) tail++;
    // Whole words are replaced: they are what somebody who looks at the change can read.
    while (head > 0 && (isInside(ours, head) || isInside(theirs, head))) head--;
    while (tail > 0 && (isInside(ours, ours.length - tail) || isInside(theirs, theirs.length - tail))) tail--;
    const start = starts[hunk.before.start]! + head;
    const end = starts[hunk.before.end]! - tail;
    return { path, span: { start, end }, newText: theirs.slice(head, theirs.length - tail) };
  });
}

const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** Whether a place lies inside a word, an id, a line break or a character of two units. */
const isInside = (text: string, at: number): boolean => INSIDE.test(text.slice(at - 1, at + 1));
const INSIDE = /^(?:[\p{L}\p{N}\p{M}._-]{2}|\r\n|[\u{10000}-\u{10ffff}])$/u;

function startsOf(lines: readonly string[]): readonly number[] {
  const starts = [0];
  let at = 0;
  for (const line of lines) {
    at += line.length;
    starts.push(at);
  }
  return starts;
}
