/** The server, in this process, is asked things that no client should ask; it answers, and goes on answering. */

import { PassThrough } from 'node:stream';
import {
  createConnection,
  createMessageConnection,
  type MessageConnection,
  ProposedFeatures,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { inRuns } from '../../../server/src/lsp/cancellation.ts';
import type { Environment } from '../../../server/src/lsp/environment.ts';
import * as protocol from '../../../server/src/lsp/protocol.ts';
import { serve } from '../../../server/src/lsp/server.ts';
import { mutated, mutatedParams } from './mutate.ts';
import type { Random } from './random.ts';
import { CORPUS } from './seeds.ts';
import type { Target } from './targets.ts';

const ROOT = 'file:///corpus';
const position = { line: 9, character: 4 };
const range = { start: position, end: { line: 10, character: 2 } };
const textDocument = { uri: `${ROOT}/a.md` };

const STANDARD: Readonly<Record<string, object>> = {
  'textDocument/hover': { textDocument, position },
  'textDocument/completion': { textDocument, position, context: { triggerKind: 1 } },
  'textDocument/definition': { textDocument, position },
  'textDocument/references': { textDocument, position, context: { includeDeclaration: true } },
  'textDocument/documentHighlight': { textDocument, position },
  'textDocument/documentSymbol': { textDocument },
  'textDocument/codeAction': { textDocument, range, context: { diagnostics: [] } },
  'textDocument/codeLens': { textDocument },
  'textDocument/documentLink': { textDocument },
  'textDocument/formatting': { textDocument, options: { tabSize: 2, insertSpaces: true } },
  'textDocument/rangeFormatting': { textDocument, range, options: { tabSize: 2, insertSpaces: true } },
  'textDocument/foldingRange': { textDocument },
  'textDocument/selectionRange': { textDocument, positions: [position, { line: 30, character: 1 }] },
  'textDocument/linkedEditingRange': { textDocument, position },
  'textDocument/prepareRename': { textDocument, position },
  'textDocument/rename': { textDocument, position, newName: 'new-name' },
  'textDocument/prepareCallHierarchy': { textDocument, position },
  'textDocument/prepareTypeHierarchy': { textDocument, position },
  'textDocument/semanticTokens/full': { textDocument },
  'textDocument/semanticTokens/range': { textDocument, range },
  'textDocument/inlayHint': { textDocument, range },
  'textDocument/diagnostic': { textDocument, identifier: 'concord', previousResultId: 'x' },
  'workspace/symbol': { query: 'ortiz' },
  'workspace/willRenameFiles': { files: [{ oldUri: `${ROOT}/a.md`, newUri: `${ROOT}/c.md` }] },
  'callHierarchy/incomingCalls': {
    item: { name: 'x', kind: 5, uri: textDocument.uri, range, selectionRange: range, data: {} },
  },
  'callHierarchy/outgoingCalls': {
    item: { name: 'x', kind: 5, uri: textDocument.uri, range, selectionRange: range, data: {} },
  },
  'typeHierarchy/supertypes': {
    item: { name: 'x', kind: 5, uri: textDocument.uri, range, selectionRange: range, data: {} },
  },
};

/** Each with whatever one of Concord's own requests takes. */
const OWN = {
  uri: textDocument.uri,
  ...{
    textDocument,
    position,
    range,
    start: position,
    end: position,
    version: 1,
    code: 'tension',
    claim: 'berths',
    id: 'lena-ortiz',
    ids: ['lena-ortiz', 'leon-ortiz'],
  },
  ...{
    entity: 'lena-ortiz',
    from: 'leon-ortiz',
    into: 'lena-ortiz',
    path: 'c.md',
    folder: ROOT,
    text: 'Lena Ortiz',
    name: 'x.html',
    reason: 'so',
    side: 'here',
    with: 'b.md#berths',
  },
  ...{
    kind: 'split',
    corpus: ROOT,
    root: ROOT,
    subject: 'north-quay',
    property: 'berths',
    value: '140',
    fields: {},
    choices: {},
    record: { id: 'x', type: 'person' },
    edits: [],
  },
};

const NAMES = Object.values(protocol)
  .filter((one) => typeof one === 'string')
  .filter((one) => /^concord\/[a-zA-Z]+$/.test(one) && !/(?:listFiles|readFile|changed)$/i.test(one));

class Fuzzed {
  readonly client: MessageConnection;
  private readonly server;
  private readonly streams = [new PassThrough(), new PassThrough()] as const;
  version = 1;

  constructor() {
    const [up, down] = this.streams;
    const environment: Environment = {
      list: async () => Object.keys(CORPUS),
      read: (file) => this.read(file),
      readNow: (file) => this.read(file),
      rootAbove: async () => URI.parse(ROOT),
      page: () => 'a page',
      pageAddress: () => undefined,
      loadHtmlReader: async () => (await import('../../../server/src/interchange/import/html/readHtml.ts')).readHtml,
      pause: async () => {},
    };
    this.server = createConnection(ProposedFeatures.all, new StreamMessageReader(up), new StreamMessageWriter(down), {
      messageStrategy: inRuns(setImmediate),
    });
    // Its standard way to end is to end the process.
    serve(this.server, environment);
    this.client = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    this.client.onRequest(() => null);
    this.client.onNotification(() => undefined);
    this.client.onError(() => undefined);
    this.client.listen();
  }

  private read(file: URI) {
    const text = CORPUS[file.path.slice('/corpus/'.length)];
    return text === undefined ? { problem: 'it is not there' } : { text };
  }

  async begin(): Promise<this> {
    const textDocument = { diagnostic: {}, completion: { completionItem: { snippetSupport: true } } };
    const capabilities = {
      textDocument,
      workspace: { workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } },
    };
    await this.client.sendRequest('initialize', {
      processId: null,
      rootUri: ROOT,
      workspaceFolders: [{ uri: ROOT, name: 'x' }],
      capabilities,
    });
    await this.client.sendNotification('initialized', {});
    await this.client.sendNotification('textDocument/didOpen', {
      textDocument: { uri: `${ROOT}/a.md`, languageId: 'markdown', version: 1, text: CORPUS['a.md'] },
    });
    return this;
  }

  end(): void {
    this.client.dispose();
    this.server.dispose();
    for (const stream of this.streams) stream.destroy();
  }
}

