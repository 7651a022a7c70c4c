// Owns how a script ends: with what exit code, and that nothing outlives it. Must not know what it undoes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const pending = new Set();

/** Runs a script's body and ends the process with the exit code it gives. What it throws is said in one message. */
export async function main(body) {
  try {
    process.exit((await body()) ?? 0);
  } catch (error) {
    console.error(process.env.VERBOSE ? error : error.message);
    process.exit(1);
  }
}

/**
 * Runs `undo`, which must be synchronous, when this process ends: normally, by an exception or by a signal.
 * @returns {() => void} runs it now instead
 */
export function onExit(undo) {
  listenOnce();
  pending.add(undo);
  return () => {
    if (pending.delete(undo)) undo();
  };
}

/** A new folder, removed at the end. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'concord-'));
  const remove = onExit(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  return { folder, remove };
}

let listening = false;

function listenOnce() {
  if (listening) return;
  listening = true;
  process.on('exit', () => {
    // Last in, first out: a server ends before its folder goes.
    for (const undo of [...pending].reverse()) {
      try {
        undo();
      } catch (error) {
        console.error(String(error));
      }
    }
  });
  const signals = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };
  for (const [signal, number] of Object.entries(signals)) process.on(signal, () => process.exit(128 + number));
}
