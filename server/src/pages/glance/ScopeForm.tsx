/** Which part of the corpus is looked at: a time, and documents by their titles. Says what it is told to; knows no view. */

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Scope } from '../../features/glance/scope.ts';
import { isProblem } from '../../values/problem.ts';
import { parseEdtf } from '../../values/time.ts';
import type { GlanceWords } from './words.ts';

export interface ScopeFormProps {
  readonly scope: Scope;
  readonly words: GlanceWords;
  readonly onScope: (scope: Scope) => void;
}

const FIELDS = ['from', 'to', 'documents'] as const;
type Field = (typeof FIELDS)[number];

export function ScopeForm({ scope, words, onScope }: ScopeFormProps): JSX.Element {
  const [wrong, setWrong] = useState<ReadonlySet<Field>>(new Set());
  const take = (field: Field, text: string): void => {
    const value = text.trim();
    const isWrong = field !== 'documents' && value !== '' && isProblem(parseEdtf(value));
    setWrong(new Set([...wrong].filter((one) => one !== field).concat(isWrong ? [field] : [])));
    if (isWrong) return;
    const { [field]: _, ...rest } = scope;
    onScope(value === '' ? rest : { ...rest, [field]: value });
  };
  const isNarrowed = FIELDS.some((field) => scope[field]);
  const field = (name: Field, hint: string): JSX.Element => (
    <label class={`field ${name}`}>
      <span>{words.scope[name]}</span>
      <input
        type="text"
        value={scope[name] ?? ''}
        placeholder={name === 'documents' ? hint : undefined}
        title={hint}
        maxLength={200}
        spellcheck={false}
        aria-invalid={wrong.has(name) ? 'true' : undefined}
        aria-describedby={wrong.has(name) ? 'scope-wrong' : undefined}
        onChange={(event: { currentTarget: { value: string } }) => take(name, event.currentTarget.value)}
      />
    </label>
  );
  return (
    <form
      class="bar"
      aria-label={words.scope.label}
      onSubmit={(event: { preventDefault(): void }) => event.preventDefault()}
    >
      {field('from', words.scope.hint)}
      {field('to', words.scope.hint)}
      {field('documents', words.scope.documentsHint)}
      {isNarrowed && (
        <button
          type="button"
          onClick={() => {
            setWrong(new Set());
            onScope({});
          }}
        >
          {words.scope.all}
        </button>
      )}
      {wrong.size > 0 && (
        <p id="scope-wrong" class="wrong" role="alert">
          {words.scope.noDate}
        </p>
      )}
    </form>
  );
}
