/** What the panel of a corpus at a glance and its view tell each other is believed only where they would say it; and the layout. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeGlanceAsk } from '../../client/src/panels/glanceAsks.ts';
import { layoutOf } from '../../client/webviews/glance/layout.ts';
import { decodeTold } from '../../client/webviews/glance/told.ts';
import { scopeOf, stateFrom } from '../../server/src/pages/glance/state.ts';

describe('what the view of a corpus at a glance asks', () => {
  const decode = (key: string, value: unknown) =>
    decodeGlanceAsk({ kind: 'set', key, value: typeof value === 'string' ? value : JSON.stringify(value) });

  it('is decoded, without what else came with it', () => {
    assert.deepEqual(decode('view', { tab: 'network', serial: 3, scope: { from: '2022' }, more: 1 }), {
      kind: 'network',
      serial: 3,
      scope: { from: '2022' },
    });
    assert.deepEqual(decode('neighbours', { serial: 1, id: '<b>', scope: {} }), {
      kind: 'neighbours',
      serial: 1,
      id: '<b>',
      scope: {},
    });
    assert.deepEqual(decode('find', { serial: 2, query: '王' }), { kind: 'find', serial: 2, query: '王' });
    assert.deepEqual(decode('drawn', 'timeline'), { kind: 'drawn', what: 'timeline' });
  });

  it('is nothing where it is anything else', () => {
    const hostile: readonly [string, unknown][] = [
      ['view', { tab: 'secrets', serial: 1, scope: {} }],
      ['view', { tab: 'network', serial: 'x', scope: {} }],
      ['view', { tab: 'network', serial: 1, scope: null }],
      ['view', '{'],
      ['view', 'null'],
      ['neighbours', { serial: 1, id: 7, scope: {} }],
      ['find', { serial: 1 }],
      ['eval', { serial: 1 }],
      ['__proto__', { serial: 1 }],
    ];
    for (const [key, value] of hostile) assert.equal(decode(key, value), undefined, `${key} ${JSON.stringify(value)}`);
    assert.equal(decodeGlanceAsk({ kind: 'set', key: 'view', value: 7 }), undefined);
    fc.assert(fc.property(fc.string(), fc.json(), (key, value) => void decode(key, value)));
  });
});

describe('what the view of a corpus at a glance is told', () => {
  it('is believed where it has what is drawn', () => {
    const timeline = { kind: 'timeline', serial: 1, model: { bars: [], coarse: [], documents: [], events: [] } };
    assert.equal(decodeTold(timeline), timeline);
    assert.deepEqual(decodeTold({ kind: 'found', serial: 1, ids: ['a'], x: 1 }), {
      kind: 'found',
      serial: 1,
      ids: ['a'],
    });
    assert.ok(decodeTold({ kind: 'neighbours', serial: 1, model: null }));
    for (const wrong of [
      { ...timeline, model: { bars: [] } },
      { ...timeline, serial: '1' },
      { kind: 'timeline', serial: 1, model: null },
      { kind: 'toString', serial: 1, model: {} },
      { kind: 'found', serial: 1, ids: [1] },
      { kind: 'corpus', name: 1, locale: 'en' },
      { kind: 'none' },
    ]) {
      assert.equal(decodeTold(wrong), undefined, JSON.stringify(wrong));
    }
    fc.assert(fc.property(fc.anything(), (message) => void decodeTold(message)));
  });
});

describe('what somebody looks at', () => {
  it('comes back as it was kept, and as the usual from anything else', () => {
    const state = { tab: 'matrix', scope: { from: '2022' }, matrix: { show: 'all', page: 2 }, chosen: 'olm' };
    const back = stateFrom(JSON.parse(JSON.stringify(stateFrom(state))));
    assert.deepEqual(back, stateFrom(state));
    assert.deepEqual(JSON.parse(JSON.stringify(scopeOf(back))), { from: '2022', show: 'all', page: 2 });
    fc.assert(
      fc.property(fc.anything(), (data) => assert.ok(['timeline', 'network', 'matrix'].includes(stateFrom(data).tab))),
    );
    assert.equal(stateFrom(null).tab, 'timeline');
  });
});

describe('the layout of a network', () => {
  const ring = (nodes: number): number[] => Array.from({ length: nodes }, (_, i) => [i, (i + 1) % nodes, 1, 0]).flat();
  const placesOf = (nodes: number, edges: number[], slice = Number.POSITIVE_INFINITY): readonly number[] => {
    const layout = layoutOf(nodes, edges);
    while (!layout.done) layout.advance(slice);
    return Array.from({ length: nodes }, (_, i) => [layout.x(i), layout.y(i)]).flat();
  };

  it('is the same each time, in however many slices', () => {
    assert.deepEqual(placesOf(60, ring(60)), placesOf(60, ring(60), 0));
  });

  it('has a place for every node, each its own, with nothing connected, one node, or none', () => {
    for (const [nodes, edges] of [
      [0, []],
      [1, []],
      [5, []],
      [2, [0, 1, 9, 9]],
      [450, ring(450)],
    ] as const) {
      const places = placesOf(nodes, [...edges]);
      assert.ok(places.every(Number.isFinite), `${nodes}`);
      const spots = new Set(Array.from({ length: nodes }, (_, i) => `${places[2 * i]} ${places[2 * i + 1]}`));
      assert.equal(spots.size, nodes);
    }
  });

  it('goes on from where nodes stood, and leaves alone what has come to rest', () => {
    const before = (node: number) => ({ x: node * 3, y: -node });
    const layout = layoutOf(20, ring(20), { before, settled: true });
    assert.ok(layout.done);
    assert.deepEqual([layout.x(4), layout.y(4)], [12, -4]);
    assert.ok(!layoutOf(20, ring(20), { before }).done);
  });
});
