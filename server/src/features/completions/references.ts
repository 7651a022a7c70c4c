/** Completes references to documents and to their claims. */

import { nameOfId } from '../../checks/engine/entityName.ts';
import type { ClaimFacts } from '../../core/facts.ts';
import { propertyLabel } from '../hovers/reader.ts';
import { literal, quoted, shortened } from '../markdown.ts';
import { asTyped, type Draft, type Drafts, written } from './item.ts';
import type { Scope } from './scope.ts';

const LIMIT = 100;

/** `documents/x.md#ties`: before the mark documents, after it their claims; `#ties` is one of this document. */
export function referenceDrafts(scope: Scope): Drafts {
  const { typed } = scope.context;
  const mark = typed.indexOf('#');
  if (mark >= 0) return { items: claimDrafts(scope, typed.slice(0, mark), typed.slice(mark + 1)) };
  const own = typed === '' ? claimDrafts(scope, '', '') : [];
  const { items, more } = documentDrafts(scope);
  return { items: [...own, ...items], more };
}

function claimDrafts(scope: Scope, path: string, query: string): readonly Draft[] {
  const { view, claim } = scope;
  const facts = view.corpus.documents.get(path === '' ? scope.path : path);
  const own = path === '' ? claim?.keys.get('id') : undefined;
  const folded = query.toLowerCase();
  return (facts?.claims ?? [])
    .filter(({ id }) => id !== undefined && id !== own && id.toLowerCase().includes(folded))
    .slice(0, LIMIT)
    .map((facts) => {
      const target = `${path}#${facts.id}`;
      return {
        label: target,
        kind: 'reference',
        detail: summary(scope, facts),
        documentation: quoted(shortened(facts.quote)),
        insert: written(scope, target),
        filterText: asTyped(scope),
      };
    });
}

function summary({ reader, view }: Scope, { subject, property, value }: ClaimFacts): string {
  const parts = [
    subject && nameOfId(view, subject, reader.nameLocale),
    property && propertyLabel(reader, property),
    value && nameOfId(view, value, reader.nameLocale),
  ];
  return parts.filter(Boolean).join(' · ');
}

/** Documents whose path or title has what is typed; those whose file name begins with it first. */
export function documentDrafts(scope: Scope): Drafts {
  const { view, context } = scope;
  const query = context.typed.toLowerCase();
  const found: { path: string; title?: string; rank: number }[] = [];
  let good = 0;
  for (const { path, title } of view.corpus.documents.values()) {
    // Enough that fit at a beginning: another letter will tell them apart.
    if (good > LIMIT * 2) break;
    if (path === scope.path) continue;
    const folded = path.toLowerCase();
    const at = folded.indexOf(query);
    if (at < 0 && !title?.toLowerCase().includes(query)) continue;
    const rank = at === 0 || folded[at - 1] === '/' ? 0 : at > 0 ? 1 : 2;
    if (rank === 0) good++;
    found.push({ path, title, rank });
  }
  const items = found
    .sort((a, b) => a.rank - b.rank || (a.path < b.path ? -1 : 1))
    .slice(0, LIMIT)
    .map(
      ({ path, title }): Draft => ({
        label: path,
        kind: 'reference',
        detail: title,
        documentation: title && literal(title),
        insert: written(scope, path),
        filterText: asTyped(scope),
      }),
    );
  return { items, more: found.length > LIMIT };
}
