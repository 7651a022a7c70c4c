/** Which documents two annotators have in common, and what either has marked there. Knows no figures. */

import { type Lexicon, type Statement, statementsOf } from '../../checks/statements/statement.ts';
import { analyse, anchorOf } from '../../core/analysis.ts';
import type { Claim } from '../../core/claim.ts';
import type { Document } from '../../core/document.ts';
import { valueText } from '../../core/facts.ts';
import { subjectIn } from '../../core/groups.ts';
import type { Library } from '../../core/library.ts';
import { LineIndex, type Span } from '../../core/text.ts';
import { type Body, bodyOf, tokensOf } from './bodies.ts';

/** One annotator's version of a corpus. */
export interface Version {
  readonly library: Library;
  /** The paths of its documents by the names under which the two versions have them. */
  readonly documents: ReadonlyMap<string, string>;
}

export type Letter = 'a' | 'b';

/** Why a document is in no figure: one version has it `missing`, `unannotated` or `unreadable`, or their `bodies` differ. */
export type Exclusion =
  | { readonly document: string; readonly reason: 'missing' | 'unannotated' | 'unreadable'; readonly in: Letter }
  | { readonly document: string; readonly reason: 'bodies' };

/** A document that both have annotated. */
export interface Pair {
  readonly name: string;
  /** The length of the body. */
  readonly length: number;
  readonly tokens: readonly Span[];
  readonly text: string;
  readonly a: Marked;
  readonly b: Marked;
}

/** What one annotator has marked in a document. Spans are of the common body. */
export interface Marked {
  readonly mentions: readonly Mark[];
  readonly claims: readonly Said[];
}

export interface Mark {
  readonly span: Span;
  readonly id: string;
  /** Empty where no record tells it. */
  readonly type: string;
  /** From 1, in the annotator's own file. */
  readonly line: number;
}

export interface Said {
  readonly claim: Claim;
  readonly spans: readonly Span[];
  readonly subject: string;
  readonly property: string;
  /** What it states, one statement for each end of a change; none where its value cannot be read. */
  readonly statements: readonly Statement[];
  readonly lexicon: Lexicon;
  readonly publisher: string;
  /** As written. */
  readonly value: string;
  readonly line: number;
}

/** The documents that can be compared, in the order of their names, and those that cannot. */
export function pairs(
  a: Version,
  b: Version,
): { readonly pairs: readonly Pair[]; readonly excluded: readonly Exclusion[] } {
  const found: Pair[] = [];
  const excluded: Exclusion[] = [];
  for (const name of [...new Set([...a.documents.keys(), ...b.documents.keys()])].sort()) {
    const [left, right] = [read(a, name), read(b, name)];
    const isAnnotated = [left, right].some(
      (one) => one === 'unreadable' || (typeof one === 'object' && one.document.annotated),
    );
    if (!isAnnotated) continue;
    const lacking = (['a', 'b'] as const).flatMap((letter): readonly Exclusion[] => {
      const one = letter === 'a' ? left : right;
      if (typeof one === 'string') return [{ document: name, reason: one, in: letter }];
      return one.document.annotated ? [] : [{ document: name, reason: 'unannotated', in: letter }];
    });
    if (lacking.length > 0) excluded.push(...lacking);
    else if (typeof left === 'object' && typeof right === 'object') {
      if (left.body.text === right.body.text) found.push(pairOf(name, left, right));
      else excluded.push({ document: name, reason: 'bodies' });
    }
  }
  return { pairs: found, excluded };
}

interface Opened {
  readonly document: Document;
  readonly body: Body;
  readonly library: Library;
}

function read({ library, documents }: Version, name: string): Opened | 'missing' | 'unreadable' {
  const path = documents.get(name);
  if (path === undefined) return 'missing';
  const document = library.reasonUnreadable(path) === undefined ? library.document(path) : undefined;
  // What the readable rest of broken annotations says is not what the annotator said.
  if (!document || document.annotations.damaged) return 'unreadable';
  return { document, body: bodyOf(document), library };
}

function pairOf(name: string, a: Opened, b: Opened): Pair {
  const { text } = a.body;
  return { name, text, length: text.length, tokens: tokensOf(text), a: markedIn(a), b: markedIn(b) };
}

function markedIn({ document, body, library }: Opened): Marked {
  const { records } = library.corpus;
  const lines = new LineIndex(document.text);
  const lineOf = ({ start }: Span) => lines.lineAt(start) + 1;
  const seen = new Set<string>();
  const mentions = analyse(document, records).mentions.flatMap(({ id, span }): readonly Mark[] => {
    const key = `${span.start} ${span.end} ${id}`;
    if (span.start === span.end || seen.has(key)) return [];
    seen.add(key);
    return [{ span: body.within(span), id, type: records.get(id)?.type?.value ?? '', line: lineOf(span) }];
  });
  const lexicon: Lexicon = { settings: library.settings, records };
  const statements = new Statements(document.path, library, lexicon);
  const claims = document.annotations.claims.flatMap((claim): readonly Said[] => {
    if (claim.group || claim.damaged) return [];
    const found = claim.quote && anchorOf(document, claim.quote);
    const spans = found && found.kind !== 'missing' ? found.spans.map((span) => body.within(span)) : [];
    return [
      {
        claim,
        spans,
        subject: claim.subject?.value ?? '',
        property: claim.property?.value ?? '',
        statements: statements.of(claim),
        lexicon,
        publisher: document.annotations.source.publisher?.value ?? '',
        value: claim.value ? [valueText(claim.value), claim.unit?.value ?? ''].join(' ').trim() : '',
        line: lineOf(claim.head),
      },
    ];
  });
  return { mentions, claims };
}

/** The statements of the claims of one document; those of a subject and property are sorted by their claims once. */
class Statements {
  private readonly sorted = new Map<readonly Statement[], Map<string, Statement[]>>();

  constructor(
    private readonly path: string,
    private readonly library: Library,
    readonly lexicon: Lexicon,
  ) {}

  of({ key, subject, property }: Claim): readonly Statement[] {
    const { path, library, lexicon } = this;
    const definition = property && library.corpus.vocabulary.properties.get(property.value);
    if (!definition || !subject) return [];
    const of = subjectIn(subject.value, path);
    const member = library.group(of, definition.id)?.get(path);
    const all = member ? statementsOf(member, of, definition, lexicon) : [];
    let byKey = this.sorted.get(all);
    if (!byKey) {
      byKey = new Map();
      this.sorted.set(all, byKey);
      for (const statement of all) {
        const same = byKey.get(statement.claim.key);
        if (same) same.push(statement);
        else byKey.set(statement.claim.key, [statement]);
      }
    }
    return byKey.get(key) ?? [];
  }
}
