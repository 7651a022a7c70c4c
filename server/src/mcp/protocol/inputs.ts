/** What the tools take: shapes with bounds, so that nothing hostile gets further. Unknown keys are errors. */

import * as z from 'zod';
import { BOUNDS, MENTION_WAYS } from '../../features/proposing/request.ts';

const id = z.string().min(1).max(BOUNDS.id);
const text = z.string().min(1).max(BOUNDS.text);
const date = z.string().min(1).max(60);
const path = z
  .string()
  .min(1)
  .max(1_000)
  .describe('Path of a document from the root of the corpus, with /, as list_documents gives it.');

const page = (most: number, usual: number) => ({
  limit: z.number().int().min(1).max(most).default(usual).describe(`How many at most; up to ${most}.`),
  offset: z.number().int().min(0).max(10_000_000).default(0).describe('How many to pass over; next_offset goes on.'),
});

export const noInput = z.strictObject({});

export const findEntitiesInput = z.strictObject({
  query: z
    .string()
    .max(300)
    .optional()
    .describe(
      'Any name, alias or id, or its beginning, in any script; Chinese names also by pinyin or initials. Without it, those of which the corpus speaks most.',
    ),
  type: id.optional().describe('Only entities of this type, or of a kind of it: person, organization, place, event …'),
  ...page(100, 20),
});

export const getEntityInput = z.strictObject({ id: id.describe('The id of its record.'), ...page(200, 50) });

export const findClaimsInput = z.strictObject({
  subject: id.optional().describe('Id of the entity that is spoken of; `this` for a document itself.'),
  property: id.optional().describe('Id of a property of the vocabulary.'),
  entity: id.optional().describe('Id of an entity that has any part in the claim: subject, value, speaker, qualifier.'),
  document: path.optional(),
  by: z.string().min(1).max(300).optional().describe('Who says it: an id or a name, by default the publisher.'),
  from: date.optional().describe('Holds at this time or later, as EDTF: 2022, 2022-10, 2022-10-20.'),
  to: date.optional().describe('Holds at this time or earlier.'),
  words: z.string().min(1).max(300).optional().describe('Letters in the quote or the value, in any case.'),
  facts: z.boolean().default(false).describe('Also the facts that records state.'),
  ...page(100, 20),
});

export const explainClaimInput = z.strictObject({
  file: path,
  claim: id.describe('The claim as find_claims names it: its id, or its place such as claims[2].'),
});

export const findFindingsInput = z.strictObject({
  code: id.optional().describe('Of a check, such as conflicting-quantity.'),
  file: path.optional(),
  severity: z.enum(['error', 'warning', 'information']).optional(),
  entity: id.optional().describe('Id of an entity that the finding, or its claim, is about.'),
  accepted: z
    .boolean()
    .default(false)
    .describe('Also those that were accepted, with the reason; they count for nothing.'),
  ...page(100, 20),
});

export const explainCheckInput = z.strictObject({ code: id.describe('Of a check, as find_findings gives it.') });

export const listDocumentsInput = z.strictObject({
  query: z.string().max(300).optional().describe('Letters in the title or the path.'),
  entity: id.optional().describe('Only documents that speak of this entity.'),
  from: date.optional().describe('Published then or later, as EDTF.'),
  to: date.optional().describe('Published then or earlier.'),
  annotated: z.boolean().optional().describe('Only annotated ones, or only those that are not yet.'),
  ...page(200, 50),
});

export const readDocumentInput = z.strictObject({
  document: path,
  part: z.enum(['body', 'front-matter', 'all']).default('body'),
  start_line: z.number().int().min(1).max(10_000_000).optional().describe('Lines count from 1 in the whole file.'),
  start_character: z.number().int().min(0).max(100_000_000).optional().describe('In a long line, where to go on.'),
  max_lines: z.number().int().min(1).max(1_000).default(200),
  quote: text.optional().describe('Read around these words, to the letter, instead of from a line.'),
  nth: z.number().int().min(1).max(100_000).optional().describe('Which of several places with these words.'),
});

