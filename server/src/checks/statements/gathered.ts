/**
 * A group made ready for comparing its statements by the thousand: in one order, with their times as plain numbers, those
 * that say the same known as such, and those of another scope left out. Knows no verdicts.
 */

import type { Group } from '../../core/groups.ts';
import type { Property } from '../../core/vocabulary.ts';
import { widen } from '../../values/time.ts';
import { oncePerGroup } from './remembered.ts';
import { limitsOf, Scopes } from './scopes.ts';
import { edtf, holdsOf, type Lexicon, type Statement, statementsIn } from './statement.ts';

/** Smaller groups are compared pair by pair: to sort them by what they say would cost more. */
const SMALL = 24;

export interface Gathered {
  /** Facts first, then by the date of their document, path and place: the same whatever the files were read in. */
  readonly statements: readonly Statement[];
  /** The indices of the statements of each file. */
  readonly byPath: ReadonlyMap<string, readonly number[]>;
  /** The indices of those of a file whose claim has the key or id. */
  named(path: string, claim: string): readonly number[];
  /** The indices of those that stand in records. */
  readonly facts: readonly number[];
  /** Whether the two stand in one file. */
  inOneFile(a: number, b: number): boolean;
  /** Whether the two, of one file, may be parts of one value, or one the whole of the other. */
  mayBeParts(a: number, b: number): boolean;
  /** Whether some instant may belong to the times of both. */
  mayMeet(a: number, b: number): boolean;
  /** Those among which all are that a statement could be compared with, ascending; the others have another scope. */
  candidates(of: number): ArrayLike<number>;
  /** The same number for statements between which nothing but their place tells; undefined in a small group. */
  readonly kinds: Int32Array | undefined;
  /** How many numbers there are. */
  readonly kindCount: number;
}

export const gather = oncePerGroup(gatherAnew);

function gatherAnew(group: Group, subject: string, property: Property, lexicon: Lexicon): Gathered {
  const statements = inOrder(statementsIn(group, subject, property, lexicon));
  const byPath = new Map<string, number[]>();
  const files = new Int32Array(statements.length);
  for (const [i, { member }] of statements.entries()) {
    const { path } = member.head;
    const own = byPath.get(path);
    if (own) own.push(i);
    else byPath.set(path, [i]);
    files[i] = own ? files[own[0]!]! : byPath.size;
  }
  const joined = joinedIn(statements);
  const isSmall = statements.length <= SMALL;
  const all = Int32Array.from(statements.keys());
  const scopes = isSmall || property.separates.length === 0 ? undefined : new Scopes(statements, property, lexicon);
  const kinds = isSmall ? undefined : kindsOf(statements);
  return {
    statements,
    byPath,
    named: namesIn(statements),
    facts: [...byPath.values()].filter(([first]) => statements[first!]!.member.head.kind === 'record').flat(),
    inOneFile: (a, b) => files[a] === files[b],
    mayBeParts: (a, b) => joined[a] === 1 && joined[b] === 1,
    mayMeet: meetingOf(statements, property),
    candidates: (of) => scopes?.candidates(statements[of]!) ?? all,
    kinds,
    kindCount: kinds?.reduce((most, kind) => Math.max(most, kind + 1), 0) ?? 0,
  };
}

/** The sort is stable: within a file the statements keep their order. */
function inOrder(statements: readonly Statement[]): readonly Statement[] {
  if (statements.length < 2) return statements;
  const ranked = statements.map((statement) => {
    const { kind, date, path } = statement.member.head;
    const time = kind === 'document' ? edtf(date) : undefined;
    return {
      statement,
      path,
      rank: kind === 'record' ? 0 : 1,
      start: time?.start.earliest ?? 0,
      end: time?.end.latest ?? 0,
    };
  });
  ranked.sort(
    (a, b) =>
      a.rank - b.rank || order(a.start, b.start) || order(a.end, b.end) || (a.path < b.path ? -1 : +(a.path > b.path)),
  );
  return ranked.map(({ statement }) => statement);
}

/** Infinite days are no numbers to subtract. */
const order = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whether some instant may belong to the times of two of the statements. */
export function meetingOf(statements: readonly Statement[], property: Property): Gathered['mayMeet'] {
  const [starts, ends] = timesOf(statements, property);
  return (a, b) => starts[a]! <= ends[b]! && starts[b]! <= ends[a]!;
}

/** First and last day on which each may hold: most pairs of a long series lie apart, and that must cost next to nothing. */
function timesOf(statements: readonly Statement[], property: Property): readonly [Float64Array, Float64Array] {
  const starts = new Float64Array(statements.length).fill(Number.NEGATIVE_INFINITY);
  const ends = new Float64Array(statements.length).fill(Number.POSITIVE_INFINITY);
  if (property.time === 'permanent' || property.time === 'event') return [starts, ends];
  const holds = holdsOf(property);
  for (const [i, { time }] of statements.entries()) {
    if (!time) continue;
    const wide = widen(time, holds);
    starts[i] = wide.start.earliest;
    ends[i] = wide.end.latest;
  }
  return [starts, ends];
}

/** Made when somebody first asks. */
function namesIn(statements: readonly Statement[]): Gathered['named'] {
  let byName: Map<string, number[]> | undefined;
  return (path, claim) => {
    if (!byName) {
      byName = new Map();
      for (const [
        i,
        {
          member,
          claim: { key, id },
        },
      ] of statements.entries()) {
        for (const name of new Set([key, id ?? key])) {
          const same = byName.get(`${member.head.path}#${name}`);
          if (same) same.push(i);
          else byName.set(`${member.head.path}#${name}`, [i]);
        }
      }
    }
    return byName.get(`${path}#${claim}`) ?? [];
  };
}

/** 1 for the ends of changes, for parts, and for what has the key of their whole. */
function joinedIn(statements: readonly Statement[]): Uint8Array {
  const wholes = new Set(statements.flatMap(({ claim: { partOf } }) => (partOf === undefined ? [] : [partOf])));
  return Uint8Array.from(statements, ({ claim, end }) =>
    Number(end !== undefined || claim.partOf !== undefined || wholes.has(claim.key)),
  );
}

function kindsOf(statements: readonly Statement[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(statements, (statement) => {
    const key = kindOf(statement);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  });
}

const kinds = new WeakMap<Statement, string>();

/** Remembered, for an edit leaves nearly all statements of a large group as they were. */
function kindOf(statement: Statement): string {
  let kind = kinds.get(statement);
  if (kind === undefined) {
    const { member, claim, end, time, basis, meaning, ended } = statement;
    const { data, unit, stance, certainty, by } = claim;
    const { kind: file, lang } = member.head;
    const value = meaning.kind === 'entity' ? meaning.id : [data, unit, end];
    kind = JSON.stringify([value, time?.source, basis, stance, certainty, ended, by, limitsOf(statement), file, lang]);
    kinds.set(statement, kind);
  }
  return kind;
}
