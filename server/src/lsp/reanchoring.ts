/** The requests and code actions on quotes that the body does not bear: decodes, asks the feature, encodes. */

import {
  type CodeAction,
  CodeActionKind,
  type Connection,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Words } from '../checks/messages/messages.ts';
import type { Document } from '../core/document.ts';
import type { Records } from '../core/records.ts';
import type { Span } from '../core/text.ts';
import { isBroken } from '../features/claiming/write.ts';
import { type Orphan, orphansOf, type Passage, passagesFor } from '../features/reanchoring/orphans.ts';
import { isPlain, isRemovable, type Repair, type Repaired, repair } from '../features/reanchoring/repairs.ts';
import { type Update, updatesBetween } from '../features/reanchoring/updates.ts';
import { unlessCancelled } from './cancellation.ts';
import { toBeConfirmed } from './confirm.ts';
import { linesOf, rangeOf, workspaceEditOf } from './convert.ts';
import type { Project } from './project.ts';
import {
  type Edited,
  ORPHANS,
  type OrphanChoice,
  type Orphans,
  type OrphansParams,
  type PassageChoice,
  QUOTE_UPDATES,
  REANCHOR,
  REANCHOR_COMMAND,
  type ReanchorArguments,
  type ReanchorParams,
  UPDATE_QUOTES_COMMAND,
} from './protocol.ts';
import type { Session } from './session.ts';

/** What is asked of every client. */
interface Client {
  readonly words: () => Words;
  readonly has: (command: string) => boolean;
  readonly canConfirm: () => boolean;
}

/** The documents as they were before somebody began to edit them, for as long as a quote may have to follow. */
export class Reanchoring {
  private readonly before = new Map<string, Document>();
  /** Computed once for each version: it is asked for wherever the cursor goes. */
  private readonly followed = new WeakMap<
    Document,
    { readonly before: Document; readonly records: Records; readonly updates: readonly Update[] }
  >();

  constructor(
    private readonly session: Session,
    private readonly client: Client,
  ) {}

  register(connection: Connection): void {
    connection.onRequest(
      ORPHANS,
      unlessCancelled(({ uri }: OrphansParams): Orphans => this.orphans(uri)),
    );
    connection.onRequest(
      QUOTE_UPDATES,
      unlessCancelled(({ uri }: OrphansParams): Orphans => this.updates(uri)),
    );
    connection.onRequest(
      REANCHOR,
      unlessCancelled((params: ReanchorParams): Edited => this.reanchor(params)),
    );
  }

  /** Called before an edit is taken in. The document is at hand, so that this costs nothing. */
  willEdit(uri: string): void {
    if (this.before.has(uri)) return;
    const document = this.session.isIndexing ? undefined : this.documentAt(uri)?.document;
    if (document?.annotated) this.before.set(uri, document);
  }

  closed(uri: string): void {
    this.before.delete(uri);
  }

  /** For a quick fix on `span`: the client's own command, or else the nearest passages as edits. */
  actions(project: Project, path: string, uri: string, span: Span): readonly CodeAction[] {
    const document = project.document(path);
    if (!document) return [];
    const { records } = project.corpus;
    const touches = (other: Span) => other.start <= span.end && span.start <= other.end;
    const found = orphansOf(document, records).filter(({ piece }) => touches(piece.span));
    return [
      ...found.flatMap((orphan) => this.actionsOn(project, document, uri, orphan)),
      ...this.updateAction(project, document, uri, touches),
    ];
  }

  private actionsOn(project: Project, document: Document, uri: string, orphan: Orphan): readonly CodeAction[] {
    const words = this.client.words();
    const { text } = document;
    const kind = CodeActionKind.QuickFix;
    const passages = passagesFor(document, project.corpus.records, orphan);
    if (this.client.has(REANCHOR_COMMAND)) {
      if (passages.length === 0 && !isRemovable(orphan)) return [];
      const title = words.action('choose-passage', { text: orphan.piece.value });
      const given: ReanchorArguments = { uri, range: rangeOf(text, orphan.piece.span) };
      return [{ title, kind, command: { title, command: REANCHOR_COMMAND, arguments: [given] } }];
    }
    // The fix of the finding offers the first one; where it has to say which place it means, that one is offered here.
    const offered = passages.slice(0, 3).flatMap((passage, i): readonly CodeAction[] => {
      const edit = this.editOf(project, document, [{ piece: orphan.piece.span, passage: passage.span }]);
      const isFixed = i === 0 && 'quote' in orphan && edit?.edits.length === 1;
      const title = words.action('quote-passage', { text: passage.text, nth: i + 1 });
      return edit && !isFixed ? [{ title, kind, edit: edit.whole }] : [];
    });
    const removal = isRemovable(orphan) ? this.editOf(project, document, [{ piece: orphan.piece.span }]) : undefined;
    const title = words.action('remove-form', { text: orphan.piece.value });
    return removal ? [...offered, { title, kind, edit: removal.whole }] : offered;
  }

