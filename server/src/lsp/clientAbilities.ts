/** What a client can take, and answers put so that it can: for editors that say they do less than the newest. Knows no corpus. */

import {
  type ClientCapabilities,
  type CompletionItem,
  type Diagnostic,
  type DocumentSymbol,
  type Hover,
  type InitializeParams,
  InsertTextFormat,
  type Location,
  type LocationLink,
  MarkupKind,
  type SymbolInformation,
  TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { plainText } from './plainText.ts';

export class ClientAbilities {
  private readonly client: ClientCapabilities;
  private readonly isNameless: boolean;

  constructor({ capabilities, clientInfo }: Pick<InitializeParams, 'capabilities' | 'clientInfo'>) {
    this.client = capabilities;
    this.isNameless = clientInfo === undefined;
  }

  /** Whether it tells of changes on disk once it is asked to. */
  get watchesFiles(): boolean {
    return this.client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  }

  /**
   * With versions where the client reads those. A client that can create files (and says so, as Neovim does, without saying
   * that it reads versions) has to read them too; for one that cannot, a text put into a file that is not there creates it.
   */
  edit(edit: WorkspaceEdit): WorkspaceEdit {
    const { documentChanges } = edit;
    const able = this.client.workspace?.workspaceEdit;
    if (!documentChanges || able?.resourceOperations?.includes('create')) return edit;
    const texts = documentChanges.filter((change) => TextDocumentEdit.is(change));
    if (able?.documentChanges) return { ...edit, documentChanges: texts };
    const changes: NonNullable<WorkspaceEdit['changes']> = {};
    for (const { textDocument, edits } of texts) {
      const own = edits.filter((one) => 'newText' in one).map(({ range, newText }) => ({ range, newText }));
      changes[textDocument.uri] = [...(changes[textDocument.uri] ?? []), ...own];
    }
    return { changes };
  }

  /**
   * Whether it can be offered what is found by something else than its label, such as a record by a name in another script.
   * Eglot up to 1.9 takes the label to continue what was typed, and else deletes what stands behind the cursor; it can be
   * told from later ones and from other clients by its not saying what it is.
   */
  canComplete(label: string, typed: string): boolean {
    const begun = typed.replace(/^["']/, '').toLowerCase();
    return !this.isNameless || label.toLowerCase().startsWith(begun);
  }

  completion(item: CompletionItem): CompletionItem {
    const able = this.client.textDocument?.completion?.completionItem;
    const { documentation, textEdit } = item;
    const isMarkdown = typeof documentation === 'object' && documentation.kind === MarkupKind.Markdown;
    const isSnippet = item.insertTextFormat === InsertTextFormat.Snippet && !able?.snippetSupport;
    return {
      ...item,
      ...(isMarkdown &&
        !takesMarkdown(able?.documentationFormat) && {
          documentation: { kind: MarkupKind.PlainText, value: plainText(documentation.value) },
        }),
      ...(isSnippet && {
        insertTextFormat: InsertTextFormat.PlainText,
        ...(textEdit && { textEdit: { ...textEdit, newText: withoutStops(textEdit.newText) } }),
      }),
    };
  }

  hover(hover: Hover): Hover {
    const { contents } = hover;
    if (!('kind' in Object(contents)) || takesMarkdown(this.client.textDocument?.hover?.contentFormat)) return hover;
    const { value } = contents as { readonly value: string };
    return { ...hover, contents: { kind: MarkupKind.PlainText, value: plainText(value) } };
  }

  definitions(links: readonly LocationLink[]): LocationLink[] | Location[] {
    if (this.client.textDocument?.definition?.linkSupport) return [...links];
    return links.map(({ targetUri: uri, targetSelectionRange: range }) => ({ uri, range }));
  }

  symbols(tree: readonly DocumentSymbol[], uri: string): DocumentSymbol[] | SymbolInformation[] {
    if (this.client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport) return [...tree];
    const flat = (symbols: readonly DocumentSymbol[], containerName?: string): SymbolInformation[] =>
      symbols.flatMap(({ name, kind, range, children = [] }) => [
        { name, kind, location: { uri, range }, ...(containerName !== undefined && { containerName }) },
        ...flat(children, name),
      ]);
    return flat(tree);
  }

  /** The other side of a finding is told in its message where it has no place of its own. */
  diagnostic(diagnostic: Diagnostic): Diagnostic {
    const able = this.client.textDocument?.publishDiagnostics;
    const { relatedInformation, ...rest } = diagnostic;
    if (!relatedInformation || !able || able.relatedInformation || typeof rest.message !== 'string') return diagnostic;
    const others = relatedInformation.map(
      ({ location, message }) => `${fileOf(location.uri)}:${location.range.start.line + 1}: ${message}`,
    );
    return { ...rest, message: [rest.message, ...others].join('\n') };
  }
}

/** Who does not say what it takes is given Markdown, which can be read as it is. */
const takesMarkdown = (formats: readonly string[] | undefined): boolean =>
  formats === undefined || formats.length === 0 || formats.includes(MarkupKind.Markdown);

/** A snippet as far as it goes without places to jump to: its first line. */
export function withoutStops(snippet: string): string {
  const [line] = snippet.split('\n', 1);
  return line!.replace(/\\([\\$}])|\$\d+/g, (_, escaped: string | undefined) => escaped ?? '');
}

/** The end of an address, as a person would say which file it is. */
function fileOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
