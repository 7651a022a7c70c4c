/** Exceptions: on a claim and on the document, in their three shapes, with a reason and without, used and unused. */

import assert from 'node:assert/strict';
import { check } from '../../server/src/checks/engine/run.ts';
import { checkFixture, libraryOf, parseFixture } from '../fixture.ts';

const PATH = 'documents/opening.md';

/** A claim whose quote is ambiguous, and an entity that is not used, with these lines of exceptions. */
const corpus = ({ claim = '', document = '', body = 'Some 340 visitors came; yes, 340 visitors came.' }) => `
-- entities/all.yaml --
forum: {type: event, name: Halden Water Forum}
jiangkou: {type: place, name: 江口市}
-- ${PATH} --
---
entities: [forum, jiangkou]
claims:
  - id: crowd
    quote: 340 visitors
    subject: forum
    property: attendance
    value: 340
${indented(claim, 4)}  - {id: again, quote: 340 visitors, subject: forum, property: attendance, value: 340, at: 2021}
${indented(document, 0)}---
${body}
`;

const indented = (lines: string, by: number): string =>
  lines === '' ? '' : lines.replace(/^/gm, ' '.repeat(by)).concat('\n');

/** Every finding of the document: code, its claim, and the reason with which it is accepted. */
function outcome(source: string): readonly string[] {
  const { files } = parseFixture(source.trimStart());
  return check(libraryOf(files), PATH).map(
    ({ code, claim, accepted }) =>
      `${code}${claim === undefined ? '' : ` of ${claim}`}${accepted === undefined ? '' : ` accepted: ${accepted}`}`,
  );
}

