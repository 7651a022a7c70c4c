import assert from 'node:assert/strict';
import fc from 'fast-check';
import { check } from '../../../server/src/checks/engine/run.ts';
import { wordsIn } from '../../../server/src/checks/messages/messages.ts';
import { parseDocument } from '../../../server/src/core/document.ts';
import { digest, type Outcome, propose } from '../../../server/src/features/proposing/propose.ts';
import {
  asProposal,
  type ProposalRequest,
  type ProposedClaim,
  proposalIn,
} from '../../../server/src/features/proposing/request.ts';
import { finished } from '../../../server/src/features/steps.ts';
import { libraryOf, parseFixture } from '../../fixture.ts';

const RECORDS = `-- concord.yaml --
version: 1
languages: [en, zh]
-- entities/all.yaml --
# who there is
forum: {type: event, name: {en: Delta Forum, zh: 三角洲论坛}}
ada: {type: person, name: {en: Ada Quill, zh: 艾达·奎尔}, aliases: {en: [Dr Quill]}}
league: {type: organization, name: {en: Harbour League}}
port: {type: place, name: Haiping}
`;
const BODY = `The Delta Forum drew nearly 300 delegates from 41 countries. “We are glad,” Ada Quill said.
The chair, Ada Quill, head of the Harbour League, spoke twice. The port was full.
`;
const crlf = (text: string) => text.replace(/\r?\n/g, '\r\n');

const asked = (part: Partial<ProposalRequest>): ProposalRequest => ({
  document: 'd.md',
  entities: [],
  mentions: [],
  claims: [],
  ...part,
});

function outcome(files: ReadonlyMap<string, string>, request: ProposalRequest): Outcome {
  const library = libraryOf(files);
  return finished(propose(library, request, wordsIn('en').finding, (path) => check(library, path)));
}

/** The text of the document afterwards, the same on both line ends; or the codes of what was refused. */
function after(head: string, part: Partial<ProposalRequest>, body = BODY, more = ''): string | readonly string[] {
  const [one, other] = [(text: string) => text, crlf].map((convert) => {
    const files = new Map(parseFixture(RECORDS + more).files).set('d.md', convert(head + body));
    const made = outcome(files, asked(part));
    if ('problems' in made) return made.problems.map(({ item, code }) => `${item} ${code}`);
    const text = made.files.find(({ path }) => path === 'd.md')?.after ?? files.get('d.md')!;
    assert.ok(text.endsWith(convert(body)));
    if (convert === crlf) assert.ok(!/[^\r]\n/.test(text), text);
    return text.replace(/\r\n/g, '\n').slice(0, text.replace(/\r\n/g, '\n').length - body.length);
  });
  assert.deepEqual(other, one);
  return one!;
}

const ATTENDANCE: ProposedClaim = {
  quote: 'nearly 300 delegates',
  subject: 'forum',
  property: 'attendance',
  value: 'nearly 300',
};

