/** Plain objects as TEI feature structures, and back: what TEI has no element of its own for is said in these. */

import { type Element, elementsIn, textIn, type Xml } from './xml.ts';

const NAME = /^[A-Za-z_][A-Za-z0-9_.-]*$/;

/** An `fs`. Values are texts, numbers, truth values, lists and objects; undefined ones are left out. */
export function structure(
  xml: Xml,
  object: object,
  attributes: Readonly<Record<string, string | undefined>> = {},
): string {
  const entries = Object.entries(object).filter(([, value]) => value !== undefined);
  if (entries.every(([key]) => NAME.test(key)))
    return xml.element('fs', attributes, entries.map(([name, value]) => feature(xml, name, value)).join(''));
  // A feature has a name that XML takes: others stand beside their values.
  const pairs = entries.map(([key, value]) => structure(xml, { key, value }));
  return xml.element(
    'fs',
    { ...attributes, type: 'entries' },
    `<f name="entries"><vColl org="list">${pairs.join('')}</vColl></f>`,
  );
}

const feature = (xml: Xml, name: string, value: unknown): string =>
  xml.element('f', { name }, written(xml, value, false));

function written(xml: Xml, value: unknown, isInList: boolean): string {
  if (typeof value === 'string') return `<string>${xml.text(value)}</string>`;
  if (typeof value === 'number') return `<numeric value="${value}"/>`;
  if (typeof value === 'boolean') return `<binary value="${value}"/>`;
  if (Array.isArray(value)) {
    const list = `<vColl org="list">${value.map((one) => written(xml, one, true)).join('')}</vColl>`;
    return isInList ? `<fs type="list"><f name="list">${list}</f></fs>` : list;
  }
  return structure(xml, value as object);
}

/** The object of an `fs`; whatever has another shape is left out, and whoever reads the object will miss it. */
export function objectIn(element: Element): unknown {
  const entries = elementsIn(element)
    .filter(({ name }) => name === 'f')
    .map(({ attributes, content }): [string, unknown] => [
      attributes.name ?? '',
      valueIn(content.find((one) => typeof one !== 'string')),
    ]);
  const [only] = entries;
  if (element.attributes.type === 'list') return only?.[1];
  if (element.attributes.type === 'entries' && Array.isArray(only?.[1])) {
    const pairs = only[1] as readonly { readonly key?: unknown; readonly value?: unknown }[];
    return Object.fromEntries(pairs.map(({ key, value }) => [String(key), value]));
  }
  return Object.fromEntries(entries);
}

function valueIn(element: Element | string | undefined): unknown {
  if (element === undefined || typeof element === 'string') return undefined;
  switch (element.name) {
    case 'string':
      return textIn(element);
    case 'numeric':
      return Number(element.attributes.value);
    case 'binary':
      return element.attributes.value === 'true' || element.attributes.value === '1';
    case 'vColl':
      return elementsIn(element).map(valueIn);
    case 'fs':
      return objectIn(element);
    default:
      return undefined;
  }
}
