/**
 * `npm run fuzz -- --minutes N [--target NAME] [--seed S] [--runs N]`: inputs that mean harm, one after the other. A run
 * is told by its target and seed alone, so that what fails fails again.
 */

import { parseArgs } from 'node:util';
import { randomOf } from './random.ts';
import { TARGETS, type Target } from './targets.ts';

/** Seconds of the processor for one input. */
export const MOST_SECONDS = 1;
/** And bytes of memory that stay, for all of them. */
export const MOST_GROWTH = 200 * 1024 * 1024;

export interface Failure {
  readonly target: string;
  readonly seed: number;
  readonly input: unknown;
  readonly reason: unknown;
}

/** One input; what is wrong with how it was taken. */
export async function attempt(target: Target, seed: number): Promise<Failure | undefined> {
  let input: unknown;
  const from = process.cpuUsage();
  let reason: unknown;
  const stray = (thrown: unknown): void => {
    reason ??= thrown;
  };
  process.on('unhandledRejection', stray);
  try {
    await target.run(randomOf(seed), (given) => {
      input = given;
    });
  } catch (thrown) {
    reason = thrown;
  } finally {
    process.off('unhandledRejection', stray);
  }
  const seconds = process.cpuUsage(from).user / 1e6;
  if (reason === undefined && seconds > MOST_SECONDS) reason = new Error(`${seconds.toFixed(1)} s`);
  return reason === undefined ? undefined : { target: target.name, seed, input, reason };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      minutes: { type: 'string' },
      target: { type: 'string' },
      seed: { type: 'string' },
      runs: { type: 'string' },
    },
  });
  const targets = TARGETS.filter(({ name }) => !values.target || name === values.target);
  if (targets.length === 0) throw new Error(`targets: ${TARGETS.map(({ name }) => name).join(', ')}`);
  const first = values.seed ? Number(values.seed) : Date.now() % 1e9;
  const most = values.runs ? Number(values.runs) : Number.POSITIVE_INFINITY;
  const end = Date.now() + Number(values.minutes ?? (values.runs ? 1e6 : 1)) * 60_000;
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  let from = 0;
  for (let i = 0; i < most && Date.now() < end; i++) {
    for (const target of targets) {
      const failure = await attempt(target, first + i);
      counts.set(target.name, (counts.get(target.name) ?? 0) + 1);
      if (!failure) continue;
      const { reason } = failure;
      const told = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
      const key = `${target.name} ${told.split('\n').slice(0, 3).join(' ').replace(/\d+/g, '#')}`;
      if (seen.has(key)) continue;
      seen.add(key);
      console.log(
        `--target ${target.name} --seed ${failure.seed} --runs 1\n${told}\n${JSON.stringify(failure.input)?.slice(0, 4_000)}\n`,
      );
      if (seen.size >= 20) return finish();
    }
    if (i === 200) {
      globalThis.gc?.();
      from = process.memoryUsage().heapUsed;
    }
  }
  return finish();

  async function finish(): Promise<void> {
    for (const target of targets) await target.end?.();
    globalThis.gc?.();
    const grown = from === 0 ? 0 : process.memoryUsage().heapUsed - from;
    if (globalThis.gc && grown > MOST_GROWTH) seen.add(`grown by ${grown} bytes`);
    console.log(
      `seed ${first}; ${[...counts].map(([name, count]) => `${name} ${count}`).join(', ')}; memory +${(grown / 2 ** 20).toFixed(0)} MB; ${seen.size} failures`,
    );
    process.exit(seen.size > 0 ? 1 : 0);
  }
}

if (require.main === module) void main();
