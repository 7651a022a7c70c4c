/** With what reason somebody accepts that two statements do not go together: by the acceptances of claims and documents. */

import type { AcceptanceFacts } from '../../core/facts.ts';
import { parseReference } from '../../core/reference.ts';
import type { View } from '../engine/check.ts';
import { standsOn } from './placement.ts';
import { denotes, type Lexicon, type Statement } from './statement.ts';

/** The reason with which the claim of a statement accepts a finding on it and on the statement that it faces. */
export const reasonOf = (of: Statement, code: string, facing: Statement, view: View): string | undefined =>
  accepting(of.claim.accept, code, of.member.head.path, facing, lexiconOf(view))?.reason;

/** The same on either side, by acceptances that name the other side. */
export function isNamedAcceptance(a: Statement, b: Statement, code: string, lexicon: Lexicon): boolean {
  const isNamed = (of: Statement, facing: Statement) =>
    of.claim.accept.length > 0 && accepting(of.claim.accept, code, of.member.head.path, facing, lexicon, true);
  return Boolean(isNamed(a, b) || isNamed(b, a));
}

/** The reason with which the document that a finding on the two stands in accepts it as a whole. */
export function reasonOfDocument(a: Statement, b: Statement, code: string, view: View): string | undefined {
  const [own, other] = standsOn(a, b, view) ? [a, b] : [b, a];
  const { path, accept } = own.member.head;
  return accept && accepting(accept, code, path, other, lexiconOf(view))?.reason;
}

/** The first acceptance with a reason, written in the file at `from`, that covers a finding on `facing`; that names it if `named`. */
function accepting(
  all: readonly AcceptanceFacts[],
  code: string,
  from: string,
  facing: Statement,
  lexicon: Lexicon,
  named = false,
): AcceptanceFacts | undefined {
  if (all.length === 0) return undefined;
  const index = indexOf(all, from);
  const found = [...keysFor(facing), ...(named ? [] : [ANY])].flatMap((key) => index.get(`${code} ${key}`) ?? []);
  const valid = found.filter((at) => !hasMovedOn(all[at]!.saw, facing, lexicon));
  return valid.length > 0 ? all[Math.min(...valid)] : undefined;
}

const ANY = '*';
const indices = new WeakMap<readonly AcceptanceFacts[], ReadonlyMap<string, readonly number[]>>();

/** The places of acceptances by their code and what they name; a claim may have many, and each be asked for. */
function indexOf(all: readonly AcceptanceFacts[], from: string): ReadonlyMap<string, readonly number[]> {
  const known = indices.get(all);
  if (known) return known;
  const index = new Map<string, number[]>();
  for (const [at, { code, with: other, reason }] of all.entries()) {
    if (reason === undefined) continue;
    for (const name of other === undefined ? [ANY] : keysOf(other, from)) {
      const key = `${code} ${name}`;
      const same = index.get(key);
      if (same) same.push(at);
      else index.set(key, [at]);
    }
  }
  indices.set(all, index);
  return index;
}

/** Under one of these a statement is found that the text of `with`, written in the file at `from`, names. */
export const keysOf = (text: string, from: string): readonly string[] => [`=${text}`, referredTo(text, from)];

/** All that a text may name a statement by. */
export function keysFor({ member, claim, subject }: Statement): readonly string[] {
  const { path, kind } = member.head;
  return [path, `${path}#${claim.key}`, `${path}#${claim.id}`, ...(kind === 'record' ? [`=${subject}`] : [])];
}

function referredTo(text: string, from: string): string {
  const reference = parseReference(text, from);
  if (reference.kind === 'claim') return `${reference.path}#${reference.claim}`;
  return reference.kind === 'document' ? reference.path : '';
}

/** Whether the text of `with`, written in the file at `from`, names the claim or record of a statement. */
export function names(text: string, from: string, { member, claim, subject }: Statement): boolean {
  if (member.head.kind === 'record' && text === subject) return true;
  const reference = parseReference(text, from);
  if (reference.kind === 'document') return reference.path === member.head.path;
  if (reference.kind !== 'claim' || reference.path !== member.head.path) return false;
  return reference.claim === claim.key || reference.claim === claim.id;
}

/** Whether the other side's value is no longer the one that was accepted. */
export function hasMovedOn(saw: string | undefined, other: Statement, lexicon: Lexicon): boolean {
  return saw !== undefined && !denotes(other, saw, lexicon);
}

const lexiconOf = ({ corpus }: View): Lexicon => ({ settings: corpus.settings, records: corpus.records });
