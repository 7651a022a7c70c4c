/** The requests that the features answer: each handler decodes a place, calls a plain function and encodes what it says. */

import {
  type CodeAction,
  CodeActionKind,
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type Connection,
  type DocumentSymbol,
  ErrorCodes,
  InsertTextFormat,
  MarkupKind,
  type Position,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Words } from '../checks/messages/messages.ts';
import { pinyinReader } from '../core/pinyin.ts';
import type { Span } from '../core/text.ts';
import { acceptanceEdits } from '../features/accept.ts';
import { fixAll, fixesAt } from '../features/codeActions.ts';
import { type Completion, completion } from '../features/completion.ts';
import { definitionsOf } from '../features/definition.ts';
import { documentSymbols, type OutlineSymbol } from '../features/documentSymbols.ts';
import { highlightsOf } from '../features/highlights.ts';
import { hover } from '../features/hover.ts';
import type { Place } from '../features/place.ts';
import { referencesTo } from '../features/references.ts';
import { prepareRename, rename } from '../features/rename.ts';
import { workspaceSymbols } from '../features/workspaceSymbols.ts';
import { acceptActions } from './acceptActions.ts';
import { unlessCancelled } from './cancellation.ts';
import { actionsOnClaims } from './claimActions.ts';
import type { ClientAbilities } from './clientAbilities.ts';
import { diagnosticOf, linesOf, locationOf, rangeOf, workspaceEditOf } from './convert.ts';
import { dossierAddress } from './dossier.ts';
import type { Environment } from './environment.ts';
import { organizeActions } from './formatting.ts';
import type { Project } from './project.ts';
import {
  ACCEPT,
  type AcceptParams,
  HIGHLIGHTS,
  type Highlights,
  type HighlightsParams,
  OPEN_DOSSIER_COMMAND,
  PAGE,
  type PageParams,
  STATUS,
  type Status,
} from './protocol.ts';
import type { Session } from './session.ts';
import { symbolKindOf } from './symbolKinds.ts';
import { tagActions } from './tagActions.ts';

/** Markdown completes nothing by itself while one types, so what can begin a value must ask. */
export const COMPLETION_TRIGGERS = [':', ' ', '"', "'", '[', '{', ',', '-', '#', '/', '.'];

const FIX_ALL = 'source.fixAll.concord';

interface Asked {
  readonly project: Project;
  readonly place: Place;
  readonly text: string;
}

/** Whatever else has quick fixes for a stretch of a file. */
export interface Actions {
  actions(project: Project, path: string, uri: string, span: Span): readonly CodeAction[];
}

