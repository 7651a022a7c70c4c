/** Fixes of two statements that do not go together: offered only where what to write is certain, and never called safe. */

import { type ClaimFile, type Edits, replaceScalar, setClaimKey } from '../../core/edit.ts';
import type { Params } from '../../core/problem.ts';
import { compareQuantities, wanYiRatio } from '../../values/compare.ts';
import type { Fix, View } from '../engine/check.ts';
import { fileAt } from '../engine/files.ts';
import { edtfOf } from '../quoted/edtf.ts';
import { datesIn, passageOf } from '../quoted/passage.ts';
import { unitsOf } from '../valueKind.ts';
import { overlapOf } from './comparison.ts';
import { claimOf } from './placement.ts';
import { shifted } from './scale.ts';
import { type Lexicon, meaningOfText, type Statement } from './statement.ts';
import { placed } from './words.ts';

/**
 * The time that the quote of one side names, where that side rests on the time of its document, and the finding would
 * not stay: the two would no longer hold together.
 */
export function timeFixes(
  view: View,
  own: Statement,
  other: Statement,
  stays: (a: Statement, b: Statement) => boolean = (a, b) => overlapOf(a, b) !== 'none',
): readonly Fix[] {
  return [own, other].flatMap((side) => {
    const time = timeInQuote(view, side);
    const facing = side === own ? other : own;
    if (!time || stays({ ...side, time: time.time, basis: 'own' }, facing)) return [];
    return fixOf('set-time', side, own, { 'text@time': time.text }, keyed(view, side, 'at', time.text));
  });
}

/** The one date that the quote holds. */
function timeInQuote(view: View, { member, claim, basis, end }: Statement) {
  if ((basis !== 'about' && basis !== 'date') || end) return undefined;
  const document = view.document(member.head.path);
  const written = document?.annotations.claims.find(({ key }) => key === claim.key);
  if (!document || !written || written.nth !== undefined) return undefined;
  const dates = datesIn(passageOf(written, document), document);
  const [date] = dates;
  const text = date?.time && edtfOf(date.time);
  return dates.length === 1 && date?.time && text !== undefined ? { time: date.time, text } : undefined;
}

/** The figure of one side with its decimal point moved to where the other side has it, or else the other side's own figure. */
export function rescaleFixes(
  view: View,
  own: Statement,
  other: Statement,
  sides: readonly Statement[] = [own, other],
): readonly Fix[] {
  return sides.flatMap((side) => {
    const text = rescaled(side, side === own ? other : own, view);
    return text === undefined ? [] : fixOf('rescale', side, own, { text }, rewritten(view, side, text));
  });
}

function rescaled(side: Statement, facing: Statement, view: View): string | undefined {
  const text = textOf(side);
  const [mine, theirs] = [side.meaning, facing.meaning];
  if (text === undefined || mine.kind !== 'quantity' || theirs.kind !== 'quantity') return undefined;
  const units = unitsOf(view.settings);
  const ratio = wanYiRatio(mine.quantity, theirs.quantity, units);
  const places = ratio === undefined ? 0 : Math.round(Math.log10(ratio));
  const texts = [shifted(text, places), shifted(text, -places), textOf(facing)];
  const lexicon: Lexicon = { settings: view.settings, records: view.corpus.records };
  return texts.find((candidate) => {
    const read = candidate === undefined ? undefined : meaningOfText(side, candidate, lexicon);
    return read?.kind === 'quantity' && compareQuantities(read.quantity, theirs.quantity, units) !== 'conflict';
  });
}

/** The text of a statement's value, or of its end of a change; undefined where it has none of its own. */
export function textOf({ claim: { data, value }, end }: Statement): string | undefined {
  if (data?.kind === 'change') return end && data[end];
  return data?.kind === 'text' && end === undefined ? value : undefined;
}

/** Another text where the value of a statement stands. */
export function rewritten(view: View, statement: Statement, text: string): Edits {
  const file = fileAt(view, statement.member.head.path);
  const value = claimOf(statement, view)?.value;
  const { end } = statement;
  if (!file || !value) return undefined;
  if (value.kind === 'text' && end === undefined) return replaceScalar(file, value.span, text);
  return value.kind === 'change' && end ? replaceScalar(file, value[end].span, text) : undefined;
}

function keyed(view: View, statement: Statement, key: string, text: string): Edits {
  const file = claimFileOf(view, statement);
  const claim = claimOf(statement, view);
  return file && claim && setClaimKey(file, claim, key, text);
}

/** The file that a statement's claim or fact stands in. */
export function claimFileOf(view: View, { member: { head } }: Statement): ClaimFile | undefined {
  return head.kind === 'record' ? view.corpus.records.files.get(head.path) : view.document(head.path);
}

/** A fix on one of two sides: its title says where, if that is not where the finding stands. */
export function fixOf(title: string, side: Statement, own: Statement, params: Params, edits: Edits): readonly Fix[] {
  if (!edits?.length) return [];
  if (side === own) return [{ title, params, safe: false, edits }];
  const same = side.member.head.path === own.member.head.path;
  const where = same ? { where: 'above' } : placed(side.member.head);
  return [{ title: `${title}-there`, params: { ...params, ...where }, safe: false, edits }];
}
