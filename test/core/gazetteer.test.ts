/** Holds the gazetteer against a plain list of forms: what is found at a place, and what two layers find together. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Entry, Gazetteer } from '../../server/src/core/gazetteer.ts';

const id = fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor');
const entry = fc.record({ form: fc.stringMatching(/^[ab中]{0,5}$/), id });
const entries = fc.array(entry, { maxLength: 12 });

function walked(gazetteer: Gazetteer, text: string, at: number): Record<number, string[]> {
  const found: Record<number, string[]> = {};
  gazetteer.walk(text, at, text.charCodeAt(at), (end, ids) => {
    found[end] = [...new Set([...(found[end] ?? []), ...ids])].sort();
  });
  return found;
}

function expected(all: readonly Entry[], text: string, at: number): Record<number, string[]> {
  const found: Record<number, string[]> = {};
  for (const one of all) {
    if (one.form === '' || !text.startsWith(one.form, at)) continue;
    const end = at + one.form.length;
    found[end] = [...new Set([...(found[end] ?? []), one.id])].sort();
  }
  return found;
}

describe('gazetteer', () => {
  it('finds every form at every place, in one layer or two', () => {
    fc.assert(
      fc.property(entries, entries, fc.stringMatching(/^[ab中]{1,12}$/), (below, above, text) => {
        const gazetteer = Gazetteer.of(below).with(above);
        for (let at = 0; at < text.length; at++) {
          const want = expected([...below, ...above], text, at);
          assert.deepEqual(walked(gazetteer, text, at), want);
          const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
          if (Object.keys(want).length > 0) assert.ok(gazetteer.mayStart(text.charCodeAt(at), next));
        }
        for (const { form } of below) {
          const want = new Set(
            [...below, ...above].filter((one) => one.form === form && form !== '').map((one) => one.id),
          );
          assert.deepEqual(new Set(gazetteer.ids(form)), want);
          assert.equal(gazetteer.has(form), form !== '');
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is not changed by what is added for one document', () => {
    const gazetteer = Gazetteer.of([{ form: 'ab', id: 'a' }]);
    gazetteer.with([{ form: 'abc', id: 'b' }]);
    assert.equal(gazetteer.has('abc'), false);
    assert.equal(gazetteer.with([]), gazetteer);
  });

  it('has no form that only begins as one of its own does', () => {
    const gazetteer = Gazetteer.of([{ form: 'abcd', id: 'a' }]);
    for (const form of ['', 'a', 'abc', 'abcde', 'b']) assert.equal(gazetteer.has(form), false);
  });
});
