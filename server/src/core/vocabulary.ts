/** What types and properties there are and what their claims mean, as data. Knows no document and no record. */

import { CORE_PROPERTIES, CORE_TYPES } from './coreVocabulary.ts';

/** A text in one or more languages, by language tag. */
export type Labels = Readonly<Record<string, string>>;

export interface EntityType {
  readonly id: string;
  readonly label: Labels;
  readonly parent?: string;
  /** The name of a VS Code product icon. */
  readonly icon: string;
  /** The id of a theme colour. */
  readonly color: string;
}

export const VALUE_KINDS = ['quantity', 'time', 'text', 'boolean'] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];
export const TIME_BEHAVIOURS = ['permanent', 'event', 'state', 'cumulative'] as const;
export type TimeBehaviour = (typeof TIME_BEHAVIOURS)[number];

export interface QualifierRule {
  /** Value kinds, entity types, or `any`. */
  readonly types: readonly string[];
  readonly required: boolean;
}

export interface Property {
  readonly id: string;
  readonly label: Labels;
  readonly description: Labels;
  /** Entity types, or `any`. */
  readonly subject: readonly string[];
  /** Value kinds and entity types, or `any`. */
  readonly value: readonly string[];
  readonly unit?: string;
  readonly single: boolean;
  readonly time: TimeBehaviour;
  /** ISO 8601 duration. */
  readonly holds: string;
  readonly direction?: 'up' | 'down';
  readonly qualifiers: ReadonlyMap<string, QualifierRule>;
  readonly separates: readonly string[];
  readonly symmetric: boolean;
  readonly inverse?: string;
  readonly before: readonly string[];
  readonly within: boolean;
  readonly range?: { readonly least?: number; readonly greatest?: number };
}

/** The core vocabulary with what a corpus adds; a corpus' definition of a core name replaces it. */
export class Vocabulary {
  readonly types: ReadonlyMap<string, EntityType>;
  readonly properties: ReadonlyMap<string, Property>;

  constructor(types: Iterable<EntityType> = [], properties: Iterable<Property> = []) {
    this.types = new Map([...CORE_TYPES, ...types].map((type) => [type.id, type]));
    this.properties = new Map([...CORE_PROPERTIES, ...properties].map((property) => [property.id, property]));
  }

  /** Whether `type` is `ancestor` or one of its descendants. */
  isA(type: string, ancestor: string): boolean {
    const seen = new Set<string>();
    for (let at: string | undefined = type; at !== undefined && !seen.has(at); at = this.types.get(at)?.parent) {
      if (at === ancestor) return true;
      seen.add(at);
    }
    return false;
  }

  /** Whether an entity of `type` fits one of `accepted`. A type nobody defines fits nothing but is not judged here. */
  accepts(accepted: readonly string[], type: string): boolean {
    return accepted.some((candidate) => candidate === 'any' || this.isA(type, candidate));
  }

  /** The value kinds among `accepted`, without the entity types. */
  static kinds(accepted: readonly string[]): readonly ValueKind[] {
    return VALUE_KINDS.filter((kind) => accepted.includes(kind));
  }

  /** Whether `accepted` allows an entity at all. */
  static allowsEntity(accepted: readonly string[]): boolean {
    return accepted.some((candidate) => !(VALUE_KINDS as readonly string[]).includes(candidate));
  }
}