export function registerFeatures(
  connection: Connection,
  session: Session,
  environment: Environment,
  words: () => Words,
  locale: () => string,
  clientHas: (command: string) => boolean,
  client: () => ClientAbilities,
  more: readonly Actions[],
): void {
  const asked = (uri: string, position: Position): Asked | undefined => {
    const found = session.placeOf(uri);
    const text = found?.project.textOf(found.path);
    if (!found || text === undefined) return undefined;
    const offset = linesOf(text).offsetAt(position);
    return { project: found.project, place: { path: found.path, offset }, text };
  };

  connection.onHover(
    unlessCancelled(({ textDocument: { uri }, position }) => {
      const at = asked(uri, position);
      if (!at) return null;
      const { project, place, text } = at;
      const link = (path: string, offset?: number) => {
        // A file is read again only for a line in it.
        const isHere = project.corpus.documents.has(path) || project.corpus.records.files.has(path);
        const target = offset === undefined ? (isHere ? '' : undefined) : project.textOf(path);
        if (target === undefined) return undefined;
        const line = offset === undefined ? '' : `#L${linesOf(target).lineAt(offset) + 1}`;
        return `${project.uriOf(path)}${line}`;
      };
      const dossier = (id: string) => (clientHas(OPEN_DOSSIER_COMMAND) ? dossierAddress(project, id) : undefined);
      const found = hover(project, place, { locale: locale(), link, page: environment.page, dossier });
      return found
        ? client().hover({
            contents: { kind: MarkupKind.Markdown, value: found.contents },
            range: rangeOf(text, found.span),
          })
        : null;
    }),
  );

  connection.onCompletion(
    unlessCancelled(({ textDocument: { uri }, position }): CompletionList | null => {
      const at = asked(uri, position);
      if (!at) return null;
      const { project, place, text } = at;
      const { items, isIncomplete } = completion(project, place, { locale: locale(), pinyin: pinyinReader() });
      const able = client();
      const offered = items.filter(({ label, span }) => able.canComplete(label, text.slice(span.start, place.offset)));
      return { isIncomplete, items: offered.map((item) => able.completion(itemOf(item, text))) };
    }),
  );

  connection.onDefinition(
    unlessCancelled(({ textDocument: { uri }, position }) => {
      const at = asked(uri, position);
      if (!at) return null;
      const { project, place, text } = at;
      const links = definitionsOf(project, place).map((target) => {
        const whole = locationOf(project, target.path, target.span);
        const chosen = locationOf(project, target.path, target.selection);
        return {
          originSelectionRange: rangeOf(text, target.origin),
          targetUri: whole.uri,
          targetRange: whole.range,
          targetSelectionRange: chosen.range,
        };
      });
      return client().definitions(links);
    }),
  );

  connection.onReferences(
    unlessCancelled(({ textDocument: { uri }, position, context }) => {
      const at = asked(uri, position);
      if (!at) return null;
      const found = referencesTo(at.project, at.place, { includeDeclaration: context.includeDeclaration });
      return found.map(({ path, span }) => locationOf(at.project, path, span));
    }),
  );

  connection.onDocumentSymbol(
    unlessCancelled(({ textDocument: { uri } }) => {
      const found = session.placeOf(uri);
      const text = found?.project.textOf(found.path);
      if (!found || text === undefined) return null;
      const tree = documentSymbols(found.project, found.path, locale()).map((symbol) => symbolOf(symbol, text));
      return client().symbols(tree, uri);
    }),
  );

  connection.onWorkspaceSymbol(
    unlessCancelled(({ query }) =>
      session.corpora.flatMap((project) =>
        workspaceSymbols(project, query, { locale: locale(), pinyin: pinyinReader() }).map((symbol) => ({
          name: symbol.name,
          kind: symbolKindOf(symbol.kind, symbol.type),
          containerName: symbol.container,
          location: locationOf(project, symbol.path, symbol.span),
        })),
      ),
    ),
  );

  connection.onCodeAction(
    unlessCancelled(({ textDocument: { uri }, range, context }) => {
      const found = session.placeOf(uri);
      const text = found?.project.textOf(found.path);
      if (!found || text === undefined) return null;
      const { project, path } = found;
      const wants = (kind: string) =>
        !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
      const findings = project.findings(path);
      const actions: CodeAction[] = [];
      const version = (other: string) => session.versionOf(other);
      if (wants(CodeActionKind.QuickFix)) {
        const lines = linesOf(text);
        const span = { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
        for (const { fix, finding, preferred } of fixesAt(project, path, span, findings)) {
          actions.push({
            title: words().fix(fix),
            kind: CodeActionKind.QuickFix,
            diagnostics: [diagnosticOf(project, finding, words(), environment.pageAddress(finding.code))],
            isPreferred: preferred,
            edit: workspaceEditOf(project, fix.edits, version),
          });
        }
        for (const { way, title, ...rest } of acceptActions(project, path, uri, span, clientHas, words(), version)) {
          const diagnostic = diagnosticOf(project, way.finding, words(), environment.pageAddress(way.finding.code));
          actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], ...rest });
        }
        for (const others of more) actions.push(...others.actions(project, path, uri, span));
      }
      actions.push(...tagActions(project, path, range, clientHas, words(), version).filter(({ kind }) => wants(kind)));
      actions.push(...actionsOnClaims(project, found.path, uri, range, context, words(), locale(), clientHas, version));
      if (wants(FIX_ALL)) {
        const edits = fixAll(project, path, findings);
        const edit = workspaceEditOf(project, edits, version);
        if (edits.length > 0) actions.push({ title: words().action('fix-all'), kind: FIX_ALL, edit });
      }
      actions.push(...organizeActions(project, path, context.only, words(), version));
      return actions.map((action) => (action.edit ? { ...action, edit: client().edit(action.edit) } : action));
    }),
  );

  connection.onPrepareRename(
    unlessCancelled(({ textDocument: { uri }, position }) => {
      const at = asked(uri, position);
      const found = at && prepareRename(at.project, at.place);
      if (found && 'problem' in found)
        return new ResponseError(ErrorCodes.InvalidParams, words().action(found.problem, found.params));
      return at && found ? { range: rangeOf(at.text, found.span), placeholder: found.placeholder } : null;
    }),
  );

  connection.onRenameRequest(
    unlessCancelled(({ textDocument: { uri }, position, newName }) => {
      const at = asked(uri, position);
      if (!at) return null;
      const result = rename(at.project, at.place, newName);
      if ('problem' in result)
        return new ResponseError(
          ErrorCodes.InvalidParams,
          words().action(result.problem, { name: newName, ...result.params }),
        );
      return client().edit(workspaceEditOf(at.project, result.edits, (other) => session.versionOf(other)));
    }),
  );

  connection.onRequest(
    ACCEPT,
    unlessCancelled(({ uri, reason, ...choice }: AcceptParams): WorkspaceEdit | null => {
      const found = session.placeOf(uri);
      const edits =
        found && acceptanceEdits(found.project, found.path, choice, reason, found.project.findings(found.path));
      return found && edits?.length ? workspaceEditOf(found.project, edits, (other) => session.versionOf(other)) : null;
    }),
  );

  connection.onRequest(
    HIGHLIGHTS,
    unlessCancelled(({ uri }: HighlightsParams): Highlights => {
      const found = session.placeOf(uri);
      const text = found?.project.textOf(found.path);
      const version = session.versionOf(uri) ?? null;
      if (!found || text === undefined) return { version, highlights: [] };
      const { project, path } = found;
      const highlights = highlightsOf(project, path, project.findings(path)).map(
        ({ span, kind, coreType, sic, severity }) => ({
          range: rangeOf(text, span),
          kind,
          type: coreType,
          sic,
          severity,
        }),
      );
      return { version, highlights };
    }),
  );

  connection.onRequest(PAGE, ({ code }: PageParams): string | null => environment.page(String(code)) ?? null);

  connection.onRequest(
    STATUS,
    unlessCancelled(({ uri }: HighlightsParams): Status => statusOf(session, uri)),
  );
}

