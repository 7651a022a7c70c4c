/**
 * The claims and facts of a corpus by what they speak of: one group for each subject and property. An edit replaces the
 * groups that it touches and no other, so that whatever was concluded from the rest still stands.
 */

import type { AcceptanceFacts, ClaimFacts, DocumentFacts } from './facts.ts';
import { claimFactsOf, sameClaims } from './facts.ts';
import { PersistentMap } from './persistentMap.ts';
import type { RecordFile } from './record.ts';
import { textKey } from './textKey.ts';

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
  readonly accept?: readonly AcceptanceFacts[];
}

/** What one file says in a group. */
export interface Member {
  readonly head: Head;
  readonly claims: readonly ClaimFacts[];
}

/** By path. */
export type Group = ReadonlyMap<string, Member>;

/** By subject, then by property. */
export type Groups = PersistentMap<ReadonlyMap<string, Group>>;

export const NO_GROUPS: Groups = PersistentMap.empty;

/** The property under which claims of an office are found by the office: its id, or its title in any language. */
export const OFFICE = '=position';

/** The documents that translate a document, as said of that document. */
export const TRANSLATIONS = '=translations';

/** The subject `this` of a document, as one of the corpus. */
export const subjectIn = (subject: string, path: string): string => (subject === 'this' ? `this:${path}` : subject);

/** What one file says, by subject, then by property. */
type Parts = ReadonlyMap<string, ReadonlyMap<string, Member>>;

const documentParts = new WeakMap<DocumentFacts, Parts>();
const recordParts = new WeakMap<RecordFile, Parts>();

function partsOfDocument(facts: DocumentFacts | undefined): Parts {
  if (!facts) return NOTHING;
  const known = documentParts.get(facts);
  if (known) return known;
  const { path, title, date, about, lang, publisher, translationOf, accept } = facts;
  const splitter = new Splitter({ path, kind: 'document', title, date, about, lang, publisher, translationOf, accept });
  splitter.add(facts.claims);
  if (translationOf) splitter.claimsOf(subjectIn('this', translationOf), TRANSLATIONS);
  documentParts.set(facts, splitter.parts);
  return splitter.parts;
}

function partsOfRecords(file: RecordFile | undefined): Parts {
  if (!file) return NOTHING;
  const known = recordParts.get(file);
  if (known) return known;
  const splitter = new Splitter({ path: file.path, kind: 'record' });
  splitter.add(file.records.flatMap((record) => (record.damaged ? [] : record.facts.map(claimFactsOf))));
  recordParts.set(file, splitter.parts);
  return splitter.parts;
}

const NOTHING: Parts = new Map();

/** Sorts the claims of one file into groups. */
class Splitter {
  readonly parts = new Map<string, Map<string, Member & { readonly claims: ClaimFacts[] }>>();

  constructor(private readonly head: Head) {}

  add(claims: readonly ClaimFacts[]): void {
    for (const claim of claims) {
      if (!claim.subject || !claim.property || claim.damaged) continue;
      this.claimsOf(subjectIn(claim.subject, this.head.path), claim.property).push(claim);
      if (claim.property === 'position') for (const title of titlesOf(claim)) this.claimsOf(title, OFFICE).push(claim);
    }
  }

  claimsOf(subject: string, property: string): ClaimFacts[] {
    let ofSubject = this.parts.get(subject);
    if (!ofSubject) {
      ofSubject = new Map();
      this.parts.set(subject, ofSubject);
    }
    let part = ofSubject.get(property);
    if (!part) {
      part = { head: this.head, claims: [] };
      ofSubject.set(property, part);
    }
    return part.claims;
  }
}

function titlesOf({ data }: ClaimFacts): ReadonlySet<string> {
  if (data?.kind === 'text') return new Set([textKey(data.text)]);
  return new Set(data?.kind === 'languages' ? Object.values(data.texts).map(textKey) : []);
}

/** Groups being changed: every touched group is copied once, however many files come in. */
export class GroupChanges {
  private readonly touched = new Map<string, Map<string, Map<string, Member>>>();

  constructor(private readonly before: Groups) {}

  document(path: string, before: DocumentFacts | undefined, after: DocumentFacts | undefined): void {
    this.replace(path, partsOfDocument(before), partsOfDocument(after));
  }

  records(path: string, before: RecordFile | undefined, after: RecordFile | undefined): void {
    this.replace(path, partsOfRecords(before), partsOfRecords(after));
  }

  applied(): Groups {
    if (this.touched.size === 0) return this.before;
    const changed = [...this.touched].map(([subject, groups]): [string, ReadonlyMap<string, Group>] => [
      subject,
      new Map([...(this.before.get(subject) ?? []), ...groups]),
    ]);
    return this.before.withAll(changed);
  }

  private replace(path: string, before: Parts, after: Parts): void {
    // All that one file says has one head.
    let sameHead: boolean | undefined;
    const isSame = (old: Member, member: Member): boolean => {
      sameHead ??= JSON.stringify(old.head) === JSON.stringify(member.head);
      return sameHead && sameClaims(old.claims, member.claims);
    };
    for (const [subject, members] of after) {
      for (const [property, member] of members) {
        const old = before.get(subject)?.get(property);
        if (!old || !isSame(old, member)) this.group(subject, property).set(path, member);
      }
    }
    for (const [subject, members] of before) {
      for (const property of members.keys()) {
        if (!after.get(subject)?.has(property)) this.group(subject, property).delete(path);
      }
    }
  }

  private group(subject: string, property: string): Map<string, Member> {
    let ofSubject = this.touched.get(subject);
    if (!ofSubject) {
      ofSubject = new Map();
      this.touched.set(subject, ofSubject);
    }
    let group = ofSubject.get(property);
    if (!group) {
      group = new Map(this.before.get(subject)?.get(property));
      ofSubject.set(property, group);
    }
    return group;
  }
}
