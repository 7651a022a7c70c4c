/** Makes the fixes of a corpus in memory, again and again until none is left. Writes nothing; knows no command line. */

import type { Finding, Fix } from '../checks/engine/check.ts';
import { parseDocument } from '../core/document.ts';
import { applied, type TextEdit } from '../core/edit.ts';
import type { Problem } from '../core/problem.ts';
import { parseRecords } from '../core/record.ts';
import { parseSettings, SETTINGS_FILE } from '../core/settings.ts';
import type { WorkingCorpus } from './workingCorpus.ts';

export interface FixOptions {
  /** Also those that may change what was meant, where a finding has exactly one. */
  readonly unsafe: boolean;
  /** Leave out what changes another file than the finding's own. */
  readonly ownFile?: boolean;
}

export interface Fixed {
  readonly changes: readonly FixedFile[];
  /** How many fixes have been made. */
  readonly count: number;
  /** Findings that could be mended in several ways, which is for a person to decide. */
  readonly choices: number;
  /** Every round made something new to fix: what is left is for the next run. */
  readonly unfinished: boolean;
}

export interface FixedFile {
  readonly path: string;
  /** Undefined for a new file. */
  readonly before: string | undefined;
  readonly after: string;
}

/** What a fix brings to light, such as a key that can be read now, is fixed in the next round. Two fixes may undo each other. */
const MOST_ROUNDS = 10;

/** Fixes the findings in the files of `corpus` that are asked for; a fix may change other files of the corpus with them. */
export function fixCorpus(corpus: WorkingCorpus, options: FixOptions): Fixed {
  const before = new Map<string, string | undefined>();
  const refused = new Set<string>();
  let count = 0;
  let unfinished = corpus.problem === undefined;
  for (let round = 0; unfinished && round < MOST_ROUNDS; round++) {
    const made = makeRound(corpus, options, refused);
    for (const [path, { text, result }] of made.texts) {
      if (!before.has(path)) before.set(path, text);
      corpus.put(path, result);
    }
    count += made.count;
    unfinished = made.texts.size > 0 || made.again;
  }
  const changes = [...before].flatMap(([path, text]): readonly FixedFile[] => {
    const after = corpus.textOf(path);
    return after === undefined || after === text ? [] : [{ path, before: text, after }];
  });
  changes.sort((a, b) => (a.path < b.path ? -1 : 1));
  const left = openFindings(corpus);
  const choices = options.unsafe ? left.filter(several).length : 0;
  unfinished &&= left.some((finding) => fixOf(finding, options) !== undefined);
  return { changes, count, choices, unfinished };
}

interface Round {
  readonly texts: ReadonlyMap<string, { readonly text: string | undefined; readonly result: string }>;
  readonly count: number;
  /** Something was left out that may do in another round. */
  readonly again: boolean;
}

/** All fixes that can be made side by side: of two that meet the first is made, and the other is for the next round. */
function makeRound(corpus: WorkingCorpus, options: FixOptions, refused: Set<string>): Round {
  const chosen: Chosen[] = [];
  const plan = new Plan((path) => corpus.textOf(path)?.length ?? 0);
  for (const finding of openFindings(corpus)) {
    const fix = fixOf(finding, options);
    if (!fix || refused.has(keyOf(finding.path, fix)) || !plan.takes(finding, fix)) continue;
    chosen.push({ fix, key: keyOf(finding.path, fix) });
  }
  for (let again = false; ; again = true) {
    const texts = textsAfter(corpus, chosen);
    const unsound = [...texts].filter(([path, { text, result }]) => !isSound(corpus, path, text, result));
    if (unsound.length === 0) return { texts, count: chosen.length, again };
    // Each was proved to be sound by itself: the first stays, and the others are for another round.
    for (const [path] of unsound) {
      const there = chosen.filter(({ fix }) => fix.edits.some((edit) => edit.path === path));
      const [first] = there;
      if (there.length === 1 && first) refused.add(first.key);
      const dropped = new Set(there.length === 1 ? there : there.slice(1));
      chosen.splice(0, chosen.length, ...chosen.filter((one) => !dropped.has(one)));
    }
  }
}

interface Chosen {
  readonly fix: Fix;
  readonly key: string;
}

