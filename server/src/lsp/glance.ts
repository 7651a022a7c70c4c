/** A corpus as a whole, for whoever draws it: worked out a little at a time, and given up when nobody waits for it. Draws nothing. */

import type { CancellationToken } from 'vscode-languageserver';
import { pinyinReader } from '../core/pinyin.ts';
import { matrixScopeFrom, networkScopeFrom, scopeFrom } from '../features/glance/decode.ts';
import { matrix } from '../features/glance/matrix.ts';
import { neighbours } from '../features/glance/neighbours.ts';
import { network } from '../features/glance/network.ts';
import type { Steps } from '../features/glance/steps.ts';
import { timeline } from '../features/glance/timeline.ts';
import { findRecords } from '../features/search.ts';
import type { StructureContext } from './askedFile.ts';
import { cancelled, unlessCancelled } from './cancellation.ts';
import type { Environment } from './environment.ts';
import type { Project } from './project.ts';
import {
  GLANCE_FIND,
  GLANCE_MATRIX,
  GLANCE_NEIGHBOURS,
  GLANCE_NETWORK,
  GLANCE_TIMELINE,
  type GlanceFindParams,
  type GlanceMatrixParams,
  type GlanceNeighboursParams,
  type GlanceNetworkParams,
  type GlanceTimelineParams,
} from './protocol.ts';

/** Milliseconds of work between two pauses: other requests are answered in between. */
const SLICE = 8;
const MOST_FOUND = 1_000;

export function registerGlance(
  { connection, session, locale }: Pick<StructureContext, 'connection' | 'session' | 'locale'>,
  environment: Pick<Environment, 'pause'>,
): void {
  const corpusAt = (uri: unknown): Project | undefined =>
    session.corpora.find((project) => project.root.toString() === uri);

  /** Answers null where there is no such corpus. */
  const answer = <P extends { readonly corpus: string }>(
    method: string,
    begin: (project: Project, params: P) => Steps<object | undefined>,
  ): void => {
    connection.onRequest(method, async (params: P, token: CancellationToken): Promise<object | null> => {
      if (token.isCancellationRequested) return cancelled();
      const project = corpusAt(params.corpus);
      return project ? inTurns(begin(project, params), token) : null;
    });
  };

  const inTurns = async (steps: Steps<object | undefined>, token: CancellationToken): Promise<object | null> => {
    for (let since = performance.now(); ; ) {
      const step = steps.next();
      if (step.done) return step.value ?? null;
      if (performance.now() - since < SLICE) continue;
      await environment.pause();
      if (token.isCancellationRequested) return cancelled();
      since = performance.now();
    }
  };

  answer(GLANCE_TIMELINE, (project, { scope }: GlanceTimelineParams) => timeline(project, scopeFrom(scope), locale()));
  answer(GLANCE_NETWORK, (project, { scope }: GlanceNetworkParams) =>
    network(project, networkScopeFrom(scope), locale()),
  );
  answer(GLANCE_NEIGHBOURS, (project, { id, scope }: GlanceNeighboursParams) =>
    neighbours(project, String(id), networkScopeFrom(scope), locale()),
  );
  answer(GLANCE_MATRIX, (project, { scope }: GlanceMatrixParams) => matrix(project, matrixScopeFrom(scope), locale()));

  connection.onRequest(
    GLANCE_FIND,
    unlessCancelled(({ corpus, query }: GlanceFindParams): string[] => {
      const records = corpusAt(corpus)?.corpus.records;
      if (!records || typeof query !== 'string') return [];
      return findRecords(records, query.slice(0, 200), MOST_FOUND, pinyinReader()).map(({ record }) => record.id.value);
    }),
  );
}
