/** A document for reading: its body with names and passages marked, its claims in the margin. Answers plain data; draws nothing. */

import type { Finding, View } from '../../checks/engine/check.ts';
import { nameOfId } from '../../checks/engine/entityName.ts';
import { check } from '../../checks/engine/run.ts';
import { translationsOf } from '../../checks/statements/comparisons.ts';
import type { Claim } from '../../core/claim.ts';
import type { Document } from '../../core/document.ts';
import { parseReference } from '../../core/reference.ts';
import type { Span } from '../../core/text.ts';
import { timeInWords } from '../../values/timeWords.ts';
import { type Highlight, highlightsOf } from '../highlights.ts';
import { type Reader, readerOf } from '../hovers/reader.ts';
import { cardOf } from './cards.ts';
import { fileName, readingClaims, readingFinding } from './claims.ts';
import type { OtherDocument, Reading } from './model.ts';
import { paragraphsOf } from './pieces.ts';

/** Undefined where there is no document at `path`. `findingsOf` a document; `locale` is the reader's. */
export function readingOf(
  view: View,
  path: string,
  locale: string,
  findingsOf: (path: string) => readonly Finding[] = (one) => check(view, one),
): Reading | undefined {
  const document = view.corpus.records.files.has(path) ? undefined : view.document(path);
  if (!document) return undefined;
  const { title, date, lang, source } = document.annotations;
  const reader = readerOf(view, { locale }, lang?.value);
  const findings = findingsOf(path);
  const shared = assigned(document, findings);
  const translations = translationsIn(view, path);
  const claims = readingClaims(reader, document, {
    on: (claim) => shared.on.get(claim) ?? [],
    facing: translations.flatMap((other) => findingsOf(other.path)),
  });
  const names = highlightsOf(view, path, findings).filter(({ kind }) => kind !== 'claim');
  return {
    path,
    title: title?.value ?? fileName(path),
    lang: lang?.value,
    date: date && timeInWords(date.value, locale),
    publisher: source.publisher && publisherOf(reader, source.publisher.value),
    author: source.author?.value,
    url: webAddress(source.url?.value),
    annotated: document.annotated,
    paragraphs: paragraphsOf(
      document.text,
      document.body,
      names,
      claims.flatMap(({ spans, state }, claim) => spans.map((span, i) => ({ ...span, claim, state, leads: i === 0 }))),
    ),
    claims,
    cards: idsIn(names).map((id) => cardOf(reader, id)),
    findings: shared.rest.map((finding) => readingFinding(reader, finding)),
    translations,
  };
}

/** What is found on each claim, and what on none: a finding is of the innermost claim that holds it. */
function assigned({ annotations: { claims }, body }: Document, findings: readonly Finding[]) {
  const on = new Map<Claim, Finding[]>();
  const rest: Finding[] = [];
  const written = claims.filter(({ group }) => !group);
  const byKey = new Map(written.map((claim) => [claim.key, claim]));
  const bySpan = [...written].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  for (const finding of findings) {
    const { span, claim: named } = finding;
    const claim =
      (named === undefined ? undefined : byKey.get(named)) ??
      (span.start < body.start ? innermost(bySpan, span) : undefined);
    if (!claim) rest.push(finding);
    else {
      const list = on.get(claim);
      if (list) list.push(finding);
      else on.set(claim, [finding]);
    }
  }
  return { on, rest };
}

/** Claims nest or lie apart, so that the last one that begins before a place, or one around it, holds it. */
function innermost(bySpan: readonly Claim[], span: Span): Claim | undefined {
  let low = 0;
  let high = bySpan.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bySpan[middle]!.span.start <= span.start) low = middle + 1;
    else high = middle;
  }
  let at = bySpan[low - 1];
  while (at && at.span.end < span.end) at = at.outer;
  return at?.group ? undefined : at;
}

function publisherOf({ view, nameLocale }: Reader, written: string): Reading['publisher'] {
  const known = view.corpus.records.get(written) !== undefined;
  return { id: known ? written : undefined, name: known ? nameOfId(view, written, nameLocale) : written };
}

/** Only what a browser opens as a page; never a script. */
export const webAddress = (text: string | undefined): string | undefined =>
  text !== undefined && /^https?:\/\/[^\s]+$/i.test(text) ? text : undefined;

function idsIn(names: readonly Highlight[]): readonly string[] {
  return [...new Set(names.flatMap(({ id }) => id ?? []))];
}

function translationsIn(view: View, path: string): readonly OtherDocument[] {
  const written = view.facts(path)?.translationOf;
  const reference = written === undefined ? undefined : parseReference(written, path);
  const original = reference && 'path' in reference ? reference.path : undefined;
  return [...translationsOf(view, path)]
    .sort((a, b) => (a === original ? -1 : b === original ? 1 : a < b ? -1 : 1))
    .flatMap((other): readonly OtherDocument[] => {
      const facts = view.facts(other);
      return facts
        ? [{ path: other, title: facts.title ?? fileName(other), lang: facts.lang, original: other === original }]
        : [];
    });
}
