/** A language client over standard input and output, just enough to measure and test a server with. */

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
  stop(): Promise<void>;
}

export function startServer(command: string, args: readonly string[], cwd = process.cwd()): ServerProcess {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'], cwd });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout!),
    new StreamMessageWriter(child.stdin!),
  );
  connection.listen();
  return {
    connection,
    process: child,
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      try {
        await connection.sendRequest('shutdown');
        await connection.sendNotification('exit');
      } catch {
        child.kill();
      }
      const timer = setTimeout(() => child.kill('SIGKILL'), 3_000);
      await gone;
      clearTimeout(timer);
      connection.dispose();
    },
  };
}

/** Milliseconds by rank: `quantile(times, 0.95)`. */
export function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
