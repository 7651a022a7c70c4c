/** Turns the code and parameters of a finding into words of a language. Knows tables, not the checks that fill them. */

import type { Params } from '../../core/problem.ts';
import { timeInWords } from '../../values/timeWords.ts';
import type { Finding, Fix, Related } from '../check.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/**
 * Templates with `{name}` for a parameter. Parameters are plain data: `name@zh` is a parameter in one of several
 * languages, `name@time` an EDTF time to be worded, `name@times` several; `where` and `topic` name phrases, `doubts` some of the doubts.
 */
export interface Messages {
  /** The tag of the language. */
  readonly language: string;
  /** By code, then by variant; `''` serves every variant without its own. */
  readonly findings: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly related: Readonly<Record<string, string>>;
  readonly fixes: Readonly<Record<string, string>>;
  /** Why a finding on two claims is less sure than its kind; `all` is what a message says of them, `and` joins two. */
  readonly doubts: Readonly<Record<string, string>>;
  /** Parts of messages: where the other side of a finding is, and what both sides are about. */
  readonly phrases: Readonly<Record<string, string>>;
  /** What the editor offers or answers beyond findings. */
  readonly actions: Readonly<Record<string, string>>;
  /** What comes between the words of a template and a parameter, by the characters that meet; as the template has it where absent. */
  readonly between?: (left: string, right: string) => string;
}

export const LANGUAGES: Readonly<Record<string, Messages>> = { en, zh };

export interface Words {
  finding(finding: Finding): string;
  related(related: Related): string;
  fix(fix: Fix): string;
  action(name: string, params?: Params): string;
}

/** The words of the language nearest to the tag `locale`; English where there is none. */
export function wordsIn(locale: string): Words {
  const tables = LANGUAGES[locale.toLowerCase()] ?? LANGUAGES[locale.toLowerCase().split('-')[0]!] ?? en;
  return {
    finding: ({ code, variant, params }) => {
      const variants = tables.findings[code] ?? {};
      return fill(variants[variant] ?? variants[''] ?? code, inWords(params, tables), tables);
    },
    related: ({ message, params }) => fill(tables.related[message] ?? message, inWords(params, tables), tables),
    action: (name, params = {}) => fill(tables.actions[name] ?? name, inWords(params, tables), tables),
    fix: ({ title, params }) => fill(tables.fixes[title] ?? title, inWords(params, tables), tables),
  };
}

/** Parameters that are data, or names for words, in the words of the language. */
function inWords(params: Params, tables: Messages): Params {
  const worded: Record<string, string | number | undefined> = {};
  for (const [name, value] of Object.entries(params)) {
    const at = name.indexOf('@');
    if (at < 0) {
      worded[name] ??= value;
      continue;
    }
    const [bare, tag] = [name.slice(0, at), name.slice(at + 1)];
    if (tag === 'times')
      worded[bare] =
        value &&
        String(value)
          .split(', ')
          .map((time) => timeInWords(time, tables.language))
          .join(', ');
    else if (tag === 'time') worded[bare] = value && timeInWords(String(value), tables.language);
    else if (tag === tables.language || params[`${bare}@${tables.language}`] === undefined) worded[bare] ??= value;
  }
  for (const name of ['where', 'topic']) {
    const phrase = tables.phrases[String(worded[name])];
    if (phrase !== undefined) worded[name] = fill(phrase, worded, tables);
  }
  if (worded.doubts !== undefined) {
    const { doubts } = tables;
    const reasons = String(worded.doubts).split(',').filter(Boolean);
    const said = reasons.map((reason) => doubts[reason] ?? reason).join(doubts.and);
    worded.doubts = said && fill(doubts.all ?? '', { reasons: said }, tables);
  }
  return worded;
}

const LONG = 160;

/** A text out of a document may be long: its ends tell which it is. */
function fill(template: string, params: Params, { between }: Messages): string {
  const given = (name: string) => shortened(String(params[name] ?? ''));
  if (!between) return template.replace(/\{(\w+)\}/g, (_, name: string) => given(name));
  // Words and names of parameters in turn.
  const parts = template.split(/ ?\{(\w+)\} ?/).map((part, i) => (i % 2 === 0 ? part : given(part)));
  return parts.reduce((text, part) => text + (text && part && between(text.at(-1)!, part[0]!)) + part, '');
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= LONG ? line : `${line.slice(0, LONG / 2).trimEnd()} … ${line.slice(-LONG / 3).trimStart()}`;
}
