/**
 * What the sources of a corpus say of the same things, side by side: a row for each subject and property, a column for each
 * document or publisher, and in each cell what it says and whether others say so too. Draws nothing.
 */

import type { View } from '../../checks/engine/check.ts';
import { nameOfId } from '../../checks/engine/entityName.ts';
import type { Statement } from '../../checks/statements/statement.ts';
import { nameOfSubject } from '../../checks/statements/words.ts';
import type { Group, Head } from '../../core/groups.ts';
import type { Property } from '../../core/vocabulary.ts';
import { timeInWords } from '../../values/timeWords.ts';
import { writtenValue } from '../explanation/said.ts';
import { capital } from '../hovers/reader.ts';
import { shortened } from '../markdown.ts';
import { foldName } from '../names.ts';
import { labelIn, wordingIn } from '../wording.ts';
import { Columns, type MatrixColumn } from './columns.ts';
import { gravityOf } from './gravity.ts';
import { inScope, isWhole, type Scope } from './scope.ts';
import { type Mark, standings } from './standings.ts';
import type { Steps } from './steps.ts';

export interface MatrixScope extends Scope {
  /** Which rows: those in which sources disagree, those of which several speak, or all. Those of several where it is missing. */
  readonly show?: 'disagreements' | 'shared' | 'all';
  /** What the columns are; documents, or where those are too many and have publishers, these. */
  readonly by?: 'documents' | 'publishers';
  /** What the name or id of the subject, or the property, must hold, but for case and accents. */
  readonly about?: string;
  /** From 0. */
  readonly page?: number;
}

export type { MatrixColumn } from './columns.ts';

export interface MatrixModel {
  readonly columns: readonly MatrixColumn[];
  readonly by: 'documents' | 'publishers';
  readonly rows: readonly MatrixRow[];
  readonly page: number;
  readonly pages: number;
  /** Of all pages. */
  readonly counts: { readonly rows: number; readonly disagreements: number };
}

export interface MatrixRow {
  /** Undefined for a document that speaks of itself. */
  readonly entity?: string;
  readonly subject: string;
  readonly property: string;
  /** How many sources speak of it. */
  readonly sources: number;
  /** How many sides there are, where sources contradict one another. */
  readonly sides: number;
  readonly mark: Mark;
  readonly cells: readonly MatrixCell[];
  /** How many claims there are beyond what the cells hold. */
  readonly more: number;
}

export interface MatrixCell {
  /** The place of its column. */
  readonly column: number;
  readonly claims: readonly MatrixClaim[];
  readonly more: number;
}

export interface MatrixClaim {
  readonly path: string;
  readonly claim: string;
  readonly value: string;
  /** What it is limited to, and when it holds, where it says so. */
  readonly detail?: string;
  readonly quote?: string;
  readonly mark: Mark;
  /** 0 for the first side that is taken, 1 for the one against it… */
  readonly side?: number;
  /** The claim denies, questions, expects, or speaks of what is over. */
  readonly stance?: string;
  /** The document that says it, where the column stands for several. */
  readonly where?: string;
}

export interface MatrixLimits {
  readonly rows: number;
  readonly columns: number;
  readonly perCell: number;
  /** Claims of one row that are held against one another. */
  readonly perRow: number;
}

export const MATRIX_LIMITS: MatrixLimits = { rows: 40, columns: 24, perCell: 3, perRow: 120 };

const STEP = 200;

interface Candidate {
  readonly subject: string;
  readonly property: Property;
  readonly group: Group;
  /** 2: sources contradict one another; 1: they are in tension; 0: neither. */
  readonly gravity: number;
  readonly sources: number;
}

