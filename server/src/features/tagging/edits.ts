/**
 * The edits that a choice in tagging comes to, proved by holding the changed document against the records: the passage
 * then is the mention that was wanted, or none, and nothing else is lost. Where that fails, the reason.
 */

import { analyse, declaredOf } from '../../core/analysis.ts';
import { anchor } from '../../core/anchor.ts';
import type { Document } from '../../core/document.ts';
import { addAlias, type HereQuote, inSequence, type TextEdit } from '../../core/edit.ts';
import { leastChoice } from '../../core/leastChoice.ts';
import { findMentions, type Mentions } from '../../core/mentions.ts';
import { normaliseText } from '../../core/normalise.ts';
import { formsOf } from '../../core/records.ts';
import type { Span } from '../../core/text.ts';
import { languageOf } from './language.ts';
import { contextsOf, type Passage } from './passage.ts';
import { lists, type Note, type Operation, type Planned, planEnd, planTag, type Setting, type Way } from './plan.ts';

export interface Choice {
  readonly operation: Operation;
  readonly id: string;
  readonly way: Way;
}

/** What is wrong with a choice, as a message with its parameters. */
export interface Refusal {
  readonly problem: 'cannot-write' | 'cannot-write-record' | 'overlapped' | 'no-record' | 'sic-listed';
  readonly id: string;
}

export interface Tagging {
  readonly edits: readonly TextEdit[];
  readonly notes: readonly Note[];
}

/** So many of the stretches around a passage are tried. */
const CONTEXTS = 4;

/** A record that is written together with its first mention. */
export interface Newcomer {
  readonly id: string;
  readonly names: readonly string[];
}

export function taggingEdits(setting: Setting, choice: Choice, newcomer?: Newcomer): Tagging | Refusal {
  const { id, way, operation } = choice;
  const { view, passage } = setting;
  const record = view.corpus.records.get(id);
  const isTag = operation === 'tag' || operation === 'sic';
  if (isTag && !record && !newcomer) return { problem: 'no-record', id };
  const listed = record ? formsOf(record).includes(passage.form) : false;
  if (way === 'sic' && listed) return { problem: 'sic-listed', id };
  const alias = way === 'alias' ? aliasEdits(setting, id) : [];
  if (!alias) return { problem: 'cannot-write-record', id };
  let problem: Refusal['problem'] = 'cannot-write';
  for (const plan of plans(setting, choice)) {
    const made = inSequence(
      passage.document,
      plan.map(({ step }) => step),
    );
    if (!made) continue;
    const forms = way === 'alias' ? [passage.text] : (newcomer?.names ?? []);
    const after = namesAfter(setting, made.document, id, forms);
    const isDone = isTag ? isTagged : isEnded;
    if (isDone(setting, made.document, after, choice)) {
      return { edits: [...made.edits, ...alias], notes: plan.map(({ note }) => note) };
    }
    problem = 'overlapped';
  }
  return { problem, id };
}

/** What a choice would write, without proving that it can: for a list of many. */
export function notesFor(setting: Setting, choice: Choice): readonly Note[] {
  return planned(setting, choice, { quote: setting.passage.text }, setting.passage.text).map(({ note }) => note);
}

/** The ways that a choice has, the likeliest first; none where the passage is that already. */
export function waysOf(setting: Setting, operation: Operation, id: string, description: boolean): readonly Way[] {
  const { passage } = setting;
  if (operation === 'untag' || operation === 'not') return endings(setting, id);
  const own = passage.tagged.find((one) => one.id === id);
  if (operation === 'sic') return own?.kind === 'sic' ? [] : ['sic'];
  if (own && passage.ambiguous.length === 0) {
    if (own.kind === 'name') return [];
    if (own.kind === 'as') return description ? ['here'] : ['alias', 'here'];
    return description && own.kind === 'here' ? ['form'] : ['form', 'alias'];
  }
  if (lists(setting, id)) {
    const owners = [...passage.tagged.map((one) => one.id), ...passage.ambiguous];
    if (owners.some((owner) => owner !== id)) return passage.places > 1 ? ['name', 'here'] : ['name'];
    // Where it is named and yet no mention, a longer name or a `not` is in the way of the form, and not of an anchor.
    return passage.untagged.includes(id) ? ['name'] : ['name', 'here'];
  }
  return description ? ['here', 'form'] : ['form', 'alias', 'here'];
}

