/** Prompts that a person can choose: annotate a document, go through findings, compare what sources say. */

import { completable } from '@modelcontextprotocol/sdk/server/completable.js';
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import * as z from 'zod';
import type { Steps } from '../../features/steps.ts';
import { annotatePrompt, comparePrompt, reviewPrompt } from './guide.ts';
import type { Service } from './tools.ts';

const MOST = 50;

export function registerPrompts(server: McpServer, { desk, turns }: Service): void {
  const never = new AbortController().signal;
  const found = (begin: () => Steps<readonly string[]>): Promise<string[]> =>
    turns.run(begin, never).then(
      (all) => [...all],
      () => [],
    );
  const documents = (letters: string | undefined) =>
    found(() => desk.documentPaths((letters ?? '').slice(0, 300), MOST));
  const entities = (letters: string | undefined) => found(() => desk.entityIds((letters ?? '').slice(0, 300), MOST));
  const said = (text: string) => ({ messages: [{ role: 'user' as const, content: { type: 'text' as const, text } }] });
  const path = z.string().min(1).max(1_000);

  server.registerPrompt(
    'annotate_document',
    {
      title: 'Annotate a document',
      description: 'Reads a document and proposes mentions and claims for it, for you to confirm.',
      argsSchema: { document: completable(path.describe('Its path from the root of the corpus.'), documents) },
    },
    ({ document }) => said(annotatePrompt(document)),
  );
  server.registerPrompt(
    'review_findings',
    {
      title: 'Go through findings',
      description: 'Explains the findings of a document, or of the corpus, and what could be done about each.',
      argsSchema: { file: completable(path.optional().describe('A document; all without one.'), documents) },
    },
    ({ file }) => said(reviewPrompt(file)),
  );
  server.registerPrompt(
    'compare_sources',
    {
      title: 'Compare what sources say',
      description: 'What the documents say of somebody or something, and where they disagree.',
      argsSchema: { entity: completable(z.string().min(1).max(300).describe('An id or a name.'), entities) },
    },
    ({ entity }) => said(comparePrompt(entity)),
  );
}
