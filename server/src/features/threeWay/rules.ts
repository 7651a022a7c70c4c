/** How what stands under each key is merged: by key, as a set, claim by claim, or as a whole. Knows keys, not YAML's styles. */

import { CLAIM_ORDER } from '../../core/edit/claimKeys.ts';
import { DOCUMENT_KEYS } from '../../core/frontMatter.ts';
import type { FileKind } from '../../core/layout.ts';
import { RECORD_KEYS } from '../../core/record.ts';

export type Rule =
  /** One thing: where both sides have changed it, they contradict each other. A map of another tool goes by its keys. */
  | { readonly kind: 'value' }
  | {
      readonly kind: 'map';
      readonly rules: Readonly<Record<string, Rule>>;
      readonly other: Rule;
      readonly order?: readonly string[];
    }
  /** Texts without an order that means anything; a single one may stand alone. */
  | { readonly kind: 'set' }
  /** A list without an order that means anything; what is no list is one thing. */
  | { readonly kind: 'list' }
  /** Texts, or texts by language. */
  | { readonly kind: 'names' }
  /** What an entity is called in a document: texts, or texts under `as`, `sic`, `not` and `here`. */
  | { readonly kind: 'forms' }
  | { readonly kind: 'declarations' }
  | { readonly kind: 'claims' }
  | { readonly kind: 'claim' };

const VALUE: Rule = { kind: 'value' };
const SET: Rule = { kind: 'set' };
const CLAIMS: Rule = { kind: 'claims' };
const ANY: Rule = { kind: 'map', rules: {}, other: VALUE };

/** Exceptions, by the code of the finding. */
const ACCEPT: Rule = { kind: 'map', rules: {}, other: { kind: 'list' } };

const RECORD: Rule = {
  kind: 'map',
  rules: {
    aliases: { kind: 'names' },
    'same-as': SET,
    'distinct-from': SET,
    facts: CLAIMS,
    name: ANY,
    description: ANY,
  },
  other: VALUE,
  order: RECORD_KEYS,
};

export const RULES: Readonly<Record<FileKind, Rule>> = {
  document: {
    kind: 'map',
    rules: { entities: { kind: 'declarations' }, claims: CLAIMS, source: ANY, accept: ACCEPT },
    other: VALUE,
    order: DOCUMENT_KEYS,
  },
  records: { kind: 'map', rules: {}, other: RECORD },
  settings: {
    kind: 'map',
    rules: { exclude: SET, checks: ANY, units: ANY, types: ANY, properties: ANY },
    other: VALUE,
  },
};

/** The keys of a claim that stand beside what it states: whoever adds to them has not changed the claim. */
const BESIDE: Readonly<Record<string, Rule>> = { accept: ACCEPT, claims: CLAIMS, see: SET };

/** The rule of a claim's key; undefined where it is part of what the claim states. */
export const besideClaim = (key: string): Rule | undefined =>
  Object.hasOwn(BESIDE, key) ? BESIDE[key] : key === 'note' ? VALUE : undefined;

export function ruleUnder(rule: Rule, key: string): Rule {
  switch (rule.kind) {
    case 'map':
      return Object.hasOwn(rule.rules, key) ? rule.rules[key]! : rule.other;
    case 'names':
    case 'forms':
      return SET;
    case 'claim':
      return besideClaim(key) ?? VALUE;
    case 'declarations':
      return { kind: 'forms' };
    case 'claims':
      return { kind: 'claim' };
    default:
      return VALUE;
  }
}

/** The place of a key among those that have an order; undefined where nothing has one. */
export function rankOf(rule: Rule, key: string): number | undefined {
  const order: readonly string[] | undefined =
    rule.kind === 'claim' ? CLAIM_ORDER : rule.kind === 'map' ? rule.order : undefined;
  if (!order) return undefined;
  const rank = order.indexOf(key);
  const others = order.indexOf('*');
  return rank >= 0 ? rank : others >= 0 ? others : order.length;
}
