import assert from 'node:assert/strict';
import { check } from '../../../server/src/checks/engine/run.ts';
import { copyEdits } from '../../../server/src/features/claiming/copy.ts';
import { candidates } from '../../../server/src/features/claiming/translation.ts';
import { claimNamed } from '../../../server/src/features/claimsAt.ts';
import { libraryOf, parseFixture } from '../../fixture.ts';
import { applied } from '../notation.ts';
import { RECORDS } from './corpus.ts';

const corpus = (claims: string, english: string, chinese: string, more = '') =>
  parseFixture(`${RECORDS}-- en.md --
---
date: 2020-05-04
lang: en
entities: [forum, league, ada]
claims:
${claims}---
${english}
-- zh.md --
---
date: 2020-05-04
lang: zh
translation-of: en.md
entities: [forum, league]
${more}---
${chinese}
`).files;

/** The places that are proposed, the likeliest first. */
function places(files: ReadonlyMap<string, string>, key: string): readonly string[] {
  const view = libraryOf(files);
  return candidates(view, view.document('en.md')!, claimNamed(view, 'en.md', key)!).map(({ words }) => words);
}

/** The claims of the translation after the first place was chosen; a refusal as its name. */
function copied(files: ReadonlyMap<string, string>, key: string, nth = 0): string {
  const view = libraryOf(files);
  const found = candidates(view, view.document('en.md')!, claimNamed(view, 'en.md', key)!);
  const made = copyEdits(view, 'en.md', key, found[nth]!.path, found[nth]!.span);
  if (typeof made === 'string') return made;
  const after = applied(files, made);
  const library = libraryOf(after);
  const codes = [...check(library, 'zh.md'), ...check(library, 'en.md')].map(({ code }) => code);
  assert.deepEqual(
    codes.filter((code) => /translation|wan-yi|shape|quote|duplicate|unresolved/.test(code)),
    [],
  );
  return /^claims:\n([\s\S]*?)---/m.exec(after.get('zh.md')!)?.[1] ?? '';
}

const ENGLISH =
  'The Delta Forum drew about 140,000 visitors.\n\nThe River League has 58 member cities.\n\nAda Lane spoke.';
const CHINESE = '河洲论坛吸引了约14万名观众。\n\n河流联盟有58个成员城市。\n\n莱恩在河流联盟讲话。';

describe('copying a claim to the translation', () => {
  const crowd =
    '  - {id: crowd, quote: drew about 140000 visitors, subject: forum, property: attendance, value: "about 140,000"}\n';
  const members =
    '  - {id: members, quote: has 58 member cities, subject: league, property: member-cities, value: 58, at: 2019}\n';

  it('finds the place by figures, names and where both stand', () => {
    const files = corpus(members, ENGLISH, CHINESE);
    assert.deepEqual(places(files, 'members'), ['河流联盟有58个成员城市', '莱恩在河流联盟讲话']);
  });

  it('writes the figure as the translation has it', () => {
    const files = corpus(
      crowd
        .replace('140000', '140,000')
        .replace('quote: drew about 140,000 visitors', 'quote: "drew about 140,000 visitors"'),
      ENGLISH,
      CHINESE,
    );
    assert.equal(
      copied(files, 'crowd'),
      '  - id: crowd\n    quote: 河洲论坛吸引了约14万名观众\n    subject: forum\n    property: attendance\n    value: 约14万\n',
    );
  });

  it('keeps the time where the translation has another, and refers to claims that the translation lacks', () => {
    const other = '  - {id: other, quote: Ada Lane spoke, subject: ada, property: said, value: so}\n';
    const linked = members.replace('}', ', see: "#other"}') + other;
    assert.equal(
      copied(corpus(linked, ENGLISH, CHINESE), 'members'),
      '  - id: members\n    quote: 河流联盟有58个成员城市\n    subject: league\n    property: member-cities\n    value: 58\n    at: 2019\n    see: en.md#other\n',
    );
  });

  it('says in which language a text is', () => {
    const said = '  - {id: said, quote: Ada Lane spoke, subject: ada, property: said, value: that all is well}\n';
    assert.equal(
      copied(corpus(said, ENGLISH, CHINESE, 'claims: []\n'), 'said'),
      '  - id: said\n    quote: 莱恩在河流联盟讲话\n    subject: ada\n    property: said\n    value: {en: that all is well}\n',
    );
  });

  it('writes nothing where the passage does not give the value, or the claim is there', () => {
    assert.equal(copied(corpus(members, ENGLISH, CHINESE), 'members', 1), 'no-value');
    const there =
      'claims:\n  - {id: members, quote: 58个成员城市, subject: league, property: member-cities, value: 58}\n';
    assert.equal(copied(corpus(members, ENGLISH, CHINESE, there), 'members'), 'there-already');
    assert.equal(copied(corpus(members, ENGLISH, CHINESE, 'x: [\n'), 'members'), 'broken');
  });
});
