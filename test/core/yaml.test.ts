/** Holds the YAML adapter against the library it wraps: the same tree by blocks as by the whole, faults that stay where they are. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import { quotingFix } from '../../server/src/core/yaml/quoting.ts';
import { type BlockCache, parseYaml, type YamlNode } from '../../server/src/core/yaml.ts';

const read = (text: string, previous?: BlockCache) => parseYaml(text, { start: 0, end: text.length }, previous);

/** Our tree as plain data; the text of every scalar with where it stands. */
function plain(node: YamlNode | undefined): unknown {
  switch (node?.kind) {
    case undefined:
      return undefined;
    case 'scalar':
      return [node.value, node.span.start, node.span.end];
    case 'missing':
      return null;
    case 'seq':
      return node.items.map(plain);
    case 'map':
      return { pairs: node.entries.map(({ key, value }) => [plain(key), plain(value)]) };
  }
}

/** The same of the library's tree. */
function library(node: Node | null): unknown {
  assert.ok(!isAlias(node));
  if (isScalar(node)) {
    const text = String(node.value ?? '');
    if (node.type === 'PLAIN' && (text === '' || text === '~' || text === 'null')) return null;
    return [text, node.range![0], node.range![1]];
  }
  if (isSeq(node)) return node.items.map((item) => library(item as Node));
  if (isMap(node)) return { pairs: node.items.map(({ key, value }) => [library(key as Node), library(value as Node)]) };
  return null;
}

const values = (text: string) => withoutPlaces(plain(read(text).root));

function withoutPlaces(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if ('pairs' in value) return { pairs: (value.pairs as unknown[]).map(withoutPlaces) };
  const list = value as unknown[];
  return typeof list[1] === 'number' ? list[0] : list.map(withoutPlaces);
}

const map = (...entries: readonly (readonly [string, unknown])[]) => ({ pairs: entries });

