/** Answers what took how long, and keeps the last errors as far as a stranger may see them. Measures nothing itself. */

import type { Connection } from 'vscode-languageserver';
import type { Environment } from './environment.ts';
import { PERFORMANCE, type Performance } from './protocol.ts';
import type { Session } from './session.ts';

const MOST_ERRORS = 10;

/** The last errors, without anything that may be somebody's own. */
export class Errors {
  private readonly last: string[] = [];

  note(reason: unknown): void {
    this.last.push(shortened(reason));
    if (this.last.length > MOST_ERRORS) this.last.shift();
  }

  all(): readonly string[] {
    return [...this.last];
  }
}

/** Errors of the language speak of code alone; what others say may quote a document. */
const OF_CODE = new Set(['TypeError', 'RangeError', 'ReferenceError']);

/** An error with its stack, and of each path no more than the name of the file. */
export function shortened(reason: unknown): string {
  if (!(reason instanceof Error)) return typeof reason;
  const said = OF_CODE.has(reason.name) ? `: ${reason.message.slice(0, 200)}` : '';
  const frames = (reason.stack ?? '').split('\n').filter((line) => /^\s{1,9}at /.test(line));
  return [reason.name + said, ...frames.slice(0, 12).map(withoutFolders)].join('\n');
}

/** `at f (/home/x/y.js:1:2)` without what stands before the name of the file, whatever folders are called. */
function withoutFolders(line: string): string {
  const open = line.indexOf(' (');
  const head = open < 0 ? '    at ' : line.slice(0, open + 2);
  const place = open < 0 ? line.replace(/^\s{1,9}at /, '') : line.slice(open + 2);
  return (/[/\\]/.test(head) ? '    at ' : head) + place.split(/[/\\]/).at(-1);
}

export function registerPerformance(
  connection: Connection,
  session: Session,
  { timings, memory }: Pick<Environment, 'timings' | 'memory'>,
  errors: Errors,
  version: string,
): void {
  if (timings) {
    timings.answered = (method, took, count) =>
      connection.tracer.log(`${method}: ${took.toFixed(2)} ms, number ${count} of its kind`);
  }
  connection.onRequest(PERFORMANCE, (): Performance => {
    const bytes = memory?.();
    return {
      version,
      phases: timings?.phases() ?? [],
      requests: timings?.requests() ?? [],
      corpora: session.corpora.map(({ corpus }) => {
        let claims = 0;
        for (const facts of corpus.documents.values()) claims += facts.claims.length;
        return { documents: corpus.documents.size, entities: corpus.records.size, claims };
      }),
      openDocuments: session.openUris().length,
      ...(bytes && { memory: bytes }),
      errors: errors.all(),
    };
  });
}
