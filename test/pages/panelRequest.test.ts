/** What a view says is believed only where a view would have said it. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeRequest } from '../../client/src/panels/request.ts';

describe('what a web view asks', () => {
  it('is decoded, without what else came with it', () => {
    const asked = [
      { kind: 'ready' },
      { kind: 'openEntity', id: '<b>' },
      { kind: 'openDocument', path: 'documents/a.md' },
      { kind: 'openClaim', path: 'documents/a.md', claim: 'ties' },
      { kind: 'save', name: 'x', type: 'image/png', data: 'AA==' },
      { kind: 'set', key: 'follows', value: true },
      { kind: 'set', key: 'more', value: null },
    ];
    for (const one of asked) assert.deepEqual(decodeRequest({ ...one, more: 'x', __proto__: { kind: 'y' } }), one);
    assert.deepEqual(decodeRequest({ kind: 'openPlace', place: { path: 'a.md', start: 1, end: 2 } }), {
      kind: 'openPlace',
      path: 'a.md',
      start: 1,
      end: 2,
    });
  });

  it('is nothing where it is anything else', () => {
    const long = 'x'.repeat(5_000);
    const hostile: unknown[] = [
      undefined,
      null,
      'ready',
      7,
      [],
      [{ kind: 'ready' }],
      {},
      { kind: 'toString' },
      { kind: '__proto__' },
      { kind: ['ready'] },
      { kind: 'openEntity' },
      { kind: 'openEntity', id: 7 },
      { kind: 'openEntity', id: { toString: () => 'x' } },
      { kind: 'openEntity', id: long },
      { kind: 'openDocument', path: ['a'] },
      { kind: 'openClaim', path: 'a.md' },
      { kind: 'openClaim', path: 'a.md', claim: long },
      { kind: 'openPlace' },
      { kind: 'openPlace', place: 'a.md' },
      { kind: 'openPlace', place: { path: 'a.md', start: -1, end: 2 } },
      { kind: 'openPlace', place: { path: 'a.md', start: 3, end: 2 } },
      { kind: 'openPlace', place: { path: 'a.md', start: 0.5, end: 2 } },
      { kind: 'openPlace', place: { path: 'a.md', start: 0, end: Number.POSITIVE_INFINITY } },
      { kind: 'save', name: 'x', type: 'application/x-sh', data: '' },
      { kind: 'save', name: 'x', type: 'toString', data: '' },
      { kind: 'save', name: 'x', type: 'text/html', data: {} },
      { kind: 'save', name: long, type: 'text/html', data: '' },
      { kind: 'set', key: 'x', value: {} },
      { kind: 'set', key: 'x', value: long },
      { kind: 'set', value: 1 },
    ];
    for (const one of hostile) assert.equal(decodeRequest(one), undefined, JSON.stringify(one)?.slice(0, 80));
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (message) => {
        decodeRequest(message);
      }),
    );
  });
});
