/** Reports on two statements that do not go together, in the words that all such findings share. */

import type { Claim } from '../../core/claim.ts';
import type { Code, Severity } from '../../core/codes.ts';
import type { Report, View } from '../check.ts';
import type { Doubt, Relation } from './comparison.ts';
import { type Compared, comparisonsIn } from './comparisons.ts';
import { claimOf, lowered, nameOfFile, otherSide } from './placement.ts';
import type { Statement } from './statement.ts';

/** The findings of one relation that stand in the file at `path`. */
export function* conflictsOf(view: View, path: string, relation: Relation, severity: Severity): Iterable<Report> {
  for (const compared of comparisonsIn(view, path)) {
    if (compared.relation === relation && compared.stands) yield conflict(view, compared, severity);
  }
}

function conflict(view: View, { own, other, doubts }: Compared, severity: Severity): Report {
  return reportOn(view, own, other, { severity, doubts, variant: doubts.includes('speaker') ? 'speakers' : '' });
}

export interface Wording {
  readonly severity: Severity;
  readonly doubts: readonly Doubt[];
  readonly variant: string;
  readonly params?: Report['params'];
}

/** A report on `own` whose other side is `other`. */
export function reportOn(view: View, own: Statement, other: Statement, wording: Wording): Report {
  const claim = claimOf(own, view);
  const same = own.member.head.path === other.member.head.path;
  return {
    span: spanOf(own, claim),
    severity: lowered(wording.severity, wording.doubts.length),
    variant: wording.variant,
    params: {
      own: own.claim.value,
      other: other.claim.value,
      where: same ? '' : nameOfFile(other.member.head),
      same: same ? 1 : 0,
      subject: nameOfSubject(own.subject, view),
      property: own.property.id,
      speaker: nameOfSpeaker(own, view),
      otherSpeaker: nameOfSpeaker(other, view),
      doubts: wording.doubts.join(','),
      ...wording.params,
    },
    claim: own.claim.id === undefined ? undefined : own.claim.key,
    entity: own.subject.startsWith('this:') ? undefined : own.subject,
    related: [otherSide(other, view, 'other-side')],
    sides: { own, other },
  };
}

/** Where a finding on a statement is shown: its value, or one end of a change. */
function spanOf({ end }: Statement, claim: Claim | undefined): Report['span'] {
  const value = claim?.value;
  if (value?.kind === 'change' && end) return value[end].span;
  return value?.span ?? claim?.head ?? { start: 0, end: 0 };
}

export function nameOfSubject(subject: string, { corpus }: View): string {
  if (!subject.startsWith('this:')) return corpus.records.get(subject)?.names[0]?.text ?? subject;
  const path = subject.slice('this:'.length);
  return corpus.documents.get(path)?.title ?? path;
}

function nameOfSpeaker({ claim, member }: Statement, { corpus }: View): string {
  const by = claim.by ?? member.head.publisher;
  return by === undefined ? nameOfFile(member.head) : (corpus.records.get(by)?.names[0]?.text ?? by);
}

/** The three handlers of a check that reports one relation. */
export function ofRelation(code: Code & Relation, severity: Severity) {
  return {
    code,
    severity,
    beyond: true,
    document: ({ view, document }: { view: View; document: { path: string } }) =>
      conflictsOf(view, document.path, code, severity),
    records: ({ view, file }: { view: View; file: { path: string } }) => conflictsOf(view, file.path, code, severity),
  } as const;
}
