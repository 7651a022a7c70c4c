/** The command line speaks the language of the reader's locale; what programs read of it stays as it is. */

import assert from 'node:assert/strict';
import { englishIn } from '../english.ts';
import { concord, type Machine } from './memory.ts';

const FILES = {
  'concord.yaml': 'version: 1\nlanguages: [en, zh]\n',
  'entities/e.yaml': 'forum: {type: event, name: {en: Haiping Forum, zh: 海平论坛}}\n',
  'a.md': `---
title: 海平论坛开幕
date: 2022-10-20
lang: zh
entities: [forum]
claims:
  - {id: a, quote: 330多人出席, subject: forum, property: attendance, value: 330多}
---
海平论坛有330多人出席。
`,
  'b.md': `---
title: 海平论坛公报
date: 2023-05-03
lang: zh
entities: [forum, nobody]
claims:
  - {id: b, quote: 600多人, subject: forum, property: attendance, value: 600多}
---
海平论坛有600多人。
`,
};
const CHINESE = { LC_ALL: 'zh_CN.UTF-8' };
const run = (args: readonly string[], variables: Machine['variables'] = CHINESE) =>
  concord(args, { files: FILES, variables });

describe('the language of the command line', () => {
  it('is Chinese under a Chinese locale: messages, other sides, fixes and the summary', async () => {
    const { stdout, code } = await run(['check']);
    assert.equal(code, 1);
    assert.match(stdout, /^error\[unresolved-entity\]: 没有 ID 为“nobody”的记录。请创建记录，或改正 ID。$/m);
    assert.match(stdout, /= 修复：在 entities\/persons\.yaml 中为“nobody”创建记录$/m);
    assert.match(stdout, /此处为600多，2022年10月20日的《海平论坛开幕》中为330多：就海平论坛（出席人数）而言/);
    assert.match(stdout, /^2 个错误（2 篇文献，1 个实体，2 条陈述，2 处提及）$/m);
  });

  it('explains in Chinese', async () => {
    const { stdout } = await run(['explain', 'b.md']);
    assert.match(stdout, /^ {2}海平论坛 · 出席人数：600多$/m);
    assert.match(stdout, /^与 1 条陈述比较$/m);
    const prose = stdout.replace(/[ab]\.md#[ab]|\bperson\b/g, '');
    assert.deepEqual(englishIn(prose), []);
  });

  it('changes only the messages of what programs read', async () => {
    const [chinese, english] = [
      JSON.parse((await run(['check', '--format', 'json'])).stdout),
      JSON.parse((await run(['check', '--format', 'json'], {})).stdout),
    ];
    assert.match(chinese.findings[0].message, /\p{Script=Han}/u);
    assert.doesNotMatch(english.findings[0].message, /\p{Script=Han}/u);
    const unworded = (value: object) =>
      JSON.parse(JSON.stringify(value, (key, one) => (key === 'message' ? undefined : one)));
    assert.deepEqual(unworded(chinese), unworded(english));
  });

  it('keeps a baseline across languages', async () => {
    const { files } = await run(['check', '--baseline', 'known.json', '--write-baseline'], {});
    const again = await concord(['check', '--baseline', 'known.json'], {
      files: Object.fromEntries(files),
      variables: CHINESE,
    });
    assert.equal(again.code, 0, again.stdout + again.stderr);
  });

  for (const [variables, isChinese] of [
    [{ LANG: 'zh_CN.UTF-8' }, true],
    [{ LC_MESSAGES: 'zh_CN', LANG: 'en_GB.UTF-8' }, true],
    [{ LC_ALL: '', LANG: 'zh_SG' }, true],
    [{ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, false],
    [{ LC_ALL: 'C.UTF-8' }, false],
    [{ LANG: 'de_DE@euro' }, false],
    [{}, false],
  ] as const) {
    it(`is chosen as POSIX says: ${JSON.stringify(variables)}`, async () => {
      const { stdout } = await run(['check'], variables);
      assert.equal(stdout.includes('没有 ID'), isChinese);
    });
  }
});
