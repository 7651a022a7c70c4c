/** What the editor marks in a body: mentions, names nobody tagged, the passages of claims. Knows no colours. */

import type { Finding, View } from '../checks/engine/check.ts';
import { check } from '../checks/engine/run.ts';
import { analyse } from '../core/analysis.ts';
import type { Severity } from '../core/codes.ts';
import { CORE_TYPES } from '../core/coreVocabulary.ts';
import type { Document } from '../core/document.ts';
import { overlaps, type Span } from '../core/text.ts';
import type { Vocabulary } from '../core/vocabulary.ts';
import { anchoredClaims } from './claimsAt.ts';

export interface Highlight {
  readonly span: Span;
  readonly kind: 'mention' | 'untagged' | 'ambiguous' | 'claim';
  /** The entity of a mention, the only candidate of a name, the key of a claim. */
  readonly id?: string;
  /** The entity's type. */
  readonly type?: string;
  /** The core type that it is a kind of, which has a colour. */
  readonly coreType?: string;
  /** A form marked as the source's own error. */
  readonly sic?: boolean;
  /** Whether a claim's quote stands in one place, or in several of which the first counts. */
  readonly state?: 'ok' | 'ambiguous';
  /** The worst finding on it that is not accepted. */
  readonly severity?: Severity;
}

/** In order of the text, the longer of two that start together first. `findings` are those of the document. */
export function highlightsOf(
  view: View,
  path: string,
  findings: readonly Finding[] = check(view, path),
): readonly Highlight[] {
  const document = view.corpus.records.files.has(path) ? undefined : view.document(path);
  if (!document) return [];
  const open = findings.filter(({ accepted }) => accepted === undefined);
  return [...entities(view, document, open), ...claims(document, open)].sort(
    (a, b) => a.span.start - b.span.start || b.span.end - a.span.end,
  );
}

function* entities(view: View, document: Document, findings: readonly Finding[]): Iterable<Highlight> {
  const { mentions, untagged, ambiguous } = analyse(document, view.corpus.records);
  const inBody = findings.filter(({ span }) => span.start >= document.body.start);
  const worst = (span: Span) => severityOf(inBody.filter((finding) => overlaps(finding.span, span)));
  for (const { id, span, kind } of mentions) {
    yield { span, kind: 'mention', id, ...typeOf(view, id), ...(kind === 'sic' && { sic: true }), ...worst(span) };
  }
  for (const { ids, span } of untagged) {
    const [id] = ids;
    const one = ids.length === 1 && id !== undefined ? { id, ...typeOf(view, id) } : {};
    yield { span, kind: 'untagged', ...one, ...worst(span) };
  }
  for (const { span } of ambiguous) yield { span, kind: 'ambiguous', ...worst(span) };
}

function* claims(document: Document, findings: readonly Finding[]): Iterable<Highlight> {
  const seen = new Set<string>();
  for (const { claim, anchor } of anchoredClaims(document)) {
    const severity = severityOf(
      findings.filter((finding) =>
        claim.id && finding.claim !== undefined
          ? finding.claim === claim.id.value
          : claim.span.start <= finding.span.start && finding.span.end <= claim.span.end,
      ),
    );
    const state = anchor.kind === 'ambiguous' ? 'ambiguous' : 'ok';
    for (const span of anchor.spans) {
      // The values of a list are several claims of one passage under one id.
      const place = `${claim.id?.value ?? claim.key}@${span.start}-${span.end}`;
      if (seen.has(place)) continue;
      seen.add(place);
      yield { span, kind: 'claim', id: claim.key, state, ...severity };
    }
  }
}

function typeOf({ corpus }: View, id: string): Pick<Highlight, 'type' | 'coreType'> {
  const type = corpus.records.get(id)?.type?.value;
  if (type === undefined) return {};
  const coreType = coreAncestor(corpus.vocabulary, type);
  return { type, ...(coreType !== undefined && { coreType }) };
}

const CORE = new Set(CORE_TYPES.map(({ id }) => id));

/** The nearest core type that `type` is, or is a kind of; types may refer to each other in a ring. */
export function coreAncestor({ types }: Vocabulary, type: string): string | undefined {
  const seen = new Set<string>();
  for (let at: string | undefined = type; at !== undefined && !seen.has(at); at = types.get(at)?.parent) {
    if (CORE.has(at)) return at;
    seen.add(at);
  }
  return undefined;
}

const ORDER: readonly Severity[] = ['error', 'warning', 'information'];

function severityOf(findings: readonly Finding[]): Pick<Highlight, 'severity'> {
  const severity = ORDER.find((candidate) => findings.some((finding) => finding.severity === candidate));
  return severity === undefined ? {} : { severity };
}