describe('proposing annotations', () => {
  it('writes mentions and claims into a text without annotations, as short as can be', () => {
    assert.equal(
      after('', { mentions: [{ entity: 'ada' }], claims: [ATTENDANCE] }),
      `---
entities: [ada, forum]
claims:
  - quote: nearly 300 delegates
    subject: forum
    property: attendance
    value: nearly 300
---
`,
    );
  });

  it('adds to what is there and leaves that as it is, comments and order and quotation marks', () => {
    const head = `---
title: 'Forum' # the report
date: 2022-10-20
entities: # who
  ada: {as: [the chair]}
claims:
  # the first
  - id: 'one'
    quote: "41 countries"
    subject: forum
    property: represented-countries
    value: 41
x-tool: {kept: yes}
---
`;
    const claims: ProposedClaim[] = [
      { ...ATTENDANCE, at: '2022-10-20', by: 'league', stance: 'asserts', certainty: 'likely' },
      { quote: '41 countries', subject: 'forum', property: 'participant', value: 'league', stance: 'denies' },
    ];
    assert.equal(
      after(head, { mentions: [{ entity: 'league' }, { entity: 'port', quote: 'The port', how: 'here' }], claims }),
      head
        .replace(
          '  ada: {as: [the chair]}\n',
          '  ada: {as: [the chair]}\n  league:\n  port: {here: [The port]}\n  forum:\n',
        )
        .replace(
          '    value: 41\n',
          `    value: 41
    claims:
      - {id: participant, property: participant, value: league, stance: denies}
  - id: attendance
    quote: nearly 300 delegates
    subject: forum
    property: attendance
    value: nearly 300
    by: league
    certainty: likely
`,
        ),
    );
  });

  it('reads Chinese to the letter', () => {
    const body = '三角洲论坛迎来近300名代表，艾达·奎尔说“很高兴”。\n';
    const claims = [{ ...ATTENDANCE, quote: '近300名代表', value: '近300' }];
    assert.equal(
      after('---\nlang: zh\n---\n', { mentions: [{ entity: 'ada' }], claims }, body),
      '---\nlang: zh\nentities: [ada, forum]\nclaims:\n  - quote: 近300名代表\n    subject: forum\n    property: attendance\n    value: 近300\n---\n',
    );
    assert.deepEqual(after('---\nlang: zh\n---\n', { claims: [{ ...claims[0]!, value: '近3000' }] }, body), [
      'claims[0] quote-value-mismatch',
    ]);
  });

  it('leaves out what the document itself says, though it had no annotations yet', () => {
    const head = '---\ndate: 2022-10-20\nsource: {publisher: league}\n---\n';
    const text = String(after(head, { claims: [{ ...ATTENDANCE, at: '2022-10-20', by: 'league' }] }));
    assert.ok(!/\b(?:at|by):/.test(text), text);
    assert.match(
      String(after(head, { claims: [{ ...ATTENDANCE, at: '2022-10', by: 'ada' }] })),
      /at: 2022-10\n {4}by: ada\n/,
    );
  });

  it('writes a quote as the text has it, and says which of several places', () => {
    const claim = { quote: '"We are glad,"', subject: 'ada', property: 'said', value: 'glad' };
    const text = after('', { claims: [claim] });
    assert.match(String(text), /quote: We are glad\n/);
    const spoke = { quote: 'Ada Quill', subject: 'ada', property: 'position', value: 'head', nth: 2 };
    assert.match(
      String(after('', { claims: [{ ...spoke, qualifiers: [{ name: 'of', value: 'league' }] }] })),
      /nth: 2\n/,
    );
    const pieces = {
      quote: ['The chair', 'head of the Harbour League'],
      subject: 'ada',
      property: 'position',
      value: 'head',
    };
    assert.match(String(after('', { claims: [pieces] })), /quote: \[The chair, head of the Harbour League\]\n/);
  });

  it('refuses what is not so, each with a reason, and then writes nothing of all', () => {
    const refused = (claim: Partial<ProposedClaim>) => after('', { claims: [{ ...ATTENDANCE, ...claim }] });
    const cases: readonly [Partial<ProposedClaim>, string][] = [
      [{ quote: 'nearly 300 guests' }, 'quote-not-found'],
      [{ quote: 'Ada Quill' }, 'quote-ambiguous'],
      [{ quote: 'Ada Quill', near: 'nothing like it' }, 'quote-ambiguous'],
      [{ quote: 'early 300 delegates' }, 'quote-cut'],
      [{ quote: 'nearly 300 delegates from 4' }, 'quote-cut'],
      [{ quote: '…' }, 'quote-not-found'],
      [{ quote: ' ' }, 'empty-quote'],
      [{ quote: [] }, 'empty-quote'],
      [{ quote: ['head of', 'The chair'] }, 'quote-not-found'],
      [{ subject: 'forums' }, 'unresolved-entity'],
      [{ subject: '__proto__' }, 'unresolved-entity'],
      [{ property: 'atendance' }, 'unresolved-property'],
      [{ property: 'constructor' }, 'unresolved-property'],
      [{ value: 310 }, 'quote-value-mismatch'],
      [{ value: 'many a soul' }, 'value-kind'],
      [{ value: ['1', '2'] }, 'value-list'],
      [{ subject: 'port' }, 'type-mismatch'],
      [{ unit: 'party' }, 'unit-mismatch'],
      [{ at: 'soon' }, 'at'],
      [{ by: 'nobody' }, 'unresolved-entity'],
      [{ stance: 'shouts' }, 'stance'],
      [{ certainty: 'very' }, 'certainty'],
      [{ id: 'a b' }, 'invalid-id'],
      [{ qualifiers: [{ name: 'of', value: 'ada' }] }, 'unknown-qualifier'],
      [
        {
          qualifiers: [
            { name: 'among', value: 'x' },
            { name: 'among', value: 'y' },
          ],
        },
        'qualifier-twice',
      ],
      [{ see: ['#nothing'] }, 'unresolved-reference'],
      [{ see: ['../../etc/passwd'] }, 'unresolved-reference'],
      [{ property: 'participant', value: 'nobody' }, 'unresolved-entity'],
    ];
    for (const [claim, code] of cases) assert.deepEqual(refused(claim), [`claims[0] ${code}`], JSON.stringify(claim));
    assert.deepEqual(after('', { claims: [ATTENDANCE, { ...ATTENDANCE, quote: 'no' }], mentions: [{ entity: 'x' }] }), [
      'mentions[0] unresolved-entity',
      'claims[1] quote-not-found',
    ]);
    assert.deepEqual(after('', {}), ['document empty']);
    assert.deepEqual(after('', { document: '../d.md', mentions: [{ entity: 'ada' }] }), ['document no-document']);
    assert.deepEqual(after('---\nclaims: [\n---\n', { mentions: [{ entity: 'ada' }] }), ['document broken']);
    assert.deepEqual(after('', { mentions: [{ entity: 'port' }] }), ['mentions[0] no-name']);
    assert.deepEqual(after('', { mentions: [{ entity: 'port', quote: 'Quil' }] }), ['mentions[0] quote-cut']);
    assert.deepEqual(after('', { mentions: [{ entity: 'ada', quote: 'Ada Quill', how: 'sic' }] }), [
      'mentions[0] sic-listed',
    ]);
  });

  it('refuses a claim that is there already, and has nothing to write where a mention is', () => {
    const head = String(after('', { claims: [ATTENDANCE] }));
    assert.deepEqual(after(head, { claims: [ATTENDANCE] }), ['claims[0] duplicate-claim']);
    assert.equal(after(head, { mentions: [{ entity: 'forum' }, { entity: 'forum', quote: 'Delta Forum' }] }), head);
  });

  it('writes a record for whom there is none, in the way of its file, and what is claimed of it', () => {
    const files = new Map(parseFixture(RECORDS).files).set('d.md', BODY);
    const made = outcome(
      files,
      asked({
        entities: [{ id: 'quay', type: 'organization', name: { en: 'Quay Board' }, aliases: ['The chair'] }],
        mentions: [{ entity: 'quay', quote: 'The chair' }],
        claims: [{ ...ATTENDANCE, by: 'quay' }],
      }),
    );
    assert.ok('files' in made, JSON.stringify(made));
    assert.deepEqual(
      made.files.map(({ path }) => path),
      ['d.md', 'entities/all.yaml'],
    );
    assert.equal(
      made.files[1]!.after,
      `${files.get('entities/all.yaml')}quay: {type: organization, name: {en: Quay Board}, aliases: {en: [The chair]}}\n`,
    );
    assert.deepEqual(made.before, {
      'd.md': digest(BODY),
      'entities/all.yaml': digest(files.get('entities/all.yaml')!),
    });
    assert.deepEqual(after('', { entities: [{ id: 'ada', type: 'person', name: 'A' }] }), ['entities[0] id-taken']);
    assert.deepEqual(after('', { entities: [{ id: 'ada2', type: 'person', name: 'Ada Quill' }] }), [
      'entities[0] name-taken',
    ]);
    assert.deepEqual(after('', { entities: [{ id: 'x', type: 'ship', name: 'X' }] }), ['entities[0] unknown-type']);
    for (const name of [{}, { 'no tag': 'X' }, JSON.parse('{"__proto__": "X"}')])
      assert.deepEqual(after('', { entities: [{ id: 'x', type: 'person', name }] }), ['entities[0] name-languages']);
    assert.deepEqual(after('', { entities: [{ id: 'x', type: 'person', name: '\u200b' }] }), [
      'entities[0] empty-name',
    ]);
  });

  it('says what it raises and solves, in other documents too', () => {
    const more = `-- e.md --
---
date: 2023-01-01
entities: [forum]
claims:
  - {id: crowd, quote: 320 delegates, subject: forum, property: attendance, value: 320}
---
The Delta Forum drew 320 delegates.
`;
    const files = new Map(parseFixture(RECORDS + more).files).set('d.md', `---\ndate: 2022-10-20\n---\n${BODY}`);
    const made = outcome(files, asked({ claims: [ATTENDANCE] }));
    assert.ok('effects' in made, JSON.stringify(made));
    const raised = made.effects.raised.map(({ path, code }) => `${path} ${code}`);
    assert.ok(raised.includes('e.md conflicting-quantity'), `${raised}`);
    const head = '---\ndate: 2022-10-20\nentities: [ada]\nclaims: []\n---\n';
    const tagged = outcome(new Map(files).set('d.md', head + BODY), asked({ mentions: [{ entity: 'league' }] }));
    assert.ok('effects' in tagged);
    assert.deepEqual(
      tagged.effects.solved.map(({ code, params }) => [code, params.id]),
      [['untagged-name', 'league']],
    );
  });

  it('reports what a mention brings to light on another claim, and refuses only what is wrong with its own', () => {
    const head = `---
entities: [forum]
claims:
  - {quote: 'head of the Harbour League', subject: ada, property: member-of, value: port}
---
`;
    const files = new Map(parseFixture(RECORDS).files).set('d.md', head + BODY);
    const made = outcome(files, asked({ mentions: [{ entity: 'league' }], claims: [ATTENDANCE] }));
    assert.ok('files' in made, JSON.stringify(made));
    const two = [ATTENDANCE, { ...ATTENDANCE, value: 300, among: undefined }, { ...ATTENDANCE, value: 310 }];
    assert.deepEqual(
      after('', { claims: two.map(({ quote, subject, property, value }) => ({ quote, subject, property, value })) }),
      ['claims[2] quote-value-mismatch'],
    );
  });

  it('never touches a body, and keeps what front matter there is, whatever is proposed', () => {
    const words = [...BODY.matchAll(/[\w“”,.]+/g)].map(([word]) => word);
    const quote = fc
      .tuple(fc.nat(words.length - 1), fc.integer({ min: 1, max: 6 }))
      .map(([from, length]) => words.slice(from, from + length).join(' '));
    const text = fc.oneof(quote, fc.string({ maxLength: 20 }));
    const id = fc.constantFrom('forum', 'ada', 'league', 'port', 'this', 'x: y', '__proto__');
    const claim = fc.record(
      {
        quote: fc.oneof(text, fc.array(text, { maxLength: 3 })),
        subject: id,
        property: fc.constantFrom('attendance', 'position', 'said', 'count', 'held-on', 'participant'),
        value: fc.oneof(text, fc.integer(), fc.boolean(), fc.array(id, { maxLength: 3 })),
        at: fc.constantFrom('2022', '2012/2022', 'x'),
        by: fc.oneof(id, fc.record({ text })),
        note: text,
        nth: fc.integer({ min: 1, max: 3 }),
        qualifiers: fc.array(fc.record({ name: fc.constantFrom('of', 'among', 'to'), value: text }), { maxLength: 2 }),
      },
      { requiredKeys: ['quote', 'subject', 'property', 'value'] },
    );
    const mention = fc.record(
      { entity: id, quote: text, how: fc.constantFrom('form', 'here', 'sic') },
      { requiredKeys: ['entity'] },
    );
    const heads = [
      '',
      '---\ntitle: T # kept\nentities: [ada] # who\nclaims: []\n---\n',
      '\ufeff---\r\nx: 1\r\n---\r\n',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...heads),
        fc.array(mention, { maxLength: 3 }),
        fc.array(claim, { maxLength: 3 }),
        (head, mentions, claims) => {
          const files = new Map(parseFixture(RECORDS).files).set('d.md', head + BODY);
          const made = outcome(files, asked({ mentions, claims: claims as ProposedClaim[] }));
          if ('problems' in made) return;
          for (const { path, after } of made.files) {
            assert.equal(path, 'd.md');
            const read = parseDocument(path, after);
            assert.equal(after.slice(read.body.start), BODY);
            assert.deepEqual(read.problems, []);
            const others = (text: string) => text.split(/\r?\n/).filter((line) => /^(?:title|x):|# who$/.test(line));
            if (!/# who$/m.test(head)) assert.deepEqual(others(after), others(head));
            for (const kept of ['title: T # kept', '# who', 'x: 1'])
              assert.equal(after.includes(kept), head.includes(kept));
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a proposal as a file', () => {
  const files = new Map(parseFixture(RECORDS).files).set('d.md', BODY);
  const request = asked({
    entities: [{ id: 'q', type: 'person', name: { en: 'Quin' }, aliases: ['Q'], description: 'one' }],
    mentions: [{ entity: 'ada', quote: 'The chair', how: 'here' }, { entity: 'ada' }],
    claims: [
      {
        ...ATTENDANCE,
        by: { text: 'somebody' },
        ended: false,
        see: ['e.md'],
        qualifiers: [{ name: 'among', value: 'x' }],
      },
      { ...ATTENDANCE, value: { from: '1', to: '2' }, nth: 1, quote: ['a', 'b'] },
      { ...ATTENDANCE, value: { texts: { en: 'a', zh: '甲' } } },
    ],
  });
  const proposal = asProposal(request, { 'd.md': digest(files.get('d.md')!) }, { 'd.md': digest('x') });

  it('is read as it was written, alone or as an answer of the tool', () => {
    assert.deepEqual(proposalIn(JSON.stringify(proposal)), proposal);
    assert.deepEqual(proposalIn(`\ufeff${JSON.stringify({ diff: '', proposal })}`), proposal);
  });

  it('is refused where it is anything else', () => {
    const problem = (text: string) => (proposalIn(text) as { problem?: string }).problem;
    const changed = (part: object) => problem(JSON.stringify({ ...proposal, ...part }));
    assert.equal(problem('{'), 'it is not JSON');
    for (const text of ['[]', 'null', '1', '{}', '{"concord": "x"}'])
      assert.equal(problem(text), 'it is no proposal of annotations');
    assert.match(changed({ version: 2 })!, /version 2/);
    assert.match(changed({ document: 1 })!, /^document has to be a text/);
    assert.match(changed({ more: 1 })!, /key that no proposal has: "more"/);
    assert.match(problem(JSON.stringify(proposal).replace('"version"', '"__proto__":{},"version"'))!, /__proto__/);
    assert.match(changed({ claims: {} })!, /claims has to be a list/);
    assert.match(changed({ claims: [1] })!, /claims\[0\] has to be an object/);
    assert.match(changed({ claims: [{ ...ATTENDANCE, value: null }] })!, /claims\[0\]\.value/);
    assert.match(changed({ claims: [{ ...ATTENDANCE, nth: 0 }] })!, /nth has to count from 1/);
    assert.match(changed({ claims: [{ ...ATTENDANCE, note: 'x'.repeat(5000) }] })!, /longer than/);
    assert.match(changed({ mentions: Array(500).fill({ entity: 'a' }) })!, /more than 200/);
    assert.match(changed({ mentions: [{ entity: 'a', how: 'alias' }] })!, /one of form, here, sic/);
    fc.assert(fc.property(fc.json(), (text) => void proposalIn(text)));
    fc.assert(fc.property(fc.object(), (part) => void changed(part)));
  });
});
