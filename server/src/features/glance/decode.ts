/** What somebody asks to look at, read from plain data of which nothing is known. Knows no corpus. */

import type { MatrixScope } from './matrix.ts';
import type { NetworkScope } from './network.ts';
import type { Scope } from './scope.ts';

/** Longer texts nobody types. */
const LONGEST = 500;
const MOST_TYPES = 1_000;

/** What is no part of a scope, or not of its kind, is as if it were not there. */
export function scopeFrom(data: unknown): Scope {
  const { from, to, documents } = fieldsOf(data);
  return defined({ from: textFrom(from), to: textFrom(to), documents: textFrom(documents) });
}

export function networkScopeFrom(data: unknown): NetworkScope {
  const { types, by } = fieldsOf(data);
  return {
    ...scopeFrom(data),
    ...defined({
      types: Array.isArray(types)
        ? types.slice(0, MOST_TYPES).filter((type) => textFrom(type) !== undefined)
        : undefined,
      by: oneOf(['mentions', 'claims'] as const, by),
    }),
  };
}

export function matrixScopeFrom(data: unknown): MatrixScope {
  const { show, by, about, page } = fieldsOf(data);
  return {
    ...scopeFrom(data),
    ...defined({
      show: oneOf(['disagreements', 'shared', 'all'] as const, show),
      by: oneOf(['documents', 'publishers'] as const, by),
      about: textFrom(about),
      page: Number.isSafeInteger(page) && (page as number) >= 0 ? (page as number) : undefined,
    }),
  };
}

const fieldsOf = (data: unknown): Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};

const textFrom = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length <= LONGEST ? value : undefined;

const oneOf = <T extends string>(values: readonly T[], value: unknown): T | undefined =>
  values.find((one) => one === value);

const defined = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
