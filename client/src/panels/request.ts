/** What a web view may ask of the extension, and how it is told from what it may not. Knows no editor. */

/** What a view may ask of the extension, decoded; client/webviews/host.ts writes it. */
export type PanelRequest =
  | { readonly kind: 'ready' }
  | { readonly kind: 'openPlace'; readonly path: string; readonly start: number; readonly end: number }
  | { readonly kind: 'openEntity'; readonly id: string }
  | { readonly kind: 'openDocument'; readonly path: string }
  | { readonly kind: 'openClaim'; readonly path: string; readonly claim: string }
  | { readonly kind: 'save'; readonly name: string; readonly type: string; readonly data: string }
  | { readonly kind: 'set'; readonly key: string; readonly value: string | number | boolean | null };

/** Longer names, paths and keys are nobody's. */
const LONGEST = 4_096;
/** A picture of a large page has some megabytes. */
const LARGEST = 64 * 1024 * 1024;
/** What a view may write, each with the end of its file's name. */
export const SAVED_TYPES: Readonly<Record<string, string>> = {
  'image/svg+xml': 'svg',
  'image/png': 'png',
  'text/html': 'html',
  'text/csv': 'csv',
};

/** What came from a view, or undefined where a view would not have said it. */
export function decodeRequest(message: unknown): PanelRequest | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { kind, place, id, path, claim, name, type, data, key, value } = message as Record<string, unknown>;
  const short = (text: unknown): text is string => typeof text === 'string' && text.length <= LONGEST;
  switch (kind) {
    case 'ready':
      return { kind };
    case 'openPlace': {
      const { path, start, end } = (place ?? {}) as Record<string, unknown>;
      return short(path) && isOffset(start) && isOffset(end) && start <= end ? { kind, path, start, end } : undefined;
    }
    case 'openEntity':
      return short(id) ? { kind, id } : undefined;
    case 'openDocument':
      return short(path) ? { kind, path } : undefined;
    case 'openClaim':
      return short(path) && short(claim) ? { kind, path, claim } : undefined;
    case 'save':
      return short(name) && short(type) && Object.hasOwn(SAVED_TYPES, type) && isData(data)
        ? { kind, name, type, data }
        : undefined;
    case 'set':
      return short(key) && (value === null || typeof value === 'boolean' || typeof value === 'number' || short(value))
        ? { kind, key, value }
        : undefined;
    default:
      return undefined;
  }
}

const isData = (value: unknown): value is string => typeof value === 'string' && value.length <= LARGEST;

const isOffset = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
