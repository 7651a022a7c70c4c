import assert from 'node:assert/strict';
import {
  type CompletionItem,
  type DocumentSymbol,
  type Hover,
  type Location,
  type LocationLink,
  type MarkupContent,
  type Range,
  ResponseError,
  type SymbolInformation,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { ErrorCodes } from 'vscode-languageserver/node';
import { builtServer, closeAll, Editor, endServers, eventually } from './editor.ts';

const CORPUS = {
  'concord.yaml': 'version: 1\nlanguages: [en, zh]\n',
  'entities/people.yaml': `ma-zhaoxu:
  type: person
  name: {en: Ma Zhaoxu, zh: 马朝旭}
shen-beili:
  type: person
  name: {en: Shen Beili, zh: 沈蓓莉}
`,
  'entities/places.yaml': 'china: {type: place, name: {en: China, zh: 中国}}\n',
  'documents/x.md': `---
title: Talks
date: 2022-10-20
lang: en
entities:
  ma-zhaoxu:
  china:
claims:
  - id: ties
    quote: has relations with 181 countries
    subject: china
    property: represented-countries
    value: 181
    by: ma-zhaoxu
---
# Talks

China has relations with 181 countries, Ma Zhaoxu said. Shen Beili agreed.
`,
  'documents/y.md': `---
entities: [china]
claims:
  - quote: China
    subject: china
    property: count
    of: ties
    value: 3
    see: documents/x.md#ties
---
China
`,
};

const X = 'documents/x.md';
const Y = 'documents/y.md';
const PEOPLE = 'entities/people.yaml';

describe('the features of the language server', function () {
  this.timeout(60_000);
  let editor: Editor;
  before(() => builtServer());
  beforeEach(async () => {
    editor = await Editor.on(CORPUS);
    editor.open(X);
    editor.open(Y);
    editor.open(PEOPLE, undefined, 'yaml');
    await editor.settled();
  });
  afterEach(closeAll);
  after(endServers);

  const textAt = (path: string, range: Range) => editor.documents.get(path)!.getText(range);
  const pathOf = (uri: string) => uri.slice(editor.uri('').replace(/\/?$/, '/').length);
  const complete = async (path: string, text: string) => {
    const { items } = await editor.askAt<{ items: CompletionItem[] }>('completion', path, text);
    return items;
  };

  it('hover over a mention, in the body and in the front matter', async () => {
    const inBody = await editor.askAt<Hover>('hover', X, ', Ma Zh|aoxu said');
    assert.equal(textAt(X, inBody.range!), 'Ma Zhaoxu');
    const { kind, value } = inBody.contents as MarkupContent;
    assert.equal(kind, 'markdown');
    assert.match(value, /Ma Zhaoxu/);
    assert.match(value, /马朝旭/);
    const inFront = await editor.askAt<Hover>('hover', X, 'subject: ch|ina');
    assert.equal(textAt(X, inFront.range!), 'china');
    assert.equal(await editor.askAt('hover', X, '# Talks\n|\n'), null);
  });

  it('hover over a code shows its page', async () => {
    editor.open('concord.yaml', undefined, 'yaml');
    editor.change('concord.yaml', { text: 'version: 1\nchecks:\n  quote-altered: error\n' });
    const found = await editor.askAt<Hover>('hover', 'concord.yaml', 'quote-al|tered');
    const { value } = found.contents as MarkupContent;
    assert.match(value, /quote-altered/);
    assert.ok(value.length > 60, value);
  });

  it('complete ids by id, name, initials and pinyin', async () => {
    for (const query of ['ma-z', 'Zhaoxu', 'mz', 'machaoxu', 'mcx', '朝旭']) {
      editor.replace(X, '    by: ma-zhaoxu', `    by: ${query}`);
      const [first] = await complete(X, `by: ${query}|`);
      assert.equal(first?.label, 'ma-zhaoxu', query);
      const { range, newText } = first!.textEdit as TextEdit;
      assert.equal(textAt(X, range), query);
      assert.equal(newText, 'ma-zhaoxu');
      editor.replace(X, `    by: ${query}`, '    by: ma-zhaoxu');
    }
  });

  it('complete keys and passages, in the breath of the edit that asks', async () => {
    editor.replace(X, '    by: ma-zhaoxu\n', '    by: ma-zhaoxu\n    \n');
    const keys = (await complete(X, 'by: ma-zhaoxu\n    |')).map(({ label }) => label);
    assert.ok(keys.includes('at') && keys.includes('stance'), keys.join());
    assert.ok(!keys.includes('subject'));
    editor.replace(X, '    by: ma-zhaoxu\n    \n', '    by: ma-zhaoxu\n  - quote: Shen\n');
    const passages = await complete(X, 'quote: Shen|');
    assert.ok(
      passages.some(({ textEdit }) => (textEdit as TextEdit).newText === 'Shen Beili agreed'),
      JSON.stringify(passages),
    );
    assert.deepEqual(await complete(X, 'Shen Be|ili agreed'), []);
  });

  it('lead from a mention to its record, and from a reference to its claim', async () => {
    const [toRecord] = await editor.askAt<LocationLink[]>('definition', X, ', Ma Zh|aoxu');
    assert.equal(pathOf(toRecord!.targetUri), PEOPLE);
    assert.equal(textAt(PEOPLE, toRecord!.targetSelectionRange), 'ma-zhaoxu');
    assert.equal(textAt(X, toRecord!.originSelectionRange!), 'Ma Zhaoxu');
    const [toClaim] = await editor.askAt<LocationLink[]>('definition', Y, 'x.md#ti|es');
    assert.equal(pathOf(toClaim!.targetUri), X);
    assert.match(textAt(X, toClaim!.targetRange), /has relations/);
    assert.deepEqual(await editor.askAt('definition', X, '# Ta|lks'), []);
  });

  it('find the references of an entity, with and without its record', async () => {
    const all = await editor.askAt<Location[]>('references', PEOPLE, 'ma-zh|aoxu', {
      context: { includeDeclaration: true },
    });
    const others = await editor.askAt<Location[]>('references', PEOPLE, 'ma-zh|aoxu', {
      context: { includeDeclaration: false },
    });
    assert.equal(all.length, others.length + 1);
    assert.deepEqual(others.map(({ uri, range }) => `${pathOf(uri)} ${textAt(pathOf(uri), range)}`).sort(), [
      `${X} Ma Zhaoxu`,
      `${X} ma-zhaoxu`,
      `${X} ma-zhaoxu`,
    ]);
  });

  it('outline a document and a file of records', async () => {
    const of = (path: string) =>
      editor.ask<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri: editor.uri(path) } });
    const names = (symbols: readonly DocumentSymbol[]): readonly string[] =>
      symbols.flatMap((symbol) => [symbol.name, ...names(symbol.children ?? [])]);
    assert.ok(names(await of(X)).some((name) => name.includes('ties')));
    assert.equal((await of(PEOPLE)).length, 2);
    const inside = ({ range, selectionRange, children = [] }: DocumentSymbol): boolean =>
      editor.documents.get(X)!.offsetAt(range.start) <= editor.documents.get(X)!.offsetAt(selectionRange.start) &&
      children.every(inside);
    assert.ok((await of(X)).every(inside));
  });

  it('find symbols of the workspace by name, initials and pinyin', async () => {
    for (const query of ['Zhaoxu', 'mz', 'machaoxu', '马朝旭']) {
      const found = await editor.ask<SymbolInformation[]>('workspace/symbol', { query });
      assert.ok(
        found.some(({ location }) => pathOf(location.uri) === PEOPLE && location.range.start.line === 0),
        query,
      );
    }
    assert.deepEqual(await editor.ask('workspace/symbol', { query: 'no such thing at all' }), []);
  });

  it('rename an entity everywhere', async () => {
    const prepared = await editor.askAt<{ range: Range; placeholder: string }>('prepareRename', X, 'by: ma-zh|aoxu');
    assert.equal(prepared.placeholder, 'ma-zhaoxu');
    assert.equal(textAt(X, prepared.range), 'ma-zhaoxu');
    const edit = await editor.askAt<WorkspaceEdit>('rename', X, 'by: ma-zh|aoxu', { newName: 'ma' });
    editor.apply(edit);
    assert.match(editor.textOf(PEOPLE), /^ma:\n/);
    assert.match(editor.textOf(X), /\n {2}ma:\n/);
    assert.match(editor.textOf(X), /by: ma\n/);
    assert.match(editor.textOf(X), /, Ma Zhaoxu said/);
    assert.ok(!(await editor.codes(X)).includes('unresolved-entity'));
  });

  it('say why something cannot be renamed', async () => {
    const refused = (newName: string, place = 'by: ma-zh|aoxu') =>
      assert.rejects(editor.askAt('rename', X, place, { newName }), (reason) => {
        assert.ok(reason instanceof ResponseError);
        assert.equal(reason.code, ErrorCodes.InvalidParams);
        assert.ok(reason.message.length > 10);
        return true;
      });
    await refused('shen-beili');
    await refused('not an id');
    await refused('x', '# Ta|lks');
    assert.equal(await editor.askAt('prepareRename', X, '# Ta|lks'), null);
  });

  it('offer fixes that mend what they are for', async () => {
    editor.replace(X, 'with 181 countries\n    subject', 'with 180 countries\n    subject');
    assert.ok((await editor.codes(X)).includes('quote-altered'));
    const actions = await editor.actions(X, 'has relations with 180 countries', ['quickfix']);
    const action = actions.find(({ diagnostics }) => diagnostics?.[0]?.code === 'quote-altered');
    assert.ok(action?.edit, JSON.stringify(actions));
    assert.equal(action.kind, 'quickfix');
    editor.apply(action.edit);
    assert.ok(!(await editor.codes(X)).includes('quote-altered'));
    assert.match(editor.textOf(X), /quote: has relations with 181 countries/);
  });

  it('create the record that is missing', async () => {
    editor.replace(X, '  china:\n', '  china:\n  river-forum:\n');
    assert.ok((await editor.codes(X)).includes('unresolved-entity'));
    const actions = await editor.actions(X, 'river-forum');
    const creating = actions.filter(({ edit }) => JSON.stringify(edit?.documentChanges).includes('river-forum:'));
    assert.equal(creating.length, 1, JSON.stringify(actions));
    const [change] = creating[0]!.edit!.documentChanges!;
    assert.ok(change && 'textDocument' in change);
    assert.match(pathOf(change.textDocument.uri), /^entities\//);
    if (!editor.documents.has(pathOf(change.textDocument.uri))) editor.open(pathOf(change.textDocument.uri));
    editor.apply(creating[0]!.edit!);
    assert.ok(!(await editor.codes(X)).includes('unresolved-entity'));
  });

  it('make all safe fixes at once', async () => {
    editor.replace(X, 'value: 181', 'value: >200');
    editor.replace(Y, 'value: 3', 'value: >20');
    assert.ok((await editor.codes(X)).includes('invalid-yaml'));
    const [action, ...others] = await editor.actions(X, 'title', ['source.fixAll.concord']);
    assert.deepEqual(others, []);
    assert.equal(action?.kind, 'source.fixAll.concord');
    editor.apply(action!.edit!);
    assert.match(editor.textOf(X), /value: ">200"/);
    assert.match(editor.textOf(Y), /value: >2/);
    assert.ok(!(await editor.codes(X)).includes('invalid-yaml'));
    assert.deepEqual(await editor.actions(X, 'title', ['source.fixAll']), []);
    assert.deepEqual(await editor.actions(X, 'title', ['refactor']), []);
    assert.equal((await editor.actions(Y, 'entities', ['source'])).length, 1);
  });

  it('highlight mentions and passages, for the version they were computed for', async () => {
    const { version, highlights } = await editor.highlights(X);
    assert.equal(version, 1);
    const shown = highlights.map(({ range, kind, type }) => `${kind} ${type} ${textAt(X, range)}`);
    assert.deepEqual(shown.sort(), [
      'claim undefined has relations with 181 countries',
      'mention person Ma Zhaoxu',
      'mention place China',
      'untagged person Shen Beili',
    ]);
    editor.replace(X, 'Ma Zhaoxu said', 'someone said');
    const after = await editor.highlights(X);
    assert.equal(after.version, 2);
    assert.equal(after.highlights.filter(({ kind }) => kind === 'mention').length, 1);
    assert.deepEqual(await editor.highlights('documents/none.md'), { version: null, highlights: [] });
  });

  it('tell the status of each kind of file', async () => {
    const { corpus, ...rest } = await editor.status(X);
    assert.deepEqual(
      {
        kind: rest.kind,
        annotated: rest.annotated,
        indexing: rest.indexing,
        mentions: rest.mentions,
        claims: rest.claims,
      },
      { kind: 'document', annotated: true, indexing: false, mentions: 2, claims: 1 },
    );
    assert.deepEqual({ documents: corpus?.documents, entities: corpus?.entities }, { documents: 2, entities: 3 });
    assert.equal((await editor.status(PEOPLE)).kind, 'records');
    assert.equal((await editor.status('concord.yaml')).kind, 'settings');
    assert.equal((await editor.status('package.json')).kind, 'none');
  });

  it('are told to be asked again when another edit changes what they say', async () => {
    const before = editor.changes;
    editor.replace(PEOPLE, 'en: Shen Beili', 'en: Shen B.');
    await eventually(
      () => editor.changes,
      (count) => assert.ok(count > before),
    );
    const { highlights } = await editor.highlights(X);
    assert.ok(!highlights.some(({ kind }) => kind === 'untagged'));
  });
});
