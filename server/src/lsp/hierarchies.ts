/** The two hierarchies: of types, and of claims about and by an entity. An item carries what it is, not where it was found. */

import { type CallHierarchyItem, SymbolKind, type TypeHierarchyItem } from 'vscode-languageserver';
import {
  type Call,
  type CallItem,
  type CallSubject,
  callItemsAt,
  callsFrom,
  callsTo,
} from '../features/callHierarchy.ts';
import { subtypes, supertypes, type TypeItem, typeAt } from '../features/typeHierarchy.ts';
import { fileOf, placeIn, type StructureContext } from './askedFile.ts';
import { unlessCancelled } from './cancellation.ts';
import { rangeOf } from './convert.ts';
import type { Project } from './project.ts';
import { symbolKindOf } from './symbolKinds.ts';

export function registerHierarchies({ connection, session, locale }: StructureContext): void {
  const { typeHierarchy, callHierarchy } = connection.languages;
  const projectOf = (uri: string) => session.placeOf(uri)?.project;

  typeHierarchy.onPrepare(
    unlessCancelled(({ textDocument: { uri }, position }) => {
      const file = fileOf(session, uri);
      const type = file && typeAt(file.project, placeIn(file, position), locale());
      return file && type ? [typeItemOf(file.project, type)] : null;
    }),
  );
  const typesOf = (item: TypeHierarchyItem, of: typeof supertypes) => {
    const project = projectOf(item.uri);
    const { id } = (item.data ?? {}) as { id?: unknown };
    if (!project || typeof id !== 'string') return null;
    return of(project, id, locale()).map((type) => typeItemOf(project, type));
  };
  typeHierarchy.onSupertypes(unlessCancelled(({ item }) => typesOf(item, supertypes)));
  typeHierarchy.onSubtypes(unlessCancelled(({ item }) => typesOf(item, subtypes)));

  callHierarchy.onPrepare(
    unlessCancelled(({ textDocument: { uri }, position }) => {
      const file = fileOf(session, uri);
      const items = file ? callItemsAt(file.project, placeIn(file, position), locale()) : [];
      return file && items.length > 0 ? items.map((item) => callItemOf(file.project, item)) : null;
    }),
  );
  const callsOf = (item: CallHierarchyItem, of: typeof callsTo): readonly (readonly [Project, Call])[] => {
    const project = projectOf(item.uri);
    if (!project || !isSubject(item.data)) return [];
    return of(project, item.data, locale()).map((call) => [project, call]);
  };
  callHierarchy.onIncomingCalls(
    unlessCancelled(({ item }) =>
      callsOf(item, callsTo).map(([project, call]) => ({
        from: callItemOf(project, call.item),
        fromRanges: call.spans.map((span) => rangeOf(project.textOf(call.item.path) ?? '', span)),
      })),
    ),
  );
  callHierarchy.onOutgoingCalls(
    unlessCancelled(({ item }) =>
      callsOf(item, callsFrom).map(([project, call]) => {
        const caller = session.placeOf(item.uri);
        const text = caller?.project.textOf(caller.path) ?? '';
        return { to: callItemOf(project, call.item), fromRanges: call.spans.map((span) => rangeOf(text, span)) };
      }),
    ),
  );
}

function typeItemOf(project: Project, { id, name, detail, path, span, selection }: TypeItem): TypeHierarchyItem {
  const text = project.textOf(path) ?? '';
  return {
    name,
    kind: SymbolKind.Class,
    ...(detail && { detail }),
    uri: project.uriOf(path),
    range: rangeOf(text, span),
    selectionRange: rangeOf(text, selection),
    data: { id },
  };
}

function callItemOf(
  project: Project,
  { about, name, detail, type, path, span, selection }: CallItem,
): CallHierarchyItem {
  const text = project.textOf(path) ?? '';
  return {
    name,
    kind: about.kind === 'claim' ? symbolKindOf('claim', undefined) : symbolKindOf('record', type),
    ...(detail && { detail }),
    uri: project.uriOf(path),
    range: rangeOf(text, span),
    selectionRange: rangeOf(text, selection),
    data: about,
  };
}

/** What a client sends back is what it was given, or nothing that can be trusted. */
function isSubject(data: unknown): data is CallSubject {
  const { kind, id, path, key } = (data ?? {}) as Record<string, unknown>;
  if (kind === 'entity') return typeof id === 'string';
  return kind === 'claim' && typeof path === 'string' && typeof key === 'string';
}
