/** Answers for the dossier of an entity, and for where its links lead. Knows no view. */

import { nameOfId } from '../checks/engine/entityName.ts';
import { anchorOf } from '../core/analysis.ts';
import type { Span } from '../core/text.ts';
import { claimNamed } from '../features/claimsAt.ts';
import { DEFAULT_LIMITS, type DossierLimits, dossier, MOST } from '../features/dossier/dossier.ts';
import { shortened } from '../features/markdown.ts';
import { symbolsAt } from '../features/symbolAt.ts';
import { descriptionOf } from '../features/wording.ts';
import { fileOf, placeIn, type StructureContext } from './askedFile.ts';
import { unlessCancelled } from './cancellation.ts';
import { rangeOf } from './convert.ts';
import type { Project } from './project.ts';
import {
  DOSSIER,
  type Dossier,
  type DossierArguments,
  type DossierParams,
  ENTITIES_AT,
  type EntitiesAt,
  type EntitiesAtParams,
  OPEN_DOSSIER_COMMAND,
  PLACE_OF,
  type PlaceOf,
  type PlaceOfParams,
} from './protocol.ts';

export function registerDossier({
  connection,
  session,
  locale,
}: Pick<StructureContext, 'connection' | 'session' | 'locale'>): void {
  const corpusAt = (uri: unknown): Project | undefined =>
    session.corpora.find((project) => project.root.toString() === uri);

  connection.onRequest(
    DOSSIER,
    unlessCancelled(({ corpus, id, limits }: DossierParams): Dossier | null => {
      const project = corpusAt(corpus);
      if (!project || typeof id !== 'string') return null;
      return dossier(project, id, { locale: locale(), limits: limitsFrom(limits) }) ?? null;
    }),
  );

  connection.onRequest(
    ENTITIES_AT,
    unlessCancelled(({ uri, position }: EntitiesAtParams): EntitiesAt | null => {
      const file = typeof uri === 'string' ? fileOf(session, uri) : undefined;
      if (!file || typeof position?.line !== 'number') return null;
      const { project } = file;
      const symbol = symbolsAt(project, placeIn(file, position)).find(({ kind }) => kind === 'entity');
      if (symbol?.kind !== 'entity') return null;
      const { records } = project.corpus;
      const known = symbol.ids.filter((id) => records.get(id) || project.corpus.usage(id).documents > 0);
      if (known.length === 0) return null;
      return {
        corpus: project.root.toString(),
        entities: known.map((id) => {
          const record = records.get(id);
          return {
            id,
            name: nameOfId(project, id, locale()),
            description: shortened((record && descriptionOf(record, locale())) ?? ''),
          };
        }),
      };
    }),
  );

  connection.onRequest(
    PLACE_OF,
    unlessCancelled(({ corpus, path, claim, start, end }: PlaceOfParams): PlaceOf | null => {
      const project = corpusAt(corpus);
      // Only files of the corpus are led to.
      if (!project || typeof path !== 'string' || !isOfCorpus(project, path)) return null;
      const uri = project.uriOf(path);
      const span = typeof claim === 'string' ? spanOfClaim(project, path, claim) : spanFrom(start, end);
      const text = span && project.textOf(path);
      return text === undefined ? { uri } : { uri, range: rangeOf(text, span!) };
    }),
  );
}

/** For a link in a hover: the command of the client, with what it is given. */
export function dossierAddress(project: Project, id: string): string {
  const given: DossierArguments = { corpus: project.root.toString(), id };
  return `command:${OPEN_DOSSIER_COMMAND}?${encodeURIComponent(JSON.stringify([given]))}`;
}

const isOfCorpus = ({ corpus }: Project, path: string): boolean =>
  corpus.documents.has(path) || corpus.records.files.has(path);

/** The first words of its quote; its place in the front matter or record where it has none that stand in the text. */
function spanOfClaim(project: Project, path: string, key: string): Span | undefined {
  const claim = claimNamed(project, path, key);
  if (!claim) return undefined;
  const document = project.corpus.documents.has(path) ? project.document(path) : undefined;
  const anchor = document && claim.quote && anchorOf(document, claim.quote);
  return anchor && anchor.kind !== 'missing' ? anchor.spans[0] : claim.head;
}

function spanFrom(start: unknown, end: unknown): Span | undefined {
  const isOffset = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
  return isOffset(start) && isOffset(end) && start <= end ? { start, end } : undefined;
}

/** The usual ones, and what is asked for instead. */
function limitsFrom(asked: unknown): DossierLimits {
  const given = typeof asked === 'object' && asked !== null ? (asked as Readonly<Record<string, unknown>>) : {};
  const limit = (name: keyof DossierLimits): number => {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    const usual = DEFAULT_LIMITS[name];
    return typeof value === 'number' && Number.isSafeInteger(value) ? Math.min(Math.max(value, 1), MOST) : usual;
  };
  return {
    facts: limit('facts'),
    timeline: limit('timeline'),
    figures: limit('figures'),
    offices: limit('offices'),
    company: limit('company'),
  };
}
