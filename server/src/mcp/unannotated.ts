/** What a document leaves to annotate: known names that it does not declare, and figures and dates that no claim quotes. */

import { nameOf } from '../checks/engine/entityName.ts';
import { unannotatedFigure } from '../checks/unannotatedFigure.ts';
import type { WorkingCorpus } from '../cli/workingCorpus.ts';
import { analyse } from '../core/analysis.ts';
import { sentenceAt } from '../core/sentences.ts';
import type { Steps } from '../features/steps.ts';
import { knownNames } from '../features/tagging/tagAll.ts';
import { type Answer, NOTICE, type Page, type Paged, pageInWords, pageOf, Refused } from './answer.ts';
import { documentPath, Lines } from './places.ts';
import { cut, inline, quoted } from './shown.ts';

export interface Unannotated extends Paged {
  readonly document: string;
  readonly names: readonly {
    readonly entity: string;
    readonly name: string;
    /** As they stand in the text. */
    readonly forms: readonly string[];
    readonly places: number;
    /** Other entities that have one of these names too: nobody can tell from the name who is meant. */
    readonly rivals: readonly string[];
  }[];
  /** A page of them, in the order of the text. */
  readonly figures: readonly { readonly line: number; readonly words: string; readonly sentence: string }[];
}

const MOST_NAMES = 200;

/** Throws `Refused`. */
export function* listUnannotated(
  corpus: WorkingCorpus,
  { document: given, ...page }: { readonly document: string } & Page,
): Steps<Answer<Unannotated>> {
  const { library } = corpus;
  const path = documentPath(corpus, given);
  const document = library.document(path);
  if (!document) throw new Refused(`${path} cannot be read now; ask again.`);
  yield;
  const names = knownNames(library, document)
    .slice(0, MOST_NAMES)
    .map(({ record, forms, places, rivals }) => ({
      entity: record.id.value,
      name: inline(nameOf(record, 'en')),
      forms: forms.slice(0, 10).map(inline),
      places,
      rivals,
    }));
  yield;
  // Of one without annotations the check says nothing; here everything is left.
  const whole = { ...document, annotated: true };
  const analysis = analyse(document, library.corpus.records);
  const reports = [
    ...(unannotatedFigure.document?.({ view: library, corpus: library.corpus, document: whole, analysis }) ?? []),
  ];
  const { items, ...paged } = pageOf(reports, page);
  const lines = new Lines(corpus);
  const { text, body } = document;
  const figures = items.map(({ span }) => {
    const sentence = sentenceAt(text, body, span.start);
    return {
      line: lines.at(path, span.start),
      words: inline(text.slice(span.start, span.end)),
      sentence: cut(text.slice(sentence.start, sentence.end), 600),
    };
  });
  return {
    data: { document: path, names, figures, ...paged },
    text: [
      names.length === 0
        ? 'Every known name in the text is declared.'
        : 'Known names that the document does not declare:',
      ...names.map(
        (one) =>
          `- ${one.entity}: ${one.forms.map((form) => quoted(form, 120)).join(', ')}, ${one.places} times${one.rivals.length > 0 ? `; also a name of ${one.rivals.join(', ')}` : ''}`,
      ),
      pageInWords(paged, page, figures.length, 'Figures and dates that no claim quotes'),
      ...figures.map((one) => `- line ${one.line}: ${quoted(one.words, 120)} in ${quoted(one.sentence, 600)}`),
      NOTICE,
    ].join('\n'),
  };
}
