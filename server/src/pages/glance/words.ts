/** What the pages of a corpus at a glance say beside what the corpus says: one table per language of the reader. Knows no page. */

import type { Mark } from '../../features/glance/standings.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export interface GlanceWords {
  readonly title: string;
  readonly views: string;
  readonly timeline: string;
  readonly network: string;
  readonly matrix: string;
  readonly loading: string;
  readonly none: string;
  number(value: number): string;
  documents(count: number): string;
  mentions(count: number): string;
  claims(count: number): string;
  more(count: number): string;
  showMore(count: number): string;
  readonly name: string;
  readonly type: string;
  readonly untyped: string;
  readonly list: (parts: readonly string[]) => string;
  /** The part of the corpus that is looked at. */
  readonly scope: {
    readonly label: string;
    readonly from: string;
    readonly to: string;
    readonly hint: string;
    readonly noDate: string;
    readonly documents: string;
    readonly documentsHint: string;
    readonly all: string;
    readonly nothing: string;
  };
  readonly time: {
    summary(counts: {
      readonly documents: number;
      readonly undated: number;
      readonly events: number;
      readonly contradictory: number;
    }): string;
    readonly picture: string;
    readonly published: string;
    readonly happened: string;
    readonly lessExact: string;
    bar(time: string, documents: number, claims: number): string;
    narrow(bar: string): string;
    readonly contradictory: string;
    dateOf(name: string, date: string, sources: number): string;
    readonly recorded: string;
    readonly documentList: string;
    readonly eventList: string;
    readonly date: string;
    readonly document: string;
    readonly event: string;
    readonly dates: string;
    readonly claims: string;
    readonly undated: string;
    moreDates(count: number): string;
    tooMany(shown: number, all: number): string;
    tooManyEvents(shown: number, all: number): string;
    readonly noDocuments: string;
    noDates(documents: number): string;
    readonly noEvents: string;
  };
  readonly net: {
    summary(entities: number, connections: number, documents: number, all: number): string;
    left(entities: number, connections: number): string;
    readonly picture: string;
    keys: string;
    readonly types: string;
    readonly by: string;
    readonly byEither: string;
    readonly byMentions: string;
    readonly byClaims: string;
    readonly search: string;
    readonly searchHint: string;
    found(count: number): string;
    readonly table: string;
    readonly connections: string;
    readonly mentions: string;
    readonly claims: string;
    readonly documents: string;
    showOf(name: string): string;
    readonly nothingChosen: string;
    connectionsOf(count: number): string;
    readonly sort: string;
    readonly sortStrength: string;
    readonly sortName: string;
    together(documents: number, claims: number): string;
    chosen(name: string, type: string, connections: number): string;
    readonly appears: string;
    readonly settling: string;
    readonly settled: string;
    readonly noPicture: string;
    readonly zoomIn: string;
    readonly zoomOut: string;
    readonly fit: string;
    readonly nobody: string;
    readonly alone: string;
    readonly unconnected: string;
  };
  readonly agree: {
    summary(rows: number, disagreements: number): string;
    readonly caption: string;
    readonly subject: string;
    readonly show: string;
    readonly shows: Readonly<Record<'disagreements' | 'shared' | 'all', string>>;
    readonly by: string;
    readonly bys: Readonly<Record<'documents' | 'publishers', string>>;
    readonly about: string;
    readonly legend: string;
    readonly marks: Readonly<Record<Mark, string>>;
    side(letter: string): string;
    sides(count: number): string;
    sources(count: number): string;
    readonly records: string;
    readonly nobody: string;
    others(count: number, by: 'documents' | 'publishers'): string;
    readonly silent: string;
    page(page: number, pages: number): string;
    readonly previous: string;
    readonly next: string;
    readonly noRows: string;
    readonly noDisagreements: string;
  };
}

/** The table nearest to the language tag; English where there is none. */
export const glanceWords = (locale: string): GlanceWords => (/^zh(?:-|$)/i.test(locale) ? zh : en);
