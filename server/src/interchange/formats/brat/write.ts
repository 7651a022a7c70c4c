/** The lines of an .ann file. Reads nothing. */

import type { Span } from '../../../core/text.ts';
import type { Losses } from '../../exchange/losses.ts';
import type { ExchangeClaim, ExchangeDocument, ExchangeMention } from '../../exchange/model.ts';
import { Offsets } from '../../exchange/offsets.ts';
import { claimObject } from '../jsonl/write.ts';

/** The database that names of entities refer to. */
export const DATABASE = 'Concord';
/** Before the whole of a claim in the note of its event. */
export const NOTE = 'concord: ';

/** What a type or property is called where only some characters may stand. */
export const labelFor = (id: string | undefined): string =>
  (id ?? 'entity').replace(/[^A-Za-z0-9_-]/g, '_') || 'entity';

/** T, N, A, E and # lines, those of one annotation after one another. */
export function* annotationLines(document: ExchangeDocument, losses: Losses): Iterable<string> {
  const { body, path } = document;
  const offsets = new Offsets(body, 'code-point');
  const counts = { T: 0, N: 0, A: 0, E: 0, '#': 0 };
  const next = (kind: keyof typeof counts): string => `${kind}${++counts[kind]}`;
  const textBound = (name: string, label: string, spans: readonly Span[]): string => {
    const pieces = spans.flatMap((span) => [...linesOf(body, span)]);
    const places = pieces.map(({ start, end }) => `${offsets.fromUtf16(start)} ${offsets.fromUtf16(end)}`);
    const words = pieces.map(({ start, end }) => body.slice(start, end).replace(/[\r\n\t]/g, ' '));
    return `${name}\t${label} ${places.join(';')}\t${words.join(' ')}\n`;
  };
  const placed: { readonly name: string; readonly mention: ExchangeMention }[] = [];
  for (const mention of document.mentions) {
    if (mention.spans.some(({ start, end }) => !whole(offsets, start, end))) {
      losses.add('mentions that begin or end inside a character', `${path}: ${mention.text}`);
      continue;
    }
    const name = next('T');
    placed.push({ name, mention });
    yield textBound(name, labelFor(mention.type), mention.spans);
    if (mention.entity !== undefined)
      yield `${next('N')}\tReference ${name} ${DATABASE}:${mention.entity}\t${mention.text.replace(/\s+/g, ' ')}\n`;
    if (mention.kind !== 'name') yield `${next('A')}\tKind ${name} ${mention.kind}\n`;
  }
  for (const claim of document.claims) {
    if (claim.group) continue;
    const { quote, property } = claim;
    if (!quote || quote.spans.length === 0 || property === undefined) {
      losses.add('claims whose quote is not in the text', `${path}#${claim.key}`);
      continue;
    }
    const trigger = next('T');
    yield textBound(trigger, labelFor(property), quote.spans);
    const event = next('E');
    const roles = argumentsOf(claim, placed).map(([role, name]) => ` ${role}:${name}`);
    yield `${event}\t${labelFor(property)}:${trigger}${roles.join('')}\n`;
    yield `${next('#')}\tAnnotatorNotes ${event}\t${NOTE}${JSON.stringify(claimObject(claim, () => undefined))}\n`;
  }
  if (document.accept.length > 0) losses.add('exceptions for documents as a whole', path, document.accept.length);
}

const whole = (offsets: Offsets, start: number, end: number): boolean =>
  offsets.fromUtf16(start) !== undefined && offsets.fromUtf16(end) !== undefined;

/** A span that goes over a line break in pieces, one for each line: brat knows no other. */
function* linesOf(body: string, { start, end }: Span): Iterable<Span> {
  let from = -1;
  for (let at = start; at <= end; at++) {
    const isBreak = at === end || /[\r\n]/.test(body[at]!);
    if (!isBreak && from < 0 && !/\s/.test(body[at]!)) from = at;
    if (!isBreak || from < 0) continue;
    let to = at;
    while (to > from && /\s/.test(body[to - 1]!)) to--;
    yield { start: from, end: to };
    from = -1;
  }
}

/** For each role of an entity its mention that is nearest to the quote. */
function argumentsOf(
  { subject, value, by, quote }: ExchangeClaim,
  placed: readonly { readonly name: string; readonly mention: ExchangeMention }[],
): readonly (readonly [string, string])[] {
  const roles: readonly (readonly [string, string | undefined])[] = [
    ['Subject', subject],
    ['Value', value?.kind === 'text' ? value.text : undefined],
    ['By', by && 'id' in by ? by.id : undefined],
  ];
  const at = quote!.spans[0]!;
  const gap = ({ spans }: ExchangeMention) => Math.max(0, spans[0]!.start - at.end, at.start - spans[0]!.end);
  return roles.flatMap(([role, id]) => {
    const own = placed.filter(({ mention }) => mention.entity === id);
    const [first] = own;
    if (id === undefined || !first) return [];
    const nearest = own.reduce((best, one) => (gap(one.mention) < gap(best.mention) ? one : best), first);
    return [[role, nearest.name] as const];
  });
}
