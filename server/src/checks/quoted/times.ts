/** When something was held, born or founded, as its record and the claims of one document say. Knows no other document. */

import type { Claim } from '../../core/claim.ts';
import type { Corpus } from '../../core/corpus.ts';
import type { Document } from '../../core/document.ts';
import { parseTime } from '../../values/dates.ts';
import { isProblem } from '../../values/problem.ts';
import type { TimeValue } from '../../values/time.ts';
import { sayingOf } from './value.ts';

/** A date of a subject, with the claim or fact that gives it and the file that stands in. */
export interface KnownTime {
  readonly time: TimeValue;
  readonly claim: Claim;
  readonly path: string;
}

interface Remembered {
  readonly records: Corpus['records'];
  readonly settings: Corpus['settings'];
  readonly times: Map<string, readonly KnownTime[]>;
}

const remembered = new WeakMap<readonly Claim[], Remembered>();
const NO_CLAIMS: readonly Claim[] = [];

/** What `property` says of `subject`: the facts of its record, then the claims of `document` that assert it. */
export function timesOf(
  subject: string,
  property: string,
  corpus: Corpus,
  document: Document | undefined,
): readonly KnownTime[] {
  const claims = document?.annotations.claims ?? NO_CLAIMS;
  let memory = remembered.get(claims);
  if (memory?.records !== corpus.records || memory.settings !== corpus.settings) {
    memory = { records: corpus.records, settings: corpus.settings, times: new Map() };
    remembered.set(claims, memory);
  }
  const key = `${property}\u0000${subject}`;
  let times = memory.times.get(key);
  if (!times) {
    times = claimsAbout(subject, corpus, document).flatMap(({ claim, path }): readonly KnownTime[] => {
      if (claim.property?.value !== property || claim.stance !== 'asserts') return [];
      const said = sayingOf(claim, corpus)?.said;
      return said?.kind === 'time' ? [{ time: said.time, claim, path }] : [];
    });
    memory.times.set(key, times);
  }
  return times;
}

/** The facts of the subject's record, then the claims of `document` about it, each with the file it stands in. */
export function claimsAbout(
  subject: string,
  corpus: Corpus,
  document: Document | undefined,
): readonly { readonly claim: Claim; readonly path: string }[] {
  const facts = corpus.records.all(subject).flatMap(({ facts: all, path }) => all.map((claim) => ({ claim, path })));
  if (!document) return facts;
  const claims = claimsBySubject(document).get(subject) ?? [];
  return [...facts, ...claims.map((claim) => ({ claim, path: document.path }))];
}

const subjects = new WeakMap<readonly Claim[], Map<string, Claim[]>>();

function claimsBySubject({ annotations }: Document): ReadonlyMap<string, readonly Claim[]> {
  let known = subjects.get(annotations.claims);
  if (!known) {
    known = new Map();
    for (const claim of annotations.claims) {
      if (!claim.subject) continue;
      const same = known.get(claim.subject.value);
      if (same) same.push(claim);
      else known.set(claim.subject.value, [claim]);
    }
    subjects.set(annotations.claims, known);
  }
  return known;
}

/** The time a claim holds for: its own, else the document's; a fact without one holds always, and has none. */
export function timeOfClaim(claim: Claim, document: Document | undefined): TimeValue | undefined {
  const written = claim.at ?? document?.annotations.about ?? document?.annotations.date;
  const time = written && parseTime(written.value);
  return time && !isProblem(time) ? time : undefined;
}
