/** The reader of HTML as a bundle of its own: it is loaded when somebody imports a page, and costs nothing before. An entry. */

export { readHtml } from './interchange/import/html/readHtml.ts';
