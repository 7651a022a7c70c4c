/** References from one claim or document to another, as they are written: `documents/x.md#ties`, `#ties`, `documents/x.md`. */

import { leavesRoot } from './settings.ts';

export type Reference =
  | { readonly kind: 'claim'; readonly path: string; readonly claim: string }
  | { readonly kind: 'document'; readonly path: string }
  | { readonly kind: 'url' }
  | { readonly kind: 'outside' };

/** Reads a reference that stands in the document at `from`. Paths count from the corpus root. */
export function parseReference(text: string, from: string): Reference {
  if (/^[a-z][a-z0-9+.-]+:/i.test(text) && !/^[a-z]:[\\/]/i.test(text)) return { kind: 'url' };
  const at = text.indexOf('#');
  const written = (at < 0 ? text : text.slice(0, at)).trim();
  const path = written === '' ? from : written.replace(/^\.\//, '');
  if (leavesRoot(path)) return { kind: 'outside' };
  if (at < 0) return { kind: 'document', path };
  return { kind: 'claim', path, claim: text.slice(at + 1).trim() };
}
