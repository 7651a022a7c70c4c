/** Turns the code and parameters of a finding into words of a language. Knows tables, not the checks that fill them. */

import type { Params } from '../../core/problem.ts';
import { inARow, insideTitle } from '../../core/seams.ts';
import { timeInWords } from '../../values/timeWords.ts';
import type { Finding, Fix, Related } from '../engine/check.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/**
 * Templates with `{name}` for a parameter. Parameters are plain data: `name@zh` is a parameter in one of several
 * languages, `name@time` an EDTF time to be worded, `name@times` several, `name@list` texts on a line each; `where`,
 * `topic` and `fault` name phrases, `doubts` some of the doubts, and `reason` is what the machine objects, in English.
 * Where a parameter meets a text of another script, the space that belongs there is set: templates have none for it.
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
  /** Between the items of a list. */
  readonly list: string;
  /** Between clauses. */
  readonly clause: string;
  /** What is wrong with YAML, by the parser's code for it; `''` is for all others. */
  readonly faults: Readonly<Record<string, string>>;
  /** Why the machine gives no text, by what it says in English; `{detail}` is a number or code in it. */
  readonly reasons: Readonly<Record<string, string>>;
  /** Parts of messages: where the other side of a finding is, and what both sides are about. */
  readonly phrases: Readonly<Record<string, string>>;
  /** What the editor offers or answers beyond findings. */
  readonly actions: Readonly<Record<string, string>>;
}

export const LANGUAGES: Readonly<Record<string, Messages>> = { en, zh };

export interface Words {
  finding(finding: Finding): string;
  related(related: Related): string;
  fix(fix: Fix): string;
  action(name: string, params?: Params): string;
  /** Items in a row. */
  list(items: readonly string[]): string;
  clauses(items: readonly string[]): string;
}

/** The words of the language nearest to the tag `locale`; English where there is none. */
export function wordsIn(locale: string): Words {
  const [language = ''] = locale.toLowerCase().split(/[-_.@]/);
  const tables = Object.hasOwn(LANGUAGES, language) ? LANGUAGES[language]! : en;
  return {
    finding: ({ code, variant, params }) => {
      const variants = tables.findings[code] ?? {};
      return fill(variants[variant] ?? variants[''] ?? code, inWords(params, tables));
    },
    related: ({ message, params }) => fill(tables.related[message] ?? message, inWords(params, tables)),
    action: (name, params = {}) => fill(tables.actions[name] ?? name, inWords(params, tables)),
    list: (items) => items.join(tables.list),
    clauses: (items) => items.join(tables.clause),
    fix: ({ title, params }) => fill(tables.fixes[title] ?? title, inWords(params, tables)),
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
          .join(tables.list);
    else if (tag === 'list') worded[bare] = value && String(value).split('\n').join(tables.list);
    else if (tag === 'time') worded[bare] = value && timeInWords(String(value), tables.language);
    else if (tag === tables.language || params[`${bare}@${tables.language}`] === undefined) worded[bare] ??= value;
  }
  for (const name of ['where', 'topic']) {
    const phrase = tables.phrases[String(worded[name])];
    if (phrase !== undefined) worded[name] = fill(phrase, worded);
  }
  if (worded.fault !== undefined) worded.fault = tables.faults[worded.fault] ?? tables.faults[''];
  if (worded.reason !== undefined) worded.reason = reasonIn(String(worded.reason), tables);
  if (worded.doubts !== undefined) {
    const { doubts } = tables;
    const reasons = String(worded.doubts).split(',').filter(Boolean);
    const said = reasons.map((reason) => doubts[reason] ?? reason).join(doubts.and);
    worded.doubts = said && fill(doubts.all ?? '', { reasons: said });
  }
  return worded;
}

/** As the machine says it where the table has no words for it. */
function reasonIn(reason: string, { reasons }: Messages): string {
  const own = Object.hasOwn(reasons, reason) ? reasons[reason] : undefined;
  if (own !== undefined) return own;
  for (const [said, worded] of Object.entries(reasons)) {
    const [before, after] = said.split('{detail}');
    if (after === undefined || !reason.startsWith(before!) || !reason.endsWith(after)) continue;
    return fill(worded, { detail: reason.slice(before!.length, reason.length - after.length) });
  }
  return reason;
}

const LONG = 160;

/** A text out of a document may be long: its ends tell which it is. */
function fill(template: string, params: Params): string {
  const pieces = template.split(/\{(\w+)\}/);
  return inARow(
    pieces.map((piece, i) => {
      if (i % 2 === 0) return piece;
      const given = shortened(String(params[piece] ?? ''));
      return pieces[i - 1]!.endsWith('《') ? insideTitle(given) : given;
    }),
  );
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= LONG ? line : `${line.slice(0, LONG / 2).trimEnd()} … ${line.slice(-LONG / 3).trimStart()}`;
}
