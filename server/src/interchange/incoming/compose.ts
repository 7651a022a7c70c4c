/** A foreign document as the text of a new one: its annotations as front matter, its body to the last unit. Knows no disk. */

import { digestOf } from '../../checks/bodyChanged.ts';
import { type Document, parseDocument } from '../../core/document.ts';
import { addFrontMatter, applied, quotedText } from '../../core/edit.ts';
import { bodyStart, splitFrontMatter } from '../../core/frontMatter.ts';
import type { Span } from '../../core/text.ts';
import type { ExchangeClaim, ExchangeDocument, ExchangeQuote } from '../exchange/model.ts';
import { finds, quoteFor, stretchOf } from './anchors.ts';
import { frontMatterData } from './data.ts';
import { type Draft, type Names, type Settled, settleMentions, type Wanted } from './mentions.ts';

/** The text of the file, and what could not be said in it, in words of the body; or why there is none. */
export type Outcome =
  | {
      readonly text: string;
      readonly missing: readonly string[];
      readonly extra: readonly string[];
      readonly unfound: readonly string[];
    }
  | { readonly problem: string };

export interface ComposeOptions {
  readonly exact: boolean;
  /** To be written as it is, whatever the body is. */
  readonly digest: string | undefined;
  /** Whether the body's own digest is written where there is none. */
  readonly ownDigest: boolean;
}

export function composed(path: string, incoming: ExchangeDocument, names: Names, options: ComposeOptions): Outcome {
  const { body } = incoming;
  const bare = bareDocument(path, body);
  const settled = settledIn(bare, incoming, names, options.exact);
  const annotated = incoming.declarations !== undefined || settled.drafts.length > 0 || incoming.claims.length > 0;
  const digest = options.digest ?? (options.ownDigest ? digestOf(bare) : undefined);
  const claims = incoming.claims.map((claim) => requoted(bare, claim));
  const data = frontMatterData(
    { ...incoming, claims: claims.map(({ claim }) => claim) },
    annotated ? settled.drafts : undefined,
    digest,
  );
  const text = withFrontMatter(path, body, data, bare);
  if (text === undefined) return { problem: 'its annotations cannot be written as front matter' };
  if (text.slice(splitFrontMatter(text)?.body.start ?? bodyStart(text)) !== body)
    return { problem: 'its text would not stay what it is' };
  return {
    text,
    missing: settled.missing.map((one) => wordsAt(bare, one.spans)),
    extra: settled.extra.map(({ span }) => bare.text.slice(span.start, span.end)),
    unfound: claims.flatMap(({ claim, found }) => (found ? [] : [claim.quote?.pieces.join(' … ') ?? claim.key])),
  };
}

/** The body behind front matter that is empty: all of it is body then, even where it begins as front matter does. */
const bareDocument = (path: string, body: string): Document => parseDocument(path, `---\n---\n${body}`);

function withFrontMatter(
  path: string,
  body: string,
  data: ReturnType<typeof frontMatterData>,
  bare: Document,
): string | undefined {
  // Without any front matter a body that looks like some would be taken for it.
  const isBare = Object.keys(data).length === 0;
  if (isBare && !splitFrontMatter(body)) return body;
  const eol = /\r\n|\n/.exec(body)?.[0] ?? '\n';
  const alone = parseDocument(path, eol);
  const edits = addFrontMatter(alone, isBare ? { source: { digest: quotedText(digestOf(bare)) } } : data);
  return edits && applied(eol, edits).slice(0, -eol.length) + body;
}

export const wordsAt = ({ text }: Document, spans: readonly Span[]): string =>
  spans.map(({ start, end }) => text.slice(start, end)).join(' … ');

/** The declarations that make the mentions; those that came with it come first, as they are. */
function settledIn(document: Document, incoming: ExchangeDocument, names: Names, exact: boolean): Settled {
  const drafts = (incoming.declarations ?? []).map(
    ({ id, as, sic, not, here }): Draft => ({
      id,
      as: [...as],
      sic: [...sic],
      not: [...not],
      here: here.map(({ spans: _, ...quote }) => quote),
    }),
  );
  const wanted = wantedIn(document, incoming);
  // Declarations alone say all there is to say.
  const isOpen = wanted.length > 0 || incoming.declarations === undefined;
  return settleMentions(document, names, { drafts, wanted, exact: exact && isOpen, settled: new Set() });
}

export function wantedIn({ body }: Document, { mentions }: ExchangeDocument): readonly Wanted[] {
  return mentions.flatMap(({ entity, spans, kind }) => {
    if (entity === undefined) return [];
    const moved = spans.map(({ start, end }) => ({ start: start + body.start, end: end + body.start }));
    return [{ id: entity, spans: moved, kind }];
  });
}

/** A claim whose quote is found where it was said to be, as far as that can be. */
export function requoted(document: Document, claim: ExchangeClaim): { claim: ExchangeClaim; found: boolean } {
  const { quote, items } = claim;
  if (!quote) return { claim, found: true };
  const own = placed(document, quote);
  return {
    claim: { ...claim, quote: own ?? quote, items: items.map((item) => placed(document, item) ?? item) },
    found: own !== undefined,
  };
}

/** Undefined where it is nowhere. */
function placed(document: Document, quote: ExchangeQuote): ExchangeQuote | undefined {
  const from = document.body.start;
  const stretches = quote.spans.map(({ start, end }) => stretchOf(document, { start: start + from, end: end + from }));
  if (stretches.length === 0 || !stretches.every((one) => one !== undefined)) return undefined;
  if (quote.pieces.length === stretches.length && finds(document, quote, stretches, true)) return quote;
  const again = quoteFor(document, stretches);
  return again && { ...again, spans: quote.spans };
}
