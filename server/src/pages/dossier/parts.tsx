/** What all parts of a dossier are made of: links to entities and to the words of claims, disagreements, “show more”. */

import type { ComponentChildren } from 'preact';
import type { Assertion, Disagreement, Source } from '../../features/dossier/model.ts';
import { wordingIn } from '../../features/wording.ts';
import { claimAddress, useReader } from '../reader.ts';
import { dossierWordsIn } from './words.ts';

/** The parts of which a reader may ask for more. */
export type Part = 'facts' | 'timeline' | 'figures' | 'offices' | 'company';

/** Asks for more of a part; undefined where nobody answers, as in a file. */
export type OnMore = ((part: Part) => void) | undefined;

export function EntityLink({ id, children }: { readonly id: string; readonly children: ComponentChildren }) {
  const href = useReader().links.entity(id);
  return href === undefined ? (
    <bdi>{children}</bdi>
  ) : (
    <a href={href}>
      <bdi>{children}</bdi>
    </a>
  );
}

/** A link where there is an address, else what it would say. */
export function Maybe({
  href,
  children,
  title,
}: {
  readonly href: string | undefined;
  readonly children: ComponentChildren;
  readonly title?: string;
}) {
  return href === undefined ? (
    <span title={title}>{children}</span>
  ) : (
    <a href={href} title={title}>
      {children}
    </a>
  );
}

/** “Harbour Wire, 17 October 2023: Third Harbour Cities Forum opens”: each leads to the words that say it. */
export function Sources({ assertion, quoted = false }: { readonly assertion: Assertion; readonly quoted?: boolean }) {
  const words = dossierWordsIn(useReader().locale);
  const { sources, moreSources } = assertion;
  const [first] = sources;
  return (
    <span class="sources">
      {quoted && first && first.quote !== '' && <q dir="auto">{first.quote}</q>}
      {sources.map((source) => (
        <SourceLink key={`${source.path}#${source.claim}`} source={source} />
      ))}
      {moreSources > 0 && <span class="source">{words.moreSources(moreSources)}</span>}
    </span>
  );
}

function SourceLink({ source }: { readonly source: Source }) {
  const { locale, links } = useReader();
  const words = dossierWordsIn(locale);
  const { fact, title, date, by, quote, rests } = source;
  return (
    <span class="source">
      <Maybe href={claimAddress(links, source)} title={quote || undefined}>
        <bdi>{fact ? words.record : title}</bdi>
      </Maybe>
      {[by, date].map(
        (part) =>
          part !== undefined && (
            <span key={part} class="aside">
              {' '}
              · <bdi>{part}</bdi>
            </span>
          ),
      )}
      {rests.map(({ text, path, claim }) => (
        <span key={text} class="aside">
          {' ← '}
          <Maybe
            href={
              path === undefined
                ? undefined
                : claim === undefined
                  ? links.document(path)
                  : claimAddress(links, { path, claim })
            }
            title={words.restsOn(text)}
          >
            <bdi>{text}</bdi>
          </Maybe>
        </span>
      ))}
    </span>
  );
}

/** The value with what narrows and qualifies it. */
export function Said({ assertion }: { readonly assertion: Assertion }) {
  const { value, entity, detail, quantity } = assertion;
  return (
    <span class="said">
      {entity === undefined ? <bdi>{value}</bdi> : <EntityLink id={entity}>{value}</EntityLink>}
      {detail !== '' && (
        <span class="detail">
          {' '}
          <bdi>{detail}</bdi>
        </span>
      )}
      {quantity && isHedged(assertion) && <span class="aside"> ({quantity.words})</span>}
      <Qualities assertion={assertion} />
    </span>
  );
}

/** What the number alone does not say. */
export const isHedged = ({ quantity }: Assertion): boolean =>
  quantity !== undefined && !(quantity.hard.low === quantity.hard.high && quantity.hard.low !== null);

export function Qualities({ assertion }: { readonly assertion: Assertion }) {
  const parts = qualitiesOf(assertion, useReader().locale);
  return (
    <>
      {parts.map((part) => (
        <span key={part} class="quality">
          {part}
        </span>
      ))}
    </>
  );
}

/** How it is said: denied, expected, over, likely. */
export function qualitiesOf({ stance, certainty, ended }: Assertion, locale: string): readonly string[] {
  const { stances, certainties, ended: over } = wordingIn(locale);
  return [stances[stance], certainties[certainty], ended ? over : ''].filter((part) => part !== '');
}

/** What it does not go together with, one line each. */
export function Disagreeing({ assertion }: { readonly assertion: Assertion }) {
  const words = dossierWordsIn(useReader().locale);
  if (assertion.disagreements.length === 0) return null;
  return (
    <ul class="disagreements">
      {assertion.disagreements.map((one) => (
        <li key={one.with} class={one.accepted === undefined ? classOf(one) : 'accepted'}>
          <span aria-hidden="true">≠ </span>
          <bdi>{words.against(words.relations[one.relation], one.value)}</bdi>
          {one.possible && <span class="aside"> ({words.possibly})</span>}
          {one.accepted !== undefined && (
            <span class="aside">
              {' '}
              · <bdi>{words.accepted(one.accepted)}</bdi>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

const classOf = ({ relation, possible }: Disagreement): string =>
  relation === 'tension' || relation === 'hedge-dropped' || possible ? 'tension' : 'conflict';

export const isDisputed = ({ disagreements }: Assertion): boolean =>
  disagreements.some(({ accepted }) => accepted === undefined);

/** The time with what it rests on. */
export function Time({ assertion }: { readonly assertion: Assertion }) {
  const { when } = assertion;
  const words = dossierWordsIn(useReader().locale);
  if (!when) return <span class="aside">{words.undated}</span>;
  const basis = words.bases[when.basis];
  return (
    <>
      <span class="when">{when.words}</span>
      {basis !== '' && <span class="aside"> ({basis})</span>}
    </>
  );
}

export function More({
  count,
  part,
  onMore,
}: {
  readonly count: number;
  readonly part: Part;
  readonly onMore: OnMore;
}) {
  const words = dossierWordsIn(useReader().locale);
  if (count <= 0) return null;
  return (
    <p class="more">
      {onMore ? (
        <button type="button" onClick={() => onMore(part)}>
          {words.more(count)}
        </button>
      ) : (
        words.left(count)
      )}
    </p>
  );
}

/** A mark of a chart in words, for those who hear it and for the mouse. */
export function markLabel(assertion: Assertion, locale: string, withProperty = false): string {
  const words = dossierWordsIn(locale);
  const { value, detail, when, sources, moreSources, label } = assertion;
  const [first] = sources;
  const source = first && [first.fact ? words.record : first.title, first.by].filter(Boolean).join(', ');
  const others = sources.length - 1 + moreSources;
  return [
    withProperty ? label : '',
    [value, detail].filter(Boolean).join(' '),
    when?.words ?? words.undated,
    ...qualitiesOf(assertion, locale),
    others > 0 ? `${source} (+${others})` : source,
    isDisputed(assertion) ? words.legend.conflict : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
