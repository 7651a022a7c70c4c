/** Which names of which entities a body mentions: section 3 of the format. Knows forms and ids, no records and no YAML. */

import { occurrences } from './anchor.ts';
import type { Entry, Gazetteer } from './gazetteer.ts';
import { type Candidate, type Chosen, candidatesIn } from './mentions/candidates.ts';
import { type NormalisedText, normaliseText } from './normalise.ts';
import type { Span } from './text.ts';

export type { Chosen } from './mentions/candidates.ts';

/** An entity that the document declares, with all that names it there. */
export interface Declared {
  readonly id: string;
  /** The names and aliases of its record, normalised. */
  readonly forms: readonly string[];
  readonly as: readonly string[];
  readonly sic: readonly string[];
  readonly not: readonly string[];
  /** Mentions that were anchored by quote, in offsets of the file. */
  readonly here: readonly { readonly spans: readonly Span[] }[];
}

export interface Mention {
  readonly id: string;
  readonly span: Span;
  /** The form as it is written in the record or document; the passage itself for an anchored one. */
  readonly form: string;
  readonly kind: 'name' | 'as' | 'sic' | 'here';
  /** It lies inside another mention, or inside a longer name that nobody declared. */
  readonly nested: boolean;
}

/** A name of records that the document does not declare. */
export interface Untagged {
  readonly ids: readonly string[];
  readonly span: Span;
  readonly form: string;
}

/** A form that several declared entities claim, and nothing settles it. */
export interface Ambiguous {
  readonly ids: readonly string[];
  readonly span: Span;
  readonly form: string;
}

export interface Mentions {
  /** In order of the text, the longer of two that start together first. */
  readonly mentions: readonly Mention[];
  readonly untagged: readonly Untagged[];
  readonly ambiguous: readonly Ambiguous[];
  readonly chosen: readonly Chosen[];
}

export function findMentions(body: NormalisedText, gazetteer: Gazetteer, declared: readonly Declared[]): Mentions {
  const claims = new Declarations(body, declared);
  const candidates = candidatesIn(body, gazetteer.with(claims.entries));
  // The longest first, then the leftmost.
  candidates.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const { chosen, nested } = place(candidates, body.text.length);
  const mentions: Mention[] = [...claims.anchored(body)];
  const untagged: Untagged[] = [];
  const ambiguous: Ambiguous[] = [];
  for (const candidate of chosen) {
    const owners = candidate.ids.filter((id) => claims.has(id));
    const settled = claims.settle(candidate, owners);
    const { form } = candidate;
    const span = body.spanOf(candidate.start, candidate.end);
    if (owners.length === 0) {
      if (!claims.isAnchored(candidate)) untagged.push({ ids: candidate.ids, span, form });
    } else if (settled.length > 1) ambiguous.push({ ids: settled, span, form });
    else if (settled.length === 1) mentions.push(claims.mention(settled[0]!, candidate, span, false));
  }
  for (const { candidate, outer } of nested) {
    const owners = candidate.ids.filter((id) => claims.has(id) && !outer.ids.includes(id));
    const settled = claims.settle(candidate, owners);
    const span = body.spanOf(candidate.start, candidate.end);
    if (settled.length === 1) mentions.push(claims.mention(settled[0]!, candidate, span, true));
    else if (settled.length > 1) ambiguous.push({ ids: settled, span, form: candidate.form });
  }
  const bySpan = (a: { span: Span }, b: { span: Span }) => a.span.start - b.span.start || b.span.end - a.span.end;
  return {
    mentions: distinct(mentions.sort(bySpan)),
    untagged: untagged.sort(bySpan),
    ambiguous: ambiguous.sort(bySpan),
    chosen: chosen.sort((a, b) => a.start - b.start),
  };
}

interface Nested {
  readonly candidate: Candidate;
  /** The chosen form that it lies in. */
  readonly outer: Candidate;
}

/**
 * Which candidates win a place, and which lie wholly inside one that did. They come longest first, so that whatever was
 * placed before is no shorter: a candidate's two ends tell whether it lies free, inside or across. Names inside a chosen
 * one compete with one another in the same way.
 */
function place(candidates: readonly Candidate[], length: number): { chosen: Candidate[]; nested: readonly Nested[] } {
  const chosen: Candidate[] = [];
  const nested: Nested[] = [];
  /** The chosen form around each placed one; itself for a chosen one. */
  const outers: Candidate[] = [];
  const taken = new Int32Array(length);
  for (const candidate of candidates) {
    const around = taken[candidate.start]!;
    if (around !== taken[candidate.end - 1]!) continue;
    const outer = around === 0 ? candidate : outers[around - 1]!;
    if (around === 0) chosen.push(candidate);
    else nested.push({ candidate, outer });
    outers.push(outer);
    taken.fill(outers.length, candidate.start, candidate.end);
  }
  return { chosen, nested };
}

