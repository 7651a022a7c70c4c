/** Completes what is one of a known list: properties, types, units, codes, severities, stances, times, languages. */

import { unitsOf } from '../../checks/valueKind.ts';
import { CERTAINTIES, STANCES } from '../../core/claim.ts';
import { CODES } from '../../core/codes.ts';
import { THIS } from '../../core/slots.ts';
import { type Property, TIME_BEHAVIOURS, VALUE_KINDS } from '../../core/vocabulary.ts';
import { scanQuantities } from '../../values/quantity.ts';
import { UNITS } from '../../values/tables/units.ts';
import { timeInWords } from '../../values/timeWords.ts';
import { capital, propertyLabel, typeLabel } from '../hovers/reader.ts';
import { kindsInWords } from '../hovers/vocabulary.ts';
import { literal } from '../markdown.ts';
import { foldName } from '../names.ts';
import type { Meaning } from '../shapes.ts';
import { labelIn } from '../wording.ts';
import { asTyped, type Draft, written } from './item.ts';
import type { Scope } from './scope.ts';

/** The choices for a scalar of that meaning; none where it is not one of a list. */
export function choiceDrafts(scope: Scope, meaning: Meaning): readonly Draft[] {
  const { reader, view } = scope;
  const { words } = reader;
  switch (meaning) {
    case 'property':
      return propertyDrafts(scope);
    case 'type':
      return typeDrafts(scope);
    case 'type-or-kind':
      return [
        ...VALUE_KINDS.map((kind) => choice(kind, words.kinds[kind])),
        choice('any', words.kinds.any),
        ...typeDrafts(scope),
      ];
    case 'unit':
      return unitDrafts(scope);
    case 'code':
      return CODES.map((code) => choice(code));
    case 'severity':
      return ['off', 'info', 'warning', 'error'].map((severity) => choice(severity));
    case 'boolean':
      return ['true', 'false'].map((flag) => choice(flag));
    case 'stance':
      return STANCES.map((stance) => choice(stance, words.stances[stance]));
    case 'certainty':
      return CERTAINTIES.map((certainty) => choice(certainty, words.certainties[certainty]));
    case 'behaviour':
      return TIME_BEHAVIOURS.map((time) => choice(time, words.times[time]));
    case 'direction':
      return (['up', 'down'] as const).map((direction) => choice(direction, words.directions[direction]));
    case 'language':
      return view.settings.languages.map((language) => choice(language, languageName(language, reader.locale)));
    case 'time':
      return timeDrafts(scope);
    case 'qualifier-name':
      return qualifierDrafts(scope);
    default:
      return [];
  }
}

const choice = (label: string, detail = ''): Draft => ({
  label,
  kind: 'choice',
  ...(detail && { detail }),
  insert: label,
});

/** As the platform calls it; nothing where it does not know the tag. */
function languageName(tag: string, locale: string): string | undefined {
  try {
    return new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' }).of(tag);
  } catch {
    return undefined;
  }
}

/** Those that can be said of the subject first. Labels find them too, in every language. */
function propertyDrafts(scope: Scope): readonly Draft[] {
  const { view, reader, claim, context } = scope;
  const { properties } = view.corpus.vocabulary;
  const query = foldName(context.typed);
  const fits = fitsSubject(scope, claim?.subject);
  const found = [...properties.values()].filter(
    ({ id, label }) => query === '' || [id, ...Object.values(label)].some((name) => foldName(name).includes(query)),
  );
  const starts = ({ id }: Property) => foldName(id).startsWith(query);
  const figure = hasFigure(scope);
  const likely = ({ value }: Property) => figure === undefined || value.includes('quantity') === figure;
  const score = (property: Property) =>
    (fits(property) ? 0 : 4) + (starts(property) ? 0 : 2) + (likely(property) ? 0 : 1);
  return found
    .sort((a, b) => score(a) - score(b))
    .map((property) => ({
      label: property.id,
      kind: 'property',
      detail: capital(propertyLabel(reader, property.id)),
      documentation: [
        literal(labelIn(property.description, reader.locale)),
        literal(reader.words.said(kindsInWords(reader, property.subject), kindsInWords(reader, property.value))),
      ]
        .filter(Boolean)
        .join('\n\n'),
      insert: written(scope, property.id),
      filterText: asTyped(scope),
    }));
}

/** Whether the quote of the claim holds a figure; undefined where there is no quote. */
function hasFigure({ claim, view }: Scope): boolean | undefined {
  if (!claim?.quote) return undefined;
  return scanQuantities(claim.quote, unitsOf(view.settings), view.settings.widths).some(({ ordinal }) => !ordinal);
}

function fitsSubject({ view }: Scope, subject: string | undefined): (property: Property) => boolean {
  const { records, vocabulary } = view.corpus;
  const type = subject === THIS ? 'document' : records.get(subject ?? '')?.type?.value;
  return (property) => type === undefined || vocabulary.accepts(property.subject, type);
}

function typeDrafts({ view, reader }: Scope): readonly Draft[] {
  return [...view.corpus.vocabulary.types.values()].map(({ id }) => choice(id, capital(typeLabel(reader, id))));
}

function unitDrafts(scope: Scope): readonly Draft[] {
  const { view } = scope;
  const own = view.settings.units.map(({ id, is, to }) => ({ id, detail: is ?? to ?? '' }));
  const builtIn = UNITS.map(({ id, en = [], zh = [] }) => ({ id, detail: [en[0], zh[0]].filter(Boolean).join(' · ') }));
  const ids = new Set<string>();
  return [...own, ...builtIn].flatMap(({ id, detail }) => {
    if (ids.has(id)) return [];
    ids.add(id);
    return [{ ...choice(id, detail), insert: written(scope, id) }];
  });
}

/** The times that the document knows: its own, and one that its file name gives. */
function timeDrafts(scope: Scope): readonly Draft[] {
  const { view, path, reader } = scope;
  const document = view.corpus.records.files.has(path) ? undefined : view.document(path)?.annotations;
  const named = /(?:^|[/_.-])((?:19|20)\d\d)-?([01]\d)-?([0-3]\d)(?=[/_.-]|$)/.exec(path);
  const year = /(?:^|\/)((?:19|20)\d\d)(?=\/)/.exec(path)?.[1];
  const dates = [
    document?.about?.value,
    document?.date?.value,
    named ? `${named[1]}-${named[2]}-${named[3]}` : undefined,
    year,
  ];
  return [...new Set(dates)].flatMap((date) =>
    date === undefined
      ? []
      : [
          {
            label: date,
            kind: 'choice',
            detail: timeInWords(date, reader.locale),
            insert: written(scope, date, 'value'),
          } as const,
        ],
  );
}

/** Of a property that is being defined: the qualifiers it has. */
function qualifierDrafts({ view, frames, shapes }: Scope): readonly Draft[] {
  const at = shapes.findIndex((shape) => shape?.name === 'properties');
  const property = view.corpus.vocabulary.properties.get(frames[at]?.key ?? '');
  return [...(property?.qualifiers.keys() ?? [])].map((name) => choice(name));
}
