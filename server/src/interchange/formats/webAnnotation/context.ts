/** The JSON-LD contexts that annotations may name: known ones, and words added to them. Nothing is ever fetched. */

import { PREFIXES } from '../../linked/names.ts';

export const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/** Concord's own keys hold JSON that a processor hands through as it is. */
export const CONTEXT: readonly [string, object] = [
  ANNOTATION_CONTEXT,
  {
    '@version': 1.1,
    concord: PREFIXES.concord,
    skos: PREFIXES.skos,
    'concord:document': { '@type': '@json' },
    'concord:claim': { '@type': '@json' },
    'concord:mention': { '@type': '@json' },
    'concord:entity': { '@type': '@json' },
  },
];

/** The recommendation's own words, and JSON-LD's, that a context must not give another meaning: they are read here. */
const FIXED = new Set([
  ...['id', 'type', 'value', 'language', 'format', 'motivation', 'purpose', 'body', 'bodyValue', 'target', 'source'],
  ...['selector', 'refinedBy', 'exact', 'prefix', 'suffix', 'start', 'end', 'items', 'first', 'next', 'partOf'],
  ...[
    'Annotation',
    'AnnotationPage',
    'AnnotationCollection',
    'SpecificResource',
    'TextualBody',
    'Choice',
    'label',
    'name',
  ],
  ...[
    'TextQuoteSelector',
    'TextPositionSelector',
    'identifying',
    'tagging',
    'classifying',
    'linking',
    'describing',
    'oa',
  ],
]);

/** Why a context cannot be gone by; undefined where it is known, and leaves the words that are read what they are. */
export function contextProblem(context: unknown): string | undefined {
  const all = Array.isArray(context) ? context : [context];
  if (!all.includes(ANNOTATION_CONTEXT))
    return `its @context is not ${ANNOTATION_CONTEXT}: it is no Web Annotation, or one in words of its own`;
  for (const one of all) {
    if (one === ANNOTATION_CONTEXT) continue;
    if (typeof one === 'string')
      return `its @context names ${JSON.stringify(one.slice(0, 120))}, which would have to be fetched to be understood; nothing is fetched`;
    if (typeof one !== 'object' || one === null || Array.isArray(one))
      return 'its @context is neither a name nor words';
    for (const [word, meaning] of Object.entries(one)) {
      if (word === '@version' || word === '@language') continue;
      if (word.startsWith('@')) return `its @context has ${word}, which changes what everything in it means`;
      if (FIXED.has(word)) return `its @context gives ${JSON.stringify(word)} a meaning of its own`;
      if (typeof meaning === 'object' && meaning !== null && '@context' in meaning)
        return `its @context has another one inside, for ${JSON.stringify(word)}`;
    }
  }
  return undefined;
}
