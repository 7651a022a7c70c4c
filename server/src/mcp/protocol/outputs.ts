/** What the tools answer as data: shapes that programs can rely on; keys are only ever added. */

import * as z from 'zod';

const text = z.string();
const maybe = z.string().nullable();
const count = z.number();
const paged = { total: count, next_offset: count.nullable() };
const texts = z.record(z.string(), z.string());

export const overviewOutput = z.object({
  name: text,
  languages: z.array(text),
  documents: count,
  annotated: count,
  entities: count,
  claims: count,
  mentions: count,
  types: z.array(z.object({ type: text, entities: count })),
  unreadable: z.array(text),
});

const entityRow = {
  id: text,
  name: text,
  other_names: z.array(text),
  type: maybe,
  description: maybe,
  mentions: count,
  claims: count,
  documents: count,
};

export const entityListOutput = z.object({ entities: z.array(z.object(entityRow)), ...paged });

const name = z.object({ text, lang: maybe });

export const entityOutput = z.object({
  entity: z.object({
    ...entityRow,
    names: z.array(name),
    aliases: z.array(name),
    same_as: z.array(text),
    distinct_from: z.array(text),
    file: text,
    line: count,
    facts: z.array(
      z.object({
        property: maybe,
        value: maybe,
        unit: maybe,
        at: maybe,
        qualifiers: texts,
        sources: z.array(text),
        line: count,
      }),
    ),
  }),
  in_documents: z.array(z.object({ path: text, mentions: count, claims: count })),
  ...paged,
});

export const claimListOutput = z.object({
  claims: z.array(
    z.object({
      file: text,
      claim: text,
      subject: maybe,
      subject_name: maybe,
      property: maybe,
      value: maybe,
      unit: maybe,
      qualifiers: texts,
      time: maybe,
      own_time: z.boolean(),
      by: maybe,
      stance: text,
      certainty: text,
      quote: maybe,
      line: count.nullable(),
      accepted: z.array(text),
    }),
  ),
  ...paged,
});

export const claimExplanationOutput = z.object({
  file: text,
  claim: text,
  compared: z.array(z.object({ relation: text, file: text, claim: text, value: text, why: text, quote: maybe })),
  not_compared: z.array(z.object({ reason: text, count })),
  silence: maybe,
  words: text,
});

export const findingListOutput = z.object({
  findings: z.array(
    z.object({
      file: text,
      line: count,
      end_line: count,
      code: text,
      severity: z.enum(['error', 'warning', 'information']),
      message: text,
      claim: maybe,
      entity: maybe,
      related: z.array(z.object({ file: text, line: count, message: text, claim: maybe })),
      fixes: z.array(z.object({ title: text, safe: z.boolean() })),
      accepted: maybe,
    }),
  ),
  errors: count,
  warnings: count,
  information: count,
  ...paged,
});

export const checkOutput = z.object({ code: text, page: text });

const documentRow = {
  path: text,
  title: maybe,
  date: maybe,
  lang: maybe,
  publisher: maybe,
  translation_of: maybe,
  annotated: z.boolean(),
  entities: count,
  mentions: count,
  claims: count,
};

export const documentListOutput = z.object({ documents: z.array(z.object(documentRow)), ...paged });

export const textOutput = z.object({
  document: z.object({
    ...documentRow,
    about: maybe,
    url: maybe,
    author: maybe,
    retrieved: maybe,
    declared: z.array(text),
    lines: count,
    body_line: count,
  }),
  lines: z.array(z.object({ line: count, text, cut: z.boolean() })),
  next: z.object({ start_line: count, start_character: count }).nullable(),
});

export const unannotatedOutput = z.object({
  document: text,
  names: z.array(z.object({ entity: text, name: text, forms: z.array(text), places: count, rivals: z.array(text) })),
  figures: z.array(z.object({ line: count, words: text, sentence: text })),
  ...paged,
});

export const vocabularyOutput = z.object({
  types: z.array(z.object({ id: text, label: text, parent: maybe })),
  properties: z.array(
    z.object({
      id: text,
      label: text,
      description: text,
      subject: z.array(text),
      value: z.array(text),
      unit: maybe,
      single: z.boolean(),
      time: text,
      qualifiers: z.array(z.object({ name: text, takes: z.array(text), required: z.boolean() })),
    }),
  ),
});

const effects = z.array(z.object({ file: text, code: text, severity: text, message: text, claim: maybe }));

export const proposalOutput = z.object({
  status: z.enum(['ready', 'refused', 'nothing-to-write']),
  problems: z.array(z.object({ item: text, code: text, message: text, suggestions: z.array(text) })),
  diff: text,
  raised: effects,
  solved: effects,
  partial: z.boolean(),
  proposal_id: maybe,
  /** The file that `concord apply` reads. */
  proposal: z
    .object({
      concord: z.literal('proposal'),
      version: z.literal(1),
      document: text,
      before: z.record(z.string(), maybe),
      after: texts,
      entities: z.array(z.unknown()),
      mentions: z.array(z.unknown()),
      claims: z.array(z.unknown()),
    })
    .nullable(),
  next_step: text,
});

export const confirmOutput = z.object({ written: z.boolean(), files: z.array(text), reason: text });
