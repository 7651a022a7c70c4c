/** One source document: its front matter read into declarations and claims, its body left verbatim. Knows no other file. */

import { type Acceptance, acceptancesOf } from './acceptance.ts';
import { type Claim, claimsOf } from './claim.ts';
import { Decoder, isBlank } from './decoder.ts';
import { bodyStart, DOCUMENT_KEYS, splitFrontMatter } from './frontMatter.ts';
import { type NormalisedText, normaliseSpan } from './normalise.ts';
import type { Problem, Text } from './problem.ts';
import { type Quote, quotesOf } from './quote.ts';
import type { Span } from './text.ts';
import { type BlockCache, parseYaml, type YamlMap, type YamlNode } from './yaml.ts';

/** An entity that a document declares, with the forms that name it there. */
export interface Declaration {
  readonly id: Text;
  /** Further forms, in this document only. */
  readonly as: readonly Text[];
  /** The source's own erroneous forms, kept and marked. */
  readonly sic: readonly Text[];
  /** Texts whose occurrences are no mention of it. */
  readonly not: readonly Text[];
  /** Mentions that no form catches. */
  readonly here: readonly Quote[];
  /** The declaration as a whole: the item of the list, or the key with its value. */
  readonly span: Span;
  readonly damaged: boolean;
}

export interface Source {
  /** An entity's id or free text. */
  readonly publisher?: Text;
  readonly author?: Text;
  readonly url?: Text;
  readonly retrieved?: Text;
  readonly digest?: Text;
}

/** What the front matter says; empty for an unannotated document. */
export interface Annotations {
  readonly title?: Text;
  readonly date?: Text;
  readonly about?: Text;
  readonly lang?: Text;
  readonly source: Source;
  readonly translationOf?: Text;
  readonly entities: readonly Declaration[];
  readonly claims: readonly Claim[];
  readonly accept: readonly Acceptance[];
  /** Where the value of `entities` stands; undefined where the key is missing. */
  readonly entitiesSpan?: Span;
  /** A fault outside every single declaration and claim: what is missing proves nothing. */
  readonly damaged: boolean;
}

export interface Document {
  readonly kind: 'document';
  /** Path from the corpus root, with `/`. */
  readonly path: string;
  readonly text: string;
  /** It has `entities` or `claims`. */
  readonly annotated: boolean;
  /** The lines between the fences, if there are any. */
  readonly yaml?: Span;
  readonly root?: YamlMap;
  readonly body: Span;
  readonly bodyText: NormalisedText;
  readonly annotations: Annotations;
  readonly problems: readonly Problem[];
  readonly cache: BlockCache;
}

const NOTHING: Annotations = { source: {}, entities: [], claims: [], accept: [], damaged: false };

/**
 * Reads a document. Never throws: what is wrong with the front matter is among the problems, and the rest stands.
 * `previous` is the version before an edit: an edit of the body reads no YAML, one of the front matter only what it
 * touched and never the body.
 */
export function parseDocument(path: string, text: string, previous?: Document): Document {
  const front = splitFrontMatter(text);
  if (!front) return unannotated(path, text, { start: bodyStart(text), end: text.length }, previous);
  const bodyText = bodyOf(text, front.body, previous);
  const base = { kind: 'document', path, text, yaml: front.yaml, body: front.body, bodyText } as const;
  if (!front.closed) {
    const unclosed = { code: 'invalid-yaml', variant: 'fence', params: {}, span: front.fence } as const;
    return {
      ...base,
      annotated: true,
      annotations: { ...NOTHING, damaged: true },
      problems: [unclosed],
      cache: new Map(),
    };
  }
  if (
    previous?.yaml &&
    previous.yaml.start === front.yaml.start &&
    previous.body.start > previous.yaml.end &&
    sameStretch(text, front.yaml, previous.text, previous.yaml)
  ) {
    const { annotated, root, annotations, problems, cache } = previous;
    return { ...base, annotated, root, annotations, problems, cache };
  }
  const tree = parseYaml(text, front.yaml, previous?.cache);
  const decoder = new Decoder(text, tree.faults);
  const root = tree.root?.kind === 'map' ? tree.root : undefined;
  const annotated = root?.entries.some(({ key }) => key.value === 'entities' || key.value === 'claims') ?? false;
  if (!annotated) {
    // Whose front matter it is nobody can say, so nothing is said about it.
    const plain = unannotated(path, text, front.body, previous);
    return { ...plain, yaml: front.yaml, root, bodyText, cache: tree.cache };
  }
  const annotations = root ? annotationsOf(decoder, root) : NOTHING;
  return { ...base, annotated, root, annotations, problems: decoder.problems, cache: tree.cache };
}

function unannotated(path: string, text: string, body: Span, previous: Document | undefined): Document {
  const bodyText = bodyOf(text, body, previous);
  const kind = 'document';
  return { kind, path, text, annotated: false, body, bodyText, annotations: NOTHING, problems: [], cache: new Map() };
}

