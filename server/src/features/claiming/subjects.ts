/** Of whom or what a passage can speak, the likeliest first. Knows no property by name. */

import type { View } from '../../checks/engine/check.ts';
import { unitsOf } from '../../checks/valueKind.ts';
import { type Analysis, anchorOf } from '../../core/analysis.ts';
import type { Document } from '../../core/document.ts';
import { sentenceAt } from '../../core/sentences.ts';
import { THIS } from '../../core/slots.ts';
import { overlaps, type Span } from '../../core/text.ts';
import type { Property } from '../../core/vocabulary.ts';
import { speakersAround } from './circumstances.ts';
import { type Figure, fits } from './figures.ts';
import { namesOf } from './names.ts';
import type { Passage } from './passage.ts';
import { typeOf, usageIn } from './usage.ts';

export interface SubjectChoice {
  /** Of a record, or `this`. */
  readonly id: string;
  /** Where it is spoken of: in the passage, in its sentence, right before it, elsewhere in the document. */
  readonly where: 'passage' | 'sentence' | 'before' | 'document' | 'this';
  /** The document names it and does not declare it. */
  readonly untagged: boolean;
}

const WEIGHT = { passage: 100, sentence: 75, before: 55, document: 10, this: 5 } as const;
const MOST = 200;
const LONGEST_PARAGRAPH = 5_000;

export function subjectsFor(
  view: View,
  document: Document,
  passage: Passage,
  figure: Figure | undefined,
): readonly SubjectChoice[] {
  const { records } = view.corpus;
  const analysis = namesOf(document, records);
  const sentence = sentenceAt(document.text, document.body, passage.span.start);
  const earlier =
    sentence.start > document.body.start ? sentenceAt(document.text, document.body, sentence.start - 2) : sentence;
  const speakers = speakersAround(document, passage.span, analysis);
  const found = new Map<string, SubjectChoice & { score: number }>();
  const add = (id: string, where: SubjectChoice['where'], bonus: number, untagged = false) => {
    if (found.has(id) || (id !== THIS && !records.get(id))) return;
    const speaks = speakers.has(id) ? (figure ? -30 : 15) : 0;
    found.set(id, { id, where, untagged, score: WEIGHT[where] + bonus + speaks + fitOf(view, id, figure) });
  };
  const take = (where: SubjectChoice['where'], span: Span) => {
    for (const [i, one] of namesIn(span, analysis).entries()) {
      // What stands behind a figure is as a rule what it counts, not what it is said of.
      const behind = figure && figure.kind !== 'time' && one.span.start >= figure.span.end ? -12 : 0;
      add(one.id, where, -3 * Math.min(i, 8) - (one.nested ? 20 : 0) + behind, one.untagged);
    }
  };
  take('passage', passage.span);
  take('sentence', sentence);
  const last = subjectBefore(document, passage.span);
  if (last !== undefined) add(last, 'before', 5);
  take('before', earlier);
  for (const { id } of document.annotations.entities) {
    add(id.value, 'document', Math.min(9, view.facts(document.path)?.mentions[id.value] ?? 0));
  }
  for (const [id, count] of timesNamed(analysis)) add(id, 'document', Math.min(9, count), true);
  add(THIS, 'this', 0);
  return [...found.values()]
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ score: _, ...choice }) => choice);
}

/** How often each of those is named whom the document does not declare. */
function timesNamed({ untagged }: Analysis): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { ids } of untagged) {
    if (ids.length === 1) counts.set(ids[0]!, (counts.get(ids[0]!) ?? 0) + 1);
  }
  return counts;
}

interface Named {
  readonly id: string;
  readonly span: Span;
  readonly nested: boolean;
  readonly untagged: boolean;
}

/** The mentions of a stretch, and the names in it that nobody has declared and only one record has. */
export function namesIn(span: Span, analysis: Analysis): readonly Named[] {
  const tagged = analysis.mentions
    .filter(({ span: at }) => overlaps(at, span))
    .map(({ id, span: at, nested }): Named => ({ id, span: at, nested, untagged: false }));
  const untagged = analysis.untagged
    .filter(({ ids, span: at }) => ids.length === 1 && overlaps(at, span))
    .map(({ ids, span: at }): Named => ({ id: ids[0]!, span: at, nested: false, untagged: true }));
  return [...tagged, ...untagged].sort((a, b) => a.span.start - b.span.start || Number(a.nested) - Number(b.nested));
}

/**
 * What the claim is about whose passage ends last before this one: a paragraph tends to stay with its subject, the next one
 * less so than with whom the whole text speaks of most.
 */
function subjectBefore(document: Document, { start }: Span): string | undefined {
  let best: { readonly end: number; readonly id: string } | undefined;
  for (const { quote, subject, group } of document.annotations.claims) {
    if (!quote || !subject || group || subject.value === THIS) continue;
    const anchor = anchorOf(document, quote);
    const end = anchor.kind === 'missing' ? undefined : anchor.spans.at(-1)?.end;
    if (end !== undefined && end <= start && end > (best?.end ?? -1)) best = { end, id: subject.value };
  }
  if (!best) return undefined;
  const between = document.text.slice(Math.max(best.end, start - LONGEST_PARAGRAPH), start);
  return /\n[ \t\r]*\n/.test(between) ? undefined : best.id;
}

/** How well the figure goes with what is said of the entity, or of its like, elsewhere. */
function fitOf(view: View, id: string, figure: Figure | undefined): number {
  const type = typeOf(view, id);
  if (!figure || type === undefined) return 0;
  const { vocabulary, settings } = view.corpus;
  const units = unitsOf(settings);
  const usage = usageIn(view);
  // A person has few figures: where nothing but what anything can have takes this one, somebody else is meant.
  let best = -4;
  for (const property of vocabulary.properties.values()) {
    if (!takes(property, figure) || !vocabulary.accepts(property.subject, type)) continue;
    const quantity = figure.kind === 'time' ? undefined : figure.kind === 'change' ? figure.to : figure.quantity;
    if (quantity && !fits(quantity, property, units)) continue;
    const ownUnit = quantity && property.unit !== undefined && (quantity.unit !== undefined || quantity.ordinal);
    const special = !property.subject.includes('any');
    const score =
      (ownUnit && special ? 20 : 0) -
      (special ? 0 : 4) +
      (figure.kind === 'time' && property.time === 'event' ? 20 : 0) +
      (view.group(id, property.id) ? 12 : 0) +
      ((usage.get(property.id)?.get(type) ?? 0) > 0 && special ? 8 : 0);
    best = Math.max(best, score);
  }
  return best;
}

const takes = ({ value }: Property, { kind }: Figure): boolean => value.includes(kind === 'time' ? 'time' : 'quantity');
