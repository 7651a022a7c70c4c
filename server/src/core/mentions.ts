/** Which names of which entities a body mentions: section 3 of the format. Knows forms and ids, no records and no YAML. */

import { joins } from './characters.ts';
import type { Entry, Gazetteer } from './gazetteer.ts';
import { type NormalisedText, normaliseText } from './normalise.ts';
import type { Span } from './text.ts';

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

/** A form that won its place, in offsets of the normalised body; `ids` are all that claim it, declared or not. */
export interface Chosen {
  readonly start: number;
  readonly end: number;
  readonly ids: readonly string[];
}

export interface Mentions {
  /** In order of the text, the longer of two that start together first. */
  readonly mentions: readonly Mention[];
  readonly untagged: readonly Untagged[];
  readonly ambiguous: readonly Ambiguous[];
  readonly chosen: readonly Chosen[];
}

interface Candidate extends Chosen {
  readonly form: string;
}

export function findMentions(body: NormalisedText, gazetteer: Gazetteer, declared: readonly Declared[]): Mentions {
  const claims = new Declarations(body, declared);
  const candidates = candidatesIn(body, gazetteer.with(claims.entries));
  // The longest first, then the leftmost.
  candidates.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const taken = new Int32Array(body.text.length);
  const chosen: Candidate[] = [];
  const mentions: Mention[] = [...claims.anchored(body)];
  const untagged: Untagged[] = [];
  const ambiguous: Ambiguous[] = [];
  const nested: Candidate[] = [];
  for (const candidate of candidates) {
    // What is longer was placed before: only the ends can tell whether this one lies free, inside, or across.
    const left = taken[candidate.start]!;
    const right = taken[candidate.end - 1]!;
    if (left === 0 && right === 0) {
      chosen.push(candidate);
      taken.fill(chosen.length, candidate.start, candidate.end);
    } else if (left === right) {
      nested.push(candidate);
    }
  }
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
  for (const candidate of withoutCrossing(nested)) {
    const outer = chosen[taken[candidate.start]! - 1]!;
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

/** Every occurrence of a form that stands between word boundaries. */
function candidatesIn(body: NormalisedText, gazetteer: Gazetteer): Candidate[] {
  const { text } = body;
  const found: Candidate[] = [];
  for (let start = 0; start < text.length; start++) {
    const unit = text.charCodeAt(start);
    const capital = isCapital(unit);
    if (!capital && !gazetteer.starts(unit)) continue;
    if (start > 0 && joins(text.charCodeAt(start - 1), unit)) continue;
    const from = found.length;
    gazetteer.walk(text, start, unit, (end, ids) => add(text, found, from, { start, end, ids, form: text.slice(start, end) }));
    if (!capital || !startsSentence(body, start)) continue;
    const small = text[start]!.toLowerCase();
    gazetteer.walk(text, start, small.charCodeAt(0), (end, ids) =>
      add(text, found, from, { start, end, ids, form: small + text.slice(start + 1, end) }),
    );
  }
  return found;
}

/** Adds a form that ends at a word boundary; a form that two layers or two spellings have is one candidate of all its ids. */
function add(text: string, found: Candidate[], from: number, candidate: Candidate): void {
  const { end } = candidate;
  if (end < text.length && joins(text.charCodeAt(end - 1), text.charCodeAt(end))) return;
  for (let i = from; i < found.length; i++) {
    const other = found[i]!;
    if (other.end !== end) continue;
    found[i] = { ...other, ids: [...new Set([...other.ids, ...candidate.ids])] };
    return;
  }
  found.push(candidate);
}

const isCapital = (unit: number): boolean =>
  (unit >= 0x41 && unit <= 0x5a) || (unit >= 0xc0 && unit < 0x2000 && /\p{Lu}/u.test(String.fromCharCode(unit)));

/** Marks that may stand between the end of a sentence and the first letter of the next. */
const OPENING = " '([{#>*-";
const SENTENCE_END = '.!?:;\u2026。';

function startsSentence(body: NormalisedText, start: number): boolean {
  for (let at = start; at > 0; at--) {
    if (body.startsLine(at)) return true;
    const before = body.text[at - 1]!;
    if (SENTENCE_END.includes(before)) return true;
    if (!OPENING.includes(before)) return false;
  }
  return true;
}

/** Of nested names that overlap one another in part, the longer stands. They come longest first. */
function withoutCrossing(nested: readonly Candidate[]): readonly Candidate[] {
  const kept: Candidate[] = [];
  const byStart = new Map<number, Candidate[]>();
  for (const candidate of nested) {
    let crosses = false;
    for (let at = candidate.start; at < candidate.end && !crosses; at++) {
      crosses = byStart.get(at)?.some((other) => crossing(other, candidate)) ?? false;
    }
    if (crosses) continue;
    kept.push(candidate);
    for (const at of [candidate.start, candidate.end - 1]) byStart.set(at, [...(byStart.get(at) ?? []), candidate]);
  }
  return kept;
}

const crossing = (a: Chosen, b: Chosen): boolean =>
  a.start < b.end && b.start < a.end && !(a.start <= b.start && b.end <= a.end) && !(b.start <= a.start && a.end <= b.end);

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
  private readonly denied = new Map<string, readonly Chosen[]>();
  private readonly placed: readonly { readonly id: string; readonly start: number; readonly end: number }[];

  constructor(body: NormalisedText, declared: readonly Declared[]) {
    const entries: Entry[] = [];
    for (const { id, as, sic, not } of declared) {
      for (const [kind, forms] of [['as', as] as const, ['sic', sic] as const]) {
        for (const form of forms.map(normaliseText)) {
          if (form === '') continue;
          entries.push({ form, id });
          this.local.set(`${id}\u0000${form}`, kind);
        }
      }
      if (not.length > 0) this.denied.set(id, [...(this.denied.get(id) ?? []), ...not.flatMap((text) => places(body, text))]);
    }
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
    const left = owners.filter((id) => !this.denied.get(id)?.some((denied) => denied.start < place.end && place.start < denied.end));
    if (left.length < 2) return left;
    const anchored = left.filter((id) =>
      this.placed.some((here) => here.id === id && here.start < place.end && place.start < here.end),
    );
    return anchored.length === 1 ? anchored : left;
  }

  mention(id: string, { form }: Candidate, span: Span, nested: boolean): Mention {
    const own = this.byId.get(id)?.forms.includes(form);
    const kind = own ? 'name' : (this.local.get(`${id}\u0000${form}`) ?? 'name');
    return { id, span, form, kind, nested };
  }

  *anchored(body: NormalisedText): Iterable<Mention> {
    for (const { id, start, end } of this.placed) {
      yield { id, span: body.spanOf(start, end), form: body.text.slice(start, end), kind: 'here', nested: false };
    }
  }
}

function places(body: NormalisedText, text: string): readonly Chosen[] {
  const sought = normaliseText(text);
  const found: Chosen[] = [];
  if (sought === '') return found;
  for (let at = body.text.indexOf(sought); at >= 0; at = body.text.indexOf(sought, at + sought.length)) {
    found.push({ start: at, end: at + sought.length, ids: [] });
  }
  return found;
}
