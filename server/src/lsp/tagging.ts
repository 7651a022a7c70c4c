/** The requests of tagging: each decodes a place, asks the features, and answers with an edit or with why there is none. */

import type { Connection } from 'vscode-languageserver';
import { nameOf, otherNames } from '../checks/engine/entityName.ts';
import { newRecordPath } from '../checks/engine/newRecord.ts';
import type { Words } from '../checks/messages/messages.ts';
import type { TextEdit } from '../core/edit.ts';
import { pinyinReader } from '../core/pinyin.ts';
import type { Params } from '../core/problem.ts';
import type { EntityRecord } from '../core/record.ts';
import { capital } from '../features/hovers/reader.ts';
import { candidates } from '../features/tagging/candidates.ts';
import { isDescription } from '../features/tagging/descriptions.ts';
import { notesFor, type Tagging, taggingEdits, waysOf } from '../features/tagging/edits.ts';
import { likelyTypes } from '../features/tagging/likelyType.ts';
import { newRecordEdits, proposal, proposedId } from '../features/tagging/newRecord.ts';
import { namesIn, passageAt } from '../features/tagging/passage.ts';
import { type Note, type Operation, ownersOf, type Setting, type Way } from '../features/tagging/plan.ts';
import { knownNames, tagAllEdits } from '../features/tagging/tagAll.ts';
import { labelIn } from '../features/wording.ts';
import { unlessCancelled } from './cancellation.ts';
import { linesOf, rangeOf, workspaceEditOf } from './convert.ts';
import type { Project } from './project.ts';
import {
  KNOWN_NAMES,
  type KnownNames,
  type KnownNamesParams,
  type Refused,
  TAG,
  TAG_ALL,
  TAG_CANDIDATES,
  TAG_CREATE,
  TAG_PROPOSAL,
  type TagAllParams,
  type TagCandidate,
  type TagCandidates,
  type TagCandidatesParams,
  type TagCreateParams,
  type Tagged,
  type TagParams,
  type TagPlace,
  type TagProposal,
  type TagProposalParams,
} from './protocol.ts';
import type { Session } from './session.ts';

type Answer<T> = T | Refused;

/** What a place is, for whoever answers about it. */
interface Asked extends Setting {
  readonly project: Project;
}

export function registerTagging(
  connection: Connection,
  session: Session,
  words: () => Words,
  locale: () => string,
): void {
  const version = (uri: string) => session.versionOf(uri);
  const refused = (problem: string, params: Params = {}): Refused => ({
    problem: words().action(
      problem === 'invalid-id' || problem === 'id-taken' ? problem : `tagging-${problem}`,
      params,
    ),
  });

  const asked = ({ uri, range, version: known }: TagPlace): Answer<Asked> => {
    const found = typeof uri === 'string' ? session.placeOf(uri) : undefined;
    const text = found?.project.textOf(found.path);
    if (!found || text === undefined || !isRange(range)) return refused('no-document');
    if (known !== undefined && known !== version(uri)) return refused('changed');
    const { project, path } = found;
    const lines = linesOf(text);
    const passage = passageAt(project, path, { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) });
    if ('problem' in passage) return refused(passage.problem);
    return { project, view: project, passage, names: namesIn(passage.document, project.corpus.records) };
  };

  const edited = (project: Project, edits: readonly TextEdit[], summary: string): Tagged<unknown> => ({
    edit: workspaceEditOf(project, edits, version),
    summary,
  });

  const answering = <P extends TagPlace, T>(method: string, answer: (at: Asked, params: P) => Answer<T>) =>
    connection.onRequest<unknown, void>(
      method,
      unlessCancelled((params: P): Answer<T> => {
        const at = asked(params);
        return 'problem' in at ? at : answer(at, params);
      }),
    );

  answering(TAG_CANDIDATES, (at, { operation, query }: TagCandidatesParams): Answer<TagCandidates> => {
    const { passage, project } = at;
    const problem = whyNot(at, operation);
    if (problem) return refused(problem.problem, { text: passage.text, id: problem.id });
    return {
      text: passage.text,
      range: rangeOf(passage.document.text, passage.span),
      isName: !isDescription(passage.text),
      candidates: offered(at, operation, query ?? '').map(({ record, likeness, holds }) => ({
        ...shown(project, record, passage.document.annotations.lang?.value ?? locale(), locale()),
        likeness,
        holds,
        ways: taggingWays(at, operation, record.id.value, words()),
      })),
    };
  });

  answering(TAG, (at, { operation, id, way }: TagParams): Answer<Tagged<unknown>> => {
    const made = taggingEdits(at, { operation, id, way: way as Way });
    const params = { id, text: at.passage.text };
    if ('problem' in made) return refused(made.problem, params);
    return made.edits.length > 0
      ? edited(at.project, made.edits, inWords(made.notes, words()))
      : refused('already', params);
  });

  answering(TAG_PROPOSAL, (at, { name }: TagProposalParams): TagProposal => {
    const { view, project } = at;
    const { types, ...found } = proposal(at);
    const named = { ...found, name: name?.trim() || found.name };
    // A name that somebody has typed tells more than the description in the text.
    const ordered = named.name === found.name ? types : likelyTypes(view, named.name);
    return {
      ...named,
      types: ordered.map((id) => {
        const type = project.corpus.vocabulary.types.get(id);
        return {
          id,
          label: capital(labelIn(type?.label ?? {}, locale(), id)),
          icon: type?.icon ?? 'symbol-misc',
          path: newRecordPath(view, id),
          proposedId: proposedId(view, { ...named, type: id }, pinyinReader()),
        };
      }),
    };
  });

  answering(TAG_CREATE, (at, record: TagCreateParams): Answer<Tagged<unknown>> => {
    const { id, type, name, apposition } = record;
    if (!at.project.corpus.vocabulary.types.has(type)) return refused('no-type', { type });
    if (typeof name !== 'string' || name.trim() === '') return refused('no-name');
    const made = newRecordEdits(at, { id: String(id).trim(), type, name: name.trim(), apposition });
    if ('problem' in made) return refused(made.problem, { id: made.id, name: made.id, text: at.passage.text });
    const created: Note = { message: 'tagging-creates', params: { id, path: made.path } };
    // That a document declares what it is tagged with goes without saying.
    const others = made.notes.filter(({ message }) => message !== 'tagging-declares');
    return edited(at.project, made.edits, inWords([created, ...others], words()));
  });

  connection.onRequest<unknown, void>(
    KNOWN_NAMES,
    unlessCancelled(({ uri }: KnownNamesParams): Answer<KnownNames> => {
      const found = typeof uri === 'string' ? session.placeOf(uri) : undefined;
      const document = found?.project.document(found.path);
      if (!found || !document) return refused('no-document');
      if (document.annotations.damaged) return refused('broken');
      const { project } = found;
      const language = document.annotations.lang?.value ?? locale();
      const names = knownNames(project, document).map(({ record, places, forms, rivals }) => {
        const { id, name, icon } = shown(project, record, language, locale());
        const type = typeOf(project, record, locale());
        const others = forms.filter((form) => form !== name);
        return { id, name, icon, description: [type, ...others].filter(Boolean).join(' · '), places, rivals };
      });
      return { version: version(uri) ?? null, names };
    }),
  );

  connection.onRequest<unknown, void>(
    TAG_ALL,
    unlessCancelled(({ uri, ids, version: known }: TagAllParams): Answer<Tagged<unknown>> => {
      const found = typeof uri === 'string' ? session.placeOf(uri) : undefined;
      const document = found?.project.document(found.path);
      if (!found || !document || !Array.isArray(ids)) return refused('no-document');
      if (known !== undefined && known !== version(uri)) return refused('changed');
      const edits = document.annotations.damaged ? undefined : tagAllEdits(found.project, document, ids);
      return edits ? edited(found.project, edits, '') : refused('cannot-write');
    }),
  );
}

