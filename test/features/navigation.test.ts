import assert from 'node:assert/strict';
import { definitionsOf } from '../../server/src/features/definition.ts';
import { documentSymbols, type OutlineSymbol } from '../../server/src/features/documentSymbols.ts';
import { referencesTo } from '../../server/src/features/references.ts';
import { workspaceSymbols } from '../../server/src/features/workspaceSymbols.ts';
import { setting, shown } from './notation.ts';

const TWO = (first: string) => `-- concord.yaml --
properties:
  ties: {subject: place, value: quantity}
-- documents/x.md --
---
title: One
entities: [china, shen-beili]
claims:
  - {id: c1, quote: China has 181, subject: china, property: ties, value: 181, by: shen-beili}
  - {id: c2, quote: 181, subject: china, property: ties, value: [1, 2], see: ["#c1"]}
---
China has 181. Shen Beili: China.
-- documents/y.md --
---
source: {publisher: china}
translation-of: documents/x.md
entities: [beijing]
claims:
  - {quote: Beijing, subject: beijing, property: located-in, value: china, see: documents/x.md#c1}
accept: {tension: {with: china, reason: so}}
---
Beijing
-- documents/z.md --
${first}
`;

const asked = (front: string, body = 'China') => setting(TWO(`---\n${front}\n---\n${body}`));

describe('definition', () => {
  const targets = (front: string, body?: string) => {
    const one = asked(front, body);
    return definitionsOf(one.view, one.place).map(({ path, selection }) => shown(one, [{ path, span: selection }])[0]);
  };

  it('leads from an id and from a mention to the record', () => {
    assert.deepEqual(targets('entities: [chi<|>na]'), ['entities/people.yaml: china']);
    assert.deepEqual(targets('entities: [china]', 'Chin<|>a'), ['entities/people.yaml: china']);
    assert.deepEqual(targets('entities: [nobody<|>]'), []);
  });

  it('leads from a reference to the claim, from its path to the document', () => {
    assert.deepEqual(targets('claims: [{quote: China, see: documents/x.md#c<|>1}]'), ['documents/x.md: c1']);
    assert.deepEqual(targets('claims: [{quote: China, see: docu<|>ments/x.md#c1}]'), ['documents/x.md: ']);
    assert.deepEqual(targets('claims: []\ntranslation-of: documents/x<|>.md'), ['documents/x.md: ']);
  });

  it('leads from the passage to the claim, from a property to its definition', () => {
    const claim = 'claims: [{id: k, quote: so it was, subject: china, property: t<|>ies, value: 3}]';
    assert.deepEqual(targets(claim), ['concord.yaml: ties']);
    assert.deepEqual(targets(claim.replace('<|>', ''), 'And so i<|>t was.'), ['documents/z.md: k']);
    assert.deepEqual(targets(claim.replace('t<|>ies', 'a<|>ge')), []);
  });
});

describe('references', () => {
  const found = (front: string, includeDeclaration = false) => {
    const one = asked(front);
    return shown(one, referencesTo(one.view, one.place, { includeDeclaration }));
  };

  it('finds the mentions of an entity and every place of its id', () => {
    assert.deepEqual(found('entities: [china<|>]'), [
      'documents/x.md: china',
      'documents/x.md: china',
      'documents/x.md: china',
      'documents/x.md: China',
      'documents/x.md: China',
      'documents/y.md: china',
      'documents/y.md: china',
      'documents/y.md: china',
      'documents/z.md: china',
      'documents/z.md: China',
    ]);
    assert.ok(found('entities: [china<|>]', true).includes('entities/people.yaml: china'));
  });

  it('finds what refers to a claim', () => {
    assert.deepEqual(found('claims: [{quote: China, see: documents/x.md#c1<|>}]', true), [
      'documents/x.md: c1',
      'documents/x.md: "#c1"',
      'documents/y.md: documents/x.md#c1',
      'documents/z.md: documents/x.md#c1',
      'entities/people.yaml: documents/x.md#c1',
    ]);
  });

  it('finds the claims of a property, each as it is written', () => {
    assert.deepEqual(found('claims: [{quote: China, subject: china, property: ties<|>, value: 1}]', true), [
      'concord.yaml: ties',
      'documents/x.md: ties',
      'documents/x.md: ties',
      'documents/z.md: ties',
    ]);
  });
});

describe('documentSymbols', () => {
  const tree = (symbols: readonly OutlineSymbol[], depth = 0): readonly string[] =>
    symbols.flatMap(({ name, detail, children }) => [
      `${' '.repeat(depth)}${name} | ${detail}`,
      ...tree(children, depth + 1),
    ]);

  it('outlines a document: entities with their mentions, claims in claims', () => {
    const { view } = setting(`-- documents/x.md --
---
entities: [china, idcpc]
claims:
  - id: a
    quote: China has 181
    subject: china
    claims:
      - {property: count, of: ties, value: 181, at: 2022}
---
China has 181. China!
`);
    assert.deepEqual(tree(documentSymbols(view, 'documents/x.md')), [
      'Entities | 2',
      ' China | 2 mentions',
      ' International Department | 0 mentions',
      'Claims | 1',
      ' a | China · a',
      '  count: 181, ties | China · 2022',
    ]);
  });

  it('outlines records with their facts, and settings', () => {
    const { view } = asked('entities: []');
    assert.deepEqual(tree(documentSymbols(view, 'entities/people.yaml')).slice(0, 3), [
      'Shen Beili | person · shen-beili',
      ' position: Vice Minister, International Department | 2020–2023',
      'Ma Zhaoxu | person · ma-zhaoxu',
    ]);
    assert.deepEqual(tree(documentSymbols(view, 'concord.yaml')), ['properties | ', ' ties | ']);
  });

  it('keeps what is chosen inside what a symbol spans', () => {
    const { view, files } = asked('entities: [china]\nclaims:\n  - quote: China\n');
    const inside = (symbols: readonly OutlineSymbol[]): void => {
      for (const { span, selection, children } of symbols) {
        assert.ok(span.start <= selection.start && selection.end <= span.end);
        inside(children);
      }
    };
    for (const path of files.keys()) inside(documentSymbols(view, path));
  });
});

describe('workspaceSymbols', () => {
  const names = (query: string) => workspaceSymbols(asked('entities: []').view, query).map(({ name }) => name);

  it('finds records by any name, then claims by id and words', () => {
    assert.deepEqual(names('马朝'), ['Ma Zhaoxu']);
    assert.deepEqual(names('china'), ['China', '#c1 China · ties: 181']);
    assert.deepEqual(names('c2'), ['#c2 China · ties: 1', '#c2 China · ties: 2']);
    assert.equal(names('').length, 5);
  });
});
