/** `concord list`: the entities, claims and documents of corpora that filters choose, as plain rows. Knows no way of showing them. */

import picomatch from 'picomatch';
import { claimsIn } from '../checks/statements/placement.ts';
import type { ClaimFacts, DocumentFacts } from '../core/facts.ts';
import { claimFactsOf, factsText } from '../core/facts.ts';
import type { Head } from '../core/groups.ts';
import { LineIndex } from '../core/text.ts';
import { parseEdtf, type TimeValue } from '../values/time.ts';
import type { CorpusFiles, OpenCorpus } from './corpus.ts';
import type { Filters, ListRequest } from './requests/list.ts';

/** A thing and what is said of it, by the names of columns; undefined where nothing is. */
export type Row = Readonly<Record<string, Cell>>;
export type Cell = string | number | boolean | Readonly<Record<string, string>> | undefined;

/** A corpus that has been read. */
export interface Listed {
  readonly files: CorpusFiles;
  readonly corpus: OpenCorpus;
}

/** By corpus, then by file, in the order of the file. */
export function listed({ kind, filters, facts }: ListRequest, corpora: readonly Listed[]): readonly Row[] {
  return corpora.flatMap((one) => {
    const choice = new Choice(filters, one);
    if (kind === 'entities') return entities(one, choice);
    return kind === 'claims' ? claims(one, choice, facts) : documents(one, choice);
  });
}

export const COLUMNS: Readonly<Record<ListRequest['kind'], readonly string[]>> = {
  entities: ['id', 'type', 'name', 'mentions', 'claims', 'documents', 'facts', 'file', 'line'],
  claims: [
    'file',
    'line',
    'claim',
    'subject',
    'property',
    'value',
    'unit',
    'qualifiers',
    'time',
    'speaker',
    'stance',
    'certainty',
    'quote',
  ],
  documents: ['file', 'title', 'date', 'lang', 'publisher', 'annotated', 'entities', 'mentions', 'claims'],
};

/** What the filters choose in one corpus. */
class Choice {
  readonly isDocument: (path: string) => boolean;

