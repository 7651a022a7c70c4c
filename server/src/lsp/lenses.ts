/** The code lenses of records and claims: listed at once, counted when they come into view, shown in full on a click. */

import type { CodeLens, Location } from 'vscode-languageserver';
import { codeLenses, type LensSubject, lensCount, lensPlaces } from '../features/codeLenses.ts';
import { structureWordingIn } from '../features/wording/structure.ts';
import { fileOf, type StructureContext } from './askedFile.ts';
import { unlessCancelled } from './cancellation.ts';
import type { Settings } from './clientSettings.ts';
import { locationOf, rangeOf } from './convert.ts';
import { LENS_PLACES, type LensPlacesParams, SHOW_PLACES_COMMAND, type ShowPlacesArguments } from './protocol.ts';
import type { Refreshes } from './refreshes.ts';

export function registerLenses(context: StructureContext, settings: Settings, refreshes: Refreshes): void {
  const { connection, session, locale, clientHas } = context;

  connection.onCodeLens(
    unlessCancelled(({ textDocument: { uri } }): CodeLens[] | null => {
      const file = fileOf(session, uri);
      const wanted = settings.current.codeLens;
      refreshes.shows('codeLenses');
      if (!file || !(wanted.records || wanted.conflicts)) return null;
      return codeLenses(file.project, file.path, wanted).map(({ span, about }) => ({
        range: rangeOf(file.text, span),
        data: { uri, about },
      }));
    }),
  );

  connection.onCodeLensResolve(
    unlessCancelled((lens): CodeLens => {
      const { uri, about } = (lens.data ?? {}) as LensPlacesParams;
      const found = session.placeOf(uri);
      if (!found || !isSubject(about)) return { ...lens, command: { title: '', command: '' } };
      const { count, partial = false } = lensCount(found.project, found.path, about);
      const title = structureWordingIn(locale()).lens(about.kind, count, partial);
      const opens: ShowPlacesArguments = { uri, about, position: lens.range.start };
      const command = count > 0 && clientHas(SHOW_PLACES_COMMAND) ? SHOW_PLACES_COMMAND : '';
      return { range: lens.range, command: { title, command, ...(command && { arguments: [opens] }) } };
    }),
  );

  connection.onRequest(
    LENS_PLACES,
    unlessCancelled(({ uri, about }: LensPlacesParams): Location[] => {
      const found = session.placeOf(uri);
      if (!found || !isSubject(about)) return [];
      const { project, path } = found;
      return lensPlaces(project, path, about).map((place) => locationOf(project, place.path, place.span));
    }),
  );
}

/** What a client sends back is what it was given, or nothing that can be trusted. */
function isSubject(about: unknown): about is LensSubject {
  const { kind, entity, claim } = (about ?? {}) as Record<string, unknown>;
  if (kind === 'claim-conflicts') return typeof claim === 'string';
  return (kind === 'mentions' || kind === 'claims' || kind === 'conflicts') && typeof entity === 'string';
}
