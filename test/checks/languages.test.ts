/** Every message exists in every language, says the same parameters, and is in that language. */

import assert from 'node:assert/strict';
import { en } from '../../server/src/checks/messages/en.ts';
import { LANGUAGES, type Messages, wordsIn } from '../../server/src/checks/messages/messages.ts';
import { zh } from '../../server/src/checks/messages/zh.ts';
import { englishIn } from '../english.ts';

type Table = Readonly<Record<string, string>>;

/** All templates of a language, each under its path. */
function templatesOf({ language: _, list, clause, ...tables }: Messages): Table {
  const { findings, ...flat } = tables;
  const under = (path: string, table: Table) => Object.entries(table).map(([name, text]) => [`${path} ${name}`, text]);
  return Object.fromEntries([
    ...Object.entries(findings).flatMap(([code, variants]) => under(code, variants)),
    ...Object.entries(flat).flatMap(([name, table]) => under(name, table)),
  ]) as Table;
}

const placeholders = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

/** What the machine says in English is given as it is in English. */
const isReason = (key: string): boolean => key.startsWith('reasons ');

describe('the messages in Simplified Chinese', () => {
  const [english, chinese] = [templatesOf(en), templatesOf(zh)];
  const keys = Object.keys(english);

  it('are there, all of them and no others', () => {
    assert.deepEqual(
      keys.filter((key) => !Object.hasOwn(chinese, key)),
      [],
      'missing in Chinese',
    );
    assert.deepEqual(
      Object.keys(chinese).filter((key) => !isReason(key) && !Object.hasOwn(english, key)),
      [],
      'nowhere else',
    );
  });

  it('say the same parameters', () => {
    const differing = keys
      .filter((key) => chinese[key] !== undefined)
      .flatMap((key) => {
        const [own, other] = [placeholders(english[key]!), placeholders(chinese[key]!)];
        return own.join() === other.join() ? [] : [`${key}: ${own.join(' ')} | ${other.join(' ')}`];
      });
    assert.deepEqual(differing, []);
  });

  it('are Chinese', () => {
    const left = Object.entries(chinese).flatMap(([key, text]) => englishIn(text).map((word) => `${key}: ${word}`));
    assert.deepEqual(left, []);
  });

  it('use full-width marks beside Han characters', () => {
    const left = Object.entries(chinese).filter(([, text]) =>
      /\p{Script=Han}[,;:!?()]|[,;:!?()]\p{Script=Han}/u.test(text),
    );
    assert.deepEqual(left, []);
  });

  it('leave the spaces beside parameters to be set', () => {
    const left = Object.entries(chinese).filter(([, text]) => /\p{Script=Han} \{|\} \p{Script=Han}/u.test(text));
    assert.deepEqual(left, []);
  });

  it('call a thing by one word', () => {
    const all = Object.entries(chinese).map(([key, text]) => `${key}: ${text}`);
    const wrong = all.filter(
      (text) => /冲突|发现|语料集|条目|出处|文档(?!，)/.test(text) && !text.includes('YAML 文档'),
    );
    assert.deepEqual(wrong, []);
    const asserted = all.filter((text) => text.includes('断言') && !/contradicting-relation|stance/.test(text));
    assert.deepEqual(asserted, []);
  });

  it('are chosen by every tag of the language, and no other', () => {
    for (const locale of ['zh', 'zh-CN', 'zh-cn', 'zh_CN', 'zh_CN.UTF-8', 'zh-Hans-CN'])
      assert.equal(wordsIn(locale).action('claim-this'), '本文献', locale);
    for (const locale of ['en', 'en-GB', 'de', 'zha', '', 'C', 'constructor'])
      assert.equal(wordsIn(locale).action('claim-this'), 'This document', locale);
  });

  it('know no language that nobody can ask for', () => assert.deepEqual(Object.keys(LANGUAGES), ['en', 'zh']));
});

describe('a Chinese message', () => {
  const words = wordsIn('zh-CN');
  const action = (name: string, params: Record<string, string | number>) => words.action(name, params);

  it('parts Han and Latin by a space where they meet', () => {
    assert.equal(action('tagging-declares', { id: 'ada' }), '声明 ada');
    assert.equal(action('tagging-creates', { id: 'ada', path: 'a.yaml' }), '在 a.yaml 中创建 ada');
    assert.equal(action('claim-says', { name: '马朝旭' }), '马朝旭所说');
    assert.equal(action('claim-says', { name: 'Ma Zhaoxu' }), 'Ma Zhaoxu 所说');
  });

  it('marks a title inside a title by single marks', () => {
    const where = { where: 'titled', otherTitle: '论坛闭幕 83个城市签署《海坪宣言》' };
    assert.equal(
      words.action('accept-here', where as never),
      '接受此处与《论坛闭幕 83个城市签署〈海坪宣言〉》的不一致，理由为…',
    );
  });

  it('leaves what a document says in Chinese as it says it', () => {
    assert.equal(words.fix({ title: 'rescale', params: { text: '8.5万' } } as never), '换算为8.5万');
    assert.equal(words.fix({ title: 'rescale', params: { text: '85,000' } } as never), '换算为 85,000');
    const dated = words.fix({ title: 'end-term', params: { person: '甲', 'last@time': '2022-10' } } as never);
    assert.equal(dated, '让甲的任期止于2022年10月');
  });

  it('says lists, times and reasons as Chinese does', () => {
    const finding = (code: string, variant: string, params: object) =>
      words.finding({ code, variant, params } as never);
    assert.equal(
      finding('wrong-shape', 'gaps', { 'missing@list': 'subject\nvalue' }),
      '这条陈述尚不完整，还缺少 subject、value。',
    );
    assert.equal(
      finding('invalid-yaml', 'unreadable', { reason: 'it is larger than 50 MB' }),
      '无法读取此文件：它大于 50 MB。',
    );
    assert.equal(
      finding('invalid-yaml', 'unreadable', { reason: 'the system says EIO' }),
      '无法读取此文件：系统报告 EIO。',
    );
    assert.equal(
      finding('conflicting-quantity', '', {
        own: '181',
        other: '330多',
        where: 'titled-dated',
        otherTitle: '公报',
        'otherDate@time': '2023-05-03',
        topic: 'about',
        subject: '论坛',
        'property@zh': '出席人数',
        'property@en': 'attendance',
        doubts: 'time,scope',
      }),
      '此处为 181，2023年5月3日的《公报》中为330多：就论坛（出席人数）而言，二者不可能同时成立。' +
        '请改正其一，或注明各自的范围，或接受这一差异。不太确定，因为二者所指的时间未必相同，而且只有一方注明了范围。',
    );
  });
});
