import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Finding } from '../../server/src/checks/engine/check.ts';
import { check } from '../../server/src/checks/engine/run.ts';
import { acceptable, acceptanceEdits, type Choice } from '../../server/src/features/accept.ts';
import { readPages } from '../checks/pages.ts';
import { libraryOf, parseFixture } from '../fixture.ts';
import { casesIn } from '../quality/cases.ts';
import { applied } from './notation.ts';

type Files = ReadonlyMap<string, string>;

const EVERYWHERE = { start: 0, end: Number.POSITIVE_INFINITY };

const TWO = (first: string, second: string, records = '', line = '') => `-- entities/all.yaml --
forum: {type: event, name: {en: Delta Forum, zh: 河洲论坛}${records}}
-- documents/a.md --
---
date: 2020-05-04
entities: [forum]
claims:
  - {${first}, quote: 40 delegates, subject: forum, property: attendance, value: 40}
---
The Delta Forum had 40 delegates.
-- documents/b.md --
---
title: 河洲论坛闭幕
date: 2020-05-06
lang: zh
entities: [forum]
claims:
  - ${second}
    quote: 42名代表
    subject: forum
    property: attendance
    value: 42名
${line}---
河洲论坛有42名代表。
`;

const ID = TWO('id: crowd', 'id: delegates');

/** The ways to accept what the file at `path` has, with the corpus that they are for. */
function ways(source: string, path = 'documents/b.md') {
  const { files } = parseFixture(source);
  const view = libraryOf(files);
  const choices = acceptable(view, path, EVERYWHERE).map(
    ({ finding: _, ...choice }) => JSON.parse(JSON.stringify(choice)) as Choice & { readonly reason?: string },
  );
  const take = (choice: Choice, reason = 'counted twice') => acceptanceEdits(view, path, choice, reason);
  const after = (choice: Choice, reason?: string): Files => applied(files, take(choice, reason) ?? []);
  return { files, view, choices, take, after };
}

const outcomeOf = (files: Files, path = 'documents/b.md'): readonly string[] =>
  check(libraryOf(files), path).map(
    ({ code, accepted }) => code + (accepted === undefined ? '' : ` accepted: ${accepted}`),
  );

