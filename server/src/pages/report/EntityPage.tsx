/** The page of an entity: its names, what is said of it and by whom, and the documents that speak of it. */

import type { Assertion, Dossier, Source } from '../../features/dossier/model.ts';
import type { ReadingFinding } from '../../features/reading/model.ts';
import { langOf } from '../languages.ts';
import { claimAddress, useReader } from '../reader.ts';
import { Findings } from '../reading/Note.tsx';
import { reportWordsIn } from './words.ts';

/** A document that mentions it. */
export interface Appearance {
  readonly path: string;
  readonly title: string;
  readonly lang: string | undefined;
  readonly date: string | undefined;
  readonly mentions: number;
  /** Where it is first mentioned. */
  readonly first: { readonly start: number; readonly end: number } | undefined;
}

export interface EntityView {
  readonly dossier: Dossier;
  readonly findings: readonly ReadingFinding[];
  readonly appearances: readonly Appearance[];
}

export function EntityPage({ entity }: { readonly entity: EntityView }) {
  const { locale } = useReader();
  const words = reportWordsIn(locale);
  const { dossier, findings, appearances } = entity;
  return (
    <article class="entity">
      <h1 dir="auto">{dossier.name}</h1>
      <p class="detail">{[dossier.type?.label, dossier.id].filter(Boolean).join(' · ')}</p>
      {dossier.description === undefined ? null : <p dir="auto">{dossier.description}</p>}
      <ul class="names">
        {[...dossier.names, ...dossier.aliases].map(({ text, lang }) => (
          <li key={`${lang} ${text}`} lang={langOf(lang)} dir="auto">
            {text}
          </li>
        ))}
      </ul>
      <Findings findings={findings} />
      {dossier.facts.length === 0 ? null : (
        <section>
          <h2>{words.said}</h2>
          {dossier.facts.map(({ property, label, assertions }) => (
            <section key={property}>
              <h3>{label}</h3>
              <ul>
                {assertions.map((assertion) => (
                  <Said key={assertion.key} assertion={assertion} />
                ))}
              </ul>
            </section>
          ))}
        </section>
      )}
      <Appearances of={appearances} />
    </article>
  );
}

function Said({ assertion }: { readonly assertion: Assertion }) {
  const { value, detail, when, sources } = assertion;
  return (
    <li>
      <b>{value}</b> {[detail, when?.words].filter(Boolean).join(' · ')}
      <ul>
        {sources.map((source) => (
          <SourceLine key={`${source.path} ${source.claim}`} source={source} />
        ))}
      </ul>
    </li>
  );
}

function SourceLine({ source }: { readonly source: Source }) {
  const { links } = useReader();
  if (source.fact) return null;
  const href = claimAddress(links, source);
  const title = [source.title, source.date].filter(Boolean).join(', ');
  return <li dir="auto">{href === undefined ? title : <a href={href}>{title}</a>}</li>;
}

/** The documents that speak of an entity, each with a link to its first words about it. */
export function Appearances({ of }: { readonly of: readonly Appearance[] }) {
  const { locale, links } = useReader();
  const words = reportWordsIn(locale);
  if (of.length === 0) return null;
  return (
    <section aria-labelledby="mentions">
      <h2 id="mentions">{words.mentionedIn}</h2>
      <ul class="list">
        {of.map(({ path, title, lang, date, mentions, first }) => {
          const href = (first && links.place({ path, ...first })) ?? links.document(path);
          return (
            <li key={path}>
              <a href={href} lang={langOf(lang)} dir="auto">
                {title}
              </a>{' '}
              <span class="detail">{[date, words.mentions(mentions)].filter(Boolean).join(' · ')}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
