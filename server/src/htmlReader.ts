/** Loads the reader of HTML when somebody imports a page: it lies in the same bundle, and costs nothing before. Part of the entries. */

import type { ReadHtml } from './interchange/import/reading.ts';

export const loadHtmlReader = async (): Promise<ReadHtml> => (await import('./html.ts')).readHtml;
