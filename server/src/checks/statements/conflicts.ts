/** Reports on two statements that do not go together, in the words that all such findings share. */

import type { Claim } from '../../core/claim.ts';
import type { Code, Severity } from '../../core/codes.ts';
import { wanYiRatio } from '../../values/compare.ts';
import type { Report, View } from '../engine/check.ts';
import { unitsOf } from '../valueKind.ts';
import type { Doubt, Relation } from './comparison.ts';
import { type Compared, comparisonsIn } from './comparisons.ts';
import { claimOf, lowered, otherSide } from './placement.ts';
import { rescaleFixes, timeFixes } from './remedies.ts';
import type { Statement } from './statement.ts';

export { nameOfSubject } from './words.ts';

import { languageOf, nameOfSpeaker, placed, topicOf, valued } from './words.ts';

/** The findings of one relation that stand in the file at `path`. */
export function* conflictsOf(view: View, path: string, relation: Relation, severity: Severity): Iterable<Report> {
  for (const compared of comparisonsIn(view, path)) {
    if (compared.relation === relation && compared.stands) yield conflict(view, compared, severity);
  }
}

function conflict(view: View, { own, other, doubts, relation }: Compared, severity: Severity): Report {
  const factor = relation === 'wan-yi-slip' ? wanYiFactor(own, other, view) : undefined;
  const variant = doubts.includes('speaker') ? 'speakers' : '';
  const fixes = () => (factor ? rescaleFixes(view, own, other) : timeFixes(view, own, other));
  return reportOn(view, own, other, { severity, doubts, variant, fixes, ...(factor && { params: { factor } }) });
}

/** How many times the one figure is the other, if that looks like a slip between counting by 万 and by thousands. */
export function wanYiFactor({ meaning }: Statement, other: Statement, view: View): string | undefined {
  if (meaning.kind !== 'quantity' || other.meaning.kind !== 'quantity') return undefined;
  const ratio = wanYiRatio(meaning.quantity, other.meaning.quantity, unitsOf(view.settings));
  return ratio?.toLocaleString('en');
}

export interface Wording {
  readonly severity: Severity;
  readonly doubts: readonly Doubt[];
  readonly variant: string;
  readonly params?: Report['params'];
  readonly fixes?: Report['fixes'];
}

/** A report on `own` whose other side is `other`. Names are in the language of the file that it stands in. */
export function reportOn(view: View, own: Statement, other: Statement, wording: Wording): Report {
  const { severity, doubts, variant, params, fixes } = wording;
  const claim = claimOf(own, view);
  const same = own.member.head.path === other.member.head.path;
  const lang = languageOf(own);
  return {
    span: spanOf(own, claim),
    severity: lowered(severity, doubts.length),
    variant,
    params: {
      ...valued('own', own, lang, view),
      ...valued('other', other, lang, view),
      ...(same ? { where: 'above' } : placed(other.member.head)),
      ...topicOf(own, lang, view),
      speaker: nameOfSpeaker(own, lang, view),
      otherSpeaker: nameOfSpeaker(other, lang, view),
      // What the message says already is no further reason.
      doubts: doubts.filter((doubt) => doubt !== 'speaker' || variant !== 'speakers').join(','),
      ...params,
    },
    claim: own.claim.id === undefined ? undefined : own.claim.key,
    entity: own.subject.startsWith('this:') ? undefined : own.subject,
    related: [otherSide(other, view, other.claim.quote === '' ? 'other-fact' : 'other-side')],
    sides: { own, other },
    ...(fixes && { fixes }),
  };
}

/** Where a finding on a statement is shown: its value, or one end of a change. */
function spanOf({ end }: Statement, claim: Claim | undefined): Report['span'] {
  const value = claim?.value;
  if (value?.kind === 'change' && end) return value[end].span;
  return value?.span ?? claim?.head ?? { start: 0, end: 0 };
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
