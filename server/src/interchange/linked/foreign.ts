/** Entities that other tools know by an address: gathered from what is annotated with it. Knows no format. */

import { isDescription } from '../../features/tagging/descriptions.ts';
import type { ExchangeEntity } from '../exchange/model.ts';
import { isWebAddress } from './names.ts';

interface Gathered {
  type?: string;
  label?: string;
  /** The first words for it that can be a name. */
  name?: string;
}

export class ForeignEntities {
  private readonly known = new Map<string, Gathered>();

  /** `words` stand in a text for what has this address. */
  add(address: string, said: { readonly type?: string; readonly label?: string; readonly words: string }): void {
    const gathered = this.known.get(address) ?? {};
    this.known.set(address, gathered);
    const words = said.words.replace(/\s+/g, ' ').trim();
    gathered.type ??= said.type;
    gathered.label ??= said.label;
    if (words !== '' && !isDescription(words)) gathered.name ??= words;
  }

  all(): readonly ExchangeEntity[] {
    return [...this.known].map(([address, { type, label, name }]) => ({
      id: address,
      ...(type !== undefined && { type }),
      names: [{ text: label ?? name ?? lastPart(address) }],
      aliases: [],
      description: [],
      sameAs: isWebAddress(address) ? [address] : [],
      distinctFrom: [],
      facts: [],
    }));
  }
}

/** `Ada Lovelace` of `https://dbpedia.org/resource/Ada_Lovelace`. */
function lastPart(address: string): string {
  const part =
    address
      .replace(/(?<![/#])[/#]+$/, '')
      .split(/[/#:]/)
      .at(-1) ?? '';
  try {
    return decodeURIComponent(part).replaceAll('_', ' ').trim() || address;
  } catch {
    return part || address;
  }
}
