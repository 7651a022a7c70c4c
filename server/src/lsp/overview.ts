/** Lists of what a corpus holds, for views beside the editor. Knows no view. */

import type { Location } from 'vscode-languageserver';
import { claimsInOrder } from '../features/overview/claims.ts';
import { documentsByDate, unclaimedFigures } from '../features/overview/documents.ts';
import { entitiesOfType, entityTypes } from '../features/overview/entities.ts';
import { fileOf, type StructureContext } from './askedFile.ts';
import { unlessCancelled } from './cancellation.ts';
import { locationOf, rangeOf } from './convert.ts';
import type { Project } from './project.ts';
import {
  CLAIMS_IN_ORDER,
  type ClaimListItem,
  CORPORA,
  type CorpusItem,
  DOCUMENT_STATE,
  DOCUMENTS_BY_DATE,
  type DocumentListItem,
  type DocumentState,
  ENTITIES_OF_TYPE,
  ENTITY_PLACE,
  type EntitiesOfTypeParams,
  type EntityListItem,
  type EntityPlaceParams,
} from './protocol.ts';

export function registerOverview({
  connection,
  session,
  locale,
}: Pick<StructureContext, 'connection' | 'session' | 'locale'>): void {
  const corpusAt = (uri: unknown): Project | undefined =>
    session.corpora.find((project) => project.root.toString() === uri);

  connection.onRequest(
    CORPORA,
    unlessCancelled((): CorpusItem[] =>
      session.corpora.map((project) => ({
        uri: project.root.toString(),
        name: project.name,
        documents: project.corpus.documents.size,
        types: entityTypes(project, locale()),
      })),
    ),
  );

  connection.onRequest(
    ENTITIES_OF_TYPE,
    unlessCancelled(({ corpus, type, order }: EntitiesOfTypeParams): EntityListItem[] => {
      const project = corpusAt(corpus);
      if (!project || typeof type !== 'string') return [];
      const rows = entitiesOfType(project, type, order === 'use' ? 'use' : 'name', locale());
      return rows.map(({ id, name, otherNames, path, use }) => ({
        id,
        name,
        otherNames,
        uri: project.uriOf(path),
        ...use,
      }));
    }),
  );

  connection.onRequest(
    ENTITY_PLACE,
    unlessCancelled(({ corpus, id }: EntityPlaceParams): Location | null => {
      const project = corpusAt(corpus);
      const record = typeof id === 'string' ? project?.corpus.records.get(id) : undefined;
      return project && record ? locationOf(project, record.path, record.id.span) : null;
    }),
  );

  connection.onRequest(
    CLAIMS_IN_ORDER,
    unlessCancelled(({ uri }: { readonly uri: string }): ClaimListItem[] => {
      const file = fileOf(session, uri);
      if (!file) return [];
      const { project, path, text } = file;
      return claimsInOrder(project, path, project.findings(path), locale()).map(({ span, head, severity, ...row }) => ({
        ...row,
        range: rangeOf(text, span),
        head: rangeOf(text, head),
        severity: severity ?? null,
      }));
    }),
  );

  connection.onRequest(
    DOCUMENTS_BY_DATE,
    unlessCancelled(({ corpus }: { readonly corpus: string }): DocumentListItem[] => {
      const project = corpusAt(corpus);
      if (!project) return [];
      return documentsByDate(project, locale()).map(({ date, year, ...row }) => ({
        ...row,
        uri: project.uriOf(row.path),
        date: date ?? null,
        year: year ?? null,
      }));
    }),
  );

  connection.onRequest(
    DOCUMENT_STATE,
    unlessCancelled(({ uri }: { readonly uri: string }): DocumentState | null => {
      const file = fileOf(session, uri);
      if (!file) return null;
      const open = file.project.findings(file.path).filter(({ accepted }) => accepted === undefined);
      return {
        unclaimedFigures: unclaimedFigures(file.project, file.path),
        errors: open.filter(({ severity }) => severity === 'error').length,
        warnings: open.filter(({ severity }) => severity === 'warning').length,
      };
    }),
  );
}
