/** Edits of claims and facts: one key of one, or a whole one. Knows the order of their keys, not what they mean. */

import type { Claim } from '../claim.ts';
import type { Document } from '../document.ts';
import { DOCUMENT_KEYS } from '../frontMatter.ts';
import { CHOICE_KEYS, type Quote } from '../quote.ts';
import { type EntityRecord, RECORD_KEYS, type RecordFile } from '../record.ts';
import type { YamlMap, YamlNode } from '../yaml.ts';
import { createFrontMatter, edit } from './change.ts';
import { CLAIM_ORDER } from './claimKeys.ts';
import { block, blockEntry, type Data, kept, meaningOfData } from './data.ts';
import { indexOfKey, pathTo, placeFor, setKey } from './find.ts';
import { isHollow } from './layout.ts';
import { type Change, type Edits, open, type Path, placeAt, type Source } from './source.ts';

export { CLAIM_ORDER };

/** A claim to be written: its keys and their values, in any order. */
export type ClaimData = { readonly [key: string]: Data | undefined };

/** The file that a claim or fact stands in. */
export type ClaimFile = Document | RecordFile;

/** Sets a key of a claim or fact, in place of the value it has, or as a new key where its order puts it. */
export function setClaimKey(file: ClaimFile, claim: Claim, key: string, value: Data): Edits {
  const found = findClaim(file, claim);
  return found && edit(found.source, setKey(found.map, found.path, key, value, CLAIM_ORDER));
}

/** No edits where the claim does not have the key itself. */
export function removeClaimKey(file: ClaimFile, claim: Claim, key: string): Edits {
  const found = findClaim(file, claim);
  if (!found) return undefined;
  const index = indexOfKey(found.map, key);
  return index < 0 ? [] : edit(found.source, { kind: 'remove', path: [...found.path, index] });
}

/**
 * Takes a whole claim or fact out, with those nested in it; after the last one `[]` remains.
 * The several claims that the values of a list make are one: they go together.
 */
export function removeClaim(file: ClaimFile, claim: Claim): Edits {
  const found = findClaim(file, claim);
  return found && edit(found.source, { kind: 'remove', path: found.path });
}

/**
 * A new claim after the others of the document, or after those nested in `outer`. It is written as the one before it
 * is; the first of a list over several lines, or `onOneLine`.
 */
export function addClaim(document: Document, claim: ClaimData, outer?: Claim, onOneLine = false): Edits {
  if (outer) {
    const found = findClaim(document, outer);
    const change = found && appended(found.map, found.path, 'claims', ordered(claim), CLAIM_ORDER, !onOneLine);
    return found && change && edit(found.source, change);
  }
  const source = open(document);
  if (!source) return undefined;
  const data = ordered(claim);
  if (source.region) return edit(source, appended(source.root, [], 'claims', data, DOCUMENT_KEYS));
  const style = { eol: document.text.includes('\r\n') ? '\r\n' : '\n', step: 2, dash: 2 };
  const lines = blockEntry('claims', block([block(data)]), 0, style).split(style.eol);
  return createFrontMatter(source, lines, { map: [['claims', [meaningOfData(data)]]] });
}

/** A new fact after the others of a record. */
export function addFact(file: RecordFile, record: EntityRecord, fact: ClaimData): Edits {
  const source = open(file);
  if (!source) return undefined;
  const index = indexOfKey(source.root, record.id.value);
  const node = source.root?.entries[index]?.value;
  if (node?.kind !== 'map') return undefined;
  return edit(source, appended(node, [index], 'facts', ordered(fact), RECORD_KEYS, false));
}

/**
 * Says which of several matches a quote means, in place of what said so before: beside a claim's plain quote, inside
 * `{quote: …}` elsewhere.
 */
export function setChoice(
  document: Document,
  quote: Quote,
  choice: { readonly [key in (typeof CHOICE_KEYS)[number]]?: string | number },
): Edits {
  const source = open(document);
  const path = source && pathTo(source, quote.span, (node) => node.kind !== 'missing');
  const place = path && placeAt(source, path);
  if (!place) return undefined;
  const chosen = Object.entries(choice)[0];
  if (!chosen) return [];
  const holder = choiceHolder(place.node, place.parent, place.index, path);
  if (holder) return edit(source, ...chooseIn(holder.map, holder.path, ...chosen));
  const inner = place.node.kind === 'scalar' ? kept(place.node, source.text) : undefined;
  return inner && edit(source, { kind: 'replace', path, value: { quote: inner, [chosen[0]]: chosen[1] } });
}

/** The map in which the choice of a quote belongs; undefined where the quote is an item of a list and has none yet. */
export function choiceHolder(
  node: YamlNode,
  parent: YamlNode | undefined,
  index: number,
  path: Path,
): { map: YamlMap; path: Path } | undefined {
  if (node.kind === 'map') return { map: node, path };
  if (parent?.kind === 'map' && parent.entries[index]?.key.value === 'quote')
    return { map: parent, path: path.slice(0, -1) };
  return undefined;
}

/** Puts a choice among matches in place of those that a map has. */
export function chooseIn(map: YamlMap, path: Path, key: string, value: string | number): readonly Change[] {
  const present = map.entries.flatMap((entry, i) =>
    (CHOICE_KEYS as readonly string[]).includes(entry.key.value) ? [i] : [],
  );
  const target = present.find((i) => map.entries[i]!.key.value === key) ?? present[0];
  if (target === undefined) return [setKey(map, path, key, value, CLAIM_ORDER)];
  const others = present.filter((i) => i !== target).reverse();
  const at = [...path, target];
  return [
    { kind: 'rename', path: at, key },
    { kind: 'replace', path: at, value },
    ...others.map((i): Change => ({ kind: 'remove', path: [...path, i] })),
  ];
}

/** `data` as the last item of the list under `key`, written as the item before it is. */
function appended(
  map: YamlMap | undefined,
  path: Path,
  key: string,
  data: ClaimData,
  order: readonly string[],
  blocks = true,
): Change {
  const index = indexOfKey(map, key);
  const list = map?.entries[index]?.value;
  if (list?.kind === 'seq' && list.items.length > 0) {
    const last = list.items.findLast((item) => item.kind === 'map');
    const inFlow = last?.kind === 'map' ? last.flow : !blocks;
    return { kind: 'insert', path: [...path, index], index: list.items.length, value: inFlow ? data : block(data) };
  }
  const value: Data = block([blocks ? block(data) : data]);
  if (list && isHollow(list)) return { kind: 'replace', path: [...path, index], value };
  return { kind: 'insert', path, index: placeFor(map, key, order), key, value };
}

/** In the order of their keys. */
export function ordered(claim: ClaimData): ClaimData {
  const rank = (key: string): number => {
    const at = CLAIM_ORDER.indexOf(key);
    return at < 0 ? CLAIM_ORDER.indexOf('*') : at;
  };
  return Object.fromEntries(Object.entries(claim).sort(([a], [b]) => rank(a) - rank(b)));
}

/** The map of YAML in which a claim is written. */
export function findClaim(file: ClaimFile, claim: Claim): { source: Source; path: Path; map: YamlMap } | undefined {
  const source = open(file);
  const path = source && pathTo(source, claim.span, (node) => node.kind === 'map');
  const node = path && placeAt(source, path)?.node;
  return source && path && node?.kind === 'map' ? { source, path, map: node } : undefined;
}