describe('accepting', () => {
  it('is offered on both sides of a comparison, each with what the other says', () => {
    assert.deepEqual(ways(ID).choices, [
      { code: 'conflicting-quantity', claim: 'delegates', with: 'documents/a.md#crowd', saw: '40', side: 'here' },
      {
        code: 'conflicting-quantity',
        claim: 'delegates',
        with: 'documents/b.md#delegates',
        saw: '42名',
        side: 'there',
      },
    ]);
  });

  it('here writes the reason below the claim', () => {
    const { choices, after } = ways(ID);
    const text = after(choices[0]!).get('documents/b.md')!;
    assert.match(
      text,
      /\n {4}value: 42名\n {4}accept:\n {6}conflicting-quantity: \{with: documents\/a\.md#crowd, saw: "40", reason: counted twice\}\n---\n/,
    );
    assert.deepEqual(outcomeOf(after(choices[0]!)), ['conflicting-quantity accepted: counted twice']);
  });

  it('there writes it into the other document, and leaves this one alone', () => {
    const { files, choices, after } = ways(ID);
    const changed = after(choices[1]!);
    assert.equal(changed.get('documents/b.md'), files.get('documents/b.md'));
    assert.match(
      changed.get('documents/a.md')!,
      /value: 40, accept: \{conflicting-quantity: \{with: documents\/b\.md#delegates, saw: "42名", reason: counted twice\}\}\}\n/,
    );
    assert.deepEqual(outcomeOf(changed), ['conflicting-quantity accepted: counted twice']);
  });

  it('names a document for a claim without id, and an entity for a fact without one', () => {
    const [here, there] = ways(TWO('at: 2020-05-04', 'at: 2020-05-04')).choices;
    assert.deepEqual([here?.with, there?.with], ['documents/a.md', 'documents/b.md']);
    const fact = TWO('id: crowd', 'id: delegates', ', facts: [{property: attendance, value: 44}]');
    const named = ways(fact).choices.filter((one) => one.side === 'here');
    assert.deepEqual(
      named.map((one) => [one.with, one.saw]),
      [
        ['documents/a.md#crowd', '40'],
        ['forum', '44'],
      ],
    );
  });

  it('writes no value where the reference names claims of several', () => {
    const two = TWO('id: crowd', 'id: delegates').replace(
      /^ {2}- \{id: crowd, (.*)$/m,
      (_, rest: string) => `  - {${rest}\n  - {${rest.replace('value: 40', 'value: 39')}`,
    );
    const { choices, after } = ways(two);
    const here = choices.filter(({ side }) => side === 'here');
    assert.deepEqual(
      here.map((one) => [one.with, one.saw]),
      [
        ['documents/a.md', undefined],
        ['documents/a.md', undefined],
      ],
    );
    assert.deepEqual(outcomeOf(after(here[0]!)), new Array(2).fill('conflicting-quantity accepted: counted twice'));
  });

  it('is refused when the other side says something else by now, or the finding is gone', () => {
    const [here] = ways(ID).choices;
    assert.equal(ways(ID.replaceAll('40', '41')).take(here!), undefined);
    assert.equal(ways(ID.replaceAll('40', '42')).take(here!), undefined);
    assert.equal(ways(ID).take({ ...here!, claim: 'other' }), undefined);
    assert.equal(ways(ID).take({ ...here!, side: 'there' }), undefined);
  });

  it('without a reason accepts nothing, and says so', () => {
    const { choices, after } = ways(ID);
    assert.deepEqual(outcomeOf(after(choices[0]!, '')), ['conflicting-quantity', 'acceptance-without-reason']);
    const again = ways(ID);
    const files = applied(again.files, again.take(again.choices[0]!, '')!);
    const source = [...files].map(([path, text]) => `-- ${path} --\n${text}`).join('');
    assert.deepEqual(outcomeOf(ways(source).after(ways(source).choices[0]!)), [
      'conflicting-quantity accepted: counted twice',
    ]);
  });

  it('renews an exception that went stale, and remembers its reason', () => {
    const line =
      '    accept: {conflicting-quantity: {with: "documents/a.md#crowd", saw: "38", reason: before the count}}\n';
    const { choices, after } = ways(TWO('id: crowd', 'id: delegates', '', line));
    assert.equal(choices[0]?.reason, 'before the count');
    const text = after(choices[0]!, 'after it').get('documents/b.md')!;
    assert.match(text, /saw: "40", reason: after it\}\}\n/);
    assert.equal(text.match(/conflicting-quantity/g)?.length, 1);
  });

  it('is offered for any other finding on its claim, or else for the document as a whole', () => {
    const source = `-- entities/all.yaml --
forum: {type: event, name: Delta Forum}
harbour: {type: place, name: Harbour}
-- documents/b.md --
---
entities: [forum, harbour]
claims:
  - {id: crowd, quote: 40 delegates, subject: forum, property: attendance, value: 40}
---
The Delta Forum had 40 delegates, yes, 40 delegates.
`;
    const { choices, after } = ways(source);
    assert.deepEqual(choices, [
      { code: 'unused-entity', side: 'here' },
      { code: 'quote-ambiguous', claim: 'crowd', side: 'here' },
    ]);
    assert.match(after(choices[0]!).get('documents/b.md')!, /\naccept:\n {2}unused-entity: counted twice\n---\n/);
    assert.match(after(choices[1]!).get('documents/b.md')!, /, accept: \{quote-ambiguous: counted twice\}\}\n/);
  });

  it('is not offered for broken front matter, nor for findings on exceptions', () => {
    const broken = ways(ID.replace('title: ', 'title: @'));
    assert.ok(check(broken.view, 'documents/b.md').some(({ code }) => code === 'invalid-yaml'));
    assert.ok(broken.choices.every(({ code }) => code !== 'invalid-yaml'));
    const bare = ways(TWO('id: crowd', 'id: delegates', '', '    accept: {tension: "", unused-entity: a slip}\n'));
    assert.deepEqual(new Set(bare.choices.map(({ code }) => code)), new Set(['conflicting-quantity']));
  });

  it('works wherever it is offered, on the pages and the labelled cases, and makes no other finding', function () {
    this.timeout(120_000);
    const sources = [
      ...readPages().flatMap(({ name, examples }) => examples.map(({ source }) => ({ name, source }))),
      ...['structure', 'consistency'].flatMap((folder) => casesIn(join(__dirname, '../quality', folder))),
    ];
    let count = 0;
    for (const { name, source } of sources) {
      const { files } = parseFixture(source);
      const view = libraryOf(files);
      for (const path of files.keys()) {
        const findings = check(view, path);
        for (const { finding, ...choice } of acceptable(view, path, EVERYWHERE, findings)) {
          const edits = acceptanceEdits(view, path, choice, 'looked at twice', findings);
          // Front matter that is broken elsewhere takes no edits.
          if (!edits?.length) continue;
          count++;
          const changed = libraryOf(applied(files, edits));
          const after = [...files.keys()].flatMap((one) => check(changed, one));
          const what = `${name}: ${JSON.stringify(choice)}`;
          const same = (one: Finding) =>
            one.path === path &&
            one.code === finding.code &&
            one.variant === finding.variant &&
            JSON.stringify(one.params) === JSON.stringify(finding.params);
          assert.ok(
            after.some((one) => same(one) && one.accepted === 'looked at twice'),
            `${what} is accepted`,
          );
          const before = [...files.keys()].flatMap((one) => check(view, one));
          const open = (all: readonly Finding[]) => all.filter(({ accepted }) => accepted === undefined);
          assert.ok(open(after).length < open(before).length, `${what} makes no other finding`);
        }
      }
    }
    assert.ok(count > 800, `${count} acceptances`);
  });
});
