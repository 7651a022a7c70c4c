/** The layers, held by the imports themselves: each file may import what lies to its left, and nothing else. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

const ROOT = join(__dirname, '..');

/** What each layer may import, itself included. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  core: ['core'],
  values: ['core', 'values'],
  checks: ['core', 'values', 'checks'],
  features: ['core', 'values', 'checks', 'features'],
  interchange: ['core', 'values', 'checks', 'features', 'interchange'],
  lsp: ['core', 'values', 'checks', 'features', 'interchange', 'lsp'],
  pages: ['core', 'values', 'checks', 'features', 'pages'],
  cli: ['core', 'values', 'checks', 'features', 'interchange', 'pages', 'cli'],
  mcp: ['core', 'values', 'checks', 'features', 'interchange', 'cli', 'mcp'],
  entry: ['core', 'values', 'checks', 'features', 'interchange', 'pages', 'lsp', 'cli', 'mcp', 'entry'],
};
const ENTRIES = [
  'node.ts',
  'html.ts',
  'htmlReader.ts',
  'mcp.ts',
  'browser.ts',
  'cli.ts',
  'pinyin.ts',
  'nodeFiles.ts',
  'nodeGit.ts',
  'nodeDisk.ts',
  'nodeIndex.ts',
  'nodeStaged.ts',
  'nodeMemory.ts',
  'nodeWatch.ts',
  'nodeWriting.ts',
  'stagedFiles.ts',
];
const PURE = ['core', 'values', 'checks', 'features', 'pages'];
/** The one part of the server that the client shares. */
const SHARED = 'server/src/lsp/protocol.ts';

interface Source {
  /** From the root of the project, with `/`. */
  readonly path: string;
  readonly code: string;
  /** Project paths, or the names of packages. */
  readonly imports: readonly string[];
}

function sourcesIn(folder: string): readonly Source[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => {
      const full = join(entry.parentPath, entry.name);
      const path = full.slice(ROOT.length + 1).replaceAll('\\', '/');
      const code = readFileSync(full, 'utf8');
      return { path, code, imports: importsOf(path, code) };
    });
}

const IMPORTS = [
  /(?:^|;)[ \t]*(?:import|export)\s[^'";]*?from ['"]([^'"]+)['"]/gm, // import … from, export … from
  /(?:^|;)[ \t]*import ['"]([^'"]+)['"]/gm, // for its effects
  /\b(?:import|require)\(\s*['"]([^'"]+)['"]/g, // when it is needed, or for its type
];

function importsOf(path: string, code: string): readonly string[] {
  return IMPORTS.flatMap((pattern) => [...code.matchAll(pattern)]).map(([, name]) =>
    name!.startsWith('.') ? posix.join(posix.dirname(path), name!).replace(/\.js$/, '.ts') : name!,
  );
}

/** The layer of a file of the server. */
function layerOf(path: string): string {
  const [first, ...rest] = path.replace(/^server\/src\//, '').split('/');
  if (rest.length === 0) return ENTRIES.includes(first!) ? 'entry' : `unknown (${first})`;
  return first!;
}

const isTyped = (name: string): boolean => isOurs(name) && /\.tsx?$/.test(name);

const isOurs = (name: string): boolean => name.startsWith('server/') || name.startsWith('client/');

/** The code without its comments and texts, which may speak of anything. */
const bare = (code: string): string =>
  code.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`/g, '');

const server = sourcesIn('server/src');
const client = sourcesIn('client/src');
const webviews = sourcesIn('client/webviews');
const paths = new Set([...server, ...client, ...webviews].map(({ path }) => path));

const violations = (
  sources: readonly Source[],
  isWrong: (source: Source, name: string) => boolean,
): readonly string[] =>
  sources.flatMap((source) =>
    source.imports.filter((name) => isWrong(source, name)).map((name) => `${source.path} imports ${name}`),
  );

describe('the layers', () => {
  it('are read: every import of ours names a file', () => {
    assert.ok(server.length > 50 && server.some(({ imports }) => imports.includes('server/src/core/text.ts')));
    assert.deepEqual(
      violations([...server, ...client, ...webviews], (_, name) => isTyped(name) && !paths.has(name)),
      [],
    );
  });

  it('hold every file of the server', () => {
    const homeless = server.map(({ path }) => layerOf(path)).filter((layer) => !Object.hasOwn(LAYERS, layer));
    assert.deepEqual(homeless, []);
  });

  it('import leftwards only', () => {
    const wrong = violations(
      server,
      ({ path }, name) => isOurs(name) && !(LAYERS[layerOf(path)] ?? []).includes(layerOf(name)),
    );
    assert.deepEqual(wrong, []);
  });

  it('need neither Node nor an editor up to the features', () => {
    const wrong = violations(
      server,
      ({ path }, name) => PURE.includes(layerOf(path)) && /^(?:node:|vscode|process$|fs|path$|os$)/.test(name),
    );
    assert.deepEqual(wrong, []);
  });

  it('do nothing asynchronous up to the features', () => {
    const wrong = server
      .filter(
        ({ path, code }) => PURE.includes(layerOf(path)) && /\b(?:async|await|Promise|setTimeout)\b/.test(bare(code)),
      )
      .map(({ path }) => path);
    assert.deepEqual(wrong, []);
  });

  it('reach the file system from the entries only', () => {
    const wrong = violations(
      server,
      ({ path }, name) => layerOf(path) !== 'entry' && /^node:(?:fs|child_process|net|http)/.test(name),
    );
    assert.deepEqual(wrong, []);
  });

  it('know the YAML library behind one adapter', () => {
    assert.deepEqual(
      violations(
        [...server, ...client],
        ({ path }, name) => name === 'yaml' && !/^server\/src\/core\/yaml(?:\.ts|\/)/.test(path),
      ),
      [],
    );
  });

  it('let the client share the messages with the server, and nothing else', () => {
    assert.deepEqual(
      violations(client, (_, name) => name.startsWith('server/') && name !== SHARED),
      [],
    );
    assert.deepEqual(
      violations(server, (_, name) => name.startsWith('client/')),
      [],
    );
  });

  it('let web views draw the pages, with the types of what they show', () => {
    assert.deepEqual(
      violations(
        webviews,
        (_, name) =>
          (name.startsWith('server/') && !name.startsWith('server/src/pages/') && name !== SHARED) ||
          name.startsWith('client/src/') ||
          /^(?:node:|vscode)/.test(name),
      ),
      [],
    );
  });

  it('have no ring of files that need one another', () => {
    assert.deepEqual(ringsIn(server), []);
  });
});

/** Files on a ring of imports, types apart: each ring once, from its first file in the alphabet. */
function ringsIn(sources: readonly Source[]): readonly string[] {
  const graph = new Map(
    sources.map(({ path, code }) => {
      const values = code.replace(/^(?:import|export) type [^;]*;/gm, '');
      return [path, importsOf(path, values).filter(isOurs)];
    }),
  );
  const rings = new Set<string>();
  const done = new Set<string>();
  const open: string[] = [];
  const visit = (path: string): void => {
    const at = open.indexOf(path);
    if (at >= 0) {
      const ring = open.slice(at);
      const first = ring.indexOf([...ring].sort()[0]!);
      rings.add([...ring.slice(first), ...ring.slice(0, first)].join(' → '));
    }
    if (at >= 0 || done.has(path)) return;
    open.push(path);
    for (const next of graph.get(path) ?? []) visit(next);
    open.pop();
    done.add(path);
  };
  for (const path of graph.keys()) visit(path);
  return [...rings].sort();
}
