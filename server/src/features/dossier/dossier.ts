/**
 * The dossier of an entity: who or what it is, what is said of it, when and by whom, what of that does not go together, and
 * who appears with it. Reads what the corpus knows, and no document: the words that a claim rests on are found when somebody
 * follows its link.
 */

import type { View } from '../../checks/engine/check.ts';
import { nameOf, nameOfId } from '../../checks/engine/entityName.ts';
import { lexiconOf } from '../../checks/statements/comparisons.ts';
import { positionIn } from '../../checks/statements/offices.ts';
import { statementsIn } from '../../checks/statements/statement.ts';
import type { EntityRecord, Name } from '../../core/record.ts';
import type { Audience } from '../explanation/said.ts';
import { coreAncestor } from '../highlights.ts';
import { capital } from '../hovers/reader.ts';
import { shortened } from '../markdown.ts';
import { descriptionOf, labelIn, wordingIn } from '../wording.ts';
import { type Appearances, appearancesOf } from './appearances.ts';
import { companyOf } from './company.ts';
import { type Disagreements, disagreementsAmong, merge } from './merged.ts';
import type { Dossier, DossierName } from './model.ts';
import { officesOf } from './offices.ts';
import { factsAmong, figuresAmong, timelineOf } from './sections.ts';

/** How much of each part is told; the most relevant of it. */
export interface DossierLimits {
  /** Of each property. */
  readonly facts: number;
  readonly timeline: number;
  /** Of each series. */
  readonly figures: number;
  readonly offices: number;
  readonly company: number;
}

export const DEFAULT_LIMITS: DossierLimits = { facts: 6, timeline: 40, figures: 24, offices: 16, company: 12 };

/** No reader asks for more at once. */
export const MOST = 2_000;

export interface DossierOptions {
  /** A BCP 47 tag. */
  readonly locale?: string;
  readonly limits?: DossierLimits;
  /** Where the corpus speaks of it, for whoever knows that of many at once. */
  readonly appearances?: Appearances;
}

/** Undefined where the corpus knows nothing of the name: neither record nor mention. */
export function dossier(
  view: View,
  id: string,
  { locale = 'en', limits = DEFAULT_LIMITS, appearances = appearancesOf(view, id) }: DossierOptions = {},
): Dossier | undefined {
  const { corpus } = view;
  const record = corpus.records.get(id);
  const usage = corpus.usage(id);
  if (!record && usage.documents === 0) return undefined;
  const audience: Audience = { view, locale, words: wordingIn(locale) };
  const lexicon = lexiconOf(view);
  const said = [...corpus.groupsAbout(id)].flatMap(([name, group]) => {
    const property = corpus.vocabulary.properties.get(name);
    return property ? merge(statementsIn(group, id, property, lexicon)) : [];
  });
  const disagreements = disagreementsAmong(said, view);
  const position = positionIn(view)?.id;
  const positions = said.filter(({ first }) => first.property.id === position);
  const chosen = { disagreements, audience };
  return {
    id,
    name: shortened(record ? nameOf(record, locale) : id, NAME),
    ...(record ? identityOf(record, audience) : NOBODY),
    usage,
    open: openIn(disagreements),
    facts: factsAmong(
      said.filter(({ first }) => first.property.id !== position),
      limits.facts,
      chosen,
    ),
    timeline: timelineOf(said, limits.timeline, chosen),
    figures: figuresAmong(said, limits.figures, chosen),
    offices: officesOf(view, id, positions, disagreements, appearances, limits.offices, audience),
    company: companyOf(view, id, appearances, limits.company, locale),
  };
}

const NAME = 600;
const NAMES = 40;

const NOBODY = { names: [], aliases: [], unknown: true, sameAs: [] } as const;

function identityOf(
  record: EntityRecord,
  { view, locale }: Audience,
): Pick<Dossier, 'names' | 'aliases' | 'unknown' | 'type' | 'description' | 'of' | 'holders' | 'sameAs' | 'record'> {
  const { vocabulary } = view.corpus;
  const type = record.type?.value;
  const description = descriptionOf(record, locale);
  const of = record.of?.value;
  return {
    names: record.names.slice(0, NAMES).map(namedAs),
    aliases: record.aliases.slice(0, NAMES).map(namedAs),
    unknown: false,
    ...(type !== undefined && {
      type: {
        id: type,
        label: capital(labelIn(vocabulary.types.get(type)?.label ?? {}, locale, type)),
        core: coreAncestor(vocabulary, type) ?? 'concept',
      },
    }),
    ...(description !== undefined && { description: shortened(description, 1_000) }),
    ...(of !== undefined && { of: { id: of, name: nameOfId(view, of, locale) } }),
    ...(record.holders !== undefined && { holders: record.holders }),
    sameAs: record.sameAs.slice(0, 12).map(({ value }) => value),
    record: { path: record.path, start: record.id.span.start, end: record.id.span.end },
  };
}

const namedAs = ({ text, lang }: Name): DossierName => ({
  text: shortened(text, NAME),
  ...(lang !== undefined && { lang }),
});

/** Each pair is noted on both of its sides. */
function openIn(disagreements: Disagreements): number {
  let count = 0;
  for (const list of disagreements.values()) {
    for (const { accepted } of list) if (accepted === undefined) count++;
  }
  return Math.ceil(count / 2);
}
