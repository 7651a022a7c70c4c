/**
 * Asks a person, through the assistant's program, whether a proposal is to be written, with all that it would write.
 * Only where the server was started with that wish, and only on an explicit yes.
 */

import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { confirmInput } from './inputs.ts';
import { confirmOutput } from './outputs.ts';
import { type Service, wordsFor } from './tools.ts';

/** What somebody reads in a dialogue. */
const MOST_CHARACTERS = 30_000;
const PATIENCE_MS = 15 * 60_000;

export function registerConfirmation(server: McpServer, service: Service): void {
  const { desk, turns, log } = service;
  const outcome = (written: boolean, files: readonly string[], reason: string): CallToolResult => ({
    content: [{ type: 'text', text: reason }],
    structuredContent: { written, files, reason },
  });
  const refusal = (text: string): CallToolResult => ({ content: [{ type: 'text', text }], isError: true });

  server.registerTool(
    'confirm_proposal',
    {
      title: 'Ask the person to confirm a proposal',
      description:
        'Asks the person whether a proposal of propose_annotations is to be written, and shows them all that it would write. It is written only on their explicit yes, and only if no file has changed since. You cannot answer for them.',
      inputSchema: confirmInput,
      outputSchema: confirmOutput,
      annotations: {
        title: 'Ask the person to confirm a proposal',
        readOnlyHint: false,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: false,
      },
    },
    async ({ proposal_id: id }, { signal }) => {
      try {
        if (!server.server.getClientCapabilities()?.elicitation)
          return refusal('This program cannot ask its user. The person writes a proposal with concord apply.');
        const message = await turns.run(() => desk.question(id), signal);
        if (message.length > MOST_CHARACTERS)
          return refusal('It is too long to be shown in a dialogue. The person writes it with concord apply.');
        const answer = await server.server.elicitInput(
          { message: `Write these annotations?\n\n${message}`, requestedSchema: QUESTION },
          { signal, timeout: PATIENCE_MS },
        );
        if (answer.action !== 'accept' || answer.content?.write !== true)
          return outcome(false, [], 'The person did not confirm it: nothing was written.');
        const files = await turns.run(() => desk.write(id), signal);
        return outcome(true, files, `Written, as the person confirmed: ${files.join(', ')}.`);
      } catch (reason) {
        return refusal(wordsFor(reason, desk, log));
      }
    },
  );
}

const QUESTION = {
  type: 'object' as const,
  properties: {
    write: {
      type: 'boolean' as const,
      title: 'Write these annotations into the files',
      description: 'I have read the changes above.',
      default: false,
    },
  },
  required: ['write'],
};
