import assert from 'node:assert/strict';
import { LANGUAGES, wordsIn } from '../../server/src/checks/messages/messages.ts';

/** Every template of a language, by where it stands. */
function templates(value: unknown, path = ''): ReadonlyMap<string, string> {
  if (typeof value === 'string') return new Map([[path, value]]);
  return new Map(Object.entries(value ?? {}).flatMap(([key, inner]) => [...templates(inner, `${path}/${key}`)]));
}

const placeholders = (template: string): readonly string[] => [...template.matchAll(/\{\w+\}/g)].map(String).sort();

/** Names of keys and codes, and what is the same in every language. */
const LATIN =
  /\{\w+\}|“[^”]*”|[a-z]+-[a-z-]+|\b(?:YAML|ISO 8601|P3M|P1Y|UTF-8|id|en|zh-Hant|zh|concord\.yaml|true|false|from|to|is|factor|quote|subject|property|value|at|source|nth|near|prefix|suffix|publisher|author|url|retrieved|digest|sha256|invalid-yaml)\b/g;

describe('messages in Chinese', () => {
  const { en, zh } = LANGUAGES;
  const [english, chinese] = [templates(en), templates(zh)];

  it('are all there, and none besides', () => {
    assert.deepEqual([...chinese.keys()].sort(), [...english.keys()].sort());
  });

  it('say what the English ones say: their parameters are the same', () => {
    for (const [path, template] of english) {
      assert.deepEqual(placeholders(chinese.get(path)!), placeholders(template), path);
    }
  });

  it('have no English left in them', () => {
    for (const [path, template] of chinese) {
      if (path === '/language') continue;
      const rest = template.replace(LATIN, '');
      assert.doesNotMatch(rest, /[A-Za-z]{2,}/, `${path}: ${template}`);
      assert.doesNotMatch(rest, /[\u4e00-\u9fff][,;:!?]|[,;!?][\u4e00-\u9fff]/, `${path}: ${template}`);
    }
  });

  it('are used for every tag of Chinese, with times in words', () => {
    const finding = {
      code: 'anachronism',
      variant: 'event',
      params: { event: '论坛', 'at@time': '2022-10-17', 'date@time': '2022-10-12', doubts: 'time,speaker' },
    } as unknown as Parameters<ReturnType<typeof wordsIn>['finding']>[0];
    for (const tag of ['zh', 'zh-CN', 'zh-cn', 'zh-Hans']) {
      assert.equal(
        wordsIn(tag).finding(finding),
        '论坛举行得更晚（2022年10月17日），而文献的日期是 2022年10月12日：它还不可能知道。如果是预告，请把立场设为“expects”，否则请更正其中一个日期。不完全确定：两者的时间未必重合，且出自两个说话人。',
      );
    }
    const nearby = {
      ...finding,
      code: 'unit-mismatch' as const,
      variant: '',
      params: { unit: 'EUR', property: '人数', expected: '人' },
    };
    assert.match(wordsIn('zh').finding(nearby), /^值的单位是“EUR”，而人数以“人”计/);
    assert.match(wordsIn('zh').finding({ ...finding, params: { event: 'Forum' } }), /^Forum 举行得更晚（）/);
    assert.match(wordsIn('fr').finding(finding), /was held later/);
  });
});
