import type { Claim } from '../../server/src/core/claim.ts';
import type { Document } from '../../server/src/core/document.ts';
import { accept, type Edits, type NewAcceptance, removeAcceptance } from '../../server/src/core/edit.ts';
import { onDocument } from './editNotation.ts';

const first = (document: Document): Claim => document.annotations.claims[0]!;

describe('edit: accept', () => {
  const bare: NewAcceptance = { code: 'tension', reason: 'both: fine' };
  const sided: NewAcceptance = { code: 'tension', with: 'd/x.md#t', saw: '183', reason: 'later' };
  const full = '{with: d/x.md#t, saw: "183", reason: later}';
  const claim = 'claims:\n  - quote: q\n';
  const rows: readonly (readonly [string, NewAcceptance, string, string])[] = [
    ['none yet', bare, claim, `${claim}    accept:\n      tension: "both: fine"\n`],
    ['none yet, with a side', sided, claim, `${claim}    accept:\n      tension: ${full}\n`],
    ['in flow', bare, 'claims:\n  - {quote: q}\n', 'claims:\n  - {quote: q, accept: {tension: "both: fine"}}\n'],
    ['an empty map', bare, `${claim}    accept: {}\n`, `${claim}    accept:\n      tension: "both: fine"\n`],
    ['another code', bare, `${claim}    accept: {x: y}\n`, `${claim}    accept: {x: y, tension: "both: fine"}\n`],
    [
      'another code in block',
      sided,
      `${claim}    accept:\n      x: y # z\n`,
      `${claim}    accept:\n      x: y # z\n      tension: ${full}\n`,
    ],
    [
      'no reason yet',
      bare,
      `${claim}    accept:\n      tension:\n`,
      `${claim}    accept:\n      tension: "both: fine"\n`,
    ],
    ['another reason', bare, `${claim}    accept: {tension: old}\n`, `${claim}    accept: {tension: "both: fine"}\n`],
    [
      'a side beside the short form',
      sided,
      `${claim}    accept: {tension: old}\n`,
      `${claim}    accept: {tension: [{reason: old}, ${full}]}\n`,
    ],
    [
      'a side beside another',
      sided,
      `${claim}    accept: {tension: {with: a, reason: b}}\n`,
      `${claim}    accept: {tension: [{with: a, reason: b}, ${full}]}\n`,
    ],
    [
      'a side beside two',
      sided,
      `${claim}    accept:\n      tension:\n        - {with: a, reason: b}\n        - {with: c, reason: b}\n`,
      `${claim}    accept:\n      tension:\n        - {with: a, reason: b}\n        - {with: c, reason: b}\n        - ${full}\n`,
    ],
    [
      'a side beside a block',
      sided,
      `${claim}    accept:\n      tension:\n        with: a # a\n        reason: b\n      x: y\n`,
      `${claim}    accept:\n      tension:\n        - with: a # a\n          reason: b\n        - with: d/x.md#t\n          saw: "183"\n          reason: later\n      x: y\n`,
    ],
    [
      'the same side again',
      sided,
      `${claim}    accept: {tension: {with: d/x.md#t, saw: '180', reason: old}}\n`,
      `${claim}    accept: {tension: {with: d/x.md#t, saw: '183', reason: later}}\n`,
    ],
    [
      'the same side, nothing seen',
      sided,
      `${claim}    accept:\n      tension:\n        with: d/x.md#t\n        reason: old\n`,
      `${claim}    accept:\n      tension:\n        with: d/x.md#t\n        saw: "183"\n        reason: later\n`,
    ],
  ];
  for (const [name, acceptance, before, after] of rows) {
    it(name, () => onDocument(before, (d) => accept(d, first(d), acceptance), after));
  }
  it('on the document', () => {
    onDocument(
      'claims: []\nx: y\n',
      (d) => accept(d, undefined, bare),
      'claims: []\naccept:\n  tension: "both: fine"\nx: y\n',
    );
    onDocument(
      'claims: []\naccept: {} # none\n',
      (d) => accept(d, undefined, bare),
      'claims: []\naccept: # none\n  tension: "both: fine"\n',
    );
  });

  it('is taken out', () => {
    const of = (i: number) => (d: Document) => removeAcceptance(d, first(d).accept[i]!);
    onDocument(`${claim}    accept:\n      a: b # c\n      d: e\n`, of(0), `${claim}    accept:\n      d: e\n`);
    onDocument(`${claim}    accept:\n      a: b\n    note: n\n`, of(0), `${claim}    note: n\n`);
    onDocument('claims:\n  - {quote: q, accept: {a: b}}\n', of(0), 'claims:\n  - {quote: q}\n');
    onDocument(
      `${claim}    accept: {a: [{with: x, reason: y}, z, {with: v}]}\n`,
      of(1),
      `${claim}    accept: {a: [{with: x, reason: y}, {with: v}]}\n`,
    );
    onDocument(`${claim}    accept: {a: [z], d: e}\n`, of(0), `${claim}    accept: {d: e}\n`);
    onDocument(`${claim}    accept: {a: , d: e}\n`, of(0), `${claim}    accept: {d: e}\n`);
    const whole = (d: Document): Edits => removeAcceptance(d, d.annotations.accept[0]!);
    onDocument('claims: []\naccept:\n  a:\n    with: x\n    reason: r\ntitle: T\n', whole, 'claims: []\ntitle: T\n');
  });
});
