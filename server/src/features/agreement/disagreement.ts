/** What two annotators disagree on, for a third to decide. Plain data. */

/**
 * Whether only one has it (`found`), or what of it differs. Of mentions: where it ends (`extent`), its `entity`, its `type`;
 * of claims everything that the claim says.
 */
export type Difference = 'found' | 'extent' | 'entity' | 'type' | 'subject' | 'property' | Aspect;

export const ASPECTS = ['value', 'time', 'speaker', 'stance', 'certainty', 'qualifiers'] as const;
/** What two claims of one thing may differ in. */
export type Aspect = (typeof ASPECTS)[number];

export interface Disagreement {
  readonly document: string;
  readonly about: 'mention' | 'claim';
  readonly difference: Difference;
  /** The words of the text that it is about; of a quote in pieces, with … between them. */
  readonly passage: string;
  /** How often the same stands in the document. */
  readonly times: number;
  /** Missing where that annotator says nothing. */
  readonly a?: Says;
  readonly b?: Says;
}

/** What one annotator says. */
export interface Says {
  /** As written, or empty where nothing is. */
  readonly says: string;
  /** It is not written with the claim but follows from the document or the format. */
  readonly byDefault?: true;
  /** From 1, in the annotator's own file. */
  readonly line: number;
  /** The claim, by its id or place. */
  readonly claim?: string;
}
