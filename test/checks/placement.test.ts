/** On which of two documents a finding stands. */

import assert from 'node:assert/strict';
import { findingsOf, libraryOf, parseFixture } from '../fixture.ts';

const documents = (first: string, second: string): string => `-- entities/all.yaml --
forum: {type: event, name: Halden Water Forum}
-- a.md --
---
date: ${first}
entities: [forum]
claims:
  - {id: crowd, quote: 340 visitors, subject: forum, property: attendance, value: 340}
---
The Halden Water Forum counted 340 visitors.
-- b.md --
---
date: ${second}
entities: [forum]
claims:
  - {id: crowd, quote: 350 visitors, subject: forum, property: attendance, value: 350}
---
The Halden Water Forum counted 350 visitors.
`;

describe('a finding on two documents', () => {
  const cases: readonly (readonly [first: string, second: string, stands: string])[] = [
    ['2020', '2021', 'b.md'],
    ['2021', '2020', 'a.md'],
    ['2020-05', '2020', 'a.md'],
    ['2020', '2020', 'b.md'],
    ['../2020', '../2020', 'b.md'],
    ['../2021', '../2020', 'a.md'],
    ['2020/..', '2020/..', 'b.md'],
    ['XXXX', 'XXXX', 'b.md'],
    ['XXXX', '2020', 'b.md'],
  ];
  for (const [first, second, stands] of cases) {
    it(`stands in ${stands} where they are dated ${first} and ${second}`, () => {
      const { files } = parseFixture(documents(first, second));
      const places = findingsOf(libraryOf(files), files)
        .filter(({ code }) => code === 'conflicting-quantity')
        .map(({ path }) => path);
      assert.deepEqual(places, [stands]);
    });
  }
});
