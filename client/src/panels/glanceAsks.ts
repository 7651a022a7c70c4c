/** What the view of a corpus at a glance asks, decoded: the server reads the rest of it as carefully. Knows no panel. */

import type { PanelRequest } from './panel.ts';

export type GlanceAsk =
  | { readonly kind: 'timeline' | 'network' | 'matrix'; readonly serial: number; readonly scope: object }
  | { readonly kind: 'neighbours'; readonly serial: number; readonly id: string; readonly scope: object }
  | { readonly kind: 'find'; readonly serial: number; readonly query: string }
  /** What the view has drawn last, for the tests. */
  | { readonly kind: 'drawn'; readonly what: string };

/** Undefined where a view would not have said it. */
export function decodeGlanceAsk({ key, value }: PanelRequest & { readonly kind: 'set' }): GlanceAsk | undefined {
  if (typeof value !== 'string') return undefined;
  if (key === 'drawn') return { kind: key, what: value };
  const data = parsed(value);
  if (typeof data !== 'object' || data === null) return undefined;
  const { serial, tab, scope, id, query } = data as Record<string, unknown>;
  if (!Number.isSafeInteger(serial)) return undefined;
  const number = serial as number;
  const isScope = (given: unknown): given is object => typeof given === 'object' && given !== null;
  switch (key) {
    case 'view':
      return (tab === 'timeline' || tab === 'network' || tab === 'matrix') && isScope(scope)
        ? { kind: tab, serial: number, scope }
        : undefined;
    case 'neighbours':
      return typeof id === 'string' && isScope(scope) ? { kind: key, serial: number, id, scope } : undefined;
    case 'find':
      return typeof query === 'string' ? { kind: key, serial: number, query } : undefined;
    default:
      return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
