/** A document held against the records: where its quotes stand and what its body mentions. Computed once per version. */

import { type Anchor, anchor, type TextQuote } from './anchor.ts';
import type { Document } from './document.ts';
import { type Declared, findMentions, type Mentions } from './mentions.ts';
import type { NormalisedText } from './normalise.ts';
import type { Quote } from './quote.ts';
import { formsOf, type Records } from './records.ts';

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

const anchors = new WeakMap<NormalisedText, Map<string, Anchor>>();

/** Where `quote` stands in the body; remembered with the body, so that an edit of the front matter seeks only new quotes. */
export function anchorOf(document: Document, quote: Quote): Anchor {
  let known = anchors.get(document.bodyText);
  if (!known) {
    known = new Map();
    anchors.set(document.bodyText, known);
  }
  const selector = selectorOf(quote);
  const key = JSON.stringify(selector);
  let found = known.get(key);
  if (!found) {
    found = anchor(document.bodyText, selector);
    known.set(key, found);
  }
  return found;
}

interface Remembered {
  readonly gazetteer: Records['gazetteer'];
  readonly entities: Document['annotations']['entities'];
  readonly analysis: Analysis;
}

const analyses = new WeakMap<NormalisedText, Remembered>();
const NOTHING: Analysis = { mentions: [], untagged: [], ambiguous: [], chosen: [] };

/** The mentions of a document. An unannotated one has none, whatever names stand in it. */
export function analyse(document: Document, records: Records): Analysis {
  if (!document.annotated || document.annotations.damaged) return NOTHING;
  const { gazetteer } = records;
  const { entities } = document.annotations;
  const before = analyses.get(document.bodyText);
  if (before && before.gazetteer === gazetteer && before.entities === entities) return before.analysis;
  const analysis = findMentions(document.bodyText, gazetteer, declaredOf(document, records));
  analyses.set(document.bodyText, { gazetteer, entities, analysis });
  return analysis;
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
