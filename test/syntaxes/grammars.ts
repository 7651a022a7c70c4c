/** Loads the grammars of the project. Knows where they lie and how to walk one, not what they match. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');
const FOLDER = join(ROOT, 'syntaxes');

export interface Rule {
  readonly name?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly while?: string;
  readonly include?: string;
  readonly patterns?: readonly Rule[];
}

export interface Grammar {
  readonly file: string;
  readonly scopeName: string;
  readonly injectionSelector: string;
  readonly patterns: readonly Rule[];
  readonly repository: Readonly<Record<string, Rule>>;
}

export const FILES: readonly string[] = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));

export const pathOf = (file: string): string => join(FOLDER, file);

export function readGrammar(file: string): Grammar {
  return { ...(JSON.parse(readFileSync(pathOf(file), 'utf8')) as Omit<Grammar, 'file'>), file };
}

/** Every rule of a grammar, with its name in the repository. */
export function* rulesOf(grammar: Grammar): Iterable<{ rule: Rule; place: string }> {
  function* below(rule: Rule, place: string): Iterable<{ rule: Rule; place: string }> {
    yield { rule, place };
    for (const [i, inner] of (rule.patterns ?? []).entries()) yield* below(inner, `${place}.${i}`);
  }
  for (const [i, rule] of grammar.patterns.entries()) yield* below(rule, `${grammar.file} ${i}`);
  for (const [name, rule] of Object.entries(grammar.repository)) yield* below(rule, `${grammar.file} #${name}`);
}

/** A regular expression of a grammar as one of JavaScript's; both read these in the same way but for `\G`, which it lacks. */
export const translated = (source: string, flags = 'u'): RegExp => new RegExp(source.replaceAll('\\G', ''), flags);
