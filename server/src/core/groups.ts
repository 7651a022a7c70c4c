/**
 * The claims and facts of a corpus by what they speak of: one group for each subject and property. An edit replaces the
 * groups that it touches and no other, so that whatever was concluded from the rest still stands.
 */

import type { ClaimFacts, DocumentFacts } from './facts.ts';
import { claimFactsOf } from './facts.ts';
import { PersistentMap } from './persistentMap.ts';
import type { RecordFile } from './record.ts';

/** What of a file bears on the meaning of its claims. */
export interface Head {
  readonly path: string;
  readonly kind: 'document' | 'record';
  readonly title?: string;
  readonly date?: string;
  readonly about?: string;
  readonly lang?: string;
  readonly publisher?: string;
  readonly translationOf?: string;
}

/** What one file says in a group. */
export interface Member {
  readonly head: Head;
  readonly claims: readonly ClaimFacts[];
}

/** By path. */
export type Group = ReadonlyMap<string, Member>;
export type Groups = PersistentMap<Group>;

export const NO_GROUPS: Groups = PersistentMap.empty;

/** The property under which claims of an office are found by the office: its id, or its title in any language. */
export const OFFICE = '=position';

/** The documents that translate a document, as said of that document. */
export const TRANSLATIONS = '=translations';

export const groupKey = (subject: string, property: string): string => `${subject}\u0000${property}`;

/** The subject `this` of a document, as one of the corpus. */
export const subjectIn = (subject: string, path: string): string => (subject === 'this' ? `this:${path}` : subject);

type Parts = ReadonlyMap<string, Member>;

const documentParts = new WeakMap<DocumentFacts, Parts>();
const recordParts = new WeakMap<RecordFile, Parts>();

function partsOfDocument(facts: DocumentFacts | undefined): Parts {
  if (!facts) return NOTHING;
  const known = documentParts.get(facts);
  if (known) return known;
  const { path, title, date, about, lang, publisher, translationOf } = facts;
  const head = { path, kind: 'document', title, date, about, lang, publisher, translationOf } as const;
  const parts = split(head, facts.claims);
  if (translationOf) parts.set(groupKey(subjectIn('this', translationOf), TRANSLATIONS), { head, claims: [] });
  documentParts.set(facts, parts);
  return parts;
}

function partsOfRecords(file: RecordFile | undefined): Parts {
  if (!file) return NOTHING;
  let parts = recordParts.get(file);
  if (!parts) {
    const facts = file.records.flatMap((record) => (record.damaged ? [] : record.facts.map(claimFactsOf)));
    parts = split({ path: file.path, kind: 'record' }, facts);
    recordParts.set(file, parts);
  }
  return parts;
}

const NOTHING: Parts = new Map();

function split(head: Head, claims: readonly ClaimFacts[]): Map<string, Member> {
  const parts = new Map<string, { readonly head: Head; readonly claims: ClaimFacts[] }>();
  const add = (key: string, claim: ClaimFacts) => {
    const part = parts.get(key);
    if (part) part.claims.push(claim);
    else parts.set(key, { head, claims: [claim] });
  };
  for (const claim of claims) {
    if (!claim.subject || !claim.property || claim.damaged) continue;
    add(groupKey(subjectIn(claim.subject, head.path), claim.property), claim);
    if (claim.property === 'position') for (const title of titlesOf(claim)) add(groupKey(title, OFFICE), claim);
  }
  return parts;
}

/** Without case and spaces, as titles are compared. */
export const titleKey = (title: string): string => title.toLowerCase().replace(/\s+/g, ' ').trim();

function titlesOf({ data }: ClaimFacts): ReadonlySet<string> {
  if (data?.kind === 'text') return new Set([titleKey(data.text)]);
  return new Set(data?.kind === 'languages' ? Object.values(data.texts).map(titleKey) : []);
}

/** Groups being changed: every touched group is copied once, however many files come in. */
export class GroupChanges {
  private readonly touched = new Map<string, Map<string, Member>>();

  constructor(private readonly before: Groups) {}

  document(path: string, before: DocumentFacts | undefined, after: DocumentFacts | undefined): void {
    this.replace(path, partsOfDocument(before), partsOfDocument(after));
  }

  records(path: string, before: RecordFile | undefined, after: RecordFile | undefined): void {
    this.replace(path, partsOfRecords(before), partsOfRecords(after));
  }

  applied(): Groups {
    return this.touched.size === 0 ? this.before : this.before.withAll(this.touched);
  }

  private replace(path: string, before: Parts, after: Parts): void {
    for (const [key, member] of after) {
      const old = before.get(key);
      if (old && sameMember(old, member)) continue;
      this.group(key).set(path, member);
    }
    for (const key of before.keys()) if (!after.has(key)) this.group(key).delete(path);
  }

  private group(key: string): Map<string, Member> {
    let group = this.touched.get(key);
    if (!group) {
      group = new Map(this.before.get(key));
      this.touched.set(key, group);
    }
    return group;
  }
}

const sameMember = (a: Member, b: Member): boolean => JSON.stringify(a) === JSON.stringify(b);
