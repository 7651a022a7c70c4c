/** What the extension tells the view of a corpus at a glance, checked before it is believed. Knows neither page nor window. */

import type { MatrixModel, Neighbourhood, NetworkModel, TimelineModel } from '../../../server/src/lsp/protocol.ts';

export type Told =
  | { readonly kind: 'corpus'; readonly name: string; readonly locale: string }
  /** There is none. */
  | { readonly kind: 'none'; readonly locale: string }
  /** It is another than it was: what was told is out of date. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'timeline'; readonly serial: number; readonly model: TimelineModel }
  | { readonly kind: 'network'; readonly serial: number; readonly model: NetworkModel }
  | { readonly kind: 'matrix'; readonly serial: number; readonly model: MatrixModel }
  | { readonly kind: 'neighbours'; readonly serial: number; readonly model: Neighbourhood | null }
  | { readonly kind: 'found'; readonly serial: number; readonly ids: readonly string[] };

/** The lists that a page goes through: without one of them nothing can be drawn. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  timeline: ['bars', 'coarse', 'documents', 'events'],
  network: ['nodes', 'edges', 'types'],
  matrix: ['rows', 'columns'],
  neighbours: ['neighbours', 'inDocuments', 'otherNames'],
};

/** Undefined for what the extension would not have said. */
export function decodeTold(message: unknown): Told | undefined {
  if (!isObject(message)) return undefined;
  const { kind, serial, model, ids, name, locale } = message;
  if (kind === 'changed') return { kind };
  if (kind === 'none') return typeof locale === 'string' ? { kind, locale } : undefined;
  if (kind === 'corpus') {
    return typeof name === 'string' && typeof locale === 'string' ? { kind, name, locale } : undefined;
  }
  if (typeof kind !== 'string' || !Number.isSafeInteger(serial)) return undefined;
  if (kind === 'found') {
    return Array.isArray(ids) && ids.every((id) => typeof id === 'string')
      ? { kind, serial: serial as number, ids }
      : undefined;
  }
  const lists = Object.hasOwn(LISTS, kind) ? LISTS[kind]! : undefined;
  if (!lists || (model === null && kind !== 'neighbours')) return undefined;
  if (model !== null && !(isObject(model) && lists.every((list) => Array.isArray(model[list])))) return undefined;
  return message as unknown as Told;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