export const listUnannotatedInput = z.strictObject({ document: path, ...page(200, 50) });

export const getVocabularyInput = z.strictObject({
  subject: id.optional().describe('Only the properties that a claim of such an entity can have, by its type.'),
  property: id.optional().describe('Only this property.'),
});

const choice = {
  nth: z.number().int().min(1).max(100_000).optional().describe('Which of several places with these words, from 1.'),
  near: text.optional().describe('The place nearest to these words.'),
  prefix: text.optional().describe('The words right before it.'),
  suffix: text.optional().describe('The words right behind it.'),
};

const languages = z.record(z.string().min(1).max(20), text);

const entity = z.strictObject({
  id: id.describe('Letters, digits, hyphens: shen-beili.'),
  type: id,
  name: z.union([text, languages]).describe('As the text has it, or {"en": …, "zh": …}.'),
  aliases: z.array(text).max(BOUNDS.values).optional(),
  description: text.optional(),
});

const mention = z.strictObject({
  entity: id.describe('Id of a record, or of one under entities.'),
  quote: text
    .optional()
    .describe('The words that mean it, to the letter. Left out where the names of the record are meant.'),
  how: z
    .enum(MENTION_WAYS)
    .optional()
    .describe(
      'form: these words mean it everywhere in this document; here: at this place alone, for a pronoun or a role; sic: the source misspells it. Chosen by the words where left out.',
    ),
  ...choice,
});

const claim = z.strictObject({
  id: id.optional().describe('Only needed to be referred to.'),
  quote: z
    .union([text, z.array(text).min(1).max(BOUNDS.pieces)])
    .describe(
      'The words that say it, copied to the letter and as short as says all of it; a list for pieces with other words between them.',
    ),
  subject: id.describe('Id of the entity that is spoken of; `this` for the document itself.'),
  property: id.describe('Of the vocabulary.'),
  value: z
    .union([
      text,
      z.number(),
      z.boolean(),
      z.array(text).min(2).max(BOUNDS.values),
      z.strictObject({ from: text, to: text, change: text.optional() }),
      z.strictObject({ texts: languages }),
    ])
    .describe(
      'As the quote has it, with its hedge: "nearly 300", "172 -> 181", a date as EDTF, the id of an entity, a text; a list where the property holds several.',
    ),
  unit: id.optional(),
  at: date.optional().describe('When it holds, as EDTF; left out where that is the time of the document.'),
  ended: z.boolean().optional().describe('It held before that time and no longer.'),
  by: z
    .union([id, z.strictObject({ text })])
    .optional()
    .describe('Who says so, if not the publisher: an id, or {"text": …} for somebody without a record.'),
  stance: z.enum(['asserts', 'denies', 'questions', 'expects', 'hypothetical']).optional(),
  certainty: z.enum(['certain', 'likely', 'possible']).optional().describe('Yours, as the annotator.'),
  qualifiers: z
    .array(z.strictObject({ name: id, value: z.union([text, z.array(text).min(1).max(BOUNDS.values)]) }))
    .max(BOUNDS.values)
    .optional()
    .describe('Those that the property declares, such as of or among.'),
  see: z.array(text).max(BOUNDS.values).optional().describe('Other claims: documents/x.md#ties, #ties.'),
  note: text.optional(),
  ...choice,
});

export const proposeInput = z.strictObject({
  document: path,
  entities: z
    .array(entity)
    .max(BOUNDS.entities)
    .default([])
    .describe('Records for entities that have none; look first.'),
  mentions: z.array(mention).max(BOUNDS.mentions).default([]),
  claims: z.array(claim).max(BOUNDS.claims).default([]),
});

export const confirmInput = z.strictObject({ proposal_id: id.describe('As propose_annotations gives it.') });