const keyOf = (path: string, fix: Fix): string => JSON.stringify([path, fix.title, fix.params]);

/** What a round changes: edits that do not meet, by file. */
class Plan {
  private readonly planned = new Map<string, { readonly edit: TextEdit; readonly entity: string | undefined }[]>();

  constructor(private readonly lengthOf: (path: string) => number) {}

  /** Whether the fix can be made beside those that have been taken; then it is one of them. */
  takes({ entity }: Finding, { edits }: Fix): boolean {
    const meets = (edit: TextEdit) =>
      this.planned.get(edit.path)?.some((other) => {
        // New records go to the end of their file one after the other, each id once.
        const bothAtEnd = this.isAtEnd(edit) && this.isAtEnd(other.edit);
        if (bothAtEnd && entity !== undefined && other.entity !== undefined) return entity === other.entity;
        return meet(edit, other.edit);
      });
    if (edits.some(meets)) return false;
    for (const edit of edits) {
      const known = this.planned.get(edit.path);
      if (known) known.push({ edit, entity });
      else this.planned.set(edit.path, [{ edit, entity }]);
    }
    return true;
  }

  private isAtEnd({ path, span }: TextEdit): boolean {
    return span.start === span.end && span.start === this.lengthOf(path);
  }
}

/** Insertions at one place depend on their order, so that they meet too. */
const meet = (a: TextEdit, b: TextEdit): boolean => a.span.start <= b.span.end && b.span.start <= a.span.end;

function textsAfter(
  corpus: WorkingCorpus,
  chosen: readonly Chosen[],
): Map<string, { text: string | undefined; result: string }> {
  const edits = new Map<string, TextEdit[]>();
  for (const { fix } of chosen) {
    for (const edit of fix.edits) {
      const known = edits.get(edit.path);
      if (known) known.push(edit);
      else edits.set(edit.path, [edit]);
    }
  }
  return new Map(
    [...edits].map(([path, of]) => {
      const text = corpus.textOf(path);
      return [path, { text, result: applied(text ?? '', of) }];
    }),
  );
}

/** While the settings cannot be read, nobody knows what anything else means: then they come first, and alone. */
function openFindings(corpus: WorkingCorpus): readonly Finding[] {
  const isBroken = corpus.findings(SETTINGS_FILE).some(({ code }) => code === 'invalid-yaml');
  return (isBroken ? [SETTINGS_FILE] : corpus.everyPath())
    .filter((path) => corpus.files.selects(path))
    .flatMap((path) => corpus.findings(path))
    .filter(({ accepted }) => accepted === undefined);
}

const several = (finding: Finding): boolean => {
  const fixes = finding.fixes();
  return fixes.length > 1 && !fixes.some(({ safe }) => safe);
};

function fixOf(finding: Finding, { unsafe, ownFile }: FixOptions): Fix | undefined {
  const fixes = finding.fixes().filter(({ edits }) => edits.length > 0);
  const fix = fixes.find(({ safe }) => safe) ?? (unsafe && fixes.length === 1 ? fixes[0] : undefined);
  return ownFile && fix?.edits.some(({ path }) => path !== finding.path) ? undefined : fix;
}

/** Whether no less of a file can be read as YAML than before, and its body is untouched. */
function isSound({ library }: WorkingCorpus, path: string, before: string | undefined, after: string): boolean {
  const kind = library.kindOf(path);
  if (kind === 'document') {
    const [old, made] = [parseDocument(path, before ?? ''), parseDocument(path, after)];
    const bodyOf = (text: string, { body }: typeof old) => text.slice(body.start, body.end);
    // What stands behind a fence that never closes is no body yet.
    const closed = !old.problems.some(({ variant }) => variant === 'fence');
    return faults(made) <= faults(old) && (!closed || bodyOf(after, made) === bodyOf(before ?? '', old));
  }
  if (kind === 'records') return faults(parseRecords(path, after)) <= faults(parseRecords(path, before ?? ''));
  return kind === 'settings' && faults(parseSettings(after)) <= faults(parseSettings(before ?? ''));
}

const faults = ({ problems }: { readonly problems: readonly Problem[] }): number =>
  problems.filter(({ code }) => code === 'invalid-yaml').length;
