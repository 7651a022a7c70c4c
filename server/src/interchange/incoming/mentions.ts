/**
 * Mentions that another tool has marked, as the declarations that make them: names of the record where they suffice,
 * forms of the document, anchors, and `not` for what a name would catch beside. Proved by finding the mentions again.
 */

import { anchor } from '../../core/anchor.ts';
import type { Document } from '../../core/document.ts';
import type { Gazetteer } from '../../core/gazetteer.ts';
import { leastContexts, type Stretch } from '../../core/leastChoice.ts';
import { type Declared, findMentions, type Mentions } from '../../core/mentions.ts';
import { normaliseText } from '../../core/normalise.ts';
import type { Span } from '../../core/text.ts';
import { insideSentence } from '../../features/tagging/descriptions.ts';
import { placesOf } from '../../features/tagging/passage.ts';
import type { ExchangeMention } from '../exchange/model.ts';
import { type Quoted, quoteFor, stretchOf, wordsOf } from './anchors.ts';

/** One entity as it is going to be declared. */
export interface Draft {
  readonly id: string;
  readonly as: string[];
  readonly sic: string[];
  readonly not: string[];
  readonly here: Quoted[];
}

/** A mention to be made; its spans count in the file. */
export interface Wanted {
  readonly id: string;
  readonly spans: readonly Span[];
  readonly kind: ExchangeMention['kind'];
}

/** The names that there are, those of records yet to be written among them. */
export interface Names {
  readonly gazetteer: Gazetteer;
  /** Normalised. */
  forms(id: string): readonly string[];
}

export interface Settled {
  readonly drafts: readonly Draft[];
  /** Mentions that cannot be made. */
  readonly missing: readonly Wanted[];
  /** Mentions that nobody has marked and that a name makes all the same. */
  readonly extra: readonly { readonly id: string; readonly span: Span }[];
}

export interface Wish {
  /** What the document declares already. */
  readonly drafts: readonly Draft[];
  readonly wanted: readonly Wanted[];
  /** Whether a name is kept from places that nobody has marked. */
  readonly exact: boolean;
  /** Entities whose other mentions are not in question. */
  readonly settled: ReadonlySet<string>;
}

/** So often what was added is held against the body again. */
const ROUNDS = 5;
/** More anchors of one form nobody keeps in order; the name then stands for all of its places, and that is told. */
const MOST_ANCHORS = 500;
/** So many places of one form are told apart by the words around them. */
const MOST_CONTEXTS = 50;

export function settleMentions(document: Document, names: Names, wish: Wish): Settled {
  return new Settling(document, names, wish).run();
}

interface Place extends Stretch {
  readonly id: string;
  readonly wanted: Wanted;
}

class Settling {
  private readonly drafts = new Map<string, Draft>();
  private readonly places = new Map<string, Place>();
  private readonly pieces: { readonly wanted: Wanted; readonly stretches: readonly Stretch[] }[] = [];
  private readonly lost: Wanted[] = [];
  /** The furthest end of what is wanted from each place on, or before it. */
  private readonly reach: Int32Array;

  constructor(
    private readonly document: Document,
    private readonly names: Names,
    private readonly wish: Wish,
  ) {
    const { drafts, wanted } = wish;
    for (const one of drafts) this.drafts.set(one.id, copyOf(one));
    this.reach = new Int32Array(document.bodyText.text.length + 1);
    for (const one of wanted) this.take(one);
    for (let at = 1; at < this.reach.length; at++) this.reach[at] = Math.max(this.reach[at]!, this.reach[at - 1]!);
  }

