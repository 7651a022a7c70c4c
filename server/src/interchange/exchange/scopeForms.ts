/**
 * What the separating qualifiers of a claim may be told to be the same by, as texts to be compared letter by letter. Says
 * the same as `sameQualifier` of the checks, which a test holds it to; knows no values.
 */

import { type Lexicon, type Statement, textsIn } from '../../checks/statements/statement.ts';
import type { ValueFacts } from '../../core/facts.ts';
import { textKey } from '../../core/textKey.ts';
import type { ScopeForm } from './comparable.ts';

export function scopesOf(statement: Statement, lexicon: Lexicon): readonly ScopeForm[] {
  const { property, claim } = statement;
  return property.separates.flatMap((qualifier) => {
    const value = claim.qualifiers[qualifier];
    return value ? formsOf(value, statement, lexicon).map((form) => ({ qualifier, ...form })) : [];
  });
}

type Form = Omit<ScopeForm, 'qualifier'>;

/** One entity, by its id or a name of it; else one text in some language. */
function formsOf(value: ValueFacts, { member }: Statement, lexicon: Lexicon): readonly Form[] {
  const exact: Form = { kind: 'exact', form: `=${JSON.stringify(value)}` };
  if (value.kind === 'list' || value.kind === 'change') return [exact];
  const { records } = lexicon;
  if (value.kind === 'text' && records.get(value.text)) return [exact, { kind: 'id', form: `id:${value.text}` }];
  const texts = value.kind === 'text' ? [value.text] : Object.values(value.texts);
  const ids = new Set(texts.flatMap((text) => records.gazetteer.ids(text)));
  const keys = new Set(Object.values(textsIn(value, member, lexicon)).map(textKey));
  return [
    exact,
    ...[...ids].map((id): Form => ({ kind: 'name', form: `id:${id}` })),
    ...[...keys].map((key): Form => ({ kind: 'text', form: `text:${key}` })),
  ];
}
