/** The one line between a web view and the extension: what is asked, what is told, and what is kept while the view is hidden. Draws nothing. */

import type { ClaimLink, Links, PlaceLink } from '../../server/src/pages/reader.ts';

/** What a view may ask of the extension; `PanelRequest` in client/src/panels/panel.ts decodes it again. */
export type Ask =
  | { readonly kind: 'ready' }
  | { readonly kind: 'openPlace'; readonly place: PlaceLink }
  | { readonly kind: 'openEntity'; readonly id: string }
  | { readonly kind: 'openDocument'; readonly path: string }
  | ({ readonly kind: 'openClaim' } & ClaimLink)
  | { readonly kind: 'save'; readonly name: string; readonly type: string; readonly data: string }
  | { readonly kind: 'set'; readonly key: string; readonly value: string | number | boolean | null };

interface VsCodeApi {
  postMessage(message: Ask): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const api = acquireVsCodeApi();

export const ask = (message: Ask): void => api.postMessage(message);
export const kept = (): unknown => api.getState();
export const keep = (state: unknown): void => api.setState(state);

/** Hears what the extension tells, until the view goes. */
export function onTold(hear: (message: unknown) => void): void {
  window.addEventListener('message', ({ data }) => hear(data));
}

const SCHEME = 'concord-link:';

/**
 * Links of a page within the editor. They are real links, so that keyboard and screen reader find them;
 * a click never leaves the view but asks the extension.
 */
export const links: Links = {
  place: ({ path, start, end }) => hrefOf({ kind: 'openPlace', place: { path, start, end } }),
  entity: (id) => hrefOf({ kind: 'openEntity', id }),
  document: (path) => hrefOf({ kind: 'openDocument', path }),
  claim: ({ path, claim }) => hrefOf({ kind: 'openClaim', path, claim }),
};

const hrefOf = (message: Ask): string => SCHEME + encodeURIComponent(JSON.stringify(message));

/** Sends every click on such a link to the extension. */
export function followLinks(): void {
  // The middle button too: there is no other window that it could open.
  for (const kind of ['click', 'auxclick'] as const) document.addEventListener(kind, follow);
}

function follow(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  // In SVG the attribute is an object.
  const href = link?.getAttribute('href') ?? '';
  if (!href.startsWith(SCHEME)) return;
  event.preventDefault();
  if (event.button > 1) return;
  try {
    ask(JSON.parse(decodeURIComponent(href.slice(SCHEME.length))));
  } catch {
    // Not one of ours: nothing is asked.
  }
}
