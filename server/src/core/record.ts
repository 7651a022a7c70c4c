/** Entity records as a file holds them: names, aliases, facts. Knows no document and no vocabulary. */

import { type Claim, factsOf } from './claim.ts';
import { Decoder } from './decoder.ts';
import type { Problem, Text } from './problem.ts';
import type { Span } from './text.ts';
import { type BlockCache, parseYaml, type YamlMap, type YamlNode } from './yaml.ts';

/** A name, alias or description; without a language it belongs to every language of the corpus. */
export interface Name {
  readonly text: string;
  readonly lang?: string;
  readonly span: Span;
}

export interface EntityRecord {
  readonly id: Text;
  readonly path: string;
  readonly type?: Text;
  readonly names: readonly Name[];
  readonly aliases: readonly Name[];
  /** What or who it is: one text, or one for each language. */
  readonly description: readonly Name[];
  readonly sameAs: readonly Text[];
  readonly distinctFrom: readonly Text[];
  readonly facts: readonly Claim[];
  /** Of a position: what it is a position of. */
  readonly of?: Text;
  /** Of a position: how many persons hold it at once. */
  readonly holders?: number;
  readonly span: Span;
  readonly damaged: boolean;
}

export interface RecordFile {
  readonly kind: 'records';
  readonly path: string;
  readonly text: string;
  readonly root?: YamlMap;
  readonly records: readonly EntityRecord[];
  readonly problems: readonly Problem[];
  readonly cache: BlockCache;
}

export const RECORD_KEYS = [
  'type',
  'name',
  'aliases',
  'description',
  'same-as',
  'distinct-from',
  'facts',
  'of',
  'holders',
] as const;

const ID = /^[\p{L}\p{N}._-]+$/u;

/** Reads a file of records; never throws. Of two records with one id in it both are kept, the second with a problem. */
export function parseRecords(path: string, text: string, previous?: RecordFile): RecordFile {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const tree = parseYaml(text, { start, end: text.length }, previous?.cache);
  const decoder = new Decoder(text, tree.faults);
  const root = decoder.map(tree.root, 'record-file');
  const records = root
    ? root.entries.flatMap(({ key, value }) =>
        decoder.about({ entity: key.value }, () => recordOf(decoder, path, key, value) ?? []),
      )
    : [];
  return { kind: 'records', path, text, root, records, problems: decoder.problems, cache: tree.cache };
}

function recordOf(decoder: Decoder, path: string, id: Text, node: YamlNode): EntityRecord | undefined {
  const entity = id.value;
  if (!ID.test(entity)) {
    decoder.wrongShape('id', id.span, { id: entity }, { entity });
    return undefined;
  }
  const span = { start: id.span.start, end: Math.max(id.span.end, node.span.end) };
  if (node.kind !== 'map') {
    decoder.wrongShape('record', id.span, { id: entity }, { entity });
    return undefined;
  }
  const fields = decoder.fields(node, RECORD_KEYS, 'record', 'report');
  const value = (key: string) => fields.get(key)?.value;
  return {
    id: { value: entity, span: id.span },
    path,
    type: decoder.textOf(value('type'), 'type'),
    names: namesOf(decoder, value('name'), 'name'),
    aliases: namesOf(decoder, value('aliases'), 'aliases'),
    description: descriptionOf(decoder, value('description')),
    sameAs: decoder.textsOf(value('same-as'), 'same-as'),
    distinctFrom: decoder.textsOf(value('distinct-from'), 'distinct-from'),
    facts: factsOf(decoder, value('facts'), { value: entity, span: id.span }),
    of: decoder.textOf(value('of'), 'of'),
    holders: decoder.countOf(value('holders'), 'holders'),
    span,
    damaged: decoder.damaged(span),
  };
}

/** Names as one text, a list, or either by language. */
function namesOf(decoder: Decoder, node: YamlNode | undefined, field: string): readonly Name[] {
  if (node?.kind !== 'map') return decoder.textsOf(node, field).map(({ value, span }) => ({ text: value, span }));
  return [...decoder.fields(node, [], 'languages', 'keep')].flatMap(([lang, { value }]) =>
    decoder.textsOf(value, field).map((text): Name => ({ text: text.value, lang, span: text.span })),
  );
}

function descriptionOf(decoder: Decoder, node: YamlNode | undefined): readonly Name[] {
  const read = (of: YamlNode, lang?: string): readonly Name[] => {
    const text = decoder.textOf(of, 'description');
    return text ? [{ text: text.value, ...(lang !== undefined && { lang }), span: text.span }] : [];
  };
  if (node?.kind !== 'map') return node ? read(node) : [];
  return [...decoder.fields(node, [], 'languages', 'keep')].flatMap(([lang, { value }]) => read(value, lang));
}
