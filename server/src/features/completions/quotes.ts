/** Completes from the body, in its own words: quotes, forms, the title; and the digest of it. */

import { digestOf } from '../../checks/bodyChanged.ts';
import type { Document } from '../../core/document.ts';
import { type NormalisedText, normaliseText } from '../../core/normalise.ts';
import { clauseEnd, sentenceAt, sentencesOf, wordStart } from '../../core/sentences.ts';
import { contains, type Span } from '../../core/text.ts';
import { anchoredClaims } from '../claimsAt.ts';
import { shortened } from '../markdown.ts';
import { asTyped, type Draft, type Drafts, written } from './item.ts';
import type { Scope } from './scope.ts';

const MATCHES = 20;
const SENTENCES = 50;
const LONGEST = 600;
const TITLE_LINES = 12;
const LONGEST_TITLE = 300;

/** Passages that begin with or hold what is typed: to the end of the clause, of the sentence, and the whole sentence. */
export function quoteDrafts(scope: Scope): Drafts {
  const document = scope.view.document(scope.path);
  if (!document) return { items: [] };
  const { text, body } = document;
  const spans: Span[] = [];
  if (scope.context.typed.trim() === '') {
    const covered = anchoredClaims(document).flatMap(({ anchor }) => anchor.spans);
    for (const sentence of sentencesOf(text, body)) {
      if (spans.length >= SENTENCES) break;
      if (!covered.some((span) => contains(sentence, span))) spans.push(sentence);
    }
  } else {
    for (const match of matches(document, scope.context.typed)) {
      const sentence = sentenceAt(text, body, match.start);
      const start = wordStart(text, match.start, sentence.start);
      spans.push({ start, end: clauseEnd(text, match.end, sentence.end) }, { start, end: sentence.end }, sentence);
    }
  }
  return { items: drafts(scope, document, spans), more: true };
}

/** Forms that name an entity: the words that begin with what is typed, and a few that follow. */
export function formDrafts(scope: Scope): Drafts {
  const document = scope.view.document(scope.path);
  if (!document || scope.context.typed.trim() === '') return { items: [] };
  const { text, body } = document;
  const spans = matches(document, scope.context.typed).flatMap(({ start, end }): readonly Span[] => {
    const sentence = sentenceAt(text, body, start);
    const limit = Math.min(clauseEnd(text, end, sentence.end), end + 60);
    const from = wordStart(text, start, sentence.start);
    const ends = [...text.slice(end, limit).matchAll(/\p{Script=Han}|[\p{L}\p{N}'’-]+/gu)].slice(0, 4);
    return ends.map((word) => ({ start: from, end: end + word.index + word[0].length }));
  });
  return { items: drafts(scope, document, spans), more: true };
}

/** The lines that a text begins with, one of which is its title as a rule. */
export function titleDrafts(scope: Scope): Drafts {
  const document = scope.view.document(scope.path);
  if (!document) return { items: [] };
  const { text, body } = document;
  const typed = scope.context.typed.trim().toLowerCase();
  const spans: Span[] = [];
  for (let at = body.start; at < body.end && spans.length < TITLE_LINES; ) {
    const end = Math.min(body.end, (text.indexOf('\n', at) + 1 || text.length + 1) - 1);
    const start = at + (/^[#\s]*/.exec(text.slice(at, Math.min(end, at + 20)))?.[0].length ?? 0);
    const line = text.slice(start, end).trim().toLowerCase();
    if (line !== '' && line.length <= LONGEST_TITLE && line !== typed && line.includes(typed))
      spans.push({ start, end });
    at = end + 1;
  }
  return { items: drafts(scope, document, spans), more: true };
}

export function digestDrafts(scope: Scope): Drafts {
  const document = scope.view.document(scope.path);
  if (!document) return { items: [] };
  const digest = digestOf(document);
  if (scope.context.typed === digest) return { items: [] };
  const insert = written(scope, digest, 'value');
  return {
    items: [{ label: digest, kind: 'text', detail: scope.reader.words.digestNow, insert, filterText: asTyped(scope) }],
  };
}

function drafts(scope: Scope, { text }: Document, spans: readonly Span[]): readonly Draft[] {
  const seen = new Set<string>();
  return spans.flatMap((span): readonly Draft[] => {
    const passage = withoutEnd(text.slice(span.start, span.end).replace(/\s+/g, ' ').trim());
    if (passage === '' || passage.length > LONGEST || seen.has(passage)) return [];
    seen.add(passage);
    return [
      {
        label: shortened(passage, 90),
        kind: 'quote',
        detail: scope.reader.words.fromBody,
        insert: written(scope, passage),
        filterText: asTyped(scope),
      },
    ];
  });
}

/** A quote needs no full stop to be found. */
const withoutEnd = (passage: string): string => passage.replace(/(?<![\s.,;:。，；：、])[\s.,;:。，；：、]+$/, '');

/** Where the body has what is typed, whatever its case; in offsets of the file. */
function matches({ bodyText, body, text: source }: Document, typed: string): readonly Span[] {
  const sought = normaliseText(typed).toLowerCase();
  const text = lowered(bodyText);
  const found: Span[] = [];
  if (sought === '') return found;
  for (let at = text.indexOf(sought); at >= 0 && found.length < MATCHES; at = text.indexOf(sought, at + 1)) {
    found.push(bodyText.spanOf(at, at + sought.length));
  }
  // What begins a word comes before what merely stands in one.
  const inWord = ({ start }: Span) => wordStart(source, start, body.start) < start;
  return [...found.filter((span) => !inWord(span)), ...found.filter(inWord)];
}

const loweredTexts = new WeakMap<NormalisedText, string>();

function lowered(body: NormalisedText): string {
  let text = loweredTexts.get(body);
  if (text === undefined) {
    text = body.text.toLowerCase();
    // A letter that grows when lowered would shift what follows it.
    if (text.length !== body.text.length) text = body.text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
    loweredTexts.set(body, text);
  }
  return text;
}
