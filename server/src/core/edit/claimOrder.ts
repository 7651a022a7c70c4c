/** Edits that put claims elsewhere in their file, or write them anew. Knows lists of claims, not what moving them means. */

import type { Claim } from '../claim.ts';
import type { Document } from '../document.ts';
import type { YamlSeq } from '../yaml.ts';
import { carried, holdsMore, keysOf } from './arrange.ts';
import { edit } from './change.ts';
import { CLAIM_ORDER, type ClaimData, findClaim } from './claims.ts';
import { Block, block, type Data } from './data.ts';
import { indexOfKey, placeFor } from './find.ts';
import { isHollow } from './layout.ts';
import { type Change, type Edits, type Path, placeAt } from './source.ts';

/** Exchanges a claim with the one before or after it in its list; undefined where there is none. */
export function moveClaim(document: Document, claim: Claim, direction: -1 | 1): Edits {
  const found = listOf(document, claim);
  if (!found) return undefined;
  const index = direction < 0 ? found.index - 1 : found.index;
  if (index < 0 || index + 1 >= found.list.items.length) return undefined;
  return edit(found.source, { kind: 'swap', path: found.path, index });
}

/** A further claim right after one, in the style of that one. */
export function addClaimAfter(document: Document, claim: Claim, data: ClaimData): Edits {
  const found = listOf(document, claim);
  if (!found) return undefined;
  const flow = found.list.items[found.index]?.kind === 'map' && isFlow(found.list, found.index);
  const value = flow ? data : block(data);
  return edit(found.source, { kind: 'insert', path: found.path, index: found.index + 1, value });
}

/** Other claims in the place of one. Refused where that would lose a comment or an anchor. */
export function replaceClaim(document: Document, claim: Claim, data: readonly ClaimData[]): Edits {
  const found = listOf(document, claim);
  if (!found) return undefined;
  const values = isFlow(found.list, found.index) ? data : data.map((one) => block(one));
  return edit(found.source, { kind: 'splice', path: found.path, index: found.index, count: 1, values });
}

/**
 * Takes a claim out of its list and writes `data`, on one line, as the last of those nested in `outer`. Refused where
 * that would lose a comment or an anchor.
 */
export function nestClaim(document: Document, claim: Claim, outer: Claim, data: ClaimData): Edits {
  const [found, under] = [listOf(document, claim), findClaim(document, outer)];
  const item = found?.list.items[found.index];
  if (!found || !under || !item || holdsMore(document.text, found.list, item)) return undefined;
  const at = indexOfKey(under.map, 'claims');
  const nested = under.map.entries[at]?.value;
  const whole = [...found.path, found.index];
  let insert: Change;
  if (nested?.kind === 'seq' && nested.items.length > 0) {
    const value = isFlow(nested, nested.items.length - 1) ? data : block(data);
    insert = { kind: 'insert', path: [...under.path, at], index: nested.items.length, value };
  } else if (nested && isHollow(nested)) insert = { kind: 'replace', path: [...under.path, at], value: block([data]) };
  else {
    const index = placeFor(under.map, 'claims', CLAIM_ORDER);
    insert = { kind: 'insert', path: under.path, index, key: 'claims', value: block([data]) };
  }
  const remove: Change = { kind: 'remove', path: whole };
  // What comes later in the file is changed first, so that the paths of the other still count.
  return edit(found.source, ...(isBefore(whole, under.path) ? [insert, remove] : [remove, insert]));
}

/** A claim's keys as data, its scalars as they are written. Comments in it are no data. */
export function dataOfClaim(document: Document, claim: Claim): ClaimData | undefined {
  const found = findClaim(document, claim);
  return found && keysOf(carried(found.map, document.text));
}

/** The claims nested in one, as they are written. */
export function nestedData(data: ClaimData): readonly ClaimData[] {
  const { claims } = data;
  const list = claims instanceof Block ? claims.data : claims;
  return Array.isArray(list) ? (list as readonly Data[]).map(keysOf) : [];
}

function listOf(document: Document, claim: Claim) {
  const found = findClaim(document, claim);
  const index = found?.path.at(-1);
  const path = found?.path.slice(0, -1);
  const list = found && path && placeAt(found.source, path)?.node;
  return found && path && index !== undefined && list?.kind === 'seq'
    ? { source: found.source, path, index, list }
    : undefined;
}

function isFlow(list: YamlSeq, index: number): boolean {
  const item = list.items[index];
  return list.flow || (item?.kind === 'map' && item.flow);
}

function isBefore(a: Path, b: Path): boolean {
  for (const [i, step] of a.entries()) {
    const other = b[i];
    if (other === undefined || step > other) return false;
    if (step < other) return true;
  }
  return false;
}
