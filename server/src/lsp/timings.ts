/** How long what the server did has taken: requests from arrival to answer, phases of work. Knows no request's content. */

import type { Message } from 'vscode-languageserver';
import type { Runs } from './cancellation.ts';
import type { PhaseTiming, RequestTiming } from './protocol.ts';

/** Of each kind of request the last so many count for the percentiles. */
const REMEMBERED = 512;

interface Kind {
  count: number;
  most: number;
  readonly last: Float64Array;
}

export class Timings {
  private readonly kinds = new Map<string, Kind>();
  private readonly done: PhaseTiming[] = [];
  /** Told of each request that has been answered; milliseconds. */
  answered: ((method: string, took: number, count: number) => void) | undefined;

  constructor(private readonly now: () => number) {}

  /** The same order of messages, with the time taken of those that want an answer. */
  around(runs: Runs): Runs {
    return {
      get isBusy() {
        return runs.isBusy;
      },
      handleMessage: (message, next) => {
        if (!isRequest(message)) return runs.handleMessage(message, next);
        const { method } = message;
        const from = this.now();
        return runs.handleMessage(message, async (one) => {
          await next(one);
          this.note(method, this.now() - from);
        });
      },
    };
  }

  private note(method: string, took: number): void {
    let kind = this.kinds.get(method);
    if (!kind) {
      kind = { count: 0, most: 0, last: new Float64Array(REMEMBERED) };
      this.kinds.set(method, kind);
    }
    kind.last[kind.count++ % REMEMBERED] = took;
    kind.most = Math.max(kind.most, took);
    this.answered?.(method, took, kind.count);
  }

  /** Begins a phase; what is answered ends it. */
  phase(name: string): (count: number) => void {
    const from = this.now();
    return (count) => {
      this.done.push({ name, count, took: this.now() - from });
      if (this.done.length > 100) this.done.shift();
    };
  }

  phases(): readonly PhaseTiming[] {
    return [...this.done];
  }

  /** The slowest kinds first. */
  requests(): readonly RequestTiming[] {
    return [...this.kinds]
      .map(([method, { count, most, last }]) => {
        const sorted = last.slice(0, Math.min(count, REMEMBERED)).sort();
        const at = (share: number): number =>
          sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
        return { method, count, p50: at(0.5), p95: at(0.95), most };
      })
      .sort((a, b) => b.p95 - a.p95);
  }
}

const isRequest = (message: Message): message is Message & { readonly method: string } =>
  'method' in message && typeof message.method === 'string' && 'id' in message;
