/** The claims of a document as they stand in its margin: what each says, what is found on it, what else is said of the same thing. */

import type { Finding, View } from '../../checks/engine/check.ts';
import { wordsIn } from '../../checks/messages/messages.ts';
import { isQuiet, type Relation } from '../../checks/statements/comparison.ts';
import { anchorOf } from '../../core/analysis.ts';
import type { Claim } from '../../core/claim.ts';
import type { Document } from '../../core/document.ts';
import { THIS } from '../../core/slots.ts';
import type { Span } from '../../core/text.ts';
import { timeInWords } from '../../values/timeWords.ts';
import { claimNamed } from '../claimsAt.ts';
import { type ComparedSide, explain } from '../explain.ts';
import type { Reader } from '../hovers/reader.ts';
import { circumstances, propertyInWords, statement, subjectInWords } from '../hovers/statement.ts';
import { shortened } from '../markdown.ts';
import type { ClaimState, OtherSide, Passage, ReadingClaim, ReadingFinding } from './model.ts';
import { STATES } from './model.ts';
import { claimsInReadingOrder } from './places.ts';

/** Of each relation so many other sides are named. */
const NAMED = 4;
/** Of a crowd, those before and after that are looked at. */
const REACH = 200;

export interface FindingsOfClaims {
  on(claim: Claim): readonly Finding[];
  /** Those of the documents that the document translates, or that translate it. */
  readonly facing: readonly Finding[];
}

/** In the order of the text; then those whose words stand nowhere, in the order of the file. */
export function readingClaims(
  reader: Reader,
  document: Document,
  { on, facing }: FindingsOfClaims,
): readonly ReadingClaim[] {
  const mirrors = mirrorsOf(reader, document.path, facing);
  return claimsInReadingOrder(document).map(({ claim, spans }) =>
    readingClaim(reader, document, { claim, spans, on: on(claim), mirrors: mirrors.get(claim.key) ?? [] }),
  );
}

interface Given {
  readonly claim: Claim;
  readonly spans: readonly Span[];
  readonly on: readonly Finding[];
  /** What a translation reports of it. */
  readonly mirrors: readonly OtherSide[];
}

function readingClaim(reader: Reader, document: Document, { claim, spans, on, mirrors }: Given): ReadingClaim {
  const { annotations, path } = document;
  const anchor = claim.quote && anchorOf(document, claim.quote);
  const findings = on.map((finding) => readingFinding(reader, finding));
  const compared = othersOf(reader, path, claim, on);
  const others = [...mirrors, ...compared.others];
  const subject = claim.subject?.value;
  return {
    key: claim.key,
    id: claim.id?.value,
    spans,
    head: claim.head,
    anchor: anchor?.kind ?? 'missing',
    quote: claim.quote?.pieces.map(({ value }) => value).join(' … ') ?? '',
    subject: subjectInWords(reader, claim),
    subjectId: subject === THIS ? undefined : subject,
    property: propertyInWords(reader, claim),
    statement: shortened(statement(reader, claim), 320),
    circumstances: circumstances(reader, claim, annotations.about?.value ?? annotations.date?.value).flatMap(
      (part) => part || [],
    ),
    note: claim.note && shortened(claim.note.value, 320),
    state: stateOf(findings, others),
    findings,
    others,
    moreOthers: compared.more,
  };
}

export function readingFinding({ view, locale }: Reader, finding: Finding): ReadingFinding {
  const words = wordsIn(locale);
  const { code, severity, path, span, accepted, related } = finding;
  return {
    code,
    severity,
    message: words.finding(finding),
    accepted,
    place: { path, start: span.start, end: span.end },
    sides: related.map((side) => ({
      message: words.related(side),
      place:
        (side.claim !== undefined && quoteOf(view, side.path, side.claim)) ||
        ({ path: side.path, start: side.span.start, end: side.span.end } satisfies Passage),
    })),
  };
}

