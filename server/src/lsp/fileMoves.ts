/** Files and folders that a person renames or moves in the editor: references follow before, the corpus is told after. */

import {
  type ClientCapabilities,
  DidRenameFilesNotification,
  type Disposable,
  type FileOperationRegistrationOptions,
  type FileRename,
  type RenameFilesParams,
  type ServerCapabilities,
  WillRenameFilesRequest,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { type Move, movedReferences } from '../features/moves.ts';
import type { StructureContext } from './askedFile.ts';
import { cancelled } from './cancellation.ts';
import { workspaceEditOf } from './convert.ts';
import type { Project } from './project.ts';

type FileOperationFilter = FileOperationRegistrationOptions['filters'][number];

/** Where every corpus' own globs cannot be told to the client: what is a document or a record by default. */
const ANY: FileOperationRegistrationOptions = {
  filters: [
    { pattern: { glob: '**/*.{md,markdown,txt,yaml,yml}', matches: 'file' } },
    { pattern: { glob: '**/*', matches: 'folder' } },
  ],
};

/** The renaming waits so long for a corpus that is being read: before, some references may not be known. */
const PATIENCE = 10_000;

const isDynamic = ({ workspace }: ClientCapabilities): boolean =>
  workspace?.fileOperations?.dynamicRegistration === true;

/** What is said at the start to a client that cannot be told later which files are concerned. */
export function fileOperationsOf(client: ClientCapabilities): Pick<ServerCapabilities, 'workspace'> {
  const operations = client.workspace?.fileOperations;
  if (!operations || isDynamic(client)) return {};
  return {
    workspace: {
      fileOperations: {
        ...(operations.willRename && { willRename: ANY }),
        ...(operations.didRename && { didRename: ANY }),
      },
    },
  };
}

export class FileMoves {
  private client: ClientCapabilities = {};
  private registered: { readonly key: string; readonly disposables: Promise<readonly Disposable[]> } | undefined;

  constructor(private readonly context: StructureContext) {
    const { workspace } = context.connection;
    workspace.onWillRenameFiles(async (params, token) => {
      await this.settled(() => token.isCancellationRequested);
      return token.isCancellationRequested ? (cancelled() as never) : this.editFor(renamesIn(params));
    });
    workspace.onDidRenameFiles((params) => {
      const { session } = context;
      session.filesChanged(
        renamesIn(params).flatMap(({ oldUri, newUri }) => [
          { uri: oldUri, type: 'deleted' },
          { uri: newUri, type: 'created' },
        ]),
      );
    });
  }

  begin(client: ClientCapabilities): void {
    this.client = client;
    this.corporaChanged();
  }

  /** Tells the client which files are concerned, by the globs of the corpora as they are now. */
  corporaChanged(): void {
    const operations = this.client.workspace?.fileOperations;
    if (!operations || !isDynamic(this.client)) return;
    const { connection, session } = this.context;
    const filters = filtersOf(session.corpora);
    const key = JSON.stringify(filters);
    if (key === (this.registered?.key ?? '[]')) return;
    const before = this.registered?.disposables;
    const register = async (): Promise<readonly Disposable[]> => {
      for (const old of (await before) ?? []) old.dispose();
      if (filters.length === 0) return [];
      const { client } = connection;
      return Promise.all([
        ...(operations.willRename ? [client.register(WillRenameFilesRequest.type, { filters })] : []),
        ...(operations.didRename ? [client.register(DidRenameFilesNotification.type, { filters })] : []),
      ]);
    };
    this.registered = { key, disposables: register().catch(() => []) };
  }

  private async settled(stop: () => boolean): Promise<void> {
    const { session } = this.context;
    for (const end = Date.now() + PATIENCE; session.isIndexing && !stop() && Date.now() < end; ) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  private editFor(files: readonly FileRename[]): WorkspaceEdit | null {
    const { session } = this.context;
    const moves = new Map<Project, Move[]>();
    for (const { oldUri, newUri } of files) {
      const [old, now] = [session.placeOf(oldUri), session.placeOf(newUri)];
      // What leaves its corpus can no longer be referred to there; the findings then say so.
      if (!old || old.project !== now?.project) continue;
      moves.set(old.project, [...(moves.get(old.project) ?? []), { from: old.path, to: now.path }]);
    }
    const changes: NonNullable<WorkspaceEdit['documentChanges']> = [];
    for (const [project, own] of moves) {
      const { edits, unsafe, unnameable } = movedReferences(project, own);
      changes.push(...(workspaceEditOf(project, edits, (uri) => session.versionOf(uri)).documentChanges ?? []));
      this.warn('references-left', unsafe);
      this.warn('unnameable-path', unnameable);
    }
    return changes.length > 0 ? { documentChanges: changes } : null;
  }

  private warn(about: string, paths: readonly string[]): void {
    if (paths.length === 0) return;
    const words = this.context.words();
    const shown = words.list([...paths.slice(0, 3), ...(paths.length > 3 ? ['…'] : [])]);
    this.context.connection.window.showWarningMessage(words.action(about, { paths: shown }));
  }
}

/** What a client says was renamed, as far as it says so. */
const renamesIn = (params: RenameFilesParams | undefined): readonly FileRename[] =>
  (Array.isArray(params?.files) ? params.files : []).filter(
    (file) => typeof file?.oldUri === 'string' && typeof file.newUri === 'string',
  );

/** By the globs of each corpus, wherever it lies: which file is whose is for the server to say. */
function filtersOf(corpora: readonly Project[]): FileOperationFilter[] {
  const globs = new Map<string, FileOperationFilter>();
  for (const { root, settings } of corpora) {
    const { scheme } = root;
    for (const glob of [...settings.documents, ...settings.entities]) {
      const anywhere = glob.startsWith('**/') ? glob : `**/${glob}`;
      globs.set(`${scheme} ${anywhere}`, { scheme, pattern: { glob: anywhere, matches: 'file' } });
    }
    globs.set(`${scheme} folders`, { scheme, pattern: { glob: '**/*', matches: 'folder' } });
  }
  return [...globs.values()];
}
