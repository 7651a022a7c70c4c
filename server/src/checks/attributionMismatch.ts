/** A claim that says who says so, where the sentence around its quote names somebody else as the speaker. */

import type { Claim } from '../core/claim.ts';
import type { Corpus } from '../core/corpus.ts';
import type { Document } from '../core/document.ts';
import { setClaimKey } from '../core/edit.ts';
import type { Mention } from '../core/mentions.ts';
import { quotationAround, sentenceAround } from '../core/sentences.ts';
import type { Span } from '../core/text.ts';
import type { Check, DocumentContext } from './engine/check.ts';
import { nameOfId } from './engine/entityName.ts';
import { mentionsIn, passageOf, wordsAt } from './quoted/passage.ts';
import { claimsAbout } from './quoted/times.ts';
import { speakerBehind, speakersIn } from './speech/speakers.ts';

export const attributionMismatch: Check = {
  code: 'attribution-mismatch',
  severity: 'warning',
  beyond: true,
  *document(context) {
    const { document, view } = context;
    const name = (id: string): string => nameOfId(view, id, document.annotations.lang?.value ?? '');
    for (const claim of document.annotations.claims) {
      const found = isOwn(claim) ? otherSpeaker(claim, context) : undefined;
      if (!found || !claim.by) continue;
      const { speaker, span, sentence } = found;
      yield {
        span: claim.by.text.span,
        params: {
          by: name(claim.by.text.value),
          speaker: name(speaker),
          sentence: wordsAt(document, sentence),
        },
        claim: claim.id?.value,
        entity: claim.subject?.value,
        related: [{ path: document.path, span, message: 'speaker', params: { name: name(speaker) } }],
        fixes: () => {
          const edits = setClaimKey(document, claim, 'by', speaker);
          const params = { name: name(speaker), claim: claim.key };
          return edits?.length ? [{ title: 'set-speaker', params, safe: false, edits }] : [];
        },
      };
    }
  },
};

/** A nested claim that has quote and speaker from the one around it is as right or wrong as that one. */
function isOwn(claim: Claim): boolean {
  if (claim.damaged || claim.group || (claim.nth ?? 1) > 1 || !claim.by || claim.by.free) return false;
  return !claim.outer || claim.outer.group || claim.quote !== claim.outer.quote || claim.by !== claim.outer.by;
}

interface Found {
  readonly speaker: string;
  readonly span: Span;
  readonly sentence: Span;
}

/** The one declared person who speaks in the sentence, where that is not whom the claim names, nor speaks for it. */
function otherSpeaker(claim: Claim, context: DocumentContext): Found | undefined {
  const { document, corpus } = context;
  const passage = passageOf(claim, document);
  const by = claim.by?.text.value;
  if (passage.length === 0 || by === undefined || !corpus.records.get(by)) return undefined;
  const around = { start: passage[0]!.start, end: passage.at(-1)!.end };
  const spoken = speechAround(around, context);
  if (!spoken) return undefined;
  const { sentence, speakers, mentions } = spoken;
  const persons = [...speakers].filter((id) => isPerson(id, corpus));
  const [speaker] = persons;
  if (speaker === undefined || persons.length > 1 || speakers.has(by)) return undefined;
  // "Ada Lane said that it was so" is the value of `said`; who tells of it is another matter.
  if (claim.property?.value === 'said' && claim.subject?.value === speaker) return undefined;
  if (!isPerson(by, corpus) && (mentions.some(({ id }) => id === by) || speaksFor(speaker, by, corpus, document))) {
    return undefined;
  }
  return { speaker, span: mentions.find((mention: Mention) => mention.id === speaker)!.span, sentence };
}

interface Spoken {
  readonly sentence: Span;
  readonly speakers: ReadonlySet<string>;
  /** Of the sentence, and of what names the speakers beside it. */
  readonly mentions: readonly Mention[];
}

/**
 * Who speaks in the sentence around a passage. Where that is a part of a quotation, the speaker of the whole may stand
 * before it or behind it.
 */
function speechAround(passage: Span, { document, analysis }: DocumentContext): Spoken | undefined {
  const { text, body } = document;
  const sentence = sentenceAround(text, body, passage);
  if (!sentence) return undefined;
  const inside = mentionsIn([sentence], analysis);
  const said = { sentence, speakers: speakersIn(text, sentence, inside), mentions: inside };
  const quotation = said.speakers.size > 0 ? undefined : quotationAround(text, body, passage);
  if (!quotation) return said;
  const { start, end } = quotation;
  const opening = start < sentence.start ? sentenceAround(text, body, { start, end: start }) : undefined;
  if (opening && INTRODUCING.test(text.slice(opening.start, start))) {
    const lead = { start: opening.start, end: start + 1 };
    const mentions = mentionsIn([lead], analysis);
    const speakers = speakersIn(text, lead, mentions);
    if (speakers.size > 0) return { sentence, speakers, mentions: [...mentions, ...inside] };
  }
  const closing = end >= sentence.end ? sentenceAround(text, body, { start: end, end }) : undefined;
  const behind = closing && { start: end, end: closing.end };
  const mentions = behind ? mentionsIn([behind], analysis) : [];
  const speaker = behind && speakerBehind(text, behind, mentions);
  return speaker === undefined ? said : { sentence, speakers: new Set([speaker]), mentions: [...inside, ...mentions] };
}

/** What ends so leads to a quotation. */
const INTRODUCING = /[:：,，]\s*$/;

function isPerson(id: string, { records, vocabulary }: Corpus): boolean {
  const type = records.get(id)?.type?.value;
  return type !== undefined && vocabulary.isA(type, 'person');
}

/** Whether the record or the document gives the person an office in the organization, or makes it a member. */
function speaksFor(person: string, organization: string, corpus: Corpus, document: Document): boolean {
  return claimsAbout(person, corpus, document).some(({ claim }) => {
    const of = claim.qualifiers.get('of')?.value;
    const value = claim.value?.kind === 'text' ? claim.value.text : undefined;
    if (claim.property?.value === 'member-of') return value === organization;
    if (claim.property?.value !== 'position') return false;
    if (of?.kind === 'text') return of.text === organization;
    return value !== undefined && corpus.records.get(value)?.of?.value === organization;
  });
}
