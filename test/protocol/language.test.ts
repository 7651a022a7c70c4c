/** A client that says it is Chinese is answered in Chinese: findings, actions, hovers, lists, explanations, refusals. */

import assert from 'node:assert/strict';
import type { CodeAction, CompletionList, DocumentSymbol, Hover, MarkupContent } from 'vscode-languageserver';
import type { ClaimProposal, ImportProposal, TagCandidates } from '../../server/src/lsp/protocol.ts';
import { englishIn } from '../english.ts';
import { builtServer, closeAll, Editor, endServers, eventually } from './editor.ts';

const CORPUS = {
  'concord.yaml': 'version: 1\nlanguages: [zh, en]\n',
  'entities/e.yaml': `forum: {type: event, name: {en: Haiping Forum, zh: 海平论坛}}
lin: {type: person, name: {en: Lin Suoyu, zh: 林索玉}, facts: [{property: position, value: 市长, of: haiping, at: 2019/..}]}
haiping: {type: place, name: {en: Haiping, zh: 海平}}
`,
  'a.md': `---
title: 海平论坛开幕
date: 2022-10-20
lang: zh
entities: [forum, lin]
claims:
  - {id: a, quote: 330多人出席, subject: forum, property: attendance, value: 330多}
---
海平论坛有330多人出席，林索玉说。
`,
  'b.md': `---
title: 海平论坛公报
date: 2023-05-03
lang: zh
entities: [forum, nobody]
claims:
  - {id: b, quote: 600多人, subject: forum, property: attendance, value: 600多}
---
海平论坛有600多人，林索玉和200名代表到会。
`,
  'raw.txt': '没有标注的正文。\n',
};

