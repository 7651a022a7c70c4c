/** Claims: chosen by subject, property, document, time, speaker and words; and one explained. */

import { nameOfId } from '../checks/engine/entityName.ts';
import { claimsIn } from '../checks/statements/placement.ts';
import { explanationsInWords } from '../cli/formats/explanation.ts';
import { plain } from '../cli/terminal.ts';
import type { WorkingCorpus } from '../cli/workingCorpus.ts';
import { anchorOf } from '../core/analysis.ts';
import { type ClaimFacts, claimFactsOf, factsText } from '../core/facts.ts';
import { THIS } from '../core/slots.ts';
import { closest } from '../core/spelling.ts';
import { explain } from '../features/explain.ts';
import { foldName } from '../features/names.ts';
import type { Steps } from '../features/steps.ts';
import { parseEdtf, type TimeValue } from '../values/time.ts';
import { type Answer, NOTICE, type Page, type Paged, pageInWords, pageOf, Refused } from './answer.ts';
import { documentPath, filePath, Lines, recordOf } from './places.ts';
import { cut, inline, line, quoted } from './shown.ts';

export interface ClaimFilter extends Page {
  readonly subject?: string;
  readonly property?: string;
  readonly entity?: string;
  readonly document?: string;
  readonly by?: string;
  readonly from?: string;
  readonly to?: string;
  readonly words?: string;
  readonly facts?: boolean;
}

export interface ClaimRow {
  /** A document, or the file of records of a fact. */
  readonly file: string;
  /** Names it in its file: its id, or its place. */
  readonly claim: string;
  readonly subject: string | null;
  readonly subject_name: string | null;
  readonly property: string | null;
  readonly value: string | null;
  readonly unit: string | null;
  readonly qualifiers: Readonly<Record<string, string>>;
  /** The time it holds for, by its own `at` or by the document's. */
  readonly time: string | null;
  readonly own_time: boolean;
  readonly by: string | null;
  readonly stance: string;
  readonly certainty: string;
  readonly quote: string | null;
  /** Where the quote stands in the text, from 1; null where it does not, or it is a fact. */
  readonly line: number | null;
  readonly accepted: readonly string[];
}

export interface ClaimList extends Paged {
  readonly claims: readonly ClaimRow[];
}

interface Found {
  readonly path: string;
  readonly facts: ClaimFacts;
  readonly time: string | undefined;
  readonly speaker: string | undefined;
}

/** By file, in the order of the file. Throws `Refused` for names that there are not. */
export function* findClaims(corpus: WorkingCorpus, filter: ClaimFilter): Steps<Answer<ClaimList>> {
  const takes = chooser(corpus, filter);
  const only = filter.document === undefined ? undefined : documentPath(corpus, filter.document);
  const { corpus: snapshot } = corpus.library;
  const found: Found[] = [];
  const paths = only === undefined ? [...snapshot.documents.keys()].sort() : [only];
  for (const [i, path] of paths.entries()) {
    if (i % 200 === 199) yield;
    const { claims, about, date, publisher } = snapshot.documents.get(path)!;
    for (const facts of claims) {
      const one = { path, facts, time: facts.at ?? about ?? date, speaker: facts.by ?? publisher };
      if (takes(one)) found.push(one);
    }
  }
  for (const file of filter.facts && only === undefined ? snapshot.records.files.values() : []) {
    for (const claim of file.records.flatMap((record) => record.facts)) {
      const facts = claimFactsOf(claim);
      const one = { path: file.path, facts, time: facts.at, speaker: facts.by };
      if (!claim.group && takes(one)) found.push(one);
    }
  }
  const { items, ...paged } = pageOf(found, filter);
  const lines = new Lines(corpus);
  const claims = items.map((one) => rowOf(corpus, one, lines));
  return {
    data: { claims, ...paged },
    text: [pageInWords(paged, filter, claims.length, 'Claims'), ...claims.map(claimLine), NOTICE].join('\n'),
  };
}

export const claimLine = (row: ClaimRow): string =>
  `- ${row.file}#${row.claim}${row.line === null ? '' : ` (line ${row.line})`}: ${[
    `${row.subject ?? '?'} · ${row.property ?? '?'}: ${quoted(`${row.value ?? ''}${row.unit === null ? '' : ` ${row.unit}`}`)}`,
    ...Object.entries(row.qualifiers).map(([name, text]) => `${name} ${quoted(text, 120)}`),
    ...(row.time === null ? [] : [`${row.own_time ? 'at' : 'at (the document’s time)'} ${cut(row.time, 60)}`]),
    ...(row.by === null ? [] : [`by ${cut(row.by, 120)}`]),
    ...(row.stance === 'asserts' ? [] : [row.stance]),
    ...(row.certainty === 'certain' ? [] : [row.certainty]),
  ].join(', ')}${row.quote === null ? '' : ` – quote ${quoted(row.quote)}`}`;

