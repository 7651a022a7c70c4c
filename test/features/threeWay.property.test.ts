import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument } from '../../server/src/core/document.ts';
import { meaningOf } from '../../server/src/core/edit/data.ts';
import {
  addClaim,
  addForm,
  applied,
  declare,
  type Edits,
  removeClaim,
  removeDeclaration,
  setClaimKey,
} from '../../server/src/core/edit.ts';
import { mergeFile } from '../../server/src/features/threeWay.ts';
import { FORMS, IDS, type Written, write, written } from '../core/editDocuments.ts';

const OPTIONS = { mergeBody: () => undefined, mayRename: () => true, markerSize: 7 };

type Step =
  | { readonly kind: 'declare'; readonly id: string; readonly form: string | undefined }
  | { readonly kind: 'form'; readonly id: string; readonly list: 'as' | 'sic' | 'not'; readonly form: string }
  | { readonly kind: 'undeclare'; readonly id: string }
  | { readonly kind: 'claim'; readonly id: string; readonly quote: string; readonly value: string }
  | { readonly kind: 'value'; readonly at: number; readonly value: string }
  | { readonly kind: 'note'; readonly at: number; readonly value: string }
  | { readonly kind: 'unclaim'; readonly at: number };

const id = fc.constantFrom(...IDS, 'dee', 'eve', 'x-1');
const form = fc.constantFrom(...FORMS, 'New one');
const at = fc.nat(4);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('declare' as const), id, form: fc.option(form, { nil: undefined }) }),
  fc.record({
    kind: fc.constant('form' as const),
    id,
    list: fc.constantFrom('as' as const, 'sic' as const, 'not' as const),
    form,
  }),
  fc.record({ kind: fc.constant('undeclare' as const), id }),
  fc.record({ kind: fc.constant('claim' as const), id: fc.constantFrom('c1', 'c2', 'ties'), quote: form, value: form }),
  fc.record({ kind: fc.constant('value' as const), at, value: form }),
  fc.record({ kind: fc.constant('note' as const), at, value: form }),
  fc.record({ kind: fc.constant('unclaim' as const), at }),
);
const steps = fc.array(step, { maxLength: 5 });

function edited(text: string, all: readonly Step[]): string {
  let now = text;
  for (const one of all) {
    const document = parseDocument('d.md', now);
    const { claims } = document.annotations;
    const claim = 'at' in one ? claims[one.at] : undefined;
    let edits: Edits;
    if (one.kind === 'declare') edits = declare(document, one.id, one.form);
    if (one.kind === 'form') edits = addForm(document, one.id, one.list, one.form);
    if (one.kind === 'undeclare') edits = removeDeclaration(document, one.id);
    if (one.kind === 'claim' && !claims.some(({ id: taken }) => taken?.value === one.id))
      edits = addClaim(document, { id: one.id, quote: one.quote, subject: 'ada', property: 'said', value: one.value });
    if (one.kind === 'value' && claim) edits = setClaimKey(document, claim, 'value', one.value);
    if (one.kind === 'note' && claim) edits = setClaimKey(document, claim, 'note', one.value);
    if (one.kind === 'unclaim' && claim) edits = removeClaim(document, claim);
    if (edits) now = applied(now, edits);
  }
  return now;
}

const merge = (base: string, ours: string, theirs: string) =>
  mergeFile('document', 'd.md', { base, ours, theirs }, OPTIONS);

/** What a document says, as facts that do not depend on where or how they are written. */
function factsIn(text: string): ReadonlySet<string> {
  const { annotations, root } = parseDocument('d.md', text);
  const facts = annotations.entities.flatMap(({ id: { value }, ...lists }) => [
    `declared ${value}`,
    ...(['as', 'sic', 'not'] as const).flatMap((list) => lists[list].map((one) => `${list} ${value} ${one.value}`)),
  ]);
  const claims = root?.entries.find(({ key }) => key.value === 'claims')?.value;
  for (const item of claims?.kind === 'seq' ? claims.items : []) {
    if (item.kind !== 'map') continue;
    // Its id may have to change.
    const keys = item.entries
      .filter(({ key }) => key.value !== 'id')
      .map(({ key, value }) => [key.value, meaningOf(value)]);
    facts.push(`claim ${JSON.stringify(keys.sort())}`);
  }
  return new Set(facts);
}

/** Documents with an id for each claim, and none twice. */
const sound = (model: Written): Written => ({
  ...model,
  claims: model.claims.map((claim, i) => ({ ...claim, id: `k${i}` })),
});

