/** Prints precision and recall of every check on the labelled cases: `npm run quality`. */

import { join } from 'node:path';
import { CHECKS } from '../../server/src/checks/index.ts';
import { casesIn, judge } from './cases.ts';

const folders = process.argv.slice(2);
const registered = new Set<string>(CHECKS.map(({ code }) => code));
const tally = new Map<string, { met: number; missed: number; surplus: number }>();
const codeOf = (line: string) => line.split(/\s+/)[2]!;
const of = (code: string) => {
  const known = tally.get(code) ?? { met: 0, missed: 0, surplus: 0 };
  tally.set(code, known);
  return known;
};
let count = 0;
for (const folder of folders.length > 0 ? folders : ['structure', 'consistency'].map((name) => join(__dirname, name))) {
  for (const one of casesIn(folder)) {
    count++;
    const { met, missed, surplus } = judge(one);
    for (const line of met) of(codeOf(line)).met++;
    for (const line of missed) of(codeOf(line)).missed++;
    for (const line of surplus) of(codeOf(line)).surplus++;
    if (missed.length + surplus.length > 0) {
      console.log(`${one.topic} / ${one.name}`);
      for (const line of missed) console.log(`  missed   ${line}`);
      for (const line of surplus) console.log(`  surplus  ${line}`);
    }
  }
}
const percent = (part: number, whole: number) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);
const row = (name: string, { met, missed, surplus }: { met: number; missed: number; surplus: number }) =>
  console.log(
    `${name.padEnd(28)} ${String(met + missed).padStart(4)} expected  precision ${percent(met, met + surplus).padStart(7)}  recall ${percent(met, met + missed).padStart(7)}`,
  );
console.log(`\n${count} cases`);
for (const [code, counts] of [...tally].sort()) row(registered.has(code) ? code : `${code} (no check)`, counts);
const all = { met: 0, missed: 0, surplus: 0 };
for (const counts of tally.values()) for (const key of ['met', 'missed', 'surplus'] as const) all[key] += counts[key];
row('all', all);