function chooser(corpus: WorkingCorpus, filter: ClaimFilter): (one: Found) => boolean {
  const { library } = corpus;
  const { subject, property, entity, by, words } = filter;
  if (subject !== undefined && subject !== THIS) recordOf(corpus, subject);
  if (entity !== undefined) recordOf(corpus, entity);
  const { properties } = library.corpus.vocabulary;
  if (property !== undefined && !properties.has(property)) {
    const near = closest(property, properties.keys());
    const hint = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ' get_vocabulary lists them.';
    throw new Refused(`The vocabulary has no property ${JSON.stringify(cut(property, 80))}.${hint}`);
  }
  const [from, to] = [timeOf('from', filter.from), timeOf('to', filter.to)];
  const sought = words === undefined ? undefined : foldName(words);
  return ({ facts, time, speaker }) => {
    if (subject !== undefined && facts.subject !== subject) return false;
    if (property !== undefined && facts.property !== property) return false;
    if (entity !== undefined && !facts.ids.includes(entity)) return false;
    if (by !== undefined && speaker !== by) return false;
    if (sought !== undefined && !foldName(`${facts.quote} ${facts.value ?? ''}`).includes(sought)) return false;
    if (!from && !to) return true;
    const held = time === undefined ? undefined : parseEdtf(time);
    if (!held || !('start' in held)) return false;
    return (!from || held.end.latest >= from.start.earliest) && (!to || held.start.earliest <= to.end.latest);
  };
}

export function timeOf(name: string, text: string | undefined): TimeValue | undefined {
  if (text === undefined) return undefined;
  const time = parseEdtf(text);
  if ('start' in time) return time;
  throw new Refused(`${name} takes a date such as 2022, 2022-10 or 2022-10-20, not ${JSON.stringify(cut(text, 80))}.`);
}

function rowOf(corpus: WorkingCorpus, { path, facts, time, speaker }: Found, lines: Lines): ClaimRow {
  const { library } = corpus;
  const document = library.document(path);
  const claim = document?.annotations.claims.find(({ key }) => key === facts.key);
  const anchor = document && claim?.quote && anchorOf(document, claim.quote);
  return {
    file: path,
    claim: facts.key,
    subject: facts.subject ?? null,
    subject_name: facts.subject === undefined ? null : inline(nameOfId(library, facts.subject, 'en')),
    property: facts.property ?? null,
    value: facts.value ?? null,
    unit: facts.unit ?? null,
    qualifiers: Object.fromEntries(Object.entries(facts.qualifiers).map(([name, one]) => [name, factsText(one)])),
    time: time ?? null,
    own_time: facts.at !== undefined,
    by: speaker ?? null,
    stance: facts.stance,
    certainty: facts.certainty,
    quote: facts.quote === '' ? null : cut(facts.quote, 1_000),
    line: anchor && anchor.kind !== 'missing' ? lines.at(path, anchor.spans[0]!.start) : null,
    accepted: facts.accept.map(({ code }) => code),
  };
}

export interface ClaimExplanation {
  readonly file: string;
  readonly claim: string;
  /** What each other side makes of it: the relation by name, whose claim, and why. */
  readonly compared: readonly {
    readonly relation: string;
    readonly file: string;
    readonly claim: string;
    readonly value: string;
    readonly why: string;
    readonly quote: string | null;
  }[];
  readonly not_compared: readonly { readonly reason: string; readonly count: number }[];
  /** Why it was held against nothing. */
  readonly silence: string | null;
  readonly words: string;
}

const MOST_SIDES = 20;

/** What a claim or fact means, what it was held against, with what result, and what not. Throws `Refused`. */
export function* explainClaim(
  corpus: WorkingCorpus,
  given: { readonly file: string; readonly claim: string },
  locale: string,
): Steps<Answer<ClaimExplanation>> {
  const path = filePath(corpus, given.file);
  yield;
  const explanation = explain(corpus.library, path, given.claim, { most: MOST_SIDES, locale });
  if (!explanation) {
    const known = claimsIn(corpus.library, path).map(({ key }) => key);
    const near = closest(given.claim, known);
    const hint =
      near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `There are ${known.slice(0, 8).join(', ') || 'none'}.`;
    throw new Refused(`${path} has no claim ${JSON.stringify(cut(given.claim, 80))}. ${hint}`);
  }
  const written = explanationsInWords([{ kind: 'claim', explanation, nameOf: (one) => one }], {
    language: locale,
    paint: plain,
  });
  const words = written.split('\n').map(line).join('\n').trimEnd();
  return {
    data: {
      file: path,
      claim: explanation.claim,
      compared: explanation.compared.slice(0, 2 * MOST_SIDES).map(({ relation, other, why }) => ({
        relation,
        file: other.path,
        claim: other.claim,
        value: other.value,
        why,
        quote: other.quote ?? null,
      })),
      not_compared: explanation.notCompared.map((one) => ({ reason: one.words, count: one.count })),
      silence: explanation.silence?.words ?? null,
      words,
    },
    text: `${words}\n${NOTICE}`,
  };
}
