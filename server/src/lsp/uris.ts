/** Comparisons of URIs: one file may have several spellings, and what a client sends may be none. */

import { URI } from 'vscode-uri';

/** Whether a client's name of a file is one: everything else begins with parsing it. */
export function isUri(text: string): boolean {
  try {
    return typeof text === 'string' && URI.parse(text) !== undefined;
  } catch {
    return false;
  }
}

export const keyOf = (uri: string): string => URI.parse(uri).toString();

export const folderKey = (uri: URI): string => uri.toString().replace(/\/$/, '');

/** Whether `uri` is `folder` or lies in it. */
export const isBelow = (uri: URI, folder: URI): boolean => `${folderKey(uri)}/`.startsWith(`${folderKey(folder)}/`);
