/** The Model Context Protocol on two streams, until the one that comes in ends. Knows what is offered, not what is answered. */

import type { Readable, Writable } from 'node:stream';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { Desk } from '../desk.ts';
import { registerConfirmation } from './confirm.ts';
import { INSTRUCTIONS } from './guide.ts';
import { registerPrompts } from './prompts.ts';
import { registerResources } from './resources.ts';
import { registerTools } from './tools.ts';
import { Turns } from './turns.ts';

export interface Line {
  readonly input: Readable;
  readonly output: Writable;
  /** For whoever looks after the server; never `output`. */
  log(text: string): void;
  /** Lets what has come in be heard. */
  pause(): Promise<void>;
}

export interface ServeOptions {
  readonly version: string;
  /** Whether a person may be asked, through the assistant's program, to have a proposal written. */
  readonly confirm: boolean;
}

/** More parts than this no question has. */
const MOST_ELEMENTS = 20_000;

/** The exit code, once `input` has ended and everything has been answered. */
export async function serveMcp(desk: Desk, line: Line, { version, confirm }: ServeOptions): Promise<number> {
  const { input, output, log } = line;
  const server = new McpServer(
    { name: 'concord', title: `Concord: ${desk.name}`, version },
    {
      instructions: INSTRUCTIONS,
      maxToolInputElements: MOST_ELEMENTS,
      // What comes back from a person is read where it is asked for; no code is made of a schema.
      jsonSchemaValidator: {
        getValidator: () => (data) => ({ valid: true, data: data as never, errorMessage: undefined }),
      },
    },
  );
  const turns = new Turns(line.pause);
  const service = { desk, turns, log };
  registerTools(server, service, confirm);
  registerResources(server, service);
  registerPrompts(server, service);
  if (confirm) registerConfirmation(server, service);
  server.server.onerror = (reason) => log(`protocol: ${firstLine(reason.message)}`);
  let isBroken = false;
  const ended = new Promise<void>((resolve) => {
    server.server.onclose = () => {
      isBroken = true;
      resolve();
    };
    for (const event of ['end', 'close'] as const) input.once(event, resolve);
  });
  await server.connect(new StdioServerTransport(input, output));
  await ended;
  if (isBroken) return 2;
  // What has been asked is still answered.
  await line.pause();
  await turns.idle();
  await line.pause();
  server.server.onclose = () => {};
  await server.close();
  return 0;
}

const firstLine = (text: string): string => text.split('\n', 1)[0]!.slice(0, 300);
