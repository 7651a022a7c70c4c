/** The hover of an entity: who or what it is, what is known of it, how much the corpus speaks of it. */

import { nameOf, nameOfId, otherNames } from '../../checks/engine/entityName.ts';
import type { Claim } from '../../core/claim.ts';
import type { EntityRecord } from '../../core/record.ts';
import { parseReference } from '../../core/reference.ts';
import { claimNamed } from '../claimsAt.ts';
import { bold, code, dotted, italic, lines, link, list, literal, paragraphs, shortened, webLink } from '../markdown.ts';
import { descriptionOf } from '../wording.ts';
import { capital, propertyLabel, type Reader, typeLabel } from './reader.ts';
import { circumstances, statement } from './statement.ts';

const FACTS = 5;

/** All there is to show; `note` is a line on the place, such as that the name is not tagged here. */
export function entityCard(reader: Reader, id: string, note?: string): string {
  const { view, words, nameLocale } = reader;
  const record = view.corpus.records.get(id);
  if (!record) return paragraphs(bold(id), literal(words.noRecord(id)));
  const remark = note === undefined ? undefined : italic(note);
  return paragraphs(
    lines(
      dotted(bold(nameOf(record, nameLocale)), ...otherNames(record, nameLocale).map(literal)),
      dotted(italic(kindOf(reader, record)), remark),
    ),
    literal(shortened(descriptionOf(record, reader.locale) ?? '')),
    factsOf(reader, record),
    usage(reader, id),
    links(reader, record),
  );
}

/** One line of several candidates. */
export function entityLine(reader: Reader, id: string): string {
  const { view, nameLocale } = reader;
  const record = view.corpus.records.get(id);
  if (!record) return bold(id);
  const description = descriptionOf(record, reader.locale);
  return dotted(
    bold(nameOf(record, nameLocale)),
    literal(description === undefined ? kindOf(reader, record) : shortened(description, 100)),
    code(id),
  );
}

export function candidates(reader: Reader, title: string, ids: readonly string[]): string {
  return paragraphs(literal(title), list(ids.slice(0, 8).map((id) => entityLine(reader, id))));
}

function kindOf(reader: Reader, record: EntityRecord): string {
  const { view, words, nameLocale } = reader;
  const type = capital(typeLabel(reader, record.type?.value ?? ''));
  const parts = [
    type,
    record.of && words.of(nameOfId(view, record.of.value, nameLocale)),
    record.holders && words.holders(record.holders),
  ];
  return words.apart(parts.flatMap((part) => part || []));
}

function factsOf(reader: Reader, record: EntityRecord): string | undefined {
  const facts = record.facts.filter(({ property, value }) => property && value);
  if (facts.length === 0) return undefined;
  const shown = facts.slice(0, FACTS).map((fact) => factLine(reader, fact));
  const rest = facts.length - shown.length;
  return list(rest > 0 ? [...shown, literal(reader.words.more(rest))] : shown);
}

/** “Vice Minister, International Department · 2020–2023 · documents/x.md#c1”. */
export function factLine(reader: Reader, fact: Claim): string {
  const said = literal(shortened(statement(reader, fact), 160));
  const property = fact.property?.value ?? '';
  const label =
    property === 'position' ? said : reader.words.labelled(literal(capital(propertyLabel(reader, property))), said);
  const more = circumstances(reader, fact).flatMap((part) => (part ? [literal(part)] : []));
  return dotted(
    label,
    ...more,
    ...fact.sources.slice(0, 2).map(({ value }) => sourceLink(reader, value, record(fact))),
  );
}

const record = (fact: Claim): string => fact.subject?.value ?? '';

function sourceLink(reader: Reader, written: string, id: string): string {
  const from = reader.view.corpus.records.get(id)?.path ?? '';
  const reference = parseReference(written, from);
  if (reference.kind === 'url') return webLink(hostOf(written), written);
  if (reference.kind === 'outside') return literal(written);
  const claim = reference.kind === 'claim' ? claimNamed(reader.view, reference.path, reference.claim) : undefined;
  return link(written, reader.link(reference.path, claim?.head.start));
}

function usage({ view, words }: Reader, id: string): string {
  const used = view.corpus.usage(id);
  return literal(used.documents === 0 ? words.unused : words.usage(used));
}

function links(reader: Reader, { path, id, sameAs }: EntityRecord): string | undefined {
  const own = reader.link(path, id.span.start);
  const dossier = reader.dossier(id.value);
  const parts = [
    own === undefined ? undefined : link(reader.words.record, own),
    dossier === undefined ? undefined : link(reader.words.dossier, dossier),
    ...sameAs.slice(0, 4).map(({ value }) => webLink(hostOf(value), value)),
  ];
  return dotted(...parts) || undefined;
}

const KNOWN_HOSTS: Readonly<Record<string, string>> = {
  'wikidata.org': 'Wikidata',
  'viaf.org': 'VIAF',
  'd-nb.info': 'GND',
  'isni.org': 'ISNI',
  'orcid.org': 'ORCID',
  'geonames.org': 'GeoNames',
};

/** Who keeps an address, in a word. */
function hostOf(address: string): string {
  const host = /^https?:\/\/(?:www\.)?([^/?#\s]+)/i.exec(address)?.[1]?.toLowerCase();
  if (host === undefined) return shortened(address, 60);
  if (host.endsWith('.wikipedia.org')) return `Wikipedia (${host.split('.')[0]})`;
  return (Object.hasOwn(KNOWN_HOSTS, host) && KNOWN_HOSTS[host]) || host;
}
