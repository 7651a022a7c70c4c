/** The first page of a report: what the corpus holds, by date and by type, and what is found in it. */

import type { Severity } from '../../core/codes.ts';
import type { Topic } from '../../features/overview/topics.ts';
import { langOf } from '../languages.ts';
import { useReader } from '../reader.ts';
import { FILES } from './Frame.tsx';
import { reportWordsIn } from './words.ts';

export interface Overview {
  readonly name: string;
  readonly counts: {
    readonly documents: number;
    readonly entities: number;
    readonly claims: number;
    readonly mentions: number;
  };
  /** The latest first; those without a year last. */
  readonly years: readonly { readonly year: number | undefined; readonly documents: readonly DocumentItem[] }[];
  readonly types: readonly { readonly label: string; readonly entities: readonly EntityItem[] }[];
  readonly topics: readonly { readonly topic: Topic; readonly counts: Readonly<Record<Severity, number>> }[];
}

export interface DocumentItem {
  readonly path: string;
  readonly title: string;
  readonly lang: string | undefined;
  readonly date: string | undefined;
  readonly annotated: boolean;
  readonly mentions: number;
  readonly claims: number;
}

export interface EntityItem {
  readonly id: string;
  readonly name: string;
  readonly lang: string | undefined;
  readonly others: readonly { readonly name: string; readonly lang: string | undefined }[];
  readonly mentions: number;
  readonly claims: number;
}

/** Longer lists are closed until somebody opens them. */
const LONG = 60;

export function OverviewPage({ overview }: { readonly overview: Overview }) {
  const { locale } = useReader();
  const words = reportWordsIn(locale);
  const { name, counts, years, types, topics } = overview;
  return (
    <div class="overview">
      <h1 dir="auto">{name}</h1>
      <ul class="counts">
        {words.counts(counts).map((count) => (
          <li key={count}>{count}</li>
        ))}
      </ul>
      {counts.documents + counts.entities === 0 ? <p class="remark">{words.nothing}</p> : null}
      <section aria-labelledby="findings">
        <h2 id="findings">{words.findings}</h2>
        {topics.length === 0 ? <p class="remark">{words.noFindings}</p> : null}
        <ul class="topics">
          {topics.map(({ topic, counts }) => (
            <li key={topic}>
              <a href={`${FILES.findings}#${topic}`}>{words.topics[topic]}</a>{' '}
              <span class="detail">{words.severities(counts)}</span>
            </li>
          ))}
        </ul>
      </section>
      {years.length === 0 ? null : (
        <section aria-labelledby="documents">
          <h2 id="documents">{words.documents}</h2>
          {years.map(({ year, documents }) => (
            <details key={year} open={counts.documents <= LONG * 4 || documents.length <= LONG}>
              <summary>
                <h3>{year ?? words.undated}</h3> <span class="detail">{documents.length}</span>
              </summary>
              <ul class="list">
                {documents.map((item) => (
                  <Document key={item.path} item={item} />
                ))}
              </ul>
            </details>
          ))}
        </section>
      )}
      {types.length === 0 ? null : (
        <section aria-labelledby="entities">
          <h2 id="entities">{words.entities}</h2>
          {types.map(({ label, entities }) => (
            <details key={label} open={entities.length <= LONG}>
              <summary>
                <h3>{label === '' ? words.untyped : label}</h3> <span class="detail">{entities.length}</span>
              </summary>
              <ul class="list">
                {entities.map((item) => (
                  <Entity key={item.id} item={item} />
                ))}
              </ul>
            </details>
          ))}
        </section>
      )}
    </div>
  );
}

function Document({ item }: { readonly item: DocumentItem }) {
  const { locale, links } = useReader();
  const words = reportWordsIn(locale);
  const { path, title, lang, date, annotated, mentions, claims } = item;
  const detail = annotated ? [words.mentions(mentions), words.claims(claims)] : [words.notAnnotated];
  return (
    <li>
      <a href={links.document(path)} lang={langOf(lang)} dir="auto">
        {title}
      </a>{' '}
      <span class="detail">{[date, ...detail].filter(Boolean).join(' · ')}</span>
    </li>
  );
}

function Entity({ item }: { readonly item: EntityItem }) {
  const { locale, links } = useReader();
  const words = reportWordsIn(locale);
  const { id, name, lang, others, mentions, claims } = item;
  return (
    <li>
      <a href={links.entity(id)} lang={langOf(lang)} dir="auto">
        {name}
      </a>
      {others.map((other) => (
        <span key={other.name} class="detail">
          {' · '}
          <span lang={langOf(other.lang)} dir="auto">
            {other.name}
          </span>
        </span>
      ))}{' '}
      <span class="detail">{[words.mentions(mentions), words.claims(claims)].join(' · ')}</span>
    </li>
  );
}
