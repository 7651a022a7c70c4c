/** What a person has to know before two records become one: what will contradict, what does not come along. Plans nothing. */

import type { View } from '../../checks/check.ts';
import { isQuiet } from '../../checks/statements/comparison.ts';
import { comparisonsIn } from '../../checks/statements/comparisons.ts';
import type { Params } from '../../core/problem.ts';
import type { EntityRecord, RecordFile } from '../../core/record.ts';
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
    everyDocument: () => corpus.documents,
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

/** The comments inside a record, which go with it. */
export function commentsIn(file: RecordFile, record: EntityRecord): readonly MergeNote[] {
  const { text, root } = file;
  const entry = root?.entries.find(({ key }) => key.span.start === record.id.span.start);
  const scalars: (readonly [number, number])[] = [];
  const visit = (node: YamlNode): void => {
    if (node.kind === 'map') {
      for (const { key, value } of node.entries) {
        scalars.push([key.span.start, key.span.end]);
        visit(value);
      }
    } else if (node.kind === 'seq') node.items.forEach(visit);
    else scalars.push([node.span.start, node.span.end]);
  };
  if (!entry) return [];
  visit(entry.value);
  scalars.sort((a, b) => a[0] - b[0]);
  const found: MergeNote[] = [];
  let next = 0;
  const endOfLine = (at: number) => (text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at));
  const end = endOfLine(Math.max(record.id.span.end, lastOf(scalars)));
  for (let at = record.id.span.end; at < end; at++) {
    while (next < scalars.length && scalars[next]![1] <= at) next++;
    const scalar = scalars[next];
    if (scalar && scalar[0] <= at && at < scalar[1]) {
      at = scalar[1] - 1;
      continue;
    }
    if (text[at] !== '#' || !/\s/.test(text[at - 1] ?? ' ')) continue;
    const stop = endOfLine(at);
    found.push({ message: 'merge-comment', params: { id: record.id.value, text: text.slice(at + 1, stop).trim() } });
    at = stop;
  }
  return found;
}

const lastOf = (spans: readonly (readonly [number, number])[]): number =>
  spans.reduce((most, [, end]) => Math.max(most, end), 0);
