/** One entity of the network with all that it is connected with, each with the documents and claims that say so. Draws nothing. */

import type { View } from '../../checks/engine/check.ts';
import { nameOf, nameOfId, otherNames } from '../../checks/engine/entityName.ts';
import { edtf } from '../../checks/statements/statement.ts';
import { type ClaimFacts, claimFactsOf, type DocumentFacts } from '../../core/facts.ts';
import { timeInWords } from '../../values/timeWords.ts';
import { capital } from '../hovers/reader.ts';
import { shortened } from '../markdown.ts';
import { labelIn } from '../wording.ts';
import type { NetworkScope } from './network.ts';
import { inScope, isWhole } from './scope.ts';
import type { Steps } from './steps.ts';

export interface DocumentLink {
  readonly path: string;
  readonly title: string;
  /** In words. */
  readonly date?: string;
}

/** A claim or fact, to be gone to. */
export interface ClaimLink {
  readonly path: string;
  readonly claim: string;
  /** “signatory: Olm” */
  readonly words: string;
}

export interface Neighbour {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** In how many documents both are mentioned, and some of them. */
  readonly documents: number;
  readonly inDocuments: readonly DocumentLink[];
  /** How many claims name both, and some of them. */
  readonly claims: number;
  readonly said: readonly ClaimLink[];
}

export interface Neighbourhood {
  readonly id: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly type: string;
  readonly documents: number;
  readonly mentions: number;
  readonly claims: number;
  readonly inDocuments: readonly DocumentLink[];
  /** The strongest first. */
  readonly neighbours: readonly Neighbour[];
  /** How many there are beside them. */
  readonly more: number;
}

const MOST = 200;
const LINKS = 3;
const OWN_LINKS = 10;
const STEP = 500;
const LONGEST_NAME = 500;

/** Undefined for an id without a record. */
export function* neighbours(
  view: View,
  id: string,
  scope: NetworkScope,
  locale: string,
): Steps<Neighbourhood | undefined> {
  const { corpus } = view;
  const record = corpus.records.get(id);
  if (!record) return undefined;
  const found = new Found(view, id, scope, locale);
  const isChosen = inScope(scope);
  let looked = 0;
  for (const facts of corpus.documents.values()) {
    if (isChosen(facts)) found.take(facts);
    if (++looked % STEP === 0) yield;
  }
  if (isWhole(scope)) {
    for (const { path, damaged, facts } of corpus.records.values()) {
      if (!damaged) for (const fact of facts) found.name(path, claimFactsOf(fact));
    }
  }
  const all = found.inOrder();
  return {
    id,
    name: shortened(nameOf(record, locale), LONGEST_NAME),
    otherNames: otherNames(record, locale).map((name) => shortened(name, LONGEST_NAME)),
    type: typeLabel(view, id, locale),
    documents: found.documents.length,
    mentions: found.mentions,
    claims: found.claims,
    inDocuments: latest(found.documents)
      .slice(0, OWN_LINKS)
      .map((facts) => documentLink(facts, locale)),
    neighbours: all.slice(0, MOST).map((one) => ({
      id: one.id,
      name: shortened(nameOfId(view, one.id, locale), LONGEST_NAME),
      type: typeLabel(view, one.id, locale),
      documents: one.documents.length,
      inDocuments: latest(one.documents)
        .slice(0, LINKS)
        .map((facts) => documentLink(facts, locale)),
      claims: one.claims.length,
      said: one.claims.slice(0, LINKS).map(({ path, claim }) => ({
        path,
        claim: claim.key,
        words: claimWords(view, claim, locale),
      })),
    })),
    more: Math.max(0, all.length - MOST),
  };
}

interface Met {
  readonly id: string;
  readonly documents: DocumentFacts[];
  readonly claims: { readonly path: string; readonly claim: ClaimFacts }[];
}

class Found {
  readonly documents: DocumentFacts[] = [];
  mentions = 0;
  claims = 0;
  private readonly met = new Map<string, Met>();
  private readonly types: ReadonlySet<string> | undefined;

  constructor(
    private readonly view: View,
    private readonly id: string,
    private readonly scope: NetworkScope,
    private readonly locale: string,
  ) {
    this.types = scope.types && new Set(scope.types);
  }

  take(facts: DocumentFacts): void {
    const times = Object.hasOwn(facts.mentions, this.id) ? facts.mentions[this.id]! : 0;
    const before = this.claims;
    for (const claim of facts.claims) this.name(facts.path, claim);
    if (times === 0 && this.claims === before) return;
    this.mentions += times;
    this.documents.push(facts);
    if (times === 0 || this.scope.by === 'claims') return;
    for (const other of Object.keys(facts.mentions)) if (other !== this.id) this.of(other)?.documents.push(facts);
  }

  /** A claim connects its subject with all that it names. */
  name(path: string, claim: ClaimFacts): void {
    if (!claim.ids.includes(this.id)) return;
    this.claims++;
    if (this.scope.by === 'mentions' || claim.subject === undefined) return;
    const others = claim.subject === this.id ? claim.ids : [claim.subject];
    for (const other of others) if (other !== this.id) this.of(other)?.claims.push({ path, claim });
  }

  inOrder(): readonly Met[] {
    const strength = ({ documents, claims }: Met): number => documents.length + claims.length;
    const { compare } = new Intl.Collator(this.locale);
    const names = new Map([...this.met.keys()].map((id) => [id, nameOfId(this.view, id, this.locale)]));
    return [...this.met.values()].sort(
      (a, b) => strength(b) - strength(a) || compare(names.get(a.id)!, names.get(b.id)!) || (a.id < b.id ? -1 : 1),
    );
  }

  private of(id: string): Met | undefined {
    const known = this.met.get(id);
    if (known) return known;
    const record = this.view.corpus.records.get(id);
    if (!record || (this.types && !this.types.has(record.type?.value ?? ''))) return undefined;
    const met: Met = { id, documents: [], claims: [] };
    this.met.set(id, met);
    return met;
  }
}

function latest(all: readonly DocumentFacts[]): readonly DocumentFacts[] {
  const day = ({ date }: DocumentFacts): number => edtf(date)?.start.earliest ?? Number.NEGATIVE_INFINITY;
  return [...all].sort((a, b) => {
    const [left, right] = [day(a), day(b)];
    return left === right ? (a.path < b.path ? -1 : 1) : left < right ? 1 : -1;
  });
}

export function documentLink({ path, title, date }: DocumentFacts, locale: string): DocumentLink {
  return {
    path,
    title: shortened(title ?? path.slice(path.lastIndexOf('/') + 1), LONGEST_NAME),
    ...(date !== undefined && edtf(date) && { date: timeInWords(date, locale) }),
  };
}

function typeLabel({ corpus }: View, id: string, locale: string): string {
  const type = corpus.records.get(id)?.type?.value ?? '';
  return shortened(capital(labelIn(corpus.vocabulary.types.get(type)?.label ?? {}, locale, type)), 60);
}

function claimWords(view: View, { subject, property, value }: ClaimFacts, locale: string): string {
  const label = labelIn(view.corpus.vocabulary.properties.get(property ?? '')?.label ?? {}, locale, property);
  const said = shortened(nameOfId(view, value ?? '…', locale), 80);
  return `${shortened(nameOfId(view, subject ?? '', locale), 80)} · ${shortened(label, 60)} · ${said}`;
}