/** The ways in which a passage can be tagged with one entity, in words. */
export function taggingWays(at: Setting, operation: Operation, id: string, words: Words): TagCandidate['ways'] {
  return waysOf(at, operation, id, isDescription(at.passage.text)).map((way) => ({
    way,
    title: words.action(`tagging-way-${way}`),
    detail: inWords(notesFor(at, { operation, id, way }), words),
  }));
}

/** What an edit does, as one line. */
export function inWords(notes: Tagging['notes'], words: Words): string {
  const said = [...new Set(notes.map(({ message, params }) => words.action(message, params)))];
  return words.clauses(said) || words.action('tagging-nothing');
}

/** The records to choose from; of a passage that is to be tagged no more, those that it is tagged with. */
function offered(at: Asked, operation: Operation, query: string) {
  const { passage, project } = at;
  const owners = ownersOf(passage);
  const isBound = operation === 'untag' || operation === 'not' || (operation === 'sic' && owners.length > 0);
  if (!isBound) return candidates(at, query, pinyinReader());
  return owners.flatMap((id) => {
    const record = project.corpus.records.get(id);
    return record ? [{ record, likeness: 'same' as const, holds: true }] : [];
  });
}

function whyNot({ passage }: Asked, operation: Operation): { problem: string; id?: string } | undefined {
  const { tagged } = passage;
  if (operation === 'tag') return undefined;
  if (operation !== 'sic') return ownersOf(passage).length > 0 ? undefined : { problem: 'not-tagged' };
  if (tagged.some(({ kind }) => kind === 'sic')) return { problem: 'sic-already' };
  const named = tagged.find(({ kind }) => kind === 'name');
  return named && { problem: 'sic-listed', id: named.id };
}

function shown(project: Project, record: EntityRecord, language: string, locale: string) {
  const { types } = project.corpus.vocabulary;
  const description = [typeOf(project, record, locale), ...otherNames(record, language)].filter(Boolean).join(' · ');
  const icon = types.get(record.type?.value ?? '')?.icon ?? 'symbol-misc';
  return { id: record.id.value, name: nameOf(record, language), description, icon };
}

function typeOf(project: Project, { type }: EntityRecord, locale: string): string {
  const label = type && project.corpus.vocabulary.types.get(type.value)?.label;
  return type ? capital(labelIn(label ?? {}, locale, type.value)) : '';
}

function isRange(range: unknown): range is TagPlace['range'] {
  const { start, end } = (range ?? {}) as Partial<TagPlace['range']>;
  return [start?.line, start?.character, end?.line, end?.character].every((one) => typeof one === 'number');
}
