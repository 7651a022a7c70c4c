/**
 * The lines of figures above records and claims: how much the corpus speaks of an entity, how many claims disagree. The
 * list of them costs what the file holds; figures that take more are counted for those that are looked at. Knows no editor.
 */

import type { View } from '../checks/engine/check.ts';
import { reasonOf, reasonOfDocument } from '../checks/statements/accepted.ts';
import { isQuiet } from '../checks/statements/comparison.ts';
import { type Compared, comparisonsIn, confront, fieldOf } from '../checks/statements/comparisons.ts';
import { claimOf } from '../checks/statements/placement.ts';
import type { Statement } from '../checks/statements/statement.ts';
import type { Span } from '../core/text.ts';
import { claimsOfEntity, mentionsOfEntity } from './entityUses.ts';
import type { Location } from './place.ts';

export interface CodeLens {
  readonly span: Span;
  readonly about: LensSubject;
}

/** What a lens counts: enough to count it later, and to show what it has counted. */
export type LensSubject =
  | { readonly kind: 'mentions' | 'claims' | 'conflicts'; readonly entity: string }
  /** The claim's key. */
  | { readonly kind: 'claim-conflicts'; readonly claim: string };

export interface LensKinds {
  readonly records: boolean;
  readonly conflicts: boolean;
}

export function codeLenses(view: View, path: string, wanted: LensKinds): readonly CodeLens[] {
  const file = view.corpus.records.files.get(path);
  if (!file) return wanted.conflicts ? claimLenses(view, path) : [];
  if (!wanted.records) return [];
  const lenses: CodeLens[] = [];
  for (const { id } of file.records) {
    const entity = id.value;
    // Of several records with one id the first counts, and has the lens.
    if (view.corpus.records.get(entity)?.id.span.start !== id.span.start) continue;
    lenses.push(
      { span: id.span, about: { kind: 'mentions', entity } },
      { span: id.span, about: { kind: 'claims', entity } },
    );
    if (mayConflict(view, entity)) lenses.push({ span: id.span, about: { kind: 'conflicts', entity } });
  }
  return lenses;
}

/** Above claims on which something disagrees, and no others. */
function claimLenses(view: View, path: string): readonly CodeLens[] {
  const claims = view.document(path)?.annotations.claims ?? [];
  const at = new Map<string, Span>();
  for (const { key, head } of claims) if (!at.has(key)) at.set(key, head);
  const conflicting = new Set(openIn(view, path).map(({ own }) => own.claim.key));
  return [...conflicting].flatMap((claim) => {
    const span = at.get(claim);
    return span ? [{ span, about: { kind: 'claim-conflicts', claim } as const }] : [];
  });
}

export interface LensCount {
  readonly count: number;
  /** It is the least that there are. */
  readonly partial?: boolean;
}

/** The figure of a lens. */
export function lensCount(view: View, path: string, about: LensSubject): LensCount {
  if (about.kind === 'mentions') return { count: view.corpus.usage(about.entity).mentions };
  if (about.kind === 'claims') return { count: view.corpus.usage(about.entity).claims };
  if (about.kind === 'claim-conflicts') {
    return { count: openIn(view, path).filter(({ own }) => own.claim.key === about.claim).length };
  }
  const { pairs, partial } = pairsAbout(view, about.entity);
  return { count: pairs.length, partial };
}

/** The places that a lens has counted; of a disagreement the values of both sides. */
export function lensPlaces(view: View, path: string, about: LensSubject): readonly Location[] {
  if (about.kind === 'mentions') return mentionsOfEntity(view, about.entity);
  if (about.kind === 'claims') return claimsOfEntity(view, about.entity);
  const sides =
    about.kind === 'claim-conflicts' ? sidesOf(view, path, about.claim) : pairsAbout(view, about.entity).pairs.flat();
  const seen = new Map<string, Location>();
  for (const side of sides) {
    const place = placeOf(view, side);
    if (place) seen.set(`${place.path}\u0000${place.span.start}`, place);
  }
  return [...seen.values()];
}

const sidesOf = (view: View, path: string, claim: string): readonly Statement[] =>
  openIn(view, path).flatMap(({ own, other }) => (own.claim.key === claim ? [own, other] : []));

function placeOf(view: View, statement: Statement): Location | undefined {
  const { path } = statement.member.head;
  const claim = claimOf(statement, view);
  return claim && { path, span: claim.value?.span ?? claim.head };
}

/** The comparisons of a file's claims that went wrong, whichever side reports them, without what is accepted. */
const openIn = (view: View, path: string): readonly Compared[] =>
  comparisonsIn(view, path).filter(({ own, other, relation }) => isOpen(view, own, other, relation));

const isOpen = (view: View, own: Statement, other: Statement, relation: string): boolean =>
  reasonOf(own, relation, other, view) === undefined &&
  reasonOf(other, relation, own, view) === undefined &&
  reasonOfDocument(own, other, relation, view) === undefined;

/** Whether there is anything to compare: two claims at least of one property of which one value is true at a time. */
function mayConflict(view: View, entity: string): boolean {
  for (const { id, single } of view.corpus.vocabulary.properties.values()) {
    const group = single ? view.corpus.group(entity, id) : undefined;
    if (!group || group.size === 0) continue;
    let count = 0;
    for (const { claims } of group.values()) {
      count += claims.length;
      if (count > 1) return true;
    }
  }
  return false;
}

/** A claim is held against so many of those before it that it contradicts. */
const MOST = 20;
/** Of a crowd of claims on one thing the latest are held against the others. */
const CROWD = 500;

interface Pairs {
  readonly pairs: readonly (readonly [Statement, Statement])[];
  /** There may be more. */
  readonly partial: boolean;
}

function pairsAbout(view: View, entity: string): Pairs {
  const pairs: (readonly [Statement, Statement])[] = [];
  let partial = false;
  for (const { id, single } of view.corpus.vocabulary.properties.values()) {
    const group = single ? view.corpus.group(entity, id) : undefined;
    const fields = new Map([...(group?.keys() ?? [])].map((path) => [path, fieldOf(view, path, entity, id)]));
    const [any] = fields.values();
    const statements = any?.gathered.statements ?? [];
    partial ||= statements.length > CROWD;
    for (let own = Math.max(0, statements.length - CROWD); own < statements.length; own++) {
      const mine = statements[own]!;
      const field = fields.get(mine.member.head.path);
      let found = 0;
      const compared = (at: number, { relation }: { readonly relation: Compared['relation'] }) => {
        const other = statements[at]!;
        if (!isQuiet(relation) && isOpen(view, mine, other, relation)) pairs.push([mine, other]);
        return ++found < MOST;
      };
      if (field) confront(field, own, -1, { compared, wrongOnly: true });
      partial ||= found >= MOST;
    }
  }
  return { pairs, partial };
}
