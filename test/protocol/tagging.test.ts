import assert from 'node:assert/strict';
import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver';
import {
  KNOWN_NAMES,
  type KnownNames,
  type Refused,
  TAG,
  TAG_ALL,
  TAG_CANDIDATES,
  TAG_COMMAND,
  TAG_CREATE,
  TAG_PROPOSAL,
  type TagCandidates,
  type Tagged,
  type TagProposal,
} from '../../server/src/lsp/protocol.ts';
import { builtServer, closeAll, Editor, endServers, type Options } from './editor.ts';

const A = 'documents/a.md';
const B = 'documents/b.md';
const RECORDS = 'entities/all.yaml';
const FILES = {
  'concord.yaml': 'version: 1\n',
  [RECORDS]:
    'shen-beili:\n  type: person\n  name: {en: Shen Beili, zh: 沈蓓莉}\nma-zhaoxu: {type: person, name: {en: Ma Zhaoxu, zh: 马朝旭}}\nforum: {type: event, name: {en: Delta Forum, zh: 河洲论坛}}\nother-forum: {type: event, name: Delta Forum}\n',
  [A]: '---\nentities: [ma-zhaoxu]\n---\nMa Zhaoxu met Ms. Shen and Kilvarra Union (KU). Then he left. Shen Beili, 沈蓓莉.\n',
  [B]: '# Unannotated\n\nMa Zhaoxu and Shen Beili at the Delta Forum.\n',
};
const HAS_COMMAND: Options = { params: { initializationOptions: { commands: [TAG_COMMAND] } } };

async function start(options: Options = {}): Promise<Editor> {
  const editor = await (await Editor.on(FILES, options)).settled();
  for (const path of [A, B]) editor.open(path);
  editor.open(RECORDS, undefined, 'yaml');
  return editor;
}

/** The last place of `text`: what is written of it stands before. */
const placeOf = (editor: Editor, path: string, text: string) => {
  const document = editor.documents.get(path)!;
  const start = document.getText().lastIndexOf(text);
  const range = { start: document.positionAt(start), end: document.positionAt(start + text.length) };
  return { uri: editor.uri(path), range, version: document.version };
};

type Answer<T> = T & Partial<Refused>;
const problemOf = (answer: Partial<Refused>): string => answer.problem ?? '';