export function* matrix(view: View, scope: MatrixScope, locale: string, limits = MATRIX_LIMITS): Steps<MatrixModel> {
  const all = yield* candidatesIn(view, scope, locale);
  const disagreements = all.reduce((count, { gravity }) => count + (gravity > 0 ? 1 : 0), 0);
  const rows = scope.show === 'disagreements' ? all.filter(({ gravity }) => gravity > 0) : all;
  const names = new Map(rows.map(({ subject }) => [subject, nameOfSubject(subject, view, locale)]));
  const { compare } = new Intl.Collator(locale);
  rows.sort(
    (a, b) =>
      b.gravity - a.gravity ||
      b.sources - a.sources ||
      compare(names.get(a.subject)!, names.get(b.subject)!) ||
      (a.subject < b.subject ? -1 : +(a.subject > b.subject)) ||
      (a.property.id < b.property.id ? -1 : 1),
  );
  const pages = Math.max(1, Math.ceil(rows.length / limits.rows));
  const page = Math.min(Math.max(0, Math.floor(scope.page ?? 0) || 0), pages - 1);
  const drafts: Draft[] = [];
  for (const candidate of rows.slice(page * limits.rows, (page + 1) * limits.rows)) {
    drafts.push(draftOf(view, candidate, limits));
    yield;
  }
  const by = scope.by ?? usualColumns(drafts, limits);
  const columns = new Columns(view, by, locale);
  for (const { statements } of drafts) {
    for (const { statement, mark } of statements) columns.count(statement.member.head, WEIGHTS[mark]);
  }
  const { shown, placeOf } = columns.chosen(limits.columns);
  return {
    columns: shown,
    by,
    rows: drafts.map((draft) => rowOf(view, draft, { shown, placeOf, limits, locale, names })),
    page,
    pages,
    counts: { rows: rows.length, disagreements },
  };
}

/** Whoever contradicts is to be seen before whoever agrees. */
const WEIGHTS: Readonly<Record<Mark, number>> = { conflict: 100, tension: 30, refinement: 2, agreement: 2, alone: 1 };

function usualColumns(drafts: readonly Draft[], { columns }: MatrixLimits): 'documents' | 'publishers' {
  const heads = drafts.flatMap(({ statements }) => statements.map(({ statement }) => statement.member.head));
  const documents = new Set(heads.map(({ path }) => path));
  const publishers = new Set(heads.flatMap(({ publisher }) => publisher ?? []));
  return documents.size > columns && publishers.size > 1 ? 'publishers' : 'documents';
}

function* candidatesIn(view: View, scope: MatrixScope, locale: string): Steps<Candidate[]> {
  const { corpus } = view;
  const about = foldName(scope.about ?? '');
  const isChosen = inScope(scope);
  const whole = isWhole(scope);
  const chosen = new Set<string>();
  let looked = 0;
  if (!whole) {
    for (const facts of corpus.documents.values()) {
      if (isChosen(facts)) chosen.add(facts.path);
      if (++looked % STEP === 0) yield;
    }
  }
  const found: Candidate[] = [];
  for (const [subject, groups] of corpus.subjects()) {
    if (++looked % STEP === 0) yield;
    let name: string | undefined;
    for (const [id, group] of groups) {
      const property = corpus.vocabulary.properties.get(id);
      if (!property || group.size === 0) continue;
      if (scope.show !== 'all' && !isShared(group)) continue;
      if (!whole && ![...group.keys()].some((path) => chosen.has(path))) continue;
      if (about !== '') {
        name ??= foldName(`${nameOfSubject(subject, view, locale)} ${subject}`);
        if (!name.includes(about) && !foldName(`${labelIn(property.label, locale, id)} ${id}`).includes(about))
          continue;
      }
      const gravity = yield* gravityOf(view, subject, property, group);
      found.push({ subject, property, group, gravity, sources: group.size });
    }
  }
  return found;
}

/** Whether several speak of it, or one says several things. */
function isShared(group: Group): boolean {
  if (group.size > 1) return true;
  for (const { claims } of group.values()) return claims.length > 1;
  return false;
}

interface Draft extends Candidate {
  readonly statements: readonly { readonly statement: Statement; readonly mark: Mark; readonly side?: number }[];
  readonly sides: number;
  readonly left: number;
}

function draftOf(view: View, candidate: Candidate, { perRow }: MatrixLimits): Draft {
  const { subject, property, group } = candidate;
  const { marked, sides, left } = standings(view, subject, property, group, perRow);
  return { ...candidate, statements: marked, sides, left };
}

