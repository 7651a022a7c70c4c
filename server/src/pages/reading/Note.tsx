/** A claim in the margin: what it says, whether that holds against the rest of the corpus, and where the other side stands. */

import type { ClaimState, OtherSide, Reading, ReadingClaim, ReadingFinding } from '../../features/reading/model.ts';
import { STATES } from '../../features/reading/model.ts';
import { langOf, languageName } from '../languages.ts';
import { useReader } from '../reader.ts';
import { noteId } from './Body.tsx';
import { StateIcon } from './StateIcon.tsx';
import { readingWordsIn } from './words.ts';

/** A claim and the document that it stands in. */
export interface Stated {
  readonly of: Reading;
  readonly claim: ReadingClaim;
}

/** `counterpart` is the claim of the same id in the text beside; `aside` says that it stands in that text alone. */
export function Note(given: {
  readonly number: number;
  readonly stated: Stated;
  readonly counterpart?: Stated;
  readonly aside?: boolean;
}) {
  const { number, stated, counterpart, aside } = given;
  const { locale } = useReader();
  const words = readingWordsIn(locale);
  const { claim } = stated;
  const state = worst(claim.state, counterpart?.claim.state ?? 'none');
  const isSame = counterpart !== undefined && counterpart.claim.statement === claim.statement;
  return (
    <li id={noteId(number)} class={`note ${state}`} data-claim={number} value={number}>
      {aside ? <p class="aside">{words.onlyThere}</p> : null}
      <p class="says">
        <span class="number" aria-hidden="true">
          {number}
        </span>
        <StateIcon state={state} label={words.states[state]} />
        <What stated={stated} />
      </p>
      {counterpart && !isSame ? (
        <p class="says beside">
          <span class="which">{words.otherText(languageOf(counterpart.of, locale))}</span>
          <What stated={counterpart} />
        </p>
      ) : null}
      <p class="circumstances" lang={langOf(stated.of.lang)} dir="auto">
        {[claim.subject, ...claim.circumstances].join(' · ')}
      </p>
      {claim.anchor === 'missing' ? (
        <p class="circumstances">
          {words.noPassage} <q lang={langOf(stated.of.lang)}>{claim.quote}</q>
        </p>
      ) : null}
      {claim.anchor === 'ambiguous' ? <p class="circumstances">{words.ambiguous}</p> : null}
      {claim.note === undefined ? null : (
        <p class="circumstances" dir="auto">
          {claim.note}
        </p>
      )}
      <Findings findings={[...claim.findings, ...(counterpart?.claim.findings ?? [])]} />
      <Others claims={counterpart ? [claim, counterpart.claim] : [claim]} here={here(stated, counterpart)} />
    </li>
  );
}

const here = (...all: readonly (Stated | undefined)[]): readonly string[] => all.flatMap((one) => one?.of.path ?? []);

const worst = (a: ClaimState, b: ClaimState): ClaimState => STATES[Math.min(STATES.indexOf(a), STATES.indexOf(b))]!;

const languageOf = ({ lang, path }: Reading, locale: string): string =>
  lang === undefined ? path : languageName(lang, locale);

/** “attendance: 200余名”, which leads to its words. */
function What({ stated: { of, claim } }: { readonly stated: Stated }) {
  const { locale, links } = useReader();
  const words = readingWordsIn(locale);
  const { start, end } = claim.spans[0] ?? claim.head;
  const text = (
    <>
      {claim.property}
      {words.colon}
      <b lang={langOf(of.lang)} dir="auto">
        {claim.statement}
      </b>
    </>
  );
  const href = links.place({ path: of.path, start, end });
  return href === undefined ? (
    <span class="what">{text}</span>
  ) : (
    <a class="what" href={href}>
      {text}
    </a>
  );
}

/** Findings with their other sides. */
export function Findings({ findings }: { readonly findings: readonly ReadingFinding[] }) {
  const { locale, links } = useReader();
  const words = readingWordsIn(locale);
  if (findings.length === 0) return null;
  return (
    <ul class="findings">
      {findings.map((finding) => (
        <li
          key={`${finding.code} ${finding.place.path} ${finding.place.start}`}
          class={finding.accepted === undefined ? finding.severity : 'accepted'}
        >
          <p dir="auto">
            <StateIcon
              state={finding.accepted === undefined ? finding.severity : 'none'}
              label={finding.accepted === undefined ? words.states[finding.severity] : words.wasAccepted}
            />
            {finding.message} <code>{finding.code}</code>
          </p>
          {finding.accepted === undefined ? null : <p dir="auto">{words.accepted(finding.accepted)}</p>}
          {finding.sides.length === 0 ? null : (
            <ul>
              {finding.sides.map(({ message, place }) => {
                const href = links.place(place);
                return (
                  <li key={`${place.path} ${place.start}`} dir="auto">
                    {href === undefined ? message : <a href={href}>{message}</a>}
                  </li>
                );
              })}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What else the corpus says of the same thing. */
function Others({ claims, here }: { readonly claims: readonly ReadingClaim[]; readonly here: readonly string[] }) {
  const { locale } = useReader();
  const words = readingWordsIn(locale);
  const seen = new Set<string>();
  const others = claims
    .flatMap((claim) => claim.others)
    .filter(({ place }) => {
      const name = `${place.path} ${place.start}`;
      if (seen.has(name) || (here.length > 1 && here.includes(place.path))) return false;
      seen.add(name);
      return true;
    });
  const loud = others.filter(({ relation, accepted }) => !isQuiet(relation) && !accepted);
  const quiet = others.filter((other) => !loud.includes(other));
  const more = Math.max(...claims.map(({ moreOthers }) => moreOthers));
  return (
    <>
      <OtherList others={quiet.length + more > 1 ? loud : others} />
      {quiet.length + more > 1 ? (
        <details class="quiet">
          <summary>{words.quiet(quiet.length + more)}</summary>
          <OtherList others={quiet} />
          {more > 0 ? <p class="circumstances">{words.more(more)}</p> : null}
        </details>
      ) : null}
    </>
  );
}

const isQuiet = (relation: OtherSide['relation']): boolean => relation === 'agreement' || relation === 'refinement';

function OtherList({ others }: { readonly others: readonly OtherSide[] }) {
  if (others.length === 0) return null;
  return (
    <ul class="others">
      {others.map((other) => (
        <Other key={`${other.place.path} ${other.place.start}`} other={other} />
      ))}
    </ul>
  );
}

function Other({ other }: { readonly other: OtherSide }) {
  const { locale, links } = useReader();
  const words = readingWordsIn(locale);
  const { relation, label, value, source, date, quote, place, accepted } = other;
  const href = links.place(place);
  const where = date === undefined ? source : words.dated(source, date);
  return (
    <li class={accepted ? 'accepted' : relation} dir="auto">
      <span class="relation">{accepted ? `${label} (${words.wasAccepted})` : label}</span> <b>{value}</b>{' '}
      {href === undefined ? (
        where
      ) : (
        <a href={href} title={quote}>
          {where}
        </a>
      )}
    </li>
  );
}
