/** What a person has to know before two records become one: what will contradict, what does not come along. Plans nothing. */

import type { View } from '../../checks/engine/check.ts';
import { isQuiet } from '../../checks/statements/comparison.ts';
import { comparisonsIn } from '../../checks/statements/comparisons.ts';
import type { Document } from '../../core/document.ts';
import type { Params } from '../../core/problem.ts';
import type { EntityRecord, RecordFile } from '../../core/record.ts';
import type { Span } from '../../core/text.ts';
import type { YamlNode } from '../../core/yaml.ts';

/** A message of the actions' table and what is in it. */
export interface MergeNote {
  readonly message:
    | 'merge-conflict'
    | 'merge-other-value'
    | 'merge-id-gone'
    | 'merge-id-alias'
    | 'merge-comment'
    | 'merge-not'
    | 'merge-self';
  readonly params: Params;
}

/** The facts that came over and contradict those that were there; `from` is how many there were. */
export function conflictsIn(
  view: View,
  files: readonly RecordFile[],
  record: EntityRecord,
  from: number,
): readonly MergeNote[] {
  const corpus = view.corpus.withRecords(files);
  const merged: View = {
    corpus,
    settings: view.settings,
    ...(view.complete !== undefined && { complete: view.complete }),
    document: (path) => view.document(path),
    facts: (path) => view.facts(path),
    group: (subject, property) => corpus.group(subject, property),
    ask: (question) => question(corpus),
  };
  const facts = corpus.records.get(record.id.value)?.facts ?? [];
  const maps = [...new Set(facts.map(({ span }) => span.start))];
  const isNew = new Map(facts.map(({ key, span }) => [key, maps.indexOf(span.start) >= from]));
  return comparisonsIn(merged, record.path).flatMap(({ own, other, stands, relation }): readonly MergeNote[] => {
    const isOurs = [own, other].every(
      ({ subject, member: { head } }) => subject === record.id.value && head.path === record.path,
    );
    if (!isOurs || !stands || isQuiet(relation) || isNew.get(own.claim.key) === isNew.get(other.claim.key)) return [];
    const [old, fresh] = isNew.get(own.claim.key) ? [other, own] : [own, other];
    const params = {
      property: own.property.id,
      ours: worded(old.claim.value, old.claim.at),
      theirs: worded(fresh.claim.value, fresh.claim.at),
    };
    return [{ message: 'merge-conflict', params }];
  });
}

const worded = (value: string | undefined, at: string | undefined): string =>
  at === undefined ? (value ?? '') : `${value ?? ''} (${at})`;

/** The comments inside a record or declaration, up to the end of its last line: they go with it. */
export function commentsIn(
  { text, root }: RecordFile | Document,
  id: string,
  { start, end }: Span,
): readonly MergeNote[] {
  const scalars: Span[] = [];
  const visit = (node: YamlNode): void => {
    if (node.span.end < start || node.span.start > end) return;
    if (node.kind === 'map') {
      for (const { key, value } of node.entries) {
        if (key.span.end > start) scalars.push(key.span);
        visit(value);
      }
    } else if (node.kind === 'seq') node.items.forEach(visit);
    else if (node.span.end > start) scalars.push(node.span);
  };
  if (root) visit(root);
  scalars.sort((a, b) => a.start - b.start);
  const own = scalars.filter((scalar) => scalar.start < end);
  const last = own.reduce((most, scalar) => Math.max(most, scalar.end), start);
  const stop = endOfLine(text, text[last - 1] === '\n' ? last - 1 : last);
  const found: MergeNote[] = [];
  let next = 0;
  for (let at = start; at < stop; at++) {
    while (next < scalars.length && scalars[next]!.end <= at) next++;
    const scalar = scalars[next];
    if (scalar && scalar.start <= at) {
      at = scalar.end - 1;
      continue;
    }
    if (text[at] !== '#' || !/\s/.test(text[at - 1] ?? ' ')) continue;
    const close = endOfLine(text, at);
    found.push({ message: 'merge-comment', params: { id, text: text.slice(at + 1, close).trim() } });
    at = close;
  }
  return found;
}

const endOfLine = (text: string, at: number): number => {
  const found = text.indexOf('\n', at);
  return found < 0 ? text.length : found;
};
