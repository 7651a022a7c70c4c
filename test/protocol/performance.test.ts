import assert from 'node:assert/strict';
import { shortened } from '../../server/src/lsp/performance.ts';
import type { Performance } from '../../server/src/lsp/protocol.ts';
import { Timings } from '../../server/src/lsp/timings.ts';
import { closeAll, Editor, eventually } from './editor.ts';

const FILES = {
  'concord.yaml': 'version: 1\n',
  'entities/p.yaml': 'ada: {type: person, name: Ada}\n',
  'a.md': '---\nentities: [ada]\n---\nAda said so.\n',
};

describe('what took how long', () => {
  afterEach(closeAll);

  it('is told by kind of request, with what was indexed', async () => {
    const editor = await Editor.on(FILES, { own: true });
    editor.open('a.md');
    const textDocument = { uri: editor.uri('a.md') };
    for (let i = 0; i < 3; i++)
      await editor.ask('textDocument/hover', { textDocument, position: { line: 3, character: 1 } });
    await eventually(
      () => editor.ask<Performance>('concord/performance', {}),
      ({ requests, phases, corpora, openDocuments, memory, errors }) => {
        const hover = requests.find(({ method }) => method === 'textDocument/hover')!;
        assert.equal(hover.count, 3);
        assert.ok(hover.p50 >= 0 && hover.p50 <= hover.p95 && hover.p95 <= hover.most);
        assert.equal(phases[0]?.name, 'indexing');
        assert.deepEqual(corpora, [{ documents: 1, entities: 1, claims: 0 }]);
        assert.equal(openDocuments, 1);
        assert.ok(memory!.resident > memory!.heap);
        assert.deepEqual(errors, []);
      },
    );
  });

  it('goes into the log where the client traces, and only there', async () => {
    const editor = await Editor.on(FILES, { own: true });
    const lines: string[] = [];
    editor.server.connection.onNotification('$/logTrace', ({ message }) => void lines.push(message));
    await editor.ask('workspace/symbol', { query: 'ada' });
    assert.deepEqual(lines, []);
    editor.tell('$/setTrace', { value: 'messages' });
    await editor.ask('workspace/symbol', { query: 'ada' });
    await eventually(
      () => lines,
      (all) => assert.match(all.join('\n'), /^workspace\/symbol: \d+\.\d\d ms, number 2 of its kind$/m),
    );
  });
});

describe('timings', () => {
  it('keep the last of each kind, and count all', async () => {
    let now = 0;
    const timings = new Timings(() => now);
    const runs = timings.around({ isBusy: false, handleMessage: (message, next) => void next(message) });
    for (let i = 1; i <= 1_000; i++) {
      runs.handleMessage({ jsonrpc: '2.0', id: i, method: 'x' } as never, () => {
        now += i;
      });
      await undefined;
      await undefined;
    }
    const [x] = timings.requests();
    assert.deepEqual([x!.count, x!.most, x!.p50], [1_000, 1_000, 745]);
  });
});

describe('an error that a stranger may see', () => {
  it('has no path and no text of a document', () => {
    const wrong = new SyntaxError('Unexpected token: "Ada Lane of Harbour Street"');
    wrong.stack =
      'SyntaxError: …\n    at read (/home/ada/secret project/dist/node.js:3:7)\n    at C:\\Users\\ada\\x.js:1:2\n    at async <anonymous>';
    assert.equal(
      shortened(wrong),
      'SyntaxError\n    at read (node.js:3:7)\n    at x.js:1:2\n    at async <anonymous>'.replace('project/dist/', ''),
    );
    assert.match(shortened(new TypeError('x is not a function')), /^TypeError: x is not a function\n/);
    assert.equal(shortened('Ada'), 'string');
  });
});
