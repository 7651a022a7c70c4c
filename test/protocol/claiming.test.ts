import assert from 'node:assert/strict';
import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver';
import {
  ARRANGE_CLAIM,
  CLAIM_ENTITIES,
  CLAIM_PROPERTIES,
  CLAIM_PROPOSAL,
  CLAIMS_AT,
  type ClaimItem,
  type ClaimProperty,
  type ClaimProposal,
  COPY_CLAIM,
  type EntityItem,
  MAKE_CLAIM,
  MAKE_CLAIM_COMMAND,
  type Refused,
  type SnippetAnswer,
  TRANSLATION_PLACES,
  type TranslationPlace,
} from '../../server/src/lsp/protocol.ts';
import { builtServer, closeAll, Editor, endServers, type Options } from './editor.ts';

const A = 'documents/a.md';
const B = 'documents/b.zh.md';
const BODY = 'The Delta Forum drew 212 delegates from 41 countries. Ships came too.\n';
const FILES = {
  'concord.yaml': 'version: 1\nlanguages: [en, zh]\nchecks: {unannotated-figure: info}\n',
  'entities/e.yaml': 'forum: {type: event, name: {en: Delta Forum, zh: 河洲论坛}}\n',
  [A]: `---\ndate: 2020-05-04\nlang: en\nentities: [forum]\n---\n${BODY}`,
  [B]: `---\ndate: 2020-05-04\nlang: zh\ntranslation-of: ${A}\nentities: [forum]\n---\n河洲论坛吸引了212名代表，来自41个国家。船只也来了。\n`,
};
const HAS_COMMAND: Options = { params: { initializationOptions: { commands: [MAKE_CLAIM_COMMAND] } } };
const PASSAGE = 'The Delta Forum drew 212 delegates from 41 countries';

async function start(options: Options = {}): Promise<Editor> {
  const editor = await (await Editor.on(FILES, options)).settled();
  editor.open(A);
  editor.open(B);
  await editor.codes(B);
  return editor;
}

const passage = (editor: Editor, path: string, text: string) => ({
  uri: editor.uri(path),
  version: editor.documents.get(path)!.version,
  range: editor.rangeOf(path, text),
});

const make = (editor: Editor, params: object) =>
  editor.ask<{ edit: WorkspaceEdit } & SnippetAnswer & Refused>(MAKE_CLAIM, params);

