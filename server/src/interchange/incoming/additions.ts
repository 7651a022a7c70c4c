/** What a foreign document adds to one of the corpus whose body is the same. What stands there stays as it is. */

import type { Claim } from '../../core/claim.ts';
import type { Document } from '../../core/document.ts';
import { addClaim, addForm, applied, type ClaimData, declare, declareAll, inSequence, text } from '../../core/edit.ts';
import { claimFactsOf } from '../../core/facts.ts';
import { normaliseText } from '../../core/normalise.ts';
import { numbered } from '../../features/claiming/ids.ts';
import type { ExchangeClaim, ExchangeDocument } from '../exchange/model.ts';
import type { Quoted } from './anchors.ts';
import { type Outcome, requoted, wantedIn, wordsAt } from './compose.ts';
import { claimsData } from './data.ts';
import { type Draft, type Names, settleMentions } from './mentions.ts';

type Step = Parameters<typeof inSequence>[1][number];

export function merged(
  document: Document,
  incoming: ExchangeDocument,
  names: Names,
  { exact }: { readonly exact: boolean },
): Outcome {
  const { annotations, problems } = document;
  if (annotations.damaged || problems.some(({ code }) => code === 'invalid-yaml'))
    return { problem: 'its front matter cannot be read, so that nothing can be added to it' };
  const before = draftsOf(document);
  const settled = settleMentions(document, names, {
    drafts: before,
    wanted: wantedIn(document, incoming),
    exact,
    settled: new Set(before.map(({ id }) => id)),
  });
  const claims = freshClaims(document, incoming.claims).map((claim) => requoted(document, claim));
  const declared = [...settled.drafts.map(({ id }) => id), ...(incoming.declarations ?? []).map(({ id }) => id)];
  const steps: readonly Step[] = [
    ...formSteps(before, settled.drafts),
    (now) => declareAll(now, declared),
    ...claimsData(claims.map(({ claim }) => claim)).map(
      (data): Step =>
        (now) =>
          addClaim(now, withFreeId(now, data)),
    ),
  ];
  const made = inSequence(document, steps);
  if (!made) return { problem: 'what is new cannot be written into its front matter safely' };
  return {
    text: applied(document.text, made.edits),
    missing: settled.missing.map(({ spans }) => wordsAt(document, spans)),
    extra: settled.extra.map(({ span }) => document.text.slice(span.start, span.end)),
    unfound: claims.flatMap(({ claim, found }) => (found ? [] : [claim.quote?.pieces.join(' … ') ?? claim.key])),
  };
}

const draftsOf = ({ annotations }: Document): readonly Draft[] =>
  annotations.entities.map(({ id, as, sic, not, here }) => ({
    id: id.value,
    as: as.map(({ value }) => value),
    sic: sic.map(({ value }) => value),
    not: not.map(({ value }) => value),
    here: here.map(
      (quote): Quoted => ({
        pieces: quote.pieces.map(({ value }) => value),
        ...(quote.nth !== undefined && { nth: quote.nth }),
        ...(quote.near && { near: quote.near.value }),
        ...(quote.prefix && { prefix: quote.prefix.value }),
        ...(quote.suffix && { suffix: quote.suffix.value }),
      }),
    ),
  }));

/** What the drafts have more than there was, in the order of the drafts. */
function formSteps(before: readonly Draft[], after: readonly Draft[]): readonly Step[] {
  const known = new Map(before.map((draft) => [draft.id, draft]));
  return after.flatMap((draft): readonly Step[] => {
    const { id } = draft;
    const old = known.get(id);
    const more = (['as', 'sic', 'not'] as const).flatMap((kind) =>
      draft[kind].slice(old?.[kind].length ?? 0).map(
        (form): Step =>
          (now) =>
            kind === 'as' && !old ? declare(now, id, form) : addForm(now, id, kind, form),
      ),
    );
    const here = draft.here.slice(old?.here.length ?? 0).map((quote): Step => {
      const { pieces, ...choice } = quote;
      const words = pieces.length === 1 ? pieces[0]! : pieces;
      const isPlain = typeof words === 'string' && Object.keys(choice).length === 0;
      return (now) => addForm(now, id, 'here', isPlain ? words : { quote: words, ...choice });
    });
    return [...more, ...here];
  });
}

/** The claims that the document does not make yet, with those that hold some of them together. */
function freshClaims({ annotations }: Document, incoming: readonly ExchangeClaim[]): readonly ExchangeClaim[] {
  const there = new Set(annotations.claims.filter(({ group }) => !group).map(signatureOf));
  const fresh = new Set(incoming.filter((claim) => !claim.group && !there.has(signatureOfExchange(claim))));
  const outers = new Set([...fresh].flatMap(({ outer }) => outer ?? []));
  return incoming.filter((claim) => fresh.has(claim) || (claim.group && outers.has(claim.key)));
}

/** What a claim says, and of which passage. */
function signatureOf(claim: Claim): string {
  const { subject, property, data, at, by, stance, qualifiers } = claimFactsOf(claim);
  const quote = claim.quote?.pieces.map(({ value }) => normaliseText(value));
  return JSON.stringify([subject, property, data, at, by, stance, sorted(qualifiers), quote]);
}

function signatureOfExchange({ subject, property, value, at, by, stance, qualifiers, quote }: ExchangeClaim): string {
  const speaker = by && ('id' in by ? by.id : by.text);
  const pieces = quote?.pieces.map(normaliseText);
  return JSON.stringify([subject, property, value, at, speaker, stance, sorted(qualifiers), pieces]);
}

const sorted = (all: object): readonly unknown[] => Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1));

/** An id that the document has for another claim already is not taken over. */
function withFreeId({ annotations }: Document, data: ClaimData): ClaimData {
  const id = data.id && typeof data.id === 'object' && 'meaning' in data.id ? String(data.id.meaning) : undefined;
  const taken = new Set(annotations.claims.flatMap((claim) => claim.id?.value ?? []));
  return id !== undefined && taken.has(id) ? { ...data, id: text(numbered(taken, id)) } : data;
}
