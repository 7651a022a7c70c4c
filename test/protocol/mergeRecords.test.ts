import assert from 'node:assert/strict';
import type { WorkspaceEdit } from 'vscode-languageserver';
import {
  MERGE_CHOICES,
  MERGE_RECORDS,
  MERGE_RECORDS_COMMAND,
  type Merge,
  type MergeChoices,
} from '../../server/src/lsp/protocol.ts';
import { builtServer, closeAll, Editor, endServers, type Options } from './editor.ts';

const A = 'documents/a.md';
const PEOPLE = 'entities/people.yaml';
const FILES = {
  'concord.yaml': 'version: 1\n',
  [PEOPLE]: `沈蓓莉: {type: person, name: {en: Shen Beili}}
ShenBeili: {type: person, name: {en: Shen Bei-li}}
wang: {type: person, name: {zh: 王伟}}
`,
  [A]: '---\nentities: [沈蓓莉]\n---\nShen Beili and Shen Bei-li came.\n',
};
const HAS_COMMAND: Options = { params: { initializationOptions: { commands: [MERGE_RECORDS_COMMAND] } } };

async function start(options: Options = {}): Promise<Editor> {
  const editor = await (await Editor.on(FILES, options)).settled();
  editor.open(PEOPLE, undefined, 'yaml');
  editor.open(A);
  assert.deepEqual(await editor.codes(PEOPLE), ['possible-duplicate']);
  return editor;
}

describe('merging records in an editor', function () {
  this.timeout(60_000);
  before(() => builtServer());
  afterEach(closeAll);
  after(endServers);

  it('is offered both ways on records that may be one, as a command', async () => {
    const editor = await start(HAS_COMMAND);
    const actions = (await editor.actions(PEOPLE, 'Shen Bei-li')).filter(({ title }) => title.startsWith('Merge'));
    assert.deepEqual(
      actions.map(({ title, command }) => [title, command?.arguments?.[0]]),
      [
        ['Merge “ShenBeili” into “沈蓓莉” …', { uri: editor.uri(PEOPLE), from: 'ShenBeili', into: '沈蓓莉' }],
        ['Merge “沈蓓莉” into “ShenBeili” …', { uri: editor.uri(PEOPLE), from: '沈蓓莉', into: 'ShenBeili' }],
      ],
    );
  });

  it('answers with the edit of all files, and with what is to be known before', async () => {
    const editor = await start(HAS_COMMAND);
    const params = { uri: editor.uri(PEOPLE), from: '沈蓓莉', into: 'ShenBeili' };
    const { edit, notes, files } = await editor.ask<Merge>(MERGE_RECORDS, params);
    assert.deepEqual([notes, files], [['The id “沈蓓莉” becomes an alias of ShenBeili.'], 2]);
    editor.apply(edit as WorkspaceEdit);
    assert.equal(
      editor.textOf(PEOPLE),
      'ShenBeili: {type: person, name: {en: Shen Bei-li}, aliases: {en: [Shen Beili], zh: [沈蓓莉]}}\nwang: {type: person, name: {zh: 王伟}}\n',
    );
    assert.match(editor.textOf(A), /^---\nentities: \[ShenBeili\]\n/);
    assert.deepEqual(await editor.codes(PEOPLE), []);
    assert.deepEqual(await editor.codes(A), []);
    const again = await editor.ask<Merge>(MERGE_RECORDS, params);
    assert.match(again.problem!, /there is no record “沈蓓莉”/);
  });

  it('is confirmed where the client can, and plain for one that cannot ask only where nothing is lost', async () => {
    const capabilities = { workspace: { workspaceEdit: { changeAnnotationSupport: {} } } };
    const editor = await start({ ...HAS_COMMAND, capabilities });
    const params = { uri: editor.uri(PEOPLE), from: 'wang', into: 'ShenBeili' };
    const { edit } = await editor.ask<Merge>(MERGE_RECORDS, params);
    assert.equal((edit as WorkspaceEdit).changeAnnotations?.confirm?.needsConfirmation, true);
    closeAll();
    const other = await start();
    assert.deepEqual(
      (await other.actions(PEOPLE, 'Shen Bei-li')).filter(({ title }) => title.startsWith('Merge')),
      [],
      'an alias is added and an id is gone',
    );
  });

  it('finds the record at a place, those that are alike, and others by name', async () => {
    const editor = await start();
    const ask = (params: object) => editor.ask<MergeChoices>(MERGE_CHOICES, { uri: editor.uri(A), ...params });
    const { record, choices } = await ask({ position: editor.at(A, 'Shen Bei|li') });
    assert.deepEqual([record?.id, choices.map(({ id }) => id)], ['沈蓓莉', ['ShenBeili']]);
    const inFile = await ask({ uri: editor.uri(PEOPLE), position: editor.at(PEOPLE, 'name: {z|h') });
    assert.deepEqual([inFile.record?.id, inFile.choices], ['wang', []]);
    assert.deepEqual(
      (await ask({ id: 'wang', query: 'shen' })).choices.map(({ id, name, type }) => [id, name, type]),
      [
        ['沈蓓莉', 'Shen Beili', 'Person'],
        ['ShenBeili', 'Shen Bei-li', 'Person'],
      ],
    );
    assert.deepEqual(
      (await ask({ query: 'wangwei' })).choices.map(({ id }) => id),
      ['wang'],
    );
    for (const params of [{}, { uri: 5 }, { uri: editor.uri('x.md'), query: 5 }, { id: 5, position: 5 }]) {
      assert.deepEqual((await editor.ask<MergeChoices>(MERGE_CHOICES, params)).choices, []);
    }
  });
});
