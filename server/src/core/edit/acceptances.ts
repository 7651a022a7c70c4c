/** Edits of `accept`: exceptions added, renewed and taken out. Knows their shapes, not what they accept. */

import type { Acceptance } from '../acceptance.ts';
import type { Claim } from '../claim.ts';
import { DOCUMENT_KEYS } from '../frontMatter.ts';
import type { YamlMap, YamlNode } from '../yaml.ts';
import { edit } from './change.ts';
import { CLAIM_ORDER, type ClaimFile, findClaim } from './claims.ts';
import { block, type Data, kept, quotedText, text } from './data.ts';
import { indexOfKey, placeFor, valueOfKey } from './find.ts';
import { isBlockCollection, isHollow } from './layout.ts';
import { type Change, type Edits, open, type ParsedFile, type Path, placeAt, type Source } from './source.ts';

export interface NewAcceptance {
  readonly code: string;
  /** The other side: a reference to a claim, or an entity's id. Without it every finding of the code is accepted. */
  readonly with?: string;
  /** The other side's value, as it is written there. */
  readonly saw?: string;
  readonly reason: string;
}

/**
 * Accepts findings of a code on a claim or fact, or, without one, on the document. An acceptance with the same other
 * side takes the new `saw` and `reason`; one of another side stays beside it.
 */
export function accept(file: ClaimFile, claim: Claim | undefined, acceptance: NewAcceptance): Edits {
  const found = claim ? findClaim(file, claim) : findRoot(file);
  if (!found) return undefined;
  const { source, path, map } = found;
  const order: readonly string[] = claim ? CLAIM_ORDER : DOCUMENT_KEYS;
  const index = indexOfKey(map, 'accept');
  const node = map?.entries[index]?.value;
  const { code } = acceptance;
  const fresh = acceptance.with === undefined ? text(acceptance.reason) : full(acceptance);
  if (!node || isHollow(node)) {
    const value = block({ [code]: fresh });
    const change: Change =
      index < 0
        ? { kind: 'insert', path, index: placeFor(map, 'accept', order), key: 'accept', value }
        : { kind: 'replace', path: [...path, index], value };
    return edit(source, change);
  }
  if (node.kind !== 'map') return undefined;
  const at = [...path, index];
  const i = indexOfKey(node, code);
  const old = node.entries[i]?.value;
  if (!old) return edit(source, { kind: 'insert', path: at, index: node.entries.length, key: code, value: fresh });
  return edit(source, ...besides(source, old, [...at, i], acceptance, fresh));
}

/** Takes one acceptance out; with the last one of a claim, or of the document, goes the key `accept`. */
export function removeAcceptance(file: ParsedFile, acceptance: Acceptance): Edits {
  const source = open(file);
  const place = source && placeOf(source, acceptance);
  if (!source || !place) return undefined;
  return edit(source, { kind: 'remove', path: place });
}

const full = (acceptance: NewAcceptance): Data => ({
  with: acceptance.with,
  saw: acceptance.saw === undefined ? undefined : quotedText(acceptance.saw),
  reason: text(acceptance.reason),
});

/** The changes that put an acceptance beside, or in place of, what the code has already. */
function besides(source: Source, old: YamlNode, path: Path, acceptance: NewAcceptance, fresh: Data): readonly Change[] {
  if (isHollow(old)) return [{ kind: 'replace', path, value: fresh }];
  const items = old.kind === 'seq' ? old.items : [old];
  const same = items.findIndex((item) => sideOf(item) === acceptance.with);
  if (same >= 0) {
    const at = old.kind === 'seq' ? [...path, same] : path;
    const item = items[same]!;
    return item.kind === 'map' ? renewed(item, at, acceptance) : [{ kind: 'replace', path: at, value: fresh }];
  }
  const next = full(acceptance);
  if (old.kind === 'seq') return [{ kind: 'insert', path, index: old.items.length, value: next }];
  if (old.kind === 'map') {
    return [
      { kind: 'wrap', path, value: isBlockCollection(source.text, old) ? block(next as Record<string, Data>) : next },
    ];
  }
  return [{ kind: 'replace', path, value: [{ reason: kept(old, source.text) }, next] }];
}

const sideOf = (item: YamlNode): string | undefined => {
  const side = item.kind === 'map' ? valueOfKey(item, 'with') : undefined;
  return side?.kind === 'scalar' ? side.value : undefined;
};

const ORDER = ['with', 'saw', 'reason'];

/** `reason` first: what is named later in the map must be changed first. */
function renewed(map: YamlMap, path: Path, { saw, reason }: NewAcceptance): readonly Change[] {
  const changes: { at: number; change: Change }[] = [];
  const set = (key: string, value: Data): void => {
    const index = indexOfKey(map, key);
    const at = index >= 0 ? index : placeFor(map, key, ORDER);
    const change: Change =
      index >= 0 ? { kind: 'replace', path: [...path, index], value } : { kind: 'insert', path, index: at, key, value };
    changes.push({ at, change });
  };
  set('reason', text(reason));
  if (saw !== undefined) set('saw', quotedText(saw));
  return changes.sort((a, b) => b.at - a.at).map(({ change }) => change);
}

function findRoot(file: ClaimFile): { source: Source; path: Path; map: YamlMap | undefined } | undefined {
  const source = open(file);
  return source?.region && { source, path: [], map: source.root };
}

/** The path to the smallest part that goes with the acceptance: an item, its code, or the whole of `accept`. */
function placeOf(source: Source, { code, span }: Acceptance): Path | undefined {
  const search = (node: YamlNode | undefined, path: Path): Path | undefined => {
    if (node?.kind === 'map') {
      for (const [i, entry] of node.entries.entries()) {
        const at = [...path, i];
        const held = entry.value.kind === 'map' ? entry.value : undefined;
        const j = held?.entries.findIndex(({ key }) => key.span.start === code.span.start) ?? -1;
        if (entry.key.value !== 'accept' || !held || j < 0) {
          const found = search(entry.value, at);
          if (found) return found;
          continue;
        }
        const value = held.entries[j]!.value;
        const k =
          value.kind === 'seq' && value.items.length > 1
            ? value.items.findIndex((item) => item.span.end === span.end)
            : -1;
        if (k >= 0) return [...at, j, k];
        return held.entries.length > 1 ? [...at, j] : at;
      }
    } else if (node?.kind === 'seq') {
      for (const [i, item] of node.items.entries()) {
        const found = search(item, [...path, i]);
        if (found) return found;
      }
    }
    return undefined;
  };
  return placeAt(source, [])?.node ? search(source.root, []) : undefined;
}
