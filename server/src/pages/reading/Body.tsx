/** A body with its names and passages marked. All of it is text: what looks like markup in it is shown, never done. */

import type { Card, NamePiece, Paragraph, Piece, Reading, TextPiece } from '../../features/reading/model.ts';
import { langOf } from '../languages.ts';
import { useReader } from '../reader.ts';
import { readingWordsIn } from './words.ts';

/** Where the parts of a page stand: a text has its own, so that two can stand in one page. */
export interface Marks {
  readonly path: string;
  /** Before the ids of its places. */
  readonly prefix: string;
  /** The number of a claim on the page, from 1. */
  number(claim: number): number;
  /** What it says, in short. */
  label(claim: number): string;
  /** The element that describes an entity. */
  card(id: string): string | undefined;
}

export const noteId = (number: number): string => `claim-${number}`;
export const placeId = ({ prefix }: Pick<Marks, 'prefix'>, start: number): string => `${prefix}at-${start}`;
export const paragraphId = ({ prefix }: Pick<Marks, 'prefix'>, start: number): string => `${prefix}p-${start}`;

export function Paragraphs(given: {
  readonly of: Reading;
  readonly marks: Marks;
  readonly paragraphs: readonly Paragraph[];
}) {
  const { of, marks, paragraphs } = given;
  return (
    <div class="text" lang={langOf(of.lang)} data-path={marks.path}>
      {paragraphs.map((paragraph) => (
        <p
          key={paragraph.start}
          id={paragraphId(marks, paragraph.start)}
          class={paragraph.heading ? 'headline' : undefined}
          dir="auto"
          data-start={paragraph.start}
          data-end={paragraph.end}
        >
          <Pieces pieces={paragraph.pieces} marks={marks} />
        </p>
      ))}
    </div>
  );
}

/** `link` is where a name leads that these pieces stand in. */
function Pieces({
  pieces,
  marks,
  link,
}: {
  readonly pieces: readonly Piece[];
  readonly marks: Marks;
  readonly link?: Target;
}) {
  return (
    <>
      {pieces.map((piece) =>
        piece.kind === 'text' ? (
          <Text key={piece.start} piece={piece} marks={marks} link={link} />
        ) : (
          <Name key={piece.start} piece={piece} marks={marks} inside={link !== undefined} />
        ),
      )}
    </>
  );
}

interface Target {
  readonly href: string | undefined;
  readonly card: string | undefined;
  readonly class: string;
  /** The link stands around all of the name, not around each of its pieces. */
  readonly around: boolean;
}

function Text({ piece, marks, link }: { readonly piece: TextPiece; readonly marks: Marks; readonly link?: Target }) {
  const id = piece.target ? placeId(marks, piece.start) : undefined;
  const edges = `${piece.first ? ' first' : ''}${piece.last ? ' last' : ''}`;
  const text =
    piece.claims.length > 0 ? (
      <mark
        id={id}
        class={`${piece.state}${edges}`}
        data-start={piece.start}
        data-claims={piece.claims.map((claim) => marks.number(claim)).join(' ')}
      >
        {piece.text}
      </mark>
    ) : id !== undefined ? (
      <span id={id}>{piece.text}</span>
    ) : (
      piece.text
    );
  if (link && !link.around && link.href !== undefined) {
    return (
      <a href={link.href} aria-describedby={link.card}>
        {text}
      </a>
    );
  }
  // Within a link there is no room for another: the name sets the numbers after itself.
  return link ? (
    text
  ) : (
    <>
      {text}
      <Numbers claims={piece.ends} marks={marks} />
    </>
  );
}

/** One link around a name; where there are names within it each piece has its own, as links do not nest. */
function Name({
  piece,
  marks,
  inside,
}: {
  readonly piece: NamePiece;
  readonly marks: Marks;
  readonly inside: boolean;
}) {
  const { locale, links } = useReader();
  const words = readingWordsIn(locale);
  const holds = piece.pieces.some(({ kind }) => kind !== 'text');
  const href = piece.id === undefined ? undefined : links.entity(piece.id);
  const card = piece.id === undefined ? undefined : marks.card(piece.id);
  const kind = `name ${piece.kind === 'mention' ? (piece.coreType ?? 'concept') : piece.kind}${piece.sic ? ' sic' : ''}`;
  const title =
    piece.kind === 'untagged'
      ? words.untagged
      : piece.kind === 'ambiguous'
        ? words.ambiguousName
        : piece.sic
          ? words.sic
          : undefined;
  const target: Target = { href, card, class: kind, around: !holds };
  const content = <Pieces pieces={piece.pieces} marks={marks} link={target} />;
  const numbers = inside ? null : <Numbers claims={endsIn(piece)} marks={marks} />;
  return (
    <>
      {holds || href === undefined ? (
        <span class={kind} title={title}>
          {content}
        </span>
      ) : (
        <a class={kind} href={href} title={title} aria-describedby={card}>
          {content}
        </a>
      )}
      {numbers}
    </>
  );
}

function endsIn({ pieces }: NamePiece): readonly number[] {
  return pieces.flatMap((piece) => (piece.kind === 'text' ? piece.ends : endsIn(piece)));
}

/** After a passage: what leads to its claims. */
function Numbers({ claims, marks }: { readonly claims: readonly number[]; readonly marks: Marks }) {
  const { locale } = useReader();
  const words = readingWordsIn(locale);
  if (claims.length === 0) return null;
  return (
    <sup class="numbers" lang={langOf(locale)}>
      {claims.map((claim) => {
        const number = marks.number(claim);
        return (
          <a key={number} href={`#${noteId(number)}`} aria-label={words.claim(number, marks.label(claim))}>
            {number}
          </a>
        );
      })}
    </sup>
  );
}

/** What is known of those who are named, once each; shown beside the name that the reader rests on. */
export function Cards({ cards, idOf }: { readonly cards: readonly Card[]; idOf(id: string): string | undefined }) {
  const { locale } = useReader();
  const words = readingWordsIn(locale);
  return (
    <div class="cards">
      {cards.map((card) => (
        <div key={card.id} id={idOf(card.id)} class={`card ${card.coreType ?? 'concept'}`} role="tooltip" hidden>
          <p>
            <b lang={langOf(card.nameLang)} dir="auto">
              {card.name}
            </b>
            {card.others.map(({ name, lang }) => (
              <span key={`${lang} ${name}`}>
                {' · '}
                <span lang={langOf(lang)} dir="auto">
                  {name}
                </span>
              </span>
            ))}
          </p>
          <p class="kind">{card.kind}</p>
          {card.description === undefined ? null : <p dir="auto">{card.description}</p>}
          {card.facts.length === 0 ? null : (
            <ul>
              {card.facts.map((fact) => (
                <li key={fact} dir="auto">
                  {fact}
                </li>
              ))}
              {card.moreFacts > 0 ? <li>{words.moreFacts(card.moreFacts)}</li> : null}
            </ul>
          )}
          <p class="use">{card.use}</p>
        </div>
      ))}
    </div>
  );
}
