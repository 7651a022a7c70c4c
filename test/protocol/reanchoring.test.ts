import assert from 'node:assert/strict';
import type { WorkspaceEdit } from 'vscode-languageserver';
import {
  type Edited,
  ORPHANS,
  type Orphans,
  QUOTE_UPDATES,
  REANCHOR,
  REANCHOR_COMMAND,
  UPDATE_QUOTES_COMMAND,
} from '../../server/src/lsp/protocol.ts';
import { builtServer, closeAll, Editor, endServers, type Options } from './editor.ts';

const A = 'documents/a.md';
const FILES = {
  'concord.yaml': 'version: 1\n',
  'entities/e.yaml': 'forum: {type: event, name: {en: Delta Forum, zh: 河洲论坛}}\n',
  [A]: `---
entities: {forum: the Delta meeting}
claims:
  - {id: crowd, quote: 40 delegates cane by boat, subject: forum, property: attendance, value: 40}
  - {id: hall, quote: came to the hail, subject: forum, property: part-of, value: forum}
---
The Delta Forum opened. 40 delegates came by boat.
They came to the hall.
The others came to the hall too.
`,
};
const COMMANDS: Options = {
  params: { initializationOptions: { commands: [REANCHOR_COMMAND, UPDATE_QUOTES_COMMAND] } },
};
const CONFIRMS: Options = { capabilities: { workspace: { workspaceEdit: { changeAnnotationSupport: {} } } } };

async function start(options: Options = {}): Promise<Editor> {
  const editor = await (await Editor.on(FILES, options)).settled();
  editor.open(A);
  assert.deepEqual(await editor.codes(A), ['quote-drifted', 'quote-drifted']);
  return editor;
}

const orphansOf = (editor: Editor, method = ORPHANS) => editor.ask<Orphans>(method, { uri: editor.uri(A) });

describe('repairing anchors', function () {
  this.timeout(60_000);
  before(() => builtServer());
  afterEach(closeAll);
  after(endServers);

  it('says what has no place, what may be meant, and writes what is chosen', async () => {
    const editor = await start();
    const { version, orphans } = await orphansOf(editor);
    assert.equal(version, 1);
    assert.deepEqual(
      orphans.map(({ kind, of, text, passages, plain, removable }) => [
        kind,
        of,
        text,
        passages.length,
        plain,
        removable,
      ]),
      [
        ['as', 'forum', 'the Delta meeting', 0, false, true],
        ['quote', 'crowd', '40 delegates cane by boat', 1, true, false],
        ['quote', 'hall', 'came to the hail', 2, false, false],
      ],
    );
    const [form, crowd, hall] = orphans;
    assert.deepEqual(crowd!.passages[0]!.difference, [
      { shared: '40 delegates ' },
      { ours: 'cane', theirs: 'came' },
      { shared: ' by boat' },
    ]);
    const reanchor = async (repair: object): Promise<string> => {
      const { version: now } = await orphansOf(editor);
      const { edit } = await editor.ask<Edited>(REANCHOR, { uri: editor.uri(A), version: now, repairs: [repair] });
      editor.apply(edit as WorkspaceEdit);
      return editor.textOf(A).split('\n---\n')[0]!;
    };
    // From the end on, so that no range moves.
    assert.match(
      await reanchor({ range: hall!.range, passage: hall!.passages[1]!.range }),
      /quote: came to the hall, nth: 2, subject/,
    );
    assert.match(
      await reanchor({ range: crowd!.range, passage: crowd!.passages[0]!.range }),
      /quote: 40 delegates came by boat,/,
    );
    assert.match(await reanchor({ range: form!.range }), /^---\nentities: \{forum\}\n/);
    assert.deepEqual(await editor.codes(A), []);
    assert.deepEqual((await orphansOf(editor)).orphans, []);
  });

  it('writes nothing for another version, or for what says nothing', async () => {
    const editor = await start();
    const { version, orphans } = await orphansOf(editor);
    const repairs = [{ range: orphans[1]!.range, passage: orphans[1]!.passages[0]!.range }];
    editor.replace(A, 'They came', 'Then they came');
    const late = await editor.ask<Edited>(REANCHOR, { uri: editor.uri(A), version, repairs });
    assert.match(late.problem!, /the text has changed meanwhile/);
    for (const params of [{}, { uri: 5 }, { uri: editor.uri('none.md'), version: null, repairs: [] }]) {
      assert.match((await editor.ask<Edited>(REANCHOR, params)).problem!, /nothing to repair|has changed/);
      assert.deepEqual((await editor.ask<Orphans>(ORPHANS, params)).orphans, []);
    }
  });

  it('lets a client confirm each change, where it can', async () => {
    for (const [options, confirms] of [
      [CONFIRMS, true],
      [{}, false],
    ] as const) {
      const editor = await start(options);
      const { version, orphans } = await orphansOf(editor);
      const repairs = [{ range: orphans[1]!.range, passage: orphans[1]!.passages[0]!.range }];
      const { edit } = await editor.ask<Edited>(REANCHOR, { uri: editor.uri(A), version, repairs, confirm: true });
      const { changeAnnotations } = edit as WorkspaceEdit;
      assert.equal(changeAnnotations?.confirm?.needsConfirmation, confirms ? true : undefined);
      editor.apply(edit as WorkspaceEdit);
      assert.match(editor.textOf(A), /delegates came by boat, subject/);
      closeAll();
    }
  });

  it('offers its command, or passages as edits to a client without it', async () => {
    const own = await start(COMMANDS);
    const [choose] = (await own.actions(A, 'cane')).filter(({ command }) => command?.command === REANCHOR_COMMAND);
    assert.equal(choose?.title, 'Choose the passage for “40 delegates cane by boat” …');
    assert.deepEqual(choose.command!.arguments, [
      { uri: own.uri(A), range: own.rangeOf(A, '40 delegates cane by boat') },
    ]);
    closeAll();
    const other = await start();
    const titles = async (text: string) => (await other.actions(A, text)).map(({ title }) => title);
    const quoting = (await titles('cane by boat')).filter((title) => title.startsWith('Quote'));
    assert.deepEqual(quoting, ['Quote the text as it stands: “40 delegates came by boat”']);
    assert.deepEqual(
      (await titles('to the hail')).filter((title) => title.startsWith('Quote')),
      [
        'Quote the text as it stands: “came to the hall”',
        'Quote passage 1: “came to the hall”',
        'Quote passage 2: “came to the hall”',
      ],
    );
    const [removal] = await other.actions(A, 'Delta meeting');
    assert.equal(removal?.title, 'Remove “the Delta meeting”, which the text does not have');
    other.apply(removal.edit!);
    assert.match(other.textOf(A), /entities: \{forum\}/);
  });
});

