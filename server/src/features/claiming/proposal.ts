/** What somebody who makes a claim of a passage is offered, and the edits for what they choose. Knows no editor. */

import type { View } from '../../checks/engine/check.ts';
import type { Stance } from '../../core/claim.ts';
import type { Document } from '../../core/document.ts';
import { applied, type Edits } from '../../core/edit.ts';
import type { Span } from '../../core/text.ts';
import { circumstancesOf } from './circumstances.ts';
import { type Figure, figuresIn } from './figures.ts';
import { namesOf } from './names.ts';
import { type NoPassage, type Passage, passageOf } from './passage.ts';
import { type PropertyChoice, propertiesFor } from './properties.ts';
import { type SubjectChoice, subjectsFor } from './subjects.ts';
import { uncoveredAt } from './uncovered.ts';
import { type Chosen, claimEdits, isBroken, type NotWritten } from './write.ts';

/** Why no claim can be made: beside what a selection lacks, and what keeps it from being written, `no-document`. */
export type NoClaim = NoPassage | NotWritten | 'no-document';

export interface Proposal {
  readonly passage: Passage;
  readonly figures: readonly Figure[];
  readonly subjects: readonly SubjectChoice[];
  /** Times of the passage, of which one may be when its claims hold. */
  readonly times: readonly string[];
  /** Where a change has none of its own, stretches of time that its paragraph names; somebody has to say whether one is meant. */
  readonly timesAround: readonly { readonly edtf: string; readonly words: string }[];
  readonly by?: string;
  readonly stance?: Stance;
}

/** For a selection, or for the figure or quoted statement at the cursor. */
export function proposal(view: View, path: string, selection: Span): Proposal | NoClaim {
  const asked = passageIn(view, path, selection);
  if (typeof asked === 'string') return asked;
  const { document, passage } = asked;
  const figures = figuresIn(passage.span, document, view.corpus.settings);
  const likely = figures.find((one) => one.likely);
  const circumstances = circumstancesOf(document, passage.span, figures, namesOf(document, view.corpus.records));
  return { passage, figures, subjects: subjectsFor(view, document, passage, likely), ...circumstances };
}

/** The properties that a claim of the passage can have once its subject is known, and its figure if it has one. */
export function properties(
  view: View,
  path: string,
  selection: Span,
  subject: string,
  figure: string | undefined,
): readonly PropertyChoice[] {
  const asked = passageIn(view, path, selection);
  if (typeof asked === 'string') return [];
  const { document, passage } = asked;
  const own = figuresIn(passage.span, document, view.corpus.settings).find(({ key }) => key === figure);
  if (figure !== undefined && !own) return [];
  return propertiesFor(view, document, passage, subject, own);
}

export function edits(view: View, path: string, selection: Span, chosen: Chosen): NonNullable<Edits> | NoClaim {
  const asked = passageIn(view, path, selection);
  return typeof asked === 'string' ? asked : claimEdits(view, asked.document, asked.passage, chosen);
}

/** A claim with stops where something is still to be said: where it goes, and its text as a snippet. */
export function snippet(
  view: View,
  path: string,
  selection: Span,
  chosen: Chosen,
): { readonly span: Span; readonly snippet: string } | NoClaim {
  const [claim = {}] = chosen.claims;
  const stops: string[] = [];
  const stop = (name: string): string => {
    stops.push(name);
    return `${STOP}${stops.length}`;
  };
  const { subject = stop('subject'), property, figure } = claim;
  const value = figure === undefined && claim.value === undefined ? { value: stop('value') } : {};
  const made = edits(view, path, selection, {
    ...chosen,
    claims: [
      { ...claim, subject, ...value, ...(property === undefined && { qualifiers: { property: stop('property') } }) },
    ],
  });
  if (typeof made === 'string') return made;
  const source = view.document(path)?.text;
  if (made.length === 0 || source === undefined) return 'unsafe';
  const { span, newText: written } = difference(source, applied(source, made));
  // Stops are filled in the order of the text, the property before the value.
  let count = 0;
  const text = written
    .replace(/[\\$}]/g, '\\$&')
    .replace(new RegExp(`${STOP}(\\d)`, 'g'), (_, n: string) => `\${${++count}:${stops[Number(n) - 1]}}`);
  return { span, snippet: `${text}$0` };
}

/**
 * The one stretch in which two texts differ, from as late a place as can be: after a line break where whole lines have
 * come, since an editor indents the lines of a snippet as the line is in which it begins.
 */
function difference(before: string, after: string): { readonly span: Span; readonly newText: string } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { span: { start, end: before.length - end }, newText: after.slice(start, after.length - end) };
}

/** No text of anybody's: a word that stands for what is not said yet. */
const STOP = 'concord-stop-';

function passageIn(view: View, path: string, selection: Span): { document: Document; passage: Passage } | NoClaim {
  if (!view.facts(path)) return 'no-document';
  const document = view.document(path);
  if (!document) return 'no-document';
  if (isBroken(document)) return 'broken';
  const asked = selection.end > selection.start ? selection : uncoveredAt(view, document, selection)?.passage;
  const passage = asked ? passageOf(document, asked) : selection.start < document.body.start ? 'front-matter' : 'empty';
  return typeof passage === 'string' ? passage : { document, passage };
}