describe('yaml', () => {
  describe('reads', () => {
    const cases: readonly (readonly [rule: string, text: string, expected: unknown])[] = [
      ['nothing', '', undefined],
      ['comments only', '# a\n\n  # b\n', undefined],
      [
        'numbers, dates and booleans as they are written',
        'a: 0123\nb: 1.10\nc: 2022-10-20\nd: no\ne: 0x1F\n',
        map(['a', '0123'], ['b', '1.10'], ['c', '2022-10-20'], ['d', 'no'], ['e', '0x1F']),
      ],
      ['missing values', 'a:\nb: ~\nc: null\nd: ""\n', map(['a', null], ['b', null], ['c', null], ['d', ''])],
      ['a list at the indentation of its key', 'a:\n- x\n- y\nb: z\n', map(['a', ['x', 'y']], ['b', 'z'])],
      ['block scalars', 'a: |\n  x\n\n  y\nb: >-\n  x\n  y\n', map(['a', 'x\n\ny\n'], ['b', 'x y'])],
      [
        'a fence and a comment sign in a block scalar',
        'a:\n  b: |\n    # x\n    ---\n  c: d\n',
        map(['a', map(['b', '# x\n---\n'], ['c', 'd'])]),
      ],
      [
        'a key after a comment of less indentation',
        'a:\n  b: c\n# x\n  d: e\n',
        map(['a', map(['b', 'c'], ['d', 'e'])]),
      ],
      ['Windows line breaks', 'a:\r\n  - x\r\n  - y\r\nb: z\r\n', map(['a', ['x', 'y']], ['b', 'z'])],
      ['lone carriage returns', 'a:\r  - x\r  - y\rb: z\r', map(['a', ['x', 'y']], ['b', 'z'])],
      [
        'flow collections over several lines',
        'a: {b: c,\n  d: [e,\n f]}\ng: h\n',
        map(['a', map(['b', 'c'], ['d', ['e', 'f']])], ['g', 'h']),
      ],
      ['a flow collection that closes at the margin', 'a: [\n  b\n]\nc: d\n', map(['a', ['b']], ['c', 'd'])],
      ['a flow map as the root', '{a: b}', map(['a', 'b'])],
      ['a list as the root', '- a\n- b\n', ['a', 'b']],
      ['an indented root', '  a: b\n  c: d\n', map(['a', 'b'], ['c', 'd'])],
      ['quoted and Chinese keys', '"a b": c\n\'d\': e\n名: 值\n', map(['a b', 'c'], ['d', 'e'], ['名', '值'])],
      ['a key with a colon inside', 'a:b: c\n', map(['a:b', 'c'])],
      ['keys of objects', '__proto__: a\nconstructor: b\n', map(['__proto__', 'a'], ['constructor', 'b'])],
      ['an alias inside its block', 'a: [&x b, *x]\n', map(['a', ['b', 'b']])],
      ['an alias of another block', 'a: &x [b]\nc: *x\n', map(['a', ['b']], ['c', ['b']])],
      ['an alias of another item', 'a:\n  - &x {b: c}\n  - *x\n', map(['a', [map(['b', 'c']), map(['b', 'c'])]])],
      ['an anchor that is used twice', 'a: &x b\nc: [*x, &x d, *x]\n', map(['a', 'b'], ['c', ['b', 'd', 'd']])],
      [
        'an alias inside what an alias stands for',
        'a: &x b\nc: &y [*x]\nd: &x e\nf: *y\n',
        map(['a', 'b'], ['c', ['b']], ['d', 'e'], ['f', ['b']]),
      ],
      ['a tagged value', 'a: !!str 12\nb: !x y\n', map(['a', '12'], ['b', 'y'])],
      ['a complex key apart from the rest', '? [a, b]\n: c\nd: e\n', map(['d', 'e'])],
      ['items without value', 'a:\n  -\n  - b\n', map(['a', [null, 'b']])],
      ['text after Chinese punctuation', 'a: 他说：“好”\n', map(['a', '他说：“好”'])],
    ];
    for (const [rule, text, expected] of cases) {
      it(rule, () => {
        assert.deepEqual(values(text), expected);
        assert.deepEqual(read(text).faults, []);
      });
    }
  });

  it('counts offsets from the start of the file', () => {
    const text = 'xxx a: b\nc:\n  - d\n';
    const { root } = parseYaml(text, { start: 4, end: text.length });
    assert.deepEqual(
      plain(root),
      map(
        [
          ['a', 4, 5],
          ['b', 7, 8],
        ] as never,
        [['c', 9, 10], [['d', 16, 17]]] as never,
      ),
    );
  });

  describe('faults', () => {
    /** Each fault as the text that it may have spoilt, and what is read all the same. */
    function spoilt(text: string): readonly string[] {
      return read(text).faults.map(({ span, damage }) => {
        assert.ok(damage.start <= span.start && span.start <= damage.end, 'a fault lies in its damage');
        assert.ok(span.end <= text.length && damage.end <= text.length);
        return text.slice(damage.start, damage.end);
      });
    }
    const cases: readonly (readonly [rule: string, text: string, expected: readonly string[]])[] = [
      ['in one key', 'a: [\nb: c\n', ['a: [\n']],
      ['in two keys', 'a: [\nb: c\nd: "\ne: f', ['a: [\n', 'd: "\n']],
      ['in one item', 'a:\n  - b: [\n  - c: d\n', ['  - b: [\n']],
      ['in two items', 'a:\n  - {\n  - c: d\n  - "\n', ['  - {\n', '  - "\n']],
      ['in a key one level below', 'a:\n  b: @c\n  d: e\n', ['  b: @c\n']],
      ['a broken block scalar', 'a:\n  - value: >200\n    b: c\n  - d: e\n', ['  - value: >200\n    b: c\n']],
      ['a colon in a plain text', 'a:\n  - b: c: d\n  - e: f\n', ['  - b: c: d\n']],
      ['an alias of nothing', 'a: *x\nb: c\n', ['a: *x\n']],
      ['a text as the root', 'only text\n', ['only text\n']],
      ['no key', 'a: b\nnonsense\nc: d\n', ['nonsense\n']],
    ];
    for (const [rule, text, expected] of cases) it(rule, () => assert.deepEqual(spoilt(text), expected));

    it('leave the other blocks as they are', () => {
      assert.deepEqual(withoutPlaces(plain(read('a: b\nc: [\nd: e\n').root)), map(['a', 'b'], ['c', []], ['d', 'e']));
    });

    it('are never thrown', () => {
      const line = fc.constantFrom(
        'a:',
        '  b:',
        '  - c',
        '- d',
        '  "',
        "'",
        '[',
        '{',
        '}',
        ']',
        '  |',
        '>',
        '&x',
        '*x',
        '? y',
        ': z',
        '\t',
        '%',
        '---',
        '...',
        '!!t',
        '#',
        '  e: f',
        'g: h: i',
        '@',
        '<<: *x',
        '',
        '    - j',
        '\ud800',
      );
      const text = fc
        .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r', ' ', '')))
        .map((parts) => parts.flat().join(''));
      fc.assert(
        fc.property(text, (source) => {
          for (const { span, damage } of read(source).faults) {
            assert.ok(0 <= span.start && span.start <= span.end && span.end <= source.length);
            assert.ok(0 <= damage.start && damage.start <= damage.end && damage.end <= source.length);
          }
        }),
        { numRuns: 1_500 },
      );
    });
  });

  describe('as by the library on the whole', () => {
    const word = fc.constantFrom(
      'a',
      'b c',
      '中国',
      "it's",
      '0123',
      'x#y',
      '-1',
      'http://x',
      'null',
      '~',
      'é',
      'a"b',
      '😀',
      '2022-10-20',
    );
    const scalar = fc.oneof(
      word,
      word.map((text) => JSON.stringify(text)),
      word.map((text) => `'${text.replace(/'/g, "''")}'`),
      fc.constant(''),
    );
    const flow: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 2 },
        word.map((text) => JSON.stringify(text)),
        fc.array(tie('node'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
        fc
          .array(tie('node'), { maxLength: 3 })
          .map((items) => `{${items.map((item, i) => `k${i}: ${item}`).join(', ')}}`),
      ),
    })).node;
    const block = (indent: number, depth: number): fc.Arbitrary<string> => {
      const pad = ' '.repeat(indent);
      const leaf = fc.oneof(
        scalar.map((text) => ` ${text}\n`),
        flow.map((text) => ` ${text}\n`),
        word.map((text) => ` # ${text}\n`),
        fc
          .tuple(fc.constantFrom('|', '>-', '|+', '>'), word, word)
          .map(([style, a, b]) => ` ${style}\n${pad}   ${a}\n\n${pad}   # ${b}\n${pad}   ---\n`),
        fc.tuple(word, word).map(([a, b]) => ` "${a.replace(/"/g, '')}\n${pad}   ${b.replace(/"/g, '')}"\n`),
        fc.tuple(flow, flow).map(([a, b]) => ` [${a},\n${pad}   ${b}\n${pad}   ]\n`),
      );
      const value: fc.Arbitrary<string> =
        depth === 0
          ? leaf
          : fc.oneof(
              { weight: 2, arbitrary: leaf },
              fc.constantFrom(1, 2, 4).chain((more) => block(indent + more, depth - 1).map((inner) => `\n${inner}`)),
              fc.constantFrom(0, 2).chain((more) => items(indent + more, depth - 1).map((inner) => `\n${inner}`)),
            );
      return entries(pad, value);
    };
    const entries = (pad: string, value: fc.Arbitrary<string>) =>
      fc
        .array(
          fc.tuple(
            fc.constantFrom('', '', '', `${pad}# note\n`, '\n', '# margin\n'),
            fc.constantFrom('k', '"q r"', "'s'", '名', 'x-y', 'a.b'),
            value,
          ),
          { minLength: 1, maxLength: 4 },
        )
        .map((parts) =>
          parts.map(([before, key, rest], i) => `${before}${pad}${key}${i === 0 ? '' : ''}:${rest}`).join(''),
        );
    const items = (indent: number, depth: number): fc.Arbitrary<string> => {
      const pad = ' '.repeat(indent);
      const item = fc.oneof(
        scalar.map((text) => ` ${text}\n`),
        flow.map((text) => ` ${text}\n`),
        ...(depth > 0
          ? [
              block(indent + 2, depth - 1)
                .filter((text) => text.startsWith(`${pad}  `) && !/^ *#/.test(text))
                .map((text) => text.slice(indent + 1)),
            ]
          : []),
      );
      return fc.array(item, { minLength: 1, maxLength: 3 }).map((all) => all.map((text) => `${pad}-${text}`).join(''));
    };
    const root = block(0, 2);

    it('gives the same tree', () => {
      let clean = 0;
      fc.assert(
        fc.property(root, fc.constantFrom('\n', '\r\n'), (source, eol) => {
          const text = source.replace(/\n/g, eol);
          const whole = parseDocument(text, { schema: 'failsafe', uniqueKeys: false, prettyErrors: false });
          if (whole.errors.length > 0) return;
          clean++;
          const byBlocks = read(text, new Map());
          assert.deepEqual(byBlocks.faults, [], text);
          assert.deepEqual(plain(byBlocks.root), library(whole.contents), text);
          assert.deepEqual(read(text).root, byBlocks.root, text);
        }),
        { numRuns: 600 },
      );
      assert.ok(clean > 300, `${clean} of 600 generated texts are valid`);
    });

    it('gives the same tree from the cache of the version before, over random edits', () => {
      const edit = fc.record({
        at: fc.nat(),
        remove: fc.nat({ max: 6 }),
        insert: fc.constantFrom('', ' ', '\n', '  - x\n', 'k: v\n', '"', '[', ':', '# ', '*x', '&x ', '中'),
      });
      fc.assert(
        fc.property(root, fc.array(edit, { maxLength: 5 }), (source, edits) => {
          let text = source;
          let cache = read(text).cache;
          for (const { at, remove, insert } of edits) {
            const start = at % (text.length + 1);
            text = text.slice(0, start) + insert + text.slice(start + remove);
            const fresh = read(text);
            const cached = read(text, cache);
            assert.deepEqual(cached.root, fresh.root);
            assert.deepEqual(cached.faults, fresh.faults);
            cache = cached.cache;
          }
        }),
        { numRuns: 500 },
      );
    });
  });

  it('knows the blocks of what it read as a whole', () => {
    const { cache } = read('a:\n  - x: y # z\n  -\n  - - w\nb: {c: d}\ne:\n  f: |\n    g\n\n  h:\n');
    for (const source of ['a:\n', '  - x: y # z\n', '  - - w\n', 'b: {c: d}\n', '  f: |\n    g\n\n', '  h:\n']) {
      // The root of a whole text spans all of it; what is in it stands where it stands.
      assert.deepEqual({ ...cache.get(source)?.root, span: 0 }, { ...read(source).root, span: 0 }, source);
    }
    assert.equal(cache.get('  -\n - x: y'), undefined);
  });

  it('reads again only the blocks that changed', () => {
    const before = read('a:\n  - x: y\n  - z: w\nb: c\n', new Map()).cache;
    const after = read('a:\n  - x: y\n  - z: changed\nb: c\n', before).cache;
    const kept = ['a:\n', '  - x: y\n', '  - z: changed\n', 'b: c\n'].map(
      (source) => after.get(source) === before.get(source),
    );
    assert.deepEqual(kept, [true, true, false, true]);
  });

  describe('hostile text', () => {
    const depth = 20_000;
    const staircase = Array.from({ length: 1_500 }, (_, i) => `${' '.repeat(i)}a:\n`).join('');
    const laughs = `a0: &a0 [x,x,x,x,x,x,x,x,x]\n${Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(',')}]\n`).join('')}`;
    const cases: readonly (readonly [rule: string, text: string, code: string | undefined])[] = [
      ['flow lists within one another', `a: ${'['.repeat(depth)}${']'.repeat(depth)}`, 'RESOURCE_EXHAUSTION'],
      ['flow lists that never close', `a: ${'['.repeat(depth)}`, 'RESOURCE_EXHAUSTION'],
      ['flow maps within one another', `a: ${'{b: '.repeat(depth)}`, 'RESOURCE_EXHAUSTION'],
      ['brackets in quotes between them', `a: ${'["]",'.repeat(depth)}`, 'RESOURCE_EXHAUSTION'],
      ['lists in one line', `a:\n  ${'- '.repeat(depth)}x`, 'RESOURCE_EXHAUSTION'],
      ['complex keys in one line', `${'? '.repeat(depth)}x`, 'RESOURCE_EXHAUSTION'],
      ['maps within one another', staircase, 'RESOURCE_EXHAUSTION'],
      ['maps with blank lines and comments between', staircase.replaceAll('\n', '\n\n# x\n'), 'RESOURCE_EXHAUSTION'],
      ['nesting that a person writes', `a: ${'['.repeat(100)}${']'.repeat(100)}`, undefined],
      ['a billion laughs', laughs, 'ALIAS_LIMIT'],
      ['many aliases of a large node', `a: &a [${'x,'.repeat(2_000)}]\nb: [${'*a,'.repeat(5_000)}]`, 'ALIAS_LIMIT'],
      ['an alias inside its own anchor', 'a: &a [*a]\n', 'ALIAS_LIMIT'],
      ['thousands of aliases', `a: &a x\nb:\n${'  - [*a]\n'.repeat(10_000)}`, undefined],
      ['thousands of aliases in one block', `b:\n  c: [&a x, ${'*a, '.repeat(10_000)}]\n`, undefined],
      ['thousands of broken keys', 'k: [\n'.repeat(10_000), 'MISSING_CHAR'],
    ];
    for (const [rule, text, code] of cases) {
      it(rule, () => {
        const start = performance.now();
        const { faults } = read(text);
        if (code === undefined) assert.deepEqual(faults, []);
        else
          assert.ok(
            faults.some((fault) => fault.code === code),
            faults[0]?.code,
          );
        assert.ok(performance.now() - start < 5_000, `${performance.now() - start} ms`);
      });
    }
  });

  describe('the quoting fix', () => {
    const fixed = (line: string) => {
      const { faults } = read(line);
      const fix = faults[0] && quotingFix(faults[0], line);
      return fix && `${line.slice(0, fix.span.start)}${fix.newText}${line.slice(fix.span.end)}`;
    };
    const cases: readonly (readonly [rule: string, before: string, after: string | undefined])[] = [
      ['a broken block scalar', 'value: >200', 'value: ">200"'],
      ['with text behind', 'value: >200 people', 'value: ">200 people"'],
      ['a figure that could be a header', 'value: >2', 'value: ">2"'],
      ['the same with a comment', 'a:\n  - value: >2 # about\n    b: c', 'a:\n  - value: ">2" # about\n    b: c'],
      [
        'the same before deeper lines of another',
        'a:\n  value: >2\n\nb:\n    c: d',
        'a:\n  value: ">2"\n\nb:\n    c: d',
      ],
      ['not for a header with a text', 'value: >2\n    a', undefined],
      ['not for one that says more', 'value: >2-', undefined],
      ['not for an empty text', 'note: >\nb: |2', undefined],
      ['at least', 'value: >=200', 'value: ">=200"'],
      ['in a list', 'a:\n  - value: >200\n    b: c', 'a:\n  - value: ">200"\n    b: c'],
      ['a reserved character', 'by: @ada', 'by: "@ada"'],
      ['a backtick', 'a: `b`', 'a: "`b`"'],
      ['a colon', 'note: he said: no', 'note: "he said: no"'],
      ['a colon and quotation marks', 'note: he: "no"', `note: 'he: "no"'`],
      ['an alias that is emphasis', 'quote: *more* than', 'quote: "*more* than"'],
      ['quotation marks inside', 'quote: "he said "no" twice"', `quote: 'he said "no" twice'`],
      ['quotation marks at the start', 'quote: "Yes" he said', `quote: '"Yes" he said'`],
      ['single ones at the start', "quote: 'Yes' he said", `quote: "'Yes' he said"`],
      ['a link', 'quote: [Ministry](x) said', 'quote: "[Ministry](x) said"'],
      ['not for a text behind a list', 'a: [b] c', undefined],
      ['not for an open bracket', 'a: [b', undefined],
      ['with Windows line breaks', 'a: b\r\nvalue: >200\r\nc: d', 'a: b\r\nvalue: ">200"\r\nc: d'],
    ];
    for (const [rule, before, after] of cases) {
      it(rule, () => {
        assert.equal(fixed(before), after);
        if (after !== undefined) assert.deepEqual(read(after).faults, []);
      });
    }
  });

  const claimsOf = (count: number) =>
    `claims:\n${Array.from({ length: count }, (_, i) => `  - id: c${i}\n    quote: "some quote ${i}"\n    subject: ent-1\n    property: count\n    value: ${i}\n`).join('')}`;

  it('reads 5 MB', function () {
    this.timeout(60_000);
    const text = claimsOf(60_000);
    assert.ok(text.length > 5_000_000);
    const { root, faults } = read(text);
    assert.deepEqual(faults, []);
    const claims = root?.kind === 'map' ? root.entries[0]?.value : undefined;
    assert.equal(claims?.kind === 'seq' && claims.items.length, 60_000);
  });

  it('reads what did not change from the cache, far quicker', () => {
    const text = claimsOf(2_000);
    const { cache } = read(text, new Map());
    let start = performance.now();
    read(text, new Map());
    const anew = performance.now() - start;
    start = performance.now();
    read(text.replace('quote 1000', 'quote x'), cache);
    const again = performance.now() - start;
    assert.ok(again < anew / 2, `${again} ms, ${anew} ms anew`);
  });
});
