import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { ErrorCodes } from 'vscode-languageserver/node';
import { CHECKOUT } from '../cli/program.ts';
import { builtServer, closeAll, Editor, endServers, eventually, within } from './editor.ts';

const CORPUS = {
  'concord.yaml': 'version: 1\n',
  'entities/p.yaml': 'ada: {type: person, name: Ada}\n',
  'a.md': '---\nentities: [ada, nobody]\n---\nAda\n',
};

const failsWith = (code: number) => (reason: unknown) => {
  assert.ok(reason instanceof ResponseError);
  assert.equal(reason.code, code, reason.message);
  return true;
};

describe('the life of the language server', function () {
  this.timeout(60_000);
  before(() => builtServer());
  afterEach(closeAll);
  after(endServers);

  it('says what it can do', async () => {
    const { initialized } = await Editor.on(CORPUS);
    const { version } = JSON.parse(readFileSync(join(CHECKOUT, 'package.json'), 'utf8'));
    assert.deepEqual(initialized.serverInfo, { name: 'Concord', version });
    const { completionProvider, semanticTokensProvider, ...rest } = initialized.capabilities;
    assert.ok(completionProvider && semanticTokensProvider);
    assert.deepEqual(rest, {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2 },
      diagnosticProvider: { identifier: 'concord', interFileDependencies: true, workspaceDiagnostics: true },
      hoverProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      documentSymbolProvider: true,
      workspaceSymbolProvider: true,
      codeActionProvider: {
        codeActionKinds: ['quickfix', 'refactor', 'source.fixAll.concord', 'source.organizeAnnotations'],
      },
      renameProvider: { prepareProvider: true },
      documentFormattingProvider: true,
      documentHighlightProvider: true,
      documentRangeFormattingProvider: true,
      foldingRangeProvider: true,
      selectionRangeProvider: true,
      documentLinkProvider: { resolveProvider: true },
      linkedEditingRangeProvider: true,
      inlayHintProvider: true,
      codeLensProvider: { resolveProvider: true },
      typeHierarchyProvider: true,
      callHierarchyProvider: true,
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    });
  });

  it('watches every file, since a corpus says itself what its files are called', async () => {
    const editor = await Editor.on(CORPUS, { own: true });
    const [registration] = await eventually(
      () => editor.registrations,
      ({ length }) => assert.equal(length, 1),
    );
    assert.equal(registration?.method, 'workspace/didChangeWatchedFiles');
    assert.deepEqual(registration?.registerOptions, { watchers: [{ globPattern: '**/*' }] });
  });

  it('pushes nothing to a client that pulls', async () => {
    const editor = await Editor.on(CORPUS);
    editor.open('a.md');
    await editor.settled();
    assert.deepEqual(await editor.findings('a.md'), ['1:16 unresolved-entity']);
    editor.replace('a.md', 'nobody', 'nobody-else');
    assert.deepEqual(await editor.codes('a.md'), ['unresolved-entity']);
    editor.close('a.md');
    await editor.settled();
    assert.deepEqual(editor.pushes, []);
  });

  it('offers no pull to a client that cannot, and pushes', async () => {
    const editor = await Editor.on(CORPUS, { pulls: false });
    assert.equal(editor.initialized.capabilities.diagnosticProvider, undefined);
    editor.open('a.md');
    await eventually(
      () => editor.pushes.at(-1)?.diagnostics.map(({ code }) => code),
      (codes) => assert.deepEqual(codes, ['unresolved-entity']),
    );
    assert.equal(editor.refreshes, 0);
  });

  it('takes a root URI where there are no workspace folders', async () => {
    const editor = await Editor.on(CORPUS, { params: { workspaceFolders: null, rootUri: null } });
    assert.equal((await editor.settled().then(() => editor.status('a.md'))).kind, 'none');
    const other = await Editor.on(CORPUS);
    const third = await Editor.on(
      {},
      { params: { workspaceFolders: undefined, rootUri: pathToFileURL(other.root).href } },
    );
    await third.settled();
    const { kind } = await third.ask<{ kind: string }>('concord/status', { uri: other.uri('a.md') });
    assert.equal(kind, 'document');
  });

  it('does with a client that can do nothing', async () => {
    const editor = await Editor.on(CORPUS, { params: { capabilities: {} } });
    editor.open('a.md');
    await eventually(
      () => editor.pushes.length,
      (count) => assert.ok(count > 0),
    );
    assert.deepEqual(editor.registrations, []);
  });

  it('survives a client that refuses what it said it could do', async () => {
    const refuse = () => new ResponseError(ErrorCodes.MethodNotFound, 'No');
    const editor = await Editor.on(CORPUS, {
      capabilities: { window: { workDoneProgress: true } },
      answers: {
        'window/workDoneProgress/create': refuse,
        'workspace/diagnostic/refresh': refuse,
        'client/registerCapability': refuse,
      },
    });
    editor.open('a.md');
    await editor.settled();
    assert.deepEqual(await editor.codes('a.md'), ['unresolved-entity']);
  });

  it('shows its progress where there is a place for it', async () => {
    const editor = await Editor.on(CORPUS, { capabilities: { window: { workDoneProgress: true } } });
    const seen: string[] = [];
    editor.server.connection.onNotification('$/progress', ({ value }) => {
      seen.push(value.kind);
    });
    await editor.settled();
    // A corpus that is read at once needs none; one that was begun is ended.
    await editor.diagnostics('a.md');
    assert.equal(seen.filter((kind) => kind === 'begin').length, seen.filter((kind) => kind === 'end').length);
  });

  it('answers an unknown method with an error, and goes on', async () => {
    const editor = await Editor.on(CORPUS);
    await assert.rejects(editor.ask('textDocument/moniker', {}), failsWith(ErrorCodes.MethodNotFound));
    editor.tell('$/unknown', {});
    editor.tell('unknown/notification', { a: 1 });
    assert.equal((await editor.settled().then(() => editor.status('a.md'))).kind, 'document');
  });

  it('survives malformed requests and notifications', async () => {
    const editor = await Editor.on(CORPUS, { pulls: false, own: true });
    editor.open('a.md');
    await editor.settled();
    const broken = [
      null,
      {},
      { textDocument: null },
      { textDocument: { uri: 5 } },
      { textDocument: { uri: 'a:b:c\u0000' }, position: {} },
      { textDocument: { uri: 'no scheme!://x y' }, position: { line: 'x', character: -1 } },
      { textDocument: { uri: editor.uri('a.md') }, position: null },
      { textDocument: { uri: editor.uri('a.md') }, position: { line: -5, character: 1e9 } },
      { textDocument: { uri: editor.uri('a.md') }, range: {}, context: {} },
    ];
    const methods = [
      ...['hover', 'completion', 'definition', 'references', 'documentSymbol', 'codeAction', 'rename'],
      ...['documentHighlight', 'foldingRange', 'selectionRange', 'documentLink', 'linkedEditingRange', 'inlayHint'],
      ...['codeLens', 'semanticTokens/full', 'semanticTokens/full/delta', 'semanticTokens/range'],
      ...['prepareTypeHierarchy', 'prepareCallHierarchy'],
    ];
    const others = ['workspace/symbol', 'concord/status', 'codeLens/resolve', 'documentLink/resolve'];
    const more = ['typeHierarchy/subtypes', 'callHierarchy/incomingCalls', 'workspace/willRenameFiles'];
    for (const params of broken) {
      for (const method of [...methods.map((name) => `textDocument/${name}`), ...others, ...more]) {
        await editor.ask(method, params).catch((reason: unknown) => assert.ok(reason instanceof ResponseError));
      }
      for (const method of ['textDocument/didOpen', 'textDocument/didChange', 'textDocument/didClose']) {
        editor.tell(method, params);
      }
      for (const method of ['workspace/didRenameFiles', 'workspace/didChangeConfiguration'])
        editor.tell(method, params);
      editor.tell('workspace/didChangeWatchedFiles', { changes: [params, { uri: 'no scheme!://x', type: 9 }] });
      editor.tell('workspace/didChangeWorkspaceFolders', { event: { added: [params], removed: [{ uri: '::' }] } });
    }
    editor.tell('textDocument/didOpen', { textDocument: { uri: editor.uri('b.md'), languageId: 'x', version: 1 } });
    editor.tell('textDocument/didChange', {
      textDocument: { uri: editor.uri('a.md'), version: 2 },
      contentChanges: [{ range: { start: { line: 9, character: 9 }, end: { line: 0, character: 0 } }, text: null }],
    });
    editor.tell('textDocument/didChange', {
      textDocument: { uri: editor.uri('a.md'), version: 3 },
      contentChanges: [{ text: CORPUS['a.md'] }],
    });
    await editor.settled();
    await eventually(
      () => editor.status('a.md'),
      ({ errors }) => assert.equal(errors, 1),
    );
  });

  it('answers every request that is withdrawn at once as cancelled', async () => {
    const editor = await Editor.on(CORPUS);
    editor.open('a.md');
    await editor.settled();
    const params = { textDocument: { uri: editor.uri('a.md') }, position: { line: 3, character: 1 } };
    const body = (message: object) => {
      const text = JSON.stringify({ jsonrpc: '2.0', ...message });
      return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
    };
    const ask = (id: string) => body({ id, method: 'textDocument/hover', params });
    const cancel = (id: string) => body({ method: '$/cancelRequest', params: { id } });
    for (const order of ['pairs', 'all']) {
      const ids = Array.from({ length: 10 }, (_, i) => `${order}-${i}`);
      const answers = new Map<string, { error?: { code: number } }>();
      let text = '';
      const listener = (chunk: Buffer) => {
        text += chunk.toString('latin1');
        for (const id of ids) {
          const found = new RegExp(`\\{"jsonrpc":"2.0","id":"${id}"[^\r\n]*?\\}(?=Content-Length|$)`).exec(text);
          if (found) answers.set(id, JSON.parse(found[0]));
        }
      };
      editor.server.process.stdout!.on('data', listener);
      const sent = order === 'pairs' ? ids.map((id) => ask(id) + cancel(id)) : [...ids.map(ask), ...ids.map(cancel)];
      editor.server.process.stdin!.write(sent.join(''));
      await eventually(
        () => [...answers.values()].map(({ error }) => error?.code),
        (codes) => assert.deepEqual(codes, new Array(10).fill(LSPErrorCodes.RequestCancelled)),
      );
      editor.server.process.stdout!.off('data', listener);
    }
    const start = performance.now();
    assert.ok(await editor.askAt('hover', 'a.md', '\nA|da'));
    assert.ok(performance.now() - start < 500);
  });

  it('works on messages in the order they come', async () => {
    const editor = await Editor.on(CORPUS);
    editor.open('a.md');
    await editor.settled();
    const asked: Promise<readonly string[]>[] = [];
    for (let i = 0; i < 40; i++) {
      editor.replace('a.md', 'Ada', '\nAda');
      asked.push(
        editor
          .ask<{ range: { start: { line: number } } }>('textDocument/hover', {
            textDocument: { uri: editor.uri('a.md') },
            position: { line: 4 + i, character: 1 },
          })
          .then((hover) => [`${hover?.range.start.line}`]),
      );
    }
    assert.deepEqual(
      await Promise.all(asked),
      asked.map((_, i) => [`${4 + i}`]),
    );
  });

  it('answers a held workspace pull when it is cancelled', async () => {
    const editor = await Editor.on({ 'concord.yaml': 'version: 1\n' });
    await editor.settled();
    const source = new CancellationTokenSource();
    const held = editor.workspacePull([], {}, source.token);
    assert.equal(await within(held, 150), undefined);
    source.cancel();
    await assert.rejects(held, failsWith(LSPErrorCodes.RequestCancelled));
  });

  it('answers a held workspace pull at shutdown, and exits with 0', async () => {
    const editor = await Editor.on({ 'concord.yaml': 'version: 1\n' });
    await editor.settled();
    const held = editor.workspacePull();
    assert.equal(await within(held, 150), undefined);
    assert.equal(await editor.ask('shutdown'), null);
    assert.deepEqual(await held, { items: [] });
    editor.tell('exit');
    assert.equal(await editor.server.exit, 0);
  });

  it('exits while it is indexing', async () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`d/${i}.md`, CORPUS['a.md']]));
    const editor = await Editor.on({ ...CORPUS, ...many }, { own: true });
    assert.equal(await editor.ask('shutdown'), null);
    editor.tell('exit');
    assert.equal(await editor.server.exit, 0);
  });

  it('exits with 1 without a shutdown', async () => {
    const editor = await Editor.on(CORPUS);
    editor.tell('exit');
    assert.equal(await editor.server.exit, 1);
  });

  it('ends when the client has gone', async () => {
    const editor = await Editor.on(CORPUS, { own: true });
    editor.server.process.stdin!.end();
    assert.equal(await editor.server.exit, 1);
  });
});
