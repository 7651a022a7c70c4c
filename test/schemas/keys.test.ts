/** The schemas name the keys, choices and codes that the decoder knows: no more, no fewer. */

import assert from 'node:assert/strict';
import { ACCEPTANCE_KEYS } from '../../server/src/core/acceptance.ts';
import { isInvisible, isWhiteSpace } from '../../server/src/core/characters.ts';
import { CERTAINTIES, CLAIM_KEYS, FACT_KEYS, STANCES } from '../../server/src/core/claim.ts';
import { CODES } from '../../server/src/core/codes.ts';
import { CORE_PROPERTIES, CORE_TYPES } from '../../server/src/core/coreVocabulary.ts';
import { parseDocument } from '../../server/src/core/document.ts';
import { DOCUMENT_KEYS } from '../../server/src/core/frontMatter.ts';
import { CHOICE_KEYS } from '../../server/src/core/quote.ts';
import { RECORD_KEYS } from '../../server/src/core/record.ts';
import { PROPERTY_KEYS, SETTINGS_KEYS, TYPE_KEYS, UNIT_KEYS } from '../../server/src/core/settings.ts';
import { TIME_BEHAVIOURS, VALUE_KINDS } from '../../server/src/core/vocabulary.ts';
import { decode } from './judge.ts';
import { compile, readSchema, SCHEMAS, type Schema, type SchemaName, subschemas } from './load.ts';

const sorted = (words: Iterable<unknown>): readonly unknown[] => [...words].sort();
const keysOf = (schema: Schema | undefined): readonly unknown[] => sorted(Object.keys(schema?.properties ?? {}));
const constants = (schema: Schema | undefined): readonly unknown[] =>
  sorted((schema?.oneOf ?? []).flatMap((option) => ('const' in option ? [option.const] : [])));

/** The keys that the decoder lists when it meets one that it does not know. */
function knownKeys(name: SchemaName, yaml: string): readonly unknown[] {
  const problem = decode(name, yaml).find(({ code }) => code === 'unknown-key');
  assert.ok(problem, yaml);
  return sorted(String(problem.params['known@list']).split('\n'));
}

describe('schemas: keys', () => {
  const settings = readSchema('concord');
  const records = readSchema('records');
  const document = readSchema('front-matter');
  const then = document.then!;

  it('concord.yaml', () => {
    const { type, property, unit, qualifierRule } = settings.definitions!;
    assert.deepEqual(keysOf(settings), sorted(SETTINGS_KEYS));
    assert.deepEqual(keysOf(type), sorted(TYPE_KEYS));
    assert.deepEqual(keysOf(property), sorted(PROPERTY_KEYS));
    assert.deepEqual(keysOf(unit), sorted(UNIT_KEYS));
    assert.deepEqual(keysOf(settings.properties!.widths), knownKeys('concord', 'widths: {zzzzzz: 1}'));
    const rule = qualifierRule!.anyOf!.find((option) => option.type === 'object');
    assert.deepEqual(keysOf(rule), knownKeys('concord', 'properties: {p: {qualifiers: {of: {zzzzzz: 1}}}}'));
    const range = property!.properties!.range!.anyOf!.find((option) => option.type === 'object');
    assert.deepEqual(keysOf(range), knownKeys('concord', 'properties: {p: {range: {zzzzzz: 1}}}'));
  });

  it('records', () => {
    assert.deepEqual(keysOf(records.definitions!.record), sorted(RECORD_KEYS));
    assert.deepEqual(keysOf(records.definitions!.fact), sorted(FACT_KEYS));
  });

  it('front matter', () => {
    assert.deepEqual(keysOf(document), sorted(DOCUMENT_KEYS));
    assert.deepEqual(keysOf(then), sorted(DOCUMENT_KEYS));
    assert.deepEqual(keysOf(document.definitions!.claimBody), sorted(CLAIM_KEYS));
    assert.deepEqual(keysOf(document.definitions!.quoteMap), sorted(['quote', ...CHOICE_KEYS]));
    assert.deepEqual(keysOf(document.definitions!.piece), sorted(['quote', ...CHOICE_KEYS]));
    assert.deepEqual(
      keysOf(document.definitions!.quoteMap),
      knownKeys('front-matter', quoting('{zzzzzz: 1, quote: x}')),
    );
    const declaration = document.definitions!.declaration!.anyOf!.find((option) => option.type === 'object');
    assert.deepEqual(keysOf(declaration), knownKeys('front-matter', 'entities: {a: {zzzzzz: 1}}'));
    const { source } = parseDocument('x.md', '---\nclaims: []\nsource: {url: x}\n---\n').annotations;
    assert.deepEqual(keysOf(then.properties!.source), sorted(Object.keys(source)));
  });

  it('values, speakers, items and acceptances, the same in both', () => {
    for (const { definitions } of [records, document]) {
      assert.deepEqual(keysOf(definitions!.acceptance), sorted(ACCEPTANCE_KEYS));
      assert.deepEqual(keysOf(definitions!.change), knownKeys('front-matter', claiming('value: {from: 1, zzzzzz: 2}')));
      const speaker = definitions!.speaker!.anyOf!.find((option) => option.type === 'object');
      assert.deepEqual(keysOf(speaker), knownKeys('front-matter', claiming('by: {zzzzzz: 1}')));
    }
    const items = document.definitions!.claimBody!.properties!.items!.anyOf!.find((option) => option.type === 'object');
    assert.deepEqual(keysOf(items), knownKeys('front-matter', claiming('items: {zzzzzz: 1}')));
  });

  it('codes', () => {
    assert.deepEqual(keysOf(settings.properties!.checks), sorted(CODES));
    assert.deepEqual(constants(records.definitions!.code), sorted(CODES));
    assert.deepEqual(constants(document.definitions!.code), sorted(CODES));
  });

  it('choices', () => {
    const { fact } = records.definitions!;
    const { claimBody } = document.definitions!;
    for (const holder of [fact, claimBody]) {
      assert.deepEqual(constants(holder!.properties!.stance), sorted(STANCES));
      assert.deepEqual(constants(holder!.properties!.certainty), sorted(CERTAINTIES));
    }
    const { property, kinds, severity } = settings.definitions!;
    assert.deepEqual(constants(property!.properties!.time), sorted(TIME_BEHAVIOURS));
    assert.deepEqual(constants(property!.properties!.direction), allowed('properties: {p: {direction: zzzzzz}}'));
    // An enum, not constants: on hover a code is explained by what it detects, not by its severity.
    assert.deepEqual(sorted(severity!.enum!.filter(Boolean)), allowed('checks: {tension: zzzzzz}'));
    assert.deepEqual(constants(kinds!.anyOf![0]), sorted([...VALUE_KINDS, 'any']));
  });

  it('the core vocabulary is suggested, and no more', () => {
    const suggested = (schema: Schema | undefined) => constants(schema?.anyOf?.[0]);
    const types = CORE_TYPES.map(({ id }) => id);
    const properties = CORE_PROPERTIES.map(({ id }) => id);
    assert.deepEqual(suggested(settings.definitions!.typeName), sorted(types));
    assert.deepEqual(suggested(records.definitions!.typeName), sorted(types));
    assert.deepEqual(suggested(records.definitions!.propertyName), sorted(properties));
    assert.deepEqual(suggested(document.definitions!.propertyName), sorted(properties));
  });
});

