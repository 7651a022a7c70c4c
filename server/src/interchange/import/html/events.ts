/**
 * The tags, texts and comments of an HTML source, one after the other, in time and memory that its length bounds.
 * The only file that knows the HTML library: of that only the tokenizer, since its trees cost the square of their depth.
 */

import { Tokenizer } from 'htmlparser2';
import { decodeEntities } from './entities.ts';

export interface HtmlListener {
  /** `attributes` holds those of `ATTRIBUTES` that are there. The names are in lower case. */
  open(name: string, attributes: ReadonlyMap<string, string>): void;
  close(name: string): void;
  /** A stretch of text, with its entities read; an element's text may come in several. */
  text(text: string): void;
  comment(text: string): void;
}

/** The attributes that somebody asks for: a picture inside a `src` may be larger than all the rest. */
const ATTRIBUTES: ReadonlySet<string> = new Set(
  'aria-hidden class content datetime hidden href http-equiv id itemprop lang name property rel role start style type'.split(
    ' ',
  ),
);
const LONGEST_NAME = 40;
const LONGEST_VALUE = 10_000;
const LONGEST_COMMENT = 2_000;

/** Tells `listener` what stands in `source`. Never throws, whatever it is. */
export function readEvents(source: string, listener: HtmlListener): void {
  let name = '';
  let attributes = new Map<string, string>();
  let attribute: string | undefined;
  let value = '';
  let isCode = false;
  const nameAt = (start: number, end: number) =>
    end - start > LONGEST_NAME ? '' : source.slice(start, end).toLowerCase();
  const opened = () => {
    isCode = name === 'script' || name === 'style';
    listener.open(name, attributes);
  };
  const ignored = () => undefined;
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      onopentagname(start, end) {
        name = nameAt(start, end);
        attributes = new Map();
      },
      onattribname(start, end) {
        const found = nameAt(start, end);
        attribute = ATTRIBUTES.has(found) && !attributes.has(found) ? found : undefined;
        value = '';
      },
      onattribdata(start, end) {
        if (attribute !== undefined) value = source.slice(start, Math.min(end, start + LONGEST_VALUE));
      },
      onattribend() {
        if (attribute !== undefined) attributes.set(attribute, decodeEntities(value));
        attribute = undefined;
      },
      onopentagend: opened,
      onselfclosingtag: opened,
      onclosetag(start, end) {
        isCode = false;
        listener.close(nameAt(start, end));
      },
      ontext(start, end) {
        const text = source.slice(start, end);
        listener.text(isCode ? text : decodeEntities(text));
      },
      oncomment: (start, end) => listener.comment(source.slice(start, Math.min(end, start + LONGEST_COMMENT))),
      oncdata: (start, end) => listener.text(source.slice(start, Math.max(start, end - 2))),
      ondeclaration: ignored,
      onprocessinginstruction: ignored,
      // Entities are read above.
      onattribentity: ignored,
      ontextentity: ignored,
      onend: ignored,
    },
  );
  tokenizer.write(source);
  tokenizer.end();
}
