/**
 * What a proposal would write: the texts of the files that it changes, proved by reading them back, with the findings it
 * raises and solves; or everything that keeps it from being written. Nothing is written, and no body is touched.
 */

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Finding, View } from '../../checks/engine/check.ts';
import { type Document, parseDocument } from '../../core/document.ts';
import { applied, declareAll } from '../../core/edit.ts';
import { valueText } from '../../core/facts.ts';
import { takenIds } from '../claiming/ids.ts';
import { isBroken } from '../claiming/write.ts';
import { overlaid } from '../overlay.ts';
import type { Steps } from '../steps.ts';
import { type ReadyClaim, readyClaim, withClaims } from './claims.ts';
import { type Effects, effectsOf } from './effects.ts';
import { withMention } from './mentions.ts';
import { inQuotes, type ProposalProblem, Unwritable } from './problem.ts';
import { withRecord, withText } from './records.ts';
import type { Digests, ProposalRequest } from './request.ts';

export interface ProposedFile {
  readonly path: string;
  /** Undefined for a new file. */
  readonly before: string | undefined;
  readonly after: string;
}

export interface Proposed {
  /** The document first; empty where the document says all of it already. */
  readonly files: readonly ProposedFile[];
  readonly effects: Effects;
  readonly before: Digests;
  readonly after: Readonly<Record<string, string>>;
}

/** What a file has to be free of, whoever has brought it in. */
const UNSOUND: ReadonlySet<string> = new Set([
  ...['invalid-yaml', 'unknown-key', 'wrong-shape', 'duplicate-entity', 'duplicate-claim-id'],
  ...['unresolved-entity', 'unresolved-property', 'unresolved-reference'],
]);

/** What a proposed claim has to be free of: it would be wrong whatever other documents say. */
const FAULTS: ReadonlySet<string> = new Set([
  ...['duplicate-claim', 'value-kind', 'unit-mismatch', 'type-mismatch', 'quote-value-mismatch'],
  ...['quote-not-found', 'quote-altered', 'quote-drifted', 'quote-ambiguous'],
]);

export type Outcome = Proposed | { readonly problems: readonly ProposalProblem[] };

/** `words` says a finding; `findingsOf` answers those of a file as it is. */
export function* propose(
  view: View,
  request: ProposalRequest,
  words: (finding: Finding) => string,
  findingsOf: (path: string) => readonly Finding[],
): Steps<Outcome> {
  const document = view.facts(request.document) && view.document(request.document);
  const refusal = document ? refusalOf(document, request) : new Unwritable('no-document', noDocument(request));
  if (!document || refusal) return { problems: [refusal!.at('document')] };
  const made = yield* textsOf(view, document, request);
  if ('problems' in made) return made;
  const files = [...made.texts].flatMap(([path, after]): readonly ProposedFile[] => {
    const before = path === document.path ? document.text : view.corpus.records.files.get(path)?.text;
    return before === after ? [] : [{ path, before, after }];
  });
  const after = overlaid(view, new Map(files.map((file) => [file.path, file.after])));
  const harm = harmTo(document, after.document(document.path)!);
  if (harm) return { problems: [harm.at('document')] };
  const paths = files.map(({ path }) => path);
  const effects = yield* effectsOf(view, after, paths, findingsOf);
  const problems = effects.raised.flatMap((one): readonly ProposalProblem[] => {
    if (!paths.includes(one.path)) return [];
    const item = FAULTS.has(one.code) || UNSOUND.has(one.code) ? itemOf(one, made.claims, after) : undefined;
    if (item === undefined && !UNSOUND.has(one.code)) return [];
    return [{ item: item ?? 'document', code: one.code, message: words(one), suggestions: [] }];
  });
  if (problems.length > 0) return { problems };
  return {
    files,
    effects,
    before: Object.fromEntries(
      files.map((file) => [file.path, file.before === undefined ? null : digest(file.before)]),
    ),
    after: Object.fromEntries(files.map((file) => [file.path, digest(file.after)])),
  };
}

/** `sha256:` and the digest of a text's bytes in UTF-8. */
export const digest = (text: string): string => `sha256:${bytesToHex(sha256(utf8ToBytes(text)))}`;

