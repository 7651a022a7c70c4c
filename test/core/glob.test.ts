import assert from 'node:assert/strict';
import fc from 'fast-check';
import picomatch from 'picomatch/posix';
import { globTest } from '../../server/src/core/glob.ts';

const part = fc
  .array(fc.constantFrom('a', 'b', '.', '*', '?', '{a,b}', '{a,*b,}', '{md,{txt,b}}'), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join('').replace(/\*{2,}/g, '*'));
const glob = fc
  .array(fc.oneof(part, fc.constant('**')), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('/'));
const name = fc
  .array(fc.constantFrom('a', 'b', '.', 'md', 'txt'), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join(''));
const path = fc
  .array(name, { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('/'))
  .filter((one) => !one.split('/').some((each) => each.startsWith('.')));

describe('globs', () => {
  it('mean what they mean to the library', () =>
    fc.assert(
      fc.property(glob, fc.array(path, { minLength: 1, maxLength: 20 }), (one, paths) => {
        // Where a name may be empty or begin with a dot, the library has rules of its own.
        fc.pre(!/(?:^|\/)(?:[{?*][^/]*)?\./.test(one) && !/\{[^}]*,\}/.test(one));
        const [ours, theirs] = [globTest(one), picomatch(one, { dot: false })];
        for (const each of paths) assert.equal(ours?.(each), theirs(each), `${one} on ${each}`);
      }),
      { numRuns: 2_000 },
    ));

  it('of the default settings, and others as people write them', () => {
    const is = (one: string, each: string) => globTest(one)?.(each);
    for (const [one, each, expected] of [
      ['**/*.{md,markdown,txt}', 'a.md', true],
      ['**/*.{md,markdown,txt}', 'x/y/a.txt', true],
      ['**/*.{md,markdown,txt}', 'x/y/a.yaml', false],
      ['entities/**/*.{yaml,yml}', 'entities/a.yaml', true],
      ['entities/**/*.{yaml,yml}', 'x/entities/a.yaml', false],
      ['drafts/**', 'drafts/a/b.md', true],
      ['documents/20[12]?/*.md', 'documents/2019/a.md', true],
      ['documents/!(draft)*.md', 'documents/a.md', true],
    ] as const)
      assert.equal(is(one, each), expected, `${one} on ${each}`);
  });

  it('of many stars take no time, or are refused', () => {
    const long = 'a'.repeat(200);
    for (const one of [
      `${'*a'.repeat(60)}b`,
      `${'**/a/'.repeat(60)}b`,
      `{${'*a,'.repeat(900)}b}`,
      `${'{a,b}'.repeat(60)}*`,
    ]) {
      const from = performance.now();
      globTest(one)?.(long);
      globTest(one)?.(Array.from(long).join('/'));
      assert.ok(performance.now() - from < 200, one.slice(0, 20));
    }
    for (const one of ['[a]*a*a*a*a*a*a*a', '+(a|aa)*+(a|aa)*', `**/[a]/**/a/**/b`])
      assert.equal(globTest(one), undefined, one);
  });
});
