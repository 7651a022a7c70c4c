/** What is proposed for the front matter of a raw text, each value with where it was found; what is not found is left out. */

import { datesInAddress } from '../../checks/conflictingMetadata.ts';
import { edtfOf } from '../../checks/quoted/edtf.ts';
import type { Corpus } from '../../core/corpus.ts';
import { normaliseText } from '../../core/normalise.ts';
import { formsOf } from '../../core/records.ts';
import { parseTime } from '../../values/dates.ts';
import { isProblem } from '../../values/problem.ts';
import { boilerplateIn } from './boilerplate.ts';
import { headLinesOf } from './headLines.ts';
import { languageOf } from './language.ts';
import {
  type Candidate,
  type Candidates,
  FIELDS,
  type Field,
  type Format,
  type HtmlReading,
  type Stretch,
} from './raw.ts';

/** A raw text, read. */
export interface Raw {
  readonly format: Format;
  /** For a page its text as Markdown; otherwise the text as it is, with its byte order mark. */
  readonly text: string;
  readonly html?: HtmlReading;
}

export interface Proposal {
  readonly candidates: Candidates;
  readonly stretches: readonly Stretch[];
  /** A date without its year, which cannot be proposed. */
  readonly incompleteDate?: Candidate;
}

/** `body`: of `raw.text` what is body. */
export function propose(raw: Raw, body: string, corpus: Corpus): Proposal {
  const stretches = boilerplateIn(body, raw.html?.stretches);
  const { candidates: said, beside, incomplete } = headLinesOf(body, raw.format, stretches);
  const marked = raw.html?.candidates ?? {};
  const found = (field: Field): readonly Candidate[] => [...(marked[field] ?? []), ...(said[field] ?? [])];
  const publishers = publisherIndex(corpus);
  const known = beside.filter(({ value }) => publishers.has(key(value)));
  const urls = distinct(found('url').flatMap(addressOf));
  const dates = distinct(found('date').flatMap(dateOf));
  const candidates: Readonly<Record<Field, readonly Candidate[]>> = {
    title: distinct((marked.title ?? said.title ?? []).map((one) => withoutSite(one, marked.publisher ?? []))),
    date: dates.length > 0 ? dates : distinct(urls.flatMap(dateInAddress)),
    lang: distinct(languages(found('lang'), body, corpus.settings.languages)),
    publisher: distinct(
      [...found('publisher'), ...known].map((one) => ({ ...one, value: publishers.get(key(one.value)) ?? one.value })),
    ),
    author: distinct(found('author').filter(({ value }) => !isAddress(value))),
    url: urls,
  };
  const given = Object.fromEntries(
    FIELDS.flatMap((field) => (candidates[field].length > 0 ? [[field, candidates[field]]] : [])),
  );
  return {
    candidates: given,
    stretches,
    ...(incomplete && candidates.date.length === 0 && { incompleteDate: incomplete }),
  };
}

/** Whoever has this name: an id where exactly one record has it, else the name itself. */
export const publisherOf = (name: string, corpus: Corpus): string =>
  corpus.records.get(name) ? name : (publisherIndex(corpus).get(key(name)) ?? name);

/** The ids of records by the names that are theirs alone. */
function publisherIndex({ records }: Corpus): ReadonlyMap<string, string> {
  const index = new Map<string, string>();
  const shared = new Set<string>();
  for (const record of records.values()) {
    for (const form of new Set(formsOf(record).map((one) => one.toLowerCase()))) {
      if (index.has(form)) shared.add(form);
      else index.set(form, record.id.value);
    }
  }
  for (const form of shared) index.delete(form);
  return index;
}

const key = (name: string): string => normaliseText(name).toLowerCase();

function distinct(candidates: readonly Candidate[]): readonly Candidate[] {
  const values = new Set<string>();
  return candidates.filter(({ value }) => value !== '' && !values.has(value) && values.add(value));
}

const isAddress = (text: string): boolean => /^https?:\/\//i.test(text);

function addressOf({ value, from }: Candidate): readonly Candidate[] {
  try {
    return [{ value: new URL(value).href === `${value}/` ? value : value.trim(), from }];
  } catch {
    return [];
  }
}

/** As EDTF, to the day: what time it was then is no part of the format's dates. */
function dateOf({ value, from }: Candidate): readonly Candidate[] {
  const iso = /^\d{4}-\d{2}-\d{2}(?=[T ]\d{2}:|$)/.exec(value)?.[0];
  const time = parseTime(iso ?? value.replace(/(?<!\s)\s+\d{1,2}:\d{2}[\s\S]*$/, ''));
  const date = isProblem(time) || time.interval ? undefined : edtfOf(time);
  return date === undefined ? [] : [{ value: date, from }];
}

const dateInAddress = ({ value }: Candidate): readonly Candidate[] =>
  datesInAddress(value)
    .slice(0, 1)
    .flatMap((time) => {
      const date = time.precision === 'day' ? edtfOf(time) : undefined;
      return date === undefined ? [] : [{ value: date, from: 'the URL' }];
    });

/** Pages put the name of their site behind their titles. */
function withoutSite({ value, from }: Candidate, sites: readonly Candidate[]): Candidate {
  for (const { value: site } of sites) {
    const head = value.slice(0, -site.length).trimEnd();
    if (value.endsWith(site) && /[-–—|_:·]$/.test(head))
      return { value: head.replace(/(?<![\s\-–—|_:·])[\s\-–—|_:·]+$/, ''), from };
  }
  return { value, from };
}

/** What the page says of its language counts unless its text is plainly in another; a tag as short as the corpus' own. */
function languages(said: readonly Candidate[], body: string, own: readonly string[]): readonly Candidate[] {
  const counted = languageOf(body);
  const tags = said.flatMap(({ value, from }) => {
    const tag = value.trim().replaceAll('_', '-');
    if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(tag)) return [];
    const primary = tag.split('-')[0]!.toLowerCase();
    return [{ value: own.includes(tag) || !own.includes(primary) ? tag : primary, from, primary }];
  });
  const fitting = tags.filter(({ primary }) => counted === undefined || primary === counted);
  const rest = tags.filter((tag) => !fitting.includes(tag));
  const byText = counted === undefined ? [] : [{ value: counted, from: 'its characters and words' }];
  return [...fitting, ...byText, ...rest].map(({ value, from }) => ({ value, from }));
}
