/** The one repair that broken YAML can be given safely: quotation marks around a value that YAML takes for something else. */

import type { Span } from '../text.ts';
import type { YamlFault } from '../yaml.ts';

export interface QuotingFix {
  readonly reason: 'block-scalar' | 'reserved-character' | 'colon' | 'inner-quotes';
  readonly span: Span;
  readonly newText: string;
}

/** `key: `, perhaps after list dashes, then the value up to the end of the line. */
const KEY_AND_VALUE = /^([ ]*(?:- +)*[\p{L}\p{N}_.-]+[ ]*: +)(\S.*)$/u;

/** How to quote the value on the line of `fault`, or undefined where quoting is not what it lacks. */
export function quotingFix(fault: YamlFault, text: string): QuotingFix | undefined {
  let start = fault.span.start;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  let end = start;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
  const match = KEY_AND_VALUE.exec(text.slice(start, end));
  if (!match) return undefined;
  // What follows a space and a number sign is a comment, and stays one.
  const value = match[2]!.split(/[ \t]#/, 1)[0]!.trimEnd();
  const span = { start: start + match[1]!.length, end: start + match[1]!.length + value.length };
  const reason = reasonOf(fault, value);
  return reason && { reason, span, newText: quoted(reason === 'inner-quotes' ? withoutOuter(value) : value) };
}

function reasonOf(fault: YamlFault, value: string): QuotingFix['reason'] | undefined {
  if (fault.code === 'EMPTY_BLOCK_SCALAR') return 'block-scalar';
  if (/^[>|][^\s+-]/.test(value) && !/^[>|][1-9][+-]?(\s|$)/.test(value)) return 'block-scalar';
  if (fault.code === 'BAD_SCALAR_START' || (fault.code === 'BAD_ALIAS' && value.startsWith('*'))) {
    return 'reserved-character';
  }
  if (fault.code === 'UNEXPECTED_TOKEN') {
    // Emphasis and links, as they come with words that are copied from a text: YAML takes them for aliases and lists.
    if (/^\*\S* +[^\s#]/.test(value) || /^\[[^[\]]*\]\(/.test(value)) return 'reserved-character';
    if (/^"[^"\\]*" *[^\s#]/.test(value) || /^'[^']*' *[^\s#']/.test(value)) return 'inner-quotes';
    return undefined;
  }
  return !/^["'[{&*!|>]/.test(value) && fault.code === 'BLOCK_AS_IMPLICIT_KEY' ? 'colon' : undefined;
}

/** Words that are quoted as a whole keep their inner quotation marks only; what begins with quoted words keeps all. */
const withoutOuter = (value: string): string =>
  /^".*"$/.test(value) && !value.includes('\\') ? value.slice(1, -1) : value;
const quoted = (value: string): string => (/["\\]/.test(value) ? single(value) : `"${value}"`);
const single = (value: string): string => `'${value.replace(/'/g, "''")}'`;
