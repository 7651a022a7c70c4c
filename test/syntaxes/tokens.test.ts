/**
 * What VS Code makes of front matter: its own Markdown and YAML grammars with ours injected, on its own engine.
 * All of that comes with the VS Code in .vscode-test; without it these tests are pending.
 */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { FILES, pathOf, ROOT, readGrammar } from './grammars.ts';

interface Tokenized {
  readonly tokens: readonly {
    readonly startIndex: number;
    readonly endIndex: number;
    readonly scopes: readonly string[];
  }[];
  readonly ruleStack: unknown;
}
interface Tokenizer {
  tokenizeLine(line: string, state: unknown): Tokenized;
}

function vscodeHome(): string | undefined {
  const folder = join(ROOT, '.vscode-test');
  const installed = existsSync(folder) ? readdirSync(folder).filter((name) => /^vscode-server-[\d.]+$/.test(name)) : [];
  const homes = installed.map((name) => join(folder, name, 'node_modules', 'code-server', 'lib', 'vscode'));
  return homes.find((home) => existsSync(join(home, 'node_modules', 'vscode-textmate')));
}

async function tokenizer(home: string, injected: boolean): Promise<{ grammar: Tokenizer; initial: unknown }> {
  const require = createRequire(join(home, 'package.json'));
  const { Registry, parseRawGrammar, INITIAL } = require('vscode-textmate');
  const { loadWASM, OnigScanner, OnigString } = require('vscode-oniguruma');
  await loadWASM(readFileSync(require.resolve('vscode-oniguruma').replace(/main\.js$/, 'onig.wasm')).buffer);
  const files = new Map<string, string>([
    ['text.html.markdown', join(home, 'extensions/markdown-basics/syntaxes/markdown.tmLanguage.json')],
    ...['', '.embedded', '.1.0', '.1.1', '.1.2', '.1.3'].map((variant): [string, string] => {
      const file = `yaml${variant.replace('.', '-')}.tmLanguage.json`;
      return [`source.yaml${variant}`, join(home, 'extensions/yaml/syntaxes', file)];
    }),
    ...FILES.map((file): [string, string] => [readGrammar(file).scopeName, pathOf(file)]),
  ]);
  const ours = FILES.map((file) => readGrammar(file).scopeName);
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns: string[]) => new OnigScanner(patterns),
      createOnigString: (text: string) => new OnigString(text),
    }),
    loadGrammar: async (scope: string) => {
      const file = files.get(scope);
      return file && existsSync(file) ? parseRawGrammar(readFileSync(file, 'utf8'), file) : null;
    },
    getInjections: (scope: string) => (injected && scope === 'text.html.markdown' ? ours : []),
  });
  return { grammar: await registry.loadGrammar('text.html.markdown'), initial: INITIAL };
}

/** The scopes of each character, line by line. */
function scopesOf(
  { grammar, initial }: Awaited<ReturnType<typeof tokenizer>>,
  text: string,
): readonly (readonly string[])[][] {
  let state = initial;
  return text.split('\n').map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    const characters: (readonly string[])[] = [];
    for (const token of tokens) for (let i = token.startIndex; i < token.endIndex; i++) characters[i] = token.scopes;
    return characters.slice(0, line.length);
  });
}

const KEY = 'keyword.other.key.concord';
const ENTITY = 'entity.name.type.entity.concord';
const NUMBER = 'constant.numeric.concord';
const DATE = 'constant.numeric.date.concord';
const HEDGE = 'storage.modifier.hedge.concord';
const PROPERTY = 'support.constant.property-value.property.concord';
const CONSTANT = 'constant.language.concord';

