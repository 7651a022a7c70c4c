/** The code actions of tagging: the command of a client that can ask for whom, else the likeliest choices as edits. */

import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver';
import { nameOf } from '../checks/engine/entityName.ts';
import type { Words } from '../checks/messages/messages.ts';
import { pinyinReader } from '../core/pinyin.ts';
import { candidates } from '../features/tagging/candidates.ts';
import { isDescription } from '../features/tagging/descriptions.ts';
import { taggingEdits, waysOf } from '../features/tagging/edits.ts';
import { namesIn, passageAt } from '../features/tagging/passage.ts';
import { type Operation, ownersOf, type Setting } from '../features/tagging/plan.ts';
import { linesOf, workspaceEditOf } from './convert.ts';
import type { Project } from './project.ts';
import { TAG_COMMAND, type TagPlace } from './protocol.ts';
import { inWords } from './tagging.ts';

export interface TagAction extends Pick<CodeAction, 'title' | 'command' | 'edit'> {
  readonly kind: string;
}

/** So many records are offered where nobody can be asked. */
const OFFERED = 3;

/** For a selection in the body, or a cursor on a name that is not tagged or could be several. */
export function tagActions(
  project: Project,
  path: string,
  range: Range,
  clientHas: (command: string) => boolean,
  words: Words,
  version: (uri: string) => number | undefined,
): readonly TagAction[] {
  const text = project.document(path)?.text;
  if (text === undefined) return [];
  const lines = linesOf(text);
  const span = { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
  const passage = passageAt(project, path, span);
  if ('problem' in passage) return [];
  const owners = ownersOf(passage);
  const isOpen = passage.untagged.length > 0 || passage.ambiguous.length > 0;
  if (span.start === span.end && !isOpen) return [];
  const kind = isOpen ? CodeActionKind.QuickFix : CodeActionKind.Refactor;
  if (clientHas(TAG_COMMAND)) {
    const title = words.action(owners.length > 0 && !isOpen ? 'tag-otherwise' : 'tag-as', { text: passage.text });
    const place: TagPlace = { uri: project.uriOf(path), range };
    return [{ kind, title, command: { title, command: TAG_COMMAND, arguments: [place] } }];
  }
  const setting: Setting = { view: project, passage, names: namesIn(passage.document, project.corpus.records) };
  const action = (operation: Operation, id: string, title: string): readonly TagAction[] => {
    const [way] = waysOf(setting, operation, id, isDescription(passage.text));
    const made = way && taggingEdits(setting, { operation, id, way });
    if (!made || 'problem' in made || made.edits.length === 0) return [];
    const record = project.corpus.records.get(id);
    const params = { text: passage.text, name: record ? nameOf(record, 'en') : id, notes: inWords(made.notes, words) };
    return [{ kind, title: words.action(title, params), edit: workspaceEditOf(project, made.edits, version) }];
  };
  // A name that nobody has declared has fixes of its own, with its finding.
  const likely = candidates(setting, '', pinyinReader()).filter(
    ({ record, likeness, holds }) =>
      (likeness === 'same' || likeness === 'near') &&
      (!holds || passage.ambiguous.length > 0) &&
      !passage.untagged.includes(record.id.value),
  );
  return [
    ...likely.slice(0, OFFERED).flatMap(({ record }) => action('tag', record.id.value, 'tag-fix')),
    ...owners.flatMap((id) => action('untag', id, 'untag-fix')),
  ];
}