function stateOf(findings: readonly ReadingFinding[], others: readonly OtherSide[]): ClaimState {
  const states = new Set<ClaimState>();
  for (const { severity, accepted } of findings) if (accepted === undefined) states.add(severity);
  for (const { relation, accepted } of others) {
    if (isQuiet(relation)) states.add('agreement');
    else if (!accepted) states.add(relation === 'tension' || relation === 'hedge-dropped' ? 'warning' : 'error');
  }
  return STATES.find((state) => states.has(state)) ?? 'none';
}

function othersOf(reader: Reader, path: string, claim: Claim, on: readonly Finding[]) {
  const { view, locale } = reader;
  const explanation = explain(view, path, claim.key, { locale, most: NAMED, reach: REACH });
  if (!explanation) return { others: [], more: 0 };
  const told = new Set(
    on.flatMap(({ code, related }) => related.map((side) => `${code}\u0000${side.path}\u0000${side.claim}`)),
  );
  const all = explanation.compared.map((compared) => otherSide(reader, compared));
  const others = all.filter(({ relation, side }) => !told.has(`${relation}\u0000${side}`));
  const counted = Object.values(explanation.counts).reduce((sum, { claims }) => sum + claims, 0);
  return { others: others.map(({ other }) => other), more: Math.max(0, counted - all.length) };
}

function otherSide(reader: Reader, { relation, other, remarks, doubts }: ComparedSide) {
  const { view, words, locale } = reader;
  const claim = claimNamed(view, other.path, other.claim);
  const head = claim?.head ?? { start: 0, end: 0 };
  // What a fact is a fact of tells it from others; a claim has its key.
  const side = `${other.path}\u0000${other.fact ? claim?.subject?.value : other.claim}`;
  return {
    relation,
    side,
    other: {
      relation,
      label: labelOf(reader, relation),
      value: other.value,
      source: other.fact ? `${words.record} ${other.subject}` : (other.title ?? fileName(other.path)),
      date: other.date && timeInWords(other.date, locale),
      quote: other.quote && shortened(other.quote, 200),
      place: quoteOf(view, other.path, other.claim) ?? { path: other.path, start: head.start, end: head.end },
      accepted: remarks.length > doubts.length,
    } satisfies OtherSide,
  };
}

/** Translations are not compared as other claims are: what is wrong between two stands on one side, and is told to the other. */
function mirrorsOf(
  reader: Reader,
  path: string,
  facing: readonly Finding[],
): ReadonlyMap<string, readonly OtherSide[]> {
  const { view, locale } = reader;
  const mirrors = new Map<string, OtherSide[]>();
  for (const { code, path: place, span, claim: name, related, accepted } of facing) {
    if (code !== 'translation-mismatch' && code !== 'wan-yi-slip') continue;
    for (const side of related) {
      if (side.path !== path || side.claim === undefined) continue;
      const claim = name === undefined ? undefined : claimNamed(view, place, name);
      const facts = view.facts(place);
      const relation = code === 'wan-yi-slip' ? code : 'conflicting-value';
      const mirror: OtherSide = {
        relation,
        label: labelOf(reader, relation),
        value: claim ? shortened(statement(reader, claim), 160) : '',
        source: facts?.title ?? fileName(place),
        date: facts?.date && timeInWords(facts.date, locale),
        quote: claim?.quote && shortened(claim.quote.pieces.map(({ value }) => value).join(' … '), 200),
        place: (name !== undefined && quoteOf(view, place, name)) || { path: place, start: span.start, end: span.end },
        accepted: accepted !== undefined,
      };
      const list = mirrors.get(side.claim);
      if (list) list.push(mirror);
      else mirrors.set(side.claim, [mirror]);
    }
  }
  return mirrors;
}

const labelOf = ({ words }: Reader, relation: Relation): string => words.comparisons.relations[relation];

export const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Where the words of a claim stand in its document; undefined where that is nowhere, or it is a fact. */
export function quoteOf(view: View, path: string, name: string): Passage | undefined {
  const document = view.corpus.records.files.has(path) ? undefined : view.document(path);
  const quote = document && claimNamed(view, path, name)?.quote;
  const anchor = quote && anchorOf(document, quote);
  const [first] = anchor && anchor.kind !== 'missing' ? anchor.spans : [];
  return first && { path, start: first.start, end: first.end };
}
