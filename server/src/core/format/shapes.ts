/** The order of the keys in every map whose keys Concord knows, by the kind of file. Knows no file and no YAML. */

import { ACCEPTANCE_KEYS } from '../acceptance.ts';
import { CHANGE_KEYS } from '../claim.ts';
import { DECLARATION_KEYS, SOURCE_KEYS } from '../document.ts';
import { CLAIM_ORDER } from '../edit/claimKeys.ts';
import type { ParsedFile } from '../edit/source.ts';
import { DOCUMENT_KEYS } from '../frontMatter.ts';
import { QUOTE_KEYS } from '../quote.ts';
import { RECORD_KEYS } from '../record.ts';
import { PROPERTY_KEYS, SETTINGS_KEYS, TYPE_KEYS, UNIT_KEYS } from '../settings.ts';

export interface Shape {
  /** The known keys of a map in their order; without it the order is the author's. */
  readonly order?: readonly string[];
  readonly keys?: Readonly<Record<string, Shape>>;
  /** Of every value in a map that `keys` does not name. */
  readonly values?: Shape;
  /** Of every item of a list. */
  readonly items?: Shape;
}

export const ANY: Shape = {};

const QUOTE: Shape = { order: QUOTE_KEYS, items: { order: QUOTE_KEYS } };
const QUOTES: Shape = { ...QUOTE, keys: { partial: QUOTE } };
/** Of a text in several languages the keys are none of these, and stay where they are. */
const VALUE: Shape = { order: CHANGE_KEYS, items: { order: CHANGE_KEYS } };
const ACCEPT: Shape = { values: { order: ACCEPTANCE_KEYS, items: { order: ACCEPTANCE_KEYS } } };

const claim = (nested: { readonly items?: Shape }): Shape => ({
  order: CLAIM_ORDER,
  keys: { quote: QUOTE, items: QUOTES, value: VALUE, accept: ACCEPT, claims: nested },
});
/** Claims nest in claims. */
const CLAIMS: { items?: Shape } = {};
CLAIMS.items = claim(CLAIMS);

const DECLARATION: Shape = { order: DECLARATION_KEYS, keys: { here: QUOTE } };

const DOCUMENT: Shape = {
  order: DOCUMENT_KEYS,
  keys: {
    source: { order: SOURCE_KEYS },
    entities: { values: DECLARATION, items: { values: DECLARATION } },
    claims: CLAIMS,
    accept: ACCEPT,
  },
};

const RECORDS: Shape = { values: { order: RECORD_KEYS, keys: { facts: CLAIMS } } };

const SETTINGS: Shape = {
  order: SETTINGS_KEYS,
  keys: {
    types: { values: { order: TYPE_KEYS } },
    properties: {
      values: {
        order: PROPERTY_KEYS,
        keys: { qualifiers: { values: { order: ['type', 'required'] } }, range: { order: ['least', 'greatest'] } },
      },
    },
    units: { values: { order: UNIT_KEYS } },
    widths: { order: ['about', 'nearly'] },
  },
};

const SHAPES: Readonly<Record<ParsedFile['kind'], Shape>> = {
  document: DOCUMENT,
  records: RECORDS,
  settings: SETTINGS,
};

export const shapeOf = (kind: ParsedFile['kind']): Shape => SHAPES[kind];

/** The shape of what stands under `key`, or, without one, of an item. */
export function within(shape: Shape, key: string | undefined): Shape {
  if (key === undefined) return shape.items ?? ANY;
  return (shape.keys && Object.hasOwn(shape.keys, key) ? shape.keys[key] : shape.values) ?? ANY;
}