interface Drawing {
  readonly shown: readonly MatrixColumn[];
  readonly placeOf: (head: Head) => number;
  readonly limits: MatrixLimits;
  readonly locale: string;
  readonly names: ReadonlyMap<string, string>;
}

const byGravity = (a: Draft['statements'][number], b: Draft['statements'][number]): number =>
  GRAVEST.indexOf(a.mark) - GRAVEST.indexOf(b.mark) || (a.side ?? 0) - (b.side ?? 0);

const GRAVEST: readonly Mark[] = ['conflict', 'tension', 'refinement', 'agreement', 'alone'];

function rowOf(view: View, draft: Draft, { shown, placeOf, limits, locale, names }: Drawing): MatrixRow {
  const { subject, property, statements, sides, sources } = draft;
  const cells = new Map<number, { claims: MatrixClaim[]; more: number }>();
  // In one column for all the gravest come first, side by side with those on their side.
  const together = shown.length === 1 && shown[0]!.kind === 'others';
  const perCell = together ? 4 * limits.perCell : limits.perCell;
  const inOrder = together ? [...statements].sort(byGravity) : statements;
  for (const one of inOrder) {
    const column = placeOf(one.statement.member.head);
    const cell = cells.get(column) ?? { claims: [], more: 0 };
    const drawn = claimOf(view, one, shown[column]!, locale);
    const same = cell.claims.findIndex(({ path, claim }) => path === drawn.path && claim === drawn.claim);
    // The two ends of a change are one claim: the graver of them counts.
    if (same >= 0) {
      if (GRAVEST.indexOf(drawn.mark) < GRAVEST.indexOf(cell.claims[same]!.mark)) cell.claims[same] = drawn;
    } else if (cell.claims.length < perCell) cell.claims.push(drawn);
    else cell.more++;
    cells.set(column, cell);
  }
  const own = subject.startsWith('this:') ? undefined : subject;
  return {
    ...(own !== undefined && view.corpus.records.get(own) && { entity: own }),
    subject: shortened(names.get(subject)!, 200),
    property: capital(shortened(labelIn(property.label, locale, property.id), 100)),
    sources,
    sides,
    mark: GRAVEST.find((mark) => statements.some((one) => one.mark === mark)) ?? 'alone',
    cells: [...cells].sort(([a], [b]) => a - b).map(([column, cell]) => ({ column, ...cell })),
    more: draft.left,
  };
}

function claimOf(
  view: View,
  { statement, mark, side }: Draft['statements'][number],
  column: MatrixColumn,
  locale: string,
): MatrixClaim {
  const { claim, member, property, ended } = statement;
  const words = wordingIn(locale);
  const scope = property.separates.flatMap((name) => {
    const value = claim.qualifiers[name];
    if (!value) return [];
    return value.kind === 'languages'
      ? [labelIn(value.texts, locale)]
      : value.kind === 'text'
        ? [nameOfId(view, value.text, locale)]
        : [];
  });
  const details = [...scope, ...(claim.at === undefined ? [] : [timeInWords(claim.at, locale)])];
  const stance = claim.stance !== 'asserts' ? words.stances[claim.stance] : ended ? words.ended : '';
  return {
    path: member.head.path,
    claim: claim.key,
    value: shortened(writtenValue(whole(statement), { view, locale, words }), 60),
    ...(details.length > 0 && { detail: shortened(details.join(' · '), 100) }),
    ...(claim.quote !== '' && { quote: shortened(claim.quote, 200) }),
    mark,
    ...(side !== undefined && { side }),
    ...(stance !== '' && { stance }),
    ...(column.kind !== 'document' && member.head.kind === 'document' && { where: titleOf(member.head) }),
  };
}

/** Of a change both ends are shown. */
const whole = (statement: Statement): Statement =>
  statement.end && statement.claim.data?.kind === 'change'
    ? { ...statement, claim: { ...statement.claim, data: { kind: 'text', text: statement.claim.value ?? '' } } }
    : statement;

const titleOf = ({ title, path }: Head): string => shortened(title ?? path, 100);
