/** What of a file's annotations can be followed: addresses on the web, and references that lead somewhere. Opens nothing. */

import type { View } from '../checks/engine/check.ts';
import { parseReference } from '../core/reference.ts';
import type { Span } from '../core/text.ts';
import type { Scalar } from '../core/yaml.ts';
import { claimNamed } from './claimsAt.ts';
import { textAt } from './symbolAt.ts';
import { wordsIn, type YamlWord, yamlOf } from './yamlWords.ts';

export type LinkTarget =
  | { readonly kind: 'url'; readonly url: string }
  /** A file of the corpus; `claim` is how the reference calls the claim or fact in it. */
  | { readonly kind: 'place'; readonly path: string; readonly claim?: string };

export interface DocumentLink {
  readonly span: Span;
  readonly target: LinkTarget;
}

/** In order of place. Whether a claim is there is known from the corpus' facts: no other file is read. */
export function documentLinks(view: View, path: string): readonly DocumentLink[] {
  const yaml = yamlOf(view, path);
  if (!yaml) return [];
  const links: DocumentLink[] = [];
  for (const word of wordsIn(yaml)) {
    const target = word.isKey ? undefined : targetOf(view, path, word);
    if (target) links.push({ span: contentOf(view, path, word.node), target });
  }
  return links;
}

/** Where a link to a claim leads, once somebody follows it: the start of the claim. */
export function claimPlace(view: View, path: string, claim: string): number | undefined {
  return claimNamed(view, path, claim)?.head.start;
}

function targetOf(view: View, path: string, { node: { value }, meaning, of, under }: YamlWord): LinkTarget | undefined {
  switch (meaning) {
    case 'reference':
    case 'document':
    case 'other-side':
      break;
    case 'text':
      return (of === 'source' && under === 'url') || under === 'same-as' ? webTarget(value) : undefined;
    default:
      return undefined;
  }
  if (meaning === 'other-side' && view.corpus.records.get(value)) return undefined;
  const reference = parseReference(value, path);
  if (reference.kind === 'url') return webTarget(value);
  if (reference.kind === 'outside') return undefined;
  const { path: target } = reference;
  if (reference.kind === 'document') return isFile(view, target) ? { kind: 'place', path: target } : undefined;
  const { claim } = reference;
  return hasClaim(view, target, claim) ? { kind: 'place', path: target, claim } : undefined;
}

/** Nothing but addresses of the web is offered: a text from who knows where must start no program. */
function webTarget(text: string): LinkTarget | undefined {
  const url = text.trim();
  return /^https?:\/\/[^\s/]/i.test(url) && !/\s/.test(url) ? { kind: 'url', url } : undefined;
}

const isFile = (view: View, path: string): boolean =>
  view.corpus.documents.has(path) || view.corpus.records.files.has(path);

function hasClaim(view: View, path: string, name: string): boolean {
  const facts = view.facts(path);
  if (facts) return facts.claims.some(({ key, id }) => key === name || id === name);
  return view.corpus.records.files.has(path) && claimNamed(view, path, name) !== undefined;
}

/** Without quotation marks. */
function contentOf(view: View, path: string, { span, style }: Scalar): Span {
  const text = textAt(view, path, span);
  const isWhole = style === 'quoted' && /^["']/.test(text);
  return isWhole ? { start: span.start + 1, end: span.end - 1 } : span;
}
