/** A machine in memory for the command line: files by absolute path, and what was written to its streams. */

import { dirname } from 'node:path/posix';
import type { Environment, Files, Memory, Threads } from '../../server/src/cli/environment.ts';
import { main } from '../../server/src/cli/main.ts';
import { readHtml } from '../../server/src/html.ts';

export interface Outcome {
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  readonly files: ReadonlyMap<string, string>;
}

export interface Machine {
  readonly files?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly variables?: Readonly<Record<string, string>>;
  /** The pages of checks, by code. */
  readonly pages?: Readonly<Record<string, string>>;
  /** Other threads, given the files that they see. */
  readonly threads?: (files: Files) => Threads;
  /** What earlier runs left on the machine, by key; this one adds to it. */
  readonly remembered?: Map<string, string>;
  /** What comes in on standard input. */
  readonly input?: string | Uint8Array;
  /** Files that are no UTF-8 text, named as `files` are. */
  readonly bytes?: Readonly<Record<string, Uint8Array>>;
  /** What a person at the terminal answers; without it there is none. */
  readonly answer?: boolean;
  /** Listing files throws this. */
  readonly fault?: string;
  /** Somebody else writes into every file meanwhile. */
  readonly changing?: boolean;
  /** Nothing can be written. */
  readonly readOnly?: boolean;
}

/** Runs `concord` with the arguments, in `/desk` unless told. Files are named from there or absolutely. */
export async function concord(argv: readonly string[], machine: Machine = {}): Promise<Outcome> {
  const at = (path: string) => (path.startsWith('/') ? path : `/desk/${path}`);
  const files = new Map(Object.entries(machine.files ?? {}).map(([path, text]) => [at(path), text]));
  const bytes = new Map(Object.entries(machine.bytes ?? {}).map(([path, content]) => [at(path), content]));
  const written = { stdout: '', stderr: '' };
  const into = (stream: 'stdout' | 'stderr') => ({
    write(piece: string | Uint8Array) {
      written[stream] += typeof piece === 'string' ? piece : new TextDecoder().decode(piece);
    },
  });
  const isFolder = (path: string) =>
    path === '/' || path === '/desk' || [...files.keys()].some((file) => file.startsWith(`${path}/`));
  const disk: Files = {
    kindOf: (path) => (files.has(path) || bytes.has(path) ? 'file' : isFolder(path) ? 'folder' : undefined),
    realPath: (path) => path,
    list: (folder) => {
      if (machine.fault !== undefined) throw new Error(machine.fault);
      const prefix = folder === '/' ? folder : `${folder}/`;
      return [...files.keys()]
        .filter((path) => path.startsWith(prefix))
        .map((path) => path.slice(prefix.length))
        .sort();
    },
    read: (path) => {
      const text = files.get(path);
      return text === undefined ? { problem: 'it is not there any more' } : { text };
    },
    readBytes: (path) => {
      const found = bytes.get(path) ?? files.get(path);
      return found === undefined ? { problem: 'it is not there any more' } : { bytes: bytesOf(found) };
    },
    create: (path, text) => {
      if (files.has(path)) return false;
      if (files.has(dirname(path))) throw Object.assign(new Error('no folder'), { code: 'ENOTDIR', path });
      files.set(path, text);
      return true;
    },
    replace: (path, before, text) => {
      if (files.get(path) !== before || machine.changing) return false;
      files.set(path, text);
      return true;
    },
    replaceAll: (all) => {
      const changed = all.filter(({ path, before }) => files.get(path) !== before || machine.changing);
      if (changed.length > 0) return changed.map(({ path }) => path);
      for (const { path, text } of all) {
        if (machine.readOnly) throw Object.assign(new Error('read only'), { code: 'EACCES', path });
        files.set(path, text);
      }
      return [];
    },
    isTaken: (path) => disk.kindOf(path) !== undefined,
    isEmpty: (folder) => ![...files.keys()].some((path) => path.startsWith(`${folder}/`)),
    move: (from, to) => {
      const text = files.get(from);
      if (text === undefined || files.has(to)) return false;
      files.set(to, text);
      return files.delete(from);
    },
    remove: (path, text) => files.get(path) === text && files.delete(path),
    stage: (path) => {
      if (files.has(dirname(path))) throw Object.assign(new Error('no folder'), { code: 'ENOTDIR', path });
      const pieces: Uint8Array[] = [];
      const before = files.get(path);
      let isThere = false;
      return {
        write: (piece) => void pieces.push(bytesOf(piece)),
        finish: () => {},
        commit: (replaces) => {
          if (machine.changing || (files.has(path) && !replaces)) return false;
          files.set(path, Buffer.concat(pieces).toString('utf8'));
          isThere = true;
          return true;
        },
        close: () => {},
        discard: () => {
          if (!isThere) return;
          if (before === undefined) files.delete(path);
          else files.set(path, before);
        },
      };
    },
  };
  const environment: Environment = {
    argv,
    cwd: machine.cwd ?? '/desk',
    program: ['/bin/node', '/bin/concord.js'],
    stdout: into('stdout'),
    stderr: into('stderr'),
    isTTY: machine.isTTY ?? false,
    columns: machine.columns,
    variables: machine.variables ?? {},
    files: disk,
    git: { run: () => undefined },
    threads: machine.threads?.(disk),
    ...(machine.remembered && { memory: memoryOf(machine.remembered) }),
    readInput: () => ({ bytes: bytesOf(machine.input ?? '') }),
    ...(machine.answer !== undefined && {
      confirm: async (question) => {
        written.stderr += question;
        return machine.answer!;
      },
    }),
    loadHtmlReader: async () => readHtml,
    page: (code) => machine.pages?.[code],
    siteAssets: () => ({ style: 'body{}', script: '' }),
    watch: () => ({ close() {} }),
    interrupted: async () => {},
    startServer: async () => {
      written.stderr += 'server started';
    },
    startMcp: async ({ folder, confirm }) => {
      written.stderr += `serving ${folder}${confirm ? ', may ask' : ''}`;
      return 0;
    },
  };
  const code = await main(environment);
  return { code, ...written, files };
}

function memoryOf(known: Map<string, string>): Memory {
  return {
    keyOf: (parts) => JSON.stringify([...parts].map((part) => (typeof part === 'string' ? part : [...part].join(' ')))),
    recall: (key) => known.get(key),
    remember: (key, text) => void known.set(key, text),
  };
}

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

/** The object that `--format json` printed, which has to be all that it printed. */
// biome-ignore lint/suspicious/noExplicitAny: what a program would get.
export const parsed = ({ stdout }: { readonly stdout: string }): any => JSON.parse(stdout);
