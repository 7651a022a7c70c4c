/** The document as proposed mentions leave it, one after the other; each is then the mention that was proposed. */

import type { View } from '../../checks/engine/check.ts';
import { anchor } from '../../core/anchor.ts';
import type { Document } from '../../core/document.ts';
import { applied, declareAll, type Edits } from '../../core/edit.ts';
import type { Span } from '../../core/text.ts';
import { isDescription } from '../tagging/descriptions.ts';
import { type Refusal, taggingEdits, waysOf } from '../tagging/edits.ts';
import { namesIn, passageAt } from '../tagging/passage.ts';
import { ownersOf, type Way } from '../tagging/plan.ts';
import { requireEntity } from './ids.ts';
import { inQuotes, Unwritable } from './problem.ts';
import { placesOf } from './quotes.ts';
import type { ProposedMention } from './request.ts';

/** The text of the document with the mention; the text as it is where it has that already. Throws `Unwritable`. */
export function withMention(view: View, document: Document, mention: ProposedMention): string {
  const { entity: id, quote, how } = mention;
  requireEntity(view, id, 'who is mentioned');
  if (quote === undefined) return withNames(view, document, mention);
  const passage = passageAt(view, document.path, spanOf(document, mention, quote));
  if ('problem' in passage) throw new Unwritable(passage.problem, refusalOfPassage(passage.problem));
  const setting = { view, passage, names: namesIn(document, view.corpus.records) };
  const operation = how === 'sic' ? 'sic' : 'tag';
  const isHere = passage.tagged.some((one) => one.id === id);
  if (isHere && passage.ambiguous.length === 0 && ownersOf(passage).length === 1 && how === undefined)
    return document.text;
  const ways = waysOf(setting, operation, id, isDescription(passage.text));
  const way: Way | undefined = ways.includes('name') && how !== 'here' ? 'name' : (how ?? writable(ways));
  if (way === undefined) return document.text;
  const made = taggingEdits(setting, { operation, id, way });
  if ('problem' in made) throw refusedBy(made, passage.text);
  // A mention may write what the document says of others anew; it never reaches into a record.
  return applied(document.text, made.edits);
}

/** As far as a proposal may go: an alias would hold for every document. */
const writable = (ways: readonly Way[]): Way | undefined => ways.find((way) => way !== 'alias');

function withNames(view: View, document: Document, { entity: id, how }: ProposedMention): string {
  if (how !== undefined) throw new Unwritable('no-quote', `${how} needs the words, as quote.`);
  if (document.annotations.entities.some((one) => one.id.value === id)) return document.text;
  const names = namesIn(document, view.corpus.records);
  if (!names.untagged.some(({ ids }) => ids.includes(id)) && !names.ambiguous.some(({ ids }) => ids.includes(id)))
    throw new Unwritable(
      'no-name',
      `No name or alias of ${id} stands in the text. Give the words that mean it, as quote; or leave it out.`,
    );
  return appliedOr(document, declareAll(document, [id]));
}

/** The names are one form wherever they stand, so that the first place does where none is chosen. */
function spanOf(document: Document, mention: ProposedMention, quote: string): Span {
  const { nth, near, prefix, suffix, how } = mention;
  const isChosen = (nth ?? near ?? prefix ?? suffix) !== undefined;
  if (how !== 'here' && !isChosen && !isDescription(quote)) {
    const found = anchor(document.bodyText, { pieces: [quote] });
    if (found.kind === 'ambiguous') return whole(document, found.matches[0]!, quote);
  }
  return whole(document, placesOf(document, [quote], mention)[0]!, quote);
}

function whole({ text }: Document, span: Span, quote: string): Span {
  const joins = (a: string | undefined, b: string | undefined): boolean =>
    [a, b].every(
      (unit) => unit !== undefined && /[\p{L}\p{N}]/u.test(unit) && !/[\p{scx=Han}\p{scx=Kana}]/u.test(unit),
    );
  if (joins(text[span.start - 1], text[span.start]) || joins(text[span.end - 1], text[span.end]))
    throw new Unwritable('quote-cut', `${inQuotes(quote)} is a part of a word here; a mention is of whole words.`);
  return span;
}

export function appliedOr(document: Document, edits: Edits): string {
  if (!edits)
    throw new Unwritable('cannot-write', 'The front matter is written in a way that cannot be edited safely.');
  return applied(document.text, edits);
}

function refusalOfPassage(problem: string): string {
  switch (problem) {
    case 'broken':
      return 'The front matter cannot be read, so that nothing can be written into it. Its findings say what is wrong.';
    case 'too-long':
      return 'The words are too many for a name.';
    default:
      return 'The words are nothing that can be a mention.';
  }
}

function refusedBy({ problem, id }: Refusal, text: string): Unwritable {
  const words = inQuotes(text);
  switch (problem) {
    case 'overlapped':
      return new Unwritable(
        problem,
        `${words} cannot be a mention of ${id} in this way: a longer name holds the place, or another mention would be lost.`,
      );
    case 'sic-listed':
      return new Unwritable(problem, `${words} is a name of the record ${id}, so that it is no error of the source.`);
    default:
      return new Unwritable(problem, `${words} cannot be tagged with ${id}: nothing safe can be written.`);
  }
}
