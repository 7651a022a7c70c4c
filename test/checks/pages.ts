/** The pages of the checks as the tests read them: title, facts, sections, examples. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const CHECKS_FOLDER = join(__dirname, '../../server/src/checks');

export interface Page {
  /** `quoteAltered.md` */
  readonly name: string;
  readonly text: string;
  readonly title?: string;
  /** What the hover shows. */
  readonly summary: string;
  readonly severity?: string;
  readonly fix?: string;
  readonly sections: readonly { readonly heading: string; readonly text: string }[];
  /** The examples, in the notation of `fixture.ts`, with the line that each begins on. */
  readonly examples: readonly { readonly line: number; readonly source: string }[];
}

export function readPages(): readonly Page[] {
  const names = readdirSync(CHECKS_FOLDER).filter((name) => name.endsWith('.md'));
  return names.sort().map((name) => pageOf(name, readFileSync(join(CHECKS_FOLDER, name), 'utf8')));
}

const FENCE = /^(`{3,})concord\n([\s\S]*?)^\1$/gm;

function pageOf(name: string, text: string): Page {
  const facts = /^Severity: (\w+)\. Fix: (.+)\.$/m.exec(text);
  const prose = text.replace(FENCE, '');
  const [, ...parts] = prose.split(/^## /m);
  return {
    name,
    text,
    title: /^# (.+)\n/.exec(text)?.[1],
    summary: prose.split('\n\n')[1] ?? '',
    severity: facts?.[1],
    fix: facts?.[2],
    sections: parts.map((part) => {
      const end = part.indexOf('\n');
      return { heading: part.slice(0, end), text: part.slice(end).trim() };
    }),
    examples: [...text.matchAll(FENCE)].map(({ index, 2: source }) => ({
      line: text.slice(0, index).split('\n').length,
      source: source!,
    })),
  };
}
