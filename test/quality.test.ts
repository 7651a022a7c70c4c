/** Precision and recall of the checks on the labelled cases, held at a level. `npm run quality` prints the same by check. */

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { CHECKS } from '../server/src/checks/index.ts';
import { casesIn, judge } from './quality/cases.ts';

const FOLDERS = ['structure', 'consistency'];
const OVERALL = 0.98;
const EACH = 0.9;

interface Counts {
  met: number;
  missed: number;
  surplus: number;
}

const precision = ({ met, surplus }: Counts): number => (met + surplus === 0 ? 1 : met / (met + surplus));
const recall = ({ met, missed }: Counts): number => (met + missed === 0 ? 1 : met / (met + missed));

describe('the findings on labelled cases', () => {
  const cases = FOLDERS.flatMap((folder) => casesIn(join(__dirname, 'quality', folder)));
  const registered = new Set<string>(CHECKS.map(({ code }) => code));
  const all: Counts = { met: 0, missed: 0, surplus: 0 };
  const each = new Map<string, Counts>([...registered].map((code) => [code, { met: 0, missed: 0, surplus: 0 }]));
  const wrong: string[] = [];

  before(function () {
    this.timeout(120_000);
    for (const one of cases) {
      const outcome = judge(one);
      for (const key of ['met', 'missed', 'surplus'] as const) {
        for (const line of outcome[key]) {
          const counts = each.get(line.split(/\s+/)[2]!);
          if (!counts) continue;
          counts[key]++;
          all[key]++;
          if (key !== 'met') wrong.push(`${key} ${line}  (${one.topic} / ${one.name})`);
        }
      }
    }
    for (const line of wrong) console.log(`      ${line}`);
  });

  it('are read', () => assert.ok(cases.length >= 1000, `${cases.length} cases`));

  it(`are right: precision of all at least ${OVERALL}`, () => assert.ok(precision(all) >= OVERALL, shown(all)));

  it(`are complete: recall of all at least ${OVERALL}`, () => assert.ok(recall(all) >= OVERALL, shown(all)));

  for (const [code, counts] of each) {
    it(`${code}: precision at least ${EACH}`, () => assert.ok(precision(counts) >= EACH, shown(counts)));
  }

  const shown = (counts: Counts): string =>
    [`precision ${precision(counts).toFixed(3)}, recall ${recall(counts).toFixed(3)}`, ...wrong].join('\n');
});
