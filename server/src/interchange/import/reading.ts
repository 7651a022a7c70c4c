/** A file or a pasted text as raw text: which format it is in, and in which encoding it was. Reads no disk. */

import { decodeText } from './decoding.ts';
import type { Raw } from './proposal.ts';
import type { Format, HtmlReading } from './raw.ts';

/** Larger ones are no pages that a person reads. */
export const SIZE_LIMIT = 64 * 1024 * 1024;

export type ReadHtml = (source: string) => HtmlReading;

export interface ReadRaw {
  readonly raw: Raw;
  /** Undefined for a text that was none before. */
  readonly encoding?: string;
}

/** `name`: of the file; empty for what was pasted. Undefined where the bytes are no text. */
export function readRaw(content: Uint8Array | string, name: string, readHtml: ReadHtml): ReadRaw | undefined {
  const decoded = typeof content === 'string' ? { text: content, encoding: undefined } : decodeText(content);
  if (!decoded) return undefined;
  const { text, encoding } = decoded;
  const format = formatOf(name, text);
  if (format !== 'html') return { raw: { format, text }, encoding };
  const html = readHtml(text);
  return { raw: { format, text: html.body, html }, encoding };
}

/** By the name's ending, and where that says nothing by the beginning of the text. */
export function formatOf(name: string, text: string): Format {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase();
  if (ending === 'html' || ending === 'htm' || ending === 'xhtml' || ending === 'shtml') return 'html';
  if (ending === 'md' || ending === 'markdown') return 'markdown';
  if (ending === 'txt') return 'text';
  const start = text
    .slice(0, 20_000)
    .replace(/^\ufeff/, '')
    .trimStart();
  if (/^(?:<!doctype\s{1,9}html|<html[\s>]|<head[\s>]|<body[\s>])/i.test(start) || isMarkup(start)) return 'html';
  return /^#{1,6} \S|\]\(https?:/m.test(start) ? 'markdown' : 'text';
}

/** A piece of a page: it begins with a tag, and has paragraphs, divisions or headings that end. */
const isMarkup = (start: string): boolean =>
  /^<(?:!--|[a-z][a-z0-9]{0,20}[\s>/])/i.test(start) &&
  /<\/(?:p|div|h[1-6]|article|section|table|ul|li)\s{0,9}>/i.test(start);