/** A line under `entities:` or `claims:`, and what is coloured in it, in order. `plain`: nothing of ours. */
const CASES: readonly [under: string, line: string, coloured: readonly (readonly [string, string])[]][] = [
  ['entities:', '  ma-zhaoxu:', [['ma-zhaoxu', ENTITY]]],
  ['entities:', '  - ma-zhaoxu', [['ma-zhaoxu', ENTITY]]],
  ['entities:', '- 海坪', [['海坪', ENTITY]]],
  [
    'entities:',
    '  china: {as: [my side], not: x}',
    [
      ['china', ENTITY],
      ['as', KEY],
      ['not', KEY],
    ],
  ],
  [
    'entities:',
    '  a: {here: [{quote: the sic one, near: b}]}',
    [
      ['a', ENTITY],
      ['here', KEY],
      ['quote', KEY],
      ['the', 'string.unquoted.plain.out.yaml.text.concord'],
      ['near', KEY],
      ['b', 'string.unquoted.plain.out.yaml.text.concord'],
    ],
  ],
  ['entities:', '  # as: x', []],
  ['claims:', '  - id: ties # value: 12', [['id', KEY]]],
  [
    'claims:',
    '  - subject: china',
    [
      ['subject', KEY],
      ['china', ENTITY],
    ],
  ],
  [
    'claims:',
    '  - {subject: this, by: ma-zhaoxu}',
    [
      ['subject', KEY],
      ['this', 'variable.language.this.concord'],
      ['by', KEY],
      ['ma-zhaoxu', ENTITY],
    ],
  ],
  [
    'claims:',
    '  - property: diplomatic-relations',
    [
      ['property', KEY],
      ['diplomatic-relations', PROPERTY],
    ],
  ],
  [
    'claims:',
    '  - stance: denies',
    [
      ['stance', KEY],
      ['denies', CONSTANT],
    ],
  ],
  [
    'claims:',
    '  - value: 172 -> 181',
    [
      ['value', KEY],
      ['172', NUMBER],
      ['->', 'keyword.operator.change.concord'],
      ['181', NUMBER],
    ],
  ],
  [
    'claims:',
    '  - value: more than 835,500 people',
    [
      ['value', KEY],
      ['more than', HEDGE],
      ['835,500', NUMBER],
    ],
  ],
  [
    'claims:',
    '  - value: "about 4.6 million"',
    [
      ['value', KEY],
      ['about', HEDGE],
      ['4.6 million', NUMBER],
    ],
  ],
  [
    'claims:',
    '  - {value: 近140个国家, at: 2022-10}',
    [
      ['value', KEY],
      ['近', HEDGE],
      ['140', NUMBER],
      ['at', KEY],
      ['2022-10', DATE],
    ],
  ],
  [
    'claims:',
    "  - value: '约1.4亿'",
    [
      ['value', KEY],
      ['约', HEDGE],
      ['1.4亿', NUMBER],
    ],
  ],
  ['claims:', '  - value: Head of the office over there', [['value', KEY]]],
  ['claims:', '  - value: mayor-of-haiping-2023', [['value', KEY]]],
  [
    'claims:',
    '  - at: 2012/..',
    [
      ['at', KEY],
      ['2012/..', DATE],
    ],
  ],
  [
    'claims:',
    '  - at: 2022~',
    [
      ['at', KEY],
      ['2022~', DATE],
    ],
  ],
  [
    'claims:',
    '  - quote: 181 states',
    [
      ['quote', KEY],
      ['181', 'string.unquoted.plain.out.yaml.text.concord'],
    ],
  ],
  ['claims:', '  - quote: "he said value: 12, at: 2022-10"', [['quote', KEY]]],
  ['claims:', '  - quote: \'said "value: 12"\'', [['quote', KEY]]],
  ['claims:', '  - weather: subject', []],
  ['other:', '  - subject: china', []],
  ['other:', '  value: 12', []],
];

describe('syntaxes: tokens', () => {
  let ours: Awaited<ReturnType<typeof tokenizer>>;
  let plain: Awaited<ReturnType<typeof tokenizer>>;

  before(async function () {
    const home = vscodeHome();
    if (!home) return this.skip();
    ours = await tokenizer(home, true);
    plain = await tokenizer(home, false);
  });

  for (const [under, line, expected] of CASES) {
    it(`${under} ${line.trim()}`, () => {
      const scopes = scopesOf(ours, `---\ntitle: x\n${under}\n${line}\n---\n`)[3]!;
      const found: [string, string][] = [];
      for (let i = 0; i < line.length; i++) {
        const scope = scopes[i]!.findLast((name) => name.endsWith('.concord') && !name.startsWith('meta.'));
        const isNext = i > 0 && scopes[i] !== scopes[i - 1];
        if (scope && !isNext && found.length > 0 && i > 0) found.at(-1)![0] += line[i];
        else if (scope) found.push([line[i]!, scope]);
      }
      assert.deepEqual(found, expected);
    });
  }

  it('ends where the front matter or the next key of the top level begins', () => {
    const text = '---\nclaims:\n- value: 12\n\nabout: 2022\nlist: [value: 3]\n---\nclaims:\n  - value: 12\n';
    const lines = scopesOf(ours, text).map((line) => line.some((names) => names.some((name) => /concord/.test(name))));
    assert.deepEqual(lines, [false, true, true, false, false, false, false, false, false, false]);
  });

  it('block scalars and comments stay what they are', () => {
    const text = '---\nclaims:\n  - quote: |\n      value: 12\n    # value: 12\n    note: >-\n      at: 2022-10\n---\n';
    const scopes = scopesOf(ours, text);
    for (const line of [3, 4, 6]) {
      assert.ok(
        scopes[line]!.flat().every((name) => !name.endsWith('.concord') || name.startsWith('meta.annotations')),
      );
    }
  });

  it('adds to what YAML says of the example corpus and changes none of it', () => {
    const folder = join(ROOT, 'client', 'example', 'documents');
    const files = (readdirSync(folder, { recursive: true }) as string[]).filter((file) => file.endsWith('.md'));
    assert.ok(files.length > 0);
    const refined = /^constant\.(?:numeric|language)\..*\.yaml$/;
    const without = (names: readonly string[]) =>
      names.filter((name) => !/concord/.test(name) && !refined.test(name)).join(' ');
    for (const file of files) {
      const text = readFileSync(join(folder, file), 'utf8').split('\n').slice(0, 90).join('\n');
      const before = scopesOf(plain, text);
      let coloured = 0;
      scopesOf(ours, text).forEach((line, row) => {
        line.forEach((names, column) => {
          assert.equal(without(names), without(before[row]![column]!), `${file}:${row + 1}:${column + 1}`);
          if (names.some((name) => name.endsWith('.concord') && !name.startsWith('meta.'))) coloured++;
        });
      });
      assert.ok(coloured > 100, file);
    }
  });
});