/** What of an answer is read by people. */
function prose(text: string): readonly string[] {
  const bare = text.replace(
    /`[^`]*`|\]\([^)]*\)|\b(?:forum|lin|haiping|nobody|person|[ab]|[ab]\.md|entities\/\w+\.yaml|[a-z]+-[a-z-]+|Haiping Forum|Haiping|Lin Suoyu)\b/g,
    ' ',
  );
  return englishIn(bare);
}

describe('a Chinese client', function () {
  this.timeout(20_000);
  let editor: Editor;
  before(async function () {
    this.timeout(60_000);
    await builtServer();
  });
  beforeEach(async () => {
    editor = await Editor.on(CORPUS, { params: { locale: 'zh-cn' } });
    for (const path of ['a.md', 'b.md', 'entities/e.yaml', 'concord.yaml'])
      editor.open(path, undefined, path.endsWith('.md') ? 'markdown' : 'yaml');
    await editor.settled();
  });
  afterEach(closeAll);
  after(endServers);

  it('reads its findings and their other sides in Chinese', async () => {
    const found = await editor.diagnostics('b.md');
    assert.deepEqual(
      found.map(({ message }) => message).sort(),
      [
        '“林索玉”是 lin 的名称，而本文献没有声明它。',
        '此处为600多，2022年10月20日的《海平论坛开幕》中为330多：就海平论坛（出席人数）而言，二者不可能同时成立。请改正其一，或注明各自的范围，或接受这一差异。',
        '没有 ID 为“nobody”的记录。请创建记录，或改正 ID。',
      ].sort(),
    );
    const other = found.flatMap(({ relatedInformation }) => relatedInformation ?? []).map(({ message }) => message);
    assert.deepEqual(other, ['2022年10月20日的《海平论坛开幕》：330多，“330多人出席”']);
  });

  it('reads its code actions in Chinese', async () => {
    const titles = async (path: string, text: string, only?: readonly string[]) =>
      (await editor.actions(path, text, only)).map(({ title }: CodeAction) => title);
    const all = [
      ...(await titles('b.md', 'nobody')),
      ...(await titles('b.md', 'value: 600多')),
      ...(await titles('b.md', '200名代表')),
      ...(await titles('b.md', '林索玉')),
      ...(await titles('a.md', 'value: 330多', ['refactor'])),
      ...(await titles('a.md', 'title', ['source'])),
    ];
    assert.ok(all.length >= 8, all.join('\n'));
    assert.ok(all.includes('在 entities/e.yaml 中为“nobody”创建记录'), all.join('\n'));
    assert.deepEqual(
      all.flatMap((title) => prose(title).map((word) => `${word}: ${title}`)),
      [],
    );
  });

  it('reads its hovers in Chinese', async () => {
    const hovered = async (path: string, text: string) => {
      const hover = await editor.askAt<Hover | null>('hover', path, text);
      return (hover?.contents as MarkupContent | undefined)?.value ?? '';
    };
    const all = [
      await hovered('a.md', '海平|论坛有'),
      await hovered('a.md', '330|多人出席，'),
      await hovered('a.md', 'sub|ject: forum'),
      await hovered('a.md', 'property: attend|ance'),
      await hovered('b.md', 'no|body'),
      await hovered('concord.yaml', 'lang|uages'),
      await hovered('entities/e.yaml', 'type: per|son'),
      await hovered('entities/e.yaml', 'l|in: {'),
    ];
    assert.deepEqual(
      all.filter((text) => !/\p{Script=Han}/u.test(text)),
      [],
    );
    assert.deepEqual(
      all.flatMap((text) => prose(text).map((word) => `${word}: ${text}`)),
      [],
    );
    assert.match(all[1]!, /与\[海平论坛公报\]\([^)]*\)中的`600多`相矛盾 · 2023年5月3日/);
  });

  it('reads its lists in Chinese', async () => {
    const symbols = await editor.ask<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri: editor.uri('a.md') },
    });
    const names = (tree: readonly DocumentSymbol[]): string[] =>
      tree.flatMap(({ name, detail, children }) => [name, detail ?? '', ...names(children ?? [])]);
    assert.deepEqual(names(symbols).flatMap(prose), []);
    assert.ok(names(symbols).includes('陈述'));
    const keys = await editor.askAt<CompletionList>('completion', 'a.md', '  - {id: a, |quote');
    assert.deepEqual(
      keys.items.flatMap(({ detail = '' }) => prose(detail)),
      [],
    );
    const lenses = await editor.ask<{ command?: { title: string } }[]>('textDocument/codeLens', {
      textDocument: { uri: editor.uri('entities/e.yaml') },
    });
    assert.deepEqual(
      lenses.flatMap(({ command }) => prose(command?.title ?? '')),
      [],
    );
  });

  it('is answered in Chinese when it tags, claims, merges, renames and imports', async () => {
    const at = (path: string, text: string) => ({
      uri: editor.uri(path),
      range: editor.rangeOf(path, text),
      version: 1,
    });
    const tags = await editor.ask<TagCandidates>('concord/tagCandidates', {
      ...at('b.md', '林索玉'),
      operation: 'tag',
    });
    const said = tags.candidates.flatMap(({ description, ways }) => [
      description,
      ...ways.flatMap(({ title, detail }) => [title, detail]),
    ]);
    assert.ok(said.includes('用其名称') && said.includes('人物 · Lin Suoyu'), said.join('\n'));
    assert.deepEqual(said.filter((text) => text !== '人物 · Lin Suoyu').flatMap(prose), []);
    const claim = await editor.ask<ClaimProposal>('concord/claimProposal', at('b.md', '海平论坛有600多人'));
    assert.deepEqual(
      claim.subjects.flatMap(({ description }) => prose(description)),
      [],
    );
    const refusals = await Promise.all([
      editor.ask<{ problem: string }>('concord/tagCandidates', { ...at('b.md', 'title'), operation: 'tag' }),
      editor.ask<{ problem: string }>('concord/claimProposal', at('b.md', 'title')),
      editor.ask<{ problem: string }>('concord/mergeRecords', { uri: editor.uri('b.md'), from: 'lin', into: 'gone' }),
    ]);
    for (const { problem } of refusals) {
      assert.match(problem, /\p{Script=Han}.*。$/u);
      assert.deepEqual(prose(problem.replace('gone', '')), []);
    }
    const proposed = await editor.ask<ImportProposal>('concord/proposeImport', {
      near: editor.uri('a.md'),
      name: 'x.txt',
      content: { text: '海平论坛闭幕\n2023-05-09\n\n论坛于昨日闭幕。\n' },
    });
    assert.ok(proposed.kind === 'proposal');
    assert.deepEqual(proposed.fields.title?.[0], { value: '海平论坛闭幕', from: '第 1 行' });
    const refused = await editor.ask<ImportProposal>('concord/proposeImport', {
      near: editor.uri('a.md'),
      content: { text: '\n' },
    });
    assert.deepEqual(refused, { kind: 'refused', message: '其中没有正文。' });
    await assert.rejects(editor.askAt('rename', 'a.md', 'subject: fo|rum', { newName: 'a b' }), /“a b”不能作为 ID/);
  });
});

describe('the locale of a client', function () {
  this.timeout(30_000);
  afterEach(closeAll);
  after(endServers);

  for (const [locale, isChinese] of [
    ['zh-CN', true],
    ['zh_CN.UTF-8', true],
    ['zh-hans', true],
    ['en-gb', false],
    ['de', false],
    ['', false],
    ['no such-thing', false],
    [undefined, false],
  ] as const) {
    it(`is taken as it is written: ${locale}`, async () => {
      const editor = await Editor.on(CORPUS, { params: { ...(locale !== undefined && { locale }) }, own: true });
      editor.open('b.md');
      await editor.settled();
      await eventually(
        () => editor.diagnostics('b.md'),
        (found) => assert.equal(found.length, 3),
      );
      const [first] = await editor.diagnostics('b.md');
      assert.equal(/\p{Script=Han}/u.test(String(first!.message).replace(/[“《][^”》]*[”》]/g, '')), isChinese);
    });
  }
});
