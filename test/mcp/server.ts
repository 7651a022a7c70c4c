/** The command as `npm run build` makes it, serving a folder to the protocol library's own client. */

import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import type { Metafile } from 'esbuild';
import { bundleCommandLine } from '../../server/build.mjs';
import { CHECKOUT, remove, temporaryFolder } from '../cli/program.ts';

export interface Built {
  readonly script: string;
  readonly meta: Metafile;
  remove(): void;
}

/** Both bundles, with what the build leaves out of them, and the pages of the checks beside them. */
export async function buildCommand(): Promise<Built> {
  const folder = temporaryFolder();
  const [meta] = await bundleCommandLine({ outdir: join(folder, 'dist'), sourcemap: false });
  mkdirSync(join(folder, 'server'), { recursive: true });
  symlinkSync(join(CHECKOUT, 'server/src'), join(folder, 'server/src'));
  return { script: join(folder, 'dist/server/src/cli.js'), meta: meta!, remove: () => remove(folder) };
}

/** What a tool has answered. */
export interface Told {
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: what a program would get.
  readonly data: any;
  readonly isError: boolean;
}

export class Assistant {
  readonly client: Client;
  readonly transport: StdioClientTransport;
  stderr = '';

  constructor(script: string, args: readonly string[], capabilities: object = {}) {
    this.client = new Client({ name: 'test', version: '1' }, { capabilities });
    const { PATH = '' } = process.env;
    this.transport = new StdioClientTransport({
      command: process.execPath,
      args: [script, 'mcp', ...args],
      env: { PATH },
      stderr: 'pipe',
    });
    this.transport.stderr?.on('data', (piece) => {
      this.stderr += piece;
    });
  }

  async connect(): Promise<this> {
    await this.client.connect(this.transport);
    // The client holds every answer against the shape that was listed.
    await this.client.listTools();
    return this;
  }

  async call(name: string, args: object = {}): Promise<Told> {
    const { content, structuredContent, isError } = await this.client.callTool({
      name,
      arguments: args as Record<string, unknown>,
    });
    const [first] = content as { readonly text: string }[];
    return { text: first!.text, data: structuredContent, isError: isError === true };
  }

  close(): Promise<void> {
    return this.client.close();
  }
}

/** Of every file in a folder: what it holds, and when it was written. */
export function stateOf(folder: string): string {
  const hash = createHash('sha256');
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).sort((a, b) =>
    join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1,
  )) {
    const path = join(entry.parentPath, entry.name);
    hash.update(`${path}\0${entry.isFile() ? statSync(path).mtimeMs : ''}\0`);
    if (entry.isFile()) hash.update(readFileSync(path));
  }
  return hash.digest('hex');
}