describe('updating quotes after an edit', function () {
  this.timeout(60_000);
  before(() => builtServer());
  afterEach(closeAll);
  after(endServers);

  async function repaired(options: Options = {}): Promise<Editor> {
    const editor = await start(options);
    editor.replace(A, 'cane', 'came');
    editor.replace(A, 'to the hail', 'to the hall too');
    editor.replace(A, ': the Delta meeting', ': null');
    assert.deepEqual(await editor.codes(A), []);
    assert.deepEqual((await orphansOf(editor, QUOTE_UPDATES)).orphans, []);
    return editor;
  }

  it('says what stands where a quote stood, over several edits, and takes it back with them', async () => {
    const editor = await repaired();
    editor.replace(A, 'came by boat.', 'came by ship.');
    editor.replace(A, '40 delegates came by ship', '45 delegates came by ship');
    const { version, orphans } = await orphansOf(editor, QUOTE_UPDATES);
    assert.deepEqual(
      orphans.map(({ of, passages }) => [of, passages.map(({ text, altered }) => [text, altered])]),
      [['crowd', [['45 delegates came by ship', true]]]],
    );
    const repairs = orphans.map(({ range, passages }) => ({ range, passage: passages[0]!.range }));
    const { edit } = await editor.ask<Edited>(REANCHOR, { uri: editor.uri(A), version, repairs });
    editor.apply(edit as WorkspaceEdit);
    assert.match(editor.textOf(A), /quote: 45 delegates came by ship, subject/);
    assert.deepEqual((await orphansOf(editor, QUOTE_UPDATES)).orphans, []);
    editor.replace(A, 'ship.', 'boat.');
    assert.equal((await orphansOf(editor, QUOTE_UPDATES)).orphans.length, 1);
    editor.replace(A, 'boat.', 'ship.');
    assert.deepEqual((await orphansOf(editor, QUOTE_UPDATES)).orphans, []);
  });

  it('says nothing of edits of the front matter, nor of what was removed', async () => {
    const editor = await repaired();
    editor.replace(A, 'quote: 40', 'quote: 41');
    assert.deepEqual((await orphansOf(editor, QUOTE_UPDATES)).orphans, []);
    editor.replace(A, 'quote: 41', 'quote: 40');
    editor.replace(A, ' 40 delegates came by boat.', '');
    assert.deepEqual((await orphansOf(editor, QUOTE_UPDATES)).orphans, []);
    // Until something else is put in its place.
    editor.replace(A, 'opened.', 'opened. 40 delegates went by boat.');
    const [update] = (await orphansOf(editor, QUOTE_UPDATES)).orphans;
    assert.equal(update?.passages[0]?.text, '40 delegates went by boat');
  });

  it('is offered at the quote and at the passage, as a command or as an edit', async () => {
    for (const [options, hasCommand] of [
      [COMMANDS, true],
      [{}, false],
    ] as const) {
      const editor = await repaired(options);
      editor.replace(A, 'by boat.', 'by ship.');
      for (const text of ['by boat', 'by ship']) {
        const actions = await editor.actions(A, text);
        const update = actions.find(({ title }) => title === 'Update quotes to the edited text (1)');
        assert.equal(update?.command?.command, hasCommand ? UPDATE_QUOTES_COMMAND : undefined);
        assert.equal(update?.edit !== undefined, !hasCommand);
      }
      assert.ok(!(await editor.actions(A, 'opened')).some(({ title }) => title.startsWith('Update')));
      closeAll();
    }
  });
});
