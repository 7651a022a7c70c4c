/** XML, written so that every text is well-formed, and read without any entity of its own. Knows no TEI. */

import { SaxesParser } from 'saxes';

/** What XML 1.0 has no way to write, one unit each. */
const IMPOSSIBLE =
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const named = (mark: string): string => NAMES[mark] ?? `&#${mark.charCodeAt(0)};`;

/** Writes texts; what XML cannot hold becomes U+FFFD, a unit for a unit, and `onReplaced` is told how many. */
export class Xml {
  constructor(private readonly onReplaced: (count: number, text: string) => void) {}

  /** A return would be read as a line break. */
  text(text: string): string {
    return this.possible(text).replace(/[&<>\r]/g, named);
  }

  /** With a space before it; nothing where the value is undefined. White space would be read as spaces. */
  attributes(all: Readonly<Record<string, string | undefined>>): string {
    return Object.entries(all)
      .map(([name, value]) =>
        value === undefined ? '' : ` ${name}="${this.possible(value).replace(/[&<>"\t\n\r]/g, named)}"`,
      )
      .join('');
  }

  element(name: string, attributes: Readonly<Record<string, string | undefined>>, content: string): string {
    return content === ''
      ? `<${name}${this.attributes(attributes)}/>`
      : `<${name}${this.attributes(attributes)}>${content}</${name}>`;
  }

  private possible(text: string): string {
    let count = 0;
    const written = text.replace(IMPOSSIBLE, () => {
      count++;
      return '\ufffd';
    });
    if (count > 0) this.onReplaced(count, text);
    return written;
  }
}

export interface Element {
  /** Local, in the namespace that is read; in others `{address}name`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: (Element | string)[];
}

/** Why something is no XML that is read here. */
export class NotXml extends Error {
  constructor(
    message: string,
    readonly line: number,
  ) {
    super(message);
  }
}

/** No text that people have written is nested deeper. */
const DEEPEST = 300;

/**
 * The elements of a text. Throws `NotXml` where it is not well-formed, declares entities, or is nested too deeply. Only
 * the five entities that XML has by itself and character references are known; nothing is fetched.
 */
export function readXml(text: string, namespace: string): Element {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: Element[] = [];
  let root: Element | undefined;
  const fail = (message: string): never => {
    throw new NotXml(message, parser.line);
  };
  parser.on('error', (reason) =>
    fail(`it is no well-formed XML: ${reason.message.replace(/^[^ ]*\d:\d+: /, '').slice(0, 200)}`),
  );
  parser.on('doctype', (doctype) => {
    if (/\[|<!ENTITY/i.test(doctype)) fail('it declares entities or a grammar of its own, which are not read here');
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (open.length >= DEEPEST) fail(`its elements are nested more than ${DEEPEST} deep`);
    const given = Object.values(attributes).map(({ name, value }) => [name, value] as const);
    const element: Element = {
      name: uri === namespace ? local : `{${uri}}${local}`,
      attributes: Object.fromEntries(given),
      content: [],
    };
    open.at(-1)?.content.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  const characters = (more: string) => void open.at(-1)?.content.push(more);
  parser.on('text', characters);
  parser.on('cdata', characters);
  parser.write(text).close();
  return root ?? fail('it holds no element');
}

export const elementsIn = ({ content }: Element): readonly Element[] =>
  content.filter((one) => typeof one !== 'string');

/** Every element of these names, in order; those inside of one that is found are not looked for. */
export function* found(within: Element, names: ReadonlySet<string>): Iterable<Element> {
  for (const one of elementsIn(within)) {
    if (names.has(one.name)) yield one;
    else yield* found(one, names);
  }
}

export const first = (within: Element, ...names: readonly string[]): Element | undefined => {
  for (const one of found(within, new Set(names))) return one;
  return undefined;
};

/** All characters in it, as they are. */
export const textIn = ({ content }: Element): string =>
  content.map((one) => (typeof one === 'string' ? one : textIn(one))).join('');
