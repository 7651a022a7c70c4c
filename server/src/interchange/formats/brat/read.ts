/** .ann files with their texts, as other tools or Concord wrote them. Whatever does not fit the text is a problem. */

import type { Span } from '../../../core/text.ts';
import { bareDocument, propertyNamed, relationClaim, spanIn } from '../../exchange/bare.ts';
import { Fields, isObject } from '../../exchange/fields.ts';
import type { ImportContext, Imported, ImportProblem, InFile } from '../../exchange/format.ts';
import { linesIn, textOf } from '../../exchange/lines.ts';
import type { Losses } from '../../exchange/losses.ts';
import { type ExchangeClaim, type ExchangeDocument, type ExchangeMention, refOf } from '../../exchange/model.ts';
import { Offsets, withoutMark } from '../../exchange/offsets.ts';
import { claimFrom } from '../jsonl/read.ts';
import { DATABASE, NOTE } from './write.ts';

export function readBrat(files: readonly InFile[], context: ImportContext, losses: Losses): Imported {
  const problems: ImportProblem[] = [];
  const documents: ExchangeDocument[] = [];
  const byStem = new Map<string, { ann?: InFile; txt?: InFile }>();
  for (const file of files) {
    const found = /^(.*)\.(ann|txt)$/is.exec(file.path);
    if (!found) problems.push({ file: file.path, message: 'a file of brat ends in .ann or .txt' });
    else byStem.set(found[1]!, { ...byStem.get(found[1]!), [found[2]!.toLowerCase()]: file });
  }
  for (const [stem, { ann, txt }] of byStem) {
    if (!txt) {
      problems.push({ file: ann!.path, message: `the text that it annotates, ${stem}.txt, is not there` });
      continue;
    }
    const text = textOf(txt);
    const lines = ann ? textOf(ann) : '';
    if (typeof text !== 'string') problems.push(text);
    if (typeof lines !== 'string') problems.push(lines);
    if (typeof text !== 'string' || typeof lines !== 'string') continue;
    const path = /\.(?:md|markdown|txt)$/i.test(stem) ? stem : `${stem}.txt`;
    const reading = new Reading(path, ann?.path ?? txt.path, text, context, problems, losses);
    documents.push(reading.document(lines));
  }
  return { documents, entities: [], problems };
}

interface TextBound {
  readonly label: string;
  readonly spans: readonly Span[];
  readonly line: number;
}

class Reading {
  private readonly body: string;
  private readonly by: number;
  private readonly offsets: Offsets;
  private readonly bound = new Map<string, TextBound>();
  private readonly entities = new Map<string, string>();
  private readonly kinds = new Map<string, ExchangeMention['kind']>();
  private readonly triggers = new Set<string>();
  private readonly claims: ExchangeClaim[] = [];
  private readonly notes = new Map<string, { readonly text: string; readonly line: number }>();

  constructor(
    private readonly path: string,
    private readonly file: string,
    text: string,
    private readonly context: ImportContext,
    private readonly problems: ImportProblem[],
    private readonly losses: Losses,
  ) {
    const { body, by } = withoutMark(text);
    this.body = body;
    this.by = by;
    this.offsets = new Offsets(text, 'code-point');
  }

  document(source: string): ExchangeDocument {
    const later: { readonly line: number; readonly parts: readonly string[] }[] = [];
    for (const { number: line, text } of linesIn(source)) {
      if (text.trim() === '') continue;
      const parts = text.split('\t');
      const kind = parts[0]![0];
      if (kind === 'T') this.readText(line, parts);
      else if (kind === '#') this.readNote(line, parts);
      else if (kind !== undefined && 'NAMER*'.includes(kind)) later.push({ line, parts });
      else this.problem(line, `no line of brat begins with ${JSON.stringify(parts[0]!.slice(0, 20))}`);
    }
    // What refers to text may stand before it.
    for (const { line, parts } of later.filter(({ parts }) => 'NAM'.includes(parts[0]![0]!)))
      this.readAbout(line, parts);
    for (const { line, parts } of later.filter(({ parts }) => !'NAM'.includes(parts[0]![0]!)))
      this.readLink(line, parts);
    for (const { text } of this.notes.values()) this.losses.add('notes', `${this.path}: ${text}`);
    const mentions = [...this.bound]
      .filter(([name]) => !this.triggers.has(name))
      .map(([name, { label, spans }]): ExchangeMention => {
        const entity = this.entities.get(name);
        return {
          spans,
          text: spans.map(({ start, end }) => this.body.slice(start, end)).join(' '),
          ref: refOf(name),
          ...(entity !== undefined && { entity }),
          type: label,
          kind: this.kinds.get(name) ?? 'name',
        };
      });
    mentions.sort((a, b) => a.spans[0]!.start - b.spans[0]!.start || b.spans[0]!.end - a.spans[0]!.end);
    return bareDocument(this.path, this.body, mentions, { claims: this.claims });
  }