/** The normalised body; the previous version's, moved where its place has changed, where the body itself has not. */
function bodyOf(text: string, body: Span, previous: Document | undefined): NormalisedText {
  if (!previous || !sameStretch(text, body, previous.text, previous.body)) return normaliseSpan(text, body);
  const by = body.start - previous.body.start;
  return by === 0 ? previous.bodyText : previous.bodyText.movedBy(by, text);
}

function sameStretch(text: string, span: Span, other: string, otherSpan: Span): boolean {
  if (span.end - span.start !== otherSpan.end - otherSpan.start) return false;
  return text.slice(span.start, span.end) === other.slice(otherSpan.start, otherSpan.end);
}

function annotationsOf(decoder: Decoder, root: YamlMap): Annotations {
  const fields = decoder.fields(root, DOCUMENT_KEYS, 'document', 'near');
  const node = (key: string) => fields.get(key)?.value;
  const text = (key: string) => decoder.textOf(node(key), key);
  const entities = node('entities');
  const declarations = declarationsOf(decoder, entities);
  const claims = claimsOf(decoder, node('claims'));
  const damaged = reachesBeyond(
    decoder.problems.filter(spoils).map(({ span }) => span),
    [...declarations, ...claims].map(({ span }) => span),
  );
  return {
    title: text('title'),
    date: text('date'),
    about: text('about'),
    lang: text('lang'),
    source: sourceOf(decoder, node('source')),
    translationOf: text('translation-of'),
    entities: declarations,
    claims,
    accept: acceptancesOf(decoder, node('accept')),
    ...(entities && { entitiesSpan: entities.span }),
    damaged,
  };
}

/** Whether what a problem hides might be anything: a key that stands twice hides its own second value only. */
const spoils = ({ code, variant, params }: Problem): boolean =>
  code === 'invalid-yaml' && (variant !== 'duplicate-key' || params.key === 'entities' || params.key === 'claims');

/** Whether one of `faults` lies in none of `parts`, which may lie in one another. */
function reachesBeyond(faults: readonly Span[], parts: readonly Span[]): boolean {
  if (faults.length === 0) return false;
  const sorted = [...parts].sort((a, b) => a.start - b.start);
  let next = 0;
  let reach = -1;
  return [...faults]
    .sort((a, b) => a.start - b.start)
    .some(({ start, end }) => {
      // Parts nest or lie apart: the furthest end of those that begin before a fault tells whether one holds it.
      for (; next < sorted.length && sorted[next]!.start <= start; next++) reach = Math.max(reach, sorted[next]!.end);
      return end > reach;
    });
}

export const SOURCE_KEYS = ['publisher', 'author', 'url', 'retrieved', 'digest'] as const;

function sourceOf(decoder: Decoder, node: YamlNode | undefined): Source {
  const map = decoder.map(node, 'source');
  if (!map) return {};
  const fields = decoder.fields(map, SOURCE_KEYS, 'source', 'near');
  return Object.fromEntries(SOURCE_KEYS.map((key) => [key, decoder.textOf(fields.get(key)?.value, key)]));
}

function declarationsOf(decoder: Decoder, node: YamlNode | undefined): readonly Declaration[] {
  if (!node || node.kind === 'missing') return [];
  if (node.kind === 'map') return mapDeclarations(decoder, node);
  if (node.kind === 'scalar') {
    decoder.wrongShape('entities', node.span);
    return [];
  }
  return node.items.flatMap((item): readonly Declaration[] => {
    if (item.kind === 'map' && item.entries.length === 1) return mapDeclarations(decoder, item);
    if (item.kind === 'scalar' && !isBlank(item.value)) {
      const id = { value: item.value, span: item.span };
      return [{ id, as: [], sic: [], not: [], here: [], span: item.span, damaged: decoder.damaged(item.span) }];
    }
    if (item.kind !== 'missing') decoder.wrongShape('declaration', item.span);
    return [];
  });
}

export const DECLARATION_KEYS = ['as', 'sic', 'not', 'here'] as const;

function mapDeclarations(decoder: Decoder, map: YamlMap): readonly Declaration[] {
  return [...decoder.fields(map, [], 'entities', 'keep').values()].flatMap(({ key, value }): readonly Declaration[] => {
    if (isBlank(key.value)) {
      decoder.wrongShape('declaration', key.span);
      return [];
    }
    const id = { value: key.value, span: key.span };
    const span = { start: key.span.start, end: Math.max(key.span.end, value.span.end) };
    const shared = { id, span, damaged: decoder.damaged(span) };
    if (value.kind !== 'map') {
      return [{ ...shared, as: decoder.textsOf(value, 'as'), sic: [], not: [], here: [] }];
    }
    const fields = decoder.fields(value, DECLARATION_KEYS, 'declaration', 'report');
    const texts = (field: string) => decoder.textsOf(fields.get(field)?.value, field);
    const here = fields.get('here')?.value;
    const quotes = here?.kind === 'seq' ? here.items : here && here.kind !== 'missing' ? [here] : [];
    const forms = { as: texts('as'), sic: texts('sic'), not: texts('not') };
    return [{ ...shared, ...forms, here: quotesOf(decoder, quotes, 'here') }];
  });
}
