/** Turns the code and parameters of a finding into words of a language. Knows tables, not the checks that fill them. */

import type { Params } from '../../core/problem.ts';
import type { Finding, Fix, Related } from '../check.ts';
import { en } from './en.ts';

/** Templates with `{name}` for a parameter. */
export interface Messages {
  /** By code, then by variant; `''` serves every variant without its own. */
  readonly findings: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly related: Readonly<Record<string, string>>;
  readonly fixes: Readonly<Record<string, string>>;
  /** Why a finding on two claims is less sure than its kind. */
  readonly doubts: Readonly<Record<string, string>>;
  /** Where the other side of a finding is. */
  readonly places: { readonly here: string; readonly there: string };
  /** What the editor offers or answers beyond findings. */
  readonly actions: Readonly<Record<string, string>>;
}

export const LANGUAGES: Readonly<Record<string, Messages>> = { en };

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
      return fill(variants[variant] ?? variants[''] ?? code, inWords(params, tables));
    },
    related: ({ message, params }) => fill(tables.related[message] ?? message, params),
    action: (name, params = {}) => fill(tables.actions[name] ?? name, params),
    fix: ({ title, params }) => fill(tables.fixes[title] ?? title, params),
  };
}

/** Parameters that are names for words, in the words of the language. */
function inWords(params: Params, { doubts, places }: Messages): Params {
  if (params.doubts === undefined) return params;
  const reasons = String(params.doubts).split(',').filter(Boolean);
  const said = reasons.map((reason) => doubts[reason] ?? reason).join('; ');
  const where = params.same === 1 ? places.here : fill(places.there, { title: params.where });
  return { ...params, doubts: said && ` (${said})`, where };
}

const LONG = 160;

/** A text out of a document may be long: its ends tell which it is. */
function fill(template: string, params: Params): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => shortened(String(params[name] ?? '')));
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= LONG ? line : `${line.slice(0, LONG / 2).trimEnd()} … ${line.slice(-LONG / 3).trimStart()}`;
}
