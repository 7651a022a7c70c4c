/** A raw text and what was chosen for it as the text of a document: front matter as a person types it, the body verbatim. */

import { digestOf } from '../../checks/bodyChanged.ts';
import type { Corpus } from '../../core/corpus.ts';
import { type Document, parseDocument } from '../../core/document.ts';
import { addFrontMatter, applied, type Edits, quotedText, setDocumentKey, setSourceKey } from '../../core/edit.ts';
import { bodyStart, splitFrontMatter } from '../../core/frontMatter.ts';
import { parseTime } from '../../values/dates.ts';
import { isProblem } from '../../values/problem.ts';
import { withoutStretches } from './boilerplate.ts';
import { publisherOf, type Raw } from './proposal.ts';
import type { Field, Stretch } from './raw.ts';

/** What is to be written; what is empty is left out. */
export interface Choices extends Readonly<Partial<Record<Field, string>>> {
  readonly retrieved?: string;
  /** What is to go; the rest of the body stays to the last byte. */
  readonly strip?: readonly Stretch[];
}

/** Why a text cannot become a document; `words.ts` says it. */
export type Refusal =
  | { readonly code: 'empty' | 'annotated' | 'front-matter' | 'null-bytes' | 'not-written' }
  | { readonly code: 'no-date' | 'no-url' | 'no-language'; readonly value: string };

/** Why a raw text cannot be imported at all, whatever is chosen. */
export function refusalOf({ format, text }: Raw): Refusal | undefined {
  if (format !== 'html' && text.includes('\0')) return { code: 'null-bytes' };
  if (text.replace(/^\ufeff/, '').trim() === '') return { code: 'empty' };
  const front = splitFrontMatter(text);
  if (!front) return undefined;
  const document = parseDocument('import.md', text);
  if (document.annotated) return { code: 'annotated' };
  return front.closed && setDocumentKey(document, 'title', 'x') ? undefined : { code: 'front-matter' };
}

/** Where the body begins: after a byte order mark, and after front matter that another tool has put there. */
export const bodyOf = (text: string): string => text.slice(splitFrontMatter(text)?.body.start ?? bodyStart(text));

/** Whether `body` is the body of the document whose text is `text`: what has the same digest is there already. */
export function hasBody(text: string, body: string): boolean {
  if (!text.endsWith(body)) return false;
  return (splitFrontMatter(text)?.body.start ?? bodyStart(text)) === text.length - body.length;
}

/** The whole text of the document at `path`. */
export function compose(raw: Raw, choices: Choices, corpus: Corpus, path: string): { readonly text: string } | Refusal {
  const refused = refusalOf(raw) ?? unusable(choices);
  if (refused) return refused;
  const all = bodyOf(raw.text);
  const kept = withoutStretches(all, choices.strip ?? []);
  if (kept.trim() === '') return { code: 'empty' };
  const text = raw.text.slice(0, raw.text.length - all.length) + kept;
  const document = parseDocument(path, text);
  const { title, date, lang, publisher, author, url, retrieved } = trimmed(choices);
  const source = {
    publisher: publisher === undefined ? undefined : publisherOf(publisher, corpus),
    author,
    url,
    retrieved,
    digest: digestOf(document),
  };
  const fresh = { title, date, lang, source: { ...source, digest: quotedText(source.digest) } };
  const added = document.yaml ? undefined : addFrontMatter(document, fresh);
  const written = document.yaml ? merged(document, { title, date, lang }, source) : added && applied(text, added);
  // The proof of an import: what is read back has the body that was meant.
  if (written === undefined || bodyOf(written) !== kept) return { code: 'not-written' };
  return { text: written };
}

function unusable({ date, url, lang, retrieved }: Choices): Refusal | undefined {
  for (const value of [date?.trim(), retrieved?.trim()])
    if (value && isProblem(parseTime(value))) return { code: 'no-date', value };
  if (url?.trim() && !/^https?:\/\/[^\s/]+/i.test(url.trim())) return { code: 'no-url', value: url.trim() };
  if (lang?.trim() && !/^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,4}$/i.test(lang.trim()))
    return { code: 'no-language', value: lang.trim() };
  return undefined;
}

function trimmed(choices: Choices): Choices {
  const entries = Object.entries(choices).map(([key, value]) => {
    const text = typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : value;
    return [key, text === '' ? undefined : text];
  });
  return Object.fromEntries(entries);
}

/** Adds what the front matter of another tool lacks; what it has stays, whatever was found. */
function merged(
  document: Document,
  keys: Readonly<Record<string, string | undefined>>,
  source: Readonly<Record<string, string | undefined>>,
): string | undefined {
  let now = document;
  const take = (edits: Edits): boolean => {
    if (!edits) return false;
    now = parseDocument(document.path, applied(now.text, edits));
    return true;
  };
  const has = (key: string) => document.root?.entries.some((entry) => entry.key.value === key) ?? false;
  for (const [key, value] of Object.entries(keys)) {
    if (value !== undefined && !has(key) && !take(setDocumentKey(now, key, value))) return undefined;
  }
  const own = document.root?.entries.find((entry) => entry.key.value === 'source')?.value;
  const hasSource = (key: string) => own?.kind === 'map' && own.entries.some((entry) => entry.key.value === key);
  for (const [key, value] of Object.entries(source)) {
    // The digest of another body, or of this one before something was left out, would be wrong.
    if (value === undefined || (key !== 'digest' && hasSource(key))) continue;
    if (!take(setSourceKey(now, key, value))) return undefined;
  }
  return now.text;
}