describe('acceptance', () => {
  it('is not assumed', () => {
    assert.deepEqual(outcome(corpus({})), ['unused-entity', 'quote-ambiguous of crowd', 'quote-ambiguous of again']);
  });

  describe('on a claim', () => {
    const rest = ['unused-entity', 'quote-ambiguous of again'];
    const of = (claim: string) => outcome(corpus({ claim }));
    const shapes: readonly (readonly [name: string, accept: string])[] = [
      ['as the reason alone', 'accept: {quote-ambiguous: said twice}'],
      ['as the reason alone, on a line of its own', 'accept:\n  quote-ambiguous: said twice'],
      ['with keys', 'accept: {quote-ambiguous: {reason: said twice}}'],
      ['as a list of one', 'accept:\n  quote-ambiguous:\n    - {reason: said twice}'],
      ['as a list of reasons', 'accept: {quote-ambiguous: [said twice]}'],
    ];
    for (const [name, accept] of shapes) {
      it(`counts for that claim, ${name}`, () => {
        assert.deepEqual([...of(accept)].sort(), ['quote-ambiguous of crowd accepted: said twice', ...rest].sort());
      });
    }

    it('reaches no other code', () => {
      assert.deepEqual(of('accept: {quote-drifted: a slip}'), [
        'unused-entity',
        'quote-ambiguous of crowd',
        'unused-acceptance of crowd',
        'quote-ambiguous of again',
      ]);
    });

    it('has no reason where nothing follows the code, or nothing that can be seen', () => {
      for (const nothing of ['[]', '', '"\\u200b"', '{reason: "\\u200b"}']) {
        assert.deepEqual(
          of(`accept: {quote-ambiguous: ${nothing}}`).filter((one) => !rest.includes(one)),
          ['quote-ambiguous of crowd', 'acceptance-without-reason of crowd'],
          nothing,
        );
      }
      assert.ok(of('accept: {no-such-code: []}').includes('unknown-key of crowd'));
    });

    it('counts for every value of its list, whatever a finding names', () => {
      const source = corpus({}).replace(
        /claims:\n[\s\S]*---\n/,
        'date: 2020\nclaims:\n  - {id: crowd, quote: 340 visitors, subject: forum, property: participant, value: [jiangkou, forum], at: 2021, nth: 1, accept: {anachronism: planned}}\n---\n',
      );
      assert.deepEqual(
        outcome(source).filter((one) => one.startsWith('anachronism') || one.startsWith('unused-acceptance')),
        ['anachronism of crowd.1 accepted: planned', 'anachronism of crowd.2 accepted: planned'],
      );
    });

    it('counts for every value of a list without an id', () => {
      const source = `-- concord.yaml --
version: 1
properties: {members: {value: quantity, unit: person, time: state}}
-- entities/all.yaml --
forum: {type: event, name: F, facts: [{property: members, value: [200]}, {property: members, value: [205, 207], at: 2020, accept: {conflicting-quantity: both}}]}
`;
      const { files } = parseFixture(source);
      const found = check(libraryOf(files), 'entities/all.yaml').filter(({ code }) => code === 'conflicting-quantity');
      assert.deepEqual(
        found.map(({ sides, accepted }) => `${sides?.own.claim.key} | ${sides?.other.claim.key}: ${accepted}`).sort(),
        ['forum.2.1 | forum.1.1: both', 'forum.2.2 | forum.1.1: both', 'forum.2.2 | forum.2.1: both'],
      );
    });

    it('reaches what stands in its lines, if the claim has no id', () => {
      assert.deepEqual(
        outcome(
          corpus({ claim: 'accept: {quote-ambiguous: said twice}' }).replace('  - id: crowd\n    quote', '  - quote'),
        ),
        ['unused-entity', 'quote-ambiguous accepted: said twice', 'quote-ambiguous of again'],
      );
    });
  });

  describe('on the document', () => {
    it('counts for every claim and for what belongs to none', () => {
      assert.deepEqual(
        outcome(corpus({ document: 'accept: {quote-ambiguous: said twice, unused-entity: in the caption}' })),
        [
          'unused-entity accepted: in the caption',
          'quote-ambiguous of crowd accepted: said twice',
          'quote-ambiguous of again accepted: said twice',
        ],
      );
    });

    it('yields to the claim’s own reason', () => {
      const both = { claim: 'accept: {quote-ambiguous: own}', document: 'accept: {quote-ambiguous: common}' };
      assert.deepEqual(outcome(corpus(both)), [
        'unused-entity',
        'quote-ambiguous of crowd accepted: own',
        'quote-ambiguous of again accepted: common',
      ]);
    });
  });

  describe('names the other side', () => {
    const twice = (accept: string) => `-- entities/all.yaml --
forum: {type: event, name: Halden Water Forum}
-- ${PATH} --
---
entities: [forum]
claims:
  - {id: crowd, quote: 340 visitors, subject: forum, property: attendance, value: 340}
  - {id: again, quote: 340 visitors, subject: forum, property: attendance, value: 340, accept: ${accept}}
---
The Halden Water Forum counted 340 visitors.
`;
    const accepted = ['duplicate-claim of again accepted: both are cited'];
    const refused = ['duplicate-claim of again', 'unused-acceptance of again'];

    it('by the claim’s id, here or with the path', () => {
      assert.deepEqual(outcome(twice("{duplicate-claim: {with: '#crowd', reason: both are cited}}")), accepted);
      assert.deepEqual(outcome(twice(`{duplicate-claim: {with: '${PATH}#crowd', reason: both are cited}}`)), accepted);
    });

    it('among several', () => {
      const several = "{duplicate-claim: [{with: '#again', reason: no}, {with: '#crowd', reason: both are cited}]}";
      assert.deepEqual(outcome(twice(several)), [...accepted, 'unused-acceptance of again']);
    });

    it('and reaches no other', () => {
      assert.deepEqual(outcome(twice("{duplicate-claim: {with: '#again', reason: both are cited}}")), refused);
    });
  });

  describe('without a reason', () => {
    for (const accept of [
      '{quote-ambiguous: }',
      '{quote-ambiguous: ""}',
      '{quote-ambiguous: {reason: " "}}',
      '{quote-ambiguous: {}}',
    ]) {
      it(`accepts nothing: ${accept}`, () => {
        assert.deepEqual(outcome(corpus({ claim: `accept: ${accept}` })), [
          'unused-entity',
          'quote-ambiguous of crowd',
          'acceptance-without-reason of crowd',
          'quote-ambiguous of again',
        ]);
      });
    }

    it('is a finding of its own on the code, and not an unused one as well', () => {
      checkFixture(`-- entities/all.yaml --
forum: {type: event, name: Halden Water Forum}
-- ${PATH} --
---
entities: [forum]
           ^^^^^ warning[unused-entity]
accept:
  unused-entity:
  ^^^^^^^^^^^^^ error[acceptance-without-reason] reason is needed
---
It opened.
`);
    });
  });

  describe('that nothing needs', () => {
    it('is unused, on the claim and on the document', () => {
      const source = corpus({
        claim: 'accept: {quote-altered: a slip}',
        document: 'accept: {body-changed: a new scan}',
        body: '340 visitors came to 江口市, to the Halden Water Forum.',
      });
      assert.deepEqual(outcome(source), ['unused-acceptance of crowd', 'unused-acceptance']);
    });

    it('is not one that a broken claim holds', () => {
      const source = corpus({ claim: 'value: >200\naccept: {quote-altered: a slip}' });
      assert.ok(!outcome(source).some((line) => line.startsWith('unused-acceptance of crowd')), outcome(source).join());
    });

    it('is not one of a code that no check has, which is an unknown key', () => {
      assert.deepEqual(
        outcome(corpus({ claim: 'accept: {tpyo: a slip}' })).filter((line) => /unused-acc|unknown/.test(line)),
        ['unknown-key of crowd'],
      );
    });
  });

  it('can accept neither a missing reason nor an unused exception', () => {
    const source = corpus({
      document: 'accept: {acceptance-without-reason: later, unused-acceptance: later, unused-entity: }',
    });
    const left = outcome(source).filter((line) => line.includes('acceptance'));
    assert.ok(left.includes('acceptance-without-reason'), left.join());
    assert.ok(
      left.every((line) => !line.includes('accepted:')),
      left.join(),
    );
  });
});