  private readText(line: number, [name, places, words]: readonly string[]): void {
    const found = /^(\S+) (\d+ \d+(?:;\d+ \d+)*)$/.exec(places ?? '');
    if (!found) {
      this.problem(line, `${name} has to say its label and its places, as in "Person 0 5"`);
      return;
    }
    const spans: Span[] = [];
    for (const pair of found[2]!.split(';')) {
      const [from, to] = pair.split(' ').map(Number);
      const span = spanIn(this.offsets, from, to);
      if (typeof span === 'string' || span.start < this.by) {
        this.problem(line, typeof span === 'string' ? `${name}: ${span}` : `${name} begins with the byte order mark`);
        return;
      }
      spans.push({ start: span.start - this.by, end: span.end - this.by });
    }
    spans.sort((a, b) => a.start - b.start);
    if (spans.some(({ start }, i) => i > 0 && start < spans[i - 1]!.end)) {
      this.problem(line, `the pieces of ${name} overlap`);
      return;
    }
    const own = spans.map(({ start, end }) => this.body.slice(start, end)).join(' ');
    if (words !== undefined && bare(words) !== bare(own)) {
      this.problem(line, `${name} says ${shown(words)}, and the text has ${shown(own)} there`);
      return;
    }
    if (this.bound.has(name!)) this.problem(line, `there are two annotations ${name}`);
    this.bound.set(name!, { label: found[1]!, spans: this.joined(spans), line });
  }

  /** Pieces with nothing but a line break between them are one passage. */
  private joined(spans: readonly Span[]): readonly Span[] {
    const result: Span[] = [];
    for (const span of spans) {
      const last = result.at(-1);
      const between = last && this.body.slice(last.end, span.start);
      if (last && /^\s*$/.test(between!) && /[\r\n]/.test(between!))
        result[result.length - 1] = { ...last, end: span.end };
      else result.push(span);
    }
    return result;
  }

  private readNote(line: number, [, about, text]: readonly string[]): void {
    const name = about?.split(' ')[1];
    if (name !== undefined && text !== undefined) this.notes.set(name, { text, line });
  }

  private readAbout(line: number, [name, about]: readonly string[]): void {
    const [label, of, value] = about?.split(' ') ?? [];
    if (label === undefined || of === undefined) {
      this.problem(line, `${name} says of nothing what it is`);
      return;
    }
    if (name!.startsWith('N')) {
      const [database, id] = [value?.split(':')[0], value?.slice(value.indexOf(':') + 1)];
      if (database === DATABASE && id) this.entities.set(of, id);
      else this.losses.add('references to other registers', `${this.path}: ${value}`);
    } else if (label === 'Kind' && (value === 'as' || value === 'sic' || value === 'here')) this.kinds.set(of, value);
    else this.losses.add(`attributes ${label}`, `${this.path}: ${of}`);
  }

  private readLink(line: number, [name, about]: readonly string[]): void {
    const [head, ...rest] = (about ?? '').trim().split(/\s+/);
    if (name!.startsWith('*')) {
      this.losses.add('groups of mentions of one thing', `${this.path}: ${about}`);
      return;
    }
    const [label, trigger] = head!.split(':');
    const roles = rest.map((one) => one.split(':') as [string, string | undefined]);
    const note = this.notes.get(name!);
    if (name!.startsWith('E') && trigger !== undefined) {
      this.triggers.add(trigger);
      if (note?.text.startsWith(NOTE)) {
        this.notes.delete(name!);
        this.readClaim(note, trigger);
        return;
      }
    }
    const property = propertyNamed(label!, this.context.properties);
    const [from, to] = roles.map(([, of]) => (of === undefined ? undefined : this.target(of)));
    if (roles.length !== 2 || !from || !to || property === undefined) {
      const what =
        property === undefined ? `relations ${label}, which is no property here` : 'events of other than two parts';
      this.losses.add(what, `${this.path}: ${name}`);
      if (roles.some(([, of]) => of !== undefined && /^T/.test(of) && !this.bound.has(of)))
        this.problem(line, `${name} speaks of an annotation that is not there`);
      return;
    }
    this.claims.push(relationClaim(name!, property, this.body, from, to));
  }

  private target(name: string): { name: string; spans: readonly Span[] } | undefined {
    const bound = this.bound.get(name);
    return bound && { name: this.entities.get(name) ?? refOf(name), spans: bound.spans };
  }

  /** A claim as Concord wrote it; its place is the trigger's. */
  private readClaim({ text, line }: { readonly text: string; readonly line: number }, trigger: string): void {
    const spans = this.bound.get(trigger)?.spans;
    let value: unknown;
    try {
      value = JSON.parse(text.slice(NOTE.length));
    } catch {
      value = undefined;
    }
    if (!isObject(value) || !spans) {
      this.problem(line, 'the note of a claim is no claim any more, or its passage is not there');
      return;
    }
    const claim = claimFrom(Fields.ofLine(value, this.file, line, this.problems), undefined);
    if (claim) this.claims.push({ ...claim, ...(claim.quote && { quote: { ...claim.quote, spans } }) });
  }

  private problem(line: number, message: string): void {
    this.problems.push({ file: this.file, line, message });
  }
}

const bare = (text: string): string => text.replace(/\s+/g, ' ').trim();
const shown = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 59)}…` : text);
