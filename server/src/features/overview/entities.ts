/** The entities of a corpus as lists: its types with how many records each has, and the records of a type with their use. */

import type { View } from '../../checks/engine/check.ts';
import { nameOf, otherNames } from '../../checks/engine/entityName.ts';
import type { Corpus } from '../../core/corpus.ts';
import type { DocumentFacts } from '../../core/facts.ts';
import type { Span } from '../../core/text.ts';
import { capital } from '../hovers/reader.ts';
import { labelIn } from '../wording.ts';

export interface TypeRow {
  /** The id of the type; empty for the records that have none. */
  readonly type: string;
  readonly label: string;
  readonly icon: string;
  readonly count: number;
}

export interface EntityRow {
  readonly id: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly path: string;
  /** Of its id. */
  readonly span: Span;
  readonly use: Use;
}

/** How much the documents of a corpus speak of an entity. */
export interface Use {
  /** Those that mention it or claim something with it. */
  readonly documents: number;
  readonly mentions: number;
  readonly claims: number;
}

export type EntityOrder = 'name' | 'use';

const NO_USE: Use = { documents: 0, mentions: 0, claims: 0 };

/** In the order of the vocabulary; what no vocabulary knows comes last. */
export function entityTypes(view: View, locale: string): readonly TypeRow[] {
  const { types } = view.corpus.vocabulary;
  const counts = new Map<string, number>();
  for (const record of view.corpus.records.values()) {
    const type = record.type?.value ?? '';
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  const known = [...types.keys()].filter((type) => counts.has(type));
  const others = [...counts.keys()].filter((type) => !types.has(type)).sort();
  return [...known, ...others].map((type) => ({
    type,
    label: capital(labelIn(types.get(type)?.label ?? {}, locale, type)),
    icon: types.get(type)?.icon ?? 'question',
    count: counts.get(type)!,
  }));
}

/** The records of one type. */
export function entitiesOfType(view: View, type: string, order: EntityOrder, locale: string): readonly EntityRow[] {
  const uses = usesIn(view.corpus);
  const rows: EntityRow[] = [];
  for (const record of view.corpus.records.values()) {
    if ((record.type?.value ?? '') !== type) continue;
    const { value: id, span } = record.id;
    const name = nameOf(record, locale);
    rows.push({
      id,
      name,
      otherNames: otherNames(record, locale),
      path: record.path,
      span,
      use: uses.get(id) ?? NO_USE,
    });
  }
  const { compare } = new Intl.Collator(locale);
  const byName = (a: EntityRow, b: EntityRow): number => compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
  const weight = ({ use }: EntityRow): number => use.mentions + use.claims;
  return rows.sort(order === 'name' ? byName : (a, b) => weight(b) - weight(a) || byName(a, b));
}

type Part = ReadonlyMap<string, DocumentFacts>;
type Uses = ReadonlyMap<string, Use>;

const ofParts = new WeakMap<Part, Uses>();
const ofCorpora = new WeakMap<Corpus['documents'], Uses>();

/** How much every entity is spoken of. After an edit only what lies beside the edited document is counted anew. */
function usesIn({ documents }: Corpus): Uses {
  let known = ofCorpora.get(documents);
  if (!known) {
    known = sum([...documents.parts()].map(usesInPart));
    ofCorpora.set(documents, known);
  }
  return known;
}

function usesInPart(part: Part): Uses {
  let known = ofParts.get(part);
  if (!known) {
    known = sum([...part.values()].map(usesInDocument));
    ofParts.set(part, known);
  }
  return known;
}

function usesInDocument({ mentions, claims }: DocumentFacts): Uses {
  const uses = new Map<string, Use>();
  for (const [id, times] of Object.entries(mentions)) uses.set(id, { documents: 1, mentions: times, claims: 0 });
  for (const { ids } of claims) {
    for (const id of ids) {
      const use = uses.get(id) ?? { documents: 1, mentions: 0, claims: 0 };
      uses.set(id, { ...use, claims: use.claims + 1 });
    }
  }
  return uses;
}

function sum(all: readonly Uses[]): Uses {
  const total = new Map<string, { documents: number; mentions: number; claims: number }>();
  for (const uses of all) {
    for (const [id, { documents, mentions, claims }] of uses) {
      const use = total.get(id);
      if (!use) total.set(id, { documents, mentions, claims });
      else {
        use.documents += documents;
        use.mentions += mentions;
        use.claims += claims;
      }
    }
  }
  return total;
}