function* textsOf(
  view: View,
  document: Document,
  request: ProposalRequest,
): Steps<
  | { readonly texts: ReadonlyMap<string, string>; readonly claims: readonly ReadyClaim[] }
  | { readonly problems: readonly ProposalProblem[] }
> {
  const problems: ProposalProblem[] = [];
  const texts = new Map<string, string>();
  const attempt = (item: string, write: () => void) => {
    try {
      write();
    } catch (reason) {
      if (!(reason instanceof Unwritable)) throw reason;
      problems.push(reason.at(item));
    }
  };
  let now = view;
  for (const [i, entity] of request.entities.entries()) {
    yield;
    attempt(`entities[${i}]`, () => {
      const { path, text } = withRecord(now, entity);
      texts.set(path, text);
      now = withText(now, path, text);
    });
  }
  let current = document;
  for (const [i, mention] of request.mentions.entries()) {
    yield;
    attempt(`mentions[${i}]`, () => {
      const text = withMention(now, current, mention);
      if (text === current.text) return;
      current = parseDocument(document.path, text, current);
      now = withText(now, document.path, text);
    });
  }
  const taken = new Set(takenIds(document));
  const claims: ReadyClaim[] = [];
  const read = asAnnotated(current);
  for (const [i, claim] of request.claims.entries()) {
    yield;
    attempt(`claims[${i}]`, () => void claims.push(readyClaim(now, read, claim, `claims[${i}]`, taken)));
  }
  if (problems.length > 0) return { problems };
  if (claims.length > 0) attempt('claims', () => void texts.set(document.path, withClaims(now, current, claims)));
  else texts.set(document.path, current.text);
  if (problems.length > 0) return { problems };
  const own = texts.get(document.path)!;
  return { texts: new Map([[document.path, own], ...texts]), claims };
}

/** The date and publisher that front matter gives count once there are annotations in it, which is when this is written. */
export function asAnnotated(document: Document): Document {
  const edits = document.annotated ? undefined : declareAll(document, ['x']);
  if (!edits) return document;
  const { annotations } = parseDocument(document.path, applied(document.text, edits), document);
  return { ...document, annotations: { ...annotations, entities: [] } };
}

function refusalOf(document: Document, { entities, mentions, claims }: ProposalRequest): Unwritable | undefined {
  if (entities.length + mentions.length + claims.length === 0)
    return new Unwritable('empty', 'Nothing is proposed: neither mentions nor claims nor entities.');
  if (isBroken(document))
    return new Unwritable(
      'broken',
      'The front matter of the document cannot be read as it stands, so that nothing is written into it. Its findings say what is wrong.',
    );
  return undefined;
}

const noDocument = ({ document }: ProposalRequest): string =>
  `${inQuotes(document)} is no document of the corpus. Documents are named by their path from its root.`;

/** What nothing that is proposed may do. */
function harmTo(before: Document, after: Document): Unwritable | undefined {
  const body = ({ text, body: { start, end } }: Document) => text.slice(start, end);
  if (body(before) !== body(after)) return new Unwritable('unsafe', 'The text of the document would change.');
  if (after.problems.length > before.problems.length)
    return new Unwritable('unsafe', 'The front matter would no longer be sound.');
  const lost = before.annotations.claims.length > after.annotations.claims.length;
  return lost ? new Unwritable('unsafe', 'A claim would be lost.') : undefined;
}

/** The proposed claim that a finding is on; undefined where it is on another. */
function itemOf(finding: Finding, claims: readonly ReadyClaim[], after: View): string | undefined {
  const written = after.document(finding.path)?.annotations.claims ?? [];
  const on = written.findLast(({ span }) => span.start <= finding.span.start && finding.span.end <= span.end);
  if (!on) return undefined;
  const fits = claims.filter(
    ({ data }) =>
      data.property === on.property?.value &&
      data.subject === on.subject?.value &&
      (data.id === undefined || data.id === on.id?.value) &&
      String([data.quote].flat()[0]) === on.quote?.pieces[0]?.value,
  );
  const value = on.value && valueText(on.value);
  return (fits.find(({ data }) => String(data.value) === value) ?? fits[0])?.item;
}