describe('making claims', function () {
  this.timeout(60_000);
  before(() => builtServer());
  afterEach(closeAll);
  after(endServers);

  it('proposes, lists properties, and writes several figures under one quote', async () => {
    const editor = await start();
    const at = passage(editor, A, PASSAGE);
    const proposal = await editor.ask<ClaimProposal>(CLAIM_PROPOSAL, at);
    assert.equal(proposal.quote, PASSAGE);
    assert.deepEqual(
      proposal.figures.map(({ words, likely }) => [words, likely]),
      [
        ['212 delegates', true],
        ['41 countries', true],
      ],
    );
    assert.deepEqual(proposal.subjects[0], {
      id: 'forum',
      name: 'Delta Forum',
      icon: 'calendar',
      description: 'Event · in the passage',
    });
    const claims = await Promise.all(
      proposal.figures.map(async ({ key }) => {
        const params = { ...at, subject: 'forum', figure: key };
        const [property] = await editor.ask<readonly ClaimProperty[]>(CLAIM_PROPERTIES, params);
        return { subject: 'forum', property: property!.id, figure: key, qualifiers: property!.qualifiers };
      }),
    );
    const { edit } = await make(editor, { ...at, claims });
    editor.apply(edit);
    assert.equal(
      editor.textOf(A),
      FILES[A]!.replace(
        'entities: [forum]\n',
        `entities: [forum]
claims:
  - id: attendance
    quote: ${PASSAGE}
    subject: forum
    property: attendance
    value: 212
    claims:
      - {id: represented-countries, property: represented-countries, value: 41}
`,
      ),
    );
    assert.deepEqual(await editor.codes(A), []);
    assert.match((await make(editor, { ...at, claims })).problem, /changed meanwhile/);
  });

  it('finds records by what is typed, and says in words what is wrong with a selection', async () => {
    const editor = await start();
    const found = await editor.ask<readonly EntityItem[]>(CLAIM_ENTITIES, { uri: editor.uri(A), query: 'hzlt' });
    assert.deepEqual(
      found.map(({ id }) => id),
      ['forum'],
    );
    const asked = async (params: object) => (await editor.ask<Refused>(CLAIM_PROPOSAL, params)).problem;
    assert.match(await asked(passage(editor, A, 'date: 2020')), /front matter/);
    const at = passage(editor, A, 'Ships');
    assert.match(await asked({ ...at, range: { start: at.range.start, end: at.range.start } }), /Select the passage/);
    assert.match(await asked({ ...at, version: 7 }), /changed meanwhile/);
    for (const params of [{}, { uri: 5 }, { uri: editor.uri('none.md') }]) assert.match(await asked(params), /corpus/);
    assert.match(await asked({ uri: at.uri, version: at.version }), /front matter/);
    editor.replace(A, 'entities: [forum]', 'entities: [forum');
    assert.match(await asked(passage(editor, A, PASSAGE)), /cannot be read/);
  });

  it('leaves stops where the rest is to be written by hand', async () => {
    const editor = await start();
    const at = passage(editor, A, PASSAGE);
    const { figures } = await editor.ask<ClaimProposal>(CLAIM_PROPOSAL, at);
    const answer = await make(editor, { ...at, byHand: true, claims: [{ figure: figures[0]!.key }] });
    assert.equal(
      answer.snippet,
      `claims:\n  - quote: ${PASSAGE}\n    subject: \${1:subject}\n    property: \${2:property}\n    value: 212 delegates\n$0`,
    );
    assert.deepEqual(answer.range, { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } });
  });

  it('offers a command on figures that no claim covers, also as the fix of that finding', async () => {
    const editor = await start(HAS_COMMAND);
    const diagnostics = await editor.diagnostics(A);
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ['unannotated-figure', 'unannotated-figure'],
    );
    const actions = await editor.ask<readonly CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: editor.uri(A) },
      range: diagnostics[0]!.range,
      context: { diagnostics },
    });
    const [action] = actions.filter(({ command }) => command?.command === MAKE_CLAIM_COMMAND);
    assert.equal(action?.title, 'Make a claim of “212 delegates” …');
    assert.equal(action?.kind, 'quickfix');
    assert.equal(action?.diagnostics?.length, 2);
  });

  it('offers readings, each of them a plain edit, to a client that cannot ask', async () => {
    const editor = await start();
    const actions = (await editor.actions(A, '212')).filter(({ kind }) => kind === 'refactor');
    assert.deepEqual(
      actions.map(({ title }) => title).filter((title) => !title.includes('count')),
      ['Claim: Delta Forum · attendance · 212', 'Begin a claim of “212 delegates”, the rest to be filled in'],
    );
    editor.apply(actions.at(-1)!.edit!);
    assert.deepEqual(await editor.codes(A), ['wrong-shape']);
    editor.replace(A, '    value: 212 delegates\n', '    subject: forum\n    property: attendance\n    value: 212\n');
    assert.deepEqual(await editor.codes(A), []);
  });

  it('arranges the claims at a place, and says why it does not', async () => {
    const editor = await start();
    const claims =
      'claims:\n  - {quote: drew 212, subject: forum, property: attendance, value: 212}\n  - {quote: from 41, subject: forum, property: represented-countries, value: 41}\n';
    editor.replace(A, 'entities: [forum]\n', `entities: [forum]\n${claims}`);
    const [claim] = await editor.ask<readonly ClaimItem[]>(CLAIMS_AT, passage(editor, A, 'drew 212 delegates'));
    assert.equal(claim?.label, 'Delta Forum · attendance · 212');
    assert.deepEqual(claim?.arrangements, ['duplicate', 'move-down', 'delete']);
    const { uri, version } = passage(editor, A, 'drew 212');
    const arrange = (arrangement: string) =>
      editor.ask<{ edit: WorkspaceEdit } & Refused>(ARRANGE_CLAIM, { uri, version, claim: claim!.key, arrangement });
    assert.match((await arrange('split')).problem, /nothing to split/);
    assert.match((await arrange('move-up')).problem, /first/);
    editor.apply((await arrange('move-down')).edit);
    const [first, second] = claims.split('\n').slice(1, 3);
    assert.ok(editor.textOf(A).includes(`claims:\n${second}\n${first}\n`), editor.textOf(A));
    assert.match((await arrange('move-down')).problem, /changed meanwhile/);
    const actions = await editor.actions(A, 'property: attendance', ['refactor']);
    assert.deepEqual(
      actions.map(({ title }) => title.replace(/ “.*”/, '')),
      ['Duplicate', 'Move up', 'Delete'],
    );
  });

  it('copies a claim to the translation, where somebody has chosen the place, under one id', async () => {
    const editor = await start();
    editor.replace(
      A,
      'entities: [forum]\n',
      'entities: [forum]\nclaims:\n  - {quote: drew 212, subject: forum, property: attendance, value: 212}\n',
    );
    const { uri, version } = passage(editor, A, 'drew 212');
    const about = { uri, version, claim: 'claims[0]' };
    const places = await editor.ask<readonly TranslationPlace[]>(TRANSLATION_PLACES, about);
    assert.deepEqual(
      places.map(({ path, words, description }) => [path, words, description]),
      [[B, '河洲论坛吸引了212名代表', '212名 · figures in common: 1 · names in common: 1']],
    );
    const { edit } = await editor.ask<{ edit: WorkspaceEdit }>(COPY_CLAIM, { ...about, place: places[0] });
    editor.apply(edit);
    assert.ok(
      editor
        .textOf(B)
        .includes(
          'claims:\n  - id: attendance\n    quote: 河洲论坛吸引了212名代表\n    subject: forum\n    property: attendance\n    value: 212\n',
        ),
      editor.textOf(B),
    );
    assert.ok(editor.textOf(A).includes('{id: attendance, quote: drew 212,'), editor.textOf(A));
    assert.equal((await editor.codes(B)).includes('translation-mismatch'), false);
    const again = { ...about, claim: 'attendance', version: version + 1, place: { ...places[0], version: 2 } };
    assert.match((await editor.ask<Refused>(COPY_CLAIM, again)).problem, /already/);
  });
});
