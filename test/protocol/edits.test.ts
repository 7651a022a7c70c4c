import assert from 'node:assert/strict';
import type { Hover, Location } from 'vscode-languageserver';
import { builtServer, closeAll, Editor, endServers, eventually, type Files } from './editor.ts';

const PEOPLE = 'entities/p.yaml';
const RECORDS = { 'concord.yaml': 'version: 1\n', [PEOPLE]: 'ada: {type: person, name: Ada}\n' };

const start = async (files: Files) => (await Editor.on({ ...RECORDS, ...files })).settled();

describe('edits', function () {
  this.timeout(60_000);
  before(() => builtServer());
  afterEach(closeAll);
  after(endServers);

  it('come one after the other in one notification', async () => {
    const editor = await start({ 'a.md': '---\nentities: [ada]\n---\nAda\n' });
    editor.open('a.md');
    const at = (line: number, from: number, to = from) => ({
      start: { line, character: from },
      end: { line, character: to },
    });
    editor.change(
      'a.md',
      { range: at(1, 14), text: ', nobody' },
      { range: at(1, 22), text: ', nil' },
      { range: at(3, 0, 3), text: 'Bob' },
      { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } }, text: 'lang: en\n' },
    );
    assert.equal(editor.textOf('a.md'), '---\nlang: en\nentities: [ada, nobody, nil]\n---\nBob\n');
    assert.deepEqual(await editor.findings('a.md'), [
      '2:11 unused-entity',
      '2:16 unresolved-entity',
      '2:24 unresolved-entity',
    ]);
  });

  it('are pulled as they are, however fast they come', async () => {
    const editor = await start({ 'a.md': '---\nentities: [ada]\n---\nAda\n' });
    editor.open('a.md');
    const pulls: Promise<readonly string[]>[] = [];
    for (let i = 0; i < 30; i++) {
      if (i % 2 === 0) editor.replace('a.md', '[ada', '[nobody, ada');
      else editor.replace('a.md', 'nobody, ', '');
      pulls.push(editor.codes('a.md'));
    }
    for (const [i, codes] of (await Promise.all(pulls)).entries()) {
      assert.deepEqual(codes, i % 2 === 0 ? ['unresolved-entity'] : [], `after edit ${i}`);
    }
  });

  for (const [name, eol] of Object.entries({ LF: '\n', CRLF: '\r\n' })) {
    it(`count lines that end in ${name}`, async () => {
      const text = ['---', 'entities:', '  ada:', '  nobody:', '---', '', 'First.', 'Ada said.', ''].join(eol);
      const editor = await start({ 'a.md': text });
      editor.open('a.md');
      assert.deepEqual(await editor.findings('a.md'), ['3:2 unresolved-entity']);
      const hover = await editor.askAt<Hover>('hover', 'a.md', `${eol}A|da said`);
      assert.deepEqual(hover.range, { start: { line: 7, character: 0 }, end: { line: 7, character: 3 } });
      editor.change('a.md', { range: { start: { line: 3, character: 0 }, end: { line: 4, character: 0 } }, text: '' });
      assert.deepEqual(await editor.findings('a.md'), []);
    });
  }

  it('count a lone CR as the end of a line', async () => {
    const editor = await start({ 'a.md': '---\nentities: [ada]\n---\nFirst.\rAda\rsaid\r\nAda\n' });
    editor.open('a.md');
    const { highlights } = await editor.highlights('a.md');
    assert.deepEqual(
      highlights.map(({ range: { start: at } }) => [at.line, at.character]),
      [
        [4, 0],
        [6, 0],
      ],
    );
    editor.change('a.md', { range: { start: { line: 4, character: 0 }, end: { line: 4, character: 3 } }, text: 'Bob' });
    assert.equal(editor.textOf('a.md').split('Ada').length, 2);
    assert.equal((await editor.highlights('a.md')).highlights.length, 1);
  });

  it('count in UTF-16 units beyond the basic plane', async () => {
    const text = '---\nentities: [ada, "𠮷😀x"]\n---\n👩‍👩‍👧 😀 Ada und 𠮷野 Ada\n';
    const editor = await start({ 'a.md': text });
    editor.open('a.md');
    assert.deepEqual(await editor.findings('a.md'), ['1:16 unresolved-entity']);
    const [found] = await editor.diagnostics('a.md');
    assert.equal(found!.range.end.character - found!.range.start.character, '"𠮷😀x"'.length);
    const mentions = (await editor.highlights('a.md')).highlights.filter(({ kind }) => kind === 'mention');
    const line = text.split('\n')[3]!;
    assert.deepEqual(
      mentions.map(({ range }) => range.start.character),
      [line.indexOf('Ada'), line.lastIndexOf('Ada')],
    );
    // An edit right behind a surrogate pair.
    editor.replace('a.md', '😀 Ada', '😀😀 Ada');
    assert.equal(
      (await editor.highlights('a.md')).highlights[0]?.range.start.character,
      line.indexOf('Ada') + '😀'.length,
    );
  });

  it('keep the byte order mark of a document, of records and of settings', async () => {
    const editor = await start({
      'concord.yaml': '\ufeffversion: 1\nchecks: {unused-entity: error}\n',
      [PEOPLE]: '\ufeffada: {type: person, name: Ada}\n',
      'a.md': '\ufeff---\nentities: [ada, nobody]\n---\nx\n',
    });
    const expected = ['1:11 unused-entity', '1:16 unresolved-entity'];
    assert.deepEqual(await editor.findings('a.md'), expected);
    editor.open('a.md');
    assert.deepEqual(await editor.findings('a.md'), expected);
    // Many editors hide the mark and send the text without it.
    editor.change('a.md', { text: editor.textOf('a.md').slice(1) });
    assert.deepEqual(await editor.findings('a.md'), expected);
    assert.deepEqual(await editor.findings(PEOPLE), []);
    assert.deepEqual(await editor.findings('concord.yaml'), []);
  });

  it('of a record change what is found in another open document, unsaved', async () => {
    const editor = await start({ 'a.md': '---\nentities: [ada, bob]\n---\nAda, Bobby\n' });
    editor.open('a.md');
    editor.open(PEOPLE, undefined, 'yaml');
    assert.deepEqual(await editor.findings('a.md'), ['1:16 unresolved-entity']);
    editor.change(PEOPLE, { text: `${RECORDS[PEOPLE]}bob: {type: person, name: Bob}\n` });
    assert.deepEqual(await editor.findings('a.md'), ['1:16 unused-entity']);
    editor.replace(PEOPLE, 'name: Bob', 'name: Bobby');
    assert.deepEqual(await editor.findings('a.md'), []);
    editor.close(PEOPLE);
    // Not saved: what counts is the disk again.
    await editor.awaitCodes('a.md', ['unresolved-entity']);
  });

  it('that are thrown away by closing tell the client to ask again', async () => {
    const editor = await start({ 'a.md': '---\nentities: [ada]\n---\nAda\n' });
    editor.open(PEOPLE, 'ada: {type: person, name: Eve}\n', 'yaml');
    await editor.awaitCodes('a.md', ['unused-entity']);
    await editor.settled();
    const { refreshes, changes } = editor;
    editor.close(PEOPLE);
    await eventually(
      () => [editor.refreshes > refreshes, editor.changes > changes],
      (told) => assert.deepEqual(told, [true, true]),
    );
    await editor.awaitCodes('a.md', []);
  });

  it('of a claim change what is found where it is referred to', async () => {
    const editor = await start({
      'a.md':
        '---\nclaims:\n  - {id: one, quote: Ada, subject: ada, property: age, value: 3 years}\nentities: [ada]\n---\nAda\n',
      'b.md':
        '---\nentities: [ada]\nclaims:\n  - {quote: Ada, subject: ada, property: age, value: 3 years, see: a.md#one}\n---\nAda\n',
    });
    editor.open('a.md');
    editor.open('b.md');
    const isUnresolved = async () => (await editor.codes('b.md')).includes('unresolved-reference');
    assert.equal(await isUnresolved(), false);
    editor.replace('a.md', 'id: one', 'id: uno');
    assert.equal(await isUnresolved(), true);
    editor.replace('a.md', 'id: uno', 'id: one');
    assert.equal(await isUnresolved(), false);
  });

  it('of the settings count at once: severities, properties and globs', async () => {
    const editor = await start({
      'a.md':
        '---\nentities: [ada]\nclaims:\n  - {quote: Nobody, subject: ada, property: shoe-size, value: 41}\n---\nNobody\n',
      'notes/b.md': '---\nentities: [nobody]\n---\nx\n',
      'names/q.yaml': 'nobody: {type: person, name: x}\n',
    });
    for (const path of ['a.md', 'notes/b.md', 'names/q.yaml']) editor.open(path);
    editor.open('concord.yaml', undefined, 'yaml');
    assert.deepEqual(await editor.codes('a.md'), ['unresolved-property']);
    assert.deepEqual(await editor.codes('notes/b.md'), ['unresolved-entity']);
    const settings = (text: string) => editor.change('concord.yaml', { text: `version: 1\n${text}\n` });

    settings('properties: {shoe-size: {subject: person, value: quantity}}');
    assert.deepEqual(await editor.codes('a.md'), []);
    settings('checks: {unresolved-property: off}');
    assert.deepEqual(await editor.codes('a.md'), []);
    settings('checks: {unresolved-property: error}');
    assert.deepEqual(
      (await editor.diagnostics('a.md')).map(({ severity }) => severity),
      [1],
    );
    settings('documents: a.md');
    await editor.awaitCodes('notes/b.md', []);
    assert.equal((await editor.status('notes/b.md')).kind, 'none');
    settings('documents: ["**/*.md"]\nentities: ["entities/*.yaml", "names/*.yaml"]');
    await editor.awaitCodes('notes/b.md', []);
    assert.equal((await editor.status('notes/b.md')).kind, 'document');
    assert.equal((await editor.status('names/q.yaml')).kind, 'records');
    settings('entities: "["\n  - broken');
    assert.ok((await editor.codes('concord.yaml')).includes('invalid-yaml'));
    settings('');
    await editor.awaitCodes('notes/b.md', ['unresolved-entity']);
    assert.deepEqual(await editor.codes('concord.yaml'), []);
  });

  it('of the settings make the server read what nobody has opened, and only then judge', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => [`names/n${i}.yaml`, `n${i}: {type: person, name: Name${i}}\n`]),
    );
    const ids = Array.from({ length: 60 }, (_, i) => `n${i}`);
    const names = ids.map((_, i) => `Name${i}`).join(', ');
    const editor = await start({ ...many, 'a.md': `---\nentities: [${ids.join(', ')}]\n---\n${names}\n` });
    editor.open('a.md');
    editor.open('concord.yaml', undefined, 'yaml');
    assert.equal((await editor.codes('a.md')).length, 60);
    editor.change('concord.yaml', { text: 'version: 1\nentities: names/*.yaml\n' });
    assert.deepEqual(await editor.codes('a.md'), []);
  });

  it('begin from what an editor restores, not from the disk', async () => {
    const editor = await Editor.on({ ...RECORDS, 'a.md': '---\nentities: [ada, bob]\n---\nAda, Bob\n' });
    editor.open(PEOPLE, `${RECORDS[PEOPLE]}bob: {type: person, name: Bob}\n`, 'yaml');
    editor.open('a.md');
    await editor.settled();
    assert.deepEqual(await editor.codes('a.md'), []);
    // The same when all has been read.
    editor.open('concord.yaml', 'version: 1\nexclude: [a.md]\n', 'yaml');
    await eventually(
      () => editor.status('a.md'),
      ({ kind }) => assert.equal(kind, 'none'),
    );
  });

  it('survive that a document is closed and opened again at once', async () => {
    const editor = await start({
      'a.md': '---\nentities: [ada]\n---\nAda\n',
      'b.md': '---\nentities: [ada]\n---\nAda\n',
    });
    for (let i = 0; i < 10; i++) {
      editor.open('a.md', '---\nentities: [nobody]\n---\nAda\n');
      editor.close('a.md');
      editor.open('a.md', '---\nentities: [nobody-else]\n---\nAda\n');
      await editor.settled();
      assert.match(String((await editor.diagnostics('a.md'))[0]?.message), /nobody-else/);
      editor.close('a.md');
    }
  });

  it('of a document that is not on disk yet belong to the corpus', async () => {
    const editor = await start({});
    editor.open('new.md', '---\nentities: [nobody]\n---\nx\n');
    assert.deepEqual(await editor.codes('new.md'), ['unresolved-entity']);
    await editor.settled();
    assert.deepEqual(await editor.codes('new.md'), ['unresolved-entity']);
    editor.close('new.md');
    await editor.awaitCodes('new.md', []);
  });

  it('name files as the client names them', async () => {
    const editor = await start({ 'Ada (1) 文.md': '---\nentities: [ada]\n---\nAda\n' });
    const uri = `${editor.uri('')}/Ada (1) 文.md`;
    editor.tell('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text: '---\nentities: [ada]\n---\nAda\n' },
    });
    const found = await editor.ask<Location[]>('textDocument/references', {
      textDocument: { uri },
      position: { line: 3, character: 1 },
      context: { includeDeclaration: false },
    });
    assert.deepEqual([...new Set(found.map((location) => location.uri))], [uri]);
  });
});
