/**
 * The requests about the structure of a file: what is the same, what folds, what is linked, what is counted. Each handler
 * decodes a place, calls a plain function and encodes what it says; larger families are registered from files of their own.
 */

import {
  type ClientCapabilities,
  DocumentHighlightKind,
  FoldingRangeKind,
  type SelectionRange,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { Span } from '../core/text.ts';
import { documentHighlights } from '../features/documentHighlights.ts';
import { claimPlace, type DocumentLink, documentLinks } from '../features/documentLinks.ts';
import { foldingRanges } from '../features/foldingRanges.ts';
import { inlayHints } from '../features/inlayHints.ts';
import { linkedEditingSpans } from '../features/linkedEditing.ts';
import { selectionRanges } from '../features/selectionRanges.ts';
import { type AskedFile, fileOf, placeIn, type StructureContext } from './askedFile.ts';
import { unlessCancelled } from './cancellation.ts';
import { Settings } from './clientSettings.ts';
import { linesOf, rangeOf } from './convert.ts';
import { FileMoves, fileOperationsOf } from './fileMoves.ts';
import { registerHierarchies } from './hierarchies.ts';
import { registerLenses } from './lenses.ts';
import type { Project } from './project.ts';
import { Refreshes } from './refreshes.ts';
import { registerTokens, TOKEN_LEGEND } from './tokens.ts';

/** What the server tells of its own life. */
export interface Structure {
  initialized(client: ClientCapabilities, options: unknown): void;
  /** Something has changed that the client did not do itself. */
  changed(): void;
  /** An open file has been edited. */
  edited(): void;
  end(): void;
}

/** What the server can, for a client with these capabilities. */
export function structureCapabilities(client: ClientCapabilities): ServerCapabilities {
  return {
    documentHighlightProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentLinkProvider: { resolveProvider: true },
    linkedEditingRangeProvider: true,
    inlayHintProvider: true,
    codeLensProvider: { resolveProvider: true },
    semanticTokensProvider: { legend: TOKEN_LEGEND, full: { delta: true }, range: true },
    typeHierarchyProvider: true,
    callHierarchyProvider: true,
    ...fileOperationsOf(client),
  };
}

/** Anything that may stand in an id, for clients that read the pattern as a plain regular expression. */
const ID_PATTERN = '[^\\s,\\[\\]{}#:"\']+';

export function registerStructure(context: StructureContext): Structure {
  const { connection, session, locale } = context;
  const refreshes = new Refreshes(connection);
  const settings = new Settings(connection, () => refreshes.settingsChanged());
  const moves = new FileMoves(context);
  let foldingLimit: number | undefined;
  let readsBodyTokens = false;

  const fileAt = (uri: string) => fileOf(session, uri);

  connection.onDocumentHighlight(
    unlessCancelled(({ textDocument: { uri }, position }) => {
      const file = fileAt(uri);
      if (!file) return null;
      const found = documentHighlights(file.project, placeIn(file, position));
      // An empty answer would keep the editor from marking the word itself.
      if (found.length === 0) return null;
      return found.map(({ span, kind }) => ({ range: rangeOf(file.text, span), kind: KINDS[kind] }));
    }),
  );

  connection.onFoldingRanges(
    unlessCancelled(({ textDocument: { uri } }) => {
      const file = fileAt(uri);
      if (!file) {
        refreshes.owesFolding();
        return null;
      }
      return foldingRanges(file.project, file.path, foldingLimit).map(({ kind, ...lines }) => ({
        ...lines,
        ...(kind && { kind: FoldingRangeKind.Region }),
      }));
    }),
  );

  connection.onSelectionRanges(
    unlessCancelled(({ textDocument: { uri }, positions }) => {
      const file = fileAt(uri);
      if (!file) return null;
      return positions.map((position) => {
        const spans = selectionRanges(file.project, placeIn(file, position));
        return spans.reduceRight<SelectionRange | undefined>(
          (parent, span) => ({ range: rangeOf(file.text, span), ...(parent && { parent }) }),
          undefined,
        )!;
      });
    }),
  );

  connection.onDocumentLinks(
    unlessCancelled(({ textDocument: { uri } }) => {
      const file = fileAt(uri);
      return file ? documentLinks(file.project, file.path).map((link) => encodedLink(file, uri, link)) : null;
    }),
  );

  connection.onDocumentLinkResolve(
    unlessCancelled((link) => {
      const { uri, path, claim } = (link.data ?? {}) as Record<string, unknown>;
      const project = typeof uri === 'string' ? session.placeOf(uri)?.project : undefined;
      if (!project || typeof path !== 'string' || typeof claim !== 'string') return link;
      return { ...link, target: addressOf(project, path, claimPlace(project, path, claim)) };
    }),
  );

  connection.languages.onLinkedEditingRange(
    unlessCancelled(({ textDocument: { uri }, position }) => {
      const file = fileAt(uri);
      const spans = file ? linkedEditingSpans(file.project, placeIn(file, position)) : [];
      if (!file || spans.length === 0) return null;
      return { ranges: spans.map((span) => rangeOf(file.text, span)), wordPattern: ID_PATTERN };
    }),
  );

  connection.languages.inlayHint.on(
    unlessCancelled(({ textDocument: { uri }, range }) => {
      const file = fileAt(uri);
      const wanted = settings.current.inlayHints;
      refreshes.shows('inlayHints');
      if (!file || !(wanted.names || wanted.dates)) return null;
      const lines = linesOf(file.text);
      const span: Span = { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
      return inlayHints(file.project, file.path, span, { locale: locale(), ...wanted }).map(
        ({ offset, label, kind }) => ({
          position: linesOf(file.text).positionAt(offset),
          label: kind === 'date' ? `= ${label}` : label,
          paddingLeft: true,
        }),
      );
    }),
  );

  registerLenses(context, settings, refreshes);
  registerTokens(context, refreshes, () => readsBodyTokens);
  registerHierarchies(context);

  return {
    initialized(client, options) {
      foldingLimit = client.textDocument?.foldingRange?.rangeLimit;
      readsBodyTokens = (options as { bodyTokens?: unknown } | null | undefined)?.bodyTokens === true;
      refreshes.begin(client);
      settings.begin(client, options);
      moves.begin(client);
    },
    changed() {
      refreshes.changed();
      moves.corporaChanged();
    },
    edited: () => refreshes.edited(),
    end: () => refreshes.end(),
  };
}

const KINDS = {
  write: DocumentHighlightKind.Write,
  read: DocumentHighlightKind.Read,
  text: DocumentHighlightKind.Text,
} as const;

/** A link to a claim of another file is given its line when somebody follows it: that file has to be read for it. */
function encodedLink({ project, path: from, text }: AskedFile, uri: string, { span, target }: DocumentLink) {
  const range = rangeOf(text, span);
  if (target.kind === 'url') return { range, target: target.url };
  const { path, claim } = target;
  if (claim === undefined) return { range, target: project.uriOf(path) };
  if (path === from) return { range, target: addressOf(project, path, claimPlace(project, path, claim)) };
  return { range, data: { uri, path, claim } };
}

/** Editors read a line and a character, counted from 1, behind the address of a file. */
function addressOf(project: Project, path: string, offset: number | undefined): string {
  const text = offset === undefined ? undefined : project.textOf(path);
  if (offset === undefined || text === undefined) return project.uriOf(path);
  const { line, character } = linesOf(text).positionAt(offset);
  return `${project.uriOf(path)}#L${line + 1},${character + 1}`;
}