function endings({ passage }: Setting, id: string): readonly Way[] {
  const own = passage.tagged.find((one) => one.id === id);
  if (own?.kind === 'here') return ['place'];
  return passage.places > 1 ? ['everywhere', 'place'] : ['everywhere'];
}

/** A passage that stands elsewhere too is told from those by the text around it, of which the shortest that works is taken. */
function* plans(setting: Setting, choice: Choice): Iterable<readonly Planned[]> {
  const { passage } = setting;
  const needsContext = choice.way === 'place' || (choice.way === 'here' && passage.tagged.length > 0);
  const contexts = needsContext ? contextsOf(passage).slice(0, CONTEXTS) : [passage.text];
  const here = choice.way === 'here' ? hereQuote(passage) : { quote: passage.text };
  for (const context of contexts) yield planned(setting, choice, here, context);
}

function planned(
  setting: Setting,
  { operation, id, way }: Choice,
  here: HereQuote,
  context: string,
): readonly Planned[] {
  if (operation === 'tag' || operation === 'sic') return planTag(setting, id, way, here, context);
  return planEnd(setting, id, way === 'place' ? 'place' : 'everywhere', context, operation === 'not');
}

/** The quote that stands for this place alone, with the least that makes it so. */
export function hereQuote({ document, start, end, text, span }: Passage): HereQuote {
  const { bodyText } = document;
  const least = { quote: text, ...leastChoice(bodyText, document.text, { start, end }) };
  const { quote, ...choice } = least;
  const found = anchor(bodyText, { pieces: [quote], ...choice });
  if (found.kind === 'anchored' && found.spans[0]!.start === span.start) return least;
  const all = anchor(bodyText, { pieces: [quote] });
  const nth = all.kind === 'ambiguous' ? all.matches.findIndex((match) => match.start === span.start) + 1 : 0;
  return nth > 0 ? { quote, nth } : { quote };
}

function aliasEdits({ view, passage }: Setting, id: string): readonly TextEdit[] | undefined {
  const record = view.corpus.records.get(id);
  const file = record && view.corpus.records.files.get(record.path);
  return file && addAlias(file, record, passage.text, languageOf(view, passage.document, passage.text));
}

/** What the changed document mentions, with forms that the record of `id` is about to have. */
function namesAfter({ view }: Setting, document: Document, id: string, forms: readonly string[]): Mentions {
  const { records } = view.corpus;
  if (forms.length === 0) return analyse(document, records);
  const more = forms.map(normaliseText).filter((form) => form !== '');
  const gazetteer = records.gazetteer.with(more.map((form) => ({ form, id })));
  const declared = declaredOf(document, records).map((one) =>
    one.id === id ? { ...one, forms: [...one.forms, ...more] } : one,
  );
  return findMentions(document.bodyText, gazetteer, declared);
}

/** The passage is a mention of the entity and of nobody else, and those that it is taken from keep their other mentions. */
function isTagged(setting: Setting, document: Document, after: Mentions, { id, way }: Choice): boolean {
  const here = at(document, after, setting.passage);
  if (here.ids.some((one) => one !== id) || !here.ids.includes(id) || here.isOpen) return false;
  return keepsOthers(setting, document, after, way === 'here', id);
}

function isEnded(setting: Setting, document: Document, after: Mentions, { id, way }: Choice): boolean {
  if (at(document, after, setting.passage).ids.includes(id)) return false;
  return keepsOthers(setting, document, after, way === 'place');
}

function at(document: Document, { mentions, ambiguous }: Mentions, { start, end }: Passage) {
  const span = document.bodyText.spanOf(start, end);
  const here = (one: { readonly span: Span }) => one.span.start === span.start && one.span.end === span.end;
  return { ids: mentions.filter(here).map(({ id }) => id), isOpen: ambiguous.some(here) };
}

/** Whether every mention of those that held the passage is still there, but for the passage, or for all of its form. */
function keepsOthers(
  { passage, names }: Setting,
  document: Document,
  after: Mentions,
  placeOnly: boolean,
  taker?: string,
): boolean {
  const by = document.body.start - passage.document.body.start;
  const there = new Set(after.mentions.map(({ id, span }) => `${id}\u0000${span.start - by}`));
  const forms = new Map(passage.tagged.map(({ id, form }) => [id, form]));
  return names.mentions.every(({ id, span, form }) => {
    if (id === taker || !forms.has(id)) return true;
    if (span.start === passage.span.start && span.end === passage.span.end) return true;
    return (!placeOnly && forms.get(id) === form) || there.has(`${id}\u0000${span.start}`);
  });
}
