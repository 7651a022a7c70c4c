/** What the pages of a dossier say, in the languages that Concord speaks. */

import type { Disagreement, Offices, When } from '../../features/dossier/model.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export interface DossierWords {
  readonly record: string;
  readonly noRecord: string;
  readonly names: string;
  readonly aliases: string;
  readonly sameAs: string;
  holders(count: number): string;
  readonly facts: string;
  readonly timeline: string;
  readonly timelineChart: string;
  readonly figures: string;
  /** Figures of which there is one each, beside series and alone. */
  readonly otherFigures: string;
  readonly singleFigures: string;
  readonly offices: Readonly<Record<Offices['kind'], string>>;
  readonly company: string;
  readonly companyNote: string;
  readonly nothing: string;
  readonly nothingTogether: string;
  /** Of a button. */
  more(count: number): string;
  /** Where nobody can ask for it. */
  left(count: number): string;
  moreSources(count: number): string;
  /** How many pairs do not go together. */
  open(count: number): string;
  readonly goesTogether: string;
  documents(count: number): string;
  claims(count: number): string;
  readonly time: string;
  readonly value: string;
  readonly source: string;
  readonly who: string;
  readonly position: string;
  readonly undated: string;
  readonly bases: Readonly<Record<When['basis'], string>>;
  readonly relations: Readonly<Record<Disagreement['relation'], string>>;
  /** “conflicts with 183”, for instance. */
  against(relation: string, value: string): string;
  readonly possibly: string;
  accepted(reason: string): string;
  crowd(names: string, certain: boolean): string;
  readonly legend: {
    readonly hard: string;
    readonly soft: string;
    readonly conflict: string;
    readonly notAsserted: string;
    readonly crowd: string;
    readonly vague: string;
  };
  restsOn(text: string): string;
  readonly openQuote: string;
}

/** The table nearest to the language tag; English where there is none. */
export const dossierWordsIn = (locale: string): DossierWords => (/^zh(?:-|$)/i.test(locale) ? zh : en);
