/** Holds the split of a file into front matter and body against section 2 of the format. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bodyStart, splitFrontMatter } from '../../server/src/core/frontMatter.ts';

/** The YAML and the body; `unclosed` where nothing closes it, `none` where all is body. */
function split(text: string): readonly string[] | 'none' {
  const front = splitFrontMatter(text);
  if (!front) return 'none';
  const { yaml, body, closed, fence } = front;
  assert.equal(text.slice(fence.start, fence.end), '---');
  const parts = [text.slice(yaml.start, yaml.end), text.slice(body.start, body.end)];
  return closed ? parts : [...parts, 'unclosed'];
}

describe('front matter', () => {
  const cases: readonly (readonly [rule: string, text: string, expected: readonly string[] | 'none'])[] = [
    ['between fences', '---\na: b\n---\nbody\n', ['a: b\n', 'body\n']],
    ['closed by dots', '---\na: b\n...\nbody', ['a: b\n', 'body']],
    ['empty', '---\n---\nbody', ['', 'body']],
    ['without a body', '---\na: b\n---', ['a: b\n', '']],
    ['without a body, with a line break', '---\na: b\n---\n', ['a: b\n', '']],
    ['only fences', '---\n---', ['', '']],
    ['a byte order mark before', '\ufeff---\na: b\n---\nbody', ['a: b\n', 'body']],
    ['Windows line breaks', '---\r\na: b\r\n---\r\nbody\r\n', ['a: b\r\n', 'body\r\n']],
    ['lone carriage returns', '---\ra: b\r---\rbody\r', ['a: b\r', 'body\r']],
    ['mixed line breaks', '---\r\na: b\n---\rbody', ['a: b\n', 'body']],
    ['white space after the fences', '--- \t\na: b\n---\t \nbody', ['a: b\n', 'body']],
    ['a fence in a block scalar', '---\na: |\n  ---\n  x\n---\nbody', ['a: |\n  ---\n  x\n', 'body']],
    ['a later thematic break is body', '---\na: b\n---\none\n---\ntwo', ['a: b\n', 'one\n---\ntwo']],
    ['dots that are part of a line', '---\na: b\n... c\n---\nx', ['a: b\n... c\n', 'x']],
    ['dashes that are part of a line', '---\na: b\n--- c\n----\n---\nx', ['a: b\n--- c\n----\n', 'x']],
    ['a blank line first in it', '---\n\na: b\n---\nx', ['\na: b\n', 'x']],
    ['none: an empty file', '', 'none'],
    ['none: a byte order mark alone', '\ufeff', 'none'],
    ['none: text', 'a: b\n---\n', 'none'],
    ['none: a blank line before', '\n---\na: b\n---\n', 'none'],
    ['none: a space before the fence', ' ---\na: b\n---\n', 'none'],
    ['none: four dashes', '----\na: b\n---\n', 'none'],
    ['none: text after the fence', '--- a\nb: c\n---\n', 'none'],
    ['none: dots first', '...\na: b\n---\n', 'none'],
    ['none: a fence alone', '---', 'none'],
    ['none: a fence and a line break', '---\n', 'none'],
    ['none: a thematic break that opens a text', '---\n\nSome text.\n\ntitle: not a key here', 'none'],
    ['none: unclosed, with keys of another tool', '---\nlayout: x\ntags: [a]\n', 'none'],
    [
      'unclosed, with a key of ours',
      '---\nlayout: x\nclaims:\n  - a\nbody',
      ['layout: x\nclaims:\n  - a\nbody', '', 'unclosed'],
    ],
    ['unclosed, after a comment', '---\n# x\n\ndate: 2022\n', ['# x\n\ndate: 2022\n', '', 'unclosed']],
    ['unclosed, with a quoted key', '---\n"entities":\n- a\n', ['"entities":\n- a\n', '', 'unclosed']],
  ];
  for (const [rule, text, expected] of cases) it(rule, () => assert.deepEqual(split(text), expected));

  it('begins the body after a byte order mark', () => {
    assert.equal(bodyStart('\ufeffa'), 1);
    assert.equal(bodyStart('a'), 0);
  });

  it('covers the file, in order, whatever it holds', () => {
    const line = fc.constantFrom('---', '...', 'claims:', '  - x', 'text', '', '#', '--- ', '\ufeff');
    const file = fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r'))).map((lines) => lines.flat().join(''));
    fc.assert(
      fc.property(fc.boolean(), file, (opens, rest) => {
        const text = opens ? `---\n${rest}` : rest;
        const front = splitFrontMatter(text);
        if (!front) return;
        const { fence, yaml, body } = front;
        assert.ok(fence.end < yaml.start && yaml.start <= yaml.end && yaml.end <= body.start);
        assert.equal(body.end, text.length);
        assert.match(text.slice(yaml.end, body.start), front.closed ? /^(---|\.\.\.)[ \t]*(\r\n|\n|\r|$)/ : /^$/);
        assert.doesNotMatch(text.slice(yaml.start, yaml.end), /(^|[\r\n])(---|\.\.\.)[ \t]*([\r\n]|$)/);
      }),
    );
  });

  it('is linear', () => {
    const start = performance.now();
    splitFrontMatter(`---\n${'a\n'.repeat(1_000_000)}`);
    splitFrontMatter(`---${' '.repeat(1_000_000)}x`);
    splitFrontMatter(`---\n${'\r'.repeat(1_000_000)}`);
    assert.ok(performance.now() - start < 3_000);
  });
});