describe('acceptances in a crowd', () => {
  const claim = (i: number, value: number, more = '') =>
    `  - {id: c${i}, quote: x, subject: forum, property: attendance, value: ${value}${more}}`;
  const document = (claims: readonly string[], date: string) =>
    `---\ndate: ${date}\nentities: [forum]\nclaims:\n${claims.join('\n')}\n---\nx and the forum\n`;
  /** One claim says 1; so many others, each in a document of its own, say other numbers. */
  const filesOf = (others: number, accept: string, latest: boolean): ReadonlyMap<string, string> =>
    new Map([
      ['entities/all.yaml', 'forum: {type: event, name: forum}\n'],
      ['own.md', document([claim(0, 2, accept)], latest ? '2030-01-01' : '2000-01-01')],
      ...Array.from({ length: others }, (_, i): [string, string] => [
        `d${i}.md`,
        document([claim(0, 300 + i)], '2020-01-01'),
      ]),
    ]);
  const accepting = (count: number, from = 0) => {
    const entries = Array.from({ length: count }, (_, i) => `{with: "d${i + from}.md#c0", reason: looked at}`);
    return `, accept: {conflicting-quantity: [${entries.join(', ')}]}`;
  };
  const found = (files: ReadonlyMap<string, string>) => {
    const of = (path: string) => check(libraryOf(files), path);
    const own = of('own.md');
    return {
      accepted: own.filter(({ code, accepted }) => code === 'conflicting-quantity' && accepted).length,
      open: own.filter(({ code, accepted }) => code === 'conflicting-quantity' && !accepted).length,
      unused: own.filter(({ code }) => code === 'unused-acceptance').length,
    };
  };

  it('are all used, however many they are', () => {
    assert.deepEqual(found(filesOf(30, accepting(30), true)), { accepted: 30, open: 0, unused: 0 });
  });

  it('leave room for what is not accepted', () => {
    assert.deepEqual(found(filesOf(45, accepting(25), true)), { accepted: 25, open: 20, unused: 0 });
  });

  it('are used on the side that the finding does not stand on', () => {
    assert.deepEqual(found(filesOf(30, accepting(30), false)), { accepted: 0, open: 0, unused: 0 });
  });

  it('are found far off in a large crowd', () => {
    assert.deepEqual(found(filesOf(600, accepting(3, 7), true)), { accepted: 3, open: 1, unused: 0 });
  });

  it('go stale far off as well', () => {
    const accept = ', accept: {conflicting-quantity: {with: "d7.md#c0", saw: "5", reason: looked at}}';
    const codes = check(libraryOf(filesOf(600, accept, true)), 'own.md').map(({ code }) => code);
    assert.ok(codes.includes('stale-acceptance') && !codes.includes('unused-acceptance'));
  });

  it('are unused where nothing contradicts', () => {
    const accept = ', accept: {conflicting-quantity: [{with: "none.md#c0", reason: r}, {with: "d1.md#c0", reason: r}]}';
    assert.deepEqual(found(filesOf(3, accept, true)), { accepted: 1, open: 2, unused: 1 });
  });
});
