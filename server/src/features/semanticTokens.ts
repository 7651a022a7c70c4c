/** What each word of a file's annotations is, for editors that colour by meaning; the mentions of a body for those that ask. Knows no colours. */

import type { View } from '../checks/engine/check.ts';
import { analyse } from '../core/analysis.ts';
import type { Document } from '../core/document.ts';
import { THIS } from '../core/slots.ts';
import { overlaps, type Span } from '../core/text.ts';
import { Vocabulary } from '../core/vocabulary.ts';
import type { YamlMap } from '../core/yaml.ts';
import type { Meaning } from './shapes.ts';
import { wordsIn, type YamlWord, yamlOf } from './yamlWords.ts';

/** Names that the protocol defines, since every theme knows those. */
export const TOKEN_TYPES = [
  'keyword',
  'class',
  'type',
  'property',
  'parameter',
  'variable',
  'enumMember',
  'string',
  'number',
  'macro',
] as const;
export const TOKEN_MODIFIERS = ['declaration', 'defaultLibrary'] as const;

export interface SemanticToken {
  readonly span: Span;
  readonly type: (typeof TOKEN_TYPES)[number];
  readonly modifiers: readonly (typeof TOKEN_MODIFIERS)[number][];
}

export interface TokenOptions {
  /** Mentions in the body as well; an editor that draws them itself wants none. */
  readonly body: boolean;
  /** Only those that touch this stretch. */
  readonly within?: Span;
}

/** In order of place, none over another. */
export function semanticTokens(view: View, path: string, { body, within }: TokenOptions): readonly SemanticToken[] {
  const tokens: SemanticToken[] = [];
  const wants = (span: Span) => span.end > span.start && (!within || overlaps(span, within));
  const yaml = yamlOf(view, path);
  for (const word of yaml ? wordsIn(yaml) : []) {
    const token = wants(word.node.span) ? tokenOf(view, word) : undefined;
    if (token) tokens.push(token);
  }
  const document = body && !view.corpus.records.files.has(path) ? view.document(path) : undefined;
  if (document)
    for (const span of mentionsOf(view, document)) if (wants(span)) tokens.push({ span, type: 'class', modifiers: [] });
  // What an alias stands for is written once, and read at several places.
  const starts = new Set<number>();
  return tokens
    .sort((a, b) => a.span.start - b.span.start)
    .filter(({ span }) => !starts.has(span.start) && starts.add(span.start));
}

/** The outermost ones: a token cannot lie in another. */
function* mentionsOf(view: View, document: Document): Iterable<Span> {
  let end = 0;
  for (const { span } of analyse(document, view.corpus.records).mentions) {
    if (span.start < end) continue;
    end = span.end;
    yield span;
  }
}

const plain = (word: YamlWord, type: SemanticToken['type']): SemanticToken => ({
  span: word.node.span,
  type,
  modifiers: [],
});
const declared = (word: YamlWord, type: SemanticToken['type']): SemanticToken => ({
  span: word.node.span,
  type,
  modifiers: ['declaration'],
});

const TYPES: Readonly<Partial<Record<Meaning, SemanticToken['type']>>> = {
  entity: 'class',
  property: 'property',
  type: 'type',
  'type-or-kind': 'type',
  'qualifier-name': 'parameter',
  unit: 'enumMember',
  code: 'macro',
  severity: 'enumMember',
  stance: 'enumMember',
  certainty: 'enumMember',
  behaviour: 'enumMember',
  direction: 'enumMember',
  boolean: 'enumMember',
  language: 'enumMember',
  time: 'number',
  reference: 'variable',
  document: 'variable',
  quote: 'string',
  form: 'string',
  title: 'string',
  digest: 'string',
  text: 'string',
};

const DECLARED: Readonly<Partial<Record<Meaning, SemanticToken['type']>>> = {
  'record-id': 'class',
  'claim-id': 'variable',
  'property-id': 'property',
  'type-id': 'type',
  'unit-id': 'enumMember',
};

function tokenOf(view: View, word: YamlWord): SemanticToken | undefined {
  const { node, isKey, meaning } = word;
  const { records } = view.corpus;
  // A key of another tool's is left to the editor.
  if (meaning === undefined) return word.isFixed ? plain(word, 'keyword') : undefined;
  const id = () => (records.get(node.value) ? plain(word, 'class') : plain(word, 'string'));
  switch (meaning) {
    case 'entity':
      return isKey ? declared(word, 'class') : plain(word, 'class');
    case 'subject':
      return node.value === THIS
        ? { span: node.span, type: 'variable', modifiers: ['defaultLibrary'] }
        : plain(word, 'class');
    case 'speaker':
      return plain(word, 'class');
    case 'entity-or-text':
      return id();
    case 'other-side':
      return records.get(node.value) ? plain(word, 'class') : plain(word, 'variable');
    case 'value':
    case 'qualifier':
      return figureOf(view, word) ?? id();
  }
  const introduces = DECLARED[meaning];
  if (introduces) return declared(word, introduces);
  const type = TYPES[meaning];
  return type && plain(word, type);
}

/** A figure or a date, by what the property takes. */
function figureOf(view: View, word: YamlWord): SemanticToken | undefined {
  const { properties } = view.corpus.vocabulary;
  const written = propertyIn(word.claim);
  const property = written === undefined ? undefined : properties.get(written);
  const accepts = word.meaning === 'value' ? property?.value : property?.qualifiers.get(word.under ?? '')?.types;
  const kinds = accepts ? Vocabulary.kinds(accepts) : [];
  const isFigure = kinds.includes('quantity') || kinds.includes('time');
  if (isFigure && /[\p{N}]/u.test(word.node.value)) return plain(word, 'number');
  return kinds.includes('boolean') && /^(?:true|false)$/.test(word.node.value) ? plain(word, 'enumMember') : undefined;
}

function propertyIn(claim: YamlMap | undefined): string | undefined {
  const value = claim?.entries.find(({ key }) => key.value === 'property')?.value;
  return value?.kind === 'scalar' ? value.value : undefined;
}