  constructor(
    readonly filters: Filters,
    private readonly of: Listed,
  ) {
    const { document } = filters;
    // A plain path may be that of a folder.
    const globs = document.flatMap((glob) =>
      /[*?[{(]/.test(glob) ? [glob] : [glob, `${glob.replace(/(?<!\/)\/+$/, '')}/**`],
    );
    this.isDocument = document.length === 0 ? () => true : picomatch(globs, { dot: true });
  }

  /** Whether an entity is of one of the types. */
  isOfType(id: string | undefined): boolean {
    const { type } = this.filters;
    if (type.length === 0) return true;
    const { records, vocabulary } = this.of.corpus.library.corpus;
    const own = id === undefined ? undefined : records.get(id)?.type?.value;
    return own !== undefined && type.some((one) => vocabulary.isA(own, one));
  }

  isOneOf(name: 'subject' | 'property' | 'by', value: string | undefined): boolean {
    const names = this.filters[name];
    return names.length === 0 || (value !== undefined && names.includes(value));
  }

  isThen(written: string | undefined): boolean {
    const { from, to } = this.filters;
    if (!from && !to) return true;
    const time = timeOf(written);
    if (!time) return false;
    return (!from || time.end.latest >= from.start.earliest) && (!to || time.start.earliest <= to.end.latest);
  }

  takesClaim(claim: ClaimFacts, head: Pick<Head, 'date' | 'about' | 'publisher'>): boolean {
    return (
      this.isOneOf('subject', claim.subject) &&
      this.isOfType(claim.subject) &&
      this.isOneOf('property', claim.property) &&
      this.isOneOf('by', claim.by ?? head.publisher) &&
      this.isThen(claim.at ?? head.about ?? head.date)
    );
  }
}

function timeOf(written: string | undefined): TimeValue | undefined {
  const time = written === undefined ? undefined : parseEdtf(written);
  return time && 'start' in time ? time : undefined;
}

function entities({ files, corpus: { library } }: Listed, choice: Choice): readonly Row[] {
  const { corpus } = library;
  const { document } = choice.filters;
  const spoken = new Set(
    document.length === 0
      ? []
      : documentsOf(library.corpus.documents.values()).flatMap((facts) =>
          choice.isDocument(facts.path) ? [...facts.declared, ...Object.keys(facts.mentions)] : [],
        ),
  );
  const lines = new Lines((path) => library.textOf(path));
  return [...corpus.records.values()]
    .filter(({ path, id: { value: id } }) => {
      if (!files.selects(path) || (document.length > 0 && !spoken.has(id))) return false;
      return choice.isOneOf('subject', id) && choice.isOfType(id);
    })
    .sort((a, b) => order(a.path, b.path) || a.id.span.start - b.id.span.start)
    .map(({ id, path, type, names, facts }) => ({
      id: id.value,
      type: type?.value,
      name: [...new Set(names.map(({ text }) => text))].join(' / '),
      ...corpus.usage(id.value),
      facts: facts.length,
      file: files.nameOf(path),
      line: lines.at(path, id.span.start),
    }));
}

function claims({ files, corpus: { library } }: Listed, choice: Choice, withFacts: boolean): readonly Row[] {
  const { corpus } = library;
  const lines = new Lines((path) => library.textOf(path));
  const rows = (path: string, head: Pick<Head, 'date' | 'about' | 'publisher'>, of: readonly ClaimFacts[]) => {
    const chosen = new Set(of.filter((claim) => choice.takesClaim(claim, head)).map(({ key }) => key));
    // Where a claim stands its file alone tells; most files need not be looked at.
    if (chosen.size === 0) return [];
    const spans = new Map(claimsIn(library, path).map((claim) => [claim.key, claim.head]));
    return of
      .filter(({ key }) => chosen.has(key))
      .map(
        (claim): Row => ({
          file: files.nameOf(path),
          line: lines.at(path, spans.get(claim.key)?.start ?? 0),
          claim: claim.id ?? claim.key,
          subject: claim.subject,
          property: claim.property,
          value: claim.value,
          unit: claim.unit,
          qualifiers: qualifiersOf(claim),
          time: claim.at ?? head.about ?? head.date,
          speaker: claim.by ?? head.publisher,
          stance: claim.stance,
          certainty: claim.certainty,
          quote: claim.quote === '' ? undefined : claim.quote.replace(/\s+/g, ' '),
        }),
      );
  };
  const found = documentsOf(corpus.documents.values())
    .filter(({ path }) => files.selects(path) && choice.isDocument(path))
    .flatMap((facts) => rows(facts.path, facts, facts.claims));
  if (!withFacts || choice.filters.document.length > 0) return found;
  const files_ = [...corpus.records.files.values()].filter(({ path }) => files.selects(path));
  return [
    ...found,
    ...files_.flatMap(({ path, records }) =>
      rows(
        path,
        {},
        records
          .flatMap(({ facts }) => facts)
          .filter(({ group }) => !group)
          .map(claimFactsOf),
      ),
    ),
  ];
}

function qualifiersOf({ qualifiers }: ClaimFacts): Cell {
  const named = Object.entries(qualifiers).map(([name, value]) => [name, factsText(value)] as const);
  return named.length === 0 ? undefined : Object.fromEntries(named);
}

function documents({ files, corpus: { library } }: Listed, choice: Choice): readonly Row[] {
  const { subject, property, by, type } = choice.filters;
  const byClaim = subject.length + property.length + by.length > 0;
  return documentsOf(library.corpus.documents.values())
    .filter((facts) => {
      if (!files.selects(facts.path) || !choice.isDocument(facts.path) || !choice.isThen(facts.date)) return false;
      if (type.length > 0 && !facts.declared.some((id) => choice.isOfType(id))) return false;
      const holds = (claim: ClaimFacts) =>
        choice.isOneOf('subject', claim.subject) &&
        choice.isOneOf('property', claim.property) &&
        choice.isOneOf('by', claim.by ?? facts.publisher);
      return !byClaim || facts.claims.some(holds);
    })
    .map((facts) => ({
      file: files.nameOf(facts.path),
      title: facts.title,
      date: facts.date,
      lang: facts.lang,
      publisher: facts.publisher,
      annotated: facts.annotated,
      entities: facts.declared.length,
      mentions: Object.values(facts.mentions).reduce((sum, times) => sum + times, 0),
      claims: facts.claims.length,
    }));
}

const documentsOf = (all: Iterable<DocumentFacts>): readonly DocumentFacts[] =>
  [...all].sort((a, b) => order(a.path, b.path));

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The lines of places, from 1. */
class Lines {
  private last: { readonly path: string; readonly index: LineIndex } | undefined;

  constructor(private readonly textOf: (path: string) => string | undefined) {}

  at(path: string, offset: number): number {
    if (this.last?.path !== path) this.last = { path, index: new LineIndex(this.textOf(path) ?? '') };
    return this.last.index.lineAt(offset) + 1;
  }
}
