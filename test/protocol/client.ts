/** A language client over standard input and output, just enough to measure and test a server with. Knows no server. */

import { type ChildProcess, spawn } from 'node:child_process';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

export interface ServerProcess {
  readonly connection: MessageConnection;
  readonly process: ChildProcess;
  /** The code that the process ends with; null where a signal ended it. */
  readonly exit: Promise<number | null>;
  stop(): Promise<void>;
  kill(): void;
}

export function startServer(command: string, args: readonly string[], cwd = process.cwd()): ServerProcess {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'], cwd });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout!),
    new StreamMessageWriter(child.stdin!),
  );
  // What is written to a server that is going is nobody's failure.
  child.stdin!.on('error', () => undefined);
  connection.onError(() => undefined);
  connection.listen();
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return {
    connection,
    process: child,
    exit,
    async stop() {
      const timer = setTimeout(() => child.kill('SIGKILL'), 3_000);
      if (child.exitCode === null && child.signalCode === null) {
        await Promise.race([
          connection
            .sendRequest('shutdown')
            .then(() => connection.sendNotification('exit'))
            .catch(() => child.kill()),
          exit,
        ]);
        await exit;
      }
      clearTimeout(timer);
      connection.dispose();
    },
    kill() {
      connection.dispose();
      child.kill('SIGKILL');
    },
  };
}

/** Milliseconds by rank: `quantile(times, 0.95)`. */
export function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
