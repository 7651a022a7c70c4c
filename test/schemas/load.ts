/** Loads the JSON Schemas of the project and compiles them. Knows where they lie, not what they say. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';

export type SchemaName = 'concord' | 'records' | 'front-matter';
export const SCHEMAS: readonly SchemaName[] = ['concord', 'records', 'front-matter'];

export const ROOT = join(import.meta.dirname, '..', '..');

/** A JSON Schema, as far as the tests look into one. */
export interface Schema {
  readonly $id?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly then?: Schema;
}

const NAMED = ['properties', 'definitions'];
const NESTED = [
  'oneOf',
  'anyOf',
  'allOf',
  'items',
  'additionalProperties',
  'propertyNames',
  'if',
  'then',
  'else',
  'not',
];

/** `schema` and every schema in it, with the path that leads there. */
export function* subschemas(schema: Schema, path = ''): Iterable<{ at: Schema; path: string }> {
  if (typeof schema !== 'object') return;
  yield { at: schema, path };
  const held = schema as Readonly<Record<string, unknown>>;
  for (const keyword of NAMED) {
    const map = (held[keyword] ?? {}) as Readonly<Record<string, Schema>>;
    for (const [key, value] of Object.entries(map)) yield* subschemas(value, `${path}/${keyword}/${key}`);
  }
  for (const keyword of NESTED) {
    const value = held[keyword];
    const list = (Array.isArray(value) ? value : [value]) as readonly Schema[];
    for (const [i, item] of list.entries())
      yield* subschemas(item, `${path}/${keyword}${Array.isArray(value) ? `/${i}` : ''}`);
  }
}

export function readSchema(name: SchemaName): Schema {
  return JSON.parse(readFileSync(join(ROOT, 'schemas', `${name}.schema.json`), 'utf8')) as Schema;
}

/** A strict validator: an unknown keyword, or one that can never apply, throws. */
export function compile(name: SchemaName): (data: unknown) => boolean {
  const ajv = new Ajv({ strict: true, allowUnionTypes: true, strictTuples: false });
  const validate = ajv.compile(readSchema(name));
  return (data) => validate(data) as boolean;
}
