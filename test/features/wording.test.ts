/** The words around what a corpus says, in Simplified Chinese: none is English, and pieces meet as they should. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { zh as messages } from '../../server/src/checks/messages/zh.ts';
import { CORE_PROPERTIES, CORE_TYPES } from '../../server/src/core/coreVocabulary.ts';
import { KEYS } from '../../server/src/features/keys.ts';
import { structureWordingIn } from '../../server/src/features/wording/structure.ts';
import { zh } from '../../server/src/features/wording/zh.ts';
import { wordingIn } from '../../server/src/features/wording.ts';
import { importWordsIn } from '../../server/src/interchange/import/words.ts';
import { englishIn } from '../english.ts';

/** What the functions that do not take plain texts are asked. */
const ASKED: Readonly<Record<string, readonly unknown[]>> = {
  usage: [{ mentions: 3, claims: 2, documents: 1 }],
  or: [['甲', '乙']],
  list: [['甲', '乙']],
  apart: [['甲', '乙']],
  clauses: [['甲', '乙']],
  nothing: [[{ reason: '时间不同', count: 2 }]],
  refusal: [{ code: 'no-document', path: '甲', settings: '乙', value: '丙', megabytes: 1 }],
  agreement: [{ own: '甲', other: '乙', narrower: 'own', claims: 2, documents: 1, recorded: true }, '甲'],
};
const FACING = [{ own: '甲', other: '乙', narrower: 'own', claims: 2, documents: 1, recorded: true }, '甲'];

/** Every text of a table, each under its path. */
function* textsOf(table: object, path = ''): Iterable<readonly [path: string, text: string]> {
  for (const [name, said] of Object.entries(table)) {
    const at = `${path}.${name}`;
    if (typeof said === 'string') yield [at, said];
    else if (typeof said === 'function') {
      const asked = ASKED[name] ?? (/why|several/.test(path) ? FACING : ['甲', '乙', '丙', true]);
      yield [at, String(said(...asked))];
    } else if (said) yield* textsOf(said, at);
  }
}

describe('the words of hovers, lists and imports in Simplified Chinese', () => {
  const tables = { wording: zh, structure: structureWordingIn('zh-CN'), imports: importWordsIn('zh-CN') };
  for (const [name, table] of Object.entries(tables)) {
    it(`are Chinese: ${name}`, () => {
      const texts = [...textsOf(table)].filter(([path]) => path !== '.locale');
      assert.ok(texts.length > 1);
      assert.deepEqual(
        texts.flatMap(([path, text]) => englishIn(text).map((word) => `${path}: ${word}`)),
        [],
      );
      assert.deepEqual(
        texts.filter(([, text]) => /undefined|\[object|\p{Script=Han}[A-Za-z\d]|[A-Za-z]\p{Script=Han}/u.test(text)),
        [],
      );
    });
  }

  it('word every key of the format', () => {
    const left = Object.entries(KEYS).flatMap(([shape, keys]) =>
      Object.entries(keys).flatMap(([key, [, chinese]]) =>
        englishIn(chinese).map((word) => `${shape}.${key}: ${word}`),
      ),
    );
    assert.deepEqual(left, []);
  });

  it('label the core vocabulary', () => {
    for (const { id, label } of [...CORE_TYPES, ...CORE_PROPERTIES])
      assert.match(label.zh ?? '', /\p{Script=Han}/u, id);
  });

  it('part Han and Latin also beside links, code and emphasis', () => {
    const { more, of, comparisons } = wordingIn('zh');
    const { lines } = comparisons;
    assert.equal(lines.agreement('', '[A day](<file:///a.md#L1>)'), '与 [A day](<file:///a.md#L1>) 一致');
    assert.equal(lines.tension('`181`', '[公报](a.md)'), '与[公报](a.md)中的 `181` 有出入');
    assert.equal(lines.tension('`330多`', '公报（2）'), '与公报（2）中的`330多`有出入');
    assert.equal(of('**Ada**'), '属于 **Ada**');
    assert.equal(more(2), '另有 2 条');
  });

  it('follow the tag of the reader', () => {
    assert.equal(wordingIn('zh-CN').record, '记录');
    assert.equal(wordingIn('en-GB').record, 'Record');
    assert.equal(wordingIn('zha').record, 'Record');
  });

  it('have words for every reason that the machine gives', () => {
    const source = readFileSync('server/src/nodeFiles.ts', 'utf8');
    const said = [...source.matchAll(/(?:problem: |return )(['`])((?:it|the|permission) [^'`]+)\1/g)].map(
      ([, , text]) => text!.replace(/\$\{[^}]*\}/g, '{detail}'),
    );
    assert.ok(said.length >= 6, said.join('\n'));
    assert.deepEqual(
      said.filter((reason) => !Object.hasOwn(messages.reasons, reason)),
      [],
    );
  });
});