describe('a merge of random edits', function () {
  this.timeout(120_000);
  const sides = fc.record({ model: written.map(sound), ours: steps, theirs: steps });

  it('is what one side has where the other has changed nothing', () => {
    fc.assert(
      fc.property(sides, ({ model, ours }) => {
        const base = write(model);
        const side = edited(base, ours);
        for (const merged of [merge(base, side, base), merge(base, base, side), merge(base, side, side)]) {
          assert.deepEqual(merged, { text: side, conflicts: false, renamed: [] });
        }
      }),
      { numRuns: 100 },
    );
  });

  it('loses nothing, says nothing twice, does not depend on which side is which, and leaves the body alone', () => {
    let undecided = 0;
    let asText = 0;
    let all = 0;
    fc.assert(
      fc.property(sides, ({ model, ours, theirs }) => {
        const base = write(model);
        const [a, b] = [edited(base, ours), edited(base, theirs)];
        const merged = merge(base, a, b);
        const other = merge(base, b, a);
        all++;
        assert.equal(merged === undefined, other === undefined);
        if (!merged || !other) {
          asText++;
          return;
        }
        assert.equal(merged.conflicts, other.conflicts);
        assert.equal(bodyOf(merged.text), bodyOf(base));
        if (merged.conflicts) {
          undecided++;
          // Each resolution has at least what that side has, and nothing is marked that both agree on.
          for (const [resolved, side] of [
            [chosen(merged.text, 'ours'), a],
            [chosen(merged.text, 'theirs'), b],
          ] as const) {
            assert.deepEqual(
              parseDocument('d.md', resolved).problems.filter(({ code }) => code === 'invalid-yaml'),
              [],
            );
            missing(base, side, resolved, side === a ? b : a);
          }
          return;
        }
        assert.equal(merged.text, other.text);
        const { problems, annotations } = parseDocument('d.md', merged.text);
        assert.deepEqual(
          problems.filter(({ code }) => code === 'invalid-yaml'),
          [],
        );
        const ids = annotations.entities.map(({ id: { value } }) => value);
        assert.equal(new Set(ids).size, ids.length);
        const claims = annotations.claims.flatMap(({ id: name }) => name?.value ?? []);
        assert.equal(new Set(claims).size, claims.length);
        missing(base, a, merged.text, b);
        missing(base, b, merged.text, a);
        // Every line of the base that both sides have kept is there, to the last character.
        const kept = linesOf(base).filter((line) => linesOf(a).includes(line) && linesOf(b).includes(line));
        const comments = kept.filter((line) => /^ *# c\d+$/.test(line.trimEnd()));
        for (const line of comments)
          assert.ok(
            linesOf(merged.text).some((one) => one.trim() === line.trim()),
            line,
          );
      }),
      { numRuns: 300 },
    );
    assert.ok(asText < all * 0.1, `${asText} of ${all} merged as text`);
    assert.ok(undecided < all * 0.35, `${undecided} of ${all} with conflicts`);
  });
});

/** What one side has added is there, unless the other has taken out or changed the very thing. */
function missing(base: string, side: string, merged: string, other: string): void {
  const [was, now, result, others] = [base, side, merged, other].map(factsIn) as [
    ReadonlySet<string>,
    ReadonlySet<string>,
    ReadonlySet<string>,
    ReadonlySet<string>,
  ];
  for (const fact of now) {
    if (was.has(fact) || result.has(fact)) continue;
    // Forms go with the declaration that the other side has taken out; claims that both have touched are one.
    const [kind, entity] = fact.split(' ');
    if (
      kind === 'claim'
        ? [...was].some((one) => one.startsWith('claim') && !others.has(one))
        : !others.has(`declared ${entity}`)
    )
      continue;
    if (kind === 'claim' && [...result].some((one) => containsClaim(one, fact))) continue;
    assert.fail(`lost: ${fact}`);
  }
  for (const fact of result)
    assert.ok(now.has(fact) || others.has(fact) || fact.startsWith('claim'), `invented: ${fact}`);
}

/** Whether a claim has all that another has: a note of the other side may stand beside it. */
function containsClaim(whole: string, part: string): boolean {
  if (!whole.startsWith('claim')) return false;
  const keys = new Set((JSON.parse(whole.slice(6)) as unknown[]).map((key) => JSON.stringify(key)));
  return (JSON.parse(part.slice(6)) as unknown[]).every((key) => keys.has(JSON.stringify(key)));
}

const linesOf = (text: string): readonly string[] => text.split(/\r?\n/);
const bodyOf = (text: string): string => {
  const { body } = parseDocument('d.md', text);
  return text.slice(body.start);
};

function chosen(text: string, side: 'ours' | 'theirs'): string {
  return text.replace(/<{7} ours\r?\n([\s\S]*?)={7}\r?\n([\s\S]*?)>{7} theirs\r?\n/g, (_, ours, theirs) =>
    side === 'ours' ? ours : theirs,
  );
}
