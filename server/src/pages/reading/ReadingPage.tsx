/** A document to be read: its text, its claims in the margin and, where it is asked for, its translation beside it. */

import type { ComponentChildren } from 'preact';
import { align, type Row } from '../../features/reading/alignment.ts';
import type { Card, Reading } from '../../features/reading/model.ts';
import { langOf, languageName } from '../languages.ts';
import { useReader } from '../reader.ts';
import { Cards, type Marks, Paragraphs } from './Body.tsx';
import { Legend } from './Legend.tsx';
import { Findings, Note, type Stated } from './Note.tsx';
import { readingWordsIn } from './words.ts';

export type { Reading };

/** `choices` is what leads to other ways of reading it. */
export function ReadingPage(given: {
  readonly reading: Reading;
  readonly beside?: Reading;
  readonly choices?: ComponentChildren;
}) {
  const { reading, beside, choices } = given;
  const { locale } = useReader();
  const words = readingWordsIn(locale);
  const cards = cardsOf(reading, beside);
  const ids = new Map(cards.map(({ id }, i) => [id, `card-${i + 1}`]));
  const idOf = (id: string) => ids.get(id);
  const page = beside ? pairOf(reading, beside, idOf) : singleOf(reading, idOf);
  return (
    <>
      <article class={`reading${beside ? ' pair' : ''}`}>
        <header>
          <h1 lang={langOf(reading.lang)} dir="auto">
            {reading.title}
          </h1>
          <Byline of={reading} />
          {beside ? (
            <>
              <p class="title" lang={langOf(beside.lang)} dir="auto">
                {beside.title}
              </p>
              <Byline of={beside} />
            </>
          ) : null}
          {choices}
          {reading.annotated ? null : <p class="remark">{words.notAnnotated}</p>}
          <OnDocument of={beside ? [reading, beside] : [reading]} />
        </header>
        {reading.paragraphs.length === 0 && !beside ? <p class="remark">{words.empty}</p> : null}
        {page.rows.map(({ row, notes }) => (
          <section class="row" key={`${row.left[0]} ${row.right[0]}`}>
            <Paragraphs of={reading} marks={page.marks} paragraphs={reading.paragraphs.slice(...row.left)} />
            {beside && page.besideMarks ? (
              <Paragraphs of={beside} marks={page.besideMarks} paragraphs={beside.paragraphs.slice(...row.right)} />
            ) : null}
            <Notes notes={notes} />
          </section>
        ))}
        {page.homeless.length > 0 ? (
          <section class="row">
            <div class="text" />
            {beside ? <div class="text" /> : null}
            <Notes notes={page.homeless} />
          </section>
        ) : null}
        <Legend />
      </article>
      <Cards cards={cards} idOf={idOf} />
    </>
  );
}

interface NoteOf {
  readonly number: number;
  readonly stated: Stated;
  readonly counterpart?: Stated;
  readonly aside?: boolean;
}

function Notes({ notes }: { readonly notes: readonly NoteOf[] }) {
  const { locale } = useReader();
  if (notes.length === 0) return null;
  return (
    <ol class="notes" aria-label={readingWordsIn(locale).claims}>
      {notes.map((note) => (
        <Note key={note.number} {...note} />
      ))}
    </ol>
  );
}

interface Page {
  readonly rows: readonly { readonly row: Row; readonly notes: readonly NoteOf[] }[];
  /** Those whose words stand nowhere. */
  readonly homeless: readonly NoteOf[];
  readonly marks: Marks;
  readonly besideMarks?: Marks;
}

type CardId = (id: string) => string | undefined;

const labelOf = ({ property, statement }: Reading['claims'][number]): string => `${property} ${statement}`;

function marksOf(of: Reading, prefix: string, numbers: readonly number[], card: CardId): Marks {
  return {
    path: of.path,
    prefix,
    number: (claim) => numbers[claim] ?? 0,
    label: (claim) => (of.claims[claim] ? labelOf(of.claims[claim]) : ''),
    card,
  };
}

