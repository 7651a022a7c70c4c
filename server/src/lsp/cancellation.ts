/** Requests that the client has withdrawn: how they are answered, and how they are noticed before they are worked on. */

import { type CancellationToken, LSPErrorCodes, type Message, ResponseError } from 'vscode-languageserver';

export const cancelled = <E = void>(): ResponseError<E> =>
  new ResponseError<E>(LSPErrorCodes.RequestCancelled, 'Cancelled by the client');

/** A handler that is spared the work where nobody waits for it any more. */
export function unlessCancelled<P, R>(
  handle: (params: P) => R,
): (params: P, token: CancellationToken) => R | ResponseError<void> {
  return (params, token) => (token.isCancellationRequested ? cancelled() : handle(params));
}

/** So many turns of the event loop without a message end a run of messages. */
const QUIET_TURNS = 3;
/** A run is worked on after so many messages even if it goes on. */
const LONGEST_RUN = 64;

export interface Runs {
  handleMessage(message: Message, next: (message: Message) => void | Promise<void>): void;
  /** Whether messages wait to be worked on. */
  readonly isBusy: boolean;
}

/**
 * Works on messages in the order they came, one each turn, but only when those that came with them have been read too:
 * what is cancelled in the same breath is then known to be when its turn comes. `turn` lets the event loop go round once.
 */
export function inRuns(turn: (then: () => void) => void): Runs {
  const waiting: (() => void)[] = [];
  let quiet = 0;
  /** How many of those that wait belong to the run that is being worked on. */
  let left = 0;
  const step = () => {
    if (left === 0) {
      if (++quiet < QUIET_TURNS && waiting.length < LONGEST_RUN) {
        turn(step);
        return;
      }
      left = waiting.length;
    }
    left--;
    waiting.shift()?.();
    if (waiting.length > 0) turn(step);
  };
  return {
    get isBusy() {
      return waiting.length > 0;
    },
    handleMessage(message, next) {
      // An answer is waited for by work that has begun, and comes before no other message by being early.
      if (!('method' in message)) {
        void next(message);
        return;
      }
      quiet = 0;
      waiting.push(() => void next(message));
      if (waiting.length === 1) turn(step);
    },
  };
}

/** Turns of the event loop that a message needs from the stream to where it is known to wait. */
const ARRIVAL = 4;
/** Milliseconds after which work goes on though messages keep coming. */
const LONGEST_PAUSE = 50;

/** Resolves when no message waits, or has come for a while. */
export async function quiet(messages: Runs, turn: (then: () => void) => void): Promise<void> {
  const end = Date.now() + LONGEST_PAUSE;
  for (let turns = 0; turns < ARRIVAL && Date.now() < end; turns = messages.isBusy ? 0 : turns + 1) {
    await new Promise<void>((resolve) => turn(resolve));
  }
}
