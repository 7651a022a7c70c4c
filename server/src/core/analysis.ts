/** A document held against the records: where its quotes stand and what its body mentions. Computed once per version. */

import { type Anchor, anchor, type TextQuote } from './anchor.ts';
import type { Document } from './document.ts';
import { type Declared, findMentions, type Mentions } from './mentions.ts';
import type { NormalisedText } from './normalise.ts';
import type { Quote } from './quote.ts';
import { formsOf, type Records } from './records.ts';
import type { Span } from './text.ts';

/** What a body mentions, and what else its names leave open. */
export type Analysis = Mentions;

/** What a quote is compared by. */
export function selectorOf(quote: Quote): TextQuote {
  return {
    pieces: quote.pieces.map(({ value }) => value),
    ...(quote.nth !== undefined && { nth: quote.nth }),
    ...(quote.near && { near: quote.near.value }),
    ...(quote.prefix && { prefix: quote.prefix.value }),
    ...(quote.suffix && { suffix: quote.suffix.value }),
  };
}

/** What was found in a body, and where the body then began: the same body elsewhere holds the same, moved. */
interface Found<T> {
  readonly from: number;
  readonly result: T;
}

const anchors = new WeakMap<object, Map<string, Found<Anchor>>>();

/** Where `quote` stands in the body; remembered with the body, so that an edit of the front matter seeks only new quotes. */
export function anchorOf({ bodyText }: Document, quote: Quote): Anchor {
  const last = latestAnchors.get(quote);
  if (last?.bodyText === bodyText) return last.anchor;
  const found = anchorIn(bodyText, quote);
  latestAnchors.set(quote, { bodyText, anchor: found });
  return found;
}

/** Of this very quote in this very body. */
const latestAnchors = new WeakMap<Quote, { readonly bodyText: NormalisedText; readonly anchor: Anchor }>();

function anchorIn(bodyText: NormalisedText, quote: Quote): Anchor {
  let known = anchors.get(bodyText.identity);
  if (!known) {
    known = new Map();
    anchors.set(bodyText.identity, known);
  }
  const key = keyOf(quote);
  const before = known.get(key);
  if (before) return movedAnchor(before.result, bodyText.from - before.from);
  const result = anchor(bodyText, selectorOf(quote));
  known.set(key, { from: bodyText.from, result });
  return result;
}

/** The same for quotes that are compared by the same. */
function keyOf(quote: Quote): string {
  const { pieces, nth, near, prefix, suffix } = quote;
  const isPlain = pieces.length === 1 && nth === undefined && !near && !prefix && !suffix;
  return isPlain ? `=${pieces[0]!.value}` : JSON.stringify(selectorOf(quote));
}

const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

function movedAnchor(found: Anchor, by: number): Anchor {
  if (by === 0 || found.kind === 'missing') return found;
  const spans = found.spans.map((span) => moved(span, by));
  if (found.kind === 'anchored') return { kind: 'anchored', spans };
  return { kind: 'ambiguous', spans, matches: found.matches.map((span) => moved(span, by)) };
}

interface Remembered {
  readonly gazetteer: Records['gazetteer'];
  /** The declarations as they were compared with the body. */
  readonly declared: string;
  readonly from: number;
  readonly analysis: Analysis;
}

const analyses = new WeakMap<object, Remembered>();
const NOTHING: Analysis = { mentions: [], untagged: [], ambiguous: [], chosen: [] };

/** The mentions of a document. An unannotated one has none, whatever names stand in it. */
export function analyse(document: Document, records: Records): Analysis {
  if (!document.annotated || document.annotations.damaged) return NOTHING;
  const { gazetteer } = records;
  const known = latest.get(document);
  if (known?.gazetteer === gazetteer) return known.analysis;
  const analysis = analyseAnew(document, records);
  latest.set(document, { gazetteer, analysis });
  return analysis;
}

/** Of this very version of a document. */
const latest = new WeakMap<Document, Pick<Remembered, 'gazetteer' | 'analysis'>>();

function analyseAnew(document: Document, records: Records): Analysis {
  const { gazetteer } = records;
  const { bodyText } = document;
  const declared = JSON.stringify(document.annotations.entities.map(signatureOf));
  const before = analyses.get(bodyText.identity);
  if (before && before.gazetteer === gazetteer && before.declared === declared) {
    if (before.from === bodyText.from) return before.analysis;
    const analysis = movedAnalysis(before.analysis, bodyText.from - before.from);
    analyses.set(bodyText.identity, { ...before, from: bodyText.from, analysis });
    return analysis;
  }
  const analysis = findMentions(bodyText, gazetteer, declaredOf(document, records));
  analyses.set(bodyText.identity, { gazetteer, declared, from: bodyText.from, analysis });
  return analysis;
}

const signatureOf = ({ id, as, sic, not, here }: Document['annotations']['entities'][number]): unknown => [
  id.value,
  ...[as, sic, not].map((texts) => texts.map(({ value }) => value)),
  here.map(selectorOf),
];

function movedAnalysis({ mentions, untagged, ambiguous, chosen }: Analysis, by: number): Analysis {
  const move = <T extends { readonly span: Span }>(one: T): T => ({ ...one, span: moved(one.span, by) });
  return { mentions: mentions.map(move), untagged: untagged.map(move), ambiguous: ambiguous.map(move), chosen };
}

/** The declared entities of a document with every form that names them in it. */
export function declaredOf(document: Document, records: Records): readonly Declared[] {
  return document.annotations.entities.map((declaration): Declared => {
    const record = records.get(declaration.id.value);
    return {
      id: declaration.id.value,
      forms: record ? formsOf(record) : [],
      as: declaration.as.map(({ value }) => value),
      sic: declaration.sic.map(({ value }) => value),
      not: declaration.not.map(({ value }) => value),
      here: declaration.here.flatMap((quote) => {
        const found = anchorOf(document, quote);
        return found.kind === 'missing' ? [] : [{ spans: found.spans }];
      }),
    };
  });
}