  run(): Settled {
    this.anchorPieces();
    let open = this.open();
    for (let round = 0; round < ROUNDS && open.missing.length + open.extra.length + open.denied.length > 0; round++) {
      if (round === 0) this.addForms(open.missing);
      else this.addAnchors(open.missing);
      this.deny(open.denied);
      if (round > 0) this.deny(open.extra);
      open = this.open();
    }
    const { bodyText } = this.document;
    return {
      drafts: [...this.drafts.values()],
      missing: [...this.lost, ...open.missing.map(({ wanted }) => wanted)],
      extra: [...open.extra, ...open.denied].map(({ id, start, end }) => ({ id, span: bodyText.spanOf(start, end) })),
    };
  }

  private take(wanted: Wanted): void {
    const stretches = wanted.spans.map((span) => stretchOf(this.document, span));
    if (stretches.length === 0 || !stretches.every((one) => one !== undefined)) {
      this.lost.push(wanted);
      return;
    }
    this.draft(wanted.id);
    if (stretches.length > 1) this.pieces.push({ wanted, stretches });
    for (const { start, end } of stretches) {
      this.places.set(keyOf(wanted.id, start, end), { id: wanted.id, start, end, wanted });
      this.reach[start] = Math.max(this.reach[start]!, end);
    }
  }

  private draft(id: string): Draft {
    let draft = this.drafts.get(id);
    if (!draft) {
      draft = { id, as: [], sic: [], not: [], here: [] };
      this.drafts.set(id, draft);
    }
    return draft;
  }

  /** A mention in pieces has no form, and is anchored as one. */
  private anchorPieces(): void {
    for (const { wanted, stretches } of this.pieces) {
      const quote = quoteFor(this.document, stretches);
      const { here } = this.draft(wanted.id);
      if (!quote) this.lost.push(wanted);
      else if (!here.some((one) => JSON.stringify(one) === JSON.stringify(quote))) here.push(quote);
      if (quote) continue;
      for (const { start, end } of stretches) this.places.delete(keyOf(wanted.id, start, end));
    }
  }

  private found(): Mentions {
    const { bodyText } = this.document;
    const declared = [...this.drafts.values()].map(
      (draft): Declared => ({
        id: draft.id,
        forms: this.names.forms(draft.id),
        as: draft.as,
        sic: draft.sic,
        not: draft.not,
        here: draft.here.flatMap((quote) => {
          const found = anchor(bodyText, quote);
          return found.kind === 'missing' ? [] : [{ spans: found.spans }];
        }),
      }),
    );
    return findMentions(bodyText, this.names.gazetteer, declared);
  }

  /** What is wanted and missing; what is there and not wanted; which entities claim a place that is another's. */
  private open() {
    const { exact, settled } = this.wish;
    const { mentions, ambiguous } = this.found();
    const have = new Set<string>();
    const extra: (Stretch & { readonly id: string })[] = [];
    for (const { id, span } of mentions) {
      const stretch = stretchOf(this.document, span);
      if (!stretch) continue;
      const key = keyOf(id, stretch.start, stretch.end);
      have.add(key);
      if (exact && !settled.has(id) && !this.places.has(key)) extra.push({ id, ...stretch });
    }
    const denied = ambiguous.flatMap(({ ids, span }) => {
      const stretch = stretchOf(this.document, span);
      if (!stretch) return [];
      const owners = ids.filter((id) => this.places.has(keyOf(id, stretch.start, stretch.end)));
      const others = ids.filter((id) => !owners.includes(id) && !settled.has(id));
      return owners.length === 0 && !exact ? [] : others.map((id) => ({ id, ...stretch }));
    });
    const missing = [...this.places].filter(([key]) => !have.has(key)).map(([, place]) => place);
    return { missing, extra, denied };
  }