describe('tagging, asked of the server', function () {
  this.timeout(60_000);
  before(() => builtServer());
  afterEach(closeAll);
  after(endServers);

  const candidates = (editor: Editor, path: string, text: string, more: object = {}) =>
    editor.ask<Answer<TagCandidates>>(TAG_CANDIDATES, { ...placeOf(editor, path, text), operation: 'tag', ...more });
  const tag = (editor: Editor, path: string, text: string, id: string, way: string, operation = 'tag') =>
    editor.ask<Answer<Tagged<WorkspaceEdit>>>(TAG, { ...placeOf(editor, path, text), operation, id, way });

  it('offers records, the likeliest first, each with what it would write', async () => {
    const editor = await start();
    const { text, range, candidates: found } = await candidates(editor, A, ' Ms. Shen');
    assert.equal(text, 'Ms. Shen');
    assert.deepEqual(range, editor.rangeOf(A, 'Ms. Shen'));
    assert.deepEqual(
      found.map(({ id, likeness, holds }) => [id, likeness, holds]),
      [
        ['shen-beili', 'near', false],
        ['ma-zhaoxu', 'declared', false],
        ['forum', 'other', false],
        ['other-forum', 'other', false],
      ],
    );
    assert.deepEqual(found[0], {
      id: 'shen-beili',
      name: 'Shen Beili',
      description: 'Person · 沈蓓莉',
      icon: 'person',
      likeness: 'near',
      holds: false,
      ways: [
        {
          way: 'form',
          title: 'As a name in this document',
          detail: 'adds “Ms. Shen” to the names of shen-beili in this document',
        },
        {
          way: 'alias',
          title: 'As an alias in its record, for every document',
          detail: 'adds “Ms. Shen” to the aliases of shen-beili; declares shen-beili',
        },
        { way: 'here', title: 'Only here', detail: 'anchors this one place to shen-beili' },
      ],
    });
    const typed = await candidates(editor, A, 'Ms. Shen', { query: 'mzx' });
    assert.deepEqual(
      typed.candidates.map(({ id }) => id),
      ['ma-zhaoxu'],
    );
  });

  it('answers a choice with the edit, and the text then has the mention', async () => {
    const editor = await start();
    const { edit, summary } = await tag(editor, A, 'Ms. Shen', 'shen-beili', 'form');
    assert.equal(summary, 'adds “Ms. Shen” to the names of shen-beili in this document');
    editor.apply(edit);
    assert.match(editor.textOf(A), /^---\nentities: \[ma-zhaoxu, \{shen-beili: Ms\. Shen\}\]\n---\n/);
    editor.apply((await tag(editor, A, 'he left', 'ma-zhaoxu', 'here')).edit);
    assert.match(editor.textOf(A), /\[\{ma-zhaoxu: \{here: \[he left\]\}\}, /);
    assert.deepEqual(await editor.codes(A), []);
    assert.deepEqual(
      (await candidates(editor, A, 'Ms. Shen', { operation: 'untag' })).candidates.map(({ id, ways }) => [
        id,
        ways.map(({ way }) => way),
      ]),
      [['shen-beili', ['everywhere']]],
    );
  });

  it('writes an alias into the record', async () => {
    const editor = await start();
    editor.apply((await tag(editor, A, 'Ms. Shen', 'shen-beili', 'alias')).edit);
    assert.match(editor.textOf(RECORDS), /zh: 沈蓓莉\}\n {2}aliases: \{en: \[Ms\. Shen\]\}\n/);
    assert.match(editor.textOf(A), /^---\nentities: \[ma-zhaoxu, shen-beili\]\n/);
    assert.deepEqual(await editor.codes(A), []);
  });

  it('creates a record with what the text says, and tags the passage', async () => {
    const editor = await start();
    const place = placeOf(editor, A, 'Kilvarra Union');
    const proposal = await editor.ask<TagProposal>(TAG_PROPOSAL, place);
    assert.equal(proposal.name, 'Kilvarra Union');
    assert.deepEqual(proposal.apposition, { text: 'KU', kind: 'alias' });
    const type = proposal.types.find(({ id }) => id === 'organization');
    assert.deepEqual(type, {
      id: 'organization',
      label: 'Organization',
      icon: 'organization',
      path: 'entities/organizations.yaml',
      proposedId: 'kilvarra-union',
    });
    const create = { ...place, type: 'organization', name: 'Kilvarra Union', apposition: proposal.apposition };
    const taken = await editor.ask<Refused>(TAG_CREATE, { ...create, id: 'forum' });
    assert.equal(taken.problem, '“forum” is taken already.');
    assert.match((await editor.ask<Refused>(TAG_CREATE, { ...create, id: 'a b' })).problem, /cannot be an id/);
    const made = await editor.ask<Tagged<WorkspaceEdit>>(TAG_CREATE, { ...create, id: 'kilvarra-union' });
    assert.equal(made.summary, 'creates kilvarra-union in entities/organizations.yaml');
    const { edit } = made;
    assert.deepEqual(
      edit.documentChanges?.map((change) => ('kind' in change ? change.kind : change.textDocument.uri)),
      [editor.uri(A), 'create', editor.uri('entities/organizations.yaml')],
    );
    const written = edit.documentChanges?.at(-1);
    assert.ok(written && 'edits' in written);
    assert.equal(
      (written.edits[0] as { newText: string }).newText,
      'kilvarra-union:\n  type: organization\n  name: {en: Kilvarra Union}\n  aliases: {en: [KU]}\n',
    );
  });

  it('tags all known names in one edit, also of a document that has no front matter', async () => {
    const editor = await start();
    const known = await editor.ask<KnownNames>(KNOWN_NAMES, { uri: editor.uri(B) });
    assert.deepEqual(
      known.names.map(({ id, places, rivals }) => [id, places, rivals]),
      [
        ['ma-zhaoxu', 1, []],
        ['shen-beili', 1, []],
        ['forum', 1, ['other-forum']],
        ['other-forum', 1, ['forum']],
      ],
    );
    const params = { uri: editor.uri(B), ids: ['ma-zhaoxu', 'shen-beili'], version: known.version };
    const { edit } = await editor.ask<Tagged<WorkspaceEdit>>(TAG_ALL, params);
    editor.apply(edit);
    assert.equal(editor.textOf(B), `---\nentities: [ma-zhaoxu, shen-beili]\n---\n${FILES[B]}`);
    assert.match((await editor.ask<Refused>(TAG_ALL, params)).problem, /has changed meanwhile/);
  });

  it('says why it cannot', async () => {
    const editor = await start();
    const problem = async (path: string, text: string, operation = 'tag') =>
      problemOf(await candidates(editor, path, text, { operation }));
    assert.match(await problem(A, 'entities'), /front matter/);
    assert.match(await problem(A, '---\nMa Zhaoxu'), /front matter/);
    assert.match(await problem(A, 'Ms. Shen', 'untag'), /“Ms\. Shen” is not tagged/);
    assert.match(await problem(A, 'Ma Zhaoxu met', 'sic'), /^$/);
    assert.match(await problem(RECORDS, 'forum'), /no document/);
    const stale = await candidates(editor, A, 'Ms. Shen', { version: 7 });
    assert.match(problemOf(stale), /changed meanwhile/);
    editor.replace(A, 'entities: [ma-zhaoxu]', 'entities: [ma-zhaoxu');
    assert.match(await problem(A, 'Ms. Shen'), /cannot be read/);
    for (const params of [{}, { uri: 5 }, { uri: editor.uri(A) }, { uri: editor.uri('none.md'), range: 7 }]) {
      assert.ok(problemOf(await editor.ask<Refused>(TAG_CANDIDATES, params)), JSON.stringify(params));
    }
  });

  it('has the command as a code action, for a client that has it', async () => {
    const editor = await start(HAS_COMMAND);
    const [action] = (await editor.actions(A, 'Ms. Shen')).filter(({ command }) => command?.command === TAG_COMMAND);
    assert.equal(action?.title, 'Tag “Ms. Shen” as…');
    assert.equal(action?.kind, 'refactor');
    assert.deepEqual(action?.command?.arguments, [{ uri: editor.uri(A), range: editor.rangeOf(A, 'Ms. Shen') }]);
    const [open] = (await editor.actions(A, 'Shen Beili')).filter(({ command }) => command);
    assert.equal(open?.kind, 'quickfix');
  });

  it('has the likeliest choices as edits, for a client that cannot ask', async () => {
    const editor = await start();
    const aboutTags = ({ title }: CodeAction): boolean => /^(?:Tag|Untag)\b/.test(title);
    const actions = (await editor.actions(A, 'Ms. Shen', ['refactor'])).filter(aboutTags);
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['Tag “Ms. Shen” as Shen Beili: adds “Ms. Shen” to the names of shen-beili in this document'],
    );
    editor.apply(actions[0]!.edit!);
    assert.match(editor.textOf(A), /\{shen-beili: Ms\. Shen\}/);
    const { uri, range } = placeOf(editor, A, 'Ms. Shen');
    const after = await editor.ask<readonly CodeAction[]>('textDocument/codeAction', {
      ...{ textDocument: { uri }, range },
      context: { diagnostics: [], only: ['refactor'] },
    });
    assert.deepEqual(
      after.filter(aboutTags).map(({ title }) => title),
      ['Untag “Ms. Shen”: takes “Ms. Shen” away from shen-beili'],
    );
  });
});
