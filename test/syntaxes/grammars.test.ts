/** The grammars hold together: their regular expressions, their references, and the words they share with the decoder. */

import assert from 'node:assert/strict';
import { ACCEPTANCE_KEYS } from '../../server/src/core/acceptance.ts';
import { CERTAINTIES, CLAIM_KEYS, STANCES } from '../../server/src/core/claim.ts';
import { parseDocument } from '../../server/src/core/document.ts';
import { DOCUMENT_KEYS } from '../../server/src/core/frontMatter.ts';
import { CHOICE_KEYS } from '../../server/src/core/quote.ts';
import { HAN_HEDGES_AFTER, HAN_HEDGES_BEFORE } from '../../server/src/values/tables/chinese.ts';
import { HEDGES_BEFORE } from '../../server/src/values/tables/english.ts';
import { FILES, readGrammar, rulesOf, translated } from './grammars.ts';

const grammars = FILES.map(readGrammar);
const ruleOf = (file: string, name: string) => readGrammar(`${file}.injection.json`).repository[name]!;
const sorted = (words: Iterable<string>): readonly string[] => [...new Set(words)].sort();

/** The words of the first group of a regular expression in which every alternative is one. */
function wordsIn(source: string, nth = 0): readonly string[] {
  const groups = [...source.matchAll(/\((?:\?:)?([\p{L} -]+(?:\|[\p{L} -]+)*)\)/gu)];
  return sorted(groups[nth]![1]!.split('|'));
}

/** The keys that the decoder lists when it meets one that it does not know. */
function knownKeys(yaml: string): readonly string[] {
  const { problems } = parseDocument('x.md', `---\n${yaml}\n---\n`);
  return String(problems.find(({ code }) => code === 'unknown-key')!.params['known@list']).split('\n');
}

describe('syntaxes: form', () => {
  it('there are grammars, each with a scope of its own', () => {
    assert.ok(grammars.length > 0);
    assert.equal(new Set(grammars.map(({ scopeName }) => scopeName)).size, grammars.length);
  });

  for (const grammar of grammars) {
    it(`${grammar.file} reaches into front matter and annotations only`, () => {
      for (const selector of grammar.injectionSelector.split(',')) {
        assert.match(selector.trim(), /^L:meta\.(?:embedded\.block\.frontmatter|annotations(?:\.\w+)?\.concord) /);
        assert.match(selector, / - comment$/);
      }
    });

    it(`${grammar.file}: every regular expression compiles`, () => {
      for (const { rule } of rulesOf(grammar)) {
        for (const source of [rule.match, rule.begin, rule.end, rule.while]) if (source) translated(source);
      }
    });

    it(`${grammar.file}: every rule is complete, and what it includes is there`, () => {
      const known = new Set(
        grammars.flatMap(({ scopeName, repository }) => Object.keys(repository).map((key) => `${scopeName}#${key}`)),
      );
      const used = new Set<string>();
      for (const { rule, place } of rulesOf(grammar)) {
        assert.ok(rule.match ?? rule.include ?? (rule.begin && (rule.end ?? rule.while)), place);
        if (!rule.include || rule.include.startsWith('source.yaml')) continue;
        const target = rule.include.startsWith('#') ? grammar.scopeName + rule.include : rule.include;
        assert.ok(known.has(target), `${place} includes ${target}`);
        used.add(target);
      }
      for (const key of Object.keys(grammar.repository)) assert.ok(used.has(`${grammar.scopeName}#${key}`), key);
    });

    it(`${grammar.file} takes linear time on hostile lines`, () => {
      const units = [
        '1',
        '1,',
        '1.',
        ' ',
        'a',
        'a ',
        'more than ',
        '2022-',
        '2022/',
        '..',
        '~',
        '->',
        'value: ',
        '十',
        '近',
        '-',
        '{',
        ':',
      ];
      for (const { rule, place } of rulesOf(grammar)) {
        for (const source of [rule.match, rule.begin, rule.end, rule.while]) {
          if (!source) continue;
          const search = translated(source, 'gu');
          for (const unit of units) {
            const line = `  value: ${unit.repeat(20_000)}x`;
            const start = performance.now();
            for (const _ of line.matchAll(search));
            const elapsed = performance.now() - start;
            assert.ok(elapsed < 500, `${place}: ${Math.round(elapsed)} ms for ${JSON.stringify(unit)}`);
          }
        }
      }
    });
  }
});

describe('syntaxes: words', () => {
  const quoteKeys = ['quote', ...CHOICE_KEYS];
  const claim = (keys: string) => `claims: [{quote: q, subject: a, property: count, value: 1, ${keys}}]`;

  it('annotations are the keys of the document that are nobody else’s', () => {
    const regions = wordsIn(ruleOf('concord', 'annotations').begin!);
    assert.deepEqual(regions, ['accept', 'claims', 'entities']);
    for (const key of regions) assert.ok((DOCUMENT_KEYS as readonly string[]).includes(key));
  });

  it('the keys of declarations', () => {
    const keys = [...knownKeys('entities: {a: {zzzzzz: 1}}'), ...quoteKeys];
    assert.deepEqual(wordsIn(ruleOf('concord-entities', 'key').match!), sorted(keys));
  });

  it('the keys of claims, and of what they hold', () => {
    const change = knownKeys('claims: [{quote: q, subject: a, property: count, value: {from: 1, zzzzzz: 2}}]');
    const inner = [...change, ...knownKeys(claim('by: {zzzzzz: 1}')), ...knownKeys(claim('items: {zzzzzz: 1}'))];
    const keys = [...CLAIM_KEYS, ...quoteKeys, ...ACCEPTANCE_KEYS, ...inner];
    assert.deepEqual(wordsIn(ruleOf('concord-claims', 'key').match!), sorted(keys));
  });

  it('stances, certainties and truth values', () => {
    const { match } = ruleOf('concord-claims', 'constant');
    assert.deepEqual(wordsIn(match!), sorted([...STANCES, ...CERTAINTIES, 'true', 'false']));
  });

  it('every hedge is one that the scanner of values knows', () => {
    const { match } = ruleOf('concord-values', 'hedge');
    const english = new Set(Object.values(HEDGES_BEFORE).flat());
    const chinese = new Set([...Object.values(HAN_HEDGES_BEFORE), ...Object.values(HAN_HEDGES_AFTER)].flat());
    // "between" belongs to a range of two numbers.
    for (const hedge of wordsIn(match!, 0)) assert.ok(english.has(hedge) || hedge === 'between', hedge);
    const han = [...match!.matchAll(/[(|]([\p{Script=Han}]+)(?=[|)])/gu)].map(([, word]) => word!);
    assert.ok(han.length > 10);
    for (const hedge of han) assert.ok(chinese.has(hedge), hedge);
  });
});