let fuzzed: Promise<Fuzzed> | undefined;
let count = 0;

export const messages: Target = {
  name: 'messages',
  async run(random, tell) {
    fuzzed ??= new Fuzzed().begin();
    const { client } = await fuzzed;
    if (random.chance(0.2)) await notify(await fuzzed, random, tell);
    const isStandard = random.chance(0.6);
    const method = random.pick(isStandard ? Object.keys(STANDARD) : NAMES);
    const tame = random.chance(0.5);
    const params = mutatedParams(isStandard ? STANDARD[method] : OWN, random, tame);
    tell({ method, params });
    const answer = await answerOf(client.sendRequest(method, params as object), `${method} is not answered`);
    // Of what is of the right kind, the server must make something.
    if (isStandard && tame && answer instanceof ResponseError && answer.code === -32603)
      throw new Error(`${method}: ${answer.message}`);
    if (++count % 50 === 0) {
      const sane = await answerOf(
        client.sendRequest('textDocument/documentSymbol', { textDocument }),
        'the server is gone',
      );
      if (sane instanceof Error) throw sane;
    }
  },
  async end() {
    (await fuzzed)?.end();
    fuzzed = undefined;
  },
};

async function notify({ client, ...rest }: Fuzzed, random: Random, tell: (input: unknown) => void): Promise<void> {
  void rest;
  const text = mutated(CORPUS['a.md']!, random, Object.values(CORPUS));
  const [method, params] = random.pick([
    [
      'textDocument/didChange',
      { textDocument: { uri: textDocument.uri, version: ++count }, contentChanges: [{ range, text: 'x' }] },
    ],
    [
      'textDocument/didChange',
      { textDocument: { uri: textDocument.uri, version: ++count }, contentChanges: [{ text }] },
    ],
    ['textDocument/didOpen', { textDocument: { uri: `${ROOT}/b.md`, languageId: 'markdown', version: 1, text } }],
    ['textDocument/didClose', { textDocument: { uri: `${ROOT}/b.md` } }],
    [
      'workspace/didChangeWatchedFiles',
      {
        changes: [
          { uri: `${ROOT}/b.md`, type: 2 },
          { uri: `${ROOT}/concord.yaml`, type: 1 },
        ],
      },
    ],
    ['workspace/didChangeWorkspaceFolders', { event: { added: [{ uri: `${ROOT}/x`, name: 'x' }], removed: [] } }],
    ['workspace/didChangeConfiguration', { settings: { concord: {} } }],
  ] as const);
  const changed = mutatedParams(params, random, random.chance(0.7));
  tell({ method, params: changed });
  await client.sendNotification(method, changed as object);
}

/** The answer, or the error that is one. */
async function answerOf(answer: Promise<unknown>, late: string): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waiting = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(late)), 20_000);
  });
  try {
    return await Promise.race([
      answer.catch((reason: unknown) => (reason instanceof ResponseError ? reason : Promise.reject(reason))),
      waiting,
    ]);
  } finally {
    clearTimeout(timer);
  }
}
