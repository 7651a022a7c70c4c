/** What `checks` in concord.yaml does to findings: off, and the three severities. */

import assert from 'node:assert/strict';
import { CHECKS } from '../../server/src/checks/index.ts';
import type { Code } from '../../server/src/core/codes.ts';
import { checkFixture, findingsOf, libraryOf, parseFixture } from '../fixture.ts';
import { readPages } from './pages.ts';

const CORPUS = `-- entities/all.yaml --
forum: {type: event, name: Halden Water Forum}
jiangkou: {type: place, name: 江口市}
-- documents/opening.md --
---
entities: [forum, jiangkou]
claims:
  - {id: crowd, quote: counted 62 guests, subject: forum, property: attendance, value: 62}
---
The Halden Water Forum counted 68 guests.
`;

function severities(checks: string, source = CORPUS): readonly string[] {
  const { files } = parseFixture(`-- concord.yaml --\nversion: 1\nchecks: ${checks}\n${source}`);
  return findingsOf(libraryOf(files), files).map(({ path, severity, code }) =>
    path === 'concord.yaml' ? `${path} ${code}` : `${severity} ${code}`,
  );
}

describe('the severity of findings', () => {
  const cases: readonly (readonly [checks: string, ...findings: string[]])[] = [
    ['{}', 'warning unused-entity', 'error quote-altered'],
    ['{unused-entity: off}', 'error quote-altered'],
    ['{unused-entity: "off", quote-altered: off}'],
    ['{unused-entity: error}', 'error unused-entity', 'error quote-altered'],
    ['{unused-entity: info}', 'information unused-entity', 'error quote-altered'],
    ['{quote-altered: information}', 'warning unused-entity', 'information quote-altered'],
    ['{quote-altered: warning, unused-entity: warning}', 'warning unused-entity', 'warning quote-altered'],
    ['{quote-drifted: off}', 'warning unused-entity', 'error quote-altered'],
  ];
  for (const [checks, ...expected] of cases) {
    it(`with ${checks}`, () => assert.deepEqual(severities(checks), expected));
  }

  it('stays the check’s own where the setting cannot be read, which is a finding in concord.yaml', () => {
    assert.deepEqual(severities('{unused-entity: loud}'), [
      'concord.yaml wrong-shape',
      'warning unused-entity',
      'error quote-altered',
    ]);
    assert.deepEqual(severities('{unused-entiti: off}'), [
      'concord.yaml unknown-key',
      'warning unused-entity',
      'error quote-altered',
    ]);
  });

  it('is one for every case of a check once it is set, where the check itself would tell cases apart', () => {
    const shared = `-- entities/people.yaml --
lin: {type: person, name: 林若溪}
lin-painter: {type: person, name: 林若溪, distinct-from: [lin]}
-- documents/画展.md --
---
entities: [lin-painter]
---
林若溪画展开幕。
`;
    assert.deepEqual(severities('{}', shared), ['information alias-ambiguous']);
    assert.deepEqual(severities('{alias-ambiguous: error}', shared), ['error alias-ambiguous']);
    assert.deepEqual(severities('{alias-ambiguous: off}', shared), []);
  });

  it('can be set for settings, records and documents alike', () => {
    checkFixture(`-- concord.yaml --
version: 1
checks: {unknown-key: info}
lanugages: [en]
^^^^^^^^^ information[unknown-key]
-- entities/all.yaml --
forum: {type: event, name: Halden Water Forum, alias: [Halden Forum]}
                                               ^^^^^ information[unknown-key]
-- documents/opening.md --
---
entities: [forum]
titel: Opening
^^^^^ information[unknown-key]
---
The Halden Water Forum opened.
`);
  });

  describe('off silences', () => {
    const examples = readPages().flatMap(({ title, examples: all }) => all.map(({ source }) => ({ title, source })));
    for (const { code } of CHECKS) {
      it(code, () => {
        for (const { title, source } of examples) {
          if (title !== code || source.includes('-- concord.yaml --')) continue;
          assert.ok(!codesOf(source, `{${code}: off}`).includes(code));
        }
      });
    }
  });
});

function codesOf(source: string, checks: string): readonly Code[] {
  const { files } = parseFixture(`-- concord.yaml --\nversion: 1\nchecks: ${checks}\n${source}`);
  return findingsOf(libraryOf(files), files).map(({ code }) => code);
}