  private updateAction(
    project: Project,
    document: Document,
    uri: string,
    touches: (span: Span) => boolean,
  ): readonly CodeAction[] {
    const updates = this.updatesOf(uri, project, document);
    if (!updates.some(({ orphan, passage }) => touches(orphan.piece.span) || touches(passage))) return [];
    const title = this.client.words().action('update-quotes', { count: updates.length });
    const kind = CodeActionKind.QuickFix;
    if (this.client.has(UPDATE_QUOTES_COMMAND)) {
      return [{ title, kind, command: { title, command: UPDATE_QUOTES_COMMAND, arguments: [{ uri }] } }];
    }
    const repairs = updates.map(({ orphan, passage }) => ({ piece: orphan.piece.span, passage }));
    const edit = this.editOf(project, document, repairs);
    return edit ? [{ title, kind, edit: edit.whole }] : [];
  }

  private orphans(uri: string): Orphans {
    const version = this.session.versionOf(uri) ?? null;
    const at = this.documentAt(uri);
    const refused = (problem: string) => ({ version, orphans: [], problem: this.client.words().action(problem) });
    if (!at) return refused('repair-no-document');
    const { document, project } = at;
    const { records } = project.corpus;
    const orphans = orphansOf(document, records).map((orphan) => {
      const passages = passagesFor(document, records, orphan);
      return choiceOf(document, orphan, passages, isPlain(document, orphan, passages));
    });
    // That every quote stands is not to be said of those that nobody can read.
    if (orphans.length === 0 && isBroken(document)) return refused('claim-broken');
    return { version, orphans };
  }

  private updates(uri: string): Orphans {
    const version = this.session.versionOf(uri) ?? null;
    const at = this.documentAt(uri);
    if (!at) return { version, orphans: [] };
    const { document, project } = at;
    const orphans = this.updatesOf(uri, project, document).map(({ orphan, passage, text, parts, altered }) =>
      choiceOf(document, orphan, [{ span: passage, text, parts, altered }], false),
    );
    return { version, orphans };
  }

  private updatesOf(uri: string, project: Project, document: Document): readonly Update[] {
    const before = this.before.get(uri);
    if (!before || before === document) return [];
    const { records } = project.corpus;
    const known = this.followed.get(document);
    if (known?.before === before && known.records === records) return known.updates;
    const { updates, isOpen } = updatesBetween(before, document, records);
    this.followed.set(document, { before, records, updates });
    // Who takes a passage out may be about to put another in. Once all quotes stand, what comes is compared with the text
    // as it is now.
    if (!isOpen) this.before.delete(uri);
    return updates;
  }

  private reanchor({ uri, version, repairs, confirm }: ReanchorParams): Edited {
    const words = this.client.words();
    const at = this.documentAt(uri);
    if (!at || !Array.isArray(repairs)) return { problem: words.action('nothing-to-repair') };
    if (version !== (this.session.versionOf(uri) ?? null)) return { problem: words.action('text-has-changed') };
    const { document, project, path } = at;
    const lines = linesOf(document.text);
    const spanOf = ({ start, end }: Range) => ({ start: lines.offsetAt(start), end: lines.offsetAt(end) });
    const asked = repairs.map(({ range, passage }): Repair => {
      const piece = spanOf(range);
      return passage ? { piece, passage: spanOf(passage) } : { piece };
    });
    const made = repair(document, project.corpus.records, asked);
    if ('problem' in made) return { problem: words.action(made.problem, { path }) };
    const edit = this.whole(project, made);
    const title = words.action('repair-anchors', { count: asked.length });
    return { edit: confirm && this.client.canConfirm() ? toBeConfirmed(edit, title) : edit };
  }

  private editOf(project: Project, document: Document, repairs: readonly Repair[]) {
    const made = repair(document, project.corpus.records, repairs);
    return 'edits' in made && made.edits.length > 0
      ? { edits: made.edits, whole: this.whole(project, made) }
      : undefined;
  }

  private whole(project: Project, { edits }: Extract<Repaired, { edits: unknown }>): WorkspaceEdit {
    return workspaceEditOf(project, edits, (other) => this.session.versionOf(other));
  }

  private documentAt(uri: string): { document: Document; project: Project; path: string } | undefined {
    const place = typeof uri === 'string' ? this.session.placeOf(uri) : undefined;
    const document = place?.project.document(place.path);
    return place && document ? { ...place, document } : undefined;
  }
}

function choiceOf(
  { text }: Document,
  orphan: Orphan,
  passages: readonly Pick<Passage, 'span' | 'text' | 'parts' | 'altered'>[],
  plain: boolean,
): OrphanChoice {
  const { kind, piece, claim, entity } = orphan;
  return {
    kind,
    range: rangeOf(text, piece.span),
    text: piece.value,
    of: kind === 'quote' || kind === 'item' ? (claim ?? entity) : entity,
    passages: passages.map(
      (passage): PassageChoice => ({
        range: rangeOf(text, passage.span),
        text: passage.text,
        difference: passage.parts,
        altered: passage.altered,
      }),
    ),
    plain,
    removable: isRemovable(orphan),
  };
}