function distinct(sorted: readonly Mention[]): readonly Mention[] {
  return sorted.filter((mention, i) => {
    for (let j = i - 1; j >= 0 && sorted[j]!.span.start === mention.span.start; j--) {
      if (sorted[j]!.id === mention.id && sorted[j]!.span.end === mention.span.end) return false;
    }
    return true;
  });
}

/** What the declarations of a document add to the names of the records, and take from them. */
class Declarations {
  /** The forms that only this document has. */
  readonly entries: readonly Entry[];
  private readonly byId = new Map<string, Declared>();
  private readonly local = new Map<string, 'as' | 'sic'>();
  private readonly denied = new Map<string, readonly Stretch[]>();
  private readonly placed: readonly { readonly id: string; readonly start: number; readonly end: number }[];

  constructor(body: NormalisedText, declared: readonly Declared[]) {
    const entries: Entry[] = [];
    const texts = new Map<string, readonly string[]>();
    for (const { id, as, sic, not } of declared) {
      for (const [kind, forms] of [['as', as] as const, ['sic', sic] as const]) {
        for (const form of forms.map(normaliseText)) {
          if (form === '') continue;
          entries.push({ form, id });
          this.local.set(`${id}\u0000${form}`, kind);
        }
      }
      if (not.length > 0) texts.set(id, [...(texts.get(id) ?? []), ...not]);
    }
    for (const [id, nots] of texts) this.denied.set(id, coverage(body, nots));
    for (const one of declared) this.byId.set(one.id, one);
    this.entries = entries;
    this.placed = declared.flatMap(({ id, here }) =>
      here.flatMap(({ spans }) =>
        spans.map((span) => ({ id, start: body.offsetOf(span.start), end: body.offsetOf(span.end - 1) + 1 })),
      ),
    );
  }

  has(id: string): boolean {
    return this.byId.has(id);
  }

  /** Whether an anchored mention covers the place, so that it is not for its name to say who is meant. */
  isAnchored(place: Chosen): boolean {
    return this.placed.some(({ start, end }) => start <= place.start && place.end <= end);
  }

  /** Of the declared owners of a form those that `not` leaves; an anchored mention of one of them at the place decides. */
  settle(place: Chosen, owners: readonly string[]): readonly string[] {
    const left = owners.filter((id) => !meets(this.denied.get(id) ?? [], place));
    if (left.length < 2) return left;
    const anchored = left.filter((id) =>
      this.placed.some((here) => here.id === id && here.start < place.end && place.start < here.end),
    );
    return anchored.length === 1 ? anchored : left;
  }

  mention(id: string, { form }: Candidate, span: Span, nested: boolean): Mention {
    const forms = this.byId.get(id)?.forms ?? [];
    // Where two spellings share a place, the candidate has one of them and this entity may own the other.
    const small = form[0]!.toLowerCase() + form.slice(1);
    for (const own of small === form ? [form] : [form, small]) {
      if (forms.includes(own)) return { id, span, form: own, kind: 'name', nested };
      const kind = this.local.get(`${id}\u0000${own}`);
      if (kind) return { id, span, form: own, kind, nested };
    }
    return { id, span, form, kind: 'name', nested };
  }

  *anchored(body: NormalisedText): Iterable<Mention> {
    for (const { id, start, end } of this.placed) {
      yield { id, span: body.spanOf(start, end), form: body.text.slice(start, end), kind: 'here', nested: false };
    }
  }
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The stretches that any of `texts` covers, in order and apart. */
function coverage(body: NormalisedText, texts: readonly string[]): readonly Stretch[] {
  const all = texts.flatMap((text) => {
    const sought = normaliseText(text);
    return occurrences(body.text, sought).map((start): Stretch => ({ start, end: start + sought.length }));
  });
  const apart: { start: number; end: number }[] = [];
  for (const { start, end } of all.sort((a, b) => a.start - b.start)) {
    const last = apart.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else apart.push({ start, end });
  }
  return apart;
}

/** Whether one of `stretches`, in order and apart, overlaps `place`: by binary search, for a common word has thousands. */
function meets(stretches: readonly Stretch[], place: Stretch): boolean {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stretches[middle]!.end > place.start) high = middle;
    else low = middle + 1;
  }
  return low < stretches.length && stretches[low]!.start < place.end;
}
