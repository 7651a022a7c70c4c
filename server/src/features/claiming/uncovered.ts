/** Figures and quoted statements at a place of the body that no claim quotes yet. Knows no check. */

import type { View } from '../../checks/engine/check.ts';
import { datesOf, quantitiesIn, wordsAt } from '../../checks/quoted/passage.ts';
import type { Document } from '../../core/document.ts';
import { clauseEnd, clauseStart, sentenceAt } from '../../core/sentences.ts';
import { contains, overlaps, type Span } from '../../core/text.ts';
import { anchoredClaims } from '../claimsAt.ts';
import { speakersAround } from './circumstances.ts';
import { namesOf } from './names.ts';

export interface Uncovered {
  readonly kind: 'figure' | 'statement';
  /** What is to be claimed. */
  readonly span: Span;
  /** The clause around a figure, or the statement without its quotation marks: what a claim would quote. */
  readonly passage: Span;
  readonly words: string;
}

/** What stands at `at`, or is touched by it; undefined where that is nothing, or a claim's passage already. */
export function uncoveredAt(view: View, document: Document, at: Span): Uncovered | undefined {
  const { body, text } = document;
  if (at.start < body.start || at.end > body.end) return undefined;
  const sentence = sentenceAt(text, body, at.start);
  const touches = (span: Span) => span.start <= at.end && at.start <= span.end;
  const quantities = quantitiesIn([sentence], document, view.corpus.settings).filter(({ ordinal }) => !ordinal);
  const dates = datesOf(document).filter(({ relative, span }) => !relative && overlaps(span, sentence));
  const figure = [...quantities, ...dates].map(({ span }) => span).find(touches);
  const covered = anchoredClaims(document).flatMap(({ anchor }) => anchor.spans);
  const isCovered = (span: Span) => covered.some((one) => contains(one, span));
  if (figure) {
    if (isCovered(figure)) return undefined;
    const passage = {
      start: clauseStart(text, figure.start, sentence.start),
      end: clauseEnd(text, figure.end, sentence.end),
    };
    return { kind: 'figure', span: figure, passage, words: wordsAt(document, figure) };
  }
  const statement = statementAt(document, sentence, at);
  if (!statement || isCovered(statement)) return undefined;
  if (speakersAround(document, statement, namesOf(document, view.corpus.records)).size === 0) return undefined;
  return { kind: 'statement', span: statement, passage: statement, words: wordsAt(document, statement) };
}

const PAIRS = ['“”', '「」', '""', '«»'];
/** Fewer letters are a term or a title, no statement. */
const SHORTEST = 20;
const SHORTEST_HAN = 8;

/** What stands between quotation marks around a place. */
function statementAt({ text }: Document, sentence: Span, { start, end }: Span): Span | undefined {
  for (const [open, close] of PAIRS) {
    let from = -1;
    for (let at = sentence.start; at < sentence.end; at++) {
      const mark = text[at];
      if (from < 0 && mark === open) from = at + 1;
      else if (from >= 0 && mark === close) {
        const inner = { start: from, end: at };
        if (from <= start && end <= at && isLong(text.slice(from, at))) return inner;
        from = -1;
      }
    }
  }
  return undefined;
}

const isLong = (text: string): boolean => text.length >= (/\p{Script=Han}/u.test(text) ? SHORTEST_HAN : SHORTEST);
