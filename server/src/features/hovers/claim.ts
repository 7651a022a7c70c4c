/** The hover of a claim: what it says in words, the words of the text it rests on, and whether they stand there. */

import { anchorOf } from '../../core/analysis.ts';
import type { Anchor } from '../../core/anchor.ts';
import type { Claim } from '../../core/claim.ts';
import type { Document } from '../../core/document.ts';
import { bold, dotted, italic, lines, link, literal, paragraphs, quoted, shortened } from '../markdown.ts';
import { comparisonsOf } from './comparisons.ts';
import { factLine } from './entity.ts';
import type { Reader } from './reader.ts';
import { circumstances, propertyInWords, statement, subjectInWords } from './statement.ts';

/** `inPlace`: the reader is looking at the passage, and needs neither its words nor where it is. */
export function claimCard(reader: Reader, document: Document, claim: Claim, inPlace: boolean): string {
  const { annotations } = document;
  const documentTime = annotations.about?.value ?? annotations.date?.value;
  const more = circumstances(reader, claim, documentTime).flatMap((part) => (part ? [literal(part)] : []));
  const head = dotted(literal(subjectInWords(reader, claim)), italic(propertyInWords(reader, claim)));
  return paragraphs(
    lines(
      claim.group ? undefined : head,
      claim.group ? undefined : bold(shortened(statement(reader, claim), 200)),
      dotted(...more),
    ),
    inPlace ? undefined : quoteOf(claim),
    anchorState(reader, document, claim),
    comparisonsOf(reader, document.path, claim.key),
    claim.note && literal(shortened(claim.note.value)),
    inPlace ? undefined : where(reader, document, claim),
  );
}

export function factCard(reader: Reader, path: string, fact: Claim): string {
  const place = reader.link(path, fact.head.start);
  return paragraphs(
    lines(bold(subjectInWords(reader, fact)), factLine(reader, fact)),
    comparisonsOf(reader, path, fact.key),
    fact.note && literal(shortened(fact.note.value)),
    place === undefined ? undefined : link(path, place),
  );
}

function quoteOf({ quote }: Claim): string | undefined {
  return quote && quoted(shortened(quote.pieces.map(({ value }) => value).join(' … '), 320));
}

function anchorState({ words }: Reader, document: Document, { quote }: Claim): string | undefined {
  const anchor: Anchor | undefined = quote && anchorOf(document, quote);
  if (anchor?.kind === 'missing') return italic(words.quoteMissing);
  return anchor?.kind === 'ambiguous' ? italic(words.quoteAmbiguous(anchor.matches.length)) : undefined;
}

function where(reader: Reader, { path, annotations }: Document, claim: Claim): string {
  const title = annotations.title?.value;
  return dotted(link(shortened(title ?? path, 100), reader.link(path, claim.head.start)), title && literal(path));
}
