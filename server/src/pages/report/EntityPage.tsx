/** The page of an entity: its dossier, what is found on its record, and the documents that speak of it. */

import type { Dossier as Model } from '../../features/dossier/model.ts';
import type { ReadingFinding } from '../../features/reading/model.ts';
import { Dossier } from '../dossier/Dossier.tsx';
import { langOf } from '../languages.ts';
import { useReader } from '../reader.ts';
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
  readonly dossier: Model;
  readonly findings: readonly ReadingFinding[];
  readonly appearances: readonly Appearance[];
}

export function EntityPage({ entity }: { readonly entity: EntityView }) {
  const { dossier, findings, appearances } = entity;
  return (
    <>
      <Dossier model={dossier} />
      <div class="entity">
        <Findings findings={findings} />
        <Appearances of={appearances} />
      </div>
    </>
  );
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
