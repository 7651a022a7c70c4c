/** Statements about something as plain data, before any notation: the middle between Concord's objects and a graph. */

import { iri } from './names.ts';

export type Value =
  | { readonly kind: 'iri'; readonly iri: string }
  | { readonly kind: 'literal'; readonly text: string; readonly language?: string; readonly datatype?: string }
  | { readonly kind: 'node'; readonly says: Statements }
  | { readonly kind: 'list'; readonly items: readonly Value[] };

/** Property and value, in the order in which they are written. */
export type Statements = readonly (readonly [property: string, value: Value])[];

/** What is said of something that has an address. */
export interface Description {
  readonly iri: string;
  readonly says: Statements;
}

export const named = (address: string): Value => ({ kind: 'iri', iri: address });
export const node = (says: Statements): Value => ({ kind: 'node', says });
export const list = (items: readonly Value[]): Value => ({ kind: 'list', items });
export const plain = (text: string): Value => ({ kind: 'literal', text });
export const typed = (text: string, datatype: string): Value => ({ kind: 'literal', text, datatype });
export const edtf = (text: string): Value => typed(text, iri('edtf:EDTF'));
export const flag = (value: boolean): Value => typed(String(value), iri('xsd:boolean'));

/** With the narrowest datatype that says the same number. */
export function number(value: number): Value {
  const text = String(value);
  if (/[eE]/.test(text)) return typed(text, iri('xsd:double'));
  return typed(text, text.includes('.') ? iri('xsd:decimal') : iri('xsd:integer'));
}

/** Of a language where it is one that graphs know; a graph does not keep whether its letters are capitals. */
export const worded = (text: string, language?: string): Value => ({
  kind: 'literal',
  text,
  ...(language !== undefined && isLanguage(language) && { language }),
});

export const isLanguage = (tag: string): boolean => /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/.test(tag);
