/** Completes the keys of maps: those that the format has there, and the qualifiers of a claim's property. */

import { CLAIM_ORDER } from '../../core/edit/claims.ts';
import { kindsInWords } from '../hovers/vocabulary.ts';
import { meaningOf } from '../keys.ts';
import type { Shape } from '../shapes.ts';
import type { Draft } from './item.ts';
import { inSnippet } from './item.ts';
import type { Scope } from './scope.ts';

const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  claim: ['quote', 'subject', 'property', 'value'],
  fact: ['property', 'value'],
  record: ['type', 'name'],
};

/** `shape` is that of the map; `lead` stands before each key, such as the dash of a list. */
export function keyDrafts(scope: Scope, shape: Shape, lead = ''): readonly Draft[] {
  const { context, claim } = scope;
  const present = presentKeys(scope);
  const fixed = Object.keys(shape.keys ?? {});
  const property = isClaim(shape) ? scope.view.corpus.vocabulary.properties.get(claim?.property ?? '') : undefined;
  const qualifiers = property ? [...property.qualifiers.keys()] : [];
  const required = [
    ...(REQUIRED[shape.name] ?? []),
    ...qualifiers.filter((name) => property?.qualifiers.get(name)?.required),
  ];
  const order = isClaim(shape) ? inClaimOrder([...fixed, ...qualifiers]) : fixed;
  const missing = order.filter((key) => !present.has(key));
  const sorted = [
    ...missing.filter((key) => required.includes(key)),
    ...missing.filter((key) => !required.includes(key)),
  ];
  return sorted.map((key): Draft => {
    const rule = property?.qualifiers.get(key);
    const detail = rule ? kindsInWords(scope.reader, rule.types) : meaningOf(shape.name, key, scope.reader.locale);
    return { label: key, kind: 'key', detail, ...insertOf(scope, shape, key, lead, context.hasColon) };
  });
}

const isClaim = (shape: Shape): boolean => shape.name === 'claim' || shape.name === 'fact';

function inClaimOrder(keys: readonly string[]): readonly string[] {
  const rank = (key: string) => (CLAIM_ORDER.includes(key) ? CLAIM_ORDER.indexOf(key) : CLAIM_ORDER.indexOf('*'));
  return [...new Set(keys)].sort((a, b) => rank(a) - rank(b));
}

/** The keys that the map has, without the one at the cursor. */
function presentKeys({ context, frames }: Scope): ReadonlySet<string> {
  const last = frames.at(-1);
  if (context.mode !== 'key' || !last) return new Set();
  const present = new Set(last.keys.keys());
  if (context.span.end > context.span.start) present.delete(wordAt(context));
  return present;
}

const wordAt = ({ typed }: Scope['context']): string => typed;

/** The key with its colon, and what its value begins with where that is not a plain scalar. */
function insertOf(
  scope: Scope,
  shape: Shape,
  key: string,
  lead: string,
  hasColon: boolean,
): Pick<Draft, 'insert' | 'snippet'> {
  if (hasColon) return { insert: lead + key };
  const value = shape.keys?.[key];
  const start = `${lead}${inSnippet(key)}:`;
  if (!value || value.scalar !== undefined) return { insert: `${lead}${key}: ` };
  if (scope.flow) return { insert: `${start} ${value.items && !value.keys ? '[$1]' : '{$1}'}`, snippet: true };
  const step = lead === '' ? '  ' : '    ';
  if (value.items && !value.others) return { insert: `${start}\n${step}- $1`, snippet: true };
  return { insert: `${start}\n${step}$1`, snippet: true };
}

/** A whole claim or fact, for an empty item of a list. */
export function claimTemplate({ shape, context, flow }: Scope): readonly Draft[] {
  if (flow || context.typed !== '' || context.mode !== 'node') return [];
  if (shape.name === 'claim') {
    return [
      {
        label: 'quote, subject, property, value',
        kind: 'key',
        insert: 'quote: $1\n  subject: $2\n  property: $3\n  value: $4',
        snippet: true,
      },
    ];
  }
  if (shape.name !== 'fact') return [];
  return [{ label: '{property, value}', kind: 'key', insert: '{property: $1, value: $2}', snippet: true }];
}