  /** A form of the document, where all its places are wanted; the source's own error, where that is what it was. */
  private addForms(missing: readonly Place[]): void {
    const { bodyText } = this.document;
    for (const place of missing) {
      const { id, wanted, start, end } = place;
      if (wanted.kind === 'here') continue;
      const form = bodyText.text.slice(start, end);
      const at = placesOf(bodyText, form);
      if (!at.includes(start)) continue;
      const fits = at.every(
        (from) => this.places.has(keyOf(id, from, from + form.length)) || this.reach[from]! >= from + form.length,
      );
      if (this.wish.exact && !fits) continue;
      const draft = this.draft(id);
      const list = wanted.kind === 'sic' ? draft.sic : draft.as;
      const words = wordsOf(this.document, place);
      const written = wanted.kind === 'sic' ? words : insideSentence(words);
      const known = [...draft.as, ...draft.sic].map(normaliseText);
      if (!known.includes(normaliseText(written))) list.push(written);
    }
  }

  private addAnchors(missing: readonly Place[]): void {
    for (const { id, start, end } of missing) {
      const key = `${id}\u0000${this.document.bodyText.text.slice(start, end)}`;
      const count = (this.anchored.get(key) ?? 0) + 1;
      if (count > MOST_ANCHORS) continue;
      this.anchored.set(key, count);
      const quote = quoteFor(this.document, [{ start, end }]);
      const { here } = this.draft(id);
      if (quote && !here.some((one) => JSON.stringify(one) === JSON.stringify(quote))) here.push(quote);
    }
  }

  /** How many anchors an entity has got for one form. */
  private readonly anchored = new Map<string, number>();

  /** Keeps names from places where they are not wanted. */
  private deny(places: readonly (Stretch & { readonly id: string })[]): void {
    const groups = new Map<string, (Stretch & { readonly id: string })[]>();
    for (const place of places) {
      const key = `${place.id}\u0000${this.document.bodyText.text.slice(place.start, place.end)}`;
      const group = groups.get(key);
      if (group) group.push(place);
      else groups.set(key, [place]);
    }
    for (const group of groups.values()) this.denyForm(group);
  }

  /**
   * From all places of a form where none of them is wanted; from a few by the words around them; else from all, so that
   * those which are wanted get anchors in the next round.
   */
  private denyForm(group: readonly (Stretch & { readonly id: string })[]): void {
    const { bodyText } = this.document;
    const [{ id, start, end }] = group as [Stretch & { readonly id: string }];
    const { not } = this.draft(id);
    const form = bodyText.text.slice(start, end);
    if (not.some((text) => normaliseText(text) === form)) return;
    const meeting = placesOf(bodyText, form).filter((from) =>
      this.meetsWanted(id, { start: from, end: from + form.length }),
    );
    const around =
      meeting.length > 0 && group.length <= Math.min(meeting.length, MOST_CONTEXTS)
        ? group.map((place) => leastContexts(bodyText, place).find((stretch) => !this.meetsWanted(id, stretch)))
        : [undefined];
    const texts = around.every((stretch) => stretch !== undefined)
      ? around.map((stretch) => wordsOf(this.document, stretch))
      : meeting.length <= MOST_ANCHORS
        ? [wordsOf(this.document, { start, end })]
        : [];
    for (const text of texts) if (!not.includes(text)) not.push(text);
  }

  private meetsWanted(id: string, { start, end }: Stretch): boolean {
    for (const place of this.placesBy(id)) {
      if (place.start >= end) return false;
      if (place.end > start) return true;
    }
    return false;
  }

  private readonly byId = new Map<string, readonly Place[]>();

  private placesBy(id: string): readonly Place[] {
    if (this.byId.size === 0) {
      const groups = new Map<string, Place[]>();
      for (const place of this.places.values()) {
        const group = groups.get(place.id);
        if (group) group.push(place);
        else groups.set(place.id, [place]);
      }
      for (const [one, group] of groups)
        this.byId.set(
          one,
          group.sort((a, b) => a.start - b.start),
        );
    }
    return this.byId.get(id) ?? [];
  }
}

const keyOf = (id: string, start: number, end: number): string => `${id}\u0000${start}\u0000${end}`;

const copyOf = ({ id, as, sic, not, here }: Draft): Draft => ({
  id,
  as: [...as],
  sic: [...sic],
  not: [...not],
  here: [...here],
});
