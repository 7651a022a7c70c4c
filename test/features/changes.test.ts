import assert from 'node:assert/strict';
import { check } from '../../server/src/checks/engine/run.ts';
import { fixAll, fixesAt } from '../../server/src/features/codeActions.ts';
import { highlightsOf } from '../../server/src/features/highlights.ts';
import { prepareRename, rename } from '../../server/src/features/rename.ts';
import { libraryOf } from '../fixture.ts';
import { applied, setting } from './notation.ts';

const CORPUS = (x: string, y = '') => `-- documents/x.md --
---
${x}
---
China and Shen Beili.
-- documents/y.md --
---
source: {publisher: china}
entities: {"china": {not: [China Sea]}}
claims:
  - {id: k, quote: China, subject: china, property: supports, value: [china, beijing], to: x, see: ["documents/x.md#c1", "documents/x.md#c1.2"], accept: {tension: {with: china, reason: r}}}
${y}
---
China, the China Sea
`;

describe('rename', () => {
  const outcome = (x: string, newId: string) => {
    const one = setting(CORPUS(x));
    const result = rename(one.view, one.place, newId);
    return 'problem' in result ? result.problem : applied(one.files, result.edits);
  };

  it('renames an entity in its record, declarations, slots and references', () => {
    const files = outcome(
      'entities: [chi<|>na]\nclaims: [{id: c1, quote: China, subject: china, property: supports, value: [china, beijing]}]',
      'prc',
    );
    assert.ok(typeof files !== 'string');
    assert.match(files.get('entities/people.yaml')!, /^prc: \{type: place, name: \{en: China/m);
    assert.match(files.get('documents/x.md')!, /entities: \[prc\]\n.*subject: prc, .*value: \[prc, beijing\]/);
    const y = files.get('documents/y.md')!;
    assert.match(y, /publisher: prc\}\nentities: \{"prc": /);
    assert.match(y, /subject: prc, .*value: \[prc, beijing\], .*with: prc/);
    assert.match(y, /\nChina, the China Sea\n$/);
    const library = libraryOf(files);
    const unresolved = [...files.keys()].flatMap((path) =>
      check(library, path).filter(({ code }) => code === 'unresolved-entity'),
    );
    assert.deepEqual(unresolved, []);
  });

  it('renames a claim and what refers to it, its list values too', () => {
    const claim = 'claims: [{id: c<|>1, quote: China, subject: china, property: supports, value: [china, beijing]}]';
    const files = outcome(`entities: [china]\n${claim}`, 'ties');
    assert.ok(typeof files !== 'string');
    assert.match(files.get('documents/x.md')!, /\{id: ties, /);
    assert.match(files.get('documents/y.md')!, /see: \["documents\/x\.md#ties", "documents\/x\.md#ties\.2"\]/);
    assert.match(files.get('entities/people.yaml')!, /source: documents\/x\.md#ties\}/);
  });

  it('refuses what is no id and what is taken', () => {
    assert.equal(outcome('entities: [chi<|>na]', 'two words'), 'invalid-id');
    assert.equal(outcome('entities: [chi<|>na]', ''), 'invalid-id');
    assert.equal(outcome('entities: [chi<|>na]', 'this'), 'invalid-id');
    assert.equal(outcome('entities: [chi<|>na]', 'beijing'), 'id-taken');
    assert.equal(outcome('claims: [{id: a<|>, quote: China}, {id: b, quote: China}]', 'b'), 'id-taken');
    assert.equal(outcome('claims: [{id: a<|>, quote: China}]', 'a#b'), 'invalid-id');
    assert.equal(outcome('tit<|>le: x\nclaims: []', 'b'), 'cannot-rename');
  });

  it('prepares an id where it is written, and nothing in a body', () => {
    const prepared = (x: string) => {
      const { view, place, files } = setting(CORPUS(x));
      const found = prepareRename(view, place);
      return (
        found &&
        'span' in found && [files.get('documents/x.md')!.slice(found.span.start, found.span.end), found.placeholder]
      );
    };
    assert.deepEqual(prepared('entities: [chi<|>na]'), ['china', 'china']);
    assert.deepEqual(prepared('claims: [{id: a, quote: China}, {quote: China, see: "#<|>a"}]'), ['a', 'a']);
    assert.equal(prepared('entities: [china]\n---\nChi<|>na'), undefined);
    assert.equal(prepared('la<|>ng: en\nentities: [china]'), undefined);
  });
});

describe('codeActions', () => {
  it('offers the fixes of the findings that a range touches', () => {
    const { view, ranges } = setting(
      '-- documents/x.md --\n---\nentities: [china, <|chnia|>]\n---\nChina and Beijing\n',
    );
    const [range] = ranges;
    const actions = fixesAt(view, 'documents/x.md', range!.span);
    assert.deepEqual([...new Set(actions.map(({ finding }) => finding.code))], ['unresolved-entity']);
    assert.ok(actions.some(({ fix }) => fix.edits.some(({ newText }) => newText === 'china')));
    assert.deepEqual(fixesAt(view, 'documents/x.md', { start: 0, end: 0 }), []);
  });

  it('makes all safe fixes at once, and has none left then', () => {
    const text =
      '---\nentites: [china]\nclaims:\n  - quote: China\n    subject: china\n    property: count\n    of: x\n    value: >200\n---\nChina 201\n';
    const one = setting(`-- documents/x.md --\n${text}`);
    const edits = fixAll(one.view, 'documents/x.md');
    const after = applied(one.files, edits);
    assert.match(after.get('documents/x.md')!, /^---\nentities: \[china\]\n.*value: ">200"\n/s);
    assert.deepEqual(fixAll(libraryOf(after), 'documents/x.md'), []);
  });
});

describe('highlights', () => {
  it('marks mentions, untagged names and passages, in order', () => {
    const one = setting(`-- concord.yaml --
types: {state: {parent: place}}
-- entities/b.yaml --
malta: {type: state, name: Malta}
-- documents/x.md --
---
entities: [china, {malta: {sic: [Malto]}}]
claims:
  - {id: a, quote: China and Malto, subject: china, property: counts, value: 1}
  - {id: b, quote: China, subject: china, property: count, of: seas, value: 4}
---
China and Malto, Beijing. China.
`);
    const text = one.files.get('documents/x.md')!;
    const marks = highlightsOf(one.view, 'documents/x.md').map(
      ({ span, kind, id, coreType, sic, state, severity }) =>
        `${text.slice(span.start, span.end)} | ${[kind, id, coreType, sic ? 'sic' : '', state, severity].filter(Boolean).join(' ')}`,
    );
    assert.deepEqual(marks, [
      'China and Malto | claim a ok warning',
      'China | mention china place',
      'China | claim b ambiguous warning',
      'Malto | mention malta place sic',
      'Beijing | untagged beijing place information',
      'China | mention china place',
    ]);
  });
});