describe('schemas: form', () => {
  const all = SCHEMAS.map((name) => [name, readSchema(name)] as const);

  for (const [name, schema] of all) {
    it(`${name} compiles strictly`, () => {
      compile(name);
    });

    it(`${name} describes every key, definition and choice`, () => {
      const bare: string[] = [];
      for (const { at, path } of subschemas(schema)) {
        // Conditions restate keys that are described where they are defined.
        const isCondition = /\/(?:if|else|allOf)\b|\/definitions\/(?:group$|annotated\b)/.test(path);
        const named = { ...at.definitions, ...(isCondition ? {} : at.properties) };
        for (const [key, value] of Object.entries(named)) if (!described(value)) bare.push(`${path}/${key}`);
        for (const option of at.oneOf ?? []) {
          if ('const' in option && !described(option)) bare.push(`${path}=${String(option.const)}`);
        }
      }
      assert.deepEqual(bare, []);
      assert.ok(described(schema));
    });

    it(`${name} has every definition that it refers to, uses every one, and refers to nothing else`, () => {
      const text = JSON.stringify(schema);
      const references = new Set([...text.matchAll(/"\$ref":"([^"]*)"/g)].map((match) => match[1]!));
      const definitions = Object.keys(schema.definitions ?? {}).map((key) => `#/definitions/${key}`);
      assert.deepEqual(sorted(references), sorted(definitions));
    });
  }

  it('a definition of one name says the same in every file', () => {
    const seen = new Map<string, Schema>();
    for (const [name, { definitions }] of all) {
      for (const [key, schema] of Object.entries(definitions ?? {})) {
        assert.deepEqual(schema, seen.get(key) ?? schema, `${name}: ${key}`);
        seen.set(key, schema);
      }
    }
  });

  it('blank is what the decoder takes for blank', () => {
    const visible = new RegExp(readSchema('records').definitions!.text!.pattern!, 'u');
    const differing: string[] = [];
    for (let unit = 0; unit < 0x10000; unit++) {
      const isBlank = isWhiteSpace(unit) || isInvisible(unit);
      if (visible.test(String.fromCharCode(unit)) === isBlank) differing.push(unit.toString(16));
    }
    assert.deepEqual(differing, []);
  });

  it('ids are distinct', () => {
    assert.equal(new Set(all.map(([, { $id }]) => $id)).size, all.length);
  });
});

const described = ({ description }: Schema): boolean => (description?.trim().length ?? 0) > 3;
const quoting = (quote: string) => `claims: [{quote: ${quote}, subject: a, property: count, value: 1}]`;
const claiming = (keys: string) =>
  `claims: [{quote: q, subject: a, property: count, ${keys}${keys.startsWith('value') ? '' : ', value: 1'}}]`;

/** The choices that the decoder lists when it meets another one. */
function allowed(yaml: string): readonly unknown[] {
  const problem = decode('concord', yaml).find(({ variant }) => variant === 'choice');
  assert.ok(problem, yaml);
  return sorted(String(problem.params['allowed@list']).split('\n'));
}