function statusOf(session: Session, uri: string): Status {
  const indexing = session.isIndexing;
  const found = session.placeOf(uri);
  const kind = found?.project.library.kindOf(found.path);
  if (!found || !kind) {
    return { kind: 'none', annotated: false, indexing, mentions: 0, claims: 0, errors: 0, warnings: 0 };
  }
  const { project, path } = found;
  const { corpus } = project;
  const facts = corpus.documents.get(path);
  const findings = project.findings(path).filter(({ accepted }) => accepted === undefined);
  return {
    kind,
    annotated: facts?.annotated ?? false,
    indexing,
    mentions: Object.values(facts?.mentions ?? {}).reduce((sum, times) => sum + times, 0),
    claims: facts?.claims.length ?? 0,
    errors: findings.filter(({ severity }) => severity === 'error').length,
    warnings: findings.filter(({ severity }) => severity === 'warning').length,
    corpus: { name: project.name, documents: corpus.documents.size, entities: corpus.records.size },
  };
}

const ITEM_KINDS: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  entity: CompletionItemKind.Reference,
  property: CompletionItemKind.Field,
  choice: CompletionItemKind.EnumMember,
  reference: CompletionItemKind.File,
  quote: CompletionItemKind.Text,
  text: CompletionItemKind.Value,
};

function itemOf(item: Completion, text: string): CompletionItem {
  return {
    label: item.label,
    kind: ITEM_KINDS[item.kind],
    detail: item.detail,
    ...(item.documentation !== undefined && {
      documentation: { kind: MarkupKind.Markdown, value: item.documentation },
    }),
    ...(item.filterText !== undefined && { filterText: item.filterText }),
    ...(item.sortText !== undefined && { sortText: item.sortText }),
    insertTextFormat: item.snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: rangeOf(text, item.span), newText: item.insert },
  };
}

function symbolOf(symbol: OutlineSymbol, text: string): DocumentSymbol {
  return {
    name: symbol.name || '…',
    detail: symbol.detail,
    kind: symbolKindOf(symbol.kind, symbol.type),
    range: rangeOf(text, symbol.span),
    selectionRange: rangeOf(text, symbol.selection),
    children: symbol.children.map((child) => symbolOf(child, text)),
  };
}