function singleOf(of: Reading, card: CardId): Page {
  const numbers = of.claims.map((_, i) => i + 1);
  const note = (claim: number): NoteOf => ({ number: numbers[claim]!, stated: { of, claim: of.claims[claim]! } });
  return {
    rows: of.paragraphs.map(({ claims }, i) => ({
      row: { left: [i, i + 1], right: [i, i] },
      notes: [...claims].sort((a, b) => a - b).map(note),
    })),
    homeless: homelessIn(of).map(note),
    marks: marksOf(of, '', numbers, card),
  };
}

function pairOf(left: Reading, right: Reading, card: CardId): Page {
  const { rows, claims } = align(left, right);
  const counterparts = new Map(claims);
  const own = new Set(claims.map(([, other]) => other));
  const numbers = left.claims.map((_, i) => i + 1);
  const others: number[] = [];
  let next = left.claims.length;
  for (const [i] of right.claims.entries()) if (!own.has(i)) others[i] = ++next;
  for (const [l, r] of claims) others[r] = numbers[l]!;
  const note = (claim: number): NoteOf => {
    const other = counterparts.get(claim);
    return {
      number: numbers[claim]!,
      stated: { of: left, claim: left.claims[claim]! },
      ...(other !== undefined && { counterpart: { of: right, claim: right.claims[other]! } }),
    };
  };
  const aside = (claim: number): NoteOf => ({
    number: others[claim]!,
    stated: { of: right, claim: right.claims[claim]! },
    aside: true,
  });
  const claimsIn = (of: Reading, [from, to]: Row['left']): readonly number[] =>
    of.paragraphs.slice(from, to).flatMap((paragraph) => [...paragraph.claims].sort((a, b) => a - b));
  const isAlone = (claim: number): boolean => !own.has(claim);
  return {
    rows: rows.map((row) => ({
      row,
      notes: [...claimsIn(left, row.left).map(note), ...claimsIn(right, row.right).filter(isAlone).map(aside)],
    })),
    homeless: [...homelessIn(left).map(note), ...homelessIn(right).filter(isAlone).map(aside)],
    marks: marksOf(left, '', numbers, card),
    besideMarks: marksOf(right, 'beside-', others, card),
  };
}

/** The claims that no paragraph has. */
function homelessIn({ claims, paragraphs }: Reading): readonly number[] {
  const placed = new Set(paragraphs.flatMap((paragraph) => paragraph.claims));
  return claims.flatMap((_, i) => (placed.has(i) ? [] : [i]));
}

function cardsOf(reading: Reading, beside: Reading | undefined): readonly Card[] {
  const cards = new Map(reading.cards.map((card) => [card.id, card]));
  for (const card of beside?.cards ?? []) if (!cards.has(card.id)) cards.set(card.id, card);
  return [...cards.values()];
}

/** Whose it is, of when, in what language, and where it comes from. */
function Byline({ of }: { readonly of: Reading }) {
  const { locale, links } = useReader();
  const words = readingWordsIn(locale);
  const { date, publisher, author, lang, url, path } = of;
  const page = publisher?.id === undefined ? undefined : links.entity(publisher.id);
  return (
    <ul class="byline">
      {date === undefined ? null : <li>{date}</li>}
      {publisher ? (
        <li dir="auto">{page === undefined ? publisher.name : <a href={page}>{publisher.name}</a>}</li>
      ) : null}
      {author === undefined ? null : <li dir="auto">{author}</li>}
      {lang === undefined ? null : <li>{languageName(lang, locale)}</li>}
      {url === undefined ? null : (
        <li>
          <a href={url} rel="noopener noreferrer">
            {words.source}
          </a>
        </li>
      )}
      <li class="path">{path}</li>
    </ul>
  );
}

function OnDocument({ of }: { readonly of: readonly Reading[] }) {
  const { locale } = useReader();
  const words = readingWordsIn(locale);
  const findings = of.flatMap((one) => one.findings);
  if (findings.length === 0) return null;
  return (
    <details class="on-document">
      <summary>{words.onDocument(findings.length)}</summary>
      <Findings findings={findings} />
    </details>
  );
}
