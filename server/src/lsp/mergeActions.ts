/** The requests and code actions that make one record of two: decodes, asks the feature, encodes. */

import { type CodeAction, CodeActionKind, type Connection } from 'vscode-languageserver';
import { likenessesOf, slotsIn } from '../checks/duplicates/likenesses.ts';
import { nameOf } from '../checks/engine/entityName.ts';
import type { Words } from '../checks/messages/messages.ts';
import { pinyinReader } from '../core/pinyin.ts';
import type { EntityRecord } from '../core/record.ts';
import type { Span } from '../core/text.ts';
import { capital } from '../features/hovers/reader.ts';
import { mergeRecords } from '../features/mergeRecords.ts';
import { findRecords } from '../features/search.ts';
import { symbolAt } from '../features/symbolAt.ts';
import { labelIn } from '../features/wording.ts';
import { unlessCancelled } from './cancellation.ts';
import { toBeConfirmed } from './confirm.ts';
import { diagnosticOf, linesOf, workspaceEditOf } from './convert.ts';
import type { Project } from './project.ts';
import {
  MERGE_CHOICES,
  MERGE_RECORDS,
  MERGE_RECORDS_COMMAND,
  type Merge,
  type MergeArguments,
  type MergeChoices,
  type MergeChoicesParams,
  type MergeParams,
  type RecordChoice,
} from './protocol.ts';
import type { Session } from './session.ts';

/** What is asked of every client. */
interface Client {
  readonly words: () => Words;
  readonly locale: () => string;
  readonly has: (command: string) => boolean;
  readonly canConfirm: () => boolean;
  readonly pageAddress: (code: string) => string | undefined;
}

/** How many records a list shows. */
const MOST = 50;

export class Merging {
  constructor(
    private readonly session: Session,
    private readonly client: Client,
  ) {}

  register(connection: Connection): void {
    connection.onRequest(
      MERGE_CHOICES,
      unlessCancelled((params: MergeChoicesParams): MergeChoices => this.choices(params)),
    );
    connection.onRequest(
      MERGE_RECORDS,
      unlessCancelled((params: MergeParams): Merge => this.merge(params)),
    );
  }

  /** For the findings on records that may be one, which touch `span`. */
  actions(project: Project, path: string, uri: string, span: Span): readonly CodeAction[] {
    const found = project
      .findings(path)
      .filter(({ code, accepted }) => code === 'possible-duplicate' && accepted === undefined)
      .filter((finding) => finding.span.start <= span.end && span.start <= finding.span.end);
    return found.flatMap((finding): readonly CodeAction[] => {
      const [id, other] = [String(finding.params.id), String(finding.params.other)];
      const words = this.client.words();
      const diagnostics = [diagnosticOf(project, finding, words, this.client.pageAddress(finding.code))];
      const kind = CodeActionKind.QuickFix;
      return [
        [id, other],
        [other, id],
      ].flatMap(([from, into]): readonly CodeAction[] => {
        const title = words.action('merge-records', { from, into });
        if (this.client.has(MERGE_RECORDS_COMMAND)) {
          const given: MergeArguments = { uri, from, into };
          return [{ title, kind, diagnostics, command: { title, command: MERGE_RECORDS_COMMAND, arguments: [given] } }];
        }
        // Where something has to be told before, a plain edit would keep silent about it.
        const merged = this.merge({ uri, from: from!, into: into! });
        return merged.edit && merged.notes.length === 0 ? [{ title, kind, diagnostics, edit: merged.edit }] : [];
      });
    });
  }

  private choices({ uri, position, id, query }: MergeChoicesParams): MergeChoices {
    const place = typeof uri === 'string' ? this.session.placeOf(uri) : undefined;
    if (!place) return { choices: [] };
    const { project, path } = place;
    const { records } = project.corpus;
    const record = typeof id === 'string' ? records.get(id) : position && this.recordAt(project, path, position);
    const found =
      typeof query === 'string' && query.trim() !== ''
        ? findRecords(records, query, MOST, pinyinReader()).map((hit) => hit.record)
        : record
          ? likenessesIn(project, record)
          : [];
    const others = found.filter((one) => one.id.value !== record?.id.value);
    return {
      ...(record && { record: this.choiceOf(project, record) }),
      choices: others.map((one) => this.choiceOf(project, one)),
    };
  }

  private recordAt(
    project: Project,
    path: string,
    position: NonNullable<MergeChoicesParams['position']>,
  ): EntityRecord | undefined {
    const text = project.textOf(path);
    const offset = text === undefined ? undefined : linesOf(text).offsetAt(position);
    if (offset === undefined) return undefined;
    const symbol = symbolAt(project, { path, offset });
    const { records } = project.corpus;
    if (symbol?.kind === 'entity' && symbol.ids.length === 1) return records.get(symbol.ids[0]!);
    const file = records.files.get(path);
    return file?.records.find(({ span }) => span.start <= offset && offset <= span.end);
  }

  private choiceOf(project: Project, record: EntityRecord): RecordChoice {
    const { mentions, claims } = project.corpus.usage(record.id.value);
    const locale = this.client.locale();
    const name = nameOf(record, locale);
    const type = record.type?.value ?? '';
    const label = labelIn(project.corpus.vocabulary.types.get(type)?.label ?? {}, locale, type);
    return { id: record.id.value, name, type: capital(label), mentions, claims };
  }

  private merge({ uri, from, into }: MergeParams): Merge {
    const words = this.client.words();
    const place = typeof uri === 'string' ? this.session.placeOf(uri) : undefined;
    if (!place) return { problem: words.action('merge-no-record', { id: String(from) }), notes: [], files: 0 };
    const { project } = place;
    const made = mergeRecords(project, String(from), String(into));
    if ('problem' in made) return { problem: words.action(made.problem, made.params), notes: [], files: 0 };
    const edit = workspaceEditOf(project, made.edits, (other) => this.session.versionOf(other));
    const title = words.action('merge-records', { from, into });
    return {
      edit: this.client.canConfirm() ? toBeConfirmed(edit, title) : edit,
      notes: made.notes.map(({ message, params }) => words.action(message, params)),
      files: made.files,
    };
  }
}

/** Records of the same type with a name that is like one of this one's. */
function likenessesIn({ corpus }: Project, record: EntityRecord): readonly EntityRecord[] {
  const file = corpus.records.files.get(record.path);
  const [slot] = (file ? [...slotsIn(file)] : []).find(([, one]) => one === record) ?? [];
  return slot === undefined ? [] : [...likenessesOf(corpus.records, record, slot)].map((likeness) => likeness.record);
}
