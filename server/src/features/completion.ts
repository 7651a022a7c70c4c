/** What can be written at a place of the annotations. In a body nothing is ever offered: it stays as it is. */

import type { View } from '../checks/engine/check.ts';
import { Vocabulary } from '../core/vocabulary.ts';
import { choiceDrafts } from './completions/choices.ts';
import { entityDrafts, everyUntagged, thisDraft } from './completions/entities.ts';
import { type Completion, type Draft, type Drafts, sortKey } from './completions/item.ts';
import { claimTemplate, keyDrafts } from './completions/keys.ts';
import { digestDrafts, formDrafts, quoteDrafts, titleDrafts } from './completions/quotes.ts';
import { documentDrafts, referenceDrafts } from './completions/references.ts';
import { type CompletionOptions, type Scope, scopeAt } from './completions/scope.ts';
import { valueDrafts } from './completions/values.ts';
import type { Place } from './place.ts';
import type { Meaning, Shape } from './shapes.ts';

export type { Completion } from './completions/item.ts';
export type { CompletionOptions } from './completions/scope.ts';

export interface Completions {
  readonly items: readonly Completion[];
  /** To be asked again with the next letter. */
  readonly isIncomplete: boolean;
}

const LIMIT = 100;

/** Completions in order of relevance. The lines around the place are enough: the YAML may be broken. */
export function completion(view: View, place: Place, options: CompletionOptions = {}): Completions {
  const scope = scopeAt(view, place, options);
  if (!scope) return { items: [], isIncomplete: false };
  const { items, more } = draftsAt(scope);
  return {
    items: items.slice(0, LIMIT).map((draft, i) => ({
      ...draft,
      insert: draft.insert ?? draft.label,
      span: scope.context.span,
      sortText: sortKey(i),
    })),
    isIncomplete: more === true || items.length > LIMIT,
  };
}

function draftsAt(scope: Scope): Drafts {
  const { shape, context, flow } = scope;
  switch (context.mode) {
    case 'key':
      return inMap(scope, shape, '');
    case 'value':
      return shape.scalar === undefined ? { items: [] } : scalars(scope, shape.scalar);
    case 'item':
      return together(
        inMap(scope, shape, '- '),
        shape.scalar === undefined ? { items: [] } : dashed(scalars(scope, shape.scalar)),
      );
    case 'node': {
      const scalar = shape.scalar === undefined ? { items: [] } : scalars(scope, shape.scalar);
      // After a dash, or on a line of its own, a map may begin as well.
      const keys = flow || (scope.frames.at(-1)?.kind === 'map' && !startsLine(scope)) ? { items: [] } : keysOf(scope);
      return together({ items: claimTemplate(scope) }, scalar, keys);
    }
  }
}

/** The keys of a map, or the items of a list, that may begin here. */
function keysOf(scope: Scope): Drafts {
  const { shape } = scope;
  const map = shape.scalar === 'entity' ? { items: [] } : inMap(scope, shape, '');
  if (!shape.items || scope.frames.at(-1)?.kind !== 'map' || shape.others?.key === 'entity') return map;
  return together(map, inMap(scope, shape.items, '- '));
}

const startsLine = ({ text, context }: Scope): boolean => {
  const from = text.lastIndexOf('\n', context.span.start - 1) + 1;
  return /^[ \t-]*$/.test(text.slice(from, context.span.start));
};

function inMap(scope: Scope, shape: Shape, lead: string): Drafts {
  const keys: Drafts = { items: keyDrafts(scope, shape, lead) };
  const other = shape.others?.key;
  if (other === undefined || (other === 'qualifier-name' && shape.name !== 'qualifier-rules')) return keys;
  const colon = scope.context.hasColon ? '' : ':';
  const space = colon && (shape.others?.value.scalar === undefined || other === 'entity') ? colon : `${colon} `;
  const names = scalars(scope, other, true);
  const items = names.items.map((draft): Draft => {
    const insert = draft.insert ?? draft.label;
    return { ...draft, insert: `${lead}${insert}${scope.context.hasColon ? '' : space}` };
  });
  const all = other === 'entity' && lead === '' && !scope.flow ? everyUntagged(scope) : [];
  return together({ items: all }, keys, { ...names, items });
}

function scalars(scope: Scope, meaning: Meaning, asKey = false): Drafts {
  switch (meaning) {
    case 'entity': {
      const declares = [...scope.shapes, scope.shape].some((shape) => shape?.name === 'declarations');
      const declared = declares ? new Set(scope.view.corpus.documents.get(scope.path)?.declared) : undefined;
      declared?.delete(scope.context.typed);
      return entityDrafts(scope, { accepts: ['any'], declares, except: declared });
    }
    case 'subject':
      return together(entityDrafts(scope, { accepts: propertyOf(scope)?.subject ?? ['any'] }), {
        items: thisDraft(scope),
      });
    case 'speaker':
      return entityDrafts(scope, { accepts: ['person', 'organization', 'place'] });
    case 'entity-or-text':
      return entityDrafts(scope, { accepts: ['organization', 'person'] });
    case 'value':
      return valueDrafts(scope, propertyOf(scope)?.value ?? ['any', 'text']);
    case 'qualifier': {
      const rule = propertyOf(scope)?.qualifiers.get(qualifierName(scope));
      const accepts = rule?.types ?? [];
      return Vocabulary.allowsEntity(accepts) ? entityDrafts(scope, { accepts }) : { items: [] };
    }
    case 'quote':
      return quoteDrafts(scope);
    case 'form':
      return formDrafts(scope);
    case 'title':
      return titleDrafts(scope);
    case 'digest':
      return digestDrafts(scope);
    case 'reference':
      return referenceDrafts(scope);
    case 'other-side':
      return together(referenceDrafts(scope), entityDrafts(scope, { accepts: ['any'] }));
    case 'document':
      return documentDrafts(scope);
    default:
      return {
        items: asKey && meaning === 'language' ? languages(scope) : choiceDrafts(scope, meaning),
        more: meaning === 'property',
      };
  }
}

/** The languages of the corpus that a map of names does not have yet. */
function languages(scope: Scope): readonly Draft[] {
  const present = scope.frames.at(-1)?.keys;
  return choiceDrafts(scope, 'language').filter(({ label }) => !present?.has(label) || label === scope.context.typed);
}

const propertyOf = ({ view, claim }: Scope) => view.corpus.vocabulary.properties.get(claim?.property ?? '');

/** The key of the claim that the cursor stands under. */
function qualifierName({ frames, shapes }: Scope): string {
  const at = shapes.findLastIndex((shape) => shape?.name === 'claim' || shape?.name === 'fact');
  return frames[at]?.key ?? '';
}

function together(...all: readonly Drafts[]): Drafts {
  return { items: all.flatMap(({ items }) => items), more: all.some(({ more }) => more) };
}

/** As items of a list that lack their dash. */
const dashed = ({ items, more }: Drafts): Drafts => ({
  items: items.map((draft) => ({ ...draft, insert: `- ${draft.insert ?? draft.label}` })),
  more,
});
