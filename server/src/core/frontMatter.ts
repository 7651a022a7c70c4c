/** Where a file's front matter ends and its body begins. Knows lines and fences, not YAML and not what the keys mean. */

import type { Span } from './text.ts';

/** The keys of a document's front matter that are Concord's; every other key belongs to another tool. */
export const DOCUMENT_KEYS = [
  'title',
  'date',
  'about',
  'lang',
  'source',
  'translation-of',
  'entities',
  'claims',
  'accept',
] as const;

export interface FrontMatter {
  /** The opening `---`. */
  readonly fence: Span;
  /** The lines between the fences. */
  readonly yaml: Span;
  /** What follows the line of the closing fence; empty when nothing closes it. */
  readonly body: Span;
  readonly closed: boolean;
}

const BOM = 0xfeff;
const LINE_END = /\r\n?|\n/g;
const FENCE_OPEN = /^---[ \t]*$/;
const FENCE_CLOSE = /^(?:---|\.\.\.)[ \t]*$/;
const TOP_LEVEL_KEY = /^(["']?)([A-Za-z][\w-]*)\1[ \t]*:(?:[ \t]|$)/;

/**
 * The front matter of `text`, or undefined where it has none and all of it is body.
 * A fence that never closes opens front matter only if a key of Concord's stands in the run of keys, comments,
 * indented and blank lines that follows it: otherwise the `---` is a thematic break.
 */
export function splitFrontMatter(text: string): FrontMatter | undefined {
  const start = text.charCodeAt(0) === BOM ? 1 : 0;
  const first = lineAt(text, start);
  if (!FENCE_OPEN.test(first.content)) return undefined;
  const fence = { start, end: start + 3 };
  let looksLikeKeys = true;
  let knownKey = false;
  for (let at = first.next; at < text.length; ) {
    const { content, next } = lineAt(text, at);
    if (FENCE_CLOSE.test(content)) {
      return { fence, yaml: { start: first.next, end: at }, body: { start: next, end: text.length }, closed: true };
    }
    if (looksLikeKeys) {
      const key = TOP_LEVEL_KEY.exec(content)?.[2];
      if (key !== undefined) knownKey ||= (DOCUMENT_KEYS as readonly string[]).includes(key);
      else looksLikeKeys = /^(?:[ \t]|#|-[ \t]|$)/.test(content);
    }
    at = next;
  }
  if (!knownKey) return undefined;
  const end = text.length;
  return { fence, yaml: { start: first.next, end }, body: { start: end, end }, closed: false };
}

/** Where the body of a file without front matter begins: after a byte order mark, if there is one. */
export function bodyStart(text: string): number {
  return text.charCodeAt(0) === BOM ? 1 : 0;
}

function lineAt(text: string, start: number): { content: string; next: number } {
  LINE_END.lastIndex = start;
  const end = LINE_END.exec(text);
  return end
    ? { content: text.slice(start, end.index), next: LINE_END.lastIndex }
    : { content: text.slice(start), next: text.length };
}
